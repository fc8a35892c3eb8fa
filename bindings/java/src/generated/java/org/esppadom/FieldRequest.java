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
 * {@code field_request}
 *
 * @param message message
 * @param path chemin
 */
record FieldRequest(
    MessageItem message,
    String path) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public FieldRequest {
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(path, "path");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static FieldRequest empty() {
    return new FieldRequest(MessageItem.empty(), "");
  }

  /** The same with another value of {@link #message}. */
  public FieldRequest withMessage(MessageItem message) {
    return new FieldRequest(message, path);
  }

  /** The same with another value of {@link #path}. */
  public FieldRequest withPath(String path) {
    return new FieldRequest(message, path);
  }

  static FieldRequest read(WireReader in) {
    MessageItem message_ = MessageItem.read(in);
    String path_ = in.text();
    return new FieldRequest(message_, path_);
  }

  void write(WireWriter out) {
    message.write(out);
    out.text(path);
  }
}
