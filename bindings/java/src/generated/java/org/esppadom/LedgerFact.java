// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code ledger_fact} */
public enum LedgerFact {
  /** {@code beneficiaries} */
  BENEFICIARIES("beneficiaries"),
  /** {@code orders} */
  ORDERS("orders"),
  /** {@code visits} */
  VISITS("visits"),
  /** {@code raw_stamps} */
  RAW_STAMPS("raw_stamps"),
  /** {@code absences} */
  ABSENCES("absences"),
  /** {@code opening} */
  OPENING("opening"),
  /** {@code lines} */
  LINES("lines"),
  /** {@code closed} */
  CLOSED("closed"),
  /** {@code alerts} */
  ALERTS("alerts"),
  /** {@code documents} */
  DOCUMENTS("documents"),
  /** {@code documents_in_part} */
  DOCUMENTS_IN_PART("documents_in_part"),
  /** {@code adjustments} */
  ADJUSTMENTS("adjustments"),
  /** {@code open_advances} */
  OPEN_ADVANCES("open_advances"),
  /** {@code others_visits} */
  OTHERS_VISITS("others_visits"),
  /** {@code others_lines} */
  OTHERS_LINES("others_lines");

  private static final LedgerFact[] ALL = values();

  private final String text;

  LedgerFact(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static LedgerFact read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
