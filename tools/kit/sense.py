"""What messages say: every ESP-MSG finding, raised by one file and just not raised by another.

Each entry starts from a base message without a finding; `bad` has one thing wrong, `near` is as close to it as can be and
right. The findings that are expected are written from the reference, not taken from an output."""

import copy

from base import EDESS, LOCAL, code, document, hours, message
from case import Case, Finding
from xmltree import Element

STAMPS = [28, 29, 30, 31, 34, 35]
SUMMATION = "//SpecifiedCIIHTradeSettlementMonetarySummation/"
RETAINED = "//ActualDespatchCISupplyChainEvent/OccurrenceCISpecifiedPeriod"
ARRIVAL = "//AdditionalReferencedCIReferencedDocument/EffectiveCISpecifiedPeriod/StartDateTime"
DEPARTURE = "//AdditionalReferencedCIReferencedDocument/EffectiveCISpecifiedPeriod/EndDateTime"
LINE = {"order": "//IncludedCIOLSupplyChainTradeLineItem", "invoice": "//IncludedCIILSupplyChainTradeLineItem"}


class At(Finding):
    """A finding about a field; line and column are those of `where`, when that is given."""

    def __init__(self, number, severity, root, field, where=None):
        super().__init__(f"ESP-MSG-{number:03}", root.children[-1], field, severity)
        self.where = where

    def place(self):
        return self.where


def put(one, value):
    if isinstance(value, tuple):
        value, one.attributes = value
    one.text = value


def made(kind, rows=(), party=None, without=(), **values):
    """A document of one message; `values` are texts, or texts with attributes, by the names of PATHS."""
    root = document(kind, message(kind, rows, party))
    for path in without:
        root.find(path).remove()
    for name, value in values.items():
        put(root.find(PATHS[name]), value)
    return root


PATHS = {
    "version": "//VersionID", "transaction": "//SpecifiedTransactionID", "issued": "//IssueDateTime",
    "delivery_id": "//CIDDHExchangedDocument/ID", "correction": "//ActualDespatchCISupplyChainEvent/TypeCode",
    "start": RETAINED + "/StartDateTime", "end": RETAINED + "/EndDateTime", "arrival": ARRIVAL + "/CertifiedDateTime",
    "departure": DEPARTURE + "/CertifiedDateTime", "billed": "//BilledQuantity", "care_mode": "//CadreIntervention",
    "siret": "//SIRET", "vat": "//SpecifiedCITaxRegistration/ID", "service": "//SpecifiedCITradeProduct/ID",
    "valid_until": "//CIOHExchangedDocument/EffectiveCISpecifiedPeriod/EndDateTime",
    "plan_until": "//ContractReferencedCIReferencedDocument/EffectiveCISpecifiedPeriod/EndDateTime",
    "requested": "//RequestedQuantity", "currency": "//OrderCurrencyCode", "basis": "//NetPriceProductCITradePrice/BasisQuantity",
    "percent": "//CalculationPercent", "charge": "//ChargeIndicator", "reason": "//ReasonCode",
    "previous": "//PreviousOrderReferencedCIReferencedDocument/IssuerAssignedID",
    "type": "//CIIHExchangedDocument/TypeCode", "invoice_id": "//CIIHExchangedDocument/ID", "subtype": "//SubtypeCode",
    "corrected": "//InvoiceReferencedCIReferencedDocument/IssuerAssignedID", "tax": "//ApplicableCITradeTax/CalculatedAmount",
    "tax_rate": "//ApplicableCITradeTax/CalculatedRate", "tax_basis": "//ApplicableCITradeTax/BasisAmount",
    "tax_category": "//ApplicableCITradeTax/CategoryCode", "share": "//SpecifiedCIILTradeSettlementMonetarySummation/LineTotalAmount",
    "line_total": SUMMATION + "LineTotalAmount", "basis_total": SUMMATION + "TaxBasisTotalAmount",
    "tax_total": SUMMATION + "TaxTotalAmount", "grand": SUMMATION + "GrandTotalAmount", "due": SUMMATION + "DuePayableAmount",
    "line_start": LINE["invoice"] + "/SpecifiedCIILSupplyChainTradeSettlement/BillingCISpecifiedPeriod/StartDateTime",
    "line_end": LINE["invoice"] + "/SpecifiedCIILSupplyChainTradeSettlement/BillingCISpecifiedPeriod/EndDateTime",
}


