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
 * {@code rule_set_ref}
 *
 * @param id jeu de règles
 * @param version version
 * @param sha256 empreinte SHA-256
 */
public record RuleSetRef(
    String id,
    long version,
    String sha256) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public RuleSetRef {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(sha256, "sha256");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static RuleSetRef empty() {
    return new RuleSetRef("", 0, "");
  }

  /** The same with another value of {@link #id}. */
  public RuleSetRef withId(String id) {
    return new RuleSetRef(id, version, sha256);
  }

  /** The same with another value of {@link #version}. */
  public RuleSetRef withVersion(long version) {
    return new RuleSetRef(id, version, sha256);
  }

  /** The same with another value of {@link #sha256}. */
  public RuleSetRef withSha256(String sha256) {
    return new RuleSetRef(id, version, sha256);
  }

  static RuleSetRef read(WireReader in) {
    String id_ = in.text();
    long version_ = in.integer();
    String sha256_ = in.text();
    return new RuleSetRef(id_, version_, sha256_);
  }

  void write(WireWriter out) {
    out.text(id);
    out.integer(version);
    out.text(sha256);
  }
}
