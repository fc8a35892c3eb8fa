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
 * {@code delivery}
 *
 * @param messageVersion version du message (known)
 * @param transactionId n° de transaction (known)
 * @param deliveryId n° de document (known)
 * @param issuedAt date d'émission (known); null when there is none
 * @param orderRefs commande concernée (known)
 * @param contract contrat (known)
 * @param beneficiary bénéficiaire (known)
 * @param provider prestataire et intervenant (known)
 * @param correctionCode motif de correction (known)
 * @param retainedPeriod période retenue (known)
 * @param plannedPeriod période planifiée (inferred (low))
 * @param stamps horodatages (known)
 * @param lines ligne (known)
 * @param extras ce que la description ne connaît pas, conservé à la réécriture
 */
public record Delivery(
    String messageVersion,
    String transactionId,
    String deliveryId,
    LocalDateTime issuedAt,
    List<DeliveryOrderRef> orderRefs,
    Optional<DeliveryContract> contract,
    Party beneficiary,
    Party provider,
    Optional<Code> correctionCode,
    InstantPeriod retainedPeriod,
    Optional<InstantPeriod> plannedPeriod,
    Optional<StampPair> stamps,
    List<DeliveryLine> lines,
    Extras extras) implements Message {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public Delivery {
    Objects.requireNonNull(messageVersion, "messageVersion");
    Objects.requireNonNull(transactionId, "transactionId");
    Objects.requireNonNull(deliveryId, "deliveryId");
    orderRefs = List.copyOf(Objects.requireNonNull(orderRefs, "orderRefs"));
    Objects.requireNonNull(contract, "contract");
    Objects.requireNonNull(beneficiary, "beneficiary");
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(correctionCode, "correctionCode");
    Objects.requireNonNull(retainedPeriod, "retainedPeriod");
    Objects.requireNonNull(plannedPeriod, "plannedPeriod");
    Objects.requireNonNull(stamps, "stamps");
    lines = List.copyOf(Objects.requireNonNull(lines, "lines"));
    Objects.requireNonNull(extras, "extras");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static Delivery empty() {
    return new Delivery("", "", "", null, List.of(), Optional.empty(), Party.empty(), Party.empty(), Optional.empty(), InstantPeriod.empty(), Optional.empty(), Optional.empty(), List.of(), Extras.NONE);
  }

  /** The same with another value of {@link #messageVersion}. */
  public Delivery withMessageVersion(String messageVersion) {
    return new Delivery(messageVersion, transactionId, deliveryId, issuedAt, orderRefs, contract, beneficiary, provider, correctionCode, retainedPeriod, plannedPeriod, stamps, lines, extras);
  }

  /** The same with another value of {@link #transactionId}. */
  public Delivery withTransactionId(String transactionId) {
    return new Delivery(messageVersion, transactionId, deliveryId, issuedAt, orderRefs, contract, beneficiary, provider, correctionCode, retainedPeriod, plannedPeriod, stamps, lines, extras);
  }

  /** The same with another value of {@link #deliveryId}. */
  public Delivery withDeliveryId(String deliveryId) {
    return new Delivery(messageVersion, transactionId, deliveryId, issuedAt, orderRefs, contract, beneficiary, provider, correctionCode, retainedPeriod, plannedPeriod, stamps, lines, extras);
  }

  /** The same with another value of {@link #issuedAt}. */
  public Delivery withIssuedAt(LocalDateTime issuedAt) {
    return new Delivery(messageVersion, transactionId, deliveryId, issuedAt, orderRefs, contract, beneficiary, provider, correctionCode, retainedPeriod, plannedPeriod, stamps, lines, extras.reading("issuedAt", false));
  }

  /** The same with another {@link #issuedAt}; {@code secondReading} tells the two readings of the repeated autumn hour apart. */
  public Delivery withIssuedAt(LocalDateTime issuedAt, boolean secondReading) {
    return new Delivery(messageVersion, transactionId, deliveryId, issuedAt, orderRefs, contract, beneficiary, provider, correctionCode, retainedPeriod, plannedPeriod, stamps, lines, extras.reading("issuedAt", secondReading));
  }

  /** The same with another value of {@link #orderRefs}. */
  public Delivery withOrderRefs(List<DeliveryOrderRef> orderRefs) {
    return new Delivery(messageVersion, transactionId, deliveryId, issuedAt, orderRefs, contract, beneficiary, provider, correctionCode, retainedPeriod, plannedPeriod, stamps, lines, extras);
  }

  /** The same with another value of {@link #contract}. */
  public Delivery withContract(Optional<DeliveryContract> contract) {
    return new Delivery(messageVersion, transactionId, deliveryId, issuedAt, orderRefs, contract, beneficiary, provider, correctionCode, retainedPeriod, plannedPeriod, stamps, lines, extras);
  }

  /** The same with a value of {@link #contract}. */
  public Delivery withContract(DeliveryContract contract) {
    return withContract(Optional.of(contract));
  }

  /** The same with another value of {@link #beneficiary}. */
  public Delivery withBeneficiary(Party beneficiary) {
    return new Delivery(messageVersion, transactionId, deliveryId, issuedAt, orderRefs, contract, beneficiary, provider, correctionCode, retainedPeriod, plannedPeriod, stamps, lines, extras);
  }

  /** The same with another value of {@link #provider}. */
  public Delivery withProvider(Party provider) {
    return new Delivery(messageVersion, transactionId, deliveryId, issuedAt, orderRefs, contract, beneficiary, provider, correctionCode, retainedPeriod, plannedPeriod, stamps, lines, extras);
  }

  /** The same with another value of {@link #correctionCode}. */
  public Delivery withCorrectionCode(Optional<Code> correctionCode) {
    return new Delivery(messageVersion, transactionId, deliveryId, issuedAt, orderRefs, contract, beneficiary, provider, correctionCode, retainedPeriod, plannedPeriod, stamps, lines, extras);
  }

  /** The same with a value of {@link #correctionCode}. */
  public Delivery withCorrectionCode(Code correctionCode) {
    return withCorrectionCode(Optional.of(correctionCode));
  }

  /** The same with another value of {@link #retainedPeriod}. */
  public Delivery withRetainedPeriod(InstantPeriod retainedPeriod) {
    return new Delivery(messageVersion, transactionId, deliveryId, issuedAt, orderRefs, contract, beneficiary, provider, correctionCode, retainedPeriod, plannedPeriod, stamps, lines, extras);
  }

  /** The same with another value of {@link #plannedPeriod}. */
  public Delivery withPlannedPeriod(Optional<InstantPeriod> plannedPeriod) {
    return new Delivery(messageVersion, transactionId, deliveryId, issuedAt, orderRefs, contract, beneficiary, provider, correctionCode, retainedPeriod, plannedPeriod, stamps, lines, extras);
  }

  /** The same with a value of {@link #plannedPeriod}. */
  public Delivery withPlannedPeriod(InstantPeriod plannedPeriod) {
    return withPlannedPeriod(Optional.of(plannedPeriod));
  }

  /** The same with another value of {@link #stamps}. */
  public Delivery withStamps(Optional<StampPair> stamps) {
    return new Delivery(messageVersion, transactionId, deliveryId, issuedAt, orderRefs, contract, beneficiary, provider, correctionCode, retainedPeriod, plannedPeriod, stamps, lines, extras);
  }

  /** The same with a value of {@link #stamps}. */
  public Delivery withStamps(StampPair stamps) {
    return withStamps(Optional.of(stamps));
  }

  /** The same with another value of {@link #lines}. */
  public Delivery withLines(List<DeliveryLine> lines) {
    return new Delivery(messageVersion, transactionId, deliveryId, issuedAt, orderRefs, contract, beneficiary, provider, correctionCode, retainedPeriod, plannedPeriod, stamps, lines, extras);
  }

  /** The same with another value of {@link #extras}. */
  public Delivery withExtras(Extras extras) {
    return new Delivery(messageVersion, transactionId, deliveryId, issuedAt, orderRefs, contract, beneficiary, provider, correctionCode, retainedPeriod, plannedPeriod, stamps, lines, extras);
  }

  static Delivery read(WireReader in) {
    WireReader.Folds folds = new WireReader.Folds();
    String messageVersion_ = in.text();
    String transactionId_ = in.text();
    String deliveryId_ = in.text();
    LocalDateTime issuedAt_ = in.time("issuedAt", folds);
    List<DeliveryOrderRef> orderRefs_ = in.list(DeliveryOrderRef::read);
    Optional<DeliveryContract> contract_ = in.optional() ? Optional.of(DeliveryContract.read(in)) : Optional.empty();
    Party beneficiary_ = Party.read(in);
    Party provider_ = Party.read(in);
    Optional<Code> correctionCode_ = in.optional() ? Optional.of(in.code()) : Optional.empty();
    InstantPeriod retainedPeriod_ = InstantPeriod.read(in);
    Optional<InstantPeriod> plannedPeriod_ = in.optional() ? Optional.of(InstantPeriod.read(in)) : Optional.empty();
    Optional<StampPair> stamps_ = in.optional() ? Optional.of(StampPair.read(in)) : Optional.empty();
    List<DeliveryLine> lines_ = in.list(DeliveryLine::read);
    return new Delivery(messageVersion_, transactionId_, deliveryId_, issuedAt_, orderRefs_, contract_, beneficiary_, provider_, correctionCode_, retainedPeriod_, plannedPeriod_, stamps_, lines_, in.extras(folds));
  }

  void write(WireWriter out) {
    out.text(messageVersion);
    out.text(transactionId);
    out.text(deliveryId);
    out.time(issuedAt, "issuedAt", extras.isSecondReading("issuedAt"));
    out.count(orderRefs);
    for (DeliveryOrderRef one : orderRefs) one.write(out);
    if (out.optional(contract)) contract.get().write(out);
    beneficiary.write(out);
    provider.write(out);
    if (out.optional(correctionCode)) out.code(correctionCode.get());
    retainedPeriod.write(out);
    if (out.optional(plannedPeriod)) plannedPeriod.get().write(out);
    if (out.optional(stamps)) stamps.get().write(out);
    out.count(lines);
    for (DeliveryLine one : lines) one.write(out);
    out.extras(extras);
  }
}
