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
 * {@code ledger_export_result}
 *
 * @param part la partie, elle-même un registre
 * @param facts repris et laissés, par nature
 * @param findings constats
 * @param csv lignes, en CSV
 * @param json JSON canonique
 */
public record LedgerExportResult(
    Bytes part,
    List<ExportedFacts> facts,
    List<FindingRow> findings,
    String csv,
    String json) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public LedgerExportResult {
    Objects.requireNonNull(part, "part");
    facts = List.copyOf(Objects.requireNonNull(facts, "facts"));
    findings = List.copyOf(Objects.requireNonNull(findings, "findings"));
    Objects.requireNonNull(csv, "csv");
    Objects.requireNonNull(json, "json");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static LedgerExportResult empty() {
    return new LedgerExportResult(Bytes.EMPTY, List.of(), List.of(), "", "");
  }

  /** The same with another value of {@link #part}. */
  public LedgerExportResult withPart(Bytes part) {
    return new LedgerExportResult(part, facts, findings, csv, json);
  }

  /** The same with another value of {@link #facts}. */
  public LedgerExportResult withFacts(List<ExportedFacts> facts) {
    return new LedgerExportResult(part, facts, findings, csv, json);
  }

  /** The same with another value of {@link #findings}. */
  public LedgerExportResult withFindings(List<FindingRow> findings) {
    return new LedgerExportResult(part, facts, findings, csv, json);
  }

  /** The same with another value of {@link #csv}. */
  public LedgerExportResult withCsv(String csv) {
    return new LedgerExportResult(part, facts, findings, csv, json);
  }

  /** The same with another value of {@link #json}. */
  public LedgerExportResult withJson(String json) {
    return new LedgerExportResult(part, facts, findings, csv, json);
  }

  static LedgerExportResult read(WireReader in) {
    Bytes part_ = in.bytes();
    List<ExportedFacts> facts_ = in.list(ExportedFacts::read);
    List<FindingRow> findings_ = in.list(FindingRow::read);
    String csv_ = in.text();
    String json_ = in.text();
    return new LedgerExportResult(part_, facts_, findings_, csv_, json_);
  }

  void write(WireWriter out) {
    out.bytes(part);
    out.count(facts);
    for (ExportedFacts one : facts) one.write(out);
    out.count(findings);
    for (FindingRow one : findings) one.write(out);
    out.text(csv);
    out.text(json);
  }
}
