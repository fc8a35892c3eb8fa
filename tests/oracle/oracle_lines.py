"""Lines and cents: the rules reference, section 2d."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Dict, List, Set, Tuple

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

    def add(self, other: "Sums") -> None:
        self.seconds += other.seconds
        self.amount += other.amount
        self.provider += other.provider
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


def all_cents(lines: Dict[LineKey, Line]) -> Dict[LineKey, Cents]:
    """Every line in cents. With `round_at = invoice` an invoice is rounded once and its cents are
    given to its lines by largest remainder; lines of several funders stay as they are.
    """
    result = {key: line.rounded() for key, line in lines.items()}
    invoices: Dict[Tuple[str, ...], List[LineKey]] = {}
    for key, line in lines.items():
        if line.rules.get("invoicing.round_at") == "invoice" and len(key.funders) == 1:
            place = (key.month, key.provider, key.funders[0], document_kind(line.rules, key))
            invoices.setdefault(place, []).append(key)
    for place, keys in invoices.items():
        totals = [lines[key].total() for key in keys]
        rules, name = lines[keys[0]].rules, place[2]
        prices = distributed(rules, [sums.amount for sums in totals])
        shares = distributed(rules, [sums.shares[name] for sums in totals])
        for key, price, share in zip(keys, prices, shares):
            old = result[key]
            own = lines[key].total()
            if own.amount == own.shares[name]:
                price = share  # a party without a share gets no cent
            rest = price - share - old.provider
            result[key] = Cents(price, {name: share}, rest, old.provider)
    for key, line in lines.items():
        # Reading: a fixed participation is notified in cents, and taken off shares that are cents.
        for name, amount in line.taken_off.items():
            result[key].shares[name] -= amount
            result[key].beneficiary += amount
    return result


def distributed(rules: Rules, exact: List[Fraction]) -> List[int]:
    total = to_cents(rules, sum(exact, ZERO))
    return largest_remainder([100 * value for value in exact], total)


def largest_remainder(exact: List[Fraction], total: int) -> List[int]:
    """Whole cents that add up to total, nearest to the exact ones; ties in line order."""
    floors = [value.numerator // value.denominator for value in exact]
    rest = total - sum(floors)
    order = sorted(range(len(exact)), key=lambda i: (floors[i] - exact[i], i))
    for index in order[:rest]:
        floors[index] += 1
    return floors
