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
 * {@code billed_tax}
 *
 * @param rate taux; null when there is none
 * @param basis base HT; null when there is none
 * @param amount TVA; null when there is none
 */
public record BilledTax(
    BigDecimal rate,
    BigDecimal basis,
    BigDecimal amount) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public BilledTax {
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static BilledTax empty() {
    return new BilledTax(BigDecimal.ZERO, Wire.NO_MONEY, Wire.NO_MONEY);
  }

  /** The same with another value of {@link #rate}. */
  public BilledTax withRate(BigDecimal rate) {
    return new BilledTax(rate, basis, amount);
  }

  /** The same with another value of {@link #basis}. */
  public BilledTax withBasis(BigDecimal basis) {
    return new BilledTax(rate, basis, amount);
  }

  /** The same with another value of {@link #amount}. */
  public BilledTax withAmount(BigDecimal amount) {
    return new BilledTax(rate, basis, amount);
  }

  static BilledTax read(WireReader in) {
    BigDecimal rate_ = in.percentage();
    BigDecimal basis_ = in.money();
    BigDecimal amount_ = in.money();
    return new BilledTax(rate_, basis_, amount_);
  }

  void write(WireWriter out) {
    out.percentage(rate, "rate");
    out.money(basis, "basis");
    out.money(amount, "amount");
  }
}
