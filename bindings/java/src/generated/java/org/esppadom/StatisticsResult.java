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
 * {@code statistics_result}
 *
 * @param findings constats
 * @param csv lignes, en CSV
 * @param json JSON canonique
 */
public record StatisticsResult(
    List<FindingRow> findings,
    String csv,
    String json) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public StatisticsResult {
    findings = List.copyOf(Objects.requireNonNull(findings, "findings"));
    Objects.requireNonNull(csv, "csv");
    Objects.requireNonNull(json, "json");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static StatisticsResult empty() {
    return new StatisticsResult(List.of(), "", "");
  }

  /** The same with another value of {@link #findings}. */
  public StatisticsResult withFindings(List<FindingRow> findings) {
    return new StatisticsResult(findings, csv, json);
  }

  /** The same with another value of {@link #csv}. */
  public StatisticsResult withCsv(String csv) {
    return new StatisticsResult(findings, csv, json);
  }

  /** The same with another value of {@link #json}. */
  public StatisticsResult withJson(String json) {
    return new StatisticsResult(findings, csv, json);
  }

  static StatisticsResult read(WireReader in) {
    List<FindingRow> findings_ = in.list(FindingRow::read);
    String csv_ = in.text();
    String json_ = in.text();
    return new StatisticsResult(findings_, csv_, json_);
  }

  void write(WireWriter out) {
    out.count(findings);
    for (FindingRow one : findings) one.write(out);
    out.text(csv);
    out.text(json);
  }
}
