// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code reconcile_check} */
public enum ReconcileCheck {
  /** {@code order_line} */
  ORDER_LINE("order_line"),
  /** {@code validity} */
  VALIDITY("validity"),
  /** {@code tariff} */
  TARIFF("tariff"),
  /** {@code participation} */
  PARTICIPATION("participation"),
  /** {@code delivery} */
  DELIVERY("delivery"),
  /** {@code billable} */
  BILLABLE("billable"),
  /** {@code once} */
  ONCE("once"),
  /** {@code amount} */
  AMOUNT("amount"),
  /** {@code not_invoiced} */
  NOT_INVOICED("not_invoiced"),
  /** {@code order_unperformed} */
  ORDER_UNPERFORMED("order_unperformed");

  private static final ReconcileCheck[] ALL = values();

  private final String text;

  ReconcileCheck(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static ReconcileCheck read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
