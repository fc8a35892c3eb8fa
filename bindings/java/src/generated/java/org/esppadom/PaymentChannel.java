// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** {@code payment_channel} */
public enum PaymentChannel {
  /** {@code provider_direct} */
  PROVIDER_DIRECT("provider_direct"),
  /** {@code beneficiary} */
  BENEFICIARY("beneficiary"),
  /** {@code cesu_prefinance} */
  CESU_PREFINANCE("cesu_prefinance");

  private static final PaymentChannel[] ALL = values();

  private final String text;

  PaymentChannel(String text) {
    this.text = text;
  }

  /** As rule files, JSON and the command write it. */
  public String text() {
    return text;
  }

  static PaymentChannel read(WireReader in) {
    return in.choice(ALL);
  }

  void write(WireWriter out) {
    out.choice(ordinal());
  }
}
