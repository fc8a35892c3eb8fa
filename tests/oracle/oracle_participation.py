"""The participation of the beneficiary: the rules reference, sections 2d and 6."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any, Dict, Optional

from oracle_input import OrderLine
from oracle_rules import FunderRules, Rules, exact
from oracle_time import round_half_even, round_half_up

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


def share_of(rules: Rules, funder: FunderRules, line: Optional[OrderLine], day: date) -> Share:
    """The participation on one funder's minutes."""
    share = Share()
    basis, how = funder.get("participation.basis"), funder.get("participation.rate")
    if basis == "none":
        return share
    amount = funder.maybe("participation.amount")
    percent = funder.maybe("participation.percent")
    row = table_row(funder) if how == "table" else None
    if row is not None:
        percent = exact(row["percent"]) if row.get("percent") is not None else None
        amount = exact(row["amount"]) if row.get("amount") is not None else None
    situation = national_situation(funder, day) if how == "national_apa" else None
    if situation is not None:
        percent = at_scale(funder, situation["rate"]) * 100
    percent = both(rules, line.participation if line else None, percent)
    fixed = line is not None and (line.order_amount or line.per_month) is not None
    if basis == "accepted_plan" or (fixed and percent is None):
        ordered = line.order_amount if line is not None and fixed else None
        ordered = line.per_month if line is not None and fixed and ordered is None else ordered
        own = month_amount(funder, percent, situation, amount)
        share.by_order = fixed and (rules.get("tariff.source") == "order" or own is None)
        share.month = both(rules, ordered, own) or Fraction(0)
    elif basis == "per_hour_amount" or (row is not None and amount is not None):
        ordered = line.per_hour if line else None
        share.per_hour = both(rules, ordered, amount) or Fraction(0)
    else:
        share.percent = percent or Fraction(0)
        share.per_hour = (line.per_hour if line else None) or Fraction(0)
    return share


def month_amount(
    funder: FunderRules,
    percent: Optional[Fraction],
    situation: Optional[Dict[str, Fraction]],
    amount: Optional[Fraction],
) -> Optional[Fraction]:
    """The rule book's fixed participation of a month on the accepted plan."""
    if funder.get("participation.basis") != "accepted_plan":
        return None
    if situation is not None:
        scaled = funder.get("participation.rate_scale") is not None
        own = (percent or Fraction(0)) / 100 * situation["accepted"]
        return own if scaled else situation["participation"]
    if amount is not None:
        return amount
    plan = funder.maybe("participation.inputs.accepted_plan")
    return None if plan is None or percent is None else percent / 100 * plan
