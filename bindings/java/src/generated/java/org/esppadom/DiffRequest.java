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
 * {@code diff_request}
 *
 * @param paths premier lot
 * @param otherPaths second lot
 * @param personalData montrer les données personnelles
 * @param language langue
 */
public record DiffRequest(
    List<String> paths,
    List<String> otherPaths,
    boolean personalData,
    Language language) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public DiffRequest {
    paths = List.copyOf(Objects.requireNonNull(paths, "paths"));
    otherPaths = List.copyOf(Objects.requireNonNull(otherPaths, "otherPaths"));
    Objects.requireNonNull(language, "language");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static DiffRequest empty() {
    return new DiffRequest(List.of(), List.of(), false, Language.FR);
  }

  /** The same with another value of {@link #paths}. */
  public DiffRequest withPaths(List<String> paths) {
    return new DiffRequest(paths, otherPaths, personalData, language);
  }

  /** The same with another value of {@link #otherPaths}. */
  public DiffRequest withOtherPaths(List<String> otherPaths) {
    return new DiffRequest(paths, otherPaths, personalData, language);
  }

  /** The same with another value of {@link #personalData}. */
  public DiffRequest withPersonalData(boolean personalData) {
    return new DiffRequest(paths, otherPaths, personalData, language);
  }

  /** The same with another value of {@link #language}. */
  public DiffRequest withLanguage(Language language) {
    return new DiffRequest(paths, otherPaths, personalData, language);
  }

  static DiffRequest read(WireReader in) {
    List<String> paths_ = in.list(WireReader::text);
    List<String> otherPaths_ = in.list(WireReader::text);
    boolean personalData_ = in.truth();
    Language language_ = Language.read(in);
    return new DiffRequest(paths_, otherPaths_, personalData_, language_);
  }

  void write(WireWriter out) {
    out.count(paths);
    for (String one : paths) out.text(one);
    out.count(otherPaths);
    for (String one : otherPaths) out.text(one);
    out.truth(personalData);
    language.write(out);
  }
}
