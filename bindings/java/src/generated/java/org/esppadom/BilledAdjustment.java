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
 * {@code billed_adjustment}
 *
 * @param reason motif
 * @param month mois; null when there is none
 * @param amount montant; null when there is none
 */
public record BilledAdjustment(
    AdjustmentReason reason,
    YearMonth month,
    BigDecimal amount) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public BilledAdjustment {
    Objects.requireNonNull(reason, "reason");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static BilledAdjustment empty() {
    return new BilledAdjustment(AdjustmentReason.PENALTY, null, Wire.NO_MONEY);
  }

  /** The same with another value of {@link #reason}. */
  public BilledAdjustment withReason(AdjustmentReason reason) {
    return new BilledAdjustment(reason, month, amount);
  }

  /** The same with another value of {@link #month}. */
  public BilledAdjustment withMonth(YearMonth month) {
    return new BilledAdjustment(reason, month, amount);
  }

  /** The same with another value of {@link #amount}. */
  public BilledAdjustment withAmount(BigDecimal amount) {
    return new BilledAdjustment(reason, month, amount);
  }

  static BilledAdjustment read(WireReader in) {
    AdjustmentReason reason_ = AdjustmentReason.read(in);
    YearMonth month_ = in.month();
    BigDecimal amount_ = in.money();
    return new BilledAdjustment(reason_, month_, amount_);
  }

  void write(WireWriter out) {
    reason.write(out);
    out.month(month, "month");
    out.money(amount, "amount");
  }
}
