"""Messages and their stamps: the rules reference, section 2a."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from datetime import datetime, timezone
from fractions import Fraction
from typing import Any, Dict, Iterable, List, Optional, Tuple, Union

from oracle_duration import Interval, NotBilled, precise
from oracle_input import Message
from oracle_rules import Rules
from oracle_time import Clock

PLAIN = Clock()
Pair = Tuple[Optional[datetime], Optional[datetime]]


@dataclass
class Call:
    """A visit's message and the stamps that came apart from it."""

    message: Message
    stamps: List[Message] = field(default_factory=list)


def means_name(code: str) -> str:
    """As rules name the means of a stamp."""
    return "BADGE" if code == "BDG" else code


def instant(civil: Optional[datetime], clock: Clock = PLAIN) -> Optional[int]:
    if civil is None:
        return None
    found = clock.instant(civil)
    if found is None:
        raise NotBilled("TIME_DOES_NOT_EXIST")
    if clock.ambiguous == "reject" and clock.twice(civil):
        raise NotBilled("TIME_AMBIGUOUS")
    return found


@dataclass(frozen=True)
class Unshown:
    """A stamp that no clock shows. Reading: it is there, and does not matter where nothing is read from it."""

    reason: str


Side = Union[int, Unshown, None]


def stamp_place(civil: Optional[datetime], clock: Clock) -> Side:
    try:
        return instant(civil, clock)
    except NotBilled as reason:
        return Unshown(str(reason))


def place(side: Side) -> int:
    """When a stamp that is there was taken."""
    if isinstance(side, Unshown):
        raise NotBilled(side.reason)
    assert side is not None
    return side


def interval(pair: Pair, clock: Clock = PLAIN) -> Optional[Interval]:
    start, end = instant(pair[0], clock), instant(pair[1], clock)
    return (start, end) if start is not None and end is not None else None


def readable(pair: Pair, clock: Clock) -> Tuple[Optional[Interval], str]:
    """A period, or why there is none."""
    try:
        return interval(pair, clock), "TIME_MISSING"
    except NotBilled as reason:
        return None, str(reason)


def overlap(a: Interval, b: Interval) -> int:
    return min(a[1], b[1]) - max(a[0], b[0])


def shown(pair: Pair) -> Optional[Interval]:
    """A time for comparing it with others; one that no clock shows is none."""
    try:
        return interval(pair)
    except NotBilled:
        return None


def times_of(message: Message) -> Optional[Interval]:
    """The time of a message for comparing it with others: retained, else stamped. One stamp is a second, the one after an
    arrival or before a departure, so that it lies in the visit that begins or ends with it.
    """
    found = shown(message.retained) if message.code != "HOR" else None
    if found is None:
        first, last = message.arrival or message.departure, message.departure or message.arrival
        found = shown((first, last))
        if found is not None and message.arrival is None:
            return (found[1] - 1, found[1])
    return found if found is None or found[1] > found[0] else (found[0], found[0] + 1)


def read_times(message: Message) -> Optional[Interval]:
    """The same as clocks read: which visit stamps belong to is known also where a reading is one that clocks skip."""
    start, end = message.retained if message.code != "HOR" else (None, None)
    if start is None or end is None:
        start, end = message.arrival or message.departure, message.departure or message.arrival
        found = readings((start, end))
        return found if message.arrival or found is None else (found[0] - 1, found[0])
    return readings((start, end))


def sort_key(message: Message) -> Tuple[str, ...]:
    """By retained period; messages without one first."""
    return tuple(time.isoformat() if time else "" for time in message.retained)


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


def join_stamps(
    latest: Dict[str, Message], messages: Iterable[Message]
) -> Tuple[Dict[str, Call], List[str]]:
    """HOR: goes to the visit of the same id, else to the overlapping visit of the three parties;
    the ids of those without a visit are returned apart.
    """
    calls = {key: Call(message) for key, message in latest.items()}
    groups: Dict[Tuple[str, str, str], List[Message]] = {}
    for message in latest.values():
        if message.code != "SUP":
            parties = (message.provider, message.beneficiary, message.caregiver)
            groups.setdefault(parties, []).append(message)
    alone = []
    apart = [message for message in messages if message.code == "HOR"]
    for stamps in sorted(apart, key=lambda m: (m.issued, m.id)):
        target: Optional[str] = stamps.id if stamps.id in latest else None
        if target is None:
            mine = read_times(stamps)
            parties = (stamps.provider, stamps.beneficiary, stamps.caregiver)
            for other in sorted(groups.get(parties, []), key=lambda m: (sort_key(m), m.id)):
                theirs = read_times(other)
                if mine and theirs and overlap(mine, theirs) > 0:
                    target = other.id
                    break
        if target is None or latest[target].code == "SUP":
            alone.append(stamps.id)
        else:
            calls[target].stamps.append(stamps)
    return calls, alone


Stamps = List[Tuple[datetime, str]]


