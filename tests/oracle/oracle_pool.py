"""The counter and the lots of one plan: the rules reference, algorithm c2."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Dict, FrozenSet, List, Optional, Tuple

from oracle_plan import Calendar
from oracle_rules import Rules

ZERO = Fraction(0)
PoolState = Tuple[Fraction, Fraction, Fraction, Dict[str, Fraction]]  # own, carried, advance, lots
Taken = List[Tuple[str, Fraction]]  # "own", a lot's period or "advance", and how much of it


@dataclass
class Pool:
    """Seconds or euros of a plan in its present period, and what earlier periods left."""

    rules: Rules
    calendar: Calendar
    lots: Dict[str, Fraction] = field(default_factory=dict)
    plans: Dict[str, FrozenSet[str]] = field(default_factory=dict)  # that granted a lot
    period: str = ""
    granting: FrozenSet[str] = frozenset()
    quantity: Fraction = ZERO
    plan: Fraction = ZERO
    next_quantity: Fraction = ZERO
    borrowed: Fraction = ZERO  # of the present period, repaid first
    own: Fraction = ZERO
    carried: Fraction = ZERO
    advance: Fraction = ZERO
    excess: Fraction = ZERO
    expired: Fraction = ZERO
    worth: Fraction = Fraction(1)  # of a second, in a pool of euros
    shut: bool = False  # a visit crossed the ceiling and is not cut

    def open(
        self,
        period: str,
        quantity: Fraction,
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
        borrowed = self.advance
        self.period, self.granting = period, plans
        self.quantity, self.next_quantity = quantity, next_quantity
        self.borrowed = borrowed
        self.plan = quantity - borrowed
        self.own = self.carried = self.advance = self.excess = ZERO
        self.shut = False

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
            ceiling = max(ceiling, self.plan)  # Reading: the month's own hours stay within reach
        return max(ZERO, ceiling - self.own - self.carried)

    def offers(self) -> Taken:
        """What may be taken, in order."""
        enabled = self.rules.get("smoothing.carry.enabled")
        own = [("own", max(ZERO, self.plan - self.own))]
        lots = [(name, self.lots[name]) for name in self.ordered_lots()] if enabled else []
        room = self.room()
        first = self.rules.get("smoothing.carry.order") == "oldest_first"
        result: Taken = []
        for source, amount in lots + own if first else own + lots:
            if room is not None and (first or source != "own"):
                left = room - sum((a for s, a in result), ZERO)
                amount = max(ZERO, min(amount, left))
            result.append((source, amount))
        if self.rules.get("smoothing.advance.enabled"):
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
        """What the period leaves becomes a lot."""
        rules = self.rules
        rest = self.plan - self.own
        if rules.get("smoothing.carry.enabled") and rest > 0:
            cap, share = self.limit("smoothing.carry.cap_min"), rules.maybe("smoothing.carry.cap_pct")
            if cap is not None:
                rest = min(rest, cap)
            if share is not None:
                rest = min(rest, self.plan * share / 100)
            self.lots[self.period] = rest
            self.plans[self.period] = self.granting
        self.lots = {name: amount for name, amount in self.lots.items() if amount > 0}
