"""What messages say of each other: every ESP-BAT finding, with several files that are one batch, and the full example.

Each entry is a batch that raises one finding and one as close to it that does not. The messages of all of them are those
of one person: the order CMD-2026-0042, the visit DLV-0001 of an hour made under it, and its invoice at 25.00."""

import pathlib

from base import LOCAL, code, hours, identifier
from case import Case, Finding
from sense import HIGH, LOW, MEDIUM, STAMPS, STRICT, corrected, delivery, graded, invoice, order, put, strictly, total

EXAMPLE = pathlib.Path(__file__).resolve().parents[2] / "tests" / "data" / "example"
OTHER_DAY = {"start": "2026-03-03T09:00:00", "end": "2026-03-03T10:00:00"}
ORDER_LINE = ["//OrderLineID"]
SEVERITY = {**{number: "info" for number in (2, 4, 6, 10, 20, 24, 32)}, **{number: "error" for number in (7, 22, 30, 31)}}


def say(number, file=None, root=None, field=None):
    """A finding of the batch, or about a field of the message in a file."""
    more = {"file": file} if file else {}
    return Finding(f"ESP-BAT-{number:03}", severity=SEVERITY.get(number, "warning"), **more, **(
        {"path": f"{root.children[0].location()}/{field}"} if root is not None else {}))


class Batch:
    """Names of files by what they hold; the names of the case stand before them."""

    def __init__(self, number, slug, section, standing, texts, near_texts, more_covers=()):
        self.number, self.slug, self.section, self.standing = number, slug, section, standing
        self.texts = {"finding": texts, "near_miss": near_texts}
        self.covers = [f"ESP-BAT-{number:03}", *more_covers]

    def case(self, kind, files, *findings):
        """`findings` are (number,) for the batch or (number, name of file, field)."""
        name = f"bat-{self.number:03}-{self.slug}" + ("-near-miss" if kind == "near_miss" else "")
        found = []
        for number, *where in findings:
            if where:
                file, field = where
                found.append(say(number, f"{name}.{file}.xml", files[file], field))
            else:
                found.append(say(number))
        case = Case("batch", name, kind, self.covers, *self.texts[kind], f"messages reference, section {self.section}",
                    self.standing, {f".{file}.xml": root for file, root in files.items()}, found)
        case.batch = True
        return case

    def cases(self, bad, findings, near, near_findings=()):
        yield self.case("finding", bad, *findings)
        if self.covers[0] in STRICT:
            case = strictly(self.case("finding", bad, *findings))
            case.findings = [graded(one) for one in case.findings]
            for one in case.findings:
                if "file" in one.more:
                    one.more = {**one.more, "file": one.more["file"].replace(".", "-strict.", 1)}
            yield case
        yield self.case("near_miss", near, *near_findings)


def visit(number="DLV-0001", **more):
    return delivery(delivery_id=number, **more)


def renumbered(root, number, issued=None, transaction=None, valid=None):
    """An order with another number, and what else changes with it."""
    root.find("//CIOHExchangedDocument/ID").text = number
    if issued:
        root.find("//IssueDateTime").text = issued
    if transaction:
        root.find("//SpecifiedTransactionID").text = transaction
    if valid:
        period = root.find("//CIOHExchangedDocument/EffectiveCISpecifiedPeriod")
        for name, text in zip(("StartDateTime", "EndDateTime"), valid):
            period.find(name).text = text
    return root


def party(root, role, value, scheme=None):
    one = root.find(f"//{role}/ID")
    put(one, identifier(value, scheme, scheme) if scheme else value)
    return root


