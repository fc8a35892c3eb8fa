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
 * {@code party_endpoint}
 *
 * @param uri URI (inferred (medium))
 * @param extras ce que la description ne connaît pas, conservé à la réécriture
 */
public record PartyEndpoint(
    String uri,
    Extras extras) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public PartyEndpoint {
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(extras, "extras");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static PartyEndpoint empty() {
    return new PartyEndpoint("", Extras.NONE);
  }

  /** The same with another value of {@link #uri}. */
  public PartyEndpoint withUri(String uri) {
    return new PartyEndpoint(uri, extras);
  }

  /** The same with another value of {@link #extras}. */
  public PartyEndpoint withExtras(Extras extras) {
    return new PartyEndpoint(uri, extras);
  }

  static PartyEndpoint read(WireReader in) {
    String uri_ = in.text();
    return new PartyEndpoint(uri_, in.extras(null));
  }

  void write(WireWriter out) {
    out.text(uri);
    out.extras(extras);
  }
}
