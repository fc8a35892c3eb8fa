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
 * {@code run_size}
 *
 * @param messages messages ajoutés
 */
public record RunSize(
    long messages) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public RunSize {
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static RunSize empty() {
    return new RunSize(0);
  }

  /** The same with another value of {@link #messages}. */
  public RunSize withMessages(long messages) {
    return new RunSize(messages);
  }

  static RunSize read(WireReader in) {
    long messages_ = in.integer();
    return new RunSize(messages_);
  }

  void write(WireWriter out) {
    out.integer(messages);
  }
}
