package org.esppadom;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * Une quantité et son unité (HUR heure, MIN minute, C62 unité, DAY, WEE, MON, ANN).
 *
 * @param value la quantité
 * @param unitCode l'unité
 */
public record Measure(BigDecimal value, String unitCode) {
  static final Measure EMPTY = new Measure(BigDecimal.ZERO, "");

  /** Null is refused. */
  public Measure {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(unitCode, "unitCode");
  }
}
