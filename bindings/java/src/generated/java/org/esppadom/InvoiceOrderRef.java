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
 * {@code invoice_order_ref}
 *
 * @param orderId n° de commande (known)
 * @param extras ce que la description ne connaît pas, conservé à la réécriture
 */
public record InvoiceOrderRef(
    Optional<String> orderId,
    Extras extras) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public InvoiceOrderRef {
    Objects.requireNonNull(orderId, "orderId");
    Objects.requireNonNull(extras, "extras");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static InvoiceOrderRef empty() {
    return new InvoiceOrderRef(Optional.empty(), Extras.NONE);
  }

  /** The same with another value of {@link #orderId}. */
  public InvoiceOrderRef withOrderId(Optional<String> orderId) {
    return new InvoiceOrderRef(orderId, extras);
  }

  /** The same with a value of {@link #orderId}. */
  public InvoiceOrderRef withOrderId(String orderId) {
    return withOrderId(Optional.of(orderId));
  }

  /** The same with another value of {@link #extras}. */
  public InvoiceOrderRef withExtras(Extras extras) {
    return new InvoiceOrderRef(orderId, extras);
  }

  static InvoiceOrderRef read(WireReader in) {
    Optional<String> orderId_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    return new InvoiceOrderRef(orderId_, in.extras(null));
  }

  void write(WireWriter out) {
    if (out.optional(orderId)) out.text(orderId.get());
    out.extras(extras);
  }
}
