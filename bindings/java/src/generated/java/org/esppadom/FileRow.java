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
 * {@code file_row}
 *
 * @param file fichier
 * @param message message
 * @param version version
 * @param messages nombre de messages
 */
public record FileRow(
    String file,
    Optional<String> message,
    Optional<String> version,
    long messages) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public FileRow {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(version, "version");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static FileRow empty() {
    return new FileRow("", Optional.empty(), Optional.empty(), 0);
  }

  /** The same with another value of {@link #file}. */
  public FileRow withFile(String file) {
    return new FileRow(file, message, version, messages);
  }

  /** The same with another value of {@link #message}. */
  public FileRow withMessage(Optional<String> message) {
    return new FileRow(file, message, version, messages);
  }

  /** The same with a value of {@link #message}. */
  public FileRow withMessage(String message) {
    return withMessage(Optional.of(message));
  }

  /** The same with another value of {@link #version}. */
  public FileRow withVersion(Optional<String> version) {
    return new FileRow(file, message, version, messages);
  }

  /** The same with a value of {@link #version}. */
  public FileRow withVersion(String version) {
    return withVersion(Optional.of(version));
  }

  /** The same with another value of {@link #messages}. */
  public FileRow withMessages(long messages) {
    return new FileRow(file, message, version, messages);
  }

  static FileRow read(WireReader in) {
    String file_ = in.text();
    Optional<String> message_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    Optional<String> version_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    long messages_ = in.integer();
    return new FileRow(file_, message_, version_, messages_);
  }

  void write(WireWriter out) {
    out.text(file);
    if (out.optional(message)) out.text(message.get());
    if (out.optional(version)) out.text(version.get());
    out.integer(messages);
  }
}
