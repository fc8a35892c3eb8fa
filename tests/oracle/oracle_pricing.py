"""From the times of a visit to priced segments: the rules reference, sections 2b and 5, with
fractions.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Any, Dict, List, NamedTuple, Optional, Tuple

from oracle_rules import Rules
from oracle_time import PARIS, is_holiday, local, midnight

Interval = Tuple[int, int]  # instants, seconds since 1970
DAY_SECONDS = 86400


class NotBilled(Exception):
    """The visit is listed with this reason instead of being billed."""


class Billable(NamedTuple):
    """The retained interval and the seconds billed for it, without extra minutes."""

    start: int
    end: int
    seconds: Fraction


@dataclass(frozen=True)
class Segment:
    """Seconds at one price and one surcharge (percent)."""

    seconds: Fraction
    price: Fraction
    surcharge: Fraction

    @property
    def factor(self) -> Fraction:
        return 1 + self.surcharge / 100

    @property
    def amount(self) -> Fraction:
        return self.seconds / 3600 * self.price * self.factor

    def part(self, seconds: Fraction) -> "Segment":
        return Segment(seconds, self.price, self.surcharge)


def round_step(value: Fraction, step: Fraction, mode: str, tie: str, threshold: Any) -> Fraction:
    """value to a multiple of step; all in seconds."""
    rest = value % step
    if rest == 0:
        return value
    down, up = value - rest, value - rest + step
    if mode == "down":
        return down
    if mode == "up":
        return up
    if mode == "threshold":
        return up if rest >= Fraction(str(threshold)) * 60 else down
    assert mode == "nearest"
    if 2 * rest != step:
        return up if 2 * rest > step else down
    if tie == "even":
        return down if (down / step) % 2 == 0 else up
    return up if tie == "up" else down


def round_by(rules: Rules, value: Fraction, side: str) -> Fraction:
    """One of "start", "end", "duration" by the rounding in force; provider = in favour of the
    provider.
    """
    mode = rules.get("duration.rounding.mode")
    larger = {"start": "down", "end": "up", "duration": "up"}[side]
    smaller = {"down": "up", "up": "down"}[larger]
    mode = {"provider": larger, "payer": smaller}.get(mode, mode)
    step = Fraction(rules.get("duration.rounding.step_min") * 60)
    tie = rules.get("duration.rounding.tie")
    return round_step(value, step, mode, tie, rules.get("duration.rounding.threshold_min"))


def precise(rules: Rules, instant: int) -> int:
    """A stamp as precise as the rules want it."""
    kind = rules.get("stamps.precision")
    if kind == "keep_seconds":
        return instant
    if kind == "trunc_minute":
        return instant - instant % 60
    return (instant + 30) // 60 * 60


def needs_planned(rules: Rules) -> bool:
    """Whether a rule in force looks at the planned time, whatever stamps there are."""
    return (
        rules.get("duration.source") in ("planned", "min_stamped_planned")
        or rules.get("duration.rounding.guard") != "always"
        or rules.get("duration.snap_to_planned.under_min") is not None
        or rules.get("duration.snap_to_planned.over_min") is not None
        or rules.get("duration.cap.kind") != "none"
    )


def snapped(rules: Rules, gap: Fraction) -> bool:
    """Whether real - planned (before any precision step) is small enough to bill the planned
    time.
    """
    under = rules.minutes("duration.snap_to_planned.under_min")
    over = rules.minutes("duration.snap_to_planned.over_min")
    if gap < 0:
        return under is not None and -gap <= under
    return over is not None and gap <= over or (gap == 0 and under is not None)


def clamp(rules: Rules, seconds: Fraction, planned: Optional[Fraction]) -> Fraction:
    least = rules.minutes("duration.min_billable_min")
    most = rules.minutes("duration.max_billable_min")
    if seconds > 0 and least is not None:
        seconds = max(seconds, least)
    kind = rules.get("duration.cap.kind")
    if kind != "none":
        assert planned is not None
        extra = rules.minutes("duration.cap.extra_min") if kind == "planned_plus" else Fraction(0)
        assert extra is not None
        seconds = min(seconds, planned + extra)
    return seconds if most is None else min(seconds, most)


def planned_billable(rules: Rules, planned: Interval) -> Billable:
    """The planned time, whatever the stamps (source planned; incompatible beneficiary)."""
    length = Fraction(planned[1] - planned[0])
    billed = clamp(rules, length, length)
    return Billable(planned[0], planned[0] + int(billed), billed)


def billable(
    rules: Rules, stamped: Interval, retained: Optional[Interval], planned: Optional[Interval]
) -> Billable:
    """Section 2b, step by step. `stamped` has its missing sides filled in already."""
    source = rules.get("duration.source")
    length = Fraction(planned[1] - planned[0]) if planned else None
    if source == "planned":
        assert planned is not None
        return planned_billable(rules, planned)
    raw = Fraction(stamped[1] - stamped[0])
    start, end = precise(rules, stamped[0]), precise(rules, stamped[1])
    if source == "retained":
        if retained is None:
            raise NotBilled("TIME_MISSING")
        start, end = retained
        raw = Fraction(end - start)
    real = Fraction(end - start)
    if source == "min_stamped_planned":
        assert length is not None
        real = min(real, length)
    guard = rules.get("duration.rounding.guard")
    active = guard == "always"
    if not active:
        assert length is not None
        active = real < length if guard == "real_lt_planned" else real > length
    what = rules.get("duration.rounding.object")
    seconds, begin = real, start
    if active and what == "stamps":
        # Whole hours separate Paris from UTC and steps divide the hour: instants round as civil
        # times do.
        begin = int(round_by(rules, Fraction(start), "start"))
        seconds = max(Fraction(0), round_by(rules, Fraction(end), "end") - begin)
    elif active and what == "duration":
        seconds = round_by(rules, real, "duration")
    if length is not None and snapped(rules, raw - length):
        assert planned is not None
        seconds, begin = length, planned[0]
    billed = clamp(rules, seconds, length)
    if source == "retained":
        # The interval given stands; the billed time may differ from its length.
        return Billable(start, end, billed)
    return Billable(begin, begin + int(billed), billed)


def split_days(time: Billable) -> List[Billable]:
    """The parts on each civil day.

    What billed time and interval differ by goes to the last part, then before it.
    """
    cuts = [time.start]
    day = local(time.start).date() + timedelta(days=1)
    while midnight(day) < time.end:
        cuts.append(midnight(day))
        day += timedelta(days=1)
    cuts.append(time.end)
    lengths = [Fraction(b - a) for a, b in zip(cuts, cuts[1:])]
    change = time.seconds - sum(lengths)
    for index in range(len(lengths) - 1, -1, -1):
        moved = max(change, -lengths[index])
        lengths[index] += moved
        change -= moved
    return [Billable(a, b, n) for a, b, n in zip(cuts, cuts[1:], lengths)]


def day_surcharge(percents: Dict[str, Fraction], when: datetime) -> Fraction:
    """The surcharge of a whole day: the higher of the holiday's and the week-end's."""
    day = when.date()
    special = {(12, 25): "christmas", (5, 1): "first_of_may", (1, 1): "first_of_january"}
    found = Fraction(0)
    if (day.month, day.day) in special:
        found = percents[special[day.month, day.day]]
    elif is_holiday(day):
        found = percents["public_holiday"]
    week_end = {5: "saturday", 6: "sunday"}.get(day.weekday())
    return max(found, percents[week_end]) if week_end else found


def window_instants(window: Optional[Dict[str, str]], day_start: int) -> List[Interval]:
    """The window on the civil day that begins at that instant; one across midnight is two pieces
    of the day.
    """
    if window is None:
        return []
    day = local(day_start)

    def at(text: str) -> int:
        # Windows are civil times; those of the oracle's data do not lie in a changing hour.
        hour, minute = (int(number) for number in text.split(":"))
        if (hour, minute) == (24, 0):
            return midnight(day.date() + timedelta(days=1))
        civil = day.replace(hour=hour, minute=minute)
        offset = civil - day
        return day_start + int(offset.total_seconds()) + clock_shift(day, civil)

    begin, end = at(window["from"]), at(window["to"])
    next_day = midnight(day.date() + timedelta(days=1))
    if begin <= end:
        return [(begin, end)]
    return [(day_start, end), (begin, next_day)]


def clock_shift(day: datetime, civil: datetime) -> int:
    """What a clock change between the start of a day and a civil time of it adds to the seconds
    elapsed.
    """
    before, after = (d.replace(tzinfo=PARIS).utcoffset() for d in (day, civil))
    assert before is not None and after is not None
    return int((before - after).total_seconds())


def surcharge_percents(
    rules: Rules, line_percents: Tuple[Tuple[str, Fraction], ...]
) -> Dict[str, Fraction]:
    """The percents of the rule book; those of the order line stand instead where it has any."""
    kinds = "saturday sunday public_holiday first_of_january first_of_may christmas evening custom"
    percents = {k: rules.fraction(f"funding.surcharges.percent.{k}") for k in kinds.split()}
    percents.update(dict(line_percents))
    return percents


def price_part(
    rules: Rules, part: Billable, percents: Dict[str, Fraction], price: Fraction
) -> List[Segment]:
    """One part of a visit, cut by the windows of its start day."""
    day = local(part.start)
    day_start = midnight(day.date())
    base = day_surcharge(percents, day)
    windows = []
    for kind in ("evening", "custom"):
        for window in window_instants(rules.get(f"funding.surcharges.{kind}_window"), day_start):
            if percents[kind] > base:
                windows.append((window, percents[kind]))
    cuts = {part.start, part.end}
    for (begin, end), _ in windows:
        cuts.update(t for t in (begin, end) if part.start < t < part.end)
    edges = sorted(cuts)
    length = part.end - part.start
    result = []
    for begin, end in zip(edges, edges[1:]):
        hourly = [percent for (a, b), percent in windows if a <= begin and end <= b]
        surcharge = sum(hourly, Fraction(0)) if hourly else base
        # Windows cut the interval; where billed time differs from its length they are scaled.
        result.append(Segment((end - begin) * part.seconds / length, price, surcharge))
    return [segment for segment in result if segment.seconds > 0]


def price_visit(
    rules: Rules,
    time: Billable,
    extra_seconds: Fraction,
    line_percents: Tuple[Tuple[str, Fraction], ...],
    price: Fraction,
) -> List[Segment]:
    """All segments in clock order; extra minutes are a last one at the base price."""
    percents = surcharge_percents(rules, line_percents)
    parts = split_days(time) if rules.get("attribution") == "split_midnight" else [time]
    segments: List[Segment] = []
    for part in parts:
        if part.seconds > 0:
            segments += price_part(rules, part, percents, price)
    if extra_seconds:
        segments.append(Segment(extra_seconds, price, Fraction(0)))
    return segments
