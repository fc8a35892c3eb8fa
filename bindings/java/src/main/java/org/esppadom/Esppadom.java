package org.esppadom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reading, checking, writing and billing ESPPADOM messages: the functions of libesppadom, exact to the cent.
 *
 * <p>Records hold what messages say; amounts are {@code BigDecimal}, times {@code LocalDateTime} of French civil time.
 * What is wrong in data is a {@link FindingRow} of a result; what cannot be done is an {@link EsppadomException}; null
 * where none is allowed is a {@code NullPointerException} that names it. Every function may be called by several threads
 * at once.
 */
public final class Esppadom {
  private Esppadom() {}

  /** The version of the library, "0.1.0". */
  public static String version() {
    return Operations.library(new LibraryRequest()).version();
  }

  // -- reading --------------------------------------------------------------------------------------------------------

  /** Reads a file, XML or JSON. Findings are in French; see {@link #read(Path, Language)}. */
  public static MessageReader read(Path file) {
    return read(file, Language.FR);
  }

  /** Reads a file, XML or JSON. */
  public static MessageReader read(Path file, Language language) {
    return new MessageReader(new ReadRequest(Optional.of(file.toString()), Optional.empty(), false, 0, language));
  }

  /** Reads a document in memory; {@code name} is what findings call it. */
  public static MessageReader read(Bytes document, String name) {
    Optional<NamedDocument> given = Optional.of(new NamedDocument(name, document));
    return new MessageReader(new ReadRequest(Optional.empty(), given, false, 0, Language.FR));
  }

  /** The visits of a file of any size, in constant memory. To be closed, with what it reads. */
  public static Stream<Delivery> deliveries(Path file) {
    return messages(file, Delivery.class);
  }

  /** The orders of a file. To be closed. */
  public static Stream<Order> orders(Path file) {
    return messages(file, Order.class);
  }

  /** The invoices of a file. To be closed. */
  public static Stream<Invoice> invoices(Path file) {
    return messages(file, Invoice.class);
  }

  // A document that is none must not look like one without messages; so the stream ends with an exception.
  private static <T extends Message> Stream<T> messages(Path file, Class<T> kind) {
    MessageReader reader = read(file);
    Stream<Message> end = Stream.of(reader).flatMap(done -> {
      if (done.readable()) return Stream.empty();
      FindingRow first = done.findings().stream().filter(one -> one.severity() == Severity.ERROR).findFirst().orElse(null);
      throw first == null ? new EsppadomException("unreadable", file + ": cannot be read")
          : new EsppadomException(new Failure(first.code(), first.message(), first.message(), first.path().orElse(""),
              first.file().orElse(""), first.line().orElse(0L), first.column().orElse(0L), done.findings()));
    });
    return Stream.concat(reader.stream(), end).filter(kind::isInstance).map(kind::cast).onClose(reader::close);
  }

  /**
   * Messages as columns: of which rows, says the request (visits, stamps, lines, shares). To be closed.
   *
   * <pre>{@code
   * try (Table table = Esppadom.readTable(TableRequest.empty().withPaths(List.of("2026-10")))) {
   *   long seconds = table.stream().mapToLong(batch -> sum(batch.column("retained").numbers())).sum();
   * }
   * }</pre>
   */
  public static Table readTable(TableRequest request) {
    return new Table(request);
  }

  /** The same of a file, folder or archive. */
  public static Table readTable(Path path, TableRows rows) {
    return readTable(TableRequest.empty().withPaths(List.of(path.toString())).withRows(rows));
  }

  // -- writing --------------------------------------------------------------------------------------------------------

  /** Writes a document of messages of one kind. */
  public static MessageWriter writer(OutputStream to, MessageKind kind, DocumentFormat format, WriteProfile profile) {
    return new MessageWriter(to, new WriteRequest(kind, format, profile, Optional.empty()));
  }

  /** Writes a document surrounded by what surrounded another: prefixes, version, layout. */
  public static MessageWriter writer(OutputStream to, DocumentFrame frame, DocumentFormat format, WriteProfile profile) {
    return new MessageWriter(to, new WriteRequest(frame.kind(), format, profile, Optional.of(frame)));
  }

