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
 * {@code check_request}
 *
 * @param message message
 * @param language langue
 */
record CheckRequest(
    MessageItem message,
    Language language) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public CheckRequest {
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(language, "language");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static CheckRequest empty() {
    return new CheckRequest(MessageItem.empty(), Language.FR);
  }

  /** The same with another value of {@link #message}. */
  public CheckRequest withMessage(MessageItem message) {
    return new CheckRequest(message, language);
  }

  /** The same with another value of {@link #language}. */
  public CheckRequest withLanguage(Language language) {
    return new CheckRequest(message, language);
  }

  static CheckRequest read(WireReader in) {
    MessageItem message_ = MessageItem.read(in);
    Language language_ = Language.read(in);
    return new CheckRequest(message_, language_);
  }

  void write(WireWriter out) {
    message.write(out);
    language.write(out);
  }
}
