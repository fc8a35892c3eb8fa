package org.esppadom;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * Un montant en euros et centimes, et sa devise.
 *
 * @param value le montant, deux décimales
 * @param currency la devise, vide si elle n'est pas dite
 */
public record Amount(BigDecimal value, String currency) {
  static final Amount EMPTY = new Amount(Wire.NO_MONEY, "");

  /** Null is refused, but for a value that could not be read. */
  public Amount {
    Objects.requireNonNull(currency, "currency");
  }

  /** An amount whose currency is not said: euros. */
  public static Amount of(BigDecimal value) {
    return new Amount(Objects.requireNonNull(value, "value"), "");
  }
}
