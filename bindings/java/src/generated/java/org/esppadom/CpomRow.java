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
 * {@code cpom_row}
 *
 * @param provider prestataire
 * @param objective objectif
 * @param month mois; null when there is none
 * @param service prestation
 * @param authorisedSeconds temps autorisé (s)
 * @param performedSeconds temps réalisé (s)
 * @param billedSeconds temps facturé (s)
 * @param authorisedAmount montant autorisé; null when there is none
 * @param performedAmount montant réalisé; null when there is none
 * @param billedAmount montant facturé; null when there is none
 * @param unitAmount montant par heure éligible
 * @param objectiveAmount montant de l'objectif
 */
public record CpomRow(
    String provider,
    String objective,
    YearMonth month,
    String service,
    ExactSeconds authorisedSeconds,
    ExactSeconds performedSeconds,
    ExactSeconds billedSeconds,
    BigDecimal authorisedAmount,
    BigDecimal performedAmount,
    BigDecimal billedAmount,
    Optional<BigDecimal> unitAmount,
    Optional<BigDecimal> objectiveAmount) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public CpomRow {
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(objective, "objective");
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(authorisedSeconds, "authorisedSeconds");
    Objects.requireNonNull(performedSeconds, "performedSeconds");
    Objects.requireNonNull(billedSeconds, "billedSeconds");
    Objects.requireNonNull(unitAmount, "unitAmount");
    Objects.requireNonNull(objectiveAmount, "objectiveAmount");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static CpomRow empty() {
    return new CpomRow("", "", null, "", ExactSeconds.ZERO, ExactSeconds.ZERO, ExactSeconds.ZERO, Wire.NO_MONEY, Wire.NO_MONEY, Wire.NO_MONEY, Optional.empty(), Optional.empty());
  }

  /** The same with another value of {@link #provider}. */
  public CpomRow withProvider(String provider) {
    return new CpomRow(provider, objective, month, service, authorisedSeconds, performedSeconds, billedSeconds, authorisedAmount, performedAmount, billedAmount, unitAmount, objectiveAmount);
  }

  /** The same with another value of {@link #objective}. */
  public CpomRow withObjective(String objective) {
    return new CpomRow(provider, objective, month, service, authorisedSeconds, performedSeconds, billedSeconds, authorisedAmount, performedAmount, billedAmount, unitAmount, objectiveAmount);
  }

  /** The same with another value of {@link #month}. */
  public CpomRow withMonth(YearMonth month) {
    return new CpomRow(provider, objective, month, service, authorisedSeconds, performedSeconds, billedSeconds, authorisedAmount, performedAmount, billedAmount, unitAmount, objectiveAmount);
  }

  /** The same with another value of {@link #service}. */
  public CpomRow withService(String service) {
    return new CpomRow(provider, objective, month, service, authorisedSeconds, performedSeconds, billedSeconds, authorisedAmount, performedAmount, billedAmount, unitAmount, objectiveAmount);
  }

  /** The same with another value of {@link #authorisedSeconds}. */
  public CpomRow withAuthorisedSeconds(ExactSeconds authorisedSeconds) {
    return new CpomRow(provider, objective, month, service, authorisedSeconds, performedSeconds, billedSeconds, authorisedAmount, performedAmount, billedAmount, unitAmount, objectiveAmount);
  }

  /** The same with another value of {@link #performedSeconds}. */
  public CpomRow withPerformedSeconds(ExactSeconds performedSeconds) {
    return new CpomRow(provider, objective, month, service, authorisedSeconds, performedSeconds, billedSeconds, authorisedAmount, performedAmount, billedAmount, unitAmount, objectiveAmount);
  }

  /** The same with another value of {@link #billedSeconds}. */
  public CpomRow withBilledSeconds(ExactSeconds billedSeconds) {
    return new CpomRow(provider, objective, month, service, authorisedSeconds, performedSeconds, billedSeconds, authorisedAmount, performedAmount, billedAmount, unitAmount, objectiveAmount);
  }

  /** The same with another value of {@link #authorisedAmount}. */
  public CpomRow withAuthorisedAmount(BigDecimal authorisedAmount) {
    return new CpomRow(provider, objective, month, service, authorisedSeconds, performedSeconds, billedSeconds, authorisedAmount, performedAmount, billedAmount, unitAmount, objectiveAmount);
  }

  /** The same with another value of {@link #performedAmount}. */
  public CpomRow withPerformedAmount(BigDecimal performedAmount) {
    return new CpomRow(provider, objective, month, service, authorisedSeconds, performedSeconds, billedSeconds, authorisedAmount, performedAmount, billedAmount, unitAmount, objectiveAmount);
  }

  /** The same with another value of {@link #billedAmount}. */
  public CpomRow withBilledAmount(BigDecimal billedAmount) {
    return new CpomRow(provider, objective, month, service, authorisedSeconds, performedSeconds, billedSeconds, authorisedAmount, performedAmount, billedAmount, unitAmount, objectiveAmount);
  }

  /** The same with another value of {@link #unitAmount}. */
  public CpomRow withUnitAmount(Optional<BigDecimal> unitAmount) {
    return new CpomRow(provider, objective, month, service, authorisedSeconds, performedSeconds, billedSeconds, authorisedAmount, performedAmount, billedAmount, unitAmount, objectiveAmount);
  }

  /** The same with a value of {@link #unitAmount}. */
  public CpomRow withUnitAmount(BigDecimal unitAmount) {
    return withUnitAmount(Optional.of(unitAmount));
  }

  /** The same with another value of {@link #objectiveAmount}. */
  public CpomRow withObjectiveAmount(Optional<BigDecimal> objectiveAmount) {
    return new CpomRow(provider, objective, month, service, authorisedSeconds, performedSeconds, billedSeconds, authorisedAmount, performedAmount, billedAmount, unitAmount, objectiveAmount);
  }

  /** The same with a value of {@link #objectiveAmount}. */
  public CpomRow withObjectiveAmount(BigDecimal objectiveAmount) {
    return withObjectiveAmount(Optional.of(objectiveAmount));
  }

  static CpomRow read(WireReader in) {
    String provider_ = in.text();
    String objective_ = in.text();
    YearMonth month_ = in.month();
    String service_ = in.text();
    ExactSeconds authorisedSeconds_ = in.exactSeconds();
    ExactSeconds performedSeconds_ = in.exactSeconds();
    ExactSeconds billedSeconds_ = in.exactSeconds();
    BigDecimal authorisedAmount_ = in.money();
    BigDecimal performedAmount_ = in.money();
    BigDecimal billedAmount_ = in.money();
    Optional<BigDecimal> unitAmount_ = in.optional() ? Optional.of(in.unitPrice()) : Optional.empty();
    Optional<BigDecimal> objectiveAmount_ = in.optional() ? Optional.of(in.money()) : Optional.empty();
    return new CpomRow(provider_, objective_, month_, service_, authorisedSeconds_, performedSeconds_, billedSeconds_, authorisedAmount_, performedAmount_, billedAmount_, unitAmount_, objectiveAmount_);
  }

  void write(WireWriter out) {
    out.text(provider);
    out.text(objective);
    out.month(month, "month");
    out.text(service);
    out.exactSeconds(authorisedSeconds);
    out.exactSeconds(performedSeconds);
    out.exactSeconds(billedSeconds);
    out.money(authorisedAmount, "authorisedAmount");
    out.money(performedAmount, "performedAmount");
    out.money(billedAmount, "billedAmount");
    if (out.optional(unitAmount)) out.unitPrice(unitAmount.get(), "unitAmount");
    if (out.optional(objectiveAmount)) out.money(objectiveAmount.get(), "objectiveAmount");
  }
}
