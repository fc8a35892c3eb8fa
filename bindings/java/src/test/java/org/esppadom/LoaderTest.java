package org.esppadom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loader loads what it verified, from where it is told to, and says what is wrong in words that help. */
class LoaderTest {
  private static Path placeOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** Runs the probe in a virtual machine of its own. */
  private static String probe(String... properties) throws Exception {
    List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    words.addAll(List.of(properties));
    words.addAll(List.of("-cp", placeOf(Esppadom.class) + ":" + placeOf(LoaderProbe.class), "org.esppadom.LoaderProbe"));
    return new String(Project.run(words), StandardCharsets.UTF_8).strip();
  }

  private static byte[] library() throws IOException {
    Properties about = new Properties();
    try (InputStream in = NativeLoader.class.getResourceAsStream("native/library.properties")) {
      about.load(in);
    }
    try (InputStream in = NativeLoader.class.getResourceAsStream(
        "native/" + about.getProperty(NativeLoader.platform() + ".file"))) {
      return in.readAllBytes();
    }
  }

  private static void assertVersion(String said) {
    assertEquals("version " + Esppadom.version(), said);
  }

  @Test
  void unpacksAndLeavesNothing(@TempDir Path folder) throws Exception {
    assertVersion(probe("-Djava.io.tmpdir=" + folder));
    assertVersion(probe("-Djava.io.tmpdir=/proc", "-Desppadom.tmpdir=" + folder));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(), left.filter(one -> !one.getFileName().toString().startsWith("hsperf")).toList());
    }
  }

  @Test
  void saysWhatHelpsWhereNothingCanBeWritten(@TempDir Path folder) throws Exception {
    String said = probe("-Djava.io.tmpdir=/proc");
    assertTrue(said.startsWith("no_native ") && said.contains("-Desppadom.tmpdir"), said);
    Path file = Files.write(folder.resolve("own.so"), library());
    assertVersion(probe("-Djava.io.tmpdir=/proc", "-Desppadom.library=" + file));
  }

  /** In a mount namespace of its own; where the system allows none, there is nothing to see. */
  @Test
  void saysWhatHelpsWhereNothingMayRun(@TempDir Path folder) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String mounted = "mount -t tmpfs -o noexec tmpfs " + folder + " && exec " + java + " -Desppadom.tmpdir=" + folder
        + " -cp " + placeOf(Esppadom.class) + ":" + placeOf(LoaderProbe.class) + " org.esppadom.LoaderProbe";
    String said = new String(Project.run(List.of("unshare", "--map-root-user", "--mount", "sh", "-c", mounted)),
        StandardCharsets.UTF_8);
    assumeTrue(!said.isEmpty(), "no mount namespace can be made here");
    assertTrue(said.startsWith("no_native ") && said.contains("noexec"), said);
  }

  @Test
  void refusesWhatIsNotItsOwn(@TempDir Path folder) throws Exception {
    byte[] changed = library();
    changed[changed.length / 2] ^= 1;
    Path file = Files.write(folder.resolve("changed.so"), changed);
    assertTrue(probe("-Desppadom.library=" + file).startsWith("foreign_native "));
    Path text = Files.writeString(folder.resolve("text.so"), "no library");
    assertTrue(probe("-Desppadom.library=" + text).startsWith("foreign_native "));
    assertTrue(probe("-Desppadom.library=" + folder.resolve("missing.so")).startsWith("no_native "));
  }

  @Test
  void twoClassLoadersHaveTheirOwn() throws Exception {
    URL[] places = {placeOf(Esppadom.class).toUri().toURL()};
    try (URLClassLoader one = new URLClassLoader(places, null); URLClassLoader two = new URLClassLoader(places, null)) {
      Class<?> first = one.loadClass("org.esppadom.Esppadom");
      Class<?> second = two.loadClass("org.esppadom.Esppadom");
      assertNotSame(first, second);
      assertEquals(Esppadom.version(), first.getMethod("version").invoke(null));
      assertEquals(Esppadom.version(), second.getMethod("version").invoke(null));
    }
  }
}