def at(root, name):
    return root.find(PATHS[name])


def delivery(*rows, **more):
    return made("delivery", rows, **more)


def order(*rows, **more):
    return made("order", rows, **more)


def invoice(*rows, **more):
    return made("invoice", rows, **more)


def total(root, share):
    """The invoice with this share and the totals that follow from it."""
    for name in ("share", "line_total", "basis_total", "grand", "due"):
        put(at(root, name), share)
    return root


def corrected(root, value):
    """The DELIVERY with this correction code; it may have none so far."""
    event = root.find("//ActualDespatchCISupplyChainEvent")
    if event.children[0].name == "TypeCode":
        event.children[0].remove()
    if value:
        text, attributes = code(value, "ESPPADOM_EFFECTIVITY_AJUST", EDESS)
        event.add(Element("ram", "TypeCode", text, attributes, key="delivery/20"), 0)
    return root


# Errors in profile strict, warnings otherwise: what departs from the standard even where a lenient reader understands it.
STRICT = {f"ESP-MSG-{number:03}" for number in (10, 42, 61, 63, 64, 68, 70, 107)}
STRICT |= {f"ESP-BAT-{number:03}" for number in (1, 12, 13, 14, 23)}


def graded(finding):
    """The finding as profile strict gives it."""
    if finding.code not in STRICT:
        return finding
    out = copy.copy(finding)
    out.severity = "error"
    return out


def strictly(case):
    case.name += "-strict"
    case.en, case.fr = case.en + ", profile strict", case.fr + ", profil strict"
    case.profile = "strict"
    return case


class Pair:
    """What a finding is raised by and what not. `bad` is a list of (number, severity, field, where)."""

    def __init__(self, number, slug, section, standing, en, fr, near_en, near_fr):
        self.number, self.slug, self.section, self.standing = number, slug, section, standing
        self.texts = {"finding": (en, fr), "near_miss": (near_en, near_fr)}

    def case(self, kind, root, findings, **expected):
        name = f"msg-{self.number:03}-{self.slug}" + ("-near-miss" if kind == "near_miss" else "")
        return Case("sense", name, kind, [f"ESP-MSG-{self.number:03}"], *self.texts[kind],
                    f"messages reference, section {self.section}", self.standing, {".xml": root}, findings, **expected)

    def cases(self, bad, findings, near, near_findings=(), more=None, near_more=None):
        yield self.case("finding", bad, findings, **(more or {}))
        if f"ESP-MSG-{self.number:03}" in STRICT:
            yield strictly(self.case("finding", bad, [graded(one) for one in findings], **(more or {})))
        yield self.case("near_miss", near, near_findings, **(near_more or {}))


def one(number, slug, severity, section, standing, texts, bad, field, where, near):
    """A pair of the usual form: one finding about one field of the message, and nothing about the near miss."""
    place = at(bad, where) if isinstance(where, str) else where
    yield from Pair(number, slug, section, standing, *texts).cases(bad, [At(number, severity, bad, field, place)], near)


HIGH, MEDIUM, LOW = "inferred (high)", "inferred (medium)", "inferred (low)"


def values():
    bad = delivery(without=["//CIDDHExchangedDocument/ID"])
    head = bad.find("//CIDDHExchangedDocument")
    yield from Pair(1, "no-number", "4, row 7", "known", "A DELIVERY without a number", "DELIVERY sans numéro",
                    "A number that is 0 is a number", "Le numéro 0 est un numéro").cases(
        bad, [Finding("ESP-XML-020", head), At(1, "error", bad, "delivery_id")], delivery(delivery_id="0"))
    bad = delivery(without=["//SpecifiedTransactionID"])
    head = bad.find("//CIDDHExchangedDocumentContext")
    yield from Pair(68, "no-transaction", "1 and 4, row 5", "known", "A DELIVERY without a transaction number",
                    "DELIVERY sans numéro de transaction", "A transaction number that is 0 is a number",
                    "Le numéro de transaction 0 est un numéro").cases(
        bad, [Finding("ESP-XML-020", head), At(68, "warning", bad, "transaction_id")], delivery(transaction="0"))
    yield from one(69, "version", "info", "1, versions", "known",
                   ("A version nobody has published", "Version que personne n'a publiée", "Version 1.2 is known", "La version 1.2 est connue"),
                   bad := delivery(version="2.0"), "message_version", "version", delivery(version="1.2"))


