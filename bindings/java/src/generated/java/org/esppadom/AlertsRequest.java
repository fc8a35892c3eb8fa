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
 * {@code alerts_request}
 *
 * @param inputs données, avec le registre de la dernière fois
 * @param asOf date de connaissance
 * @param now instant des alertes ; absent : la fin du dernier mois
 * @param beneficiary bénéficiaire ; vide : tous
 * @param provider prestataire ; vide : tous
 * @param language langue
 */
public record AlertsRequest(
    RunInputs inputs,
    Optional<LocalDate> asOf,
    Optional<LocalDateTime> now,
    String beneficiary,
    String provider,
    Language language) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public AlertsRequest {
    Objects.requireNonNull(inputs, "inputs");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(now, "now");
    Objects.requireNonNull(beneficiary, "beneficiary");
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(language, "language");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static AlertsRequest empty() {
    return new AlertsRequest(RunInputs.empty(), Optional.empty(), Optional.empty(), "", "", Language.FR);
  }

  /** The same with another value of {@link #inputs}. */
  public AlertsRequest withInputs(RunInputs inputs) {
    return new AlertsRequest(inputs, asOf, now, beneficiary, provider, language);
  }

  /** The same with another value of {@link #asOf}. */
  public AlertsRequest withAsOf(Optional<LocalDate> asOf) {
    return new AlertsRequest(inputs, asOf, now, beneficiary, provider, language);
  }

  /** The same with a value of {@link #asOf}. */
  public AlertsRequest withAsOf(LocalDate asOf) {
    return withAsOf(Optional.of(asOf));
  }

  /** The same with another value of {@link #now}. */
  public AlertsRequest withNow(Optional<LocalDateTime> now) {
    return new AlertsRequest(inputs, asOf, now, beneficiary, provider, language);
  }

  /** The same with a value of {@link #now}. */
  public AlertsRequest withNow(LocalDateTime now) {
    return withNow(Optional.of(now));
  }

  /** The same with another value of {@link #beneficiary}. */
  public AlertsRequest withBeneficiary(String beneficiary) {
    return new AlertsRequest(inputs, asOf, now, beneficiary, provider, language);
  }

  /** The same with another value of {@link #provider}. */
  public AlertsRequest withProvider(String provider) {
    return new AlertsRequest(inputs, asOf, now, beneficiary, provider, language);
  }

  /** The same with another value of {@link #language}. */
  public AlertsRequest withLanguage(Language language) {
    return new AlertsRequest(inputs, asOf, now, beneficiary, provider, language);
  }

  static AlertsRequest read(WireReader in) {
    RunInputs inputs_ = RunInputs.read(in);
    Optional<LocalDate> asOf_ = in.optional() ? Optional.of(in.date()) : Optional.empty();
    Optional<LocalDateTime> now_ = in.optional() ? Optional.of(in.time()) : Optional.empty();
    String beneficiary_ = in.text();
    String provider_ = in.text();
    Language language_ = Language.read(in);
    return new AlertsRequest(inputs_, asOf_, now_, beneficiary_, provider_, language_);
  }

  void write(WireWriter out) {
    inputs.write(out);
    if (out.optional(asOf)) out.date(asOf.get(), "asOf");
    if (out.optional(now)) out.time(now.get(), "now");
    out.text(beneficiary);
    out.text(provider);
    language.write(out);
  }
}
