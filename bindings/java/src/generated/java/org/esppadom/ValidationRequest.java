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
 * {@code validation_request}
 *
 * @param paths fichiers, dossiers et archives
 * @param documents documents en mémoire
 * @param profile profil de gravité fourni : strict ou lenient
 * @param ownProfile profil de gravité propre, en JSON
 * @param form forme du rapport
 * @param language langue
 */
public record ValidationRequest(
    List<String> paths,
    List<NamedDocument> documents,
    String profile,
    Optional<NamedDocument> ownProfile,
    ReportForm form,
    Language language) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public ValidationRequest {
    paths = List.copyOf(Objects.requireNonNull(paths, "paths"));
    documents = List.copyOf(Objects.requireNonNull(documents, "documents"));
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(ownProfile, "ownProfile");
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(language, "language");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static ValidationRequest empty() {
    return new ValidationRequest(List.of(), List.of(), "lenient", Optional.empty(), ReportForm.JSON, Language.FR);
  }

  /** The same with another value of {@link #paths}. */
  public ValidationRequest withPaths(List<String> paths) {
    return new ValidationRequest(paths, documents, profile, ownProfile, form, language);
  }

  /** The same with another value of {@link #documents}. */
  public ValidationRequest withDocuments(List<NamedDocument> documents) {
    return new ValidationRequest(paths, documents, profile, ownProfile, form, language);
  }

  /** The same with another value of {@link #profile}. */
  public ValidationRequest withProfile(String profile) {
    return new ValidationRequest(paths, documents, profile, ownProfile, form, language);
  }

  /** The same with another value of {@link #ownProfile}. */
  public ValidationRequest withOwnProfile(Optional<NamedDocument> ownProfile) {
    return new ValidationRequest(paths, documents, profile, ownProfile, form, language);
  }

  /** The same with a value of {@link #ownProfile}. */
  public ValidationRequest withOwnProfile(NamedDocument ownProfile) {
    return withOwnProfile(Optional.of(ownProfile));
  }

  /** The same with another value of {@link #form}. */
  public ValidationRequest withForm(ReportForm form) {
    return new ValidationRequest(paths, documents, profile, ownProfile, form, language);
  }

  /** The same with another value of {@link #language}. */
  public ValidationRequest withLanguage(Language language) {
    return new ValidationRequest(paths, documents, profile, ownProfile, form, language);
  }

  static ValidationRequest read(WireReader in) {
    List<String> paths_ = in.list(WireReader::text);
    List<NamedDocument> documents_ = in.list(NamedDocument::read);
    String profile_ = in.text();
    Optional<NamedDocument> ownProfile_ = in.optional() ? Optional.of(NamedDocument.read(in)) : Optional.empty();
    ReportForm form_ = ReportForm.read(in);
    Language language_ = Language.read(in);
    return new ValidationRequest(paths_, documents_, profile_, ownProfile_, form_, language_);
  }

  void write(WireWriter out) {
    out.count(paths);
    for (String one : paths) out.text(one);
    out.count(documents);
    for (NamedDocument one : documents) one.write(out);
    out.text(profile);
    if (out.optional(ownProfile)) ownProfile.get().write(out);
    form.write(out);
    language.write(out);
  }
}
