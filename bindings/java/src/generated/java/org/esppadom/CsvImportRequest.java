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
 * {@code csv_import_request}
 *
 * @param choice correspondance
 * @param files fichiers, dans l'ordre de la correspondance
 * @param language langue des constats
 */
public record CsvImportRequest(
    CsvChoice choice,
    List<NamedDocument> files,
    Language language) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public CsvImportRequest {
    Objects.requireNonNull(choice, "choice");
    files = List.copyOf(Objects.requireNonNull(files, "files"));
    Objects.requireNonNull(language, "language");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static CsvImportRequest empty() {
    return new CsvImportRequest(CsvChoice.empty(), List.of(), Language.FR);
  }

  /** The same with another value of {@link #choice}. */
  public CsvImportRequest withChoice(CsvChoice choice) {
    return new CsvImportRequest(choice, files, language);
  }

  /** The same with another value of {@link #files}. */
  public CsvImportRequest withFiles(List<NamedDocument> files) {
    return new CsvImportRequest(choice, files, language);
  }

  /** The same with another value of {@link #language}. */
  public CsvImportRequest withLanguage(Language language) {
    return new CsvImportRequest(choice, files, language);
  }

  static CsvImportRequest read(WireReader in) {
    CsvChoice choice_ = CsvChoice.read(in);
    List<NamedDocument> files_ = in.list(NamedDocument::read);
    Language language_ = Language.read(in);
    return new CsvImportRequest(choice_, files_, language_);
  }

  void write(WireWriter out) {
    choice.write(out);
    out.count(files);
    for (NamedDocument one : files) one.write(out);
    language.write(out);
  }
}
