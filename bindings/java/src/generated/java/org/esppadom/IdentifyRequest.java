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
 * {@code identify_request}
 *
 * @param calls journal des appels, en CSV
 * @param directory annuaire des numéros, en CSV ou en JSON
 * @param rules fichier de règles ; sans règles, toutes sont neutres
 * @param circumstances circonstances dont comptent les interventions planifiées, document
 * @param facts circonstances, comme valeurs au lieu d'un document
 * @param issuedAt date d'émission ; absente : celle du dernier appel
 * @param transactionId n° de transaction ; vide : tiré de la date d'émission
 * @param method mode d'identification écrit dans les messages ; vide : aucun
 * @param language langue
 */
public record IdentifyRequest(
    NamedDocument calls,
    NamedDocument directory,
    Optional<NamedDocument> rules,
    Optional<NamedDocument> circumstances,
    Optional<Circumstances> facts,
    Optional<LocalDateTime> issuedAt,
    String transactionId,
    String method,
    Language language) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public IdentifyRequest {
    Objects.requireNonNull(calls, "calls");
    Objects.requireNonNull(directory, "directory");
    Objects.requireNonNull(rules, "rules");
    Objects.requireNonNull(circumstances, "circumstances");
    Objects.requireNonNull(facts, "facts");
    Objects.requireNonNull(issuedAt, "issuedAt");
    Objects.requireNonNull(transactionId, "transactionId");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(language, "language");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static IdentifyRequest empty() {
    return new IdentifyRequest(NamedDocument.empty(), NamedDocument.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "", "IVR", Language.FR);
  }

  /** The same with another value of {@link #calls}. */
  public IdentifyRequest withCalls(NamedDocument calls) {
    return new IdentifyRequest(calls, directory, rules, circumstances, facts, issuedAt, transactionId, method, language);
  }

  /** The same with another value of {@link #directory}. */
  public IdentifyRequest withDirectory(NamedDocument directory) {
    return new IdentifyRequest(calls, directory, rules, circumstances, facts, issuedAt, transactionId, method, language);
  }

  /** The same with another value of {@link #rules}. */
  public IdentifyRequest withRules(Optional<NamedDocument> rules) {
    return new IdentifyRequest(calls, directory, rules, circumstances, facts, issuedAt, transactionId, method, language);
  }

  /** The same with a value of {@link #rules}. */
  public IdentifyRequest withRules(NamedDocument rules) {
    return withRules(Optional.of(rules));
  }

  /** The same with another value of {@link #circumstances}. */
  public IdentifyRequest withCircumstances(Optional<NamedDocument> circumstances) {
    return new IdentifyRequest(calls, directory, rules, circumstances, facts, issuedAt, transactionId, method, language);
  }

  /** The same with a value of {@link #circumstances}. */
  public IdentifyRequest withCircumstances(NamedDocument circumstances) {
    return withCircumstances(Optional.of(circumstances));
  }

  /** The same with another value of {@link #facts}. */
  public IdentifyRequest withFacts(Optional<Circumstances> facts) {
    return new IdentifyRequest(calls, directory, rules, circumstances, facts, issuedAt, transactionId, method, language);
  }

  /** The same with a value of {@link #facts}. */
  public IdentifyRequest withFacts(Circumstances facts) {
    return withFacts(Optional.of(facts));
  }

  /** The same with another value of {@link #issuedAt}. */
  public IdentifyRequest withIssuedAt(Optional<LocalDateTime> issuedAt) {
    return new IdentifyRequest(calls, directory, rules, circumstances, facts, issuedAt, transactionId, method, language);
  }

  /** The same with a value of {@link #issuedAt}. */
  public IdentifyRequest withIssuedAt(LocalDateTime issuedAt) {
    return withIssuedAt(Optional.of(issuedAt));
  }

  /** The same with another value of {@link #transactionId}. */
  public IdentifyRequest withTransactionId(String transactionId) {
    return new IdentifyRequest(calls, directory, rules, circumstances, facts, issuedAt, transactionId, method, language);
  }

  /** The same with another value of {@link #method}. */
  public IdentifyRequest withMethod(String method) {
    return new IdentifyRequest(calls, directory, rules, circumstances, facts, issuedAt, transactionId, method, language);
  }

  /** The same with another value of {@link #language}. */
  public IdentifyRequest withLanguage(Language language) {
    return new IdentifyRequest(calls, directory, rules, circumstances, facts, issuedAt, transactionId, method, language);
  }

  static IdentifyRequest read(WireReader in) {
    NamedDocument calls_ = NamedDocument.read(in);
    NamedDocument directory_ = NamedDocument.read(in);
    Optional<NamedDocument> rules_ = in.optional() ? Optional.of(NamedDocument.read(in)) : Optional.empty();
    Optional<NamedDocument> circumstances_ = in.optional() ? Optional.of(NamedDocument.read(in)) : Optional.empty();
    Optional<Circumstances> facts_ = in.optional() ? Optional.of(Circumstances.read(in)) : Optional.empty();
    Optional<LocalDateTime> issuedAt_ = in.optional() ? Optional.of(in.time()) : Optional.empty();
    String transactionId_ = in.text();
    String method_ = in.text();
    Language language_ = Language.read(in);
    return new IdentifyRequest(calls_, directory_, rules_, circumstances_, facts_, issuedAt_, transactionId_, method_, language_);
  }

  void write(WireWriter out) {
    calls.write(out);
    directory.write(out);
    if (out.optional(rules)) rules.get().write(out);
    if (out.optional(circumstances)) circumstances.get().write(out);
    if (out.optional(facts)) facts.get().write(out);
    if (out.optional(issuedAt)) out.time(issuedAt.get(), "issuedAt");
    out.text(transactionId);
    out.text(method);
    language.write(out);
  }
}
