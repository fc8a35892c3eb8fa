"""`smoothing.late` = `keep_closed`: what was invoiced stands. The rules reference, section 2c (late visit or credit after
carry was used), and docs/rules/smoothing.md, "What arrives late".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Dict, FrozenSet, List, Optional, Tuple

from oracle_plan import Calendar
from oracle_pool import Part, PoolState, Taken, part_at
from oracle_rules import Rules

ZERO = Fraction(0)
ENDLESS = Fraction(10**12)
Place = Tuple[int, int]
UseKey = Tuple[Tuple[str, ...], Tuple[str, str], date]  # pool, visit (provider and id), day


@dataclass
class Use:
    """What a visit, or its part of a day, asked of a pool without end, and what the pool paid."""

    asked: Fraction = ZERO
    covered: Fraction = ZERO


@dataclass
class Period:
    """One period of a pool, open to late visits."""

    name: str
    parts: List[Part]
    plans: FrozenSet[str]
    carried: Fraction = ZERO
    advanced: Fraction = ZERO  # taken of the next period
    beyond: Fraction = ZERO  # invoiced, though nothing is left for it any more
    excess: Fraction = ZERO
    lent: Fraction = ZERO  # of its lot, to later periods
    lost: Optional[int] = None  # the first period that may not use its lot
    taken: Taken = field(default_factory=list)  # in the order in which it was taken
    shut: bool = False

    @property
    def quantity(self) -> Fraction:
        return sum((part.quantity for part in self.parts), ZERO)

    @property
    def plan(self) -> Fraction:
        return sum((part.plan for part in self.parts), ZERO)

    @property
    def own(self) -> Fraction:
        return sum((part.own for part in self.parts), ZERO)


class Account:
    """All periods of a pool at once: a late visit finds what its month and the lots still have left."""

    def __init__(self, rules: Rules, calendar: Calendar, periods: List[Period], last: int) -> None:
        self.rules, self.calendar, self.periods = rules, calendar, periods
        self.last = last  # the period after it is there for use in advance only
        horizon = rules.get("smoothing.carry.horizon_periods")
        across = rules.get("smoothing.carry.across_plans")
        for number, period in enumerate(periods):
            for lot in periods[:number]:
                late = calendar.number(period.name) - calendar.number(lot.name) > horizon
                ended = period.plans and not across and not lot.plans & period.plans
                if lot.lost is None and (late or ended):
                    lot.lost = number
        self.at_name = {period.name: number for number, period in enumerate(periods)}

    def at(self, day: date) -> Place:
        """The period of a day and its part."""
        number = self.at_name[self.calendar.name(day)]
        return number, part_at(self.periods[number].parts, day)

    def lot(self, period: Period) -> Fraction:
        """What the last part of a period hands on, used or not."""
        if not self.rules.get("smoothing.carry.enabled"):
            return ZERO
        plan = period.parts[-1].plan
        rest = plan - period.parts[-1].own
        cap, share = self.rules.minutes("smoothing.carry.cap_min"), self.rules.maybe("smoothing.carry.cap_pct")
        rest = rest if cap is None else min(rest, cap)
        return max(ZERO, rest if share is None else min(rest, plan * share / 100))

    @staticmethod
    def own_left(period: Period, at: int) -> Fraction:
        part = period.parts[at]
        lent = period.lent if at + 1 == len(period.parts) else ZERO
        return max(ZERO, part.plan - part.own - lent)

    def offers(self, place: Place) -> Taken:
        """What a visit of that period and part may take, in order."""
        at, part = place
        here, rules = self.periods[at], self.rules
        first = rules.get("smoothing.carry.order") == "oldest_first"
        room: Optional[Fraction] = None
        if not rules.get("smoothing.carry.may_exceed_ceiling"):
            ceiling = rules.minutes("smoothing.ceiling_min")
            ceiling = here.quantity if ceiling is None else ceiling
            room = max(ceiling, here.plan) if first else ceiling
            room = max(ZERO, room - here.own - here.carried)
        own: Taken = [(f"own {part}", self.own_left(here, part))]
        lots: Taken = []
        if rules.get("smoothing.carry.enabled"):
            known = [p for p in self.periods[:at] if p.lost is None or p.lost > at]
            lots = [(p.name, max(ZERO, self.lot(p) - p.lent)) for p in known]
            if rules.get("smoothing.carry.order") == "own_then_newest":
                lots.reverse()
        else:
            first = False
        found: Taken = []
        for source, amount in lots + own if first else own + lots:
            if room is not None:
                if first or not source.startswith("own"):
                    amount = max(ZERO, min(amount, room))
                room -= amount
            found.append((source, amount))
        is_last = part + 1 == len(here.parts)
        if rules.get("smoothing.advance.enabled") and is_last and at + 1 < len(self.periods):
            cap = rules.minutes("smoothing.advance.cap_min") or ZERO
            found.append(("advance", min(cap - here.advanced, self.own_left(self.periods[at + 1], 0))))
        return [(source, amount) for source, amount in found if amount > 0]

    def add(self, at: int, source: str, amount: Fraction) -> None:
        here = self.periods[at]
        if source.startswith("own"):
            here.parts[int(source[4:])].own += amount
        elif source == "beyond":
            here.beyond += amount
        elif source == "advance":
            here.advanced += amount
            self.periods[at + 1].parts[0].repaid += amount
        else:
            here.carried += amount
            self.periods[self.at_name[source]].lent += amount

    def settle(self, place: Place, change: Fraction) -> None:
        """Takes time, whatever is left; below 0 gives back what was taken last, of its own part's plan."""
        at, part = place
        here = self.periods[at]
        if change < 0:
            for number in range(len(here.taken) - 1, -1, -1):
                source, amount = here.taken[number]
                if source.startswith("own") and source != f"own {part}":
                    continue
                back = min(amount, -change)
                self.add(at, source, -back)
                here.taken[number] = (source, amount - back)
                change += back
            here.taken = [(source, amount) for source, amount in here.taken if amount > 0]
            return
        for source, amount in [*self.offers(place), ("beyond", change)]:
            taken = min(amount, change)
            if taken > 0:
                self.add(at, source, taken)
                here.taken.append((source, taken))
                change -= taken

    def lots_after(self, at: int) -> Dict[str, Fraction]:
        """What is left of each lot after a period, as things stand."""
        found: Dict[str, Fraction] = {}
        for number, lot in enumerate(self.periods[: at + 1]):
            if lot.lost is not None and lot.lost <= at:
                continue
            used = sum((a for p in self.periods[: at + 1] for s, a in p.taken if s == lot.name), ZERO)
            if self.lot(lot) > used:
                found[lot.name] = self.lot(lot) - used
        return found


