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
 * {@code circumstances_request}
 *
 * @param document document JSON
 * @param language langue des constats
 */
public record CircumstancesRequest(
    NamedDocument document,
    Language language) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public CircumstancesRequest {
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(language, "language");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static CircumstancesRequest empty() {
    return new CircumstancesRequest(NamedDocument.empty(), Language.FR);
  }

  /** The same with another value of {@link #document}. */
  public CircumstancesRequest withDocument(NamedDocument document) {
    return new CircumstancesRequest(document, language);
  }

  /** The same with another value of {@link #language}. */
  public CircumstancesRequest withLanguage(Language language) {
    return new CircumstancesRequest(document, language);
  }

  static CircumstancesRequest read(WireReader in) {
    NamedDocument document_ = NamedDocument.read(in);
    Language language_ = Language.read(in);
    return new CircumstancesRequest(document_, language_);
  }

  void write(WireWriter out) {
    document.write(out);
    language.write(out);
  }
}
