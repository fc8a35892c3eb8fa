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
 * {@code trial_balance_result}
 *
 * @param balanced contrôle nul partout
 * @param rows lignes
 * @param json JSON canonique
 */
public record TrialBalanceResult(
    boolean balanced,
    List<BalanceRow> rows,
    String json) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public TrialBalanceResult {
    rows = List.copyOf(Objects.requireNonNull(rows, "rows"));
    Objects.requireNonNull(json, "json");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static TrialBalanceResult empty() {
    return new TrialBalanceResult(true, List.of(), "");
  }

  /** The same with another value of {@link #balanced}. */
  public TrialBalanceResult withBalanced(boolean balanced) {
    return new TrialBalanceResult(balanced, rows, json);
  }

  /** The same with another value of {@link #rows}. */
  public TrialBalanceResult withRows(List<BalanceRow> rows) {
    return new TrialBalanceResult(balanced, rows, json);
  }

  /** The same with another value of {@link #json}. */
  public TrialBalanceResult withJson(String json) {
    return new TrialBalanceResult(balanced, rows, json);
  }

  static TrialBalanceResult read(WireReader in) {
    boolean balanced_ = in.truth();
    List<BalanceRow> rows_ = in.list(BalanceRow::read);
    String json_ = in.text();
    return new TrialBalanceResult(balanced_, rows_, json_);
  }

  void write(WireWriter out) {
    out.truth(balanced);
    out.count(rows);
    for (BalanceRow one : rows) one.write(out);
    out.text(json);
  }
}
