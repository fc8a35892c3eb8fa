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
 * {@code run_inputs}
 *
 * @param orderPaths commandes : fichiers, dossiers et archives
 * @param deliveryPaths comptes rendus : fichiers, dossiers et archives
 * @param orders commandes
 * @param deliveries comptes rendus
 * @param rules fichier de règles ; sans règles, toutes sont neutres
 * @param circumstances circonstances, en JSON
 * @param facts circonstances, comme valeurs au lieu d'un document
 * @param ledger registre de la facturation précédente
 */
public record RunInputs(
    List<String> orderPaths,
    List<String> deliveryPaths,
    List<Order> orders,
    List<Delivery> deliveries,
    Optional<NamedDocument> rules,
    Optional<NamedDocument> circumstances,
    Optional<Circumstances> facts,
    Optional<NamedDocument> ledger) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public RunInputs {
    orderPaths = List.copyOf(Objects.requireNonNull(orderPaths, "orderPaths"));
    deliveryPaths = List.copyOf(Objects.requireNonNull(deliveryPaths, "deliveryPaths"));
    orders = List.copyOf(Objects.requireNonNull(orders, "orders"));
    deliveries = List.copyOf(Objects.requireNonNull(deliveries, "deliveries"));
    Objects.requireNonNull(rules, "rules");
    Objects.requireNonNull(circumstances, "circumstances");
    Objects.requireNonNull(facts, "facts");
    Objects.requireNonNull(ledger, "ledger");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static RunInputs empty() {
    return new RunInputs(List.of(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same with another value of {@link #orderPaths}. */
  public RunInputs withOrderPaths(List<String> orderPaths) {
    return new RunInputs(orderPaths, deliveryPaths, orders, deliveries, rules, circumstances, facts, ledger);
  }

  /** The same with another value of {@link #deliveryPaths}. */
  public RunInputs withDeliveryPaths(List<String> deliveryPaths) {
    return new RunInputs(orderPaths, deliveryPaths, orders, deliveries, rules, circumstances, facts, ledger);
  }

  /** The same with another value of {@link #orders}. */
  public RunInputs withOrders(List<Order> orders) {
    return new RunInputs(orderPaths, deliveryPaths, orders, deliveries, rules, circumstances, facts, ledger);
  }

  /** The same with another value of {@link #deliveries}. */
  public RunInputs withDeliveries(List<Delivery> deliveries) {
    return new RunInputs(orderPaths, deliveryPaths, orders, deliveries, rules, circumstances, facts, ledger);
  }

  /** The same with another value of {@link #rules}. */
  public RunInputs withRules(Optional<NamedDocument> rules) {
    return new RunInputs(orderPaths, deliveryPaths, orders, deliveries, rules, circumstances, facts, ledger);
  }

  /** The same with a value of {@link #rules}. */
  public RunInputs withRules(NamedDocument rules) {
    return withRules(Optional.of(rules));
  }

  /** The same with another value of {@link #circumstances}. */
  public RunInputs withCircumstances(Optional<NamedDocument> circumstances) {
    return new RunInputs(orderPaths, deliveryPaths, orders, deliveries, rules, circumstances, facts, ledger);
  }

  /** The same with a value of {@link #circumstances}. */
  public RunInputs withCircumstances(NamedDocument circumstances) {
    return withCircumstances(Optional.of(circumstances));
  }

  /** The same with another value of {@link #facts}. */
  public RunInputs withFacts(Optional<Circumstances> facts) {
    return new RunInputs(orderPaths, deliveryPaths, orders, deliveries, rules, circumstances, facts, ledger);
  }

  /** The same with a value of {@link #facts}. */
  public RunInputs withFacts(Circumstances facts) {
    return withFacts(Optional.of(facts));
  }

  /** The same with another value of {@link #ledger}. */
  public RunInputs withLedger(Optional<NamedDocument> ledger) {
    return new RunInputs(orderPaths, deliveryPaths, orders, deliveries, rules, circumstances, facts, ledger);
  }

  /** The same with a value of {@link #ledger}. */
  public RunInputs withLedger(NamedDocument ledger) {
    return withLedger(Optional.of(ledger));
  }

  static RunInputs read(WireReader in) {
    List<String> orderPaths_ = in.list(WireReader::text);
    List<String> deliveryPaths_ = in.list(WireReader::text);
    List<Order> orders_ = in.list(Order::read);
    List<Delivery> deliveries_ = in.list(Delivery::read);
    Optional<NamedDocument> rules_ = in.optional() ? Optional.of(NamedDocument.read(in)) : Optional.empty();
    Optional<NamedDocument> circumstances_ = in.optional() ? Optional.of(NamedDocument.read(in)) : Optional.empty();
    Optional<Circumstances> facts_ = in.optional() ? Optional.of(Circumstances.read(in)) : Optional.empty();
    Optional<NamedDocument> ledger_ = in.optional() ? Optional.of(NamedDocument.read(in)) : Optional.empty();
    return new RunInputs(orderPaths_, deliveryPaths_, orders_, deliveries_, rules_, circumstances_, facts_, ledger_);
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
  }
}
