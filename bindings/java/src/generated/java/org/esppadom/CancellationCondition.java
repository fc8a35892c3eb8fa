// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code cancellation_condition} */
public enum CancellationCondition {
  /** {@code billed_paid} */
  BILLED_PAID("billed_paid"),
  /** {@code billed_unpaid} */
  BILLED_UNPAID("billed_unpaid"),
  /** {@code unbilled_unpaid} */
  UNBILLED_UNPAID("unbilled_unpaid");

  private static final CancellationCondition[] ALL = values();

  private final String text;

  CancellationCondition(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static CancellationCondition read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
