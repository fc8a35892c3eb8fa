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
 * {@code csv_export_request}
 *
 * @param choice correspondance
 * @param paths fichiers, dossiers et archives
 * @param messages messages
 * @param circumstances circonstances
 * @param language langue des constats
 */
public record CsvExportRequest(
    CsvChoice choice,
    List<String> paths,
    MessageBatch messages,
    Optional<Circumstances> circumstances,
    Language language) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public CsvExportRequest {
    Objects.requireNonNull(choice, "choice");
    paths = List.copyOf(Objects.requireNonNull(paths, "paths"));
    Objects.requireNonNull(messages, "messages");
    Objects.requireNonNull(circumstances, "circumstances");
    Objects.requireNonNull(language, "language");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static CsvExportRequest empty() {
    return new CsvExportRequest(CsvChoice.empty(), List.of(), MessageBatch.empty(), Optional.empty(), Language.FR);
  }

  /** The same with another value of {@link #choice}. */
  public CsvExportRequest withChoice(CsvChoice choice) {
    return new CsvExportRequest(choice, paths, messages, circumstances, language);
  }

  /** The same with another value of {@link #paths}. */
  public CsvExportRequest withPaths(List<String> paths) {
    return new CsvExportRequest(choice, paths, messages, circumstances, language);
  }

  /** The same with another value of {@link #messages}. */
  public CsvExportRequest withMessages(MessageBatch messages) {
    return new CsvExportRequest(choice, paths, messages, circumstances, language);
  }

  /** The same with another value of {@link #circumstances}. */
  public CsvExportRequest withCircumstances(Optional<Circumstances> circumstances) {
    return new CsvExportRequest(choice, paths, messages, circumstances, language);
  }

  /** The same with a value of {@link #circumstances}. */
  public CsvExportRequest withCircumstances(Circumstances circumstances) {
    return withCircumstances(Optional.of(circumstances));
  }

  /** The same with another value of {@link #language}. */
  public CsvExportRequest withLanguage(Language language) {
    return new CsvExportRequest(choice, paths, messages, circumstances, language);
  }

  static CsvExportRequest read(WireReader in) {
    CsvChoice choice_ = CsvChoice.read(in);
    List<String> paths_ = in.list(WireReader::text);
    MessageBatch messages_ = MessageBatch.read(in);
    Optional<Circumstances> circumstances_ = in.optional() ? Optional.of(Circumstances.read(in)) : Optional.empty();
    Language language_ = Language.read(in);
    return new CsvExportRequest(choice_, paths_, messages_, circumstances_, language_);
  }

  void write(WireWriter out) {
    choice.write(out);
    out.count(paths);
    for (String one : paths) out.text(one);
    messages.write(out);
    if (out.optional(circumstances)) circumstances.get().write(out);
    language.write(out);
  }
}
