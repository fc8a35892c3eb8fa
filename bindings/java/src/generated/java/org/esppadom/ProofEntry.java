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
 * {@code proof_entry}
 *
 * @param deliveryId n° de document de l'intervention
 * @param reference référence du justificatif
 */
public record ProofEntry(
    String deliveryId,
    String reference) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public ProofEntry {
    Objects.requireNonNull(deliveryId, "deliveryId");
    Objects.requireNonNull(reference, "reference");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static ProofEntry empty() {
    return new ProofEntry("", "");
  }

  /** The same with another value of {@link #deliveryId}. */
  public ProofEntry withDeliveryId(String deliveryId) {
    return new ProofEntry(deliveryId, reference);
  }

  /** The same with another value of {@link #reference}. */
  public ProofEntry withReference(String reference) {
    return new ProofEntry(deliveryId, reference);
  }

  static ProofEntry read(WireReader in) {
    String deliveryId_ = in.text();
    String reference_ = in.text();
    return new ProofEntry(deliveryId_, reference_);
  }

  void write(WireWriter out) {
    out.text(deliveryId);
    out.text(reference);
  }
}
