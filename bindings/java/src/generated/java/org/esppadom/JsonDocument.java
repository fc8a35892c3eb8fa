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
 * {@code json_document}
 *
 * @param json JSON canonique
 */
public record JsonDocument(
    String json) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public JsonDocument {
    Objects.requireNonNull(json, "json");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static JsonDocument empty() {
    return new JsonDocument("");
  }

  /** The same with another value of {@link #json}. */
  public JsonDocument withJson(String json) {
    return new JsonDocument(json);
  }

  static JsonDocument read(WireReader in) {
    String json_ = in.text();
    return new JsonDocument(json_);
  }

  void write(WireWriter out) {
    out.text(json);
  }
}
