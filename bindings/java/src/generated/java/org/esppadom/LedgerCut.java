// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code ledger_cut} */
public enum LedgerCut {
  /** {@code provider} */
  PROVIDER("provider"),
  /** {@code service} */
  SERVICE("service"),
  /** {@code beneficiary} */
  BENEFICIARY("beneficiary");

  private static final LedgerCut[] ALL = values();

  private final String text;

  LedgerCut(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static LedgerCut read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
