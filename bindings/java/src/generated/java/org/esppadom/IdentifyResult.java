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
 * {@code identify_result}
 *
 * @param visits interventions, comme messages DELIVERY
 * @param rawStamps horodatages bruts des interventions incomplètes
 * @param counts nombres d'appels
 * @param calls appels qui ne sont d'aucune intervention, et pourquoi
 * @param findings constats
 * @param json JSON canonique
 */
public record IdentifyResult(
    List<Delivery> visits,
    List<Delivery> rawStamps,
    CallCounts counts,
    List<CallRow> calls,
    List<FindingRow> findings,
    String json) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public IdentifyResult {
    visits = List.copyOf(Objects.requireNonNull(visits, "visits"));
    rawStamps = List.copyOf(Objects.requireNonNull(rawStamps, "rawStamps"));
    Objects.requireNonNull(counts, "counts");
    calls = List.copyOf(Objects.requireNonNull(calls, "calls"));
    findings = List.copyOf(Objects.requireNonNull(findings, "findings"));
    Objects.requireNonNull(json, "json");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static IdentifyResult empty() {
    return new IdentifyResult(List.of(), List.of(), CallCounts.empty(), List.of(), List.of(), "");
  }

  /** The same with another value of {@link #visits}. */
  public IdentifyResult withVisits(List<Delivery> visits) {
    return new IdentifyResult(visits, rawStamps, counts, calls, findings, json);
  }

  /** The same with another value of {@link #rawStamps}. */
  public IdentifyResult withRawStamps(List<Delivery> rawStamps) {
    return new IdentifyResult(visits, rawStamps, counts, calls, findings, json);
  }

  /** The same with another value of {@link #counts}. */
  public IdentifyResult withCounts(CallCounts counts) {
    return new IdentifyResult(visits, rawStamps, counts, calls, findings, json);
  }

  /** The same with another value of {@link #calls}. */
  public IdentifyResult withCalls(List<CallRow> calls) {
    return new IdentifyResult(visits, rawStamps, counts, calls, findings, json);
  }

  /** The same with another value of {@link #findings}. */
  public IdentifyResult withFindings(List<FindingRow> findings) {
    return new IdentifyResult(visits, rawStamps, counts, calls, findings, json);
  }

  /** The same with another value of {@link #json}. */
  public IdentifyResult withJson(String json) {
    return new IdentifyResult(visits, rawStamps, counts, calls, findings, json);
  }

  static IdentifyResult read(WireReader in) {
    List<Delivery> visits_ = in.list(Delivery::read);
    List<Delivery> rawStamps_ = in.list(Delivery::read);
    CallCounts counts_ = CallCounts.read(in);
    List<CallRow> calls_ = in.list(CallRow::read);
    List<FindingRow> findings_ = in.list(FindingRow::read);
    String json_ = in.text();
    return new IdentifyResult(visits_, rawStamps_, counts_, calls_, findings_, json_);
  }

  void write(WireWriter out) {
    out.count(visits);
    for (Delivery one : visits) one.write(out);
    out.count(rawStamps);
    for (Delivery one : rawStamps) one.write(out);
    counts.write(out);
    out.count(calls);
    for (CallRow one : calls) one.write(out);
    out.count(findings);
    for (FindingRow one : findings) one.write(out);
    out.text(json);
  }
}
