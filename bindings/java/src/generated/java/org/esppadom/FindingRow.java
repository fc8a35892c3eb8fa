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
 * {@code finding_row}
 *
 * @param code code
 * @param severity gravité
 * @param id n° de document
 * @param path chemin
 * @param file fichier
 * @param line ligne
 * @param column colonne
 * @param message texte
 */
public record FindingRow(
    String code,
    Severity severity,
    Optional<String> id,
    Optional<String> path,
    Optional<String> file,
    Optional<Long> line,
    Optional<Long> column,
    String message) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public FindingRow {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(message, "message");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static FindingRow empty() {
    return new FindingRow("", Severity.ERROR, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");
  }

  /** The same with another value of {@link #code}. */
  public FindingRow withCode(String code) {
    return new FindingRow(code, severity, id, path, file, line, column, message);
  }

  /** The same with another value of {@link #severity}. */
  public FindingRow withSeverity(Severity severity) {
    return new FindingRow(code, severity, id, path, file, line, column, message);
  }

  /** The same with another value of {@link #id}. */
  public FindingRow withId(Optional<String> id) {
    return new FindingRow(code, severity, id, path, file, line, column, message);
  }

  /** The same with a value of {@link #id}. */
  public FindingRow withId(String id) {
    return withId(Optional.of(id));
  }

  /** The same with another value of {@link #path}. */
  public FindingRow withPath(Optional<String> path) {
    return new FindingRow(code, severity, id, path, file, line, column, message);
  }

  /** The same with a value of {@link #path}. */
  public FindingRow withPath(String path) {
    return withPath(Optional.of(path));
  }

  /** The same with another value of {@link #file}. */
  public FindingRow withFile(Optional<String> file) {
    return new FindingRow(code, severity, id, path, file, line, column, message);
  }

  /** The same with a value of {@link #file}. */
  public FindingRow withFile(String file) {
    return withFile(Optional.of(file));
  }

  /** The same with another value of {@link #line}. */
  public FindingRow withLine(Optional<Long> line) {
    return new FindingRow(code, severity, id, path, file, line, column, message);
  }

  /** The same with a value of {@link #line}. */
  public FindingRow withLine(long line) {
    return withLine(Optional.of(line));
  }

  /** The same with another value of {@link #column}. */
  public FindingRow withColumn(Optional<Long> column) {
    return new FindingRow(code, severity, id, path, file, line, column, message);
  }

  /** The same with a value of {@link #column}. */
  public FindingRow withColumn(long column) {
    return withColumn(Optional.of(column));
  }

  /** The same with another value of {@link #message}. */
  public FindingRow withMessage(String message) {
    return new FindingRow(code, severity, id, path, file, line, column, message);
  }

  static FindingRow read(WireReader in) {
    String code_ = in.text();
    Severity severity_ = Severity.read(in);
    Optional<String> id_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    Optional<String> path_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    Optional<String> file_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    Optional<Long> line_ = in.optional() ? Optional.of(in.integer()) : Optional.empty();
    Optional<Long> column_ = in.optional() ? Optional.of(in.integer()) : Optional.empty();
    String message_ = in.text();
    return new FindingRow(code_, severity_, id_, path_, file_, line_, column_, message_);
  }

  void write(WireWriter out) {
    out.text(code);
    severity.write(out);
    if (out.optional(id)) out.text(id.get());
    if (out.optional(path)) out.text(path.get());
    if (out.optional(file)) out.text(file.get());
    if (out.optional(line)) out.integer(line.get());
    if (out.optional(column)) out.integer(column.get());
    out.text(message);
  }
}
