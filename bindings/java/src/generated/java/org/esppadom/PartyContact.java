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
 * {@code party_contact}
 *
 * @param id identifiant (known)
 * @param personName nom (known)
 * @param typeCode type de contact (known)
 * @param extras ce que la description ne connaît pas, conservé à la réécriture
 */
public record PartyContact(
    Optional<Identifier> id,
    Optional<String> personName,
    Optional<Code> typeCode,
    Extras extras) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public PartyContact {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(personName, "personName");
    Objects.requireNonNull(typeCode, "typeCode");
    Objects.requireNonNull(extras, "extras");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static PartyContact empty() {
    return new PartyContact(Optional.empty(), Optional.empty(), Optional.empty(), Extras.NONE);
  }

  /** The same with another value of {@link #id}. */
  public PartyContact withId(Optional<Identifier> id) {
    return new PartyContact(id, personName, typeCode, extras);
  }

  /** The same with a value of {@link #id}. */
  public PartyContact withId(Identifier id) {
    return withId(Optional.of(id));
  }

  /** The same with another value of {@link #personName}. */
  public PartyContact withPersonName(Optional<String> personName) {
    return new PartyContact(id, personName, typeCode, extras);
  }

  /** The same with a value of {@link #personName}. */
  public PartyContact withPersonName(String personName) {
    return withPersonName(Optional.of(personName));
  }

  /** The same with another value of {@link #typeCode}. */
  public PartyContact withTypeCode(Optional<Code> typeCode) {
    return new PartyContact(id, personName, typeCode, extras);
  }

  /** The same with a value of {@link #typeCode}. */
  public PartyContact withTypeCode(Code typeCode) {
    return withTypeCode(Optional.of(typeCode));
  }

  /** The same with another value of {@link #extras}. */
  public PartyContact withExtras(Extras extras) {
    return new PartyContact(id, personName, typeCode, extras);
  }

  static PartyContact read(WireReader in) {
    Optional<Identifier> id_ = in.optional() ? Optional.of(in.identifier()) : Optional.empty();
    Optional<String> personName_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    Optional<Code> typeCode_ = in.optional() ? Optional.of(in.code()) : Optional.empty();
    return new PartyContact(id_, personName_, typeCode_, in.extras(null));
  }

  void write(WireWriter out) {
    if (out.optional(id)) out.identifier(id.get());
    if (out.optional(personName)) out.text(personName.get());
    if (out.optional(typeCode)) out.code(typeCode.get());
    out.extras(extras);
  }
}
