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
 * {@code stamp}
 *
 * @param certifiedAt heure certifiée (known); null when there is none
 * @param customerMethod mode d'identification du bénéficiaire (known)
 * @param supplierMethod mode d'identification de l'intervenant (known)
 * @param extras ce que la description ne connaît pas, conservé à la réécriture
 */
public record Stamp(
    LocalDateTime certifiedAt,
    Optional<Code> customerMethod,
    Optional<Code> supplierMethod,
    Extras extras) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public Stamp {
    Objects.requireNonNull(customerMethod, "customerMethod");
    Objects.requireNonNull(supplierMethod, "supplierMethod");
    Objects.requireNonNull(extras, "extras");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static Stamp empty() {
    return new Stamp(null, Optional.empty(), Optional.empty(), Extras.NONE);
  }

  /** The same with another value of {@link #certifiedAt}. */
  public Stamp withCertifiedAt(LocalDateTime certifiedAt) {
    return new Stamp(certifiedAt, customerMethod, supplierMethod, extras.reading("certifiedAt", false));
  }

  /** The same with another {@link #certifiedAt}; {@code secondReading} tells the two readings of the repeated autumn hour apart. */
  public Stamp withCertifiedAt(LocalDateTime certifiedAt, boolean secondReading) {
    return new Stamp(certifiedAt, customerMethod, supplierMethod, extras.reading("certifiedAt", secondReading));
  }

  /** The same with another value of {@link #customerMethod}. */
  public Stamp withCustomerMethod(Optional<Code> customerMethod) {
    return new Stamp(certifiedAt, customerMethod, supplierMethod, extras);
  }

  /** The same with a value of {@link #customerMethod}. */
  public Stamp withCustomerMethod(Code customerMethod) {
    return withCustomerMethod(Optional.of(customerMethod));
  }

  /** The same with another value of {@link #supplierMethod}. */
  public Stamp withSupplierMethod(Optional<Code> supplierMethod) {
    return new Stamp(certifiedAt, customerMethod, supplierMethod, extras);
  }

  /** The same with a value of {@link #supplierMethod}. */
  public Stamp withSupplierMethod(Code supplierMethod) {
    return withSupplierMethod(Optional.of(supplierMethod));
  }

  /** The same with another value of {@link #extras}. */
  public Stamp withExtras(Extras extras) {
    return new Stamp(certifiedAt, customerMethod, supplierMethod, extras);
  }

  static Stamp read(WireReader in) {
    WireReader.Folds folds = new WireReader.Folds();
    LocalDateTime certifiedAt_ = in.time("certifiedAt", folds);
    Optional<Code> customerMethod_ = in.optional() ? Optional.of(in.code()) : Optional.empty();
    Optional<Code> supplierMethod_ = in.optional() ? Optional.of(in.code()) : Optional.empty();
    return new Stamp(certifiedAt_, customerMethod_, supplierMethod_, in.extras(folds));
  }

  void write(WireWriter out) {
    out.time(certifiedAt, "certifiedAt", extras.isSecondReading("certifiedAt"));
    if (out.optional(customerMethod)) out.code(customerMethod.get());
    if (out.optional(supplierMethod)) out.code(supplierMethod.get());
    out.extras(extras);
  }
}
