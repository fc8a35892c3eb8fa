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
 * {@code column_buffers}
 *
 * @param present valeurs présentes
 * @param numbers nombres
 * @param flags booléens
 * @param places positions
 * @param ends fins des textes
 * @param characters caractères
 */
public record ColumnBuffers(
    Bytes present,
    Bytes numbers,
    Bytes flags,
    Bytes places,
    Bytes ends,
    Bytes characters) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public ColumnBuffers {
    Objects.requireNonNull(present, "present");
    Objects.requireNonNull(numbers, "numbers");
    Objects.requireNonNull(flags, "flags");
    Objects.requireNonNull(places, "places");
    Objects.requireNonNull(ends, "ends");
    Objects.requireNonNull(characters, "characters");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static ColumnBuffers empty() {
    return new ColumnBuffers(Bytes.EMPTY, Bytes.EMPTY, Bytes.EMPTY, Bytes.EMPTY, Bytes.EMPTY, Bytes.EMPTY);
  }

  /** The same with another value of {@link #present}. */
  public ColumnBuffers withPresent(Bytes present) {
    return new ColumnBuffers(present, numbers, flags, places, ends, characters);
  }

  /** The same with another value of {@link #numbers}. */
  public ColumnBuffers withNumbers(Bytes numbers) {
    return new ColumnBuffers(present, numbers, flags, places, ends, characters);
  }

  /** The same with another value of {@link #flags}. */
  public ColumnBuffers withFlags(Bytes flags) {
    return new ColumnBuffers(present, numbers, flags, places, ends, characters);
  }

  /** The same with another value of {@link #places}. */
  public ColumnBuffers withPlaces(Bytes places) {
    return new ColumnBuffers(present, numbers, flags, places, ends, characters);
  }

  /** The same with another value of {@link #ends}. */
  public ColumnBuffers withEnds(Bytes ends) {
    return new ColumnBuffers(present, numbers, flags, places, ends, characters);
  }

  /** The same with another value of {@link #characters}. */
  public ColumnBuffers withCharacters(Bytes characters) {
    return new ColumnBuffers(present, numbers, flags, places, ends, characters);
  }

  static ColumnBuffers read(WireReader in) {
    Bytes present_ = in.bytes();
    Bytes numbers_ = in.bytes();
    Bytes flags_ = in.bytes();
    Bytes places_ = in.bytes();
    Bytes ends_ = in.bytes();
    Bytes characters_ = in.bytes();
    return new ColumnBuffers(present_, numbers_, flags_, places_, ends_, characters_);
  }

  void write(WireWriter out) {
    out.bytes(present);
    out.bytes(numbers);
    out.bytes(flags);
    out.bytes(places);
    out.bytes(ends);
    out.bytes(characters);
  }
}
