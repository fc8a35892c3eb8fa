// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code severity} */
public enum Severity {
  /** {@code info} */
  INFO("info"),
  /** {@code warning} */
  WARNING("warning"),
  /** {@code error} */
  ERROR("error");

  private static final Severity[] ALL = values();

  private final String text;

  Severity(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static Severity read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
