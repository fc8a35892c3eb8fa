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
 * {@code round_result}
 *
 * @param times durées arrondies
 */
record RoundResult(
    List<Duration> times) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public RoundResult {
    times = List.copyOf(Objects.requireNonNull(times, "times"));
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static RoundResult empty() {
    return new RoundResult(List.of());
  }

  /** The same with another value of {@link #times}. */
  public RoundResult withTimes(List<Duration> times) {
    return new RoundResult(times);
  }

  static RoundResult read(WireReader in) {
    List<Duration> times_ = in.list(WireReader::duration);
    return new RoundResult(times_);
  }

  void write(WireWriter out) {
    out.count(times);
    for (Duration one : times) out.duration(one, "times");
  }
}
