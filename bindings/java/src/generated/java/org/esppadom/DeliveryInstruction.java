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
 * {@code delivery_instruction}
 *
 * @param text texte (inferred (high))
 * @param extras ce que la description ne connaît pas, conservé à la réécriture
 */
public record DeliveryInstruction(
    String text,
    Extras extras) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public DeliveryInstruction {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(extras, "extras");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static DeliveryInstruction empty() {
    return new DeliveryInstruction("", Extras.NONE);
  }

  /** The same with another value of {@link #text}. */
  public DeliveryInstruction withText(String text) {
    return new DeliveryInstruction(text, extras);
  }

  /** The same with another value of {@link #extras}. */
  public DeliveryInstruction withExtras(Extras extras) {
    return new DeliveryInstruction(text, extras);
  }

  static DeliveryInstruction read(WireReader in) {
    String text_ = in.text();
    return new DeliveryInstruction(text_, in.extras(null));
  }

  void write(WireWriter out) {
    out.text(text);
    out.extras(extras);
  }
}
