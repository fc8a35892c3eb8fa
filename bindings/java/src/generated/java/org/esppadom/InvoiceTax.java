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
 * {@code invoice_tax}
 *
 * @param amount montant de TVA (inferred (medium))
 * @param typeCode type de taxe (inferred (medium))
 * @param exemptionReason motif d'exonération (inferred (medium))
 * @param rate taux (inferred (medium))
 * @param basisAmount base HT (inferred (medium))
 * @param categoryCode catégorie (inferred (medium))
 * @param extras ce que la description ne connaît pas, conservé à la réécriture
 */
public record InvoiceTax(
    Amount amount,
    Optional<Code> typeCode,
    Optional<String> exemptionReason,
    Optional<BigDecimal> rate,
    Amount basisAmount,
    Optional<Code> categoryCode,
    Extras extras) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public InvoiceTax {
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(typeCode, "typeCode");
    Objects.requireNonNull(exemptionReason, "exemptionReason");
    Objects.requireNonNull(rate, "rate");
    Objects.requireNonNull(basisAmount, "basisAmount");
    Objects.requireNonNull(categoryCode, "categoryCode");
    Objects.requireNonNull(extras, "extras");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static InvoiceTax empty() {
    return new InvoiceTax(Amount.EMPTY, Optional.empty(), Optional.empty(), Optional.empty(), Amount.EMPTY, Optional.empty(), Extras.NONE);
  }

  /** The same with another value of {@link #amount}. */
  public InvoiceTax withAmount(Amount amount) {
    return new InvoiceTax(amount, typeCode, exemptionReason, rate, basisAmount, categoryCode, extras);
  }

  /** The same with another value of {@link #typeCode}. */
  public InvoiceTax withTypeCode(Optional<Code> typeCode) {
    return new InvoiceTax(amount, typeCode, exemptionReason, rate, basisAmount, categoryCode, extras);
  }

  /** The same with a value of {@link #typeCode}. */
  public InvoiceTax withTypeCode(Code typeCode) {
    return withTypeCode(Optional.of(typeCode));
  }

  /** The same with another value of {@link #exemptionReason}. */
  public InvoiceTax withExemptionReason(Optional<String> exemptionReason) {
    return new InvoiceTax(amount, typeCode, exemptionReason, rate, basisAmount, categoryCode, extras);
  }

  /** The same with a value of {@link #exemptionReason}. */
  public InvoiceTax withExemptionReason(String exemptionReason) {
    return withExemptionReason(Optional.of(exemptionReason));
  }

  /** The same with another value of {@link #rate}. */
  public InvoiceTax withRate(Optional<BigDecimal> rate) {
    return new InvoiceTax(amount, typeCode, exemptionReason, rate, basisAmount, categoryCode, extras);
  }

  /** The same with a value of {@link #rate}. */
  public InvoiceTax withRate(BigDecimal rate) {
    return withRate(Optional.of(rate));
  }

  /** The same with another value of {@link #basisAmount}. */
  public InvoiceTax withBasisAmount(Amount basisAmount) {
    return new InvoiceTax(amount, typeCode, exemptionReason, rate, basisAmount, categoryCode, extras);
  }

  /** The same with another value of {@link #categoryCode}. */
  public InvoiceTax withCategoryCode(Optional<Code> categoryCode) {
    return new InvoiceTax(amount, typeCode, exemptionReason, rate, basisAmount, categoryCode, extras);
  }

  /** The same with a value of {@link #categoryCode}. */
  public InvoiceTax withCategoryCode(Code categoryCode) {
    return withCategoryCode(Optional.of(categoryCode));
  }

  /** The same with another value of {@link #extras}. */
  public InvoiceTax withExtras(Extras extras) {
    return new InvoiceTax(amount, typeCode, exemptionReason, rate, basisAmount, categoryCode, extras);
  }

  static InvoiceTax read(WireReader in) {
    Amount amount_ = in.amount();
    Optional<Code> typeCode_ = in.optional() ? Optional.of(in.code()) : Optional.empty();
    Optional<String> exemptionReason_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    Optional<BigDecimal> rate_ = in.optional() ? Optional.of(in.percentage()) : Optional.empty();
    Amount basisAmount_ = in.amount();
    Optional<Code> categoryCode_ = in.optional() ? Optional.of(in.code()) : Optional.empty();
    return new InvoiceTax(amount_, typeCode_, exemptionReason_, rate_, basisAmount_, categoryCode_, in.extras(null));
  }

  void write(WireWriter out) {
    out.amount(amount);
    if (out.optional(typeCode)) out.code(typeCode.get());
    if (out.optional(exemptionReason)) out.text(exemptionReason.get());
    if (out.optional(rate)) out.percentage(rate.get(), "rate");
    out.amount(basisAmount);
    if (out.optional(categoryCode)) out.code(categoryCode.get());
    out.extras(extras);
  }
}
