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
 * {@code held_document}
 *
 * @param provider prestataire
 * @param funder financeur
 * @param month mois; null when there is none
 * @param kind regroupement
 * @param reason motif
 * @param amount montant; null when there is none
 * @param deliveries interventions
 */
public record HeldDocument(
    String provider,
    String funder,
    YearMonth month,
    String kind,
    HeldReason reason,
    BigDecimal amount,
    List<String> deliveries) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public HeldDocument {
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(funder, "funder");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(reason, "reason");
    deliveries = List.copyOf(Objects.requireNonNull(deliveries, "deliveries"));
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static HeldDocument empty() {
    return new HeldDocument("", "", null, "", HeldReason.COMPLEMENTARY_DISABLED, Wire.NO_MONEY, List.of());
  }

  /** The same with another value of {@link #provider}. */
  public HeldDocument withProvider(String provider) {
    return new HeldDocument(provider, funder, month, kind, reason, amount, deliveries);
  }

  /** The same with another value of {@link #funder}. */
  public HeldDocument withFunder(String funder) {
    return new HeldDocument(provider, funder, month, kind, reason, amount, deliveries);
  }

  /** The same with another value of {@link #month}. */
  public HeldDocument withMonth(YearMonth month) {
    return new HeldDocument(provider, funder, month, kind, reason, amount, deliveries);
  }

  /** The same with another value of {@link #kind}. */
  public HeldDocument withKind(String kind) {
    return new HeldDocument(provider, funder, month, kind, reason, amount, deliveries);
  }

  /** The same with another value of {@link #reason}. */
  public HeldDocument withReason(HeldReason reason) {
    return new HeldDocument(provider, funder, month, kind, reason, amount, deliveries);
  }

  /** The same with another value of {@link #amount}. */
  public HeldDocument withAmount(BigDecimal amount) {
    return new HeldDocument(provider, funder, month, kind, reason, amount, deliveries);
  }

  /** The same with another value of {@link #deliveries}. */
  public HeldDocument withDeliveries(List<String> deliveries) {
    return new HeldDocument(provider, funder, month, kind, reason, amount, deliveries);
  }

  static HeldDocument read(WireReader in) {
    String provider_ = in.text();
    String funder_ = in.text();
    YearMonth month_ = in.month();
    String kind_ = in.text();
    HeldReason reason_ = HeldReason.read(in);
    BigDecimal amount_ = in.money();
    List<String> deliveries_ = in.list(WireReader::text);
    return new HeldDocument(provider_, funder_, month_, kind_, reason_, amount_, deliveries_);
  }

  void write(WireWriter out) {
    out.text(provider);
    out.text(funder);
    out.month(month, "month");
    out.text(kind);
    reason.write(out);
    out.money(amount, "amount");
    out.count(deliveries);
    for (String one : deliveries) out.text(one);
  }
}
