"""Writes ORDER and DELIVERY 1.4.

ORDER as the library's reference has it, DELIVERY as a production system emits it.
"""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime
from typing import Iterator, List, Optional, Sequence, Tuple
from xml.sax.saxutils import escape, quoteattr

from calendar_fr import iso, midnight
from people import Address, Funder, Person, Provider
from plans import Order, OrderLine, Service
from visits import Visit

UNECE = "urn:un:unece:uncefact:data:standard:"
NAMESPACES = (
    ("ram", UNECE + "ReusableAggregateBusinessInformationEntity:8"),
    ("pie", UNECE + "PersonInformationEntity:1"),
    ("qdt", UNECE + "QualifiedDataType:8"),
)
Attributes = Sequence[Tuple[str, str]]
TOKEN = (("schemeAgencyName", "token"), ("schemeID", "token"))
LOCAL_LIST = (("listID", "CD99_PRESTATIONS"), ("listAgencyName", "CD99"))


def official(name: str) -> Attributes:
    """The attributes of a code from one of EDESS's lists."""
    return (("listID", name), ("listAgencyName", "EDESS"))


class Xml:
    """A pretty-printed document, line by line."""

    def __init__(self) -> None:
        self.lines = ['<?xml version="1.0" encoding="utf-8"?>']
        self.depth = 0

    def _tag(self, name: str, attributes: Attributes) -> str:
        return name + "".join(f" {key}={quoteattr(value)}" for key, value in attributes)

    def leaf(self, name: str, text: Optional[str], attributes: Attributes = ()) -> None:
        """An element with a text; None leaves it out, an empty text writes it empty."""
        if text is None:
            return
        tag = self._tag(name, attributes)
        line = f"<{tag}>{escape(text)}</{name}>" if text else f"<{tag}/>"
        self.lines.append("  " * self.depth + line)

    @contextmanager
    def inside(self, name: str, attributes: Attributes = ()) -> Iterator[None]:
        """An element around what follows."""
        self.lines.append("  " * self.depth + f"<{self._tag(name, attributes)}>")
        self.depth += 1
        yield
        self.depth -= 1
        self.lines.append("  " * self.depth + f"</{name}>")

    def text(self) -> str:
        return "\n".join(self.lines) + "\n"


def root_attributes(message: str) -> Attributes:
    names = [(f"xmlns:{prefix}", uri) for prefix, uri in NAMESPACES]
    return [("versionID", "1.4"), *names, ("xmlns:ns", f"{UNECE}{message}:2")]


def write_address(xml: Xml, address: Address) -> None:
    with xml.inside("pie:PostalCITradeAddress"):
        xml.leaf("pie:LineOne", address.line_one)
        xml.leaf("pie:PostcodeCode", address.postcode)
        xml.leaf("pie:CityName", address.city)
        xml.leaf("pie:CountryID", "FR")


def write_beneficiary(xml: Xml, person: Person) -> None:
    with xml.inside("ram:ShipToCITradeParty"):
        xml.leaf("pie:ID", person.id, TOKEN)
        xml.leaf("pie:Name", f"{person.first_name or ''} {person.last_name.upper()}".strip())
        xml.leaf("pie:FirstName", person.first_name)
        xml.leaf("pie:LastName", person.last_name)
        xml.leaf("pie:BirthDate", iso(midnight(person.birth_date)) if person.birth_date else None)
        write_address(xml, person.address)


def write_funder(xml: Xml, name: str, funder: Funder) -> None:
    with xml.inside(name):
        xml.leaf("pie:ID", funder.id, TOKEN)
        xml.leaf("pie:Name", funder.name)


def write_period(xml: Xml, start: datetime, end: Optional[datetime]) -> None:
    xml.leaf("qdt:StartDateTime", iso(start))
    xml.leaf("qdt:EndDateTime", iso(end) if end else None)


def write_product(xml: Xml, service: Service, local_code: bool) -> None:
    with xml.inside("ram:SpecifiedCITradeProduct"):
        if local_code and service.code:
            xml.leaf("qdt:ID", service.code, LOCAL_LIST)
        xml.leaf("qdt:ID", service.aid_type, official("ESPPADOM_TYPE_AIDE"))
        xml.leaf("qdt:Name", service.label)


def write_price(xml: Xml, name: str, amount: Optional[str]) -> None:
    if amount is not None:
        with xml.inside(name):
            xml.leaf("ram:ChargeAmount", amount, [("currencyID", "EUR")])
            xml.leaf("ram:BasisQuantity", "1", [("unitCode", "HUR")])


