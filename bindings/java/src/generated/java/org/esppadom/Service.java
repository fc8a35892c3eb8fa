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
 * {@code service}
 *
 * @param codes code de prestation, type d'aide (known)
 * @param label libellé (known)
 * @param extras ce que la description ne connaît pas, conservé à la réécriture
 */
public record Service(
    List<Code> codes,
    Optional<String> label,
    Extras extras) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public Service {
    codes = List.copyOf(Objects.requireNonNull(codes, "codes"));
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(extras, "extras");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static Service empty() {
    return new Service(List.of(), Optional.empty(), Extras.NONE);
  }

  /** The same with another value of {@link #codes}. */
  public Service withCodes(List<Code> codes) {
    return new Service(codes, label, extras);
  }

  /** The same with another value of {@link #label}. */
  public Service withLabel(Optional<String> label) {
    return new Service(codes, label, extras);
  }

  /** The same with a value of {@link #label}. */
  public Service withLabel(String label) {
    return withLabel(Optional.of(label));
  }

  /** The same with another value of {@link #extras}. */
  public Service withExtras(Extras extras) {
    return new Service(codes, label, extras);
  }

  static Service read(WireReader in) {
    List<Code> codes_ = in.list(WireReader::code);
    Optional<String> label_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    return new Service(codes_, label_, in.extras(null));
  }

  void write(WireWriter out) {
    out.count(codes);
    for (Code one : codes) out.code(one);
    if (out.optional(label)) out.text(label.get());
    out.extras(extras);
  }
}
