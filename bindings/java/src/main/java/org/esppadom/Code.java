package org.esppadom;

import java.util.Objects;

/**
 * Un code, sa liste et l'agence de la liste.
 *
 * @param value le code
 * @param listId la liste, vide si elle n'est pas dite
 * @param listAgencyName l'agence de la liste, ou vide
 */
public record Code(String value, String listId, String listAgencyName) {
  static final Code EMPTY = new Code("", "", "");

  /** Null is refused. */
  public Code {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(listId, "listId");
    Objects.requireNonNull(listAgencyName, "listAgencyName");
  }

  /** A code whose list is not said. */
  public static Code of(String value) {
    return new Code(value, "", "");
  }
}
