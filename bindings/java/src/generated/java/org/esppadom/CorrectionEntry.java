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
 * {@code correction_entry}
 *
 * @param deliveryId n° de document de l'intervention
 * @param reason motif de correction
 * @param author auteur
 */
public record CorrectionEntry(
    String deliveryId,
    Optional<String> reason,
    Optional<String> author) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public CorrectionEntry {
    Objects.requireNonNull(deliveryId, "deliveryId");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(author, "author");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static CorrectionEntry empty() {
    return new CorrectionEntry("", Optional.empty(), Optional.empty());
  }

  /** The same with another value of {@link #deliveryId}. */
  public CorrectionEntry withDeliveryId(String deliveryId) {
    return new CorrectionEntry(deliveryId, reason, author);
  }

  /** The same with another value of {@link #reason}. */
  public CorrectionEntry withReason(Optional<String> reason) {
    return new CorrectionEntry(deliveryId, reason, author);
  }

  /** The same with a value of {@link #reason}. */
  public CorrectionEntry withReason(String reason) {
    return withReason(Optional.of(reason));
  }

  /** The same with another value of {@link #author}. */
  public CorrectionEntry withAuthor(Optional<String> author) {
    return new CorrectionEntry(deliveryId, reason, author);
  }

  /** The same with a value of {@link #author}. */
  public CorrectionEntry withAuthor(String author) {
    return withAuthor(Optional.of(author));
  }

  static CorrectionEntry read(WireReader in) {
    String deliveryId_ = in.text();
    Optional<String> reason_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    Optional<String> author_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    return new CorrectionEntry(deliveryId_, reason_, author_);
  }

  void write(WireWriter out) {
    out.text(deliveryId);
    if (out.optional(reason)) out.text(reason.get());
    if (out.optional(author)) out.text(author.get());
  }
}
