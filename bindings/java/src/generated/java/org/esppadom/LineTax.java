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
 * {@code line_tax}
 *
 * @param rate taux (inferred (medium))
 * @param categoryCode catégorie (inferred (medium))
 * @param extras ce que la description ne connaît pas, conservé à la réécriture
 */
public record LineTax(
    Optional<BigDecimal> rate,
    Optional<Code> categoryCode,
    Extras extras) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public LineTax {
    Objects.requireNonNull(rate, "rate");
    Objects.requireNonNull(categoryCode, "categoryCode");
    Objects.requireNonNull(extras, "extras");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static LineTax empty() {
    return new LineTax(Optional.empty(), Optional.empty(), Extras.NONE);
  }

  /** The same with another value of {@link #rate}. */
  public LineTax withRate(Optional<BigDecimal> rate) {
    return new LineTax(rate, categoryCode, extras);
  }

  /** The same with a value of {@link #rate}. */
  public LineTax withRate(BigDecimal rate) {
    return withRate(Optional.of(rate));
  }

  /** The same with another value of {@link #categoryCode}. */
  public LineTax withCategoryCode(Optional<Code> categoryCode) {
    return new LineTax(rate, categoryCode, extras);
  }

  /** The same with a value of {@link #categoryCode}. */
  public LineTax withCategoryCode(Code categoryCode) {
    return withCategoryCode(Optional.of(categoryCode));
  }

  /** The same with another value of {@link #extras}. */
  public LineTax withExtras(Extras extras) {
    return new LineTax(rate, categoryCode, extras);
  }

  static LineTax read(WireReader in) {
    Optional<BigDecimal> rate_ = in.optional() ? Optional.of(in.percentage()) : Optional.empty();
    Optional<Code> categoryCode_ = in.optional() ? Optional.of(in.code()) : Optional.empty();
    return new LineTax(rate_, categoryCode_, in.extras(null));
  }

  void write(WireWriter out) {
    if (out.optional(rate)) out.percentage(rate.get(), "rate");
    if (out.optional(categoryCode)) out.code(categoryCode.get());
    out.extras(extras);
  }
}
