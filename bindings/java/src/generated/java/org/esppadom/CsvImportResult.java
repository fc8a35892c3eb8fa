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
 * {@code csv_import_result}
 *
 * @param readable tout a pu être lu
 * @param orders commandes
 * @param deliveries comptes rendus
 * @param invoices factures
 * @param circumstances circonstances
 * @param findings constats
 */
public record CsvImportResult(
    boolean readable,
    List<Order> orders,
    List<Delivery> deliveries,
    List<Invoice> invoices,
    Optional<Circumstances> circumstances,
    List<FindingRow> findings) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public CsvImportResult {
    orders = List.copyOf(Objects.requireNonNull(orders, "orders"));
    deliveries = List.copyOf(Objects.requireNonNull(deliveries, "deliveries"));
    invoices = List.copyOf(Objects.requireNonNull(invoices, "invoices"));
    Objects.requireNonNull(circumstances, "circumstances");
    findings = List.copyOf(Objects.requireNonNull(findings, "findings"));
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static CsvImportResult empty() {
    return new CsvImportResult(true, List.of(), List.of(), List.of(), Optional.empty(), List.of());
  }

  /** The same with another value of {@link #readable}. */
  public CsvImportResult withReadable(boolean readable) {
    return new CsvImportResult(readable, orders, deliveries, invoices, circumstances, findings);
  }

  /** The same with another value of {@link #orders}. */
  public CsvImportResult withOrders(List<Order> orders) {
    return new CsvImportResult(readable, orders, deliveries, invoices, circumstances, findings);
  }

  /** The same with another value of {@link #deliveries}. */
  public CsvImportResult withDeliveries(List<Delivery> deliveries) {
    return new CsvImportResult(readable, orders, deliveries, invoices, circumstances, findings);
  }

  /** The same with another value of {@link #invoices}. */
  public CsvImportResult withInvoices(List<Invoice> invoices) {
    return new CsvImportResult(readable, orders, deliveries, invoices, circumstances, findings);
  }

  /** The same with another value of {@link #circumstances}. */
  public CsvImportResult withCircumstances(Optional<Circumstances> circumstances) {
    return new CsvImportResult(readable, orders, deliveries, invoices, circumstances, findings);
  }

  /** The same with a value of {@link #circumstances}. */
  public CsvImportResult withCircumstances(Circumstances circumstances) {
    return withCircumstances(Optional.of(circumstances));
  }

  /** The same with another value of {@link #findings}. */
  public CsvImportResult withFindings(List<FindingRow> findings) {
    return new CsvImportResult(readable, orders, deliveries, invoices, circumstances, findings);
  }

  static CsvImportResult read(WireReader in) {
    boolean readable_ = in.truth();
    List<Order> orders_ = in.list(Order::read);
    List<Delivery> deliveries_ = in.list(Delivery::read);
    List<Invoice> invoices_ = in.list(Invoice::read);
    Optional<Circumstances> circumstances_ = in.optional() ? Optional.of(Circumstances.read(in)) : Optional.empty();
    List<FindingRow> findings_ = in.list(FindingRow::read);
    return new CsvImportResult(readable_, orders_, deliveries_, invoices_, circumstances_, findings_);
  }

  void write(WireWriter out) {
    out.truth(readable);
    out.count(orders);
    for (Order one : orders) one.write(out);
    out.count(deliveries);
    for (Delivery one : deliveries) one.write(out);
    out.count(invoices);
    for (Invoice one : invoices) one.write(out);
    if (out.optional(circumstances)) circumstances.get().write(out);
    out.count(findings);
    for (FindingRow one : findings) one.write(out);
  }
}
