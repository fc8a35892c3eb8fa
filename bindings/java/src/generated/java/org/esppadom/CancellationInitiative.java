// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code cancellation_initiative} */
public enum CancellationInitiative {
  /** {@code beneficiary} */
  BENEFICIARY("beneficiary"),
  /** {@code caregiver} */
  CAREGIVER("caregiver");

  private static final CancellationInitiative[] ALL = values();

  private final String text;

  CancellationInitiative(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static CancellationInitiative read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
