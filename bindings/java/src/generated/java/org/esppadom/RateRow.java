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
 * {@code rate_row}
 *
 * @param group groupe
 * @param month mois; null when there is none
 * @param interventions interventions
 * @param corrected corrigées
 * @param ratePct taux de correction (%)
 */
public record RateRow(
    String group,
    YearMonth month,
    long interventions,
    long corrected,
    Optional<BigDecimal> ratePct) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public RateRow {
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(ratePct, "ratePct");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static RateRow empty() {
    return new RateRow("", null, 0, 0, Optional.empty());
  }

  /** The same with another value of {@link #group}. */
  public RateRow withGroup(String group) {
    return new RateRow(group, month, interventions, corrected, ratePct);
  }

  /** The same with another value of {@link #month}. */
  public RateRow withMonth(YearMonth month) {
    return new RateRow(group, month, interventions, corrected, ratePct);
  }

  /** The same with another value of {@link #interventions}. */
  public RateRow withInterventions(long interventions) {
    return new RateRow(group, month, interventions, corrected, ratePct);
  }

  /** The same with another value of {@link #corrected}. */
  public RateRow withCorrected(long corrected) {
    return new RateRow(group, month, interventions, corrected, ratePct);
  }

  /** The same with another value of {@link #ratePct}. */
  public RateRow withRatePct(Optional<BigDecimal> ratePct) {
    return new RateRow(group, month, interventions, corrected, ratePct);
  }

  /** The same with a value of {@link #ratePct}. */
  public RateRow withRatePct(BigDecimal ratePct) {
    return withRatePct(Optional.of(ratePct));
  }

  static RateRow read(WireReader in) {
    String group_ = in.text();
    YearMonth month_ = in.month();
    long interventions_ = in.integer();
    long corrected_ = in.integer();
    Optional<BigDecimal> ratePct_ = in.optional() ? Optional.of(in.decimal()) : Optional.empty();
    return new RateRow(group_, month_, interventions_, corrected_, ratePct_);
  }

  void write(WireWriter out) {
    out.text(group);
    out.month(month, "month");
    out.integer(interventions);
    out.integer(corrected);
    if (out.optional(ratePct)) out.decimal(ratePct.get());
  }
}
