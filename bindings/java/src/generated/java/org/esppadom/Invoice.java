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
 * {@code invoice}
 *
 * @param messageVersion version (inferred (high))
 * @param transactionId n° de transaction (inferred (high))
 * @param invoiceId n° de facture (inferred (high))
 * @param typeCode type de facture (inferred (medium))
 * @param issuedAt date d'émission (inferred (high)); null when there is none
 * @param subtypeCode principale / complémentaire (inferred (low))
 * @param notes commentaire (inferred (low))
 * @param provider prestataire (SAAD) (known)
 * @param orderingParty donneur d'ordre / financeur (known)
 * @param orderRef commande (known)
 * @param beneficiary bénéficiaire (si unique) (inferred (high))
 * @param currency devise (inferred (high))
 * @param creditReasonCode motif d'avoir (inferred (low))
 * @param creditReason libellé du motif d'avoir (inferred (low))
 * @param payee créancier (inferred (medium))
 * @param payer payeur (inferred (high))
 * @param taxes TVA (inferred (medium))
 * @param billingPeriod période facturée (inferred (medium))
 * @param documentAmounts réfaction, majoration de pied (participation forfaitaire : lue seulement) (inferred (low))
 * @param lineTotal total des lignes HT (inferred (high))
 * @param chargeTotal total des majorations de pied (inferred (medium))
 * @param allowanceTotal total des retenues de pied (inferred (medium))
 * @param taxBasisTotal total HT (inferred (high))
 * @param taxTotal total TVA (inferred (high))
 * @param grandTotal total TTC (inferred (high))
 * @param prepaidTotal acomptes déduits (inferred (medium))
 * @param duePayable net à payer (inferred (high))
 * @param correctedInvoice facture rectifiée / complétée (inferred (medium))
 * @param lines ligne de facture (inferred (high))
 * @param extras ce que la description ne connaît pas, conservé à la réécriture
 */
