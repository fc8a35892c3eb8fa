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
 * {@code stamp_distance}
 *
 * @param deliveryId n° de document de l'intervention
 * @param metres distance au domicile (m)
 */
public record StampDistance(
    String deliveryId,
    long metres) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public StampDistance {
    Objects.requireNonNull(deliveryId, "deliveryId");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static StampDistance empty() {
    return new StampDistance("", 0);
  }

  /** The same with another value of {@link #deliveryId}. */
  public StampDistance withDeliveryId(String deliveryId) {
    return new StampDistance(deliveryId, metres);
  }

  /** The same with another value of {@link #metres}. */
  public StampDistance withMetres(long metres) {
    return new StampDistance(deliveryId, metres);
  }

  static StampDistance read(WireReader in) {
    String deliveryId_ = in.text();
    long metres_ = in.integer();
    return new StampDistance(deliveryId_, metres_);
  }

  void write(WireWriter out) {
    out.text(deliveryId);
    out.integer(metres);
  }
}
