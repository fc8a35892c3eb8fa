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
 * {@code order_plan}
 *
 * @param id n° du plan d'aide (inferred (medium))
 * @param contractGlobalId nature du contrat (?) (inferred (low))
 * @param period bornes du plan d'aide (inferred (low))
 * @param extras ce que la description ne connaît pas, conservé à la réécriture
 */
public record OrderPlan(
    Optional<String> id,
    Optional<Identifier> contractGlobalId,
    Optional<ValidityPeriod> period,
    Extras extras) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public OrderPlan {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(contractGlobalId, "contractGlobalId");
    Objects.requireNonNull(period, "period");
    Objects.requireNonNull(extras, "extras");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static OrderPlan empty() {
    return new OrderPlan(Optional.empty(), Optional.empty(), Optional.empty(), Extras.NONE);
  }

  /** The same with another value of {@link #id}. */
  public OrderPlan withId(Optional<String> id) {
    return new OrderPlan(id, contractGlobalId, period, extras);
  }

  /** The same with a value of {@link #id}. */
  public OrderPlan withId(String id) {
    return withId(Optional.of(id));
  }

  /** The same with another value of {@link #contractGlobalId}. */
  public OrderPlan withContractGlobalId(Optional<Identifier> contractGlobalId) {
    return new OrderPlan(id, contractGlobalId, period, extras);
  }

  /** The same with a value of {@link #contractGlobalId}. */
  public OrderPlan withContractGlobalId(Identifier contractGlobalId) {
    return withContractGlobalId(Optional.of(contractGlobalId));
  }

  /** The same with another value of {@link #period}. */
  public OrderPlan withPeriod(Optional<ValidityPeriod> period) {
    return new OrderPlan(id, contractGlobalId, period, extras);
  }

  /** The same with a value of {@link #period}. */
  public OrderPlan withPeriod(ValidityPeriod period) {
    return withPeriod(Optional.of(period));
  }

  /** The same with another value of {@link #extras}. */
  public OrderPlan withExtras(Extras extras) {
    return new OrderPlan(id, contractGlobalId, period, extras);
  }

  static OrderPlan read(WireReader in) {
    Optional<String> id_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    Optional<Identifier> contractGlobalId_ = in.optional() ? Optional.of(in.identifier()) : Optional.empty();
    Optional<ValidityPeriod> period_ = in.optional() ? Optional.of(ValidityPeriod.read(in)) : Optional.empty();
    return new OrderPlan(id_, contractGlobalId_, period_, in.extras(null));
  }

  void write(WireWriter out) {
    if (out.optional(id)) out.text(id.get());
    if (out.optional(contractGlobalId)) out.identifier(contractGlobalId.get());
    if (out.optional(period)) period.get().write(out);
    out.extras(extras);
  }
}
