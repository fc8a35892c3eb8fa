package org.esppadom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Records are edited by making others; what the description does not know stays where it was. */
class EditTest {
  private static Delivery withUnknown() {
    String xml = Esppadom.write(Project.firstDelivery(), DocumentFormat.XML, WriteProfile.CANONICAL).text();
    String marked = xml.replaceFirst("(<ram:CertifiedDateTime>)", "<ram:Odd kept=\"yes\">élément</ram:Odd>$1");
    assertTrue(!marked.equals(xml));
    try (MessageReader reader = Esppadom.read(Bytes.of(marked.getBytes(StandardCharsets.UTF_8)), "odd.xml")) {
      return (Delivery) reader.next().orElseThrow();
    }
  }

  @Test
  void extrasSurvive() {
    Delivery read = withUnknown();
    Delivery edited = read.withDeliveryId("EDITED-1").withLines(read.lines().stream()
        .map(line -> line.withBilledQuantity(new Measure(new BigDecimal("2.5"), "HUR"))).toList());
    String xml = Esppadom.write(edited, DocumentFormat.XML, WriteProfile.ROUND_TRIP).text();
    assertTrue(xml.contains("<ram:Odd kept=\"yes\">élément</ram:Odd>"), xml);
    assertTrue(xml.contains("EDITED-1"), xml);
    assertTrue(xml.contains(">2.5<"), xml);
  }

  @Test
  void fieldsHavePaths() {
    Delivery one = Project.firstDelivery();
    assertEquals(Optional.of(one.deliveryId()), Esppadom.field(one, "delivery_id"));
    assertEquals(Optional.of(one.lines().get(0).billedQuantity().value().toPlainString()),
        Esppadom.field(one, "lines[0].billed_quantity"));
    Delivery other = Esppadom.withField(one, "lines[0].service.label", Optional.of("Lever"));
    assertEquals(Optional.of("Lever"), other.lines().get(0).service().label());
    assertEquals(Optional.empty(), Esppadom.field(Esppadom.withField(other, "lines[0].service.label", Optional.empty()),
        "lines[0].service.label"));
    assertEquals("unknown_name", assertThrows(EsppadomException.class, () -> Esppadom.field(one, "colour")).code());
    assertThrows(EsppadomException.class, () -> Esppadom.withField(one, "delivery_id", Optional.empty()), "mandatory");
    assertThrows(EsppadomException.class, () -> Esppadom.withField(one, "issued_at", Optional.of("noon")));
    List<ListedField> fields = Esppadom.fields(MessageKind.DELIVERY);
    assertTrue(fields.stream().anyMatch(row -> row.path().equals("lines[].billed_quantity") && row.type().equals("decimal")));
    assertEquals(fields.size(), fields.stream().map(ListedField::path).distinct().count());
  }

  @Test
  void extrasSayNothing() {
    assertEquals(Project.firstDelivery(), withUnknown());
    assertEquals(Project.firstDelivery().hashCode(), withUnknown().hashCode());
  }

  @Test
  void refusesNull() {
    Delivery one = Project.firstDelivery();
    assertThrows(NullPointerException.class, () -> one.withLines(null));
    assertThrows(NullPointerException.class, () -> one.withDeliveryId(null));
    assertThrows(NullPointerException.class, () -> Esppadom.write(null, DocumentFormat.XML, WriteProfile.CANONICAL));
    assertThrows(NullPointerException.class, () -> Esppadom.read((java.nio.file.Path) null));
    assertThrows(NullPointerException.class, () -> Esppadom.bill(null));
    assertThrows(NullPointerException.class, () -> Esppadom.bill(BillingRequest.empty()), "no month");
  }

  @Test
  void listsAreCopies() {
    List<DeliveryLine> lines = new java.util.ArrayList<>(Project.firstDelivery().lines());
    Delivery one = Project.firstDelivery().withLines(lines);
    lines.clear();
    assertTrue(!one.lines().isEmpty());
    assertThrows(UnsupportedOperationException.class, () -> one.lines().clear());
  }

  @Test
  void refusesWhatWouldNeedRounding() {
    ApaRequest request = ApaRequest.empty().withDate(java.time.LocalDate.of(2026, 5, 1)).withGir(3);
    EsppadomException met =
        assertThrows(EsppadomException.class, () -> Esppadom.apa(request.withPlan(new BigDecimal("1000.001"))));
    assertEquals("inexact", met.code());
    assertEquals(Esppadom.apa(request.withPlan(new BigDecimal("1E+3"))),
        Esppadom.apa(request.withPlan(new BigDecimal("1000.000"))));
    assertEquals("out_of_range",
        assertThrows(EsppadomException.class, () -> Esppadom.apa(request.withGir(5))).code());
  }

  @Test
  void checksAMessage() {
    Delivery empty = Delivery.empty();
    List<FindingRow> findings = Esppadom.check(empty, Language.EN);
    assertTrue(findings.stream().anyMatch(one -> one.code().startsWith("ESP-MSG-")), findings.toString());
  }
}
