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
 * {@code rate_request}
 *
 * @param paths fichiers, dossiers et archives
 * @param deliveries comptes rendus
 * @param rules fichier de règles
 * @param by regroupement
 * @param unit unité ; sinon celle des règles
 * @param month mois ; sinon tous
 * @param language langue
 */
public record RateRequest(
    List<String> paths,
    List<Delivery> deliveries,
    Optional<NamedDocument> rules,
    CorrectionGroup by,
    Optional<CorrectionUnit> unit,
    Optional<YearMonth> month,
    Language language) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public RateRequest {
    paths = List.copyOf(Objects.requireNonNull(paths, "paths"));
    deliveries = List.copyOf(Objects.requireNonNull(deliveries, "deliveries"));
    Objects.requireNonNull(rules, "rules");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(month, "month");
    Objects.requireNonNull(language, "language");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static RateRequest empty() {
    return new RateRequest(List.of(), List.of(), Optional.empty(), CorrectionGroup.PROVIDER, Optional.empty(), Optional.empty(), Language.FR);
  }

  /** The same with another value of {@link #paths}. */
  public RateRequest withPaths(List<String> paths) {
    return new RateRequest(paths, deliveries, rules, by, unit, month, language);
  }

  /** The same with another value of {@link #deliveries}. */
  public RateRequest withDeliveries(List<Delivery> deliveries) {
    return new RateRequest(paths, deliveries, rules, by, unit, month, language);
  }

  /** The same with another value of {@link #rules}. */
  public RateRequest withRules(Optional<NamedDocument> rules) {
    return new RateRequest(paths, deliveries, rules, by, unit, month, language);
  }

  /** The same with a value of {@link #rules}. */
  public RateRequest withRules(NamedDocument rules) {
    return withRules(Optional.of(rules));
  }

  /** The same with another value of {@link #by}. */
  public RateRequest withBy(CorrectionGroup by) {
    return new RateRequest(paths, deliveries, rules, by, unit, month, language);
  }

  /** The same with another value of {@link #unit}. */
  public RateRequest withUnit(Optional<CorrectionUnit> unit) {
    return new RateRequest(paths, deliveries, rules, by, unit, month, language);
  }

  /** The same with a value of {@link #unit}. */
  public RateRequest withUnit(CorrectionUnit unit) {
    return withUnit(Optional.of(unit));
  }

  /** The same with another value of {@link #month}. */
  public RateRequest withMonth(Optional<YearMonth> month) {
    return new RateRequest(paths, deliveries, rules, by, unit, month, language);
  }

  /** The same with a value of {@link #month}. */
  public RateRequest withMonth(YearMonth month) {
    return withMonth(Optional.of(month));
  }

  /** The same with another value of {@link #language}. */
  public RateRequest withLanguage(Language language) {
    return new RateRequest(paths, deliveries, rules, by, unit, month, language);
  }

  static RateRequest read(WireReader in) {
    List<String> paths_ = in.list(WireReader::text);
    List<Delivery> deliveries_ = in.list(Delivery::read);
    Optional<NamedDocument> rules_ = in.optional() ? Optional.of(NamedDocument.read(in)) : Optional.empty();
    CorrectionGroup by_ = CorrectionGroup.read(in);
    Optional<CorrectionUnit> unit_ = in.optional() ? Optional.of(CorrectionUnit.read(in)) : Optional.empty();
    Optional<YearMonth> month_ = in.optional() ? Optional.of(in.month()) : Optional.empty();
    Language language_ = Language.read(in);
    return new RateRequest(paths_, deliveries_, rules_, by_, unit_, month_, language_);
  }

  void write(WireWriter out) {
    out.count(paths);
    for (String one : paths) out.text(one);
    out.count(deliveries);
    for (Delivery one : deliveries) one.write(out);
    if (out.optional(rules)) rules.get().write(out);
    by.write(out);
    if (out.optional(unit)) unit.get().write(out);
    if (out.optional(month)) out.month(month.get(), "month");
    language.write(out);
  }
}