def write_participation(xml: Xml, percent: str) -> None:
    if percent == "0":
        return
    with xml.inside("ram:SpecifiedCITradeAllowanceCharge"):
        xml.leaf("ram:ChargeIndicator", "false")
        xml.leaf("ram:CalculationPercent", percent)
        reason_list = (("listID", "LIBE_MOTIF_MONTANT"), ("listAgencyName", "LIBESPPADOM"))
        xml.leaf("ram:ReasonCode", "PARTICIPATION", reason_list)
        xml.leaf("ram:Reason", "Participation du bénéficiaire")


def write_order_line(xml: Xml, line: OrderLine, header_payer: Funder) -> None:
    with xml.inside("ram:IncludedCIOLSupplyChainTradeLineItem"):
        with xml.inside("ram:AssociatedCIOLDocumentLineDocument"):
            xml.leaf("ram:LineID", line.id)
        with xml.inside("ram:SpecifiedCIOLSupplyChainTradeAgreement"):
            write_price(xml, "ram:GrossPriceProductCITradePrice", line.provider_rate)
            write_price(xml, "ram:NetPriceProductCITradePrice", line.tariff)
        with xml.inside("ram:SpecifiedCIOLSupplyChainTradeDelivery"):
            xml.leaf("ram:RequestedQuantity", line.hours, [("unitCode", "HUR")])
            with xml.inside("ram:RequestedDeliveryCISupplyChainEvent"):
                with xml.inside("ram:OccurrenceCISpecifiedPeriod"):
                    xml.leaf("qdt:DurationMeasure", "1", [("unitCode", "MON")])
        with xml.inside("ram:SpecifiedCIOLSupplyChainTradeSettlement"):
            xml.leaf("ram:CadreIntervention", "PRE", official("ESPPADOM_CADRE"))
            if line.payer.id != header_payer.id:
                write_funder(xml, "ram:PayerCITradeParty", line.payer)
            write_participation(xml, line.participation)
        write_product(xml, line.service, local_code=True)


def order_xml(order: Order) -> str:
    """One ORDER message as a document of its own."""
    xml = Xml()
    with xml.inside("ns:order", root_attributes("CrossIndustryOrder")):
        with xml.inside("ns:CrossIndustryOrder"):
            with xml.inside("ns:CIOHExchangedDocumentContext"):
                xml.leaf("ram:VersionID", "1.4")
                xml.leaf("ram:SpecifiedTransactionID", f"LOT-{order.issued:%Y%m%d}-01")
            with xml.inside("ns:CIOHExchangedDocument"):
                xml.leaf("ram:ID", order.id)
                xml.leaf("ram:IssueDateTime", f"{order.issued.isoformat()}T11:00:00")
                with xml.inside("ram:EffectiveCISpecifiedPeriod"):
                    last = midnight(order.last_day) if order.last_day else None
                    write_period(xml, midnight(order.first_day), last)
            with xml.inside("ns:CIOHSupplyChainTradeTransaction"):
                write_order_parties(xml, order)
                for line in order.lines:
                    write_order_line(xml, line, order.payer)
    return xml.text()


def write_order_parties(xml: Xml, order: Order) -> None:
    with xml.inside("ram:ApplicableCIOHSupplyChainTradeAgreement"):
        with xml.inside("ram:SellerCITradeParty"):
            xml.leaf("pie:ID", order.provider.id, TOKEN)
            xml.leaf("pie:Name", order.provider.name)
            xml.leaf("pie:SIRET", order.provider.siret)
        write_funder(xml, "ram:BuyerCITradeParty", order.payer)
        with xml.inside("ram:ContractReferencedCIReferencedDocument"):
            xml.leaf("ram:IssuerAssignedID", order.plan_id)
        if order.previous_id:
            with xml.inside("ram:PreviousOrderReferencedCIReferencedDocument"):
                xml.leaf("ram:IssuerAssignedID", order.previous_id)
    with xml.inside("ram:ApplicableCIOHSupplyChainTradeDelivery"):
        write_beneficiary(xml, order.beneficiary)
    with xml.inside("ram:ApplicableCIOHSupplyChainTradeSettlement"):
        xml.leaf("ram:OrderCurrencyCode", "EUR")
        write_funder(xml, "ram:PayerCITradeParty", order.payer)


