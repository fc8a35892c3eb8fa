package org.esppadom;

import java.util.Objects;

/**
 * Un identifiant, son référentiel et l'agence du référentiel.
 *
 * @param value l'identifiant
 * @param schemeId le référentiel, vide s'il n'est pas dit
 * @param schemeAgencyName l'agence du référentiel, ou vide
 */
public record Identifier(String value, String schemeId, String schemeAgencyName) {
  static final Identifier EMPTY = new Identifier("", "", "");

  /** Null is refused. */
  public Identifier {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(schemeId, "schemeId");
    Objects.requireNonNull(schemeAgencyName, "schemeAgencyName");
  }

  /** An identifier whose scheme is not said. */
  public static Identifier of(String value) {
    return new Identifier(value, "", "");
  }
}
