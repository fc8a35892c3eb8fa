// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code call_reason} */
public enum CallReason {
  /** {@code none} */
  NONE("none"),
  /** {@code repeated} */
  REPEATED("repeated"),
  /** {@code no_departure} */
  NO_DEPARTURE("no_departure"),
  /** {@code no_arrival} */
  NO_ARRIVAL("no_arrival"),
  /** {@code several_beneficiaries} */
  SEVERAL_BENEFICIARIES("several_beneficiaries"),
  /** {@code several_services} */
  SEVERAL_SERVICES("several_services"),
  /** {@code number_withheld} */
  NUMBER_WITHHELD("number_withheld"),
  /** {@code number_unreadable} */
  NUMBER_UNREADABLE("number_unreadable"),
  /** {@code number_unknown} */
  NUMBER_UNKNOWN("number_unknown"),
  /** {@code caregiver_missing} */
  CAREGIVER_MISSING("caregiver_missing"),
  /** {@code time_does_not_exist} */
  TIME_DOES_NOT_EXIST("time_does_not_exist"),
  /** {@code time_ambiguous} */
  TIME_AMBIGUOUS("time_ambiguous");

  private static final CallReason[] ALL = values();

  private final String text;

  CallReason(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static CallReason read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
