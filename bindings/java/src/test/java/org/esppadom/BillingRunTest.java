package org.esppadom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A month that is added message by message is billed as the same month is from its files. */
class BillingRunTest {
  @TempDir
  private static Path folder;

  private static BillingRequest asked;
  private static BillingRequest files;
  private static final List<Order> ORDERS = new ArrayList<>();
  private static final List<Delivery> VISITS = new ArrayList<>();

  @BeforeAll
  static void readAMonth() {
    files = Project.exampleMonth(folder, 8, 2);
    asked = files.withOrderPaths(List.of()).withDeliveryPaths(List.of());
    for (Path file : Project.files(folder.resolve("orders"), ".xml")) {
      try (Stream<Order> all = Esppadom.orders(file)) {
        all.forEach(ORDERS::add);
      }
    }
    for (Path file : Project.files(folder.resolve("deliveries"), ".xml")) {
      try (Stream<Delivery> all = Esppadom.deliveries(file)) {
        all.forEach(VISITS::add);
      }
    }
  }

  @Test
  void billsWhatWasAddedAsWhatWasRead() {
    BillingResult expected = Esppadom.bill(files);
    assertFalse(expected.invoices().isEmpty());
    try (BillingRun run = Esppadom.billingRun(asked)) {
      ORDERS.forEach(run::add);
      VISITS.forEach(run::add);
      BillingResult first = run.bill();
      assertEquals(expected.invoices(), first.invoices());
      assertEquals(expected.ledger(), first.ledger());
      assertEquals(first, run.bill(), "billing changes nothing in the run");
    }
    assertEquals(expected.ledger(), Esppadom.bill(asked.withOrders(ORDERS).withDeliveries(VISITS)).ledger());
  }

  @Test
  void takesMoreBetweenTwoBills() {
    int half = VISITS.size() / 2;
    try (BillingRun run = Esppadom.billingRun(asked)) {
      ORDERS.forEach(run::add);
      VISITS.subList(0, half).forEach(run::add);
      assertNotEquals(Esppadom.bill(files).ledger(), run.bill().ledger());
      VISITS.subList(half, VISITS.size()).forEach(run::add);
      assertEquals(Esppadom.bill(files).ledger(), run.bill().ledger());
    }
  }

  @Test
  void billsNothingWithoutAMessageItCouldNotTake() {
    Delivery visit = VISITS.get(0);
    try (BillingRun run = Esppadom.billingRun(asked)) {
      run.add(visit.withIssuedAt(visit.issuedAt().withNano(1)));
      assertEquals("inexact", assertThrows(EsppadomException.class, run::bill).code());
      assertEquals("inexact", assertThrows(EsppadomException.class, run::bill).code());
    }
  }

  @Test
  void refusesNoMessageAndWhatWasClosed() {
    BillingRun run = Esppadom.billingRun(asked);
    assertThrows(NullPointerException.class, () -> run.add((Order) null));
    assertThrows(NullPointerException.class, () -> run.add((Delivery) null));
    run.close();
    run.close();
    assertEquals("closed", assertThrows(EsppadomException.class, run::bill).code());
  }
}
