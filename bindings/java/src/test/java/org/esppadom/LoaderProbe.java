package org.esppadom;

/** A program of its own: loads the library and says how that went. */
public final class LoaderProbe {
  private LoaderProbe() {}

  /** Prints the version, or the code and the text of what was met, twice in a row. */
  public static void main(String[] arguments) {
    for (int attempt = 0; attempt < 2; ++attempt) {
      try {
        System.out.println("version " + Esppadom.version());
        return;
      } catch (EsppadomException e) {
        if (attempt == 1) System.out.println(e.code() + " " + e.getMessage());
      }
    }
  }
}