  /** One message as a document of its own. */
  public static Bytes write(Message message, DocumentFormat format, WriteProfile profile) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MessageWriter writer = writer(out, message.kind(), format, profile)) {
      writer.write(message);
      writer.finish();
    }
    return Bytes.owning(out.toByteArray());
  }

  /** Writes a file again in another form, in constant memory. Returns what was found while reading. */
  public static List<FindingRow> convert(Path file, OutputStream to, DocumentFormat format, WriteProfile profile) {
    Objects.requireNonNull(to, "to");
    ConvertRequest request =
        new ConvertRequest(Optional.of(file.toString()), Optional.empty(), format, profile, Language.FR);
    try (Session session = Operations.openConversion(request)) {
      Chunk chunk;
      do {
        chunk = Operations.convertOn(session, new StateRequest());
        to.write(chunk.content().shared());
      } while (!chunk.end());
      return Operations.converted(session, new StateRequest()).findings();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Messages as the CSV files of a mapping, a shipped one by its name, or a document. */
  public static CsvExportResult exportCsv(CsvExportRequest request) {
    return Operations.exportCsv(request);
  }

  /** Messages or circumstances from the CSV files of a mapping, as records. */
  public static CsvImportResult importCsv(CsvImportRequest request) {
    return Operations.importCsv(request);
  }

  /** Circumstances as records, from their JSON document. */
  public static CircumstancesResult circumstances(CircumstancesRequest request) {
    return Operations.readCircumstances(request);
  }

  /** Circumstances as canonical JSON. */
  public static String write(Circumstances circumstances) {
    return Operations.writeCircumstances(new CircumstancesText(circumstances)).json();
  }

  // -- checking, rules, billing ---------------------------------------------------------------------------------------

  /** What a message says that cannot be right, by itself. */
  public static List<FindingRow> check(Message message, Language language) {
    return Operations.check(new CheckRequest(item(message), language)).findings();
  }

  /**
   * The text of a value by its path, {@code "lines[0].billed_quantity"}, as the JSON form writes it; empty when there is
   * none. {@link #fields} lists the paths.
   */
  public static Optional<String> field(Message message, String path) {
    return Operations.field(new FieldRequest(item(message), path)).value();
  }

  /**
   * The message with another value at a path: what is missing on the way is made, a list grows up to the index. Without a
   * value an optional field is emptied.
   */
  @SuppressWarnings("unchecked")
  public static <M extends Message> M withField(M message, String path, Optional<String> value) {
    return (M) message(Operations.changeField(new FieldChange(item(message), path, value)).message());
  }

  /** Every field of a kind of message by its path: type, occurrence, French label, standing. */
  public static List<ListedField> fields(MessageKind kind) {
    return Operations.fields(new FieldsRequest(kind)).fields();
  }

  /** Checks files, folders, archives and documents, each by itself and together. */
  public static ValidationResult validate(ValidationRequest request) {
    return Operations.validate(request);
  }

  /** The same for files, folders and archives. */
  public static ValidationResult validate(Path... paths) {
    return validate(ValidationRequest.empty().withPaths(Stream.of(paths).map(Path::toString).toList()));
  }

  /** Checks a rule file, with advice about what is legal and deserves a second look. */
  public static RulesResult checkRules(RulesRequest request) {
    return Operations.checkRules(request);
  }

  /** Every parameter as it holds for somebody on a day, as JSON (esppadom/rules-show/1). */
  public static String showRules(RulesQuery query) {
    return Operations.showRules(query).json();
  }

  /** How many visits had to be corrected. */
  public static RateResult correctionRate(RateRequest request) {
    return Operations.correctionRate(request);
  }

  /** Bills a month: invoices, differences for earlier months, what was not billed and why, the ledger to keep. */
  public static BillingResult bill(BillingRequest request) {
    List<Order> orders = request.orders();
    List<Delivery> deliveries = request.deliveries();
    try (BillingRun run = billingRun(request.withOrders(List.of()).withDeliveries(List.of()))) {
      orders.forEach(run::add);
      deliveries.forEach(run::add);
      return run.bill();
    }
  }

  /** A month whose messages are added one by one: for more of them than a program wants to hold. To be closed. */
  public static BillingRun billingRun(BillingRequest request) {
    return new BillingRun(request);
  }

  /** How every amount and every second of one visit came about, as text, JSON or a page of HTML. */
  public static Bytes explain(ExplanationRequest request) {
    return Operations.explain(request).document();
  }

  /** What the national scale of APA leaves a beneficiary to pay. */
  public static ApaResult apa(ApaRequest request) {
    return Operations.apa(request);
  }

  /** Runs the cases of the conformance kit below a folder. */
  public static ConformanceResult conformance(ConformanceRequest request) {
    return Operations.conformance(request);
  }

  // -- oversight ------------------------------------------------------------------------------------------------------

  /** Hours, visits, follow-up of plans, rates, alerts: a statistic of the months that were billed. */
  public static StatisticsResult statistics(StatisticsRequest request) {
    return Operations.statistics(request);
  }

  /**
   * Alerts that are told once: those that the ledger of the inputs does not know as told, those that ended, and the
   * ledger to keep for the next time (esppadom/alerts/1).
   */
  public static AlertsResult toldAlerts(AlertsRequest request) {
    return Operations.toldAlerts(request);
  }

  /**
   * The part of a ledger that another operator needs to go on billing a provider, a service or a beneficiary, and what
   * was taken and left out (esppadom/ledger-export/1).
   */
  public static LedgerExportResult exportLedger(LedgerExportRequest request) {
    return Operations.exportLedger(request);
  }

  /** One ledger of several parts, in any order; parts that say different things of the same are an exception. */
  public static LedgerMergeResult mergeLedgers(LedgerMergeRequest request) {
    return Operations.mergeLedgers(request);
  }

  /** Holds invoices, whoever made them, against orders and visits, and with rules against what these give. */
  public static ReconciliationResult reconcile(ReconciliationRequest request) {
    return Operations.reconcile(request);
  }

  /** By month of billing, funder and provider: what documents ask, what their lines add up to, and that both agree. */
  public static TrialBalanceResult trialBalance(TrialBalanceRequest request) {
    return Operations.trialBalance(request);
  }

  /** Bills as {@link #bill} does and holds the invoices against the facts they come from, as the command does. */
  public static ReconciliationResult reconcileOwn(BillingRequest request) {
    return Operations.reconcileOwn(request);
  }

  /** The statement of the contracts (CPOM) of a ledger under its rules (esppadom/cpom/1). */
  public static CpomResult cpom(CpomRequest request) {
    return Operations.cpom(request);
  }

  /** The sealed monthly statements of service rendered, each chained to the one before. */
  public static ServiceFaitResult serviceFait(ServiceFaitRequest request) {
    return Operations.serviceFait(request);
  }

  /** What is wrong with statements that were kept: nothing, or findings about bytes, links and missing months. */
  public static List<FindingRow> verify(VerificationRequest request) {
    return Operations.verify(request).findings();
  }

  /** Bills as {@link #bill} does and makes one page of HTML for those who manage. */
  public static Bytes report(BillingRequest request) {
    return Operations.report(request).document();
  }

  /** Bills under two rule files: the bill, and what the other rules change and by which family (esppadom/bill/1). */
  public static String compare(ComparisonRequest request) {
    return Operations.compare(request).json();
  }

  /** How two batches of messages differ, field by field; a person's data are hidden unless asked for. */
  public static DiffResult diff(DiffRequest request) {
    return Operations.diff(request);
  }

  // -- calls, views ---------------------------------------------------------------------------------------------------

  /** Identifies the calls of a voice server and makes messages of them (esppadom/identify/1). */
  public static IdentifyResult identify(IdentifyRequest request) {
    return Operations.identify(request);
  }

  /** Messages as a role may see them, and what that removed (esppadom/view/1). */
  public static ViewResult view(ViewRequest request) {
    return Operations.view(request);
  }

  // -- single rules ---------------------------------------------------------------------------------------------------

  /** A duration on the grid of a rounding rule. */
  public static Duration roundDuration(Duration time, Rounding rule) {
    return roundDurations(List.of(time), rule).get(0);
  }

  /** The same of many durations in one call. */
  public static List<Duration> roundDurations(List<Duration> times, Rounding rule) {
    return Operations.roundDurations(new RoundRequest(rule, times)).times();
  }

  /** A visit of one length and price among its funders, in cents, and exact in the JSON (esppadom/split/1). */
  public static SplitResult split(SplitRequest request) {
    return Operations.split(request);
  }

  /** A plan smoothed over the periods that use it, from an empty account, as JSON (esppadom/smooth/1). */
  public static String smooth(SmoothRequest request) {
    return Operations.smooth(request).json();
  }

  /**
   * One rule applied to the values of a question in JSON; docs/calculations.md lists the members of question and answer
   * (esppadom/calculation/1).
   */
  public static String calculate(CalculationRequest request) {
    return Operations.calculate(request).json();
  }

  /** The elements of a message, or of the party in it, as XML writes them (esppadom/description/1). */
  public static String describe(DescribedSubject of) {
    return Operations.describe(new DescriptionRequest(of)).json();
  }

  /** A file as a request takes it: rules, circumstances, a ledger. Findings call it by its path. */
  public static NamedDocument document(Path file) {
    try {
      return new NamedDocument(file.toString(), Bytes.owning(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new EsppadomException("unreadable", file + " cannot be read", e);
    }
  }

  static MessageItem item(Message message) {
    Objects.requireNonNull(message, "message");
    return new MessageItem(message instanceof Order one ? Optional.of(one) : Optional.empty(),
        message instanceof Delivery one ? Optional.of(one) : Optional.empty(),
        message instanceof Invoice one ? Optional.of(one) : Optional.empty());
  }

  static Message message(MessageItem item) {
    if (item.order().isPresent()) return item.order().get();
    return item.delivery().isPresent() ? item.delivery().get() : item.invoice().orElseThrow();
  }
}
