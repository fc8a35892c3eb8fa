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
 * {@code billed_invoice}
 *
 * @param id n° de facture
 * @param type nature
 * @param month mois; null when there is none
 * @param provider prestataire
 * @param funder financeur
 * @param kind regroupement
 * @param corrects facture complétée ou rectifiée
 * @param total total; null when there is none
 * @param adjustments ajustements
 * @param taxes TVA
 * @param grandTotal total TTC; null when there is none
 * @param due dû; null when there is none
 * @param lines lignes
 */
public record BilledInvoice(
    String id,
    DocumentType type,
    YearMonth month,
    String provider,
    String funder,
    String kind,
    Optional<String> corrects,
    BigDecimal total,
    List<BilledAdjustment> adjustments,
    List<BilledTax> taxes,
    BigDecimal grandTotal,
    BigDecimal due,
    List<BilledLine> lines) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public BilledInvoice {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(funder, "funder");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(corrects, "corrects");
    adjustments = List.copyOf(Objects.requireNonNull(adjustments, "adjustments"));
    taxes = List.copyOf(Objects.requireNonNull(taxes, "taxes"));
    lines = List.copyOf(Objects.requireNonNull(lines, "lines"));
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static BilledInvoice empty() {
    return new BilledInvoice("", DocumentType.MAIN, null, "", "", "", Optional.empty(), Wire.NO_MONEY, List.of(), List.of(), Wire.NO_MONEY, Wire.NO_MONEY, List.of());
  }

  /** The same with another value of {@link #id}. */
  public BilledInvoice withId(String id) {
    return new BilledInvoice(id, type, month, provider, funder, kind, corrects, total, adjustments, taxes, grandTotal, due, lines);
  }

  /** The same with another value of {@link #type}. */
  public BilledInvoice withType(DocumentType type) {
    return new BilledInvoice(id, type, month, provider, funder, kind, corrects, total, adjustments, taxes, grandTotal, due, lines);
  }

  /** The same with another value of {@link #month}. */
  public BilledInvoice withMonth(YearMonth month) {
    return new BilledInvoice(id, type, month, provider, funder, kind, corrects, total, adjustments, taxes, grandTotal, due, lines);
  }

  /** The same with another value of {@link #provider}. */
  public BilledInvoice withProvider(String provider) {
    return new BilledInvoice(id, type, month, provider, funder, kind, corrects, total, adjustments, taxes, grandTotal, due, lines);
  }

  /** The same with another value of {@link #funder}. */
  public BilledInvoice withFunder(String funder) {
    return new BilledInvoice(id, type, month, provider, funder, kind, corrects, total, adjustments, taxes, grandTotal, due, lines);
  }

  /** The same with another value of {@link #kind}. */
  public BilledInvoice withKind(String kind) {
    return new BilledInvoice(id, type, month, provider, funder, kind, corrects, total, adjustments, taxes, grandTotal, due, lines);
  }

  /** The same with another value of {@link #corrects}. */
  public BilledInvoice withCorrects(Optional<String> corrects) {
    return new BilledInvoice(id, type, month, provider, funder, kind, corrects, total, adjustments, taxes, grandTotal, due, lines);
  }

  /** The same with a value of {@link #corrects}. */
  public BilledInvoice withCorrects(String corrects) {
    return withCorrects(Optional.of(corrects));
  }

  /** The same with another value of {@link #total}. */
  public BilledInvoice withTotal(BigDecimal total) {
    return new BilledInvoice(id, type, month, provider, funder, kind, corrects, total, adjustments, taxes, grandTotal, due, lines);
  }

  /** The same with another value of {@link #adjustments}. */
  public BilledInvoice withAdjustments(List<BilledAdjustment> adjustments) {
    return new BilledInvoice(id, type, month, provider, funder, kind, corrects, total, adjustments, taxes, grandTotal, due, lines);
  }

  /** The same with another value of {@link #taxes}. */
  public BilledInvoice withTaxes(List<BilledTax> taxes) {
    return new BilledInvoice(id, type, month, provider, funder, kind, corrects, total, adjustments, taxes, grandTotal, due, lines);
  }

  /** The same with another value of {@link #grandTotal}. */
  public BilledInvoice withGrandTotal(BigDecimal grandTotal) {
    return new BilledInvoice(id, type, month, provider, funder, kind, corrects, total, adjustments, taxes, grandTotal, due, lines);
  }

  /** The same with another value of {@link #due}. */
  public BilledInvoice withDue(BigDecimal due) {
    return new BilledInvoice(id, type, month, provider, funder, kind, corrects, total, adjustments, taxes, grandTotal, due, lines);
  }

  /** The same with another value of {@link #lines}. */
  public BilledInvoice withLines(List<BilledLine> lines) {
    return new BilledInvoice(id, type, month, provider, funder, kind, corrects, total, adjustments, taxes, grandTotal, due, lines);
  }

  static BilledInvoice read(WireReader in) {
    String id_ = in.text();
    DocumentType type_ = DocumentType.read(in);
    YearMonth month_ = in.month();
    String provider_ = in.text();
    String funder_ = in.text();
    String kind_ = in.text();
    Optional<String> corrects_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    BigDecimal total_ = in.money();
    List<BilledAdjustment> adjustments_ = in.list(BilledAdjustment::read);
    List<BilledTax> taxes_ = in.list(BilledTax::read);
    BigDecimal grandTotal_ = in.money();
    BigDecimal due_ = in.money();
    List<BilledLine> lines_ = in.list(BilledLine::read);
    return new BilledInvoice(id_, type_, month_, provider_, funder_, kind_, corrects_, total_, adjustments_, taxes_, grandTotal_, due_, lines_);
  }

  void write(WireWriter out) {
    out.text(id);
    type.write(out);
    out.month(month, "month");
    out.text(provider);
    out.text(funder);
    out.text(kind);
    if (out.optional(corrects)) out.text(corrects.get());
    out.money(total, "total");
    out.count(adjustments);
    for (BilledAdjustment one : adjustments) one.write(out);
    out.count(taxes);
    for (BilledTax one : taxes) one.write(out);
    out.money(grandTotal, "grandTotal");
    out.money(due, "due");
    out.count(lines);
    for (BilledLine one : lines) one.write(out);
  }
}
