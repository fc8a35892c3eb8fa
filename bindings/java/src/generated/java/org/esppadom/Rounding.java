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
 * {@code rounding}
 *
 * @param step pas; null when there is none
 * @param mode sens
 * @param tie au milieu du pas
 * @param threshold seuil de l'arrondi supérieur, du sens threshold
 */
public record Rounding(
    Duration step,
    StepMode mode,
    StepTie tie,
    Optional<Duration> threshold) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public Rounding {
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(tie, "tie");
    Objects.requireNonNull(threshold, "threshold");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static Rounding empty() {
    return new Rounding(Duration.ZERO, StepMode.NEAREST, StepTie.UP, Optional.empty());
  }

  /** The same with another value of {@link #step}. */
  public Rounding withStep(Duration step) {
    return new Rounding(step, mode, tie, threshold);
  }

  /** The same with another value of {@link #mode}. */
  public Rounding withMode(StepMode mode) {
    return new Rounding(step, mode, tie, threshold);
  }

  /** The same with another value of {@link #tie}. */
  public Rounding withTie(StepTie tie) {
    return new Rounding(step, mode, tie, threshold);
  }

  /** The same with another value of {@link #threshold}. */
  public Rounding withThreshold(Optional<Duration> threshold) {
    return new Rounding(step, mode, tie, threshold);
  }

  /** The same with a value of {@link #threshold}. */
  public Rounding withThreshold(Duration threshold) {
    return withThreshold(Optional.of(threshold));
  }

  static Rounding read(WireReader in) {
    Duration step_ = in.duration();
    StepMode mode_ = StepMode.read(in);
    StepTie tie_ = StepTie.read(in);
    Optional<Duration> threshold_ = in.optional() ? Optional.of(in.duration()) : Optional.empty();
    return new Rounding(step_, mode_, tie_, threshold_);
  }

  void write(WireWriter out) {
    out.duration(step, "step");
    mode.write(out);
    tie.write(out);
    if (out.optional(threshold)) out.duration(threshold.get(), "threshold");
  }
}
