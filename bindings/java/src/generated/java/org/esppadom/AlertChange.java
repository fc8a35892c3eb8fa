// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code alert_change} */
public enum AlertChange {
  /** {@code begun} */
  BEGUN("begun"),
  /** {@code ended} */
  ENDED("ended");

  private static final AlertChange[] ALL = values();

  private final String text;

  AlertChange(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static AlertChange read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
