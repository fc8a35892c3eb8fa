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
 * {@code read_request}
 *
 * @param path fichier
 * @param document document en mémoire
 * @param strict lecture stricte
 * @param messageBytes taille maximale d'un message ; 0 = 16 Mio
 * @param language langue des constats
 */
record ReadRequest(
    Optional<String> path,
    Optional<NamedDocument> document,
    boolean strict,
    long messageBytes,
    Language language) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public ReadRequest {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(language, "language");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static ReadRequest empty() {
    return new ReadRequest(Optional.empty(), Optional.empty(), false, 0, Language.FR);
  }

  /** The same with another value of {@link #path}. */
  public ReadRequest withPath(Optional<String> path) {
    return new ReadRequest(path, document, strict, messageBytes, language);
  }

  /** The same with a value of {@link #path}. */
  public ReadRequest withPath(String path) {
    return withPath(Optional.of(path));
  }

  /** The same with another value of {@link #document}. */
  public ReadRequest withDocument(Optional<NamedDocument> document) {
    return new ReadRequest(path, document, strict, messageBytes, language);
  }

  /** The same with a value of {@link #document}. */
  public ReadRequest withDocument(NamedDocument document) {
    return withDocument(Optional.of(document));
  }

  /** The same with another value of {@link #strict}. */
  public ReadRequest withStrict(boolean strict) {
    return new ReadRequest(path, document, strict, messageBytes, language);
  }

  /** The same with another value of {@link #messageBytes}. */
  public ReadRequest withMessageBytes(long messageBytes) {
    return new ReadRequest(path, document, strict, messageBytes, language);
  }

  /** The same with another value of {@link #language}. */
  public ReadRequest withLanguage(Language language) {
    return new ReadRequest(path, document, strict, messageBytes, language);
  }

  static ReadRequest read(WireReader in) {
    Optional<String> path_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    Optional<NamedDocument> document_ = in.optional() ? Optional.of(NamedDocument.read(in)) : Optional.empty();
    boolean strict_ = in.truth();
    long messageBytes_ = in.integer();
    Language language_ = Language.read(in);
    return new ReadRequest(path_, document_, strict_, messageBytes_, language_);
  }

  void write(WireWriter out) {
    if (out.optional(path)) out.text(path.get());
    if (out.optional(document)) document.get().write(out);
    out.truth(strict);
    out.integer(messageBytes);
    language.write(out);
  }
}
