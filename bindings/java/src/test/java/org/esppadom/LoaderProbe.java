package org.esppadom;

/** A program of its own: loads the library and says how that went. */
public final class LoaderProbe {
  private LoaderProbe() {}

  /** Prints the version, or the code and the text of what was met. */
  public static void main(String[] arguments) {
    try {
      System.out.println("version " + Esppadom.version());
    } catch (EsppadomException e) {
      System.out.println(e.code() + " " + e.getMessage());
    } catch (ExceptionInInitializerError e) {
      EsppadomException met = (EsppadomException) e.getCause();
      System.out.println(met.code() + " " + met.getMessage());
    }
  }
}
