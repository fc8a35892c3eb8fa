// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code call_outcome} */
public enum CallOutcome {
  /** {@code visit} */
  VISIT("visit"),
  /** {@code duplicate} */
  DUPLICATE("duplicate"),
  /** {@code incomplete} */
  INCOMPLETE("incomplete"),
  /** {@code ambiguous} */
  AMBIGUOUS("ambiguous"),
  /** {@code unidentified} */
  UNIDENTIFIED("unidentified");

  private static final CallOutcome[] ALL = values();

  private final String text;

  CallOutcome(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static CallOutcome read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
