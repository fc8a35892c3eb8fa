"""The counter and the lots of one plan: the rules reference, algorithm c2."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Dict, FrozenSet, List, Optional, Tuple

from oracle_plan import Calendar
from oracle_rules import Rules

ZERO = Fraction(0)
PoolState = Tuple[Fraction, Fraction, Fraction, Dict[str, Fraction]]  # own, carried, advance, lots
Taken = List[Tuple[str, Fraction]]  # "own", a lot's period or "advance", and how much of it


@dataclass
class Part:
    """Days of a period with a quantity of their own; a period has several under `prorata` = `by_day`."""

    first: date
    quantity: Fraction
    own: Fraction = ZERO
    repaid: Fraction = ZERO  # taken by the period before

    @property
    def plan(self) -> Fraction:
        return self.quantity - self.repaid


def part_at(parts: List[Part], day: date) -> int:
    """The part in which a day lies."""
    return max([0] + [number for number, part in enumerate(parts) if part.first <= day])


@dataclass
class Pool:
    """Seconds or euros of a plan in its present period, and what earlier periods left."""

    rules: Rules
    calendar: Calendar
    lots: Dict[str, Fraction] = field(default_factory=dict)
    plans: Dict[str, FrozenSet[str]] = field(default_factory=dict)  # that granted a lot
    period: str = ""
    granting: FrozenSet[str] = frozenset()
    parts: List[Part] = field(default_factory=list)
    at: int = 0  # the part that the present visit draws on
    next_quantity: Fraction = ZERO  # of the first part of the next period
    carried: Fraction = ZERO
    advance: Fraction = ZERO
    excess: Fraction = ZERO
    expired: Fraction = ZERO
    worth: Fraction = Fraction(1)  # of a second, in a pool of euros
    shut: bool = False  # a visit crossed the ceiling and is not cut

    def open(
        self,
        period: str,
        parts: List[Part],
        next_quantity: Fraction = ZERO,
        plans: FrozenSet[str] = frozenset(),
    ) -> None:
        """Drops what has expired and says what the period grants."""
        horizon = self.rules.get("smoothing.carry.horizon_periods")
        now = self.calendar.number(period)
        self.expired = ZERO
        across = self.rules.get("smoothing.carry.across_plans")
        for name in sorted(self.lots):
            late = now - self.calendar.number(name) > horizon
            gone = plans and not across and not self.plans.get(name, plans) & plans
            if late or gone:
                self.expired += self.lots.pop(name)
        self.period, self.granting = period, plans
        self.parts, self.at, self.next_quantity = parts, 0, next_quantity
        parts[0].repaid = self.advance
        self.carried = self.advance = self.excess = ZERO
        self.shut = False

    @property
    def quantity(self) -> Fraction:
        return sum((part.quantity for part in self.parts), ZERO)

    @property
    def all_own(self) -> Fraction:
        return sum((part.own for part in self.parts), ZERO)

    @property
    def own(self) -> Fraction:
        """What visits have used of the present part."""
        return self.parts[self.at].own

    @own.setter
    def own(self, used: Fraction) -> None:
        self.parts[self.at].own = used

    def turn_to(self, day: date) -> None:
        self.at = part_at(self.parts, day)

    def limit(self, key: str) -> Optional[Fraction]:
        """A limit in minutes, in what the pool counts."""
        seconds = self.rules.minutes(key)
        return None if seconds is None else seconds * self.worth

    def ordered_lots(self) -> List[str]:
        newest = self.rules.get("smoothing.carry.order") == "own_then_newest"
        return sorted(self.lots, reverse=newest)

    def room(self) -> Optional[Fraction]:
        """How much more plan and lots may give together; None = no bound."""
        if self.rules.get("smoothing.carry.may_exceed_ceiling"):
            return None
        ceiling = self.limit("smoothing.ceiling_min")
        ceiling = self.quantity if ceiling is None else ceiling
        if self.rules.get("smoothing.carry.order") == "oldest_first":
            whole = sum((part.plan for part in self.parts), ZERO)
            ceiling = max(ceiling, whole)  # Reading: the month's own hours stay within reach
        return max(ZERO, ceiling - self.all_own - self.carried)

    def offers(self) -> Taken:
        """What may be taken, in order."""
        enabled = self.rules.get("smoothing.carry.enabled")
        own = [("own", max(ZERO, self.parts[self.at].plan - self.own))]
        lots = [(name, self.lots[name]) for name in self.ordered_lots()] if enabled else []
        room = self.room()
        first = self.rules.get("smoothing.carry.order") == "oldest_first"
        result: Taken = []
        for source, amount in lots + own if first else own + lots:
            if room is not None and (first or source != "own"):
                left = room - sum((a for s, a in result), ZERO)
                amount = max(ZERO, min(amount, left))
            result.append((source, amount))
        # A version that ended inside the period grants nothing in the next one.
        if self.rules.get("smoothing.advance.enabled") and self.at + 1 == len(self.parts):
            cap = self.limit("smoothing.advance.cap_min") or ZERO
            left = min(cap, self.next_quantity) - self.advance
            result.append(("advance", max(ZERO, left)))
        return [(source, amount) for source, amount in result if amount > 0]

    def left(self) -> Fraction:
        return ZERO if self.shut else sum((amount for _, amount in self.offers()), ZERO)

    def state(self) -> PoolState:
        return self.own, self.carried, self.advance, dict(self.lots)

    def restore(self, state: PoolState) -> None:
        self.own, self.carried, self.advance = state[:3]
        self.lots = dict(state[3])

    def take(self, wanted: Fraction) -> Taken:
        """Takes what is wanted, as far as it goes."""
        taken: Taken = []
        for source, amount in self.offers():
            part = min(amount, wanted)
            if part <= 0:
                break
            wanted -= part
            taken.append((source, part))
            if source == "own":
                self.own += part
            elif source == "advance":
                self.advance += part
            else:
                self.carried += part
                self.lots[source] -= part
        return taken

    def close(self) -> None:
        """What the last part of the period leaves becomes a lot."""
        rules, last = self.rules, self.parts[-1]
        rest = last.plan - last.own
        if rules.get("smoothing.carry.enabled") and rest > 0:
            cap, share = self.limit("smoothing.carry.cap_min"), rules.maybe("smoothing.carry.cap_pct")
            if cap is not None:
                rest = min(rest, cap)
            if share is not None:
                rest = min(rest, last.plan * share / 100)
            self.lots[self.period] = rest
            self.plans[self.period] = self.granting
        self.lots = {name: amount for name, amount in self.lots.items() if amount > 0}
