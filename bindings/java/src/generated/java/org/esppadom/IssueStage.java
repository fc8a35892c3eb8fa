// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code issue_stage} */
public enum IssueStage {
  /** {@code pro_forma} */
  PRO_FORMA("pro_forma"),
  /** {@code final} */
  FINAL("final");

  private static final IssueStage[] ALL = values();

  private final String text;

  IssueStage(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static IssueStage read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
