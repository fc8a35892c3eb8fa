package org.esppadom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of whole months and of single rules: what the command gives, byte for byte, and what the vectors say. */
class OversightTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir
  static Path folder;

  private static Path month;
  private static Path billed;
  private static RunInputs inputs;
  private static BillingRequest billing;
  private static BillingResult bill;

  @BeforeAll
  static void billAMonth() throws IOException {
    month = folder.resolve("month");
    billing = Project.exampleMonth(month, 8, 2);
    inputs = Project.inputsOf(billing);
    bill = Esppadom.bill(billing);
    billed = folder.resolve("billed");
    Files.createDirectories(billed);
    Files.writeString(billed.resolve("ledger.json"), bill.ledger().text());
    for (Invoice one : bill.messages()) {
      Files.write(billed.resolve(one.invoiceId() + ".xml"),
          Esppadom.write(one, DocumentFormat.XML, WriteProfile.CANONICAL).toByteArray());
    }
  }

  private static String command(String what, String... more) {
    List<String> words = new ArrayList<>(List.of("--lang", "fr", what, "--rules", month.resolve("rules.json").toString(),
        "--circumstances", month.resolve("circumstances.json").toString(), "--orders",
        month.resolve("orders").toString(), "--deliveries", month.resolve("deliveries").toString()));
    words.addAll(List.of(more));
    return Project.command(words.toArray(String[]::new));
  }

  @Test
  void statistics() {
    for (Statistic of : Statistic.values()) {
      StatisticsResult result = Esppadom.statistics(StatisticsRequest.empty().withInputs(inputs).withOf(of));
      assertEquals(command("statistics", "--of", of.text(), "--format", "json"), result.json());
      assertEquals(command("statistics", "--of", of.text(), "--format", "csv"), result.csv());
    }
  }

  @Test
  void reconciliation() {
    ReconciliationRequest request = ReconciliationRequest.empty().withInputs(inputs)
        .withInvoices(bill.messages().subList(1, bill.messages().size()));
    ReconciliationResult result = Esppadom.reconcile(request);
    assertTrue(result.withRules());
    assertFalse(result.rows().isEmpty(), "an invoice is missing");
    assertEquals(result.rows().stream().map(one -> one.difference().orElse(BigDecimal.ZERO))
        .reduce(BigDecimal.ZERO, BigDecimal::add), result.total().difference().orElseThrow());
    assertEquals(command("reconcile", "--invoices", billed.toString(), "--format", "json"),
        Esppadom.reconcile(ReconciliationRequest.empty().withInputs(inputs)
            .withInvoicePaths(List.of(billed.toString()))).json());
  }

  @Test
  void statementsAndBalance() throws IOException {
    NamedDocument ledger = new NamedDocument("ledger.json", bill.ledger());
    TrialBalanceResult balance = Esppadom.trialBalance(TrialBalanceRequest.empty().withLedger(ledger));
    assertTrue(balance.balanced());
    JsonNode written = JSON.readTree(balance.json()).get("rows");
    assertEquals(written.size(), balance.rows().size());
    String[] table = Project.command("--lang", "fr", "statements", "trial-balance", "--ledger",
        billed.resolve("ledger.json").toString(), "--format", "csv").split("\r?\n");
    assertEquals(table.length - 1, balance.rows().size());
    for (int i = 0; i < written.size(); ++i) {
      BalanceRow row = balance.rows().get(i);
      assertEquals(written.get(i).get("due").asText(), row.due().toString());
      assertTrue(table[i + 1].contains(row.funder()) && table[i + 1].contains(row.provider()), table[i + 1]);
    }

    ServiceFaitResult made = Esppadom.serviceFait(ServiceFaitRequest.empty().withLedger(ledger).withFrom(billing.month()));
    assertTrue(made.statements().size() > 1);
    List<NamedDocument> kept = made.statements().stream()
        .map(one -> new NamedDocument(one.beneficiary() + ".json", one.document())).toList();
    assertEquals(List.of(), Esppadom.verify(VerificationRequest.empty().withStatements(kept)));
    Bytes altered = Bytes.of(kept.get(0).content().text().replaceFirst("\"minutes\"|\"month\"", "\"other\""));
    List<NamedDocument> changed = new ArrayList<>(kept);
    changed.set(0, new NamedDocument("altered.json", altered));
    assertFalse(Esppadom.verify(VerificationRequest.empty().withStatements(changed)).isEmpty());
  }

  @Test
  void pagesAndContracts() throws IOException {
    NamedDocument ledger = new NamedDocument("ledger.json", bill.ledger());
    Path pages = folder.resolve("pages");
    Project.command("--lang", "fr", "statements", "service-fait", "--ledger", billed.resolve("ledger.json").toString(),
        "--from", billing.month().toString(), "--out", pages.toString(), "--format", "html");
    ServiceFaitResult made = Esppadom.serviceFait(
        ServiceFaitRequest.empty().withLedger(ledger).withFrom(billing.month()).withPages(true));
    for (SealedStatement one : made.statements()) {
      String name = one.beneficiary() + "-" + one.month() + ".html";
      assertEquals(Files.readString(pages.resolve(name)), one.page().get().text());
    }
    CpomResult contract = Esppadom.cpom(CpomRequest.empty().withLedger(ledger).withRules(inputs.rules().get()));
    assertEquals(Project.command("--lang", "fr", "statements", "cpom", "--ledger",
        billed.resolve("ledger.json").toString(), "--rules", month.resolve("rules.json").toString(), "--format", "json"),
        contract.json());
    assertEquals(JSON.readTree(contract.json()).get("rows").size(), contract.rows().size());
    assertTrue(contract.csv().lines().count() == contract.rows().size() + 1);
  }

  @Test
  void ownInvoices() {
    ReconciliationResult result = Esppadom.reconcileOwn(billing);
    assertEquals(List.of(), result.rows());
    assertEquals(List.of(), result.findings());
    assertTrue(result.withRules());
  }

  @Test
  void whatIf() throws IOException {
    Path other = Project.SOURCE.resolve("src/data/rules/neutral.json");
    Path out = folder.resolve("compared");
    command("bill", "--month", billing.month().toString(), "--as-of", billing.asOf().toString(), "--out", out.toString(),
        "--compare", other.toString());
    assertEquals(Files.readString(out.resolve("bill.json")),
        Esppadom.compare(ComparisonRequest.empty().withBilling(billing).withOther(Esppadom.document(other))));
    Path page = folder.resolve("report.html");
    command("report", "--month", billing.month().toString(), "--as-of", billing.asOf().toString(), "-o",
        page.toString());
    assertEquals(Files.readString(page), Esppadom.report(billing).text());
  }

  @Test
  void differences() {
    String a = Project.sample().toString();
    String b = Project.EXAMPLE.resolve("delivery.xml").toString();
    DiffResult result = Esppadom.diff(DiffRequest.empty().withPaths(List.of(a)).withOtherPaths(List.of(b)));
    assertFalse(result.equal());
    assertEquals(Project.command("--lang", "fr", "diff", a, b, "--format", "json"), result.json());
    assertTrue(Esppadom.diff(DiffRequest.empty().withPaths(List.of(a)).withOtherPaths(List.of(a))).equal());
  }

  private static JsonNode cases(String family) throws IOException {
    return JSON.readTree(Project.SOURCE.resolve("tests/vectors/" + family + ".json").toFile()).get("cases");
  }

  @Test
  void rounds() throws IOException {
    int tested = 0;
    for (JsonNode one : cases("duration_total")) {
      JsonNode rule = one.get("input").get("rounding");
      if (!rule.path("object").asText().equals("duration")
          || !rule.path("scope").asText("intervention").equals("intervention")) continue;
      Rounding rounding = Rounding.empty().withStep(Duration.ofMinutes(rule.get("step_min").asLong()));
      if (rule.has("mode")) rounding = rounding.withMode(StepMode.valueOf(rule.get("mode").asText().toUpperCase()));
      if (rule.has("tie")) rounding = rounding.withTie(StepTie.valueOf(rule.get("tie").asText().toUpperCase()));
      if (rule.has("threshold_min")) {
        rounding = rounding.withThreshold(Duration.ofMinutes(rule.get("threshold_min").asLong()));
      }
      List<Duration> times = new ArrayList<>();
      List<Duration> wanted = new ArrayList<>();
      for (JsonNode minutes : one.get("input").get("minutes")) times.add(Duration.ofMinutes(minutes.asLong()));
      for (JsonNode minutes : one.get("expected").get("minutes")) wanted.add(Duration.ofMinutes(minutes.asLong()));
      assertEquals(wanted, Esppadom.roundDurations(times, rounding), one.get("name").asText());
      ++tested;
    }
    assertTrue(tested >= 5, "only " + tested);
    assertEquals("out_of_range", assertThrows(EsppadomException.class,
        () -> Esppadom.roundDuration(Duration.ofMinutes(1), Rounding.empty().withStep(Duration.ZERO))).code());
  }

  @Test
  void splits() {
    SplitResult result = Esppadom.split(SplitRequest.empty().withTime(Duration.ofHours(3)).withPrice(BigDecimal.TEN)
        .withFunders(List.of(new FunderTerms(BigDecimal.TEN, new BigDecimal("20"), Optional.empty()))));
    assertEquals(List.of(new BigDecimal("24.00")), result.funders());
    assertEquals(new BigDecimal("6.00"), result.beneficiary());
    assertEquals(new BigDecimal("30.00"), result.price());
  }

  @Test
  void smooths() throws IOException {
    SmoothRequest request = SmoothRequest.empty().withWhom(RulesQuery.empty()
        .withRules(Esppadom.document(Project.SOURCE.resolve("src/data/rules/neutral.json")))
        .withDate(LocalDate.of(2026, 5, 1)))
        .withPeriods(List.of(new PlanUse(Duration.ofHours(20), Duration.ofHours(14)),
            new PlanUse(Duration.ofHours(20), Duration.ofHours(26))));
    JsonNode answer = JSON.readTree(Esppadom.smooth(request));
    assertEquals("esppadom/smooth/1", answer.get("schema").asText());
    assertEquals(2, answer.get("periods").size());
  }

  /** Circumstances as records give the same bill as the document they come from. */
  @Test
  void circumstancesAsRecords() {
    CircumstancesResult read = Esppadom.circumstances(
        CircumstancesRequest.empty().withDocument(billing.circumstances().get()));
    assertFalse(read.circumstances().plannedVisits().isEmpty());
    BillingRequest records = new BillingRequest(billing.orderPaths(), billing.deliveryPaths(), billing.orders(),
        billing.deliveries(), billing.rules(), Optional.empty(), Optional.of(read.circumstances()), billing.ledger(),
        billing.month(), billing.asOf(), billing.issuedAt(), billing.transactionId(), billing.stage(),
        billing.completeFor(), billing.validated(), billing.language());
    assertEquals(bill.json(), Esppadom.bill(records).json());
    String written = Esppadom.write(read.circumstances());
    assertEquals(read.circumstances(), Esppadom.circumstances(CircumstancesRequest.empty()
        .withDocument(new NamedDocument("again", Bytes.of(written)))).circumstances());
    assertEquals("conflict", assertThrows(EsppadomException.class,
        () -> Esppadom.bill(billing.withFacts(read.circumstances()))).code());
  }
}
