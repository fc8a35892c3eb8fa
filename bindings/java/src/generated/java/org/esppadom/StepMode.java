// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code step_mode} */
public enum StepMode {
  /** {@code nearest} */
  NEAREST("nearest"),
  /** {@code up} */
  UP("up"),
  /** {@code down} */
  DOWN("down"),
  /** {@code provider} */
  PROVIDER("provider"),
  /** {@code payer} */
  PAYER("payer"),
  /** {@code threshold} */
  THRESHOLD("threshold");

  private static final StepMode[] ALL = values();

  private final String text;

  StepMode(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static StepMode read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
