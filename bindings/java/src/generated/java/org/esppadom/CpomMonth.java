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
 * {@code cpom_month}
 *
 * @param provider prestataire
 * @param month mois; null when there is none
 * @param objectivesAmount montant des objectifs; null when there is none
 * @param advances acomptes versés; null when there is none
 * @param balance solde cumulé; null when there is none
 */
public record CpomMonth(
    String provider,
    YearMonth month,
    BigDecimal objectivesAmount,
    BigDecimal advances,
    BigDecimal balance) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public CpomMonth {
    Objects.requireNonNull(provider, "provider");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static CpomMonth empty() {
    return new CpomMonth("", null, Wire.NO_MONEY, Wire.NO_MONEY, Wire.NO_MONEY);
  }

  /** The same with another value of {@link #provider}. */
  public CpomMonth withProvider(String provider) {
    return new CpomMonth(provider, month, objectivesAmount, advances, balance);
  }

  /** The same with another value of {@link #month}. */
  public CpomMonth withMonth(YearMonth month) {
    return new CpomMonth(provider, month, objectivesAmount, advances, balance);
  }

  /** The same with another value of {@link #objectivesAmount}. */
  public CpomMonth withObjectivesAmount(BigDecimal objectivesAmount) {
    return new CpomMonth(provider, month, objectivesAmount, advances, balance);
  }

  /** The same with another value of {@link #advances}. */
  public CpomMonth withAdvances(BigDecimal advances) {
    return new CpomMonth(provider, month, objectivesAmount, advances, balance);
  }

  /** The same with another value of {@link #balance}. */
  public CpomMonth withBalance(BigDecimal balance) {
    return new CpomMonth(provider, month, objectivesAmount, advances, balance);
  }

  static CpomMonth read(WireReader in) {
    String provider_ = in.text();
    YearMonth month_ = in.month();
    BigDecimal objectivesAmount_ = in.money();
    BigDecimal advances_ = in.money();
    BigDecimal balance_ = in.money();
    return new CpomMonth(provider_, month_, objectivesAmount_, advances_, balance_);
  }

  void write(WireWriter out) {
    out.text(provider);
    out.month(month, "month");
    out.money(objectivesAmount, "objectivesAmount");
    out.money(advances, "advances");
    out.money(balance, "balance");
  }
}
