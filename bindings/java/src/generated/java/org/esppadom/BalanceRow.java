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
 * {@code balance_row}
 *
 * @param period période
 * @param funder financeur
 * @param provider prestataire
 * @param invoices factures
 * @param invoiced facturé; null when there is none
 * @param creditNotes avoirs
 * @param credited restitué; null when there is none
 * @param lines total des lignes; null when there is none
 * @param control contrôle; null when there is none
 * @param penalties réfactions; null when there is none
 * @param advances acomptes versés; null when there is none
 * @param recovered acomptes récupérés; null when there is none
 * @param due dû; null when there is none
 */
public record BalanceRow(
    String period,
    String funder,
    String provider,
    long invoices,
    BigDecimal invoiced,
    long creditNotes,
    BigDecimal credited,
    BigDecimal lines,
    BigDecimal control,
    BigDecimal penalties,
    BigDecimal advances,
    BigDecimal recovered,
    BigDecimal due) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public BalanceRow {
    Objects.requireNonNull(period, "period");
    Objects.requireNonNull(funder, "funder");
    Objects.requireNonNull(provider, "provider");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static BalanceRow empty() {
    return new BalanceRow("", "", "", 0, Wire.NO_MONEY, 0, Wire.NO_MONEY, Wire.NO_MONEY, Wire.NO_MONEY, Wire.NO_MONEY, Wire.NO_MONEY, Wire.NO_MONEY, Wire.NO_MONEY);
  }

  /** The same with another value of {@link #period}. */
  public BalanceRow withPeriod(String period) {
    return new BalanceRow(period, funder, provider, invoices, invoiced, creditNotes, credited, lines, control, penalties, advances, recovered, due);
  }

  /** The same with another value of {@link #funder}. */
  public BalanceRow withFunder(String funder) {
    return new BalanceRow(period, funder, provider, invoices, invoiced, creditNotes, credited, lines, control, penalties, advances, recovered, due);
  }

  /** The same with another value of {@link #provider}. */
  public BalanceRow withProvider(String provider) {
    return new BalanceRow(period, funder, provider, invoices, invoiced, creditNotes, credited, lines, control, penalties, advances, recovered, due);
  }

  /** The same with another value of {@link #invoices}. */
  public BalanceRow withInvoices(long invoices) {
    return new BalanceRow(period, funder, provider, invoices, invoiced, creditNotes, credited, lines, control, penalties, advances, recovered, due);
  }

  /** The same with another value of {@link #invoiced}. */
  public BalanceRow withInvoiced(BigDecimal invoiced) {
    return new BalanceRow(period, funder, provider, invoices, invoiced, creditNotes, credited, lines, control, penalties, advances, recovered, due);
  }

  /** The same with another value of {@link #creditNotes}. */
  public BalanceRow withCreditNotes(long creditNotes) {
    return new BalanceRow(period, funder, provider, invoices, invoiced, creditNotes, credited, lines, control, penalties, advances, recovered, due);
  }

  /** The same with another value of {@link #credited}. */
  public BalanceRow withCredited(BigDecimal credited) {
    return new BalanceRow(period, funder, provider, invoices, invoiced, creditNotes, credited, lines, control, penalties, advances, recovered, due);
  }

  /** The same with another value of {@link #lines}. */
  public BalanceRow withLines(BigDecimal lines) {
    return new BalanceRow(period, funder, provider, invoices, invoiced, creditNotes, credited, lines, control, penalties, advances, recovered, due);
  }

  /** The same with another value of {@link #control}. */
  public BalanceRow withControl(BigDecimal control) {
    return new BalanceRow(period, funder, provider, invoices, invoiced, creditNotes, credited, lines, control, penalties, advances, recovered, due);
  }

  /** The same with another value of {@link #penalties}. */
  public BalanceRow withPenalties(BigDecimal penalties) {
    return new BalanceRow(period, funder, provider, invoices, invoiced, creditNotes, credited, lines, control, penalties, advances, recovered, due);
  }

  /** The same with another value of {@link #advances}. */
  public BalanceRow withAdvances(BigDecimal advances) {
    return new BalanceRow(period, funder, provider, invoices, invoiced, creditNotes, credited, lines, control, penalties, advances, recovered, due);
  }

  /** The same with another value of {@link #recovered}. */
  public BalanceRow withRecovered(BigDecimal recovered) {
    return new BalanceRow(period, funder, provider, invoices, invoiced, creditNotes, credited, lines, control, penalties, advances, recovered, due);
  }

  /** The same with another value of {@link #due}. */
  public BalanceRow withDue(BigDecimal due) {
    return new BalanceRow(period, funder, provider, invoices, invoiced, creditNotes, credited, lines, control, penalties, advances, recovered, due);
  }

  static BalanceRow read(WireReader in) {
    String period_ = in.text();
    String funder_ = in.text();
    String provider_ = in.text();
    long invoices_ = in.integer();
    BigDecimal invoiced_ = in.money();
    long creditNotes_ = in.integer();
    BigDecimal credited_ = in.money();
    BigDecimal lines_ = in.money();
    BigDecimal control_ = in.money();
    BigDecimal penalties_ = in.money();
    BigDecimal advances_ = in.money();
    BigDecimal recovered_ = in.money();
    BigDecimal due_ = in.money();
    return new BalanceRow(period_, funder_, provider_, invoices_, invoiced_, creditNotes_, credited_, lines_, control_, penalties_, advances_, recovered_, due_);
  }

  void write(WireWriter out) {
    out.text(period);
    out.text(funder);
    out.text(provider);
    out.integer(invoices);
    out.money(invoiced, "invoiced");
    out.integer(creditNotes);
    out.money(credited, "credited");
    out.money(lines, "lines");
    out.money(control, "control");
    out.money(penalties, "penalties");
    out.money(advances, "advances");
    out.money(recovered, "recovered");
    out.money(due, "due");
  }
}
