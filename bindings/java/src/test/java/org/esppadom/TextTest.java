package org.esppadom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Text crosses the border as it is: SWIG's own strings would spoil what lies beyond U+FFFF, and NUL. */
class TextTest {
  private static final String CLEF = "clef \uD834\uDD1E, \u00e9l\u00e8ve, \u0000 nul";

  private static Delivery throughJson(Delivery message) {
    Bytes json = Esppadom.write(message, DocumentFormat.JSON, WriteProfile.ROUND_TRIP);
    try (MessageReader reader = Esppadom.read(json, "text.json")) {
      return (Delivery) reader.next().orElseThrow();
    }
  }

  @Test
  void carriesEveryCharacter() {
    Delivery message = Project.firstDelivery().withTransactionId(CLEF);
    Bytes json = Esppadom.write(message, DocumentFormat.JSON, WriteProfile.ROUND_TRIP);
    assertTrue(json.text().contains("\uD834\uDD1E"), "as one character of four bytes");
    assertEquals(CLEF, throughJson(message).transactionId());
  }

  @Test
  void refusesHalfACharacter() {
    Delivery message = Project.firstDelivery().withTransactionId("half \uD834 of one");
    assertThrows(IllegalArgumentException.class,
        () -> Esppadom.write(message, DocumentFormat.JSON, WriteProfile.ROUND_TRIP));
  }

  @Test
  void xmlCannotCarryNul() {
    Delivery message = Project.firstDelivery().withTransactionId("\u0000");
    EsppadomException met = assertThrows(EsppadomException.class,
        () -> Esppadom.write(message, DocumentFormat.XML, WriteProfile.CANONICAL));
    assertEquals("invalid_value", met.code());
    assertTrue(met.message(Language.FR).length() > 0);
  }

  @Test
  void tellsTheReadingsOfTheRepeatedHourApart() {
    Delivery first = Project.firstDelivery();
    InstantPeriod period = first.retainedPeriod();
    java.time.LocalDateTime repeated = java.time.LocalDateTime.of(2026, 10, 25, 2, 30);
    Delivery later = first.withRetainedPeriod(
        period.withStart(Optional.of(repeated), true).withEnd(java.time.LocalDateTime.of(2026, 10, 25, 4, 0)));
    String json = Esppadom.write(later, DocumentFormat.JSON, WriteProfile.CANONICAL).text();
    assertTrue(json.contains("\"2026-10-25T02:30:00+01:00\""), json);
    Delivery read = throughJson(later);
    assertTrue(read.retainedPeriod().extras().isSecondReading("start"));
    assertEquals(later, read);
    Delivery earlier = later.withRetainedPeriod(later.retainedPeriod().withStart(repeated));
    assertTrue(!earlier.equals(later));
    assertTrue(!Esppadom.write(earlier, DocumentFormat.JSON, WriteProfile.CANONICAL).text().contains("+01:00"));
  }
}