class Turn:
    """What one visit may take of an account, in its funder's turn; stands for a Pool there."""

    def __init__(self, key: Tuple[str, ...], account: Account, place: Place, use: Use) -> None:
        self.key = key
        self.account, self.place, self.use = account, place, use
        self.rules = account.rules
        self.own = ZERO  # taken by this visit
        self.excess = ZERO  # what no funder took of it
        self.now = ZERO  # asked by this visit
        offered = sum((amount for _, amount in account.offers(place)), ZERO)
        self.limit, self.shut = offered, self.period.shut

    @property
    def period(self) -> Period:
        return self.account.periods[self.place[0]]

    @property
    def stands(self) -> bool:
        return self.use.asked != 0 or self.use.covered != 0

    def narrow(self) -> None:
        """An invoiced visit keeps what it took, and takes what is left for what it asks more than then."""
        if self.stands:
            self.limit = self.use.covered + min(max(self.now - self.use.asked, ZERO), self.limit)
            self.shut = False

    def left(self) -> Fraction:
        return ZERO if self.shut else max(ZERO, self.limit - self.own)

    def offers(self) -> Taken:
        return [("own", self.left())] if self.left() > 0 else []

    def take(self, wanted: Fraction) -> Taken:
        part = min(wanted, self.left())
        self.own += part
        return [("own", part)] if part > 0 else []

    def state(self) -> PoolState:
        return self.own, ZERO, ZERO, {}

    def restore(self, state: PoolState) -> None:
        self.own = state[0]

    def settle(self) -> None:
        """The account learns what the visit took."""
        self.account.settle(self.place, self.own - self.use.covered)
        self.period.excess += self.excess
        self.period.shut |= self.shut


class Closed:
    """The invoiced visits of one beneficiary, in the order in which they were invoiced."""

    def __init__(self, facts: List[Tuple[UseKey, Use]]) -> None:
        self.facts = facts
        self.uses: Dict[UseKey, Use] = {}
        self.order: Dict[Tuple[str, str], int] = {}
        for number, (key, fact) in enumerate(facts):
            self.order.setdefault(key[1], number)
            use = self.uses.setdefault(key, Use())
            use.asked += fact.asked
            use.covered += fact.covered
        self.changed: List[Tuple[UseKey, Use]] = []
        self.settled: List[UseKey] = []

    def replay(self, accounts: Dict[Tuple[str, ...], Account], live: List[Tuple[Tuple[str, str], date]]) -> None:
        """Draws as the invoices did; what is not there any more gives back."""
        for (pool, _, day), fact in self.facts:
            accounts[pool].settle(accounts[pool].at(day), fact.covered)
        for key, use in self.uses.items():
            if key[1:] not in live:
                self.give_back(accounts, key, use)

    def give_back(self, accounts: Dict[Tuple[str, ...], Account], key: UseKey, use: Use) -> None:
        accounts[key[0]].settle(accounts[key[0]].at(key[2]), -use.covered)
        self.note(key, use, ZERO, ZERO)

    def note(self, key: UseKey, use: Use, asked: Fraction, covered: Fraction) -> None:
        self.settled.append(key)
        change = Use(asked - use.asked, covered - use.covered)
        if change.asked or change.covered:
            self.changed.append((key, change))

    def finish(self, accounts: Dict[Tuple[str, ...], Account]) -> List[Tuple[UseKey, Use]]:
        """What was not funded again is given back; all facts then, those of this run in the order of their days."""
        for key, use in self.uses.items():
            if key not in self.settled:
                self.give_back(accounts, key, use)
        return self.facts + sorted(self.changed, key=lambda fact: fact[0][2])
