// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code document_type} */
public enum DocumentType {
  /** {@code main} */
  MAIN("main"),
  /** {@code complementary} */
  COMPLEMENTARY("complementary"),
  /** {@code credit_note} */
  CREDIT_NOTE("credit_note"),
  /** {@code pro_forma} */
  PRO_FORMA("pro_forma");

  private static final DocumentType[] ALL = values();

  private final String text;

  DocumentType(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static DocumentType read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
