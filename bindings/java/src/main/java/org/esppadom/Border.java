package org.esppadom;

import java.util.function.Consumer;

/** Crosses to the library and back: a request as bytes, an answer as bytes, a failure as an exception. */
final class Border {
  private static final EsppadomException REFUSED = refusal();

  private Border() {}

  private static EsppadomException refusal() {
    try {
      NativeLoader.load();
      checkLayout();
      return null;
    } catch (EsppadomException e) {
      return e;
    }
  }

  // Every call says why the library is not there, not the first one only.
  private static void needLibrary() {
    if (REFUSED != null) throw new EsppadomException(REFUSED.code(), REFUSED.getMessage(), REFUSED);
  }

  static WireReader call(int operation, Consumer<WireWriter> request) {
    needLibrary();
    return answer(NativeLibrary.call(operation, bytes(request)));
  }

  static Session open(int operation, Consumer<WireWriter> request) {
    needLibrary();
    return new Session(answer(NativeLibrary.open(operation, bytes(request))).integer());
  }

  static byte[] bytes(Consumer<WireWriter> request) {
    WireWriter out = new WireWriter();
    request.accept(out);
    return out.toByteArray();
  }

  static WireReader answer(byte[] answer) {
    if (answer[0] == 0) return new WireReader(answer, 1);
    if (answer.length == 1) throw new EsppadomException("no_memory", "the library has no memory left for this call");
    throw new EsppadomException(Failure.read(new WireReader(answer, 1)));
  }

  // The first call of all, whose own form never changes: version and layout, two texts.
  private static void checkLayout() {
    byte[] answer = NativeLibrary.call(0, new byte[0]);
    WireReader in = new WireReader(answer, 1);
    String version = in.text();
    String layout = in.text();
    if (!layout.equals(Operations.LAYOUT)) {
      throw new EsppadomException("foreign_native",
          "the native library (version " + version + ", layout " + layout + ") does not belong to these classes (layout "
              + Operations.LAYOUT + "): use the jar and the library of one build");
    }
  }
}
