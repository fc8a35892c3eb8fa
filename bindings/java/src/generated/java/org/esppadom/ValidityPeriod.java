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
 * {@code validity_period}
 *
 * @param start début; null when there is none
 * @param end fin
 * @param extras ce que la description ne connaît pas, conservé à la réécriture
 */
public record ValidityPeriod(
    LocalDateTime start,
    Optional<LocalDateTime> end,
    Extras extras) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public ValidityPeriod {
    Objects.requireNonNull(end, "end");
    Objects.requireNonNull(extras, "extras");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static ValidityPeriod empty() {
    return new ValidityPeriod(null, Optional.empty(), Extras.NONE);
  }

  /** The same with another value of {@link #start}. */
  public ValidityPeriod withStart(LocalDateTime start) {
    return new ValidityPeriod(start, end, extras.reading("start", false));
  }

  /** The same with another {@link #start}; {@code secondReading} tells the two readings of the repeated autumn hour apart. */
  public ValidityPeriod withStart(LocalDateTime start, boolean secondReading) {
    return new ValidityPeriod(start, end, extras.reading("start", secondReading));
  }

  /** The same with another value of {@link #end}. */
  public ValidityPeriod withEnd(Optional<LocalDateTime> end) {
    return new ValidityPeriod(start, end, extras.reading("end", false));
  }

  /** The same with a value of {@link #end}. */
  public ValidityPeriod withEnd(LocalDateTime end) {
    return withEnd(Optional.of(end));
  }

  /** The same with another {@link #end}; {@code secondReading} tells the two readings of the repeated autumn hour apart. */
  public ValidityPeriod withEnd(Optional<LocalDateTime> end, boolean secondReading) {
    return new ValidityPeriod(start, end, extras.reading("end", secondReading));
  }

  /** The same with another value of {@link #extras}. */
  public ValidityPeriod withExtras(Extras extras) {
    return new ValidityPeriod(start, end, extras);
  }

  static ValidityPeriod read(WireReader in) {
    WireReader.Folds folds = new WireReader.Folds();
    LocalDateTime start_ = in.time("start", folds);
    Optional<LocalDateTime> end_ = in.optional() ? Optional.of(in.time("end", folds)) : Optional.empty();
    return new ValidityPeriod(start_, end_, in.extras(folds));
  }

  void write(WireWriter out) {
    out.time(start, "start", extras.isSecondReading("start"));
    if (out.optional(end)) out.time(end.get(), "end", extras.isSecondReading("end"));
    out.extras(extras);
  }
}
