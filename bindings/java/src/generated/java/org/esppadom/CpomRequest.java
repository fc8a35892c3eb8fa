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
 * {@code cpom_request}
 *
 * @param ledger registre
 * @param rules fichier de règles
 * @param from premier mois ; absent : le premier facturé
 * @param to dernier mois ; absent : le dernier facturé
 * @param funder financeur ; vide : tous
 * @param provider prestataire ; vide : tous
 * @param language langue
 */
public record CpomRequest(
    NamedDocument ledger,
    NamedDocument rules,
    Optional<YearMonth> from,
    Optional<YearMonth> to,
    String funder,
    String provider,
    Language language) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public CpomRequest {
    Objects.requireNonNull(ledger, "ledger");
    Objects.requireNonNull(rules, "rules");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(funder, "funder");
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(language, "language");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static CpomRequest empty() {
    return new CpomRequest(NamedDocument.empty(), NamedDocument.empty(), Optional.empty(), Optional.empty(), "", "", Language.FR);
  }

  /** The same with another value of {@link #ledger}. */
  public CpomRequest withLedger(NamedDocument ledger) {
    return new CpomRequest(ledger, rules, from, to, funder, provider, language);
  }

  /** The same with another value of {@link #rules}. */
  public CpomRequest withRules(NamedDocument rules) {
    return new CpomRequest(ledger, rules, from, to, funder, provider, language);
  }

  /** The same with another value of {@link #from}. */
  public CpomRequest withFrom(Optional<YearMonth> from) {
    return new CpomRequest(ledger, rules, from, to, funder, provider, language);
  }

  /** The same with a value of {@link #from}. */
  public CpomRequest withFrom(YearMonth from) {
    return withFrom(Optional.of(from));
  }

  /** The same with another value of {@link #to}. */
  public CpomRequest withTo(Optional<YearMonth> to) {
    return new CpomRequest(ledger, rules, from, to, funder, provider, language);
  }

  /** The same with a value of {@link #to}. */
  public CpomRequest withTo(YearMonth to) {
    return withTo(Optional.of(to));
  }

  /** The same with another value of {@link #funder}. */
  public CpomRequest withFunder(String funder) {
    return new CpomRequest(ledger, rules, from, to, funder, provider, language);
  }

  /** The same with another value of {@link #provider}. */
  public CpomRequest withProvider(String provider) {
    return new CpomRequest(ledger, rules, from, to, funder, provider, language);
  }

  /** The same with another value of {@link #language}. */
  public CpomRequest withLanguage(Language language) {
    return new CpomRequest(ledger, rules, from, to, funder, provider, language);
  }

  static CpomRequest read(WireReader in) {
    NamedDocument ledger_ = NamedDocument.read(in);
    NamedDocument rules_ = NamedDocument.read(in);
    Optional<YearMonth> from_ = in.optional() ? Optional.of(in.month()) : Optional.empty();
    Optional<YearMonth> to_ = in.optional() ? Optional.of(in.month()) : Optional.empty();
    String funder_ = in.text();
    String provider_ = in.text();
    Language language_ = Language.read(in);
    return new CpomRequest(ledger_, rules_, from_, to_, funder_, provider_, language_);
  }

  void write(WireWriter out) {
    ledger.write(out);
    rules.write(out);
    if (out.optional(from)) out.month(from.get(), "from");
    if (out.optional(to)) out.month(to.get(), "to");
    out.text(funder);
    out.text(provider);
    language.write(out);
  }
}
