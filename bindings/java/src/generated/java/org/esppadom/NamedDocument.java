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
 * {@code named_document}
 *
 * @param name nom que portent les constats
 * @param content contenu
 */
public record NamedDocument(
    String name,
    Bytes content) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public NamedDocument {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(content, "content");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static NamedDocument empty() {
    return new NamedDocument("", Bytes.EMPTY);
  }

  /** The same with another value of {@link #name}. */
  public NamedDocument withName(String name) {
    return new NamedDocument(name, content);
  }

  /** The same with another value of {@link #content}. */
  public NamedDocument withContent(Bytes content) {
    return new NamedDocument(name, content);
  }

  static NamedDocument read(WireReader in) {
    String name_ = in.text();
    Bytes content_ = in.bytes();
    return new NamedDocument(name_, content_);
  }

  void write(WireWriter out) {
    out.text(name);
    out.bytes(content);
  }
}
