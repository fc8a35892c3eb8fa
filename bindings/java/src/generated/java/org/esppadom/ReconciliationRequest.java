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
 * {@code reconciliation_request}
 *
 * @param inputs données
 * @param invoicePaths fichiers de factures
 * @param invoices factures
 * @param from premier mois ; absent : celui des factures
 * @param to dernier mois ; absent : celui des factures
 * @param asOf date de connaissance
 * @param provider prestataire ; vide : tous
 * @param funder financeur ; vide : tous
 * @param service prestation ; vide : toutes
 * @param by regroupement des sommes
 * @param language langue
 */
public record ReconciliationRequest(
    RunInputs inputs,
    List<String> invoicePaths,
    List<Invoice> invoices,
    Optional<YearMonth> from,
    Optional<YearMonth> to,
    Optional<LocalDate> asOf,
    String provider,
    String funder,
    String service,
    ReconcileGroup by,
    Language language) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public ReconciliationRequest {
    Objects.requireNonNull(inputs, "inputs");
    invoicePaths = List.copyOf(Objects.requireNonNull(invoicePaths, "invoicePaths"));
    invoices = List.copyOf(Objects.requireNonNull(invoices, "invoices"));
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(funder, "funder");
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(language, "language");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static ReconciliationRequest empty() {
    return new ReconciliationRequest(RunInputs.empty(), List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), "", "", "", ReconcileGroup.PROVIDER, Language.FR);
  }

  /** The same with another value of {@link #inputs}. */
  public ReconciliationRequest withInputs(RunInputs inputs) {
    return new ReconciliationRequest(inputs, invoicePaths, invoices, from, to, asOf, provider, funder, service, by, language);
  }

  /** The same with another value of {@link #invoicePaths}. */
  public ReconciliationRequest withInvoicePaths(List<String> invoicePaths) {
    return new ReconciliationRequest(inputs, invoicePaths, invoices, from, to, asOf, provider, funder, service, by, language);
  }

  /** The same with another value of {@link #invoices}. */
  public ReconciliationRequest withInvoices(List<Invoice> invoices) {
    return new ReconciliationRequest(inputs, invoicePaths, invoices, from, to, asOf, provider, funder, service, by, language);
  }

  /** The same with another value of {@link #from}. */
  public ReconciliationRequest withFrom(Optional<YearMonth> from) {
    return new ReconciliationRequest(inputs, invoicePaths, invoices, from, to, asOf, provider, funder, service, by, language);
  }

  /** The same with a value of {@link #from}. */
  public ReconciliationRequest withFrom(YearMonth from) {
    return withFrom(Optional.of(from));
  }

  /** The same with another value of {@link #to}. */
  public ReconciliationRequest withTo(Optional<YearMonth> to) {
    return new ReconciliationRequest(inputs, invoicePaths, invoices, from, to, asOf, provider, funder, service, by, language);
  }

  /** The same with a value of {@link #to}. */
  public ReconciliationRequest withTo(YearMonth to) {
    return withTo(Optional.of(to));
  }

  /** The same with another value of {@link #asOf}. */
  public ReconciliationRequest withAsOf(Optional<LocalDate> asOf) {
    return new ReconciliationRequest(inputs, invoicePaths, invoices, from, to, asOf, provider, funder, service, by, language);
  }

  /** The same with a value of {@link #asOf}. */
  public ReconciliationRequest withAsOf(LocalDate asOf) {
    return withAsOf(Optional.of(asOf));
  }

  /** The same with another value of {@link #provider}. */
  public ReconciliationRequest withProvider(String provider) {
    return new ReconciliationRequest(inputs, invoicePaths, invoices, from, to, asOf, provider, funder, service, by, language);
  }

  /** The same with another value of {@link #funder}. */
  public ReconciliationRequest withFunder(String funder) {
    return new ReconciliationRequest(inputs, invoicePaths, invoices, from, to, asOf, provider, funder, service, by, language);
  }

  /** The same with another value of {@link #service}. */
  public ReconciliationRequest withService(String service) {
    return new ReconciliationRequest(inputs, invoicePaths, invoices, from, to, asOf, provider, funder, service, by, language);
  }

  /** The same with another value of {@link #by}. */
  public ReconciliationRequest withBy(ReconcileGroup by) {
    return new ReconciliationRequest(inputs, invoicePaths, invoices, from, to, asOf, provider, funder, service, by, language);
  }

  /** The same with another value of {@link #language}. */
  public ReconciliationRequest withLanguage(Language language) {
    return new ReconciliationRequest(inputs, invoicePaths, invoices, from, to, asOf, provider, funder, service, by, language);
  }

  static ReconciliationRequest read(WireReader in) {
    RunInputs inputs_ = RunInputs.read(in);
    List<String> invoicePaths_ = in.list(WireReader::text);
    List<Invoice> invoices_ = in.list(Invoice::read);
    Optional<YearMonth> from_ = in.optional() ? Optional.of(in.month()) : Optional.empty();
    Optional<YearMonth> to_ = in.optional() ? Optional.of(in.month()) : Optional.empty();
    Optional<LocalDate> asOf_ = in.optional() ? Optional.of(in.date()) : Optional.empty();
    String provider_ = in.text();
    String funder_ = in.text();
    String service_ = in.text();
    ReconcileGroup by_ = ReconcileGroup.read(in);
    Language language_ = Language.read(in);
    return new ReconciliationRequest(inputs_, invoicePaths_, invoices_, from_, to_, asOf_, provider_, funder_, service_, by_, language_);
  }

  void write(WireWriter out) {
    inputs.write(out);
    out.count(invoicePaths);
    for (String one : invoicePaths) out.text(one);
    out.count(invoices);
    for (Invoice one : invoices) one.write(out);
    if (out.optional(from)) out.month(from.get(), "from");
    if (out.optional(to)) out.month(to.get(), "to");
    if (out.optional(asOf)) out.date(asOf.get(), "asOf");
    out.text(provider);
    out.text(funder);
    out.text(service);
    by.write(out);
    language.write(out);
  }
}
