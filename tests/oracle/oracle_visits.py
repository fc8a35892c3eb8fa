"""From messages to visits with a price: order lines, times, classes, totals of a day or month."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from typing import Any, Dict, List, Optional, Sequence, Set, Tuple

from oracle_duration import (
    Billable,
    Interval,
    NotBilled,
    billable,
    hours_rounded,
    needs_planned,
    planned_billable,
    round_by,
)
from oracle_input import Inputs, Message, OrderLine
from oracle_merging import merge_consecutive
from oracle_pricing import Segment, price_visit, split_days
from oracle_rules import RuleBook, Rules
from oracle_special import (
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
    Tolerance,
    class_of,
    code_class,
    evidence_class,
    has_window,
    instant,
    interval,
    join_stamps,
    latest_messages,
    match_window,
    merged,
    overlap,
    second_ids,
    times_of,
)
from oracle_time import month_of


@dataclass
class Visit:
    """A visit on its way: first its time, then its segments."""

    message: Message
    line: OrderLine
    rules: Rules
    day: date
    time: Billable
    extra: Fraction
    kind: str  # class
    by_evidence: str
    planned: Optional[Interval] = None
    incompatible: bool = False
    cancelled: bool = False
    outage: bool = False
    declared: str = ""  # per_visit, monthly
    share: Fraction = Fraction(1)  # of price and rates, for waiting and declarations
    segments: List[Segment] = field(default_factory=list)
    invoiced: bool = False  # on an invoice to a funder
    first: bool = True  # not a later part of a visit that was split
    own_times: Dict[str, Fraction] = field(default_factory=dict)  # by funder, other than the first

    @property
    def order(self) -> Tuple[str, str]:
        """Clock order: a visit stands where its message says it began."""
        begin = self.message.retained[0] or self.message.arrival
        assert begin is not None
        return (begin.isoformat(), self.message.id)

    @property
    def month(self) -> str:
        return month_of(self.day)

    @property
    def seconds(self) -> Fraction:
        return sum((segment.seconds for segment in self.segments), Fraction(0))

    @property
    def amount(self) -> Fraction:
        return sum((segment.amount for segment in self.segments), Fraction(0))


@dataclass
class Prepared:
    """All visits with a price, and those that are not billed, with the reason and what they would
    have cost.
    """

    visits: List[Visit] = field(default_factory=list)
    unbilled: Dict[str, Tuple[str, Optional[Fraction]]] = field(default_factory=dict)


class OrderBook:
    """Order lines by number and by place."""

    def __init__(self, lines: List[OrderLine]) -> None:
        self.by_number: Dict[str, List[OrderLine]] = {}
        self.by_place: Dict[Tuple[str, str], List[OrderLine]] = {}
        self.by_beneficiary: Dict[str, List[OrderLine]] = {}
        for line in lines:
            self.by_beneficiary.setdefault(line.beneficiary, []).append(line)
            self.by_number.setdefault(line.line_id, []).append(line)
            self.by_place.setdefault((line.beneficiary, line.provider), []).append(line)

    def join(self, message: Message, day: date) -> OrderLine:
        """The order line of a visit. A line that is not valid on the day does not count.

        Several lines of one service with a payer each are one funding; the first is its name.
        """
        candidates: List[OrderLine] = []
        if message.order_line_id:
            named = [l for l in self.by_number.get(message.order_line_id, []) if l.valid_on(day)]
            candidates = [l for l in named if l.order_id in message.order_ids] or named
        if not candidates:
            place = self.by_place.get((message.beneficiary, message.provider), [])
            for line in place:
                same = not message.service or line.service == message.service
                aid = message.service or not message.aid_type or line.aid_type == message.aid_type
                if line.valid_on(day) and same and aid:
                    candidates.append(line)
            services = {line.service for line in candidates}
            payers = {line.payer for line in candidates}
            if len(services) == 1 and len(payers) == len(candidates):
                candidates = sorted(candidates, key=lambda l: (l.order_id, l.sequence))[:1]
        if len(candidates) > 1:
            raise NotBilled("SEVERAL_ORDER_LINES")
        if not candidates:
            raise NotBilled("NO_ORDER_LINE")
        return candidates[0]

    def payers(self, line: OrderLine, day: date) -> List[OrderLine]:
        """The lines that may pay for a visit of this line, one for each payer."""
        payers: Dict[str, OrderLine] = {line.payer: line}
        place = self.by_place[line.beneficiary, line.provider]
        for other in sorted(place, key=lambda l: (l.order_id, l.sequence)):
            if other.service == line.service and other.valid_on(day):
                payers.setdefault(other.payer, other)
        return list(payers.values())


class Preparation:
    """Turns the inputs into visits with a price."""

    def __init__(self, inputs: Inputs, lines: List[OrderLine], book: RuleBook, month: str) -> None:
        self.inputs = inputs
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

    def run(self) -> Prepared:
        result = Prepared()
        latest = latest_messages(self.inputs.messages)
        calls, alone = join_stamps(latest, self.inputs.messages)
        for key in alone:
            result.unbilled[key] = ("STAMP_ONLY", None)
        held = set(second_ids(latest))
        self.conflicts = same_worker(latest, held)
        for key in self.merge(calls, held):
            del calls[key]
            result.unbilled[key] = ("MERGED", None)
        for call in calls.values():
            message = call.message
            try:
                if message.code == "SUP":
                    raise NotBilled("DELETED")
                if message.announced:
                    raise NotBilled("PLANNED_ONLY")
                if message.id in held:
                    raise NotBilled("SAME_VISIT_TWO_IDS")
                visit = self.visit(call)
                if visit.month > self.month:
                    raise NotBilled("AFTER_MONTH")
                result.visits.append(visit)
            except NotBilled as reason:
                result.unbilled[message.id] = (str(reason), None)
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

    def finish(self, result: Prepared) -> None:
        """What concerns several visits together, then hours and prices."""
        day_plans(result.visits)
        cap_extra(result.visits)
        round_totals(result.visits)
        priced = []
        for visit in result.visits:
            try:
                self.hours(visit)
                for part in self.parts(visit):
                    if part.month > self.month and month_of(visit.day) > self.month:
                        raise NotBilled("AFTER_MONTH")
                    if part.month > self.month:
                        break  # the next run bills what lies in its month
                    self.price(part)
                    priced.append(part)
            except NotBilled as reason:
                result.unbilled[visit.message.id] = (str(reason), None)
        result.visits = priced

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
        message = admitted(rules, merged(call, rules))
        cancelled = is_cancelled(rules, message, self.cancelled.get(message.id))
        incompatible = self.is_incompatible(message, rules, day)
        declared = declared_as(rules, message)
        if declared == "per_visit" and (incompatible or not message.timed):
            declared = ""  # no stamp is expected, and none is declared instead
        planned = self.planned_time(message, rules)
        retained = interval(message.retained, rules.clock)
        time = self.time(message, rules, planned, incompatible, declared)
        issued = message.issued.date()
        names = self.rules_for(message, line, line.payer, issued).get("stamps.code_map")
        evidence = evidence_class(rules, message, from_stamps(rules, message, planned), retained)
        kind = class_of(rules, code_class(names, message), evidence)
        visit = Visit(message, line, rules, day, time, Fraction(0), kind, evidence, planned)
        visit.extra = extra_seconds(rules, message, self.extra.get(message.id))
        visit.incompatible, visit.cancelled, visit.declared = incompatible, cancelled, declared
        if declared:
            visit.kind = "DECLARATIVE"
            visit.share = rules.fraction("declarative.price_pct") / 100
        visit.outage = in_outage(self.outages, message, planned, retained)
        if declared and rules.get("declarative.proof_required") and message.id not in self.proofs:
            raise NotBilled("PROOF_MISSING")
        if not (declared or incompatible) and too_far(rules, message, self.distances.get(message.id)):
            raise NotBilled("OUTSIDE_TOLERANCE")
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
            if line.payer != visit.line.payer:
                args = (message, own, visit.planned, visit.incompatible, visit.declared)
                try:
                    seconds = self.time(*args).seconds + visit.extra
                except NotBilled:
                    seconds = Fraction(0)
                visit.own_times[line.payer] = hours_rounded(own, seconds)

    def parts(self, visit: Visit) -> List[Visit]:
        """`split_boundaries`: each day's part has the month and the order line of its day."""
        plain = visit.declared == "monthly" or not visit.message.timed
        how = visit.rules.get("attribution")
        if plain or how == "start":
            return [visit]
        if how == "split_midnight":
            return self.by_month(visit)
        clock = visit.rules.clock
        found = []
        for part in split_days(visit.time, clock):
            day = clock.local(part.start).date()
            line = self.orders.join(visit.message, day)
            found.append(replace(visit, time=part, day=day, line=line, extra=Fraction(0)))
        found[-1].extra = visit.extra
        for later in found[1:]:
            later.first = False
        return [part for part in found if part.time.seconds + part.extra > 0]

    @staticmethod
    def by_month(visit: Visit) -> List[Visit]:
        """`split_midnight`: each minute is of its own day, and so of that day's month; line and
        rules are those of the start.
        """
        clock = visit.rules.clock
        months: Dict[str, List[Billable]] = {}
        for part in split_days(visit.time, clock):
            months.setdefault(month_of(clock.local(part.start).date()), []).append(part)
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

    def price(self, visit: Visit) -> None:
        rules, line = visit.rules, visit.line
        price = price_of(rules, line)
        if price is None:
            raise NotBilled("NO_PRICE")
        price *= visit.share
        if (price * 10**6).denominator != 1:
            raise NotBilled("RULE_CONFLICT")  # a unit price has six decimals at most
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
    ) -> Billable:
        """Section 2a from step 5 on, then 2b."""
        retained = interval(message.retained, rules.clock)
        if declared == "monthly" or not message.timed:
            assert retained is not None
            return Billable(retained[0], retained[1], message.quantity)
        if incompatible:
            return self.incompatible_time(rules, planned, retained)
        if message.id in self.conflicts and rules.get("stamps.conflict.same_worker") == "reject":
            raise NotBilled("CAREGIVER_CONFLICT")
        sides = [instant(message.arrival, rules.clock), instant(message.departure, rules.clock)]
        if planned is None and message.id in self.no_planned and has_window(rules, sides):
            raise NotBilled(self.no_planned[message.id])
        match_window(rules, sides, planned)
        tolerance = Tolerance(rules, sides, planned)
        if needs_planned(rules) and planned is None:
            raise NotBilled(self.no_planned.get(message.id, "PLANNED_TIME_MISSING"))
        filled = self.filled(message, rules, sides, retained, planned, declared)
        source = rules.get("duration.source")
        used = planned if source == "planned" else retained if source == "retained" else filled
        if used is None:
            raise NotBilled("TIME_MISSING")
        check_length(rules, used)
        if needs_planned(rules) and planned is not None:
            check_length(rules, planned)
        if source in ("retained", "planned"):
            return billable(rules, retained or (0, 0), retained, planned)
        # What stands in for a stamp outside the tolerance may leave nothing between the two.
        both = [new if old is not None else time for old, new, time in zip(sides, tolerance.sides, filled)]
        if both[1] < both[0]:
            raise NotBilled("END_BEFORE_START")
        return billable(rules, (both[0], both[1]), retained, planned)

    @staticmethod
    def filled(
        message: Message,
        rules: Rules,
        sides: List[Optional[int]],
        retained: Optional[Interval],
        planned: Optional[Interval],
        declared: str,
    ) -> List[int]:
        """Step 8: both sides, a missing one read where the rules say."""
        result = []
        for index, side in enumerate(sides):
            if side is None:
                policy = missing_policy(rules, message, index)
                # Reading: a declarative visit is billed on its retained period, whatever the
                # policy for missing stamps.
                policy = "use_retained" if declared else policy
                side = fill(policy, rules, retained, planned, index)
            result.append(side)
        return result

    @staticmethod
    def incompatible_time(
        rules: Rules, planned: Optional[Interval], retained: Optional[Interval]
    ) -> Billable:
        """g2: the planned time, or the declared one (the retained period, as it is billed)."""
        if rules.get("incompatible.duration_source") == "planned":
            if planned is None:
                raise NotBilled("PLANNED_TIME_MISSING")
            return planned_billable(rules, planned)
        if retained is None:
            raise NotBilled("TIME_MISSING")
        check_length(rules, retained)
        as_retained = rules.changed("duration.source", "retained")
        if needs_planned(as_retained) and planned is None:
            raise NotBilled("PLANNED_TIME_MISSING")
        return billable(as_retained, retained, retained, planned)


