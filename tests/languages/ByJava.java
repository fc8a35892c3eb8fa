import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.esppadom.BillingRequest;
import org.esppadom.BillingResult;
import org.esppadom.Bytes;
import org.esppadom.DocumentFormat;
import org.esppadom.Esppadom;
import org.esppadom.Invoice;
import org.esppadom.Language;
import org.esppadom.Message;
import org.esppadom.MessageReader;
import org.esppadom.MessageWriter;
import org.esppadom.NamedDocument;
import org.esppadom.ValidationRequest;
import org.esppadom.WriteProfile;

/** Answers the questions of a file with the Java classes: messages pass through records. See work.py. */
public final class ByJava {
  private static final byte[] NO_ANSWER = "cannot be read\n".getBytes(StandardCharsets.UTF_8);

  private static byte[] converted(Path file, DocumentFormat form) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MessageReader reader = Esppadom.read(file)) {
      Optional<Message> message = reader.next();
      if (message.isEmpty()) return NO_ANSWER;
      try (MessageWriter writer = Esppadom.writer(out, reader.frame(), form, WriteProfile.ROUND_TRIP)) {
        for (; message.isPresent(); message = reader.next()) writer.write(message.get());
        writer.finish(reader.frame());
      }
      if (!reader.readable()) return NO_ANSWER;
    }
    return out.toByteArray();
  }

  private static String report(List<String> words) {
    return Esppadom.validate(ValidationRequest.empty().withProfile(words.get(0)).withLanguage(Language.EN)
        .withPaths(words.subList(1, words.size()))).document().text();
  }

  private static void bill(Path out, String name, List<String> words) throws IOException {
    BillingRequest request = BillingRequest.empty().withLanguage(Language.EN)
        .withRules(Esppadom.document(Path.of(words.get(0)))).withOrderPaths(List.of(words.get(1)))
        .withDeliveryPaths(List.of(words.get(2))).withCircumstances(Esppadom.document(Path.of(words.get(3))))
        .withMonth(YearMonth.parse(words.get(4))).withAsOf(LocalDate.parse(words.get(5)))
        .withValidated(words.get(7).isEmpty() ? List.of() : List.of(words.get(7).split(" ")));
    if (!words.get(6).isEmpty()) {
      request = request.withLedger(new NamedDocument("ledger",
          Bytes.of(Files.readAllBytes(out.resolve(words.get(6))))));
    }
    BillingResult result = Esppadom.bill(request);
    Files.writeString(out.resolve(name + ".bill"), result.json());
    Files.writeString(out.resolve(name + ".ledger"), result.ledger().text());
    StringBuilder invoices = new StringBuilder();
    try (Stream<Invoice> sorted = result.messages().stream().sorted(Comparator.comparing(Invoice::invoiceId))) {
      sorted.forEach(one -> invoices.append(
          Esppadom.write(one, DocumentFormat.XML, WriteProfile.CANONICAL).text()));
    }
    Files.writeString(out.resolve(name + ".invoices"), invoices);
  }

  /** The file of questions, the folder of answers. */
  public static void main(String[] arguments) throws IOException {
    Path out = Path.of(arguments[1]);
    for (String line : Files.readAllLines(Path.of(arguments[0]))) {
      List<String> words = Arrays.asList(line.split("\t", -1));
      List<String> rest = words.subList(2, words.size());
      String name = words.get(0);
      switch (words.get(1)) {
        case "json" -> Files.write(out.resolve(name), converted(Path.of(rest.get(0)), DocumentFormat.JSON));
        case "xml" -> Files.write(out.resolve(name), converted(Path.of(rest.get(0)), DocumentFormat.XML));
        case "validate" -> Files.writeString(out.resolve(name), report(rest));
        case "bill" -> bill(out, name, rest);
        default -> throw new IllegalArgumentException(line);
      }
    }
  }
}
