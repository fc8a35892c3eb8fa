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
 * {@code advance_row}
 *
 * @param provider prestataire
 * @param funder financeur
 * @param month mois; null when there is none
 * @param base assiette
 * @param baseAmount montant de l'assiette; null when there is none
 * @param pct taux; null when there is none
 * @param amount montant; null when there is none
 */
public record AdvanceRow(
    String provider,
    String funder,
    YearMonth month,
    AdvanceBase base,
    BigDecimal baseAmount,
    BigDecimal pct,
    BigDecimal amount) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public AdvanceRow {
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(funder, "funder");
    Objects.requireNonNull(base, "base");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static AdvanceRow empty() {
    return new AdvanceRow("", "", null, AdvanceBase.FORECAST, Wire.NO_MONEY, BigDecimal.ZERO, Wire.NO_MONEY);
  }

  /** The same with another value of {@link #provider}. */
  public AdvanceRow withProvider(String provider) {
    return new AdvanceRow(provider, funder, month, base, baseAmount, pct, amount);
  }

  /** The same with another value of {@link #funder}. */
  public AdvanceRow withFunder(String funder) {
    return new AdvanceRow(provider, funder, month, base, baseAmount, pct, amount);
  }

  /** The same with another value of {@link #month}. */
  public AdvanceRow withMonth(YearMonth month) {
    return new AdvanceRow(provider, funder, month, base, baseAmount, pct, amount);
  }

  /** The same with another value of {@link #base}. */
  public AdvanceRow withBase(AdvanceBase base) {
    return new AdvanceRow(provider, funder, month, base, baseAmount, pct, amount);
  }

  /** The same with another value of {@link #baseAmount}. */
  public AdvanceRow withBaseAmount(BigDecimal baseAmount) {
    return new AdvanceRow(provider, funder, month, base, baseAmount, pct, amount);
  }

  /** The same with another value of {@link #pct}. */
  public AdvanceRow withPct(BigDecimal pct) {
    return new AdvanceRow(provider, funder, month, base, baseAmount, pct, amount);
  }

  /** The same with another value of {@link #amount}. */
  public AdvanceRow withAmount(BigDecimal amount) {
    return new AdvanceRow(provider, funder, month, base, baseAmount, pct, amount);
  }

  static AdvanceRow read(WireReader in) {
    String provider_ = in.text();
    String funder_ = in.text();
    YearMonth month_ = in.month();
    AdvanceBase base_ = AdvanceBase.read(in);
    BigDecimal baseAmount_ = in.money();
    BigDecimal pct_ = in.percentage();
    BigDecimal amount_ = in.money();
    return new AdvanceRow(provider_, funder_, month_, base_, baseAmount_, pct_, amount_);
  }

  void write(WireWriter out) {
    out.text(provider);
    out.text(funder);
    out.month(month, "month");
    base.write(out);
    out.money(baseAmount, "baseAmount");
    out.percentage(pct, "pct");
    out.money(amount, "amount");
  }
}
