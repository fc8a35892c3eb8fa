"""Consecutive visits of which only the first start and the last end are stamped (a6).

Reading: same provider, caregiver, beneficiary, order line and service, at most `max_gap_min` from
one end to the next start; the whole is billed under the number of the first, gap included. Codes that
do not speak of stamps (changed data) say nothing of the whole: such a visit stands by itself.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Callable, Dict, List, Set, Tuple

from oracle_input import Message
from oracle_rules import Rules
from oracle_stamps import Call, merged, readable, sort_key

Key = Tuple[str, ...]
START, END = ("COA", "CO2", "CRE"), ("COD", "CO2", "CRE")


def code_of(first: Message, last: Message) -> str:
    """The code that the outer sides leave."""
    start, end = first.code in START, last.code in END
    if start and end:
        return "CRE" if first.code == last.code == "CRE" else "CO2"
    return "COA" if start else "COD" if end else ""


def by_landline(rules: Rules, first: Call, last: Call) -> bool:
    """Stamps that came apart are the visit's before anything is merged."""
    return merged(first, rules).arrival_method == "IVR" == merged(last, rules).departure_method


def follows(rules: Rules, first: Call, last: Message, later: Call) -> bool:
    """Whether a visit goes on where the last one ended, by the clock of the rules."""
    before = readable(last.retained, rules.clock)[0]
    after = readable(later.message.retained, rules.clock)[0]
    if before is None or after is None:
        return False
    gap = after[0] - before[1]
    most = rules.minutes("stamps.merge_consecutive.max_gap_min")
    assert most is not None
    if not 0 <= gap <= most:
        return False
    return rules.get("stamps.merge_consecutive.scope") == "all" or by_landline(rules, first, later)


def merge_consecutive(
    calls: Dict[str, Call],
    rules_of: Callable[[Message], Any],
    apart: Set[str],
    known: Callable[[Message], bool],
) -> List[str]:
    """Joins calls in place; the numbers of those that went into another one."""
    groups: Dict[Key, List[Call]] = {}
    for call in calls.values():
        message = call.message
        live = message.code in ("", *START, *END) and not message.announced and message.timed
        if live and message.id not in apart and message.caregiver and known(message):
            key = (message.provider, message.caregiver, message.beneficiary)
            group = (*key, message.order_line_id, message.service)
            groups.setdefault(group, []).append(call)
    gone: List[str] = []
    for members in groups.values():
        members.sort(key=lambda c: (sort_key(c.message), c.message.id))
        head, last = members[0], members[0].message
        first, whole = head.message, replace(head)
        for call in members[1:]:
            message = call.message
            rules = rules_of(first)
            merging = rules is not None and rules.get("stamps.merge_consecutive.enabled")
            if merging and follows(rules, whole, last, call):
                gone.append(message.id)
                last = message
                head.message = replace(
                    first,
                    retained=(first.retained[0], last.retained[1]),
                    departure=last.departure,
                    departure_method=last.departure_method,
                    planned=(first.planned[0], last.planned[1]),
                    code=code_of(first, last),
                )
                head.stamps += call.stamps
            else:
                head, first, last, whole = call, message, message, replace(call)
    return gone