def times():
    yield from one(2, "end-before-start", "error", "4, row 21", "known",
                   ("A visit that ends before it starts", "Intervention finissant avant son début",
                    "A visit over midnight", "Intervention à cheval sur minuit"),
                   bad := delivery(end="2026-03-02T08:59:59"), "retained_period", bad.find(RETAINED),
                   delivery(start="2026-03-02T23:30:00", end="2026-03-03T00:30:00"))
    yield from one(3, "no-length", "warning", "4, row 21", "known",
                   ("A visit of no length", "Intervention sans durée", "A deleted visit may have no length",
                    "Une intervention supprimée peut être sans durée"),
                   bad := delivery(end="2026-03-02T09:00:00", billed="0"), "retained_period", bad.find(RETAINED),
                   corrected(delivery(end="2026-03-02T09:00:00", billed="0"), "SUP"))
    autumn = {"issued": "2026-10-26T18:00:00"}
    yield from one(4, "autumn", "info", "8.1", MEDIUM,
                   ("From 02:30 to 02:15 in the night the clock goes back", "De 02:30 à 02:15 la nuit du passage à l'heure d'hiver",
                    "From 02:15 to 02:30 in that night runs forward", "De 02:15 à 02:30 cette nuit-là ne recule pas"),
                   bad := delivery(start="2026-10-25T02:30:00", end="2026-10-25T02:15:00", billed="0.75", **autumn), "retained_period",
                   bad.find(RETAINED), delivery(start="2026-10-25T02:15:00", end="2026-10-25T02:30:00", billed="0.25", **autumn))
    yield from one(5, "last-second", "warning", "6, V12", MEDIUM,
                   ("A validity that ends at 23:59:59", "Validité finissant à 23:59:59", "A validity that ends at 23:59",
                    "Validité finissant à 23:59"),
                   bad := order(15, valid_until="2028-02-29T23:59:59"), "validity_period.end", "valid_until",
                   order(15, valid_until="2028-02-29T23:59:00"))
    yield from one(74, "stamp-after-issue", "warning", "1, effective delivery", HIGH,
                   ("A stamp later than the message", "Horodatage postérieur au message",
                    "A message issued in the second of its last stamp", "Message émis à la seconde du dernier horodatage"),
                   bad := delivery(*STAMPS, issued="2026-03-02T10:02:46"), "stamps.departure.certified_at", "departure",
                   delivery(*STAMPS, issued="2026-03-02T10:02:47"))
    yield from one(86, "outside-plan", "warning", "3, rows 13 and 23", MEDIUM,
                   ("An order that ends after its plan", "Commande finissant après son plan",
                    "An order that ends on the last day of its plan", "Commande finissant le dernier jour du plan"),
                   bad := order(15, 24, 25, plan_until="2028-02-28T00:00:00"), "validity_period",
                   bad.find("//CIOHExchangedDocument/EffectiveCISpecifiedPeriod"), order(15, 24, 25, plan_until="2028-02-29T00:00:00"))
    rows, april = [78, 79, 80], "2026-04-01T00:00:00"
    yield from one(115, "line-period", "info", "5.1, row 78", MEDIUM,
                   ("A line of another month", "Ligne d'un autre mois", "A line on the last day of the invoice's period",
                    "Ligne du dernier jour de la période facturée"),
                   bad := invoice(*rows, line_end=april), "lines[1].billing_period",
                   bad.find(LINE["invoice"] + "/SpecifiedCIILSupplyChainTradeSettlement/BillingCISpecifiedPeriod"),
                   invoice(*rows, line_start="2026-03-31T00:00:00"))


