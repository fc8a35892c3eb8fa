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
 * {@code next_request}
 *
 * @param atMost nombre maximal de messages
 */
record NextRequest(
    long atMost) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public NextRequest {
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static NextRequest empty() {
    return new NextRequest(1);
  }

  /** The same with another value of {@link #atMost}. */
  public NextRequest withAtMost(long atMost) {
    return new NextRequest(atMost);
  }

  static NextRequest read(WireReader in) {
    long atMost_ = in.integer();
    return new NextRequest(atMost_);
  }

  void write(WireWriter out) {
    out.integer(atMost);
  }
}
