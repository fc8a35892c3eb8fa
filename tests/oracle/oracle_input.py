"""What the oracle reads:

ORDER and DELIVERY XML (by local names), circumstances and rule book JSON.
"""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any, Dict, Iterator, List, Optional, Tuple

from oracle_time import round_half_up

Node = ElementTree.Element
Json = Dict[str, Any]
TIME_UNITS = ("HUR", "MIN")
SECONDS = {"HUR": 3600, "MIN": 60}


def local_name(node: Node) -> str:
    return node.tag.rsplit("}", 1)[-1]


def nodes(parent: Optional[Node], *path: str) -> List[Node]:
    """All descendants on that path of local names."""
    found = [parent] if parent is not None else []
    for name in path:
        found = [child for node in found for child in node if local_name(child) == name]
    return found


def node(parent: Optional[Node], *path: str) -> Optional[Node]:
    found = nodes(parent, *path)
    return found[0] if found else None


def text(parent: Optional[Node], *path: str) -> str:
    """The text at that path, "" when there is none."""
    found = node(parent, *path)
    return " ".join((found.text or "").split()) if found is not None else ""


def moment(value: str) -> Optional[datetime]:
    return datetime.fromisoformat(value) if value else None


@dataclass(frozen=True)
class OrderLine:
    """One line of an ORDER, with what it takes from its order."""

    order_id: str
    issued: datetime
    first_day: date
    last_day: Optional[date]
    beneficiary: str
    provider: str
    plan_id: str
    previous_order: str
    line_id: str
    sequence: int
    payer: str
    service: str
    aid_type: str
    provider_rate: Optional[Fraction]
    tariff: Optional[Fraction]
    seconds: Fraction  # ordered for each `period`; of units that are no time, 3600 for each
    participation: Optional[Fraction]  # percent
    surcharges: Tuple[Tuple[str, Fraction], ...]
    period: str = "MON"  # MON WEE, "" = the whole validity
    unit: str = "HUR"
    per_hour: Optional[Fraction] = None  # participation in euros by hour
    per_month: Optional[Fraction] = None  # fixed participation of a month, of this line
    order_amount: Optional[Fraction] = None  # the same, of the whole order
    district: str = ""

    def valid_on(self, day: date) -> bool:
        return self.valid_between(day, day)

    def valid_between(self, first: date, last: date) -> bool:
        """On some day from the first to the last."""
        return self.first_day <= last and (self.last_day is None or first <= self.last_day)


@dataclass(frozen=True)
class Message:
    """One DELIVERY."""

    id: str
    issued: datetime
    provider: str
    beneficiary: str
    caregiver: str
    code: str
    retained: Tuple[Optional[datetime], Optional[datetime]]
    planned: Tuple[Optional[datetime], Optional[datetime]]
    arrival: Optional[datetime]
    departure: Optional[datetime]
    order_ids: Tuple[str, ...]
    order_line_id: str
    service: str
    aid_type: str
    quantity: Fraction = Fraction(0)
    unit: str = "HUR"
    arrival_method: str = ""
    departure_method: str = ""

    @property
    def timed(self) -> bool:
        return self.unit in TIME_UNITS

    @property
    def announced(self) -> bool:
        """Sent before the visit, without stamps."""
        stamped = self.arrival or self.departure
        return not stamped and self.retained[0] is not None and self.issued < self.retained[0]


@dataclass
class Inputs:
    """Everything a run is given."""

    lines: List[OrderLine] = field(default_factory=list)
    messages: List[Message] = field(default_factory=list)
    circumstances: Json = field(default_factory=dict)

    def plus(self, other: "Inputs") -> "Inputs":
        merged: Json = {}
        for key in set(self.circumstances) | set(other.circumstances):
            merged[key] = self.circumstances.get(key, []) + other.circumstances.get(key, [])
        return Inputs(self.lines + other.lines, self.messages + other.messages, merged)


def product(parent: Optional[Node]) -> Tuple[str, str]:
    """Service code and aid type: the list tells them apart."""
    service = aid_type = ""
    for code in nodes(parent, "SpecifiedCITradeProduct", "ID"):
        value = " ".join((code.text or "").split())
        if code.get("listID") == "ESPPADOM_TYPE_AIDE":
            aid_type = aid_type or value
        else:
            service = service or value
    return service, aid_type


def validity(period: Optional[Node]) -> Tuple[date, Optional[date]]:
    """First and last day.

    An end at midnight is a date and included; any other end is not needed here.
    """
    start = moment(text(period, "StartDateTime"))
    end = moment(text(period, "EndDateTime"))
    assert start is not None and start.time() == start.min.time()
    if end is not None and (end.hour, end.minute, end.second) != (0, 0, 0):
        raise ValueError("an order ends within a day: not covered by the oracle")
    return start.date(), end.date() if end else None


