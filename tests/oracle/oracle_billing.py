"""Plan, carry, funders, lines and cents: the rules reference, sections 2c and 2d."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Dict, List, Optional, Set, Tuple

from oracle_input import OrderLine
from oracle_pricing import Segment
from oracle_rules import Rules
from oracle_time import cents, last_day, month_range, months_between
from oracle_visits import CORRECTED, OrderBook, Prepared, Visit

PoolKey = Tuple[str, str, str]  # beneficiary, payer, aid type
GroupKey = Tuple[
    str, str, str, str, str, str
]  # month, provider, funder, beneficiary, order line, service


@dataclass
class Pool:
    """Counter and lots of one plan."""

    lots: Dict[str, Fraction] = field(default_factory=dict)
    plan: Fraction = Fraction(0)
    used: Fraction = Fraction(0)
    room: Fraction = Fraction(0)  # what this month may use in all
    excess: Fraction = Fraction(0)

    @property
    def left(self) -> Fraction:
        return self.room - self.used


@dataclass
class SmoothingRow:
    """One pool and month, after the month."""

    pool: PoolKey
    month: str
    plan: Fraction
    own: Fraction
    carried: Fraction
    excess: Fraction
    lots: Dict[str, Fraction]


@dataclass(frozen=True)
class LineKey:
    """What makes visits share one line. Reading: the order line is the visit's, whoever pays."""

    month: str
    provider: str
    beneficiary: str
    order_line: str
    service: str
    funder: str  # "" = nobody but the beneficiary
    price: Fraction
    surcharge: Fraction
    participation: Fraction


@dataclass
class Line:
    """Exact sums over the visits of a line."""

    seconds: Fraction = Fraction(0)
    amount: Fraction = Fraction(0)
    share: Fraction = Fraction(0)
    deliveries: Set[str] = field(default_factory=set)

    def rounded(self) -> Tuple[int, int, int]:
        """Price, funder's and beneficiary's share in cents; the beneficiary has the rest."""
        price = cents(self.amount)
        funder = min(cents(self.share), price)
        if self.amount == self.share:
            funder = price  # nobody but the funder has a share: the odd cent is its own
        return price, funder, price - funder


@dataclass
class Totals:
    """What a group of lines comes to."""

    seconds: Fraction = Fraction(0)
    gross: int = 0
    funder: int = 0
    beneficiary: int = 0
    deliveries: Set[str] = field(default_factory=set)

    def minus(self, other: "Totals") -> Tuple[Fraction, int, int, int]:
        """Seconds, gross, funder's and beneficiary's share by which this is more than the other."""
        return (
            self.seconds - other.seconds,
            self.gross - other.gross,
            self.funder - other.funder,
            self.beneficiary - other.beneficiary,
        )


@dataclass
class Target:
    """All that is due for all months, as known now."""

    lines: Dict[LineKey, Line]
    smoothing: List[SmoothingRow]
    prepared: Prepared

    def groups(self) -> Dict[GroupKey, Totals]:
        result: Dict[GroupKey, Totals] = {}
        for key, line in self.lines.items():
            place = (key.month, key.provider, key.funder)
            group = result.setdefault(
                (*place, key.beneficiary, key.order_line, key.service), Totals()
            )
            price, funder, beneficiary = line.rounded()
            group.seconds += line.seconds
            group.gross += price
            group.funder += funder
            group.beneficiary += beneficiary
            group.deliveries |= line.deliveries
        return result


def plan_of(lines: List[OrderLine], month: str) -> Fraction:
    """The month's quantity: that of the lines in force on the last day of the month on which any
    is.
    """
    first = last_day(month).replace(day=1)
    end = last_day(month)
    ends = []
    for line in lines:
        active_to = end if line.last_day is None else min(end, line.last_day)
        if line.first_day <= active_to and active_to >= first:
            ends.append(active_to)
    if not ends:
        return Fraction(0)
    return sum((l.seconds for l in lines if l.valid_on(max(ends))), Fraction(0))


class Funding:
    """All months of all beneficiaries, from the first month to the billed one."""

    def __init__(self, orders: OrderBook, prepared: Prepared, first: str, month: str) -> None:
        self.orders = orders
        self.prepared = prepared
        self.months = month_range(first, month)
        self.lines: Dict[LineKey, Line] = {}
        self.rows: List[SmoothingRow] = []

    def run(self) -> Target:
        by_beneficiary: Dict[str, List[Visit]] = {}
        for visit in self.prepared.visits:
            by_beneficiary.setdefault(visit.message.beneficiary, []).append(visit)
        pools: Dict[str, Dict[PoolKey, List[OrderLine]]] = {}
        for lines in self.orders.by_place.values():
            for line in lines:
                key = (line.beneficiary, line.payer, line.aid_type)
                pools.setdefault(line.beneficiary, {}).setdefault(key, []).append(line)
        for beneficiary in sorted(pools):
            self.beneficiary(pools[beneficiary], by_beneficiary.get(beneficiary, []))
        return Target(self.lines, self.rows, self.prepared)

    def beneficiary(self, lines: Dict[PoolKey, List[OrderLine]], visits: List[Visit]) -> None:
        if not visits:
            return
        rules = visits[
            0
        ].rules  # smoothing settings are the same on all visits of the covered books
        pools = {key: Pool() for key in lines}
        visits.sort(key=lambda v: (v.start, v.message.id))
        for month in self.months:
            for key, pool in pools.items():
                open_month(rules, pool, plan_of(lines[key], month), month)
            for visit in visits:
                if visit.month == month:
                    self.fund(visit, pools)
            for key, pool in pools.items():
                row = close_month(rules, key, pool, month)
                if row:
                    self.rows.append(row)

    def fund(self, visit: Visit, pools: Dict[PoolKey, Pool]) -> None:
        """One visit: each funder in its turn takes the first minutes that are left, as far as its
        pool goes.
        """
        segments = list(visit.segments)
        if visit.cancelled:
            self.book_all(visit, None, segments)
            return
        stack = self.orders.stack(visit.line, visit.day, visit.rules.get("funding.order"))
        for line in stack:
            pool = pools[line.beneficiary, line.payer, line.aid_type]
            taken, segments = cut(segments, pool.left)
            pool.used += total(taken)
            self.book_all(visit, line, taken)
        if segments:
            # Reading: what no funder takes is the excess of the plan that the visit names.
            own = pools[visit.line.beneficiary, visit.line.payer, visit.line.aid_type]
            own.excess += total(segments)
            self.book_all(visit, None, segments)

    def book_all(self, visit: Visit, payer: Optional[OrderLine], segments: List[Segment]) -> None:
        for segment in segments:
            share = Fraction(0)
            participation = Fraction(0)
            if payer is not None:
                participation = payer.participation
                share = funder_share(visit.rules, payer, segment)
                visit.invoiced = True
            key = LineKey(
                visit.month,
                visit.message.provider,
                visit.message.beneficiary,
                visit.line.line_id,
                visit.line.service,
                payer.payer if payer else "",
                segment.price,
                segment.surcharge,
                participation,
            )
            line = self.lines.setdefault(key, Line())
            line.seconds += segment.seconds
            line.amount += segment.amount
            line.share += share
            line.deliveries.add(visit.message.id)


