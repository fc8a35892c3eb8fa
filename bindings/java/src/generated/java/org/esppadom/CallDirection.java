// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code call_direction} */
public enum CallDirection {
  /** {@code arrival} */
  ARRIVAL("arrival"),
  /** {@code departure} */
  DEPARTURE("departure");

  private static final CallDirection[] ALL = values();

  private final String text;

  CallDirection(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static CallDirection read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
