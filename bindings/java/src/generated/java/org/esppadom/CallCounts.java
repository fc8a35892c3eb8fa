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
 * {@code call_counts}
 *
 * @param calls appels
 * @param inVisits appels d'une intervention
 * @param duplicates appels répétés
 * @param incomplete appels incomplets
 * @param ambiguous appels ambigus
 * @param unidentified appels non identifiés
 * @param visits interventions
 */
public record CallCounts(
    long calls,
    long inVisits,
    long duplicates,
    long incomplete,
    long ambiguous,
    long unidentified,
    long visits) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public CallCounts {
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static CallCounts empty() {
    return new CallCounts(0, 0, 0, 0, 0, 0, 0);
  }

  /** The same with another value of {@link #calls}. */
  public CallCounts withCalls(long calls) {
    return new CallCounts(calls, inVisits, duplicates, incomplete, ambiguous, unidentified, visits);
  }

  /** The same with another value of {@link #inVisits}. */
  public CallCounts withInVisits(long inVisits) {
    return new CallCounts(calls, inVisits, duplicates, incomplete, ambiguous, unidentified, visits);
  }

  /** The same with another value of {@link #duplicates}. */
  public CallCounts withDuplicates(long duplicates) {
    return new CallCounts(calls, inVisits, duplicates, incomplete, ambiguous, unidentified, visits);
  }

  /** The same with another value of {@link #incomplete}. */
  public CallCounts withIncomplete(long incomplete) {
    return new CallCounts(calls, inVisits, duplicates, incomplete, ambiguous, unidentified, visits);
  }

  /** The same with another value of {@link #ambiguous}. */
  public CallCounts withAmbiguous(long ambiguous) {
    return new CallCounts(calls, inVisits, duplicates, incomplete, ambiguous, unidentified, visits);
  }

  /** The same with another value of {@link #unidentified}. */
  public CallCounts withUnidentified(long unidentified) {
    return new CallCounts(calls, inVisits, duplicates, incomplete, ambiguous, unidentified, visits);
  }

  /** The same with another value of {@link #visits}. */
  public CallCounts withVisits(long visits) {
    return new CallCounts(calls, inVisits, duplicates, incomplete, ambiguous, unidentified, visits);
  }

  static CallCounts read(WireReader in) {
    long calls_ = in.integer();
    long inVisits_ = in.integer();
    long duplicates_ = in.integer();
    long incomplete_ = in.integer();
    long ambiguous_ = in.integer();
    long unidentified_ = in.integer();
    long visits_ = in.integer();
    return new CallCounts(calls_, inVisits_, duplicates_, incomplete_, ambiguous_, unidentified_, visits_);
  }

  void write(WireWriter out) {
    out.integer(calls);
    out.integer(inVisits);
    out.integer(duplicates);
    out.integer(incomplete);
    out.integer(ambiguous);
    out.integer(unidentified);
    out.integer(visits);
  }
}
