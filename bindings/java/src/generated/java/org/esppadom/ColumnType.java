// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code column_type} */
public enum ColumnType {
  /** {@code text} */
  TEXT("text"),
  /** {@code category} */
  CATEGORY("category"),
  /** {@code time} */
  TIME("time"),
  /** {@code seconds} */
  SECONDS("seconds"),
  /** {@code cents} */
  CENTS("cents"),
  /** {@code price} */
  PRICE("price"),
  /** {@code count} */
  COUNT("count"),
  /** {@code boolean} */
  BOOLEAN("boolean");

  private static final ColumnType[] ALL = values();

  private final String text;

  ColumnType(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static ColumnType read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
