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
 * {@code rate_result}
 *
 * @param interventions interventions
 * @param corrected corrigées
 * @param ratePct taux de correction (%)
 * @param rows détail
 * @param findings constats
 * @param readable tout a pu être lu
 * @param json JSON canonique
 */
public record RateResult(
    long interventions,
    long corrected,
    Optional<BigDecimal> ratePct,
    List<RateRow> rows,
    List<FindingRow> findings,
    boolean readable,
    String json) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public RateResult {
    Objects.requireNonNull(ratePct, "ratePct");
    rows = List.copyOf(Objects.requireNonNull(rows, "rows"));
    findings = List.copyOf(Objects.requireNonNull(findings, "findings"));
    Objects.requireNonNull(json, "json");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static RateResult empty() {
    return new RateResult(0, 0, Optional.empty(), List.of(), List.of(), true, "");
  }

  /** The same with another value of {@link #interventions}. */
  public RateResult withInterventions(long interventions) {
    return new RateResult(interventions, corrected, ratePct, rows, findings, readable, json);
  }

  /** The same with another value of {@link #corrected}. */
  public RateResult withCorrected(long corrected) {
    return new RateResult(interventions, corrected, ratePct, rows, findings, readable, json);
  }

  /** The same with another value of {@link #ratePct}. */
  public RateResult withRatePct(Optional<BigDecimal> ratePct) {
    return new RateResult(interventions, corrected, ratePct, rows, findings, readable, json);
  }

  /** The same with a value of {@link #ratePct}. */
  public RateResult withRatePct(BigDecimal ratePct) {
    return withRatePct(Optional.of(ratePct));
  }

  /** The same with another value of {@link #rows}. */
  public RateResult withRows(List<RateRow> rows) {
    return new RateResult(interventions, corrected, ratePct, rows, findings, readable, json);
  }

  /** The same with another value of {@link #findings}. */
  public RateResult withFindings(List<FindingRow> findings) {
    return new RateResult(interventions, corrected, ratePct, rows, findings, readable, json);
  }

  /** The same with another value of {@link #readable}. */
  public RateResult withReadable(boolean readable) {
    return new RateResult(interventions, corrected, ratePct, rows, findings, readable, json);
  }

  /** The same with another value of {@link #json}. */
  public RateResult withJson(String json) {
    return new RateResult(interventions, corrected, ratePct, rows, findings, readable, json);
  }

  static RateResult read(WireReader in) {
    long interventions_ = in.integer();
    long corrected_ = in.integer();
    Optional<BigDecimal> ratePct_ = in.optional() ? Optional.of(in.decimal()) : Optional.empty();
    List<RateRow> rows_ = in.list(RateRow::read);
    List<FindingRow> findings_ = in.list(FindingRow::read);
    boolean readable_ = in.truth();
    String json_ = in.text();
    return new RateResult(interventions_, corrected_, ratePct_, rows_, findings_, readable_, json_);
  }

  void write(WireWriter out) {
    out.integer(interventions);
    out.integer(corrected);
    if (out.optional(ratePct)) out.decimal(ratePct.get());
    out.count(rows);
    for (RateRow one : rows) one.write(out);
    out.count(findings);
    for (FindingRow one : findings) one.write(out);
    out.truth(readable);
    out.text(json);
  }
}