def admitted(rules: Rules, message: Message) -> Message:
    """a10: a stamp by a means that the rules do not admit is none; one that names no means counts.

    Reading: the neutral list names the means that are known and judges nothing.
    """
    allowed = rules.get("stamps.methods_allowed")
    if not rules.has("stamps.methods_allowed"):
        return message
    changes: Dict[str, Any] = {}
    for side in ("arrival", "departure"):
        means = getattr(message, f"{side}_method")
        means = "BADGE" if means == "BDG" else means
        if means and means not in allowed:
            changes[side] = None
    return replace(message, **changes)


def too_far(rules: Rules, message: Message, metres: Optional[int]) -> bool:
    """a5: the bound is inside; without a stamp or a distance nothing is tested."""
    bound = rules.get("stamps.distance_m")
    if bound is None or metres is None or not (message.arrival or message.departure):
        return False
    return metres > int(bound) and rules.get("stamps.outside_distance") == "reject"


def check_length(rules: Rules, times: Sequence[int]) -> None:
    """Reading: a visit that ends before it starts, or lasts longer than `pair_max_hours`, whatever
    its times are read from, is listed and not billed. A retained period of a month that is no
    monthly total would else be paid by the hour.
    """
    limit = rules.get("stamps.pair_max_hours")
    if times[1] < times[0] or times[1] - times[0] > limit * 3600:
        raise NotBilled("END_BEFORE_START")


