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
 * {@code alert_event}
 *
 * @param change changement
 * @param id n° d'alerte
 * @param kind nature
 * @param date date; null when there is none
 * @param beneficiary bénéficiaire
 * @param provider prestataire
 * @param subject objet
 * @param seconds temps concerné (s)
 * @param toldOn signalée le; null when there is none
 */
public record AlertEvent(
    AlertChange change,
    String id,
    AlertKind kind,
    LocalDate date,
    String beneficiary,
    String provider,
    String subject,
    Optional<ExactSeconds> seconds,
    LocalDate toldOn) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public AlertEvent {
    Objects.requireNonNull(change, "change");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(beneficiary, "beneficiary");
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(seconds, "seconds");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static AlertEvent empty() {
    return new AlertEvent(AlertChange.BEGUN, "", AlertKind.PLAN_EXPIRING, null, "", "", "", Optional.empty(), null);
  }

  /** The same with another value of {@link #change}. */
  public AlertEvent withChange(AlertChange change) {
    return new AlertEvent(change, id, kind, date, beneficiary, provider, subject, seconds, toldOn);
  }

  /** The same with another value of {@link #id}. */
  public AlertEvent withId(String id) {
    return new AlertEvent(change, id, kind, date, beneficiary, provider, subject, seconds, toldOn);
  }

  /** The same with another value of {@link #kind}. */
  public AlertEvent withKind(AlertKind kind) {
    return new AlertEvent(change, id, kind, date, beneficiary, provider, subject, seconds, toldOn);
  }

  /** The same with another value of {@link #date}. */
  public AlertEvent withDate(LocalDate date) {
    return new AlertEvent(change, id, kind, date, beneficiary, provider, subject, seconds, toldOn);
  }

  /** The same with another value of {@link #beneficiary}. */
  public AlertEvent withBeneficiary(String beneficiary) {
    return new AlertEvent(change, id, kind, date, beneficiary, provider, subject, seconds, toldOn);
  }

  /** The same with another value of {@link #provider}. */
  public AlertEvent withProvider(String provider) {
    return new AlertEvent(change, id, kind, date, beneficiary, provider, subject, seconds, toldOn);
  }

  /** The same with another value of {@link #subject}. */
  public AlertEvent withSubject(String subject) {
    return new AlertEvent(change, id, kind, date, beneficiary, provider, subject, seconds, toldOn);
  }

  /** The same with another value of {@link #seconds}. */
  public AlertEvent withSeconds(Optional<ExactSeconds> seconds) {
    return new AlertEvent(change, id, kind, date, beneficiary, provider, subject, seconds, toldOn);
  }

  /** The same with a value of {@link #seconds}. */
  public AlertEvent withSeconds(ExactSeconds seconds) {
    return withSeconds(Optional.of(seconds));
  }

  /** The same with another value of {@link #toldOn}. */
  public AlertEvent withToldOn(LocalDate toldOn) {
    return new AlertEvent(change, id, kind, date, beneficiary, provider, subject, seconds, toldOn);
  }

  static AlertEvent read(WireReader in) {
    AlertChange change_ = AlertChange.read(in);
    String id_ = in.text();
    AlertKind kind_ = AlertKind.read(in);
    LocalDate date_ = in.date();
    String beneficiary_ = in.text();
    String provider_ = in.text();
    String subject_ = in.text();
    Optional<ExactSeconds> seconds_ = in.optional() ? Optional.of(in.exactSeconds()) : Optional.empty();
    LocalDate toldOn_ = in.date();
    return new AlertEvent(change_, id_, kind_, date_, beneficiary_, provider_, subject_, seconds_, toldOn_);
  }

  void write(WireWriter out) {
    change.write(out);
    out.text(id);
    kind.write(out);
    out.date(date, "date");
    out.text(beneficiary);
    out.text(provider);
    out.text(subject);
    if (out.optional(seconds)) out.exactSeconds(seconds.get());
    out.date(toldOn, "toldOn");
  }
}
