// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code described_subject} */
public enum DescribedSubject {
  /** {@code order} */
  ORDER("order"),
  /** {@code delivery} */
  DELIVERY("delivery"),
  /** {@code invoice} */
  INVOICE("invoice"),
  /** {@code party} */
  PARTY("party");

  private static final DescribedSubject[] ALL = values();

  private final String text;

  DescribedSubject(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static DescribedSubject read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
