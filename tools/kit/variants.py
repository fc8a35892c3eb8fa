"""The variants V1 to V26 a reader must accept (messages reference, section 6)."""

import copy

from base import EDESS, code, document, hours, message
from case import Case, Finding
from rows import sense
from xmltree import URIS, Element, text_of

STAMPS = [32, 33, 36, 37]


def delivery(*rows, **more):
    return document("delivery", message("delivery", rows, **more))


def order(*rows, **more):
    return document("order", message("order", rows, **more))


def invoice(*rows, **more):
    return document("invoice", message("invoice", rows, **more))


def case(number, slug, en, fr, files, findings=(), standing="known", **expected):
    if not isinstance(files, dict):
        files = {".xml": files}
    return Case("variants", f"v{number:02}-{slug}", "variant", [f"V{number}"], en, fr,
                f"messages reference, section 6, V{number}", standing, files, findings, **expected)


def with_uris(root, change):
    for name, uri in list(root.attributes.items()):
        if name.startswith("xmlns"):
            root.attributes[name] = change(uri)
    return root


def bare(root):
    (one,) = root.children
    one.attributes = {name: value for name, value in root.attributes.items() if name != "versionID"}
    one.parent = None
    return one


def renamed(root, prefixes):
    """The document with other prefixes; an empty one makes a default namespace."""
    for one in root.walk():
        one.prefix = prefixes.get(one.prefix, one.prefix)
    root.attributes = {
        ("xmlns:" + prefixes.get(name[6:], name[6:])).rstrip(":") if name.startswith("xmlns:") else name: value
        for name, value in root.attributes.items()}
    return root


def value_of(kind, rows, path, text, attributes=None, child=None):
    root = document(kind, message(kind, rows))
    one = root.find(path)
    one.text = text
    if attributes is not None:
        one.attributes = attributes
    if child:
        one.text = None
        one.add(child)
    return root, one


def namespaces():
    for kind in ("order", "delivery", "invoice"):
        for version in ("1", "3", "10"):
            root = with_uris(document(kind), lambda uri, version=version: uri.rsplit(":", 1)[0] + ":" + version)
            yield case(1, f"{kind}-version-{version}", f"{kind.upper()} with namespaces of version {version}",
                       f"{kind.upper()} avec des espaces de noms de version {version}", root, messages=[{"message_version": "1.4"}])
        yield case(2, f"{kind}-bare-root", f"{kind.upper()} without its wrapper", f"{kind.upper()} sans son enveloppe",
                   bare(document(kind)), documents=[{"message": kind, "wrapped": False, "version_id": None}],
                   messages=[{"message_version": "1.4"}])
        root = renamed(document(kind), {"ns": "ns3", "ram": "UNECE_RAM_8p0", "pie": "p", "qdt": "UNECE_QDT_8p0"})
        yield case(3, f"{kind}-other-prefixes", f"{kind.upper()} with other prefixes", f"{kind.upper()} avec d'autres préfixes",
                   root, messages=[{"transaction_id": root.find("//SpecifiedTransactionID").text}])
        root = renamed(document(kind), {"ram": ""})
        yield case(3, f"{kind}-default-namespace", f"{kind.upper()} with a default namespace",
                   f"{kind.upper()} avec un espace de noms par défaut", root,
                   messages=[{"transaction_id": root.find("//SpecifiedTransactionID").text}])
        root = document(kind)
        for party in root.walk():
            if party.name.endswith("TradeParty"):
                for one in party.walk():
                    if one is not party and one.prefix == "pie":
                        one.prefix = "who"
                        one.attributes["xmlns:who"] = URIS["pie"]
        yield case(3, f"{kind}-inner-declarations", f"{kind.upper()} with namespaces declared inside",
                   f"{kind.upper()} avec des déclarations internes", root, messages=[{"provider": {"ids": [{"value": "512"}]}}])
        root = document(kind)
        one = root.find("//SpecifiedTransactionID")
        one.prefix = "qdt"
        yield case(4, f"{kind}-other-namespace", f"{kind.upper()} with an element in another namespace of the family",
                   f"{kind.upper()} avec un élément dans un autre espace de noms", root, [Finding("ESP-XML-026", one)],
                   messages=[{"transaction_id": one.text}])
        root = document(kind)
        head = root.children[0]
        head.children[0].name = "CIExchangedDocumentContext"
        head.children[1].name = "CIExchangedDocument"
        head.children[2].name = "CISupplyChainTradeTransaction"
        for one in head.walk():
            for mark in ("CIOH", "CIOL", "CIDDH", "CIDDL", "CIIH", "CIIL"):
                if mark in one.name and not one.name.endswith("MonetarySummation"):
                    one.name = one.name.replace(mark, "CI")
        yield case(5, f"{kind}-names-without-marks", f"{kind.upper()} with names without H and L marks",
                   f"{kind.upper()} avec des noms sans marques H et L", root, messages=[{"message_version": "1.4", "lines": [{}]}])


