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
 * {@code planned_visit}
 *
 * @param deliveryId n° de document de l'intervention
 * @param provider prestataire
 * @param beneficiary bénéficiaire
 * @param caregiver intervenant
 * @param service prestation
 * @param start début planifié; null when there is none
 * @param end fin planifiée; null when there is none
 */
public record PlannedVisit(
    Optional<String> deliveryId,
    String provider,
    String beneficiary,
    Optional<String> caregiver,
    Optional<String> service,
    LocalDateTime start,
    LocalDateTime end) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public PlannedVisit {
    Objects.requireNonNull(deliveryId, "deliveryId");
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(beneficiary, "beneficiary");
    Objects.requireNonNull(caregiver, "caregiver");
    Objects.requireNonNull(service, "service");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static PlannedVisit empty() {
    return new PlannedVisit(Optional.empty(), "", "", Optional.empty(), Optional.empty(), null, null);
  }

  /** The same with another value of {@link #deliveryId}. */
  public PlannedVisit withDeliveryId(Optional<String> deliveryId) {
    return new PlannedVisit(deliveryId, provider, beneficiary, caregiver, service, start, end);
  }

  /** The same with a value of {@link #deliveryId}. */
  public PlannedVisit withDeliveryId(String deliveryId) {
    return withDeliveryId(Optional.of(deliveryId));
  }

  /** The same with another value of {@link #provider}. */
  public PlannedVisit withProvider(String provider) {
    return new PlannedVisit(deliveryId, provider, beneficiary, caregiver, service, start, end);
  }

  /** The same with another value of {@link #beneficiary}. */
  public PlannedVisit withBeneficiary(String beneficiary) {
    return new PlannedVisit(deliveryId, provider, beneficiary, caregiver, service, start, end);
  }

  /** The same with another value of {@link #caregiver}. */
  public PlannedVisit withCaregiver(Optional<String> caregiver) {
    return new PlannedVisit(deliveryId, provider, beneficiary, caregiver, service, start, end);
  }

  /** The same with a value of {@link #caregiver}. */
  public PlannedVisit withCaregiver(String caregiver) {
    return withCaregiver(Optional.of(caregiver));
  }

  /** The same with another value of {@link #service}. */
  public PlannedVisit withService(Optional<String> service) {
    return new PlannedVisit(deliveryId, provider, beneficiary, caregiver, service, start, end);
  }

  /** The same with a value of {@link #service}. */
  public PlannedVisit withService(String service) {
    return withService(Optional.of(service));
  }

  /** The same with another value of {@link #start}. */
  public PlannedVisit withStart(LocalDateTime start) {
    return new PlannedVisit(deliveryId, provider, beneficiary, caregiver, service, start, end);
  }

  /** The same with another value of {@link #end}. */
  public PlannedVisit withEnd(LocalDateTime end) {
    return new PlannedVisit(deliveryId, provider, beneficiary, caregiver, service, start, end);
  }

  static PlannedVisit read(WireReader in) {
    Optional<String> deliveryId_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    String provider_ = in.text();
    String beneficiary_ = in.text();
    Optional<String> caregiver_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    Optional<String> service_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    LocalDateTime start_ = in.time();
    LocalDateTime end_ = in.time();
    return new PlannedVisit(deliveryId_, provider_, beneficiary_, caregiver_, service_, start_, end_);
  }

  void write(WireWriter out) {
    if (out.optional(deliveryId)) out.text(deliveryId.get());
    out.text(provider);
    out.text(beneficiary);
    if (out.optional(caregiver)) out.text(caregiver.get());
    if (out.optional(service)) out.text(service.get());
    out.time(start, "start");
    out.time(end, "end");
  }
}
