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
 * {@code field_change}
 *
 * @param message message
 * @param path chemin
 * @param value valeur
 */
record FieldChange(
    MessageItem message,
    String path,
    Optional<String> value) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public FieldChange {
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(value, "value");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static FieldChange empty() {
    return new FieldChange(MessageItem.empty(), "", Optional.empty());
  }

  /** The same with another value of {@link #message}. */
  public FieldChange withMessage(MessageItem message) {
    return new FieldChange(message, path, value);
  }

  /** The same with another value of {@link #path}. */
  public FieldChange withPath(String path) {
    return new FieldChange(message, path, value);
  }

  /** The same with another value of {@link #value}. */
  public FieldChange withValue(Optional<String> value) {
    return new FieldChange(message, path, value);
  }

  /** The same with a value of {@link #value}. */
  public FieldChange withValue(String value) {
    return withValue(Optional.of(value));
  }

  static FieldChange read(WireReader in) {
    MessageItem message_ = MessageItem.read(in);
    String path_ = in.text();
    Optional<String> value_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    return new FieldChange(message_, path_, value_);
  }

  void write(WireWriter out) {
    message.write(out);
    out.text(path);
    if (out.optional(value)) out.text(value.get());
  }
}
