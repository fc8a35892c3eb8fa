# Printed by tools/generate_python_stubs.py from the descriptions in the code; do not edit.
import datetime
from array import array
from collections.abc import Iterable, Iterator, MutableSequence, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeVar, overload

from typing_extensions import CapsuleType, Self

_T = TypeVar("_T")

__version__: str
_described: list[tuple[str, str, list[tuple[str, str, str, str]]]]

class Struct:
    """What every part of a message is."""
    def copy(self) -> Self:
        """A copy of its own, extras included."""
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, memo: Any, /) -> Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    __hash__: None  # type: ignore[assignment]

class _ListIterator(Iterator[_T]):
    def __iter__(self) -> Self: ...
    def __next__(self) -> _T: ...

class MessageList(MutableSequence[_T]):
    """A list inside a message. Changing it changes the message; what is put in is copied."""
    def __len__(self) -> int: ...
    @overload
    def __getitem__(self, index: int, /) -> _T: ...
    @overload
    def __getitem__(self, index: slice, /) -> list[_T]: ...
    @overload
    def __setitem__(self, index: int, value: _T, /) -> None: ...
    @overload
    def __setitem__(self, index: slice, value: Iterable[_T], /) -> None: ...
    @overload
    def __delitem__(self, index: int, /) -> None: ...
    @overload
    def __delitem__(self, index: slice, /) -> None: ...
    def __iter__(self) -> _ListIterator[_T]: ...
    def __contains__(self, value: object, /) -> bool: ...
    def __eq__(self, other: object, /) -> bool: ...
    __hash__: None  # type: ignore[assignment]
    def __copy__(self) -> list[_T]: ...
    def append(self, value: _T, /) -> None: ...
    def insert(self, index: int, value: _T, /) -> None: ...
    def extend(self, values: Iterable[_T], /) -> None: ...
    def __iadd__(self, values: Iterable[_T], /) -> Self: ...
    def pop(self, index: int = -1) -> _T: ...
    def remove(self, value: _T, /) -> None: ...
    def index(self, value: Any, /) -> int: ...  # type: ignore[override]
    def count(self, value: Any, /) -> int: ...
    def reverse(self) -> None: ...
    def clear(self) -> None: ...

class Finding:
    """What the library has to say about data."""
    @property
    def code(self) -> str:
        """Stable: ESP-XML-020."""
    @property
    def severity(self) -> str:
        """error, warning or info."""
    @property
    def document(self) -> str | None:
        """The id of the message it is about."""
    @property
    def path(self) -> str | None:
        """Where in it."""
    @property
    def file(self) -> str | None: ...
    @property
    def line(self) -> int | None:
        """From 1."""
    @property
    def column(self) -> int | None:
        """In characters, from 1."""
    @property
    def message(self) -> str:
        """What was found and what to do, in English."""
    @property
    def message_fr(self) -> str:
        """Ce qui a été constaté et ce qu'il faut faire."""

class Extra(Struct):
    """What a document carried that the description does not know; written back in round trip."""
    def __init__(
        self,
        what: str = ...,
        level: str = ...,
        after: str = ...,
        occurrence: int = ...,
        name: str = ...,
        content: str = ...,
    ) -> None: ...
    @property
    def what(self) -> str:
        """Nature"""
    @what.setter
    def what(self, value: str) -> None: ...
    @property
    def level(self) -> str:
        """Niveau"""
    @level.setter
    def level(self, value: str) -> None: ...
    @property
    def after(self) -> str:
        """Après l'élément"""
    @after.setter
    def after(self, value: str) -> None: ...
    @property
    def occurrence(self) -> int:
        """Répétition"""
    @occurrence.setter
    def occurrence(self, value: int) -> None: ...
    @property
    def name(self) -> str:
        """Nom"""
    @name.setter
    def name(self, value: str) -> None: ...
    @property
    def content(self) -> str:
        """Contenu"""
    @content.setter
    def content(self, value: str) -> None: ...

class Code(Struct):
    """A coded value and the list it is taken from."""
    def __init__(
        self,
        value: str = ...,
        list_id: str = ...,
        list_agency_name: str = ...,
    ) -> None: ...
    @property
    def value(self) -> str:
        """Code"""
    @value.setter
    def value(self, value: str) -> None: ...
    @property
    def list_id(self) -> str:
        """Liste du code"""
    @list_id.setter
    def list_id(self, value: str) -> None: ...
    @property
    def list_agency_name(self) -> str:
        """Organisme de la liste"""
    @list_agency_name.setter
    def list_agency_name(self, value: str) -> None: ...

class Identifier(Struct):
    """An identifier and its scheme."""
    def __init__(
        self,
        value: str = ...,
        scheme_id: str = ...,
        scheme_agency_name: str = ...,
    ) -> None: ...
    @property
    def value(self) -> str:
        """Identifiant"""
    @value.setter
    def value(self, value: str) -> None: ...
    @property
    def scheme_id(self) -> str:
        """Répertoire de l'identifiant"""
    @scheme_id.setter
    def scheme_id(self, value: str) -> None: ...
    @property
    def scheme_agency_name(self) -> str:
        """Organisme du répertoire"""
    @scheme_agency_name.setter
    def scheme_agency_name(self, value: str) -> None: ...

class Measure(Struct):
    """A quantity with its unit: HUR hour, MIN minute, C62 one, MON month…"""
    def __init__(
        self,
        value: Decimal | int = ...,
        unit_code: str = ...,
    ) -> None: ...
    @property
    def value(self) -> Decimal:
        """Quantité"""
    @value.setter
    def value(self, value: Decimal | int) -> None: ...
    @property
    def unit_code(self) -> str:
        """Unité"""
    @unit_code.setter
    def unit_code(self, value: str) -> None: ...

class Amount(Struct):
    """An amount of money; no currency is read as EUR."""
    def __init__(
        self,
        value: Decimal | int = ...,
        currency: str = ...,
    ) -> None: ...
    @property
    def value(self) -> Decimal:
        """Montant"""
    @value.setter
    def value(self, value: Decimal | int) -> None: ...
    @property
    def currency(self) -> str:
        """Devise"""
    @currency.setter
    def currency(self, value: str) -> None: ...

class Price(Struct):
    """A price of one unit; no currency is read as EUR."""
    def __init__(
        self,
        value: Decimal | int = ...,
        currency: str = ...,
    ) -> None: ...
    @property
    def value(self) -> Decimal:
        """Prix unitaire"""
    @value.setter
    def value(self, value: Decimal | int) -> None: ...
    @property
    def currency(self) -> str:
        """Devise"""
    @currency.setter
    def currency(self, value: str) -> None: ...

class ValidityPeriod(Struct):
    """A period of validity: an end at 00:00:00 is inclusive; no end = open."""
    def __init__(
        self,
        *,
        start: datetime.datetime = ...,
        end: datetime.datetime | None = ...,
    ) -> None: ...
    @property
    def start(self) -> datetime.datetime:
        """Début"""
    @start.setter
    def start(self, value: datetime.datetime) -> None: ...
    @property
    def end(self) -> datetime.datetime | None:
        """Fin"""
    @end.setter
    def end(self, value: datetime.datetime | None) -> None: ...
    @property
    def extras(self) -> MessageList[Extra]:
        """Ce que la description ne connaît pas"""

class InstantPeriod(Struct):
    """A period between two instants, sides possibly missing."""
    def __init__(
        self,
        *,
        start: datetime.datetime | None = ...,
        end: datetime.datetime | None = ...,
    ) -> None: ...
    @property
    def start(self) -> datetime.datetime | None:
        """Début"""
    @start.setter
    def start(self, value: datetime.datetime | None) -> None: ...
    @property
    def end(self) -> datetime.datetime | None:
        """Fin"""
    @end.setter
    def end(self, value: datetime.datetime | None) -> None: ...
    @property
    def extras(self) -> MessageList[Extra]:
        """Ce que la description ne connaît pas"""

class PartyContact(Struct):
    """A contact of a party; the caregiver is the provider's contact of type INT."""
    def __init__(
        self,
        *,
        id: Identifier | str | None = ...,
        person_name: str | None = ...,
        type_code: Code | str | None = ...,
    ) -> None: ...
    @property
    def id(self) -> Identifier | None:
        """Identifiant"""
    @id.setter
    def id(self, value: Identifier | str | None) -> None: ...
    @property
    def person_name(self) -> str | None:
        """Nom"""
    @person_name.setter
    def person_name(self, value: str | None) -> None: ...
    @property
    def type_code(self) -> Code | None:
        """Type de contact"""
    @type_code.setter
    def type_code(self, value: Code | str | None) -> None: ...
    @property
    def extras(self) -> MessageList[Extra]:
        """Ce que la description ne connaît pas"""

class PartyAddress(Struct):
    """An address."""
    def __init__(
        self,
        *,
        line_one: str | None = ...,
        postcode: str | None = ...,
        city: str | None = ...,
        country: Code | str | None = ...,
    ) -> None: ...
    @property
    def line_one(self) -> str | None:
        """Rue"""
    @line_one.setter
    def line_one(self, value: str | None) -> None: ...
    @property
    def postcode(self) -> str | None:
        """Code postal"""
    @postcode.setter
    def postcode(self, value: str | None) -> None: ...
    @property
    def city(self) -> str | None:
        """Ville"""
    @city.setter
    def city(self, value: str | None) -> None: ...
    @property
    def country(self) -> Code | None:
        """Pays"""
    @country.setter
    def country(self, value: Code | str | None) -> None: ...
    @property
    def extras(self) -> MessageList[Extra]:
        """Ce que la description ne connaît pas"""

