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
 * {@code apa_result}
 *
 * @param accepted plan retenu
 * @param participation participation
 * @param rate taux de participation
 * @param paid APA versée; null when there is none
 * @param json JSON canonique
 */
public record ApaResult(
    BigDecimal accepted,
    BigDecimal participation,
    BigDecimal rate,
    BigDecimal paid,
    String json) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public ApaResult {
    Objects.requireNonNull(accepted, "accepted");
    Objects.requireNonNull(participation, "participation");
    Objects.requireNonNull(rate, "rate");
    Objects.requireNonNull(json, "json");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static ApaResult empty() {
    return new ApaResult(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, Wire.NO_MONEY, "");
  }

  /** The same with another value of {@link #accepted}. */
  public ApaResult withAccepted(BigDecimal accepted) {
    return new ApaResult(accepted, participation, rate, paid, json);
  }

  /** The same with another value of {@link #participation}. */
  public ApaResult withParticipation(BigDecimal participation) {
    return new ApaResult(accepted, participation, rate, paid, json);
  }

  /** The same with another value of {@link #rate}. */
  public ApaResult withRate(BigDecimal rate) {
    return new ApaResult(accepted, participation, rate, paid, json);
  }

  /** The same with another value of {@link #paid}. */
  public ApaResult withPaid(BigDecimal paid) {
    return new ApaResult(accepted, participation, rate, paid, json);
  }

  /** The same with another value of {@link #json}. */
  public ApaResult withJson(String json) {
    return new ApaResult(accepted, participation, rate, paid, json);
  }

  static ApaResult read(WireReader in) {
    BigDecimal accepted_ = in.decimal();
    BigDecimal participation_ = in.decimal();
    BigDecimal rate_ = in.decimal();
    BigDecimal paid_ = in.money();
    String json_ = in.text();
    return new ApaResult(accepted_, participation_, rate_, paid_, json_);
  }

  void write(WireWriter out) {
    out.decimal(accepted);
    out.decimal(participation);
    out.decimal(rate);
    out.money(paid, "paid");
    out.text(json);
  }
}
