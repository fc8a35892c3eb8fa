// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code correction_group} */
public enum CorrectionGroup {
  /** {@code provider} */
  PROVIDER("provider"),
  /** {@code beneficiary} */
  BENEFICIARY("beneficiary"),
  /** {@code caregiver} */
  CAREGIVER("caregiver"),
  /** {@code service} */
  SERVICE("service");

  private static final CorrectionGroup[] ALL = values();

  private final String text;

  CorrectionGroup(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static CorrectionGroup read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
