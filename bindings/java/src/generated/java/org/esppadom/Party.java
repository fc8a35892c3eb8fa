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
 * {@code party}
 *
 * @param ids identifiant (known)
 * @param name nom complet / raison sociale (known)
 * @param firstName prénom (known)
 * @param lastName nom (known)
 * @param birthDate date de naissance (known)
 * @param siret SIRET (known)
 * @param contacts contact / intervenant (known)
 * @param address adresse (known)
 * @param taxRegistration immatriculation TVA (known)
 * @param endpoint adresse électronique (known)
 * @param extras ce que la description ne connaît pas, conservé à la réécriture
 */
public record Party(
    List<Identifier> ids,
    Optional<String> name,
    Optional<String> firstName,
    Optional<String> lastName,
    Optional<LocalDate> birthDate,
    Optional<String> siret,
    List<PartyContact> contacts,
    Optional<PartyAddress> address,
    Optional<PartyTaxRegistration> taxRegistration,
    Optional<PartyEndpoint> endpoint,
    Extras extras) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public Party {
    ids = List.copyOf(Objects.requireNonNull(ids, "ids"));
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(firstName, "firstName");
    Objects.requireNonNull(lastName, "lastName");
    Objects.requireNonNull(birthDate, "birthDate");
    Objects.requireNonNull(siret, "siret");
    contacts = List.copyOf(Objects.requireNonNull(contacts, "contacts"));
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(taxRegistration, "taxRegistration");
    Objects.requireNonNull(endpoint, "endpoint");
    Objects.requireNonNull(extras, "extras");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static Party empty() {
    return new Party(List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Extras.NONE);
  }

  /** The same with another value of {@link #ids}. */
  public Party withIds(List<Identifier> ids) {
    return new Party(ids, name, firstName, lastName, birthDate, siret, contacts, address, taxRegistration, endpoint, extras);
  }

  /** The same with another value of {@link #name}. */
  public Party withName(Optional<String> name) {
    return new Party(ids, name, firstName, lastName, birthDate, siret, contacts, address, taxRegistration, endpoint, extras);
  }

  /** The same with a value of {@link #name}. */
  public Party withName(String name) {
    return withName(Optional.of(name));
  }

  /** The same with another value of {@link #firstName}. */
  public Party withFirstName(Optional<String> firstName) {
    return new Party(ids, name, firstName, lastName, birthDate, siret, contacts, address, taxRegistration, endpoint, extras);
  }

  /** The same with a value of {@link #firstName}. */
  public Party withFirstName(String firstName) {
    return withFirstName(Optional.of(firstName));
  }

  /** The same with another value of {@link #lastName}. */
  public Party withLastName(Optional<String> lastName) {
    return new Party(ids, name, firstName, lastName, birthDate, siret, contacts, address, taxRegistration, endpoint, extras);
  }

  /** The same with a value of {@link #lastName}. */
  public Party withLastName(String lastName) {
    return withLastName(Optional.of(lastName));
  }

  /** The same with another value of {@link #birthDate}. */
  public Party withBirthDate(Optional<LocalDate> birthDate) {
    return new Party(ids, name, firstName, lastName, birthDate, siret, contacts, address, taxRegistration, endpoint, extras);
  }

  /** The same with a value of {@link #birthDate}. */
  public Party withBirthDate(LocalDate birthDate) {
    return withBirthDate(Optional.of(birthDate));
  }

  /** The same with another value of {@link #siret}. */
  public Party withSiret(Optional<String> siret) {
    return new Party(ids, name, firstName, lastName, birthDate, siret, contacts, address, taxRegistration, endpoint, extras);
  }

  /** The same with a value of {@link #siret}. */
  public Party withSiret(String siret) {
    return withSiret(Optional.of(siret));
  }

  /** The same with another value of {@link #contacts}. */
  public Party withContacts(List<PartyContact> contacts) {
    return new Party(ids, name, firstName, lastName, birthDate, siret, contacts, address, taxRegistration, endpoint, extras);
  }

  /** The same with another value of {@link #address}. */
  public Party withAddress(Optional<PartyAddress> address) {
    return new Party(ids, name, firstName, lastName, birthDate, siret, contacts, address, taxRegistration, endpoint, extras);
  }

  /** The same with a value of {@link #address}. */
  public Party withAddress(PartyAddress address) {
    return withAddress(Optional.of(address));
  }

  /** The same with another value of {@link #taxRegistration}. */
  public Party withTaxRegistration(Optional<PartyTaxRegistration> taxRegistration) {
    return new Party(ids, name, firstName, lastName, birthDate, siret, contacts, address, taxRegistration, endpoint, extras);
  }

  /** The same with a value of {@link #taxRegistration}. */
  public Party withTaxRegistration(PartyTaxRegistration taxRegistration) {
    return withTaxRegistration(Optional.of(taxRegistration));
  }

  /** The same with another value of {@link #endpoint}. */
  public Party withEndpoint(Optional<PartyEndpoint> endpoint) {
    return new Party(ids, name, firstName, lastName, birthDate, siret, contacts, address, taxRegistration, endpoint, extras);
  }

  /** The same with a value of {@link #endpoint}. */
  public Party withEndpoint(PartyEndpoint endpoint) {
    return withEndpoint(Optional.of(endpoint));
  }

  /** The same with another value of {@link #extras}. */
  public Party withExtras(Extras extras) {
    return new Party(ids, name, firstName, lastName, birthDate, siret, contacts, address, taxRegistration, endpoint, extras);
  }

  static Party read(WireReader in) {
    List<Identifier> ids_ = in.list(WireReader::identifier);
    Optional<String> name_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    Optional<String> firstName_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    Optional<String> lastName_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    Optional<LocalDate> birthDate_ = in.optional() ? Optional.of(in.date()) : Optional.empty();
    Optional<String> siret_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    List<PartyContact> contacts_ = in.list(PartyContact::read);
    Optional<PartyAddress> address_ = in.optional() ? Optional.of(PartyAddress.read(in)) : Optional.empty();
    Optional<PartyTaxRegistration> taxRegistration_ = in.optional() ? Optional.of(PartyTaxRegistration.read(in)) : Optional.empty();
    Optional<PartyEndpoint> endpoint_ = in.optional() ? Optional.of(PartyEndpoint.read(in)) : Optional.empty();
    return new Party(ids_, name_, firstName_, lastName_, birthDate_, siret_, contacts_, address_, taxRegistration_, endpoint_, in.extras(null));
  }

  void write(WireWriter out) {
    out.count(ids);
    for (Identifier one : ids) out.identifier(one);
    if (out.optional(name)) out.text(name.get());
    if (out.optional(firstName)) out.text(firstName.get());
    if (out.optional(lastName)) out.text(lastName.get());
    if (out.optional(birthDate)) out.date(birthDate.get(), "birthDate");
    if (out.optional(siret)) out.text(siret.get());
    out.count(contacts);
    for (PartyContact one : contacts) one.write(out);
    if (out.optional(address)) address.get().write(out);
    if (out.optional(taxRegistration)) taxRegistration.get().write(out);
    if (out.optional(endpoint)) endpoint.get().write(out);
    out.extras(extras);
  }
}
