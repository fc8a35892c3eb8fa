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
 * {@code validation_result}
 *
 * @param readable tout a pu être lu
 * @param errors nombre d'erreurs
 * @param warnings nombre d'avertissements
 * @param report rapport
 * @param document rapport écrit
 */
public record ValidationResult(
    boolean readable,
    long errors,
    long warnings,
    ValidationReport report,
    Bytes document) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public ValidationResult {
    Objects.requireNonNull(report, "report");
    Objects.requireNonNull(document, "document");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static ValidationResult empty() {
    return new ValidationResult(true, 0, 0, ValidationReport.empty(), Bytes.EMPTY);
  }

  /** The same with another value of {@link #readable}. */
  public ValidationResult withReadable(boolean readable) {
    return new ValidationResult(readable, errors, warnings, report, document);
  }

  /** The same with another value of {@link #errors}. */
  public ValidationResult withErrors(long errors) {
    return new ValidationResult(readable, errors, warnings, report, document);
  }

  /** The same with another value of {@link #warnings}. */
  public ValidationResult withWarnings(long warnings) {
    return new ValidationResult(readable, errors, warnings, report, document);
  }

  /** The same with another value of {@link #report}. */
  public ValidationResult withReport(ValidationReport report) {
    return new ValidationResult(readable, errors, warnings, report, document);
  }

  /** The same with another value of {@link #document}. */
  public ValidationResult withDocument(Bytes document) {
    return new ValidationResult(readable, errors, warnings, report, document);
  }

  static ValidationResult read(WireReader in) {
    boolean readable_ = in.truth();
    long errors_ = in.integer();
    long warnings_ = in.integer();
    ValidationReport report_ = ValidationReport.read(in);
    Bytes document_ = in.bytes();
    return new ValidationResult(readable_, errors_, warnings_, report_, document_);
  }

  void write(WireWriter out) {
    out.truth(readable);
    out.integer(errors);
    out.integer(warnings);
    report.write(out);
    out.bytes(document);
  }
}
