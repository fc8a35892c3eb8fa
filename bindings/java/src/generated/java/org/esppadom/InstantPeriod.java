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
 * {@code instant_period}
 *
 * @param start début
 * @param end fin
 * @param extras ce que la description ne connaît pas, conservé à la réécriture
 */
public record InstantPeriod(
    Optional<LocalDateTime> start,
    Optional<LocalDateTime> end,
    Extras extras) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public InstantPeriod {
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(end, "end");
    Objects.requireNonNull(extras, "extras");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static InstantPeriod empty() {
    return new InstantPeriod(Optional.empty(), Optional.empty(), Extras.NONE);
  }

  /** The same with another value of {@link #start}. */
  public InstantPeriod withStart(Optional<LocalDateTime> start) {
    return new InstantPeriod(start, end, extras.reading("start", false));
  }

  /** The same with a value of {@link #start}. */
  public InstantPeriod withStart(LocalDateTime start) {
    return withStart(Optional.of(start));
  }

  /** The same with another {@link #start}; {@code secondReading} tells the two readings of the repeated autumn hour apart. */
  public InstantPeriod withStart(Optional<LocalDateTime> start, boolean secondReading) {
    return new InstantPeriod(start, end, extras.reading("start", secondReading));
  }

  /** The same with another value of {@link #end}. */
  public InstantPeriod withEnd(Optional<LocalDateTime> end) {
    return new InstantPeriod(start, end, extras.reading("end", false));
  }

  /** The same with a value of {@link #end}. */
  public InstantPeriod withEnd(LocalDateTime end) {
    return withEnd(Optional.of(end));
  }

  /** The same with another {@link #end}; {@code secondReading} tells the two readings of the repeated autumn hour apart. */
  public InstantPeriod withEnd(Optional<LocalDateTime> end, boolean secondReading) {
    return new InstantPeriod(start, end, extras.reading("end", secondReading));
  }

  /** The same with another value of {@link #extras}. */
  public InstantPeriod withExtras(Extras extras) {
    return new InstantPeriod(start, end, extras);
  }

  static InstantPeriod read(WireReader in) {
    WireReader.Folds folds = new WireReader.Folds();
    Optional<LocalDateTime> start_ = in.optional() ? Optional.of(in.time("start", folds)) : Optional.empty();
    Optional<LocalDateTime> end_ = in.optional() ? Optional.of(in.time("end", folds)) : Optional.empty();
    return new InstantPeriod(start_, end_, in.extras(folds));
  }

  void write(WireWriter out) {
    if (out.optional(start)) out.time(start.get(), "start", extras.isSecondReading("start"));
    if (out.optional(end)) out.time(end.get(), "end", extras.isSecondReading("end"));
    out.extras(extras);
  }
}