def write_provider(xml: Xml, provider: Provider, visit: Visit) -> None:
    with xml.inside("ram:ShipFromCITradeParty"):
        xml.leaf("pie:ID", provider.id, TOKEN)
        xml.leaf("pie:Name", provider.name)
        xml.leaf("pie:SIRET", provider.siret)
        with xml.inside("pie:DefinedCITradeContact"):
            xml.leaf("pie:ID", visit.caregiver.id, TOKEN)
            xml.leaf("pie:PersonName", visit.caregiver.name)
            xml.leaf("pie:TypeCode", "INT", official("ESPPADOM_CONTACT_PRESTATAIRE"))
        write_address(xml, provider.address)


def write_stamp(xml: Xml, name: str, when: Optional[datetime]) -> None:
    if when is None:
        return
    with xml.inside(name):
        xml.leaf("ram:CertifiedDateTime", iso(when))
        for side in ("Customer", "Supplier"):
            method = official("ESPPADOM_TIMESTAMP_METHOD")
            xml.leaf(f"ram:{side}IdentificationMethod", "BDG", method)


def write_visit_times(xml: Xml, visit: Visit) -> None:
    with xml.inside("ram:ActualDespatchCISupplyChainEvent"):
        xml.leaf("ram:TypeCode", visit.code, official("ESPPADOM_EFFECTIVITY_AJUST"))
        with xml.inside("ram:OccurrenceCISpecifiedPeriod"):
            write_period(xml, visit.retained_start, visit.retained_end)
    if visit.arrival or visit.departure:
        with xml.inside("ram:AdditionalReferencedCIReferencedDocument"):
            with xml.inside("ram:EffectiveCISpecifiedPeriod"):
                write_stamp(xml, "ram:StartDateTime", visit.arrival)
                write_stamp(xml, "ram:EndDateTime", visit.departure)


def write_delivery(xml: Xml, visit: Visit, transaction: str) -> None:
    with xml.inside("ns:CrossIndustryDespatchAdvice"):
        with xml.inside("ns:CIDDHExchangedDocumentContext"):
            xml.leaf("ram:VersionID", "1.4")
            xml.leaf("ram:SpecifiedTransactionID", transaction)
        with xml.inside("ns:CIDDHExchangedDocument"):
            xml.leaf("ram:ID", visit.id)
            xml.leaf("ram:IssueDateTime", iso(visit.issued))
        with xml.inside("ns:CIDDHSupplyChainTradeTransaction"):
            with xml.inside("ram:ApplicableCIDDHSupplyChainTradeAgreement"):
                with xml.inside("ram:BuyerOrderReferencedCIReferencedDocument"):
                    write_funder(xml, "ram:IssuerCITradeParty", visit.line.payer)
                with xml.inside("ram:ContractReferencedCIReferencedDocument"):
                    xml.leaf("qdt:GlobalID", "P", TOKEN)
            with xml.inside("ram:ApplicableCIDDHSupplyChainTradeDelivery"):
                write_beneficiary(xml, visit.client.person)
                write_provider(xml, visit.client.provider, visit)
                write_visit_times(xml, visit)
            xml.leaf("ram:ApplicableCIDDHSupplyChainTradeSettlement", "")
            with xml.inside("ram:IncludedCIDDLSupplyChainTradeLineItem"):
                with xml.inside("ram:AssociatedCIDDLDocumentLineDocument"):
                    xml.leaf("ram:LineID", transaction)
                    xml.leaf("ram:OrderLineID", visit.order_line_id)
                with xml.inside("ram:SpecifiedCIDDLSupplyChainTradeDelivery"):
                    xml.leaf("ram:BilledQuantity", visit.billed_hours, [("unitCode", "HUR")])
                with xml.inside("ram:SpecifiedCIDDLSupplyChainTradeSettlement"):
                    xml.leaf("ram:CadreIntervention", "PRE", official("ESPPADOM_CADRE"))
                write_product(xml, visit.line.service, visit.client.provider.profile == 2)


def deliveries_xml(visits: List[Visit]) -> str:
    """Many DELIVERY messages in one envelope; a transaction number each, as one producer does."""
    xml = Xml()
    with xml.inside("ns:delivery", root_attributes("CrossIndustryDespatchAdvice")):
        for index, visit in enumerate(visits):
            write_delivery(xml, visit, f"I{visit.issued:%Y%m%d%H%M%S}{index}")
    return xml.text()