def copies():
    first = visit()
    yield from Batch(1, "other-content", "1, create and modify", "known",
                     ("A visit sent again with another duration", "Intervention renvoyée avec une autre durée"),
                     ("Two visits of two numbers", "Deux interventions de deux numéros")).cases(
        {"order": order(), "first": first, "second": visit(billed="0.9916666667", issued="2026-03-16T09:00:00")},
        [(1, "second", "delivery_id")], {"order": order(), "first": visit(), "second": visit("DLV-0002", **OTHER_DAY)})
    yield from Batch(2, "sent-again", "1, create and modify", "known",
                     ("A visit sent again as it was, in a later batch", "Intervention renvoyée telle quelle, dans un lot ultérieur"),
                     ("A visit deleted by a message of its number", "Intervention supprimée par un message de son numéro")).cases(
        {"order": order(), "first": visit(), "second": visit(issued="2026-03-16T09:00:00", transaction="TG-20260316-01")},
        [(2, "second", "delivery_id")],
        {"order": order(), "first": visit(), "second": corrected(visit(issued="2026-03-16T09:00:00"), "SUP")})
    yield from Batch(3, "same-visit", "6, V26", MEDIUM,
                     ("The same visit under two numbers", "La même intervention sous deux numéros"),
                     ("A visit that starts when the other ends", "Intervention commençant à la fin de l'autre"), ["V26"]).cases(
        {"order": order(), "first": visit(), "second": visit("DLV-0002", start="2026-03-02T09:59:59", end="2026-03-02T10:59:59")},
        [(3, "second", "retained_period")],
        {"order": order(), "first": visit(), "second": visit("DLV-0002", start="2026-03-02T10:00:00", end="2026-03-02T11:00:00")})


def succession():
    later = {"issued": "2026-06-20T11:00:00", "transaction": "LOT-20260620-01"}

    def next_order(previous=None, **more):
        root = order(15, *([27] if previous else []), **({"previous": previous} if previous else {}))
        return renumbered(root, "CMD-2026-0043", **{**later, **more})

    yield from Batch(4, "superseded", "1, create and modify", "known",
                     ("An order that names the one it replaces", "Commande citant celle qu'elle remplace"),
                     ("The order it names is not among the files", "La commande citée n'est pas parmi les fichiers")).cases(
        {"first": order(), "second": next_order("CMD-2026-0042")}, [(4, "second", "previous_order.id")],
        {"first": order(), "second": next_order("CMD-2025-0007")})
    yield from Batch(5, "perhaps-superseded", "1, create and modify", MEDIUM,
                     ("A later order of the same plan line and days", "Commande ultérieure, même ligne de plan, mêmes jours"),
                     ("A later order that begins the day after", "Commande ultérieure commençant le lendemain")).cases(
        {"first": order(15, valid_until="2026-12-31T00:00:00"), "second": next_order()}, [(5, "second", "order_id")],
        {"first": order(15, valid_until="2026-12-31T00:00:00"),
         "second": next_order(valid=("2027-01-01T00:00:00", "2028-02-29T00:00:00"))})
    yield from Batch(6, "same-transaction", "1, create and modify", "known",
                     ("An order replaced in the batch it came in", "Commande remplacée dans le lot même"),
                     ("An order replaced in a later batch", "Commande remplacée dans un lot ultérieur")).cases(
        {"first": order(), "second": next_order("CMD-2026-0042", transaction="LOT-20260220-01")},
        [(4, "second", "previous_order.id"), (6, "second", "transaction_id")],
        {"first": order(), "second": next_order("CMD-2026-0042")}, [(4, "second", "previous_order.id")])
    yield from Batch(7, "each-other", "1, create and modify", MEDIUM,
                     ("Two orders that replace each other", "Deux commandes se remplaçant mutuellement"),
                     ("Three orders in succession", "Trois commandes successives")).cases(
        {"first": order(27, previous="CMD-2026-0043"), "second": next_order("CMD-2026-0042")},
        [(7, "second", "previous_order.id")],
        {"first": order(), "second": next_order("CMD-2026-0042"),
         "third": renumbered(order(27, previous="CMD-2026-0043"), "CMD-2026-0044", "2026-09-20T11:00:00", "LOT-20260920-01")},
        [(4, "second", "previous_order.id"), (4, "third", "previous_order.id")])


