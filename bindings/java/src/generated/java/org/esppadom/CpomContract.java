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
 * {@code cpom_contract}
 *
 * @param provider prestataire
 * @param from du mois; null when there is none
 * @param to au mois; null when there is none
 * @param authorisedSeconds temps autorisé (s)
 * @param performedSeconds temps réalisé (s)
 * @param billedSeconds temps facturé (s)
 * @param authorisedAmount montant autorisé; null when there is none
 * @param performedAmount montant réalisé; null when there is none
 * @param billedAmount montant facturé; null when there is none
 * @param objectivesAmount montant des objectifs; null when there is none
 * @param advances acomptes versés; null when there is none
 * @param balance solde; null when there is none
 * @param envelope enveloppe
 * @param flexibilityPct taux de souplesse
 * @param lower borne basse
 * @param upper borne haute
 * @param position position
 * @param outside hors souplesse
 */
public record CpomContract(
    String provider,
    YearMonth from,
    YearMonth to,
    ExactSeconds authorisedSeconds,
    ExactSeconds performedSeconds,
    ExactSeconds billedSeconds,
    BigDecimal authorisedAmount,
    BigDecimal performedAmount,
    BigDecimal billedAmount,
    BigDecimal objectivesAmount,
    BigDecimal advances,
    BigDecimal balance,
    Optional<BigDecimal> envelope,
    Optional<BigDecimal> flexibilityPct,
    Optional<BigDecimal> lower,
    Optional<BigDecimal> upper,
    Optional<EnvelopePosition> position,
    Optional<BigDecimal> outside) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public CpomContract {
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(authorisedSeconds, "authorisedSeconds");
    Objects.requireNonNull(performedSeconds, "performedSeconds");
    Objects.requireNonNull(billedSeconds, "billedSeconds");
    Objects.requireNonNull(envelope, "envelope");
    Objects.requireNonNull(flexibilityPct, "flexibilityPct");
    Objects.requireNonNull(lower, "lower");
    Objects.requireNonNull(upper, "upper");
    Objects.requireNonNull(position, "position");
    Objects.requireNonNull(outside, "outside");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static CpomContract empty() {
    return new CpomContract("", null, null, ExactSeconds.ZERO, ExactSeconds.ZERO, ExactSeconds.ZERO, Wire.NO_MONEY, Wire.NO_MONEY, Wire.NO_MONEY, Wire.NO_MONEY, Wire.NO_MONEY, Wire.NO_MONEY, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same with another value of {@link #provider}. */
  public CpomContract withProvider(String provider) {
    return new CpomContract(provider, from, to, authorisedSeconds, performedSeconds, billedSeconds, authorisedAmount, performedAmount, billedAmount, objectivesAmount, advances, balance, envelope, flexibilityPct, lower, upper, position, outside);
  }

  /** The same with another value of {@link #from}. */
  public CpomContract withFrom(YearMonth from) {
    return new CpomContract(provider, from, to, authorisedSeconds, performedSeconds, billedSeconds, authorisedAmount, performedAmount, billedAmount, objectivesAmount, advances, balance, envelope, flexibilityPct, lower, upper, position, outside);
  }

  /** The same with another value of {@link #to}. */
  public CpomContract withTo(YearMonth to) {
    return new CpomContract(provider, from, to, authorisedSeconds, performedSeconds, billedSeconds, authorisedAmount, performedAmount, billedAmount, objectivesAmount, advances, balance, envelope, flexibilityPct, lower, upper, position, outside);
  }

  /** The same with another value of {@link #authorisedSeconds}. */
  public CpomContract withAuthorisedSeconds(ExactSeconds authorisedSeconds) {
    return new CpomContract(provider, from, to, authorisedSeconds, performedSeconds, billedSeconds, authorisedAmount, performedAmount, billedAmount, objectivesAmount, advances, balance, envelope, flexibilityPct, lower, upper, position, outside);
  }

  /** The same with another value of {@link #performedSeconds}. */
  public CpomContract withPerformedSeconds(ExactSeconds performedSeconds) {
    return new CpomContract(provider, from, to, authorisedSeconds, performedSeconds, billedSeconds, authorisedAmount, performedAmount, billedAmount, objectivesAmount, advances, balance, envelope, flexibilityPct, lower, upper, position, outside);
  }

  /** The same with another value of {@link #billedSeconds}. */
  public CpomContract withBilledSeconds(ExactSeconds billedSeconds) {
    return new CpomContract(provider, from, to, authorisedSeconds, performedSeconds, billedSeconds, authorisedAmount, performedAmount, billedAmount, objectivesAmount, advances, balance, envelope, flexibilityPct, lower, upper, position, outside);
  }

  /** The same with another value of {@link #authorisedAmount}. */
  public CpomContract withAuthorisedAmount(BigDecimal authorisedAmount) {
    return new CpomContract(provider, from, to, authorisedSeconds, performedSeconds, billedSeconds, authorisedAmount, performedAmount, billedAmount, objectivesAmount, advances, balance, envelope, flexibilityPct, lower, upper, position, outside);
  }

  /** The same with another value of {@link #performedAmount}. */
  public CpomContract withPerformedAmount(BigDecimal performedAmount) {
    return new CpomContract(provider, from, to, authorisedSeconds, performedSeconds, billedSeconds, authorisedAmount, performedAmount, billedAmount, objectivesAmount, advances, balance, envelope, flexibilityPct, lower, upper, position, outside);
  }

  /** The same with another value of {@link #billedAmount}. */
  public CpomContract withBilledAmount(BigDecimal billedAmount) {
    return new CpomContract(provider, from, to, authorisedSeconds, performedSeconds, billedSeconds, authorisedAmount, performedAmount, billedAmount, objectivesAmount, advances, balance, envelope, flexibilityPct, lower, upper, position, outside);
  }

  /** The same with another value of {@link #objectivesAmount}. */
  public CpomContract withObjectivesAmount(BigDecimal objectivesAmount) {
    return new CpomContract(provider, from, to, authorisedSeconds, performedSeconds, billedSeconds, authorisedAmount, performedAmount, billedAmount, objectivesAmount, advances, balance, envelope, flexibilityPct, lower, upper, position, outside);
  }

  /** The same with another value of {@link #advances}. */
  public CpomContract withAdvances(BigDecimal advances) {
    return new CpomContract(provider, from, to, authorisedSeconds, performedSeconds, billedSeconds, authorisedAmount, performedAmount, billedAmount, objectivesAmount, advances, balance, envelope, flexibilityPct, lower, upper, position, outside);
  }

  /** The same with another value of {@link #balance}. */
  public CpomContract withBalance(BigDecimal balance) {
    return new CpomContract(provider, from, to, authorisedSeconds, performedSeconds, billedSeconds, authorisedAmount, performedAmount, billedAmount, objectivesAmount, advances, balance, envelope, flexibilityPct, lower, upper, position, outside);
  }

  /** The same with another value of {@link #envelope}. */
  public CpomContract withEnvelope(Optional<BigDecimal> envelope) {
    return new CpomContract(provider, from, to, authorisedSeconds, performedSeconds, billedSeconds, authorisedAmount, performedAmount, billedAmount, objectivesAmount, advances, balance, envelope, flexibilityPct, lower, upper, position, outside);
  }

  /** The same with a value of {@link #envelope}. */
  public CpomContract withEnvelope(BigDecimal envelope) {
    return withEnvelope(Optional.of(envelope));
  }

  /** The same with another value of {@link #flexibilityPct}. */
  public CpomContract withFlexibilityPct(Optional<BigDecimal> flexibilityPct) {
    return new CpomContract(provider, from, to, authorisedSeconds, performedSeconds, billedSeconds, authorisedAmount, performedAmount, billedAmount, objectivesAmount, advances, balance, envelope, flexibilityPct, lower, upper, position, outside);
  }

  /** The same with a value of {@link #flexibilityPct}. */
  public CpomContract withFlexibilityPct(BigDecimal flexibilityPct) {
    return withFlexibilityPct(Optional.of(flexibilityPct));
  }

  /** The same with another value of {@link #lower}. */
  public CpomContract withLower(Optional<BigDecimal> lower) {
    return new CpomContract(provider, from, to, authorisedSeconds, performedSeconds, billedSeconds, authorisedAmount, performedAmount, billedAmount, objectivesAmount, advances, balance, envelope, flexibilityPct, lower, upper, position, outside);
  }

  /** The same with a value of {@link #lower}. */
  public CpomContract withLower(BigDecimal lower) {
    return withLower(Optional.of(lower));
  }

  /** The same with another value of {@link #upper}. */
  public CpomContract withUpper(Optional<BigDecimal> upper) {
    return new CpomContract(provider, from, to, authorisedSeconds, performedSeconds, billedSeconds, authorisedAmount, performedAmount, billedAmount, objectivesAmount, advances, balance, envelope, flexibilityPct, lower, upper, position, outside);
  }

  /** The same with a value of {@link #upper}. */
  public CpomContract withUpper(BigDecimal upper) {
    return withUpper(Optional.of(upper));
  }

  /** The same with another value of {@link #position}. */
  public CpomContract withPosition(Optional<EnvelopePosition> position) {
    return new CpomContract(provider, from, to, authorisedSeconds, performedSeconds, billedSeconds, authorisedAmount, performedAmount, billedAmount, objectivesAmount, advances, balance, envelope, flexibilityPct, lower, upper, position, outside);
  }

  /** The same with a value of {@link #position}. */
  public CpomContract withPosition(EnvelopePosition position) {
    return withPosition(Optional.of(position));
  }

  /** The same with another value of {@link #outside}. */
  public CpomContract withOutside(Optional<BigDecimal> outside) {
    return new CpomContract(provider, from, to, authorisedSeconds, performedSeconds, billedSeconds, authorisedAmount, performedAmount, billedAmount, objectivesAmount, advances, balance, envelope, flexibilityPct, lower, upper, position, outside);
  }

  /** The same with a value of {@link #outside}. */
  public CpomContract withOutside(BigDecimal outside) {
    return withOutside(Optional.of(outside));
  }

  static CpomContract read(WireReader in) {
    String provider_ = in.text();
    YearMonth from_ = in.month();
    YearMonth to_ = in.month();
    ExactSeconds authorisedSeconds_ = in.exactSeconds();
    ExactSeconds performedSeconds_ = in.exactSeconds();
    ExactSeconds billedSeconds_ = in.exactSeconds();
    BigDecimal authorisedAmount_ = in.money();
    BigDecimal performedAmount_ = in.money();
    BigDecimal billedAmount_ = in.money();
    BigDecimal objectivesAmount_ = in.money();
    BigDecimal advances_ = in.money();
    BigDecimal balance_ = in.money();
    Optional<BigDecimal> envelope_ = in.optional() ? Optional.of(in.money()) : Optional.empty();
    Optional<BigDecimal> flexibilityPct_ = in.optional() ? Optional.of(in.percentage()) : Optional.empty();
    Optional<BigDecimal> lower_ = in.optional() ? Optional.of(in.money()) : Optional.empty();
    Optional<BigDecimal> upper_ = in.optional() ? Optional.of(in.money()) : Optional.empty();
    Optional<EnvelopePosition> position_ = in.optional() ? Optional.of(EnvelopePosition.read(in)) : Optional.empty();
    Optional<BigDecimal> outside_ = in.optional() ? Optional.of(in.money()) : Optional.empty();
    return new CpomContract(provider_, from_, to_, authorisedSeconds_, performedSeconds_, billedSeconds_, authorisedAmount_, performedAmount_, billedAmount_, objectivesAmount_, advances_, balance_, envelope_, flexibilityPct_, lower_, upper_, position_, outside_);
  }

  void write(WireWriter out) {
    out.text(provider);
    out.month(from, "from");
    out.month(to, "to");
    out.exactSeconds(authorisedSeconds);
    out.exactSeconds(performedSeconds);
    out.exactSeconds(billedSeconds);
    out.money(authorisedAmount, "authorisedAmount");
    out.money(performedAmount, "performedAmount");
    out.money(billedAmount, "billedAmount");
    out.money(objectivesAmount, "objectivesAmount");
    out.money(advances, "advances");
    out.money(balance, "balance");
    if (out.optional(envelope)) out.money(envelope.get(), "envelope");
    if (out.optional(flexibilityPct)) out.percentage(flexibilityPct.get(), "flexibilityPct");
    if (out.optional(lower)) out.money(lower.get(), "lower");
    if (out.optional(upper)) out.money(upper.get(), "upper");
    if (out.optional(position)) position.get().write(out);
    if (out.optional(outside)) out.money(outside.get(), "outside");
  }
}
