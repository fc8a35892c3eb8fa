package org.esppadom;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

/**
 * A column of a {@link TableBatch}. {@link #numbers} and {@link #numberAt} give whole numbers in the unit of the column,
 * seconds, cents, millionths of a euro, and are what computes fast; the other accessors give the types of the records.
 */
public final class Column {
  private final TableColumn about;
  private final int rows;
  private final byte[] present;
  private final LongBuffer numbers;
  private final byte[] flags;
  private final IntBuffer places;
  private final IntBuffer ends;
  private final byte[] characters;
  private final String[] categories;

  Column(TableColumn about, int rows, ColumnBuffers from) {
    this.about = about;
    this.rows = rows;
    present = from.present().shared();
    numbers = little(from.numbers()).asLongBuffer();
    flags = from.flags().shared();
    places = little(from.places()).asIntBuffer();
    ends = little(from.ends()).asIntBuffer();
    characters = from.characters().shared();
    categories = new String[about.type() == ColumnType.CATEGORY ? Math.max(ends.limit() - 1, 0) : 0];
  }

  private static ByteBuffer little(Bytes from) {
    return ByteBuffer.wrap(from.shared()).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Name, type, unit and French label. */
  public TableColumn about() {
    return about;
  }

  /** Whether the row has a value. */
  public boolean isPresent(int row) {
    Objects.checkIndex(row, rows);
    return present.length == 0 || (present[row >> 3] >> (row & 7) & 1) == 1;
  }

  /** The numbers of all rows, read-only and without a copy; what stands where there is no value means nothing. */
  public LongBuffer numbers() {
    need(numbers.limit() == rows, "numbers");
    return numbers.asReadOnlyBuffer();
  }

  /** The number of a row that has one. */
  public long numberAt(int row) {
    needValue(row);
    need(numbers.limit() == rows, "numbers");
    return numbers.get(row);
  }

  /** A text or category; none when there is none. */
  public Optional<String> text(int row) {
    if (!isPresent(row)) return Optional.empty();
    if (about.type() == ColumnType.TEXT) return Optional.of(between(places.get(row), places.get(row + 1)));
    need(about.type() == ColumnType.CATEGORY, "texts");
    int place = places.get(row);
    if (categories[place] == null) categories[place] = between(ends.get(place), ends.get(place + 1));
    return Optional.of(categories[place]);
  }

  /** Money, of cents; a price, of millionths of a euro. */
  public Optional<BigDecimal> euros(int row) {
    need(about.type() == ColumnType.CENTS || about.type() == ColumnType.PRICE, "euros");
    int scale = about.type() == ColumnType.CENTS ? 2 : 6;
    return isPresent(row) ? Optional.of(BigDecimal.valueOf(numberAt(row), scale)) : Optional.empty();
  }

  /** A clock reading; of an hour that is repeated in autumn it cannot tell which. */
  public Optional<LocalDateTime> time(int row) {
    need(about.type() == ColumnType.TIME, "times");
    return isPresent(row) ? Optional.of(LocalDateTime.ofEpochSecond(numberAt(row), 0, ZoneOffset.UTC)) : Optional.empty();
  }

  /** A duration. */
  public Optional<Duration> duration(int row) {
    need(about.type() == ColumnType.SECONDS, "durations");
    return isPresent(row) ? Optional.of(Duration.ofSeconds(numberAt(row))) : Optional.empty();
  }

  /** Yes or no. */
  public Optional<Boolean> truth(int row) {
    need(about.type() == ColumnType.BOOLEAN, "truths");
    return isPresent(row) ? Optional.of((flags[row >> 3] >> (row & 7) & 1) == 1) : Optional.empty();
  }

  private String between(int from, int to) {
    return new String(characters, from, to - from, StandardCharsets.UTF_8);
  }

  private void needValue(int row) {
    if (!isPresent(row)) throw new EsppadomException("missing", about.name() + " has no value in row " + row);
  }

  private void need(boolean holds, String what) {
    if (!holds) throw new EsppadomException("unsupported", about.name() + " is a column of " + about.type() + ", not of " + what);
  }
}
