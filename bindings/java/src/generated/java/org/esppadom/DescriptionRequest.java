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
 * {@code description_request}
 *
 * @param of message, ou partie
 */
record DescriptionRequest(
    DescribedSubject of) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public DescriptionRequest {
    Objects.requireNonNull(of, "of");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static DescriptionRequest empty() {
    return new DescriptionRequest(DescribedSubject.ORDER);
  }

  /** The same with another value of {@link #of}. */
  public DescriptionRequest withOf(DescribedSubject of) {
    return new DescriptionRequest(of);
  }

  static DescriptionRequest read(WireReader in) {
    DescribedSubject of_ = DescribedSubject.read(in);
    return new DescriptionRequest(of_);
  }

  void write(WireWriter out) {
    of.write(out);
  }
}
