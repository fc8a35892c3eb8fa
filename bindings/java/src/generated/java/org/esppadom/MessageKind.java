// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code message_kind} */
public enum MessageKind {
  /** {@code order} */
  ORDER("order"),
  /** {@code delivery} */
  DELIVERY("delivery"),
  /** {@code invoice} */
  INVOICE("invoice");

  private static final MessageKind[] ALL = values();

  private final String text;

  MessageKind(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static MessageKind read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
