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
 * {@code library_info}
 *
 * @param version version
 * @param layout empreinte
 */
record LibraryInfo(
    String version,
    String layout) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public LibraryInfo {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(layout, "layout");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static LibraryInfo empty() {
    return new LibraryInfo("", "");
  }

  /** The same with another value of {@link #version}. */
  public LibraryInfo withVersion(String version) {
    return new LibraryInfo(version, layout);
  }

  /** The same with another value of {@link #layout}. */
  public LibraryInfo withLayout(String layout) {
    return new LibraryInfo(version, layout);
  }

  static LibraryInfo read(WireReader in) {
    String version_ = in.text();
    String layout_ = in.text();
    return new LibraryInfo(version_, layout_);
  }

  void write(WireWriter out) {
    out.text(version);
    out.text(layout);
  }
}
