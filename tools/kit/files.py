"""What can be wrong with a file: ESP-XML and ESP-JSON, each beside a near miss that is fine."""

import json

from base import document, message
from case import Case, Finding
from variants import delivery
from xmltree import text_of

# A visit in the JSON form.
DELIVERY = {"message_version": "1.4", "transaction_id": "T", "delivery_id": "DLV-0001", "issued_at": "2026-03-15T18:15:00",
            "beneficiary": {"ids": [{"value": "B-7788"}]}, "provider": {"ids": [{"value": "512"}]},
            "retained_period": {"start": "2026-03-02T09:00:00", "end": "2026-03-02T10:00:00"},
            "lines": [{"line_id": "1", "billed_quantity": {"value": "1", "unit_code": "HUR"}, "service": {"codes": ["APA"]}}]}


def pair(number, slug, en, fr, bad, findings, good, good_findings=(), area="files", family="XML", name=".xml"):
    code = f"ESP-{family}-{number:03}"
    source = "messages reference, sections 6 to 8" if family == "XML" else "JSON form of the messages (RFC 8259)"
    base = f"{family.lower()}-{number:03}-{slug}"
    yield Case(area, base, "finding", [code], en, fr, source, "known", {name: bad}, findings)
    yield Case(area, base + "-near-miss", "near_miss", [code], f"Near miss: {en[0].lower()}{en[1:]}",
               f"De justesse : {fr[0].lower()}{fr[1:]}", source, "known", {name: good}, good_findings)


def raw(code, severity="error", **more):
    return Finding(code, severity=severity, **more)


