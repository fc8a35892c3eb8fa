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
 * {@code circumstances_text}
 *
 * @param circumstances circonstances
 */
public record CircumstancesText(
    Circumstances circumstances) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public CircumstancesText {
    Objects.requireNonNull(circumstances, "circumstances");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static CircumstancesText empty() {
    return new CircumstancesText(Circumstances.empty());
  }

  /** The same with another value of {@link #circumstances}. */
  public CircumstancesText withCircumstances(Circumstances circumstances) {
    return new CircumstancesText(circumstances);
  }

  static CircumstancesText read(WireReader in) {
    Circumstances circumstances_ = Circumstances.read(in);
    return new CircumstancesText(circumstances_);
  }

  void write(WireWriter out) {
    circumstances.write(out);
  }
}
