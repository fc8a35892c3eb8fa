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
 * {@code smoothing_euros}
 *
 * @param plan plan; null when there is none
 * @param used consommé; null when there is none
 * @param own sur la période; null when there is none
 * @param carried sur le report; null when there is none
 * @param advance par anticipation; null when there is none
 * @param excess dépassement; null when there is none
 * @param expired report périmé; null when there is none
 * @param lots lots de report
 */
public record SmoothingEuros(
    BigDecimal plan,
    BigDecimal used,
    BigDecimal own,
    BigDecimal carried,
    BigDecimal advance,
    BigDecimal excess,
    BigDecimal expired,
    List<EuroLotRow> lots) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public SmoothingEuros {
    lots = List.copyOf(Objects.requireNonNull(lots, "lots"));
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static SmoothingEuros empty() {
    return new SmoothingEuros(Wire.NO_MONEY, Wire.NO_MONEY, Wire.NO_MONEY, Wire.NO_MONEY, Wire.NO_MONEY, Wire.NO_MONEY, Wire.NO_MONEY, List.of());
  }

  /** The same with another value of {@link #plan}. */
  public SmoothingEuros withPlan(BigDecimal plan) {
    return new SmoothingEuros(plan, used, own, carried, advance, excess, expired, lots);
  }

  /** The same with another value of {@link #used}. */
  public SmoothingEuros withUsed(BigDecimal used) {
    return new SmoothingEuros(plan, used, own, carried, advance, excess, expired, lots);
  }

  /** The same with another value of {@link #own}. */
  public SmoothingEuros withOwn(BigDecimal own) {
    return new SmoothingEuros(plan, used, own, carried, advance, excess, expired, lots);
  }

  /** The same with another value of {@link #carried}. */
  public SmoothingEuros withCarried(BigDecimal carried) {
    return new SmoothingEuros(plan, used, own, carried, advance, excess, expired, lots);
  }

  /** The same with another value of {@link #advance}. */
  public SmoothingEuros withAdvance(BigDecimal advance) {
    return new SmoothingEuros(plan, used, own, carried, advance, excess, expired, lots);
  }

  /** The same with another value of {@link #excess}. */
  public SmoothingEuros withExcess(BigDecimal excess) {
    return new SmoothingEuros(plan, used, own, carried, advance, excess, expired, lots);
  }

  /** The same with another value of {@link #expired}. */
  public SmoothingEuros withExpired(BigDecimal expired) {
    return new SmoothingEuros(plan, used, own, carried, advance, excess, expired, lots);
  }

  /** The same with another value of {@link #lots}. */
  public SmoothingEuros withLots(List<EuroLotRow> lots) {
    return new SmoothingEuros(plan, used, own, carried, advance, excess, expired, lots);
  }

  static SmoothingEuros read(WireReader in) {
    BigDecimal plan_ = in.money();
    BigDecimal used_ = in.money();
    BigDecimal own_ = in.money();
    BigDecimal carried_ = in.money();
    BigDecimal advance_ = in.money();
    BigDecimal excess_ = in.money();
    BigDecimal expired_ = in.money();
    List<EuroLotRow> lots_ = in.list(EuroLotRow::read);
    return new SmoothingEuros(plan_, used_, own_, carried_, advance_, excess_, expired_, lots_);
  }

  void write(WireWriter out) {
    out.money(plan, "plan");
    out.money(used, "used");
    out.money(own, "own");
    out.money(carried, "carried");
    out.money(advance, "advance");
    out.money(excess, "excess");
    out.money(expired, "expired");
    out.count(lots);
    for (EuroLotRow one : lots) one.write(out);
  }
}
