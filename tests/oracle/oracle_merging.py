"""Consecutive visits of which only the first start and the last end are stamped (a6).

Reading: same provider, caregiver, beneficiary, order line and service, at most `max_gap_min` from
one end to the next start; the whole is billed under the number of the first, gap included. Codes that
do not speak of stamps (changed data) say nothing of the whole: such a visit stands by itself.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Callable, Dict, List, Optional, Set, Tuple

from oracle_input import Message
from oracle_rules import Rules
from oracle_stamps import Call, class_or_none, merged, readable, sort_key

Key = Tuple[str, ...]
START = ("START_CORRECTED", "BOTH_CORRECTED", "CREATED")
END = ("END_CORRECTED", "BOTH_CORRECTED", "CREATED")
PLAIN = {"STAMPED", *START, *END}


def class_under(rules: Rules, message: Message) -> str:
    return class_or_none(rules.get("stamps.code_map"), message, None) or ""


def code_of_whole(rules: Rules, first: Message, last: Message) -> Optional[str]:
    """The code for what the outer sides leave; None where a code does not speak of stamps, or none says so."""
    start, end = class_under(rules, first), class_under(rules, last)
    if not {start, end} <= PLAIN:
        return None
    whole = "START_CORRECTED" if start in START else "STAMPED"
    if end in END:
        whole = "BOTH_CORRECTED" if start in START else "END_CORRECTED"
    if start == end == "CREATED":
        whole = "CREATED"
    codes: List[str] = [code for entry in rules.get("stamps.code_map") for code in entry["map"]]
    return next((c for c in codes if class_under(rules, replace(first, code=c)) == whole), None)


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
        live = message.code != "SUP" and not message.announced and message.timed
        if live and message.id not in apart and message.caregiver and known(message):
            key = (message.provider, message.caregiver, message.beneficiary)
            group = (*key, message.order_line_id, message.service)
            groups.setdefault(group, []).append(call)
    gone: List[str] = []
    for members in groups.values():
        members.sort(key=lambda c: (sort_key(c.message), c.message.id))
        for index, head in enumerate(members):
            first = last = head.message
            rules, whole = rules_of(first), replace(head)
            if first.id in gone or rules is None or not rules.get("stamps.merge_consecutive.enabled"):
                continue
            for call in members[index + 1 :]:
                message = call.message
                code = code_of_whole(rules, head.message, message)
                if message.id in gone or code is None or not follows(rules, whole, last, call):
                    continue
                gone.append(message.id)
                last = message
                head.message = replace(
                    first,
                    retained=(first.retained[0], last.retained[1]),
                    departure=last.departure,
                    departure_method=last.departure_method,
                    planned=(first.planned[0], last.planned[1]),
                    code=code,
                )
                head.stamps += call.stamps
    return gone
