"""Bounds of deadlines, penalties and alerts, worked by hand: a month for step -1, 0 and 1, what to look at in the bill, and what
the reference says is there below the bound, on it and above.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Callable, Dict, List, Tuple

from boundary_cases import MINUTE, Case, month, visit
from random_month import Month
from random_rules import Json

Look = Callable[[Json], Any]


@dataclass
class AsOf(Month):
    """A month that is billed on a day of its own."""

    day: str = ""

    @property
    def as_of(self) -> str:
        return self.day


def findings(code: str) -> Look:
    return lambda bill: sum(finding["code"] == code for finding in bill["findings"])


def unbilled(reason: str) -> Look:
    return lambda bill: sum(row["reason"] == reason for row in bill["unbilled"])


def billed(bill: Json) -> int:
    return sum(len(line["deliveries"]) for document in bill["invoices"] for line in document["lines"])


def travel(step: int) -> Month:
    """Two visits of one caregiver at two people's, half an hour apart."""
    one, two = visit(60), visit(60, at="10:30")
    two.start, two.end = two.start + step * MINUTE, two.end + step * MINUTE
    made = month({"stamps.conflict.travel_min": 30}, one, two)
    other = month({}, two)
    two.beneficiary, two.number = "B2", "V2"
    other.orders[0].beneficiary, other.orders[0].number, other.orders[0].plan = "B2", "O2", "P2"
    other.orders[0].lines[0].number = "L2"
    made.orders += other.orders
    return made


def issued(key: str, worth: Any, when: datetime, code: str = "") -> Case:
    """A visit of 3 June whose message is issued then, a day earlier or a day later."""

    def made(step: int) -> Month:
        one = visit(60, code=code)
        one.issued = when + timedelta(days=step)
        return month({f"invoicing.{key}": worth}, one)

    return made


def barred(step: int) -> Month:
    """A visit of May, billed for the first time on 30 June, a day before or a day after."""
    made = month({"invoicing.time_bar_months": 1}, visit(60, "2026-05-04"), first="2026-05-01")
    return AsOf(**made.__dict__, day=str(date(2026, 6, 30) + timedelta(days=step)))


def corrected(settings: Json, every: int, on: int) -> Case:
    """So many visits, some of them created by hand: that number, one less, one more."""

    def made(step: int) -> Month:
        visits = [visit(60, f"2026-06-{number % 28 + 1:02d}", f"{8 + 2 * (number // 28):02d}:00") for number in range(every)]
        for one in visits[: on + step]:
            one.arrival, one.departure, one.code = None, None, "CRE"
        return month({f"correction.{key}": worth for key, worth in settings.items()}, *visits, hours="200")

    return made


def declared(step: int) -> Month:
    """20 visits, two of them without a stamp; one, or three."""
    made = corrected({}, 20, 2)(step)
    for one in made.visits:
        one.code = ""
    made.rules[0]["declarative"] = {"mode": "per_visit", "quota_pct": 10}
    return made


def penalty(bill: Json) -> str:
    """Euros taken off."""
    amount: str = bill["penalties"][0]["amount"]
    return amount


BY_HAND: Dict[str, Tuple[Case, Look, List[Any]]] = {
    # A gap shorter than the way between two addresses is told (section 2a, step 9).
    "stamps.conflict.travel_min": (travel, findings("ESP-BIL-048"), [1, 0, 0]),
    # The cut-off day itself is still in time.
    "invoicing.cutoff_day": (issued("cutoff_day", 5, datetime(2026, 7, 5, 12)), unbilled("AFTER_CUTOFF"), [0, 0, 1]),
    # Ten days after the day of the visit are in time.
    "invoicing.correction_deadline_days": (
        issued("correction_deadline_days", 10, datetime(2026, 6, 13, 12), "CRE"),
        billed,
        [1, 1, 0],
    ),
    # One month later: to the last day of June.
    "invoicing.time_bar_months": (barred, unbilled("TIME_BARRED"), [0, 0, 1]),
    # 8 % of 25 visits are 2; a rate equal to the threshold passes (section 2e).
    "correction.threshold_pct": (
        corrected({"penalty": "refuse_excess", "threshold_pct": 8}, 25, 2),
        penalty,
        ["0.00", "0.00", "24.00"],
    ),
    # 20 visits of 24 euros; 10 % over the threshold are taken off at most.
    "correction.cap_pct": (
        corrected({"penalty": "reduction", "threshold_pct": 5, "k": 1, "cap_pct": 10}, 20, 3),
        penalty,
        ["24.00", "48.00", "48.00"],
    ),
    # From 10 % on, half of all is taken off.
    "correction.tiers[].from_pct": (
        corrected({"penalty": "tiers", "tiers": [{"from_pct": 10, "reduction_pct": 50}]}, 20, 2),
        penalty,
        ["0.00", "240.00", "240.00"],
    ),
    # More than 10 % of the visits declared is told (section 2g, declarative).
    "declarative.quota_pct": (declared, findings("ESP-BIL-054"), [0, 0, 1]),
}
