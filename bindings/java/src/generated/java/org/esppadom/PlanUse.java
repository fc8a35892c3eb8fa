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
 * {@code plan_use}
 *
 * @param plan plan de la période; null when there is none
 * @param used temps réalisé; null when there is none
 */
public record PlanUse(
    Duration plan,
    Duration used) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public PlanUse {
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static PlanUse empty() {
    return new PlanUse(Duration.ZERO, Duration.ZERO);
  }

  /** The same with another value of {@link #plan}. */
  public PlanUse withPlan(Duration plan) {
    return new PlanUse(plan, used);
  }

  /** The same with another value of {@link #used}. */
  public PlanUse withUsed(Duration used) {
    return new PlanUse(plan, used);
  }

  static PlanUse read(WireReader in) {
    Duration plan_ = in.duration();
    Duration used_ = in.duration();
    return new PlanUse(plan_, used_);
  }

  void write(WireWriter out) {
    out.duration(plan, "plan");
    out.duration(used, "used");
  }
}
