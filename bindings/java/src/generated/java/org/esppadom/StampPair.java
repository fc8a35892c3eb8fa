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
 * {@code stamp_pair}
 *
 * @param arrival arrivée (known)
 * @param departure départ (known)
 * @param extras ce que la description ne connaît pas, conservé à la réécriture
 */
public record StampPair(
    Optional<Stamp> arrival,
    Optional<Stamp> departure,
    Extras extras) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public StampPair {
    Objects.requireNonNull(arrival, "arrival");
    Objects.requireNonNull(departure, "departure");
    Objects.requireNonNull(extras, "extras");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static StampPair empty() {
    return new StampPair(Optional.empty(), Optional.empty(), Extras.NONE);
  }

  /** The same with another value of {@link #arrival}. */
  public StampPair withArrival(Optional<Stamp> arrival) {
    return new StampPair(arrival, departure, extras);
  }

  /** The same with a value of {@link #arrival}. */
  public StampPair withArrival(Stamp arrival) {
    return withArrival(Optional.of(arrival));
  }

  /** The same with another value of {@link #departure}. */
  public StampPair withDeparture(Optional<Stamp> departure) {
    return new StampPair(arrival, departure, extras);
  }

  /** The same with a value of {@link #departure}. */
  public StampPair withDeparture(Stamp departure) {
    return withDeparture(Optional.of(departure));
  }

  /** The same with another value of {@link #extras}. */
  public StampPair withExtras(Extras extras) {
    return new StampPair(arrival, departure, extras);
  }

  static StampPair read(WireReader in) {
    Optional<Stamp> arrival_ = in.optional() ? Optional.of(Stamp.read(in)) : Optional.empty();
    Optional<Stamp> departure_ = in.optional() ? Optional.of(Stamp.read(in)) : Optional.empty();
    return new StampPair(arrival_, departure_, in.extras(null));
  }

  void write(WireWriter out) {
    if (out.optional(arrival)) arrival.get().write(out);
    if (out.optional(departure)) departure.get().write(out);
    out.extras(extras);
  }
}
