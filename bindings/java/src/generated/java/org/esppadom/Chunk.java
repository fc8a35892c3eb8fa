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
 * {@code chunk}
 *
 * @param content octets
 * @param end fin
 */
record Chunk(
    Bytes content,
    boolean end) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public Chunk {
    Objects.requireNonNull(content, "content");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static Chunk empty() {
    return new Chunk(Bytes.EMPTY, false);
  }

  /** The same with another value of {@link #content}. */
  public Chunk withContent(Bytes content) {
    return new Chunk(content, end);
  }

  /** The same with another value of {@link #end}. */
  public Chunk withEnd(boolean end) {
    return new Chunk(content, end);
  }

  static Chunk read(WireReader in) {
    Bytes content_ = in.bytes();
    boolean end_ = in.truth();
    return new Chunk(content_, end_);
  }

  void write(WireWriter out) {
    out.bytes(content);
    out.truth(end);
  }
}
