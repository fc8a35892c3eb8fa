package org.esppadom;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/** Bytes that do not change: a document as it is read from a file or written to one. */
public final class Bytes {
  /** None. */
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  /** A copy of these bytes. */
  public static Bytes of(byte[] content) {
    return new Bytes(Objects.requireNonNull(content, "content").clone());
  }

  /** A text in UTF-8. */
  public static Bytes of(String text) {
    return new Bytes(Utf8.bytes(Objects.requireNonNull(text, "text")));
  }

  static Bytes owning(byte[] content) {
    return new Bytes(content);
  }

  byte[] shared() {
    return content;
  }

  /** A copy of the bytes. */
  public byte[] toByteArray() {
    return content.clone();
  }

  /** How many there are. */
  public int size() {
    return content.length;
  }

  /** Read as UTF-8. */
  public String text() {
    return new String(content, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return content.length + " bytes";
  }
}
