"""The participation of the beneficiary: the rules reference, sections 2d and 6."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any, Dict, Optional

from oracle_duration import NotBilled
from oracle_input import OrderLine
from oracle_rules import FunderRules, Rules, exact
from oracle_time import round_half_even, round_half_up

ZERO = Fraction(0)

# MTP on 1 January and the ceilings of the plan in MTP; from 2024 on the ceilings are new.
MTP = {2023: "1192.55", 2024: "1210.90", 2025: "1266.60", 2026: "1288.13"}
CEILINGS = {1: "1.615", 2: "1.306", 3: "0.944", 4: "0.630"}
CEILINGS_2016 = {1: "1.553", 2: "1.247", 3: "0.901", 4: "0.601"}


def accepted(plan: Fraction, mtp: Fraction, gir: int, year: int) -> Fraction:
    ceilings = CEILINGS if year >= 2024 else CEILINGS_2016
    return min(plan, Fraction(ceilings[gir]) * mtp)


def participation_2016(mtp: Fraction, resources: Fraction, plan: Fraction) -> Fraction:
    """P of an accepted plan since March 2016."""
    s, a = mtp, plan
    low, high, w = Fraction("0.725"), Fraction("2.67"), Fraction("1.945")
    if resources <= low * s:
        return Fraction(0)
    most = a * Fraction(9, 10)
    if resources > high * s:
        return most
    first, second = Fraction("0.317") * s, Fraction("0.498") * s
    a1 = min(a, first)
    a2 = max(Fraction(0), min(a, second) - first)
    a3 = max(Fraction(0), a - second)
    w_s = w * s
    k = (resources - low * s) / w_s * Fraction(9, 10)
    f2 = Fraction("0.6") * resources / w_s + (Fraction("0.4") * high - low) / w
    f3 = Fraction("0.8") * resources / w_s + (Fraction("0.2") * high - low) / w
    return min(k * (a1 + f2 * a2 + f3 * a3), most)


def national(
    year: int, gir: int, plan: Fraction, resources: Fraction, couple: bool
) -> Dict[str, Fraction]:
    """Accepted plan, P and T of a situation."""
    mtp = Fraction(MTP[year])
    own = resources * 10 / 17 if couple else resources
    a = accepted(plan, mtp, gir, year)
    p = participation_2016(mtp, own, a)
    return {"accepted": a, "participation": p, "rate": p / a if a else Fraction(0)}


def inputs_of(rules: FunderRules) -> Optional[Dict[str, Any]]:
    names = ("resources", "gir", "accepted_plan")
    found = {name: rules.get(f"participation.inputs.{name}") for name in names}
    if any(value is None for value in found.values()):
        return None
    found["couple"] = bool(rules.get("participation.inputs.couple"))
    return found


def national_situation(rules: FunderRules, day: date) -> Optional[Dict[str, Fraction]]:
    found = inputs_of(rules)
    if found is None:
        return None
    plan, resources = exact(found["accepted_plan"]), exact(found["resources"])
    return national(day.year, int(found["gir"]), plan, resources, found["couple"])


def at_scale(rules: FunderRules, rate: Fraction) -> Fraction:
    """T as `rate_scale` and `rate_rounding` have it; unrounded without them."""
    scale = rules.get("participation.rate_scale")
    if scale is None:
        return rate
    factor = 10**scale
    mode = rules.get("participation.rate_rounding")
    if mode == "down":
        return Fraction(rate.numerator * factor // rate.denominator, factor)
    whole = round_half_even if mode == "half_even" else round_half_up
    return Fraction(whole(rate, factor), factor)


def table_row(rules: FunderRules) -> Optional[Dict[str, Any]]:
    resources = rules.maybe("participation.inputs.resources")
    if resources is None:
        return None
    for row in rules.get("participation.table"):
        if exact(row["from"]) <= resources and (row["to"] is None or resources < exact(row["to"])):
            return dict(row)
    return None


def both(rules: Rules, ordered: Optional[Fraction], own: Optional[Fraction]) -> Optional[Fraction]:
    """ORDER or rule book, by `tariff.source`."""
    first, second = (ordered, own) if rules.get("tariff.source") == "order" else (own, ordered)
    return first if first is not None else second


class Share:
    """What is taken off a funder's share: a percent, an amount by hour, or a month's amount."""

    def __init__(self) -> None:
        self.percent = Fraction(0)
        self.per_hour = Fraction(0)
        self.month: Optional[Fraction] = None
        self.by_order = False  # the amount is one order's: each provider's order has its own


def ordered_share(line: Optional[OrderLine]) -> Optional[Share]:
    """What the order says: the line itself, else the whole order."""
    if line is None:
        return None
    share = Share()
    own = [value for value in (line.participation, line.per_hour, line.per_month) if value is not None]
    if len(own) + (line.order_amount is not None) > 1:
        raise NotBilled("RULE_CONFLICT")
    share.percent, share.per_hour = line.participation or ZERO, line.per_hour or ZERO
    share.month = line.per_month if line.order_amount is None else line.order_amount
    share.by_order = True
    return share if own or line.order_amount is not None else None


def book_share(funder: FunderRules, day: date) -> Optional[Share]:
    """What the rule book says, of minutes or of the month, by the basis."""
    share, found = Share(), False
    basis, how = funder.get("participation.basis"), funder.get("participation.rate")
    of_month, of_hour = basis == "accepted_plan", basis == "per_hour_amount"
    percent = funder.maybe("participation.percent")
    amount = funder.maybe("participation.amount")
    plan = funder.maybe("participation.inputs.accepted_plan")
    if how == "table":
        row = table_row(funder)
        if row is None:
            raise NotBilled("RULE_CONFLICT")
        percent = exact(row["percent"]) if row.get("percent") is not None else None
        amount = exact(row["amount"]) if row.get("amount") is not None else None
        if (of_month and percent is None) or (of_hour and amount is None):
            raise NotBilled("RULE_CONFLICT")
        if not of_month:
            share.percent, share.per_hour = percent or ZERO, amount or ZERO
            return share
    situation = national_situation(funder, day) if how == "national_apa" else None
    if how == "national_apa" and (situation is None or of_hour):
        raise NotBilled("RULE_CONFLICT")
    if of_month:
        if situation is not None:
            share.month = at_scale(funder, situation["rate"]) * situation["accepted"]
        elif amount is not None and how == "fixed":
            share.month = amount
        elif percent is not None:
            share.month = of_plan(percent, plan)
        found = share.month is not None
    elif of_hour:
        share.per_hour, found = amount or ZERO, amount is not None
    else:
        if situation is not None:
            percent = at_scale(funder, situation["rate"]) * 100
        share.percent, found = percent or ZERO, percent is not None
    return share if found else None


def of_plan(percent: Fraction, plan: Optional[Fraction]) -> Fraction:
    if plan is None:
        raise NotBilled("RULE_CONFLICT")
    return percent / 100 * plan


def share_of(rules: Rules, funder: FunderRules, line: Optional[OrderLine], day: date) -> Share:
    """The participation on one funder's minutes: the order's or the rule book's, as
    `tariff.source` says where both speak.
    """
    basis = funder.get("participation.basis")
    if basis == "none":
        return Share()
    ordered = ordered_share(line)
    silent = funder.get("participation.rate") == "national_apa" and inputs_of(funder) is None
    own = None if ordered and silent else book_share(funder, day.replace(day=1))
    if ordered and basis == "accepted_plan" and ordered.month is None:
        if ordered.per_hour:
            raise NotBilled("RULE_CONFLICT")
        ordered.month = of_plan(ordered.percent, funder.maybe("participation.inputs.accepted_plan"))
        ordered.percent, ordered.by_order = ZERO, False  # of the one plan, not of each order
    if not ordered and not own and basis in ("accepted_plan", "per_hour_amount"):
        raise NotBilled("RULE_CONFLICT")
    if ordered and (own is None or rules.get("tariff.source") == "order"):
        return ordered
    return own or Share()
