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
 * {@code payable_reason}
 *
 * @param deliveryId n° de document de l'intervention
 * @param reason motif payable
 */
public record PayableReason(
    String deliveryId,
    String reason) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public PayableReason {
    Objects.requireNonNull(deliveryId, "deliveryId");
    Objects.requireNonNull(reason, "reason");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static PayableReason empty() {
    return new PayableReason("", "");
  }

  /** The same with another value of {@link #deliveryId}. */
  public PayableReason withDeliveryId(String deliveryId) {
    return new PayableReason(deliveryId, reason);
  }

  /** The same with another value of {@link #reason}. */
  public PayableReason withReason(String reason) {
    return new PayableReason(deliveryId, reason);
  }

  static PayableReason read(WireReader in) {
    String deliveryId_ = in.text();
    String reason_ = in.text();
    return new PayableReason(deliveryId_, reason_);
  }

  void write(WireWriter out) {
    out.text(deliveryId);
    out.text(reason);
  }
}
