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
 * {@code beneficiary_invoice}
 *
 * @param beneficiary bénéficiaire
 * @param provider prestataire
 * @param month mois; null when there is none
 * @param total total; null when there is none
 * @param lines lignes
 */
public record BeneficiaryInvoice(
    String beneficiary,
    String provider,
    YearMonth month,
    BigDecimal total,
    List<BeneficiaryLine> lines) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public BeneficiaryInvoice {
    Objects.requireNonNull(beneficiary, "beneficiary");
    Objects.requireNonNull(provider, "provider");
    lines = List.copyOf(Objects.requireNonNull(lines, "lines"));
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static BeneficiaryInvoice empty() {
    return new BeneficiaryInvoice("", "", null, Wire.NO_MONEY, List.of());
  }

  /** The same with another value of {@link #beneficiary}. */
  public BeneficiaryInvoice withBeneficiary(String beneficiary) {
    return new BeneficiaryInvoice(beneficiary, provider, month, total, lines);
  }

  /** The same with another value of {@link #provider}. */
  public BeneficiaryInvoice withProvider(String provider) {
    return new BeneficiaryInvoice(beneficiary, provider, month, total, lines);
  }

  /** The same with another value of {@link #month}. */
  public BeneficiaryInvoice withMonth(YearMonth month) {
    return new BeneficiaryInvoice(beneficiary, provider, month, total, lines);
  }

  /** The same with another value of {@link #total}. */
  public BeneficiaryInvoice withTotal(BigDecimal total) {
    return new BeneficiaryInvoice(beneficiary, provider, month, total, lines);
  }

  /** The same with another value of {@link #lines}. */
  public BeneficiaryInvoice withLines(List<BeneficiaryLine> lines) {
    return new BeneficiaryInvoice(beneficiary, provider, month, total, lines);
  }

  static BeneficiaryInvoice read(WireReader in) {
    String beneficiary_ = in.text();
    String provider_ = in.text();
    YearMonth month_ = in.month();
    BigDecimal total_ = in.money();
    List<BeneficiaryLine> lines_ = in.list(BeneficiaryLine::read);
    return new BeneficiaryInvoice(beneficiary_, provider_, month_, total_, lines_);
  }

  void write(WireWriter out) {
    out.text(beneficiary);
    out.text(provider);
    out.month(month, "month");
    out.money(total, "total");
    out.count(lines);
    for (BeneficiaryLine one : lines) one.write(out);
  }
}
