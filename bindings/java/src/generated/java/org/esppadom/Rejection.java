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
 * {@code rejection}
 *
 * @param invoiceId n° de facture
 * @param lineId n° de ligne
 * @param reason motif du rejet
 */
public record Rejection(
    String invoiceId,
    Optional<String> lineId,
    String reason) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public Rejection {
    Objects.requireNonNull(invoiceId, "invoiceId");
    Objects.requireNonNull(lineId, "lineId");
    Objects.requireNonNull(reason, "reason");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static Rejection empty() {
    return new Rejection("", Optional.empty(), "");
  }

  /** The same with another value of {@link #invoiceId}. */
  public Rejection withInvoiceId(String invoiceId) {
    return new Rejection(invoiceId, lineId, reason);
  }

  /** The same with another value of {@link #lineId}. */
  public Rejection withLineId(Optional<String> lineId) {
    return new Rejection(invoiceId, lineId, reason);
  }

  /** The same with a value of {@link #lineId}. */
  public Rejection withLineId(String lineId) {
    return withLineId(Optional.of(lineId));
  }

  /** The same with another value of {@link #reason}. */
  public Rejection withReason(String reason) {
    return new Rejection(invoiceId, lineId, reason);
  }

  static Rejection read(WireReader in) {
    String invoiceId_ = in.text();
    Optional<String> lineId_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    String reason_ = in.text();
    return new Rejection(invoiceId_, lineId_, reason_);
  }

  void write(WireWriter out) {
    out.text(invoiceId);
    if (out.optional(lineId)) out.text(lineId.get());
    out.text(reason);
  }
}
