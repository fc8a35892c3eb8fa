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
 * {@code funder_total}
 *
 * @param funder financeur
 * @param total total; null when there is none
 */
public record FunderTotal(
    String funder,
    BigDecimal total) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public FunderTotal {
    Objects.requireNonNull(funder, "funder");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static FunderTotal empty() {
    return new FunderTotal("", Wire.NO_MONEY);
  }

  /** The same with another value of {@link #funder}. */
  public FunderTotal withFunder(String funder) {
    return new FunderTotal(funder, total);
  }

  /** The same with another value of {@link #total}. */
  public FunderTotal withTotal(BigDecimal total) {
    return new FunderTotal(funder, total);
  }

  static FunderTotal read(WireReader in) {
    String funder_ = in.text();
    BigDecimal total_ = in.money();
    return new FunderTotal(funder_, total_);
  }

  void write(WireWriter out) {
    out.text(funder);
    out.money(total, "total");
  }
}
