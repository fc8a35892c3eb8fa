// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code correction_unit} */
public enum CorrectionUnit {
  /** {@code by_intervention} */
  BY_INTERVENTION("by_intervention"),
  /** {@code by_stamp} */
  BY_STAMP("by_stamp"),
  /** {@code by_minutes} */
  BY_MINUTES("by_minutes");

  private static final CorrectionUnit[] ALL = values();

  private final String text;

  CorrectionUnit(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static CorrectionUnit read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