def echoes():
    yield from Batch(10, "no-order", "1, E1", "known", ("A visit and no order", "Intervention sans aucune commande"),
                     ("A visit and its order", "Intervention et sa commande")).cases(
        {"visit": visit()}, [(10,)], {"order": order(), "visit": visit()})
    bad = visit()
    bad.find("//BuyerOrderReferencedCIReferencedDocument/IssuerAssignedID").text = "CMD-2026-042"
    near = visit(without=["//BuyerOrderReferencedCIReferencedDocument/IssuerAssignedID"])
    yield from Batch(11, "unknown-order", "1, E1", "known",
                     ("A visit of an order that is not among the files", "Intervention d'une commande absente des fichiers"),
                     ("A visit that names the line only", "Intervention ne citant que la ligne")).cases(
        {"order": order(), "visit": bad}, [(11, "visit", "order_refs[1].order_id")], {"order": order(), "visit": near})
    yield from Batch(12, "other-provider", "1, E1", "known", ("A visit of another provider", "Intervention d'un autre prestataire"),
                     ("The same number, its scheme left as the placeholder token", "Même numéro, schéma laissé à la valeur token")).cases(
        {"order": order(), "visit": party(visit(), "ShipFromCITradeParty", "0512")}, [(12, "visit", "provider")],
        {"order": order(), "visit": party(visit(), "ShipFromCITradeParty", "512", "token")})
    other, aid = code("APA-HRDF", "CD99_PRESTATIONS", "CD99"), code("APA", "ESPPADOM_TYPE_AIDE", "EDESS")
    yield from Batch(13, "other-service", "1, E3", "known", ("A visit of a service that was not ordered", "Prestation non commandée"),
                     ("A visit that says the aid type only, as production does", "Intervention ne disant que le type d'aide, comme en production")).cases(
        {"order": order(), "visit": visit(service=other)}, [(13, "visit", "lines[1].service")],
        {"order": order(), "visit": visit(service=aid)})
    bad = visit()
    bad.find("//OrderLineID").text = "PLAN-7788-01"
    yield from Batch(14, "unknown-line", "1, E4", HIGH, ("A visit of a line the order does not have", "Ligne absente de la commande"),
                     ("A visit that names no line", "Intervention ne citant pas de ligne")).cases(
        {"order": order(), "visit": bad}, [(14, "visit", "lines[1].order_line_id")],
        {"order": order(), "visit": visit(without=ORDER_LINE)})
    yield from Batch(15, "outside-validity", "3, row 13", "known",
                     ("A visit the day after the order ends", "Intervention le lendemain de la fin de la commande"),
                     ("A visit on the last day of the order", "Intervention le dernier jour de la commande")).cases(
        {"order": order(15, valid_until="2026-03-01T00:00:00"), "visit": visit()}, [(15, "visit", "retained_period")],
        {"order": order(15, valid_until="2026-03-02T00:00:00"), "visit": visit()})
    april, last = order(), order()
    for root, text in ((april, "2026-04-01T00:00:00"), (last, "2026-03-31T00:00:00")):
        root.find("//CIOHExchangedDocument/EffectiveCISpecifiedPeriod/StartDateTime").text = text
    yield from Batch(16, "bill-outside-validity", "3, row 13", HIGH,
                     ("An invoice of the month before the order", "Facture du mois précédant la commande"),
                     ("An order that begins on the last day billed", "Commande commençant le dernier jour facturé")).cases(
        {"order": april, "invoice": invoice(18)}, [(16, "invoice", "billing_period"), (20,)],
        {"order": last, "invoice": invoice(18)}, [(20,)])


