"""Special visits: the rules reference, section 2g, and payable shares."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Any, Dict, List, Optional

from oracle_duration import NotBilled
from oracle_input import Message
from oracle_rules import Rules
from oracle_stamps import instant, interval, means_name, overlap

Json = Dict[str, Any]


def extra_seconds(rules: Rules, message: Message, entry: Optional[Json]) -> Fraction:
    """g1: minutes added by a manager, with reason, author and the producer's code.

    Without one of these there is a finding and the minutes are not billed; the visit is.
    """
    if entry is None or entry["minutes"] == 0:
        return Fraction(0)
    allowed = rules.get("extra_minutes.allowed") and rules.get("extra_minutes.bearer")
    coded = rules.get("extra_minutes.code") and message.code == rules.get("extra_minutes.code")
    if not (allowed and coded and entry.get("reason") and entry.get("author")):
        return Fraction(0)
    reasons = rules.get("extra_minutes.reasons")
    if reasons and entry["reason"] not in reasons:
        return Fraction(0)
    return Fraction(60 * entry["minutes"])


def in_period(entries: List[Json], day: date) -> bool:
    for entry in entries:
        ended = entry.get("to") and date.fromisoformat(entry["to"]) < day
        if date.fromisoformat(entry["from"]) <= day and not ended:
            return True
    return False


def whole_month(message: Message) -> bool:
    """g3: no stamps, and a retained period from the first to the last instant of a month."""
    start, end = message.retained
    if message.arrival or message.departure or start is None or end is None:
        return False
    if start != datetime(start.year, start.month, 1):
        return False
    following = (start.replace(day=28) + timedelta(days=4)).replace(day=1)
    return following - timedelta(minutes=1) <= end <= following


def declared_as(rules: Rules, message: Message, by_code: Optional[str]) -> str:
    """"" "per_visit" or "monthly": how this message is a declaration under the rules, or by its code."""
    mode = rules.get("declarative.mode")
    if mode == "monthly" and whole_month(message):
        return "monthly"
    bare = message.arrival is None and message.departure is None
    return "per_visit" if by_code == "DECLARATIVE" or (mode == "per_visit" and bare) else ""


def check_declared(rules: Rules, declared: str, proven: bool) -> None:
    """Whether the rules let a visit, or a month, be declared, and what it needs."""
    mode = rules.get("declarative.mode")
    if declared == "per_visit" and mode != "per_visit":
        raise NotBilled("NOT_APPROVED" if mode == "none" else "RULE_CONFLICT")
    if declared and rules.get("declarative.proof_required") and not proven:
        raise NotBilled("PROOF_MISSING")


def is_cancelled(rules: Rules, message: Message, entry: Optional[Json]) -> bool:
    """d10: whether the visit is cancelled; an exception when nobody is billed for it."""
    if entry is None:
        return False
    bill_to = rules.get("funding.cancelled.bill_to")
    if bill_to == "none" or entry.get("condition") == "unbilled_unpaid":
        raise NotBilled("CANCELLED")
    if entry.get("initiative") == "caregiver":
        raise NotBilled("CANCELLED")
    notice = rules.maybe("funding.cancelled.notice_hours")
    announced = entry.get("announced_at")
    begin = instant(message.retained[0], rules.clock)
    if notice is not None and announced and begin is not None:
        told = instant(datetime.fromisoformat(announced), rules.clock)
        if told is not None and begin - told >= notice * 3600:
            raise NotBilled("CANCELLED")
    return True


def in_outage(
    entries: List[Json], message: Message, planned: Any, retained: Any, rules: Rules
) -> bool:
    """A stamp is missing, the provider's method was out of order at the time of the visit. Reading: a visit that names
    no means may have lacked any of them.
    """
    if message.arrival is not None and message.departure is not None:
        return False
    time = planned or retained
    for entry in entries:
        if entry["provider"] != message.provider or time is None:
            continue
        known = {message.arrival_method, message.departure_method} - {""}
        if entry.get("method") and known and means_name(entry["method"]) not in map(means_name, known):
            continue
        pair = (datetime.fromisoformat(entry["from"]), datetime.fromisoformat(entry["to"]))
        out = interval(pair, rules.clock)
        if out is not None and overlap(out, time) > 0:
            return True
    return False


def payable_share(rules: Rules, entry: Optional[Json]) -> Optional[Fraction]:
    """The part of the price that a reason such as waiting at the door leaves, as a factor.

    Reading: the price is that share of it, also none of it; the minutes count whole in the plan.
    """
    if entry is None:
        return None
    key = f"payable_share_pct.{entry['reason']}"
    share = rules.maybe(key)
    if share is None:
        raise NotBilled("PAYABLE_SHARE_MISSING")
    return share / 100
