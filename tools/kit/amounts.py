"""What an INVOICE says of types, sums and VAT: the ESP-MSG findings about them, each beside a near miss."""

from base import LOCAL, code
from case import Case
from sense import LINE, LOW, MEDIUM, PATHS, SUMMATION, At, Pair, at, invoice, one, put, total


def negated(root):
    for one in root.walk():
        if one.name == "BilledQuantity" or (one.name.endswith("Amount") and one.name != "ChargeAmount"):
            one.text = "-" + one.text
    return root


def invoices():
    yield from one(42, "due", "warning", "5.2", MEDIUM,
                   ("An amount due one cent off", "Net à payer faux d'un centime", "An amount due less an advance", "Net à payer après acompte"),
                   bad := invoice(due="25.01"), "due_payable", "due", invoice(52))
    kept = [{"code": "ESP-MSG-050"}]
    for number, slug, en, fr, near_en, near_fr in (
            (43, "negative", "A credit note as an invoice of negative amounts", "Avoir sous forme de facture négative",
             "A credit note as it should be", "Avoir en bonne forme"),
            (50, "usual-form", "Negative amounts are brought to a credit note", "Montants négatifs ramenés à un avoir",
             "A credit note is left as it is", "Un avoir est laissé tel quel")):
        bad = negated(invoice())
        usual = {"usual_form_findings": kept, "usual_form": [{"message": {"type_code": "381"}}]}
        yield from Pair(number, slug, "6, V17", MEDIUM, en, fr, near_en, near_fr).cases(
            bad, [At(43, "warning", bad, "due_payable", at(bad, "due"))], invoice(23), [], usual,
            {"usual_form_findings": [], "usual_form": [{"message": {"type_code": "381"}}]})
    yield from one(100, "type", "warning", "9, invoice type", MEDIUM,
                   ("An invoice type nobody knows", "Type de facture inconnu", "A pro forma invoice", "Facture pro forma"),
                   bad := invoice(type="999"), "type_code", "type", invoice(type="325"))
    supplement = code("COMPLEMENTAIRE", "LIBE_NATURE_FACTURE", LOCAL)
    yield from one(101, "supplement-of-nothing", "warning", "5.2", LOW,
                   ("A supplementary invoice that completes nothing", "Facture complémentaire qui ne complète rien",
                    "A supplementary invoice that names the other", "Facture complémentaire citant l'autre"),
                   bad := invoice(10, subtype=supplement), "subtype_code", "subtype", invoice(54))
    bad = invoice(23)
    bad.find("//ApplicableCIIHSupplyChainTradeSettlement/InvoiceReferencedCIReferencedDocument").remove()
    yield from one(102, "credit-of-nothing", "info", "5.2", MEDIUM,
                   ("A credit note that names no invoice", "Avoir ne citant pas de facture", "A credit note that names its invoice",
                    "Avoir citant sa facture"), bad, "corrected_invoice", None, invoice(23))
    yield from one(103, "credit-without-reason", "info", "5.1, rows 23 and 24", LOW,
                   ("A credit note without a reason", "Avoir sans motif", "A reason in words is enough", "Un motif en toutes lettres suffit"),
                   bad := invoice(23, without=["//CreditReasonCode"]), "credit_reason_code", None, invoice(24, without=["//CreditReasonCode"]))
    yield from one(104, "untold-supplement", "info", "6, V18", MEDIUM,
                   ("A main invoice that completes another", "Facture principale qui en complète une autre",
                    "A supplementary invoice says so", "Une facture complémentaire le dit"),
                   bad := invoice(54, subtype=code("PRINCIPALE", "LIBE_NATURE_FACTURE", LOCAL)), "corrected_invoice",
                   bad.find("//InvoiceReferencedCIReferencedDocument"), invoice(54))
    yield from one(105, "corrects-itself", "error", "5.1, row 55", MEDIUM,
                   ("An invoice that completes itself", "Facture se complétant elle-même", "A number without its zeros is another",
                    "Un numéro sans ses zéros est un autre"),
                   bad := invoice(54, corrected="FACT-0326-00017"), "corrected_invoice.invoice_id", "corrected",
                   invoice(54, corrected="FACT-0326-17"))
    bad = invoice(without=["//DespatchAdviceReferencedCIReferencedDocument"])
    near = invoice(72)
    yield from one(114, "no-delivery", "info", "5.1, row 70", MEDIUM,
                   ("A line that names no delivery", "Ligne ne citant aucune délivrance", "A line that names one", "Ligne en citant une"),
                   bad, "lines", None, near)
    yield from one(112, "price", "warning", "5.2", MEDIUM,
                   ("An hour at 25.00 shared as 24.97", "Une heure à 25,00 partagée en 24,97", "Two cents may come from rounding",
                    "Deux centimes peuvent venir d'arrondis"),
                   bad := total(invoice(), "24.97"), "lines[1].funder_share", "share", total(invoice(), "24.98"))


