"""Visits against each other: the rules reference, section 2a, step 9."""

from __future__ import annotations

from typing import Any, Dict, Iterable, List

from oracle_input import Message
from oracle_stamps import overlap, times_of
from oracle_visit import Visit


def same_worker(latest: Dict[str, Message], held: Any) -> Dict[str, List[str]]:
    """Visits during which the same caregiver is with somebody else, the later message of each
    pair.
    """
    groups: Dict[Tuple[str, str], List[Message]] = {}
    for message in latest.values():
        live = message.code != "SUP" and not message.announced and message.id not in held
        if live and message.caregiver and message.timed and times_of(message):
            groups.setdefault((message.provider, message.caregiver), []).append(message)
    found: Dict[str, List[str]] = {}
    for group in groups.values():
        group.sort(key=lambda m: (m.issued, m.id))
        kept: List[Message] = []
        for message in group:
            mine = times_of(message)
            for other in kept:
                theirs = times_of(other)
                if mine and theirs and overlap(mine, theirs) > 0:
                    found.setdefault(message.id, []).append(other.id)
            kept.append(message)
    return found


def same_beneficiary(visits: Iterable[Visit]) -> List[Visit]:
    """Visits to hold because another caregiver was with the same beneficiary: the later message of each pair."""
    held: List[Visit] = []
    kept: Dict[str, List[Message]] = {}
    for visit in sorted(visits, key=lambda v: (v.message.issued, v.message.id)):
        message, others = visit.message, kept.setdefault(visit.message.beneficiary, [])
        mine = times_of(message) if message.caregiver and message.timed else None
        if mine is None or not visit.time.seconds:
            continue
        with_others = any(
            (message.provider, message.caregiver) != (other.provider, other.caregiver) and overlap(mine, theirs) > 0
            for other in others
            for theirs in [times_of(other)]
            if theirs is not None
        )
        if with_others and visit.rules.get("stamps.conflict.same_beneficiary") == "reject":
            held.append(visit)
        else:
            others.append(message)
    return held
