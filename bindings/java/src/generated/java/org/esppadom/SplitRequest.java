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
 * {@code split_request}
 *
 * @param time durée; null when there is none
 * @param price prix horaire; null when there is none
 * @param funders financeurs, dans leur ordre
 * @param rounding arrondi au centime
 * @param residual centime restant
 */
public record SplitRequest(
    Duration time,
    BigDecimal price,
    List<FunderTerms> funders,
    LineRounding rounding,
    ResidualCent residual) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public SplitRequest {
    funders = List.copyOf(Objects.requireNonNull(funders, "funders"));
    Objects.requireNonNull(rounding, "rounding");
    Objects.requireNonNull(residual, "residual");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static SplitRequest empty() {
    return new SplitRequest(Duration.ZERO, Wire.NO_MONEY, List.of(), LineRounding.HALF_UP, ResidualCent.FIRST_FUNDER);
  }

  /** The same with another value of {@link #time}. */
  public SplitRequest withTime(Duration time) {
    return new SplitRequest(time, price, funders, rounding, residual);
  }

  /** The same with another value of {@link #price}. */
  public SplitRequest withPrice(BigDecimal price) {
    return new SplitRequest(time, price, funders, rounding, residual);
  }

  /** The same with another value of {@link #funders}. */
  public SplitRequest withFunders(List<FunderTerms> funders) {
    return new SplitRequest(time, price, funders, rounding, residual);
  }

  /** The same with another value of {@link #rounding}. */
  public SplitRequest withRounding(LineRounding rounding) {
    return new SplitRequest(time, price, funders, rounding, residual);
  }

  /** The same with another value of {@link #residual}. */
  public SplitRequest withResidual(ResidualCent residual) {
    return new SplitRequest(time, price, funders, rounding, residual);
  }

  static SplitRequest read(WireReader in) {
    Duration time_ = in.duration();
    BigDecimal price_ = in.unitPrice();
    List<FunderTerms> funders_ = in.list(FunderTerms::read);
    LineRounding rounding_ = LineRounding.read(in);
    ResidualCent residual_ = ResidualCent.read(in);
    return new SplitRequest(time_, price_, funders_, rounding_, residual_);
  }

  void write(WireWriter out) {
    out.duration(time, "time");
    out.unitPrice(price, "price");
    out.count(funders);
    for (FunderTerms one : funders) one.write(out);
    rounding.write(out);
    residual.write(out);
  }
}