def taxes():
    field = "taxes[1]"
    yield from one(106, "basis", "warning", "5.2", MEDIUM,
                   ("A VAT basis one cent off", "Base de TVA fausse d'un centime", "A basis less what the document takes off",
                    "Base après la réfaction du document"),
                   bad := invoice(27, 31, tax_basis="24.99"), field + ".basis_amount", "tax_basis", invoice(27, 31, 37))

    def taxed(amount, sum_):
        return invoice(27, 31, 50, tax=amount, tax_rate="5.5", tax_total=amount, grand=sum_, due=sum_)
    yield from one(107, "tax", "warning", "5.2", MEDIUM,
                   ("5.5 % of 25.00 rounded down", "5,5 % de 25,00 arrondis vers le bas", "1.375 rounds half up to 1.38",
                    "1,375 s'arrondit à 1,38"),
                   bad := taxed("1.37", "26.37"), field + ".amount", "tax", taxed("1.38", "26.38"))

    def two(rate):
        root = invoice(27, 31)
        tax = root.find("//ApplicableCITradeTax")
        other = tax.after(tax.copy())
        other.find("CalculatedRate").text, other.find("BasisAmount").text = rate, "0.00"
        return root, other
    bad, where = two("0.00")
    yield from one(108, "rate-twice", "warning", "5.2", MEDIUM,
                   ("A VAT rate that stands twice", "Taux de TVA en double", "Two rates", "Deux taux"), bad, "taxes[2]", where, two("5.5")[0])
    bad, near = invoice(76), invoice(76)
    bad.find("//SpecifiedCIILSupplyChainTradeSettlement/ApplicableCITradeTax/CalculatedRate").text = "5.5"
    yield from one(109, "rate-without-tax", "warning", "5.2", MEDIUM,
                   ("A line at 5.5 % and no VAT in the invoice", "Ligne à 5,5 % et aucune TVA en pied",
                    "A line at 0 % needs no VAT in the invoice", "Une ligne à 0 % se passe de TVA en pied"), bad, "lines[1].tax.rate",
                   bad.find("//SpecifiedCIILSupplyChainTradeSettlement/ApplicableCITradeTax/CalculatedRate"), near)
    yield from one(110, "category", "warning", "9, VAT category", MEDIUM,
                   ("The standard category with 0 %", "Catégorie normale à 0 %", "The zero category with 0 %", "Catégorie zéro à 0 %"),
                   bad := invoice(27, 31, 33, tax_category="S"), field + ".category_code", "tax_category", invoice(27, 31, 33, tax_category="Z"))
    yield from one(111, "exemption", "info", "5.1, row 30", MEDIUM,
                   ("Exempt without saying why", "Exonérée sans dire pourquoi", "Exempt with the reason", "Exonérée avec le motif"),
                   bad := invoice(27, 31, 33), field + ".exemption_reason", None, invoice(27, 30, 31, 33))


def sums():
    """Every identity of the amounts, one cent off: each is told where it stands, and only there."""
    cent = {name: "25.01" for name in ("basis_total", "grand", "due")}
    line_sums = "//SpecifiedCIILTradeSettlementMonetarySummation/"
    for slug, field, path, root, en, fr in (
            ("line-total", "line_total", PATHS["line_total"], invoice(line_total="25.01", **cent), "the sum of the shares", "la somme des parts"),
            ("surcharges", "lines[1].surcharge_total", line_sums + "ChargeTotalAmount", invoice(91), "the surcharges of a line",
             "les majorations d'une ligne"),
            ("not-borne", "lines[1].participation_total", line_sums + "AllowanceTotalAmount", invoice(81),
             "what a payer does not bear of a line", "ce qu'un payeur ne supporte pas d'une ligne"),
            ("charges", "charge_total", SUMMATION + "ChargeTotalAmount", invoice(47, **cent), "the charges of the document",
             "les majorations du document"),
            ("allowances", "allowance_total", SUMMATION + "AllowanceTotalAmount",
             invoice(37, basis_total="19.99", grand="19.99", due="19.99"), "the allowances of the document", "les réfactions du document"),
            ("tax-basis", "tax_basis_total", PATHS["basis_total"], invoice(**cent), "the total without VAT", "le total hors taxe"),
            ("tax-total", "tax_total", PATHS["tax_total"], invoice(27, 31, 50, grand="25.01", due="25.01"), "the sum of the VAT",
             "la somme de la TVA"),
            ("grand-total", "grand_total", PATHS["grand"], invoice(grand="25.01", due="25.01"), "the total with VAT", "le total toutes taxes")):
        where = root.find(path)
        wrong = {"ChargeTotalAmount": "0.01", "TaxTotalAmount": "0.01", "AllowanceTotalAmount": "5.01" if slug == "allowances" else "3.41"}
        put(where, wrong.get(where.name, where.text))
        yield Case("sense", f"msg-042-{slug}", "finding", ["ESP-MSG-042"], f"One cent off: {en}", f"Un centime d'écart : {fr}",
                   "messages reference, section 5.2", MEDIUM, {".xml": root}, [At(42, "warning", root, field, where)])
    for slug, including, share, basis, tax, grand in (("30-00", "10.00", "9.48", "28.44", "1.56", "30.00"),
                                                      ("30-10", "10.03", "9.51", "28.53", "1.57", "30.10")):
        root = invoice(27, 31, 50, share=share, tax_rate="5.5", tax=tax, tax_total=tax, tax_basis=basis, line_total=basis,
                       basis_total=basis, grand=grand, due=grand)
        root.find("//NetPriceProductCITradePrice/ChargeAmount").text = {"10.00": "9.478673", "10.03": "9.507109"}[including]
        first = root.find(LINE["invoice"])
        for number in (3, 2):
            line = first.after(first.copy())
            line.find("//LineID").text = str(number)
            line.find("//DespatchAdviceReferencedCIReferencedDocument/IssuerAssignedID").text = f"DLV-000{number}"
        yield Case("sense", f"tariff-with-vat-{slug}", "near_miss", ["ESP-MSG-106", "ESP-MSG-107", "ESP-MSG-112"],
                   f"Three lines of {including} with 5.5 % VAT make {grand}", f"Trois lignes de {including} à 5,5 % de TVA font {grand}",
                   "messages reference, section 5.2, VAT-inclusive tariffs", MEDIUM, {".xml": root},
                   messages=[{"tax_total": {"value": tax}, "grand_total": {"value": grand}}])


def cases():
    for part in (invoices, taxes, sums):
        yield from part()
