"""A small month for each number of the rules that bounds something: what it is compared with lies below it, on it and above.

CASES[key](step) is the month for step -1, 0 and 1, its rules included. EXCEPTIONS names the numbers that bound nothing,
and those that no bill of the oracle shows, with the reason.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, Callable, Dict, Optional, Tuple

from random_month import Line, Month, Order, Visit
from random_rules import Json, put

MINUTE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)
Case = Callable[[int], Month]


def month(settings: Json, *visits: Visit, hours: str = "100", price: str = "24.00", first: str = "2026-06-01", **line: Any) -> Month:
    """One person, one order of CD99, those visits; the rules by their dotted keys."""
    rules: Json = {}
    for key, value in settings.items():
        put(rules, key, value)
    begin = datetime.fromisoformat(first)
    whole = Line("L1", "APA-HR", "CD99", hours, "MON", line.get("tariff", "24.00"), price, line.get("percent"))
    order = Order("O1", begin - timedelta(days=20), begin.date(), None, "B1", "SAAD01", "P1", [whole], monthly=line.get("monthly"))
    for count, visit in enumerate(visits, 1):
        visit.line, visit.number = whole, f"V{count}"
    last = max((visit.start for visit in visits), default=begin)
    scope = {"level": "departement", "departement": "99"}
    head = {"id": "all", "version": 1, "valid_from": "2025-01-01", "valid_to": None, "scope": scope}
    return Month(last.strftime("%Y-%m"), [order], list(visits), {}, [{**head, **rules}])


def visit(
    length: Any, day: str = "2026-06-03", at: str = "09:00", *, planned: int = 60, code: str = "", early: Any = None, late: Any = None
) -> Visit:
    """`length` minutes of a visit that is planned for an hour; stamped as retained, or so much before or after."""
    start = datetime.fromisoformat(f"{day}T{at}")
    end = start + (length if isinstance(length, timedelta) else length * MINUTE)
    arrival = None if code in ("COA", "CO2", "CRE") else start - (early or timedelta())
    departure = None if code in ("COD", "CO2", "CRE") else end + (late or timedelta())
    no_line = Line("", "", "", "", "", None, None, None)
    plan = (start, start + planned * MINUTE)
    return Visit("", end + timedelta(hours=1), "B1", "SAAD01", "C1", no_line, start, end, arrival, departure, code, "1", plan)


def noted(made: Month, kind: str, **facts: Any) -> Month:
    made.note(kind, delivery_id="V1", **facts)
    return made


def duration(key: str, worth: Any, *base: Tuple[str, Any], around: int, unit: timedelta = MINUTE) -> Tuple[str, Case]:
    """A setting of the duration, and a visit of that many units around."""

    def made(step: int) -> Month:
        return month({"duration.source": "stamped", **dict(base), key: worth}, visit((around + step) * unit))

    return key, made


def tolerance(side: str) -> Tuple[str, Case]:
    """Stamps that many minutes, and a second, outside the plan."""
    start, early = side.startswith("start"), side.endswith("early")

    def made(step: int) -> Month:
        gap = 5 * MINUTE + step * SECOND
        moved = {"early": gap if early else -gap} if start else {"late": -gap if early else gap}
        return month({f"stamps.tolerance_min.{side}": 5, "stamps.outside_tolerance": "reject"}, visit(60, **moved))

    return f"stamps.tolerance_min.{side}", made


def window(side: str) -> Tuple[str, Case]:
    """A visit that begins so long before or after the one that is planned."""

    def made(step: int) -> Month:
        gap = 10 * MINUTE + step * SECOND
        one = visit(60)
        one.planned, start = None, one.start + (gap if side == "before" else -gap)
        made = month({f"stamps.match_window_min.{side}": 10}, one)
        times = {"start": start.isoformat(), "end": (start + 60 * MINUTE).isoformat()}
        made.note("planned_visits", provider="SAAD01", beneficiary="B1", **times)
        return made

    return f"stamps.match_window_min.{side}", made


def carried(settings: Json, unused: int, over: int = 300, hours: int = 10) -> Month:
    """A month that leaves so many minutes of its plan, and the next one that uses more than its own."""
    carry = {"enabled": True, "horizon_periods": 1, "may_exceed_ceiling": True}
    rules = {**{f"smoothing.carry.{key}": value for key, value in carry.items()}, **settings}
    less, more = visit(hours * 60 - unused, "2026-05-04"), visit(hours * 60 + over, "2026-06-03")
    return month(rules, less, more, hours=str(hours), first="2026-05-01")


def horizon(step: int) -> Month:
    """Hours left in May, used that many months later."""
    rules = {"smoothing.carry": {"enabled": True, "horizon_periods": 2, "may_exceed_ceiling": True}}
    names = ["2026-05", "2026-06", "2026-07", "2026-08"][: 3 + step]
    lengths = [540, *[600] * (len(names) - 2), 660]
    return month(rules, *[visit(length, f"{name}-04") for name, length in zip(names, lengths)], hours="10", first="2026-05-01")


def merging(step: int) -> Month:
    """Two visits that far from each other, of which only the first start and the last end are stamped."""
    one, two = visit(60, code="COD"), visit(60, at="10:15", code="COA")
    two.start, two.end = two.start + step * SECOND, two.end + step * SECOND
    merge = {"enabled": True, "max_gap_min": 15, "scope": "all"}
    return month({"stamps.merge_consecutive": merge, "duration.source": "stamped"}, one, two)


def dedupe(step: int) -> Month:
    """Raw stamps of a visit that come so long after its own."""
    one, raw = visit(60), visit(61)
    raw.departure, raw.code, raw.issued = raw.end + step * SECOND, "HOR", raw.issued + 60 * MINUTE
    made = month({"stamps.dedupe_seconds": 60, "duration.source": "stamped"}, one, raw)
    raw.number = "V1"
    return made


def priced(key: str, day: str = "2026-06-03", at: str = "09:00") -> Tuple[str, Case]:
    """A rate of 25 euros against a price just below, the same and just above."""

    def made(step: int) -> Month:
        entry = {"funder": "CD99", "rate_cap": "min"}
        put(entry, key, "25.00")
        rules: Json = {"funding.per_funder": [entry]}
        if key.endswith("evening"):
            rules["funding.surcharges.evening_window"] = {"from": "20:00", "to": "24:00"}
        return month(rules, visit(60, day, at), price=str(Decimal("25.00") + step), tariff="25.00")

    return f"funding.per_funder[].{key}", made


def surcharge(key: str, other: str, day: str, at: str = "19:00") -> Tuple[str, Case]:
    """One percentage of 20 against another on the same visit, one less, the same and one more."""

    def made(step: int) -> Month:
        rules: Json = {"funding.surcharges.evening_window": {"from": "18:00", "to": "24:00"}}
        if "custom" in (key, other):
            rules = {"funding.surcharges.custom_window": {"from": "18:00", "to": "24:00"}}
        rules.update({f"funding.surcharges.percent.{key}": 20, f"funding.surcharges.percent.{other}": 20 + step})
        return month(rules, visit(60, day, at), first="2026-01-01")

    return f"funding.surcharges.percent.{key}", made


def funder(key: str, settings: Json, around: Optional[int] = None, **of: Any) -> Tuple[str, Case]:
    """An entry of CD99, and a visit of that many minutes around."""

    def made(step: int) -> Month:
        return month({"funding.per_funder": [{"funder": "CD99", **settings}]}, visit((around or 60) + step), **of)

    return f"funding.per_funder[].{key}", made


def table(key: str) -> Tuple[str, Case]:
    """Resources a cent below the bound of two rows, on it and above."""

    def made(step: int) -> Month:
        rows = [{"from": 0, "to": 1000, "percent": 10}, {"from": 1000, "to": None, "percent": 35}]
        resources = str(Decimal(1000) + step * Decimal("0.01"))
        share = {"basis": "used", "rate": "table", "inputs": {"resources": resources}, "table": rows}
        return month({"funding.per_funder": [{"funder": "CD99", "participation": share}]}, visit(60))

    return f"funding.per_funder[].participation.table[].{key}", made


def participation(step: int) -> Month:
    """An amount of the month against what the funder has to pay in it."""
    share = {"basis": "accepted_plan", "amount": "24.00"}
    price = str(Decimal("24.00") + step)
    return month({"funding.per_funder": [{"funder": "CD99", "participation": share}]}, visit(60), price=price, tariff=price)


def complement(step: int) -> Month:
    """A top-up of half the rest, at most 3 euros."""
    top = {"funder": "TOP99", "nature": "complement", "percent": "50", "max": "3.00"}
    rules = {"funding.order": ["CD99", "TOP99"], "funding.per_funder": [top]}
    return month(rules, visit(60), price=str(Decimal("30.00") + step), tariff="24.00")


def notice(step: int) -> Month:
    """A visit called off so many seconds before it begins."""
    one = visit(60)
    made = month({"funding.cancelled": {"bill_to": "beneficiary", "notice_hours": 24}}, one)
    return noted(made, "cancellations", announced_at=(one.start - timedelta(hours=24) - step * SECOND).isoformat())


def evidence(step: int) -> Month:
    """A retained period that differs from the stamps by so much."""
    rules = {"correction.classify_by": "evidence", "stamps.retained_gap_min": 5, "stamps.probative_methods": ["BDG"]}
    return month(rules, visit(60, late=5 * MINUTE + step * SECOND))


def extra(step: int) -> Month:
    """Minutes added to a visit by hand."""
    rules = {"extra_minutes": {"allowed": True, "code": "MDT", "bearer": "funder", "monthly_cap_min": 10}}
    return noted(month(rules, visit(60, code="MDT")), "extra_minutes", minutes=10 + step, reason="R", author="A")


def distance(step: int) -> Month:
    rules = {"stamps.distance_m": 100, "stamps.outside_distance": "reject"}
    return noted(month(rules, visit(60)), "stamp_distances", metres=100 + step)


def longest(step: int) -> Month:
    return month({"stamps.pair_max_hours": 2}, visit(120 * MINUTE + step * SECOND))


def ceiling(step: int) -> Month:
    return carried({"smoothing.ceiling_min": 660, "smoothing.carry.may_exceed_ceiling": False}, 300, 60 + step)


def sub_ceiling(step: int) -> Month:
    return month({"smoothing.sub_ceilings": [{"service": "APA-HR", "max_min": 100, "period": "month"}]}, visit(100 + step))


def advance(step: int) -> Month:
    return month({"smoothing.advance": {"enabled": True, "cap_min": 60}}, visit(660 + step), hours="10")


BY_QUARTER = (("duration.rounding", {"object": "duration", "step_min": 15}),)
CASES: Dict[str, Case] = dict(
    [
        ("stamps.dedupe_seconds", dedupe),
        ("stamps.pair_max_hours", longest),
        *[window(side) for side in ("before", "after")],
        *[tolerance(side) for side in ("start_early", "start_late", "end_early", "end_late")],
        ("stamps.distance_m", distance),
        ("stamps.merge_consecutive.max_gap_min", merging),
        ("stamps.retained_gap_min", evidence),
        duration("duration.rounding.step_min", 15, ("duration.rounding.object", "duration"), around=4050, unit=SECOND),
        duration("duration.rounding.threshold_min", 7, *BY_QUARTER, ("duration.rounding.mode", "threshold"), around=67),
        duration("duration.snap_to_planned.under_min", 5, around=55),
        duration("duration.snap_to_planned.over_min", 5, around=65),
        duration("duration.cap.extra_min", 7, ("duration.cap.kind", "planned_plus"), around=67),
        duration("duration.min_billable_min", 30, around=30),
        duration("duration.max_billable_min", 90, around=90),
        ("smoothing.carry.horizon_periods", horizon),
        ("smoothing.carry.cap_min", lambda step: carried({"smoothing.carry.cap_min": 60}, 60 + step)),
        ("smoothing.carry.cap_pct", lambda step: carried({"smoothing.carry.cap_pct": 10}, 60 + step)),
        ("smoothing.ceiling_min", ceiling),
        ("smoothing.advance.cap_min", advance),
        ("smoothing.sub_ceilings[].max_min", sub_ceiling),
        priced("rate"),
        priced("rates.weekday"),
        priced("rates.saturday", "2026-06-06"),
        priced("rates.sunday", "2026-06-07"),
        priced("rates.public_holiday", "2026-07-14"),
        priced("rates.evening", at="20:30"),
        ("funding.per_funder[].max", complement),
        funder("volume.minutes", {"volume": {"minutes": 100}}, around=100),
        funder("volume.euros", {"volume": {"euros": "40.00"}}, around=100),
        ("funding.per_funder[].participation.amount", participation),
        table("from"),
        table("to"),
        surcharge("saturday", "public_holiday", "2026-08-15"),
        surcharge("sunday", "public_holiday", "2026-11-01"),
        surcharge("public_holiday", "saturday", "2026-08-15"),
        surcharge("first_of_january", "evening", "2026-01-01"),
        surcharge("first_of_may", "evening", "2026-05-01"),
        surcharge("christmas", "evening", "2026-12-25"),
        surcharge("evening", "sunday", "2026-06-07"),
        surcharge("custom", "sunday", "2026-06-07"),
        ("funding.cancelled.notice_hours", notice),
        ("extra_minutes.monthly_cap_min", extra),
    ]
)

FACTOR = "a factor of a price, a share or a rate: nothing is compared with it"
WEIGHT = "a weight in a sum: nothing is compared with it"
APA = "an input of the national scale, whose own bounds are tried in tests/vectors and tests/laws (I10)"
CONTRACT = "a contract changes no bill; both bounds of its envelope are tried in tests/vectors/cpom.json"
OVERSIGHT = "an indicator, no bill shows it: tests/oversight"
EXCEPTIONS: Dict[str, str] = {
    "version": "counts the versions of a rule set",
    "tariff.provider_rate": "a price; it is compared with a funder's rate under funding.per_funder[].rate",
    "smoothing.control_window_months": OVERSIGHT,
    "funding.per_funder[].percent": FACTOR,
    "funding.per_funder[].participation.percent": FACTOR,
    "funding.per_funder[].participation.table[].percent": FACTOR,
    "funding.per_funder[].participation.table[].amount": FACTOR,
    "funding.per_funder[].participation.inputs.resources": APA,
    "funding.per_funder[].participation.inputs.gir": APA,
    "funding.per_funder[].participation.inputs.accepted_plan": APA,
    "funding.per_funder[].participation.rate_scale": "a number of decimals: the rate is rounded to it",
    "funding.surcharges.split_pct": FACTOR,
    **{
        f"correction.code_weights.{name}": WEIGHT
        for name in "START_CORRECTED END_CORRECTED BOTH_CORRECTED CREATED DATA_CHANGED DELETED NOT_PROBATIVE TIMES_CHANGED".split()
    },
    "correction.k": FACTOR,
    "correction.tiers[].reduction_pct": FACTOR,
    "declarative.price_pct": FACTOR,
    "double_visit.plan_factor": "1 or 2, tried as values by sensitivity.py",
    "double_visit.pay_factor": "1 or 2, tried as values by sensitivity.py",
    "payable_share_pct.WAITING": FACTOR,
    "payable_share_pct.BENEFICIARY_ABSENT": FACTOR,
    "payable_share_pct.CARE_REFUSED": FACTOR,
    "invoicing.advance.pct": FACTOR,
    "invoicing.advance.base_months": "how many months a mean is taken over",
    "invoicing.advance.spread_months": "how many months an advance is taken back in",
    "invoicing.vat_pct": FACTOR,
    "invoicing.complementary.max_per_month": "counts the documents of several runs: tests/bill/documents_test.cpp",
    "invoicing.numbering.digits": "a width: a longer number is written whole",
    "alerts.watch_min[]": OVERSIGHT,
    "alerts.plan_expiry_months": OVERSIGHT,
    "alerts.underuse_pct": OVERSIGHT,
    "alerts.underuse_months": OVERSIGHT,
    "cpom.objectives[].unit_amount": CONTRACT,
    "cpom.advances[].amount": CONTRACT,
    "cpom.envelope.amount": CONTRACT,
    "cpom.envelope.flexibility_pct": CONTRACT,
}
