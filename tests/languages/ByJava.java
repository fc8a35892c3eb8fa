import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.esppadom.AlertsRequest;
import org.esppadom.AlertsResult;
import org.esppadom.BillingRequest;
import org.esppadom.BillingResult;
import org.esppadom.Bytes;
import org.esppadom.Calculation;
import org.esppadom.CalculationRequest;
import org.esppadom.ConformanceRequest;
import org.esppadom.CpomRequest;
import org.esppadom.CsvChoice;
import org.esppadom.CsvImportRequest;
import org.esppadom.CsvImportResult;
import org.esppadom.DescribedSubject;
import org.esppadom.DocumentFormat;
import org.esppadom.Esppadom;
import org.esppadom.EsppadomException;
import org.esppadom.FunderTerms;
import org.esppadom.IdentifyRequest;
import org.esppadom.IdentifyResult;
import org.esppadom.Invoice;
import org.esppadom.Language;
import org.esppadom.LedgerCut;
import org.esppadom.LedgerExportRequest;
import org.esppadom.LedgerExportResult;
import org.esppadom.LedgerMergeRequest;
import org.esppadom.Message;
import org.esppadom.MessageReader;
import org.esppadom.MessageWriter;
import org.esppadom.NamedDocument;
import org.esppadom.PlanUse;
import org.esppadom.RateRequest;
import org.esppadom.ReconciliationRequest;
import org.esppadom.RulesQuery;
import org.esppadom.RunInputs;
import org.esppadom.SmoothRequest;
import org.esppadom.SplitRequest;
import org.esppadom.Statistic;
import org.esppadom.StatisticPeriod;
import org.esppadom.StatisticsRequest;
import org.esppadom.ValidationRequest;
import org.esppadom.ViewRequest;
import org.esppadom.ViewResult;
import org.esppadom.ViewRole;
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

  private static Optional<YearMonth> month(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(YearMonth.parse(text));
  }

  private static RunInputs inputs(String rules, String orders, String deliveries) {
    RunInputs out = RunInputs.empty().withOrderPaths(List.of(orders)).withDeliveryPaths(List.of(deliveries));
    return rules.isEmpty() ? out : out.withRules(Esppadom.document(Path.of(rules)));
  }

  private static String statistics(List<String> words) {
    return Esppadom.statistics(StatisticsRequest.empty().withLanguage(Language.EN)
        .withInputs(inputs(words.get(0), words.get(1), words.get(2))
            .withCircumstances(Esppadom.document(Path.of(words.get(3)))))
        .withOf(Statistic.valueOf(words.get(4).toUpperCase()))
        .withPeriod(StatisticPeriod.valueOf(words.get(5).toUpperCase())).withFrom(month(words.get(6)))
        .withTo(month(words.get(7))).withAsOf(LocalDate.parse(words.get(8)))
        .withNow(LocalDateTime.parse(words.get(9)))).json();
  }

  private static String reconcile(List<String> words) {
    return Esppadom.reconcile(ReconciliationRequest.empty().withLanguage(Language.EN)
        .withInputs(inputs(words.get(0), words.get(1), words.get(2))).withInvoicePaths(List.of(words.get(3)))
        .withFrom(month(words.get(4))).withTo(month(words.get(5))).withAsOf(LocalDate.parse(words.get(6)))).json();
  }

  private static String rate(List<String> words) {
    return Esppadom.correctionRate(RateRequest.empty().withLanguage(Language.EN)
        .withRules(Esppadom.document(Path.of(words.get(0)))).withPaths(List.of(words.get(1)))).json();
  }

  private static String smooth(List<String> words) {
    List<PlanUse> periods = new ArrayList<>();
    String[] plan = words.get(2).split(" ");
    String[] used = words.get(3).split(" ");
    for (int i = 0; i < plan.length; ++i) {
      periods.add(new PlanUse(Duration.ofSeconds(Long.parseLong(plan[i])), Duration.ofSeconds(Long.parseLong(used[i]))));
    }
    return Esppadom.smooth(SmoothRequest.empty().withPeriods(periods).withWhom(RulesQuery.empty()
        .withRules(Esppadom.document(Path.of(words.get(0)))).withDate(LocalDate.parse(words.get(1)))));
  }

  private static String split(List<String> words) {
    List<FunderTerms> funders = new ArrayList<>();
    for (String one : words.get(2).isEmpty() ? new String[0] : words.get(2).split(" ")) {
      String[] parts = one.split(";");
      long left = Long.parseLong(parts[2]);
      funders.add(new FunderTerms(new BigDecimal(parts[0]), new BigDecimal(parts[1]),
          left < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(left))));
    }
    return Esppadom.split(SplitRequest.empty().withTime(Duration.ofSeconds(Long.parseLong(words.get(0))))
        .withPrice(new BigDecimal(words.get(1))).withFunders(funders)).json();
  }

  private static String calculate(List<String> words) {
    CalculationRequest asked = CalculationRequest.empty().withOf(Calculation.valueOf(words.get(0).toUpperCase()))
        .withQuestion(words.get(1));
    if (!words.get(2).isEmpty()) {
      asked = asked.withWhom(RulesQuery.empty().withRules(Esppadom.document(Path.of(words.get(2))))
          .withDate(LocalDate.parse(words.get(3))));
    }
    try {
      return Esppadom.calculate(asked);
    } catch (EsppadomException error) {
      return "no answer\n";
    }
  }

  private static void alerts(Path out, String name, List<String> words) throws IOException {
    RunInputs inputs = inputs(words.get(0), words.get(1), words.get(2))
        .withCircumstances(Esppadom.document(Path.of(words.get(3))));
    if (!words.get(4).isEmpty()) inputs = inputs.withLedger(Esppadom.document(out.resolve(words.get(4))));
    AlertsResult told = Esppadom.toldAlerts(AlertsRequest.empty().withLanguage(Language.EN).withInputs(inputs)
        .withNow(LocalDateTime.parse(words.get(5))));
    Files.writeString(out.resolve(name + ".report"), told.json());
    Files.writeString(out.resolve(name + ".ledger"), told.ledger().text());
  }

  private static void export(Path out, String name, List<String> words) throws IOException {
    LedgerExportResult made = Esppadom.exportLedger(LedgerExportRequest.empty().withLanguage(Language.EN)
        .withLedger(Esppadom.document(out.resolve(words.get(0)))).withBy(LedgerCut.valueOf(words.get(1).toUpperCase()))
        .withId(words.get(2)));
    Files.writeString(out.resolve(name + ".report"), made.json());
    Files.writeString(out.resolve(name + ".ledger"), made.part().text());
  }

  private static String merge(Path out, List<String> words) {
    List<NamedDocument> parts = new ArrayList<>();
    for (String one : words) parts.add(Esppadom.document(out.resolve(one)));
    return Esppadom.mergeLedgers(LedgerMergeRequest.empty().withLanguage(Language.EN).withParts(parts)).ledger().text();
  }

  private static byte[] table(List<String> words) throws IOException {
    List<NamedDocument> files = new ArrayList<>();
    for (String one : words.subList(1, words.size())) files.add(Esppadom.document(Path.of(one)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      CsvImportResult result = Esppadom.importCsv(CsvImportRequest.empty().withFiles(files)
          .withChoice(CsvChoice.empty().withMapping(Esppadom.document(Path.of(words.get(0))))));
      String found = result.findings().stream().map(one -> one.code() + " " + one.line().orElse(0L) + "\n").sorted()
          .collect(Collectors.joining());
      out.write(found.getBytes(StandardCharsets.UTF_8));
      for (List<? extends Message> all : List.of(result.orders(), result.deliveries(), result.invoices())) {
        out.write(written(all, DocumentFormat.JSON, WriteProfile.ROUND_TRIP));
      }
    } catch (EsppadomException error) {
      String text = error.code().startsWith("ESP-") ? "no mapping " + error.code() : "not read";
      out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  private static String cpom(Path out, List<String> words) {
    return Esppadom.cpom(CpomRequest.empty().withLanguage(Language.EN)
        .withRules(Esppadom.document(Path.of(words.get(0)))).withLedger(Esppadom.document(out.resolve(words.get(1))))
        .withFrom(month(words.get(2))).withTo(month(words.get(3))).withFunder(words.get(4))
        .withProvider(words.get(5))).json();
  }

  private static byte[] written(List<? extends Message> messages, DocumentFormat form, WriteProfile profile) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (messages.isEmpty()) return out.toByteArray();
    try (MessageWriter writer = Esppadom.writer(out, messages.get(0).kind(), form, profile)) {
      for (Message one : messages) writer.write(one);
      writer.finish();
    }
    return out.toByteArray();
  }

  private static void identify(Path out, String name, List<String> words) throws IOException {
    IdentifyRequest request = IdentifyRequest.empty().withLanguage(Language.EN)
        .withCalls(Esppadom.document(Path.of(words.get(0)))).withDirectory(Esppadom.document(Path.of(words.get(1))))
        .withRules(Esppadom.document(Path.of(words.get(2))));
    if (!words.get(3).isEmpty()) request = request.withCircumstances(Esppadom.document(Path.of(words.get(3))));
    IdentifyResult result = Esppadom.identify(request);
    Files.writeString(out.resolve(name + ".report"), result.json());
    Files.write(out.resolve(name + ".visits"), written(result.visits(), DocumentFormat.XML, WriteProfile.CANONICAL));
    Files.write(out.resolve(name + ".raw"), written(result.rawStamps(), DocumentFormat.XML, WriteProfile.CANONICAL));
  }

  private static void view(Path out, String name, List<String> words) throws IOException {
    ViewResult result = Esppadom.view(ViewRequest.empty().withRole(ViewRole.valueOf(words.get(0).toUpperCase()))
        .withKey(Bytes.of(words.get(1))).withProvider(words.get(2)).withBeneficiary(words.get(3))
        .withService(words.get(4)).withKeepDates(!words.get(5).isEmpty()).withPaths(List.of(words.get(6))));
    Files.writeString(out.resolve(name + ".report"), result.json());
    Files.write(out.resolve(name + ".seen"),
        written(result.deliveries(), DocumentFormat.JSON, WriteProfile.ROUND_TRIP));
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
        case "statistics" -> Files.writeString(out.resolve(name), statistics(rest));
        case "reconcile" -> Files.writeString(out.resolve(name), reconcile(rest));
        case "cpom" -> Files.writeString(out.resolve(name), cpom(out, rest));
        case "rate" -> Files.writeString(out.resolve(name), rate(rest));
        case "smooth" -> Files.writeString(out.resolve(name), smooth(rest));
        case "table" -> Files.write(out.resolve(name), table(rest));
        case "split" -> Files.writeString(out.resolve(name), split(rest));
        case "calculate" -> Files.writeString(out.resolve(name), calculate(rest));
        case "describe" -> Files.writeString(out.resolve(name),
            Esppadom.describe(DescribedSubject.valueOf(rest.get(0).toUpperCase())));
        case "alerts" -> alerts(out, name, rest);
        case "export" -> export(out, name, rest);
        case "merge" -> Files.writeString(out.resolve(name), merge(out, rest));
        case "kit" -> Files.writeString(out.resolve(name), Esppadom.conformance(
            ConformanceRequest.empty().withLanguage(Language.EN).withKit(rest.get(0))).json());
        case "identify" -> identify(out, name, rest);
        case "view" -> view(out, name, rest);
        default -> throw new IllegalArgumentException(line);
      }
    }
  }
}
