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
 * {@code corrected_invoice_ref}
 *
 * @param invoiceId n° de la facture (inferred (medium))
 * @param issuedAt date (inferred (medium))
 * @param extras ce que la description ne connaît pas, conservé à la réécriture
 */
public record CorrectedInvoiceRef(
    String invoiceId,
    Optional<LocalDateTime> issuedAt,
    Extras extras) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public CorrectedInvoiceRef {
    Objects.requireNonNull(invoiceId, "invoiceId");
    Objects.requireNonNull(issuedAt, "issuedAt");
    Objects.requireNonNull(extras, "extras");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static CorrectedInvoiceRef empty() {
    return new CorrectedInvoiceRef("", Optional.empty(), Extras.NONE);
  }

  /** The same with another value of {@link #invoiceId}. */
  public CorrectedInvoiceRef withInvoiceId(String invoiceId) {
    return new CorrectedInvoiceRef(invoiceId, issuedAt, extras);
  }

  /** The same with another value of {@link #issuedAt}. */
  public CorrectedInvoiceRef withIssuedAt(Optional<LocalDateTime> issuedAt) {
    return new CorrectedInvoiceRef(invoiceId, issuedAt, extras.reading("issuedAt", false));
  }

  /** The same with a value of {@link #issuedAt}. */
  public CorrectedInvoiceRef withIssuedAt(LocalDateTime issuedAt) {
    return withIssuedAt(Optional.of(issuedAt));
  }

  /** The same with another {@link #issuedAt}; {@code secondReading} tells the two readings of the repeated autumn hour apart. */
  public CorrectedInvoiceRef withIssuedAt(Optional<LocalDateTime> issuedAt, boolean secondReading) {
    return new CorrectedInvoiceRef(invoiceId, issuedAt, extras.reading("issuedAt", secondReading));
  }

  /** The same with another value of {@link #extras}. */
  public CorrectedInvoiceRef withExtras(Extras extras) {
    return new CorrectedInvoiceRef(invoiceId, issuedAt, extras);
  }

  static CorrectedInvoiceRef read(WireReader in) {
    WireReader.Folds folds = new WireReader.Folds();
    String invoiceId_ = in.text();
    Optional<LocalDateTime> issuedAt_ = in.optional() ? Optional.of(in.time("issuedAt", folds)) : Optional.empty();
    return new CorrectedInvoiceRef(invoiceId_, issuedAt_, in.extras(folds));
  }

  void write(WireWriter out) {
    out.text(invoiceId);
    if (out.optional(issuedAt)) out.time(issuedAt.get(), "issuedAt", extras.isSecondReading("issuedAt"));
    out.extras(extras);
  }
}
