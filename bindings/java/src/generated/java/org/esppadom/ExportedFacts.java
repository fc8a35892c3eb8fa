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
 * {@code exported_facts}
 *
 * @param fact nature
 * @param taken repris
 * @param leftOut laissés
 * @param amountTaken montant repris
 * @param amountLeftOut montant laissé
 */
public record ExportedFacts(
    LedgerFact fact,
    long taken,
    long leftOut,
    Optional<BigDecimal> amountTaken,
    Optional<BigDecimal> amountLeftOut) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public ExportedFacts {
    Objects.requireNonNull(fact, "fact");
    Objects.requireNonNull(amountTaken, "amountTaken");
    Objects.requireNonNull(amountLeftOut, "amountLeftOut");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static ExportedFacts empty() {
    return new ExportedFacts(LedgerFact.BENEFICIARIES, 0, 0, Optional.empty(), Optional.empty());
  }

  /** The same with another value of {@link #fact}. */
  public ExportedFacts withFact(LedgerFact fact) {
    return new ExportedFacts(fact, taken, leftOut, amountTaken, amountLeftOut);
  }

  /** The same with another value of {@link #taken}. */
  public ExportedFacts withTaken(long taken) {
    return new ExportedFacts(fact, taken, leftOut, amountTaken, amountLeftOut);
  }

  /** The same with another value of {@link #leftOut}. */
  public ExportedFacts withLeftOut(long leftOut) {
    return new ExportedFacts(fact, taken, leftOut, amountTaken, amountLeftOut);
  }

  /** The same with another value of {@link #amountTaken}. */
  public ExportedFacts withAmountTaken(Optional<BigDecimal> amountTaken) {
    return new ExportedFacts(fact, taken, leftOut, amountTaken, amountLeftOut);
  }

  /** The same with a value of {@link #amountTaken}. */
  public ExportedFacts withAmountTaken(BigDecimal amountTaken) {
    return withAmountTaken(Optional.of(amountTaken));
  }

  /** The same with another value of {@link #amountLeftOut}. */
  public ExportedFacts withAmountLeftOut(Optional<BigDecimal> amountLeftOut) {
    return new ExportedFacts(fact, taken, leftOut, amountTaken, amountLeftOut);
  }

  /** The same with a value of {@link #amountLeftOut}. */
  public ExportedFacts withAmountLeftOut(BigDecimal amountLeftOut) {
    return withAmountLeftOut(Optional.of(amountLeftOut));
  }

  static ExportedFacts read(WireReader in) {
    LedgerFact fact_ = LedgerFact.read(in);
    long taken_ = in.integer();
    long leftOut_ = in.integer();
    Optional<BigDecimal> amountTaken_ = in.optional() ? Optional.of(in.money()) : Optional.empty();
    Optional<BigDecimal> amountLeftOut_ = in.optional() ? Optional.of(in.money()) : Optional.empty();
    return new ExportedFacts(fact_, taken_, leftOut_, amountTaken_, amountLeftOut_);
  }

  void write(WireWriter out) {
    fact.write(out);
    out.integer(taken);
    out.integer(leftOut);
    if (out.optional(amountTaken)) out.money(amountTaken.get(), "amountTaken");
    if (out.optional(amountLeftOut)) out.money(amountLeftOut.get(), "amountLeftOut");
  }
}
