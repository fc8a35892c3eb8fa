// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code document_format} */
public enum DocumentFormat {
  /** {@code xml} */
  XML("xml"),
  /** {@code json} */
  JSON("json");

  private static final DocumentFormat[] ALL = values();

  private final String text;

  DocumentFormat(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static DocumentFormat read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
