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
 * {@code comparison_request}
 *
 * @param billing facturation
 * @param other autres règles
 */
public record ComparisonRequest(
    BillingRequest billing,
    NamedDocument other) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public ComparisonRequest {
    Objects.requireNonNull(billing, "billing");
    Objects.requireNonNull(other, "other");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static ComparisonRequest empty() {
    return new ComparisonRequest(BillingRequest.empty(), NamedDocument.empty());
  }

  /** The same with another value of {@link #billing}. */
  public ComparisonRequest withBilling(BillingRequest billing) {
    return new ComparisonRequest(billing, other);
  }

  /** The same with another value of {@link #other}. */
  public ComparisonRequest withOther(NamedDocument other) {
    return new ComparisonRequest(billing, other);
  }

  static ComparisonRequest read(WireReader in) {
    BillingRequest billing_ = BillingRequest.read(in);
    NamedDocument other_ = NamedDocument.read(in);
    return new ComparisonRequest(billing_, other_);
  }

  void write(WireWriter out) {
    billing.write(out);
    other.write(out);
  }
}
