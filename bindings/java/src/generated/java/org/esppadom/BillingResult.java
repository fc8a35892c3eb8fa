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
 * {@code billing_result}
 *
 * @param month mois facturé; null when there is none
 * @param ruleSets jeux de règles
 * @param invoices factures
 * @param beneficiaryInvoices factures des bénéficiaires
 * @param payments versements
 * @param smoothing lissage
 * @param unbilled non facturé
 * @param held retenu
 * @param advances avances
 * @param slips bordereaux
 * @param summary synthèse
 * @param messages messages INVOICE
 * @param ledger registre à conserver, en JSON
 * @param findings constats
 * @param json JSON canonique
 */
public record BillingResult(
    YearMonth month,
    List<RuleSetRef> ruleSets,
    List<BilledInvoice> invoices,
    List<BeneficiaryInvoice> beneficiaryInvoices,
    List<FunderPayment> payments,
    List<SmoothingRow> smoothing,
    List<UnbilledVisit> unbilled,
    List<HeldDocument> held,
    List<AdvanceRow> advances,
    List<Slip> slips,
    BillSummary summary,
    List<Invoice> messages,
    Bytes ledger,
    List<FindingRow> findings,
    String json) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public BillingResult {
    ruleSets = List.copyOf(Objects.requireNonNull(ruleSets, "ruleSets"));
    invoices = List.copyOf(Objects.requireNonNull(invoices, "invoices"));
    beneficiaryInvoices = List.copyOf(Objects.requireNonNull(beneficiaryInvoices, "beneficiaryInvoices"));
    payments = List.copyOf(Objects.requireNonNull(payments, "payments"));
    smoothing = List.copyOf(Objects.requireNonNull(smoothing, "smoothing"));
    unbilled = List.copyOf(Objects.requireNonNull(unbilled, "unbilled"));
    held = List.copyOf(Objects.requireNonNull(held, "held"));
    advances = List.copyOf(Objects.requireNonNull(advances, "advances"));
    slips = List.copyOf(Objects.requireNonNull(slips, "slips"));
    Objects.requireNonNull(summary, "summary");
    messages = List.copyOf(Objects.requireNonNull(messages, "messages"));
    Objects.requireNonNull(ledger, "ledger");
    findings = List.copyOf(Objects.requireNonNull(findings, "findings"));
    Objects.requireNonNull(json, "json");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static BillingResult empty() {
    return new BillingResult(null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), BillSummary.empty(), List.of(), Bytes.EMPTY, List.of(), "");
  }

  /** The same with another value of {@link #month}. */
  public BillingResult withMonth(YearMonth month) {
    return new BillingResult(month, ruleSets, invoices, beneficiaryInvoices, payments, smoothing, unbilled, held, advances, slips, summary, messages, ledger, findings, json);
  }

  /** The same with another value of {@link #ruleSets}. */
  public BillingResult withRuleSets(List<RuleSetRef> ruleSets) {
    return new BillingResult(month, ruleSets, invoices, beneficiaryInvoices, payments, smoothing, unbilled, held, advances, slips, summary, messages, ledger, findings, json);
  }

  /** The same with another value of {@link #invoices}. */
  public BillingResult withInvoices(List<BilledInvoice> invoices) {
    return new BillingResult(month, ruleSets, invoices, beneficiaryInvoices, payments, smoothing, unbilled, held, advances, slips, summary, messages, ledger, findings, json);
  }

  /** The same with another value of {@link #beneficiaryInvoices}. */
  public BillingResult withBeneficiaryInvoices(List<BeneficiaryInvoice> beneficiaryInvoices) {
    return new BillingResult(month, ruleSets, invoices, beneficiaryInvoices, payments, smoothing, unbilled, held, advances, slips, summary, messages, ledger, findings, json);
  }

  /** The same with another value of {@link #payments}. */
  public BillingResult withPayments(List<FunderPayment> payments) {
    return new BillingResult(month, ruleSets, invoices, beneficiaryInvoices, payments, smoothing, unbilled, held, advances, slips, summary, messages, ledger, findings, json);
  }

  /** The same with another value of {@link #smoothing}. */
  public BillingResult withSmoothing(List<SmoothingRow> smoothing) {
    return new BillingResult(month, ruleSets, invoices, beneficiaryInvoices, payments, smoothing, unbilled, held, advances, slips, summary, messages, ledger, findings, json);
  }

  /** The same with another value of {@link #unbilled}. */
  public BillingResult withUnbilled(List<UnbilledVisit> unbilled) {
    return new BillingResult(month, ruleSets, invoices, beneficiaryInvoices, payments, smoothing, unbilled, held, advances, slips, summary, messages, ledger, findings, json);
  }

  /** The same with another value of {@link #held}. */
  public BillingResult withHeld(List<HeldDocument> held) {
    return new BillingResult(month, ruleSets, invoices, beneficiaryInvoices, payments, smoothing, unbilled, held, advances, slips, summary, messages, ledger, findings, json);
  }

  /** The same with another value of {@link #advances}. */
  public BillingResult withAdvances(List<AdvanceRow> advances) {
    return new BillingResult(month, ruleSets, invoices, beneficiaryInvoices, payments, smoothing, unbilled, held, advances, slips, summary, messages, ledger, findings, json);
  }

  /** The same with another value of {@link #slips}. */
  public BillingResult withSlips(List<Slip> slips) {
    return new BillingResult(month, ruleSets, invoices, beneficiaryInvoices, payments, smoothing, unbilled, held, advances, slips, summary, messages, ledger, findings, json);
  }

  /** The same with another value of {@link #summary}. */
  public BillingResult withSummary(BillSummary summary) {
    return new BillingResult(month, ruleSets, invoices, beneficiaryInvoices, payments, smoothing, unbilled, held, advances, slips, summary, messages, ledger, findings, json);
  }

  /** The same with another value of {@link #messages}. */
  public BillingResult withMessages(List<Invoice> messages) {
    return new BillingResult(month, ruleSets, invoices, beneficiaryInvoices, payments, smoothing, unbilled, held, advances, slips, summary, messages, ledger, findings, json);
  }

  /** The same with another value of {@link #ledger}. */
  public BillingResult withLedger(Bytes ledger) {
    return new BillingResult(month, ruleSets, invoices, beneficiaryInvoices, payments, smoothing, unbilled, held, advances, slips, summary, messages, ledger, findings, json);
  }

  /** The same with another value of {@link #findings}. */
  public BillingResult withFindings(List<FindingRow> findings) {
    return new BillingResult(month, ruleSets, invoices, beneficiaryInvoices, payments, smoothing, unbilled, held, advances, slips, summary, messages, ledger, findings, json);
  }

  /** The same with another value of {@link #json}. */
  public BillingResult withJson(String json) {
    return new BillingResult(month, ruleSets, invoices, beneficiaryInvoices, payments, smoothing, unbilled, held, advances, slips, summary, messages, ledger, findings, json);
  }

  static BillingResult read(WireReader in) {
    YearMonth month_ = in.month();
    List<RuleSetRef> ruleSets_ = in.list(RuleSetRef::read);
    List<BilledInvoice> invoices_ = in.list(BilledInvoice::read);
    List<BeneficiaryInvoice> beneficiaryInvoices_ = in.list(BeneficiaryInvoice::read);
    List<FunderPayment> payments_ = in.list(FunderPayment::read);
    List<SmoothingRow> smoothing_ = in.list(SmoothingRow::read);
    List<UnbilledVisit> unbilled_ = in.list(UnbilledVisit::read);
    List<HeldDocument> held_ = in.list(HeldDocument::read);
    List<AdvanceRow> advances_ = in.list(AdvanceRow::read);
    List<Slip> slips_ = in.list(Slip::read);
    BillSummary summary_ = BillSummary.read(in);
    List<Invoice> messages_ = in.list(Invoice::read);
    Bytes ledger_ = in.bytes();
    List<FindingRow> findings_ = in.list(FindingRow::read);
    String json_ = in.text();
    return new BillingResult(month_, ruleSets_, invoices_, beneficiaryInvoices_, payments_, smoothing_, unbilled_, held_, advances_, slips_, summary_, messages_, ledger_, findings_, json_);
  }

  void write(WireWriter out) {
    out.month(month, "month");
    out.count(ruleSets);
    for (RuleSetRef one : ruleSets) one.write(out);
    out.count(invoices);
    for (BilledInvoice one : invoices) one.write(out);
    out.count(beneficiaryInvoices);
    for (BeneficiaryInvoice one : beneficiaryInvoices) one.write(out);
    out.count(payments);
    for (FunderPayment one : payments) one.write(out);
    out.count(smoothing);
    for (SmoothingRow one : smoothing) one.write(out);
    out.count(unbilled);
    for (UnbilledVisit one : unbilled) one.write(out);
    out.count(held);
    for (HeldDocument one : held) one.write(out);
    out.count(advances);
    for (AdvanceRow one : advances) one.write(out);
    out.count(slips);
    for (Slip one : slips) one.write(out);
    summary.write(out);
    out.count(messages);
    for (Invoice one : messages) one.write(out);
    out.bytes(ledger);
    out.count(findings);
    for (FindingRow one : findings) one.write(out);
    out.text(json);
  }
}
