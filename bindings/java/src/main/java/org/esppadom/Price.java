package org.esppadom;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * Un prix unitaire, jusqu'à six décimales, et sa devise.
 *
 * @param value le prix
 * @param currency la devise, vide si elle n'est pas dite
 */
public record Price(BigDecimal value, String currency) {
  static final Price EMPTY = new Price(Wire.NO_MONEY, "");

  /** Null is refused, but for a value that could not be read. */
  public Price {
    Objects.requireNonNull(currency, "currency");
  }

  /** A price whose currency is not said: euros. */
  public static Price of(BigDecimal value) {
    return new Price(Objects.requireNonNull(value, "value"), "");
  }
}
