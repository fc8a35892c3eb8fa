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
 * {@code party_tax_registration}
 *
 * @param id n° de TVA (inferred (medium))
 * @param extras ce que la description ne connaît pas, conservé à la réécriture
 */
public record PartyTaxRegistration(
    String id,
    Extras extras) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public PartyTaxRegistration {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(extras, "extras");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static PartyTaxRegistration empty() {
    return new PartyTaxRegistration("", Extras.NONE);
  }

  /** The same with another value of {@link #id}. */
  public PartyTaxRegistration withId(String id) {
    return new PartyTaxRegistration(id, extras);
  }

  /** The same with another value of {@link #extras}. */
  public PartyTaxRegistration withExtras(Extras extras) {
    return new PartyTaxRegistration(id, extras);
  }

  static PartyTaxRegistration read(WireReader in) {
    String id_ = in.text();
    return new PartyTaxRegistration(id_, in.extras(null));
  }

  void write(WireWriter out) {
    out.text(id);
    out.extras(extras);
  }
}
