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
 * {@code envelope}
 *
 * @param wrapped enveloppe présente
 * @param versionId version
 * @param namespaces espaces de noms
 * @param attributes attributs de la racine
 * @param prolog avant la racine
 * @param layout mise en page
 */
public record Envelope(
    boolean wrapped,
    Optional<String> versionId,
    List<NamespaceBinding> namespaces,
    List<RootAttribute> attributes,
    String prolog,
    XmlLayout layout) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public Envelope {
    Objects.requireNonNull(versionId, "versionId");
    namespaces = List.copyOf(Objects.requireNonNull(namespaces, "namespaces"));
    attributes = List.copyOf(Objects.requireNonNull(attributes, "attributes"));
    Objects.requireNonNull(prolog, "prolog");
    Objects.requireNonNull(layout, "layout");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static Envelope empty() {
    return new Envelope(true, Optional.empty(), List.of(), List.of(), "", XmlLayout.empty());
  }

  /** The same with another value of {@link #wrapped}. */
  public Envelope withWrapped(boolean wrapped) {
    return new Envelope(wrapped, versionId, namespaces, attributes, prolog, layout);
  }

  /** The same with another value of {@link #versionId}. */
  public Envelope withVersionId(Optional<String> versionId) {
    return new Envelope(wrapped, versionId, namespaces, attributes, prolog, layout);
  }

  /** The same with a value of {@link #versionId}. */
  public Envelope withVersionId(String versionId) {
    return withVersionId(Optional.of(versionId));
  }

  /** The same with another value of {@link #namespaces}. */
  public Envelope withNamespaces(List<NamespaceBinding> namespaces) {
    return new Envelope(wrapped, versionId, namespaces, attributes, prolog, layout);
  }

  /** The same with another value of {@link #attributes}. */
  public Envelope withAttributes(List<RootAttribute> attributes) {
    return new Envelope(wrapped, versionId, namespaces, attributes, prolog, layout);
  }

  /** The same with another value of {@link #prolog}. */
  public Envelope withProlog(String prolog) {
    return new Envelope(wrapped, versionId, namespaces, attributes, prolog, layout);
  }

  /** The same with another value of {@link #layout}. */
  public Envelope withLayout(XmlLayout layout) {
    return new Envelope(wrapped, versionId, namespaces, attributes, prolog, layout);
  }

  static Envelope read(WireReader in) {
    boolean wrapped_ = in.truth();
    Optional<String> versionId_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    List<NamespaceBinding> namespaces_ = in.list(NamespaceBinding::read);
    List<RootAttribute> attributes_ = in.list(RootAttribute::read);
    String prolog_ = in.text();
    XmlLayout layout_ = XmlLayout.read(in);
    return new Envelope(wrapped_, versionId_, namespaces_, attributes_, prolog_, layout_);
  }

  void write(WireWriter out) {
    out.truth(wrapped);
    if (out.optional(versionId)) out.text(versionId.get());
    out.count(namespaces);
    for (NamespaceBinding one : namespaces) one.write(out);
    out.count(attributes);
    for (RootAttribute one : attributes) one.write(out);
    out.text(prolog);
    layout.write(out);
  }
}
