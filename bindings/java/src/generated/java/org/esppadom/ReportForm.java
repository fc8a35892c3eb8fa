// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code report_form} */
public enum ReportForm {
  /** {@code json} */
  JSON("json"),
  /** {@code sarif} */
  SARIF("sarif"),
  /** {@code junit} */
  JUNIT("junit");

  private static final ReportForm[] ALL = values();

  private final String text;

  ReportForm(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static ReportForm read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
