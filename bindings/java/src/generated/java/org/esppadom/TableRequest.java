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
 * {@code table_request}
 *
 * @param paths fichiers, dossiers et archives
 * @param rows ce qu'est une ligne
 * @param strict lecture stricte
 * @param batchRows lignes d'un bloc
 * @param language langue des constats
 */
public record TableRequest(
    List<String> paths,
    TableRows rows,
    boolean strict,
    long batchRows,
    Language language) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public TableRequest {
    paths = List.copyOf(Objects.requireNonNull(paths, "paths"));
    Objects.requireNonNull(rows, "rows");
    Objects.requireNonNull(language, "language");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static TableRequest empty() {
    return new TableRequest(List.of(), TableRows.VISITS, false, 65536, Language.FR);
  }

  /** The same with another value of {@link #paths}. */
  public TableRequest withPaths(List<String> paths) {
    return new TableRequest(paths, rows, strict, batchRows, language);
  }

  /** The same with another value of {@link #rows}. */
  public TableRequest withRows(TableRows rows) {
    return new TableRequest(paths, rows, strict, batchRows, language);
  }

  /** The same with another value of {@link #strict}. */
  public TableRequest withStrict(boolean strict) {
    return new TableRequest(paths, rows, strict, batchRows, language);
  }

  /** The same with another value of {@link #batchRows}. */
  public TableRequest withBatchRows(long batchRows) {
    return new TableRequest(paths, rows, strict, batchRows, language);
  }

  /** The same with another value of {@link #language}. */
  public TableRequest withLanguage(Language language) {
    return new TableRequest(paths, rows, strict, batchRows, language);
  }

  static TableRequest read(WireReader in) {
    List<String> paths_ = in.list(WireReader::text);
    TableRows rows_ = TableRows.read(in);
    boolean strict_ = in.truth();
    long batchRows_ = in.integer();
    Language language_ = Language.read(in);
    return new TableRequest(paths_, rows_, strict_, batchRows_, language_);
  }

  void write(WireWriter out) {
    out.count(paths);
    for (String one : paths) out.text(one);
    rows.write(out);
    out.truth(strict);
    out.integer(batchRows);
    language.write(out);
  }
}
