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
 * {@code csv_export_result}
 *
 * @param files fichiers
 * @param findings constats
 */
public record CsvExportResult(
    List<NamedDocument> files,
    List<FindingRow> findings) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public CsvExportResult {
    files = List.copyOf(Objects.requireNonNull(files, "files"));
    findings = List.copyOf(Objects.requireNonNull(findings, "findings"));
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static CsvExportResult empty() {
    return new CsvExportResult(List.of(), List.of());
  }

  /** The same with another value of {@link #files}. */
  public CsvExportResult withFiles(List<NamedDocument> files) {
    return new CsvExportResult(files, findings);
  }

  /** The same with another value of {@link #findings}. */
  public CsvExportResult withFindings(List<FindingRow> findings) {
    return new CsvExportResult(files, findings);
  }

  static CsvExportResult read(WireReader in) {
    List<NamedDocument> files_ = in.list(NamedDocument::read);
    List<FindingRow> findings_ = in.list(FindingRow::read);
    return new CsvExportResult(files_, findings_);
  }

  void write(WireWriter out) {
    out.count(files);
    for (NamedDocument one : files) one.write(out);
    out.count(findings);
    for (FindingRow one : findings) one.write(out);
  }
}
