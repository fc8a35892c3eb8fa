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
 * {@code note}
 *
 * @param text texte (inferred (low))
 * @param extras ce que la description ne connaît pas, conservé à la réécriture
 */
public record Note(
    String text,
    Extras extras) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public Note {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(extras, "extras");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static Note empty() {
    return new Note("", Extras.NONE);
  }

  /** The same with another value of {@link #text}. */
  public Note withText(String text) {
    return new Note(text, extras);
  }

  /** The same with another value of {@link #extras}. */
  public Note withExtras(Extras extras) {
    return new Note(text, extras);
  }

  static Note read(WireReader in) {
    String text_ = in.text();
    return new Note(text_, in.extras(null));
  }

  void write(WireWriter out) {
    out.text(text);
    out.extras(extras);
  }
}
