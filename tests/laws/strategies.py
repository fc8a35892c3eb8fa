"""What the laws draw: durations, roundings, funders, and small months with their rules.

A month is that of tests/oracle/random_month.py, drawn choice by choice, so that a failing one shrinks to the visits and
rules that matter. Builds draw the same examples every time; ESPPADOM_LAWS=long draws many more, at random.
"""

import os
from datetime import date, datetime, timedelta
from decimal import Decimal

import library  # noqa: F401 - puts the folders of the imports below on the path
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from random_month import Line, Month, Order, Visit

import esppadom

QUIET = dict(deadline=None, database=None, suppress_health_check=list(HealthCheck))
settings.register_profile("build", max_examples=40, derandomize=True, **QUIET)
settings.register_profile("long", max_examples=3000, **QUIET)
ONCE = [Phase.explicit, Phase.generate]  # without shrinking, for examples that are known to fail
settings.load_profile(os.environ.get("ESPPADOM_LAWS", "build"))

SECONDS = st.integers(0, 86_400)
STEPS = st.sampled_from([60 * minutes for minutes in (1, 5, 10, 15, 30, 60)])
TIES = st.sampled_from(["up", "down", "even"])
MODES = st.sampled_from(["nearest", "up", "down", "provider", "payer", "threshold"])
PERCENTS = st.one_of(st.integers(0, 100), st.decimals("0", "100", places=4))
PRICES = st.decimals("1", "60", places=6)


@st.composite
def roundings(draw):
    """Keywords of round_duration."""
    step, mode = draw(STEPS), draw(MODES)
    found = {"step": step, "mode": mode, "tie": draw(TIES)}
    if mode == "threshold":
        found["threshold"] = 60 * draw(st.integers(1, step // 60))
    return found


@st.composite
def funders(draw):
    """One to four who pay of a visit, some with a volume."""
    one = st.builds(esppadom.Funder, PRICES, PERCENTS, st.one_of(st.none(), st.integers(0, 20_000)))
    return draw(st.lists(one, min_size=1, max_size=4))


CODES = st.sampled_from(["", "", "", "COA", "COD", "CO2", "CRE", "MDT"])
MONTHS = ("2026-03", "2026-05", "2026-10")


@st.composite
def visits(draw, line, name, house, month, exact):
    """One visit, of its day alone. With `exact` its length is a multiple of 36 seconds: whole euros of an hour make
    whole cents."""
    number = 2 * draw(st.integers(0, 13)) + 1  # no two visits meet at midnight
    first = datetime(int(month[:4]), int(month[5:]), number)
    start = first + timedelta(minutes=draw(st.integers(0, 1200 if exact else 1439)))
    length = 36 * draw(st.integers(1, 400)) if exact else draw(st.integers(60, 20_000))
    end = start + timedelta(seconds=length)
    code = draw(CODES)
    late = [timedelta(seconds=draw(st.integers(-1200, 1200))) for _ in range(2)]
    arrival = None if code in ("COA", "CO2", "CRE") else start + late[0]
    departure = None if code in ("COD", "CO2", "CRE") else max(end + late[1], start + late[0] + timedelta(seconds=1))
    planned_start = start.replace(second=0) + timedelta(minutes=5 * draw(st.integers(-2, 2)))
    planned = (planned_start, planned_start + timedelta(minutes=15 * draw(st.integers(1, 12))))
    issued = end.replace(microsecond=0) + timedelta(days=1)
    return Visit(
        f"V-{name}-{house}-{month}-{number:02d}", issued, name, house, f"C-{name}-{house}", line, start, end, arrival, departure,
        code, "1", planned,
    )  # fmt: skip


@st.composite
def months(draw, exact=False, several=1, most=6, plain=False):
    """Orders and visits of one or two people, in `several` months that follow each other; the last is billed.

    `plain`: all is for one funder, without participation.
    """
    last = draw(st.sampled_from(MONTHS))
    names = [f"{last[:4]}-{int(last[5:]) - back:02d}" for back in range(several - 1, -1, -1)]
    made = Month(last)
    for name in draw(st.sampled_from([["B1"], ["B1", "B2"]])):
        for house in draw(st.sampled_from([["SAAD01"], ["SAAD01", "SAAD02"]])):
            plan = f"P-{name}-{house}"
            euros = st.integers(20, 30).map(str) if exact else st.sampled_from(["24.58", "27.00", "25.123456"])
            tariff = draw(euros)
            percent = None if exact or plain else draw(st.sampled_from([None, "0", "13.6192", "40"]))
            hours = str(draw(st.integers(1, 20)))
            lines = [Line(f"{plan}-1", "APA-HR", "CD99", hours, "MON", tariff, draw(euros), percent)]
            if not plain and draw(st.booleans()):
                lines.append(Line(f"{plan}-2", "APA-HR", "MUT99", hours, "MON", draw(euros), lines[0].price, None))
            issued = datetime(2025, 11, 20, 11)
            made.orders.append(Order(f"O-{name}-{house}", issued, date(2026, 1, 1), None, name, house, plan, lines))
            for month in names:
                one = visits(lines[0], name, house, month, exact)
                made.visits += draw(st.lists(one, max_size=most, unique_by=lambda visit: visit.number))
    return made


def tree(**values):
    """A strategy of objects whose keys may be left out."""
    return st.fixed_dictionaries({}, optional=values)


CARRIES = st.one_of(
    st.just({"enabled": False}),
    st.fixed_dictionaries(
        {
            "enabled": st.just(True),
            "horizon_periods": st.integers(1, 5),
            "order": st.sampled_from(["own_then_oldest", "own_then_newest", "oldest_first"]),
            "may_exceed_ceiling": st.booleans(),
        }
    ),
)
ROUNDINGS = st.fixed_dictionaries(
    {
        "object": st.sampled_from(["none", "stamps", "duration"]),
        "step_min": st.sampled_from([1, 5, 10, 15, 30, 60]),
        "mode": st.sampled_from(["nearest", "up", "down", "provider", "payer"]),
        "guard": st.sampled_from(["always", "real_lt_planned", "real_gt_planned"]),
    }
)
DURATIONS = tree(
    source=st.sampled_from(["retained", "stamped", "planned", "min_stamped_planned"]),
    rounding=ROUNDINGS,
    snap_to_planned=tree(under_min=st.integers(0, 15), over_min=st.integers(0, 15)),
    min_billable_min=st.integers(0, 60),
    max_billable_min=st.one_of(st.none(), st.integers(60, 180)),
)
SMOOTHINGS = tree(
    carry=CARRIES, overflow=st.sampled_from(["beneficiary", "provider", "next_funder"]), split_at_ceiling=st.just(True)
)
FUNDINGS = tree(
    order=st.sampled_from([["CD99", "MUT99"], ["MUT99", "CD99"]]),
    residual_cent_to=st.sampled_from(["first_funder", "last_funder"]),
)
INVOICINGS = tree(
    round_at=st.sampled_from(["visit", "line", "invoice"]),
    line_rounding=st.sampled_from(["half_up", "half_even"]),
    granularity=st.sampled_from(["provider", "provider_service", "provider_beneficiary"]),
)
ATTRIBUTIONS = st.sampled_from(["start", "split_midnight", "split_boundaries"])
RULES = tree(
    attribution=ATTRIBUTIONS, duration=DURATIONS, smoothing=SMOOTHINGS, funding=FUNDINGS, invoicing=INVOICINGS
)
YEARS = st.sampled_from([2023, 2024, 2025, 2026])
EUROS = st.decimals("0", "6000", places=2)
GIRS = st.integers(1, 4)
CENT = Decimal("0.01")
