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
 * {@code rules_result}
 *
 * @param usable utilisable
 * @param canonical JSON canonique
 * @param findings constats
 */
public record RulesResult(
    boolean usable,
    String canonical,
    List<FindingRow> findings) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public RulesResult {
    Objects.requireNonNull(canonical, "canonical");
    findings = List.copyOf(Objects.requireNonNull(findings, "findings"));
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static RulesResult empty() {
    return new RulesResult(false, "", List.of());
  }

  /** The same with another value of {@link #usable}. */
  public RulesResult withUsable(boolean usable) {
    return new RulesResult(usable, canonical, findings);
  }

  /** The same with another value of {@link #canonical}. */
  public RulesResult withCanonical(String canonical) {
    return new RulesResult(usable, canonical, findings);
  }

  /** The same with another value of {@link #findings}. */
  public RulesResult withFindings(List<FindingRow> findings) {
    return new RulesResult(usable, canonical, findings);
  }

  static RulesResult read(WireReader in) {
    boolean usable_ = in.truth();
    String canonical_ = in.text();
    List<FindingRow> findings_ = in.list(FindingRow::read);
    return new RulesResult(usable_, canonical_, findings_);
  }

  void write(WireWriter out) {
    out.truth(usable);
    out.text(canonical);
    out.count(findings);
    for (FindingRow one : findings) one.write(out);
  }
}