def tolerated():
    for profile in ("lenient", "strict"):
        root = delivery()
        parent = root.find("//VersionID").remove().parent
        one = case(6, f"missing-{profile}", f"A missing mandatory element, profile {profile}",
                   f"Élément obligatoire absent, profil {profile}", root, [Finding("ESP-XML-020", parent)],
                   messages=[{"transaction_id": "TG-20260315-01"}])
        one.profile = profile
        yield one
        root = delivery()
        line = root.find("//OrderLineID") if False else root.find("//LineID")
        first = root.find("//VersionID").remove()
        first.parent.add(first)
        one = case(8, f"order-{profile}", f"Elements out of order, profile {profile}",
                   f"Éléments dans un autre ordre, profil {profile}", root, [Finding("ESP-XML-023", first)],
                   messages=[{"message_version": "1.4", "lines": [{"line_id": line.text}]}],
                   writes={"round_trip": "same", "canonical": delivery()})
        one.profile = profile
        yield one
        root, one = value_of("delivery", [], "//BilledQuantity", "1,00")
        found = case(22, f"comma-{profile}", f"A decimal comma, profile {profile}", f"Virgule décimale, profil {profile}", root,
                     [Finding("ESP-XML-033", one)], facts=[{"lines": [{"seconds": 3600}]}])
        found.profile = profile
        yield found
    root = delivery()
    beneficiary = root.find("//ShipToCITradeParty")
    odd = beneficiary.children[1].before(Element("pie", "Language", "fr"))
    beneficiary.find("Name").attributes["lang"] = "fr"
    yield case(7, "unknown", "Unknown elements and attributes are kept and written back",
               "Éléments et attributs inconnus conservés et réécrits", root,
               [Finding("ESP-XML-021", odd), Finding("ESP-XML-022", beneficiary.find("Name"))], writes={"round_trip": "same"})
    root = delivery(*STAMPS)
    event = root.find("//ActualDespatchCISupplyChainEvent")
    text, attributes = code("", "ESPPADOM_EFFECTIVITY_AJUST", EDESS)
    event.add(Element("ram", "TypeCode", text, attributes), 0)
    yield case(9, "empty-type-code", "An empty TypeCode says: no correction", "Un TypeCode vide signifie : pas de correction",
               root, facts=[{"correction": ""}], writes={"round_trip": "same", "canonical": delivery(*STAMPS)})
    root = delivery()
    yield case(10, "settlement-empty", "An empty settlement", "Règlement vide", root, messages=[{"lines": [{}]}])
    root = delivery()
    root.find("//ApplicableCIDDHSupplyChainTradeSettlement").remove()
    yield case(10, "settlement-absent", "No settlement", "Règlement absent", root, messages=[{"lines": [{}]}],
               writes={"round_trip": "same", "canonical": delivery()})
    for slug, text, date in (("datetime", "1938-07-21T00:00:00", "1938-07-21"), ("date", "1938-07-21", "1938-07-21"),
                             ("hour", "1938-07-21T14:30:00", "1938-07-21"), ("empty", "", None)):
        root = delivery(party={17: {2, 5}})
        root.find("//BirthDate").text = text
        yield case(11, f"birth-date-{slug}", f"A birth date written “{text}”", f"Date de naissance écrite « {text} »", root,
                   messages=[{"beneficiary": {"birth_date": date}}], writes={"round_trip": "same"})


