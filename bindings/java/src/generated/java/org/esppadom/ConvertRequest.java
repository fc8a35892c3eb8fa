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
 * {@code convert_request}
 *
 * @param path fichier
 * @param document document en mémoire
 * @param format format
 * @param profile profil d'écriture
 * @param language langue des constats
 */
record ConvertRequest(
    Optional<String> path,
    Optional<NamedDocument> document,
    DocumentFormat format,
    WriteProfile profile,
    Language language) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public ConvertRequest {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(language, "language");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static ConvertRequest empty() {
    return new ConvertRequest(Optional.empty(), Optional.empty(), DocumentFormat.XML, WriteProfile.ROUND_TRIP, Language.FR);
  }

  /** The same with another value of {@link #path}. */
  public ConvertRequest withPath(Optional<String> path) {
    return new ConvertRequest(path, document, format, profile, language);
  }

  /** The same with a value of {@link #path}. */
  public ConvertRequest withPath(String path) {
    return withPath(Optional.of(path));
  }

  /** The same with another value of {@link #document}. */
  public ConvertRequest withDocument(Optional<NamedDocument> document) {
    return new ConvertRequest(path, document, format, profile, language);
  }

  /** The same with a value of {@link #document}. */
  public ConvertRequest withDocument(NamedDocument document) {
    return withDocument(Optional.of(document));
  }

  /** The same with another value of {@link #format}. */
  public ConvertRequest withFormat(DocumentFormat format) {
    return new ConvertRequest(path, document, format, profile, language);
  }

  /** The same with another value of {@link #profile}. */
  public ConvertRequest withProfile(WriteProfile profile) {
    return new ConvertRequest(path, document, format, profile, language);
  }

  /** The same with another value of {@link #language}. */
  public ConvertRequest withLanguage(Language language) {
    return new ConvertRequest(path, document, format, profile, language);
  }

  static ConvertRequest read(WireReader in) {
    Optional<String> path_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    Optional<NamedDocument> document_ = in.optional() ? Optional.of(NamedDocument.read(in)) : Optional.empty();
    DocumentFormat format_ = DocumentFormat.read(in);
    WriteProfile profile_ = WriteProfile.read(in);
    Language language_ = Language.read(in);
    return new ConvertRequest(path_, document_, format_, profile_, language_);
  }

  void write(WireWriter out) {
    if (out.optional(path)) out.text(path.get());
    if (out.optional(document)) document.get().write(out);
    format.write(out);
    profile.write(out);
    language.write(out);
  }
}