def from_stamps(
    rules: Rules, message: Message, planned: Optional[Interval]
) -> Optional[Interval]:
    """What the rule set computes from the stamps alone."""
    stamped = interval((message.arrival, message.departure), rules.clock)
    if stamped is None or stamped[1] <= stamped[0]:
        return stamped
    if rules.get("duration.source") != "min_stamped_planned":
        rules = rules.changed("duration.source", "stamped")
    if needs_planned(rules) and planned is None:
        return stamped
    found = billable(rules, stamped, None, planned)
    return (found.start, found.end)


def price_of(rules: Rules, line: OrderLine) -> Optional[Fraction]:
    """The price of a unit: ORDER or rule book, by `tariff.source`."""
    ordered = line.provider_rate if line.provider_rate is not None else line.tariff
    own = rules.maybe("tariff.provider_rate")
    first, second = (ordered, own) if rules.get("tariff.source") == "order" else (own, ordered)
    return first if first is not None else second


def missing_policy(rules: Rules, message: Message, index: int) -> str:
    both = message.arrival is None and message.departure is None
    name = "both" if both else ("start", "end")[index]
    return str(rules.get(f"stamps.missing.{name}"))


def fill(
    policy: str,
    rules: Rules,
    retained: Optional[Interval],
    planned: Optional[Interval],
    index: int,
) -> int:
    """The side of a missing stamp. With a source that reads no stamps only a rejection tells."""
    if policy == "reject":
        raise NotBilled("STAMP_MISSING")
    if rules.get("duration.source") in ("retained", "planned"):
        return 0
    if policy == "zero":
        raise NotBilled("ZERO_DURATION")
    if policy == "use_planned":
        if planned is None:
            raise NotBilled("PLANNED_TIME_MISSING")
        return planned[index]
    if retained is None:
        raise NotBilled("TIME_MISSING")
    return retained[index]


