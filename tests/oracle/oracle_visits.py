"""From messages to visits with a price: order lines, times, classes, totals of a day or month."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any, Dict, List, Optional, Set, Tuple

from oracle_conflicts import same_beneficiary, same_worker
from oracle_duration import Billable, Interval, NotBilled, hours_rounded
from oracle_input import Inputs, Message, OrderLine
from oracle_late import Late
from oracle_measured import admitted, from_stamps, measured
from oracle_merging import merge_consecutive
from oracle_orders import OrderBook, price_of
from oracle_pricing import Segment, price_visit, split_days
from oracle_rules import RuleBook, Rules
from oracle_special import (
    check_declared,
    declared_as,
    extra_seconds,
    in_outage,
    in_period,
    is_cancelled,
    payable_share,
)
from oracle_stamps import (
    Call,
    Planning,
    Side,
    class_of,
    class_or_none,
    evidence_class,
    join_stamps,
    latest_messages,
    merged,
    readable,
    second_ids,
    stamp_place,
)
from oracle_time import month_of
from oracle_totals import cap_extra, day_plans, round_totals
from oracle_visit import Prepared, Visit


class Preparation:
    """Turns the inputs into visits with a price."""

    def __init__(
        self, inputs: Inputs, lines: List[OrderLine], book: RuleBook, month: str, late: Optional[Late] = None
    ) -> None:
        self.inputs = inputs
        self.late = late or Late()
        self.orders = OrderBook(lines)
        self.book = book
        self.month = month
        facts = inputs.circumstances
        self.planning = Planning(facts.get("planned_visits", []), inputs.messages)
        self.outages = facts.get("outages", [])
        self.incompatible: Dict[str, List[Dict[str, Any]]] = {}
        for entry in facts.get("incompatible_periods", []):
            self.incompatible.setdefault(entry["beneficiary"], []).append(entry)
        self.cancelled = {entry["delivery_id"]: entry for entry in facts.get("cancellations", [])}
        self.extra = {entry["delivery_id"]: entry for entry in facts.get("extra_minutes", [])}
        self.payable = {entry["delivery_id"]: entry for entry in facts.get("payable_reasons", [])}
        self.proofs = {e["delivery_id"] for e in facts.get("proofs", []) if e.get("reference")}
        self.distances = {e["delivery_id"]: e["metres"] for e in facts.get("stamp_distances", [])}
        self.conflicts: Dict[str, List[str]] = {}
        self.no_planned: Dict[str, str] = {}  # why a planned time is none
        self.planned_sides: Dict[str, Tuple[Side, Side]] = {}  # of such a time, each as far as a clock shows it

    def run(self) -> Prepared:
        result = Prepared()
        messages = [m for m in self.inputs.messages if not self.too_late(m)]
        latest = latest_messages(messages)
        calls, alone = join_stamps(latest, messages)
        for key in alone:
            result.unbilled[key] = ("STAMP_ONLY", None)
        for message in self.inputs.messages:
            if message.id not in latest and message.code != "HOR":
                result.unbilled[message.id] = ("CORRECTION_TOO_LATE", None)
        held = set(second_ids(latest))
        self.conflicts = same_worker(latest, held)
        for key in self.merge(calls, held):
            del calls[key]
            result.unbilled[key] = ("MERGED", None)
        for call in calls.values():
            message = call.message
            try:
                if message.code == "SUP":
                    raise NotBilled(self.why_withdrawn(message))
                if message.announced:
                    raise NotBilled("PLANNED_ONLY")
                visit = self.visit(call)
                if visit.month > self.month:
                    raise NotBilled("AFTER_MONTH")
                result.visits.append(visit)
            except NotBilled as reason:
                result.unbilled[message.id] = (str(reason), None)
        # Of visits that are one the second is held; one that is not paid anyway holds no other (section 2a, steps 8, 9).
        seconds = set(second_ids({visit.message.id: visit.message for visit in result.visits}))
        for name in seconds:
            result.unbilled[name] = ("SAME_VISIT_TWO_IDS", None)
        result.visits = [visit for visit in result.visits if visit.message.id not in seconds]
        self.hold_together(result)
        self.finish(result)
        return result

    def merge(self, calls: Dict[str, Call], held: Set[str]) -> List[str]:
        """a6; planned times are settled before, each visit's by itself."""
        apart = held | set(self.extra) | set(self.payable) | set(self.cancelled)

        def rules_of(message: Message) -> Optional[Rules]:
            begin = message.retained[0] or message.arrival
            try:
                assert begin is not None
                line = self.orders.join(message, begin.date())
                return self.rules_for(message, line, line.payer, begin.date())
            except (NotBilled, AssertionError):
                return None

        merging = [k for k, v in self.book.flags("stamps.merge_consecutive.enabled") if v]
        if not merging:
            return []
        for call in calls.values():
            call.message = self.planning.settled(call.message)
        return merge_consecutive(calls, rules_of, apart, lambda m: rules_of(m) is not None)

    def hold_together(self, result: Prepared) -> None:
        """`conflict.same_beneficiary` = `reject`. Reading: as with second identifiers, a visit that is not paid anyway holds
        no other.
        """
        plain = [v for v in result.visits if v.declared != "monthly" and not v.cancelled and self.has_price(v)]
        for visit in same_beneficiary(plain):
            result.unbilled[visit.message.id] = ("BENEFICIARY_CONFLICT", None)
            result.visits.remove(visit)

    def finish(self, result: Prepared) -> None:
        """What concerns several visits together, then hours and prices."""
        day_plans(result.visits)
        cap_extra(result.visits)
        round_totals([visit for visit in result.visits if self.has_price(visit)])
        priced = []
        for visit in result.visits:
            try:
                self.hours(visit)
                for part in self.parts(visit, result.unbilled):
                    if part.month > self.month and month_of(visit.day) > self.month:
                        raise NotBilled("AFTER_MONTH")
                    if part.month > self.month:
                        break  # the next run bills what lies in its month
                    priced += self.priced(part)
            except NotBilled as reason:
                result.unbilled[visit.message.id] = (str(reason), None)
        result.visits = priced

    @staticmethod
    def has_price(visit: Visit) -> bool:
        """What cannot be billed for want of a price is no part of a total that is rounded."""
        try:
            unit_price(visit)
        except NotBilled:
            return False
        return True

    def too_late(self, message: Message) -> bool:
        begin = message.retained[0] or message.arrival
        if begin is None:
            return False
        try:
            line = self.orders.join(message, begin.date())
        except NotBilled:
            return False
        rules = self.rules_for(message, line, line.payer, begin.date())
        return self.late.too_late(rules, message, begin.date())

    def why_withdrawn(self, message: Message) -> str:
        """A code that no meaning names on its day of issue may withdraw a visit or correct it."""
        begin = message.retained[0] or message.arrival
        try:
            assert begin is not None
            line = self.orders.join(message, begin.date())
        except (NotBilled, AssertionError):
            return "DELETED"
        names = self.rules_for(message, line, line.payer, message.issued.date()).get("stamps.code_map")
        return "DELETED" if class_or_none(names, message, None) else "UNKNOWN_CODE"

    def is_incompatible(self, message: Message, rules: Rules, day: date) -> bool:
        listed = in_period(self.incompatible.get(message.beneficiary, []), day)
        return bool(rules.get("incompatible.status")) or listed

    def visit(self, call: Call) -> Visit:
        """One visit, through stamps and duration."""
        message = call.message
        begin = message.retained[0] or message.arrival
        if begin is None:
            raise NotBilled("TIME_MISSING")
        day = begin.date()
        line = self.orders.join(message, day)
        rules = self.rules_for(message, line, line.payer, day)
        names = self.rules_for(message, line, line.payer, message.issued.date()).get("stamps.code_map")
        by_code = class_or_none(names, message, rules.get("extra_minutes.code"))
        if by_code is None:
            raise NotBilled("UNKNOWN_CODE")
        self.late.check(rules, message, day)
        message = admitted(rules, merged(call, rules))
        cancelled = is_cancelled(rules, message, self.cancelled.get(message.id))
        incompatible = self.is_incompatible(message, rules, day)
        declared = declared_as(rules, message, by_code)
        if declared == "per_visit" and (incompatible or not message.timed):
            declared = ""  # no stamp is expected, and none is declared instead
        planned = self.planned_time(message, rules)
        retained, _ = readable(message.retained, rules.clock)
        time = self.time(message, rules, planned, incompatible, declared)
        evidence = evidence_class(rules, message, from_stamps(rules, message, planned), retained)
        kind = class_of(rules, by_code, evidence)
        visit = Visit(message, line, rules, day, time, Fraction(0), kind, evidence, planned, by_code=by_code)
        visit.extra = extra_seconds(rules, message, self.extra.get(message.id))
        visit.incompatible, visit.cancelled, visit.declared = incompatible, cancelled, declared
        if declared:
            visit.kind = "DECLARATIVE"
            visit.share = rules.fraction("declarative.price_pct") / 100
        visit.outage = in_outage(self.outages, message, planned, retained, rules)
        check_declared(rules, declared, message.id in self.proofs)
        share = payable_share(rules, self.payable.get(message.id))
        if share is not None:
            visit.share = visit.share * share
        return visit

    def planned_time(self, message: Message, rules: Rules) -> Optional[Interval]:
        """A planned time that no clock shows is none; a rule that needs it says why it is missing."""
        try:
            return self.planning.find(message, rules.clock)
        except NotBilled as reason:
            self.no_planned[message.id] = str(reason)
            start, end = self.planning.settled(message).planned
            self.planned_sides[message.id] = stamp_place(start, rules.clock), stamp_place(end, rules.clock)
            return None

    def rules_for(self, message: Message, line: OrderLine, payer: str, day: date) -> Rules:
        return self.book.resolve(message.beneficiary, line.service, message.provider, payer, day)

    def hours(self, visit: Visit) -> None:
        """Hours with the decimals wanted; of other funders their own time."""
        rules, message = visit.rules, visit.message
        billed = visit.time.seconds + visit.extra
        if message.timed and visit.declared != "monthly":
            billed = hours_rounded(rules, billed)
        if billed == 0:
            raise NotBilled("ZERO_DURATION")
        visit.time = visit.time._replace(seconds=billed - visit.extra)
        if rules.get("funding.duration_from") != "each":
            return
        for line in self.orders.payers(visit.line, visit.day):
            own = self.rules_for(message, visit.line, line.payer, visit.day)
            # Reading: rules that say the same leave a funder the time that was measured, totals of a day included.
            if line.payer != visit.line.payer and not own.says_the_same(rules):
                args = (message, own, visit.planned, visit.incompatible, visit.declared)
                try:
                    seconds = self.time(*args, of_leading=False).seconds + visit.extra
                except NotBilled:
                    seconds = Fraction(0)
                visit.own_times[line.payer] = hours_rounded(own, seconds)

    def parts(self, visit: Visit, unbilled: Dict[str, Tuple[str, Optional[Fraction]]]) -> List[Visit]:
        """`split_boundaries`: each day's part has the month and the order line of its day."""
        plain = visit.declared == "monthly" or not visit.message.timed
        how = visit.rules.get("attribution")
        visit.whole = visit.time.seconds + visit.extra
        if plain or how == "start":
            return [visit]
        if how == "split_midnight":
            return self.by_month(visit)
        clock = visit.rules.clock
        found: List[Visit] = []
        for part in split_days(visit.time, clock):
            day = clock.local(part.start).date()
            try:
                line = self.orders.join(visit.message, day)
            except NotBilled as reason:  # a later day without an order is listed, the others stand
                if not found:
                    raise
                unbilled[visit.message.id] = (str(reason), None)
                continue
            found.append(replace(visit, time=part, day=day, line=line, extra=Fraction(0)))
        found[-1].extra = visit.extra
        return [part for part in found if part.time.seconds + part.extra > 0]

    @staticmethod
    def by_month(visit: Visit) -> List[Visit]:
        """`split_midnight`: each minute is of its own day, and so of that day's month, or week where plans are
        counted by weeks, or version of the plan; line and rules are those of the start.
        """
        clock, rules = visit.rules.clock, visit.rules
        by_day = rules.get("smoothing.period") == "week" or rules.get("smoothing.prorata") == "by_day"
        months: Dict[str, List[Billable]] = {}
        for part in split_days(visit.time, clock):
            day = clock.local(part.start).date()
            months.setdefault(day.isoformat() if by_day else month_of(day), []).append(part)
        if len(months) == 1:
            return [visit]
        found = []
        for parts in months.values():
            seconds = sum((part.seconds for part in parts), Fraction(0))
            time = Billable(parts[0].start, parts[-1].end, seconds)
            day = clock.local(time.start).date()
            found.append(replace(visit, time=time, day=day, extra=Fraction(0)))
        found[-1].extra = visit.extra
        return [part for part in found if part.time.seconds + part.extra > 0]

    def priced(self, visit: Visit) -> List[Visit]:
        """`retro_tariff` = `none`: what was billed keeps its tariff; time that is added has that of now."""
        self.price(visit)
        kept = self.late.kept.get((visit.message.id, visit.month))
        if kept is None or visit.rules.get("invoicing.retro_tariff") != "none":
            return [visit]
        line = replace(visit.line, tariff=kept.line.tariff, provider_rate=kept.line.provider_rate)
        before = replace(visit, line=line)
        self.price(before)
        if visit.seconds <= kept.seconds:
            return [before]
        before.segments = cut_segments(before.segments, Fraction(0), kept.seconds)
        visit.segments = cut_segments(visit.segments, kept.seconds, visit.seconds)
        return [before, visit]

    def price(self, visit: Visit) -> None:
        rules, line = visit.rules, visit.line
        price = unit_price(visit)
        plain = visit.declared == "monthly" or not visit.message.timed
        if plain:
            billed = visit.time.seconds + visit.extra
            visit.segments = [Segment(billed, price, Fraction(0), (), "weekday", visit.day)]
        else:
            visit.segments = price_visit(rules, visit.time, visit.extra, line.surcharges, price)

    def time(
        self,
        message: Message,
        rules: Rules,
        planned: Optional[Interval],
        incompatible: bool,
        declared: str,
        of_leading: bool = True,
    ) -> Billable:
        """The billed time of a visit that stands beside others; its place is tested once."""
        if message.timed and declared != "monthly":
            if message.id in self.conflicts:
                if rules.get("stamps.conflict.same_worker") == "reject":
                    raise NotBilled("CAREGIVER_CONFLICT")
        unplanned = self.no_planned.get(message.id, "")
        metres = self.distances.get(message.id) if of_leading and not declared else None
        planned_sides = self.planned_sides.get(message.id)
        return measured(message, rules, planned, incompatible, declared, unplanned, planned_sides, metres)


def unit_price(visit: Visit) -> Fraction:
    """What is paid of the price of an hour or a unit."""
    price = price_of(visit.rules, visit.line)
    if price is None:
        raise NotBilled("NO_PRICE")
    if (price * visit.share * 10**6).denominator != 1:
        raise NotBilled("RULE_CONFLICT")  # a unit price has six decimals at most
    return price * visit.share


def cut_segments(segments: List[Segment], first: Fraction, last: Fraction) -> List[Segment]:
    """The segments from one second of a visit to another."""
    found, begin = [], Fraction(0)
    for segment in segments:
        end = begin + segment.seconds
        seconds = min(end, last) - max(begin, first)
        if seconds > 0:
            found.append(replace(segment, seconds=seconds))
        begin = end
    return found
