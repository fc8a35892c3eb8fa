"""From messages to visits: the last message of each id, stamps sent apart, planned times,
classes, order lines.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from fractions import Fraction
from typing import Any, Dict, Iterable, List, Optional, Tuple

from oracle_input import Inputs, Message, OrderLine
from oracle_pricing import Billable, Interval, NotBilled, Segment
from oracle_pricing import billable, needs_planned, planned_billable, price_visit
from oracle_rules import RuleBook, Rules
from oracle_time import instant_of, month_of

CLASSES = {
    "": "STAMPED",
    "COA": "START_CORRECTED",
    "COD": "END_CORRECTED",
    "CO2": "BOTH_CORRECTED",
    "CRE": "CREATED",
    "MDT": "DATA_CHANGED",
}
CORRECTED = ("START_CORRECTED", "END_CORRECTED", "BOTH_CORRECTED", "CREATED")


@dataclass
class Visit:
    """A visit that has a price."""

    message: Message
    line: OrderLine
    rules: Rules
    day: date
    start: int
    segments: List[Segment]
    kind: str  # class
    incompatible: bool
    cancelled: bool
    invoiced: bool = False  # on an invoice to a funder

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


def instant(civil: Optional[datetime]) -> Optional[int]:
    if civil is None:
        return None
    found = instant_of(civil)
    if found is None:
        raise NotBilled("TIME_DOES_NOT_EXIST")
    return found


def interval(pair: Tuple[Optional[datetime], Optional[datetime]]) -> Optional[Interval]:
    start, end = instant(pair[0]), instant(pair[1])
    return (start, end) if start is not None and end is not None else None


def overlap(a: Interval, b: Interval) -> int:
    return min(a[1], b[1]) - max(a[0], b[0])


def times_of(message: Message) -> Optional[Interval]:
    """The time of a message for comparing it with others: retained, else stamped; one stamp is a
    second.
    """
    found = interval(message.retained) if message.code != "HOR" else None
    if found is None:
        first, last = message.arrival or message.departure, message.departure or message.arrival
        found = interval((first, last))
    return found if found is None or found[1] > found[0] else (found[0], found[0] + 1)


def latest_messages(messages: Iterable[Message]) -> Dict[str, Message]:
    """The last message of each id by issue time; HOR replaces nothing."""
    latest: Dict[str, Message] = {}
    for message in messages:
        if message.code == "HOR":
            continue
        other = latest.get(message.id)
        if other is not None and other.issued == message.issued and other != message:
            raise ValueError(f"{message.id}: two messages of one moment, not covered by the oracle")
        if other is None or message.issued > other.issued:
            latest[message.id] = message
    return latest


def merge_stamps(latest: Dict[str, Message], messages: List[Message], result: Prepared) -> None:
    """HOR: fills the sides that the visit of the same id lacks, else of the overlapping visit of
    the three parties.
    """
    groups: Dict[Tuple[str, str, str], List[Message]] = {}
    for message in latest.values():
        if message.code != "SUP":
            parties = (message.provider, message.beneficiary, message.caregiver)
            groups.setdefault(parties, []).append(message)
    apart = [message for message in messages if message.code == "HOR"]
    for stamps in sorted(apart, key=lambda m: (m.issued, m.id)):
        target: Optional[str] = stamps.id if stamps.id in latest else None
        if target is None:
            mine = times_of(stamps)
            parties = (stamps.provider, stamps.beneficiary, stamps.caregiver)
            for other in sorted(groups.get(parties, []), key=lambda m: (str(m.retained), m.id)):
                theirs = times_of(other)
                if mine and theirs and overlap(mine, theirs) > 0:
                    target = other.id
                    break
        if target is None or latest[target].code == "SUP":
            result.unbilled[stamps.id] = ("STAMP_ONLY", None)
            continue
        visit = latest[target]
        latest[target] = replace(
            visit,
            arrival=visit.arrival or stamps.arrival,
            departure=visit.departure or stamps.departure,
        )


def second_ids(latest: Dict[str, Message]) -> List[str]:
    """Visits that are another one under a second id: same three parties, overlapping retained
    times.
    """
    groups: Dict[Tuple[str, str, str], List[Message]] = {}
    for message in latest.values():
        if message.code != "SUP" and not message.announced:
            parties = (message.provider, message.beneficiary, message.caregiver)
            groups.setdefault(parties, []).append(message)
    held = []
    for group in groups.values():
        kept: List[Interval] = []
        for message in sorted(group, key=lambda m: (m.issued, m.id)):
            time = times_of(message)
            if time is not None and any(overlap(time, other) > 0 for other in kept):
                held.append(message.id)
            elif time is not None:
                kept.append(time)
    return held


class Planning:
    """The planned visits of the circumstances."""

    def __init__(self, entries: List[Dict[str, Any]]) -> None:
        self.by_id = {e["delivery_id"]: e for e in entries if e.get("delivery_id")}
        self.by_place: Dict[Tuple[str, str], List[Tuple[int, Interval, Any]]] = {}
        for entry in entries:
            time = self.time(entry)
            if not entry.get("delivery_id") and time is not None:
                place = (entry["provider"], entry["beneficiary"])
                self.by_place.setdefault(place, []).append((time[0], time, entry.get("caregiver")))
        for known in self.by_place.values():
            known.sort(key=lambda item: item[0])

    @staticmethod
    def time(entry: Dict[str, Any]) -> Optional[Interval]:
        start, end = datetime.fromisoformat(entry["start"]), datetime.fromisoformat(entry["end"])
        return interval((start, end))

    def find(self, message: Message) -> Optional[Interval]:
        """Planned period of the message, else the entry of its id, else the one that overlaps it
        most.
        """
        own = interval(message.planned)
        if own is not None:
            return own
        if message.id in self.by_id:
            return self.time(self.by_id[message.id])
        mine = times_of(message)
        known = self.by_place.get((message.provider, message.beneficiary), [])
        if mine is None or not known:
            return None
        best: Optional[Tuple[int, Interval]] = None
        first = bisect_left([item[0] for item in known], mine[0] - 2 * 86400)
        for start, time, caregiver in known[first:]:
            if start >= mine[1]:
                break
            common = overlap(mine, time)
            fits = caregiver is None or caregiver == message.caregiver
            if fits and common > 0 and (best is None or common > best[0]):
                best = (common, time)
        return best[1] if best else None


class OrderBook:
    """Order lines by number and by place."""

    def __init__(self, lines: List[OrderLine]) -> None:
        self.by_number: Dict[str, List[OrderLine]] = {}
        self.by_place: Dict[Tuple[str, str], List[OrderLine]] = {}
        for line in lines:
            self.by_number.setdefault(line.line_id, []).append(line)
            self.by_place.setdefault((line.beneficiary, line.provider), []).append(line)

    def join(self, message: Message, day: date) -> OrderLine:
        """The order line of a visit. A line that is not valid on the day does not count."""
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
        if len(candidates) > 1:
            raise NotBilled("SEVERAL_ORDER_LINES")
        if not candidates:
            raise NotBilled("NO_ORDER_LINE")
        return candidates[0]

    def stack(self, line: OrderLine, day: date, order: List[str]) -> List[OrderLine]:
        """The lines that may pay for the visit, one for each funder, in funding order, else in
        order-line sequence.
        """
        place = self.by_place[line.beneficiary, line.provider]
        payers: Dict[str, OrderLine] = {line.payer: line}
        for other in sorted(place, key=lambda l: (l.order_id, l.sequence)):
            if other.service == line.service and other.valid_on(day):
                payers.setdefault(other.payer, other)

        def rank(candidate: OrderLine) -> Tuple[int, str, int]:
            known = candidate.payer in order
            place_in_order = order.index(candidate.payer) if known else len(order)
            return place_in_order, candidate.order_id, candidate.sequence

        return sorted(payers.values(), key=rank)


class Preparation:
    """Turns the inputs into visits with a price."""

    def __init__(self, inputs: Inputs, lines: List[OrderLine], book: RuleBook, month: str) -> None:
        self.inputs = inputs
        self.orders = OrderBook(lines)
        self.book = book
        self.month = month
        facts = inputs.circumstances
        self.planning = Planning(facts.get("planned_visits", []))
        self.incompatible: Dict[str, List[Dict[str, Any]]] = {}
        for entry in facts.get("incompatible_periods", []):
            self.incompatible.setdefault(entry["beneficiary"], []).append(entry)
        self.cancelled = {entry["delivery_id"] for entry in facts.get("cancellations", [])}
        self.extra = {entry["delivery_id"]: entry for entry in facts.get("extra_minutes", [])}

    def run(self) -> Prepared:
        result = Prepared()
        latest = latest_messages(self.inputs.messages)
        merge_stamps(latest, self.inputs.messages, result)
        held = set(second_ids(latest))
        for message in latest.values():
            try:
                if message.code == "SUP":
                    raise NotBilled("DELETED")
                if message.announced:
                    raise NotBilled("PLANNED_ONLY")
                if message.id in held:
                    raise NotBilled("SAME_VISIT_TWO_IDS")
                visit = self.visit(message)
                if visit.month > self.month:
                    raise NotBilled("AFTER_MONTH")
                result.visits.append(visit)
            except NotBilled as reason:
                result.unbilled[message.id] = (str(reason), None)
        return result

    def is_incompatible(self, message: Message, rules: Rules, day: date) -> bool:
        if rules.get("incompatible.status"):
            return True
        for entry in self.incompatible.get(message.beneficiary, []):
            ended = entry.get("to") and date.fromisoformat(entry["to"]) < day
            if date.fromisoformat(entry["from"]) <= day and not ended:
                return True
        return False

    def visit(self, message: Message) -> Visit:
        """One visit, through stamps, duration and pricing."""
        begin = message.retained[0] or message.arrival
        if begin is None:
            raise NotBilled("TIME_MISSING")
        day = begin.date()
        line = self.orders.join(message, day)
        rules = self.book.resolve(
            message.beneficiary, line.service, message.provider, line.payer, day
        )
        cancelled = message.id in self.cancelled
        if cancelled and rules.get("funding.cancelled.bill_to") == "none":
            raise NotBilled("CANCELLED")
        incompatible = self.is_incompatible(message, rules, day)
        stampless = message.arrival is None and message.departure is None
        kind = CLASSES[message.code]
        declared = rules.get("declarative.mode") == "per_visit" and stampless
        if declared:
            kind = "DECLARATIVE"
        time = self.time(message, rules, incompatible, declared)
        extra = self.extra_seconds(message, rules)
        if time.seconds + extra == 0:
            raise NotBilled("ZERO_DURATION")
        price = line.provider_rate if line.provider_rate is not None else line.tariff
        if price is None:
            raise NotBilled("NO_PRICE")
        segments = price_visit(rules, time, extra, line.surcharges, price)
        return Visit(message, line, rules, day, time.start, segments, kind, incompatible, cancelled)

    def extra_seconds(self, message: Message, rules: Rules) -> Fraction:
        entry = self.extra.get(message.id)
        if entry is None or entry["minutes"] == 0:
            return Fraction(0)
        allowed = rules.get("extra_minutes.allowed") and rules.get("extra_minutes.bearer")
        coded = rules.get("extra_minutes.code") and message.code == rules.get("extra_minutes.code")
        if not (allowed and coded and entry.get("reason") and entry.get("author")):
            raise NotBilled("EXTRA_MINUTES_WITHOUT_CODE")
        return Fraction(60 * entry["minutes"])

    def time(self, message: Message, rules: Rules, incompatible: bool, declared: bool) -> Billable:
        """Section 2a step 8, then 2b."""
        planned = self.planning.find(message)
        retained = interval(message.retained)
        if incompatible:
            if planned is None:
                raise NotBilled("PLANNED_TIME_MISSING")
            return planned_billable(rules, planned)
        if needs_planned(rules) and planned is None:
            raise NotBilled("PLANNED_TIME_MISSING")
        if rules.get("duration.source") in ("retained", "planned"):
            return billable(rules, retained or (0, 0), retained, planned)
        sides = [instant(message.arrival), instant(message.departure)]
        names = ("start", "end")
        for index in (0, 1):
            if sides[index] is not None:
                continue
            both = message.arrival is None and message.departure is None
            policy = rules.get(f"stamps.missing.{'both' if both else names[index]}")
            # Reading: a declarative visit is billed on its retained period, whatever the policy
            # for missing stamps.
            sides[index] = self.fill(
                "use_retained" if declared else policy, retained, planned, index
            )
        start, end = sides
        assert start is not None and end is not None
        limit = rules.get("stamps.pair_max_hours")
        if end <= start or (limit is not None and end - start > limit * 3600):
            raise NotBilled("END_BEFORE_START")
        return billable(rules, (start, end), retained, planned)

    @staticmethod
    def fill(
        policy: str, retained: Optional[Interval], planned: Optional[Interval], index: int
    ) -> int:
        """The side of a missing stamp."""
        if policy == "reject":
            raise NotBilled("STAMP_MISSING")
        if policy == "zero":
            raise NotBilled("ZERO_DURATION")
        if policy == "use_planned":
            if planned is None:
                raise NotBilled("PLANNED_TIME_MISSING")
            return planned[index]
        if retained is None:
            raise NotBilled("TIME_MISSING")
        return retained[index]