def same_worker(latest: Dict[str, Message], held: Any) -> Dict[str, List[str]]:
    """Visits during which the same caregiver is with somebody else, the later message of each
    pair.
    """
    groups: Dict[Tuple[str, str], List[Message]] = {}
    for message in latest.values():
        live = message.code != "SUP" and not message.announced and message.id not in held
        if live and message.caregiver and message.timed and times_of(message):
            groups.setdefault((message.provider, message.caregiver), []).append(message)
    found: Dict[str, List[str]] = {}
    for group in groups.values():
        group.sort(key=lambda m: (m.issued, m.id))
        kept: List[Message] = []
        for message in group:
            mine = times_of(message)
            for other in kept:
                theirs = times_of(other)
                if mine and theirs and overlap(mine, theirs) > 0:
                    found.setdefault(message.id, []).append(other.id)
            kept.append(message)
    return found


def day_plans(visits: List[Visit]) -> None:
    """`cap.kind = day_plan`: a visit has what is left of the planned time of its day."""
    days: Dict[Tuple[str, str, date], List[Visit]] = {}
    for visit in visits:
        plain = visit.message.timed and visit.declared != "monthly"
        if visit.rules.get("duration.cap.kind") == "day_plan" and plain:
            key = (visit.message.beneficiary, visit.line.line_id, visit.day)
            days.setdefault(key, []).append(visit)
    for day in days.values():
        day.sort(key=lambda v: v.order)
        rest = sum((Fraction(v.planned[1] - v.planned[0]) for v in day if v.planned), Fraction(0))
        for visit in day:
            seconds = min(visit.time.seconds, rest)
            rest -= seconds
            kept = visit.rules.get("duration.source") == "retained"
            end = visit.time.end if kept else visit.time.start + int(seconds)
            visit.time = Billable(visit.time.start, end, seconds)


