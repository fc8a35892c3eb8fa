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
 * {@code namespace_binding}
 *
 * @param prefix préfixe
 * @param uri URI
 */
public record NamespaceBinding(
    String prefix,
    String uri) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public NamespaceBinding {
    Objects.requireNonNull(prefix, "prefix");
    Objects.requireNonNull(uri, "uri");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static NamespaceBinding empty() {
    return new NamespaceBinding("", "");
  }

  /** The same with another value of {@link #prefix}. */
  public NamespaceBinding withPrefix(String prefix) {
    return new NamespaceBinding(prefix, uri);
  }

  /** The same with another value of {@link #uri}. */
  public NamespaceBinding withUri(String uri) {
    return new NamespaceBinding(prefix, uri);
  }

  static NamespaceBinding read(WireReader in) {
    String prefix_ = in.text();
    String uri_ = in.text();
    return new NamespaceBinding(prefix_, uri_);
  }

  void write(WireWriter out) {
    out.text(prefix);
    out.text(uri);
  }
}