def total(segments: List[Segment]) -> Fraction:
    return sum((segment.seconds for segment in segments), Fraction(0))


def cut(segments: List[Segment], seconds: Fraction) -> Tuple[List[Segment], List[Segment]]:
    """The first seconds of the segments, and the rest."""
    taken, rest = [], []
    for segment in segments:
        part = min(seconds, segment.seconds)
        seconds -= part
        if part > 0:
            taken.append(segment.part(part))
        if part < segment.seconds:
            rest.append(segment.part(segment.seconds - part))
    return taken, rest


def funder_share(rules: Rules, line: OrderLine, segment: Segment) -> Fraction:
    """seconds × the funder's rate (at most the price) × its part of the surcharge × (1 -
    participation).
    """
    assert line.tariff is not None
    rate = min(line.tariff, segment.price)
    bearer = rules.get("funding.surcharges.bearer")
    factor = Fraction(1)
    if bearer == "funder":
        factor = segment.factor
    elif bearer == "split":
        factor = 1 + (segment.factor - 1) * rules.fraction("funding.surcharges.split_pct") / 100
    share = segment.seconds / 3600 * rate * factor * (1 - line.participation / 100)
    return min(share, segment.amount)


def open_month(rules: Rules, pool: Pool, plan: Fraction, month: str) -> None:
    """Drops the lots that have expired and says what the month may use."""
    horizon = rules.get("smoothing.carry.horizon_periods")
    pool.lots = {m: v for m, v in pool.lots.items() if months_between(m, month) <= horizon}
    pool.plan, pool.used, pool.excess = plan, Fraction(0), Fraction(0)
    carry = sum(pool.lots.values(), Fraction(0))
    if not rules.get("smoothing.carry.enabled"):
        carry = Fraction(0)
    elif not rules.get("smoothing.carry.may_exceed_ceiling"):
        raise ValueError("a carry below the ceiling is not covered by the oracle")
    pool.room = plan + carry


def close_month(rules: Rules, key: PoolKey, pool: Pool, month: str) -> Optional[SmoothingRow]:
    """Takes from own hours and lots what was used, and keeps what is left as a lot."""
    order = rules.get("smoothing.carry.order")
    lots_first = order == "oldest_first"
    held = sum(pool.lots.values(), Fraction(0))
    carried = min(pool.used, held) if lots_first else max(Fraction(0), pool.used - pool.plan)
    own = pool.used - carried
    rest = carried
    for lot in sorted(pool.lots, reverse=order == "own_then_newest"):
        part = min(rest, pool.lots[lot])
        pool.lots[lot] -= part
        rest -= part
    assert rest == 0 and own <= pool.plan
    if rules.get("smoothing.carry.enabled") and pool.plan > own:
        pool.lots[month] = pool.plan - own
    pool.lots = {m: v for m, v in pool.lots.items() if v > 0}
    if pool.plan == 0 and pool.used == 0 and pool.excess == 0 and not pool.lots:
        return None
    return SmoothingRow(key, month, pool.plan, own, carried, pool.excess, dict(pool.lots))


def correction_counts(prepared: Prepared, month: str, over: str) -> Dict[str, Tuple[int, int]]:
    """Visits of the month on an invoice, and the corrected ones among them, by provider.

    Two readings of "on an invoice": a funder's (`funder`), or the beneficiary's too (`any`; a
    visit that was cancelled did not take place and is in neither).
    """
    counts: Dict[str, Tuple[int, int]] = {}
    for visit in prepared.visits:
        if visit.month != month or visit.cancelled or not (over == "any" or visit.invoiced):
            continue
        if visit.incompatible or visit.kind == "DECLARATIVE":
            continue
        number, corrected = counts.get(visit.message.provider, (0, 0))
        counts[visit.message.provider] = (number + 1, corrected + (visit.kind in CORRECTED))
    return counts


def first_month(prepared: Prepared, month: str) -> str:
    """Reading: plans count from the first month with a visit, or the billed one."""
    return min([visit.month for visit in prepared.visits] + [month])