def xml():
    good = text_of(delivery())
    yield from pair(2, "empty", "An empty file", "Fichier vide", b"", [raw("ESP-XML-002")], good)
    yield from pair(3, "not-xml", "Text that is not XML", "Texte qui n'est pas du XML", "delivery;DLV-0001\n", [raw("ESP-XML-003")],
                    "\n  " + text_of(delivery(), ""))
    yield from pair(4, "malformed", "An attribute without quotes", "Attribut sans guillemets",
                    good.replace('unitCode="HUR"', "unitCode=HUR"), [raw("ESP-XML-004")],
                    good.replace('unitCode="HUR"', "unitCode='HUR'"))
    yield from pair(5, "cut-short", "A file that was cut short", "Fichier coupé",
                    good[:good.index("<ram:BilledQuantity")], [raw("ESP-XML-005")], good.rstrip("\n"))
    yield from pair(6, "wrong-root", "A root that is no message", "Racine qui n'est pas un message",
                    '<?xml version="1.0"?>\n<report/>\n', [raw("ESP-XML-006")], good.replace("<ns:", "<m:").replace("</ns:", "</m:").replace("xmlns:ns=", "xmlns:m="))
    doctype = good.replace("?>\n", '?>\n<!DOCTYPE ns:delivery [<!ENTITY e "x">]>\n', 1)
    yield from pair(7, "doctype", "A document type declaration is not read", "Déclaration DOCTYPE refusée", doctype,
                    [raw("ESP-XML-007")], good.replace("?>\n", "?>\n<!-- DOCTYPE -->\n", 1))
    yield from pair(8, "encoding", "An unknown encoding", "Encodage inconnu",
                    good.replace("utf-8", "ebcdic-cp-fr", 1), [raw("ESP-XML-008")], good.replace("utf-8", "UTF-8", 1))
    accents = text_of(delivery(party={18: {2}})).replace("SAAD Exemple", "Été")
    yield from pair(9, "invalid-characters", "Bytes that are no characters of the encoding", "Octets hors de l'encodage",
                    accents.encode("latin-1"), [raw("ESP-XML-009")], accents)
    deep = delivery()
    line = deep.find("//LineID")
    for depth, name in ((70, "bad"), (40, "good")):
        copy = delivery()
        where = copy.find("//IncludedCIDDLSupplyChainTradeLineItem")
        where.children[-1].raw = "<x>" * depth + "</x>" * depth
        if name == "bad":
            bad = text_of(copy)
        else:
            fine, odd = text_of(copy), where.children[-1]
    yield from pair(11, "too-deep", "Elements nested too deep", "Imbrication trop profonde", bad, [raw("ESP-XML-011")], fine,
                    [raw("ESP-XML-021", "info")])
    named = text_of(delivery(party={18: {2}}))
    yield from pair(12, "ampersand", "An ampersand that is no entity", "Esperluette qui n'est pas une entité",
                    named.replace("SAAD Exemple", "Aide & Soins"), [raw("ESP-XML-012")],
                    named.replace("SAAD Exemple", "Aide &amp; Soins"))
    yield from pair(13, "after-root", "Content after the end of the root", "Contenu après la fin de la racine",
                    good + "<again/>\n", [raw("ESP-XML-013")], good + "<!-- end -->\n")
    none = delivery()
    none.children = []
    yield from pair(15, "no-message", "A file without a message", "Fichier sans message", none,
                    [raw("ESP-XML-015", "warning")], good)
    yield from pair(16, "unbalanced", "An end tag that closes another element", "Balise fermante d'un autre élément",
                    good.replace("</ram:LineID>", "</ram:LineNo>"), [raw("ESP-XML-016")], good.replace("</ram:LineID>", "</ram:LineID >"))
    plain = text_of(delivery())
    yield from pair(61, "other-encoding", "UTF-16 is declared, the bytes are UTF-8", "UTF-16 déclaré, octets en UTF-8",
                    plain.replace("utf-8", "UTF-16", 1), [raw("ESP-XML-061", "warning")],
                    b"\xef\xbb\xbf" + plain.replace("utf-8", "UTF-8", 1).encode("utf-8"))
    twice, apart = document("order", message("order", [34])), document("order", message("order", [34, 65]))
    payer = twice.find("//PayerCITradeParty")
    yield from pair(60, "two-payers", "Two payers in one place", "Deux payeurs au même endroit", twice,
                    [Finding("ESP-XML-060", payer.after(payer.copy()), severity="warning")], apart)
    root = delivery()
    block = root.find("//CIDDHExchangedDocument")
    block.raw = "DLV"
    commented = delivery()
    commented.find("//CIDDHExchangedDocument").raw = "<!-- DLV -->"
    yield from pair(25, "text", "Text where only elements are expected", "Texte là où seuls des éléments sont attendus", root,
                    [Finding("ESP-XML-025", block)], commented)
    for number, slug, en, fr, wrong, near, near_findings, after in (
            (31, "no-such-date", "A date that is not in the calendar", "Date absente du calendrier", "2026-02-30T09:00:00",
             "2026-03-02T09:00:00", [], True),
            (34, "spring-gap", "A time the clock skips in spring", "Heure sautée au printemps", "2026-03-29T02:30:00",
             "2026-03-29T01:59:59", None, False)):
        root, fine = delivery(24), delivery(24)
        for tree, text in ((root, wrong), (fine, near)):
            start = tree.find("//PlannedDeliveryCISupplyChainEvent/OccurrenceCISpecifiedPeriod/StartDateTime")
            start.text = text
            if not after:
                tree.find("//PlannedDeliveryCISupplyChainEvent/OccurrenceCISpecifiedPeriod/EndDateTime").text = "2026-03-29T04:00:00"
        one = root.find("//PlannedDeliveryCISupplyChainEvent/OccurrenceCISpecifiedPeriod/StartDateTime")
        yield from pair(number, slug, en, fr, root, [Finding(f"ESP-XML-{number:03}", one)], fine, near_findings or [])
    root, fine = document("invoice"), document("invoice")
    one = root.find("//DuePayableAmount")
    one.text, fine.find("//DuePayableAmount").text = "25.001", "25.000"
    yield from pair(35, "decimals", "An amount with a third decimal", "Montant à trois décimales", root,
                    [Finding("ESP-XML-035", one), Finding("ESP-MSG-042", root.children[0], "due_payable")], fine)
    root = document("order", message("order", [15]))
    one = root.find("//EffectiveCISpecifiedPeriod/EndDateTime")
    one.text = ""
    yield from pair(38, "empty-value", "An empty optional date counts as absent", "Date facultative vide : absente", root,
                    [Finding("ESP-XML-038", one)], document("order"))


