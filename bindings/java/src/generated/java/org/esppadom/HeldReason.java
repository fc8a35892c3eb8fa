// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code held_reason} */
public enum HeldReason {
  /** {@code COMPLEMENTARY_DISABLED} */
  COMPLEMENTARY_DISABLED("COMPLEMENTARY_DISABLED"),
  /** {@code COMPLEMENTARY_LIMIT} */
  COMPLEMENTARY_LIMIT("COMPLEMENTARY_LIMIT"),
  /** {@code CREDIT_ON_NEXT_INVOICE} */
  CREDIT_ON_NEXT_INVOICE("CREDIT_ON_NEXT_INVOICE"),
  /** {@code NOT_VALIDATED} */
  NOT_VALIDATED("NOT_VALIDATED");

  private static final HeldReason[] ALL = values();

  private final String text;

  HeldReason(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static HeldReason read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
