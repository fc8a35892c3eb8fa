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
 * {@code split_result}
 *
 * @param price prix; null when there is none
 * @param funders parts des financeurs
 * @param beneficiary part du bénéficiaire; null when there is none
 * @param provider part du prestataire; null when there is none
 * @param json JSON canonique, avec les fractions exactes
 */
public record SplitResult(
    BigDecimal price,
    List<BigDecimal> funders,
    BigDecimal beneficiary,
    BigDecimal provider,
    String json) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public SplitResult {
    funders = List.copyOf(Objects.requireNonNull(funders, "funders"));
    Objects.requireNonNull(json, "json");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static SplitResult empty() {
    return new SplitResult(Wire.NO_MONEY, List.of(), Wire.NO_MONEY, Wire.NO_MONEY, "");
  }

  /** The same with another value of {@link #price}. */
  public SplitResult withPrice(BigDecimal price) {
    return new SplitResult(price, funders, beneficiary, provider, json);
  }

  /** The same with another value of {@link #funders}. */
  public SplitResult withFunders(List<BigDecimal> funders) {
    return new SplitResult(price, funders, beneficiary, provider, json);
  }

  /** The same with another value of {@link #beneficiary}. */
  public SplitResult withBeneficiary(BigDecimal beneficiary) {
    return new SplitResult(price, funders, beneficiary, provider, json);
  }

  /** The same with another value of {@link #provider}. */
  public SplitResult withProvider(BigDecimal provider) {
    return new SplitResult(price, funders, beneficiary, provider, json);
  }

  /** The same with another value of {@link #json}. */
  public SplitResult withJson(String json) {
    return new SplitResult(price, funders, beneficiary, provider, json);
  }

  static SplitResult read(WireReader in) {
    BigDecimal price_ = in.money();
    List<BigDecimal> funders_ = in.list(WireReader::money);
    BigDecimal beneficiary_ = in.money();
    BigDecimal provider_ = in.money();
    String json_ = in.text();
    return new SplitResult(price_, funders_, beneficiary_, provider_, json_);
  }

  void write(WireWriter out) {
    out.money(price, "price");
    out.count(funders);
    for (BigDecimal one : funders) out.money(one, "funders");
    out.money(beneficiary, "beneficiary");
    out.money(provider, "provider");
    out.text(json);
  }
}