def lists():
    prest = code("APA-HRJO", "ESPPADOM_PREST", EDESS)
    yield from one(10, "prest", "warning", "9.1", "known",
                   ("A local code under EDESS's name and a list that does not exist", "Code local sous le nom d'EDESS et une liste inexistante",
                    "A local list whose name merely contains ESPPADOM", "Liste locale dont le nom contient ESPPADOM sans commencer par lui"),
                   bad := delivery(service=prest), "lines[1].service.codes[1]", "service",
                   delivery(service=code("APA-HRJO", "CD99_ESPPADOM_PREST", "CD99")))
    bad = delivery(service=code("", "CD99_PRESTATIONS", "CD99"))
    yield from one(13, "no-service", "info", "6, V15", "known",
                   ("A line whose only code is empty", "Ligne dont le seul code est vide", "An aid type alone is enough",
                    "Un type d'aide seul suffit"),
                   bad, "lines[1].service", bad.find("//SpecifiedCITradeProduct"), delivery(service=code("APA", "ESPPADOM_TYPE_AIDE", EDESS)))
    yield from one(20, "unknown-correction", "warning", "9", "known",
                   ("A correction code EDESS's list does not have", "Motif absent de la liste d'EDESS",
                    "A code of the list: CO2", "Motif de la liste : CO2"),
                   bad := corrected(delivery(), "ABS"), "correction_code", "correction", corrected(delivery(), "CO2"))
    yield from one(60, "partial-list", "info", "9, ESPPADOM_CADRE", "known",
                   ("A code the public part of a list does not show", "Code absent de la partie publique d'une liste",
                    "A code the public part shows", "Code de la partie publique"),
                   bad := delivery(46, care_mode=code("EXT", "ESPPADOM_CADRE", EDESS)), "lines[1].care_mode", "care_mode",
                   delivery(46, care_mode=code("MAN", "ESPPADOM_CADRE", EDESS)))
    yield from one(61, "complete-list", "warning", "9.2", "known",
                   ("A code that is not in a complete list", "Code hors d'une liste complète",
                    "The same code in a list of its own", "Le même code dans une liste à part"),
                   bad := invoice(10, subtype=code("AUTRE", "LIBE_NATURE_FACTURE", LOCAL)), "subtype_code", "subtype",
                   invoice(10, subtype=code("AUTRE", "CD99_NATURE", "CD99")))

    def several(version, second):
        root = invoice(62, 63, version=version)
        line = root.find(LINE["invoice"])
        other = line.after(line.copy())
        other.find("//LineID").text = "2"
        other.find("//BuyerOrderReferencedCIReferencedDocument/IssuerAssignedID").text = second
        other.find("//DespatchAdviceReferencedCIReferencedDocument/IssuerAssignedID").text = "DLV-0002"
        for name in ("line_total", "basis_total", "grand", "due"):
            put(at(root, name), "50.00")
        return root, other.find("//BuyerOrderReferencedCIReferencedDocument/IssuerAssignedID")
    for number, severity, version, near, en, fr in (
            (70, "warning", "1.2", several("1.2", "CMD-2026-0042"), "Two lines of one order", "Deux lignes d'une même commande"),
            (71, "info", "1.3", several("1.4", "CMD-2026-0043"), "Version 1.4 has invoices for several orders",
             "La version 1.4 permet une facture pour plusieurs commandes")):
        bad, where = several(version, "CMD-2026-0043")
        yield from one(number, "several-orders", severity, "1, versions", "known",
                       (f"An invoice of version {version} for two orders", f"Facture en version {version} pour deux commandes", en, fr),
                       bad, "lines[2].order_ref.order_id", where, near[0])


