package org.esppadom;

import java.util.Objects;

/**
 * One thing that a message had and its description does not know.
 *
 * @param kind       what it is
 * @param level      where: local names from the record's own element down, separated by '/'; empty = the record itself
 * @param after      local name of the known sibling before it; empty = before the first
 * @param occurrence which repetition of {@code after}, or of the element that ends {@code level}, from 0
 * @param name       of an attribute or a field
 * @param content    as it was written
 */
public record Extra(Kind kind, String level, String after, long occurrence, String name, String content) {
  /** What it is. */
  public enum Kind {
    /** an element, as XML */
    ELEMENT,
    /** an attribute */
    ATTRIBUTE,
    /** text where none was expected, or a value that could not be read */
    TEXT,
    /** how a value was written */
    LEXICAL,
    /** a comment or processing instruction, as XML */
    MARKUP,
    /** the name an element was written with, another than the usual one */
    ALIAS,
    /** the order in which the known elements stood */
    ORDER,
    /** a mandatory element that was not there */
    ABSENT;

    private static final Kind[] ALL = values();
  }

  /** Null is refused. */
  public Extra {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(content, "content");
  }

  static Extra read(WireReader in) {
    return new Extra(in.choice(Kind.ALL), in.text(), in.text(), in.integer(), in.text(), in.text());
  }

  void write(WireWriter out) {
    out.choice(kind.ordinal());
    out.text(level);
    out.text(after);
    out.integer(occurrence);
    out.text(name);
    out.text(content);
  }
}
