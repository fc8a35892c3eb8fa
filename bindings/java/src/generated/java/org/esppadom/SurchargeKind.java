// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code surcharge_kind} */
public enum SurchargeKind {
  /** {@code NONE} */
  NONE("NONE"),
  /** {@code SATURDAY} */
  SATURDAY("SATURDAY"),
  /** {@code SUNDAY} */
  SUNDAY("SUNDAY"),
  /** {@code PUBLIC_HOLIDAY} */
  PUBLIC_HOLIDAY("PUBLIC_HOLIDAY"),
  /** {@code FIRST_OF_JANUARY} */
  FIRST_OF_JANUARY("FIRST_OF_JANUARY"),
  /** {@code FIRST_OF_MAY} */
  FIRST_OF_MAY("FIRST_OF_MAY"),
  /** {@code CHRISTMAS} */
  CHRISTMAS("CHRISTMAS"),
  /** {@code EVENING} */
  EVENING("EVENING"),
  /** {@code CUSTOM} */
  CUSTOM("CUSTOM");

  private static final SurchargeKind[] ALL = values();

  private final String text;

  SurchargeKind(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static SurchargeKind read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
