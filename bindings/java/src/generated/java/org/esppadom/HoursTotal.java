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
 * {@code hours_total}
 *
 * @param plan autorisé (s)
 * @param used consommé (s)
 * @param usedWithoutPlan consommé sans plafond (s)
 * @param own sur le mois (s)
 * @param carried sur le report (s)
 * @param advance par anticipation (s)
 * @param excess dépassement (s)
 * @param expired report périmé (s)
 */
public record HoursTotal(
    ExactSeconds plan,
    ExactSeconds used,
    ExactSeconds usedWithoutPlan,
    ExactSeconds own,
    ExactSeconds carried,
    ExactSeconds advance,
    ExactSeconds excess,
    ExactSeconds expired) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public HoursTotal {
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(used, "used");
    Objects.requireNonNull(usedWithoutPlan, "usedWithoutPlan");
    Objects.requireNonNull(own, "own");
    Objects.requireNonNull(carried, "carried");
    Objects.requireNonNull(advance, "advance");
    Objects.requireNonNull(excess, "excess");
    Objects.requireNonNull(expired, "expired");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static HoursTotal empty() {
    return new HoursTotal(ExactSeconds.ZERO, ExactSeconds.ZERO, ExactSeconds.ZERO, ExactSeconds.ZERO, ExactSeconds.ZERO, ExactSeconds.ZERO, ExactSeconds.ZERO, ExactSeconds.ZERO);
  }

  /** The same with another value of {@link #plan}. */
  public HoursTotal withPlan(ExactSeconds plan) {
    return new HoursTotal(plan, used, usedWithoutPlan, own, carried, advance, excess, expired);
  }

  /** The same with another value of {@link #used}. */
  public HoursTotal withUsed(ExactSeconds used) {
    return new HoursTotal(plan, used, usedWithoutPlan, own, carried, advance, excess, expired);
  }

  /** The same with another value of {@link #usedWithoutPlan}. */
  public HoursTotal withUsedWithoutPlan(ExactSeconds usedWithoutPlan) {
    return new HoursTotal(plan, used, usedWithoutPlan, own, carried, advance, excess, expired);
  }

  /** The same with another value of {@link #own}. */
  public HoursTotal withOwn(ExactSeconds own) {
    return new HoursTotal(plan, used, usedWithoutPlan, own, carried, advance, excess, expired);
  }

  /** The same with another value of {@link #carried}. */
  public HoursTotal withCarried(ExactSeconds carried) {
    return new HoursTotal(plan, used, usedWithoutPlan, own, carried, advance, excess, expired);
  }

  /** The same with another value of {@link #advance}. */
  public HoursTotal withAdvance(ExactSeconds advance) {
    return new HoursTotal(plan, used, usedWithoutPlan, own, carried, advance, excess, expired);
  }

  /** The same with another value of {@link #excess}. */
  public HoursTotal withExcess(ExactSeconds excess) {
    return new HoursTotal(plan, used, usedWithoutPlan, own, carried, advance, excess, expired);
  }

  /** The same with another value of {@link #expired}. */
  public HoursTotal withExpired(ExactSeconds expired) {
    return new HoursTotal(plan, used, usedWithoutPlan, own, carried, advance, excess, expired);
  }

  static HoursTotal read(WireReader in) {
    ExactSeconds plan_ = in.exactSeconds();
    ExactSeconds used_ = in.exactSeconds();
    ExactSeconds usedWithoutPlan_ = in.exactSeconds();
    ExactSeconds own_ = in.exactSeconds();
    ExactSeconds carried_ = in.exactSeconds();
    ExactSeconds advance_ = in.exactSeconds();
    ExactSeconds excess_ = in.exactSeconds();
    ExactSeconds expired_ = in.exactSeconds();
    return new HoursTotal(plan_, used_, usedWithoutPlan_, own_, carried_, advance_, excess_, expired_);
  }

  void write(WireWriter out) {
    out.exactSeconds(plan);
    out.exactSeconds(used);
    out.exactSeconds(usedWithoutPlan);
    out.exactSeconds(own);
    out.exactSeconds(carried);
    out.exactSeconds(advance);
    out.exactSeconds(excess);
    out.exactSeconds(expired);
  }
}
