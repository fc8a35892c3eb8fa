// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code unbilled_reason} */
public enum UnbilledReason {
  /** {@code NONE} */
  NONE("NONE"),
  /** {@code PLANNED_TIME_MISSING} */
  PLANNED_TIME_MISSING("PLANNED_TIME_MISSING"),
  /** {@code TIME_MISSING} */
  TIME_MISSING("TIME_MISSING"),
  /** {@code TIME_DOES_NOT_EXIST} */
  TIME_DOES_NOT_EXIST("TIME_DOES_NOT_EXIST"),
  /** {@code TIME_AMBIGUOUS} */
  TIME_AMBIGUOUS("TIME_AMBIGUOUS"),
  /** {@code END_BEFORE_START} */
  END_BEFORE_START("END_BEFORE_START"),
  /** {@code STAMP_MISSING} */
  STAMP_MISSING("STAMP_MISSING"),
  /** {@code OUTSIDE_TOLERANCE} */
  OUTSIDE_TOLERANCE("OUTSIDE_TOLERANCE"),
  /** {@code CAREGIVER_CONFLICT} */
  CAREGIVER_CONFLICT("CAREGIVER_CONFLICT"),
  /** {@code SAME_VISIT_TWO_IDS} */
  SAME_VISIT_TWO_IDS("SAME_VISIT_TWO_IDS"),
  /** {@code STAMP_ONLY} */
  STAMP_ONLY("STAMP_ONLY"),
  /** {@code DELETED} */
  DELETED("DELETED"),
  /** {@code PLANNED_ONLY} */
  PLANNED_ONLY("PLANNED_ONLY"),
  /** {@code CANCELLED} */
  CANCELLED("CANCELLED"),
  /** {@code NO_ORDER_LINE} */
  NO_ORDER_LINE("NO_ORDER_LINE"),
  /** {@code SEVERAL_ORDER_LINES} */
  SEVERAL_ORDER_LINES("SEVERAL_ORDER_LINES"),
  /** {@code NO_PRICE} */
  NO_PRICE("NO_PRICE"),
  /** {@code PRICE_OVER_TARIFF} */
  PRICE_OVER_TARIFF("PRICE_OVER_TARIFF"),
  /** {@code OVER_PLAN} */
  OVER_PLAN("OVER_PLAN"),
  /** {@code EXTRA_MINUTES_WITHOUT_CODE} */
  EXTRA_MINUTES_WITHOUT_CODE("EXTRA_MINUTES_WITHOUT_CODE"),
  /** {@code UNIT_NOT_SUPPORTED} */
  UNIT_NOT_SUPPORTED("UNIT_NOT_SUPPORTED"),
  /** {@code NOT_APPROVED} */
  NOT_APPROVED("NOT_APPROVED"),
  /** {@code AFTER_MONTH} */
  AFTER_MONTH("AFTER_MONTH"),
  /** {@code ZERO_DURATION} */
  ZERO_DURATION("ZERO_DURATION"),
  /** {@code ARITHMETIC} */
  ARITHMETIC("ARITHMETIC"),
  /** {@code RULE_CONFLICT} */
  RULE_CONFLICT("RULE_CONFLICT"),
  /** {@code IDENTIFIER_MISSING} */
  IDENTIFIER_MISSING("IDENTIFIER_MISSING"),
  /** {@code TIME_BARRED} */
  TIME_BARRED("TIME_BARRED"),
  /** {@code AFTER_CUTOFF} */
  AFTER_CUTOFF("AFTER_CUTOFF"),
  /** {@code CORRECTION_TOO_LATE} */
  CORRECTION_TOO_LATE("CORRECTION_TOO_LATE"),
  /** {@code REJECTED_BY_PAYER} */
  REJECTED_BY_PAYER("REJECTED_BY_PAYER"),
  /** {@code NO_PLANNED_VISIT} */
  NO_PLANNED_VISIT("NO_PLANNED_VISIT"),
  /** {@code BENEFICIARY_CONFLICT} */
  BENEFICIARY_CONFLICT("BENEFICIARY_CONFLICT"),
  /** {@code MERGED} */
  MERGED("MERGED"),
  /** {@code DOUBLE_VISIT} */
  DOUBLE_VISIT("DOUBLE_VISIT"),
  /** {@code PAYABLE_SHARE_MISSING} */
  PAYABLE_SHARE_MISSING("PAYABLE_SHARE_MISSING"),
  /** {@code PROOF_MISSING} */
  PROOF_MISSING("PROOF_MISSING"),
  /** {@code UNKNOWN_CODE} */
  UNKNOWN_CODE("UNKNOWN_CODE");

  private static final UnbilledReason[] ALL = values();

  private final String text;

  UnbilledReason(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static UnbilledReason read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
