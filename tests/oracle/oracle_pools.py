"""The pools of all beneficiaries: which plans they put together, what these grant, what is left after each period.

Billing rules reference, section 2c.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, Dict, FrozenSet, Iterator, List, Tuple

from oracle_closed import Account, Period
from oracle_duration import NotBilled
from oracle_input import TIME_UNITS, OrderLine
from oracle_orders import OrderBook
from oracle_participation import both, share_of
from oracle_plan import Calendar, Worth, a_second, bounds, days, granting, period_of, quantity, runs_of
from oracle_pool import Part, Pool
from oracle_rules import NEUTRAL, Rules
from oracle_visit import Visit

ZERO = Fraction(0)
PoolKey = Tuple[str, ...]  # beneficiary, payer, aid type, and what else tells pools apart


@dataclass
class SmoothingRow:
    """One pool and period, after the period."""

    pool: PoolKey
    named: int  # how many parts of the key name the pool; the others tell grants and versions apart
    month: str
    plan_seconds: Fraction
    own: Fraction
    carried: Fraction
    excess: Fraction
    advance: Fraction
    expired: Fraction
    lots: Dict[str, Fraction]


class Pools:
    """Pools by their keys, up to the last day that is billed."""

    def __init__(self, orders: OrderBook, last: date, absences: List[Dict[str, Any]]) -> None:
        self.orders = orders
        self.last = last
        self.absences: Dict[str, List[Dict[str, Any]]] = {}
        for entry in absences:
            self.absences.setdefault(entry["beneficiary"], []).append(entry)
        self.rules = Rules(NEUTRAL)  # of the beneficiary whose visits are funded
        self.pools: Dict[PoolKey, Pool] = {}
        self.lines: Dict[PoolKey, List[OrderLine]] = {}
        self.starts: Dict[PoolKey, date] = {}
        self.opened: Dict[PoolKey, List[str]] = {}
        self.plans_of: Dict[PoolKey, Dict[str, Tuple[date, date]]] = {}  # where a grant is one period
        self.rows: List[SmoothingRow] = []

    def of_beneficiary(self, name: str, rules: Rules) -> List[PoolKey]:
        """The pools that the orders of a beneficiary make under its rules."""
        self.rules = rules
        mine: List[PoolKey] = []
        lines = self.orders.by_beneficiary.get(name, [])
        self.find_plans(lines)
        for line in lines:
            key = self.key_of(line)
            self.pools.setdefault(key, Pool(rules, self.calendar_of(line)))
            known = self.lines.setdefault(key, [])
            if line not in known:
                known.append(line)
            mine += [key] if key not in mine else []
        return mine

    def find_plans(self, lines: List[OrderLine]) -> None:
        """The days of the plans of each pool, where a grant is one period."""
        self.plans_of.clear()
        if self.rules.get("smoothing.period") != "grant":
            return
        for line in lines:
            known = self.plans_of.setdefault(self.pool_of(line), {})
            first, last = known.get(line.plan_id, (line.first_day, line.first_day))
            known[line.plan_id] = (min(first, line.first_day), max(last, line.last_day or date.max))

    def calendar_of(self, line: OrderLine) -> Calendar:
        plans = self.plans_of.get(self.pool_of(line), {})
        if self.side_by_side(line):
            plans = {line.plan_id: plans[line.plan_id]}
        return Calendar(self.rules.get("smoothing.period"), [(plan, *span) for plan, span in plans.items()])

    def side_by_side(self, line: OrderLine) -> bool:
        """Whether plans of the line's pool are in force at once. Reading: then each grant is a pot of its own."""
        spans = sorted(self.plans_of.get(self.pool_of(line), {}).values())
        return any(after[0] <= before[1] for before, after in zip(spans, spans[1:]))

    def close_all(self, keys: List[PoolKey]) -> None:
        for key in keys:
            if key in self.starts:
                self.advance_to(key, self.last)
                self.close(key)

    def account(self, key: PoolKey) -> Account:
        """All periods of a pool, and the one after them for use in advance."""
        pool = self.pools[key]
        names = pool.calendar.between(self.starts[key], self.last)
        following = pool.calendar.following(names[-1]) if pool.rules.get("smoothing.advance.enabled") else ""
        absences = self.absences.get(key[0], [])
        periods = [
            Period(period, self.parts(key, period, absences), self.plans(key, period))
            for period in [*names, *([following] if following else [])]
        ]
        return Account(pool.rules, pool.calendar, periods, len(names) - 1)

    def rows_of(self, key: PoolKey, account: Account) -> Iterator[SmoothingRow]:
        named = 6 if account.rules.get("smoothing.pool_scope") == "per_provider" else 5
        for at, period in enumerate(account.periods[: account.last + 1]):
            own, lots = period.own + period.beyond, account.lots_after(at)
            sums = (own, period.carried, period.excess, period.advanced, ZERO)
            if period.quantity or any(sums) or lots:
                yield SmoothingRow(key, named, period.name, period.quantity, *sums, lots)

    def find_starts(self, visits: List[Visit]) -> None:
        """Reading: a pool is known from the month of the first visit that its funder may pay for;
        what was left of earlier months is no fact of ours.
        """
        for visit in visits:
            for line in self.orders.payers(visit.line, visit.day):
                self.starts.setdefault(self.key_of(line), visit.day)

    def pool_of(self, line: OrderLine) -> PoolKey:
        """What names the pool of a line."""
        rules, group = self.rules, ""
        for entry in rules.get("smoothing.service_groups"):
            if line.service in entry["services"]:
                group = entry["name"]
        unit = "" if line.unit in TIME_UNITS else line.unit  # a plan is counted in its own unit
        key: PoolKey = (line.beneficiary, line.payer, line.aid_type, group, unit)
        if rules.get("smoothing.pool_scope") == "per_provider":
            key += (line.provider,)
        return key

    def key_of(self, line: OrderLine) -> PoolKey:
        key = self.pool_of(line)
        if self.side_by_side(line):
            key += (line.plan_id,)
        return key

    def advance_to(self, key: PoolKey, day: date) -> Pool:
        """Opens the periods of a pool, one after the other, up to that of a day."""
        pool = self.pools[key]
        done = self.opened.setdefault(key, [])
        if done and done[-1] >= pool.calendar.name(day):
            pool.turn_to(day)
            return pool
        wanted = pool.calendar.between(self.starts[key], day)
        ahead = pool.rules.get("smoothing.advance.enabled")
        for period in wanted[len(done) :]:
            if done:
                self.close(key)
            done.append(period)
            mine = self.absences.get(key[0], [])
            following = pool.calendar.following(period)
            # The period comes last: its limits in minutes are worth its own minutes.
            after = self.parts(key, following, mine)[0].quantity if following and ahead else ZERO
            pool.open(period, self.parts(key, period, mine), after, self.plans(key, period))
        pool.turn_to(day)
        return pool

    def parts(self, key: PoolKey, period: str, absences: List[Dict[str, Any]]) -> List[Part]:
        """What a period grants; under `by_day` each run of days on which the same orders stand grants them whole."""
        pool = self.pools[key]
        span = pool.calendar.bounds(period)
        lines = pool.calendar.lines_in(period, self.lines[key])
        try:
            worth = self.worth_in(pool, lines, period)
            whole = quantity(pool.rules, lines, period, absences, worth)
            if pool.rules.get("smoothing.prorata") == "by_day":
                return [Part(*run) for run in runs_of(pool.rules, lines, span, worth)]
            return [Part(span[0], whole)]
        except NotBilled:
            return [Part(span[0], ZERO)]

    def worth_in(self, pool: Pool, lines: List[OrderLine], period: str) -> Worth:
        """What a second of a line counts in a pool: itself, or euros at the funder's rate."""
        if pool.rules.get("smoothing.unit") == "minutes":
            return a_second
        kind = pool.rules.get("smoothing.period")
        first = date.min if kind == "grant" else bounds(kind, period)[0]

        def worth(line: OrderLine) -> Fraction:
            return self.hour_paid(pool.rules, line, max(line.first_day, first)) / 3600

        # Reading: limits in minutes are worth minutes of the first order that the period counts.
        counted = granting(pool.rules, lines, period)
        pool.worth = worth(counted[0]) if counted else ZERO
        return worth

    @staticmethod
    def hour_paid(rules: Rules, line: OrderLine, day: date) -> Fraction:
        """What the funder of a line pays for an hour: its rate less the participation.

        Reading: an ordered hour is one of a weekday, where the funder has rates by the day.
        """
        own = rules.funder(line.payer, line.aid_type)
        weekday = own.maybe("rates.weekday")
        rate = both(rules, line.tariff, own.maybe("rate")) or ZERO if weekday is None else weekday
        share = share_of(rules, own, line, day)
        return max(ZERO, rate * (1 - share.percent / 100) - share.per_hour)

    def plans(self, key: PoolKey, period: str) -> FrozenSet[str]:
        """The plans in force on the last day of a period on which there is any."""
        calendar = self.pools[key].calendar
        if calendar.kind == "grant":
            return frozenset({period})  # each is another plan
        for day in reversed(days(*calendar.bounds(period))):
            found = {line.plan_id for line in self.lines[key] if line.valid_on(day)}
            if found:
                return frozenset(found)
        return frozenset()

    def close(self, key: PoolKey) -> None:
        pool = self.pools[key]
        pool.close()
        if any(part.plan for part in pool.parts) or pool.all_own or pool.carried or pool.excess or pool.lots:
            self.rows.append(
                SmoothingRow(
                    key,
                    6 if pool.rules.get("smoothing.pool_scope") == "per_provider" else 5,
                    pool.period,
                    pool.quantity,
                    pool.all_own,
                    pool.carried,
                    pool.excess,
                    pool.advance,
                    pool.expired,
                    dict(pool.lots),
                )
            )

    def check_weeks(self, visit: Visit, lines: List[OrderLine]) -> None:
        """An order that no rule brings to the period holds the visits of the periods it is valid in."""
        rules = self.rules
        keys = [self.key_of(line) for line in lines]
        kind = rules.get("smoothing.period")
        first, last = bounds(kind, period_of(kind, visit.day)) if kind != "grant" else (date.min, date.max)
        # Reading: an order that grants nothing of the period, as a later one does, needs no rule.
        granted = [l for key in keys for l in granting(rules, self.lines.get(key, []), period_of(kind, visit.day))]
        known = {l.period for l in granted if l.valid_between(first, last)}
        endless = [l for key in keys for l in self.lines.get(key, []) if l.period and l.last_day is None]
        if kind == "grant" and endless:
            raise NotBilled("RULE_CONFLICT")
        by_week = rules.get("smoothing.period") == "week"
        if by_week and known - {"WEE"}:
            raise NotBilled("RULE_CONFLICT")
        if "WEE" in known and not by_week and rules.get("smoothing.week_to_month") is None:
            raise NotBilled("RULE_CONFLICT")
