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
 * {@code write_request}
 *
 * @param kind nature des messages
 * @param format format
 * @param profile profil d'écriture
 * @param frame ce qui entoure les messages
 */
record WriteRequest(
    MessageKind kind,
    DocumentFormat format,
    WriteProfile profile,
    Optional<DocumentFrame> frame) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public WriteRequest {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(frame, "frame");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static WriteRequest empty() {
    return new WriteRequest(MessageKind.DELIVERY, DocumentFormat.XML, WriteProfile.CANONICAL, Optional.empty());
  }

  /** The same with another value of {@link #kind}. */
  public WriteRequest withKind(MessageKind kind) {
    return new WriteRequest(kind, format, profile, frame);
  }

  /** The same with another value of {@link #format}. */
  public WriteRequest withFormat(DocumentFormat format) {
    return new WriteRequest(kind, format, profile, frame);
  }

  /** The same with another value of {@link #profile}. */
  public WriteRequest withProfile(WriteProfile profile) {
    return new WriteRequest(kind, format, profile, frame);
  }

  /** The same with another value of {@link #frame}. */
  public WriteRequest withFrame(Optional<DocumentFrame> frame) {
    return new WriteRequest(kind, format, profile, frame);
  }

  /** The same with a value of {@link #frame}. */
  public WriteRequest withFrame(DocumentFrame frame) {
    return withFrame(Optional.of(frame));
  }

  static WriteRequest read(WireReader in) {
    MessageKind kind_ = MessageKind.read(in);
    DocumentFormat format_ = DocumentFormat.read(in);
    WriteProfile profile_ = WriteProfile.read(in);
    Optional<DocumentFrame> frame_ = in.optional() ? Optional.of(DocumentFrame.read(in)) : Optional.empty();
    return new WriteRequest(kind_, format_, profile_, frame_);
  }

  void write(WireWriter out) {
    kind.write(out);
    format.write(out);
    profile.write(out);
    if (out.optional(frame)) frame.get().write(out);
  }
}