def json_form():
    good = DELIVERY

    def text(**changes):
        return json.dumps({**good, **changes}, indent=1) + "\n"

    def one(number, slug, en, fr, bad, path=None, profile="strict", severity="error"):
        found = raw(f"ESP-JSON-{number:03}", severity, **({"path": path} if path else {}))
        cases = list(pair(number, slug, en, fr, bad, [found], text(), family="JSON", name=".delivery.json"))
        for case in cases:
            case.profile = profile
        return cases

    yield from one(1, "syntax", "A text that is not JSON", "Texte qui n'est pas du JSON", text()[:-3])
    yield from one(2, "type", "A number where a text is expected", "Nombre au lieu d'un texte", text(delivery_id=17), "/delivery_id")
    yield from one(3, "unknown-key", "An unknown key", "Clé inconnue", text(colour="red"), "/colour")
    yield from one(4, "kept-key", "An unknown key, read leniently", "Clé inconnue, lecture tolérante", text(colour="red"),
                   "/colour", "lenient", "warning")
    yield from one(5, "duplicate-key", "A key twice", "Clé en double",
                   text().replace('"delivery_id"', '"delivery_id": "DLV-0001",\n "delivery_id"'), "/delivery_id")
    yield from one(6, "bad-value", "A date that is none", "Date qui n'en est pas une", text(issued_at="yesterday"), "/issued_at")
    short = dict(good)
    del short["delivery_id"]
    yield from one(8, "missing-key", "A key that is missing", "Clé absente", json.dumps(short))
    deep = "[" * 70 + "]" * 70
    deepest = list(one(11, "too-deep", "Lists nested too deep", "Listes trop imbriquées",
                       text().replace('"delivery_id"', f'"colour": {deep},\n "delivery_id"'), None, "lenient"))
    deepest[0].covers = ["ESP-JSON-011"]  # that the key is unknown is not told beside it: one cause, one finding
    deepest[1].files = {".delivery.json": text().replace('"delivery_id"', f'"colour": {"[" * 60 + "]" * 60},\n "delivery_id"')}
    deepest[1].findings = [raw("ESP-JSON-004", "warning", path="/colour")]
    yield from deepest


def near_misses():
    """What is as close as can be to what the cases of rows and variants say of an element, and right."""
    def near(number, slug, en, fr, root):
        source = "messages reference, sections 2 to 8"
        return Case("files", f"xml-{number:03}-{slug}-near-miss", "near_miss", [f"ESP-XML-{number:03}"], f"Near miss: {en}",
                    f"De justesse : {fr}", source, "known", {".xml": root}, [])

    yield near(20, "optional", "what is optional may be missing", "ce qui est facultatif peut manquer", document("order"))
    root = delivery()
    root.find("//CIDDHExchangedDocument").raw = "<!-- <ram:Language>fr</ram:Language> -->"
    yield near(21, "comment", "an unknown element in a comment is none", "un élément inconnu en commentaire n'en est pas un", root)
    root = delivery()
    root.find("//LineID").attributes["xmlns:x"] = "urn:example:x"
    yield near(22, "declaration", "a namespace declaration is no attribute", "une déclaration d'espace de noms n'est pas un attribut", root)
    root = delivery()
    reference = root.find("//BuyerOrderReferencedCIReferencedDocument")
    reference.after(reference.copy())
    yield near(23, "side-by-side", "repeated elements side by side are in order", "des éléments répétés côte à côte sont dans l'ordre", root)
    root = delivery()
    contact = root.find("//DefinedCITradeContact")
    contact.after(contact.copy())
    yield near(24, "repeatable", "an element that may repeat", "un élément qui peut se répéter", root)
    root = delivery()
    one = root.find("//LineID")
    one.prefix = "again"
    one.attributes["xmlns:again"] = root.attributes["xmlns:ram"]
    yield near(26, "prefix", "another prefix for the same namespace", "un autre préfixe pour le même espace de noms", root)
    for number, slug, text, en, fr in ((30, "blanks", " 1 ", "a number with blanks around it", "un nombre entouré de blancs"),
                                       (33, "point", "1.00", "a decimal point", "un point décimal")):
        root = delivery()
        root.find("//BilledQuantity").text = text
        yield near(number, slug, en, fr, root)
    root = delivery()
    root.find("//OccurrenceCISpecifiedPeriod/StartDateTime").text = " 2026-03-02T09:00:00\n"
    yield near(32, "blanks", "a time in the usual form with blanks around it", "une heure de forme usuelle entourée de blancs", root)
    yield near(36, "true-false", "an indicator written in letters", "un indicateur écrit en lettres",
               document("order", message("order", [66])))
    yield near(37, "unit", "a quantity with its unit", "une quantité avec son unité", delivery())


def cases():
    yield from xml()
    yield from near_misses()
    yield from json_form()
