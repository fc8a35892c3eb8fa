package org.esppadom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where the tests find the data of the project and its command. */
final class Project {
  static final Path SOURCE = Path.of(System.getProperty("esppadom.source"));
  static final Path SAMPLES = SOURCE.resolve("tests/data/samples");
  static final Path EXAMPLE = SOURCE.resolve("tests/data/example");
  static final Path VECTORS = SOURCE.resolve("tests/vectors/messages");

  private Project() {}

  /** What a program wrote to its standard output. */
  static byte[] run(List<String> words) {
    try {
      Process process =
          new ProcessBuilder(words).directory(SOURCE.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      byte[] out = process.getInputStream().readAllBytes();
      process.waitFor();
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the command writes; in French, as the tests ask Java. */
  static String command(String... words) {
    List<String> all = new ArrayList<>(List.of(System.getProperty("esppadom.command")));
    all.addAll(List.of(words));
    return new String(run(all), StandardCharsets.UTF_8);
  }

  /** The files below a folder whose names end so. */
  static List<Path> files(Path folder, String end) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(one -> one.toString().endsWith(end)).filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A generated month in a folder, to be billed from its files. */
  static BillingRequest exampleMonth(Path folder, int beneficiaries, int providers) {
    run(List.of("python3", "-B", "examples/month/generate.py", "--beneficiaries", String.valueOf(beneficiaries),
        "--providers", String.valueOf(providers), "--out", folder.toString()));
    try {
      JsonNode about = new ObjectMapper().readTree(folder.resolve("month.json").toFile());
      return BillingRequest.empty().withRules(Esppadom.document(folder.resolve("rules.json")))
          .withCircumstances(Esppadom.document(folder.resolve("circumstances.json")))
          .withOrderPaths(List.of(folder.resolve("orders").toString()))
          .withDeliveryPaths(List.of(folder.resolve("deliveries").toString()))
          .withMonth(YearMonth.parse(about.get("month").asText()))
          .withAsOf(LocalDate.parse(about.get("as_of").asText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What such a month is made of, for runs over several months. */
  static RunInputs inputsOf(BillingRequest month) {
    return RunInputs.empty().withRules(month.rules().get()).withCircumstances(month.circumstances().get())
        .withOrderPaths(month.orderPaths()).withDeliveryPaths(month.deliveryPaths());
  }

  static Path sample() {
    return SAMPLES.resolve("delivery-72.xml");
  }

  static Delivery firstDelivery() {
    try (Stream<Delivery> all = Esppadom.deliveries(sample())) {
      return all.findFirst().orElseThrow();
    }
  }
}
