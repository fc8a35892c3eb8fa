"""Lines and cents: the rules reference, section 2d."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Dict, List, Set, Tuple

from oracle_rules import Rules
from oracle_time import round_half_even, round_half_up

ZERO = Fraction(0)


@dataclass(frozen=True)
class LineKey:
    """What makes visits share one line. Reading: the order line is the visit's, whoever pays."""

    month: str
    provider: str
    beneficiary: str
    order_line: str
    service: str
    funders: Tuple[str, ...]  # that pay on these minutes; none = the beneficiary's or provider's
    price: Fraction
    surcharge: Fraction
    participation: Fraction
    aid_type: str = ""
    district: str = ""


@dataclass
class Sums:
    """Exact sums of a line or of one visit on it."""

    seconds: Fraction = ZERO
    amount: Fraction = ZERO
    shares: Dict[str, Fraction] = field(default_factory=dict)
    provider: Fraction = ZERO  # what the provider bears
    part: Fraction = ZERO  # of the beneficiary's: the participation
    above: Fraction = ZERO  # of the beneficiary's: what is above the funder's tariff

    def add(self, other: "Sums") -> None:
        self.seconds += other.seconds
        self.amount += other.amount
        self.provider += other.provider
        self.part += other.part
        self.above += other.above
        for name, share in other.shares.items():
            self.shares[name] = self.shares.get(name, ZERO) + share


@dataclass
class Cents:
    """The rounded line: price = funders + beneficiary + provider."""

    price: int = 0
    shares: Dict[str, int] = field(default_factory=dict)
    beneficiary: int = 0
    provider: int = 0

    def add(self, other: "Cents") -> None:
        self.price += other.price
        self.beneficiary += other.beneficiary
        self.provider += other.provider
        for name, share in other.shares.items():
            self.shares[name] = self.shares.get(name, 0) + share


@dataclass
class Line:
    """The visits of a line."""

    rules: Rules
    order: Tuple[str, ...]  # the funders in their turn
    visits: Dict[str, Sums] = field(default_factory=dict)
    taken_off: Dict[str, int] = field(default_factory=dict)  # fixed participation of a month, cents

    def invoiced(self) -> Tuple[str, ...]:
        """The funders that the provider invoices. A share paid elsewhere than to the provider is
        the funder's debt to somebody else (d8): the beneficiary is invoiced for it.
        """
        direct = self.rules.get("funding.payment_channel") == "provider_direct"
        return self.order if direct else ()

    @property
    def deliveries(self) -> Set[str]:
        return set(self.visits)

    def total(self) -> Sums:
        result = Sums()
        for sums in self.visits.values():
            result.add(sums)
        return result

    def rounded(self) -> Cents:
        if self.rules.get("invoicing.round_at") != "visit":
            return round_sums(self.rules, self.total(), self.order)
        result = Cents()
        for sums in self.visits.values():
            result.add(round_sums(self.rules, sums, self.order))
        return result


def to_cents(rules: Rules, value: Fraction) -> int:
    if rules.get("invoicing.line_rounding") == "half_even":
        return round_half_even(value, 100)
    return round_half_up(value, 100)


def round_sums(rules: Rules, sums: Sums, order: Tuple[str, ...]) -> Cents:
    """Price once, shares in order, the rest to the beneficiary, else to the residual funder."""
    result = Cents(price=to_cents(rules, sums.amount))
    rest = result.price
    for name in order:
        share = sums.shares.get(name, ZERO)
        result.shares[name] = min(to_cents(rules, share), rest)
        rest -= result.shares[name]
    paid = sum(sums.shares.values(), ZERO)
    own = sums.amount - paid - sums.provider
    if sums.provider > 0:
        result.provider = rest if own <= 0 else min(to_cents(rules, sums.provider), rest)
        rest -= result.provider
    if own > 0:
        result.beneficiary = rest
    elif rest:
        payers = [name for name in order if sums.shares.get(name, ZERO) > 0]
        first = rules.get("funding.residual_cent_to") == "first_funder"
        result.shares[payers[0 if first else -1]] += rest
    return result


def document_kind(rules: Rules, key: LineKey) -> str:
    """What `invoicing.granularity` tells apart."""
    parts = {
        "provider": (),
        "provider_service": (key.aid_type,),
        "provider_service_district": (key.aid_type, key.district),
        "provider_beneficiary": (key.beneficiary,),
        "provider_service_beneficiary": (key.aid_type, key.beneficiary),
    }
    return "/".join(parts[rules.get("invoicing.granularity")])


def line_order(key: LineKey) -> Tuple[Any, ...]:
    """Reading: line order is that of provider, order line, service, funders, then price."""
    head = (key.month, key.provider, key.order_line, key.service, key.aid_type, key.funders)
    return (*head, key.price, key.surcharge, key.participation)


def all_cents(lines: Dict[LineKey, Line]) -> Dict[LineKey, Cents]:
    """Every line in cents. With `round_at = invoice` what stands on one invoice is rounded once, and the cents are
    given to its lines by largest remainder, in line order.
    """
    result = {key: line.rounded() for key, line in lines.items()}
    invoices: Dict[Tuple[str, ...], List[LineKey]] = {}
    for key in sorted(lines, key=lambda key: (key.beneficiary, line_order(key))):
        if lines[key].rules.get("invoicing.round_at") == "invoice":
            place = (key.month, key.provider, document_kind(lines[key].rules, key))
            invoices.setdefault(place, []).append(key)
    for keys in invoices.values():
        result.update(rounded_together({key: lines[key] for key in keys}))
    for key, line in lines.items():
        # Reading: a fixed participation is notified in cents, and taken off shares that are cents.
        for name, amount in line.taken_off.items():
            result[key].shares[name] -= amount
            result[key].beneficiary += amount
    return result


def rounded_together(lines: Dict[LineKey, Line]) -> Dict[LineKey, Cents]:
    """The lines of one provider, month and kind of document. Reading: the rule of the cent holds for their sum as it
    does for a line; the price of a line follows its exact price where the beneficiary has a share, else the shares.
    """
    sums, rules = Sums(), next(iter(lines.values())).rules
    names = tuple(dict.fromkeys(name for line in lines.values() for name in line.order))
    totals = {key: line.total() for key, line in lines.items()}
    for own in totals.values():
        sums.add(own)
    whole = round_sums(rules, sums, names)
    parts = {
        name: distributed([own.shares.get(name, ZERO) for own in totals.values()], whole.shares[name])
        for name in names
    }
    borne = distributed([own.provider for own in totals.values()], whole.provider)
    prices = distributed([own.amount for own in totals.values()], whole.price)
    result = {}
    for index, (key, own) in enumerate(totals.items()):
        cents = Cents(shares={name: parts[name][index] for name in lines[key].order}, provider=borne[index])
        paid = sum(cents.shares.values()) + cents.provider
        has_rest = own.amount > sum(own.shares.values(), ZERO) + own.provider
        cents.price = max(prices[index], paid) if has_rest else paid
        cents.beneficiary = cents.price - paid
        result[key] = cents
    return result


def distributed(exact: List[Fraction], total: int) -> List[int]:
    """Whole cents that add up to a total, nearest to the exact euros; ties in line order, nothing to who has nothing."""
    floors = [(100 * value).numerator // (100 * value).denominator for value in exact]
    rest = total - sum(floors)
    order = [index for index, value in enumerate(exact) if value > 0]
    order.sort(key=lambda index: (floors[index] - 100 * exact[index], index))
    for index in order[:rest] if rest > 0 else []:
        floors[index] += 1
    for index in order[::-1][:-rest] if rest < 0 else []:
        floors[index] -= 1
    return floors
