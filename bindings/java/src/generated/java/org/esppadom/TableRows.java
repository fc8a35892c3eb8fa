// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code table_rows} */
public enum TableRows {
  /** {@code visits} */
  VISITS("visits"),
  /** {@code stamps} */
  STAMPS("stamps"),
  /** {@code lines} */
  LINES("lines"),
  /** {@code shares} */
  SHARES("shares");

  private static final TableRows[] ALL = values();

  private final String text;

  TableRows(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static TableRows read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