def parties():
    provider = {18: {2, 6, 7, 8, 10}}
    for number, slug, severity, bad_text, texts in (
            (11, "siret-form", "warning", "1234567090001", ("A SIRET of 13 digits", "SIRET de 13 chiffres")),
            (12, "siret-key", "info", "12345670900014", ("A SIRET with a wrong last digit", "SIRET au dernier chiffre faux"))):
        bad = delivery(party=provider, siret=bad_text)
        yield from one(number, slug, severity, "2.2, row 6", "known",
                       texts + ("A SIRET of 14 digits whose key is right", "SIRET de 14 chiffres à la clé juste"), bad, "provider.siret",
                       "siret", delivery(party=provider, siret="12345670900013"))
    # Key = (12 + 3 × (SIREN mod 97)) mod 97.
    vat = {18: {2, 7, 8, 10, 17}}
    both = {18: {2, 6, 7, 8, 10, 17}}
    field = "provider.tax_registration.id"
    yield from one(65, "vat-form", "warning", "2.2, row 17", "known",
                   ("A VAT number that is too short", "N° de TVA trop court", "A key of letters is possible", "Une clé en lettres est possible"),
                   bad := delivery(party=vat, vat="FR3012345670"), field, "vat", delivery(party=vat, vat="FRAB123456709"))
    yield from one(66, "vat-key", "warning", "2.2, row 17", "known",
                   ("A VAT number with a wrong key", "N° de TVA à la clé fausse", "The same number with its key", "Le même numéro avec sa clé"),
                   bad := delivery(party=vat, vat=f"FR{vat_key(123456709) + 1:02}123456709"), field, "vat",
                   delivery(party=vat, vat=f"FR{vat_key(123456709):02}123456709"))
    yield from one(67, "vat-siren", "warning", "2.2, rows 6 and 17", "known",
                   ("The VAT number and the SIRET of two companies", "N° de TVA et SIRET de deux entreprises",
                    "The VAT number and the SIRET of one company", "N° de TVA et SIRET d'une même entreprise"),
                   bad := delivery(party=both, vat=f"FR{vat_key(987654321):02}987654321"), field, "vat", delivery(party=both))
    bad = delivery(without=["//ShipFromCITradeParty/DefinedCITradeContact"])
    near = delivery()
    contact = near.find("//DefinedCITradeContact")
    contact.before(contact.copy()).find("TypeCode").remove()
    yield from one(77, "no-caregiver", "info", "2.2, row 10", "known",
                   ("A visit without a caregiver", "Intervention sans intervenant", "The caregiver is the second contact",
                    "L'intervenant est le deuxième contact"), bad, "provider.contacts", None, near)
    bad = delivery(without=["//OrderLineID", "//BuyerOrderReferencedCIReferencedDocument/IssuerAssignedID"])
    yield from one(75, "no-order", "info", "1, E1 and E2", "known",
                   ("A visit that names neither order nor line", "Intervention sans commande ni ligne",
                    "A visit that names the line only, as production does", "Intervention ne citant que la ligne, comme en production"),
                   bad, "order_refs", None, delivery(without=["//BuyerOrderReferencedCIReferencedDocument/IssuerAssignedID"]))
    bad, near = delivery(), delivery()
    for root, text in ((bad, "CMD-2026-0043"), (near, "CMD-2026-0042")):
        reference = root.find("//BuyerOrderReferencedCIReferencedDocument")
        reference.after(reference.copy()).find("IssuerAssignedID").text = text
    yield from one(76, "two-orders", "warning", "6, V14", MEDIUM,
                   ("A visit that names two orders", "Intervention citant deux commandes", "The same order twice", "La même commande deux fois"),
                   bad, "order_refs", None, near)
    bad, near = invoice(20, 69), invoice(20, 69)
    bad.find(LINE["invoice"] + "/SpecifiedCIILSupplyChainTradeDelivery/ShipToCITradeParty/ID").text = "B-7799"
    yield from one(113, "other-beneficiary", "warning", "5.1, rows 20 and 69", HIGH,
                   ("A line for another person than the invoice", "Ligne d'un autre bénéficiaire que la facture",
                    "A line that repeats the person of the invoice", "Ligne répétant le bénéficiaire de la facture"),
                   bad, "lines[1].beneficiary", bad.find(LINE["invoice"] + "/SpecifiedCIILSupplyChainTradeDelivery/ShipToCITradeParty"), near)


def vat_key(siren):
    return (12 + 3 * (siren % 97)) % 97


