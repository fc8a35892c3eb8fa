// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code reconcile_group} */
public enum ReconcileGroup {
  /** {@code provider} */
  PROVIDER("provider"),
  /** {@code funder} */
  FUNDER("funder"),
  /** {@code service} */
  SERVICE("service"),
  /** {@code month} */
  MONTH("month"),
  /** {@code beneficiary} */
  BENEFICIARY("beneficiary");

  private static final ReconcileGroup[] ALL = values();

  private final String text;

  ReconcileGroup(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static ReconcileGroup read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
