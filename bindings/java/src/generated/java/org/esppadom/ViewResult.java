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
 * {@code view_result}
 *
 * @param orders commandes
 * @param deliveries comptes rendus
 * @param invoices factures
 * @param findings constats
 * @param json ce qui fut gardé et retiré, en JSON canonique
 */
public record ViewResult(
    List<Order> orders,
    List<Delivery> deliveries,
    List<Invoice> invoices,
    List<FindingRow> findings,
    String json) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public ViewResult {
    orders = List.copyOf(Objects.requireNonNull(orders, "orders"));
    deliveries = List.copyOf(Objects.requireNonNull(deliveries, "deliveries"));
    invoices = List.copyOf(Objects.requireNonNull(invoices, "invoices"));
    findings = List.copyOf(Objects.requireNonNull(findings, "findings"));
    Objects.requireNonNull(json, "json");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static ViewResult empty() {
    return new ViewResult(List.of(), List.of(), List.of(), List.of(), "");
  }

  /** The same with another value of {@link #orders}. */
  public ViewResult withOrders(List<Order> orders) {
    return new ViewResult(orders, deliveries, invoices, findings, json);
  }

  /** The same with another value of {@link #deliveries}. */
  public ViewResult withDeliveries(List<Delivery> deliveries) {
    return new ViewResult(orders, deliveries, invoices, findings, json);
  }

  /** The same with another value of {@link #invoices}. */
  public ViewResult withInvoices(List<Invoice> invoices) {
    return new ViewResult(orders, deliveries, invoices, findings, json);
  }

  /** The same with another value of {@link #findings}. */
  public ViewResult withFindings(List<FindingRow> findings) {
    return new ViewResult(orders, deliveries, invoices, findings, json);
  }

  /** The same with another value of {@link #json}. */
  public ViewResult withJson(String json) {
    return new ViewResult(orders, deliveries, invoices, findings, json);
  }

  static ViewResult read(WireReader in) {
    List<Order> orders_ = in.list(Order::read);
    List<Delivery> deliveries_ = in.list(Delivery::read);
    List<Invoice> invoices_ = in.list(Invoice::read);
    List<FindingRow> findings_ = in.list(FindingRow::read);
    String json_ = in.text();
    return new ViewResult(orders_, deliveries_, invoices_, findings_, json_);
  }

  void write(WireWriter out) {
    out.count(orders);
    for (Order one : orders) one.write(out);
    out.count(deliveries);
    for (Delivery one : deliveries) one.write(out);
    out.count(invoices);
    for (Invoice one : invoices) one.write(out);
    out.count(findings);
    for (FindingRow one : findings) one.write(out);
    out.text(json);
  }
}
