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
 * {@code allowance_charge}
 *
 * @param isCharge sens (majoration / retenue)
 * @param percent taux
 * @param basisQuantity quantité de base
 * @param amount montant
 * @param reasonCode motif
 * @param reason libellé du motif
 * @param basisAmount assiette
 * @param extras ce que la description ne connaît pas, conservé à la réécriture
 */
public record AllowanceCharge(
    boolean isCharge,
    Optional<BigDecimal> percent,
    Optional<Measure> basisQuantity,
    Optional<Amount> amount,
    Code reasonCode,
    Optional<String> reason,
    Optional<Amount> basisAmount,
    Extras extras) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public AllowanceCharge {
    Objects.requireNonNull(percent, "percent");
    Objects.requireNonNull(basisQuantity, "basisQuantity");
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(reasonCode, "reasonCode");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(basisAmount, "basisAmount");
    Objects.requireNonNull(extras, "extras");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static AllowanceCharge empty() {
    return new AllowanceCharge(false, Optional.empty(), Optional.empty(), Optional.empty(), Code.EMPTY, Optional.empty(), Optional.empty(), Extras.NONE);
  }

  /** The same with another value of {@link #isCharge}. */
  public AllowanceCharge withIsCharge(boolean isCharge) {
    return new AllowanceCharge(isCharge, percent, basisQuantity, amount, reasonCode, reason, basisAmount, extras);
  }

  /** The same with another value of {@link #percent}. */
  public AllowanceCharge withPercent(Optional<BigDecimal> percent) {
    return new AllowanceCharge(isCharge, percent, basisQuantity, amount, reasonCode, reason, basisAmount, extras);
  }

  /** The same with a value of {@link #percent}. */
  public AllowanceCharge withPercent(BigDecimal percent) {
    return withPercent(Optional.of(percent));
  }

  /** The same with another value of {@link #basisQuantity}. */
  public AllowanceCharge withBasisQuantity(Optional<Measure> basisQuantity) {
    return new AllowanceCharge(isCharge, percent, basisQuantity, amount, reasonCode, reason, basisAmount, extras);
  }

  /** The same with a value of {@link #basisQuantity}. */
  public AllowanceCharge withBasisQuantity(Measure basisQuantity) {
    return withBasisQuantity(Optional.of(basisQuantity));
  }

  /** The same with another value of {@link #amount}. */
  public AllowanceCharge withAmount(Optional<Amount> amount) {
    return new AllowanceCharge(isCharge, percent, basisQuantity, amount, reasonCode, reason, basisAmount, extras);
  }

  /** The same with a value of {@link #amount}. */
  public AllowanceCharge withAmount(Amount amount) {
    return withAmount(Optional.of(amount));
  }

  /** The same with another value of {@link #reasonCode}. */
  public AllowanceCharge withReasonCode(Code reasonCode) {
    return new AllowanceCharge(isCharge, percent, basisQuantity, amount, reasonCode, reason, basisAmount, extras);
  }

  /** The same with another value of {@link #reason}. */
  public AllowanceCharge withReason(Optional<String> reason) {
    return new AllowanceCharge(isCharge, percent, basisQuantity, amount, reasonCode, reason, basisAmount, extras);
  }

  /** The same with a value of {@link #reason}. */
  public AllowanceCharge withReason(String reason) {
    return withReason(Optional.of(reason));
  }

  /** The same with another value of {@link #basisAmount}. */
  public AllowanceCharge withBasisAmount(Optional<Amount> basisAmount) {
    return new AllowanceCharge(isCharge, percent, basisQuantity, amount, reasonCode, reason, basisAmount, extras);
  }

  /** The same with a value of {@link #basisAmount}. */
  public AllowanceCharge withBasisAmount(Amount basisAmount) {
    return withBasisAmount(Optional.of(basisAmount));
  }

  /** The same with another value of {@link #extras}. */
  public AllowanceCharge withExtras(Extras extras) {
    return new AllowanceCharge(isCharge, percent, basisQuantity, amount, reasonCode, reason, basisAmount, extras);
  }

  static AllowanceCharge read(WireReader in) {
    boolean isCharge_ = in.truth();
    Optional<BigDecimal> percent_ = in.optional() ? Optional.of(in.percentage()) : Optional.empty();
    Optional<Measure> basisQuantity_ = in.optional() ? Optional.of(in.measure()) : Optional.empty();
    Optional<Amount> amount_ = in.optional() ? Optional.of(in.amount()) : Optional.empty();
    Code reasonCode_ = in.code();
    Optional<String> reason_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    Optional<Amount> basisAmount_ = in.optional() ? Optional.of(in.amount()) : Optional.empty();
    return new AllowanceCharge(isCharge_, percent_, basisQuantity_, amount_, reasonCode_, reason_, basisAmount_, in.extras(null));
  }

  void write(WireWriter out) {
    out.truth(isCharge);
    if (out.optional(percent)) out.percentage(percent.get(), "percent");
    if (out.optional(basisQuantity)) out.measure(basisQuantity.get());
    if (out.optional(amount)) out.amount(amount.get());
    out.code(reasonCode);
    if (out.optional(reason)) out.text(reason.get());
    if (out.optional(basisAmount)) out.amount(basisAmount.get());
    out.extras(extras);
  }
}