def quantities():
    where = "billed"
    field = "lines[1].billed_quantity"
    yield from one(14, "negative", "error", "8.2", MEDIUM,
                   ("A negative quantity is ordered", "Quantité commandée négative", "A quantity of 0 is ordered", "Quantité commandée nulle"),
                   bad := order(requested="-36"), "lines[1].requested_quantity", "requested", order(requested="0"))
    month = {"start": "2026-03-01T00:00:00", "end": "2026-04-02T00:00:00", "issued": "2026-04-03T09:00:00"}
    yield from one(15, "more-than-a-month", "error", "8.2", "known",
                   ("745 hours", "745 heures", "744 hours, a month of 31 days", "744 heures, un mois de 31 jours"),
                   bad := delivery(billed="745", **month), field, where, delivery(billed="744", **month))
    day = {"end": "2026-03-03T09:30:00", "arrival": "2026-03-02T09:00:00", "departure": "2026-03-03T09:30:00"}
    yield from one(16, "more-than-a-day", "warning", "8.2", "known",
                   ("A stamped visit of 24 h 30", "Intervention horodatée de 24 h 30", "A stamped visit of 24 h", "Intervention horodatée de 24 h"),
                   bad := delivery(*STAMPS, billed="24.5", **day), field, where,
                   delivery(*STAMPS, billed="24", **{**day, "end": "2026-03-03T09:00:00"}))
    yield from one(24, "less-than-retained", "info", "1, E5", "known",
                   ("45 minutes billed of a retained hour", "45 minutes facturées d'une heure retenue",
                    "Less than a minute apart", "Moins d'une minute d'écart"),
                   bad := delivery(billed="0.75"), field, where, delivery(billed="0.9916666667"))
    yield from one(25, "more-than-retained", "warning", "1, E5", MEDIUM,
                   ("90 minutes billed of a retained hour, without a reason", "90 minutes facturées d'une heure retenue, sans motif",
                    "30 seconds more than retained", "30 secondes de plus que retenu"),
                   bad := delivery(*STAMPS, billed="1.5"), field, where, delivery(*STAMPS, billed="1.0083333333"))
    yield from one(63, "unknown-unit", "warning", "9, unit", HIGH,
                   ("A unit that is not in Recommendation 20's list", "Unité hors de la recommandation 20",
                    "The same hour in minutes", "La même heure en minutes"),
                   bad := delivery(billed=hours("1", "HRS")), field, where, delivery(billed=hours("60", "MIN")))
    yield from one(64, "unit-out-of-place", "warning", "6, V21", HIGH,
                   ("A visit counted in months", "Intervention comptée en mois", "A visit counted in days", "Intervention comptée en jours"),
                   bad := delivery(billed=hours("1", "MON")), field, where, delivery(billed=hours("1", "DAY")))
    bad = order(without=["//RequestedQuantity"])
    yield from one(81, "no-volume", "warning", "3, row 59", MEDIUM,
                   ("An order without a quantity", "Commande sans quantité", "A quantity in minutes is one", "Une quantité en minutes en est une"),
                   bad, "lines[1].requested_quantity", None, order(requested=hours("2160", "MIN")))
    yield from one(82, "empty-basis", "error", "3, row 52", MEDIUM,
                   ("A tariff for 0 hours", "Tarif pour 0 heure", "A tariff for half an hour", "Tarif pour une demi-heure"),
                   bad := order(basis="0"), "lines[1].tariff_basis", "basis", order(basis="0.5"))
    yield from one(83, "units-differ", "warning", "6, V21", MEDIUM,
                   ("Pieces ordered at a tariff by the hour", "Unités commandées à un tarif horaire",
                    "Minutes ordered at a tariff by the hour", "Minutes commandées à un tarif horaire"),
                   bad := order(requested=hours("36", "C62")), "lines[1].requested_quantity", "requested",
                   order(requested=hours("36", "MIN")))


