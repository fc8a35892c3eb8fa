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
 * {@code rules_request}
 *
 * @param rules fichier de règles
 * @param language langue
 */
public record RulesRequest(
    NamedDocument rules,
    Language language) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public RulesRequest {
    Objects.requireNonNull(rules, "rules");
    Objects.requireNonNull(language, "language");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static RulesRequest empty() {
    return new RulesRequest(NamedDocument.empty(), Language.FR);
  }

  /** The same with another value of {@link #rules}. */
  public RulesRequest withRules(NamedDocument rules) {
    return new RulesRequest(rules, language);
  }

  /** The same with another value of {@link #language}. */
  public RulesRequest withLanguage(Language language) {
    return new RulesRequest(rules, language);
  }

  static RulesRequest read(WireReader in) {
    NamedDocument rules_ = NamedDocument.read(in);
    Language language_ = Language.read(in);
    return new RulesRequest(rules_, language_);
  }

  void write(WireWriter out) {
    rules.write(out);
    language.write(out);
  }
}
