"""What concerns several visits together: plans of a day, caps of a month, totals that are rounded."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Dict, List, Tuple

from oracle_duration import Billable, round_by
from oracle_measured import from_stamps
from oracle_stamps import class_of, evidence_class, readable
from oracle_visit import Visit


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
            classify_within(visit, rest)
            seconds = min(visit.time.seconds, rest)
            rest -= seconds
            kept = visit.rules.get("duration.source") == "retained"
            end = visit.time.end if kept else visit.time.start + int(seconds)
            visit.time = Billable(visit.time.start, end, seconds)


def classify_within(visit: Visit, rest: Fraction) -> None:
    """What the rules compute from the stamps ends with the day's plan too."""
    rules, message = visit.rules, visit.message
    if visit.declared or visit.incompatible:
        return
    computed = from_stamps(rules, message, visit.planned, rest)
    visit.by_evidence = evidence_class(rules, message, computed, readable(message.retained, rules.clock)[0])
    visit.kind = class_of(rules, visit.by_code, visit.by_evidence)


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
