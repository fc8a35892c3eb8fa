// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code residual_cent} */
public enum ResidualCent {
  /** {@code first_funder} */
  FIRST_FUNDER("first_funder"),
  /** {@code last_funder} */
  LAST_FUNDER("last_funder");

  private static final ResidualCent[] ALL = values();

  private final String text;

  ResidualCent(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static ResidualCent read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
