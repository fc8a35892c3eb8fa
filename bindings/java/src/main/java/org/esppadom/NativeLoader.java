package org.esppadom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Properties;

/**
 * Loads the native library that came with the classes, and nothing else.
 *
 * <ul>
 *   <li>{@code esppadom.library}: a file to load as it is, where nothing may be written or run in the temporary folder.
 *       It must be the library of this jar, byte for byte.
 *   <li>{@code esppadom.tmpdir}: the folder to unpack in instead of {@code java.io.tmpdir}.
 *   <li>{@code esppadom.library.sha256}: another digest that the file of {@code esppadom.library} may have, for a library
 *       that was built apart.
 * </ul>
 *
 * <p>What is unpacked lies in a folder of its own that only this user may enter, is verified where it lies, and is
 * removed as soon as it is loaded. Each class loader has a copy of its own.
 */
final class NativeLoader {
  static final String LIBRARY = "esppadom.library";
  static final String FOLDER = "esppadom.tmpdir";
  static final String DIGEST = "esppadom.library.sha256";

  private static final String RESOURCES = "native/";

  /** What the jar says of the library for a platform. */
  private record Expected(String platform, String file, String sha256) {}

  private NativeLoader() {}

  static void load() {
    String given = System.getProperty(LIBRARY, "");
    if (given.isEmpty()) {
      loadOwn(expected());
    } else {
      loadGiven(given);
    }
  }

  /** The file that a build for this platform lies in: "linux-x86_64". */
  static String platform() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String name = system.startsWith("windows") ? "windows" : system.startsWith("mac") ? "darwin" : system;
    String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    return name + "-" + (processor.equals("amd64") ? "x86_64" : processor);
  }

  private static Expected expected() {
    Properties all = new Properties();
    try (InputStream in = NativeLoader.class.getResourceAsStream(RESOURCES + "library.properties")) {
      if (in == null) throw new EsppadomException("no_native", "the jar holds no native library (" + RESOURCES + ")");
      all.load(in);
    } catch (IOException e) {
      throw new EsppadomException("no_native", "the native library in the jar cannot be read", e);
    }
    String platform = platform();
    String file = all.getProperty(platform + ".file");
    if (file == null) {
      throw new EsppadomException("no_native", "the jar holds no native library for " + platform + "; build one with "
          + "-DESPPADOM_BUILD_JAVA=ON on that platform, or name one in -D" + LIBRARY);
    }
    return new Expected(platform, file, all.getProperty(platform + ".sha256", ""));
  }

  private static void loadGiven(String given) {
    Path file;
    byte[] content;
    try {
      file = Path.of(given).toAbsolutePath();
      content = Files.readAllBytes(file);
    } catch (IOException | InvalidPathException e) {
      throw new EsppadomException("no_native", "-D" + LIBRARY + "=" + given + " cannot be read", e);
    }
    String digest = sha256(content);
    String wanted = System.getProperty(DIGEST, "");
    if (wanted.isEmpty()) wanted = expected().sha256();
    if (!digest.equalsIgnoreCase(wanted)) {
      throw new EsppadomException("foreign_native", given + " has the SHA-256 " + digest + ", expected is " + wanted
          + ": it is not the library of this jar; name the digest of a library built apart in -D" + DIGEST);
    }
    try {
      System.load(file.toString());
    } catch (UnsatisfiedLinkError e) {
      throw refused(file, e);
    }
  }

  private static void loadOwn(Expected expected) {
    byte[] content;
    try (InputStream in = NativeLoader.class.getResourceAsStream(RESOURCES + expected.file())) {
      if (in == null) throw new EsppadomException("no_native", "the jar lacks " + RESOURCES + expected.file());
      content = in.readAllBytes();
    } catch (IOException e) {
      throw new EsppadomException("no_native", "the native library in the jar cannot be read", e);
    }
    verify(content, expected, "the native library in the jar");
    Path folder = null;
    Path file = null;
    try {
      folder = makeFolder();
      file = folder.resolve(Path.of(expected.file()).getFileName().toString());
      Files.write(file, content);
      verify(Files.readAllBytes(file), expected, file.toString());
      System.load(file.toString());
    } catch (IOException e) {
      throw new EsppadomException("no_native", "the native library cannot be unpacked: name a folder that can be written "
          + "in -D" + FOLDER + ", or the unpacked library in -D" + LIBRARY, e);
    } catch (UnsatisfiedLinkError e) {
      throw refused(file, e);
    } finally {
      remove(file);
      remove(folder);
    }
  }

  // createTempDirectory gives a folder that nobody else may enter.
  private static Path makeFolder() throws IOException {
    String given = System.getProperty(FOLDER, "");
    try {
      if (given.isEmpty()) return Files.createTempDirectory("esppadom");
      return Files.createTempDirectory(Path.of(given), "esppadom");
    } catch (InvalidPathException e) {
      throw new IOException("-D" + FOLDER + "=" + given, e);
    }
  }

  // A loaded library stays loaded without its file; where it does not (Windows), the file goes with the program.
  private static void remove(Path path) {
    if (path == null) return;
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      path.toFile().deleteOnExit();
    }
  }

  private static EsppadomException refused(Path file, UnsatisfiedLinkError why) {
    String text = String.valueOf(why.getMessage());
    String advice = ": the libraries it needs may be missing";
    if (text.contains("failed to map segment") || text.contains("Operation not permitted")) {
      advice = ": no program may run from that folder (noexec); name another in -D" + FOLDER
          + ", or the unpacked library in -D" + LIBRARY;
    } else if (text.contains("already loaded in another classloader")) {
      advice = ": a file serves one class loader; give each a copy of its own with -D" + FOLDER + " instead of -D"
          + LIBRARY;
    }
    return new EsppadomException("no_native", "cannot load " + file + " (" + text + ")" + advice, why);
  }

  private static void verify(byte[] content, Expected expected, String what) {
    String digest = sha256(content);
    if (!digest.equals(expected.sha256())) {
      throw new EsppadomException("foreign_native",
          what + " has the SHA-256 " + digest + ", expected is " + expected.sha256() + ": it was changed");
    }
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new EsppadomException("no_native", "this Java has no SHA-256", e);
    }
  }
}
