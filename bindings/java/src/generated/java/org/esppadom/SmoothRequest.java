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
 * {@code smooth_request}
 *
 * @param whom règles, et date dans la première période
 * @param periods périodes qui se suivent
 */
public record SmoothRequest(
    RulesQuery whom,
    List<PlanUse> periods) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public SmoothRequest {
    Objects.requireNonNull(whom, "whom");
    periods = List.copyOf(Objects.requireNonNull(periods, "periods"));
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static SmoothRequest empty() {
    return new SmoothRequest(RulesQuery.empty(), List.of());
  }

  /** The same with another value of {@link #whom}. */
  public SmoothRequest withWhom(RulesQuery whom) {
    return new SmoothRequest(whom, periods);
  }

  /** The same with another value of {@link #periods}. */
  public SmoothRequest withPeriods(List<PlanUse> periods) {
    return new SmoothRequest(whom, periods);
  }

  static SmoothRequest read(WireReader in) {
    RulesQuery whom_ = RulesQuery.read(in);
    List<PlanUse> periods_ = in.list(PlanUse::read);
    return new SmoothRequest(whom_, periods_);
  }

  void write(WireWriter out) {
    whom.write(out);
    out.count(periods);
    for (PlanUse one : periods) one.write(out);
  }
}
