package org.esppadom;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Reads what the library writes. Its form is checked once, by the layout; so a reader asks no question twice. */
final class WireReader {
  /** Collects the names of the times that are second readings. */
  static final class Folds {
    private Set<String> names;

    private void add(String name) {
      if (names == null) names = new HashSet<>();
      names.add(name);
    }
  }

  // Short texts come again and again (schemes, lists, names of a provider): the last one of each slot is kept and given
  // once more, which takes less time than making it and far less memory. Not worth it in a short answer.
  private static final int SLOTS = 256;
  private static final int LONGEST = 48;
  private static final int WORTH_IT = 4096;

  private final byte[] in;
  private final String[] known;
  private final int[] places;  // where the bytes of each stand
  private int at;

  WireReader(byte[] in, int at) {
    this.in = in;
    this.at = at;
    boolean keeps = in.length > WORTH_IT;
    known = keeps ? new String[SLOTS] : null;
    places = keeps ? new int[SLOTS] : null;
  }

  boolean truth() {
    return in[at++] != 0;
  }

  boolean optional() {
    return in[at++] != 0;
  }

  private int size() {
    int value = (int) Wire.INT.get(in, at);
    at += 4;
    return value;
  }

  long integer() {
    long value = (long) Wire.LONG.get(in, at);
    at += 8;
    return value;
  }

  String text() {
    int size = size();
    if (size == 0) return "";
    int from = at;
    at += size;
    if (known == null || size > LONGEST) return new String(in, from, size, StandardCharsets.UTF_8);
    int slot = (31 * (31 * in[from] + in[from + size / 2]) + 7 * in[at - 1] + size) & (SLOTS - 1);
    int place = places[slot];
    String value = known[slot];
    if (value == null || !Arrays.equals(in, place, Math.min(place + size, in.length), in, from, at)
        || (int) Wire.INT.get(in, place - Integer.BYTES) != size) {
      value = new String(in, from, size, StandardCharsets.UTF_8);
      known[slot] = value;
      places[slot] = from;
    }
    return value;
  }

  Bytes bytes() {
    int size = size();
    byte[] value = new byte[size];
    System.arraycopy(in, at, value, 0, size);
    at += size;
    return Bytes.owning(value);
  }

  <T> T choice(T[] all) {
    return all[in[at++]];
  }

  <T> List<T> list(Function<WireReader, T> one) {
    int count = size();
    if (count == 0) return List.of();
    if (count == 1) return List.of(one.apply(this));
    List<T> out = new ArrayList<>(count);
    for (int i = 0; i < count; ++i) out.add(one.apply(this));
    return List.copyOf(out);
  }

  BigDecimal decimal() {
    long unscaled = integer();
    return BigDecimal.valueOf(unscaled, in[at++]);
  }

  private BigDecimal scaled(int scale) {
    long unscaled = integer();
    return unscaled == Long.MIN_VALUE ? null : BigDecimal.valueOf(unscaled, scale);
  }

  BigDecimal money() {
    return scaled(Wire.MONEY_SCALE);
  }

  // As the library writes prices: two to six decimals.
  BigDecimal unitPrice() {
    BigDecimal value = scaled(Wire.PRICE_SCALE);
    if (value == null) return null;
    BigDecimal shortest = value.stripTrailingZeros();
    return shortest.scale() < Wire.MONEY_SCALE ? shortest.setScale(Wire.MONEY_SCALE) : shortest;
  }

  private BigDecimal share() {
    BigDecimal value = scaled(Wire.SHARE_SCALE);
    if (value == null) return null;
    BigDecimal shortest = value.stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }

  BigDecimal percentage() {
    return share();
  }

  BigDecimal quantity() {
    return share();
  }

  Duration duration() {
    long seconds = integer();
    return seconds == Long.MIN_VALUE ? null : Duration.ofSeconds(seconds);
  }

  ExactSeconds exactSeconds() {
    return ExactSeconds.parse(text());
  }

  LocalDate date() {
    return LocalDate.ofEpochDay(size());
  }

  YearMonth month() {
    int index = size();
    return YearMonth.of(Math.floorDiv(index, 12), Math.floorMod(index, 12) + 1);
  }

  LocalDateTime time() {
    return time("", null);
  }

  LocalDateTime time(String name, Folds folds) {
    long seconds = integer();
    boolean second = in[at++] != 0;
    if (seconds == Long.MIN_VALUE) return null;
    if (second && folds != null) folds.add(name);
    return LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
  }

  Code code() {
    return new Code(text(), text(), text());
  }

  Identifier identifier() {
    return new Identifier(text(), text(), text());
  }

  Measure measure() {
    return new Measure(decimal(), text());
  }

  Amount amount() {
    return new Amount(money(), text());
  }

  Price price() {
    return new Price(unitPrice(), text());
  }

  Extras extras(Folds folds) {
    List<Extra> items = list(Extra::read);
    Set<String> second = folds == null || folds.names == null ? Set.of() : Set.copyOf(folds.names);
    return items.isEmpty() && second.isEmpty() ? Extras.NONE : new Extras(items, second);
  }
}
