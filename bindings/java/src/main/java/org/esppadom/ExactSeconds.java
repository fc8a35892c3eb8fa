package org.esppadom;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A time as an exact fraction of a second: prorated plans are no whole number of seconds.
 *
 * @param numerator   of the reduced fraction
 * @param denominator of the reduced fraction, above 0
 */
public record ExactSeconds(BigInteger numerator, BigInteger denominator) {
  /** No time. */
  public static final ExactSeconds ZERO = new ExactSeconds(BigInteger.ZERO, BigInteger.ONE);

  /** Reduces the fraction; the denominator must not be 0. */
  public ExactSeconds {
    Objects.requireNonNull(numerator, "numerator");
    Objects.requireNonNull(denominator, "denominator");
    if (denominator.signum() == 0) throw new IllegalArgumentException("denominator is 0");
    BigInteger common = numerator.gcd(denominator);
    if (denominator.signum() < 0) common = common.negate();
    numerator = numerator.divide(common);
    denominator = denominator.divide(common);
  }

  /** That many seconds. */
  public static ExactSeconds of(long seconds) {
    return new ExactSeconds(BigInteger.valueOf(seconds), BigInteger.ONE);
  }

  /** The fraction that a text is: "3600", "19200/31". */
  public static ExactSeconds parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) return new ExactSeconds(new BigInteger(text), BigInteger.ONE);
    return new ExactSeconds(new BigInteger(text.substring(0, slash)), new BigInteger(text.substring(slash + 1)));
  }

  /** The time when it is whole seconds. */
  public Optional<Duration> whole() {
    if (!denominator.equals(BigInteger.ONE)) return Optional.empty();
    return Optional.of(Duration.ofSeconds(numerator.longValueExact()));
  }

  /** As the library writes it: "3600", "19200/31". */
  @Override
  public String toString() {
    return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
  }
}
