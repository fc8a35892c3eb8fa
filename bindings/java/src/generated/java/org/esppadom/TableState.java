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
 * {@code table_state}
 *
 * @param columns colonnes
 * @param readable tout a pu être lu
 * @param findings constats
 */
public record TableState(
    List<TableColumn> columns,
    boolean readable,
    List<FindingRow> findings) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public TableState {
    columns = List.copyOf(Objects.requireNonNull(columns, "columns"));
    findings = List.copyOf(Objects.requireNonNull(findings, "findings"));
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static TableState empty() {
    return new TableState(List.of(), true, List.of());
  }

  /** The same with another value of {@link #columns}. */
  public TableState withColumns(List<TableColumn> columns) {
    return new TableState(columns, readable, findings);
  }

  /** The same with another value of {@link #readable}. */
  public TableState withReadable(boolean readable) {
    return new TableState(columns, readable, findings);
  }

  /** The same with another value of {@link #findings}. */
  public TableState withFindings(List<FindingRow> findings) {
    return new TableState(columns, readable, findings);
  }

  static TableState read(WireReader in) {
    List<TableColumn> columns_ = in.list(TableColumn::read);
    boolean readable_ = in.truth();
    List<FindingRow> findings_ = in.list(FindingRow::read);
    return new TableState(columns_, readable_, findings_);
  }

  void write(WireWriter out) {
    out.count(columns);
    for (TableColumn one : columns) one.write(out);
    out.truth(readable);
    out.count(findings);
    for (FindingRow one : findings) one.write(out);
  }
}
