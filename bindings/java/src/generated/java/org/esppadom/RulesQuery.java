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
 * {@code rules_query}
 *
 * @param rules fichier de règles
 * @param date date; null when there is none
 * @param departement département
 * @param funder financeur
 * @param provider prestataire
 * @param service prestation
 * @param beneficiary bénéficiaire
 * @param language langue
 */
public record RulesQuery(
    NamedDocument rules,
    LocalDate date,
    String departement,
    String funder,
    String provider,
    String service,
    String beneficiary,
    Language language) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public RulesQuery {
    Objects.requireNonNull(rules, "rules");
    Objects.requireNonNull(departement, "departement");
    Objects.requireNonNull(funder, "funder");
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(beneficiary, "beneficiary");
    Objects.requireNonNull(language, "language");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static RulesQuery empty() {
    return new RulesQuery(NamedDocument.empty(), null, "", "", "", "", "", Language.FR);
  }

  /** The same with another value of {@link #rules}. */
  public RulesQuery withRules(NamedDocument rules) {
    return new RulesQuery(rules, date, departement, funder, provider, service, beneficiary, language);
  }

  /** The same with another value of {@link #date}. */
  public RulesQuery withDate(LocalDate date) {
    return new RulesQuery(rules, date, departement, funder, provider, service, beneficiary, language);
  }

  /** The same with another value of {@link #departement}. */
  public RulesQuery withDepartement(String departement) {
    return new RulesQuery(rules, date, departement, funder, provider, service, beneficiary, language);
  }

  /** The same with another value of {@link #funder}. */
  public RulesQuery withFunder(String funder) {
    return new RulesQuery(rules, date, departement, funder, provider, service, beneficiary, language);
  }

  /** The same with another value of {@link #provider}. */
  public RulesQuery withProvider(String provider) {
    return new RulesQuery(rules, date, departement, funder, provider, service, beneficiary, language);
  }

  /** The same with another value of {@link #service}. */
  public RulesQuery withService(String service) {
    return new RulesQuery(rules, date, departement, funder, provider, service, beneficiary, language);
  }

  /** The same with another value of {@link #beneficiary}. */
  public RulesQuery withBeneficiary(String beneficiary) {
    return new RulesQuery(rules, date, departement, funder, provider, service, beneficiary, language);
  }

  /** The same with another value of {@link #language}. */
  public RulesQuery withLanguage(Language language) {
    return new RulesQuery(rules, date, departement, funder, provider, service, beneficiary, language);
  }

  static RulesQuery read(WireReader in) {
    NamedDocument rules_ = NamedDocument.read(in);
    LocalDate date_ = in.date();
    String departement_ = in.text();
    String funder_ = in.text();
    String provider_ = in.text();
    String service_ = in.text();
    String beneficiary_ = in.text();
    Language language_ = Language.read(in);
    return new RulesQuery(rules_, date_, departement_, funder_, provider_, service_, beneficiary_, language_);
  }

  void write(WireWriter out) {
    rules.write(out);
    out.date(date, "date");
    out.text(departement);
    out.text(funder);
    out.text(provider);
    out.text(service);
    out.text(beneficiary);
    language.write(out);
  }
}
