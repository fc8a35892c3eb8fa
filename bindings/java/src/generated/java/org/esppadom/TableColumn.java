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
 * {@code table_column}
 *
 * @param name nom
 * @param type type
 * @param unit unité
 * @param label libellé
 */
public record TableColumn(
    String name,
    ColumnType type,
    String unit,
    String label) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public TableColumn {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(label, "label");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static TableColumn empty() {
    return new TableColumn("", ColumnType.TEXT, "", "");
  }

  /** The same with another value of {@link #name}. */
  public TableColumn withName(String name) {
    return new TableColumn(name, type, unit, label);
  }

  /** The same with another value of {@link #type}. */
  public TableColumn withType(ColumnType type) {
    return new TableColumn(name, type, unit, label);
  }

  /** The same with another value of {@link #unit}. */
  public TableColumn withUnit(String unit) {
    return new TableColumn(name, type, unit, label);
  }

  /** The same with another value of {@link #label}. */
  public TableColumn withLabel(String label) {
    return new TableColumn(name, type, unit, label);
  }

  static TableColumn read(WireReader in) {
    String name_ = in.text();
    ColumnType type_ = ColumnType.read(in);
    String unit_ = in.text();
    String label_ = in.text();
    return new TableColumn(name_, type_, unit_, label_);
  }

  void write(WireWriter out) {
    out.text(name);
    type.write(out);
    out.text(unit);
    out.text(label);
  }
}
