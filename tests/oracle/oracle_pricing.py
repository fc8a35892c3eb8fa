"""From billed time to priced segments: the rules reference, section 5, with fractions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Dict, List, Optional, Tuple

from oracle_duration import Billable, Interval, NotBilled
from oracle_rules import Rules
from oracle_time import Clock, is_holiday

__all__ = ["Billable", "Interval", "NotBilled", "Segment", "price_visit", "split_days"]

Percents = Dict[str, Fraction]
Kinds = Tuple[Tuple[str, Fraction], ...]
SPECIAL = {(12, 25): "christmas", (5, 1): "first_of_may", (1, 1): "first_of_january"}
KINDS = "saturday sunday public_holiday first_of_january first_of_may christmas evening custom"


@dataclass(frozen=True)
class Segment:
    """Seconds at one price and one surcharge (percent)."""

    seconds: Fraction
    price: Fraction
    surcharge: Fraction
    kinds: Kinds = ()  # what the surcharge is made of
    day_class: str = "weekday"  # weekday saturday sunday public_holiday, evening within its window
    day: Optional[date] = None  # the civil day of its part of the visit
    extra: bool = False  # extra minutes
    counts: bool = True  # whether the plan counts these minutes
    begin: Fraction = Fraction(0)  # the time it covers, of a visit with times
    end: Fraction = Fraction(0)
    twin: bool = False  # time of a double visit that the plan counts with the other one

    @property
    def factor(self) -> Fraction:
        return 1 + self.surcharge / 100

    @property
    def amount(self) -> Fraction:
        return self.seconds / 3600 * self.price * self.factor

    def part(self, seconds: Fraction) -> "Segment":
        return self.cut(seconds)[0]

    def cut(self, seconds: Fraction) -> Tuple["Segment", "Segment"]:
        """The first seconds and the rest."""
        at = self.begin + (self.end - self.begin) * seconds / self.seconds
        return (
            replace(self, seconds=seconds, end=at),
            replace(self, seconds=self.seconds - seconds, begin=at),
        )

    def cut_at(self, instant: Fraction) -> List["Segment"]:
        """The parts before and after an instant."""
        if not self.begin < instant < self.end:
            return [self]
        return list(self.cut(self.seconds * (instant - self.begin) / (self.end - self.begin)))


def split_days(time: Billable, clock: Clock = Clock()) -> List[Billable]:
    """The parts on each civil day.

    What billed time and interval differ by goes to the last part, then before it.
    """
    cuts = [time.start]
    day = clock.local(time.start).date() + timedelta(days=1)
    while clock.midnight(day) < time.end:
        cuts.append(clock.midnight(day))
        day += timedelta(days=1)
    cuts.append(time.end)
    lengths = [Fraction(b - a) for a, b in zip(cuts, cuts[1:])]
    change = time.seconds - sum(lengths)
    for index in range(len(lengths) - 1, -1, -1):
        moved = max(change, -lengths[index])
        lengths[index] += moved
        change -= moved
    return [Billable(a, b, n) for a, b, n in zip(cuts, cuts[1:], lengths)]


def holiday(rules: Rules, day: date) -> bool:
    return is_holiday(day, rules.get("pentecost_monday"), rules.get("holiday_zone"))


def day_class(rules: Rules, day: date) -> str:
    if holiday(rules, day):
        return "public_holiday"
    return {5: "saturday", 6: "sunday"}.get(day.weekday(), "weekday")


def day_surcharge(rules: Rules, percents: Percents, day: date) -> Tuple[str, Fraction]:
    """The surcharge of a whole day: the higher of the holiday's and the week-end's."""
    found = ("", Fraction(0))
    if (day.month, day.day) in SPECIAL:
        kind = SPECIAL[day.month, day.day]
        found = (kind, percents[kind])
    elif holiday(rules, day):
        found = ("public_holiday", percents["public_holiday"])
    week_end = {5: "saturday", 6: "sunday"}.get(day.weekday())
    if week_end and percents[week_end] > found[1]:
        found = (week_end, percents[week_end])
    return found


def window_pieces(rules: Rules, kind: str, day: date) -> List[Interval]:
    """A window on a civil day; one across midnight is two pieces of the day."""
    window = rules.get(f"funding.surcharges.{kind}_window")
    if window is None:
        return []
    clock = rules.clock
    begin_of_day, end_of_day = clock.midnight(day), clock.midnight(day + timedelta(days=1))

    def at(text: str) -> int:
        hour, minute = (int(number) for number in text.split(":"))
        if (hour, minute) == (24, 0):
            return end_of_day
        found = clock.instant(datetime(day.year, day.month, day.day, hour, minute))
        if found is not None:
            return found
        # The hour that is left out in spring: the instant at which the clocks jump over it.
        jump = clock.instant(datetime(day.year, day.month, day.day, 3))
        assert jump is not None
        return jump

    begin, end = at(window["from"]), at(window["to"])
    if begin <= end:
        return [(begin, end)]
    return [(begin_of_day, end), (begin, end_of_day)]


def surcharge_percents(rules: Rules, line_percents: Kinds) -> Percents:
    """The percents of the rule book and those of the order line: `tariff.source` says which one
    stands where both have one. A 0 that is written is a value like any other.
    """
    keys = {kind: f"funding.surcharges.percent.{kind}" for kind in KINDS.split()}
    percents = {kind: rules.maybe(key) or Fraction(0) for kind, key in keys.items()}
    for kind, percent in line_percents:
        if rules.get("tariff.source") == "order" or rules.get(keys[kind]) is None:
            percents[kind] = percent
    return percents


def all_of_day(rules: Rules, percents: Percents, day: date) -> Kinds:
    """Every surcharge of a whole day that applies, the holiday's and the week-end's."""
    names = [SPECIAL.get((day.month, day.day), "public_holiday" if holiday(rules, day) else "")]
    names.append({5: "saturday", 6: "sunday"}.get(day.weekday(), ""))
    return tuple((name, percents[name]) for name in names if name and percents[name] > 0)


def kinds_at(policy: str, whole: Tuple[str, Fraction], day: Kinds, hourly: Kinds) -> Kinds:
    """The surcharges of one minute, by policy."""
    base = (whole,) if whole[1] > 0 else ()
    if policy == "sum":
        return day + hourly
    if policy == "max":
        best = max(base + hourly, key=lambda item: item[1], default=None)
        return (best,) if best else ()
    higher = tuple(item for item in hourly if item[1] > whole[1])
    return higher or base


def price_part(rules: Rules, part: Billable, percents: Percents, price: Fraction) -> List[Segment]:
    """One part of a visit, cut by the windows of its start day."""
    day = rules.clock.local(part.start).date()
    whole = day_surcharge(rules, percents, day)
    policy = rules.get("funding.surcharges.policy")
    windows = [
        (piece, kind) for kind in ("evening", "custom") for piece in window_pieces(rules, kind, day)
    ]
    cuts = {part.start, part.end}
    for (begin, end), _ in windows:
        cuts.update(t for t in (begin, end) if part.start < t < part.end)
    edges = sorted(cuts)
    length = part.end - part.start
    result = []
    for begin, end in zip(edges, edges[1:]):
        within = [kind for (a, b), kind in windows if a <= begin and end <= b]
        hourly = tuple((kind, percents[kind]) for kind in within if percents[kind] > 0)
        kinds = kinds_at(policy, whole, all_of_day(rules, percents, day), hourly)
        result.append(
            Segment(
                # Windows cut the interval; where billed time differs from its length they are
                # scaled.
                (end - begin) * part.seconds / length,
                price,
                sum((percent for _, percent in kinds), Fraction(0)),
                kinds,
                "evening" if is_evening(within, kinds) else day_class(rules, day),
                day,
                begin=Fraction(begin),
                end=Fraction(end),
            )
        )
    return joined([segment for segment in result if segment.seconds > 0])


def is_evening(within: List[str], kinds: Kinds) -> bool:
    """Whether minutes are the evening's: its surcharge counts, or none does."""
    return "evening" in within and (not kinds or "evening" in dict(kinds))


