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
 */
public record SealedStatement(
    String beneficiary,
    YearMonth month,
    String seal,
    Bytes document) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public SealedStatement {
    Objects.requireNonNull(beneficiary, "beneficiary");
    Objects.requireNonNull(seal, "seal");
    Objects.requireNonNull(document, "document");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static SealedStatement empty() {
    return new SealedStatement("", null, "", Bytes.EMPTY);
  }

  /** The same with another value of {@link #beneficiary}. */
  public SealedStatement withBeneficiary(String beneficiary) {
    return new SealedStatement(beneficiary, month, seal, document);
  }

  /** The same with another value of {@link #month}. */
  public SealedStatement withMonth(YearMonth month) {
    return new SealedStatement(beneficiary, month, seal, document);
  }

  /** The same with another value of {@link #seal}. */
  public SealedStatement withSeal(String seal) {
    return new SealedStatement(beneficiary, month, seal, document);
  }

  /** The same with another value of {@link #document}. */
  public SealedStatement withDocument(Bytes document) {
    return new SealedStatement(beneficiary, month, seal, document);
  }

  static SealedStatement read(WireReader in) {
    String beneficiary_ = in.text();
    YearMonth month_ = in.month();
    String seal_ = in.text();
    Bytes document_ = in.bytes();
    return new SealedStatement(beneficiary_, month_, seal_, document_);
  }

  void write(WireWriter out) {
    out.text(beneficiary);
    out.month(month, "month");
    out.text(seal);
    out.bytes(document);
  }
}
