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
 * {@code message_batch}
 *
 * @param messages messages
 * @param end fin
 */
record MessageBatch(
    List<MessageItem> messages,
    boolean end) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public MessageBatch {
    messages = List.copyOf(Objects.requireNonNull(messages, "messages"));
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static MessageBatch empty() {
    return new MessageBatch(List.of(), false);
  }

  /** The same with another value of {@link #messages}. */
  public MessageBatch withMessages(List<MessageItem> messages) {
    return new MessageBatch(messages, end);
  }

  /** The same with another value of {@link #end}. */
  public MessageBatch withEnd(boolean end) {
    return new MessageBatch(messages, end);
  }

  static MessageBatch read(WireReader in) {
    List<MessageItem> messages_ = in.list(MessageItem::read);
    boolean end_ = in.truth();
    return new MessageBatch(messages_, end_);
  }

  void write(WireWriter out) {
    out.count(messages);
    for (MessageItem one : messages) one.write(out);
    out.truth(end);
  }
}
