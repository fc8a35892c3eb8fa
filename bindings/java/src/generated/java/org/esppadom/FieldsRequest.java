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
 * {@code fields_request}
 *
 * @param kind nature du message
 */
record FieldsRequest(
    MessageKind kind) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public FieldsRequest {
    Objects.requireNonNull(kind, "kind");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static FieldsRequest empty() {
    return new FieldsRequest(MessageKind.DELIVERY);
  }

  /** The same with another value of {@link #kind}. */
  public FieldsRequest withKind(MessageKind kind) {
    return new FieldsRequest(kind);
  }

  static FieldsRequest read(WireReader in) {
    MessageKind kind_ = MessageKind.read(in);
    return new FieldsRequest(kind_);
  }

  void write(WireWriter out) {
    kind.write(out);
  }
}
