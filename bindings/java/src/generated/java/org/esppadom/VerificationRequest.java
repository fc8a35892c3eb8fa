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
 * {@code verification_request}
 *
 * @param statements états conservés
 * @param head sceau du dernier, conservé ailleurs
 * @param language langue
 */
public record VerificationRequest(
    List<NamedDocument> statements,
    Optional<String> head,
    Language language) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public VerificationRequest {
    statements = List.copyOf(Objects.requireNonNull(statements, "statements"));
    Objects.requireNonNull(head, "head");
    Objects.requireNonNull(language, "language");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static VerificationRequest empty() {
    return new VerificationRequest(List.of(), Optional.empty(), Language.FR);
  }

  /** The same with another value of {@link #statements}. */
  public VerificationRequest withStatements(List<NamedDocument> statements) {
    return new VerificationRequest(statements, head, language);
  }

  /** The same with another value of {@link #head}. */
  public VerificationRequest withHead(Optional<String> head) {
    return new VerificationRequest(statements, head, language);
  }

  /** The same with a value of {@link #head}. */
  public VerificationRequest withHead(String head) {
    return withHead(Optional.of(head));
  }

  /** The same with another value of {@link #language}. */
  public VerificationRequest withLanguage(Language language) {
    return new VerificationRequest(statements, head, language);
  }

  static VerificationRequest read(WireReader in) {
    List<NamedDocument> statements_ = in.list(NamedDocument::read);
    Optional<String> head_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    Language language_ = Language.read(in);
    return new VerificationRequest(statements_, head_, language_);
  }

  void write(WireWriter out) {
    out.count(statements);
    for (NamedDocument one : statements) one.write(out);
    if (out.optional(head)) out.text(head.get());
    language.write(out);
  }
}
