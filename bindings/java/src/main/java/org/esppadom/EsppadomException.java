package org.esppadom;

import java.util.List;

/**
 * Why a call could not be made. What is wrong in data is a {@link FindingRow} of a result and no exception, unless
 * nothing could be done with the data at all.
 */
public final class EsppadomException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String french;
  private final String path;
  private final String file;
  private final long line;
  private final long column;
  private final transient List<FindingRow> findings;

  EsppadomException(String code, String message) {
    this(code, message, null);
  }

  EsppadomException(String code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
    this.french = message;
    this.path = "";
    this.file = "";
    this.line = 0;
    this.column = 0;
    this.findings = List.of();
  }

  EsppadomException(Failure why) {
    super(why.messageEn());
    this.code = why.code();
    this.french = why.messageFr();
    this.path = why.path();
    this.file = why.file();
    this.line = why.line();
    this.column = why.column();
    this.findings = why.findings();
  }

  /** The code of the finding behind, "ESP-JSON-001", or the name of an error: "unreadable", "closed", "no_native"… */
  public String code() {
    return code;
  }

  /** Where in the data, a path or JSON pointer; empty when it is about no data. */
  public String path() {
    return path;
  }

  /** In which file; empty when unknown. */
  public String file() {
    return file;
  }

  /** The line in it, from 1; 0 when unknown. */
  public long line() {
    return line;
  }

  /** The column in it, from 1; 0 when unknown. */
  public long column() {
    return column;
  }

  /** Everything that was found before it became clear that the call could not be made. */
  public List<FindingRow> findings() {
    return findings == null ? List.of() : findings;
  }

  /** What happened, in a language. */
  public String message(Language language) {
    return language == Language.FR ? french : getMessage();
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder("EsppadomException ").append(code).append(": ").append(getMessage());
    if (!file.isEmpty()) out.append(" [").append(file);
    if (!file.isEmpty() && line > 0) out.append(':').append(line);
    if (!file.isEmpty()) out.append(']');
    return out.toString();
  }
}
