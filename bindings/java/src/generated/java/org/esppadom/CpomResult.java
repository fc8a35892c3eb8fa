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
 * {@code cpom_result}
 *
 * @param contracts contrats
 * @param months mois
 * @param rows objectifs et prestations
 * @param findings constats
 * @param csv lignes, en CSV
 * @param json JSON canonique
 */
public record CpomResult(
    List<CpomContract> contracts,
    List<CpomMonth> months,
    List<CpomRow> rows,
    List<FindingRow> findings,
    String csv,
    String json) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public CpomResult {
    contracts = List.copyOf(Objects.requireNonNull(contracts, "contracts"));
    months = List.copyOf(Objects.requireNonNull(months, "months"));
    rows = List.copyOf(Objects.requireNonNull(rows, "rows"));
    findings = List.copyOf(Objects.requireNonNull(findings, "findings"));
    Objects.requireNonNull(csv, "csv");
    Objects.requireNonNull(json, "json");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static CpomResult empty() {
    return new CpomResult(List.of(), List.of(), List.of(), List.of(), "", "");
  }

  /** The same with another value of {@link #contracts}. */
  public CpomResult withContracts(List<CpomContract> contracts) {
    return new CpomResult(contracts, months, rows, findings, csv, json);
  }

  /** The same with another value of {@link #months}. */
  public CpomResult withMonths(List<CpomMonth> months) {
    return new CpomResult(contracts, months, rows, findings, csv, json);
  }

  /** The same with another value of {@link #rows}. */
  public CpomResult withRows(List<CpomRow> rows) {
    return new CpomResult(contracts, months, rows, findings, csv, json);
  }

  /** The same with another value of {@link #findings}. */
  public CpomResult withFindings(List<FindingRow> findings) {
    return new CpomResult(contracts, months, rows, findings, csv, json);
  }

  /** The same with another value of {@link #csv}. */
  public CpomResult withCsv(String csv) {
    return new CpomResult(contracts, months, rows, findings, csv, json);
  }

  /** The same with another value of {@link #json}. */
  public CpomResult withJson(String json) {
    return new CpomResult(contracts, months, rows, findings, csv, json);
  }

  static CpomResult read(WireReader in) {
    List<CpomContract> contracts_ = in.list(CpomContract::read);
    List<CpomMonth> months_ = in.list(CpomMonth::read);
    List<CpomRow> rows_ = in.list(CpomRow::read);
    List<FindingRow> findings_ = in.list(FindingRow::read);
    String csv_ = in.text();
    String json_ = in.text();
    return new CpomResult(contracts_, months_, rows_, findings_, csv_, json_);
  }

  void write(WireWriter out) {
    out.count(contracts);
    for (CpomContract one : contracts) one.write(out);
    out.count(months);
    for (CpomMonth one : months) one.write(out);
    out.count(rows);
    for (CpomRow one : rows) one.write(out);
    out.count(findings);
    for (FindingRow one : findings) one.write(out);
    out.text(csv);
    out.text(json);
  }
}
