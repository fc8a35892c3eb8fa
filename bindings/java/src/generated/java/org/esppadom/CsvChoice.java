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
 * {@code csv_choice}
 *
 * @param mapping correspondance ; sans contenu : le nom d'une correspondance fournie
 * @param parameters paramètres
 */
public record CsvChoice(
    NamedDocument mapping,
    List<CsvParameter> parameters) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public CsvChoice {
    Objects.requireNonNull(mapping, "mapping");
    parameters = List.copyOf(Objects.requireNonNull(parameters, "parameters"));
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static CsvChoice empty() {
    return new CsvChoice(NamedDocument.empty(), List.of());
  }

  /** The same with another value of {@link #mapping}. */
  public CsvChoice withMapping(NamedDocument mapping) {
    return new CsvChoice(mapping, parameters);
  }

  /** The same with another value of {@link #parameters}. */
  public CsvChoice withParameters(List<CsvParameter> parameters) {
    return new CsvChoice(mapping, parameters);
  }

  static CsvChoice read(WireReader in) {
    NamedDocument mapping_ = NamedDocument.read(in);
    List<CsvParameter> parameters_ = in.list(CsvParameter::read);
    return new CsvChoice(mapping_, parameters_);
  }

  void write(WireWriter out) {
    mapping.write(out);
    out.count(parameters);
    for (CsvParameter one : parameters) one.write(out);
  }
}
