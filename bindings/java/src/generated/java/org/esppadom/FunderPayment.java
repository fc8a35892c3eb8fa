// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code funder_payment}
 *
 * @param month mois; null when there is none
 * @param funder financeur
 * @param provider prestataire
 * @param beneficiary bénéficiaire
 * @param channel mode de versement
 * @param careMode cadre d'intervention
 * @param billedSeconds temps facturé (s)
 * @param amount part du financeur; null when there is none
 * @param faceValue valeur faciale des CESU; null when there is none
 */
public record FunderPayment(
    YearMonth month,
    String funder,
    String provider,
    String beneficiary,
    PaymentChannel channel,
    String careMode,
    ExactSeconds billedSeconds,
    BigDecimal amount,
    BigDecimal faceValue) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public FunderPayment {
    Objects.requireNonNull(funder, "funder");
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(beneficiary, "beneficiary");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(careMode, "careMode");
    Objects.requireNonNull(billedSeconds, "billedSeconds");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static FunderPayment empty() {
    return new FunderPayment(null, "", "", "", PaymentChannel.BENEFICIARY, "", ExactSeconds.ZERO, Wire.NO_MONEY, Wire.NO_MONEY);
  }

  /** The same with another value of {@link #month}. */
  public FunderPayment withMonth(YearMonth month) {
    return new FunderPayment(month, funder, provider, beneficiary, channel, careMode, billedSeconds, amount, faceValue);
  }

  /** The same with another value of {@link #funder}. */
  public FunderPayment withFunder(String funder) {
    return new FunderPayment(month, funder, provider, beneficiary, channel, careMode, billedSeconds, amount, faceValue);
  }

  /** The same with another value of {@link #provider}. */
  public FunderPayment withProvider(String provider) {
    return new FunderPayment(month, funder, provider, beneficiary, channel, careMode, billedSeconds, amount, faceValue);
  }

  /** The same with another value of {@link #beneficiary}. */
  public FunderPayment withBeneficiary(String beneficiary) {
    return new FunderPayment(month, funder, provider, beneficiary, channel, careMode, billedSeconds, amount, faceValue);
  }

  /** The same with another value of {@link #channel}. */
  public FunderPayment withChannel(PaymentChannel channel) {
    return new FunderPayment(month, funder, provider, beneficiary, channel, careMode, billedSeconds, amount, faceValue);
  }

  /** The same with another value of {@link #careMode}. */
  public FunderPayment withCareMode(String careMode) {
    return new FunderPayment(month, funder, provider, beneficiary, channel, careMode, billedSeconds, amount, faceValue);
  }

  /** The same with another value of {@link #billedSeconds}. */
  public FunderPayment withBilledSeconds(ExactSeconds billedSeconds) {
    return new FunderPayment(month, funder, provider, beneficiary, channel, careMode, billedSeconds, amount, faceValue);
  }

  /** The same with another value of {@link #amount}. */
  public FunderPayment withAmount(BigDecimal amount) {
    return new FunderPayment(month, funder, provider, beneficiary, channel, careMode, billedSeconds, amount, faceValue);
  }

  /** The same with another value of {@link #faceValue}. */
  public FunderPayment withFaceValue(BigDecimal faceValue) {
    return new FunderPayment(month, funder, provider, beneficiary, channel, careMode, billedSeconds, amount, faceValue);
  }

  static FunderPayment read(WireReader in) {
    YearMonth month_ = in.month();
    String funder_ = in.text();
    String provider_ = in.text();
    String beneficiary_ = in.text();
    PaymentChannel channel_ = PaymentChannel.read(in);
    String careMode_ = in.text();
    ExactSeconds billedSeconds_ = in.exactSeconds();
    BigDecimal amount_ = in.money();
    BigDecimal faceValue_ = in.money();
    return new FunderPayment(month_, funder_, provider_, beneficiary_, channel_, careMode_, billedSeconds_, amount_, faceValue_);
  }

  void write(WireWriter out) {
    out.month(month, "month");
    out.text(funder);
    out.text(provider);
    out.text(beneficiary);
    channel.write(out);
    out.text(careMode);
    out.exactSeconds(billedSeconds);
    out.money(amount, "amount");
    out.money(faceValue, "faceValue");
  }
}
