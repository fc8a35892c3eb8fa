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
 * {@code conformance_request}
 *
 * @param kit dossier des cas
 * @param language langue
 */
public record ConformanceRequest(
    String kit,
    Language language) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public ConformanceRequest {
    Objects.requireNonNull(kit, "kit");
    Objects.requireNonNull(language, "language");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static ConformanceRequest empty() {
    return new ConformanceRequest("", Language.FR);
  }

  /** The same with another value of {@link #kit}. */
  public ConformanceRequest withKit(String kit) {
    return new ConformanceRequest(kit, language);
  }

  /** The same with another value of {@link #language}. */
  public ConformanceRequest withLanguage(Language language) {
    return new ConformanceRequest(kit, language);
  }

  static ConformanceRequest read(WireReader in) {
    String kit_ = in.text();
    Language language_ = Language.read(in);
    return new ConformanceRequest(kit_, language_);
  }

  void write(WireWriter out) {
    out.text(kit);
    language.write(out);
  }
}
