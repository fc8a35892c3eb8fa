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
 * {@code view_request}
 *
 * @param paths fichiers, dossiers et archives
 * @param orders commandes
 * @param deliveries comptes rendus
 * @param invoices factures
 * @param role qui demande à voir
 * @param key clé des pseudonymes, d'au moins 16 octets
 * @param provider prestataire ; vide : tous
 * @param beneficiary bénéficiaire ; vide : tous
 * @param service prestation ; vide : toutes
 * @param keepDates garder les dates que le rôle verrait décalées
 * @param smallestGroup plus petit groupe montré ; absent : tous
 * @param language langue
 */
public record ViewRequest(
    List<String> paths,
    List<Order> orders,
    List<Delivery> deliveries,
    List<Invoice> invoices,
    ViewRole role,
    Bytes key,
    String provider,
    String beneficiary,
    String service,
    boolean keepDates,
    Optional<Long> smallestGroup,
    Language language) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public ViewRequest {
    paths = List.copyOf(Objects.requireNonNull(paths, "paths"));
    orders = List.copyOf(Objects.requireNonNull(orders, "orders"));
    deliveries = List.copyOf(Objects.requireNonNull(deliveries, "deliveries"));
    invoices = List.copyOf(Objects.requireNonNull(invoices, "invoices"));
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(beneficiary, "beneficiary");
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(smallestGroup, "smallestGroup");
    Objects.requireNonNull(language, "language");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static ViewRequest empty() {
    return new ViewRequest(List.of(), List.of(), List.of(), List.of(), ViewRole.STATISTICIAN, Bytes.EMPTY, "", "", "", false, Optional.empty(), Language.FR);
  }

  /** The same with another value of {@link #paths}. */
  public ViewRequest withPaths(List<String> paths) {
    return new ViewRequest(paths, orders, deliveries, invoices, role, key, provider, beneficiary, service, keepDates, smallestGroup, language);
  }

  /** The same with another value of {@link #orders}. */
  public ViewRequest withOrders(List<Order> orders) {
    return new ViewRequest(paths, orders, deliveries, invoices, role, key, provider, beneficiary, service, keepDates, smallestGroup, language);
  }

  /** The same with another value of {@link #deliveries}. */
  public ViewRequest withDeliveries(List<Delivery> deliveries) {
    return new ViewRequest(paths, orders, deliveries, invoices, role, key, provider, beneficiary, service, keepDates, smallestGroup, language);
  }

  /** The same with another value of {@link #invoices}. */
  public ViewRequest withInvoices(List<Invoice> invoices) {
    return new ViewRequest(paths, orders, deliveries, invoices, role, key, provider, beneficiary, service, keepDates, smallestGroup, language);
  }

  /** The same with another value of {@link #role}. */
  public ViewRequest withRole(ViewRole role) {
    return new ViewRequest(paths, orders, deliveries, invoices, role, key, provider, beneficiary, service, keepDates, smallestGroup, language);
  }

  /** The same with another value of {@link #key}. */
  public ViewRequest withKey(Bytes key) {
    return new ViewRequest(paths, orders, deliveries, invoices, role, key, provider, beneficiary, service, keepDates, smallestGroup, language);
  }

  /** The same with another value of {@link #provider}. */
  public ViewRequest withProvider(String provider) {
    return new ViewRequest(paths, orders, deliveries, invoices, role, key, provider, beneficiary, service, keepDates, smallestGroup, language);
  }

  /** The same with another value of {@link #beneficiary}. */
  public ViewRequest withBeneficiary(String beneficiary) {
    return new ViewRequest(paths, orders, deliveries, invoices, role, key, provider, beneficiary, service, keepDates, smallestGroup, language);
  }

  /** The same with another value of {@link #service}. */
  public ViewRequest withService(String service) {
    return new ViewRequest(paths, orders, deliveries, invoices, role, key, provider, beneficiary, service, keepDates, smallestGroup, language);
  }

  /** The same with another value of {@link #keepDates}. */
  public ViewRequest withKeepDates(boolean keepDates) {
    return new ViewRequest(paths, orders, deliveries, invoices, role, key, provider, beneficiary, service, keepDates, smallestGroup, language);
  }

  /** The same with another value of {@link #smallestGroup}. */
  public ViewRequest withSmallestGroup(Optional<Long> smallestGroup) {
    return new ViewRequest(paths, orders, deliveries, invoices, role, key, provider, beneficiary, service, keepDates, smallestGroup, language);
  }

  /** The same with a value of {@link #smallestGroup}. */
  public ViewRequest withSmallestGroup(long smallestGroup) {
    return withSmallestGroup(Optional.of(smallestGroup));
  }

  /** The same with another value of {@link #language}. */
  public ViewRequest withLanguage(Language language) {
    return new ViewRequest(paths, orders, deliveries, invoices, role, key, provider, beneficiary, service, keepDates, smallestGroup, language);
  }

  static ViewRequest read(WireReader in) {
    List<String> paths_ = in.list(WireReader::text);
    List<Order> orders_ = in.list(Order::read);
    List<Delivery> deliveries_ = in.list(Delivery::read);
    List<Invoice> invoices_ = in.list(Invoice::read);
    ViewRole role_ = ViewRole.read(in);
    Bytes key_ = in.bytes();
    String provider_ = in.text();
    String beneficiary_ = in.text();
    String service_ = in.text();
    boolean keepDates_ = in.truth();
    Optional<Long> smallestGroup_ = in.optional() ? Optional.of(in.integer()) : Optional.empty();
    Language language_ = Language.read(in);
    return new ViewRequest(paths_, orders_, deliveries_, invoices_, role_, key_, provider_, beneficiary_, service_, keepDates_, smallestGroup_, language_);
  }

  void write(WireWriter out) {
    out.count(paths);
    for (String one : paths) out.text(one);
    out.count(orders);
    for (Order one : orders) one.write(out);
    out.count(deliveries);
    for (Delivery one : deliveries) one.write(out);
    out.count(invoices);
    for (Invoice one : invoices) one.write(out);
    role.write(out);
    out.bytes(key);
    out.text(provider);
    out.text(beneficiary);
    out.text(service);
    out.truth(keepDates);
    if (out.optional(smallestGroup)) out.integer(smallestGroup.get());
    language.write(out);
  }
}
