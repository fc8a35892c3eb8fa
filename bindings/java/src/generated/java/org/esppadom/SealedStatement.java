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
 * {@code sealed_statement}
 *
 * @param beneficiary bénéficiaire
 * @param month mois; null when there is none
 * @param seal sceau
 * @param document état, à conserver octet pour octet
 * @param page page HTML à lire et à signer, si elle est demandée
 */
public record SealedStatement(
    String beneficiary,
    YearMonth month,
    String seal,
    Bytes document,
    Optional<Bytes> page) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public SealedStatement {
    Objects.requireNonNull(beneficiary, "beneficiary");
    Objects.requireNonNull(seal, "seal");
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(page, "page");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static SealedStatement empty() {
    return new SealedStatement("", null, "", Bytes.EMPTY, Optional.empty());
  }

  /** The same with another value of {@link #beneficiary}. */
  public SealedStatement withBeneficiary(String beneficiary) {
    return new SealedStatement(beneficiary, month, seal, document, page);
  }

  /** The same with another value of {@link #month}. */
  public SealedStatement withMonth(YearMonth month) {
    return new SealedStatement(beneficiary, month, seal, document, page);
  }

  /** The same with another value of {@link #seal}. */
  public SealedStatement withSeal(String seal) {
    return new SealedStatement(beneficiary, month, seal, document, page);
  }

  /** The same with another value of {@link #document}. */
  public SealedStatement withDocument(Bytes document) {
    return new SealedStatement(beneficiary, month, seal, document, page);
  }

  /** The same with another value of {@link #page}. */
  public SealedStatement withPage(Optional<Bytes> page) {
    return new SealedStatement(beneficiary, month, seal, document, page);
  }

  /** The same with a value of {@link #page}. */
  public SealedStatement withPage(Bytes page) {
    return withPage(Optional.of(page));
  }

  static SealedStatement read(WireReader in) {
    String beneficiary_ = in.text();
    YearMonth month_ = in.month();
    String seal_ = in.text();
    Bytes document_ = in.bytes();
    Optional<Bytes> page_ = in.optional() ? Optional.of(in.bytes()) : Optional.empty();
    return new SealedStatement(beneficiary_, month_, seal_, document_, page_);
  }

  void write(WireWriter out) {
    out.text(beneficiary);
    out.month(month, "month");
    out.text(seal);
    out.bytes(document);
    if (out.optional(page)) out.bytes(page.get());
  }
}
