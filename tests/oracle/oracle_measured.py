"""From stamps to the billed time of a visit: the rules reference, section 2a from step 5 on, then 2b."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any, Dict, List, Optional, Sequence, Tuple

from oracle_duration import Billable, Interval, NotBilled, billable, needs_planned, planned_billable
from oracle_input import Message
from oracle_rules import Rules
from oracle_stamps import Side, Tolerance, interval, match_window, means_name, place, readable, stamp_place


def measured(
    message: Message,
    rules: Rules,
    planned: Optional[Interval],
    incompatible: bool,
    declared: str,
    unplanned: str = "",
    planned_sides: Optional[Tuple[Side, Side]] = None,
    metres: Optional[int] = None,
) -> Billable:
    """The billed time, or the first reason why there is none in the order of section 2a: planned time
    (step 6), place (7), sides (8). `unplanned` says why a planned time is none, `planned_sides` which side of it a
    clock shows all the same.
    """
    retained, unread = readable(message.retained, rules.clock)
    if declared == "monthly" or not message.timed:
        if retained is None:
            raise NotBilled(unread)
        return Billable(retained[0], retained[1], message.quantity)
    if incompatible:
        return incompatible_time(rules, planned, retained, unread)
    sides = [stamp_place(message.arrival, rules.clock), stamp_place(message.departure, rules.clock)]
    shown_plan: Tuple[Side, Side] = planned or planned_sides or (None, None)
    match_window(rules, sides, shown_plan[0])
    tolerance = Tolerance(rules, sides, shown_plan)
    if needs_planned(rules) and planned is None:
        raise NotBilled(unplanned or "PLANNED_TIME_MISSING")
    if too_far(rules, message, metres):
        raise NotBilled("OUTSIDE_TOLERANCE")
    filled = all_sides(message, rules, sides, (retained, unread), (planned, unplanned), declared)
    source = rules.get("duration.source")
    used = planned if source == "planned" else retained if source == "retained" else filled
    if used is None:
        raise NotBilled(unread)
    check_length(rules, used)
    if needs_planned(rules) and planned is not None:
        check_length(rules, planned)
    if source in ("retained", "planned"):
        return billable(rules, retained or (0, 0), retained, planned)
    # What stands in for a stamp outside the tolerance may leave nothing between the two.
    both = [place(new) if old is not None else time for old, new, time in zip(sides, tolerance.sides, filled)]
    if both[1] < both[0]:
        raise NotBilled("END_BEFORE_START")
    return billable(rules, (both[0], both[1]), retained, planned)


def all_sides(
    message: Message,
    rules: Rules,
    sides: List[Side],
    retained: Tuple[Optional[Interval], str],
    planned: Tuple[Optional[Interval], str],
    declared: str,
) -> List[int]:
    """Step 8: both sides, a missing one read where the rules say."""
    result = []
    reads_stamps = rules.get("duration.source") not in ("retained", "planned")
    for index, stamp in enumerate(sides):
        if stamp is not None:
            side = place(stamp) if reads_stamps else 0
        else:
            policy = missing_policy(rules, message, index)
            # Reading: a declarative visit is billed on its retained period, whatever the
            # policy for missing stamps.
            policy = "use_retained" if declared else policy
            side = fill(policy, rules, retained, planned, index)
        result.append(side)
    return result


def incompatible_time(
    rules: Rules, planned: Optional[Interval], retained: Optional[Interval], unread: str
) -> Billable:
    """g2: the planned time, or the declared one (the retained period, as it is billed)."""
    if rules.get("incompatible.duration_source") == "planned":
        if planned is None:
            raise NotBilled("PLANNED_TIME_MISSING")
        return planned_billable(rules, planned)
    if retained is None:
        raise NotBilled(unread)
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
        means = means_name(getattr(message, f"{side}_method"))
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
    rules: Rules, message: Message, planned: Optional[Interval], day_rest: Optional[Fraction] = None
) -> Optional[Interval]:
    """What the rule set computes from the stamps alone."""
    try:
        stamped = interval((message.arrival, message.departure), rules.clock)
    except NotBilled:
        return None
    if stamped is None or stamped[1] <= stamped[0]:
        return stamped
    if rules.get("duration.source") != "min_stamped_planned":
        rules = rules.changed("duration.source", "stamped")
    if needs_planned(rules) and planned is None:
        return stamped
    found = billable(rules, stamped, None, planned, day_rest)
    return (found.start, found.end)


def missing_policy(rules: Rules, message: Message, index: int) -> str:
    both = message.arrival is None and message.departure is None
    name = "both" if both else ("start", "end")[index]
    return str(rules.get(f"stamps.missing.{name}"))


def fill(
    policy: str,
    rules: Rules,
    retained: Tuple[Optional[Interval], str],
    planned: Tuple[Optional[Interval], str],
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
        foreseen, unplanned = planned
        if foreseen is None:
            raise NotBilled(unplanned or "PLANNED_TIME_MISSING")
        return foreseen[index]
    found, unread = retained
    if found is None:
        raise NotBilled(unread)
    return found[index]