def times():
    for slug, text in (("zulu", "2026-03-02T08:00:00Z"), ("offset", "2026-03-02T10:00:00+02:00"),
                       ("fraction", "2026-03-02T09:00:00.000"), ("no-seconds", "2026-03-02T09:00")):
        root, one = value_of("delivery", [], "//OccurrenceCISpecifiedPeriod/StartDateTime", text)
        yield case(12, slug, f"A time written {text}", f"Heure écrite {text}", root, [Finding("ESP-XML-032", one)],
                   messages=[{"retained_period": {"start": "2026-03-02T09:00:00"}}], writes={"round_trip": "same"})
    root, one = value_of("order", [], "//EffectiveCISpecifiedPeriod/StartDateTime", "2026-03-01")
    yield case(12, "date-only", "A date alone", "Date seule", root, [Finding("ESP-XML-032", one)],
               messages=[{"validity_period": {"start": "2026-03-01T00:00:00"}}], writes={"round_trip": "same"})
    for form, text, start in (("102", "20260302", "2026-03-02T00:00:00"), ("203", "202603020900", "2026-03-02T09:00:00"),
                              ("204", "20260302090000", "2026-03-02T09:00:00")):
        child = Element("qdt", "DateTimeString", text, {"format": form})
        root, one = value_of("order", [], "//EffectiveCISpecifiedPeriod/StartDateTime", None, child=child)
        yield case(12, f"format-{form}", f"A DateTimeString of format {form}", f"DateTimeString au format {form}", root,
                   [Finding("ESP-XML-032", one)], messages=[{"validity_period": {"start": start}}],
                   writes={"round_trip": "same"})
    root, one = value_of("order", [15], "//EffectiveCISpecifiedPeriod/EndDateTime", "2028-02-29T23:59:59")
    yield case(12, "last-second", "A period that ends at 23:59:59", "Période finissant à 23:59:59", root,
               [Finding("ESP-MSG-005", root.children[0], "validity_period")], standing="inferred (medium)",
               messages=[{"validity_period": {"end": "2028-02-29T23:59:59"}}])
    root = delivery(*STAMPS)
    for one in root.find("//EffectiveCISpecifiedPeriod").children:
        one.prefix = "qdt"
    root.find("//OccurrenceCISpecifiedPeriod/StartDateTime").prefix = "ram"
    yield case(13, "start-in-ram-or-qdt", "Start and end in ram or qdt", "Début et fin en ram ou en qdt", root,
               messages=[{"retained_period": {"start": "2026-03-02T09:00:00"},
                          "stamps": {"arrival": {"certified_at": "2026-03-02T09:01:12"}}}], writes={"round_trip": "same"})
    root = delivery(28)
    stamps = root.find("//EffectiveCISpecifiedPeriod")
    for one in stamps.children:
        one.text, one.children = one.children[0].text, []
    yield case(13, "stamp-without-certified", "A stamp directly in StartDateTime", "Horodatage directement dans StartDateTime",
               root, messages=[{"stamps": {"arrival": {"certified_at": "2026-03-02T09:01:12"},
                                           "departure": {"certified_at": "2026-03-02T10:02:47"}}}], writes={"round_trip": "same"})


def repetitions():
    root = delivery(12)
    reference = root.find("//BuyerOrderReferencedCIReferencedDocument")
    reference.after(reference.copy()).find("IssuerAssignedID").text = "CMD-2026-0043"
    yield case(14, "order-references", "Several order references are all kept, in order",
               "Plusieurs références de commande, toutes conservées", root,
               messages=[{"order_refs": [{"order_id": "CMD-2026-0042"}, {"order_id": "CMD-2026-0043"}]}],
               writes={"round_trip": "same"})
    for kind in ("order", "invoice"):
        root = document(kind, message(kind, [34 if kind == "order" else 26]))
        payer = root.find("//PayerCITradeParty")
        second = payer.after(payer.copy())
        yield case(14, f"payers-{kind}", f"A second payer of an {kind.upper()} is kept, in order",
                   f"Second payeur de {kind.upper()} conservé, dans l'ordre", root, [Finding("ESP-XML-060", second, severity="warning")],
                   messages=[{"payer": {"ids": [{"value": "CD99"}]}}], writes={"round_trip": "same"})


