"""What a writer writes in each profile (messages reference, section 9.3), from one message that is read."""

import xml.dom.minidom

from base import EDESS, code, full
from batch import EXAMPLE
from case import Case, Finding
from sense import STAMPS, delivery, invoice, order
from variants import renamed
from xmltree import Element

PLANNED = "//PlannedDeliveryCISupplyChainEvent"
AID = code("APA", "ESPPADOM_TYPE_AIDE", EDESS)


def case(slug, en, fr, root, writes, findings=(), section="9.3", standing="known"):
    return Case("writer", slug, "writer", [f"profile:{name}" for name in writes], en, fr,
                f"messages reference, section {section}", standing, {".xml": root}, findings, writes=writes)


def with_aid_type(root):
    """The product told by the local code and by the aid type."""
    first = root.find("//SpecifiedCITradeProduct/ID")
    first.after(Element("qdt", "ID", *AID))
    return root


def without(root, *paths):
    for path in paths:
        root.find(path).remove()
    return root


def canonical():
    for kind, root in (("order", order()), ("invoice", invoice(27, 31, 33, 30, 37, 81))):
        yield case(f"canonical-{kind}", f"{kind.upper()} in canonical form comes out as it is",
                   f"{kind.upper()} en forme canonique : inchangé", root, {"canonical": "same", "round_trip": "same"})
    rows = [12, 24, 46, *STAMPS, 32, 33, 36, 37]
    yield case("extended-planned", "Only profile extended writes the planned period",
               "Seul le profil extended écrit la période prévue", delivery(*rows),
               {"extended": "same", "round_trip": "same", "canonical": without(delivery(*rows), PLANNED)})
    for slug, written, normal, end in (("double", "0.8333333333333334", "0.8333333333", "2026-03-02T09:50:00"),
                                       ("two-decimals", "1.17", "1.1666666667", "2026-03-02T10:10:00"),
                                       ("trailing-zeros", "1.500", "1.5", "2026-03-02T10:30:00")):
        yield case(f"quantity-{slug}", f"Hours written {written} become {normal}, except in profile round_trip",
                   f"Des heures écrites {written} deviennent {normal}, sauf au profil round_trip",
                   delivery(end=end, billed=written),
                   {"canonical": delivery(end=end, billed=normal), "round_trip": "same"}, section="8.2")


def production():
    """Only what production writes; the aid type alone; an empty TypeCode where there is no correction."""
    rows = [12, 13, 15, 24, 46, *STAMPS, 32, 33, 36, 37]
    source = with_aid_type(delivery(*rows))
    out = without(with_aid_type(delivery(*rows)), PLANNED, "//BuyerOrderReferencedCIReferencedDocument/IssuerAssignedID",
                  "//SpecifiedCITradeProduct/ID")
    # The order of attributes says nothing in XML; this library writes the agency first.
    attributes = {"listAgencyName": EDESS, "listID": "ESPPADOM_EFFECTIVITY_AJUST"}
    out.find("//ActualDespatchCISupplyChainEvent").add(Element("ram", "TypeCode", "", attributes), 0)
    yield case("production-delivery", "A DELIVERY as production writes it", "DELIVERY tel que la production l'écrit", source,
               {"production_1_4": out}, section="9.3 and 10")
    yield case("production-correction", "Production writes a correction code that is there", "La production écrit le motif présent",
               with_aid_type(delivery(13, 15)), {"production_1_4": without(with_aid_type(delivery(13, 15)),
                                                  "//BuyerOrderReferencedCIReferencedDocument/IssuerAssignedID",
                                                  "//SpecifiedCITradeProduct/ID")}, section="9.3 and 10")


def round_trip():
    for kind in ("order", "delivery", "invoice"):
        root = renamed(full(kind), {"ns": "ns3", "ram": "", "pie": "UNECE_PIE_1p0", "qdt": "UNECE_QDT_8p0"})
        yield case(f"round-trip-prefixes-{kind}", f"The prefixes of an {kind.upper()} with every row are kept",
                   f"Les préfixes d'un {kind.upper()} complet sont conservés", root, {"round_trip": "same"})
    root = delivery()
    odd = root.find("//BilledQuantity").after(Element("ram", "ProgressCode", "F", {"listID": "CD99_AVANCEMENT"}))
    yield case("round-trip-unknown", "An unknown element stays at its place",
               "Un élément inconnu reste à sa place", root, {"round_trip": "same"},
               [Finding("ESP-XML-021", odd)])


def element_of(node):
    """An element of the kit from one of minidom."""
    children = [element_of(one) for one in node.childNodes if one.nodeType == node.ELEMENT_NODE]
    text = None if children else "".join(one.data for one in node.childNodes if one.nodeType == node.TEXT_NODE)
    # Declarations last, as this library writes them: their place among the attributes says nothing in XML.
    attributes = sorted(node.attributes.items(), key=lambda one: one[0].startswith("xmlns"))
    return Element(node.prefix or "", node.localName, text, dict(attributes), children)


def example():
    """The files of the full example, which is printed with several elements on a line."""
    for kind in ("order", "delivery", "invoice"):
        text = (EXAMPLE / f"{kind}.xml").read_bytes()
        root = element_of(xml.dom.minidom.parseString(text).documentElement)
        yield case(f"example-{kind}", f"The {kind.upper()} of the full example comes out as it is, in the layout of the writer",
                   f"Le {kind.upper()} de l'exemple complet ressort tel quel, dans la présentation de l'écriture", text,
                   {"canonical": root}, section="11")


def cases():
    for part in (canonical, production, round_trip, example):
        yield from part()
