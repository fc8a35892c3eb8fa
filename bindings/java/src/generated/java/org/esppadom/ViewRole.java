// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code view_role} */
public enum ViewRole {
  /** {@code departement} */
  DEPARTEMENT("departement"),
  /** {@code provider} */
  PROVIDER("provider"),
  /** {@code branch} */
  BRANCH("branch"),
  /** {@code beneficiary} */
  BENEFICIARY("beneficiary"),
  /** {@code family} */
  FAMILY("family"),
  /** {@code statistician} */
  STATISTICIAN("statistician");

  private static final ViewRole[] ALL = values();

  private final String text;

  ViewRole(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static ViewRole read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
