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
 * {@code explanation_result}
 *
 * @param document explication
 */
record ExplanationResult(
    Bytes document) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public ExplanationResult {
    Objects.requireNonNull(document, "document");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static ExplanationResult empty() {
    return new ExplanationResult(Bytes.EMPTY);
  }

  /** The same with another value of {@link #document}. */
  public ExplanationResult withDocument(Bytes document) {
    return new ExplanationResult(document);
  }

  static ExplanationResult read(WireReader in) {
    Bytes document_ = in.bytes();
    return new ExplanationResult(document_);
  }

  void write(WireWriter out) {
    out.bytes(document);
  }
}
