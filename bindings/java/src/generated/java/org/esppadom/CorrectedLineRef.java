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
 * {@code corrected_line_ref}
 *
 * @param invoiceId n° de la facture (inferred (low))
 * @param lineId n° de ligne (inferred (low))
 * @param extras ce que la description ne connaît pas, conservé à la réécriture
 */
public record CorrectedLineRef(
    String invoiceId,
    Optional<String> lineId,
    Extras extras) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public CorrectedLineRef {
    Objects.requireNonNull(invoiceId, "invoiceId");
    Objects.requireNonNull(lineId, "lineId");
    Objects.requireNonNull(extras, "extras");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static CorrectedLineRef empty() {
    return new CorrectedLineRef("", Optional.empty(), Extras.NONE);
  }

  /** The same with another value of {@link #invoiceId}. */
  public CorrectedLineRef withInvoiceId(String invoiceId) {
    return new CorrectedLineRef(invoiceId, lineId, extras);
  }

  /** The same with another value of {@link #lineId}. */
  public CorrectedLineRef withLineId(Optional<String> lineId) {
    return new CorrectedLineRef(invoiceId, lineId, extras);
  }

  /** The same with a value of {@link #lineId}. */
  public CorrectedLineRef withLineId(String lineId) {
    return withLineId(Optional.of(lineId));
  }

  /** The same with another value of {@link #extras}. */
  public CorrectedLineRef withExtras(Extras extras) {
    return new CorrectedLineRef(invoiceId, lineId, extras);
  }

  static CorrectedLineRef read(WireReader in) {
    String invoiceId_ = in.text();
    Optional<String> lineId_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    return new CorrectedLineRef(invoiceId_, lineId_, in.extras(null));
  }

  void write(WireWriter out) {
    out.text(invoiceId);
    if (out.optional(lineId)) out.text(lineId.get());
    out.extras(extras);
  }
}
