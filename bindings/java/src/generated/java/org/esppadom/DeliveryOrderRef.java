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
 * {@code delivery_order_ref}
 *
 * @param orderId n° de commande (inferred (high))
 * @param issuer donneur d'ordre / tiers payeur (known)
 * @param extras ce que la description ne connaît pas, conservé à la réécriture
 */
public record DeliveryOrderRef(
    Optional<String> orderId,
    Optional<Party> issuer,
    Extras extras) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public DeliveryOrderRef {
    Objects.requireNonNull(orderId, "orderId");
    Objects.requireNonNull(issuer, "issuer");
    Objects.requireNonNull(extras, "extras");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static DeliveryOrderRef empty() {
    return new DeliveryOrderRef(Optional.empty(), Optional.empty(), Extras.NONE);
  }

  /** The same with another value of {@link #orderId}. */
  public DeliveryOrderRef withOrderId(Optional<String> orderId) {
    return new DeliveryOrderRef(orderId, issuer, extras);
  }

  /** The same with a value of {@link #orderId}. */
  public DeliveryOrderRef withOrderId(String orderId) {
    return withOrderId(Optional.of(orderId));
  }

  /** The same with another value of {@link #issuer}. */
  public DeliveryOrderRef withIssuer(Optional<Party> issuer) {
    return new DeliveryOrderRef(orderId, issuer, extras);
  }

  /** The same with a value of {@link #issuer}. */
  public DeliveryOrderRef withIssuer(Party issuer) {
    return withIssuer(Optional.of(issuer));
  }

  /** The same with another value of {@link #extras}. */
  public DeliveryOrderRef withExtras(Extras extras) {
    return new DeliveryOrderRef(orderId, issuer, extras);
  }

  static DeliveryOrderRef read(WireReader in) {
    Optional<String> orderId_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    Optional<Party> issuer_ = in.optional() ? Optional.of(Party.read(in)) : Optional.empty();
    return new DeliveryOrderRef(orderId_, issuer_, in.extras(null));
  }

  void write(WireWriter out) {
    if (out.optional(orderId)) out.text(orderId.get());
    if (out.optional(issuer)) issuer.get().write(out);
    out.extras(extras);
  }
}
