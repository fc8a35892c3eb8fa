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
 * {@code listed_fields}
 *
 * @param fields champs
 */
record ListedFields(
    List<ListedField> fields) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public ListedFields {
    fields = List.copyOf(Objects.requireNonNull(fields, "fields"));
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static ListedFields empty() {
    return new ListedFields(List.of());
  }

  /** The same with another value of {@link #fields}. */
  public ListedFields withFields(List<ListedField> fields) {
    return new ListedFields(fields);
  }

  static ListedFields read(WireReader in) {
    List<ListedField> fields_ = in.list(ListedField::read);
    return new ListedFields(fields_);
  }

  void write(WireWriter out) {
    out.count(fields);
    for (ListedField one : fields) one.write(out);
  }
}
