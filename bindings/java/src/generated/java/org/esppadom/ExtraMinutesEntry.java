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
 * {@code extra_minutes_entry}
 *
 * @param deliveryId n° de document de l'intervention
 * @param minutes minutes complémentaires
 * @param reason motif de correction
 * @param author auteur
 */
public record ExtraMinutesEntry(
    String deliveryId,
    long minutes,
    Optional<String> reason,
    Optional<String> author) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public ExtraMinutesEntry {
    Objects.requireNonNull(deliveryId, "deliveryId");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(author, "author");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static ExtraMinutesEntry empty() {
    return new ExtraMinutesEntry("", 0, Optional.empty(), Optional.empty());
  }

  /** The same with another value of {@link #deliveryId}. */
  public ExtraMinutesEntry withDeliveryId(String deliveryId) {
    return new ExtraMinutesEntry(deliveryId, minutes, reason, author);
  }

  /** The same with another value of {@link #minutes}. */
  public ExtraMinutesEntry withMinutes(long minutes) {
    return new ExtraMinutesEntry(deliveryId, minutes, reason, author);
  }

  /** The same with another value of {@link #reason}. */
  public ExtraMinutesEntry withReason(Optional<String> reason) {
    return new ExtraMinutesEntry(deliveryId, minutes, reason, author);
  }

  /** The same with a value of {@link #reason}. */
  public ExtraMinutesEntry withReason(String reason) {
    return withReason(Optional.of(reason));
  }

  /** The same with another value of {@link #author}. */
  public ExtraMinutesEntry withAuthor(Optional<String> author) {
    return new ExtraMinutesEntry(deliveryId, minutes, reason, author);
  }

  /** The same with a value of {@link #author}. */
  public ExtraMinutesEntry withAuthor(String author) {
    return withAuthor(Optional.of(author));
  }

  static ExtraMinutesEntry read(WireReader in) {
    String deliveryId_ = in.text();
    long minutes_ = in.integer();
    Optional<String> reason_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    Optional<String> author_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    return new ExtraMinutesEntry(deliveryId_, minutes_, reason_, author_);
  }

  void write(WireWriter out) {
    out.text(deliveryId);
    out.integer(minutes);
    if (out.optional(reason)) out.text(reason.get());
    if (out.optional(author)) out.text(author.get());
  }
}
