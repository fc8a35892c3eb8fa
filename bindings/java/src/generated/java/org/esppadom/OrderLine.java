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
 * {@code order_line}
 *
 * @param orderLineId n° de ligne / id du plan d'aide (repris par DELIVERY OrderLineID) (inferred (high))
 * @param providerRate tarif horaire du SAAD (inferred (low))
 * @param providerRateBasis base du tarif (inferred (low))
 * @param tariff tarif horaire (inferred (medium))
 * @param tariffBasis base du tarif (inferred (medium))
 * @param tariffPeriod validité du tarif (inferred (low))
 * @param tariffReference code du tarif (inferred (low))
 * @param requestedQuantity quantité commandée (inferred (high))
 * @param requestedPeriod par mois / par semaine (inferred (low))
 * @param careMode cadre d'intervention (inferred (high))
 * @param payer payeur de la ligne (inferred (medium))
 * @param amounts ticket modérateur / participation (inferred (low))
 * @param service prestation (known)
 * @param extras ce que la description ne connaît pas, conservé à la réécriture
 */
public record OrderLine(
    String orderLineId,
    Optional<Price> providerRate,
    Optional<Measure> providerRateBasis,
    Optional<Price> tariff,
    Optional<Measure> tariffBasis,
    Optional<ValidityPeriod> tariffPeriod,
    Optional<String> tariffReference,
    Optional<Measure> requestedQuantity,
    Optional<Measure> requestedPeriod,
    Optional<Code> careMode,
    Optional<Party> payer,
    List<AllowanceCharge> amounts,
    Service service,
    Extras extras) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public OrderLine {
    Objects.requireNonNull(orderLineId, "orderLineId");
    Objects.requireNonNull(providerRate, "providerRate");
    Objects.requireNonNull(providerRateBasis, "providerRateBasis");
    Objects.requireNonNull(tariff, "tariff");
    Objects.requireNonNull(tariffBasis, "tariffBasis");
    Objects.requireNonNull(tariffPeriod, "tariffPeriod");
    Objects.requireNonNull(tariffReference, "tariffReference");
    Objects.requireNonNull(requestedQuantity, "requestedQuantity");
    Objects.requireNonNull(requestedPeriod, "requestedPeriod");
    Objects.requireNonNull(careMode, "careMode");
    Objects.requireNonNull(payer, "payer");
    amounts = List.copyOf(Objects.requireNonNull(amounts, "amounts"));
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(extras, "extras");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static OrderLine empty() {
    return new OrderLine("", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Service.empty(), Extras.NONE);
  }

  /** The same with another value of {@link #orderLineId}. */
  public OrderLine withOrderLineId(String orderLineId) {
    return new OrderLine(orderLineId, providerRate, providerRateBasis, tariff, tariffBasis, tariffPeriod, tariffReference, requestedQuantity, requestedPeriod, careMode, payer, amounts, service, extras);
  }

  /** The same with another value of {@link #providerRate}. */
  public OrderLine withProviderRate(Optional<Price> providerRate) {
    return new OrderLine(orderLineId, providerRate, providerRateBasis, tariff, tariffBasis, tariffPeriod, tariffReference, requestedQuantity, requestedPeriod, careMode, payer, amounts, service, extras);
  }

  /** The same with a value of {@link #providerRate}. */
  public OrderLine withProviderRate(Price providerRate) {
    return withProviderRate(Optional.of(providerRate));
  }

  /** The same with another value of {@link #providerRateBasis}. */
  public OrderLine withProviderRateBasis(Optional<Measure> providerRateBasis) {
    return new OrderLine(orderLineId, providerRate, providerRateBasis, tariff, tariffBasis, tariffPeriod, tariffReference, requestedQuantity, requestedPeriod, careMode, payer, amounts, service, extras);
  }

  /** The same with a value of {@link #providerRateBasis}. */
  public OrderLine withProviderRateBasis(Measure providerRateBasis) {
    return withProviderRateBasis(Optional.of(providerRateBasis));
  }

  /** The same with another value of {@link #tariff}. */
  public OrderLine withTariff(Optional<Price> tariff) {
    return new OrderLine(orderLineId, providerRate, providerRateBasis, tariff, tariffBasis, tariffPeriod, tariffReference, requestedQuantity, requestedPeriod, careMode, payer, amounts, service, extras);
  }

  /** The same with a value of {@link #tariff}. */
  public OrderLine withTariff(Price tariff) {
    return withTariff(Optional.of(tariff));
  }

  /** The same with another value of {@link #tariffBasis}. */
  public OrderLine withTariffBasis(Optional<Measure> tariffBasis) {
    return new OrderLine(orderLineId, providerRate, providerRateBasis, tariff, tariffBasis, tariffPeriod, tariffReference, requestedQuantity, requestedPeriod, careMode, payer, amounts, service, extras);
  }

  /** The same with a value of {@link #tariffBasis}. */
  public OrderLine withTariffBasis(Measure tariffBasis) {
    return withTariffBasis(Optional.of(tariffBasis));
  }

  /** The same with another value of {@link #tariffPeriod}. */
  public OrderLine withTariffPeriod(Optional<ValidityPeriod> tariffPeriod) {
    return new OrderLine(orderLineId, providerRate, providerRateBasis, tariff, tariffBasis, tariffPeriod, tariffReference, requestedQuantity, requestedPeriod, careMode, payer, amounts, service, extras);
  }

  /** The same with a value of {@link #tariffPeriod}. */
  public OrderLine withTariffPeriod(ValidityPeriod tariffPeriod) {
    return withTariffPeriod(Optional.of(tariffPeriod));
  }

  /** The same with another value of {@link #tariffReference}. */
  public OrderLine withTariffReference(Optional<String> tariffReference) {
    return new OrderLine(orderLineId, providerRate, providerRateBasis, tariff, tariffBasis, tariffPeriod, tariffReference, requestedQuantity, requestedPeriod, careMode, payer, amounts, service, extras);
  }

  /** The same with a value of {@link #tariffReference}. */
  public OrderLine withTariffReference(String tariffReference) {
    return withTariffReference(Optional.of(tariffReference));
  }

  /** The same with another value of {@link #requestedQuantity}. */
  public OrderLine withRequestedQuantity(Optional<Measure> requestedQuantity) {
    return new OrderLine(orderLineId, providerRate, providerRateBasis, tariff, tariffBasis, tariffPeriod, tariffReference, requestedQuantity, requestedPeriod, careMode, payer, amounts, service, extras);
  }

  /** The same with a value of {@link #requestedQuantity}. */
  public OrderLine withRequestedQuantity(Measure requestedQuantity) {
    return withRequestedQuantity(Optional.of(requestedQuantity));
  }

  /** The same with another value of {@link #requestedPeriod}. */
  public OrderLine withRequestedPeriod(Optional<Measure> requestedPeriod) {
    return new OrderLine(orderLineId, providerRate, providerRateBasis, tariff, tariffBasis, tariffPeriod, tariffReference, requestedQuantity, requestedPeriod, careMode, payer, amounts, service, extras);
  }

  /** The same with a value of {@link #requestedPeriod}. */
  public OrderLine withRequestedPeriod(Measure requestedPeriod) {
    return withRequestedPeriod(Optional.of(requestedPeriod));
  }

  /** The same with another value of {@link #careMode}. */
  public OrderLine withCareMode(Optional<Code> careMode) {
    return new OrderLine(orderLineId, providerRate, providerRateBasis, tariff, tariffBasis, tariffPeriod, tariffReference, requestedQuantity, requestedPeriod, careMode, payer, amounts, service, extras);
  }

  /** The same with a value of {@link #careMode}. */
  public OrderLine withCareMode(Code careMode) {
    return withCareMode(Optional.of(careMode));
  }

  /** The same with another value of {@link #payer}. */
  public OrderLine withPayer(Optional<Party> payer) {
    return new OrderLine(orderLineId, providerRate, providerRateBasis, tariff, tariffBasis, tariffPeriod, tariffReference, requestedQuantity, requestedPeriod, careMode, payer, amounts, service, extras);
  }

  /** The same with a value of {@link #payer}. */
  public OrderLine withPayer(Party payer) {
    return withPayer(Optional.of(payer));
  }

  /** The same with another value of {@link #amounts}. */
  public OrderLine withAmounts(List<AllowanceCharge> amounts) {
    return new OrderLine(orderLineId, providerRate, providerRateBasis, tariff, tariffBasis, tariffPeriod, tariffReference, requestedQuantity, requestedPeriod, careMode, payer, amounts, service, extras);
  }

  /** The same with another value of {@link #service}. */
  public OrderLine withService(Service service) {
    return new OrderLine(orderLineId, providerRate, providerRateBasis, tariff, tariffBasis, tariffPeriod, tariffReference, requestedQuantity, requestedPeriod, careMode, payer, amounts, service, extras);
  }

  /** The same with another value of {@link #extras}. */
  public OrderLine withExtras(Extras extras) {
    return new OrderLine(orderLineId, providerRate, providerRateBasis, tariff, tariffBasis, tariffPeriod, tariffReference, requestedQuantity, requestedPeriod, careMode, payer, amounts, service, extras);
  }

  static OrderLine read(WireReader in) {
    String orderLineId_ = in.text();
    Optional<Price> providerRate_ = in.optional() ? Optional.of(in.price()) : Optional.empty();
    Optional<Measure> providerRateBasis_ = in.optional() ? Optional.of(in.measure()) : Optional.empty();
    Optional<Price> tariff_ = in.optional() ? Optional.of(in.price()) : Optional.empty();
    Optional<Measure> tariffBasis_ = in.optional() ? Optional.of(in.measure()) : Optional.empty();
    Optional<ValidityPeriod> tariffPeriod_ = in.optional() ? Optional.of(ValidityPeriod.read(in)) : Optional.empty();
    Optional<String> tariffReference_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    Optional<Measure> requestedQuantity_ = in.optional() ? Optional.of(in.measure()) : Optional.empty();
    Optional<Measure> requestedPeriod_ = in.optional() ? Optional.of(in.measure()) : Optional.empty();
    Optional<Code> careMode_ = in.optional() ? Optional.of(in.code()) : Optional.empty();
    Optional<Party> payer_ = in.optional() ? Optional.of(Party.read(in)) : Optional.empty();
    List<AllowanceCharge> amounts_ = in.list(AllowanceCharge::read);
    Service service_ = Service.read(in);
    return new OrderLine(orderLineId_, providerRate_, providerRateBasis_, tariff_, tariffBasis_, tariffPeriod_, tariffReference_, requestedQuantity_, requestedPeriod_, careMode_, payer_, amounts_, service_, in.extras(null));
  }

  void write(WireWriter out) {
    out.text(orderLineId);
    if (out.optional(providerRate)) out.price(providerRate.get());
    if (out.optional(providerRateBasis)) out.measure(providerRateBasis.get());
    if (out.optional(tariff)) out.price(tariff.get());
    if (out.optional(tariffBasis)) out.measure(tariffBasis.get());
    if (out.optional(tariffPeriod)) tariffPeriod.get().write(out);
    if (out.optional(tariffReference)) out.text(tariffReference.get());
    if (out.optional(requestedQuantity)) out.measure(requestedQuantity.get());
    if (out.optional(requestedPeriod)) out.measure(requestedPeriod.get());
    if (out.optional(careMode)) out.code(careMode.get());
    if (out.optional(payer)) payer.get().write(out);
    out.count(amounts);
    for (AllowanceCharge one : amounts) one.write(out);
    service.write(out);
    out.extras(extras);
  }
}
