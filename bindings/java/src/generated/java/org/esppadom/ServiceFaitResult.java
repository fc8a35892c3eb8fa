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
 * {@code service_fait_result}
 *
 * @param statements états
 * @param findings constats
 */
public record ServiceFaitResult(
    List<SealedStatement> statements,
    List<FindingRow> findings) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public ServiceFaitResult {
    statements = List.copyOf(Objects.requireNonNull(statements, "statements"));
    findings = List.copyOf(Objects.requireNonNull(findings, "findings"));
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static ServiceFaitResult empty() {
    return new ServiceFaitResult(List.of(), List.of());
  }

  /** The same with another value of {@link #statements}. */
  public ServiceFaitResult withStatements(List<SealedStatement> statements) {
    return new ServiceFaitResult(statements, findings);
  }

  /** The same with another value of {@link #findings}. */
  public ServiceFaitResult withFindings(List<FindingRow> findings) {
    return new ServiceFaitResult(statements, findings);
  }

  static ServiceFaitResult read(WireReader in) {
    List<SealedStatement> statements_ = in.list(SealedStatement::read);
    List<FindingRow> findings_ = in.list(FindingRow::read);
    return new ServiceFaitResult(statements_, findings_);
  }

  void write(WireWriter out) {
    out.count(statements);
    for (SealedStatement one : statements) one.write(out);
    out.count(findings);
    for (FindingRow one : findings) one.write(out);
  }
}
