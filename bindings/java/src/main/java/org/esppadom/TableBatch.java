package org.esppadom;

import java.util.ArrayList;
import java.util.List;

/** Some rows of a {@link Table}. Does not change, and lives on when the table is closed. */
public final class TableBatch {
  private final long rows;
  private final List<Column> columns;

  TableBatch(List<TableColumn> about, TableBuffers buffers) {
    rows = buffers.rows();
    List<Column> all = new ArrayList<>();
    for (int i = 0; i < about.size(); ++i) all.add(new Column(about.get(i), (int) rows, buffers.columns().get(i)));
    columns = List.copyOf(all);
  }

  /** How many rows there are. */
  public int rows() {
    return (int) rows;
  }

  /** All columns, in their order. */
  public List<Column> columns() {
    return columns;
  }

  /** The column of that name. */
  public Column column(String name) {
    for (Column one : columns) {
      if (one.about().name().equals(name)) return one;
    }
    throw new EsppadomException("unknown_name", name + " is no column of this table");
  }
}
