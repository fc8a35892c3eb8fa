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
 * {@code reconcile_sum}
 *
 * @param group groupe
 * @param lines lignes
 * @param statedSeconds temps facturé (s)
 * @param expectedSeconds temps attendu (s)
 * @param statedAmount montant facturé; null when there is none
 * @param expectedAmount montant attendu
 * @param difference écart
 * @param differences nombre d'écarts
 */
public record ReconcileSum(
    String group,
    long lines,
    ExactSeconds statedSeconds,
    Optional<ExactSeconds> expectedSeconds,
    BigDecimal statedAmount,
    Optional<BigDecimal> expectedAmount,
    Optional<BigDecimal> difference,
    long differences) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public ReconcileSum {
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(statedSeconds, "statedSeconds");
    Objects.requireNonNull(expectedSeconds, "expectedSeconds");
    Objects.requireNonNull(expectedAmount, "expectedAmount");
    Objects.requireNonNull(difference, "difference");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static ReconcileSum empty() {
    return new ReconcileSum("", 0, ExactSeconds.ZERO, Optional.empty(), Wire.NO_MONEY, Optional.empty(), Optional.empty(), 0);
  }

  /** The same with another value of {@link #group}. */
  public ReconcileSum withGroup(String group) {
    return new ReconcileSum(group, lines, statedSeconds, expectedSeconds, statedAmount, expectedAmount, difference, differences);
  }

  /** The same with another value of {@link #lines}. */
  public ReconcileSum withLines(long lines) {
    return new ReconcileSum(group, lines, statedSeconds, expectedSeconds, statedAmount, expectedAmount, difference, differences);
  }

  /** The same with another value of {@link #statedSeconds}. */
  public ReconcileSum withStatedSeconds(ExactSeconds statedSeconds) {
    return new ReconcileSum(group, lines, statedSeconds, expectedSeconds, statedAmount, expectedAmount, difference, differences);
  }

  /** The same with another value of {@link #expectedSeconds}. */
  public ReconcileSum withExpectedSeconds(Optional<ExactSeconds> expectedSeconds) {
    return new ReconcileSum(group, lines, statedSeconds, expectedSeconds, statedAmount, expectedAmount, difference, differences);
  }

  /** The same with a value of {@link #expectedSeconds}. */
  public ReconcileSum withExpectedSeconds(ExactSeconds expectedSeconds) {
    return withExpectedSeconds(Optional.of(expectedSeconds));
  }

  /** The same with another value of {@link #statedAmount}. */
  public ReconcileSum withStatedAmount(BigDecimal statedAmount) {
    return new ReconcileSum(group, lines, statedSeconds, expectedSeconds, statedAmount, expectedAmount, difference, differences);
  }

  /** The same with another value of {@link #expectedAmount}. */
  public ReconcileSum withExpectedAmount(Optional<BigDecimal> expectedAmount) {
    return new ReconcileSum(group, lines, statedSeconds, expectedSeconds, statedAmount, expectedAmount, difference, differences);
  }

  /** The same with a value of {@link #expectedAmount}. */
  public ReconcileSum withExpectedAmount(BigDecimal expectedAmount) {
    return withExpectedAmount(Optional.of(expectedAmount));
  }

  /** The same with another value of {@link #difference}. */
  public ReconcileSum withDifference(Optional<BigDecimal> difference) {
    return new ReconcileSum(group, lines, statedSeconds, expectedSeconds, statedAmount, expectedAmount, difference, differences);
  }

  /** The same with a value of {@link #difference}. */
  public ReconcileSum withDifference(BigDecimal difference) {
    return withDifference(Optional.of(difference));
  }

  /** The same with another value of {@link #differences}. */
  public ReconcileSum withDifferences(long differences) {
    return new ReconcileSum(group, lines, statedSeconds, expectedSeconds, statedAmount, expectedAmount, difference, differences);
  }

  static ReconcileSum read(WireReader in) {
    String group_ = in.text();
    long lines_ = in.integer();
    ExactSeconds statedSeconds_ = in.exactSeconds();
    Optional<ExactSeconds> expectedSeconds_ = in.optional() ? Optional.of(in.exactSeconds()) : Optional.empty();
    BigDecimal statedAmount_ = in.money();
    Optional<BigDecimal> expectedAmount_ = in.optional() ? Optional.of(in.money()) : Optional.empty();
    Optional<BigDecimal> difference_ = in.optional() ? Optional.of(in.money()) : Optional.empty();
    long differences_ = in.integer();
    return new ReconcileSum(group_, lines_, statedSeconds_, expectedSeconds_, statedAmount_, expectedAmount_, difference_, differences_);
  }

  void write(WireWriter out) {
    out.text(group);
    out.integer(lines);
    out.exactSeconds(statedSeconds);
    if (out.optional(expectedSeconds)) out.exactSeconds(expectedSeconds.get());
    out.money(statedAmount, "statedAmount");
    if (out.optional(expectedAmount)) out.money(expectedAmount.get(), "expectedAmount");
    if (out.optional(difference)) out.money(difference.get(), "difference");
    out.integer(differences);
  }
}
