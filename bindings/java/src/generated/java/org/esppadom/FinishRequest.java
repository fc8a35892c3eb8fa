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
 * {@code finish_request}
 *
 * @param frame ce qui entoure les messages, complet
 */
record FinishRequest(
    Optional<DocumentFrame> frame) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public FinishRequest {
    Objects.requireNonNull(frame, "frame");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static FinishRequest empty() {
    return new FinishRequest(Optional.empty());
  }

  /** The same with another value of {@link #frame}. */
  public FinishRequest withFrame(Optional<DocumentFrame> frame) {
    return new FinishRequest(frame);
  }

  /** The same with a value of {@link #frame}. */
  public FinishRequest withFrame(DocumentFrame frame) {
    return withFrame(Optional.of(frame));
  }

  static FinishRequest read(WireReader in) {
    Optional<DocumentFrame> frame_ = in.optional() ? Optional.of(DocumentFrame.read(in)) : Optional.empty();
    return new FinishRequest(frame_);
  }

  void write(WireWriter out) {
    if (out.optional(frame)) frame.get().write(out);
  }
}
