// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code circumstances}
 *
 * @param plannedVisits interventions planifiées
 * @param incompatiblePeriods périodes d'incompatibilité
 * @param outages pannes
 * @param absences absences
 * @param cancellations annulations
 * @param payableReasons motifs payables
 * @param extraMinutes minutes complémentaires
 * @param corrections corrections
 * @param rejections rejets
 * @param advances acomptes
 * @param proofs justificatifs
 * @param stampDistances distances des horodatages
 * @param caregiverProfiles profils des intervenants
 */
public record Circumstances(
    List<PlannedVisit> plannedVisits,
    List<IncompatiblePeriod> incompatiblePeriods,
    List<OutagePeriod> outages,
    List<Absence> absences,
    List<Cancellation> cancellations,
    List<PayableReason> payableReasons,
    List<ExtraMinutesEntry> extraMinutes,
    List<CorrectionEntry> corrections,
    List<Rejection> rejections,
    List<Advance> advances,
    List<ProofEntry> proofs,
    List<StampDistance> stampDistances,
    List<CaregiverProfile> caregiverProfiles) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public Circumstances {
    plannedVisits = List.copyOf(Objects.requireNonNull(plannedVisits, "plannedVisits"));
    incompatiblePeriods = List.copyOf(Objects.requireNonNull(incompatiblePeriods, "incompatiblePeriods"));
    outages = List.copyOf(Objects.requireNonNull(outages, "outages"));
    absences = List.copyOf(Objects.requireNonNull(absences, "absences"));
    cancellations = List.copyOf(Objects.requireNonNull(cancellations, "cancellations"));
    payableReasons = List.copyOf(Objects.requireNonNull(payableReasons, "payableReasons"));
    extraMinutes = List.copyOf(Objects.requireNonNull(extraMinutes, "extraMinutes"));
    corrections = List.copyOf(Objects.requireNonNull(corrections, "corrections"));
    rejections = List.copyOf(Objects.requireNonNull(rejections, "rejections"));
    advances = List.copyOf(Objects.requireNonNull(advances, "advances"));
    proofs = List.copyOf(Objects.requireNonNull(proofs, "proofs"));
    stampDistances = List.copyOf(Objects.requireNonNull(stampDistances, "stampDistances"));
    caregiverProfiles = List.copyOf(Objects.requireNonNull(caregiverProfiles, "caregiverProfiles"));
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static Circumstances empty() {
    return new Circumstances(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  /** The same with another value of {@link #plannedVisits}. */
  public Circumstances withPlannedVisits(List<PlannedVisit> plannedVisits) {
    return new Circumstances(plannedVisits, incompatiblePeriods, outages, absences, cancellations, payableReasons, extraMinutes, corrections, rejections, advances, proofs, stampDistances, caregiverProfiles);
  }

  /** The same with another value of {@link #incompatiblePeriods}. */
  public Circumstances withIncompatiblePeriods(List<IncompatiblePeriod> incompatiblePeriods) {
    return new Circumstances(plannedVisits, incompatiblePeriods, outages, absences, cancellations, payableReasons, extraMinutes, corrections, rejections, advances, proofs, stampDistances, caregiverProfiles);
  }

  /** The same with another value of {@link #outages}. */
  public Circumstances withOutages(List<OutagePeriod> outages) {
    return new Circumstances(plannedVisits, incompatiblePeriods, outages, absences, cancellations, payableReasons, extraMinutes, corrections, rejections, advances, proofs, stampDistances, caregiverProfiles);
  }

  /** The same with another value of {@link #absences}. */
  public Circumstances withAbsences(List<Absence> absences) {
    return new Circumstances(plannedVisits, incompatiblePeriods, outages, absences, cancellations, payableReasons, extraMinutes, corrections, rejections, advances, proofs, stampDistances, caregiverProfiles);
  }

  /** The same with another value of {@link #cancellations}. */
  public Circumstances withCancellations(List<Cancellation> cancellations) {
    return new Circumstances(plannedVisits, incompatiblePeriods, outages, absences, cancellations, payableReasons, extraMinutes, corrections, rejections, advances, proofs, stampDistances, caregiverProfiles);
  }

  /** The same with another value of {@link #payableReasons}. */
  public Circumstances withPayableReasons(List<PayableReason> payableReasons) {
    return new Circumstances(plannedVisits, incompatiblePeriods, outages, absences, cancellations, payableReasons, extraMinutes, corrections, rejections, advances, proofs, stampDistances, caregiverProfiles);
  }

  /** The same with another value of {@link #extraMinutes}. */
  public Circumstances withExtraMinutes(List<ExtraMinutesEntry> extraMinutes) {
    return new Circumstances(plannedVisits, incompatiblePeriods, outages, absences, cancellations, payableReasons, extraMinutes, corrections, rejections, advances, proofs, stampDistances, caregiverProfiles);
  }

  /** The same with another value of {@link #corrections}. */
  public Circumstances withCorrections(List<CorrectionEntry> corrections) {
    return new Circumstances(plannedVisits, incompatiblePeriods, outages, absences, cancellations, payableReasons, extraMinutes, corrections, rejections, advances, proofs, stampDistances, caregiverProfiles);
  }

  /** The same with another value of {@link #rejections}. */
  public Circumstances withRejections(List<Rejection> rejections) {
    return new Circumstances(plannedVisits, incompatiblePeriods, outages, absences, cancellations, payableReasons, extraMinutes, corrections, rejections, advances, proofs, stampDistances, caregiverProfiles);
  }

  /** The same with another value of {@link #advances}. */
  public Circumstances withAdvances(List<Advance> advances) {
    return new Circumstances(plannedVisits, incompatiblePeriods, outages, absences, cancellations, payableReasons, extraMinutes, corrections, rejections, advances, proofs, stampDistances, caregiverProfiles);
  }

  /** The same with another value of {@link #proofs}. */
  public Circumstances withProofs(List<ProofEntry> proofs) {
    return new Circumstances(plannedVisits, incompatiblePeriods, outages, absences, cancellations, payableReasons, extraMinutes, corrections, rejections, advances, proofs, stampDistances, caregiverProfiles);
  }

  /** The same with another value of {@link #stampDistances}. */
  public Circumstances withStampDistances(List<StampDistance> stampDistances) {
    return new Circumstances(plannedVisits, incompatiblePeriods, outages, absences, cancellations, payableReasons, extraMinutes, corrections, rejections, advances, proofs, stampDistances, caregiverProfiles);
  }

  /** The same with another value of {@link #caregiverProfiles}. */
  public Circumstances withCaregiverProfiles(List<CaregiverProfile> caregiverProfiles) {
    return new Circumstances(plannedVisits, incompatiblePeriods, outages, absences, cancellations, payableReasons, extraMinutes, corrections, rejections, advances, proofs, stampDistances, caregiverProfiles);
  }

  static Circumstances read(WireReader in) {
    List<PlannedVisit> plannedVisits_ = in.list(PlannedVisit::read);
    List<IncompatiblePeriod> incompatiblePeriods_ = in.list(IncompatiblePeriod::read);
    List<OutagePeriod> outages_ = in.list(OutagePeriod::read);
    List<Absence> absences_ = in.list(Absence::read);
    List<Cancellation> cancellations_ = in.list(Cancellation::read);
    List<PayableReason> payableReasons_ = in.list(PayableReason::read);
    List<ExtraMinutesEntry> extraMinutes_ = in.list(ExtraMinutesEntry::read);
    List<CorrectionEntry> corrections_ = in.list(CorrectionEntry::read);
    List<Rejection> rejections_ = in.list(Rejection::read);
    List<Advance> advances_ = in.list(Advance::read);
    List<ProofEntry> proofs_ = in.list(ProofEntry::read);
    List<StampDistance> stampDistances_ = in.list(StampDistance::read);
    List<CaregiverProfile> caregiverProfiles_ = in.list(CaregiverProfile::read);
    return new Circumstances(plannedVisits_, incompatiblePeriods_, outages_, absences_, cancellations_, payableReasons_, extraMinutes_, corrections_, rejections_, advances_, proofs_, stampDistances_, caregiverProfiles_);
  }

  void write(WireWriter out) {
    out.count(plannedVisits);
    for (PlannedVisit one : plannedVisits) one.write(out);
    out.count(incompatiblePeriods);
    for (IncompatiblePeriod one : incompatiblePeriods) one.write(out);
    out.count(outages);
    for (OutagePeriod one : outages) one.write(out);
    out.count(absences);
    for (Absence one : absences) one.write(out);
    out.count(cancellations);
    for (Cancellation one : cancellations) one.write(out);
    out.count(payableReasons);
    for (PayableReason one : payableReasons) one.write(out);
    out.count(extraMinutes);
    for (ExtraMinutesEntry one : extraMinutes) one.write(out);
    out.count(corrections);
    for (CorrectionEntry one : corrections) one.write(out);
    out.count(rejections);
    for (Rejection one : rejections) one.write(out);
    out.count(advances);
    for (Advance one : advances) one.write(out);
    out.count(proofs);
    for (ProofEntry one : proofs) one.write(out);
    out.count(stampDistances);
    for (StampDistance one : stampDistances) one.write(out);
    out.count(caregiverProfiles);
    for (CaregiverProfile one : caregiverProfiles) one.write(out);
  }
}
