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
 * {@code reconciliation_result}
 *
 * @param withRules comparée aux règles
 * @param rows écarts
 * @param sums sommes
 * @param total total
 * @param findings constats
 * @param csv écarts, en CSV
 * @param json JSON canonique
 */
public record ReconciliationResult(
    boolean withRules,
    List<ReconcileRow> rows,
    List<ReconcileSum> sums,
    ReconcileSum total,
    List<FindingRow> findings,
    String csv,
    String json) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public ReconciliationResult {
    rows = List.copyOf(Objects.requireNonNull(rows, "rows"));
    sums = List.copyOf(Objects.requireNonNull(sums, "sums"));
    Objects.requireNonNull(total, "total");
    findings = List.copyOf(Objects.requireNonNull(findings, "findings"));
    Objects.requireNonNull(csv, "csv");
    Objects.requireNonNull(json, "json");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static ReconciliationResult empty() {
    return new ReconciliationResult(false, List.of(), List.of(), ReconcileSum.empty(), List.of(), "", "");
  }

  /** The same with another value of {@link #withRules}. */
  public ReconciliationResult withWithRules(boolean withRules) {
    return new ReconciliationResult(withRules, rows, sums, total, findings, csv, json);
  }

  /** The same with another value of {@link #rows}. */
  public ReconciliationResult withRows(List<ReconcileRow> rows) {
    return new ReconciliationResult(withRules, rows, sums, total, findings, csv, json);
  }

  /** The same with another value of {@link #sums}. */
  public ReconciliationResult withSums(List<ReconcileSum> sums) {
    return new ReconciliationResult(withRules, rows, sums, total, findings, csv, json);
  }

  /** The same with another value of {@link #total}. */
  public ReconciliationResult withTotal(ReconcileSum total) {
    return new ReconciliationResult(withRules, rows, sums, total, findings, csv, json);
  }

  /** The same with another value of {@link #findings}. */
  public ReconciliationResult withFindings(List<FindingRow> findings) {
    return new ReconciliationResult(withRules, rows, sums, total, findings, csv, json);
  }

  /** The same with another value of {@link #csv}. */
  public ReconciliationResult withCsv(String csv) {
    return new ReconciliationResult(withRules, rows, sums, total, findings, csv, json);
  }

  /** The same with another value of {@link #json}. */
  public ReconciliationResult withJson(String json) {
    return new ReconciliationResult(withRules, rows, sums, total, findings, csv, json);
  }

  static ReconciliationResult read(WireReader in) {
    boolean withRules_ = in.truth();
    List<ReconcileRow> rows_ = in.list(ReconcileRow::read);
    List<ReconcileSum> sums_ = in.list(ReconcileSum::read);
    ReconcileSum total_ = ReconcileSum.read(in);
    List<FindingRow> findings_ = in.list(FindingRow::read);
    String csv_ = in.text();
    String json_ = in.text();
    return new ReconciliationResult(withRules_, rows_, sums_, total_, findings_, csv_, json_);
  }

  void write(WireWriter out) {
    out.truth(withRules);
    out.count(rows);
    for (ReconcileRow one : rows) one.write(out);
    out.count(sums);
    for (ReconcileSum one : sums) one.write(out);
    total.write(out);
    out.count(findings);
    for (FindingRow one : findings) one.write(out);
    out.text(csv);
    out.text(json);
  }
}
