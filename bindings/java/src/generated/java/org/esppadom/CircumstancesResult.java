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
 * {@code circumstances_result}
 *
 * @param circumstances circonstances
 * @param findings constats
 */
public record CircumstancesResult(
    Circumstances circumstances,
    List<FindingRow> findings) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public CircumstancesResult {
    Objects.requireNonNull(circumstances, "circumstances");
    findings = List.copyOf(Objects.requireNonNull(findings, "findings"));
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static CircumstancesResult empty() {
    return new CircumstancesResult(Circumstances.empty(), List.of());
  }

  /** The same with another value of {@link #circumstances}. */
  public CircumstancesResult withCircumstances(Circumstances circumstances) {
    return new CircumstancesResult(circumstances, findings);
  }

  /** The same with another value of {@link #findings}. */
  public CircumstancesResult withFindings(List<FindingRow> findings) {
    return new CircumstancesResult(circumstances, findings);
  }

  static CircumstancesResult read(WireReader in) {
    Circumstances circumstances_ = Circumstances.read(in);
    List<FindingRow> findings_ = in.list(FindingRow::read);
    return new CircumstancesResult(circumstances_, findings_);
  }

  void write(WireWriter out) {
    circumstances.write(out);
    out.count(findings);
    for (FindingRow one : findings) one.write(out);
  }
}
