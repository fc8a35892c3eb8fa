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
 * {@code service_fait_request}
 *
 * @param ledger registre
 * @param from premier mois; null when there is none
 * @param to dernier mois ; absent : le premier
 * @param beneficiary bénéficiaire ; vide : tous
 * @param keepYears années de conservation
 * @param before états du mois précédent, nommés par leur bénéficiaire
 * @param pages aussi en HTML
 * @param language langue
 */
public record ServiceFaitRequest(
    NamedDocument ledger,
    YearMonth from,
    Optional<YearMonth> to,
    String beneficiary,
    Optional<Long> keepYears,
    List<NamedDocument> before,
    boolean pages,
    Language language) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public ServiceFaitRequest {
    Objects.requireNonNull(ledger, "ledger");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(beneficiary, "beneficiary");
    Objects.requireNonNull(keepYears, "keepYears");
    before = List.copyOf(Objects.requireNonNull(before, "before"));
    Objects.requireNonNull(language, "language");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static ServiceFaitRequest empty() {
    return new ServiceFaitRequest(NamedDocument.empty(), null, Optional.empty(), "", Optional.empty(), List.of(), false, Language.FR);
  }

  /** The same with another value of {@link #ledger}. */
  public ServiceFaitRequest withLedger(NamedDocument ledger) {
    return new ServiceFaitRequest(ledger, from, to, beneficiary, keepYears, before, pages, language);
  }

  /** The same with another value of {@link #from}. */
  public ServiceFaitRequest withFrom(YearMonth from) {
    return new ServiceFaitRequest(ledger, from, to, beneficiary, keepYears, before, pages, language);
  }

  /** The same with another value of {@link #to}. */
  public ServiceFaitRequest withTo(Optional<YearMonth> to) {
    return new ServiceFaitRequest(ledger, from, to, beneficiary, keepYears, before, pages, language);
  }

  /** The same with a value of {@link #to}. */
  public ServiceFaitRequest withTo(YearMonth to) {
    return withTo(Optional.of(to));
  }

  /** The same with another value of {@link #beneficiary}. */
  public ServiceFaitRequest withBeneficiary(String beneficiary) {
    return new ServiceFaitRequest(ledger, from, to, beneficiary, keepYears, before, pages, language);
  }

  /** The same with another value of {@link #keepYears}. */
  public ServiceFaitRequest withKeepYears(Optional<Long> keepYears) {
    return new ServiceFaitRequest(ledger, from, to, beneficiary, keepYears, before, pages, language);
  }

  /** The same with a value of {@link #keepYears}. */
  public ServiceFaitRequest withKeepYears(long keepYears) {
    return withKeepYears(Optional.of(keepYears));
  }

  /** The same with another value of {@link #before}. */
  public ServiceFaitRequest withBefore(List<NamedDocument> before) {
    return new ServiceFaitRequest(ledger, from, to, beneficiary, keepYears, before, pages, language);
  }

  /** The same with another value of {@link #pages}. */
  public ServiceFaitRequest withPages(boolean pages) {
    return new ServiceFaitRequest(ledger, from, to, beneficiary, keepYears, before, pages, language);
  }

  /** The same with another value of {@link #language}. */
  public ServiceFaitRequest withLanguage(Language language) {
    return new ServiceFaitRequest(ledger, from, to, beneficiary, keepYears, before, pages, language);
  }

  static ServiceFaitRequest read(WireReader in) {
    NamedDocument ledger_ = NamedDocument.read(in);
    YearMonth from_ = in.month();
    Optional<YearMonth> to_ = in.optional() ? Optional.of(in.month()) : Optional.empty();
    String beneficiary_ = in.text();
    Optional<Long> keepYears_ = in.optional() ? Optional.of(in.integer()) : Optional.empty();
    List<NamedDocument> before_ = in.list(NamedDocument::read);
    boolean pages_ = in.truth();
    Language language_ = Language.read(in);
    return new ServiceFaitRequest(ledger_, from_, to_, beneficiary_, keepYears_, before_, pages_, language_);
  }

  void write(WireWriter out) {
    ledger.write(out);
    out.month(from, "from");
    if (out.optional(to)) out.month(to.get(), "to");
    out.text(beneficiary);
    if (out.optional(keepYears)) out.integer(keepYears.get());
    out.count(before);
    for (NamedDocument one : before) one.write(out);
    out.truth(pages);
    language.write(out);
  }
}
