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
 * {@code euro_lot_row}
 *
 * @param month mois d'origine; null when there is none
 * @param left reste; null when there is none
 */
public record EuroLotRow(
    YearMonth month,
    BigDecimal left) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public EuroLotRow {
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static EuroLotRow empty() {
    return new EuroLotRow(null, Wire.NO_MONEY);
  }

  /** The same with another value of {@link #month}. */
  public EuroLotRow withMonth(YearMonth month) {
    return new EuroLotRow(month, left);
  }

  /** The same with another value of {@link #left}. */
  public EuroLotRow withLeft(BigDecimal left) {
    return new EuroLotRow(month, left);
  }

  static EuroLotRow read(WireReader in) {
    YearMonth month_ = in.month();
    BigDecimal left_ = in.money();
    return new EuroLotRow(month_, left_);
  }

  void write(WireWriter out) {
    out.month(month, "month");
    out.money(left, "left");
  }
}
