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
 * {@code billing_request}
 *
 * @param orderPaths commandes : fichiers, dossiers et archives
 * @param deliveryPaths comptes rendus : fichiers, dossiers et archives
 * @param orders commandes
 * @param deliveries comptes rendus
 * @param rules fichier de règles ; sans règles, toutes sont neutres
 * @param circumstances circonstances, en JSON
 * @param facts circonstances, comme valeurs au lieu d'un document
 * @param ledger registre de la facturation précédente
 * @param month mois facturé; null when there is none
 * @param asOf date d'arrêté : les commandes émises après sont inconnues; null when there is none
 * @param issuedAt date d'émission ; sinon minuit de la date d'arrêté
 * @param transactionId n° de transaction ; sinon tiré de la date d'émission
 * @param stage facture définitive ou pro forma
 * @param completeFor prestataires dont toutes les interventions du mois sont données
 * @param validated prestataires qui ont validé leur pro forma
 * @param language langue
 */
public record BillingRequest(
    List<String> orderPaths,
    List<String> deliveryPaths,
    List<Order> orders,
    List<Delivery> deliveries,
    Optional<NamedDocument> rules,
    Optional<NamedDocument> circumstances,
    Optional<Circumstances> facts,
    Optional<NamedDocument> ledger,
    YearMonth month,
    LocalDate asOf,
    Optional<LocalDateTime> issuedAt,
    Optional<String> transactionId,
    IssueStage stage,
    List<String> completeFor,
    List<String> validated,
    Language language) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public BillingRequest {
    orderPaths = List.copyOf(Objects.requireNonNull(orderPaths, "orderPaths"));
    deliveryPaths = List.copyOf(Objects.requireNonNull(deliveryPaths, "deliveryPaths"));
    orders = List.copyOf(Objects.requireNonNull(orders, "orders"));
    deliveries = List.copyOf(Objects.requireNonNull(deliveries, "deliveries"));
    Objects.requireNonNull(rules, "rules");
    Objects.requireNonNull(circumstances, "circumstances");
    Objects.requireNonNull(facts, "facts");
    Objects.requireNonNull(ledger, "ledger");
    Objects.requireNonNull(issuedAt, "issuedAt");
    Objects.requireNonNull(transactionId, "transactionId");
    Objects.requireNonNull(stage, "stage");
    completeFor = List.copyOf(Objects.requireNonNull(completeFor, "completeFor"));
    validated = List.copyOf(Objects.requireNonNull(validated, "validated"));
    Objects.requireNonNull(language, "language");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static BillingRequest empty() {
    return new BillingRequest(List.of(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), null, null, Optional.empty(), Optional.empty(), IssueStage.FINAL, List.of(), List.of(), Language.FR);
  }

  /** The same with another value of {@link #orderPaths}. */
  public BillingRequest withOrderPaths(List<String> orderPaths) {
    return new BillingRequest(orderPaths, deliveryPaths, orders, deliveries, rules, circumstances, facts, ledger, month, asOf, issuedAt, transactionId, stage, completeFor, validated, language);
  }

  /** The same with another value of {@link #deliveryPaths}. */
  public BillingRequest withDeliveryPaths(List<String> deliveryPaths) {
    return new BillingRequest(orderPaths, deliveryPaths, orders, deliveries, rules, circumstances, facts, ledger, month, asOf, issuedAt, transactionId, stage, completeFor, validated, language);
  }

  /** The same with another value of {@link #orders}. */
  public BillingRequest withOrders(List<Order> orders) {
    return new BillingRequest(orderPaths, deliveryPaths, orders, deliveries, rules, circumstances, facts, ledger, month, asOf, issuedAt, transactionId, stage, completeFor, validated, language);
  }

  /** The same with another value of {@link #deliveries}. */
  public BillingRequest withDeliveries(List<Delivery> deliveries) {
    return new BillingRequest(orderPaths, deliveryPaths, orders, deliveries, rules, circumstances, facts, ledger, month, asOf, issuedAt, transactionId, stage, completeFor, validated, language);
  }

  /** The same with another value of {@link #rules}. */
  public BillingRequest withRules(Optional<NamedDocument> rules) {
    return new BillingRequest(orderPaths, deliveryPaths, orders, deliveries, rules, circumstances, facts, ledger, month, asOf, issuedAt, transactionId, stage, completeFor, validated, language);
  }

  /** The same with a value of {@link #rules}. */
  public BillingRequest withRules(NamedDocument rules) {
    return withRules(Optional.of(rules));
  }

  /** The same with another value of {@link #circumstances}. */
  public BillingRequest withCircumstances(Optional<NamedDocument> circumstances) {
    return new BillingRequest(orderPaths, deliveryPaths, orders, deliveries, rules, circumstances, facts, ledger, month, asOf, issuedAt, transactionId, stage, completeFor, validated, language);
  }

  /** The same with a value of {@link #circumstances}. */
  public BillingRequest withCircumstances(NamedDocument circumstances) {
    return withCircumstances(Optional.of(circumstances));
  }

  /** The same with another value of {@link #facts}. */
  public BillingRequest withFacts(Optional<Circumstances> facts) {
    return new BillingRequest(orderPaths, deliveryPaths, orders, deliveries, rules, circumstances, facts, ledger, month, asOf, issuedAt, transactionId, stage, completeFor, validated, language);
  }

  /** The same with a value of {@link #facts}. */
  public BillingRequest withFacts(Circumstances facts) {
    return withFacts(Optional.of(facts));
  }

  /** The same with another value of {@link #ledger}. */
  public BillingRequest withLedger(Optional<NamedDocument> ledger) {
    return new BillingRequest(orderPaths, deliveryPaths, orders, deliveries, rules, circumstances, facts, ledger, month, asOf, issuedAt, transactionId, stage, completeFor, validated, language);
  }

  /** The same with a value of {@link #ledger}. */
  public BillingRequest withLedger(NamedDocument ledger) {
    return withLedger(Optional.of(ledger));
  }

  /** The same with another value of {@link #month}. */
  public BillingRequest withMonth(YearMonth month) {
    return new BillingRequest(orderPaths, deliveryPaths, orders, deliveries, rules, circumstances, facts, ledger, month, asOf, issuedAt, transactionId, stage, completeFor, validated, language);
  }

  /** The same with another value of {@link #asOf}. */
  public BillingRequest withAsOf(LocalDate asOf) {
    return new BillingRequest(orderPaths, deliveryPaths, orders, deliveries, rules, circumstances, facts, ledger, month, asOf, issuedAt, transactionId, stage, completeFor, validated, language);
  }

  /** The same with another value of {@link #issuedAt}. */
  public BillingRequest withIssuedAt(Optional<LocalDateTime> issuedAt) {
    return new BillingRequest(orderPaths, deliveryPaths, orders, deliveries, rules, circumstances, facts, ledger, month, asOf, issuedAt, transactionId, stage, completeFor, validated, language);
  }

  /** The same with a value of {@link #issuedAt}. */
  public BillingRequest withIssuedAt(LocalDateTime issuedAt) {
    return withIssuedAt(Optional.of(issuedAt));
  }

  /** The same with another value of {@link #transactionId}. */
  public BillingRequest withTransactionId(Optional<String> transactionId) {
    return new BillingRequest(orderPaths, deliveryPaths, orders, deliveries, rules, circumstances, facts, ledger, month, asOf, issuedAt, transactionId, stage, completeFor, validated, language);
  }

  /** The same with a value of {@link #transactionId}. */
  public BillingRequest withTransactionId(String transactionId) {
    return withTransactionId(Optional.of(transactionId));
  }

  /** The same with another value of {@link #stage}. */
  public BillingRequest withStage(IssueStage stage) {
    return new BillingRequest(orderPaths, deliveryPaths, orders, deliveries, rules, circumstances, facts, ledger, month, asOf, issuedAt, transactionId, stage, completeFor, validated, language);
  }

  /** The same with another value of {@link #completeFor}. */
  public BillingRequest withCompleteFor(List<String> completeFor) {
    return new BillingRequest(orderPaths, deliveryPaths, orders, deliveries, rules, circumstances, facts, ledger, month, asOf, issuedAt, transactionId, stage, completeFor, validated, language);
  }

  /** The same with another value of {@link #validated}. */
  public BillingRequest withValidated(List<String> validated) {
    return new BillingRequest(orderPaths, deliveryPaths, orders, deliveries, rules, circumstances, facts, ledger, month, asOf, issuedAt, transactionId, stage, completeFor, validated, language);
  }

  /** The same with another value of {@link #language}. */
  public BillingRequest withLanguage(Language language) {
    return new BillingRequest(orderPaths, deliveryPaths, orders, deliveries, rules, circumstances, facts, ledger, month, asOf, issuedAt, transactionId, stage, completeFor, validated, language);
  }

  static BillingRequest read(WireReader in) {
    List<String> orderPaths_ = in.list(WireReader::text);
    List<String> deliveryPaths_ = in.list(WireReader::text);
    List<Order> orders_ = in.list(Order::read);
    List<Delivery> deliveries_ = in.list(Delivery::read);
    Optional<NamedDocument> rules_ = in.optional() ? Optional.of(NamedDocument.read(in)) : Optional.empty();
    Optional<NamedDocument> circumstances_ = in.optional() ? Optional.of(NamedDocument.read(in)) : Optional.empty();
    Optional<Circumstances> facts_ = in.optional() ? Optional.of(Circumstances.read(in)) : Optional.empty();
    Optional<NamedDocument> ledger_ = in.optional() ? Optional.of(NamedDocument.read(in)) : Optional.empty();
    YearMonth month_ = in.month();
    LocalDate asOf_ = in.date();
    Optional<LocalDateTime> issuedAt_ = in.optional() ? Optional.of(in.time()) : Optional.empty();
    Optional<String> transactionId_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    IssueStage stage_ = IssueStage.read(in);
    List<String> completeFor_ = in.list(WireReader::text);
    List<String> validated_ = in.list(WireReader::text);
    Language language_ = Language.read(in);
    return new BillingRequest(orderPaths_, deliveryPaths_, orders_, deliveries_, rules_, circumstances_, facts_, ledger_, month_, asOf_, issuedAt_, transactionId_, stage_, completeFor_, validated_, language_);
  }

  void write(WireWriter out) {
    out.count(orderPaths);
    for (String one : orderPaths) out.text(one);
    out.count(deliveryPaths);
    for (String one : deliveryPaths) out.text(one);
    out.count(orders);
    for (Order one : orders) one.write(out);
    out.count(deliveries);
    for (Delivery one : deliveries) one.write(out);
    if (out.optional(rules)) rules.get().write(out);
    if (out.optional(circumstances)) circumstances.get().write(out);
    if (out.optional(facts)) facts.get().write(out);
    if (out.optional(ledger)) ledger.get().write(out);
    out.month(month, "month");
    out.date(asOf, "asOf");
    if (out.optional(issuedAt)) out.time(issuedAt.get(), "issuedAt");
    if (out.optional(transactionId)) out.text(transactionId.get());
    stage.write(out);
    out.count(completeFor);
    for (String one : completeFor) out.text(one);
    out.count(validated);
    for (String one : validated) out.text(one);
    language.write(out);
  }
}
