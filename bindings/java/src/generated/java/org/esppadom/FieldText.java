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
 * {@code field_text}
 *
 * @param value valeur
 */
record FieldText(
    Optional<String> value) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public FieldText {
    Objects.requireNonNull(value, "value");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static FieldText empty() {
    return new FieldText(Optional.empty());
  }

  /** The same with another value of {@link #value}. */
  public FieldText withValue(Optional<String> value) {
    return new FieldText(value);
  }

  /** The same with a value of {@link #value}. */
  public FieldText withValue(String value) {
    return withValue(Optional.of(value));
  }

  static FieldText read(WireReader in) {
    Optional<String> value_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    return new FieldText(value_);
  }

  void write(WireWriter out) {
    if (out.optional(value)) out.text(value.get());
  }
}
