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
 * {@code delivery_contract}
 *
 * @param globalId constante P observée (known)
 * @param extras ce que la description ne connaît pas, conservé à la réécriture
 */
public record DeliveryContract(
    Optional<Identifier> globalId,
    Extras extras) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public DeliveryContract {
    Objects.requireNonNull(globalId, "globalId");
    Objects.requireNonNull(extras, "extras");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static DeliveryContract empty() {
    return new DeliveryContract(Optional.empty(), Extras.NONE);
  }

  /** The same with another value of {@link #globalId}. */
  public DeliveryContract withGlobalId(Optional<Identifier> globalId) {
    return new DeliveryContract(globalId, extras);
  }

  /** The same with a value of {@link #globalId}. */
  public DeliveryContract withGlobalId(Identifier globalId) {
    return withGlobalId(Optional.of(globalId));
  }

  /** The same with another value of {@link #extras}. */
  public DeliveryContract withExtras(Extras extras) {
    return new DeliveryContract(globalId, extras);
  }

  static DeliveryContract read(WireReader in) {
    Optional<Identifier> globalId_ = in.optional() ? Optional.of(in.identifier()) : Optional.empty();
    return new DeliveryContract(globalId_, in.extras(null));
  }

  void write(WireWriter out) {
    if (out.optional(globalId)) out.identifier(globalId.get());
    out.extras(extras);
  }
}