def bills():
    def hourly(quantity, share, *rows, **more):
        root = total(invoice(*rows, **more), share)
        put(root.find("//BilledQuantity"), hours(quantity))
        return root
    held = {"order": order(), "visit": visit()}
    yield from Batch(20, "no-visit", "1, E5", "known", ("An invoice without its visits", "Facture sans ses interventions"),
                     ("An invoice with its visit", "Facture avec son intervention")).cases(
        {"order": order(), "invoice": invoice()}, [(20,)], {**held, "invoice": invoice()})
    bad = invoice()
    bad.find("//DespatchAdviceReferencedCIReferencedDocument/IssuerAssignedID").text = "DLV-001"
    near = invoice()
    near.find("//DespatchAdviceReferencedCIReferencedDocument/IssuerAssignedID").text = " DLV-0001 "
    yield from Batch(21, "unknown-visit", "1, E5", "known", ("A visit is billed that nobody sent", "Intervention facturée mais jamais transmise"),
                     ("Blanks around an identifier do not count", "Les blancs autour d'un identifiant ne comptent pas")).cases(
        {**held, "invoice": bad}, [(21, "invoice", "lines[1].delivery_refs[1].delivery_id")], {**held, "invoice": near})
    gone = {"order": order(), "visit": corrected(visit(), "SUP")}
    yield from Batch(22, "deleted-visit", "9, ESPPADOM_EFFECTIVITY_AJUST", "known",
                     ("A deleted visit is billed", "Intervention supprimée mais facturée"),
                     ("A deleted visit is credited", "Intervention supprimée et créditée")).cases(
        {**gone, "invoice": invoice()}, [(22, "invoice", "lines[1].delivery_refs[1].delivery_id")],
        {**gone, "invoice": invoice(23)}, [(32, "invoice", "corrected_invoice.invoice_id")])
    yield from Batch(23, "more-than-delivered", "1, E5", "known", ("90 minutes billed of a visit of an hour", "90 minutes facturées d'une heure"),
                     ("One second more, from written decimals", "Une seconde de plus, due aux décimales écrites")).cases(
        {**held, "invoice": hourly("1.5", "37.50")}, [(23, "invoice", "lines[1].billed_quantity")],
        {**held, "invoice": hourly("1.0002777778", "25.00")})
    parts = hourly("0.75", "18.75")
    line = parts.find("//IncludedCIILSupplyChainTradeLineItem")
    rest = line.after(line.copy())
    rest.find("//LineID").text, rest.find("//BilledQuantity").text, rest.find("//LineTotalAmount").text = "2", "0.25", "6.25"
    for name in ("LineTotalAmount", "TaxBasisTotalAmount", "GrandTotalAmount", "DuePayableAmount"):
        parts.find(f"//SpecifiedCIIHTradeSettlementMonetarySummation/{name}").text = "25.00"
    yield from Batch(24, "less-than-delivered", "1, E5", MEDIUM, ("45 minutes billed of a visit of an hour", "45 minutes facturées d'une heure"),
                     ("The rest is billed on another line", "Le reste est facturé sur une autre ligne")).cases(
        {**held, "invoice": hourly("0.75", "18.75")}, [(24, "invoice", "lines[1].billed_quantity")], {**held, "invoice": parts})
    yield from Batch(25, "other-service", "1, E3", "known",
                     ("A service is billed that was not delivered", "Prestation facturée autre que délivrée"),
                     ("An invoice that says the aid type only", "Facture ne disant que le type d'aide")).cases(
        {**held, "invoice": invoice(service=code("APA-HRDF", "CD99_PRESTATIONS", "CD99"))}, [(25, "invoice", "lines[1].service")],
        {**held, "invoice": invoice(service=code("APA", "ESPPADOM_TYPE_AIDE", "EDESS"))})
    yield from Batch(26, "other-person", "1, E1", "known",
                     ("A visit is billed for another person", "Intervention facturée pour une autre personne"),
                     ("The same person, the scheme left as token", "La même personne, schéma laissé à token")).cases(
        {**held, "invoice": party(invoice(20), "ShipToCITradeParty", "B-7799")}, [(26, "invoice", "beneficiary")],
        {**held, "invoice": party(invoice(20), "ShipToCITradeParty", "B-7788", "token")})


