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
 * {@code outage_period}
 *
 * @param provider prestataire
 * @param method mode d'identification
 * @param from début de la panne; null when there is none
 * @param to fin de la panne; null when there is none
 */
public record OutagePeriod(
    String provider,
    Optional<String> method,
    LocalDateTime from,
    LocalDateTime to) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public OutagePeriod {
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(method, "method");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static OutagePeriod empty() {
    return new OutagePeriod("", Optional.empty(), null, null);
  }

  /** The same with another value of {@link #provider}. */
  public OutagePeriod withProvider(String provider) {
    return new OutagePeriod(provider, method, from, to);
  }

  /** The same with another value of {@link #method}. */
  public OutagePeriod withMethod(Optional<String> method) {
    return new OutagePeriod(provider, method, from, to);
  }

  /** The same with a value of {@link #method}. */
  public OutagePeriod withMethod(String method) {
    return withMethod(Optional.of(method));
  }

  /** The same with another value of {@link #from}. */
  public OutagePeriod withFrom(LocalDateTime from) {
    return new OutagePeriod(provider, method, from, to);
  }

  /** The same with another value of {@link #to}. */
  public OutagePeriod withTo(LocalDateTime to) {
    return new OutagePeriod(provider, method, from, to);
  }

  static OutagePeriod read(WireReader in) {
    String provider_ = in.text();
    Optional<String> method_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    LocalDateTime from_ = in.time();
    LocalDateTime to_ = in.time();
    return new OutagePeriod(provider_, method_, from_, to_);
  }

  void write(WireWriter out) {
    out.text(provider);
    if (out.optional(method)) out.text(method.get());
    out.time(from, "from");
    out.time(to, "to");
  }
}
