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
 * {@code unbilled_visit}
 *
 * @param delivery intervention
 * @param beneficiary bénéficiaire
 * @param provider prestataire
 * @param month mois; null when there is none
 * @param reason motif
 * @param amountAtStake montant en jeu
 */
public record UnbilledVisit(
    String delivery,
    String beneficiary,
    String provider,
    YearMonth month,
    UnbilledReason reason,
    Optional<BigDecimal> amountAtStake) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public UnbilledVisit {
    Objects.requireNonNull(delivery, "delivery");
    Objects.requireNonNull(beneficiary, "beneficiary");
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(amountAtStake, "amountAtStake");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static UnbilledVisit empty() {
    return new UnbilledVisit("", "", "", null, UnbilledReason.NONE, Optional.empty());
  }

  /** The same with another value of {@link #delivery}. */
  public UnbilledVisit withDelivery(String delivery) {
    return new UnbilledVisit(delivery, beneficiary, provider, month, reason, amountAtStake);
  }

  /** The same with another value of {@link #beneficiary}. */
  public UnbilledVisit withBeneficiary(String beneficiary) {
    return new UnbilledVisit(delivery, beneficiary, provider, month, reason, amountAtStake);
  }

  /** The same with another value of {@link #provider}. */
  public UnbilledVisit withProvider(String provider) {
    return new UnbilledVisit(delivery, beneficiary, provider, month, reason, amountAtStake);
  }

  /** The same with another value of {@link #month}. */
  public UnbilledVisit withMonth(YearMonth month) {
    return new UnbilledVisit(delivery, beneficiary, provider, month, reason, amountAtStake);
  }

  /** The same with another value of {@link #reason}. */
  public UnbilledVisit withReason(UnbilledReason reason) {
    return new UnbilledVisit(delivery, beneficiary, provider, month, reason, amountAtStake);
  }

  /** The same with another value of {@link #amountAtStake}. */
  public UnbilledVisit withAmountAtStake(Optional<BigDecimal> amountAtStake) {
    return new UnbilledVisit(delivery, beneficiary, provider, month, reason, amountAtStake);
  }

  /** The same with a value of {@link #amountAtStake}. */
  public UnbilledVisit withAmountAtStake(BigDecimal amountAtStake) {
    return withAmountAtStake(Optional.of(amountAtStake));
  }

  static UnbilledVisit read(WireReader in) {
    String delivery_ = in.text();
    String beneficiary_ = in.text();
    String provider_ = in.text();
    YearMonth month_ = in.month();
    UnbilledReason reason_ = UnbilledReason.read(in);
    Optional<BigDecimal> amountAtStake_ = in.optional() ? Optional.of(in.money()) : Optional.empty();
    return new UnbilledVisit(delivery_, beneficiary_, provider_, month_, reason_, amountAtStake_);
  }

  void write(WireWriter out) {
    out.text(delivery);
    out.text(beneficiary);
    out.text(provider);
    out.month(month, "month");
    reason.write(out);
    if (out.optional(amountAtStake)) out.money(amountAtStake.get(), "amountAtStake");
  }
}
