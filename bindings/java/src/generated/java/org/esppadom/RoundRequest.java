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
 * {@code round_request}
 *
 * @param rule arrondi
 * @param times durées
 */
record RoundRequest(
    Rounding rule,
    List<Duration> times) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public RoundRequest {
    Objects.requireNonNull(rule, "rule");
    times = List.copyOf(Objects.requireNonNull(times, "times"));
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static RoundRequest empty() {
    return new RoundRequest(Rounding.empty(), List.of());
  }

  /** The same with another value of {@link #rule}. */
  public RoundRequest withRule(Rounding rule) {
    return new RoundRequest(rule, times);
  }

  /** The same with another value of {@link #times}. */
  public RoundRequest withTimes(List<Duration> times) {
    return new RoundRequest(rule, times);
  }

  static RoundRequest read(WireReader in) {
    Rounding rule_ = Rounding.read(in);
    List<Duration> times_ = in.list(WireReader::duration);
    return new RoundRequest(rule_, times_);
  }

  void write(WireWriter out) {
    rule.write(out);
    out.count(times);
    for (Duration one : times) out.duration(one, "times");
  }
}
