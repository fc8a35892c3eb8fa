// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code explanation_format} */
public enum ExplanationFormat {
  /** {@code text} */
  TEXT("text"),
  /** {@code json} */
  JSON("json"),
  /** {@code html} */
  HTML("html");

  private static final ExplanationFormat[] ALL = values();

  private final String text;

  ExplanationFormat(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static ExplanationFormat read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
