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
 * {@code library_request}
 *
 */
record LibraryRequest() {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public LibraryRequest {
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static LibraryRequest empty() {
    return new LibraryRequest();
  }

  static LibraryRequest read(WireReader in) {
    return new LibraryRequest();
  }

  void write(WireWriter out) {
  }
}