def stamps():
    bad = corrected(delivery(*STAMPS), None)
    bad.find(DEPARTURE).remove()
    near = corrected(delivery(*STAMPS), "COD")
    near.find(DEPARTURE).remove()
    yield from one(21, "no-departure", "warning", "9, ESPPADOM_EFFECTIVITY_AJUST", "known",
                   ("No stamp at departure and no reason", "Pas d'horodatage de départ et pas de motif",
                    "No stamp at departure, which COD says", "Pas d'horodatage de départ, ce que dit COD"), bad, "correction_code", None, near)
    bad = corrected(delivery(*STAMPS), "COA")
    near = corrected(delivery(*STAMPS), "COA")
    near.find(ARRIVAL).remove()
    yield from one(22, "arrival-all-the-same", "info", "9, ESPPADOM_EFFECTIVITY_AJUST", "known",
                   ("COA although the arrival is stamped", "COA alors que l'arrivée est horodatée", "COA and no stamp at arrival",
                    "COA et pas d'horodatage d'arrivée"), bad, "correction_code", "correction", near)
    bad = delivery(without=[PATHS["end"]])
    near = corrected(delivery(*STAMPS, without=[PATHS["end"]]), "HOR")
    yield from one(23, "no-end", "error", "1, HOR case", "known",
                   ("A retained period without an end", "Période retenue sans fin", "With HOR the retained period does not count",
                    "Avec HOR la période retenue ne compte pas"), bad, "retained_period", bad.find(RETAINED), near)
    near = corrected(delivery(*STAMPS), "HOR")
    near.find(DEPARTURE).remove()
    yield from one(78, "hor-without-stamps", "warning", "1, HOR case", "known",
                   ("HOR without any stamp", "HOR sans aucun horodatage", "HOR with one stamp", "HOR avec un seul horodatage"),
                   bad := corrected(delivery(), "HOR"), "correction_code", "correction", near)
    bad = delivery(*STAMPS, arrival="2026-03-02T10:00:00", departure="2026-03-02T11:00:00")
    yield from one(79, "stamps-elsewhere", "warning", "1, effective delivery", HIGH,
                   ("Stamps that begin when the retained hour ends", "Horodatages commençant à la fin de l'heure retenue",
                    "Stamps that share one second with the retained hour", "Horodatages ayant une seconde commune avec l'heure retenue"),
                   bad, "stamps", bad.find("//AdditionalReferencedCIReferencedDocument/EffectiveCISpecifiedPeriod"),
                   delivery(*STAMPS, arrival="2026-03-02T09:59:59", departure="2026-03-02T11:00:00"))


def several_messages():
    def two(**changes):
        root = document("delivery", message("delivery"), message("delivery"))
        second = root.children[1]
        second.find("CIDDHExchangedDocument/ID").text = changes.get("id", "DLV-0002")
        second.find("CIDDHExchangedDocumentContext/SpecifiedTransactionID").text = changes.get("transaction", "TG-20260315-01")
        return root
    bad = two(transaction="TG-20260315-02")
    yield from Pair(30, "two-transactions", "1, transaction number", "known", "A file with two transaction numbers",
                    "Fichier à deux numéros de transaction", "Two messages under one transaction number",
                    "Deux messages sous un numéro de transaction").cases(bad, [Finding("ESP-MSG-030", severity="warning")], two())
    bad = two(id="DLV-0001")
    near = document("delivery", message("delivery"), corrected(delivery(*STAMPS), "HOR").children[0])
    yield from one(31, "same-number", "warning", "1, create and modify", MEDIUM,
                   ("A number used twice in a file", "Numéro utilisé deux fois dans un fichier", "HOR carries the number of its visit by right",
                    "HOR porte à bon droit le numéro de son intervention"), bad, "delivery_id",
                   bad.children[1].find("CIDDHExchangedDocument/ID"), near)

    def lines(second):
        root = order(without=[])
        line = root.find(LINE["order"])
        other = line.after(line.copy())
        other.find("//LineID").text = second
        return root, other.find("//LineID")
    bad, where = lines("PLAN-7788-1")
    yield from one(40, "same-line", "error", "3, row 45", HIGH,
                   ("A line number used twice", "Numéro de ligne utilisé deux fois", "Leading zeros make another number",
                    "Des zéros de tête font un autre numéro"), bad, "lines[2].order_line_id", where, lines("PLAN-7788-01")[0])


