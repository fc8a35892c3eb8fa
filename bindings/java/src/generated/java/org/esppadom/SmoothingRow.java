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
 * {@code smoothing_row}
 *
 * @param beneficiary bénéficiaire
 * @param pool enveloppe
 * @param month mois; null when there is none
 * @param period période
 * @param planSeconds plan (s)
 * @param used consommé (s)
 * @param own sur le mois (s)
 * @param carried sur le report (s)
 * @param advance par anticipation (s)
 * @param excess dépassement (s)
 * @param expired report périmé (s)
 * @param lots lots de report
 * @param euros en euros
 * @param unit unité, hors temps
 */
public record SmoothingRow(
    String beneficiary,
    String pool,
    YearMonth month,
    Optional<String> period,
    Optional<ExactSeconds> planSeconds,
    ExactSeconds used,
    ExactSeconds own,
    ExactSeconds carried,
    ExactSeconds advance,
    ExactSeconds excess,
    ExactSeconds expired,
    List<LotRow> lots,
    Optional<SmoothingEuros> euros,
    Optional<String> unit) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public SmoothingRow {
    Objects.requireNonNull(beneficiary, "beneficiary");
    Objects.requireNonNull(pool, "pool");
    Objects.requireNonNull(period, "period");
    Objects.requireNonNull(planSeconds, "planSeconds");
    Objects.requireNonNull(used, "used");
    Objects.requireNonNull(own, "own");
    Objects.requireNonNull(carried, "carried");
    Objects.requireNonNull(advance, "advance");
    Objects.requireNonNull(excess, "excess");
    Objects.requireNonNull(expired, "expired");
    lots = List.copyOf(Objects.requireNonNull(lots, "lots"));
    Objects.requireNonNull(euros, "euros");
    Objects.requireNonNull(unit, "unit");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static SmoothingRow empty() {
    return new SmoothingRow("", "", null, Optional.empty(), Optional.empty(), ExactSeconds.ZERO, ExactSeconds.ZERO, ExactSeconds.ZERO, ExactSeconds.ZERO, ExactSeconds.ZERO, ExactSeconds.ZERO, List.of(), Optional.empty(), Optional.empty());
  }

  /** The same with another value of {@link #beneficiary}. */
  public SmoothingRow withBeneficiary(String beneficiary) {
    return new SmoothingRow(beneficiary, pool, month, period, planSeconds, used, own, carried, advance, excess, expired, lots, euros, unit);
  }

  /** The same with another value of {@link #pool}. */
  public SmoothingRow withPool(String pool) {
    return new SmoothingRow(beneficiary, pool, month, period, planSeconds, used, own, carried, advance, excess, expired, lots, euros, unit);
  }

  /** The same with another value of {@link #month}. */
  public SmoothingRow withMonth(YearMonth month) {
    return new SmoothingRow(beneficiary, pool, month, period, planSeconds, used, own, carried, advance, excess, expired, lots, euros, unit);
  }

  /** The same with another value of {@link #period}. */
  public SmoothingRow withPeriod(Optional<String> period) {
    return new SmoothingRow(beneficiary, pool, month, period, planSeconds, used, own, carried, advance, excess, expired, lots, euros, unit);
  }

  /** The same with a value of {@link #period}. */
  public SmoothingRow withPeriod(String period) {
    return withPeriod(Optional.of(period));
  }

  /** The same with another value of {@link #planSeconds}. */
  public SmoothingRow withPlanSeconds(Optional<ExactSeconds> planSeconds) {
    return new SmoothingRow(beneficiary, pool, month, period, planSeconds, used, own, carried, advance, excess, expired, lots, euros, unit);
  }

  /** The same with a value of {@link #planSeconds}. */
  public SmoothingRow withPlanSeconds(ExactSeconds planSeconds) {
    return withPlanSeconds(Optional.of(planSeconds));
  }

  /** The same with another value of {@link #used}. */
  public SmoothingRow withUsed(ExactSeconds used) {
    return new SmoothingRow(beneficiary, pool, month, period, planSeconds, used, own, carried, advance, excess, expired, lots, euros, unit);
  }

  /** The same with another value of {@link #own}. */
  public SmoothingRow withOwn(ExactSeconds own) {
    return new SmoothingRow(beneficiary, pool, month, period, planSeconds, used, own, carried, advance, excess, expired, lots, euros, unit);
  }

  /** The same with another value of {@link #carried}. */
  public SmoothingRow withCarried(ExactSeconds carried) {
    return new SmoothingRow(beneficiary, pool, month, period, planSeconds, used, own, carried, advance, excess, expired, lots, euros, unit);
  }

  /** The same with another value of {@link #advance}. */
  public SmoothingRow withAdvance(ExactSeconds advance) {
    return new SmoothingRow(beneficiary, pool, month, period, planSeconds, used, own, carried, advance, excess, expired, lots, euros, unit);
  }

  /** The same with another value of {@link #excess}. */
  public SmoothingRow withExcess(ExactSeconds excess) {
    return new SmoothingRow(beneficiary, pool, month, period, planSeconds, used, own, carried, advance, excess, expired, lots, euros, unit);
  }

  /** The same with another value of {@link #expired}. */
  public SmoothingRow withExpired(ExactSeconds expired) {
    return new SmoothingRow(beneficiary, pool, month, period, planSeconds, used, own, carried, advance, excess, expired, lots, euros, unit);
  }

  /** The same with another value of {@link #lots}. */
  public SmoothingRow withLots(List<LotRow> lots) {
    return new SmoothingRow(beneficiary, pool, month, period, planSeconds, used, own, carried, advance, excess, expired, lots, euros, unit);
  }

  /** The same with another value of {@link #euros}. */
  public SmoothingRow withEuros(Optional<SmoothingEuros> euros) {
    return new SmoothingRow(beneficiary, pool, month, period, planSeconds, used, own, carried, advance, excess, expired, lots, euros, unit);
  }

  /** The same with a value of {@link #euros}. */
  public SmoothingRow withEuros(SmoothingEuros euros) {
    return withEuros(Optional.of(euros));
  }

  /** The same with another value of {@link #unit}. */
  public SmoothingRow withUnit(Optional<String> unit) {
    return new SmoothingRow(beneficiary, pool, month, period, planSeconds, used, own, carried, advance, excess, expired, lots, euros, unit);
  }

  /** The same with a value of {@link #unit}. */
  public SmoothingRow withUnit(String unit) {
    return withUnit(Optional.of(unit));
  }

  static SmoothingRow read(WireReader in) {
    String beneficiary_ = in.text();
    String pool_ = in.text();
    YearMonth month_ = in.month();
    Optional<String> period_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    Optional<ExactSeconds> planSeconds_ = in.optional() ? Optional.of(in.exactSeconds()) : Optional.empty();
    ExactSeconds used_ = in.exactSeconds();
    ExactSeconds own_ = in.exactSeconds();
    ExactSeconds carried_ = in.exactSeconds();
    ExactSeconds advance_ = in.exactSeconds();
    ExactSeconds excess_ = in.exactSeconds();
    ExactSeconds expired_ = in.exactSeconds();
    List<LotRow> lots_ = in.list(LotRow::read);
    Optional<SmoothingEuros> euros_ = in.optional() ? Optional.of(SmoothingEuros.read(in)) : Optional.empty();
    Optional<String> unit_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    return new SmoothingRow(beneficiary_, pool_, month_, period_, planSeconds_, used_, own_, carried_, advance_, excess_, expired_, lots_, euros_, unit_);
  }

  void write(WireWriter out) {
    out.text(beneficiary);
    out.text(pool);
    out.month(month, "month");
    if (out.optional(period)) out.text(period.get());
    if (out.optional(planSeconds)) out.exactSeconds(planSeconds.get());
    out.exactSeconds(used);
    out.exactSeconds(own);
    out.exactSeconds(carried);
    out.exactSeconds(advance);
    out.exactSeconds(excess);
    out.exactSeconds(expired);
    out.count(lots);
    for (LotRow one : lots) one.write(out);
    if (out.optional(euros)) euros.get().write(out);
    if (out.optional(unit)) out.text(unit.get());
  }
}
