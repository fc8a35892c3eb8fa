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
 * {@code incompatible_period}
 *
 * @param beneficiary bénéficiaire
 * @param from premier jour; null when there is none
 * @param to dernier jour
 * @param decisionRef référence de la décision
 * @param reason motif d'incompatibilité
 */
public record IncompatiblePeriod(
    String beneficiary,
    LocalDate from,
    Optional<LocalDate> to,
    Optional<String> decisionRef,
    Optional<String> reason) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public IncompatiblePeriod {
    Objects.requireNonNull(beneficiary, "beneficiary");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(decisionRef, "decisionRef");
    Objects.requireNonNull(reason, "reason");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static IncompatiblePeriod empty() {
    return new IncompatiblePeriod("", null, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same with another value of {@link #beneficiary}. */
  public IncompatiblePeriod withBeneficiary(String beneficiary) {
    return new IncompatiblePeriod(beneficiary, from, to, decisionRef, reason);
  }

  /** The same with another value of {@link #from}. */
  public IncompatiblePeriod withFrom(LocalDate from) {
    return new IncompatiblePeriod(beneficiary, from, to, decisionRef, reason);
  }

  /** The same with another value of {@link #to}. */
  public IncompatiblePeriod withTo(Optional<LocalDate> to) {
    return new IncompatiblePeriod(beneficiary, from, to, decisionRef, reason);
  }

  /** The same with a value of {@link #to}. */
  public IncompatiblePeriod withTo(LocalDate to) {
    return withTo(Optional.of(to));
  }

  /** The same with another value of {@link #decisionRef}. */
  public IncompatiblePeriod withDecisionRef(Optional<String> decisionRef) {
    return new IncompatiblePeriod(beneficiary, from, to, decisionRef, reason);
  }

  /** The same with a value of {@link #decisionRef}. */
  public IncompatiblePeriod withDecisionRef(String decisionRef) {
    return withDecisionRef(Optional.of(decisionRef));
  }

  /** The same with another value of {@link #reason}. */
  public IncompatiblePeriod withReason(Optional<String> reason) {
    return new IncompatiblePeriod(beneficiary, from, to, decisionRef, reason);
  }

  /** The same with a value of {@link #reason}. */
  public IncompatiblePeriod withReason(String reason) {
    return withReason(Optional.of(reason));
  }

  static IncompatiblePeriod read(WireReader in) {
    String beneficiary_ = in.text();
    LocalDate from_ = in.date();
    Optional<LocalDate> to_ = in.optional() ? Optional.of(in.date()) : Optional.empty();
    Optional<String> decisionRef_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    Optional<String> reason_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    return new IncompatiblePeriod(beneficiary_, from_, to_, decisionRef_, reason_);
  }

  void write(WireWriter out) {
    out.text(beneficiary);
    out.date(from, "from");
    if (out.optional(to)) out.date(to.get(), "to");
    if (out.optional(decisionRef)) out.text(decisionRef.get());
    if (out.optional(reason)) out.text(reason.get());
  }
}
