package org.esppadom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls of a voice server, and messages as a role may see them: the same bytes as the command. */
class CallsTest {
  private static final Path CALLS = Project.SOURCE.resolve("examples/calls");
  private static final String KEY = "a fictional key, 16+ bytes";

  @TempDir
  Path folder;

  private static byte[] written(List<Delivery> messages, WriteProfile profile) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MessageWriter writer = Esppadom.writer(out, MessageKind.DELIVERY, DocumentFormat.XML, profile)) {
      for (Delivery one : messages) writer.write(one);
      writer.finish();
    }
    return out.toByteArray();
  }

  @Test
  void identifies() throws IOException {
    Path out = folder.resolve("out");
    String told = Project.command("--lang", "fr", "identify", "--calls", CALLS.resolve("calls.csv").toString(),
        "--directory", CALLS.resolve("directory.csv").toString(), "--rules", CALLS.resolve("rules.json").toString(),
        "--out", out.toString(), "--format", "json");
    IdentifyRequest request = IdentifyRequest.empty().withCalls(Esppadom.document(CALLS.resolve("calls.csv")))
        .withDirectory(Esppadom.document(CALLS.resolve("directory.csv")))
        .withRules(Esppadom.document(CALLS.resolve("rules.json")));
    IdentifyResult result = Esppadom.identify(request);
    assertEquals(told, result.json());
    assertEquals(result.counts().visits(), result.visits().size());
    assertEquals(result.counts().calls() - result.counts().inVisits(), result.calls().size());
    assertArrayEquals(Files.readAllBytes(out.resolve("deliveries.xml")), written(result.visits(), WriteProfile.CANONICAL));
    assertArrayEquals(Files.readAllBytes(out.resolve("raw-stamps.xml")),
        written(result.rawStamps(), WriteProfile.CANONICAL));
    assertEquals("ESP-CSV-008", assertThrows(EsppadomException.class, () -> Esppadom.identify(
        request.withCalls(new NamedDocument("log", Bytes.of("number\n1\n"))))).code());
  }

  @Test
  void views() throws IOException {
    Path key = Files.writeString(folder.resolve("key"), KEY);
    Path file = Project.EXAMPLE.resolve("delivery.xml");
    Path out = folder.resolve("out.xml");
    String told = Project.command("view", "--role", "statistician", "--key-file", key.toString(), file.toString(), "-o",
        out.toString(), "--format", "json");
    ViewRequest request = ViewRequest.empty().withRole(ViewRole.STATISTICIAN)
        .withKey(Bytes.of(KEY.getBytes(StandardCharsets.UTF_8)));
    ViewResult result = Esppadom.view(request.withPaths(List.of(file.toString())));
    assertEquals(told, result.json());
    assertArrayEquals(Files.readAllBytes(out), written(result.deliveries(), WriteProfile.ROUND_TRIP));
    try (MessageReader reader = Esppadom.read(file)) {
      Delivery message = (Delivery) reader.next().orElseThrow();
      assertEquals(result.deliveries().get(0),
          Esppadom.view(request.withDeliveries(List.of(message))).deliveries().get(0));
      assertTrue(Esppadom.view(ViewRequest.empty().withRole(ViewRole.PROVIDER).withProvider("nobody")
          .withDeliveries(List.of(message))).deliveries().isEmpty());
    }
    for (ViewRequest one : List.of(ViewRequest.empty(), ViewRequest.empty().withRole(ViewRole.FAMILY))) {
      assertEquals("missing", assertThrows(EsppadomException.class, () -> Esppadom.view(one)).code());
    }
    assertEquals("out_of_range", assertThrows(EsppadomException.class,
        () -> Esppadom.view(request.withKey(Bytes.of("short")))).code());
  }
}
