"""Double visits: the rules reference, section 2g (both factors are open).

Reading: the visit that began later is the second, for the time it shares with an earlier one on the
same order line. `plan_factor` 1: of the second visit each funder pays the minutes that it paid of
the first, and its plan counts them once. `pay_factor` 1: the shared time has the price 0.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Dict, List, Tuple

from oracle_pricing import Segment
from oracle_visit import Prepared, Visit

Paid = List[Tuple[Fraction, Fraction, str]]  # from, to, the funder that charges it


def place(visit: Visit) -> Tuple[str, str, str]:
    message = visit.message
    return (message.beneficiary, message.provider, visit.line.line_id)


def mark_doubles(prepared: Prepared) -> None:
    """Cuts the second visits of slots at the bounds of the time they share."""
    groups: Dict[Tuple[str, str, str], List[Visit]] = {}
    for visit in prepared.visits:
        timed = visit.message.timed and visit.declared != "monthly" and not visit.cancelled
        if timed and visit.rules.get("double_visit.allowed"):
            groups.setdefault(place(visit), []).append(visit)
    for group in groups.values():
        group.sort(key=lambda v: v.order)
        for visit in group if len(group) > 1 else []:
            spread(visit)
        for index, visit in enumerate(group):
            for other in group[:index]:
                if other.message.caregiver != visit.message.caregiver:
                    share_slot(visit, other)
        for visit in group:
            if any(s.twin for s in visit.segments) and pay_once(visit) and visit.share > 0:
                prepared.paid_once.add(visit.message.id)


def pay_once(visit: Visit) -> bool:
    return int(visit.rules.get("double_visit.pay_factor")) == 1


def plan_once(visit: Visit) -> bool:
    return int(visit.rules.get("double_visit.plan_factor")) == 1


def spread(visit: Visit) -> None:
    """Reading: rounded time is that of the whole visit. What two visits share is scaled over all of it, also where the
    difference to the clock lies on the part after a midnight.
    """
    billed = sum((segment.seconds for segment in visit.segments if not segment.extra), Fraction(0))
    place, result = Fraction(visit.time.start), []
    for segment in visit.segments:
        if not segment.extra:
            begin, place = place, place + segment.seconds * (visit.time.end - visit.time.start) / billed
            segment = replace(segment, begin=begin, end=place)
        result.append(segment)
    visit.segments = result


def share_slot(visit: Visit, other: Visit) -> None:
    """Marks what the second visit shares with an earlier one."""
    begin, end = Fraction(other.time.start), Fraction(other.time.end)
    if not (plan_once(visit) or pay_once(visit)):
        return
    result: List[Segment] = []
    for segment in visit.segments:
        if segment.extra:
            result.append(segment)
            continue
        for before in segment.cut_at(begin):
            for part in before.cut_at(end):
                if begin <= part.begin and part.end <= end:
                    price = Fraction(0) if pay_once(visit) else part.price
                    part = replace(part, price=price, twin=True, counts=not plan_once(visit))
                result.append(part)
    visit.segments = result
    if plan_once(visit) and any(segment.twin for segment in result):
        visit.second_to.append((other.message.provider, other.message.id))


class Slots:
    """Who paid which time on a line, for second visits whose plan counts once."""

    def __init__(self) -> None:
        self.paid: Dict[Tuple[str, str, str], Paid] = {}

    def note(self, visit: Visit, segment: Segment, payer: str) -> None:
        if not segment.twin and segment.end > segment.begin:
            self.paid.setdefault(place(visit), []).append((segment.begin, segment.end, payer))

    def cut(self, visit: Visit, segment: Segment) -> List[Tuple[Segment, str]]:
        """The parts of a second visit's segment, each with the funder of the first visit."""
        known = self.paid.get(place(visit), [])
        parts = [segment]
        for begin, end, _ in known:
            parts = [q for p in parts for q in p.cut_at(begin)]
            parts = [q for p in parts for q in p.cut_at(end)]
        found = []
        for part in parts:
            payers = [who for begin, end, who in known if begin <= part.begin and part.end <= end]
            found.append((part, payers[0] if payers else ""))
        return found
