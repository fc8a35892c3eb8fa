// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code calculation} */
public enum Calculation {
  /** {@code visit_time} */
  VISIT_TIME("visit_time"),
  /** {@code declared_time} */
  DECLARED_TIME("declared_time"),
  /** {@code extra_minutes} */
  EXTRA_MINUTES("extra_minutes"),
  /** {@code extra_minutes_left} */
  EXTRA_MINUTES_LEFT("extra_minutes_left"),
  /** {@code double_visit} */
  DOUBLE_VISIT("double_visit"),
  /** {@code payable_share} */
  PAYABLE_SHARE("payable_share"),
  /** {@code declarative_quota} */
  DECLARATIVE_QUOTA("declarative_quota"),
  /** {@code reduced_price} */
  REDUCED_PRICE("reduced_price"),
  /** {@code priced_visit} */
  PRICED_VISIT("priced_visit"),
  /** {@code split_visit} */
  SPLIT_VISIT("split_visit"),
  /** {@code cents} */
  CENTS("cents"),
  /** {@code vat} */
  VAT("vat"),
  /** {@code fixed_participation} */
  FIXED_PARTICIPATION("fixed_participation"),
  /** {@code participation_of_month} */
  PARTICIPATION_OF_MONTH("participation_of_month"),
  /** {@code covered_visits} */
  COVERED_VISITS("covered_visits"),
  /** {@code smoothed_plan} */
  SMOOTHED_PLAN("smoothed_plan"),
  /** {@code corrections} */
  CORRECTIONS("corrections"),
  /** {@code envelope} */
  ENVELOPE("envelope");

  private static final Calculation[] ALL = values();

  private final String text;

  Calculation(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static Calculation read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
