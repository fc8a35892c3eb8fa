// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code advance_base} */
public enum AdvanceBase {
  /** {@code forecast} */
  FORECAST("forecast"),
  /** {@code avg_months} */
  AVG_MONTHS("avg_months");

  private static final AdvanceBase[] ALL = values();

  private final String text;

  AdvanceBase(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static AdvanceBase read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
