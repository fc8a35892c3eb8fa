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
 * {@code delivery_line}
 *
 * @param lineId n° de ligne (known)
 * @param orderLineId identifiant du plan d'aide / ligne de commande (known)
 * @param billedQuantity quantité facturable (heures décimales) (known)
 * @param careMode cadre d'intervention (known)
 * @param service prestation (known)
 * @param extras ce que la description ne connaît pas, conservé à la réécriture
 */
public record DeliveryLine(
    String lineId,
    Optional<String> orderLineId,
    Measure billedQuantity,
    Optional<Code> careMode,
    Service service,
    Extras extras) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public DeliveryLine {
    Objects.requireNonNull(lineId, "lineId");
    Objects.requireNonNull(orderLineId, "orderLineId");
    Objects.requireNonNull(billedQuantity, "billedQuantity");
    Objects.requireNonNull(careMode, "careMode");
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(extras, "extras");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static DeliveryLine empty() {
    return new DeliveryLine("", Optional.empty(), Measure.EMPTY, Optional.empty(), Service.empty(), Extras.NONE);
  }

  /** The same with another value of {@link #lineId}. */
  public DeliveryLine withLineId(String lineId) {
    return new DeliveryLine(lineId, orderLineId, billedQuantity, careMode, service, extras);
  }

  /** The same with another value of {@link #orderLineId}. */
  public DeliveryLine withOrderLineId(Optional<String> orderLineId) {
    return new DeliveryLine(lineId, orderLineId, billedQuantity, careMode, service, extras);
  }

  /** The same with a value of {@link #orderLineId}. */
  public DeliveryLine withOrderLineId(String orderLineId) {
    return withOrderLineId(Optional.of(orderLineId));
  }

  /** The same with another value of {@link #billedQuantity}. */
  public DeliveryLine withBilledQuantity(Measure billedQuantity) {
    return new DeliveryLine(lineId, orderLineId, billedQuantity, careMode, service, extras);
  }

  /** The same with another value of {@link #careMode}. */
  public DeliveryLine withCareMode(Optional<Code> careMode) {
    return new DeliveryLine(lineId, orderLineId, billedQuantity, careMode, service, extras);
  }

  /** The same with a value of {@link #careMode}. */
  public DeliveryLine withCareMode(Code careMode) {
    return withCareMode(Optional.of(careMode));
  }

  /** The same with another value of {@link #service}. */
  public DeliveryLine withService(Service service) {
    return new DeliveryLine(lineId, orderLineId, billedQuantity, careMode, service, extras);
  }

  /** The same with another value of {@link #extras}. */
  public DeliveryLine withExtras(Extras extras) {
    return new DeliveryLine(lineId, orderLineId, billedQuantity, careMode, service, extras);
  }

  static DeliveryLine read(WireReader in) {
    String lineId_ = in.text();
    Optional<String> orderLineId_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    Measure billedQuantity_ = in.measure();
    Optional<Code> careMode_ = in.optional() ? Optional.of(in.code()) : Optional.empty();
    Service service_ = Service.read(in);
    return new DeliveryLine(lineId_, orderLineId_, billedQuantity_, careMode_, service_, in.extras(null));
  }

  void write(WireWriter out) {
    out.text(lineId);
    if (out.optional(orderLineId)) out.text(orderLineId.get());
    out.measure(billedQuantity);
    if (out.optional(careMode)) out.code(careMode.get());
    service.write(out);
    out.extras(extras);
  }
}