def cap_extra(visits: List[Visit]) -> None:
    """`extra_minutes.monthly_cap_min`, by beneficiary, order line and month, in clock order."""
    used: Dict[Tuple[str, str, str], Fraction] = {}
    for visit in sorted(visits, key=lambda v: v.order):
        cap = visit.rules.minutes("extra_minutes.monthly_cap_min")
        if cap is None or not visit.extra:
            continue
        key = (visit.message.beneficiary, visit.line.line_id, visit.month)
        visit.extra = min(visit.extra, cap - used.get(key, Fraction(0)))
        used[key] = used.get(key, Fraction(0)) + visit.extra


def round_totals(visits: List[Visit]) -> None:
    """`rounding.scope` day or month: the sum is rounded once, the difference put on the latest
    visits.
    """
    groups: Dict[Tuple[str, str, str], List[Visit]] = {}
    for visit in visits:
        scope = visit.rules.get("duration.rounding.scope")
        plain = visit.message.timed and visit.declared != "monthly"
        if scope == "intervention" or visit.rules.get("duration.rounding.object") != "duration":
            continue
        if plain and not visit.cancelled:
            when = visit.day.isoformat() if scope == "day" else visit.month
            key = (visit.message.beneficiary, visit.line.line_id, when)
            groups.setdefault(key, []).append(visit)
    for group in groups.values():
        group.sort(key=lambda v: v.order, reverse=True)
        total = sum((visit.time.seconds for visit in group), Fraction(0))
        change = round_by(group[0].rules, total, "duration") - total
        for visit in group:
            moved = max(change, -visit.time.seconds)
            visit.time = visit.time._replace(seconds=visit.time.seconds + moved)
            change -= moved
