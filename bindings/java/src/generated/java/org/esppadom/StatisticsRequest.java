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
 * {@code statistics_request}
 *
 * @param inputs données
 * @param of statistique
 * @param period période
 * @param from premier mois ; absent : le premier qui a des interventions
 * @param to dernier mois ; absent : le dernier qui a des interventions
 * @param asOf date de connaissance
 * @param now instant des alertes
 * @param beneficiary bénéficiaire ; vide : tous
 * @param provider prestataire ; vide : tous
 * @param caregiver intervenant ; vide : tous
 * @param service prestation ; vide : toutes
 * @param funder financeur ; vide : tous
 * @param smallestGroup plus petit groupe montré ; absent : tous
 * @param language langue
 */
public record StatisticsRequest(
    RunInputs inputs,
    Statistic of,
    StatisticPeriod period,
    Optional<YearMonth> from,
    Optional<YearMonth> to,
    Optional<LocalDate> asOf,
    Optional<LocalDateTime> now,
    String beneficiary,
    String provider,
    String caregiver,
    String service,
    String funder,
    Optional<Long> smallestGroup,
    Language language) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public StatisticsRequest {
    Objects.requireNonNull(inputs, "inputs");
    Objects.requireNonNull(of, "of");
    Objects.requireNonNull(period, "period");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(now, "now");
    Objects.requireNonNull(beneficiary, "beneficiary");
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(caregiver, "caregiver");
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(funder, "funder");
    Objects.requireNonNull(smallestGroup, "smallestGroup");
    Objects.requireNonNull(language, "language");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static StatisticsRequest empty() {
    return new StatisticsRequest(RunInputs.empty(), Statistic.HOURS_BY_BENEFICIARY, StatisticPeriod.MONTH, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "", "", "", "", "", Optional.empty(), Language.FR);
  }

  /** The same with another value of {@link #inputs}. */
  public StatisticsRequest withInputs(RunInputs inputs) {
    return new StatisticsRequest(inputs, of, period, from, to, asOf, now, beneficiary, provider, caregiver, service, funder, smallestGroup, language);
  }

  /** The same with another value of {@link #of}. */
  public StatisticsRequest withOf(Statistic of) {
    return new StatisticsRequest(inputs, of, period, from, to, asOf, now, beneficiary, provider, caregiver, service, funder, smallestGroup, language);
  }

  /** The same with another value of {@link #period}. */
  public StatisticsRequest withPeriod(StatisticPeriod period) {
    return new StatisticsRequest(inputs, of, period, from, to, asOf, now, beneficiary, provider, caregiver, service, funder, smallestGroup, language);
  }

  /** The same with another value of {@link #from}. */
  public StatisticsRequest withFrom(Optional<YearMonth> from) {
    return new StatisticsRequest(inputs, of, period, from, to, asOf, now, beneficiary, provider, caregiver, service, funder, smallestGroup, language);
  }

  /** The same with a value of {@link #from}. */
  public StatisticsRequest withFrom(YearMonth from) {
    return withFrom(Optional.of(from));
  }

  /** The same with another value of {@link #to}. */
  public StatisticsRequest withTo(Optional<YearMonth> to) {
    return new StatisticsRequest(inputs, of, period, from, to, asOf, now, beneficiary, provider, caregiver, service, funder, smallestGroup, language);
  }

  /** The same with a value of {@link #to}. */
  public StatisticsRequest withTo(YearMonth to) {
    return withTo(Optional.of(to));
  }

  /** The same with another value of {@link #asOf}. */
  public StatisticsRequest withAsOf(Optional<LocalDate> asOf) {
    return new StatisticsRequest(inputs, of, period, from, to, asOf, now, beneficiary, provider, caregiver, service, funder, smallestGroup, language);
  }

  /** The same with a value of {@link #asOf}. */
  public StatisticsRequest withAsOf(LocalDate asOf) {
    return withAsOf(Optional.of(asOf));
  }

  /** The same with another value of {@link #now}. */
  public StatisticsRequest withNow(Optional<LocalDateTime> now) {
    return new StatisticsRequest(inputs, of, period, from, to, asOf, now, beneficiary, provider, caregiver, service, funder, smallestGroup, language);
  }

  /** The same with a value of {@link #now}. */
  public StatisticsRequest withNow(LocalDateTime now) {
    return withNow(Optional.of(now));
  }

  /** The same with another value of {@link #beneficiary}. */
  public StatisticsRequest withBeneficiary(String beneficiary) {
    return new StatisticsRequest(inputs, of, period, from, to, asOf, now, beneficiary, provider, caregiver, service, funder, smallestGroup, language);
  }

  /** The same with another value of {@link #provider}. */
  public StatisticsRequest withProvider(String provider) {
    return new StatisticsRequest(inputs, of, period, from, to, asOf, now, beneficiary, provider, caregiver, service, funder, smallestGroup, language);
  }

  /** The same with another value of {@link #caregiver}. */
  public StatisticsRequest withCaregiver(String caregiver) {
    return new StatisticsRequest(inputs, of, period, from, to, asOf, now, beneficiary, provider, caregiver, service, funder, smallestGroup, language);
  }

  /** The same with another value of {@link #service}. */
  public StatisticsRequest withService(String service) {
    return new StatisticsRequest(inputs, of, period, from, to, asOf, now, beneficiary, provider, caregiver, service, funder, smallestGroup, language);
  }

  /** The same with another value of {@link #funder}. */
  public StatisticsRequest withFunder(String funder) {
    return new StatisticsRequest(inputs, of, period, from, to, asOf, now, beneficiary, provider, caregiver, service, funder, smallestGroup, language);
  }

  /** The same with another value of {@link #smallestGroup}. */
  public StatisticsRequest withSmallestGroup(Optional<Long> smallestGroup) {
    return new StatisticsRequest(inputs, of, period, from, to, asOf, now, beneficiary, provider, caregiver, service, funder, smallestGroup, language);
  }

  /** The same with a value of {@link #smallestGroup}. */
  public StatisticsRequest withSmallestGroup(long smallestGroup) {
    return withSmallestGroup(Optional.of(smallestGroup));
  }

  /** The same with another value of {@link #language}. */
  public StatisticsRequest withLanguage(Language language) {
    return new StatisticsRequest(inputs, of, period, from, to, asOf, now, beneficiary, provider, caregiver, service, funder, smallestGroup, language);
  }

  static StatisticsRequest read(WireReader in) {
    RunInputs inputs_ = RunInputs.read(in);
    Statistic of_ = Statistic.read(in);
    StatisticPeriod period_ = StatisticPeriod.read(in);
    Optional<YearMonth> from_ = in.optional() ? Optional.of(in.month()) : Optional.empty();
    Optional<YearMonth> to_ = in.optional() ? Optional.of(in.month()) : Optional.empty();
    Optional<LocalDate> asOf_ = in.optional() ? Optional.of(in.date()) : Optional.empty();
    Optional<LocalDateTime> now_ = in.optional() ? Optional.of(in.time()) : Optional.empty();
    String beneficiary_ = in.text();
    String provider_ = in.text();
    String caregiver_ = in.text();
    String service_ = in.text();
    String funder_ = in.text();
    Optional<Long> smallestGroup_ = in.optional() ? Optional.of(in.integer()) : Optional.empty();
    Language language_ = Language.read(in);
    return new StatisticsRequest(inputs_, of_, period_, from_, to_, asOf_, now_, beneficiary_, provider_, caregiver_, service_, funder_, smallestGroup_, language_);
  }

  void write(WireWriter out) {
    inputs.write(out);
    of.write(out);
    period.write(out);
    if (out.optional(from)) out.month(from.get(), "from");
    if (out.optional(to)) out.month(to.get(), "to");
    if (out.optional(asOf)) out.date(asOf.get(), "asOf");
    if (out.optional(now)) out.time(now.get(), "now");
    out.text(beneficiary);
    out.text(provider);
    out.text(caregiver);
    out.text(service);
    out.text(funder);
    if (out.optional(smallestGroup)) out.integer(smallestGroup.get());
    language.write(out);
  }
}
