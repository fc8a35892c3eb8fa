// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code write_profile} */
public enum WriteProfile {
  /** {@code canonical} */
  CANONICAL("canonical"),
  /** {@code production_1_4} */
  PRODUCTION_1_4("production_1_4"),
  /** {@code extended} */
  EXTENDED("extended"),
  /** {@code round_trip} */
  ROUND_TRIP("round_trip");

  private static final WriteProfile[] ALL = values();

  private final String text;

  WriteProfile(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static WriteProfile read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
