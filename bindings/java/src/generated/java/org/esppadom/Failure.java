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
 * {@code failure}
 *
 * @param code code
 * @param messageEn texte anglais
 * @param messageFr texte français
 * @param path chemin
 * @param file fichier
 * @param line ligne
 * @param column colonne
 * @param findings constats
 */
record Failure(
    String code,
    String messageEn,
    String messageFr,
    String path,
    String file,
    long line,
    long column,
    List<FindingRow> findings) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public Failure {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(messageEn, "messageEn");
    Objects.requireNonNull(messageFr, "messageFr");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(file, "file");
    findings = List.copyOf(Objects.requireNonNull(findings, "findings"));
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static Failure empty() {
    return new Failure("", "", "", "", "", 0, 0, List.of());
  }

  /** The same with another value of {@link #code}. */
  public Failure withCode(String code) {
    return new Failure(code, messageEn, messageFr, path, file, line, column, findings);
  }

  /** The same with another value of {@link #messageEn}. */
  public Failure withMessageEn(String messageEn) {
    return new Failure(code, messageEn, messageFr, path, file, line, column, findings);
  }

  /** The same with another value of {@link #messageFr}. */
  public Failure withMessageFr(String messageFr) {
    return new Failure(code, messageEn, messageFr, path, file, line, column, findings);
  }

  /** The same with another value of {@link #path}. */
  public Failure withPath(String path) {
    return new Failure(code, messageEn, messageFr, path, file, line, column, findings);
  }

  /** The same with another value of {@link #file}. */
  public Failure withFile(String file) {
    return new Failure(code, messageEn, messageFr, path, file, line, column, findings);
  }

  /** The same with another value of {@link #line}. */
  public Failure withLine(long line) {
    return new Failure(code, messageEn, messageFr, path, file, line, column, findings);
  }

  /** The same with another value of {@link #column}. */
  public Failure withColumn(long column) {
    return new Failure(code, messageEn, messageFr, path, file, line, column, findings);
  }

  /** The same with another value of {@link #findings}. */
  public Failure withFindings(List<FindingRow> findings) {
    return new Failure(code, messageEn, messageFr, path, file, line, column, findings);
  }

  static Failure read(WireReader in) {
    String code_ = in.text();
    String messageEn_ = in.text();
    String messageFr_ = in.text();
    String path_ = in.text();
    String file_ = in.text();
    long line_ = in.integer();
    long column_ = in.integer();
    List<FindingRow> findings_ = in.list(FindingRow::read);
    return new Failure(code_, messageEn_, messageFr_, path_, file_, line_, column_, findings_);
  }

  void write(WireWriter out) {
    out.text(code);
    out.text(messageEn);
    out.text(messageFr);
    out.text(path);
    out.text(file);
    out.integer(line);
    out.integer(column);
    out.count(findings);
    for (FindingRow one : findings) one.write(out);
  }
}
