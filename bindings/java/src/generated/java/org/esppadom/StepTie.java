// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code step_tie} */
public enum StepTie {
  /** {@code up} */
  UP("up"),
  /** {@code down} */
  DOWN("down"),
  /** {@code even} */
  EVEN("even");

  private static final StepTie[] ALL = values();

  private final String text;

  StepTie(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static StepTie read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