def alike(times: Stamps, window: int, clock: Clock) -> Stamps:
    """The stamps that are one with the first, the visit's own; one that no clock shows is like no other."""
    places = []
    for time, _ in times:
        try:
            places.append(instant(time, clock))
        except NotBilled:
            places.append(None)
    first = places[0]
    if first is None:
        return times[:1]
    return [t for t, place in zip(times, places) if place is not None and abs(place - first) <= window]


def merged(call: Call, rules: Rules) -> Message:
    """The visit with the sides that its own message lacks; double stamps are one."""
    window = rules.get("stamps.dedupe_seconds")
    visit = call.message
    arrivals = [(m.arrival, m.arrival_method) for m in [visit, *call.stamps] if m.arrival]
    departures = [(m.departure, m.departure_method) for m in [visit, *call.stamps] if m.departure]
    changes: Dict[str, Any] = {}
    if arrivals:
        changes["arrival"], changes["arrival_method"] = min(alike(arrivals, window, rules.clock))
    if departures:
        changes["departure"], changes["departure_method"] = max(alike(departures, window, rules.clock))
    return replace(visit, **changes)


def second_ids(latest: Dict[str, Message]) -> List[str]:
    """Visits that are another one under a second id: same three parties, overlapping retained
    times.
    """
    groups: Dict[Tuple[str, str, str], List[Message]] = {}
    for message in latest.values():
        if message.code != "SUP" and not message.announced and message.timed:
            parties = (message.provider, message.beneficiary, message.caregiver)
            groups.setdefault(parties, []).append(message)
    held = []
    for group in groups.values():
        kept: List[Interval] = []
        for message in sorted(group, key=lambda m: (m.issued, m.id)):
            time = shown(message.retained) or times_of(message)
            if time is not None and time[1] <= time[0]:
                continue  # lasts no time
            if time is not None and any(overlap(time, other) > 0 for other in kept):
                held.append(message.id)
            elif time is not None:
                kept.append(time)
    return held


def readings(pair: Pair) -> Optional[Interval]:
    """A time as clocks read, for telling which planned visit it is of; one that ends as it begins is a second."""
    start, end = pair
    if start is None or end is None:
        return None
    begin, last = (int(side.replace(tzinfo=timezone.utc).timestamp()) for side in (start, end))
    return (begin, max(last, begin + 1))


class Planning:
    """The planned visits of the circumstances, and of messages sent before their visit."""

    def __init__(self, entries: List[Dict[str, Any]], messages: Iterable[Message]) -> None:
        self.announced: Dict[str, Message] = {}
        for message in sorted(messages, key=lambda m: m.issued):
            if message.announced and message.code not in ("SUP", "HOR"):
                self.announced[message.id] = message
        self.by_id = {e["delivery_id"]: e for e in entries if e.get("delivery_id")}
        self.by_place: Dict[Tuple[str, str], List[Tuple[int, Interval, Any]]] = {}
        for entry in entries:
            time = readings(self.pair(entry))
            if not entry.get("delivery_id") and time is not None:
                place = (entry["provider"], entry["beneficiary"])
                self.by_place.setdefault(place, []).append((time[0], time, entry))
        for known in self.by_place.values():
            known.sort(key=lambda item: item[0])

    @staticmethod
    def pair(entry: Dict[str, Any]) -> Pair:
        return datetime.fromisoformat(entry["start"]), datetime.fromisoformat(entry["end"])

    def find(self, message: Message, clock: Clock = PLAIN) -> Optional[Interval]:
        """Planned period of the message, else the earlier message of its id, else the entry of its
        id, else the one that overlaps it most.
        """
        own = interval(message.planned, clock)
        if own is not None:
            return own
        earlier = self.announced.get(message.id)
        if earlier is not None and earlier.issued < message.issued:
            return interval(earlier.retained, clock)
        if message.id in self.by_id:
            return interval(self.pair(self.by_id[message.id]), clock)
        found = self.nearest(message)
        return interval(self.pair(found), clock) if found else None

    def settled(self, message: Message) -> Message:
        """The message with its planned time as a period of its own."""
        earlier = self.announced.get(message.id)
        if message.planned[0] is not None and message.planned[1] is not None:
            return message
        if earlier is not None and earlier.issued < message.issued:
            return replace(message, planned=earlier.retained)
        entry = self.by_id.get(message.id) or self.nearest(message)
        return replace(message, planned=self.pair(entry)) if entry else message

    def nearest(self, message: Message) -> Optional[Dict[str, Any]]:
        mine = readings(message.retained) or readings((message.arrival, message.departure))
        known = self.by_place.get((message.provider, message.beneficiary), [])
        if mine is None or not known:
            return None
        best: Optional[Tuple[int, Dict[str, Any]]] = None
        first = bisect_left([item[0] for item in known], mine[0] - 2 * 86400)
        for start, time, entry in known[first:]:
            if start >= mine[1]:
                break
            common = overlap(mine, time)
            fits = entry.get("caregiver") in (None, message.caregiver)
            known_service = entry.get("service") or message.service
            fits = fits and message.service in ("", known_service)
            if fits and common > 0 and (best is None or common > best[0]):
                best = (common, entry)
        return best[1] if best else None


