// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code language} */
public enum Language {
  /** {@code fr} */
  FR("fr"),
  /** {@code en} */
  EN("en");

  private static final Language[] ALL = values();

  private final String text;

  Language(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static Language read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
