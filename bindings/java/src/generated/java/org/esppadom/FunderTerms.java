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
 * {@code funder_terms}
 *
 * @param tariff tarif horaire; null when there is none
 * @param participation participation du bénéficiaire, en %; null when there is none
 * @param left temps encore financé ; absent : sans limite
 */
public record FunderTerms(
    BigDecimal tariff,
    BigDecimal participation,
    Optional<Duration> left) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public FunderTerms {
    Objects.requireNonNull(left, "left");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static FunderTerms empty() {
    return new FunderTerms(Wire.NO_MONEY, BigDecimal.ZERO, Optional.empty());
  }

  /** The same with another value of {@link #tariff}. */
  public FunderTerms withTariff(BigDecimal tariff) {
    return new FunderTerms(tariff, participation, left);
  }

  /** The same with another value of {@link #participation}. */
  public FunderTerms withParticipation(BigDecimal participation) {
    return new FunderTerms(tariff, participation, left);
  }

  /** The same with another value of {@link #left}. */
  public FunderTerms withLeft(Optional<Duration> left) {
    return new FunderTerms(tariff, participation, left);
  }

  /** The same with a value of {@link #left}. */
  public FunderTerms withLeft(Duration left) {
    return withLeft(Optional.of(left));
  }

  static FunderTerms read(WireReader in) {
    BigDecimal tariff_ = in.unitPrice();
    BigDecimal participation_ = in.percentage();
    Optional<Duration> left_ = in.optional() ? Optional.of(in.duration()) : Optional.empty();
    return new FunderTerms(tariff_, participation_, left_);
  }

  void write(WireWriter out) {
    out.unitPrice(tariff, "tariff");
    out.percentage(participation, "participation");
    if (out.optional(left)) out.duration(left.get(), "left");
  }
}
