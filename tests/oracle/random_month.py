"""A few random weeks of a few people: orders, visits, circumstances, rules, as files.

Small on purpose, and full of what the families are about: stamps early and late, missing or apart,
nights, week-ends and holidays, plans that change, several funders, more hours than the plan has.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Dict, List, Optional, Sequence, Tuple
from xml.sax.saxutils import escape

from random_rules import Dice, Json, scopes, settings_of

MONTHS = ("2026-03", "2026-05", "2026-10", "2026-12", "2026-01", "2026-06")
DAY = timedelta(days=1)
UNECE = "urn:un:unece:uncefact:data:standard:"
SPACES = (
    f'xmlns:ram="{UNECE}ReusableAggregateBusinessInformationEntity:8" '
    f'xmlns:pie="{UNECE}PersonInformationEntity:1" xmlns:qdt="{UNECE}QualifiedDataType:8"'
)
PRICES = ("24.58", "27.00", "22.00", "25.123456", "23.50")
Tag = Tuple[str, Any]


def xml(name: str, *inner: Any, **attributes: str) -> str:
    """One element; strings that begin with < are elements, others are text."""
    marks = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
    body = "".join(i if i.startswith("<") else escape(i) for i in inner if i is not None)
    return f"<{name}{marks}>{body}</{name}>"


def party(name: str, number: str, label: str, *more: Optional[str]) -> str:
    return xml(name, xml("pie:ID", number), xml("pie:Name", label), *more)


@dataclass
class Line:
    number: str
    service: str
    payer: str
    hours: str
    period: str
    tariff: Optional[str]
    price: Optional[str]
    percent: Optional[str]
    sunday: Optional[str] = None
    unit: str = "HUR"


@dataclass
class Order:
    number: str
    issued: datetime
    first: date
    last: Optional[date]
    beneficiary: str
    provider: str
    plan: str
    lines: List[Line]
    previous: str = ""
    monthly: Optional[str] = None  # fixed participation of a month
    district: str = ""  # postcode of the beneficiary


@dataclass
class Visit:
    number: str
    issued: datetime
    beneficiary: str
    provider: str
    caregiver: str
    line: Line
    start: datetime
    end: datetime
    arrival: Optional[datetime]
    departure: Optional[datetime]
    code: str = ""
    hours: str = "1"
    planned: Optional[Tuple[datetime, datetime]] = None
    method: str = "BDG"


@dataclass
class Month:
    """What a run is given."""

    month: str
    orders: List[Order] = field(default_factory=list)
    visits: List[Visit] = field(default_factory=list)
    facts: Json = field(default_factory=dict)
    rules: List[Json] = field(default_factory=list)

    @property
    def as_of(self) -> str:
        year, month = int(self.month[:4]), int(self.month[5:])
        return f"{year + month // 12}-{month % 12 + 1:02d}-10"

    def note(self, kind: str, **entry: Any) -> None:
        self.facts.setdefault(kind, []).append(entry)


def line_xml(line: Line, header: str) -> str:
    def price(name: str, amount: Optional[str]) -> Optional[str]:
        if amount is None:
            return None
        basis = xml("ram:BasisQuantity", "1", unitCode=line.unit)
        return xml(name, xml("ram:ChargeAmount", amount, currencyID="EUR"), basis)

    def allowance(charge: str, percent: Optional[str], reason: str) -> Optional[str]:
        if percent is None:
            return None
        code = xml(
            "ram:ReasonCode", reason, listID="LIBE_MOTIF_MONTANT", listAgencyName="LIBESPPADOM"
        )
        parts = (xml("ram:ChargeIndicator", charge), xml("ram:CalculationPercent", percent), code)
        return xml("ram:SpecifiedCITradeAllowanceCharge", *parts)

    period = None
    if line.period:
        measure = xml("qdt:DurationMeasure", "1", unitCode=line.period)
        inner = xml("ram:OccurrenceCISpecifiedPeriod", measure)
        period = xml("ram:RequestedDeliveryCISupplyChainEvent", inner)
    agreement = (
        price("ram:GrossPriceProductCITradePrice", line.price),
        price("ram:NetPriceProductCITradePrice", line.tariff),
    )
    payer = party("ram:PayerCITradeParty", line.payer, line.payer) if line.payer != header else None
    return xml(
        "ram:IncludedCIOLSupplyChainTradeLineItem",
        xml("ram:AssociatedCIOLDocumentLineDocument", xml("ram:LineID", line.number)),
        xml("ram:SpecifiedCIOLSupplyChainTradeAgreement", *agreement),
        xml(
            "ram:SpecifiedCIOLSupplyChainTradeDelivery",
            xml("ram:RequestedQuantity", line.hours, unitCode=line.unit),
            period,
        ),
        xml(
            "ram:SpecifiedCIOLSupplyChainTradeSettlement",
            payer,
            allowance("false", line.percent, "PARTICIPATION"),
            allowance("true", line.sunday, "SUNDAY"),
        ),
        product(line.service),
    )


def product(service: str) -> str:
    return xml(
        "ram:SpecifiedCITradeProduct",
        xml("qdt:ID", service, listID="CD99_PRESTATIONS", listAgencyName="CD99"),
        xml("qdt:ID", "APA", listID="ESPPADOM_TYPE_AIDE", listAgencyName="EDESS"),
        xml("qdt:Name", service),
    )


def address(order: Order) -> Optional[str]:
    if not order.district:
        return None
    return xml("pie:PostalCITradeAddress", xml("pie:PostcodeCode", order.district))


def order_xml(order: Order) -> str:
    ends = xml("qdt:EndDateTime", f"{order.last}T00:00:00") if order.last else None
    previous = None
    if order.previous:
        number = xml("ram:IssuerAssignedID", order.previous)
        previous = xml("ram:PreviousOrderReferencedCIReferencedDocument", number)
    fixed = None
    if order.monthly:
        code = xml(
            "ram:ReasonCode",
            "PARTICIPATION",
            listID="LIBE_MOTIF_MONTANT",
            listAgencyName="LIBESPPADOM",
        )
        amount = xml("ram:ActualAmount", order.monthly, currencyID="EUR")
        sign = xml("ram:ChargeIndicator", "false")
        fixed = xml("ram:SpecifiedCITradeAllowanceCharge", sign, amount, code)
    header = order.lines[0].payer
    return xml(
        "ns:CrossIndustryOrder",
        xml(
            "ns:CIOHExchangedDocumentContext",
            xml("ram:VersionID", "1.4"),
            xml("ram:SpecifiedTransactionID", "T1"),
        ),
        xml(
            "ns:CIOHExchangedDocument",
            xml("ram:ID", order.number),
            xml("ram:IssueDateTime", order.issued.isoformat()),
            xml(
                "ram:EffectiveCISpecifiedPeriod",
                xml("qdt:StartDateTime", f"{order.first}T00:00:00"),
                ends,
            ),
        ),
        xml(
            "ns:CIOHSupplyChainTradeTransaction",
            xml(
                "ram:ApplicableCIOHSupplyChainTradeAgreement",
                party("ram:SellerCITradeParty", order.provider, order.provider),
                party("ram:BuyerCITradeParty", header, header),
                xml(
                    "ram:ContractReferencedCIReferencedDocument",
                    xml("ram:IssuerAssignedID", order.plan),
                ),
                previous,
            ),
            xml(
                "ram:ApplicableCIOHSupplyChainTradeDelivery",
                party("ram:ShipToCITradeParty", order.beneficiary, order.beneficiary, address(order)),
            ),
            xml(
                "ram:ApplicableCIOHSupplyChainTradeSettlement",
                xml("ram:OrderCurrencyCode", "EUR"),
                party("ram:PayerCITradeParty", header, header),
                fixed,
            ),
            *[line_xml(line, header) for line in order.lines],
        ),
    )


def stamp_xml(name: str, when: Optional[datetime], method: str) -> Optional[str]:
    if when is None:
        return None
    sides = [
        xml(
            f"ram:{side}IdentificationMethod",
            method,
            listID="ESPPADOM_TIMESTAMP_METHOD",
            listAgencyName="EDESS",
        )
        for side in ("Customer", "Supplier")
    ]
    return xml(name, xml("ram:CertifiedDateTime", when.isoformat()), *sides)


def occurrence(start: datetime, end: datetime) -> str:
    return xml(
        "ram:OccurrenceCISpecifiedPeriod",
        xml("qdt:StartDateTime", start.isoformat()),
        xml("qdt:EndDateTime", end.isoformat()),
    )


def visit_xml(visit: Visit) -> str:
    stamps = None
    if visit.arrival or visit.departure:
        inner = (
            stamp_xml("ram:StartDateTime", visit.arrival, visit.method),
            stamp_xml("ram:EndDateTime", visit.departure, visit.method),
        )
        period = xml("ram:EffectiveCISpecifiedPeriod", *inner)
        stamps = xml("ram:AdditionalReferencedCIReferencedDocument", period)
    planned = None
    if visit.planned:
        planned = xml("ram:PlannedDeliveryCISupplyChainEvent", occurrence(*visit.planned))
    contact = xml(
        "pie:DefinedCITradeContact",
        xml("pie:ID", visit.caregiver),
        xml("pie:PersonName", visit.caregiver),
        xml("pie:TypeCode", "INT", listID="ESPPADOM_CONTACT_PRESTATAIRE", listAgencyName="EDESS"),
    )
    code = None
    if visit.code:
        code = xml(
            "ram:TypeCode",
            visit.code,
            listID="ESPPADOM_EFFECTIVITY_AJUST",
            listAgencyName="EDESS",
        )
    issuer = party("ram:IssuerCITradeParty", visit.line.payer, visit.line.payer)
    return xml(
        "ns:CrossIndustryDespatchAdvice",
        xml(
            "ns:CIDDHExchangedDocumentContext",
            xml("ram:VersionID", "1.4"),
            xml("ram:SpecifiedTransactionID", "T1"),
        ),
        xml(
            "ns:CIDDHExchangedDocument",
            xml("ram:ID", visit.number),
            xml("ram:IssueDateTime", visit.issued.isoformat()),
        ),
        xml(
            "ns:CIDDHSupplyChainTradeTransaction",
            xml(
                "ram:ApplicableCIDDHSupplyChainTradeAgreement",
                xml("ram:BuyerOrderReferencedCIReferencedDocument", issuer),
            ),
            xml(
                "ram:ApplicableCIDDHSupplyChainTradeDelivery",
                party("ram:ShipToCITradeParty", visit.beneficiary, visit.beneficiary),
                party("ram:ShipFromCITradeParty", visit.provider, visit.provider, contact),
                xml(
                    "ram:ActualDespatchCISupplyChainEvent",
                    code,
                    occurrence(visit.start, visit.end),
                ),
                planned,
                stamps,
            ),
            xml("ram:ApplicableCIDDHSupplyChainTradeSettlement", ""),
            xml(
                "ram:IncludedCIDDLSupplyChainTradeLineItem",
                xml(
                    "ram:AssociatedCIDDLDocumentLineDocument",
                    xml("ram:LineID", "1"),
                    xml("ram:OrderLineID", visit.line.number),
                ),
                xml(
                    "ram:SpecifiedCIDDLSupplyChainTradeDelivery",
                    xml("ram:BilledQuantity", visit.hours, unitCode=visit.line.unit),
                ),
                product(visit.line.service),
            ),
        ),
    )


def orders_text(month: Month) -> str:
    orders = "\n".join(order_xml(order) for order in month.orders)
    return document("order", "CrossIndustryOrder", orders)


def deliveries_text(month: Month) -> str:
    visits = "\n".join(visit_xml(visit) for visit in month.visits)
    return document("delivery", "CrossIndustryDespatchAdvice", visits)


def document(root: str, schema: str, messages: str) -> str:
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{head}<ns:{root} versionID="1.4" xmlns:ns="{UNECE}{schema}:2" {SPACES}>\n{messages}\n</ns:{root}>\n'


def write(month: Month, folder: Path) -> None:
    """Orders, deliveries, circumstances and rules as files."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "orders.xml").write_text(orders_text(month), encoding="utf-8")
    (folder / "deliveries.xml").write_text(deliveries_text(month), encoding="utf-8")
    (folder / "circumstances.json").write_text(json.dumps(month.facts, indent=1), encoding="utf-8")
    book = {"id": "random", "rule_sets": month.rules}
    (folder / "rules.json").write_text(json.dumps(book, indent=1), encoding="utf-8")


def make_month(seed: str, families: Sequence[str], used: Dict[str, Dict[str, int]]) -> Month:
    """A month whose rules come from these families."""
    from random_people import People

    dice = Dice("month", seed, *families)
    month = Month(dice.pick(MONTHS))
    settings = settings_of(dice, families, used)
    month.rules = scopes(dice, settings, "units" in families)
    People(dice, month, families).fill()
    return month
