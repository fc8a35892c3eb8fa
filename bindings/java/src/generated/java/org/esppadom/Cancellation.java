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
 * {@code cancellation}
 *
 * @param deliveryId n° de document de l'intervention
 * @param condition suite donnée
 * @param initiative à l'initiative de
 * @param announcedAt annoncée le
 * @param reason motif
 */
public record Cancellation(
    String deliveryId,
    Optional<CancellationCondition> condition,
    Optional<CancellationInitiative> initiative,
    Optional<LocalDateTime> announcedAt,
    Optional<String> reason) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public Cancellation {
    Objects.requireNonNull(deliveryId, "deliveryId");
    Objects.requireNonNull(condition, "condition");
    Objects.requireNonNull(initiative, "initiative");
    Objects.requireNonNull(announcedAt, "announcedAt");
    Objects.requireNonNull(reason, "reason");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static Cancellation empty() {
    return new Cancellation("", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same with another value of {@link #deliveryId}. */
  public Cancellation withDeliveryId(String deliveryId) {
    return new Cancellation(deliveryId, condition, initiative, announcedAt, reason);
  }

  /** The same with another value of {@link #condition}. */
  public Cancellation withCondition(Optional<CancellationCondition> condition) {
    return new Cancellation(deliveryId, condition, initiative, announcedAt, reason);
  }

  /** The same with a value of {@link #condition}. */
  public Cancellation withCondition(CancellationCondition condition) {
    return withCondition(Optional.of(condition));
  }

  /** The same with another value of {@link #initiative}. */
  public Cancellation withInitiative(Optional<CancellationInitiative> initiative) {
    return new Cancellation(deliveryId, condition, initiative, announcedAt, reason);
  }

  /** The same with a value of {@link #initiative}. */
  public Cancellation withInitiative(CancellationInitiative initiative) {
    return withInitiative(Optional.of(initiative));
  }

  /** The same with another value of {@link #announcedAt}. */
  public Cancellation withAnnouncedAt(Optional<LocalDateTime> announcedAt) {
    return new Cancellation(deliveryId, condition, initiative, announcedAt, reason);
  }

  /** The same with a value of {@link #announcedAt}. */
  public Cancellation withAnnouncedAt(LocalDateTime announcedAt) {
    return withAnnouncedAt(Optional.of(announcedAt));
  }

  /** The same with another value of {@link #reason}. */
  public Cancellation withReason(Optional<String> reason) {
    return new Cancellation(deliveryId, condition, initiative, announcedAt, reason);
  }

  /** The same with a value of {@link #reason}. */
  public Cancellation withReason(String reason) {
    return withReason(Optional.of(reason));
  }

  static Cancellation read(WireReader in) {
    String deliveryId_ = in.text();
    Optional<CancellationCondition> condition_ = in.optional() ? Optional.of(CancellationCondition.read(in)) : Optional.empty();
    Optional<CancellationInitiative> initiative_ = in.optional() ? Optional.of(CancellationInitiative.read(in)) : Optional.empty();
    Optional<LocalDateTime> announcedAt_ = in.optional() ? Optional.of(in.time()) : Optional.empty();
    Optional<String> reason_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    return new Cancellation(deliveryId_, condition_, initiative_, announcedAt_, reason_);
  }

  void write(WireWriter out) {
    out.text(deliveryId);
    if (out.optional(condition)) condition.get().write(out);
    if (out.optional(initiative)) initiative.get().write(out);
    if (out.optional(announcedAt)) out.time(announcedAt.get(), "announcedAt");
    if (out.optional(reason)) out.text(reason.get());
  }
}
