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
 * {@code billed_line}
 *
 * @param month mois; null when there is none
 * @param beneficiary bénéficiaire
 * @param orderId n° de commande
 * @param orderLine ligne de commande
 * @param service prestation
 * @param aidType type d'aide
 * @param deliveries interventions
 * @param billedSeconds temps facturé (s)
 * @param units nombre d'unités
 * @param unit unité, hors temps
 * @param unitPrice prix horaire; null when there is none
 * @param surcharges majorations; null when there is none
 * @param surchargePct taux de majoration; null when there is none
 * @param surcharge motif de majoration
 * @param gross prix; null when there is none
 * @param participation participation; null when there is none
 * @param participationPct taux de participation; null when there is none
 * @param otherFunders part des autres financeurs; null when there is none
 * @param overTariff part au-dessus du tarif; null when there is none
 * @param funderShare part du financeur; null when there is none
 * @param netShare part du financeur HT; null when there is none
 * @param vatPct taux de TVA; null when there is none
 * @param beneficiaryShare part du bénéficiaire; null when there is none
 * @param funders financeurs de la ligne
 */
public record BilledLine(
    YearMonth month,
    String beneficiary,
    String orderId,
    String orderLine,
    String service,
    String aidType,
    List<String> deliveries,
    ExactSeconds billedSeconds,
    Optional<BigDecimal> units,
    Optional<String> unit,
    BigDecimal unitPrice,
    BigDecimal surcharges,
    BigDecimal surchargePct,
    SurchargeKind surcharge,
    BigDecimal gross,
    BigDecimal participation,
    BigDecimal participationPct,
    BigDecimal otherFunders,
    BigDecimal overTariff,
    BigDecimal funderShare,
    BigDecimal netShare,
    BigDecimal vatPct,
    BigDecimal beneficiaryShare,
    List<String> funders) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public BilledLine {
    Objects.requireNonNull(beneficiary, "beneficiary");
    Objects.requireNonNull(orderId, "orderId");
    Objects.requireNonNull(orderLine, "orderLine");
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(aidType, "aidType");
    deliveries = List.copyOf(Objects.requireNonNull(deliveries, "deliveries"));
    Objects.requireNonNull(billedSeconds, "billedSeconds");
    Objects.requireNonNull(units, "units");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(surcharge, "surcharge");
    funders = List.copyOf(Objects.requireNonNull(funders, "funders"));
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static BilledLine empty() {
    return new BilledLine(null, "", "", "", "", "", List.of(), ExactSeconds.ZERO, Optional.empty(), Optional.empty(), Wire.NO_MONEY, Wire.NO_MONEY, BigDecimal.ZERO, SurchargeKind.NONE, Wire.NO_MONEY, Wire.NO_MONEY, BigDecimal.ZERO, Wire.NO_MONEY, Wire.NO_MONEY, Wire.NO_MONEY, Wire.NO_MONEY, BigDecimal.ZERO, Wire.NO_MONEY, List.of());
  }

  /** The same with another value of {@link #month}. */
  public BilledLine withMonth(YearMonth month) {
    return new BilledLine(month, beneficiary, orderId, orderLine, service, aidType, deliveries, billedSeconds, units, unit, unitPrice, surcharges, surchargePct, surcharge, gross, participation, participationPct, otherFunders, overTariff, funderShare, netShare, vatPct, beneficiaryShare, funders);
  }

  /** The same with another value of {@link #beneficiary}. */
  public BilledLine withBeneficiary(String beneficiary) {
    return new BilledLine(month, beneficiary, orderId, orderLine, service, aidType, deliveries, billedSeconds, units, unit, unitPrice, surcharges, surchargePct, surcharge, gross, participation, participationPct, otherFunders, overTariff, funderShare, netShare, vatPct, beneficiaryShare, funders);
  }

  /** The same with another value of {@link #orderId}. */
  public BilledLine withOrderId(String orderId) {
    return new BilledLine(month, beneficiary, orderId, orderLine, service, aidType, deliveries, billedSeconds, units, unit, unitPrice, surcharges, surchargePct, surcharge, gross, participation, participationPct, otherFunders, overTariff, funderShare, netShare, vatPct, beneficiaryShare, funders);
  }

  /** The same with another value of {@link #orderLine}. */
  public BilledLine withOrderLine(String orderLine) {
    return new BilledLine(month, beneficiary, orderId, orderLine, service, aidType, deliveries, billedSeconds, units, unit, unitPrice, surcharges, surchargePct, surcharge, gross, participation, participationPct, otherFunders, overTariff, funderShare, netShare, vatPct, beneficiaryShare, funders);
  }

  /** The same with another value of {@link #service}. */
  public BilledLine withService(String service) {
    return new BilledLine(month, beneficiary, orderId, orderLine, service, aidType, deliveries, billedSeconds, units, unit, unitPrice, surcharges, surchargePct, surcharge, gross, participation, participationPct, otherFunders, overTariff, funderShare, netShare, vatPct, beneficiaryShare, funders);
  }

  /** The same with another value of {@link #aidType}. */
  public BilledLine withAidType(String aidType) {
    return new BilledLine(month, beneficiary, orderId, orderLine, service, aidType, deliveries, billedSeconds, units, unit, unitPrice, surcharges, surchargePct, surcharge, gross, participation, participationPct, otherFunders, overTariff, funderShare, netShare, vatPct, beneficiaryShare, funders);
  }

  /** The same with another value of {@link #deliveries}. */
  public BilledLine withDeliveries(List<String> deliveries) {
    return new BilledLine(month, beneficiary, orderId, orderLine, service, aidType, deliveries, billedSeconds, units, unit, unitPrice, surcharges, surchargePct, surcharge, gross, participation, participationPct, otherFunders, overTariff, funderShare, netShare, vatPct, beneficiaryShare, funders);
  }

  /** The same with another value of {@link #billedSeconds}. */
  public BilledLine withBilledSeconds(ExactSeconds billedSeconds) {
    return new BilledLine(month, beneficiary, orderId, orderLine, service, aidType, deliveries, billedSeconds, units, unit, unitPrice, surcharges, surchargePct, surcharge, gross, participation, participationPct, otherFunders, overTariff, funderShare, netShare, vatPct, beneficiaryShare, funders);
  }

  /** The same with another value of {@link #units}. */
  public BilledLine withUnits(Optional<BigDecimal> units) {
    return new BilledLine(month, beneficiary, orderId, orderLine, service, aidType, deliveries, billedSeconds, units, unit, unitPrice, surcharges, surchargePct, surcharge, gross, participation, participationPct, otherFunders, overTariff, funderShare, netShare, vatPct, beneficiaryShare, funders);
  }

  /** The same with a value of {@link #units}. */
  public BilledLine withUnits(BigDecimal units) {
    return withUnits(Optional.of(units));
  }

  /** The same with another value of {@link #unit}. */
  public BilledLine withUnit(Optional<String> unit) {
    return new BilledLine(month, beneficiary, orderId, orderLine, service, aidType, deliveries, billedSeconds, units, unit, unitPrice, surcharges, surchargePct, surcharge, gross, participation, participationPct, otherFunders, overTariff, funderShare, netShare, vatPct, beneficiaryShare, funders);
  }

  /** The same with a value of {@link #unit}. */
  public BilledLine withUnit(String unit) {
    return withUnit(Optional.of(unit));
  }

  /** The same with another value of {@link #unitPrice}. */
  public BilledLine withUnitPrice(BigDecimal unitPrice) {
    return new BilledLine(month, beneficiary, orderId, orderLine, service, aidType, deliveries, billedSeconds, units, unit, unitPrice, surcharges, surchargePct, surcharge, gross, participation, participationPct, otherFunders, overTariff, funderShare, netShare, vatPct, beneficiaryShare, funders);
  }

  /** The same with another value of {@link #surcharges}. */
  public BilledLine withSurcharges(BigDecimal surcharges) {
    return new BilledLine(month, beneficiary, orderId, orderLine, service, aidType, deliveries, billedSeconds, units, unit, unitPrice, surcharges, surchargePct, surcharge, gross, participation, participationPct, otherFunders, overTariff, funderShare, netShare, vatPct, beneficiaryShare, funders);
  }

  /** The same with another value of {@link #surchargePct}. */
  public BilledLine withSurchargePct(BigDecimal surchargePct) {
    return new BilledLine(month, beneficiary, orderId, orderLine, service, aidType, deliveries, billedSeconds, units, unit, unitPrice, surcharges, surchargePct, surcharge, gross, participation, participationPct, otherFunders, overTariff, funderShare, netShare, vatPct, beneficiaryShare, funders);
  }

  /** The same with another value of {@link #surcharge}. */
  public BilledLine withSurcharge(SurchargeKind surcharge) {
    return new BilledLine(month, beneficiary, orderId, orderLine, service, aidType, deliveries, billedSeconds, units, unit, unitPrice, surcharges, surchargePct, surcharge, gross, participation, participationPct, otherFunders, overTariff, funderShare, netShare, vatPct, beneficiaryShare, funders);
  }

  /** The same with another value of {@link #gross}. */
  public BilledLine withGross(BigDecimal gross) {
    return new BilledLine(month, beneficiary, orderId, orderLine, service, aidType, deliveries, billedSeconds, units, unit, unitPrice, surcharges, surchargePct, surcharge, gross, participation, participationPct, otherFunders, overTariff, funderShare, netShare, vatPct, beneficiaryShare, funders);
  }

  /** The same with another value of {@link #participation}. */
  public BilledLine withParticipation(BigDecimal participation) {
    return new BilledLine(month, beneficiary, orderId, orderLine, service, aidType, deliveries, billedSeconds, units, unit, unitPrice, surcharges, surchargePct, surcharge, gross, participation, participationPct, otherFunders, overTariff, funderShare, netShare, vatPct, beneficiaryShare, funders);
  }

  /** The same with another value of {@link #participationPct}. */
  public BilledLine withParticipationPct(BigDecimal participationPct) {
    return new BilledLine(month, beneficiary, orderId, orderLine, service, aidType, deliveries, billedSeconds, units, unit, unitPrice, surcharges, surchargePct, surcharge, gross, participation, participationPct, otherFunders, overTariff, funderShare, netShare, vatPct, beneficiaryShare, funders);
  }

  /** The same with another value of {@link #otherFunders}. */
  public BilledLine withOtherFunders(BigDecimal otherFunders) {
    return new BilledLine(month, beneficiary, orderId, orderLine, service, aidType, deliveries, billedSeconds, units, unit, unitPrice, surcharges, surchargePct, surcharge, gross, participation, participationPct, otherFunders, overTariff, funderShare, netShare, vatPct, beneficiaryShare, funders);
  }

  /** The same with another value of {@link #overTariff}. */
  public BilledLine withOverTariff(BigDecimal overTariff) {
    return new BilledLine(month, beneficiary, orderId, orderLine, service, aidType, deliveries, billedSeconds, units, unit, unitPrice, surcharges, surchargePct, surcharge, gross, participation, participationPct, otherFunders, overTariff, funderShare, netShare, vatPct, beneficiaryShare, funders);
  }

  /** The same with another value of {@link #funderShare}. */
  public BilledLine withFunderShare(BigDecimal funderShare) {
    return new BilledLine(month, beneficiary, orderId, orderLine, service, aidType, deliveries, billedSeconds, units, unit, unitPrice, surcharges, surchargePct, surcharge, gross, participation, participationPct, otherFunders, overTariff, funderShare, netShare, vatPct, beneficiaryShare, funders);
  }

  /** The same with another value of {@link #netShare}. */
  public BilledLine withNetShare(BigDecimal netShare) {
    return new BilledLine(month, beneficiary, orderId, orderLine, service, aidType, deliveries, billedSeconds, units, unit, unitPrice, surcharges, surchargePct, surcharge, gross, participation, participationPct, otherFunders, overTariff, funderShare, netShare, vatPct, beneficiaryShare, funders);
  }

  /** The same with another value of {@link #vatPct}. */
  public BilledLine withVatPct(BigDecimal vatPct) {
    return new BilledLine(month, beneficiary, orderId, orderLine, service, aidType, deliveries, billedSeconds, units, unit, unitPrice, surcharges, surchargePct, surcharge, gross, participation, participationPct, otherFunders, overTariff, funderShare, netShare, vatPct, beneficiaryShare, funders);
  }

  /** The same with another value of {@link #beneficiaryShare}. */
  public BilledLine withBeneficiaryShare(BigDecimal beneficiaryShare) {
    return new BilledLine(month, beneficiary, orderId, orderLine, service, aidType, deliveries, billedSeconds, units, unit, unitPrice, surcharges, surchargePct, surcharge, gross, participation, participationPct, otherFunders, overTariff, funderShare, netShare, vatPct, beneficiaryShare, funders);
  }

  /** The same with another value of {@link #funders}. */
  public BilledLine withFunders(List<String> funders) {
    return new BilledLine(month, beneficiary, orderId, orderLine, service, aidType, deliveries, billedSeconds, units, unit, unitPrice, surcharges, surchargePct, surcharge, gross, participation, participationPct, otherFunders, overTariff, funderShare, netShare, vatPct, beneficiaryShare, funders);
  }

  static BilledLine read(WireReader in) {
    YearMonth month_ = in.month();
    String beneficiary_ = in.text();
    String orderId_ = in.text();
    String orderLine_ = in.text();
    String service_ = in.text();
    String aidType_ = in.text();
    List<String> deliveries_ = in.list(WireReader::text);
    ExactSeconds billedSeconds_ = in.exactSeconds();
    Optional<BigDecimal> units_ = in.optional() ? Optional.of(in.decimal()) : Optional.empty();
    Optional<String> unit_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    BigDecimal unitPrice_ = in.unitPrice();
    BigDecimal surcharges_ = in.money();
    BigDecimal surchargePct_ = in.percentage();
    SurchargeKind surcharge_ = SurchargeKind.read(in);
    BigDecimal gross_ = in.money();
    BigDecimal participation_ = in.money();
    BigDecimal participationPct_ = in.percentage();
    BigDecimal otherFunders_ = in.money();
    BigDecimal overTariff_ = in.money();
    BigDecimal funderShare_ = in.money();
    BigDecimal netShare_ = in.money();
    BigDecimal vatPct_ = in.percentage();
    BigDecimal beneficiaryShare_ = in.money();
    List<String> funders_ = in.list(WireReader::text);
    return new BilledLine(month_, beneficiary_, orderId_, orderLine_, service_, aidType_, deliveries_, billedSeconds_, units_, unit_, unitPrice_, surcharges_, surchargePct_, surcharge_, gross_, participation_, participationPct_, otherFunders_, overTariff_, funderShare_, netShare_, vatPct_, beneficiaryShare_, funders_);
  }

  void write(WireWriter out) {
    out.month(month, "month");
    out.text(beneficiary);
    out.text(orderId);
    out.text(orderLine);
    out.text(service);
    out.text(aidType);
    out.count(deliveries);
    for (String one : deliveries) out.text(one);
    out.exactSeconds(billedSeconds);
    if (out.optional(units)) out.decimal(units.get());
    if (out.optional(unit)) out.text(unit.get());
    out.unitPrice(unitPrice, "unitPrice");
    out.money(surcharges, "surcharges");
    out.percentage(surchargePct, "surchargePct");
    surcharge.write(out);
    out.money(gross, "gross");
    out.money(participation, "participation");
    out.percentage(participationPct, "participationPct");
    out.money(otherFunders, "otherFunders");
    out.money(overTariff, "overTariff");
    out.money(funderShare, "funderShare");
    out.money(netShare, "netShare");
    out.percentage(vatPct, "vatPct");
    out.money(beneficiaryShare, "beneficiaryShare");
    out.count(funders);
    for (String one : funders) out.text(one);
  }
}
