// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code adjustment_reason} */
public enum AdjustmentReason {
  /** {@code PENALTY} */
  PENALTY("PENALTY"),
  /** {@code ADVANCE} */
  ADVANCE("ADVANCE"),
  /** {@code RECOVERY} */
  RECOVERY("RECOVERY");

  private static final AdjustmentReason[] ALL = values();

  private final String text;

  AdjustmentReason(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static AdjustmentReason read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
