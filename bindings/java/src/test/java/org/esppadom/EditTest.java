package org.esppadom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
