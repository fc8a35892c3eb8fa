package org.esppadom;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Writes what the library reads. What it cannot hold exactly is refused. */
final class WireWriter {
  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);

  private byte[] out = new byte[512];
  private int size;

  byte[] toByteArray() {
    return Arrays.copyOf(out, size);
  }

  private void need(int more) {
    long wanted = (long) size + more;
    if (wanted <= out.length) return;
    if (wanted > Integer.MAX_VALUE - 8) {
      throw new EsppadomException("too_large", "a request of more than 2 GiB: give paths instead of documents");
    }
    out = Arrays.copyOf(out, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(wanted, 2L * out.length)));
  }

  private void octet(int value) {
    need(1);
    out[size++] = (byte) value;
  }

  private void number(int value) {
    need(4);
    Wire.INT.set(out, size, value);
    size += 4;
  }

  void truth(boolean value) {
    octet(value ? 1 : 0);
  }

  boolean optional(Optional<?> value) {
    truth(value.isPresent());
    return value.isPresent();
  }

  void count(List<?> list) {
    number(list.size());
  }

  void integer(long value) {
    need(8);
    Wire.LONG.set(out, size, value);
    size += 8;
  }

  void choice(int place) {
    octet(place);
  }

  void text(String value) {
    raw(Utf8.bytes(value));
  }

  void bytes(Bytes value) {
    raw(value.shared());
  }

  private void raw(byte[] value) {
    number(value.length);
    need(value.length);
    System.arraycopy(value, 0, out, size, value.length);
    size += value.length;
  }

  void decimal(BigDecimal value) {
    BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
    if (plain.scale() > 18) plain = plain.stripTrailingZeros();
    if (plain.scale() > 18) throw inexact(value, 18, "decimal");
    integer(exact(plain.unscaledValue(), value));
    octet(Math.max(plain.scale(), 0));
  }

  private void scaled(BigDecimal value, int scale, String name) {
    if (value == null) {
      integer(Long.MIN_VALUE);
      return;
    }
    BigDecimal plain = value.stripTrailingZeros();
    if (plain.scale() > scale) throw inexact(value, scale, name);
    integer(exact(plain.setScale(scale).unscaledValue(), value));
  }

  private static EsppadomException inexact(BigDecimal value, int scale, String name) {
    return new EsppadomException("inexact", name + ": " + value + " has more than " + scale + " decimals; round it first");
  }

  private static long exact(BigInteger unscaled, BigDecimal value) {
    if (unscaled.bitLength() > 63 || unscaled.equals(LEAST)) {
      throw new EsppadomException("overflow", value + " does not fit");
    }
    return unscaled.longValue();
  }

  void money(BigDecimal value, String name) {
    scaled(value, Wire.MONEY_SCALE, name);
  }

  void unitPrice(BigDecimal value, String name) {
    scaled(value, Wire.PRICE_SCALE, name);
  }

  void percentage(BigDecimal value, String name) {
    scaled(value, Wire.SHARE_SCALE, name);
  }

  void quantity(BigDecimal value, String name) {
    scaled(value, Wire.SHARE_SCALE, name);
  }

  void duration(Duration value, String name) {
    if (value != null && value.getNano() != 0) throw new EsppadomException("inexact", name + ": " + value);
    integer(value == null ? Long.MIN_VALUE : value.getSeconds());
  }

  void exactSeconds(ExactSeconds value) {
    text(value.toString());
  }

  void date(LocalDate value, String name) {
    number(Math.toIntExact(Objects.requireNonNull(value, name).toEpochDay()));
  }

  void month(YearMonth value, String name) {
    Objects.requireNonNull(value, name);
    number(Math.addExact(Math.multiplyExact(value.getYear(), 12), value.getMonthValue() - 1));
  }

  void time(LocalDateTime value, String name) {
    time(value, name, false);
  }

  void time(LocalDateTime value, String name, boolean second) {
    if (value != null && value.getNano() != 0) {
      throw new EsppadomException("inexact", name + ": " + value + " has a fraction of a second");
    }
    integer(value == null ? Long.MIN_VALUE : value.toEpochSecond(ZoneOffset.UTC));
    octet(value != null && second ? 1 : 0);
  }

  void code(Code value) {
    text(value.value());
    text(value.listId());
    text(value.listAgencyName());
  }

  void identifier(Identifier value) {
    text(value.value());
    text(value.schemeId());
    text(value.schemeAgencyName());
  }

  void measure(Measure value) {
    decimal(value.value());
    text(value.unitCode());
  }

  void amount(Amount value) {
    money(value.value(), "value");
    text(value.currency());
  }

  void price(Price value) {
    unitPrice(value.value(), "value");
    text(value.currency());
  }

  void extras(Extras value) {
    count(value.items());
    for (Extra one : value.items()) one.write(this);
  }
}
