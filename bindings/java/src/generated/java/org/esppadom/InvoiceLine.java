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
 * {@code invoice_line}
 *
 * @param lineId n° de ligne (inferred (high))
 * @param orderRef commande de la ligne (inferred (high))
 * @param tariff tarif horaire HT (inferred (high))
 * @param tariffBasis base du tarif (inferred (medium))
 * @param billedQuantity quantité facturée (inferred (high))
 * @param beneficiary bénéficiaire de la ligne (inferred (medium))
 * @param deliveryRefs délivrances facturées (inferred (medium))
 * @param careMode cadre d'intervention (inferred (medium))
 * @param tax TVA de la ligne (inferred (medium))
 * @param billingPeriod période de la ligne (inferred (medium))
 * @param amounts majoration; participation (inferred (medium))
 * @param funderShare part du financeur HT (inferred (medium))
 * @param surchargeTotal total des majorations (inferred (medium))
 * @param participationTotal total non pris en charge (inferred (medium))
 * @param taxTotal TVA de la ligne (inferred (medium))
 * @param correctedLine ligne rectifiée (inferred (low))
 * @param service prestation (known)
 * @param extras ce que la description ne connaît pas, conservé à la réécriture
 */
public record InvoiceLine(
    String lineId,
    Optional<InvoiceLineOrderRef> orderRef,
    Price tariff,
    Optional<Measure> tariffBasis,
    Measure billedQuantity,
    Optional<Party> beneficiary,
    List<DeliveryRef> deliveryRefs,
    Optional<Code> careMode,
    Optional<LineTax> tax,
    Optional<InstantPeriod> billingPeriod,
    List<AllowanceCharge> amounts,
    Amount funderShare,
    Optional<Amount> surchargeTotal,
    Optional<Amount> participationTotal,
    Optional<Amount> taxTotal,
    Optional<CorrectedLineRef> correctedLine,
    Service service,
    Extras extras) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public InvoiceLine {
    Objects.requireNonNull(lineId, "lineId");
    Objects.requireNonNull(orderRef, "orderRef");
    Objects.requireNonNull(tariff, "tariff");
    Objects.requireNonNull(tariffBasis, "tariffBasis");
    Objects.requireNonNull(billedQuantity, "billedQuantity");
    Objects.requireNonNull(beneficiary, "beneficiary");
    deliveryRefs = List.copyOf(Objects.requireNonNull(deliveryRefs, "deliveryRefs"));
    Objects.requireNonNull(careMode, "careMode");
    Objects.requireNonNull(tax, "tax");
    Objects.requireNonNull(billingPeriod, "billingPeriod");
    amounts = List.copyOf(Objects.requireNonNull(amounts, "amounts"));
    Objects.requireNonNull(funderShare, "funderShare");
    Objects.requireNonNull(surchargeTotal, "surchargeTotal");
    Objects.requireNonNull(participationTotal, "participationTotal");
    Objects.requireNonNull(taxTotal, "taxTotal");
    Objects.requireNonNull(correctedLine, "correctedLine");
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(extras, "extras");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static InvoiceLine empty() {
    return new InvoiceLine("", Optional.empty(), Price.EMPTY, Optional.empty(), Measure.EMPTY, Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Amount.EMPTY, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Service.empty(), Extras.NONE);
  }

  /** The same with another value of {@link #lineId}. */
  public InvoiceLine withLineId(String lineId) {
    return new InvoiceLine(lineId, orderRef, tariff, tariffBasis, billedQuantity, beneficiary, deliveryRefs, careMode, tax, billingPeriod, amounts, funderShare, surchargeTotal, participationTotal, taxTotal, correctedLine, service, extras);
  }

  /** The same with another value of {@link #orderRef}. */
  public InvoiceLine withOrderRef(Optional<InvoiceLineOrderRef> orderRef) {
    return new InvoiceLine(lineId, orderRef, tariff, tariffBasis, billedQuantity, beneficiary, deliveryRefs, careMode, tax, billingPeriod, amounts, funderShare, surchargeTotal, participationTotal, taxTotal, correctedLine, service, extras);
  }

  /** The same with a value of {@link #orderRef}. */
  public InvoiceLine withOrderRef(InvoiceLineOrderRef orderRef) {
    return withOrderRef(Optional.of(orderRef));
  }

  /** The same with another value of {@link #tariff}. */
  public InvoiceLine withTariff(Price tariff) {
    return new InvoiceLine(lineId, orderRef, tariff, tariffBasis, billedQuantity, beneficiary, deliveryRefs, careMode, tax, billingPeriod, amounts, funderShare, surchargeTotal, participationTotal, taxTotal, correctedLine, service, extras);
  }

  /** The same with another value of {@link #tariffBasis}. */
  public InvoiceLine withTariffBasis(Optional<Measure> tariffBasis) {
    return new InvoiceLine(lineId, orderRef, tariff, tariffBasis, billedQuantity, beneficiary, deliveryRefs, careMode, tax, billingPeriod, amounts, funderShare, surchargeTotal, participationTotal, taxTotal, correctedLine, service, extras);
  }

  /** The same with a value of {@link #tariffBasis}. */
  public InvoiceLine withTariffBasis(Measure tariffBasis) {
    return withTariffBasis(Optional.of(tariffBasis));
  }

  /** The same with another value of {@link #billedQuantity}. */
  public InvoiceLine withBilledQuantity(Measure billedQuantity) {
    return new InvoiceLine(lineId, orderRef, tariff, tariffBasis, billedQuantity, beneficiary, deliveryRefs, careMode, tax, billingPeriod, amounts, funderShare, surchargeTotal, participationTotal, taxTotal, correctedLine, service, extras);
  }

  /** The same with another value of {@link #beneficiary}. */
  public InvoiceLine withBeneficiary(Optional<Party> beneficiary) {
    return new InvoiceLine(lineId, orderRef, tariff, tariffBasis, billedQuantity, beneficiary, deliveryRefs, careMode, tax, billingPeriod, amounts, funderShare, surchargeTotal, participationTotal, taxTotal, correctedLine, service, extras);
  }

  /** The same with a value of {@link #beneficiary}. */
  public InvoiceLine withBeneficiary(Party beneficiary) {
    return withBeneficiary(Optional.of(beneficiary));
  }

  /** The same with another value of {@link #deliveryRefs}. */
  public InvoiceLine withDeliveryRefs(List<DeliveryRef> deliveryRefs) {
    return new InvoiceLine(lineId, orderRef, tariff, tariffBasis, billedQuantity, beneficiary, deliveryRefs, careMode, tax, billingPeriod, amounts, funderShare, surchargeTotal, participationTotal, taxTotal, correctedLine, service, extras);
  }

  /** The same with another value of {@link #careMode}. */
  public InvoiceLine withCareMode(Optional<Code> careMode) {
    return new InvoiceLine(lineId, orderRef, tariff, tariffBasis, billedQuantity, beneficiary, deliveryRefs, careMode, tax, billingPeriod, amounts, funderShare, surchargeTotal, participationTotal, taxTotal, correctedLine, service, extras);
  }

  /** The same with a value of {@link #careMode}. */
  public InvoiceLine withCareMode(Code careMode) {
    return withCareMode(Optional.of(careMode));
  }

  /** The same with another value of {@link #tax}. */
  public InvoiceLine withTax(Optional<LineTax> tax) {
    return new InvoiceLine(lineId, orderRef, tariff, tariffBasis, billedQuantity, beneficiary, deliveryRefs, careMode, tax, billingPeriod, amounts, funderShare, surchargeTotal, participationTotal, taxTotal, correctedLine, service, extras);
  }

  /** The same with a value of {@link #tax}. */
  public InvoiceLine withTax(LineTax tax) {
    return withTax(Optional.of(tax));
  }

  /** The same with another value of {@link #billingPeriod}. */
  public InvoiceLine withBillingPeriod(Optional<InstantPeriod> billingPeriod) {
    return new InvoiceLine(lineId, orderRef, tariff, tariffBasis, billedQuantity, beneficiary, deliveryRefs, careMode, tax, billingPeriod, amounts, funderShare, surchargeTotal, participationTotal, taxTotal, correctedLine, service, extras);
  }

  /** The same with a value of {@link #billingPeriod}. */
  public InvoiceLine withBillingPeriod(InstantPeriod billingPeriod) {
    return withBillingPeriod(Optional.of(billingPeriod));
  }

  /** The same with another value of {@link #amounts}. */
  public InvoiceLine withAmounts(List<AllowanceCharge> amounts) {
    return new InvoiceLine(lineId, orderRef, tariff, tariffBasis, billedQuantity, beneficiary, deliveryRefs, careMode, tax, billingPeriod, amounts, funderShare, surchargeTotal, participationTotal, taxTotal, correctedLine, service, extras);
  }

  /** The same with another value of {@link #funderShare}. */
  public InvoiceLine withFunderShare(Amount funderShare) {
    return new InvoiceLine(lineId, orderRef, tariff, tariffBasis, billedQuantity, beneficiary, deliveryRefs, careMode, tax, billingPeriod, amounts, funderShare, surchargeTotal, participationTotal, taxTotal, correctedLine, service, extras);
  }

  /** The same with another value of {@link #surchargeTotal}. */
  public InvoiceLine withSurchargeTotal(Optional<Amount> surchargeTotal) {
    return new InvoiceLine(lineId, orderRef, tariff, tariffBasis, billedQuantity, beneficiary, deliveryRefs, careMode, tax, billingPeriod, amounts, funderShare, surchargeTotal, participationTotal, taxTotal, correctedLine, service, extras);
  }

  /** The same with a value of {@link #surchargeTotal}. */
  public InvoiceLine withSurchargeTotal(Amount surchargeTotal) {
    return withSurchargeTotal(Optional.of(surchargeTotal));
  }

  /** The same with another value of {@link #participationTotal}. */
  public InvoiceLine withParticipationTotal(Optional<Amount> participationTotal) {
    return new InvoiceLine(lineId, orderRef, tariff, tariffBasis, billedQuantity, beneficiary, deliveryRefs, careMode, tax, billingPeriod, amounts, funderShare, surchargeTotal, participationTotal, taxTotal, correctedLine, service, extras);
  }

  /** The same with a value of {@link #participationTotal}. */
  public InvoiceLine withParticipationTotal(Amount participationTotal) {
    return withParticipationTotal(Optional.of(participationTotal));
  }

  /** The same with another value of {@link #taxTotal}. */
  public InvoiceLine withTaxTotal(Optional<Amount> taxTotal) {
    return new InvoiceLine(lineId, orderRef, tariff, tariffBasis, billedQuantity, beneficiary, deliveryRefs, careMode, tax, billingPeriod, amounts, funderShare, surchargeTotal, participationTotal, taxTotal, correctedLine, service, extras);
  }

  /** The same with a value of {@link #taxTotal}. */
  public InvoiceLine withTaxTotal(Amount taxTotal) {
    return withTaxTotal(Optional.of(taxTotal));
  }

  /** The same with another value of {@link #correctedLine}. */
  public InvoiceLine withCorrectedLine(Optional<CorrectedLineRef> correctedLine) {
    return new InvoiceLine(lineId, orderRef, tariff, tariffBasis, billedQuantity, beneficiary, deliveryRefs, careMode, tax, billingPeriod, amounts, funderShare, surchargeTotal, participationTotal, taxTotal, correctedLine, service, extras);
  }

  /** The same with a value of {@link #correctedLine}. */
  public InvoiceLine withCorrectedLine(CorrectedLineRef correctedLine) {
    return withCorrectedLine(Optional.of(correctedLine));
  }

  /** The same with another value of {@link #service}. */
  public InvoiceLine withService(Service service) {
    return new InvoiceLine(lineId, orderRef, tariff, tariffBasis, billedQuantity, beneficiary, deliveryRefs, careMode, tax, billingPeriod, amounts, funderShare, surchargeTotal, participationTotal, taxTotal, correctedLine, service, extras);
  }

  /** The same with another value of {@link #extras}. */
  public InvoiceLine withExtras(Extras extras) {
    return new InvoiceLine(lineId, orderRef, tariff, tariffBasis, billedQuantity, beneficiary, deliveryRefs, careMode, tax, billingPeriod, amounts, funderShare, surchargeTotal, participationTotal, taxTotal, correctedLine, service, extras);
  }

  static InvoiceLine read(WireReader in) {
    String lineId_ = in.text();
    Optional<InvoiceLineOrderRef> orderRef_ = in.optional() ? Optional.of(InvoiceLineOrderRef.read(in)) : Optional.empty();
    Price tariff_ = in.price();
    Optional<Measure> tariffBasis_ = in.optional() ? Optional.of(in.measure()) : Optional.empty();
    Measure billedQuantity_ = in.measure();
    Optional<Party> beneficiary_ = in.optional() ? Optional.of(Party.read(in)) : Optional.empty();
    List<DeliveryRef> deliveryRefs_ = in.list(DeliveryRef::read);
    Optional<Code> careMode_ = in.optional() ? Optional.of(in.code()) : Optional.empty();
    Optional<LineTax> tax_ = in.optional() ? Optional.of(LineTax.read(in)) : Optional.empty();
    Optional<InstantPeriod> billingPeriod_ = in.optional() ? Optional.of(InstantPeriod.read(in)) : Optional.empty();
    List<AllowanceCharge> amounts_ = in.list(AllowanceCharge::read);
    Amount funderShare_ = in.amount();
    Optional<Amount> surchargeTotal_ = in.optional() ? Optional.of(in.amount()) : Optional.empty();
    Optional<Amount> participationTotal_ = in.optional() ? Optional.of(in.amount()) : Optional.empty();
    Optional<Amount> taxTotal_ = in.optional() ? Optional.of(in.amount()) : Optional.empty();
    Optional<CorrectedLineRef> correctedLine_ = in.optional() ? Optional.of(CorrectedLineRef.read(in)) : Optional.empty();
    Service service_ = Service.read(in);
    return new InvoiceLine(lineId_, orderRef_, tariff_, tariffBasis_, billedQuantity_, beneficiary_, deliveryRefs_, careMode_, tax_, billingPeriod_, amounts_, funderShare_, surchargeTotal_, participationTotal_, taxTotal_, correctedLine_, service_, in.extras(null));
  }

  void write(WireWriter out) {
    out.text(lineId);
    if (out.optional(orderRef)) orderRef.get().write(out);
    out.price(tariff);
    if (out.optional(tariffBasis)) out.measure(tariffBasis.get());
    out.measure(billedQuantity);
    if (out.optional(beneficiary)) beneficiary.get().write(out);
    out.count(deliveryRefs);
    for (DeliveryRef one : deliveryRefs) one.write(out);
    if (out.optional(careMode)) out.code(careMode.get());
    if (out.optional(tax)) tax.get().write(out);
    if (out.optional(billingPeriod)) billingPeriod.get().write(out);
    out.count(amounts);
    for (AllowanceCharge one : amounts) one.write(out);
    out.amount(funderShare);
    if (out.optional(surchargeTotal)) out.amount(surchargeTotal.get());
    if (out.optional(participationTotal)) out.amount(participationTotal.get());
    if (out.optional(taxTotal)) out.amount(taxTotal.get());
    if (out.optional(correctedLine)) correctedLine.get().write(out);
    service.write(out);
    out.extras(extras);
  }
}
