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
 * {@code bill_summary}
 *
 * @param documents documents
 * @param funders financeurs
 * @param beneficiaries part des bénéficiaires; null when there is none
 * @param hours heures
 * @param unbilled non facturé
 */
public record BillSummary(
    List<DocumentTotal> documents,
    List<FunderTotal> funders,
    BigDecimal beneficiaries,
    HoursTotal hours,
    List<UnbilledTotal> unbilled) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public BillSummary {
    documents = List.copyOf(Objects.requireNonNull(documents, "documents"));
    funders = List.copyOf(Objects.requireNonNull(funders, "funders"));
    Objects.requireNonNull(hours, "hours");
    unbilled = List.copyOf(Objects.requireNonNull(unbilled, "unbilled"));
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static BillSummary empty() {
    return new BillSummary(List.of(), List.of(), Wire.NO_MONEY, HoursTotal.empty(), List.of());
  }

  /** The same with another value of {@link #documents}. */
  public BillSummary withDocuments(List<DocumentTotal> documents) {
    return new BillSummary(documents, funders, beneficiaries, hours, unbilled);
  }

  /** The same with another value of {@link #funders}. */
  public BillSummary withFunders(List<FunderTotal> funders) {
    return new BillSummary(documents, funders, beneficiaries, hours, unbilled);
  }

  /** The same with another value of {@link #beneficiaries}. */
  public BillSummary withBeneficiaries(BigDecimal beneficiaries) {
    return new BillSummary(documents, funders, beneficiaries, hours, unbilled);
  }

  /** The same with another value of {@link #hours}. */
  public BillSummary withHours(HoursTotal hours) {
    return new BillSummary(documents, funders, beneficiaries, hours, unbilled);
  }

  /** The same with another value of {@link #unbilled}. */
  public BillSummary withUnbilled(List<UnbilledTotal> unbilled) {
    return new BillSummary(documents, funders, beneficiaries, hours, unbilled);
  }

  static BillSummary read(WireReader in) {
    List<DocumentTotal> documents_ = in.list(DocumentTotal::read);
    List<FunderTotal> funders_ = in.list(FunderTotal::read);
    BigDecimal beneficiaries_ = in.money();
    HoursTotal hours_ = HoursTotal.read(in);
    List<UnbilledTotal> unbilled_ = in.list(UnbilledTotal::read);
    return new BillSummary(documents_, funders_, beneficiaries_, hours_, unbilled_);
  }

  void write(WireWriter out) {
    out.count(documents);
    for (DocumentTotal one : documents) one.write(out);
    out.count(funders);
    for (FunderTotal one : funders) one.write(out);
    out.money(beneficiaries, "beneficiaries");
    hours.write(out);
    out.count(unbilled);
    for (UnbilledTotal one : unbilled) one.write(out);
  }
}
