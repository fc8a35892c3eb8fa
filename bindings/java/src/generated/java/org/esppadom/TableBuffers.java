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
 * {@code table_buffers}
 *
 * @param rows lignes
 * @param columns colonnes
 */
public record TableBuffers(
    long rows,
    List<ColumnBuffers> columns) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public TableBuffers {
    columns = List.copyOf(Objects.requireNonNull(columns, "columns"));
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static TableBuffers empty() {
    return new TableBuffers(0, List.of());
  }

  /** The same with another value of {@link #rows}. */
  public TableBuffers withRows(long rows) {
    return new TableBuffers(rows, columns);
  }

  /** The same with another value of {@link #columns}. */
  public TableBuffers withColumns(List<ColumnBuffers> columns) {
    return new TableBuffers(rows, columns);
  }

  static TableBuffers read(WireReader in) {
    long rows_ = in.integer();
    List<ColumnBuffers> columns_ = in.list(ColumnBuffers::read);
    return new TableBuffers(rows_, columns_);
  }

  void write(WireWriter out) {
    out.integer(rows);
    out.count(columns);
    for (ColumnBuffers one : columns) one.write(out);
  }
}
