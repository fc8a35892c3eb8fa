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
 * {@code previous_order_ref}
 *
 * @param id n° de la commande remplacée (inferred (low))
 * @param extras ce que la description ne connaît pas, conservé à la réécriture
 */
public record PreviousOrderRef(
    String id,
    Extras extras) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public PreviousOrderRef {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(extras, "extras");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static PreviousOrderRef empty() {
    return new PreviousOrderRef("", Extras.NONE);
  }

  /** The same with another value of {@link #id}. */
  public PreviousOrderRef withId(String id) {
    return new PreviousOrderRef(id, extras);
  }

  /** The same with another value of {@link #extras}. */
  public PreviousOrderRef withExtras(Extras extras) {
    return new PreviousOrderRef(id, extras);
  }

  static PreviousOrderRef read(WireReader in) {
    String id_ = in.text();
    return new PreviousOrderRef(id_, in.extras(null));
  }

  void write(WireWriter out) {
    out.text(id);
    out.extras(extras);
  }
}