def several_bills():
    held = {"order": order(), "visit": visit()}
    number = "FACT-0326-00018"
    credit = invoice(23, invoice_id="FACT-0326-00019", corrected="FACT-0326-00017", issued="2026-04-10T09:00:00")
    yield from Batch(30, "billed-twice", "1, E5", HIGH, ("A visit is billed twice to one payer", "Intervention facturée deux fois au même payeur"),
                     ("A credit note stands between the two", "Un avoir annule la première facture")).cases(
        {**held, "first": invoice(), "second": invoice(invoice_id=number)}, [(30, "second", "lines[1]")],
        {**held, "first": invoice(), "credit": credit, "second": invoice(invoice_id=number, issued="2026-04-11T09:00:00")})

    def shared(payer, share, others, **more):
        root = total(party(invoice(26, 81, **more), "PayerCITradeParty", payer), share)
        line = root.find("//SpecifiedCIILSupplyChainTradeSettlement")
        put(line.find("SpecifiedCITradeAllowanceCharge/ActualAmount"), others)
        put(line.find("SpecifiedCITradeAllowanceCharge/ReasonCode"), code("OTHER_FUNDER", "LIBE_MOTIF_MONTANT", LOCAL))
        put(line.find("SpecifiedCIILTradeSettlementMonetarySummation/AllowanceTotalAmount"), others)
        return root
    yield from Batch(31, "above-price", "1, E5", HIGH,
                     ("Two payers pay the whole price each", "Deux payeurs paient chacun le prix entier"),
                     ("Two payers share the price", "Deux payeurs se partagent le prix")).cases(
        {**held, "first": shared("CD99", "25.00", "0.00"), "second": shared("CD98", "25.00", "0.00", invoice_id=number)},
        [(31, "second", "lines[1]")],
        {**held, "first": shared("CD99", "15.00", "10.00"), "second": shared("CD98", "10.00", "15.00", invoice_id=number)})
    before = invoice(invoice_id="FACT-0226-00009")
    yield from Batch(32, "unknown-invoice", "5.1, row 55", MEDIUM,
                     ("The invoice that is completed is not among the files", "La facture complétée n'est pas parmi les fichiers"),
                     ("The invoice that is completed is there", "La facture complétée est là")).cases(
        {**held, "invoice": invoice(54)}, [(32, "invoice", "corrected_invoice.invoice_id")],
        {**held, "first": before, "second": invoice(54)})
    bad = invoice(94, 95, 96)
    bad.find("//SpecifiedCIILSupplyChainTradeSettlement/InvoiceReferencedCIReferencedDocument/LineID").text = "2"
    yield from Batch(33, "unknown-invoice-line", "5.1, row 96", LOW,
                     ("A line is corrected that the invoice does not have", "Ligne rectifiée absente de la facture"),
                     ("A line is corrected that the invoice has", "Ligne rectifiée présente dans la facture")).cases(
        {**held, "first": before, "credit": bad}, [(33, "credit", "lines[1].corrected_line.line_id")],
        {**held, "first": invoice(invoice_id="FACT-0226-00009"), "credit": invoice(94, 95, 96)})


def replacements():
    """Which of two messages of one number counts: the later by issue, whatever the order of the files; HOR never."""
    short = {"billed": "0.75", "end": "2026-03-02T09:45:00", "issued": "2026-03-16T09:00:00"}
    later = {"issued": "2026-03-16T09:00:00"}

    def case(slug, en, fr, files, *findings):
        one = Batch(0, slug, "1, create and modify", MEDIUM, (en, fr), None)
        one.covers = ["section 1: create and modify"]
        made = one.case("finding", files, *findings)
        made.name, made.kind = f"replaced-{slug}", "example"
        for each in made.findings:
            each.more = {**each.more, "file": each.more["file"].replace(f"bat-000-{slug}", made.name)}
        return made
    yield case("by-issue", "The visit issued later counts, though its file comes first",
               "L'intervention émise en dernier compte, même si son fichier est lu d'abord",
               {"order": order(), "a-late": visit(**short), "b-early": visit(), "invoice": invoice()},
               (1, "b-early", "delivery_id"), (23, "invoice", "lines[1].billed_quantity"))
    yield case("not-by-hor", "HOR does not replace the visit of its number", "HOR ne remplace pas l'intervention de son numéro",
               {"order": order(), "visit": visit(), "stamps": corrected(delivery(*STAMPS, billed="0", **later), "HOR"),
                "invoice": invoice()})
    yield case("by-deletion", "A visit that is deleted later can no longer be billed",
               "Une intervention supprimée ensuite n'est plus facturable",
               {"order": order(), "visit": visit(), "deletion": corrected(visit(**later), "SUP"), "invoice": invoice()},
               (22, "invoice", "lines[1].delivery_refs[1].delivery_id"))
    yield case("not-by-earlier-deletion", "A deletion that is older than the visit deletes nothing",
               "Une suppression antérieure à l'intervention ne supprime rien",
               {"order": order(), "deletion": corrected(visit(), "SUP"), "visit": visit(**later), "invoice": invoice()})


def example():
    """The order, the six visits and the invoice of the full example."""
    files = {f".{kind}.xml": (EXAMPLE / f"{kind}.xml").read_bytes() for kind in ("order", "delivery", "invoice")}
    case = Case("batch", "full-example", "example", ["section 11"], "The full example: an order, its visits and their invoice agree",
                "L'exemple complet : la commande, ses interventions et leur facture concordent",
                "messages reference, section 11", "known", files, [],
                documents=[{"message": kind, "wrapped": True, "version_id": "1.4"} for kind in ("order", "delivery", "invoice")])
    case.batch = True
    yield case


def cases():
    for part in (copies, succession, echoes, bills, several_bills, replacements, example):
        yield from part()
