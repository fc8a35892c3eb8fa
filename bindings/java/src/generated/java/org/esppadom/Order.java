// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code order}
 *
 * @param messageVersion version du message (inferred (high))
 * @param transactionId n° de transaction (inferred (high))
 * @param orderId n° de commande (inferred (high))
 * @param documentTypeCode type de document (open)
 * @param issuedAt date d'émission (known); null when there is none
 * @param purposeCode nature du message (open)
 * @param notes commentaire (inferred (low))
 * @param validityPeriod période de validité (known)
 * @param provider prestataire (SAAD) (inferred (high))
 * @param orderingParty donneur d'ordre (inferred (high))
 * @param plan plan d'aide / contrat (inferred (medium))
 * @param previousOrder commande remplacée (inferred (low))
 * @param beneficiary bénéficiaire (inferred (high))
 * @param instructions instruction de livraison (inferred (high))
 * @param currency devise (inferred (medium))
 * @param payer payeur (inferred (high))
 * @param orderAmounts participation forfaitaire mensuelle (inferred (low))
 * @param lines ligne de commande (inferred (high))
 * @param extras ce que la description ne connaît pas, conservé à la réécriture
 */
public record Order(
    String messageVersion,
    String transactionId,
    String orderId,
    Optional<Code> documentTypeCode,
    LocalDateTime issuedAt,
    Optional<Code> purposeCode,
    List<Note> notes,
    ValidityPeriod validityPeriod,
    Party provider,
    Party orderingParty,
    Optional<OrderPlan> plan,
    Optional<PreviousOrderRef> previousOrder,
    Party beneficiary,
    List<DeliveryInstruction> instructions,
    Optional<Code> currency,
    Optional<Party> payer,
    List<AllowanceCharge> orderAmounts,
    List<OrderLine> lines,
    Extras extras) implements Message {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public Order {
    Objects.requireNonNull(messageVersion, "messageVersion");
    Objects.requireNonNull(transactionId, "transactionId");
    Objects.requireNonNull(orderId, "orderId");
    Objects.requireNonNull(documentTypeCode, "documentTypeCode");
    Objects.requireNonNull(purposeCode, "purposeCode");
    notes = List.copyOf(Objects.requireNonNull(notes, "notes"));
    Objects.requireNonNull(validityPeriod, "validityPeriod");
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(orderingParty, "orderingParty");
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(previousOrder, "previousOrder");
    Objects.requireNonNull(beneficiary, "beneficiary");
    instructions = List.copyOf(Objects.requireNonNull(instructions, "instructions"));
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(payer, "payer");
    orderAmounts = List.copyOf(Objects.requireNonNull(orderAmounts, "orderAmounts"));
    lines = List.copyOf(Objects.requireNonNull(lines, "lines"));
    Objects.requireNonNull(extras, "extras");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static Order empty() {
    return new Order("", "", "", Optional.empty(), null, Optional.empty(), List.of(), ValidityPeriod.empty(), Party.empty(), Party.empty(), Optional.empty(), Optional.empty(), Party.empty(), List.of(), Optional.empty(), Optional.empty(), List.of(), List.of(), Extras.NONE);
  }

  /** The same with another value of {@link #messageVersion}. */
  public Order withMessageVersion(String messageVersion) {
    return new Order(messageVersion, transactionId, orderId, documentTypeCode, issuedAt, purposeCode, notes, validityPeriod, provider, orderingParty, plan, previousOrder, beneficiary, instructions, currency, payer, orderAmounts, lines, extras);
  }

  /** The same with another value of {@link #transactionId}. */
  public Order withTransactionId(String transactionId) {
    return new Order(messageVersion, transactionId, orderId, documentTypeCode, issuedAt, purposeCode, notes, validityPeriod, provider, orderingParty, plan, previousOrder, beneficiary, instructions, currency, payer, orderAmounts, lines, extras);
  }

  /** The same with another value of {@link #orderId}. */
  public Order withOrderId(String orderId) {
    return new Order(messageVersion, transactionId, orderId, documentTypeCode, issuedAt, purposeCode, notes, validityPeriod, provider, orderingParty, plan, previousOrder, beneficiary, instructions, currency, payer, orderAmounts, lines, extras);
  }

  /** The same with another value of {@link #documentTypeCode}. */
  public Order withDocumentTypeCode(Optional<Code> documentTypeCode) {
    return new Order(messageVersion, transactionId, orderId, documentTypeCode, issuedAt, purposeCode, notes, validityPeriod, provider, orderingParty, plan, previousOrder, beneficiary, instructions, currency, payer, orderAmounts, lines, extras);
  }

  /** The same with a value of {@link #documentTypeCode}. */
  public Order withDocumentTypeCode(Code documentTypeCode) {
    return withDocumentTypeCode(Optional.of(documentTypeCode));
  }

  /** The same with another value of {@link #issuedAt}. */
  public Order withIssuedAt(LocalDateTime issuedAt) {
    return new Order(messageVersion, transactionId, orderId, documentTypeCode, issuedAt, purposeCode, notes, validityPeriod, provider, orderingParty, plan, previousOrder, beneficiary, instructions, currency, payer, orderAmounts, lines, extras.reading("issuedAt", false));
  }

  /** The same with another {@link #issuedAt}; {@code secondReading} tells the two readings of the repeated autumn hour apart. */
  public Order withIssuedAt(LocalDateTime issuedAt, boolean secondReading) {
    return new Order(messageVersion, transactionId, orderId, documentTypeCode, issuedAt, purposeCode, notes, validityPeriod, provider, orderingParty, plan, previousOrder, beneficiary, instructions, currency, payer, orderAmounts, lines, extras.reading("issuedAt", secondReading));
  }

  /** The same with another value of {@link #purposeCode}. */
  public Order withPurposeCode(Optional<Code> purposeCode) {
    return new Order(messageVersion, transactionId, orderId, documentTypeCode, issuedAt, purposeCode, notes, validityPeriod, provider, orderingParty, plan, previousOrder, beneficiary, instructions, currency, payer, orderAmounts, lines, extras);
  }

  /** The same with a value of {@link #purposeCode}. */
  public Order withPurposeCode(Code purposeCode) {
    return withPurposeCode(Optional.of(purposeCode));
  }

  /** The same with another value of {@link #notes}. */
  public Order withNotes(List<Note> notes) {
    return new Order(messageVersion, transactionId, orderId, documentTypeCode, issuedAt, purposeCode, notes, validityPeriod, provider, orderingParty, plan, previousOrder, beneficiary, instructions, currency, payer, orderAmounts, lines, extras);
  }

  /** The same with another value of {@link #validityPeriod}. */
  public Order withValidityPeriod(ValidityPeriod validityPeriod) {
    return new Order(messageVersion, transactionId, orderId, documentTypeCode, issuedAt, purposeCode, notes, validityPeriod, provider, orderingParty, plan, previousOrder, beneficiary, instructions, currency, payer, orderAmounts, lines, extras);
  }

  /** The same with another value of {@link #provider}. */
  public Order withProvider(Party provider) {
    return new Order(messageVersion, transactionId, orderId, documentTypeCode, issuedAt, purposeCode, notes, validityPeriod, provider, orderingParty, plan, previousOrder, beneficiary, instructions, currency, payer, orderAmounts, lines, extras);
  }

  /** The same with another value of {@link #orderingParty}. */
  public Order withOrderingParty(Party orderingParty) {
    return new Order(messageVersion, transactionId, orderId, documentTypeCode, issuedAt, purposeCode, notes, validityPeriod, provider, orderingParty, plan, previousOrder, beneficiary, instructions, currency, payer, orderAmounts, lines, extras);
  }

  /** The same with another value of {@link #plan}. */
  public Order withPlan(Optional<OrderPlan> plan) {
    return new Order(messageVersion, transactionId, orderId, documentTypeCode, issuedAt, purposeCode, notes, validityPeriod, provider, orderingParty, plan, previousOrder, beneficiary, instructions, currency, payer, orderAmounts, lines, extras);
  }

  /** The same with a value of {@link #plan}. */
  public Order withPlan(OrderPlan plan) {
    return withPlan(Optional.of(plan));
  }

  /** The same with another value of {@link #previousOrder}. */
  public Order withPreviousOrder(Optional<PreviousOrderRef> previousOrder) {
    return new Order(messageVersion, transactionId, orderId, documentTypeCode, issuedAt, purposeCode, notes, validityPeriod, provider, orderingParty, plan, previousOrder, beneficiary, instructions, currency, payer, orderAmounts, lines, extras);
  }

  /** The same with a value of {@link #previousOrder}. */
  public Order withPreviousOrder(PreviousOrderRef previousOrder) {
    return withPreviousOrder(Optional.of(previousOrder));
  }

  /** The same with another value of {@link #beneficiary}. */
  public Order withBeneficiary(Party beneficiary) {
    return new Order(messageVersion, transactionId, orderId, documentTypeCode, issuedAt, purposeCode, notes, validityPeriod, provider, orderingParty, plan, previousOrder, beneficiary, instructions, currency, payer, orderAmounts, lines, extras);
  }

  /** The same with another value of {@link #instructions}. */
  public Order withInstructions(List<DeliveryInstruction> instructions) {
    return new Order(messageVersion, transactionId, orderId, documentTypeCode, issuedAt, purposeCode, notes, validityPeriod, provider, orderingParty, plan, previousOrder, beneficiary, instructions, currency, payer, orderAmounts, lines, extras);
  }

  /** The same with another value of {@link #currency}. */
  public Order withCurrency(Optional<Code> currency) {
    return new Order(messageVersion, transactionId, orderId, documentTypeCode, issuedAt, purposeCode, notes, validityPeriod, provider, orderingParty, plan, previousOrder, beneficiary, instructions, currency, payer, orderAmounts, lines, extras);
  }

  /** The same with a value of {@link #currency}. */
  public Order withCurrency(Code currency) {
    return withCurrency(Optional.of(currency));
  }

  /** The same with another value of {@link #payer}. */
  public Order withPayer(Optional<Party> payer) {
    return new Order(messageVersion, transactionId, orderId, documentTypeCode, issuedAt, purposeCode, notes, validityPeriod, provider, orderingParty, plan, previousOrder, beneficiary, instructions, currency, payer, orderAmounts, lines, extras);
  }

  /** The same with a value of {@link #payer}. */
  public Order withPayer(Party payer) {
    return withPayer(Optional.of(payer));
  }

  /** The same with another value of {@link #orderAmounts}. */
  public Order withOrderAmounts(List<AllowanceCharge> orderAmounts) {
    return new Order(messageVersion, transactionId, orderId, documentTypeCode, issuedAt, purposeCode, notes, validityPeriod, provider, orderingParty, plan, previousOrder, beneficiary, instructions, currency, payer, orderAmounts, lines, extras);
  }

  /** The same with another value of {@link #lines}. */
  public Order withLines(List<OrderLine> lines) {
    return new Order(messageVersion, transactionId, orderId, documentTypeCode, issuedAt, purposeCode, notes, validityPeriod, provider, orderingParty, plan, previousOrder, beneficiary, instructions, currency, payer, orderAmounts, lines, extras);
  }

  /** The same with another value of {@link #extras}. */
  public Order withExtras(Extras extras) {
    return new Order(messageVersion, transactionId, orderId, documentTypeCode, issuedAt, purposeCode, notes, validityPeriod, provider, orderingParty, plan, previousOrder, beneficiary, instructions, currency, payer, orderAmounts, lines, extras);
  }

  static Order read(WireReader in) {
    WireReader.Folds folds = new WireReader.Folds();
    String messageVersion_ = in.text();
    String transactionId_ = in.text();
    String orderId_ = in.text();
    Optional<Code> documentTypeCode_ = in.optional() ? Optional.of(in.code()) : Optional.empty();
    LocalDateTime issuedAt_ = in.time("issuedAt", folds);
    Optional<Code> purposeCode_ = in.optional() ? Optional.of(in.code()) : Optional.empty();
    List<Note> notes_ = in.list(Note::read);
    ValidityPeriod validityPeriod_ = ValidityPeriod.read(in);
    Party provider_ = Party.read(in);
    Party orderingParty_ = Party.read(in);
    Optional<OrderPlan> plan_ = in.optional() ? Optional.of(OrderPlan.read(in)) : Optional.empty();
    Optional<PreviousOrderRef> previousOrder_ = in.optional() ? Optional.of(PreviousOrderRef.read(in)) : Optional.empty();
    Party beneficiary_ = Party.read(in);
    List<DeliveryInstruction> instructions_ = in.list(DeliveryInstruction::read);
    Optional<Code> currency_ = in.optional() ? Optional.of(in.code()) : Optional.empty();
    Optional<Party> payer_ = in.optional() ? Optional.of(Party.read(in)) : Optional.empty();
    List<AllowanceCharge> orderAmounts_ = in.list(AllowanceCharge::read);
    List<OrderLine> lines_ = in.list(OrderLine::read);
    return new Order(messageVersion_, transactionId_, orderId_, documentTypeCode_, issuedAt_, purposeCode_, notes_, validityPeriod_, provider_, orderingParty_, plan_, previousOrder_, beneficiary_, instructions_, currency_, payer_, orderAmounts_, lines_, in.extras(folds));
  }

  void write(WireWriter out) {
    out.text(messageVersion);
    out.text(transactionId);
    out.text(orderId);
    if (out.optional(documentTypeCode)) out.code(documentTypeCode.get());
    out.time(issuedAt, "issuedAt", extras.isSecondReading("issuedAt"));
    if (out.optional(purposeCode)) out.code(purposeCode.get());
    out.count(notes);
    for (Note one : notes) one.write(out);
    validityPeriod.write(out);
    provider.write(out);
    orderingParty.write(out);
    if (out.optional(plan)) plan.get().write(out);
    if (out.optional(previousOrder)) previousOrder.get().write(out);
    beneficiary.write(out);
    out.count(instructions);
    for (DeliveryInstruction one : instructions) one.write(out);
    if (out.optional(currency)) out.code(currency.get());
    if (out.optional(payer)) payer.get().write(out);
    out.count(orderAmounts);
    for (AllowanceCharge one : orderAmounts) one.write(out);
    out.count(lines);
    for (OrderLine one : lines) one.write(out);
    out.extras(extras);
  }
}
