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
 * {@code conformance_result}
 *
 * @param passed réussi
 * @param cases nombre de cas
 * @param json JSON canonique
 */
public record ConformanceResult(
    boolean passed,
    long cases,
    String json) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public ConformanceResult {
    Objects.requireNonNull(json, "json");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static ConformanceResult empty() {
    return new ConformanceResult(false, 0, "");
  }

  /** The same with another value of {@link #passed}. */
  public ConformanceResult withPassed(boolean passed) {
    return new ConformanceResult(passed, cases, json);
  }

  /** The same with another value of {@link #cases}. */
  public ConformanceResult withCases(long cases) {
    return new ConformanceResult(passed, cases, json);
  }

  /** The same with another value of {@link #json}. */
  public ConformanceResult withJson(String json) {
    return new ConformanceResult(passed, cases, json);
  }

  static ConformanceResult read(WireReader in) {
    boolean passed_ = in.truth();
    long cases_ = in.integer();
    String json_ = in.text();
    return new ConformanceResult(passed_, cases_, json_);
  }

  void write(WireWriter out) {
    out.truth(passed);
    out.integer(cases);
    out.text(json);
  }
}