def codes():
    for slug, codes_, service, aid, findings in (
            ("aid-type-only", [code("APA", "ESPPADOM_TYPE_AIDE", EDESS)], "", "APA", False),
            ("local-only", [code("APA-HRJO", "CD99_PRESTATIONS", "CD99")], "APA-HRJO", "", False),
            ("both", [code("APA-HRJO", "CD99_PRESTATIONS", "CD99"), code("APA", "ESPPADOM_TYPE_AIDE", EDESS)], "APA-HRJO", "APA",
             False),
            ("empty", [code("", "ESPPADOM_TYPE_AIDE", EDESS)], "", "", True)):
        root = delivery()
        product = root.find("//SpecifiedCITradeProduct")
        product.children = []
        for text, attributes in codes_:
            product.add(Element("qdt", "ID", text, attributes))
        found = [Finding("ESP-MSG-013", root.children[0], "lines[1].service")] if findings else []
        usual = {"usual_form_findings": [{"code": "ESP-MSG-050"}], "usual_form": [{"message": {"lines": [{"service": {"codes": None}}]}}]}
        yield case(15, slug, f"Product identifiers: {slug}", f"Identifiants de prestation : {slug}", root, found,
                   facts=[{"lines": [{"service_code": service, "aid_type": aid}]}], **(usual if findings else {}))
    for path, text, field in (("//CadreIntervention", "FE1", {"lines": [{"care_mode": {"value": "FE1"}}]}),):
        root, one = value_of("delivery", [46], path, text, {"listID": "CADRE_LOCAL", "listAgencyName": "CD99"})
        yield case(24, "care-mode", "An unknown code is read and not refused", "Code inconnu lu et non refusé", root,
                   messages=[field], writes={"round_trip": "same"})


def sums():
    lines = {"//SpecifiedCIIHTradeSettlementMonetarySummation/DuePayableAmount": "21.60"}
    root = invoice()
    for path, text in lines.items():
        root.find(path).text = text
    yield case(16, "gross-totals", "Totals before participation, only the amount due is net",
               "Totaux avant participation, seul le net à payer est net", root,
               [Finding("ESP-MSG-042", root.children[0], "due_payable")], standing="inferred (medium)",
               usual_form=[{"totals": "gross", "participation": "3.40"}], usual_form_findings=[{"code": "ESP-MSG-050"}])
    root = invoice(52)
    values = {"TotalPrepaidAmount": "3.40", "DuePayableAmount": "21.60"}
    for name, text in values.items():
        root.find(f"//SpecifiedCIIHTradeSettlementMonetarySummation/{name}").text = text
    yield case(16, "prepaid", "A participation as an advance already paid", "Participation portée en acompte", root,
               standing="inferred (medium)", usual_form=[{"totals": "net", "participation": "0.00"}], usual_form_findings=[])

    root = invoice()
    line = root.find("//IncludedCIILSupplyChainTradeLineItem")
    less = copy.deepcopy(line)
    less.parent = line.parent
    less.find("//AssociatedCIILDocumentLineDocument/LineID").text = "2"
    less.find("//BilledQuantity").text = "-1"
    for one in less.walk():
        if one.name.endswith("Amount") and one.name != "ChargeAmount":
            one.text = "-3.40"
    for reference in [one for one in less.walk() if "DespatchAdvice" in one.name]:
        reference.parent.children.remove(reference)
    line.parent.children.insert(line.parent.children.index(line) + 1, less)
    for name in ("LineTotalAmount", "TaxBasisTotalAmount", "GrandTotalAmount", "DuePayableAmount"):
        root.find(f"//SpecifiedCIIHTradeSettlementMonetarySummation/{name}").text = "21.60"
    yield case(16, "negative-line", "A participation as a negative line", "Participation en ligne négative", root,
               [Finding("ESP-MSG-043", root.children[0], "due_payable"), Finding("ESP-MSG-114", root.children[0], "lines", severity="info")],
               standing="inferred (medium)", usual_form=[{"totals": "negative_lines", "participation": "3.40"}],
               usual_form_findings=[{"code": "ESP-MSG-050"}])

    def negative(type_code):
        root = invoice()
        root.find("//CIIHExchangedDocument/TypeCode").text = type_code
        for one in root.walk():
            if one.name == "BilledQuantity" or (one.name.endswith("Amount") and one.name != "ChargeAmount"):
                one.text = "-" + one.text
        return root

    for type_code in ("380", "381"):
        root = negative(type_code)
        yield case(17, f"negative-{type_code}", f"Type {type_code} with negative amounts is a credit note",
                   f"Type {type_code} à montants négatifs : un avoir", root,
                   [Finding("ESP-MSG-043", root.children[0], "due_payable")], standing="inferred (medium)",
                   usual_form=[{"message": {"type_code": "381", "due_payable": {"value": "25.00"},
                                            "lines": [{"funder_share": {"value": "25.00"}}]}}],
                   usual_form_findings=[{"code": "ESP-MSG-050"}])
    root = invoice()
    second = root.find("//IncludedCIILSupplyChainTradeLineItem")
    second = second.after(second.copy())
    second.find("//LineID").text = "2"
    second.find("//LineTotalAmount").text = "-5.00"
    second.find("//BilledQuantity").text = "-0.2"
    for name in ("LineTotalAmount", "TaxBasisTotalAmount", "GrandTotalAmount", "DuePayableAmount"):
        root.find(f"//SpecifiedCIIHTradeSettlementMonetarySummation/{name}").text = "20.00"
    yield case(17, "mixed-signs", "Mixed signs are kept and told", "Signes mêlés : conservés et signalés", root,
               [Finding("ESP-MSG-043", root.children[0], "due_payable")], standing="inferred (medium)",
               usual_form=[{"message": {"type_code": "380"}}], usual_form_findings=[{"code": "ESP-MSG-043"}])
    for type_code in ("380", "383", "384"):
        root = invoice(54)
        root.find("//CIIHExchangedDocument/TypeCode").text = type_code
        root.find("//SubtypeCode").remove()
        yield case(18, f"supplementary-{type_code}", f"A supplementary invoice of type {type_code}",
                   f"Facture complémentaire de type {type_code}", root, standing="inferred (medium)",
                   usual_form=[{"message": {"type_code": "380", "subtype_code": {"value": "COMPLEMENTAIRE"}}}],
                   usual_form_findings=[{"code": "ESP-MSG-050"}])
    root = invoice(70, 72)
    reference = root.find("//DespatchAdviceReferencedCIReferencedDocument")
    reference.name = "AdditionalReferencedCIReferencedDocument"
    yield case(19, "additional-references", "Delivery references as additional documents",
               "Références de délivrance en documents additionnels", root,
               messages=[{"lines": [{"delivery_refs": [{"delivery_id": "DLV-0001"}]}]}], writes={"round_trip": "same"})


