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
 * {@code party_address}
 *
 * @param lineOne rue (known)
 * @param postcode code postal (known)
 * @param city ville (known)
 * @param country pays (known)
 * @param extras ce que la description ne connaît pas, conservé à la réécriture
 */
public record PartyAddress(
    Optional<String> lineOne,
    Optional<String> postcode,
    Optional<String> city,
    Optional<Code> country,
    Extras extras) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public PartyAddress {
    Objects.requireNonNull(lineOne, "lineOne");
    Objects.requireNonNull(postcode, "postcode");
    Objects.requireNonNull(city, "city");
    Objects.requireNonNull(country, "country");
    Objects.requireNonNull(extras, "extras");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static PartyAddress empty() {
    return new PartyAddress(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Extras.NONE);
  }

  /** The same with another value of {@link #lineOne}. */
  public PartyAddress withLineOne(Optional<String> lineOne) {
    return new PartyAddress(lineOne, postcode, city, country, extras);
  }

  /** The same with a value of {@link #lineOne}. */
  public PartyAddress withLineOne(String lineOne) {
    return withLineOne(Optional.of(lineOne));
  }

  /** The same with another value of {@link #postcode}. */
  public PartyAddress withPostcode(Optional<String> postcode) {
    return new PartyAddress(lineOne, postcode, city, country, extras);
  }

  /** The same with a value of {@link #postcode}. */
  public PartyAddress withPostcode(String postcode) {
    return withPostcode(Optional.of(postcode));
  }

  /** The same with another value of {@link #city}. */
  public PartyAddress withCity(Optional<String> city) {
    return new PartyAddress(lineOne, postcode, city, country, extras);
  }

  /** The same with a value of {@link #city}. */
  public PartyAddress withCity(String city) {
    return withCity(Optional.of(city));
  }

  /** The same with another value of {@link #country}. */
  public PartyAddress withCountry(Optional<Code> country) {
    return new PartyAddress(lineOne, postcode, city, country, extras);
  }

  /** The same with a value of {@link #country}. */
  public PartyAddress withCountry(Code country) {
    return withCountry(Optional.of(country));
  }

  /** The same with another value of {@link #extras}. */
  public PartyAddress withExtras(Extras extras) {
    return new PartyAddress(lineOne, postcode, city, country, extras);
  }

  static PartyAddress read(WireReader in) {
    Optional<String> lineOne_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    Optional<String> postcode_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    Optional<String> city_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    Optional<Code> country_ = in.optional() ? Optional.of(in.code()) : Optional.empty();
    return new PartyAddress(lineOne_, postcode_, city_, country_, in.extras(null));
  }

  void write(WireWriter out) {
    if (out.optional(lineOne)) out.text(lineOne.get());
    if (out.optional(postcode)) out.text(postcode.get());
    if (out.optional(city)) out.text(city.get());
    if (out.optional(country)) out.code(country.get());
    out.extras(extras);
  }
}
