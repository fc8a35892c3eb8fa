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
 * {@code check_result}
 *
 * @param findings constats
 */
record CheckResult(
    List<FindingRow> findings) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public CheckResult {
    findings = List.copyOf(Objects.requireNonNull(findings, "findings"));
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static CheckResult empty() {
    return new CheckResult(List.of());
  }

  /** The same with another value of {@link #findings}. */
  public CheckResult withFindings(List<FindingRow> findings) {
    return new CheckResult(findings);
  }

  static CheckResult read(WireReader in) {
    List<FindingRow> findings_ = in.list(FindingRow::read);
    return new CheckResult(findings_);
  }

  void write(WireWriter out) {
    out.count(findings);
    for (FindingRow one : findings) one.write(out);
  }
}
