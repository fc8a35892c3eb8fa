"""Visits against each other: the rules reference, section 2a, step 9."""

from __future__ import annotations

from typing import Any, Dict, List, Tuple

from oracle_input import Message
from oracle_stamps import overlap, times_of


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


def same_beneficiary(latest: Dict[str, Message], held: Any) -> Dict[str, List[str]]:
    """Visits during which another caregiver is with the same beneficiary, the later message of each
    pair.
    """
    groups: Dict[str, List[Message]] = {}
    for message in latest.values():
        live = message.code != "SUP" and not message.announced and message.id not in held
        if live and message.caregiver and message.timed and times_of(message):
            groups.setdefault(message.beneficiary, []).append(message)
    found: Dict[str, List[str]] = {}
    for group in groups.values():
        group.sort(key=lambda m: (m.issued, m.id))
        for index, message in enumerate(group):
            for other in group[:index]:
                apart = (message.provider, message.caregiver) != (other.provider, other.caregiver)
                mine, theirs = times_of(message), times_of(other)
                if apart and mine and theirs and overlap(mine, theirs) > 0:
                    found.setdefault(message.id, []).append(other.id)
    return found
