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
 * {@code slip}
 *
 * @param funder financeur
 * @param billedIn mois de facturation; null when there is none
 * @param invoices factures; null when there is none
 * @param creditNotes avoirs; null when there is none
 * @param net net; null when there is none
 * @param documents documents
 */
public record Slip(
    String funder,
    YearMonth billedIn,
    BigDecimal invoices,
    BigDecimal creditNotes,
    BigDecimal net,
    List<String> documents) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public Slip {
    Objects.requireNonNull(funder, "funder");
    documents = List.copyOf(Objects.requireNonNull(documents, "documents"));
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static Slip empty() {
    return new Slip("", null, Wire.NO_MONEY, Wire.NO_MONEY, Wire.NO_MONEY, List.of());
  }

  /** The same with another value of {@link #funder}. */
  public Slip withFunder(String funder) {
    return new Slip(funder, billedIn, invoices, creditNotes, net, documents);
  }

  /** The same with another value of {@link #billedIn}. */
  public Slip withBilledIn(YearMonth billedIn) {
    return new Slip(funder, billedIn, invoices, creditNotes, net, documents);
  }

  /** The same with another value of {@link #invoices}. */
  public Slip withInvoices(BigDecimal invoices) {
    return new Slip(funder, billedIn, invoices, creditNotes, net, documents);
  }

  /** The same with another value of {@link #creditNotes}. */
  public Slip withCreditNotes(BigDecimal creditNotes) {
    return new Slip(funder, billedIn, invoices, creditNotes, net, documents);
  }

  /** The same with another value of {@link #net}. */
  public Slip withNet(BigDecimal net) {
    return new Slip(funder, billedIn, invoices, creditNotes, net, documents);
  }

  /** The same with another value of {@link #documents}. */
  public Slip withDocuments(List<String> documents) {
    return new Slip(funder, billedIn, invoices, creditNotes, net, documents);
  }

  static Slip read(WireReader in) {
    String funder_ = in.text();
    YearMonth billedIn_ = in.month();
    BigDecimal invoices_ = in.money();
    BigDecimal creditNotes_ = in.money();
    BigDecimal net_ = in.money();
    List<String> documents_ = in.list(WireReader::text);
    return new Slip(funder_, billedIn_, invoices_, creditNotes_, net_, documents_);
  }

  void write(WireWriter out) {
    out.text(funder);
    out.month(billedIn, "billedIn");
    out.money(invoices, "invoices");
    out.money(creditNotes, "creditNotes");
    out.money(net, "net");
    out.count(documents);
    for (String one : documents) out.text(one);
  }
}
