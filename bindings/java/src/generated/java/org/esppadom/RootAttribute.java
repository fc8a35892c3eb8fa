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
 * {@code root_attribute}
 *
 * @param name nom
 * @param value valeur
 */
public record RootAttribute(
    String name,
    String value) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public RootAttribute {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static RootAttribute empty() {
    return new RootAttribute("", "");
  }

  /** The same with another value of {@link #name}. */
  public RootAttribute withName(String name) {
    return new RootAttribute(name, value);
  }

  /** The same with another value of {@link #value}. */
  public RootAttribute withValue(String value) {
    return new RootAttribute(name, value);
  }

  static RootAttribute read(WireReader in) {
    String name_ = in.text();
    String value_ = in.text();
    return new RootAttribute(name_, value_);
  }

  void write(WireWriter out) {
    out.text(name);
    out.text(value);
  }
}
