import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.esppadom.BilledInvoice;
import org.esppadom.BillingRequest;
import org.esppadom.BillingResult;
import org.esppadom.BillingRun;
import org.esppadom.Delivery;
import org.esppadom.Esppadom;
import org.esppadom.Order;
import org.esppadom.Rounding;

/**
 * Billing a month from records and from files, and one call: medians in seconds, as JSON. Handing the records over
 * ("add") is measured apart. The folder is that of
 * esppadom_bench_files.
 *
 * <pre>java -cp esppadom.jar BillingBench.java FOLDER TIMES</pre>
 */
public final class BillingBench {
  private record Timed<T>(double seconds, T given) {}

  private static <T> Timed<T> timed(int times, Supplier<T> run) {
    double[] all = new double[times];
    T given = null;
    for (int round = -1; round < times; ++round) {  // one to warm up
      long start = System.nanoTime();
      given = run.get();
      if (round >= 0) all[round] = (System.nanoTime() - start) / 1e9;
    }
    Arrays.sort(all);
    return new Timed<>(all[times / 2], given);
  }

  private static long centsOf(BillingResult result) {
    long cents = 0;
    for (BilledInvoice one : result.invoices()) cents += one.total().movePointRight(2).longValueExact();
    return cents;
  }

  /** See the class. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int times = Integer.parseInt(arguments[1]);
    Path orders = folder.resolve("orders.xml");
    Path deliveries = folder.resolve("deliveries.xml");
    BillingRequest asked = BillingRequest.empty().withRules(Esppadom.document(folder.resolve("rules.json")))
        .withMonth(YearMonth.of(2026, 10)).withAsOf(LocalDate.of(2026, 11, 10));
    Timed<List<Delivery>> read = timed(times, () -> {
      try (Stream<Delivery> all = Esppadom.deliveries(deliveries)) {
        return all.toList();
      }
    });
    List<Order> ordered = new ArrayList<>();
    try (Stream<Order> all = Esppadom.orders(orders)) {
      all.forEach(ordered::add);
    }
    Timed<BillingRun> gathered = timed(times, () -> {
      BillingRun run = Esppadom.billingRun(asked);
      ordered.forEach(run::add);
      read.given().forEach(run::add);
      return run;
    });
    Timed<BillingResult> fromRecords = timed(times, gathered.given()::bill);
    gathered.given().close();
    BillingRequest paths = asked.withOrderPaths(List.of(orders.toString()))
        .withDeliveryPaths(List.of(deliveries.toString()));
    Timed<BillingResult> fromFiles = timed(times, () -> Esppadom.bill(paths));
    if (centsOf(fromRecords.given()) != centsOf(fromFiles.given())) throw new IllegalStateException("other cents");
    int count = 10_000;
    Rounding rule = Rounding.empty().withStep(Duration.ofMinutes(15));
    Timed<Duration> calls = timed(times, () -> {
      Duration out = Duration.ZERO;
      for (int i = 0; i < count; ++i) out = Esppadom.roundDuration(Duration.ofSeconds(4180), rule);
      return out;
    });
    System.out.printf(Locale.ROOT,
        "{\"read\": %.9f, \"add\": %.9f, \"bill records\": %.9f, \"bill files\": %.9f, \"call\": %.12f, \"cents\": %d}%n",
        read.seconds(), gathered.seconds(), fromRecords.seconds(), fromFiles.seconds(), calls.seconds() / count,
        centsOf(fromFiles.given()));
  }
}
