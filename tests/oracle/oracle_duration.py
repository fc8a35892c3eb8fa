"""From the times of a visit to the seconds billed: the rules reference, section 2b."""

from __future__ import annotations

from datetime import timezone
from fractions import Fraction
from typing import Any, NamedTuple, Optional, Tuple

from oracle_rules import Rules
from oracle_time import round_half_up

Interval = Tuple[int, int]  # seconds of the clock in force


class NotBilled(Exception):
    """The visit is listed with this reason instead of being billed."""


class Billable(NamedTuple):
    """The retained interval and the seconds billed for it, without extra minutes."""

    start: int
    end: int
    seconds: Fraction


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


def rounds_totals(rules: Rules) -> bool:
    """Whether only totals of days or months are rounded. Reading: a guard compares one visit, so that it says nothing."""
    return rules.get("duration.rounding.scope") != "intervention" and rules.get("duration.rounding.object") == "duration"


def needs_planned(rules: Rules) -> bool:
    """Whether a rule in force looks at the planned time, whatever stamps there are."""
    return (
        rules.get("duration.source") in ("planned", "min_stamped_planned")
        or (
            rules.get("duration.rounding.guard") != "always"
            and rules.get("duration.rounding.object") != "none"
            and not rounds_totals(rules)
        )
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


def cap_of(rules: Rules, planned: Optional[Fraction], day_rest: Optional[Fraction]) -> Any:
    """The most seconds that `cap` leaves, None without one."""
    kind = rules.get("duration.cap.kind")
    if kind == "none":
        return None
    if kind == "day_plan":
        return day_rest
    assert planned is not None
    extra = rules.minutes("duration.cap.extra_min") if kind == "planned_plus" else Fraction(0)
    return planned + (extra or Fraction(0))


def clamp(
    rules: Rules,
    seconds: Fraction,
    planned: Optional[Fraction],
    day_rest: Optional[Fraction] = None,
) -> Fraction:
    least = rules.minutes("duration.min_billable_min")
    most = rules.minutes("duration.max_billable_min")
    if seconds > 0 and least is not None:
        seconds = max(seconds, least)
    cap = cap_of(rules, planned, day_rest)
    if cap is not None:
        seconds = min(seconds, cap)
    return seconds if most is None else min(seconds, most)


def planned_billable(
    rules: Rules, planned: Interval, day_rest: Optional[Fraction] = None
) -> Billable:
    """The planned time, whatever the stamps (source planned; incompatible beneficiary)."""
    length = Fraction(planned[1] - planned[0])
    billed = clamp(rules, length, length, day_rest)
    return Billable(planned[0], planned[0] + int(billed), billed)


def guarded(rules: Rules, real: Fraction, planned: Optional[Fraction]) -> bool:
    guard = rules.get("duration.rounding.guard")
    if guard == "always" or rounds_totals(rules):
        return True
    assert planned is not None
    return real < planned if guard == "real_lt_planned" else real > planned


def rounded_stamp(rules: Rules, instant: int, side: str) -> int:
    """A stamp rounded as the clock reads: which hour is an even one is told by it."""
    shift = int(rules.clock.local(instant).replace(tzinfo=timezone.utc).timestamp()) - instant
    return int(round_by(rules, Fraction(instant + shift), side)) - shift


def billable(
    rules: Rules,
    stamped: Interval,
    retained: Optional[Interval],
    planned: Optional[Interval],
    day_rest: Optional[Fraction] = None,
) -> Billable:
    """Section 2b, step by step. `stamped` has its missing sides filled in already."""
    source = rules.get("duration.source")
    length = Fraction(planned[1] - planned[0]) if planned else None
    if source == "planned":
        assert planned is not None
        return planned_billable(rules, planned, day_rest)
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
    what = rules.get("duration.rounding.object")
    active = what != "none" and guarded(rules, real, length)
    seconds, begin = real, start
    if active and what == "stamps":
        begin = rounded_stamp(rules, start, "start")
        seconds = Fraction(max(0, rounded_stamp(rules, end, "end") - begin))
    elif active and what == "duration" and rules.get("duration.rounding.scope") == "intervention":
        seconds = round_by(rules, real, "duration")
    if length is not None and snapped(rules, raw - length):
        assert planned is not None
        seconds, begin = length, planned[0]
    billed = clamp(rules, seconds, length, day_rest)
    if source == "retained":
        # The interval given stands; the billed time may differ from its length.
        return Billable(start, end, billed)
    return Billable(begin, begin + int(billed), billed)


def hours_rounded(rules: Rules, seconds: Fraction) -> Fraction:
    """Billed time whose hours have `quantity_decimals`."""
    decimals = rules.get("duration.quantity_decimals")
    if decimals is None:
        return seconds
    scale = 10**decimals
    return Fraction(round_half_up(seconds / 3600, scale), scale) * 3600
