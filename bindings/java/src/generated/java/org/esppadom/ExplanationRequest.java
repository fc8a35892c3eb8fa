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
 * {@code explanation_request}
 *
 * @param billing facturation dont une intervention est expliquée
 * @param delivery n° de l'intervention
 * @param provider prestataire, si plusieurs emploient ce numéro
 * @param form forme de l'explication
 */
public record ExplanationRequest(
    BillingRequest billing,
    String delivery,
    String provider,
    ExplanationFormat form) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public ExplanationRequest {
    Objects.requireNonNull(billing, "billing");
    Objects.requireNonNull(delivery, "delivery");
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(form, "form");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static ExplanationRequest empty() {
    return new ExplanationRequest(BillingRequest.empty(), "", "", ExplanationFormat.TEXT);
  }

  /** The same with another value of {@link #billing}. */
  public ExplanationRequest withBilling(BillingRequest billing) {
    return new ExplanationRequest(billing, delivery, provider, form);
  }

  /** The same with another value of {@link #delivery}. */
  public ExplanationRequest withDelivery(String delivery) {
    return new ExplanationRequest(billing, delivery, provider, form);
  }

  /** The same with another value of {@link #provider}. */
  public ExplanationRequest withProvider(String provider) {
    return new ExplanationRequest(billing, delivery, provider, form);
  }

  /** The same with another value of {@link #form}. */
  public ExplanationRequest withForm(ExplanationFormat form) {
    return new ExplanationRequest(billing, delivery, provider, form);
  }

  static ExplanationRequest read(WireReader in) {
    BillingRequest billing_ = BillingRequest.read(in);
    String delivery_ = in.text();
    String provider_ = in.text();
    ExplanationFormat form_ = ExplanationFormat.read(in);
    return new ExplanationRequest(billing_, delivery_, provider_, form_);
  }

  void write(WireWriter out) {
    billing.write(out);
    out.text(delivery);
    out.text(provider);
    form.write(out);
  }
}
