// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code line_rounding} */
public enum LineRounding {
  /** {@code half_up} */
  HALF_UP("half_up"),
  /** {@code half_even} */
  HALF_EVEN("half_even");

  private static final LineRounding[] ALL = values();

  private final String text;

  LineRounding(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static LineRounding read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
