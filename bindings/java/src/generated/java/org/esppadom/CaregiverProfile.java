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
 * {@code caregiver_profile}
 *
 * @param provider prestataire
 * @param caregiver intervenant
 * @param profile profil de l'intervenant
 * @param from premier jour
 * @param to dernier jour
 */
public record CaregiverProfile(
    String provider,
    String caregiver,
    String profile,
    Optional<LocalDate> from,
    Optional<LocalDate> to) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public CaregiverProfile {
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(caregiver, "caregiver");
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static CaregiverProfile empty() {
    return new CaregiverProfile("", "", "", Optional.empty(), Optional.empty());
  }

  /** The same with another value of {@link #provider}. */
  public CaregiverProfile withProvider(String provider) {
    return new CaregiverProfile(provider, caregiver, profile, from, to);
  }

  /** The same with another value of {@link #caregiver}. */
  public CaregiverProfile withCaregiver(String caregiver) {
    return new CaregiverProfile(provider, caregiver, profile, from, to);
  }

  /** The same with another value of {@link #profile}. */
  public CaregiverProfile withProfile(String profile) {
    return new CaregiverProfile(provider, caregiver, profile, from, to);
  }

  /** The same with another value of {@link #from}. */
  public CaregiverProfile withFrom(Optional<LocalDate> from) {
    return new CaregiverProfile(provider, caregiver, profile, from, to);
  }

  /** The same with a value of {@link #from}. */
  public CaregiverProfile withFrom(LocalDate from) {
    return withFrom(Optional.of(from));
  }

  /** The same with another value of {@link #to}. */
  public CaregiverProfile withTo(Optional<LocalDate> to) {
    return new CaregiverProfile(provider, caregiver, profile, from, to);
  }

  /** The same with a value of {@link #to}. */
  public CaregiverProfile withTo(LocalDate to) {
    return withTo(Optional.of(to));
  }

  static CaregiverProfile read(WireReader in) {
    String provider_ = in.text();
    String caregiver_ = in.text();
    String profile_ = in.text();
    Optional<LocalDate> from_ = in.optional() ? Optional.of(in.date()) : Optional.empty();
    Optional<LocalDate> to_ = in.optional() ? Optional.of(in.date()) : Optional.empty();
    return new CaregiverProfile(provider_, caregiver_, profile_, from_, to_);
  }

  void write(WireWriter out) {
    out.text(provider);
    out.text(caregiver);
    out.text(profile);
    if (out.optional(from)) out.date(from.get(), "from");
    if (out.optional(to)) out.date(to.get(), "to");
  }
}
