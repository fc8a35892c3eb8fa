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
 * {@code document_frame}
 *
 * @param kind nature des messages
 * @param envelope enveloppe
 * @param last avant la fin de la racine
 * @param epilog après la racine
 */
public record DocumentFrame(
    MessageKind kind,
    Envelope envelope,
    String last,
    String epilog) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public DocumentFrame {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(envelope, "envelope");
    Objects.requireNonNull(last, "last");
    Objects.requireNonNull(epilog, "epilog");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static DocumentFrame empty() {
    return new DocumentFrame(MessageKind.DELIVERY, Envelope.empty(), "", "");
  }

  /** The same with another value of {@link #kind}. */
  public DocumentFrame withKind(MessageKind kind) {
    return new DocumentFrame(kind, envelope, last, epilog);
  }

  /** The same with another value of {@link #envelope}. */
  public DocumentFrame withEnvelope(Envelope envelope) {
    return new DocumentFrame(kind, envelope, last, epilog);
  }

  /** The same with another value of {@link #last}. */
  public DocumentFrame withLast(String last) {
    return new DocumentFrame(kind, envelope, last, epilog);
  }

  /** The same with another value of {@link #epilog}. */
  public DocumentFrame withEpilog(String epilog) {
    return new DocumentFrame(kind, envelope, last, epilog);
  }

  static DocumentFrame read(WireReader in) {
    MessageKind kind_ = MessageKind.read(in);
    Envelope envelope_ = Envelope.read(in);
    String last_ = in.text();
    String epilog_ = in.text();
    return new DocumentFrame(kind_, envelope_, last_, epilog_);
  }

  void write(WireWriter out) {
    kind.write(out);
    envelope.write(out);
    out.text(last);
    out.text(epilog);
  }
}
