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
 * {@code absence}
 *
 * @param beneficiary bénéficiaire
 * @param from premier jour; null when there is none
 * @param to dernier jour
 * @param reason motif
 */
public record Absence(
    String beneficiary,
    LocalDate from,
    Optional<LocalDate> to,
    Optional<String> reason) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public Absence {
    Objects.requireNonNull(beneficiary, "beneficiary");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(reason, "reason");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static Absence empty() {
    return new Absence("", null, Optional.empty(), Optional.empty());
  }

  /** The same with another value of {@link #beneficiary}. */
  public Absence withBeneficiary(String beneficiary) {
    return new Absence(beneficiary, from, to, reason);
  }

  /** The same with another value of {@link #from}. */
  public Absence withFrom(LocalDate from) {
    return new Absence(beneficiary, from, to, reason);
  }

  /** The same with another value of {@link #to}. */
  public Absence withTo(Optional<LocalDate> to) {
    return new Absence(beneficiary, from, to, reason);
  }

  /** The same with a value of {@link #to}. */
  public Absence withTo(LocalDate to) {
    return withTo(Optional.of(to));
  }

  /** The same with another value of {@link #reason}. */
  public Absence withReason(Optional<String> reason) {
    return new Absence(beneficiary, from, to, reason);
  }

  /** The same with a value of {@link #reason}. */
  public Absence withReason(String reason) {
    return withReason(Optional.of(reason));
  }

  static Absence read(WireReader in) {
    String beneficiary_ = in.text();
    LocalDate from_ = in.date();
    Optional<LocalDate> to_ = in.optional() ? Optional.of(in.date()) : Optional.empty();
    Optional<String> reason_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    return new Absence(beneficiary_, from_, to_, reason_);
  }

  void write(WireWriter out) {
    out.text(beneficiary);
    out.date(from, "from");
    if (out.optional(to)) out.date(to.get(), "to");
    if (out.optional(reason)) out.text(reason.get());
  }
}
