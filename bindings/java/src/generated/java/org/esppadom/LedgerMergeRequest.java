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
 * {@code ledger_merge_request}
 *
 * @param parts parties, dans n'importe quel ordre
 * @param language langue
 */
public record LedgerMergeRequest(
    List<NamedDocument> parts,
    Language language) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public LedgerMergeRequest {
    parts = List.copyOf(Objects.requireNonNull(parts, "parts"));
    Objects.requireNonNull(language, "language");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static LedgerMergeRequest empty() {
    return new LedgerMergeRequest(List.of(), Language.FR);
  }

  /** The same with another value of {@link #parts}. */
  public LedgerMergeRequest withParts(List<NamedDocument> parts) {
    return new LedgerMergeRequest(parts, language);
  }

  /** The same with another value of {@link #language}. */
  public LedgerMergeRequest withLanguage(Language language) {
    return new LedgerMergeRequest(parts, language);
  }

  static LedgerMergeRequest read(WireReader in) {
    List<NamedDocument> parts_ = in.list(NamedDocument::read);
    Language language_ = Language.read(in);
    return new LedgerMergeRequest(parts_, language_);
  }

  void write(WireWriter out) {
    out.count(parts);
    for (NamedDocument one : parts) one.write(out);
    language.write(out);
  }
}
