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
 * {@code diff_result}
 *
 * @param equal égaux
 * @param findings constats
 * @param json JSON canonique
 */
public record DiffResult(
    boolean equal,
    List<FindingRow> findings,
    String json) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public DiffResult {
    findings = List.copyOf(Objects.requireNonNull(findings, "findings"));
    Objects.requireNonNull(json, "json");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static DiffResult empty() {
    return new DiffResult(false, List.of(), "");
  }

  /** The same with another value of {@link #equal}. */
  public DiffResult withEqual(boolean equal) {
    return new DiffResult(equal, findings, json);
  }

  /** The same with another value of {@link #findings}. */
  public DiffResult withFindings(List<FindingRow> findings) {
    return new DiffResult(equal, findings, json);
  }

  /** The same with another value of {@link #json}. */
  public DiffResult withJson(String json) {
    return new DiffResult(equal, findings, json);
  }

  static DiffResult read(WireReader in) {
    boolean equal_ = in.truth();
    List<FindingRow> findings_ = in.list(FindingRow::read);
    String json_ = in.text();
    return new DiffResult(equal_, findings_, json_);
  }

  void write(WireWriter out) {
    out.truth(equal);
    out.count(findings);
    for (FindingRow one : findings) one.write(out);
    out.text(json);
  }
}
