// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code alert_kind} */
public enum AlertKind {
  /** {@code plan_expiring} */
  PLAN_EXPIRING("plan_expiring"),
  /** {@code new_beneficiary_with_aid} */
  NEW_BENEFICIARY_WITH_AID("new_beneficiary_with_aid"),
  /** {@code new_beneficiary_without_aid} */
  NEW_BENEFICIARY_WITHOUT_AID("new_beneficiary_without_aid"),
  /** {@code incomplete_call} */
  INCOMPLETE_CALL("incomplete_call"),
  /** {@code unstamped_visit} */
  UNSTAMPED_VISIT("unstamped_visit"),
  /** {@code late_start} */
  LATE_START("late_start"),
  /** {@code carry_lot_expiring} */
  CARRY_LOT_EXPIRING("carry_lot_expiring"),
  /** {@code overrun} */
  OVERRUN("overrun"),
  /** {@code underuse} */
  UNDERUSE("underuse"),
  /** {@code visit_during_absence} */
  VISIT_DURING_ABSENCE("visit_during_absence"),
  /** {@code unqualified_caregiver} */
  UNQUALIFIED_CAREGIVER("unqualified_caregiver");

  private static final AlertKind[] ALL = values();

  private final String text;

  AlertKind(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static AlertKind read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
