import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.esppadom.BillingRequest;
import org.esppadom.BillingResult;
import org.esppadom.DocumentFormat;
import org.esppadom.Esppadom;
import org.esppadom.EsppadomException;
import org.esppadom.FindingRow;
import org.esppadom.Invoice;
import org.esppadom.Language;
import org.esppadom.ValidationRequest;
import org.esppadom.ValidationResult;
import org.esppadom.WriteProfile;

/**
 * Checks a folder of orders and deliveries, bills its month and writes the invoices.
 *
 * <pre>java -cp esppadom.jar CheckAndBill.java FOLDER YYYY-MM AS-OF OUT</pre>
 *
 * The folder holds {@code orders}, {@code deliveries}, {@code rules.json} and {@code circumstances.json}.
 */
public final class CheckAndBill {
  private static void check(Path folder) {
    ValidationResult checked = Esppadom.validate(ValidationRequest.empty()
        .withPaths(List.of(folder.resolve("orders").toString(), folder.resolve("deliveries").toString()))
        .withLanguage(Language.EN));
    System.out.println(checked.report().files().size() + " files: " + checked.errors() + " errors, "
        + checked.warnings() + " warnings");
    checked.report().findings().stream().limit(3).map(CheckAndBill::line).forEach(System.out::println);
  }

  private static String line(FindingRow one) {
    String place = one.file().map(file -> Path.of(file).getFileName().toString()).orElse("");
    return "  " + place + one.line().map(line -> ":" + line).orElse("") + " " + one.code() + " " + one.message();
  }

  private static void bill(Path folder, YearMonth month, LocalDate asOf, Path out) throws IOException {
    BillingResult result = Esppadom.bill(BillingRequest.empty()
        .withRules(Esppadom.document(folder.resolve("rules.json")))
        .withCircumstances(Esppadom.document(folder.resolve("circumstances.json")))
        .withOrderPaths(List.of(folder.resolve("orders").toString()))
        .withDeliveryPaths(List.of(folder.resolve("deliveries").toString()))
        .withMonth(month)
        .withAsOf(asOf)
        .withLanguage(Language.EN));
    Files.createDirectories(out);
    BigDecimal total = BigDecimal.ZERO;
    for (Invoice invoice : result.messages()) {
      Path file = out.resolve(invoice.invoiceId() + ".xml");
      Files.write(file, Esppadom.write(invoice, DocumentFormat.XML, WriteProfile.CANONICAL).toByteArray());
      BigDecimal due = invoice.duePayable().value();
      System.out.println(invoice.invoiceId() + " " + due);
      total = total.add(due);
    }
    Files.write(out.resolve("ledger.json"), result.ledger().toByteArray());
    Files.writeString(out.resolve("bill.json"), result.json());
    System.out.println(result.messages().size() + " invoices, " + total + " EUR; not billed: " + result.unbilled().size());
  }

  /** See the class. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 4) {
      System.err.println("usage: CheckAndBill FOLDER YYYY-MM AS-OF OUT");
      System.exit(2);
    }
    Path folder = Path.of(arguments[0]);
    try {
      check(folder);
      bill(folder, YearMonth.parse(arguments[1]), LocalDate.parse(arguments[2]), Path.of(arguments[3]));
    } catch (EsppadomException e) {
      System.err.println(e.file() + ":" + e.line() + " " + e.code() + " " + e.getMessage());
      System.exit(1);
    }
  }
}
