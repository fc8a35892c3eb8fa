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
 * {@code validation_report}
 *
 * @param schema schéma
 * @param files fichiers
 * @param findings constats
 * @param findingsDropped constats comptés
 */
public record ValidationReport(
    String schema,
    List<FileRow> files,
    List<FindingRow> findings,
    List<DroppedRow> findingsDropped) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public ValidationReport {
    Objects.requireNonNull(schema, "schema");
    files = List.copyOf(Objects.requireNonNull(files, "files"));
    findings = List.copyOf(Objects.requireNonNull(findings, "findings"));
    findingsDropped = List.copyOf(Objects.requireNonNull(findingsDropped, "findingsDropped"));
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static ValidationReport empty() {
    return new ValidationReport("esppadom/validate/1", List.of(), List.of(), List.of());
  }

  /** The same with another value of {@link #schema}. */
  public ValidationReport withSchema(String schema) {
    return new ValidationReport(schema, files, findings, findingsDropped);
  }

  /** The same with another value of {@link #files}. */
  public ValidationReport withFiles(List<FileRow> files) {
    return new ValidationReport(schema, files, findings, findingsDropped);
  }

  /** The same with another value of {@link #findings}. */
  public ValidationReport withFindings(List<FindingRow> findings) {
    return new ValidationReport(schema, files, findings, findingsDropped);
  }

  /** The same with another value of {@link #findingsDropped}. */
  public ValidationReport withFindingsDropped(List<DroppedRow> findingsDropped) {
    return new ValidationReport(schema, files, findings, findingsDropped);
  }

  static ValidationReport read(WireReader in) {
    String schema_ = in.text();
    List<FileRow> files_ = in.list(FileRow::read);
    List<FindingRow> findings_ = in.list(FindingRow::read);
    List<DroppedRow> findingsDropped_ = in.list(DroppedRow::read);
    return new ValidationReport(schema_, files_, findings_, findingsDropped_);
  }

  void write(WireWriter out) {
    out.text(schema);
    out.count(files);
    for (FileRow one : files) one.write(out);
    out.count(findings);
    for (FindingRow one : findings) one.write(out);
    out.count(findingsDropped);
    for (DroppedRow one : findingsDropped) one.write(out);
  }
}
