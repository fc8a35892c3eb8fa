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
 * {@code reconcile_row}
 *
 * @param check contrôle
 * @param reason cause probable
 * @param document n° de facture
 * @param line ligne
 * @param month mois
 * @param provider prestataire
 * @param payer payeur
 * @param beneficiary bénéficiaire
 * @param service prestation
 * @param orderLine ligne de commande
 * @param deliveries interventions
 * @param statedSeconds temps facturé (s)
 * @param expectedSeconds temps attendu (s)
 * @param statedAmount montant facturé
 * @param expectedAmount montant attendu
 * @param difference écart
 * @param stated valeur facturée
 * @param expected valeur attendue
 * @param unbilled motif de non-facturation
 */
public record ReconcileRow(
    ReconcileCheck check,
    DifferenceReason reason,
    Optional<String> document,
    Optional<String> line,
    Optional<YearMonth> month,
    String provider,
    String payer,
    String beneficiary,
    String service,
    String orderLine,
    List<String> deliveries,
    Optional<ExactSeconds> statedSeconds,
    Optional<ExactSeconds> expectedSeconds,
    Optional<BigDecimal> statedAmount,
    Optional<BigDecimal> expectedAmount,
    Optional<BigDecimal> difference,
    Optional<String> stated,
    Optional<String> expected,
    Optional<UnbilledReason> unbilled) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public ReconcileRow {
    Objects.requireNonNull(check, "check");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(month, "month");
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(payer, "payer");
    Objects.requireNonNull(beneficiary, "beneficiary");
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(orderLine, "orderLine");
    deliveries = List.copyOf(Objects.requireNonNull(deliveries, "deliveries"));
    Objects.requireNonNull(statedSeconds, "statedSeconds");
    Objects.requireNonNull(expectedSeconds, "expectedSeconds");
    Objects.requireNonNull(statedAmount, "statedAmount");
    Objects.requireNonNull(expectedAmount, "expectedAmount");
    Objects.requireNonNull(difference, "difference");
    Objects.requireNonNull(stated, "stated");
    Objects.requireNonNull(expected, "expected");
    Objects.requireNonNull(unbilled, "unbilled");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static ReconcileRow empty() {
    return new ReconcileRow(ReconcileCheck.AMOUNT, DifferenceReason.UNKNOWN, Optional.empty(), Optional.empty(), Optional.empty(), "", "", "", "", "", List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same with another value of {@link #check}. */
  public ReconcileRow withCheck(ReconcileCheck check) {
    return new ReconcileRow(check, reason, document, line, month, provider, payer, beneficiary, service, orderLine, deliveries, statedSeconds, expectedSeconds, statedAmount, expectedAmount, difference, stated, expected, unbilled);
  }

  /** The same with another value of {@link #reason}. */
  public ReconcileRow withReason(DifferenceReason reason) {
    return new ReconcileRow(check, reason, document, line, month, provider, payer, beneficiary, service, orderLine, deliveries, statedSeconds, expectedSeconds, statedAmount, expectedAmount, difference, stated, expected, unbilled);
  }

  /** The same with another value of {@link #document}. */
  public ReconcileRow withDocument(Optional<String> document) {
    return new ReconcileRow(check, reason, document, line, month, provider, payer, beneficiary, service, orderLine, deliveries, statedSeconds, expectedSeconds, statedAmount, expectedAmount, difference, stated, expected, unbilled);
  }

  /** The same with a value of {@link #document}. */
  public ReconcileRow withDocument(String document) {
    return withDocument(Optional.of(document));
  }

  /** The same with another value of {@link #line}. */
  public ReconcileRow withLine(Optional<String> line) {
    return new ReconcileRow(check, reason, document, line, month, provider, payer, beneficiary, service, orderLine, deliveries, statedSeconds, expectedSeconds, statedAmount, expectedAmount, difference, stated, expected, unbilled);
  }

  /** The same with a value of {@link #line}. */
  public ReconcileRow withLine(String line) {
    return withLine(Optional.of(line));
  }

  /** The same with another value of {@link #month}. */
  public ReconcileRow withMonth(Optional<YearMonth> month) {
    return new ReconcileRow(check, reason, document, line, month, provider, payer, beneficiary, service, orderLine, deliveries, statedSeconds, expectedSeconds, statedAmount, expectedAmount, difference, stated, expected, unbilled);
  }

  /** The same with a value of {@link #month}. */
  public ReconcileRow withMonth(YearMonth month) {
    return withMonth(Optional.of(month));
  }

  /** The same with another value of {@link #provider}. */
  public ReconcileRow withProvider(String provider) {
    return new ReconcileRow(check, reason, document, line, month, provider, payer, beneficiary, service, orderLine, deliveries, statedSeconds, expectedSeconds, statedAmount, expectedAmount, difference, stated, expected, unbilled);
  }

  /** The same with another value of {@link #payer}. */
  public ReconcileRow withPayer(String payer) {
    return new ReconcileRow(check, reason, document, line, month, provider, payer, beneficiary, service, orderLine, deliveries, statedSeconds, expectedSeconds, statedAmount, expectedAmount, difference, stated, expected, unbilled);
  }

  /** The same with another value of {@link #beneficiary}. */
  public ReconcileRow withBeneficiary(String beneficiary) {
    return new ReconcileRow(check, reason, document, line, month, provider, payer, beneficiary, service, orderLine, deliveries, statedSeconds, expectedSeconds, statedAmount, expectedAmount, difference, stated, expected, unbilled);
  }

  /** The same with another value of {@link #service}. */
  public ReconcileRow withService(String service) {
    return new ReconcileRow(check, reason, document, line, month, provider, payer, beneficiary, service, orderLine, deliveries, statedSeconds, expectedSeconds, statedAmount, expectedAmount, difference, stated, expected, unbilled);
  }

  /** The same with another value of {@link #orderLine}. */
  public ReconcileRow withOrderLine(String orderLine) {
    return new ReconcileRow(check, reason, document, line, month, provider, payer, beneficiary, service, orderLine, deliveries, statedSeconds, expectedSeconds, statedAmount, expectedAmount, difference, stated, expected, unbilled);
  }

  /** The same with another value of {@link #deliveries}. */
  public ReconcileRow withDeliveries(List<String> deliveries) {
    return new ReconcileRow(check, reason, document, line, month, provider, payer, beneficiary, service, orderLine, deliveries, statedSeconds, expectedSeconds, statedAmount, expectedAmount, difference, stated, expected, unbilled);
  }

  /** The same with another value of {@link #statedSeconds}. */
  public ReconcileRow withStatedSeconds(Optional<ExactSeconds> statedSeconds) {
    return new ReconcileRow(check, reason, document, line, month, provider, payer, beneficiary, service, orderLine, deliveries, statedSeconds, expectedSeconds, statedAmount, expectedAmount, difference, stated, expected, unbilled);
  }

  /** The same with a value of {@link #statedSeconds}. */
  public ReconcileRow withStatedSeconds(ExactSeconds statedSeconds) {
    return withStatedSeconds(Optional.of(statedSeconds));
  }

  /** The same with another value of {@link #expectedSeconds}. */
  public ReconcileRow withExpectedSeconds(Optional<ExactSeconds> expectedSeconds) {
    return new ReconcileRow(check, reason, document, line, month, provider, payer, beneficiary, service, orderLine, deliveries, statedSeconds, expectedSeconds, statedAmount, expectedAmount, difference, stated, expected, unbilled);
  }

  /** The same with a value of {@link #expectedSeconds}. */
  public ReconcileRow withExpectedSeconds(ExactSeconds expectedSeconds) {
    return withExpectedSeconds(Optional.of(expectedSeconds));
  }

  /** The same with another value of {@link #statedAmount}. */
  public ReconcileRow withStatedAmount(Optional<BigDecimal> statedAmount) {
    return new ReconcileRow(check, reason, document, line, month, provider, payer, beneficiary, service, orderLine, deliveries, statedSeconds, expectedSeconds, statedAmount, expectedAmount, difference, stated, expected, unbilled);
  }

  /** The same with a value of {@link #statedAmount}. */
  public ReconcileRow withStatedAmount(BigDecimal statedAmount) {
    return withStatedAmount(Optional.of(statedAmount));
  }

  /** The same with another value of {@link #expectedAmount}. */
  public ReconcileRow withExpectedAmount(Optional<BigDecimal> expectedAmount) {
    return new ReconcileRow(check, reason, document, line, month, provider, payer, beneficiary, service, orderLine, deliveries, statedSeconds, expectedSeconds, statedAmount, expectedAmount, difference, stated, expected, unbilled);
  }

  /** The same with a value of {@link #expectedAmount}. */
  public ReconcileRow withExpectedAmount(BigDecimal expectedAmount) {
    return withExpectedAmount(Optional.of(expectedAmount));
  }

  /** The same with another value of {@link #difference}. */
  public ReconcileRow withDifference(Optional<BigDecimal> difference) {
    return new ReconcileRow(check, reason, document, line, month, provider, payer, beneficiary, service, orderLine, deliveries, statedSeconds, expectedSeconds, statedAmount, expectedAmount, difference, stated, expected, unbilled);
  }

  /** The same with a value of {@link #difference}. */
  public ReconcileRow withDifference(BigDecimal difference) {
    return withDifference(Optional.of(difference));
  }

  /** The same with another value of {@link #stated}. */
  public ReconcileRow withStated(Optional<String> stated) {
    return new ReconcileRow(check, reason, document, line, month, provider, payer, beneficiary, service, orderLine, deliveries, statedSeconds, expectedSeconds, statedAmount, expectedAmount, difference, stated, expected, unbilled);
  }

  /** The same with a value of {@link #stated}. */
  public ReconcileRow withStated(String stated) {
    return withStated(Optional.of(stated));
  }

  /** The same with another value of {@link #expected}. */
  public ReconcileRow withExpected(Optional<String> expected) {
    return new ReconcileRow(check, reason, document, line, month, provider, payer, beneficiary, service, orderLine, deliveries, statedSeconds, expectedSeconds, statedAmount, expectedAmount, difference, stated, expected, unbilled);
  }

  /** The same with a value of {@link #expected}. */
  public ReconcileRow withExpected(String expected) {
    return withExpected(Optional.of(expected));
  }

  /** The same with another value of {@link #unbilled}. */
  public ReconcileRow withUnbilled(Optional<UnbilledReason> unbilled) {
    return new ReconcileRow(check, reason, document, line, month, provider, payer, beneficiary, service, orderLine, deliveries, statedSeconds, expectedSeconds, statedAmount, expectedAmount, difference, stated, expected, unbilled);
  }

  /** The same with a value of {@link #unbilled}. */
  public ReconcileRow withUnbilled(UnbilledReason unbilled) {
    return withUnbilled(Optional.of(unbilled));
  }

  static ReconcileRow read(WireReader in) {
    ReconcileCheck check_ = ReconcileCheck.read(in);
    DifferenceReason reason_ = DifferenceReason.read(in);
    Optional<String> document_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    Optional<String> line_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    Optional<YearMonth> month_ = in.optional() ? Optional.of(in.month()) : Optional.empty();
    String provider_ = in.text();
    String payer_ = in.text();
    String beneficiary_ = in.text();
    String service_ = in.text();
    String orderLine_ = in.text();
    List<String> deliveries_ = in.list(WireReader::text);
    Optional<ExactSeconds> statedSeconds_ = in.optional() ? Optional.of(in.exactSeconds()) : Optional.empty();
    Optional<ExactSeconds> expectedSeconds_ = in.optional() ? Optional.of(in.exactSeconds()) : Optional.empty();
    Optional<BigDecimal> statedAmount_ = in.optional() ? Optional.of(in.money()) : Optional.empty();
    Optional<BigDecimal> expectedAmount_ = in.optional() ? Optional.of(in.money()) : Optional.empty();
    Optional<BigDecimal> difference_ = in.optional() ? Optional.of(in.money()) : Optional.empty();
    Optional<String> stated_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    Optional<String> expected_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    Optional<UnbilledReason> unbilled_ = in.optional() ? Optional.of(UnbilledReason.read(in)) : Optional.empty();
    return new ReconcileRow(check_, reason_, document_, line_, month_, provider_, payer_, beneficiary_, service_, orderLine_, deliveries_, statedSeconds_, expectedSeconds_, statedAmount_, expectedAmount_, difference_, stated_, expected_, unbilled_);
  }

  void write(WireWriter out) {
    check.write(out);
    reason.write(out);
    if (out.optional(document)) out.text(document.get());
    if (out.optional(line)) out.text(line.get());
    if (out.optional(month)) out.month(month.get(), "month");
    out.text(provider);
    out.text(payer);
    out.text(beneficiary);
    out.text(service);
    out.text(orderLine);
    out.count(deliveries);
    for (String one : deliveries) out.text(one);
    if (out.optional(statedSeconds)) out.exactSeconds(statedSeconds.get());
    if (out.optional(expectedSeconds)) out.exactSeconds(expectedSeconds.get());
    if (out.optional(statedAmount)) out.money(statedAmount.get(), "statedAmount");
    if (out.optional(expectedAmount)) out.money(expectedAmount.get(), "expectedAmount");
    if (out.optional(difference)) out.money(difference.get(), "difference");
    if (out.optional(stated)) out.text(stated.get());
    if (out.optional(expected)) out.text(expected.get());
    if (out.optional(unbilled)) unbilled.get().write(out);
  }
}
