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
 * {@code invoice_line_order_ref}
 *
 * @param orderId n° de commande (inferred (high))
 * @param orderLineId ligne de commande / plan d'aide (inferred (high))
 * @param extras ce que la description ne connaît pas, conservé à la réécriture
 */
public record InvoiceLineOrderRef(
    Optional<String> orderId,
    Optional<String> orderLineId,
    Extras extras) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public InvoiceLineOrderRef {
    Objects.requireNonNull(orderId, "orderId");
    Objects.requireNonNull(orderLineId, "orderLineId");
    Objects.requireNonNull(extras, "extras");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static InvoiceLineOrderRef empty() {
    return new InvoiceLineOrderRef(Optional.empty(), Optional.empty(), Extras.NONE);
  }

  /** The same with another value of {@link #orderId}. */
  public InvoiceLineOrderRef withOrderId(Optional<String> orderId) {
    return new InvoiceLineOrderRef(orderId, orderLineId, extras);
  }

  /** The same with a value of {@link #orderId}. */
  public InvoiceLineOrderRef withOrderId(String orderId) {
    return withOrderId(Optional.of(orderId));
  }

  /** The same with another value of {@link #orderLineId}. */
  public InvoiceLineOrderRef withOrderLineId(Optional<String> orderLineId) {
    return new InvoiceLineOrderRef(orderId, orderLineId, extras);
  }

  /** The same with a value of {@link #orderLineId}. */
  public InvoiceLineOrderRef withOrderLineId(String orderLineId) {
    return withOrderLineId(Optional.of(orderLineId));
  }

  /** The same with another value of {@link #extras}. */
  public InvoiceLineOrderRef withExtras(Extras extras) {
    return new InvoiceLineOrderRef(orderId, orderLineId, extras);
  }

  static InvoiceLineOrderRef read(WireReader in) {
    Optional<String> orderId_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    Optional<String> orderLineId_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    return new InvoiceLineOrderRef(orderId_, orderLineId_, in.extras(null));
  }

  void write(WireWriter out) {
    if (out.optional(orderId)) out.text(orderId.get());
    if (out.optional(orderLineId)) out.text(orderLineId.get());
    out.extras(extras);
  }
}
