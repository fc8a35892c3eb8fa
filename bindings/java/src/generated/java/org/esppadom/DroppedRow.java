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
 * {@code dropped_row}
 *
 * @param code code
 * @param severity gravité
 * @param count nombre
 */
public record DroppedRow(
    String code,
    Severity severity,
    long count) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public DroppedRow {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(severity, "severity");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static DroppedRow empty() {
    return new DroppedRow("", Severity.ERROR, 0);
  }

  /** The same with another value of {@link #code}. */
  public DroppedRow withCode(String code) {
    return new DroppedRow(code, severity, count);
  }

  /** The same with another value of {@link #severity}. */
  public DroppedRow withSeverity(Severity severity) {
    return new DroppedRow(code, severity, count);
  }

  /** The same with another value of {@link #count}. */
  public DroppedRow withCount(long count) {
    return new DroppedRow(code, severity, count);
  }

  static DroppedRow read(WireReader in) {
    String code_ = in.text();
    Severity severity_ = Severity.read(in);
    long count_ = in.integer();
    return new DroppedRow(code_, severity_, count_);
  }

  void write(WireWriter out) {
    out.text(code);
    severity.write(out);
    out.integer(count);
  }
}
