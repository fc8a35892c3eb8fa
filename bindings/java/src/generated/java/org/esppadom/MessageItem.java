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
 * {@code message_item}
 *
 * @param order commande
 * @param delivery compte rendu
 * @param invoice facture
 */
record MessageItem(
    Optional<Order> order,
    Optional<Delivery> delivery,
    Optional<Invoice> invoice) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public MessageItem {
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(delivery, "delivery");
    Objects.requireNonNull(invoice, "invoice");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static MessageItem empty() {
    return new MessageItem(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same with another value of {@link #order}. */
  public MessageItem withOrder(Optional<Order> order) {
    return new MessageItem(order, delivery, invoice);
  }

  /** The same with a value of {@link #order}. */
  public MessageItem withOrder(Order order) {
    return withOrder(Optional.of(order));
  }

  /** The same with another value of {@link #delivery}. */
  public MessageItem withDelivery(Optional<Delivery> delivery) {
    return new MessageItem(order, delivery, invoice);
  }

  /** The same with a value of {@link #delivery}. */
  public MessageItem withDelivery(Delivery delivery) {
    return withDelivery(Optional.of(delivery));
  }

  /** The same with another value of {@link #invoice}. */
  public MessageItem withInvoice(Optional<Invoice> invoice) {
    return new MessageItem(order, delivery, invoice);
  }

  /** The same with a value of {@link #invoice}. */
  public MessageItem withInvoice(Invoice invoice) {
    return withInvoice(Optional.of(invoice));
  }

  static MessageItem read(WireReader in) {
    Optional<Order> order_ = in.optional() ? Optional.of(Order.read(in)) : Optional.empty();
    Optional<Delivery> delivery_ = in.optional() ? Optional.of(Delivery.read(in)) : Optional.empty();
    Optional<Invoice> invoice_ = in.optional() ? Optional.of(Invoice.read(in)) : Optional.empty();
    return new MessageItem(order_, delivery_, invoice_);
  }

  void write(WireWriter out) {
    if (out.optional(order)) order.get().write(out);
    if (out.optional(delivery)) delivery.get().write(out);
    if (out.optional(invoice)) invoice.get().write(out);
  }
}
