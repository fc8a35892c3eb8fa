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
 * {@code changed_message}
 *
 * @param message message
 */
record ChangedMessage(
    MessageItem message) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public ChangedMessage {
    Objects.requireNonNull(message, "message");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static ChangedMessage empty() {
    return new ChangedMessage(MessageItem.empty());
  }

  /** The same with another value of {@link #message}. */
  public ChangedMessage withMessage(MessageItem message) {
    return new ChangedMessage(message);
  }

  static ChangedMessage read(WireReader in) {
    MessageItem message_ = MessageItem.read(in);
    return new ChangedMessage(message_);
  }

  void write(WireWriter out) {
    message.write(out);
  }
}