def forms():
    for name in ("ApplicablePercent", "RateApplicablePercent"):
        root = invoice(27, 31)
        rate = root.find("//ApplicableCITradeTax/CalculatedRate")
        rate.name = name
        yield case(20, f"rate-{name.lower()}", f"A tax rate as {name}", f"Taux de TVA en {name}", root,
                   messages=[{"taxes": [{"rate": "0"}]}], writes={"round_trip": "same"})
    for text, value in (("1", True), ("0", False)):
        root = order(66)
        one = root.find("//ChargeIndicator")
        one.text = text
        yield case(20, f"indicator-{text}", f"An indicator written {text}", f"Indicateur écrit {text}", root,
                   [Finding("ESP-XML-036", one)], messages=[{"lines": [{"amounts": [{"is_charge": value}]}]}],
                   writes={"round_trip": "same"})
    root = order(66)
    one = root.find("//ChargeIndicator")
    one.text = None
    one.add(Element("qdt", "Indicator", "false"))
    yield case(20, "indicator-child", "An indicator in an element of its own", "Indicateur dans un élément fils", root,
               [Finding("ESP-XML-036", one)], messages=[{"lines": [{"amounts": [{"is_charge": False}]}]}])
    root = invoice()
    one = root.find("//DuePayableAmount")
    one.attributes = {"currencyCode": "EUR"}
    yield case(20, "currency-code", "An amount with currencyCode", "Montant avec currencyCode", root,
               [Finding("ESP-XML-036", one)], messages=[{"due_payable": {"value": "25.00", "currency": "EUR"}}])
    root = invoice()
    root.find("//DuePayableAmount").attributes = {}
    yield case(20, "no-currency", "An amount without currency is in euros", "Montant sans devise : en euros", root,
               messages=[{"due_payable": {"value": "25.00"}}])
    for unit, text, seconds in (("MIN", "60", 3600), ("C62", "1", None), ("DAY", "1", None)):
        root, one = value_of("delivery", [], "//BilledQuantity", *hours(text, unit))
        yield case(21, f"unit-{unit.lower()}", f"A quantity in {unit}", f"Quantité en {unit}", root,
                   facts=[{"lines": [{"seconds": seconds}]}], messages=[{"lines": [{"billed_quantity": {"value": text, "unit_code": unit}}]}])
    root, one = value_of("order", [], "//RequestedQuantity", *hours("1", "MON"))
    yield case(21, "unit-mon", "A quantity in months is kept", "Quantité en mois conservée", root,
               facts=[{"lines": [{"seconds": None}]}])
    root, one = value_of("delivery", [], "//BilledQuantity", "1", {})
    yield case(21, "unit-absent", "A quantity without unit counts hours", "Quantité sans unité : des heures", root,
               [Finding("ESP-XML-037", one)], facts=[{"lines": [{"seconds": 3600}]}])
    root, one = value_of("invoice", [], "//DuePayableAmount", "25,00")
    yield case(22, "comma-amount", "An amount with a decimal comma", "Montant à virgule décimale", root,
               [Finding("ESP-XML-033", one)], messages=[{"due_payable": {"value": "25.00"}}])
    root = invoice()
    for one in root.walk():
        if one.text == "25.00" and one.name != "ChargeAmount":
            one.text = "1250.00"
    root.find("//BilledQuantity").text = "50"
    one = root.find("//DuePayableAmount")
    one.text = "1 250.00"
    yield case(22, "thousands", "An amount with blanks between thousands", "Montant à milliers séparés", root,
               [Finding("ESP-XML-033", one)], messages=[{"due_payable": {"value": "1250.00"}}])