def amount_of(written: str, unit: str) -> Fraction:
    """Seconds of a quantity; of units that are no time 3600 for each.

    Written hours are the nearest whole minute, else second, if the last written decimal allows it.
    """
    exact = Fraction(written) * SECONDS.get(unit, 3600)
    if unit != "HUR":
        return exact
    decimals = len(written.partition(".")[2])
    tolerance = max(Fraction(3600, 10**decimals), Fraction(60, 10**9))
    for step in (60, 1):
        near = round_half_up(exact / step) * step
        if abs(near - exact) <= tolerance:
            return Fraction(near)
    return exact


def requested(line: Node) -> Tuple[Fraction, str, str]:
    """Quantity, its period and its unit. A unit that is no time counts as an hour."""
    place = node(line, "SpecifiedCIOLSupplyChainTradeDelivery")
    quantity = node(place, "RequestedQuantity")
    if quantity is None:
        return Fraction(0), "MON", "HUR"
    path = ("RequestedDeliveryCISupplyChainEvent", "OccurrenceCISpecifiedPeriod", "DurationMeasure")
    period = node(place, *path)
    name = "" if period is None else period.get("unitCode", "")
    if period is not None and (name not in ("MON", "WEE") or Fraction(text(period)) != 1):
        raise ValueError("an order by neither month nor week: not covered by the oracle")
    unit = quantity.get("unitCode", "HUR")
    return amount_of(text(quantity), unit), name, unit


def fraction(value: str) -> Optional[Fraction]:
    return Fraction(value) if value else None


def order_lines(message: Node) -> Iterator[OrderLine]:
    """The lines of one CrossIndustryOrder."""
    head = node(message, "CIOHExchangedDocument")
    trade = node(message, "CIOHSupplyChainTradeTransaction")
    agreement = node(trade, "ApplicableCIOHSupplyChainTradeAgreement")
    settlement = node(trade, "ApplicableCIOHSupplyChainTradeSettlement")
    first_day, last_day = validity(node(head, "EffectiveCISpecifiedPeriod"))
    issued = moment(text(head, "IssueDateTime"))
    assert issued is not None
    buyer = text(agreement, "BuyerCITradeParty", "ID")
    payer = text(settlement, "PayerCITradeParty", "ID") or buyer
    client = node(trade, "ApplicableCIOHSupplyChainTradeDelivery", "ShipToCITradeParty")
    whole = amounts(settlement)
    lines = nodes(trade, "IncludedCIOLSupplyChainTradeLineItem")
    for sequence, line in enumerate(lines):
        service, aid_type = product(line)
        prices = node(line, "SpecifiedCIOLSupplyChainTradeAgreement")
        own = node(line, "SpecifiedCIOLSupplyChainTradeSettlement")
        shares = amounts(own)
        quantity, per, unit = requested(line)
        yield OrderLine(
            order_id=text(head, "ID"),
            issued=issued,
            first_day=first_day,
            last_day=last_day,
            beneficiary=text(client, "ID"),
            provider=text(agreement, "SellerCITradeParty", "ID"),
            plan_id=text(agreement, "ContractReferencedCIReferencedDocument", "IssuerAssignedID"),
            previous_order=text(
                agreement, "PreviousOrderReferencedCIReferencedDocument", "IssuerAssignedID"
            ),
            line_id=text(line, "AssociatedCIOLDocumentLineDocument", "LineID"),
            sequence=sequence,
            payer=text(own, "PayerCITradeParty", "ID") or payer,
            service=service,
            aid_type=aid_type,
            provider_rate=fraction(text(prices, "GrossPriceProductCITradePrice", "ChargeAmount")),
            tariff=fraction(text(prices, "NetPriceProductCITradePrice", "ChargeAmount")),
            seconds=quantity,
            participation=shares.percent,
            surcharges=shares.surcharges,
            period=per,
            unit=unit,
            per_hour=shares.per_hour,
            per_month=shares.fixed,
            order_amount=whole.fixed,
            district=text(client, "PostalCITradeAddress", "PostcodeCode"),
        )


@dataclass
class Amounts:
    """The allowances and charges of a line or an order."""

    percent: Optional[Fraction] = None
    per_hour: Optional[Fraction] = None
    fixed: Optional[Fraction] = None
    surcharges: Tuple[Tuple[str, Fraction], ...] = ()


def amounts(settlement: Optional[Node]) -> Amounts:
    """Participation and surcharge percents."""
    found = Amounts()
    for entry in nodes(settlement, "SpecifiedCITradeAllowanceCharge"):
        reason = text(entry, "ReasonCode")
        percent = fraction(text(entry, "CalculationPercent"))
        amount = fraction(text(entry, "ActualAmount"))
        if reason == "PARTICIPATION":
            found.percent = percent
            if node(entry, "BasisQuantity") is not None:
                found.per_hour = amount
            else:
                found.fixed = amount
        elif percent is not None:
            found.surcharges += ((reason.lower(), percent),)
    return found


def period(parent: Optional[Node]) -> Tuple[Optional[datetime], Optional[datetime]]:
    return moment(text(parent, "StartDateTime")), moment(text(parent, "EndDateTime"))


