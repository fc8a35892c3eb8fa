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
 * {@code advance}
 *
 * @param provider prestataire
 * @param funder financeur
 * @param month mois; null when there is none
 * @param amount montant; null when there is none
 */
public record Advance(
    String provider,
    String funder,
    YearMonth month,
    BigDecimal amount) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public Advance {
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(funder, "funder");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static Advance empty() {
    return new Advance("", "", null, Wire.NO_MONEY);
  }

  /** The same with another value of {@link #provider}. */
  public Advance withProvider(String provider) {
    return new Advance(provider, funder, month, amount);
  }

  /** The same with another value of {@link #funder}. */
  public Advance withFunder(String funder) {
    return new Advance(provider, funder, month, amount);
  }

  /** The same with another value of {@link #month}. */
  public Advance withMonth(YearMonth month) {
    return new Advance(provider, funder, month, amount);
  }

  /** The same with another value of {@link #amount}. */
  public Advance withAmount(BigDecimal amount) {
    return new Advance(provider, funder, month, amount);
  }

  static Advance read(WireReader in) {
    String provider_ = in.text();
    String funder_ = in.text();
    YearMonth month_ = in.month();
    BigDecimal amount_ = in.money();
    return new Advance(provider_, funder_, month_, amount_);
  }

  void write(WireWriter out) {
    out.text(provider);
    out.text(funder);
    out.month(month, "month");
    out.money(amount, "amount");
  }
}
