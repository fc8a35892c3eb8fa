// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code statistic} */
public enum Statistic {
  /** {@code hours_by_beneficiary} */
  HOURS_BY_BENEFICIARY("hours_by_beneficiary"),
  /** {@code hours_by_beneficiary_and_provider} */
  HOURS_BY_BENEFICIARY_AND_PROVIDER("hours_by_beneficiary_and_provider"),
  /** {@code hours_by_caregiver} */
  HOURS_BY_CAREGIVER("hours_by_caregiver"),
  /** {@code hours_by_pair} */
  HOURS_BY_PAIR("hours_by_pair"),
  /** {@code hours_by_provider} */
  HOURS_BY_PROVIDER("hours_by_provider"),
  /** {@code hours_by_service} */
  HOURS_BY_SERVICE("hours_by_service"),
  /** {@code hours_by_branch} */
  HOURS_BY_BRANCH("hours_by_branch"),
  /** {@code hours_by_district} */
  HOURS_BY_DISTRICT("hours_by_district"),
  /** {@code beneficiaries_by_funder} */
  BENEFICIARIES_BY_FUNDER("beneficiaries_by_funder"),
  /** {@code activity_summary} */
  ACTIVITY_SUMMARY("activity_summary"),
  /** {@code plan_follow_up} */
  PLAN_FOLLOW_UP("plan_follow_up"),
  /** {@code forecast_against_real} */
  FORECAST_AGAINST_REAL("forecast_against_real"),
  /** {@code calls} */
  CALLS("calls"),
  /** {@code correction_rates} */
  CORRECTION_RATES("correction_rates"),
  /** {@code schedule_by_beneficiary} */
  SCHEDULE_BY_BENEFICIARY("schedule_by_beneficiary"),
  /** {@code schedule_by_caregiver} */
  SCHEDULE_BY_CAREGIVER("schedule_by_caregiver"),
  /** {@code profiles} */
  PROFILES("profiles"),
  /** {@code absences} */
  ABSENCES("absences"),
  /** {@code alerts} */
  ALERTS("alerts");

  private static final Statistic[] ALL = values();

  private final String text;

  Statistic(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static Statistic read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
