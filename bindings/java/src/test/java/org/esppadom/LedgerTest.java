package org.esppadom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts told once, parts of a ledger, and any rule by itself. */
class LedgerTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir
  static Path folder;

  private static BillingRequest month;
  private static RunInputs inputs;
  private static NamedDocument ledger;

  @BeforeAll
  static void billAMonth() {
    month = Project.exampleMonth(folder.resolve("month"), 8, 2);
    inputs = Project.inputsOf(month);
    BillingResult bill = Esppadom.bill(month);
    ledger = new NamedDocument("ledger", bill.ledger());
  }

  @Test
  void anAlertDoesNotComeTwice() {
    AlertsRequest request = AlertsRequest.empty().withInputs(inputs).withNow(LocalDateTime.of(2026, 10, 5, 10, 0));
    AlertsResult told = Esppadom.toldAlerts(request);
    assertFalse(told.events().isEmpty());
    assertEquals(AlertChange.BEGUN, told.events().get(0).change());
    AlertsResult again =
        Esppadom.toldAlerts(request.withInputs(inputs.withLedger(new NamedDocument("told", told.ledger()))));
    assertEquals(List.of(), again.events());
    assertEquals(told.events().size(), again.standing());
    assertEquals(told.ledger().text(), again.ledger().text());
  }

  @Test
  void partsOfALedgerGiveItAgain() throws IOException {
    TreeSet<String> providers = new TreeSet<>();
    for (JsonNode one : JSON.readTree(ledger.content().text()).get("documents")) providers.add(one.get("provider").asText());
    List<NamedDocument> parts = new ArrayList<>();
    for (String one : providers) {
      LedgerExportResult made = Esppadom.exportLedger(LedgerExportRequest.empty().withLedger(ledger).withId(one));
      assertTrue(made.facts().stream().anyMatch(row -> row.fact() == LedgerFact.VISITS && row.taken() > 0));
      parts.add(new NamedDocument(one, made.part()));
    }
    LedgerMergeResult whole = Esppadom.mergeLedgers(LedgerMergeRequest.empty().withParts(parts));
    assertEquals(ledger.content().text(), whole.ledger().text());
    EsppadomException nobody = assertThrows(EsppadomException.class,
        () -> Esppadom.exportLedger(LedgerExportRequest.empty().withLedger(ledger).withId("nobody")));
    assertEquals("ESP-LED-004", nobody.code());
  }

  /** The codes of what a month finds that is billed after a ledger. */
  private static List<String> codesAfter(String text) {
    return Esppadom.bill(month.withLedger(new NamedDocument("ledger", Bytes.of(text)))).findings().stream()
        .map(FindingRow::code).toList();
  }

  @Test
  void aLedgerEditedByHandIsRefused() {
    String text = ledger.content().text();
    String edited = text.replaceFirst("\"total\":\"", "\"total\":\"1");
    assertFalse(text.equals(edited));
    EsppadomException refused = assertThrows(EsppadomException.class, () -> codesAfter(edited));
    assertEquals("ESP-LED-009", refused.code());
    assertEquals("/seal", refused.path());
    assertTrue(codesAfter(edited.replaceFirst(",\"seal\":\"[0-9a-f]*\"", "")).contains("ESP-LED-010"));
    assertFalse(codesAfter(text).contains("ESP-LED-010"));
  }

  @Test
  void circumstancesThatCannotBeMeantAreToldOnce() {
    String odd = "{\"absences\": [{\"beneficiary\": \"B\", \"from\": \"2026-10-05\", \"to\": \"2026-10-01\"}]}";
    BillingResult bill = Esppadom.bill(month.withCircumstances(new NamedDocument("odd", Bytes.of(odd))));
    assertEquals(1, bill.findings().stream().filter(one -> one.code().equals("ESP-CIR-001")).count());
  }

  @Test
  void aRuleIsApplied() throws IOException {
    String question = "{\"prices_include_tax\": true, \"amounts\": [{\"amount\": \"10.00\", \"rate\": \"5.5\"}]}";
    CalculationRequest vat = CalculationRequest.empty().withOf(Calculation.VAT);
    assertEquals("9.48", JSON.readTree(Esppadom.calculate(vat.withQuestion(question))).get("net").get(0).asText());
    EsppadomException wrong =
        assertThrows(EsppadomException.class, () -> Esppadom.calculate(vat.withQuestion("{\"amount\": []}")));
    assertEquals("/amount", wrong.path());
    assertThrows(EsppadomException.class, () -> Esppadom.calculate(vat));
    JsonNode rows = JSON.readTree(Esppadom.describe(DescribedSubject.DELIVERY)).get("rows");
    assertTrue(rows.findValuesAsText("field").contains("delivery_id"));
  }
}