def orders():
    bad = order(without=["//SpecifiedCIOLSupplyChainTradeAgreement"])
    yield from one(41, "no-tariff", "warning", "3, rows 48 and 51", MEDIUM,
                   ("An order line without a tariff", "Ligne de commande sans tarif", "The provider's price is enough",
                    "Le prix du prestataire suffit"), bad, "lines[1]", bad.find(LINE["order"]),
                   order(48, 49, without=["//NetPriceProductCITradePrice"]))
    yield from one(62, "currency", "error", "6, V20", HIGH,
                   ("An order in dollars", "Commande en dollars", "An order in euros", "Commande en euros"),
                   bad := order(33, currency="USD"), "currency", "currency", order(33, currency="EUR"))
    yield from one(80, "replaces-itself", "error", "1, create and modify", "known",
                   ("An order that replaces itself", "Commande se remplaçant elle-même", "A number with one zero less is another",
                    "Un numéro avec un zéro de moins est un autre"),
                   bad := order(27, previous="CMD-2026-0042"), "previous_order.id", "previous", order(27, previous="CMD-2026-042"))
    amounts = "lines[1].amounts[1]"
    yield from one(17, "percent", "error", "3, row 68", MEDIUM,
                   ("A participation of more than 100 %", "Participation de plus de 100 %", "A participation of 100 %", "Participation de 100 %"),
                   bad := order(66, 68, percent="100.01"), amounts + ".percent", "percent", order(66, 68, percent="100"))
    bad = order(66, without=["//ActualAmount"])
    yield from one(84, "nothing-said", "warning", "3, rows 68 and 70", LOW,
                   ("A participation without a percentage or an amount", "Participation sans pourcentage ni montant",
                    "A percentage is enough", "Un pourcentage suffit"), bad, amounts, bad.find("//SpecifiedCITradeAllowanceCharge"),
                   order(66, 68, without=["//ActualAmount"]))
    yield from one(85, "direction", "warning", "3, row 67", LOW,
                   ("A participation marked as a surcharge", "Participation marquée comme majoration", "A Sunday surcharge is one",
                    "Une majoration de dimanche en est une"),
                   bad := order(66, charge="true"), amounts + ".is_charge", "charge",
                   order(66, charge="true", reason=code("SUNDAY", "LIBE_MOTIF_MONTANT", LOCAL)))


def attributions():
    """Section 9.1 in its other forms."""
    for slug, listed, en, fr in (
            ("local-under-edess", ("CD99_PRESTATIONS", EDESS), "A local list under EDESS's name", "Liste locale sous le nom d'EDESS"),
            ("official-under-local", ("ESPPADOM_PRESTATIONS", "CD99"), "A local list that takes EDESS's prefix",
             "Liste locale au préfixe d'EDESS")):
        root = delivery(service=code("APA-HRJO", *listed))
        yield Case("sense", f"msg-010-{slug}", "finding", ["ESP-MSG-010"], en, fr, "messages reference, section 9.1", "known",
                   {".xml": root}, [At(10, "warning", root, "lines[1].service.codes[1]", at(root, "service"))])
    root = delivery(46, care_mode=code("FE1", "ESPPADOM_CADRE", EDESS))
    yield Case("sense", "msg-010-fe1", "finding", ["ESP-MSG-010"], "FE1, seen in a message but not in EDESS's list",
               "FE1, vu dans un message mais absent de la liste d'EDESS", "messages reference, section 9, ESPPADOM_CADRE", "known",
               {".xml": root}, [At(10, "warning", root, "lines[1].care_mode", at(root, "care_mode"))])
    root = delivery(service=code("APA-HRJO", "token", "token"))
    yield Case("sense", "msg-010-token-near-miss", "near_miss", ["ESP-MSG-010"], "The placeholder token names no list",
               "La valeur token ne nomme pas de liste", "messages reference, section 8.4", "known", {".xml": root})


def written_hours():
    """What written hours mean (section 8.2), each with a retained period as long."""
    for text, seconds in (("1.5", 5400), ("0.6333333", 2280), ("1.17", 4200), ("0.8333333333333334", 3000), ("1.255", 4518),
                          ("1.1611111111", 4180), ("1.2833333333", 4620)):
        end = 9 * 3600 + seconds
        root = delivery(billed=text, end=f"2026-03-02T{end // 3600:02}:{end // 60 % 60:02}:{end % 60:02}")
        yield Case("sense", f"hours-{text}", "row", ["section 8.2"], f"{text} hours are {seconds} seconds",
                   f"{text} heure(s) font {seconds} secondes", "messages reference, section 8.2", "known", {".xml": root},
                   facts=[{"lines": [{"seconds": seconds}]}])


def cases():
    for part in (attributions, written_hours, values, times, lists, parties, quantities, stamps, several_messages, orders):
        yield from part()
