package org.esppadom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is open is closed once, used by one thread at a time, and never by mistake. */
class SessionTest {
  private static <T> List<T> inParallel(int threads, Callable<T> work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<T>> all = new ArrayList<>();
      for (int i = 0; i < threads; ++i) all.add(pool.submit(work));
      List<T> out = new ArrayList<>();
      for (Future<T> one : all) out.add(one.get());
      return out;
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void refusesWhatWasClosed() {
    MessageReader reader = Esppadom.read(Project.sample());
    reader.close();
    reader.close();
    assertEquals("closed", assertThrows(EsppadomException.class, reader::next).code());
    assertEquals("closed", assertThrows(EsppadomException.class, reader::findings).code());
    MessageWriter writer = Esppadom.writer(new ByteArrayOutputStream(), MessageKind.DELIVERY, DocumentFormat.XML,
        WriteProfile.CANONICAL);
    writer.close();
    assertEquals("closed", assertThrows(EsppadomException.class, () -> writer.write(Delivery.empty())).code());
  }

  @Test
  void whatAStreamThrowsReachesWhoRunsIt() {
    IllegalStateException mine = new IllegalStateException("mine");
    try (Stream<Delivery> all = Esppadom.deliveries(Project.sample())) {
      assertEquals(mine, assertThrows(IllegalStateException.class, () -> all.forEach(one -> {
        throw mine;
      })));
    }
    OutputStream broken = new OutputStream() {
      @Override
      public void write(int octet) throws IOException {
        throw new IOException("full");
      }
    };
    assertThrows(UncheckedIOException.class,
        () -> Esppadom.convert(Project.sample(), broken, DocumentFormat.JSON, WriteProfile.CANONICAL));
  }

  @Test
  void saysWhatCannotBeRead(@TempDir Path folder) throws IOException {
    Path none = folder.resolve("none.xml");
    EsppadomException met = assertThrows(EsppadomException.class, () -> Esppadom.read(none));
    assertEquals("unreadable", met.code());
    assertTrue(met.getMessage().contains("none.xml"));
    Path text = Files.writeString(folder.resolve("text.xml"), "this is no message");
    try (Stream<Delivery> all = Esppadom.deliveries(text)) {
      EsppadomException told = assertThrows(EsppadomException.class, all::count);
      assertTrue(told.code().startsWith("ESP-XML-"), told.toString());
      assertTrue(told.line() > 0 && told.file().endsWith("text.xml"), told.toString());
    }
    EsppadomException rules = assertThrows(EsppadomException.class, () -> Esppadom.correctionRate(
        RateRequest.empty().withRules(new NamedDocument("rules.json", Bytes.of("{\n \"id\": 7}")))));
    assertTrue(rules.code().startsWith("ESP-"), rules.toString());
    assertEquals(2, rules.line());
  }

  @Test
  void refusesAnotherKind() {
    Invoice invoice = Esppadom.invoices(Project.EXAMPLE.resolve("invoice.xml")).findFirst().orElseThrow();
    try (MessageWriter writer = Esppadom.writer(new ByteArrayOutputStream(), MessageKind.DELIVERY, DocumentFormat.JSON,
        WriteProfile.CANONICAL)) {
      assertEquals("conflict", assertThrows(EsppadomException.class, () -> writer.write(invoice)).code());
    }
  }

  @Test
  void sixteenThreadsReadTheSame() throws Exception {
    String expected = Esppadom.validate(Project.EXAMPLE).document().text();
    List<String> all = inParallel(16, () -> Esppadom.validate(Project.EXAMPLE).document().text());
    assertEquals(List.of(expected), all.stream().distinct().toList());
  }

  @Test
  void sixteenThreadsShareOneReader() throws Exception {
    try (MessageReader reader = Esppadom.read(Project.sample())) {
      List<Integer> counts = inParallel(16, () -> {
        int count = 0;
        while (reader.next().isPresent()) ++count;
        return count;
      });
      assertEquals(72, counts.stream().mapToInt(Integer::intValue).sum());
    }
  }

  @Test
  void closingWhileOthersReadIsNoCrash() throws Exception {
    for (int round = 0; round < 50; ++round) {
      MessageReader reader = Esppadom.read(Project.sample());
      inParallel(4, () -> {
        try {
          while (reader.next().isPresent()) reader.close();
          return "end";
        } catch (EsppadomException e) {
          return e.code();
        }
      });
    }
  }

  @Test
  void forgottenReadersAreReleased() {
    for (int i = 0; i < 2000; ++i) Esppadom.read(Project.sample()).next();
    System.gc();
  }

  /** Sixty-four megabytes pass through a virtual machine that may hold far less. */
  @Test
  void memoryDoesNotDependOnTheFile(@TempDir Path folder) throws IOException {
    String sample = Files.readString(Project.sample(), StandardCharsets.UTF_8);
    int root = sample.indexOf("<ns:CrossIndustryDespatchAdvice");
    int end = sample.lastIndexOf("</ns:CrossIndustryDespatchAdvice>") + "</ns:CrossIndustryDespatchAdvice>".length();
    assertTrue(root > 0);
    Path big = folder.resolve("big.xml");
    byte[] messages = sample.substring(root, end).getBytes(StandardCharsets.UTF_8);
    int times = (64 << 20) / messages.length;
    try (OutputStream out = Files.newOutputStream(big)) {
      out.write(sample.substring(0, root).getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < times; ++i) out.write(messages);
      out.write(sample.substring(end).getBytes(StandardCharsets.UTF_8));
    }
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    long before = runtime.totalMemory() - runtime.freeMemory();
    try (Stream<Delivery> all = Esppadom.deliveries(big)) {
      long[] count = {0};
      long[] most = {0};
      all.forEach(one -> {
        if (++count[0] % 10_000 == 0) {
          System.gc();
          most[0] = Math.max(most[0], runtime.totalMemory() - runtime.freeMemory() - before);
        }
      });
      assertEquals(72L * times, count[0]);
      assertTrue(most[0] < 16L << 20, most[0] + " bytes are held");
    }
  }
}
