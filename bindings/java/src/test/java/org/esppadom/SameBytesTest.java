package org.esppadom;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Java gives is what the command gives, byte for byte. */
class SameBytesTest {
  private static String converted(Path file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Esppadom.convert(file, out, DocumentFormat.JSON, WriteProfile.ROUND_TRIP);
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Read to records and written from records. */
  private static String throughRecords(Path file, DocumentFormat format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MessageReader reader = Esppadom.read(file)) {
      Optional<Message> message = reader.next();
      try (MessageWriter writer = Esppadom.writer(out, reader.frame(), format, WriteProfile.ROUND_TRIP)) {
        for (; message.isPresent(); message = reader.next()) writer.write(message.get());
        writer.finish(reader.frame());
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void versions() {
    assertEquals(Project.command("--version").split("\\s+")[1], Esppadom.version());
  }

  @Test
  void convertsSamples() {
    for (Path file : Project.files(Project.SOURCE.resolve("tests/data"), ".xml")) {
      if (file.toString().contains("fuzz")) continue;
      String expected = Project.command("convert", "--to", "json", file.toString());
      assertEquals(expected, converted(file), file.toString());
      assertEquals(expected, throughRecords(file, DocumentFormat.JSON), file.toString());
    }
  }

  @Test
  void samplesAreTheSameXmlAfterPassingThroughRecords() {
    for (Path file : Project.files(Project.SAMPLES, ".xml")) {
      String expected = Project.command("convert", "--to", "xml", file.toString());
      assertEquals(expected, throughRecords(file, DocumentFormat.XML), file.toString());
    }
  }

  /** Every message of the conformance kit, however odd, becomes records and the same JSON again. */
  @Test
  void vectorsThroughRecords() {
    int compared = 0;
    for (Path file : Project.files(Project.VECTORS, ".xml")) {
      String expected;
      try {
        expected = converted(file);
      } catch (EsppadomException notReadable) {
        continue;  // a case about files that cannot be read
      }
      assertEquals(expected, throughRecords(file, DocumentFormat.JSON), file.toString());
      ++compared;
    }
    assertTrue(compared > 200, "only " + compared + " files were compared");
  }

  @Test
  void conformanceKit() {
    ConformanceResult result = Esppadom.conformance(ConformanceRequest.empty().withKit(Project.VECTORS.toString()));
    assertTrue(result.passed(), result.json());
    assertEquals(Project.command("--lang", "fr", "conformance", Project.VECTORS.toString(), "--format", "json"),
        result.json());
  }

  @Test
  void validates() {
    for (Path what : List.of(Project.sample(), Project.EXAMPLE, Project.VECTORS.resolve("sense"))) {
      ValidationResult result = Esppadom.validate(what);
      assertEquals(Project.command("--lang", "fr", "validate", what.toString(), "--format", "json"),
          result.document().text(), what.toString());
      assertEquals(result.errors(),
          result.report().findings().stream().filter(one -> one.severity() == Severity.ERROR).count());
    }
    ValidationResult sarif = Esppadom.validate(ValidationRequest.empty().withPaths(List.of(Project.EXAMPLE.toString()))
        .withForm(ReportForm.SARIF).withProfile("strict").withLanguage(Language.EN));
    assertEquals(Project.command("--lang", "en", "validate", Project.EXAMPLE.toString(), "--format", "sarif",
        "--profile", "strict"), sarif.document().text());
  }

  @Test
  void correctionRates() {
    String file = Project.sample().toString();
    RateResult rates = Esppadom.correctionRate(RateRequest.empty().withPaths(List.of(file)));
    assertEquals(Project.command("--lang", "fr", "correction-rate", file, "--format", "json"), rates.json());
    assertEquals(18, rates.corrected());
    assertEquals(Optional.of(new BigDecimal("25.00")), rates.ratePct());
    try (Stream<Delivery> visits = Esppadom.deliveries(Project.sample())) {
      RateResult same = Esppadom.correctionRate(RateRequest.empty().withDeliveries(visits.toList()));
      assertEquals(rates.rows(), same.rows());
    }
  }

  @Test
  void apa() {
    ApaRequest request = ApaRequest.empty().withDate(LocalDate.of(2026, 5, 1)).withGir(3)
        .withPlan(new BigDecimal("1000")).withResources(new BigDecimal("1500.00"));
    ApaResult result = Esppadom.apa(request);
    assertEquals(new BigDecimal("863.81"), result.paid());
    assertEquals(new BigDecimal("136.1916"), result.participation());
    assertEquals(Project.command("apa", "--date", "2026-05-01", "--gir", "3", "--plan", "1000", "--resources",
        "1500.00", "--format", "json"), result.json());
  }

  @Test
  void rules() {
    Path file = Project.SOURCE.resolve("examples/rules/departement.json");
    RulesResult checked = Esppadom.checkRules(RulesRequest.empty().withRules(Esppadom.document(file)));
    assertTrue(checked.usable(), checked.findings().toString());
    String shown = Esppadom.showRules(
        RulesQuery.empty().withRules(Esppadom.document(file)).withDate(LocalDate.of(2026, 10, 1)));
    assertEquals(Project.command("rules", "show", file.toString(), "--at", "2026-10-01", "--format", "json"), shown);
  }

  @Test
  void bills(@TempDir Path folder) throws IOException {
    Path month = folder.resolve("month");
    BillingRequest request = Project.exampleMonth(month, 20, 2);
    Path out = folder.resolve("out");
    String expected = Project.command("--lang", "fr", "bill", "--rules", month.resolve("rules.json").toString(),
        "--orders", month.resolve("orders").toString(), "--deliveries", month.resolve("deliveries").toString(),
        "--circumstances", month.resolve("circumstances.json").toString(), "--month", request.month().toString(),
        "--as-of", request.asOf().toString(), "--out", out.toString(), "--format", "json");
    BillingResult result = Esppadom.bill(request);
    assertEquals(expected, result.json());
    assertEquals(Files.readString(out.resolve("ledger.json")), result.ledger().text());
    assertTrue(result.messages().size() > 1);
    BigDecimal total = BigDecimal.ZERO;
    for (JsonNode invoice : new ObjectMapper().readTree(expected).get("invoices")) {
      total = total.add(new BigDecimal(invoice.get("total").asText()));
    }
    BigDecimal ours = result.invoices().stream().map(BilledInvoice::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertEquals(total, ours);
    for (Invoice invoice : result.messages()) {
      Path file = out.resolve("invoices").resolve(invoice.invoiceId() + ".xml");
      assertEquals(Files.readString(file),
          Esppadom.write(invoice, DocumentFormat.XML, WriteProfile.CANONICAL).text(), file.toString());
    }

    String visit = result.invoices().get(0).lines().get(0).deliveries().get(0);
    assertEquals(Project.command("--lang", "fr", "explain", "--rules", month.resolve("rules.json").toString(),
        "--orders", month.resolve("orders").toString(), "--deliveries", month.resolve("deliveries").toString(),
        "--circumstances", month.resolve("circumstances.json").toString(), "--month", request.month().toString(),
        "--as-of", request.asOf().toString(), "--delivery", visit, "--format", "json"),
        Esppadom.explain(ExplanationRequest.empty().withBilling(request).withDelivery(visit)
            .withForm(ExplanationFormat.JSON)).text());
    assertEquals("missing", assertThrows(EsppadomException.class, () -> Esppadom.explain(
        ExplanationRequest.empty().withBilling(request).withDelivery("no such visit"))).code());

    // The same month from records, and once more with the ledger of the first run: nothing is left to bill.
    List<Order> orders = Project.files(month.resolve("orders"), ".xml").stream()
        .flatMap(one -> Esppadom.orders(one)).toList();
    List<Delivery> visits = Project.files(month.resolve("deliveries"), ".xml").stream()
        .flatMap(one -> Esppadom.deliveries(one)).toList();
    BillingRequest records = request.withOrderPaths(List.of()).withDeliveryPaths(List.of()).withOrders(orders)
        .withDeliveries(visits);
    BillingResult fromRecords = Esppadom.bill(records);
    BillingResult again = Esppadom.bill(
        records.withLedger(new NamedDocument("ledger.json", fromRecords.ledger())));
    assertAll(() -> assertEquals(result.invoices(), fromRecords.invoices()),
        () -> assertEquals(result.ledger(), fromRecords.ledger()),
        () -> assertEquals(List.of(), again.invoices()));
  }
}
