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
 * {@code ledger_export_request}
 *
 * @param ledger registre
 * @param by ce qui est repris
 * @param id son identifiant
 * @param language langue
 */
public record LedgerExportRequest(
    NamedDocument ledger,
    LedgerCut by,
    String id,
    Language language) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public LedgerExportRequest {
    Objects.requireNonNull(ledger, "ledger");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(language, "language");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static LedgerExportRequest empty() {
    return new LedgerExportRequest(NamedDocument.empty(), LedgerCut.PROVIDER, "", Language.FR);
  }

  /** The same with another value of {@link #ledger}. */
  public LedgerExportRequest withLedger(NamedDocument ledger) {
    return new LedgerExportRequest(ledger, by, id, language);
  }

  /** The same with another value of {@link #by}. */
  public LedgerExportRequest withBy(LedgerCut by) {
    return new LedgerExportRequest(ledger, by, id, language);
  }

  /** The same with another value of {@link #id}. */
  public LedgerExportRequest withId(String id) {
    return new LedgerExportRequest(ledger, by, id, language);
  }

  /** The same with another value of {@link #language}. */
  public LedgerExportRequest withLanguage(Language language) {
    return new LedgerExportRequest(ledger, by, id, language);
  }

  static LedgerExportRequest read(WireReader in) {
    NamedDocument ledger_ = NamedDocument.read(in);
    LedgerCut by_ = LedgerCut.read(in);
    String id_ = in.text();
    Language language_ = Language.read(in);
    return new LedgerExportRequest(ledger_, by_, id_, language_);
  }

  void write(WireWriter out) {
    ledger.write(out);
    by.write(out);
    out.text(id);
    language.write(out);
  }
}
