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
 * {@code unbilled_total}
 *
 * @param reason motif
 * @param count nombre
 * @param atStake montant en jeu; null when there is none
 * @param withoutPrice nombre sans prix connu
 */
public record UnbilledTotal(
    UnbilledReason reason,
    long count,
    BigDecimal atStake,
    long withoutPrice) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public UnbilledTotal {
    Objects.requireNonNull(reason, "reason");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static UnbilledTotal empty() {
    return new UnbilledTotal(UnbilledReason.NONE, 0, Wire.NO_MONEY, 0);
  }

  /** The same with another value of {@link #reason}. */
  public UnbilledTotal withReason(UnbilledReason reason) {
    return new UnbilledTotal(reason, count, atStake, withoutPrice);
  }

  /** The same with another value of {@link #count}. */
  public UnbilledTotal withCount(long count) {
    return new UnbilledTotal(reason, count, atStake, withoutPrice);
  }

  /** The same with another value of {@link #atStake}. */
  public UnbilledTotal withAtStake(BigDecimal atStake) {
    return new UnbilledTotal(reason, count, atStake, withoutPrice);
  }

  /** The same with another value of {@link #withoutPrice}. */
  public UnbilledTotal withWithoutPrice(long withoutPrice) {
    return new UnbilledTotal(reason, count, atStake, withoutPrice);
  }

  static UnbilledTotal read(WireReader in) {
    UnbilledReason reason_ = UnbilledReason.read(in);
    long count_ = in.integer();
    BigDecimal atStake_ = in.money();
    long withoutPrice_ = in.integer();
    return new UnbilledTotal(reason_, count_, atStake_, withoutPrice_);
  }

  void write(WireWriter out) {
    reason.write(out);
    out.integer(count);
    out.money(atStake, "atStake");
    out.integer(withoutPrice);
  }
}
