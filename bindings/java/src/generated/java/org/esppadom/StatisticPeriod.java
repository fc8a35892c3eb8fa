// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code statistic_period} */
public enum StatisticPeriod {
  /** {@code month} */
  MONTH("month"),
  /** {@code half_year} */
  HALF_YEAR("half_year"),
  /** {@code year} */
  YEAR("year"),
  /** {@code window} */
  WINDOW("window");

  private static final StatisticPeriod[] ALL = values();

  private final String text;

  StatisticPeriod(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static StatisticPeriod read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