public record Invoice(
    String messageVersion,
    String transactionId,
    String invoiceId,
    Code typeCode,
    LocalDateTime issuedAt,
    Optional<Code> subtypeCode,
    List<Note> notes,
    Party provider,
    Party orderingParty,
    Optional<InvoiceOrderRef> orderRef,
    Optional<Party> beneficiary,
    Code currency,
    Optional<Code> creditReasonCode,
    Optional<String> creditReason,
    Optional<Party> payee,
    Optional<Party> payer,
    List<InvoiceTax> taxes,
    InstantPeriod billingPeriod,
    List<AllowanceCharge> documentAmounts,
    Amount lineTotal,
    Optional<Amount> chargeTotal,
    Optional<Amount> allowanceTotal,
    Amount taxBasisTotal,
    Optional<Amount> taxTotal,
    Amount grandTotal,
    Optional<Amount> prepaidTotal,
    Amount duePayable,
    Optional<CorrectedInvoiceRef> correctedInvoice,
    List<InvoiceLine> lines,
    Extras extras) implements Message {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public Invoice {
    Objects.requireNonNull(messageVersion, "messageVersion");
    Objects.requireNonNull(transactionId, "transactionId");
    Objects.requireNonNull(invoiceId, "invoiceId");
    Objects.requireNonNull(typeCode, "typeCode");
    Objects.requireNonNull(subtypeCode, "subtypeCode");
    notes = List.copyOf(Objects.requireNonNull(notes, "notes"));
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(orderingParty, "orderingParty");
    Objects.requireNonNull(orderRef, "orderRef");
    Objects.requireNonNull(beneficiary, "beneficiary");
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(creditReasonCode, "creditReasonCode");
    Objects.requireNonNull(creditReason, "creditReason");
    Objects.requireNonNull(payee, "payee");
    Objects.requireNonNull(payer, "payer");
    taxes = List.copyOf(Objects.requireNonNull(taxes, "taxes"));
    Objects.requireNonNull(billingPeriod, "billingPeriod");
    documentAmounts = List.copyOf(Objects.requireNonNull(documentAmounts, "documentAmounts"));
    Objects.requireNonNull(lineTotal, "lineTotal");
    Objects.requireNonNull(chargeTotal, "chargeTotal");
    Objects.requireNonNull(allowanceTotal, "allowanceTotal");
    Objects.requireNonNull(taxBasisTotal, "taxBasisTotal");
    Objects.requireNonNull(taxTotal, "taxTotal");
    Objects.requireNonNull(grandTotal, "grandTotal");
    Objects.requireNonNull(prepaidTotal, "prepaidTotal");
    Objects.requireNonNull(duePayable, "duePayable");
    Objects.requireNonNull(correctedInvoice, "correctedInvoice");
    lines = List.copyOf(Objects.requireNonNull(lines, "lines"));
    Objects.requireNonNull(extras, "extras");
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static Invoice empty() {
    return new Invoice("", "", "", Code.EMPTY, null, Optional.empty(), List.of(), Party.empty(), Party.empty(), Optional.empty(), Optional.empty(), Code.EMPTY, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), InstantPeriod.empty(), List.of(), Amount.EMPTY, Optional.empty(), Optional.empty(), Amount.EMPTY, Optional.empty(), Amount.EMPTY, Optional.empty(), Amount.EMPTY, Optional.empty(), List.of(), Extras.NONE);
  }

  /** The same with another value of {@link #messageVersion}. */
  public Invoice withMessageVersion(String messageVersion) {
    return new Invoice(messageVersion, transactionId, invoiceId, typeCode, issuedAt, subtypeCode, notes, provider, orderingParty, orderRef, beneficiary, currency, creditReasonCode, creditReason, payee, payer, taxes, billingPeriod, documentAmounts, lineTotal, chargeTotal, allowanceTotal, taxBasisTotal, taxTotal, grandTotal, prepaidTotal, duePayable, correctedInvoice, lines, extras);
  }

  /** The same with another value of {@link #transactionId}. */
  public Invoice withTransactionId(String transactionId) {
    return new Invoice(messageVersion, transactionId, invoiceId, typeCode, issuedAt, subtypeCode, notes, provider, orderingParty, orderRef, beneficiary, currency, creditReasonCode, creditReason, payee, payer, taxes, billingPeriod, documentAmounts, lineTotal, chargeTotal, allowanceTotal, taxBasisTotal, taxTotal, grandTotal, prepaidTotal, duePayable, correctedInvoice, lines, extras);
  }

  /** The same with another value of {@link #invoiceId}. */
  public Invoice withInvoiceId(String invoiceId) {
    return new Invoice(messageVersion, transactionId, invoiceId, typeCode, issuedAt, subtypeCode, notes, provider, orderingParty, orderRef, beneficiary, currency, creditReasonCode, creditReason, payee, payer, taxes, billingPeriod, documentAmounts, lineTotal, chargeTotal, allowanceTotal, taxBasisTotal, taxTotal, grandTotal, prepaidTotal, duePayable, correctedInvoice, lines, extras);
  }

  /** The same with another value of {@link #typeCode}. */
  public Invoice withTypeCode(Code typeCode) {
    return new Invoice(messageVersion, transactionId, invoiceId, typeCode, issuedAt, subtypeCode, notes, provider, orderingParty, orderRef, beneficiary, currency, creditReasonCode, creditReason, payee, payer, taxes, billingPeriod, documentAmounts, lineTotal, chargeTotal, allowanceTotal, taxBasisTotal, taxTotal, grandTotal, prepaidTotal, duePayable, correctedInvoice, lines, extras);
  }

  /** The same with another value of {@link #issuedAt}. */
  public Invoice withIssuedAt(LocalDateTime issuedAt) {
    return new Invoice(messageVersion, transactionId, invoiceId, typeCode, issuedAt, subtypeCode, notes, provider, orderingParty, orderRef, beneficiary, currency, creditReasonCode, creditReason, payee, payer, taxes, billingPeriod, documentAmounts, lineTotal, chargeTotal, allowanceTotal, taxBasisTotal, taxTotal, grandTotal, prepaidTotal, duePayable, correctedInvoice, lines, extras.reading("issuedAt", false));
  }

  /** The same with another {@link #issuedAt}; {@code secondReading} tells the two readings of the repeated autumn hour apart. */
  public Invoice withIssuedAt(LocalDateTime issuedAt, boolean secondReading) {
    return new Invoice(messageVersion, transactionId, invoiceId, typeCode, issuedAt, subtypeCode, notes, provider, orderingParty, orderRef, beneficiary, currency, creditReasonCode, creditReason, payee, payer, taxes, billingPeriod, documentAmounts, lineTotal, chargeTotal, allowanceTotal, taxBasisTotal, taxTotal, grandTotal, prepaidTotal, duePayable, correctedInvoice, lines, extras.reading("issuedAt", secondReading));
  }

  /** The same with another value of {@link #subtypeCode}. */
  public Invoice withSubtypeCode(Optional<Code> subtypeCode) {
    return new Invoice(messageVersion, transactionId, invoiceId, typeCode, issuedAt, subtypeCode, notes, provider, orderingParty, orderRef, beneficiary, currency, creditReasonCode, creditReason, payee, payer, taxes, billingPeriod, documentAmounts, lineTotal, chargeTotal, allowanceTotal, taxBasisTotal, taxTotal, grandTotal, prepaidTotal, duePayable, correctedInvoice, lines, extras);
  }

  /** The same with a value of {@link #subtypeCode}. */
  public Invoice withSubtypeCode(Code subtypeCode) {
    return withSubtypeCode(Optional.of(subtypeCode));
  }

  /** The same with another value of {@link #notes}. */
  public Invoice withNotes(List<Note> notes) {
    return new Invoice(messageVersion, transactionId, invoiceId, typeCode, issuedAt, subtypeCode, notes, provider, orderingParty, orderRef, beneficiary, currency, creditReasonCode, creditReason, payee, payer, taxes, billingPeriod, documentAmounts, lineTotal, chargeTotal, allowanceTotal, taxBasisTotal, taxTotal, grandTotal, prepaidTotal, duePayable, correctedInvoice, lines, extras);
  }

  /** The same with another value of {@link #provider}. */
  public Invoice withProvider(Party provider) {
    return new Invoice(messageVersion, transactionId, invoiceId, typeCode, issuedAt, subtypeCode, notes, provider, orderingParty, orderRef, beneficiary, currency, creditReasonCode, creditReason, payee, payer, taxes, billingPeriod, documentAmounts, lineTotal, chargeTotal, allowanceTotal, taxBasisTotal, taxTotal, grandTotal, prepaidTotal, duePayable, correctedInvoice, lines, extras);
  }

  /** The same with another value of {@link #orderingParty}. */
  public Invoice withOrderingParty(Party orderingParty) {
    return new Invoice(messageVersion, transactionId, invoiceId, typeCode, issuedAt, subtypeCode, notes, provider, orderingParty, orderRef, beneficiary, currency, creditReasonCode, creditReason, payee, payer, taxes, billingPeriod, documentAmounts, lineTotal, chargeTotal, allowanceTotal, taxBasisTotal, taxTotal, grandTotal, prepaidTotal, duePayable, correctedInvoice, lines, extras);
  }

  /** The same with another value of {@link #orderRef}. */
  public Invoice withOrderRef(Optional<InvoiceOrderRef> orderRef) {
    return new Invoice(messageVersion, transactionId, invoiceId, typeCode, issuedAt, subtypeCode, notes, provider, orderingParty, orderRef, beneficiary, currency, creditReasonCode, creditReason, payee, payer, taxes, billingPeriod, documentAmounts, lineTotal, chargeTotal, allowanceTotal, taxBasisTotal, taxTotal, grandTotal, prepaidTotal, duePayable, correctedInvoice, lines, extras);
  }

  /** The same with a value of {@link #orderRef}. */
  public Invoice withOrderRef(InvoiceOrderRef orderRef) {
    return withOrderRef(Optional.of(orderRef));
  }

  /** The same with another value of {@link #beneficiary}. */
  public Invoice withBeneficiary(Optional<Party> beneficiary) {
    return new Invoice(messageVersion, transactionId, invoiceId, typeCode, issuedAt, subtypeCode, notes, provider, orderingParty, orderRef, beneficiary, currency, creditReasonCode, creditReason, payee, payer, taxes, billingPeriod, documentAmounts, lineTotal, chargeTotal, allowanceTotal, taxBasisTotal, taxTotal, grandTotal, prepaidTotal, duePayable, correctedInvoice, lines, extras);
  }

  /** The same with a value of {@link #beneficiary}. */
  public Invoice withBeneficiary(Party beneficiary) {
    return withBeneficiary(Optional.of(beneficiary));
  }

  /** The same with another value of {@link #currency}. */
  public Invoice withCurrency(Code currency) {
    return new Invoice(messageVersion, transactionId, invoiceId, typeCode, issuedAt, subtypeCode, notes, provider, orderingParty, orderRef, beneficiary, currency, creditReasonCode, creditReason, payee, payer, taxes, billingPeriod, documentAmounts, lineTotal, chargeTotal, allowanceTotal, taxBasisTotal, taxTotal, grandTotal, prepaidTotal, duePayable, correctedInvoice, lines, extras);
  }

  /** The same with another value of {@link #creditReasonCode}. */
  public Invoice withCreditReasonCode(Optional<Code> creditReasonCode) {
    return new Invoice(messageVersion, transactionId, invoiceId, typeCode, issuedAt, subtypeCode, notes, provider, orderingParty, orderRef, beneficiary, currency, creditReasonCode, creditReason, payee, payer, taxes, billingPeriod, documentAmounts, lineTotal, chargeTotal, allowanceTotal, taxBasisTotal, taxTotal, grandTotal, prepaidTotal, duePayable, correctedInvoice, lines, extras);
  }

  /** The same with a value of {@link #creditReasonCode}. */
  public Invoice withCreditReasonCode(Code creditReasonCode) {
    return withCreditReasonCode(Optional.of(creditReasonCode));
  }

  /** The same with another value of {@link #creditReason}. */
  public Invoice withCreditReason(Optional<String> creditReason) {
    return new Invoice(messageVersion, transactionId, invoiceId, typeCode, issuedAt, subtypeCode, notes, provider, orderingParty, orderRef, beneficiary, currency, creditReasonCode, creditReason, payee, payer, taxes, billingPeriod, documentAmounts, lineTotal, chargeTotal, allowanceTotal, taxBasisTotal, taxTotal, grandTotal, prepaidTotal, duePayable, correctedInvoice, lines, extras);
  }

  /** The same with a value of {@link #creditReason}. */
  public Invoice withCreditReason(String creditReason) {
    return withCreditReason(Optional.of(creditReason));
  }

  /** The same with another value of {@link #payee}. */
  public Invoice withPayee(Optional<Party> payee) {
    return new Invoice(messageVersion, transactionId, invoiceId, typeCode, issuedAt, subtypeCode, notes, provider, orderingParty, orderRef, beneficiary, currency, creditReasonCode, creditReason, payee, payer, taxes, billingPeriod, documentAmounts, lineTotal, chargeTotal, allowanceTotal, taxBasisTotal, taxTotal, grandTotal, prepaidTotal, duePayable, correctedInvoice, lines, extras);
  }

  /** The same with a value of {@link #payee}. */
  public Invoice withPayee(Party payee) {
    return withPayee(Optional.of(payee));
  }

  /** The same with another value of {@link #payer}. */
  public Invoice withPayer(Optional<Party> payer) {
    return new Invoice(messageVersion, transactionId, invoiceId, typeCode, issuedAt, subtypeCode, notes, provider, orderingParty, orderRef, beneficiary, currency, creditReasonCode, creditReason, payee, payer, taxes, billingPeriod, documentAmounts, lineTotal, chargeTotal, allowanceTotal, taxBasisTotal, taxTotal, grandTotal, prepaidTotal, duePayable, correctedInvoice, lines, extras);
  }

  /** The same with a value of {@link #payer}. */
  public Invoice withPayer(Party payer) {
    return withPayer(Optional.of(payer));
  }

  /** The same with another value of {@link #taxes}. */
  public Invoice withTaxes(List<InvoiceTax> taxes) {
    return new Invoice(messageVersion, transactionId, invoiceId, typeCode, issuedAt, subtypeCode, notes, provider, orderingParty, orderRef, beneficiary, currency, creditReasonCode, creditReason, payee, payer, taxes, billingPeriod, documentAmounts, lineTotal, chargeTotal, allowanceTotal, taxBasisTotal, taxTotal, grandTotal, prepaidTotal, duePayable, correctedInvoice, lines, extras);
  }

  /** The same with another value of {@link #billingPeriod}. */
  public Invoice withBillingPeriod(InstantPeriod billingPeriod) {
    return new Invoice(messageVersion, transactionId, invoiceId, typeCode, issuedAt, subtypeCode, notes, provider, orderingParty, orderRef, beneficiary, currency, creditReasonCode, creditReason, payee, payer, taxes, billingPeriod, documentAmounts, lineTotal, chargeTotal, allowanceTotal, taxBasisTotal, taxTotal, grandTotal, prepaidTotal, duePayable, correctedInvoice, lines, extras);
  }

  /** The same with another value of {@link #documentAmounts}. */
  public Invoice withDocumentAmounts(List<AllowanceCharge> documentAmounts) {
    return new Invoice(messageVersion, transactionId, invoiceId, typeCode, issuedAt, subtypeCode, notes, provider, orderingParty, orderRef, beneficiary, currency, creditReasonCode, creditReason, payee, payer, taxes, billingPeriod, documentAmounts, lineTotal, chargeTotal, allowanceTotal, taxBasisTotal, taxTotal, grandTotal, prepaidTotal, duePayable, correctedInvoice, lines, extras);
  }

  /** The same with another value of {@link #lineTotal}. */
  public Invoice withLineTotal(Amount lineTotal) {
    return new Invoice(messageVersion, transactionId, invoiceId, typeCode, issuedAt, subtypeCode, notes, provider, orderingParty, orderRef, beneficiary, currency, creditReasonCode, creditReason, payee, payer, taxes, billingPeriod, documentAmounts, lineTotal, chargeTotal, allowanceTotal, taxBasisTotal, taxTotal, grandTotal, prepaidTotal, duePayable, correctedInvoice, lines, extras);
  }

  /** The same with another value of {@link #chargeTotal}. */
  public Invoice withChargeTotal(Optional<Amount> chargeTotal) {
    return new Invoice(messageVersion, transactionId, invoiceId, typeCode, issuedAt, subtypeCode, notes, provider, orderingParty, orderRef, beneficiary, currency, creditReasonCode, creditReason, payee, payer, taxes, billingPeriod, documentAmounts, lineTotal, chargeTotal, allowanceTotal, taxBasisTotal, taxTotal, grandTotal, prepaidTotal, duePayable, correctedInvoice, lines, extras);
  }

  /** The same with a value of {@link #chargeTotal}. */
  public Invoice withChargeTotal(Amount chargeTotal) {
    return withChargeTotal(Optional.of(chargeTotal));
  }

  /** The same with another value of {@link #allowanceTotal}. */
  public Invoice withAllowanceTotal(Optional<Amount> allowanceTotal) {
    return new Invoice(messageVersion, transactionId, invoiceId, typeCode, issuedAt, subtypeCode, notes, provider, orderingParty, orderRef, beneficiary, currency, creditReasonCode, creditReason, payee, payer, taxes, billingPeriod, documentAmounts, lineTotal, chargeTotal, allowanceTotal, taxBasisTotal, taxTotal, grandTotal, prepaidTotal, duePayable, correctedInvoice, lines, extras);
  }

  /** The same with a value of {@link #allowanceTotal}. */
  public Invoice withAllowanceTotal(Amount allowanceTotal) {
    return withAllowanceTotal(Optional.of(allowanceTotal));
  }

  /** The same with another value of {@link #taxBasisTotal}. */
  public Invoice withTaxBasisTotal(Amount taxBasisTotal) {
    return new Invoice(messageVersion, transactionId, invoiceId, typeCode, issuedAt, subtypeCode, notes, provider, orderingParty, orderRef, beneficiary, currency, creditReasonCode, creditReason, payee, payer, taxes, billingPeriod, documentAmounts, lineTotal, chargeTotal, allowanceTotal, taxBasisTotal, taxTotal, grandTotal, prepaidTotal, duePayable, correctedInvoice, lines, extras);
  }

  /** The same with another value of {@link #taxTotal}. */
  public Invoice withTaxTotal(Optional<Amount> taxTotal) {
    return new Invoice(messageVersion, transactionId, invoiceId, typeCode, issuedAt, subtypeCode, notes, provider, orderingParty, orderRef, beneficiary, currency, creditReasonCode, creditReason, payee, payer, taxes, billingPeriod, documentAmounts, lineTotal, chargeTotal, allowanceTotal, taxBasisTotal, taxTotal, grandTotal, prepaidTotal, duePayable, correctedInvoice, lines, extras);
  }

  /** The same with a value of {@link #taxTotal}. */
  public Invoice withTaxTotal(Amount taxTotal) {
    return withTaxTotal(Optional.of(taxTotal));
  }

  /** The same with another value of {@link #grandTotal}. */
  public Invoice withGrandTotal(Amount grandTotal) {
    return new Invoice(messageVersion, transactionId, invoiceId, typeCode, issuedAt, subtypeCode, notes, provider, orderingParty, orderRef, beneficiary, currency, creditReasonCode, creditReason, payee, payer, taxes, billingPeriod, documentAmounts, lineTotal, chargeTotal, allowanceTotal, taxBasisTotal, taxTotal, grandTotal, prepaidTotal, duePayable, correctedInvoice, lines, extras);
  }

  /** The same with another value of {@link #prepaidTotal}. */
  public Invoice withPrepaidTotal(Optional<Amount> prepaidTotal) {
    return new Invoice(messageVersion, transactionId, invoiceId, typeCode, issuedAt, subtypeCode, notes, provider, orderingParty, orderRef, beneficiary, currency, creditReasonCode, creditReason, payee, payer, taxes, billingPeriod, documentAmounts, lineTotal, chargeTotal, allowanceTotal, taxBasisTotal, taxTotal, grandTotal, prepaidTotal, duePayable, correctedInvoice, lines, extras);
  }

  /** The same with a value of {@link #prepaidTotal}. */
  public Invoice withPrepaidTotal(Amount prepaidTotal) {
    return withPrepaidTotal(Optional.of(prepaidTotal));
  }

  /** The same with another value of {@link #duePayable}. */
  public Invoice withDuePayable(Amount duePayable) {
    return new Invoice(messageVersion, transactionId, invoiceId, typeCode, issuedAt, subtypeCode, notes, provider, orderingParty, orderRef, beneficiary, currency, creditReasonCode, creditReason, payee, payer, taxes, billingPeriod, documentAmounts, lineTotal, chargeTotal, allowanceTotal, taxBasisTotal, taxTotal, grandTotal, prepaidTotal, duePayable, correctedInvoice, lines, extras);
  }

  /** The same with another value of {@link #correctedInvoice}. */
  public Invoice withCorrectedInvoice(Optional<CorrectedInvoiceRef> correctedInvoice) {
    return new Invoice(messageVersion, transactionId, invoiceId, typeCode, issuedAt, subtypeCode, notes, provider, orderingParty, orderRef, beneficiary, currency, creditReasonCode, creditReason, payee, payer, taxes, billingPeriod, documentAmounts, lineTotal, chargeTotal, allowanceTotal, taxBasisTotal, taxTotal, grandTotal, prepaidTotal, duePayable, correctedInvoice, lines, extras);
  }

  /** The same with a value of {@link #correctedInvoice}. */
  public Invoice withCorrectedInvoice(CorrectedInvoiceRef correctedInvoice) {
    return withCorrectedInvoice(Optional.of(correctedInvoice));
  }

  /** The same with another value of {@link #lines}. */
  public Invoice withLines(List<InvoiceLine> lines) {
    return new Invoice(messageVersion, transactionId, invoiceId, typeCode, issuedAt, subtypeCode, notes, provider, orderingParty, orderRef, beneficiary, currency, creditReasonCode, creditReason, payee, payer, taxes, billingPeriod, documentAmounts, lineTotal, chargeTotal, allowanceTotal, taxBasisTotal, taxTotal, grandTotal, prepaidTotal, duePayable, correctedInvoice, lines, extras);
  }

  /** The same with another value of {@link #extras}. */
  public Invoice withExtras(Extras extras) {
    return new Invoice(messageVersion, transactionId, invoiceId, typeCode, issuedAt, subtypeCode, notes, provider, orderingParty, orderRef, beneficiary, currency, creditReasonCode, creditReason, payee, payer, taxes, billingPeriod, documentAmounts, lineTotal, chargeTotal, allowanceTotal, taxBasisTotal, taxTotal, grandTotal, prepaidTotal, duePayable, correctedInvoice, lines, extras);
  }

  static Invoice read(WireReader in) {
    WireReader.Folds folds = new WireReader.Folds();
    String messageVersion_ = in.text();
    String transactionId_ = in.text();
    String invoiceId_ = in.text();
    Code typeCode_ = in.code();
    LocalDateTime issuedAt_ = in.time("issuedAt", folds);
    Optional<Code> subtypeCode_ = in.optional() ? Optional.of(in.code()) : Optional.empty();
    List<Note> notes_ = in.list(Note::read);
    Party provider_ = Party.read(in);
    Party orderingParty_ = Party.read(in);
    Optional<InvoiceOrderRef> orderRef_ = in.optional() ? Optional.of(InvoiceOrderRef.read(in)) : Optional.empty();
    Optional<Party> beneficiary_ = in.optional() ? Optional.of(Party.read(in)) : Optional.empty();
    Code currency_ = in.code();
    Optional<Code> creditReasonCode_ = in.optional() ? Optional.of(in.code()) : Optional.empty();
    Optional<String> creditReason_ = in.optional() ? Optional.of(in.text()) : Optional.empty();
    Optional<Party> payee_ = in.optional() ? Optional.of(Party.read(in)) : Optional.empty();
    Optional<Party> payer_ = in.optional() ? Optional.of(Party.read(in)) : Optional.empty();
    List<InvoiceTax> taxes_ = in.list(InvoiceTax::read);
    InstantPeriod billingPeriod_ = InstantPeriod.read(in);
    List<AllowanceCharge> documentAmounts_ = in.list(AllowanceCharge::read);
    Amount lineTotal_ = in.amount();
    Optional<Amount> chargeTotal_ = in.optional() ? Optional.of(in.amount()) : Optional.empty();
    Optional<Amount> allowanceTotal_ = in.optional() ? Optional.of(in.amount()) : Optional.empty();
    Amount taxBasisTotal_ = in.amount();
    Optional<Amount> taxTotal_ = in.optional() ? Optional.of(in.amount()) : Optional.empty();
    Amount grandTotal_ = in.amount();
    Optional<Amount> prepaidTotal_ = in.optional() ? Optional.of(in.amount()) : Optional.empty();
    Amount duePayable_ = in.amount();
    Optional<CorrectedInvoiceRef> correctedInvoice_ = in.optional() ? Optional.of(CorrectedInvoiceRef.read(in)) : Optional.empty();
    List<InvoiceLine> lines_ = in.list(InvoiceLine::read);
    return new Invoice(messageVersion_, transactionId_, invoiceId_, typeCode_, issuedAt_, subtypeCode_, notes_, provider_, orderingParty_, orderRef_, beneficiary_, currency_, creditReasonCode_, creditReason_, payee_, payer_, taxes_, billingPeriod_, documentAmounts_, lineTotal_, chargeTotal_, allowanceTotal_, taxBasisTotal_, taxTotal_, grandTotal_, prepaidTotal_, duePayable_, correctedInvoice_, lines_, in.extras(folds));
  }

  void write(WireWriter out) {
    out.text(messageVersion);
    out.text(transactionId);
    out.text(invoiceId);
    out.code(typeCode);
    out.time(issuedAt, "issuedAt", extras.isSecondReading("issuedAt"));
    if (out.optional(subtypeCode)) out.code(subtypeCode.get());
    out.count(notes);
    for (Note one : notes) one.write(out);
    provider.write(out);
    orderingParty.write(out);
    if (out.optional(orderRef)) orderRef.get().write(out);
    if (out.optional(beneficiary)) beneficiary.get().write(out);
    out.code(currency);
    if (out.optional(creditReasonCode)) out.code(creditReasonCode.get());
    if (out.optional(creditReason)) out.text(creditReason.get());
    if (out.optional(payee)) payee.get().write(out);
    if (out.optional(payer)) payer.get().write(out);
    out.count(taxes);
    for (InvoiceTax one : taxes) one.write(out);
    billingPeriod.write(out);
    out.count(documentAmounts);
    for (AllowanceCharge one : documentAmounts) one.write(out);
    out.amount(lineTotal);
    if (out.optional(chargeTotal)) out.amount(chargeTotal.get());
    if (out.optional(allowanceTotal)) out.amount(allowanceTotal.get());
    out.amount(taxBasisTotal);
    if (out.optional(taxTotal)) out.amount(taxTotal.get());
    out.amount(grandTotal);
    if (out.optional(prepaidTotal)) out.amount(prepaidTotal.get());
    out.amount(duePayable);
    if (out.optional(correctedInvoice)) correctedInvoice.get().write(out);
    out.count(lines);
    for (InvoiceLine one : lines) one.write(out);
    out.extras(extras);
  }
}
