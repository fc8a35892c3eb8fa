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
 * {@code call_row}
 *
 * @param row rang dans le journal
 * @param call n° de l'appel
 * @param at heure de l'appel; null when there is none
 * @param caregiver code de l'intervenant
 * @param direction arrivée ou départ
 * @param outcome résultat
 * @param reason motif
 * @param beneficiaries bénéficiaires possibles
 * @param repeats rang de l'appel répété
 * @param delivery n° de document
 */
public record CallRow(
    long row,
    Optional<String> call,
    LocalDateTime at,
    Optional<String> caregiver,
    Optional<CallDirection> direction,
    CallOutcome outcome,
    CallReason reason,
    List<String> beneficiaries,
    Optional<Long> repeats,
    Optional<String> delivery) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public CallRow {
    Objects.requireNonNull(call, "call");
    Objects.requireNonNull(caregiver, "caregiver");
    Objects.requireNonNull(direction, "direction");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(reason, "reason");
    beneficiaries = List.copyOf(Objects.requireNonNull(beneficiaries, "beneficiaries"));
    Objects.requireNonNull(repeats, "repeats");
    Objects.requireNonNull(delivery, "delivery");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static CallRow empty() {
    return new CallRow(0, Optional.empty(), null, Optional.empty(), Optional.empty(), CallOutcome.UNIDENTIFIED, CallReason.NONE, List.of(), Optional.empty(), Optional.empty());
  }

  /** The same with another value of {@link #row}. */
  public CallRow withRow(long row) {
    return new CallRow(row, call, at, caregiver, direction, outcome, reason, beneficiaries, repeats, delivery);
  }

  /** The same with another value of {@link #call}. */
  public CallRow withCall(Optional<String> call) {
    return new CallRow(row, call, at, caregiver, direction, outcome, reason, beneficiaries, repeats, delivery);
  }

  /** The same with a value of {@link #call}. */
  public CallRow withCall(String call) {
    return withCall(Optional.of(call));
  }

  /** The same with another value of {@link #at}. */
  public CallRow withAt(LocalDateTime at) {
    return new CallRow(row, call, at, caregiver, direction, outcome, reason, beneficiaries, repeats, delivery);
  }

  /** The same with another value of {@link #caregiver}. */
  public CallRow withCaregiver(Optional<String> caregiver) {
    return new CallRow(row, call, at, caregiver, direction, outcome, reason, beneficiaries, repeats, delivery);
  }

  /** The same with a value of {@link #caregiver}. */
  public CallRow withCaregiver(String caregiver) {
    return withCaregiver(Optional.of(caregiver));
  }

  /** The same with another value of {@link #direction}. */
  public CallRow withDirection(Optional<CallDirection> direction) {
    return new CallRow(row, call, at, caregiver, direction, outcome, reason, beneficiaries, repeats, delivery);
  }

  /** The same with a value of {@link #direction}. */
  public CallRow withDirection(CallDirection direction) {
    return withDirection(Optional.of(direction));
  }

  /** The same with another value of {@link #outcome}. */
  public CallRow withOutcome(CallOutcome outcome) {
    return new CallRow(row, call, at, caregiver, direction, outcome, reason, beneficiaries, repeats, delivery);
  }

  /** The same with another value of {@link #reason}. */
  public CallRow withReason(CallReason reason) {
    return new CallRow(row, call, at, caregiver, direction, outcome, reason, beneficiaries, repeats, delivery);
  }

  /** The same with another value of {@link #beneficiaries}. */
  public CallRow withBeneficiaries(List<String> beneficiaries) {
    return new CallRow(row, call, at, caregiver, direction, outcome, reason, beneficiaries, repeats, delivery);
  }

  /** The same with another value of {@link #repeats}. */
  public CallRow withRepeats(Optional<Long> repeats) {
    return new CallRow(row, call, at, caregiver, direction, outcome, reason, beneficiaries, repeats, delivery);
  }

  /** The same with a value of {@link #repeats}. */
  public CallRow withRepeats(long repeats) {
    return withRepeats(Optional.of(repeats));
  }

  /** The same with another value of {@link #delivery}. */
  public CallRow withDelivery(Optional<String> delivery) {
    return new CallRow(row, call, at, caregiver, direction, outcome, reason, beneficiaries, repeats, delivery);
  }

  /** The same with a value of {@link #delivery}. */
  public CallRow withDelivery(String delivery) {
    return withDelivery(Optional.of(delivery));
  }

  static CallRow read(WireReader in) {
    long row_ = in.integer();
    Optional<String> call_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    LocalDateTime at_ = in.time();
    Optional<String> caregiver_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    Optional<CallDirection> direction_ = in.optional() ? Optional.of(CallDirection.read(in)) : Optional.empty();
    CallOutcome outcome_ = CallOutcome.read(in);
    CallReason reason_ = CallReason.read(in);
    List<String> beneficiaries_ = in.list(WireReader::text);
    Optional<Long> repeats_ = in.optional() ? Optional.of(in.integer()) : Optional.empty();
    Optional<String> delivery_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    return new CallRow(row_, call_, at_, caregiver_, direction_, outcome_, reason_, beneficiaries_, repeats_, delivery_);
  }

  void write(WireWriter out) {
    out.integer(row);
    if (out.optional(call)) out.text(call.get());
    out.time(at, "at");
    if (out.optional(caregiver)) out.text(caregiver.get());
    if (out.optional(direction)) direction.get().write(out);
    outcome.write(out);
    reason.write(out);
    out.count(beneficiaries);
    for (String one : beneficiaries) out.text(one);
    if (out.optional(repeats)) out.integer(repeats.get());
    if (out.optional(delivery)) out.text(delivery.get());
  }
}
