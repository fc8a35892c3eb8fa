// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code difference_reason} */
public enum DifferenceReason {
  /** {@code rounding} */
  ROUNDING("rounding"),
  /** {@code late_visit} */
  LATE_VISIT("late_visit"),
  /** {@code changed_plan} */
  CHANGED_PLAN("changed_plan"),
  /** {@code other_rules} */
  OTHER_RULES("other_rules"),
  /** {@code billed_twice} */
  BILLED_TWICE("billed_twice"),
  /** {@code no_visit} */
  NO_VISIT("no_visit"),
  /** {@code not_sent} */
  NOT_SENT("not_sent"),
  /** {@code no_order} */
  NO_ORDER("no_order"),
  /** {@code unknown} */
  UNKNOWN("unknown");

  private static final DifferenceReason[] ALL = values();

  private final String text;

  DifferenceReason(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static DifferenceReason read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
