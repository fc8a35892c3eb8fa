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
 * {@code csv_parameter}
 *
 * @param name nom
 * @param value valeur
 */
public record CsvParameter(
    String name,
    String value) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public CsvParameter {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static CsvParameter empty() {
    return new CsvParameter("", "");
  }

  /** The same with another value of {@link #name}. */
  public CsvParameter withName(String name) {
    return new CsvParameter(name, value);
  }

  /** The same with another value of {@link #value}. */
  public CsvParameter withValue(String value) {
    return new CsvParameter(name, value);
  }

  static CsvParameter read(WireReader in) {
    String name_ = in.text();
    String value_ = in.text();
    return new CsvParameter(name_, value_);
  }

  void write(WireWriter out) {
    out.text(name);
    out.text(value);
  }
}
