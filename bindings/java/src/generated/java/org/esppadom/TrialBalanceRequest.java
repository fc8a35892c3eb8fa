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
 * {@code trial_balance_request}
 *
 * @param ledger registre
 * @param from premier mois
 * @param to dernier mois
 * @param funder financeur ; vide : tous
 * @param provider prestataire ; vide : tous
 * @param language langue
 */
public record TrialBalanceRequest(
    NamedDocument ledger,
    Optional<YearMonth> from,
    Optional<YearMonth> to,
    String funder,
    String provider,
    Language language) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public TrialBalanceRequest {
    Objects.requireNonNull(ledger, "ledger");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(funder, "funder");
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(language, "language");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static TrialBalanceRequest empty() {
    return new TrialBalanceRequest(NamedDocument.empty(), Optional.empty(), Optional.empty(), "", "", Language.FR);
  }

  /** The same with another value of {@link #ledger}. */
  public TrialBalanceRequest withLedger(NamedDocument ledger) {
    return new TrialBalanceRequest(ledger, from, to, funder, provider, language);
  }

  /** The same with another value of {@link #from}. */
  public TrialBalanceRequest withFrom(Optional<YearMonth> from) {
    return new TrialBalanceRequest(ledger, from, to, funder, provider, language);
  }

  /** The same with a value of {@link #from}. */
  public TrialBalanceRequest withFrom(YearMonth from) {
    return withFrom(Optional.of(from));
  }

  /** The same with another value of {@link #to}. */
  public TrialBalanceRequest withTo(Optional<YearMonth> to) {
    return new TrialBalanceRequest(ledger, from, to, funder, provider, language);
  }

  /** The same with a value of {@link #to}. */
  public TrialBalanceRequest withTo(YearMonth to) {
    return withTo(Optional.of(to));
  }

  /** The same with another value of {@link #funder}. */
  public TrialBalanceRequest withFunder(String funder) {
    return new TrialBalanceRequest(ledger, from, to, funder, provider, language);
  }

  /** The same with another value of {@link #provider}. */
  public TrialBalanceRequest withProvider(String provider) {
    return new TrialBalanceRequest(ledger, from, to, funder, provider, language);
  }

  /** The same with another value of {@link #language}. */
  public TrialBalanceRequest withLanguage(Language language) {
    return new TrialBalanceRequest(ledger, from, to, funder, provider, language);
  }

  static TrialBalanceRequest read(WireReader in) {
    NamedDocument ledger_ = NamedDocument.read(in);
    Optional<YearMonth> from_ = in.optional() ? Optional.of(in.month()) : Optional.empty();
    Optional<YearMonth> to_ = in.optional() ? Optional.of(in.month()) : Optional.empty();
    String funder_ = in.text();
    String provider_ = in.text();
    Language language_ = Language.read(in);
    return new TrialBalanceRequest(ledger_, from_, to_, funder_, provider_, language_);
  }

  void write(WireWriter out) {
    ledger.write(out);
    if (out.optional(from)) out.month(from.get(), "from");
    if (out.optional(to)) out.month(to.get(), "to");
    out.text(funder);
    out.text(provider);
    language.write(out);
  }
}
