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
 * {@code xml_layout}
 *
 * @param messagesOnLines un message par ligne
 * @param elementsOnLines un élément par ligne
 * @param first premier retrait
 * @param step retrait suivant
 * @param rootEnd retrait de la fin
 */
public record XmlLayout(
    boolean messagesOnLines,
    boolean elementsOnLines,
    String first,
    String step,
    String rootEnd) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public XmlLayout {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(rootEnd, "rootEnd");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static XmlLayout empty() {
    return new XmlLayout(true, true, "  ", "  ", "");
  }

  /** The same with another value of {@link #messagesOnLines}. */
  public XmlLayout withMessagesOnLines(boolean messagesOnLines) {
    return new XmlLayout(messagesOnLines, elementsOnLines, first, step, rootEnd);
  }

  /** The same with another value of {@link #elementsOnLines}. */
  public XmlLayout withElementsOnLines(boolean elementsOnLines) {
    return new XmlLayout(messagesOnLines, elementsOnLines, first, step, rootEnd);
  }

  /** The same with another value of {@link #first}. */
  public XmlLayout withFirst(String first) {
    return new XmlLayout(messagesOnLines, elementsOnLines, first, step, rootEnd);
  }

  /** The same with another value of {@link #step}. */
  public XmlLayout withStep(String step) {
    return new XmlLayout(messagesOnLines, elementsOnLines, first, step, rootEnd);
  }

  /** The same with another value of {@link #rootEnd}. */
  public XmlLayout withRootEnd(String rootEnd) {
    return new XmlLayout(messagesOnLines, elementsOnLines, first, step, rootEnd);
  }

  static XmlLayout read(WireReader in) {
    boolean messagesOnLines_ = in.truth();
    boolean elementsOnLines_ = in.truth();
    String first_ = in.text();
    String step_ = in.text();
    String rootEnd_ = in.text();
    return new XmlLayout(messagesOnLines_, elementsOnLines_, first_, step_, rootEnd_);
  }

  void write(WireWriter out) {
    out.truth(messagesOnLines);
    out.truth(elementsOnLines);
    out.text(first);
    out.text(step);
    out.text(rootEnd);
  }
}