def visits():
    root = delivery()
    root.find("//ActualDespatchCISupplyChainEvent/TypeCode").remove()
    root.find("//CIDDHExchangedDocument/IssueDateTime").text = "2026-02-25T12:00:00"
    yield case(25, "planned", "A DELIVERY sent before the visit", "DELIVERY envoyé avant l'intervention", root,
               standing="inferred (low)", facts=[{"planned": True}])
    first, second = message("delivery", [7, *STAMPS], {18: {2, 7, 8, 10}}), message("delivery", [7, *STAMPS], {18: {2, 7, 8, 10}})
    second.find("CIDDHExchangedDocument/ID").text = "DLV-0002"
    root = document("delivery", first, second)
    yield case(26, "two-ids", "The same visit under two numbers: both are kept",
               "La même intervention sous deux numéros : les deux sont conservées", root,
               messages=[{"delivery_id": "DLV-0001"}, {"delivery_id": "DLV-0002"}])


def encoded():
    for name, codec in (("ISO-8859-1", "iso-8859-1"), ("ISO-8859-15", "iso-8859-15"), ("windows-1252", "cp1252"),
                        ("UTF-8", "utf-8"), ("UTF-16", "utf-16")):
        for kind in ("order", "delivery", "invoice"):
            root = document(kind)
            text = text_of(root, f'<?xml version="1.0" encoding="{name}"?>\n')
            yield Case("encodings", f"{kind}-{name.lower()}", "encoding", ["V23", f"encoding:{name}"],
                       f"{kind.upper()} in {name}", f"{kind.upper()} en {name}", "messages reference, sections 6 (V23) and 8.3",
                       "known", {".xml": text.encode(codec)}, messages=[{"ordering_party": {"name": "Département exemple"}}]
                       if kind != "delivery" else [{"transaction_id": "TG-20260315-01"}])
    root = delivery(party={18: {2}})
    root.find("//ShipFromCITradeParty/Name").text = "L'œuvre – « Été » 10 €"
    for name, codec, bom in (("utf-8-bom", "utf-8", b"\xef\xbb\xbf"), ("utf-16-le-bom", "utf-16-le", b"\xff\xfe"),
                             ("utf-16-be-bom", "utf-16-be", b"\xfe\xff"), ("windows-1252-punctuation", "cp1252", b"")):
        declared = {"cp1252": "windows-1252"}.get(codec, codec.upper().removesuffix("-LE").removesuffix("-BE"))
        text = text_of(root, f'<?xml version="1.0" encoding="{declared}"?>\n')
        yield Case("encodings", name, "encoding", ["V23", f"encoding:{name}"], f"Accents and signs, {name}",
                   f"Accents et signes, {name}", "messages reference, sections 6 (V23) and 8.3", "known",
                   {".xml": bom + text.encode(codec)}, messages=[{"provider": {"name": "L'œuvre – « Été » 10 €"}}])
    text = text_of(root, "")
    yield Case("encodings", "utf-8-undeclared", "encoding", ["V23", "encoding:UTF-8"], "UTF-8 without a declaration",
               "UTF-8 sans déclaration", "messages reference, section 8.3", "known", {".xml": text},
               messages=[{"provider": {"name": "L'œuvre – « Été » 10 €"}}])


def cases():
    for part in (namespaces, tolerated, times, repetitions, codes, sums, forms, visits, encoded):
        yield from part()


__all__ = ["cases", "sense"]