def delivery(message: Node) -> Message:
    """One CrossIndustryDespatchAdvice."""
    head = node(message, "CIDDHExchangedDocument")
    trade = node(message, "CIDDHSupplyChainTradeTransaction")
    place = node(trade, "ApplicableCIDDHSupplyChainTradeDelivery")
    stamps = node(place, "AdditionalReferencedCIReferencedDocument", "EffectiveCISpecifiedPeriod")
    line = node(trade, "IncludedCIDDLSupplyChainTradeLineItem")
    service, aid_type = product(line)
    quantity = node(line, "SpecifiedCIDDLSupplyChainTradeDelivery", "BilledQuantity")
    assert quantity is not None
    unit = quantity.get("unitCode", "HUR")
    issued = moment(text(head, "IssueDateTime"))
    assert issued is not None
    caregiver = ""
    for contact in nodes(place, "ShipFromCITradeParty", "DefinedCITradeContact"):
        if text(contact, "TypeCode") == "INT":
            caregiver = caregiver or text(contact, "ID")
    order_ref = "BuyerOrderReferencedCIReferencedDocument"
    orders = nodes(trade, "ApplicableCIDDHSupplyChainTradeAgreement", order_ref, "IssuerAssignedID")
    happened = node(place, "ActualDespatchCISupplyChainEvent")
    planned = node(place, "PlannedDeliveryCISupplyChainEvent", "OccurrenceCISpecifiedPeriod")
    return Message(
        id=text(head, "ID"),
        issued=issued,
        provider=text(place, "ShipFromCITradeParty", "ID"),
        beneficiary=text(place, "ShipToCITradeParty", "ID"),
        caregiver=caregiver,
        code=text(happened, "TypeCode"),
        retained=period(node(happened, "OccurrenceCISpecifiedPeriod")),
        planned=period(planned),
        arrival=moment(text(stamps, "StartDateTime", "CertifiedDateTime")),
        departure=moment(text(stamps, "EndDateTime", "CertifiedDateTime")),
        order_ids=tuple(text(order) for order in orders),
        order_line_id=text(line, "AssociatedCIDDLDocumentLineDocument", "OrderLineID"),
        service=service,
        aid_type=aid_type,
        quantity=amount_of(text(quantity), unit),
        unit=unit,
        arrival_method=method(stamps, "StartDateTime"),
        departure_method=method(stamps, "EndDateTime"),
    )


def method(stamps: Optional[Node], side: str) -> str:
    """How the caregiver was identified, else the beneficiary."""
    return text(stamps, side, "SupplierIdentificationMethod") or text(
        stamps, side, "CustomerIdentificationMethod"
    )


def files_of(place: Path) -> List[Path]:
    return sorted(place.glob("**/*.xml")) if place.is_dir() else [place]


def documents(place: Path, name: str) -> Iterator[Node]:
    """All messages of that name in a file or folder, wrapped or not."""
    for file in files_of(place):
        root = ElementTree.parse(file).getroot()
        yield from [root] if local_name(root) == name else nodes(root, name)


def read_inputs(orders: Path, deliveries: Path, circumstances: Optional[Path]) -> Inputs:
    """Orders, deliveries and circumstances of one run."""
    inputs = Inputs()
    for message in documents(orders, "CrossIndustryOrder"):
        inputs.lines.extend(order_lines(message))
    for message in documents(deliveries, "CrossIndustryDespatchAdvice"):
        inputs.messages.append(delivery(message))
    if circumstances:
        inputs.circumstances = json.loads(circumstances.read_text(encoding="utf-8"))
    return inputs


def current_lines(lines: List[OrderLine], as_of: date) -> List[OrderLine]:
    """Orders known on `as_of`, the last of each number.

    A superseded order ends when its successor starts.

    Reading: an order supersedes the one it names; when it names none, one of the same beneficiary
    and provider with
    the same plan or line number, an earlier issue and an overlapping validity.
    """
    latest: Dict[str, datetime] = {}
    for line in lines:
        latest[line.order_id] = max(latest.get(line.order_id, line.issued), line.issued)
    known = [l for l in lines if l.issued.date() <= as_of and l.issued == latest[l.order_id]]
    unique = {(line.order_id, line.sequence): line for line in known}
    partners: Dict[Tuple[str, str], List[OrderLine]] = {}
    for line in unique.values():
        partners.setdefault((line.beneficiary, line.provider), []).append(line)
    result = []
    for line in unique.values():
        last = line.last_day
        for other in partners[line.beneficiary, line.provider]:
            if supersedes(other, line):
                before = other.first_day - timedelta(days=1)
                last = before if last is None else min(last, before)
        if last is None or line.first_day <= last:
            result.append(OrderLine(**{**line.__dict__, "last_day": last}))
    return result


def supersedes(new: OrderLine, old: OrderLine) -> bool:
    if new.order_id == old.order_id or new.issued <= old.issued:
        return False
    if new.previous_order:
        return new.previous_order == old.order_id
    overlap = (old.last_day is None or new.first_day <= old.last_day) and (
        new.last_day is None or old.first_day <= new.last_day
    )
    same = new.line_id == old.line_id or (new.plan_id != "" and new.plan_id == old.plan_id)
    return overlap and same
