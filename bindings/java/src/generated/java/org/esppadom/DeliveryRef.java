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
 * {@code delivery_ref}
 *
 * @param deliveryId n° de document DELIVERY (inferred (medium))
 * @param lineId n° de ligne DELIVERY (inferred (medium))
 * @param extras ce que la description ne connaît pas, conservé à la réécriture
 */
public record DeliveryRef(
    String deliveryId,
    Optional<String> lineId,
    Extras extras) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public DeliveryRef {
    Objects.requireNonNull(deliveryId, "deliveryId");
    Objects.requireNonNull(lineId, "lineId");
    Objects.requireNonNull(extras, "extras");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static DeliveryRef empty() {
    return new DeliveryRef("", Optional.empty(), Extras.NONE);
  }

  /** The same with another value of {@link #deliveryId}. */
  public DeliveryRef withDeliveryId(String deliveryId) {
    return new DeliveryRef(deliveryId, lineId, extras);
  }

  /** The same with another value of {@link #lineId}. */
  public DeliveryRef withLineId(Optional<String> lineId) {
    return new DeliveryRef(deliveryId, lineId, extras);
  }

  /** The same with a value of {@link #lineId}. */
  public DeliveryRef withLineId(String lineId) {
    return withLineId(Optional.of(lineId));
  }

  /** The same with another value of {@link #extras}. */
  public DeliveryRef withExtras(Extras extras) {
    return new DeliveryRef(deliveryId, lineId, extras);
  }

  static DeliveryRef read(WireReader in) {
    String deliveryId_ = in.text();
    Optional<String> lineId_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    return new DeliveryRef(deliveryId_, lineId_, in.extras(null));
  }

  void write(WireWriter out) {
    out.text(deliveryId);
    if (out.optional(lineId)) out.text(lineId.get());
    out.extras(extras);
  }
}
