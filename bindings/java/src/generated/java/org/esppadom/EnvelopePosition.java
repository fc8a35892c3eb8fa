// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code envelope_position} */
public enum EnvelopePosition {
  /** {@code below} */
  BELOW("below"),
  /** {@code within} */
  WITHIN("within"),
  /** {@code above} */
  ABOVE("above");

  private static final EnvelopePosition[] ALL = values();

  private final String text;

  EnvelopePosition(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static EnvelopePosition read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