def match_window(rules: Rules, sides: List[Side], planned_start: Side) -> None:
    """a1: an arrival must lie in the window around a planned start."""
    before = rules.minutes("stamps.match_window_min.before")
    after = rules.minutes("stamps.match_window_min.after")
    if sides == [None, None] or (before is None and after is None):
        return
    if planned_start is None:
        raise NotBilled("NO_PLANNED_VISIT")
    if sides[0] is None:
        return
    arrival, start = place(sides[0]), place(planned_start)
    early = before is not None and arrival < start - before
    late = after is not None and arrival > start + after
    if early or late:
        raise NotBilled("NO_PLANNED_VISIT")


SIDES = ("start", "end")


def has_tolerance(rules: Rules, side: int) -> bool:
    names = (f"{SIDES[side]}_early", f"{SIDES[side]}_late")
    return any(rules.get(f"stamps.tolerance_min.{name}") is not None for name in names)


def bounded(rules: Rules, side: int, time: int, planned: int) -> int:
    """A time brought within the tolerance of its side of the planned time."""
    early = rules.minutes(f"stamps.tolerance_min.{SIDES[side]}_early")
    late = rules.minutes(f"stamps.tolerance_min.{SIDES[side]}_late")
    if early is not None and time < planned - early:
        return int(planned - early)
    if late is not None and time > planned + late:
        return int(planned + late)
    return time


class Tolerance:
    """a4: what `outside_tolerance` makes of stamps too far from the plan.

    Reading: both replacing policies act on the stamp outside alone, as a missing side is read alone;
    a retained period stands as it was sent.
    """

    def __init__(
        self, rules: Rules, sides: List[Side], planned: Tuple[Side, Side]
    ) -> None:
        self.sides: List[Side] = list(sides)
        self.replaced = False
        policy = rules.get("stamps.outside_tolerance")
        for index, stamp in enumerate(sides):
            if stamp is None or not has_tolerance(rules, index):
                continue
            if planned[index] is None:
                raise NotBilled("PLANNED_TIME_MISSING")
            stamp, bound = place(stamp), place(planned[index])
            shown = precise(rules, stamp)
            if bounded(rules, index, shown, bound) == shown:
                continue
            if policy == "reject":
                raise NotBilled("OUTSIDE_TOLERANCE")
            if policy == "clamp_to_tolerance":
                self.sides[index] = bounded(rules, index, stamp, bound)
            elif policy == "use_planned":
                self.sides[index] = bound
            self.replaced = self.replaced or policy != "flag"


def class_or_none(entries: List[Dict[str, Any]], message: Message, of_extra_minutes: Optional[str]) -> Optional[str]:
    """The meaning of a correction code for its producer at the time of issue. Reading: a producer's own entry counts whole.

    Reading: a code without a meaning leaves open whether the visit was corrected or withdrawn, and it is
    listed (section 9, unbilled_visits). The code of extra minutes is named by the rules all the same.
    """
    day = message.issued.date().isoformat()
    fitting = [
        entry
        for entry in entries
        if entry.get("producer") in (None, message.provider)
        and (entry.get("issued_from") or "") <= day <= (entry.get("issued_to") or "9999")
    ]
    fitting.sort(key=lambda entry: entry.get("producer") is None)
    if fitting and message.code in fitting[0]["map"]:
        return str(fitting[0]["map"][message.code])
    if message.code and message.code == of_extra_minutes:
        return "DATA_CHANGED"
    return None


def evidence_class(
    rules: Rules, message: Message, computed: Optional[Interval], retained: Optional[Interval]
) -> str:
    """Step 11: what the stamps themselves say."""
    if message.arrival is None and message.departure is None:
        return "CREATED"
    if message.arrival is None:
        return "START_CORRECTED"
    if message.departure is None:
        return "END_CORRECTED"
    methods = rules.get("stamps.probative_methods")
    if methods and not {message.arrival_method, message.departure_method} <= set(methods):
        return "NOT_PROBATIVE"
    gap = rules.minutes("stamps.retained_gap_min")
    if gap is not None and computed and retained:
        if any(abs(Fraction(a - b)) > gap for a, b in zip(computed, retained)):
            return "TIMES_CHANGED"
    return "STAMPED"


def class_of(rules: Rules, by_code: str, by_evidence: str) -> str:
    """`correction.classify_by`."""
    how = rules.get("correction.classify_by")
    if how == "code":
        return by_code
    if how == "evidence":
        return by_evidence
    # Corrected if either says so; where both do, the code names the class.
    return by_evidence if by_code not in CORRECTED and by_evidence in CORRECTED else by_code


CORRECTED = (
    "START_CORRECTED",
    "END_CORRECTED",
    "BOTH_CORRECTED",
    "CREATED",
    "NOT_PROBATIVE",
    "TIMES_CHANGED",
)


def weight(rules: Rules, kind: str) -> Fraction:
    """How much a class counts as corrected."""
    try:
        return rules.fraction(f"correction.code_weights.{kind}")
    except KeyError:
        return Fraction(0)
