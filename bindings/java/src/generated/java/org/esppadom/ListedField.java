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
 * {@code listed_field}
 *
 * @param path chemin, avec [] là où une liste veut un numéro
 * @param type nature de la valeur : text, choice, boolean, integer, decimal, amount, price…
 * @param occurrence occurrences : 1, 0..1, 0..n ou 1..n
 * @param label libellé français
 * @param standing fiabilité de ce que l'on sait du champ
 * @param codeList liste de codes ; vide : aucune
 */
public record ListedField(
    String path,
    String type,
    String occurrence,
    String label,
    String standing,
    String codeList) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public ListedField {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(occurrence, "occurrence");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(standing, "standing");
    Objects.requireNonNull(codeList, "codeList");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static ListedField empty() {
    return new ListedField("", "", "", "", "", "");
  }

  /** The same with another value of {@link #path}. */
  public ListedField withPath(String path) {
    return new ListedField(path, type, occurrence, label, standing, codeList);
  }

  /** The same with another value of {@link #type}. */
  public ListedField withType(String type) {
    return new ListedField(path, type, occurrence, label, standing, codeList);
  }

  /** The same with another value of {@link #occurrence}. */
  public ListedField withOccurrence(String occurrence) {
    return new ListedField(path, type, occurrence, label, standing, codeList);
  }

  /** The same with another value of {@link #label}. */
  public ListedField withLabel(String label) {
    return new ListedField(path, type, occurrence, label, standing, codeList);
  }

  /** The same with another value of {@link #standing}. */
  public ListedField withStanding(String standing) {
    return new ListedField(path, type, occurrence, label, standing, codeList);
  }

  /** The same with another value of {@link #codeList}. */
  public ListedField withCodeList(String codeList) {
    return new ListedField(path, type, occurrence, label, standing, codeList);
  }

  static ListedField read(WireReader in) {
    String path_ = in.text();
    String type_ = in.text();
    String occurrence_ = in.text();
    String label_ = in.text();
    String standing_ = in.text();
    String codeList_ = in.text();
    return new ListedField(path_, type_, occurrence_, label_, standing_, codeList_);
  }

  void write(WireWriter out) {
    out.text(path);
    out.text(type);
    out.text(occurrence);
    out.text(label);
    out.text(standing);
    out.text(codeList);
  }
}
