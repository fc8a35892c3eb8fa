package org.esppadom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Columns hold what the records hold, in batches of any size; CSV is what the command writes, and comes back. */
class TablesTest {
  private static List<Delivery> visits() {
    try (Stream<Delivery> all = Esppadom.deliveries(Project.sample())) {
      return all.toList();
    }
  }

  @Test
  void columnsHoldWhatRecordsHold() {
    List<Delivery> visits = visits();
    for (long size : new long[] {1, 7, 65_536}) {
      List<String> ids = new ArrayList<>();
      try (Table table = Esppadom.readTable(TableRequest.empty()
          .withPaths(List.of(Project.sample().toString())).withBatchRows(size))) {
        for (Optional<TableBatch> batch = table.next(); batch.isPresent(); batch = table.next()) {
          Column id = batch.get().column("delivery_id");
          for (int row = 0; row < batch.get().rows(); ++row) ids.add(id.text(row).orElseThrow());
        }
        assertTrue(table.readable());
      }
      assertEquals(visits.stream().map(Delivery::deliveryId).toList(), ids);
    }
  }

  /** Every cell through the accessor of its type, and nothing through another one. */
  @Test
  void everyTypeOfColumn() {
    Map<ColumnType, Integer> seen = new TreeMap<>();
    for (TableRows rows : TableRows.values()) {
      Path file = rows == TableRows.SHARES ? Project.EXAMPLE.resolve("invoice.xml") : Project.sample();
      try (Table table = Esppadom.readTable(file, rows); Stream<TableBatch> all = table.stream()) {
        all.forEach(batch -> {
          for (Column column : batch.columns()) {
            int values = 0;
            for (int row = 0; row < batch.rows(); ++row) values += value(column, row).isPresent() ? 1 : 0;
            seen.merge(column.about().type(), values, Integer::sum);
          }
        });
      }
    }
    for (ColumnType type : List.of(ColumnType.TEXT, ColumnType.CATEGORY, ColumnType.TIME, ColumnType.SECONDS)) {
      assertTrue(seen.getOrDefault(type, 0) > 0, type + " in " + seen);
    }
  }

  private static Optional<?> value(Column column, int row) {
    return switch (column.about().type()) {
      case TEXT, CATEGORY -> column.text(row);
      case TIME -> column.time(row);
      case SECONDS -> column.duration(row);
      case CENTS, PRICE -> column.euros(row);
      case COUNT -> column.isPresent(row) ? Optional.of(column.numberAt(row)) : Optional.empty();
      case BOOLEAN -> column.truth(row);
    };
  }

  @Test
  void wrongUse() {
    assertEquals("missing", assertThrows(EsppadomException.class,
        () -> Esppadom.readTable(TableRequest.empty())).code());
    Table table = Esppadom.readTable(Project.sample(), TableRows.VISITS);
    TableBatch batch = table.next().orElseThrow();
    assertEquals("unknown_name", assertThrows(EsppadomException.class, () -> batch.column("no such")).code());
    assertEquals("unsupported", assertThrows(EsppadomException.class,
        () -> batch.column("delivery_id").duration(0)).code());
    assertThrows(IndexOutOfBoundsException.class, () -> batch.column("delivery_id").text(batch.rows()));
    table.close();
    assertEquals("closed", assertThrows(EsppadomException.class, table::next).code());
    assertTrue(batch.column("delivery_id").text(0).isPresent(), "a batch lives on");
    try (Table none = Esppadom.readTable(Path.of("no such file"), TableRows.VISITS)) {
      assertTrue(none.next().isEmpty());
      assertEquals(1, none.findings().size());
    }
  }

  @Test
  void csvByAShippedMapping() {
    String name = "visits";
    CsvChoice choice = CsvChoice.empty().withMapping(new NamedDocument(name, Bytes.EMPTY));
    CsvExportResult written = Esppadom.exportCsv(
        CsvExportRequest.empty().withChoice(choice).withPaths(List.of(Project.sample().toString())));
    assertEquals(Project.command("convert", "--to", "csv", "--mapping", name, Project.sample().toString()),
        written.files().get(0).content().text());
    CsvImportResult back = Esppadom.importCsv(
        CsvImportRequest.empty().withChoice(choice).withFiles(written.files()));
    assertEquals(visits().stream().map(Delivery::deliveryId).toList(),
        back.deliveries().stream().map(Delivery::deliveryId).toList());
    assertEquals("unknown_name", assertThrows(EsppadomException.class, () -> Esppadom.exportCsv(CsvExportRequest.empty()
        .withChoice(CsvChoice.empty().withMapping(new NamedDocument("no such", Bytes.EMPTY))))).code());
  }
}
