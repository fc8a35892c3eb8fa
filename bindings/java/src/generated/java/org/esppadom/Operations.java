// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

/** The operations of the library, each with its request and its answer. */
final class Operations {
  /** The layout of requests and answers that these classes were made for. */
  static final String LAYOUT = "cf4c2577317711c7";

  private Operations() {}

  static LibraryInfo library(LibraryRequest request) {
    return LibraryInfo.read(Border.call(0, request::write));
  }

  static CheckResult check(CheckRequest request) {
    return CheckResult.read(Border.call(1, request::write));
  }

  static FieldText field(FieldRequest request) {
    return FieldText.read(Border.call(2, request::write));
  }

  static ChangedMessage changeField(FieldChange request) {
    return ChangedMessage.read(Border.call(3, request::write));
  }

  static ListedFields fields(FieldsRequest request) {
    return ListedFields.read(Border.call(4, request::write));
  }

  static ValidationResult validate(ValidationRequest request) {
    return ValidationResult.read(Border.call(5, request::write));
  }

  static RulesResult checkRules(RulesRequest request) {
    return RulesResult.read(Border.call(6, request::write));
  }

  static JsonDocument showRules(RulesQuery request) {
    return JsonDocument.read(Border.call(7, request::write));
  }

  static RateResult correctionRate(RateRequest request) {
    return RateResult.read(Border.call(8, request::write));
  }

  static ExplanationResult explain(ExplanationRequest request) {
    return ExplanationResult.read(Border.call(9, request::write));
  }

  static ApaResult apa(ApaRequest request) {
    return ApaResult.read(Border.call(10, request::write));
  }

  static ConformanceResult conformance(ConformanceRequest request) {
    return ConformanceResult.read(Border.call(11, request::write));
  }

  static StatisticsResult statistics(StatisticsRequest request) {
    return StatisticsResult.read(Border.call(12, request::write));
  }

  static AlertsResult toldAlerts(AlertsRequest request) {
    return AlertsResult.read(Border.call(13, request::write));
  }

  static LedgerExportResult exportLedger(LedgerExportRequest request) {
    return LedgerExportResult.read(Border.call(14, request::write));
  }

  static LedgerMergeResult mergeLedgers(LedgerMergeRequest request) {
    return LedgerMergeResult.read(Border.call(15, request::write));
  }

  static ReconciliationResult reconcile(ReconciliationRequest request) {
    return ReconciliationResult.read(Border.call(16, request::write));
  }

  static TrialBalanceResult trialBalance(TrialBalanceRequest request) {
    return TrialBalanceResult.read(Border.call(17, request::write));
  }

  static ServiceFaitResult serviceFait(ServiceFaitRequest request) {
    return ServiceFaitResult.read(Border.call(18, request::write));
  }

  static CheckResult verify(VerificationRequest request) {
    return CheckResult.read(Border.call(19, request::write));
  }

  static ExplanationResult report(BillingRequest request) {
    return ExplanationResult.read(Border.call(20, request::write));
  }

  static JsonDocument compare(ComparisonRequest request) {
    return JsonDocument.read(Border.call(21, request::write));
  }

  static CpomResult cpom(CpomRequest request) {
    return CpomResult.read(Border.call(22, request::write));
  }

  static ReconciliationResult reconcileOwn(BillingRequest request) {
    return ReconciliationResult.read(Border.call(23, request::write));
  }

  static IdentifyResult identify(IdentifyRequest request) {
    return IdentifyResult.read(Border.call(24, request::write));
  }

  static ViewResult view(ViewRequest request) {
    return ViewResult.read(Border.call(25, request::write));
  }

  static DiffResult diff(DiffRequest request) {
    return DiffResult.read(Border.call(26, request::write));
  }

  static RoundResult roundDurations(RoundRequest request) {
    return RoundResult.read(Border.call(27, request::write));
  }

  static SplitResult split(SplitRequest request) {
    return SplitResult.read(Border.call(28, request::write));
  }

  static JsonDocument smooth(SmoothRequest request) {
    return JsonDocument.read(Border.call(29, request::write));
  }

  static JsonDocument calculate(CalculationRequest request) {
    return JsonDocument.read(Border.call(30, request::write));
  }

  static JsonDocument describe(DescriptionRequest request) {
    return JsonDocument.read(Border.call(31, request::write));
  }

  static CsvExportResult exportCsv(CsvExportRequest request) {
    return CsvExportResult.read(Border.call(32, request::write));
  }

  static CsvImportResult importCsv(CsvImportRequest request) {
    return CsvImportResult.read(Border.call(33, request::write));
  }

  static CircumstancesResult readCircumstances(CircumstancesRequest request) {
    return CircumstancesResult.read(Border.call(34, request::write));
  }

  static JsonDocument writeCircumstances(CircumstancesText request) {
    return JsonDocument.read(Border.call(35, request::write));
  }

  static Session openReader(ReadRequest request) {
    return Border.open(0, request::write);
  }

  static Session openWriter(WriteRequest request) {
    return Border.open(1, request::write);
  }

  static Session openConversion(ConvertRequest request) {
    return Border.open(2, request::write);
  }

  static Session openTable(TableRequest request) {
    return Border.open(3, request::write);
  }

  static Session openRun(BillingRequest request) {
    return Border.open(4, request::write);
  }

  static MessageBatch readOn(Session session, NextRequest request) {
    return MessageBatch.read(session.next(0, request::write));
  }

  static ReaderState readerNow(Session session, StateRequest request) {
    return ReaderState.read(session.next(1, request::write));
  }

  static Chunk writeOn(Session session, MessageBatch request) {
    return Chunk.read(session.next(2, request::write));
  }

  static Chunk finishWriting(Session session, FinishRequest request) {
    return Chunk.read(session.next(3, request::write));
  }

  static Chunk convertOn(Session session, StateRequest request) {
    return Chunk.read(session.next(4, request::write));
  }

  static CheckResult converted(Session session, StateRequest request) {
    return CheckResult.read(session.next(5, request::write));
  }

  static TableBuffers tableOn(Session session, StateRequest request) {
    return TableBuffers.read(session.next(6, request::write));
  }

  static TableState tableNow(Session session, StateRequest request) {
    return TableState.read(session.next(7, request::write));
  }

  static RunSize addToRun(Session session, RunMessages request) {
    return RunSize.read(session.next(8, request::write));
  }

  static BillingResult billRun(Session session, StateRequest request) {
    return BillingResult.read(session.next(9, request::write));
  }
}
