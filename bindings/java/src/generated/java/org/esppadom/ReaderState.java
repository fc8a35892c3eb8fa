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
 * {@code reader_state}
 *
 * @param readable lisible
 * @param frame ce qui entoure les messages
 * @param line ligne du dernier message
 * @param column colonne du dernier message
 * @param findings constats
 * @param dropped constats comptés
 */
record ReaderState(
    boolean readable,
    DocumentFrame frame,
    long line,
    long column,
    List<FindingRow> findings,
    List<DroppedRow> dropped) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public ReaderState {
    Objects.requireNonNull(frame, "frame");
    findings = List.copyOf(Objects.requireNonNull(findings, "findings"));
    dropped = List.copyOf(Objects.requireNonNull(dropped, "dropped"));
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static ReaderState empty() {
    return new ReaderState(true, DocumentFrame.empty(), 0, 0, List.of(), List.of());
  }

  /** The same with another value of {@link #readable}. */
  public ReaderState withReadable(boolean readable) {
    return new ReaderState(readable, frame, line, column, findings, dropped);
  }

  /** The same with another value of {@link #frame}. */
  public ReaderState withFrame(DocumentFrame frame) {
    return new ReaderState(readable, frame, line, column, findings, dropped);
  }

  /** The same with another value of {@link #line}. */
  public ReaderState withLine(long line) {
    return new ReaderState(readable, frame, line, column, findings, dropped);
  }

  /** The same with another value of {@link #column}. */
  public ReaderState withColumn(long column) {
    return new ReaderState(readable, frame, line, column, findings, dropped);
  }

  /** The same with another value of {@link #findings}. */
  public ReaderState withFindings(List<FindingRow> findings) {
    return new ReaderState(readable, frame, line, column, findings, dropped);
  }

  /** The same with another value of {@link #dropped}. */
  public ReaderState withDropped(List<DroppedRow> dropped) {
    return new ReaderState(readable, frame, line, column, findings, dropped);
  }

  static ReaderState read(WireReader in) {
    boolean readable_ = in.truth();
    DocumentFrame frame_ = DocumentFrame.read(in);
    long line_ = in.integer();
    long column_ = in.integer();
    List<FindingRow> findings_ = in.list(FindingRow::read);
    List<DroppedRow> dropped_ = in.list(DroppedRow::read);
    return new ReaderState(readable_, frame_, line_, column_, findings_, dropped_);
  }

  void write(WireWriter out) {
    out.truth(readable);
    frame.write(out);
    out.integer(line);
    out.integer(column);
    out.count(findings);
    for (FindingRow one : findings) one.write(out);
    out.count(dropped);
    for (DroppedRow one : dropped) one.write(out);
  }
}
