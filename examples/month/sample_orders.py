#!/usr/bin/env python3
"""Writes orders and a rule book for a file of visits that came without any.

    sample_orders.py DELIVERY.xml --out DIR

Every beneficiary gets one order from the issuer that the visits name, with one line for each order
line number found: the file's own aid type, a tariff for it, hours that cover what was done and a
participation. The rules are neutral: the retained period is billed as it was sent.
"""

from __future__ import annotations

import argparse
import json
import sys
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Dict, List, Optional, Tuple

sys.path.insert(0, str(Path(__file__).resolve().parent))

from calendar_fr import DAY, elapsed_seconds  # noqa: E402
from people import Address, Funder, Person, Provider  # noqa: E402
from plans import Order, OrderLine, Service  # noqa: E402
from xml_writer import order_xml  # noqa: E402

TARIFFS = {"APA": "24.58", "PCH": "25.00", "AM": "23.50"}
PARTICIPATIONS = ("13.6192", "0", "9.5591", "26.1715")


def texts(parent: ElementTree.Element, *path: str) -> List[str]:
    """The texts at a path of local names."""
    found = [parent]
    for name in path:
        found = [c for node in found for c in node if c.tag.rsplit("}", 1)[-1] == name]
    return [(node.text or "").strip() for node in found]


@dataclass(frozen=True)
class Found:
    """What one message tells about the order it belongs to."""

    beneficiary: Tuple[str, str, str]  # id, first name, last name
    provider: Tuple[str, str, str]  # id, name, SIRET
    issuer: Tuple[str, str]
    order_line: str
    aid_type: str
    label: str
    day: date
    seconds: int


def read_message(message: ElementTree.Element) -> Found:
    trade = ("CIDDHSupplyChainTradeTransaction",)
    place = (*trade, "ApplicableCIDDHSupplyChainTradeDelivery")
    agreement = (*trade, "ApplicableCIDDHSupplyChainTradeAgreement")
    issuer = (*agreement, "BuyerOrderReferencedCIReferencedDocument", "IssuerCITradeParty")
    line = (*trade, "IncludedCIDDLSupplyChainTradeLineItem")
    happened = (*place, "ActualDespatchCISupplyChainEvent", "OccurrenceCISpecifiedPeriod")

    def one(*path: str) -> str:
        return (texts(message, *path) or [""])[0]

    start = datetime.fromisoformat(one(*happened, "StartDateTime"))
    end = datetime.fromisoformat(one(*happened, "EndDateTime"))
    person, house = (*place, "ShipToCITradeParty"), (*place, "ShipFromCITradeParty")
    return Found(
        (one(*person, "ID"), one(*person, "FirstName"), one(*person, "LastName")),
        (one(*house, "ID"), one(*house, "Name"), one(*house, "SIRET")),
        (one(*issuer, "ID"), one(*issuer, "Name")),
        one(*line, "AssociatedCIDDLDocumentLineDocument", "OrderLineID"),
        one(*line, "SpecifiedCITradeProduct", "ID"),
        one(*line, "SpecifiedCITradeProduct", "Name"),
        start.date(),
        elapsed_seconds(start, end),
    )


def make_orders(visits: List[Found]) -> List[Order]:
    """One order for each beneficiary, provider and issuer, valid from the first visit's month."""
    groups: Dict[Tuple[str, str, str], List[Found]] = {}
    for visit in visits:
        key = (visit.beneficiary[0], visit.provider[0], visit.issuer[0])
        groups.setdefault(key, []).append(visit)
    first_day = min(visit.day for visit in visits).replace(day=1)
    nowhere = Address("1 rue de l'Exemple", "99001", "Exempleville")
    orders = []
    for number, (_, group) in enumerate(sorted(groups.items())):
        lines = []
        for line_id in sorted({visit.order_line for visit in group}):
            mine = [visit for visit in group if visit.order_line == line_id]
            hours = sum(visit.seconds for visit in mine) // 3600 + 1
            aid_type = mine[0].aid_type
            lines.append(
                OrderLine(
                    id=line_id,
                    service=Service("", mine[0].label, aid_type),
                    payer=Funder(*mine[0].issuer),
                    tariff=TARIFFS.get(aid_type, "24.58"),
                    provider_rate=None,
                    hours=str(max(hours, 2)),
                    participation=PARTICIPATIONS[number % len(PARTICIPATIONS)],
                )
            )
        visit = group[0]
        first_name: Optional[str] = visit.beneficiary[1] or None
        orders.append(
            Order(
                id=f"CMD-{first_day.year}-{number + 1:06d}",
                issued=first_day - 10 * DAY,
                first_day=first_day,
                last_day=None,
                provider=Provider(*visit.provider, nowhere, 0, []),
                beneficiary=Person(
                    visit.beneficiary[0], visit.beneficiary[2], first_name, None, nowhere
                ),
                payer=Funder(*visit.issuer),
                plan_id=f"{lines[0].id}",
                previous_id=None,
                lines=lines,
            )
        )
    return orders


def write(source: Path, out: Path) -> int:
    """Writes orders/ and rules.json; returns how many orders."""
    root = ElementTree.parse(source).getroot()
    messages = [child for child in root if child.tag.endswith("}CrossIndustryDespatchAdvice")]
    orders = make_orders([read_message(message) for message in messages or [root]])
    (out / "orders").mkdir(parents=True, exist_ok=True)
    for order in orders:
        (out / "orders" / f"{order.id}.xml").write_bytes(order_xml(order).encode("utf-8"))
    scope = {"level": "departement", "departement": "75"}
    neutral = {"id": "neutral", "version": 1, "valid_from": None, "valid_to": None, "scope": scope}
    book = {"id": "neutral", "rule_sets": [neutral]}
    (out / "rules.json").write_text(json.dumps(book, indent=1) + "\n", encoding="utf-8")
    return len(orders)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("deliveries", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    print(f"{write(options.deliveries, options.out)} orders")
    return 0


if __name__ == "__main__":
    sys.exit(main())