class PartyTaxRegistration(Struct):
    """A VAT registration."""
    def __init__(
        self,
        *,
        id: str = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """N° de TVA"""
    @id.setter
    def id(self, value: str) -> None: ...
    @property
    def extras(self) -> MessageList[Extra]:
        """Ce que la description ne connaît pas"""

class PartyEndpoint(Struct):
    """An electronic address."""
    def __init__(
        self,
        *,
        uri: str = ...,
    ) -> None: ...
    @property
    def uri(self) -> str:
        """URI"""
    @uri.setter
    def uri(self, value: str) -> None: ...
    @property
    def extras(self) -> MessageList[Extra]:
        """Ce que la description ne connaît pas"""

class Party(Struct):
    """A party: beneficiary, provider, ordering party, payer."""
    def __init__(
        self,
        *,
        ids: Iterable[Identifier | str] = ...,
        name: str | None = ...,
        first_name: str | None = ...,
        last_name: str | None = ...,
        birth_date: datetime.date | None = ...,
        siret: str | None = ...,
        contacts: Iterable[PartyContact] = ...,
        address: PartyAddress | None = ...,
        tax_registration: PartyTaxRegistration | None = ...,
        endpoint: PartyEndpoint | None = ...,
    ) -> None: ...
    @property
    def ids(self) -> MessageList[Identifier]:
        """Identifiant"""
    @ids.setter
    def ids(self, value: Iterable[Identifier | str]) -> None: ...
    @property
    def name(self) -> str | None:
        """Nom complet / raison sociale"""
    @name.setter
    def name(self, value: str | None) -> None: ...
    @property
    def first_name(self) -> str | None:
        """Prénom"""
    @first_name.setter
    def first_name(self, value: str | None) -> None: ...
    @property
    def last_name(self) -> str | None:
        """Nom"""
    @last_name.setter
    def last_name(self, value: str | None) -> None: ...
    @property
    def birth_date(self) -> datetime.date | None:
        """Date de naissance"""
    @birth_date.setter
    def birth_date(self, value: datetime.date | None) -> None: ...
    @property
    def siret(self) -> str | None:
        """SIRET"""
    @siret.setter
    def siret(self, value: str | None) -> None: ...
    @property
    def contacts(self) -> MessageList[PartyContact]:
        """Contact / intervenant"""
    @contacts.setter
    def contacts(self, value: Iterable[PartyContact]) -> None: ...
    @property
    def address(self) -> PartyAddress | None:
        """Adresse"""
    @address.setter
    def address(self, value: PartyAddress | None) -> None: ...
    @property
    def tax_registration(self) -> PartyTaxRegistration | None:
        """Immatriculation TVA"""
    @tax_registration.setter
    def tax_registration(self, value: PartyTaxRegistration | None) -> None: ...
    @property
    def endpoint(self) -> PartyEndpoint | None:
        """Adresse électronique"""
    @endpoint.setter
    def endpoint(self, value: PartyEndpoint | None) -> None: ...
    @property
    def extras(self) -> MessageList[Extra]:
        """Ce que la description ne connaît pas"""
    @property
    def id(self) -> str:
        """Premier identifiant, vide = aucun"""

class Service(Struct):
    """The service (prestation) a line is about."""
    def __init__(
        self,
        *,
        codes: Iterable[Code | str] = ...,
        label: str | None = ...,
    ) -> None: ...
    @property
    def codes(self) -> MessageList[Code]:
        """Code de prestation, type d'aide"""
    @codes.setter
    def codes(self, value: Iterable[Code | str]) -> None: ...
    @property
    def label(self) -> str | None:
        """Libellé"""
    @label.setter
    def label(self, value: str | None) -> None: ...
    @property
    def extras(self) -> MessageList[Extra]:
        """Ce que la description ne connaît pas"""
    @property
    def code(self) -> str:
        """Code de prestation, vide = aucun"""
    @property
    def aid_type(self) -> str:
        """Type d'aide, vide = aucun"""

class Note(Struct):
    """A note."""
    def __init__(
        self,
        *,
        text: str = ...,
    ) -> None: ...
    @property
    def text(self) -> str:
        """Texte"""
    @text.setter
    def text(self, value: str) -> None: ...
    @property
    def extras(self) -> MessageList[Extra]:
        """Ce que la description ne connaît pas"""

class AllowanceCharge(Struct):
    """A surcharge, or an amount that this payer does not bear."""
    def __init__(
        self,
        *,
        is_charge: bool = ...,
        percent: Decimal | int | None = ...,
        basis_quantity: Measure | None = ...,
        amount: Amount | None = ...,
        reason_code: Code | str = ...,
        reason: str | None = ...,
        basis_amount: Amount | None = ...,
    ) -> None: ...
    @property
    def is_charge(self) -> bool:
        """Sens (majoration / retenue)"""
    @is_charge.setter
    def is_charge(self, value: bool) -> None: ...
    @property
    def percent(self) -> Decimal | None:
        """Taux"""
    @percent.setter
    def percent(self, value: Decimal | int | None) -> None: ...
    @property
    def basis_quantity(self) -> Measure | None:
        """Quantité de base"""
    @basis_quantity.setter
    def basis_quantity(self, value: Measure | None) -> None: ...
    @property
    def amount(self) -> Amount | None:
        """Montant"""
    @amount.setter
    def amount(self, value: Amount | None) -> None: ...
    @property
    def reason_code(self) -> Code:
        """Motif"""
    @reason_code.setter
    def reason_code(self, value: Code | str) -> None: ...
    @property
    def reason(self) -> str | None:
        """Libellé du motif"""
    @reason.setter
    def reason(self, value: str | None) -> None: ...
    @property
    def basis_amount(self) -> Amount | None:
        """Assiette"""
    @basis_amount.setter
    def basis_amount(self, value: Amount | None) -> None: ...
    @property
    def extras(self) -> MessageList[Extra]:
        """Ce que la description ne connaît pas"""

class DeliveryOrderRef(Struct):
    """The order a visit belongs to."""
    def __init__(
        self,
        *,
        order_id: str | None = ...,
        issuer: Party | None = ...,
    ) -> None: ...
    @property
    def order_id(self) -> str | None:
        """N° de commande"""
    @order_id.setter
    def order_id(self, value: str | None) -> None: ...
    @property
    def issuer(self) -> Party | None:
        """Donneur d'ordre / tiers payeur"""
    @issuer.setter
    def issuer(self, value: Party | None) -> None: ...
    @property
    def extras(self) -> MessageList[Extra]:
        """Ce que la description ne connaît pas"""

class DeliveryContract(Struct):
    """The contract of a visit."""
    def __init__(
        self,
        *,
        global_id: Identifier | str | None = ...,
    ) -> None: ...
    @property
    def global_id(self) -> Identifier | None:
        """Constante `P` observée"""
    @global_id.setter
    def global_id(self, value: Identifier | str | None) -> None: ...
    @property
    def extras(self) -> MessageList[Extra]:
        """Ce que la description ne connaît pas"""

class Stamp(Struct):
    """A certified time of arrival or departure (horodatage)."""
    def __init__(
        self,
        *,
        certified_at: datetime.datetime = ...,
        customer_method: Code | str | None = ...,
        supplier_method: Code | str | None = ...,
    ) -> None: ...
    @property
    def certified_at(self) -> datetime.datetime:
        """Heure certifiée"""
    @certified_at.setter
    def certified_at(self, value: datetime.datetime) -> None: ...
    @property
    def customer_method(self) -> Code | None:
        """Mode d'identification du bénéficiaire"""
    @customer_method.setter
    def customer_method(self, value: Code | str | None) -> None: ...
    @property
    def supplier_method(self) -> Code | None:
        """Mode d'identification de l'intervenant"""
    @supplier_method.setter
    def supplier_method(self, value: Code | str | None) -> None: ...
    @property
    def extras(self) -> MessageList[Extra]:
        """Ce que la description ne connaît pas"""

class StampPair(Struct):
    """Arrival and departure as certified."""
    def __init__(
        self,
        *,
        arrival: Stamp | None = ...,
        departure: Stamp | None = ...,
    ) -> None: ...
    @property
    def arrival(self) -> Stamp | None:
        """Arrivée"""
    @arrival.setter
    def arrival(self, value: Stamp | None) -> None: ...
    @property
    def departure(self) -> Stamp | None:
        """Départ"""
    @departure.setter
    def departure(self, value: Stamp | None) -> None: ...
    @property
    def extras(self) -> MessageList[Extra]:
        """Ce que la description ne connaît pas"""

class DeliveryLine(Struct):
    """A line of a visit."""
    def __init__(
        self,
        *,
        line_id: str = ...,
        order_line_id: str | None = ...,
        billed_quantity: Measure = ...,
        care_mode: Code | str | None = ...,
        service: Service = ...,
    ) -> None: ...
    @property
    def line_id(self) -> str:
        """N° de ligne"""
    @line_id.setter
    def line_id(self, value: str) -> None: ...
    @property
    def order_line_id(self) -> str | None:
        """Identifiant du plan d'aide / ligne de commande"""
    @order_line_id.setter
    def order_line_id(self, value: str | None) -> None: ...
    @property
    def billed_quantity(self) -> Measure:
        """Quantité facturable (heures décimales)"""
    @billed_quantity.setter
    def billed_quantity(self, value: Measure) -> None: ...
    @property
    def care_mode(self) -> Code | None:
        """Cadre d'intervention"""
    @care_mode.setter
    def care_mode(self, value: Code | str | None) -> None: ...
    @property
    def service(self) -> Service:
        """Prestation"""
    @service.setter
    def service(self, value: Service) -> None: ...
    @property
    def extras(self) -> MessageList[Extra]:
        """Ce que la description ne connaît pas"""

class Delivery(Struct):
    """DELIVERY: a visit that a home-care service made."""
    def __init__(
        self,
        *,
        message_version: str = ...,
        transaction_id: str = ...,
        delivery_id: str = ...,
        issued_at: datetime.datetime = ...,
        order_refs: Iterable[DeliveryOrderRef] = ...,
        contract: DeliveryContract | None = ...,
        beneficiary: Party = ...,
        provider: Party = ...,
        correction_code: Code | str | None = ...,
        retained_period: InstantPeriod = ...,
        planned_period: InstantPeriod | None = ...,
        stamps: StampPair | None = ...,
        lines: Iterable[DeliveryLine] = ...,
    ) -> None: ...
    @property
    def message_version(self) -> str:
        """Version du message"""
    @message_version.setter
    def message_version(self, value: str) -> None: ...
    @property
    def transaction_id(self) -> str:
        """N° de transaction"""
    @transaction_id.setter
    def transaction_id(self, value: str) -> None: ...
    @property
    def delivery_id(self) -> str:
        """N° de document"""
    @delivery_id.setter
    def delivery_id(self, value: str) -> None: ...
    @property
    def issued_at(self) -> datetime.datetime:
        """Date d'émission"""
    @issued_at.setter
    def issued_at(self, value: datetime.datetime) -> None: ...
    @property
    def order_refs(self) -> MessageList[DeliveryOrderRef]:
        """Commande concernée"""
    @order_refs.setter
    def order_refs(self, value: Iterable[DeliveryOrderRef]) -> None: ...
    @property
    def contract(self) -> DeliveryContract | None:
        """Contrat"""
    @contract.setter
    def contract(self, value: DeliveryContract | None) -> None: ...
    @property
    def beneficiary(self) -> Party:
        """Bénéficiaire"""
    @beneficiary.setter
    def beneficiary(self, value: Party) -> None: ...
    @property
    def provider(self) -> Party:
        """Prestataire et intervenant"""
    @provider.setter
    def provider(self, value: Party) -> None: ...
    @property
    def correction_code(self) -> Code | None:
        """Motif de correction"""
    @correction_code.setter
    def correction_code(self, value: Code | str | None) -> None: ...
    @property
    def retained_period(self) -> InstantPeriod:
        """Période retenue"""
    @retained_period.setter
    def retained_period(self, value: InstantPeriod) -> None: ...
    @property
    def planned_period(self) -> InstantPeriod | None:
        """Période planifiée"""
    @planned_period.setter
    def planned_period(self, value: InstantPeriod | None) -> None: ...
    @property
    def stamps(self) -> StampPair | None:
        """Horodatages"""
    @stamps.setter
    def stamps(self, value: StampPair | None) -> None: ...
    @property
    def lines(self) -> MessageList[DeliveryLine]:
        """Ligne"""
    @lines.setter
    def lines(self, value: Iterable[DeliveryLine]) -> None: ...
    @property
    def extras(self) -> MessageList[Extra]:
        """Ce que la description ne connaît pas"""
    @property
    def correction(self) -> str:
        """Motif de correction, vide = aucune correction"""
    @property
    def is_stamp_only(self) -> bool:
        """Horodatages seuls (HOR)"""
    @property
    def is_deleted(self) -> bool:
        """Suppression de l'intervention (SUP)"""
    @property
    def is_planned(self) -> bool:
        """Envoyé avant l'intervention"""
    def get(self, path: str) -> Any:
        """The value at a path such as "lines[0].billed_quantity"; None when there is none."""
    def set(self, path: str, value: object) -> None:
        """Sets the value at a path; what is missing on the way is made."""
    def check(self) -> list[Finding]:
        """What the message says that cannot be right, by itself."""
    def to_json(self, indented: bool = False) -> str:
        """The canonical JSON of the message, without extras."""
    @staticmethod
    def from_json(text: str | bytes) -> Delivery:
        """The message that a JSON text holds."""

class OrderPlan(Struct):
    """The plan behind an order."""
    def __init__(
        self,
        *,
        id: str | None = ...,
        contract_global_id: Identifier | str | None = ...,
        period: ValidityPeriod | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str | None:
        """N° du plan d'aide"""
    @id.setter
    def id(self, value: str | None) -> None: ...
    @property
    def contract_global_id(self) -> Identifier | None:
        """Nature du contrat (?)"""
    @contract_global_id.setter
    def contract_global_id(self, value: Identifier | str | None) -> None: ...
    @property
    def period(self) -> ValidityPeriod | None:
        """Bornes du plan d'aide"""
    @period.setter
    def period(self, value: ValidityPeriod | None) -> None: ...
    @property
    def extras(self) -> MessageList[Extra]:
        """Ce que la description ne connaît pas"""

class PreviousOrderRef(Struct):
    """The order that is replaced."""
    def __init__(
        self,
        *,
        id: str = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """N° de la commande remplacée"""
    @id.setter
    def id(self, value: str) -> None: ...
    @property
    def extras(self) -> MessageList[Extra]:
        """Ce que la description ne connaît pas"""

class DeliveryInstruction(Struct):
    """An instruction."""
    def __init__(
        self,
        *,
        text: str = ...,
    ) -> None: ...
    @property
    def text(self) -> str:
        """Texte"""
    @text.setter
    def text(self, value: str) -> None: ...
    @property
    def extras(self) -> MessageList[Extra]:
        """Ce que la description ne connaît pas"""

class OrderLine(Struct):
    """A line of an order."""
    def __init__(
        self,
        *,
        order_line_id: str = ...,
        provider_rate: Price | None = ...,
        provider_rate_basis: Measure | None = ...,
        tariff: Price | None = ...,
        tariff_basis: Measure | None = ...,
        tariff_period: ValidityPeriod | None = ...,
        tariff_reference: str | None = ...,
        requested_quantity: Measure | None = ...,
        requested_period: Measure | None = ...,
        care_mode: Code | str | None = ...,
        payer: Party | None = ...,
        amounts: Iterable[AllowanceCharge] = ...,
        service: Service = ...,
    ) -> None: ...
    @property
    def order_line_id(self) -> str:
        """N° de ligne / id du plan d'aide (repris par DELIVERY `OrderLineID`)"""
    @order_line_id.setter
    def order_line_id(self, value: str) -> None: ...
    @property
    def provider_rate(self) -> Price | None:
        """Tarif horaire du SAAD"""
    @provider_rate.setter
    def provider_rate(self, value: Price | None) -> None: ...
    @property
    def provider_rate_basis(self) -> Measure | None:
        """Base du tarif"""
    @provider_rate_basis.setter
    def provider_rate_basis(self, value: Measure | None) -> None: ...
    @property
    def tariff(self) -> Price | None:
        """Tarif horaire"""
    @tariff.setter
    def tariff(self, value: Price | None) -> None: ...
    @property
    def tariff_basis(self) -> Measure | None:
        """Base du tarif"""
    @tariff_basis.setter
    def tariff_basis(self, value: Measure | None) -> None: ...
    @property
    def tariff_period(self) -> ValidityPeriod | None:
        """Validité du tarif"""
    @tariff_period.setter
    def tariff_period(self, value: ValidityPeriod | None) -> None: ...
    @property
    def tariff_reference(self) -> str | None:
        """Code du tarif"""
    @tariff_reference.setter
    def tariff_reference(self, value: str | None) -> None: ...
    @property
    def requested_quantity(self) -> Measure | None:
        """Quantité commandée"""
    @requested_quantity.setter
    def requested_quantity(self, value: Measure | None) -> None: ...
    @property
    def requested_period(self) -> Measure | None:
        """Par mois / par semaine"""
    @requested_period.setter
    def requested_period(self, value: Measure | None) -> None: ...
    @property
    def care_mode(self) -> Code | None:
        """Cadre d'intervention"""
    @care_mode.setter
    def care_mode(self, value: Code | str | None) -> None: ...
    @property
    def payer(self) -> Party | None:
        """Payeur de la ligne"""
    @payer.setter
    def payer(self, value: Party | None) -> None: ...
    @property
    def amounts(self) -> MessageList[AllowanceCharge]:
        """Ticket modérateur / participation"""
    @amounts.setter
    def amounts(self, value: Iterable[AllowanceCharge]) -> None: ...
    @property
    def service(self) -> Service:
        """Prestation"""
    @service.setter
    def service(self, value: Service) -> None: ...
    @property
    def extras(self) -> MessageList[Extra]:
        """Ce que la description ne connaît pas"""

class Order(Struct):
    """ORDER: the care plan a département orders from a provider."""
    def __init__(
        self,
        *,
        message_version: str = ...,
        transaction_id: str = ...,
        order_id: str = ...,
        document_type_code: Code | str | None = ...,
        issued_at: datetime.datetime = ...,
        purpose_code: Code | str | None = ...,
        notes: Iterable[Note] = ...,
        validity_period: ValidityPeriod = ...,
        provider: Party = ...,
        ordering_party: Party = ...,
        plan: OrderPlan | None = ...,
        previous_order: PreviousOrderRef | None = ...,
        beneficiary: Party = ...,
        instructions: Iterable[DeliveryInstruction] = ...,
        currency: Code | str | None = ...,
        payer: Party | None = ...,
        order_amounts: Iterable[AllowanceCharge] = ...,
        lines: Iterable[OrderLine] = ...,
    ) -> None: ...
    @property
    def message_version(self) -> str:
        """Version du message"""
    @message_version.setter
    def message_version(self, value: str) -> None: ...
    @property
    def transaction_id(self) -> str:
        """N° de transaction"""
    @transaction_id.setter
    def transaction_id(self, value: str) -> None: ...
    @property
    def order_id(self) -> str:
        """N° de commande"""
    @order_id.setter
    def order_id(self, value: str) -> None: ...
    @property
    def document_type_code(self) -> Code | None:
        """Type de document"""
    @document_type_code.setter
    def document_type_code(self, value: Code | str | None) -> None: ...
    @property
    def issued_at(self) -> datetime.datetime:
        """Date d'émission"""
    @issued_at.setter
    def issued_at(self, value: datetime.datetime) -> None: ...
    @property
    def purpose_code(self) -> Code | None:
        """Nature du message"""
    @purpose_code.setter
    def purpose_code(self, value: Code | str | None) -> None: ...
    @property
    def notes(self) -> MessageList[Note]:
        """Commentaire"""
    @notes.setter
    def notes(self, value: Iterable[Note]) -> None: ...
    @property
    def validity_period(self) -> ValidityPeriod:
        """Période de validité"""
    @validity_period.setter
    def validity_period(self, value: ValidityPeriod) -> None: ...
    @property
    def provider(self) -> Party:
        """Prestataire (SAAD)"""
    @provider.setter
    def provider(self, value: Party) -> None: ...
    @property
    def ordering_party(self) -> Party:
        """Donneur d'ordre"""
    @ordering_party.setter
    def ordering_party(self, value: Party) -> None: ...
    @property
    def plan(self) -> OrderPlan | None:
        """Plan d'aide / contrat"""
    @plan.setter
    def plan(self, value: OrderPlan | None) -> None: ...
    @property
    def previous_order(self) -> PreviousOrderRef | None:
        """Commande remplacée"""
    @previous_order.setter
    def previous_order(self, value: PreviousOrderRef | None) -> None: ...
    @property
    def beneficiary(self) -> Party:
        """Bénéficiaire"""
    @beneficiary.setter
    def beneficiary(self, value: Party) -> None: ...
    @property
    def instructions(self) -> MessageList[DeliveryInstruction]:
        """Instruction de livraison"""
    @instructions.setter
    def instructions(self, value: Iterable[DeliveryInstruction]) -> None: ...
    @property
    def currency(self) -> Code | None:
        """Devise"""
    @currency.setter
    def currency(self, value: Code | str | None) -> None: ...
    @property
    def payer(self) -> Party | None:
        """Payeur"""
    @payer.setter
    def payer(self, value: Party | None) -> None: ...
    @property
    def order_amounts(self) -> MessageList[AllowanceCharge]:
        """Participation forfaitaire mensuelle"""
    @order_amounts.setter
    def order_amounts(self, value: Iterable[AllowanceCharge]) -> None: ...
    @property
    def lines(self) -> MessageList[OrderLine]:
        """Ligne de commande"""
    @lines.setter
    def lines(self, value: Iterable[OrderLine]) -> None: ...
    @property
    def extras(self) -> MessageList[Extra]:
        """Ce que la description ne connaît pas"""
    def get(self, path: str) -> Any:
        """The value at a path such as "lines[0].billed_quantity"; None when there is none."""
    def set(self, path: str, value: object) -> None:
        """Sets the value at a path; what is missing on the way is made."""
    def check(self) -> list[Finding]:
        """What the message says that cannot be right, by itself."""
    def to_json(self, indented: bool = False) -> str:
        """The canonical JSON of the message, without extras."""
    @staticmethod
    def from_json(text: str | bytes) -> Order:
        """The message that a JSON text holds."""

class InvoiceOrderRef(Struct):
    """The order of an invoice."""
    def __init__(
        self,
        *,
        order_id: str | None = ...,
    ) -> None: ...
    @property
    def order_id(self) -> str | None:
        """N° de commande"""
    @order_id.setter
    def order_id(self, value: str | None) -> None: ...
    @property
    def extras(self) -> MessageList[Extra]:
        """Ce que la description ne connaît pas"""

class InvoiceLineOrderRef(Struct):
    """The order and its line behind a line."""
    def __init__(
        self,
        *,
        order_id: str | None = ...,
        order_line_id: str | None = ...,
    ) -> None: ...
    @property
    def order_id(self) -> str | None:
        """N° de commande"""
    @order_id.setter
    def order_id(self, value: str | None) -> None: ...
    @property
    def order_line_id(self) -> str | None:
        """Ligne de commande / plan d'aide"""
    @order_line_id.setter
    def order_line_id(self, value: str | None) -> None: ...
    @property
    def extras(self) -> MessageList[Extra]:
        """Ce que la description ne connaît pas"""

class InvoiceTax(Struct):
    """A total of VAT."""
    def __init__(
        self,
        *,
        amount: Amount = ...,
        type_code: Code | str | None = ...,
        exemption_reason: str | None = ...,
        rate: Decimal | int | None = ...,
        basis_amount: Amount = ...,
        category_code: Code | str | None = ...,
    ) -> None: ...
    @property
    def amount(self) -> Amount:
        """Montant de TVA"""
    @amount.setter
    def amount(self, value: Amount) -> None: ...
    @property
    def type_code(self) -> Code | None:
        """Type de taxe"""
    @type_code.setter
    def type_code(self, value: Code | str | None) -> None: ...
    @property
    def exemption_reason(self) -> str | None:
        """Motif d'exonération"""
    @exemption_reason.setter
    def exemption_reason(self, value: str | None) -> None: ...
    @property
    def rate(self) -> Decimal | None:
        """Taux"""
    @rate.setter
    def rate(self, value: Decimal | int | None) -> None: ...
    @property
    def basis_amount(self) -> Amount:
        """Base HT"""
    @basis_amount.setter
    def basis_amount(self, value: Amount) -> None: ...
    @property
    def category_code(self) -> Code | None:
        """Catégorie"""
    @category_code.setter
    def category_code(self, value: Code | str | None) -> None: ...
    @property
    def extras(self) -> MessageList[Extra]:
        """Ce que la description ne connaît pas"""

class LineTax(Struct):
    """VAT of a line."""
    def __init__(
        self,
        *,
        rate: Decimal | int | None = ...,
        category_code: Code | str | None = ...,
    ) -> None: ...
    @property
    def rate(self) -> Decimal | None:
        """Taux"""
    @rate.setter
    def rate(self, value: Decimal | int | None) -> None: ...
    @property
    def category_code(self) -> Code | None:
        """Catégorie"""
    @category_code.setter
    def category_code(self, value: Code | str | None) -> None: ...
    @property
    def extras(self) -> MessageList[Extra]:
        """Ce que la description ne connaît pas"""

class CorrectedInvoiceRef(Struct):
    """The invoice that is corrected."""
    def __init__(
        self,
        *,
        invoice_id: str = ...,
        issued_at: datetime.datetime | None = ...,
    ) -> None: ...
    @property
    def invoice_id(self) -> str:
        """N° de la facture"""
    @invoice_id.setter
    def invoice_id(self, value: str) -> None: ...
    @property
    def issued_at(self) -> datetime.datetime | None:
        """Date"""
    @issued_at.setter
    def issued_at(self, value: datetime.datetime | None) -> None: ...
    @property
    def extras(self) -> MessageList[Extra]:
        """Ce que la description ne connaît pas"""

class CorrectedLineRef(Struct):
    """The line that is corrected."""
    def __init__(
        self,
        *,
        invoice_id: str = ...,
        line_id: str | None = ...,
    ) -> None: ...
    @property
    def invoice_id(self) -> str:
        """N° de la facture"""
    @invoice_id.setter
    def invoice_id(self, value: str) -> None: ...
    @property
    def line_id(self) -> str | None:
        """N° de ligne"""
    @line_id.setter
    def line_id(self, value: str | None) -> None: ...
    @property
    def extras(self) -> MessageList[Extra]:
        """Ce que la description ne connaît pas"""

class DeliveryRef(Struct):
    """A visit that is billed."""
    def __init__(
        self,
        *,
        delivery_id: str = ...,
        line_id: str | None = ...,
    ) -> None: ...
    @property
    def delivery_id(self) -> str:
        """N° de document DELIVERY"""
    @delivery_id.setter
    def delivery_id(self, value: str) -> None: ...
    @property
    def line_id(self) -> str | None:
        """N° de ligne DELIVERY"""
    @line_id.setter
    def line_id(self, value: str | None) -> None: ...
    @property
    def extras(self) -> MessageList[Extra]:
        """Ce que la description ne connaît pas"""

class InvoiceLine(Struct):
    """A line of an invoice."""
    def __init__(
        self,
        *,
        line_id: str = ...,
        order_ref: InvoiceLineOrderRef | None = ...,
        tariff: Price = ...,
        tariff_basis: Measure | None = ...,
        billed_quantity: Measure = ...,
        beneficiary: Party | None = ...,
        delivery_refs: Iterable[DeliveryRef] = ...,
        care_mode: Code | str | None = ...,
        tax: LineTax | None = ...,
        billing_period: InstantPeriod | None = ...,
        amounts: Iterable[AllowanceCharge] = ...,
        funder_share: Amount = ...,
        surcharge_total: Amount | None = ...,
        participation_total: Amount | None = ...,
        tax_total: Amount | None = ...,
        corrected_line: CorrectedLineRef | None = ...,
        service: Service = ...,
    ) -> None: ...
    @property
    def line_id(self) -> str:
        """N° de ligne"""
    @line_id.setter
    def line_id(self, value: str) -> None: ...
    @property
    def order_ref(self) -> InvoiceLineOrderRef | None:
        """Commande de la ligne"""
    @order_ref.setter
    def order_ref(self, value: InvoiceLineOrderRef | None) -> None: ...
    @property
    def tariff(self) -> Price:
        """Tarif horaire HT"""
    @tariff.setter
    def tariff(self, value: Price) -> None: ...
    @property
    def tariff_basis(self) -> Measure | None:
        """Base du tarif"""
    @tariff_basis.setter
    def tariff_basis(self, value: Measure | None) -> None: ...
    @property
    def billed_quantity(self) -> Measure:
        """Quantité facturée"""
    @billed_quantity.setter
    def billed_quantity(self, value: Measure) -> None: ...
    @property
    def beneficiary(self) -> Party | None:
        """Bénéficiaire de la ligne"""
    @beneficiary.setter
    def beneficiary(self, value: Party | None) -> None: ...
    @property
    def delivery_refs(self) -> MessageList[DeliveryRef]:
        """Délivrances facturées"""
    @delivery_refs.setter
    def delivery_refs(self, value: Iterable[DeliveryRef]) -> None: ...
    @property
    def care_mode(self) -> Code | None:
        """Cadre d'intervention"""
    @care_mode.setter
    def care_mode(self, value: Code | str | None) -> None: ...
    @property
    def tax(self) -> LineTax | None:
        """TVA de la ligne"""
    @tax.setter
    def tax(self, value: LineTax | None) -> None: ...
    @property
    def billing_period(self) -> InstantPeriod | None:
        """Période de la ligne"""
    @billing_period.setter
    def billing_period(self, value: InstantPeriod | None) -> None: ...
    @property
    def amounts(self) -> MessageList[AllowanceCharge]:
        """Majoration; participation"""
    @amounts.setter
    def amounts(self, value: Iterable[AllowanceCharge]) -> None: ...
    @property
    def funder_share(self) -> Amount:
        """Part du financeur HT"""
    @funder_share.setter
    def funder_share(self, value: Amount) -> None: ...
    @property
    def surcharge_total(self) -> Amount | None:
        """Total des majorations"""
    @surcharge_total.setter
    def surcharge_total(self, value: Amount | None) -> None: ...
    @property
    def participation_total(self) -> Amount | None:
        """Total non pris en charge"""
    @participation_total.setter
    def participation_total(self, value: Amount | None) -> None: ...
    @property
    def tax_total(self) -> Amount | None:
        """TVA de la ligne"""
    @tax_total.setter
    def tax_total(self, value: Amount | None) -> None: ...
    @property
    def corrected_line(self) -> CorrectedLineRef | None:
        """Ligne rectifiée"""
    @corrected_line.setter
    def corrected_line(self, value: CorrectedLineRef | None) -> None: ...
    @property
    def service(self) -> Service:
        """Prestation"""
    @service.setter
    def service(self, value: Service) -> None: ...
    @property
    def extras(self) -> MessageList[Extra]:
        """Ce que la description ne connaît pas"""

class Invoice(Struct):
    """INVOICE: what a provider bills to one payer."""
    def __init__(
        self,
        *,
        message_version: str = ...,
        transaction_id: str = ...,
        invoice_id: str = ...,
        type_code: Code | str = ...,
        issued_at: datetime.datetime = ...,
        subtype_code: Code | str | None = ...,
        notes: Iterable[Note] = ...,
        provider: Party = ...,
        ordering_party: Party = ...,
        order_ref: InvoiceOrderRef | None = ...,
        beneficiary: Party | None = ...,
        currency: Code | str = ...,
        credit_reason_code: Code | str | None = ...,
        credit_reason: str | None = ...,
        payee: Party | None = ...,
        payer: Party | None = ...,
        taxes: Iterable[InvoiceTax] = ...,
        billing_period: InstantPeriod = ...,
        document_amounts: Iterable[AllowanceCharge] = ...,
        line_total: Amount = ...,
        charge_total: Amount | None = ...,
        allowance_total: Amount | None = ...,
        tax_basis_total: Amount = ...,
        tax_total: Amount | None = ...,
        grand_total: Amount = ...,
        prepaid_total: Amount | None = ...,
        due_payable: Amount = ...,
        corrected_invoice: CorrectedInvoiceRef | None = ...,
        lines: Iterable[InvoiceLine] = ...,
    ) -> None: ...
    @property
    def message_version(self) -> str:
        """Version"""
    @message_version.setter
    def message_version(self, value: str) -> None: ...
    @property
    def transaction_id(self) -> str:
        """N° de transaction"""
    @transaction_id.setter
    def transaction_id(self, value: str) -> None: ...
    @property
    def invoice_id(self) -> str:
        """N° de facture"""
    @invoice_id.setter
    def invoice_id(self, value: str) -> None: ...
    @property
    def type_code(self) -> Code:
        """Type de facture"""
    @type_code.setter
    def type_code(self, value: Code | str) -> None: ...
    @property
    def issued_at(self) -> datetime.datetime:
        """Date d'émission"""
    @issued_at.setter
    def issued_at(self, value: datetime.datetime) -> None: ...
    @property
    def subtype_code(self) -> Code | None:
        """Principale / complémentaire"""
    @subtype_code.setter
    def subtype_code(self, value: Code | str | None) -> None: ...
    @property
    def notes(self) -> MessageList[Note]:
        """Commentaire"""
    @notes.setter
    def notes(self, value: Iterable[Note]) -> None: ...
    @property
    def provider(self) -> Party:
        """Prestataire (SAAD)"""
    @provider.setter
    def provider(self, value: Party) -> None: ...
    @property
    def ordering_party(self) -> Party:
        """Donneur d'ordre / financeur"""
    @ordering_party.setter
    def ordering_party(self, value: Party) -> None: ...
    @property
    def order_ref(self) -> InvoiceOrderRef | None:
        """Commande"""
    @order_ref.setter
    def order_ref(self, value: InvoiceOrderRef | None) -> None: ...
    @property
    def beneficiary(self) -> Party | None:
        """Bénéficiaire (si unique)"""
    @beneficiary.setter
    def beneficiary(self, value: Party | None) -> None: ...
    @property
    def currency(self) -> Code:
        """Devise"""
    @currency.setter
    def currency(self, value: Code | str) -> None: ...
    @property
    def credit_reason_code(self) -> Code | None:
        """Motif d'avoir"""
    @credit_reason_code.setter
    def credit_reason_code(self, value: Code | str | None) -> None: ...
    @property
    def credit_reason(self) -> str | None:
        """Libellé du motif d'avoir"""
    @credit_reason.setter
    def credit_reason(self, value: str | None) -> None: ...
    @property
    def payee(self) -> Party | None:
        """Créancier"""
    @payee.setter
    def payee(self, value: Party | None) -> None: ...
    @property
    def payer(self) -> Party | None:
        """Payeur"""
    @payer.setter
    def payer(self, value: Party | None) -> None: ...
    @property
    def taxes(self) -> MessageList[InvoiceTax]:
        """TVA"""
    @taxes.setter
    def taxes(self, value: Iterable[InvoiceTax]) -> None: ...
    @property
    def billing_period(self) -> InstantPeriod:
        """Période facturée"""
    @billing_period.setter
    def billing_period(self, value: InstantPeriod) -> None: ...
    @property
    def document_amounts(self) -> MessageList[AllowanceCharge]:
        """Réfaction, majoration de pied (participation forfaitaire : lue seulement)"""
    @document_amounts.setter
    def document_amounts(self, value: Iterable[AllowanceCharge]) -> None: ...
    @property
    def line_total(self) -> Amount:
        """Total des lignes HT"""
    @line_total.setter
    def line_total(self, value: Amount) -> None: ...
    @property
    def charge_total(self) -> Amount | None:
        """Total des majorations de pied"""
    @charge_total.setter
    def charge_total(self, value: Amount | None) -> None: ...
    @property
    def allowance_total(self) -> Amount | None:
        """Total des retenues de pied"""
    @allowance_total.setter
    def allowance_total(self, value: Amount | None) -> None: ...
    @property
    def tax_basis_total(self) -> Amount:
        """Total HT"""
    @tax_basis_total.setter
    def tax_basis_total(self, value: Amount) -> None: ...
    @property
    def tax_total(self) -> Amount | None:
        """Total TVA"""
    @tax_total.setter
    def tax_total(self, value: Amount | None) -> None: ...
    @property
    def grand_total(self) -> Amount:
        """Total TTC"""
    @grand_total.setter
    def grand_total(self, value: Amount) -> None: ...
    @property
    def prepaid_total(self) -> Amount | None:
        """Acomptes déduits"""
    @prepaid_total.setter
    def prepaid_total(self, value: Amount | None) -> None: ...
    @property
    def due_payable(self) -> Amount:
        """Net à payer"""
    @due_payable.setter
    def due_payable(self, value: Amount) -> None: ...
    @property
    def corrected_invoice(self) -> CorrectedInvoiceRef | None:
        """Facture rectifiée / complétée"""
    @corrected_invoice.setter
    def corrected_invoice(self, value: CorrectedInvoiceRef | None) -> None: ...
    @property
    def lines(self) -> MessageList[InvoiceLine]:
        """Ligne de facture"""
    @lines.setter
    def lines(self, value: Iterable[InvoiceLine]) -> None: ...
    @property
    def extras(self) -> MessageList[Extra]:
        """Ce que la description ne connaît pas"""
    @property
    def sign(self) -> int:
        """-1 pour un avoir, 1 sinon"""
    def get(self, path: str) -> Any:
        """The value at a path such as "lines[0].billed_quantity"; None when there is none."""
    def set(self, path: str, value: object) -> None:
        """Sets the value at a path; what is missing on the way is made."""
    def check(self) -> list[Finding]:
        """What the message says that cannot be right, by itself."""
    def to_json(self, indented: bool = False) -> str:
        """The canonical JSON of the message, without extras."""
    @staticmethod
    def from_json(text: str | bytes) -> Invoice:
        """The message that a JSON text holds."""

class PlannedVisit(Struct):
    """A visit foreseen in the schedule."""
    def __init__(
        self,
        *,
        delivery_id: str | None = ...,
        provider: str = ...,
        beneficiary: str = ...,
        caregiver: str | None = ...,
        service: str | None = ...,
        start: datetime.datetime = ...,
        end: datetime.datetime = ...,
    ) -> None: ...
    @property
    def delivery_id(self) -> str | None:
        """N° de document de l'intervention"""
    @delivery_id.setter
    def delivery_id(self, value: str | None) -> None: ...
    @property
    def provider(self) -> str:
        """Prestataire"""
    @provider.setter
    def provider(self, value: str) -> None: ...
    @property
    def beneficiary(self) -> str:
        """Bénéficiaire"""
    @beneficiary.setter
    def beneficiary(self, value: str) -> None: ...
    @property
    def caregiver(self) -> str | None:
        """Intervenant"""
    @caregiver.setter
    def caregiver(self, value: str | None) -> None: ...
    @property
    def service(self) -> str | None:
        """Prestation"""
    @service.setter
    def service(self, value: str | None) -> None: ...
    @property
    def start(self) -> datetime.datetime:
        """Début planifié"""
    @start.setter
    def start(self, value: datetime.datetime) -> None: ...
    @property
    def end(self) -> datetime.datetime:
        """Fin planifiée"""
    @end.setter
    def end(self, value: datetime.datetime) -> None: ...

class IncompatiblePeriod(Struct):
    """A period during which a beneficiary cannot be under télégestion."""
    def __init__(
        self,
        *,
        beneficiary: str = ...,
        from_: datetime.date = ...,
        to: datetime.date | None = ...,
        decision_ref: str | None = ...,
        reason: str | None = ...,
    ) -> None: ...
    @property
    def beneficiary(self) -> str:
        """Bénéficiaire"""
    @beneficiary.setter
    def beneficiary(self, value: str) -> None: ...
    @property
    def from_(self) -> datetime.date:
        """Premier jour"""
    @from_.setter
    def from_(self, value: datetime.date) -> None: ...
    @property
    def to(self) -> datetime.date | None:
        """Dernier jour"""
    @to.setter
    def to(self, value: datetime.date | None) -> None: ...
    @property
    def decision_ref(self) -> str | None:
        """Référence de la décision"""
    @decision_ref.setter
    def decision_ref(self, value: str | None) -> None: ...
    @property
    def reason(self) -> str | None:
        """Motif d'incompatibilité"""
    @reason.setter
    def reason(self, value: str | None) -> None: ...

class OutagePeriod(Struct):
    """A period when stamping did not work for a provider."""
    def __init__(
        self,
        *,
        provider: str = ...,
        method: str | None = ...,
        from_: datetime.datetime = ...,
        to: datetime.datetime = ...,
    ) -> None: ...
    @property
    def provider(self) -> str:
        """Prestataire"""
    @provider.setter
    def provider(self, value: str) -> None: ...
    @property
    def method(self) -> str | None:
        """Mode d'identification"""
    @method.setter
    def method(self, value: str | None) -> None: ...
    @property
    def from_(self) -> datetime.datetime:
        """Début de la panne"""
    @from_.setter
    def from_(self, value: datetime.datetime) -> None: ...
    @property
    def to(self) -> datetime.datetime:
        """Fin de la panne"""
    @to.setter
    def to(self, value: datetime.datetime) -> None: ...

class Absence(Struct):
    """A period without the beneficiary."""
    def __init__(
        self,
        *,
        beneficiary: str = ...,
        from_: datetime.date = ...,
        to: datetime.date | None = ...,
        reason: str | None = ...,
    ) -> None: ...
    @property
    def beneficiary(self) -> str:
        """Bénéficiaire"""
    @beneficiary.setter
    def beneficiary(self, value: str) -> None: ...
    @property
    def from_(self) -> datetime.date:
        """Premier jour"""
    @from_.setter
    def from_(self, value: datetime.date) -> None: ...
    @property
    def to(self) -> datetime.date | None:
        """Dernier jour"""
    @to.setter
    def to(self, value: datetime.date | None) -> None: ...
    @property
    def reason(self) -> str | None:
        """Motif"""
    @reason.setter
    def reason(self, value: str | None) -> None: ...

class Cancellation(Struct):
    """A cancelled visit."""
    def __init__(
        self,
        *,
        delivery_id: str = ...,
        condition: str | None = ...,
        initiative: str | None = ...,
        announced_at: datetime.datetime | None = ...,
        reason: str | None = ...,
    ) -> None: ...
    @property
    def delivery_id(self) -> str:
        """N° de document de l'intervention"""
    @delivery_id.setter
    def delivery_id(self, value: str) -> None: ...
    @property
    def condition(self) -> str | None:
        """Suite donnée"""
    @condition.setter
    def condition(self, value: str | None) -> None: ...
    @property
    def initiative(self) -> str | None:
        """À l'initiative de"""
    @initiative.setter
    def initiative(self, value: str | None) -> None: ...
    @property
    def announced_at(self) -> datetime.datetime | None:
        """Annoncée le"""
    @announced_at.setter
    def announced_at(self, value: datetime.datetime | None) -> None: ...
    @property
    def reason(self) -> str | None:
        """Motif"""
    @reason.setter
    def reason(self, value: str | None) -> None: ...

class PayableReason(Struct):
    """A reason for which a visit stays payable."""
    def __init__(
        self,
        *,
        delivery_id: str = ...,
        reason: str = ...,
    ) -> None: ...
    @property
    def delivery_id(self) -> str:
        """N° de document de l'intervention"""
    @delivery_id.setter
    def delivery_id(self, value: str) -> None: ...
    @property
    def reason(self) -> str:
        """Motif payable"""
    @reason.setter
    def reason(self, value: str) -> None: ...

class ExtraMinutesEntry(Struct):
    """Minutes a manager added to a visit."""
    def __init__(
        self,
        *,
        delivery_id: str = ...,
        minutes: int = ...,
        reason: str | None = ...,
        author: str | None = ...,
    ) -> None: ...
    @property
    def delivery_id(self) -> str:
        """N° de document de l'intervention"""
    @delivery_id.setter
    def delivery_id(self, value: str) -> None: ...
    @property
    def minutes(self) -> int:
        """Minutes complémentaires"""
    @minutes.setter
    def minutes(self, value: int) -> None: ...
    @property
    def reason(self) -> str | None:
        """Motif de correction"""
    @reason.setter
    def reason(self, value: str | None) -> None: ...
    @property
    def author(self) -> str | None:
        """Auteur"""
    @author.setter
    def author(self, value: str | None) -> None: ...

class CorrectionEntry(Struct):
    """Why and by whom a visit was corrected."""
    def __init__(
        self,
        *,
        delivery_id: str = ...,
        reason: str | None = ...,
        author: str | None = ...,
    ) -> None: ...
    @property
    def delivery_id(self) -> str:
        """N° de document de l'intervention"""
    @delivery_id.setter
    def delivery_id(self, value: str) -> None: ...
    @property
    def reason(self) -> str | None:
        """Motif de correction"""
    @reason.setter
    def reason(self, value: str | None) -> None: ...
    @property
    def author(self) -> str | None:
        """Auteur"""
    @author.setter
    def author(self, value: str | None) -> None: ...

class Rejection(Struct):
    """A refusal by the payer."""
    def __init__(
        self,
        *,
        invoice_id: str = ...,
        line_id: str | None = ...,
        reason: str = ...,
    ) -> None: ...
    @property
    def invoice_id(self) -> str:
        """N° de facture"""
    @invoice_id.setter
    def invoice_id(self, value: str) -> None: ...
    @property
    def line_id(self) -> str | None:
        """N° de ligne"""
    @line_id.setter
    def line_id(self, value: str | None) -> None: ...
    @property
    def reason(self) -> str:
        """Motif du rejet"""
    @reason.setter
    def reason(self, value: str) -> None: ...

class Advance(Struct):
    """An advance."""
    def __init__(
        self,
        *,
        provider: str = ...,
        funder: str = ...,
        month: str = ...,
        amount: Decimal | int = ...,
    ) -> None: ...
    @property
    def provider(self) -> str:
        """Prestataire"""
    @provider.setter
    def provider(self, value: str) -> None: ...
    @property
    def funder(self) -> str:
        """Financeur"""
    @funder.setter
    def funder(self, value: str) -> None: ...
    @property
    def month(self) -> str:
        """Mois"""
    @month.setter
    def month(self, value: str) -> None: ...
    @property
    def amount(self) -> Decimal:
        """Montant"""
    @amount.setter
    def amount(self, value: Decimal | int) -> None: ...

class ProofEntry(Struct):
    """What a declared visit rests on."""
    def __init__(
        self,
        *,
        delivery_id: str = ...,
        reference: str = ...,
    ) -> None: ...
    @property
    def delivery_id(self) -> str:
        """N° de document de l'intervention"""
    @delivery_id.setter
    def delivery_id(self, value: str) -> None: ...
    @property
    def reference(self) -> str:
        """Référence du justificatif"""
    @reference.setter
    def reference(self, value: str) -> None: ...

class StampDistance(Struct):
    """How far from the home a visit was stamped."""
    def __init__(
        self,
        *,
        delivery_id: str = ...,
        metres: int = ...,
    ) -> None: ...
    @property
    def delivery_id(self) -> str:
        """N° de document de l'intervention"""
    @delivery_id.setter
    def delivery_id(self, value: str) -> None: ...
    @property
    def metres(self) -> int:
        """Distance au domicile (m)"""
    @metres.setter
    def metres(self, value: int) -> None: ...

class CaregiverProfile(Struct):
    """What a caregiver is qualified for."""
    def __init__(
        self,
        *,
        provider: str = ...,
        caregiver: str = ...,
        profile: str = ...,
        from_: datetime.date | None = ...,
        to: datetime.date | None = ...,
    ) -> None: ...
    @property
    def provider(self) -> str:
        """Prestataire"""
    @provider.setter
    def provider(self, value: str) -> None: ...
    @property
    def caregiver(self) -> str:
        """Intervenant"""
    @caregiver.setter
    def caregiver(self, value: str) -> None: ...
    @property
    def profile(self) -> str:
        """Profil de l'intervenant"""
    @profile.setter
    def profile(self, value: str) -> None: ...
    @property
    def from_(self) -> datetime.date | None:
        """Premier jour"""
    @from_.setter
    def from_(self, value: datetime.date | None) -> None: ...
    @property
    def to(self) -> datetime.date | None:
        """Dernier jour"""
    @to.setter
    def to(self, value: datetime.date | None) -> None: ...

class Circumstances(Struct):
    """What no message carries and billing needs."""
    def __init__(
        self,
        *,
        planned_visits: Iterable[PlannedVisit] = ...,
        incompatible_periods: Iterable[IncompatiblePeriod] = ...,
        outages: Iterable[OutagePeriod] = ...,
        absences: Iterable[Absence] = ...,
        cancellations: Iterable[Cancellation] = ...,
        payable_reasons: Iterable[PayableReason] = ...,
        extra_minutes: Iterable[ExtraMinutesEntry] = ...,
        corrections: Iterable[CorrectionEntry] = ...,
        rejections: Iterable[Rejection] = ...,
        advances: Iterable[Advance] = ...,
        proofs: Iterable[ProofEntry] = ...,
        stamp_distances: Iterable[StampDistance] = ...,
        caregiver_profiles: Iterable[CaregiverProfile] = ...,
    ) -> None: ...
    @property
    def planned_visits(self) -> MessageList[PlannedVisit]:
        """Interventions planifiées"""
    @planned_visits.setter
    def planned_visits(self, value: Iterable[PlannedVisit]) -> None: ...
    @property
    def incompatible_periods(self) -> MessageList[IncompatiblePeriod]:
        """Périodes d'incompatibilité"""
    @incompatible_periods.setter
    def incompatible_periods(self, value: Iterable[IncompatiblePeriod]) -> None: ...
    @property
    def outages(self) -> MessageList[OutagePeriod]:
        """Pannes"""
    @outages.setter
    def outages(self, value: Iterable[OutagePeriod]) -> None: ...
    @property
    def absences(self) -> MessageList[Absence]:
        """Absences"""
    @absences.setter
    def absences(self, value: Iterable[Absence]) -> None: ...
    @property
    def cancellations(self) -> MessageList[Cancellation]:
        """Annulations"""
    @cancellations.setter
    def cancellations(self, value: Iterable[Cancellation]) -> None: ...
    @property
    def payable_reasons(self) -> MessageList[PayableReason]:
        """Motifs payables"""
    @payable_reasons.setter
    def payable_reasons(self, value: Iterable[PayableReason]) -> None: ...
    @property
    def extra_minutes(self) -> MessageList[ExtraMinutesEntry]:
        """Minutes complémentaires"""
    @extra_minutes.setter
    def extra_minutes(self, value: Iterable[ExtraMinutesEntry]) -> None: ...
    @property
    def corrections(self) -> MessageList[CorrectionEntry]:
        """Corrections"""
    @corrections.setter
    def corrections(self, value: Iterable[CorrectionEntry]) -> None: ...
    @property
    def rejections(self) -> MessageList[Rejection]:
        """Rejets"""
    @rejections.setter
    def rejections(self, value: Iterable[Rejection]) -> None: ...
    @property
    def advances(self) -> MessageList[Advance]:
        """Acomptes"""
    @advances.setter
    def advances(self, value: Iterable[Advance]) -> None: ...
    @property
    def proofs(self) -> MessageList[ProofEntry]:
        """Justificatifs"""
    @proofs.setter
    def proofs(self, value: Iterable[ProofEntry]) -> None: ...
    @property
    def stamp_distances(self) -> MessageList[StampDistance]:
        """Distances des horodatages"""
    @stamp_distances.setter
    def stamp_distances(self, value: Iterable[StampDistance]) -> None: ...
    @property
    def caregiver_profiles(self) -> MessageList[CaregiverProfile]:
        """Profils des intervenants"""
    @caregiver_profiles.setter
    def caregiver_profiles(self, value: Iterable[CaregiverProfile]) -> None: ...
    def to_json(self, indented: bool = False) -> str:
        """The canonical JSON."""
    @staticmethod
    def from_json(text: str | bytes, name: str = "circumstances") -> Circumstances:
        """What a JSON text holds; strict."""
    def add_csv(self, data: bytes, name: str) -> list[Finding]:
        """Adds what a CSV file says; `name` says which list it is, unless there is a column `kind`. The findings."""

def fields(message: str) -> list[dict[str, Any]]:
    """Every field of "order", "delivery", "invoice" or "circumstances" by path: type, occurrence, French label,
    standing."""

_Message = Order | Delivery | Invoice

class Reader(Iterator[_Message]):
    """The messages of files, folders and ZIP archives, one after the other in constant memory."""
    def __init__(
        self, source: bytes | Sequence[Any], name: str = "", strict: bool = False, kinds: Sequence[str] = ()
    ) -> None: ...
    def __iter__(self) -> Self: ...
    def __next__(self) -> _Message: ...
    def __enter__(self) -> Self: ...
    def __exit__(self, *args: object) -> None: ...
    def close(self) -> None:
        """Lets go of the files; what comes after is the end."""
    @property
    def findings(self) -> list[Finding]:
        """What was wrong so far."""
    @property
    def file(self) -> str:
        """The file of the last message."""
    @property
    def line(self) -> int | None:
        """Where the last message stands; from 1."""
    @property
    def column(self) -> int | None:
        """Where the last message stands; from 1."""
    @property
    def readable(self) -> bool:
        """False when a file could not be read as messages at all."""
    @property
    def version(self) -> str | None:
        """The version that the last document says of itself."""

class Writer:
    """Writes a document of messages of one kind piece by piece."""
    def __init__(
        self, kind: str, format: str = "xml", profile: str = "canonical", like: Reader | None = None
    ) -> None: ...
    def add(self, messages: Sequence[_Message]) -> bytes:
        """What the document goes on with."""
    def finish(self, like: Reader | None = None) -> bytes:
        """The end of the document."""

class Validation:
    """What is known after files were checked."""
    def __init__(
        self, source: bytes | Sequence[Any], name: str = "", profile: str = "lenient", profile_file: Any = None
    ) -> None: ...
    @property
    def ok(self) -> bool:
        """Whether there is no error."""
    @property
    def findings(self) -> list[Finding]: ...
    @property
    def files(self) -> list[dict[str, Any]]:
        """What each file holds."""
    def to_json(self, lang: str = "en") -> str:
        """Canonical JSON, esppadom/validate/1."""
    def to_sarif(self, lang: str = "en") -> str:
        """SARIF 2.1.0."""
    def to_junit(self, lang: str = "en") -> str:
        """JUnit's XML."""

class RuleBook:
    """A rule book: dated, scoped rule sets."""
    def __init__(self, text: str | bytes, name: str = "rules", advice: bool = False) -> None:
        """Loads a rule file's text; strict. `advice` also finds what is legal and deserves a second look."""
    @property
    def id(self) -> str: ...
    @property
    def findings(self) -> list[Finding]: ...
    def to_json(self) -> str:
        """The canonical JSON of the book."""
    def show(
        self,
        at: datetime.date,
        departement: str = "",
        funder: str = "",
        provider: str = "",
        service: str = "",
        beneficiary: str = "",
    ) -> str:
        """Every parameter as it holds for somebody on a day, and where it comes from: esppadom/rules-show/1."""

class Bill:
    """What a run of billing gave."""
    def to_json(self, lang: str = "en") -> str:
        """Canonical JSON, esppadom/bill/1."""
    @property
    def data(self) -> dict[str, Any]:
        """The canonical JSON as dicts and lists."""
    @property
    def ledger(self) -> str:
        """The ledger to keep and to give to the next run: canonical JSON."""
    @property
    def invoices(self) -> list[Invoice]:
        """The INVOICE messages."""
    def report(self, lang: str = "fr") -> str:
        """One page of HTML for those who manage, which needs nothing else."""
    @property
    def findings(self) -> list[Finding]: ...
    @property
    def ok(self) -> bool:
        """Whether there is no error."""

class Comparison:
    """The same month billed under two rule books."""
    def to_json(self, lang: str = "en") -> str:
        """Canonical JSON, esppadom/bill/1, with the member "comparison"."""
    @property
    def data(self) -> dict[str, Any]:
        """The canonical JSON as dicts and lists."""
    @property
    def total(self) -> dict[str, Any]:
        """The figures under both books and their difference: Decimal, int."""
    @property
    def beneficiaries(self) -> list[dict[str, Any]]:
        """Where something differs."""
    @property
    def providers(self) -> list[dict[str, Any]]:
        """Where something differs."""
    @property
    def funders(self) -> list[dict[str, Any]]:
        """Where something differs."""

class Rates:
    """Correction rates."""
    def to_json(self, lang: str = "en") -> str:
        """Canonical JSON, esppadom/correction-rate/1."""
    def to_csv(self) -> str:
        """The rows as CSV."""
    @property
    def data(self) -> dict[str, Any]:
        """The canonical JSON as dicts and lists: "total" and "rows"."""
    @property
    def findings(self) -> list[Finding]: ...

class Request:
    """Everything a run is given."""
    def __init__(self) -> None: ...
    def add(self, messages: Sequence[_Message]) -> None:
        """Takes copies of orders and deliveries."""
    def read(self, source: bytes | Sequence[Any], name: str = "", kinds: Sequence[str] = ()) -> bool:
        """Orders and deliveries of files; whether all could be read."""
    def set_rules(self, rules: RuleBook) -> None: ...
    def set_circumstances(self, circumstances: Circumstances) -> None: ...
    def set_ledger(self, text: str | bytes, name: str = "ledger") -> None: ...
    @property
    def findings(self) -> list[Finding]: ...
    def run(
        self,
        month: str,
        as_of: datetime.date,
        issued_at: datetime.datetime,
        transaction_id: str,
        stage: str = "final",
        complete_for: Sequence[str] = (),
        validated: Sequence[str] = (),
    ) -> Bill: ...
    def explain(
        self,
        delivery: str,
        provider: str,
        format: str,
        lang: str,
        month: str,
        as_of: datetime.date,
        issued_at: datetime.datetime,
        transaction_id: str,
    ) -> str: ...
    def note_findings(self, reader: Reader) -> None:
        """Findings of a reader whose messages were added."""
    def compare(
        self,
        other: RuleBook,
        month: str,
        as_of: datetime.date,
        issued_at: datetime.datetime,
        transaction_id: str,
        stage: str = "final",
        complete_for: Sequence[str] = (),
        validated: Sequence[str] = (),
    ) -> Comparison: ...
    def rate(self, by: str = "provider", unit: str = "", month: str = "") -> Rates: ...

class Statement:
    """A sealed statement of service rendered of one beneficiary and month."""
    @property
    def beneficiary(self) -> str: ...
    @property
    def month(self) -> str:
        """The month, "2026-10"."""
    @property
    def seal(self) -> str:
        """Its SHA-256; that of the last one is kept elsewhere, as the head of the chain."""
    @property
    def json(self) -> str:
        """What is kept, byte for byte."""
    def to_html(self, lang: str = "fr") -> str:
        """One page to read, sign and file; what is sealed is the JSON."""
    def _repr_html_(self) -> str: ...

class CpomStatement:
    """What contracts (CPOM) authorised, performed and billed."""
    def to_json(self, lang: str = "en") -> str:
        """Canonical JSON, esppadom/cpom/1."""
    def to_csv(self, of: str = "rows") -> str:
        """The rows, the months or the contracts as CSV."""
    @property
    def data(self) -> dict[str, Any]:
        """The canonical JSON as dicts and lists."""
    @property
    def contracts(self) -> list[dict[str, Any]]:
        """A provider each: amounts Decimal, durations int seconds."""
    @property
    def months(self) -> list[dict[str, Any]]:
        """Objectives, advances and balance by month: amounts Decimal."""
    @property
    def rows(self) -> list[dict[str, Any]]:
        """By objective, month and service: amounts Decimal, durations int seconds."""
    @property
    def findings(self) -> list[Finding]: ...
    @property
    def ok(self) -> bool:
        """Whether there is no error."""

class Statistics:
    """A statistic."""
    @property
    def of(self) -> str: ...
    @property
    def first(self) -> str:
        """The first month, "2026-10"."""
    @property
    def last(self) -> str: ...
    @property
    def rows(self) -> list[dict[str, Any]]:
        """The rows: amounts Decimal, durations int seconds, dates date."""
    @property
    def left_out(self) -> list[dict[str, Any]]:
        """Visits that the rules do not bill, by reason."""
    def to_json(self, lang: str = "en") -> str:
        """The canonical JSON."""
    def to_csv(self) -> str:
        """The rows as CSV."""
    @property
    def data(self) -> dict[str, Any]:
        """The canonical JSON as dicts and lists."""
    @property
    def findings(self) -> list[Finding]: ...
    @property
    def ok(self) -> bool:
        """Whether there is no error."""

class Reconciliation:
    """Invoices held against a request."""
    @property
    def with_rules(self) -> bool:
        """Whether amounts were compared with what the rules give."""
    @property
    def total(self) -> dict[str, Any]: ...
    @property
    def sums(self) -> list[dict[str, Any]]: ...
    @property
    def left_out(self) -> list[dict[str, Any]]:
        """Lines that are in no sum."""
    @property
    def rows(self) -> list[dict[str, Any]]:
        """The differences: amounts Decimal, durations int seconds."""
    def to_json(self, lang: str = "en") -> str:
        """The canonical JSON."""
    def to_csv(self) -> str:
        """The rows as CSV."""
    @property
    def data(self) -> dict[str, Any]:
        """The canonical JSON as dicts and lists."""
    @property
    def findings(self) -> list[Finding]: ...
    @property
    def ok(self) -> bool:
        """Whether there is no error."""

class AlertNews:
    """Alerts that are told once."""
    @property
    def rows(self) -> list[dict[str, Any]]:
        """What is to be told, begun or ended: dates date, durations int seconds."""
    @property
    def standing(self) -> int:
        """How many were told before and still stand."""
    @property
    def now(self) -> datetime.datetime: ...
    @property
    def ledger(self) -> str:
        """The ledger to keep for the next time, as JSON."""
    def to_json(self, lang: str = "en") -> str:
        """The canonical JSON."""
    def to_csv(self) -> str:
        """The rows as CSV."""
    @property
    def data(self) -> Any:
        """The canonical JSON as dicts and lists."""
    @property
    def findings(self) -> list[Finding]: ...
    @property
    def ok(self) -> bool:
        """Whether there is no error."""

class LedgerExport:
    """A part of a ledger for another operator."""
    @property
    def part(self) -> str:
        """The part, itself a ledger, as JSON."""
    @property
    def facts(self) -> list[dict[str, Any]]:
        """What of each kind was taken and left out: amounts Decimal."""
    def to_json(self, lang: str = "en") -> str:
        """Canonical JSON, esppadom/ledger-export/1."""
    def to_csv(self) -> str:
        """What was taken and left out as CSV."""
    @property
    def findings(self) -> list[Finding]: ...

class TrialBalance:
    """The trial balance of a ledger."""
    @property
    def balanced(self) -> bool:
        """Whether the control is 0 in every row."""
    @property
    def first(self) -> str: ...
    @property
    def last(self) -> str: ...
    @property
    def rows(self) -> list[dict[str, Any]]:
        """The rows: amounts Decimal."""
    @property
    def months_without_documents(self) -> list[str]:
        """Months in which nothing was billed, "2026-10"."""
    def to_json(self) -> str:
        """Canonical JSON, esppadom/trial-balance/1."""
    def to_csv(self) -> str:
        """The rows as CSV."""

class Invoices:
    """Invoices that are to be checked."""
    def __init__(self) -> None: ...
    def add(self, messages: Sequence[_Message]) -> None:
        """Takes what it needs."""
    def read(self, source: bytes | Sequence[Any], name: str = "") -> bool:
        """Invoices of files; whether all could be read."""
    def note_findings(self, reader: Reader) -> None:
        """Findings of a reader whose messages were added."""

def statistics(
    request: Request,
    of: str,
    period: str,
    first: str | None,
    last: str | None,
    as_of: datetime.date | None,
    now: datetime.datetime | None,
    beneficiary: str,
    provider: str,
    caregiver: str,
    service: str,
    funder: str,
    smallest_group: int | None = None,
) -> Statistics:
    """Bills the request and takes a statistic."""

def told_alerts(
    request: Request, as_of: datetime.date | None, now: datetime.datetime | None, beneficiary: str, provider: str
) -> AlertNews:
    """Bills the request and tells alerts once."""

def export_ledger(ledger: str | bytes, name: str, by: str, id: str) -> LedgerExport:
    """The part of a ledger that another operator needs."""

def merge_ledgers(parts: Sequence[tuple[str, str | bytes]]) -> str:
    """One ledger of several parts, as JSON."""

def reconcile(
    request: Request,
    invoices: Invoices,
    first: str | None,
    last: str | None,
    as_of: datetime.date | None,
    provider: str,
    funder: str,
    service: str,
    by: str,
) -> Reconciliation:
    """Holds invoices against the request."""

def trial_balance(
    ledger: str | bytes, name: str, first: str | None, last: str | None, funder: str, provider: str
) -> TrialBalance:
    """The trial balance of a ledger."""

def service_fait(
    ledger: str | bytes,
    name: str,
    first: str,
    last: str | None,
    beneficiary: str,
    keep_years: int | None,
    before: Sequence[tuple[str, str | bytes]],
) -> tuple[list[Statement], list[Finding]]:
    """Statements, and findings."""

def cpom(
    ledger: str | bytes, name: str, rules: RuleBook, first: str | None, last: str | None, funder: str, provider: str
) -> CpomStatement:
    """The statement of the contracts of a ledger."""

def reconcile_own(bill: Bill) -> Reconciliation:
    """The invoices of a run held against its facts."""

class IdentifiedCalls:
    """What became of a log of calls."""
    def to_json(self, lang: str = "en") -> str:
        """Canonical JSON, esppadom/identify/1."""
    @property
    def data(self) -> dict[str, Any]:
        """The canonical JSON as dicts and lists."""
    @property
    def visits(self) -> list[Delivery]:
        """A Delivery for each visit that two calls tell of."""
    @property
    def raw_stamps(self) -> list[Delivery]:
        """A Delivery with the code HOR for each visit of which only one call is there."""
    @property
    def counts(self) -> dict[str, int]:
        """How many calls ended how."""
    @property
    def left(self) -> list[dict[str, Any]]:
        """Calls that are no visit: unidentified, ambiguous, repeated or incomplete, and why."""
    @property
    def findings(self) -> list[Finding]: ...
    @property
    def ok(self) -> bool:
        """Whether there is no error."""

def identify(
    calls: str | bytes,
    calls_name: str,
    directory: str | bytes,
    directory_name: str,
    rules: RuleBook | None,
    planned: Circumstances | None,
    issued_at: datetime.datetime | None,
    transaction_id: str,
    method: str,
) -> IdentifiedCalls:
    """Identifies the calls of a log and makes messages of them."""

class Viewer:
    """Reduces messages to what a role may see, and counts what it removed."""
    def __init__(
        self,
        role: str,
        key: str | bytes = "",
        provider: str = "",
        beneficiary: str = "",
        service: str = "",
        keep_dates: bool = False,
    ) -> None:
        """`role` is departement, provider, branch, beneficiary, family or statistician; `key` is that of the pseudonyms,
        at least 16 bytes. One thread at a time."""
    def see(self, message: Order | Delivery | Invoice) -> Any:
        """The message as the role may see it; None for one it may not see."""
    def count(self, message: Order | Delivery | Invoice) -> None:
        """Counts of whom a message speaks, before any is seen."""
    def leave_out_groups_below(self, people: int) -> None:
        """Leaves messages of small groups out, once all are counted."""
    def to_json(self) -> str:
        """What was kept and removed so far: canonical JSON, esppadom/view/1, without any value of a message."""

def verify(statements: Sequence[tuple[str, str | bytes]], head: str) -> list[Finding]:
    """What is wrong with statements that were kept."""

def apa(
    date: datetime.date,
    gir: int,
    plan: Decimal | int,
    resources: Decimal | int,
    couple: bool = False,
    mtp: Decimal | int | None = None,
) -> str:
    """Canonical JSON, esppadom/apa/1."""

class CsvMapping:
    """Which column holds which field in which form."""
    def __init__(self, text: str | bytes, name: str = "mapping", parameters: dict[str, str] = {}) -> None: ...
    @property
    def name(self) -> str: ...
    @property
    def files(self) -> list[str]:
        """The names of its files, in order."""
    @property
    def can_read(self) -> bool:
        """Whether messages can be read with it."""
    @staticmethod
    def shipped(name: str, parameters: dict[str, str] = {}) -> CsvMapping:
        """One that comes with the library."""
    @staticmethod
    def shipped_names() -> list[str]:
        """The names of those that come with the library."""

def export_csv(
    messages: Sequence[_Message], mapping: CsvMapping, circumstances: Circumstances | None = None
) -> tuple[dict[str, bytes], list[Finding]]:
    """The files by name, and findings."""

def import_csv(files: dict[str, bytes], mapping: CsvMapping) -> tuple[list[_Message], list[Finding]]:
    """The messages, and findings."""

class Table:
    """Messages as columns. Software that knows Arrow takes it as it is: pyarrow.table(t), polars.DataFrame(t),
    duckdb.sql("from t"). Each use reads the source anew."""
    def __init__(
        self,
        source: bytes | Sequence[Any],
        rows: str = "visits",
        name: str = "",
        strict: bool = False,
        batch_rows: int = 65536,
    ) -> None: ...
    def __arrow_c_stream__(self, requested_schema: object = None) -> CapsuleType: ...
    def __arrow_c_schema__(self) -> CapsuleType: ...
    @property
    def columns(self) -> list[dict[str, Any]]:
        """Name, type, unit and French label of each column."""
    @property
    def findings(self) -> list[Finding]:
        """What the last reading found."""
    def to_dict(self) -> dict[str, list[Any]]:
        """The columns as lists: cents and seconds as int, times as datetime."""

def delivery_of_row(row: dict[str, Any]) -> Delivery:
    """A DELIVERY of what the columns of a table of visits hold."""

def round_duration(
    seconds: Any, step: int, mode: str = "nearest", tie: str = "up", threshold: int | None = None
) -> Any:
    """A duration or a column of them, rounded to a step."""

def split(
    seconds: int,
    unit_price: Decimal | int,
    funders: Sequence[tuple[Decimal | int, Decimal | int, int | None]],
    rounding: str = "half_up",
    residual_cent_to: str = "first_funder",
) -> tuple[Fraction, list[Fraction], Fraction, Decimal, list[Decimal], Decimal, str]:
    """Price, shares and rest, exact and in cents; the canonical JSON."""

def split_column(
    seconds: Any,
    unit_price: Decimal | int,
    tariff: Decimal | int,
    participation: Decimal | int,
    rounding: str = "half_up",
) -> tuple[array[int], array[int], array[int]]:
    """Cents of the price, of the funder, of the rest."""

def smooth(
    rules: RuleBook,
    at: datetime.date,
    plan: Any,
    used: Any,
    departement: str = "",
    funder: str = "",
    provider: str = "",
    service: str = "",
    beneficiary: str = "",
) -> str:
    """Canonical JSON, esppadom/smooth/1."""

def calculate(
    of: str,
    question: str,
    rules: RuleBook | None = None,
    at: datetime.date | None = None,
    departement: str = "",
    funder: str = "",
    provider: str = "",
    service: str = "",
    beneficiary: str = "",
) -> str:
    """Canonical JSON, esppadom/calculation/1."""

def describe(of: str) -> str:
    """Canonical JSON, esppadom/description/1."""

def diff(a: Sequence[_Message], b: Sequence[_Message], lang: str = "en", personal_data: bool = False) -> str:
    """Canonical JSON, esppadom/diff/1."""

def conformance(kit: Any, lang: str = "en") -> str:
    """Canonical JSON, esppadom/conformance/1."""
