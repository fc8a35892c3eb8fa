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
 * {@code ledger_merge_result}
 *
 * @param ledger registre réuni
 * @param findings constats
 */
public record LedgerMergeResult(
    Bytes ledger,
    List<FindingRow> findings) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public LedgerMergeResult {
    Objects.requireNonNull(ledger, "ledger");
    findings = List.copyOf(Objects.requireNonNull(findings, "findings"));
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static LedgerMergeResult empty() {
    return new LedgerMergeResult(Bytes.EMPTY, List.of());
  }

  /** The same with another value of {@link #ledger}. */
  public LedgerMergeResult withLedger(Bytes ledger) {
    return new LedgerMergeResult(ledger, findings);
  }

  /** The same with another value of {@link #findings}. */
  public LedgerMergeResult withFindings(List<FindingRow> findings) {
    return new LedgerMergeResult(ledger, findings);
  }

  static LedgerMergeResult read(WireReader in) {
    Bytes ledger_ = in.bytes();
    List<FindingRow> findings_ = in.list(FindingRow::read);
    return new LedgerMergeResult(ledger_, findings_);
  }

  void write(WireWriter out) {
    out.bytes(ledger);
    out.count(findings);
    for (FindingRow one : findings) one.write(out);
  }
}
