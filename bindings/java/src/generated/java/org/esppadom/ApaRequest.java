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
 * {@code apa_request}
 *
 * @param date date; null when there is none
 * @param gir GIR
 * @param plan plan d'aide mensuel; null when there is none
 * @param resources ressources mensuelles; null when there is none
 * @param couple couple
 * @param mtp majoration pour tierce personne, si elle n'est pas encore publiée
 */
public record ApaRequest(
    LocalDate date,
    long gir,
    BigDecimal plan,
    BigDecimal resources,
    boolean couple,
    Optional<BigDecimal> mtp) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public ApaRequest {
    Objects.requireNonNull(mtp, "mtp");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static ApaRequest empty() {
    return new ApaRequest(null, 1, Wire.NO_MONEY, Wire.NO_MONEY, false, Optional.empty());
  }

  /** The same with another value of {@link #date}. */
  public ApaRequest withDate(LocalDate date) {
    return new ApaRequest(date, gir, plan, resources, couple, mtp);
  }

  /** The same with another value of {@link #gir}. */
  public ApaRequest withGir(long gir) {
    return new ApaRequest(date, gir, plan, resources, couple, mtp);
  }

  /** The same with another value of {@link #plan}. */
  public ApaRequest withPlan(BigDecimal plan) {
    return new ApaRequest(date, gir, plan, resources, couple, mtp);
  }

  /** The same with another value of {@link #resources}. */
  public ApaRequest withResources(BigDecimal resources) {
    return new ApaRequest(date, gir, plan, resources, couple, mtp);
  }

  /** The same with another value of {@link #couple}. */
  public ApaRequest withCouple(boolean couple) {
    return new ApaRequest(date, gir, plan, resources, couple, mtp);
  }

  /** The same with another value of {@link #mtp}. */
  public ApaRequest withMtp(Optional<BigDecimal> mtp) {
    return new ApaRequest(date, gir, plan, resources, couple, mtp);
  }

  /** The same with a value of {@link #mtp}. */
  public ApaRequest withMtp(BigDecimal mtp) {
    return withMtp(Optional.of(mtp));
  }

  static ApaRequest read(WireReader in) {
    LocalDate date_ = in.date();
    long gir_ = in.integer();
    BigDecimal plan_ = in.money();
    BigDecimal resources_ = in.money();
    boolean couple_ = in.truth();
    Optional<BigDecimal> mtp_ = in.optional() ? Optional.of(in.money()) : Optional.empty();
    return new ApaRequest(date_, gir_, plan_, resources_, couple_, mtp_);
  }

  void write(WireWriter out) {
    out.date(date, "date");
    out.integer(gir);
    out.money(plan, "plan");
    out.money(resources, "resources");
    out.truth(couple);
    if (out.optional(mtp)) out.money(mtp.get(), "mtp");
  }
}
