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
 * {@code calculation_request}
 *
 * @param of calcul
 * @param question question, en JSON
 * @param whom règles, date et personne ; absentes : règles neutres
 * @param language langue
 */
public record CalculationRequest(
    Calculation of,
    String question,
    Optional<RulesQuery> whom,
    Language language) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public CalculationRequest {
    Objects.requireNonNull(of, "of");
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(whom, "whom");
    Objects.requireNonNull(language, "language");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static CalculationRequest empty() {
    return new CalculationRequest(Calculation.VISIT_TIME, "", Optional.empty(), Language.FR);
  }

  /** The same with another value of {@link #of}. */
  public CalculationRequest withOf(Calculation of) {
    return new CalculationRequest(of, question, whom, language);
  }

  /** The same with another value of {@link #question}. */
  public CalculationRequest withQuestion(String question) {
    return new CalculationRequest(of, question, whom, language);
  }

  /** The same with another value of {@link #whom}. */
  public CalculationRequest withWhom(Optional<RulesQuery> whom) {
    return new CalculationRequest(of, question, whom, language);
  }

  /** The same with a value of {@link #whom}. */
  public CalculationRequest withWhom(RulesQuery whom) {
    return withWhom(Optional.of(whom));
  }

  /** The same with another value of {@link #language}. */
  public CalculationRequest withLanguage(Language language) {
    return new CalculationRequest(of, question, whom, language);
  }

  static CalculationRequest read(WireReader in) {
    Calculation of_ = Calculation.read(in);
    String question_ = in.text();
    Optional<RulesQuery> whom_ = in.optional() ? Optional.of(RulesQuery.read(in)) : Optional.empty();
    Language language_ = Language.read(in);
    return new CalculationRequest(of_, question_, whom_, language_);
  }

  void write(WireWriter out) {
    of.write(out);
    out.text(question);
    if (out.optional(whom)) whom.get().write(out);
    language.write(out);
  }
}
