package org.esppadom;

import java.nio.charset.StandardCharsets;

/** Exact UTF-8: what no UTF-8 can hold is refused, not replaced. */
final class Utf8 {
  private Utf8() {}

  static byte[] bytes(String text) {
    for (int i = 0; i < text.length(); ++i) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) continue;
      boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1));
      if (!pair) {
        throw new IllegalArgumentException("text with half a character (unpaired surrogate) at " + i);
      }
      ++i;
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
