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
 * {@code document_total}
 *
 * @param type nature
 * @param count nombre
 * @param total total; null when there is none
 */
public record DocumentTotal(
    DocumentType type,
    long count,
    BigDecimal total) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public DocumentTotal {
    Objects.requireNonNull(type, "type");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static DocumentTotal empty() {
    return new DocumentTotal(DocumentType.MAIN, 0, Wire.NO_MONEY);
  }

  /** The same with another value of {@link #type}. */
  public DocumentTotal withType(DocumentType type) {
    return new DocumentTotal(type, count, total);
  }

  /** The same with another value of {@link #count}. */
  public DocumentTotal withCount(long count) {
    return new DocumentTotal(type, count, total);
  }

  /** The same with another value of {@link #total}. */
  public DocumentTotal withTotal(BigDecimal total) {
    return new DocumentTotal(type, count, total);
  }

  static DocumentTotal read(WireReader in) {
    DocumentType type_ = DocumentType.read(in);
    long count_ = in.integer();
    BigDecimal total_ = in.money();
    return new DocumentTotal(type_, count_, total_);
  }

  void write(WireWriter out) {
    type.write(out);
    out.integer(count);
    out.money(total, "total");
  }
}
