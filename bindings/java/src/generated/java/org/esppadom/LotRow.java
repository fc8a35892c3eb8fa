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
 * {@code lot_row}
 *
 * @param month mois d'origine; null when there is none
 * @param left reste (s)
 */
public record LotRow(
    YearMonth month,
    ExactSeconds left) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public LotRow {
    Objects.requireNonNull(left, "left");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static LotRow empty() {
    return new LotRow(null, ExactSeconds.ZERO);
  }

  /** The same with another value of {@link #month}. */
  public LotRow withMonth(YearMonth month) {
    return new LotRow(month, left);
  }

  /** The same with another value of {@link #left}. */
  public LotRow withLeft(ExactSeconds left) {
    return new LotRow(month, left);
  }

  static LotRow read(WireReader in) {
    YearMonth month_ = in.month();
    ExactSeconds left_ = in.exactSeconds();
    return new LotRow(month_, left_);
  }

  void write(WireWriter out) {
    out.month(month, "month");
    out.exactSeconds(left);
  }
}
