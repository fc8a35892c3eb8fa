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
 * {@code alerts_result}
 *
 * @param now instant; null when there is none
 * @param events ce qui est nouveau ou terminé
 * @param standing alertes déjà signalées et toujours en cours
 * @param ledger registre à conserver pour la prochaine fois
 * @param findings constats
 * @param csv lignes, en CSV
 * @param json JSON canonique
 */
public record AlertsResult(
    LocalDateTime now,
    List<AlertEvent> events,
    long standing,
    Bytes ledger,
    List<FindingRow> findings,
    String csv,
    String json) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public AlertsResult {
    events = List.copyOf(Objects.requireNonNull(events, "events"));
    Objects.requireNonNull(ledger, "ledger");
    findings = List.copyOf(Objects.requireNonNull(findings, "findings"));
    Objects.requireNonNull(csv, "csv");
    Objects.requireNonNull(json, "json");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static AlertsResult empty() {
    return new AlertsResult(null, List.of(), 0, Bytes.EMPTY, List.of(), "", "");
  }

  /** The same with another value of {@link #now}. */
  public AlertsResult withNow(LocalDateTime now) {
    return new AlertsResult(now, events, standing, ledger, findings, csv, json);
  }

  /** The same with another value of {@link #events}. */
  public AlertsResult withEvents(List<AlertEvent> events) {
    return new AlertsResult(now, events, standing, ledger, findings, csv, json);
  }

  /** The same with another value of {@link #standing}. */
  public AlertsResult withStanding(long standing) {
    return new AlertsResult(now, events, standing, ledger, findings, csv, json);
  }

  /** The same with another value of {@link #ledger}. */
  public AlertsResult withLedger(Bytes ledger) {
    return new AlertsResult(now, events, standing, ledger, findings, csv, json);
  }

  /** The same with another value of {@link #findings}. */
  public AlertsResult withFindings(List<FindingRow> findings) {
    return new AlertsResult(now, events, standing, ledger, findings, csv, json);
  }

  /** The same with another value of {@link #csv}. */
  public AlertsResult withCsv(String csv) {
    return new AlertsResult(now, events, standing, ledger, findings, csv, json);
  }

  /** The same with another value of {@link #json}. */
  public AlertsResult withJson(String json) {
    return new AlertsResult(now, events, standing, ledger, findings, csv, json);
  }

  static AlertsResult read(WireReader in) {
    LocalDateTime now_ = in.time();
    List<AlertEvent> events_ = in.list(AlertEvent::read);
    long standing_ = in.integer();
    Bytes ledger_ = in.bytes();
    List<FindingRow> findings_ = in.list(FindingRow::read);
    String csv_ = in.text();
    String json_ = in.text();
    return new AlertsResult(now_, events_, standing_, ledger_, findings_, csv_, json_);
  }

  void write(WireWriter out) {
    out.time(now, "now");
    out.count(events);
    for (AlertEvent one : events) one.write(out);
    out.integer(standing);
    out.bytes(ledger);
    out.count(findings);
    for (FindingRow one : findings) one.write(out);
    out.text(csv);
    out.text(json);
  }
}
