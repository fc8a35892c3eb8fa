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
 * {@code beneficiary_line}
 *
 * @param reason motif
 * @param orderLine ligne de commande
 * @param service prestation
 * @param deliveries interventions
 * @param billedSeconds temps facturé (s)
 * @param units nombre d'unités
 * @param unit unité, hors temps
 * @param unitPrice prix horaire; null when there is none
 * @param gross prix; null when there is none
 * @param amount montant; null when there is none
 */
public record BeneficiaryLine(
    String reason,
    String orderLine,
    String service,
    List<String> deliveries,
    ExactSeconds billedSeconds,
    Optional<BigDecimal> units,
    Optional<String> unit,
    BigDecimal unitPrice,
    BigDecimal gross,
    BigDecimal amount) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public BeneficiaryLine {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(orderLine, "orderLine");
    Objects.requireNonNull(service, "service");
    deliveries = List.copyOf(Objects.requireNonNull(deliveries, "deliveries"));
    Objects.requireNonNull(billedSeconds, "billedSeconds");
    Objects.requireNonNull(units, "units");
    Objects.requireNonNull(unit, "unit");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static BeneficiaryLine empty() {
    return new BeneficiaryLine("", "", "", List.of(), ExactSeconds.ZERO, Optional.empty(), Optional.empty(), Wire.NO_MONEY, Wire.NO_MONEY, Wire.NO_MONEY);
  }

  /** The same with another value of {@link #reason}. */
  public BeneficiaryLine withReason(String reason) {
    return new BeneficiaryLine(reason, orderLine, service, deliveries, billedSeconds, units, unit, unitPrice, gross, amount);
  }

  /** The same with another value of {@link #orderLine}. */
  public BeneficiaryLine withOrderLine(String orderLine) {
    return new BeneficiaryLine(reason, orderLine, service, deliveries, billedSeconds, units, unit, unitPrice, gross, amount);
  }

  /** The same with another value of {@link #service}. */
  public BeneficiaryLine withService(String service) {
    return new BeneficiaryLine(reason, orderLine, service, deliveries, billedSeconds, units, unit, unitPrice, gross, amount);
  }

  /** The same with another value of {@link #deliveries}. */
  public BeneficiaryLine withDeliveries(List<String> deliveries) {
    return new BeneficiaryLine(reason, orderLine, service, deliveries, billedSeconds, units, unit, unitPrice, gross, amount);
  }

  /** The same with another value of {@link #billedSeconds}. */
  public BeneficiaryLine withBilledSeconds(ExactSeconds billedSeconds) {
    return new BeneficiaryLine(reason, orderLine, service, deliveries, billedSeconds, units, unit, unitPrice, gross, amount);
  }

  /** The same with another value of {@link #units}. */
  public BeneficiaryLine withUnits(Optional<BigDecimal> units) {
    return new BeneficiaryLine(reason, orderLine, service, deliveries, billedSeconds, units, unit, unitPrice, gross, amount);
  }

  /** The same with a value of {@link #units}. */
  public BeneficiaryLine withUnits(BigDecimal units) {
    return withUnits(Optional.of(units));
  }

  /** The same with another value of {@link #unit}. */
  public BeneficiaryLine withUnit(Optional<String> unit) {
    return new BeneficiaryLine(reason, orderLine, service, deliveries, billedSeconds, units, unit, unitPrice, gross, amount);
  }

  /** The same with a value of {@link #unit}. */
  public BeneficiaryLine withUnit(String unit) {
    return withUnit(Optional.of(unit));
  }

  /** The same with another value of {@link #unitPrice}. */
  public BeneficiaryLine withUnitPrice(BigDecimal unitPrice) {
    return new BeneficiaryLine(reason, orderLine, service, deliveries, billedSeconds, units, unit, unitPrice, gross, amount);
  }

  /** The same with another value of {@link #gross}. */
  public BeneficiaryLine withGross(BigDecimal gross) {
    return new BeneficiaryLine(reason, orderLine, service, deliveries, billedSeconds, units, unit, unitPrice, gross, amount);
  }

  /** The same with another value of {@link #amount}. */
  public BeneficiaryLine withAmount(BigDecimal amount) {
    return new BeneficiaryLine(reason, orderLine, service, deliveries, billedSeconds, units, unit, unitPrice, gross, amount);
  }

  static BeneficiaryLine read(WireReader in) {
    String reason_ = in.text();
    String orderLine_ = in.text();
    String service_ = in.text();
    List<String> deliveries_ = in.list(WireReader::text);
    ExactSeconds billedSeconds_ = in.exactSeconds();
    Optional<BigDecimal> units_ = in.optional() ? Optional.of(in.decimal()) : Optional.empty();
    Optional<String> unit_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    BigDecimal unitPrice_ = in.unitPrice();
    BigDecimal gross_ = in.money();
    BigDecimal amount_ = in.money();
    return new BeneficiaryLine(reason_, orderLine_, service_, deliveries_, billedSeconds_, units_, unit_, unitPrice_, gross_, amount_);
  }

  void write(WireWriter out) {
    out.text(reason);
    out.text(orderLine);
    out.text(service);
    out.count(deliveries);
    for (String one : deliveries) out.text(one);
    out.exactSeconds(billedSeconds);
    if (out.optional(units)) out.decimal(units.get());
    if (out.optional(unit)) out.text(unit.get());
    out.unitPrice(unitPrice, "unitPrice");
    out.money(gross, "gross");
    out.money(amount, "amount");
  }
}