def joined(segments: List[Segment]) -> List[Segment]:
    """Neighbours that a window cut although it changes nothing are one."""
    result: List[Segment] = []
    for segment in segments:
        last = result[-1] if result else None
        if last and (last.kinds, last.day_class) == (segment.kinds, segment.day_class):
            result[-1] = replace(last, seconds=last.seconds + segment.seconds, end=segment.end)
        else:
            result.append(segment)
    return result


def parts_of(rules: Rules, time: Billable) -> List[Billable]:
    """The visit as `attribution` wants it: whole, or cut at each midnight."""
    return [time] if rules.get("attribution") == "start" else split_days(time, rules.clock)


def price_visit(
    rules: Rules,
    time: Billable,
    extra_seconds: Fraction,
    line_percents: Kinds,
    price: Fraction,
) -> List[Segment]:
    """All segments in clock order; extra minutes are a last one at the base price."""
    percents = surcharge_percents(rules, line_percents)
    segments: List[Segment] = []
    for part in parts_of(rules, time):
        if part.seconds > 0 and part.end > part.start:
            segments += price_part(rules, part, percents, price)
    if extra_seconds:
        day = rules.clock.local(time.start).date()
        counts = rules.get("extra_minutes.counts_in_plan")
        kind = day_class(rules, day)
        extra = Segment(extra_seconds, price, Fraction(0), (), kind, day, True, counts)
        segments.append(extra)
    return segments
