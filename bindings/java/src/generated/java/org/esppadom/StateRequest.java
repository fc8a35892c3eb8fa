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
 * {@code state_request}
 *
 */
record StateRequest() {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public StateRequest {
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static StateRequest empty() {
    return new StateRequest();
  }

  static StateRequest read(WireReader in) {
    return new StateRequest();
  }

  void write(WireWriter out) {
  }
}
