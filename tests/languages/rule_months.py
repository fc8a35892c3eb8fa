"""Vectors of one rule that need more than small_months.py: as small months, as rates, as single rules.

A function gives the questions of a vector: identifier, what to do, arguments; none where messages and a rule file cannot
say what the vector says. Orders and visits are those of vector_months.py.
"""

from datetime import date, datetime, timedelta
from fractions import Fraction

import vector_months
from vector_months import messages, month, rules


def clock(day, seconds=0):
    return (datetime.combine(day, datetime.min.time()) + timedelta(hours=8, seconds=seconds)).isoformat()


def visit(number, day, seconds, **more):
    return {"id": f"DLV-{number}", "start": clock(day), "end": clock(day, seconds), **more}


def bill(folder, key, members, given, billed, before="", as_of="2027-12-31"):
    return key, "bill", [rules(folder, members), *month(folder / "files", given), billed, as_of, before, ""]


def of_duration_total(folder, given, key):
    first = date(2026, 3, 1)
    visits = [visit(number, first + timedelta(days=number), 60 * minutes) for number, minutes in enumerate(given["minutes"])]
    members = {"duration": {"rounding": given["rounding"]}}
    yield bill(folder, key, members, {"orders": [{"hours": "300"}], "deliveries": visits}, "2026-03")


def planned(folder, key, orders, smoothing, billed, more=None, **given):
    """The bill of a month with one visit of one hour, under rules of smoothing."""
    one = visit(1, date.fromisoformat(f"{billed}-10"), 3600)
    members = {"smoothing": smoothing, **(more or {})}
    return bill(folder, key, members, {"orders": orders, "deliveries": [one], **given}, billed)


def of_week_to_month(folder, given, key):
    order = {"quantity": [str(given["weekly_hours"]), "HUR"], "period": ["1", "WEE"]}
    yield planned(folder, key, [order], {"week_to_month": given["rule"]}, given["month"])


def of_plan_quantity(folder, given, key):
    orders = [{"id": f"CMD-{number}", "quantity": [str(one["minutes"]), "MIN"], "from": f"{one['from']}T00:00:00",
               "until": f"{one['to']}T00:00:00", "issued_at": f"2025-12-01T09:{number:02d}:00"}
              for number, one in enumerate(given["versions"], 1)]
    absences = [{"from": first, "to": last} for first, last in given.get("absences", [])]
    more = {"holiday_zone": given["zone"]} if "zone" in given else {}
    yield planned(folder, key, orders, {"prorata": given["prorata"]}, given["month"], more, absences=absences)


def of_smoothing_month(folder, given, key):
    orders = []
    for number, one in enumerate(given["orders"], 1):
        count, _, unit = one.get("per", "MON").rpartition(" ")
        more = {"until": f"{one['until']}T23:59:59"} if "until" in one else {}
        more |= {"plan": one["plan"]} if "plan" in one else {}
        orders.append({"id": f"CMD-{number}", "issued_at": f"2025-12-{number:02d}T09:00:00", "from": f"{one['from']}T00:00:00",
                       "quantity": [one["hours"], "HUR"], "period": [(count or "1") if unit else "", unit],
                       "tariff": one.get("tariff", given.get("tariff", "24.58")),
                       "participation": given.get("participation"), **more})
    visits = [visit(number, date.fromisoformat(day), 3600 * hours) for number, (day, hours) in enumerate(given["visits"], 1)]
    absences = [{"from": first, "to": last} for first, last in given.get("absences", [])]
    month_of = {"orders": orders, "deliveries": visits, "absences": absences}
    yield bill(folder, key, {"smoothing": given["rules"]}, month_of, given["billed"])


def of_smoothing_plan(folder, given, key):
    order = {"quantity": given.get("quantity"), "period": given.get("period"), "until": "2026-12-31T00:00:00"}
    smoothing = {"period" if name == "pool_period" else name: given[name] for name in ("week_to_month", "pool_period") if name in given}
    yield planned(folder, key, [order], smoothing, "2026-03")


def of_stamps_class(folder, given, key):
    issued = date.fromisoformat(given["issued"])
    members = {} if given["code_map"] is None else {"stamps": {"code_map": given["code_map"]}}
    who = {"provider": given["producer"]}
    one = visit(1, issued - timedelta(days=3), 3600, code=given["code"], issued_at=f"{issued}T12:00:00", **who)
    order = {"from": "2020-01-01T00:00:00", "issued_at": "2019-12-01T09:00:00", **who}
    yield bill(folder, key, members, {"orders": [order], "deliveries": [one]}, one["start"][:7])


def months_of_use(used):
    """The visits of each month: one of at most 16 h a day, from the 2nd on, as tests/bill/late_test.cpp has them."""
    for number, hours in enumerate(used, 1):
        visits = []
        while hours > 0:
            day = f"2026-{number:02d}-{2 + len(visits):02d}"
            visits.append((f"2026-{number:02d}/{len(visits)}", day, min(hours, 16)))
            hours -= 16
        yield f"2026-{number:02d}", visits


def of_smoothing_late(folder, given, key):
    smoothing = {"late": given["late"], "carry": {"enabled": True, "horizon_periods": 5, "may_exceed_ceiling": True}}
    runs = list(months_of_use(given["used"]))
    for number, step in enumerate(given["then"]):
        if "add" in step:
            day, hours = step["add"]
            changed = (f"late/{number}", day, hours)
        else:
            first, less = step["less"]
            changed = (f"{first}/0", f"{first}-02", min(given["used"][int(first[5:]) - 1], 16) - less)
        runs.append((step["billed"], [changed]))
    before = ""
    for number, (billed, visits) in enumerate(runs):
        made = [{"id": name, "start": f"{day}T06:00:00", "issued_at": f"2026-07-01T08:00:{number:02d}",
                 "end": (datetime.fromisoformat(f"{day}T06:00:00") + timedelta(hours=hours)).isoformat()}
                for name, day, hours in visits]
        order = {"hours": str(given["plan_hours"]), "tariff": "10.00"}
        identifier = f"{key}.{number}"
        yield bill(folder / str(number), identifier, {"smoothing": smoothing}, {"orders": [order], "deliveries": made}, billed,
                   before, "2026-12-31")
        before = f"{identifier}.ledger"


def of_correction_rate(folder, given, key):
    """Each class has a code of its own in the rules, so that no stamp decides."""
    known = {"class", "count", "both_stamps_valid"}
    groups = given["visits"]
    if not groups or "population" in given or any(set(one) - known or one["class"] in ("STAMP_ONLY", "REJECTED") for one in groups):
        return
    codes = {name: f"X{number}" for number, name in enumerate(sorted({one["class"] for one in groups} - {"STAMPED"}))}
    mapped = [{"producer": None, "issued_from": None, "issued_to": None, "map": {"": "STAMPED", **{code: name for name, code in codes.items()}}}]
    made, first = [], date(2026, 5, 1)
    for one in groups:
        for _ in range(one["count"]):
            number = len(made)
            made.append({"id": f"DLV-{number}", "code": codes.get(one["class"], ""), "beneficiary": f"B-{number // 20}",
                         "start": clock(first + timedelta(days=number % 20)), "end": clock(first + timedelta(days=number % 20), 3600)})
    deliveries = messages(folder, "delivery", [vector_months.delivery_of(one) for one in made])
    yield key, "rate", [rules(folder, {"stamps": {"code_map": mapped}, "correction": given["rules"]}), deliveries]


def of_smoothing(folder, given, key):
    if not isinstance(given["plan_hours"], int) or "over_sub_ceiling_hours" in given:
        return
    plan = " ".join(str(given["plan_hours"] * 3600) for _ in given["used_hours"])
    used = " ".join(str(int(hours * 3600)) for hours in given["used_hours"])
    yield key, "smooth", [rules(folder, {"smoothing": given["rules"]}), f"{given['first_month']}-01", plan, used]


def of_funding_participation(folder, given, key):
    """One visit of a funder with these rules; a month has no visit of more than a day."""
    part, source = given["segments"][0], given["sources"][0]
    if "rules" in given or set(part) != {"minutes", "price"} or part["minutes"] > 24 * 60 or set(source) != {"tariff", "rules"}:
        return
    if source["rules"].get("participation", {}).get("basis") == "accepted_plan":
        return  # taken off the month, not off its visits
    order = {"tariff": source["tariff"], "provider_rate": part["price"], "hours": "300"}
    one = visit(1, date.fromisoformat(given["on"]), 60 * part["minutes"])
    members = {"funding": {"per_funder": [{"funder": "CD99", **source["rules"]}]}}
    yield bill(folder, key, members, {"orders": [order], "deliveries": [one]}, given["on"][:7])


def of_funding(folder, given, key):
    if len(given["segments"]) != 1 or "rules" in given:
        return
    funders = []
    for one in given["sources"]:
        if set(one) - {"tariff", "participation", "volume_min"}:
            return
        seconds = int(one["volume_min"]) * 60 if "volume_min" in one else -1
        funders.append(f"{one['tariff']};{one.get('participation', '0')};{seconds}")
    part = given["segments"][0]
    if set(part) == {"minutes", "price"}:
        yield key, "split", [str(part["minutes"] * 60), part["price"], " ".join(funders)]


QUESTIONS = {"duration_total": of_duration_total, "week_to_month": of_week_to_month, "plan_quantity": of_plan_quantity,
             "smoothing_month": of_smoothing_month, "smoothing_plan": of_smoothing_plan,
             "stamps_class": of_stamps_class, "smoothing_late": of_smoothing_late,
             "correction_rate": of_correction_rate, "smoothing": of_smoothing, "funding": of_funding,
             "funding_participation": of_funding_participation}


def difference(told, expected):
    return None if told == expected else f"{told}, expected {expected}"


def split_differs(told, expected):
    shares = [Fraction(one["share_exact"]) for one in told["funders"]]
    return difference([*shares, Fraction(told["beneficiary_exact"])],
                      [*map(Fraction, expected["shares"]), Fraction(expected["beneficiary"])])


def smooth_differs(told, expected):
    for key in {"own", "excess", "plan", "advance", "expired", "lost_to_cap"} & set(expected):
        met = difference([one[f"{key}_seconds"] for one in told["periods"]], [hours * 3600 for hours in expected[key]])
        if met:
            return f"{key}: {met}"
    return None


def smoothing_row_differs(row, wanted):
    """Minutes as fractions, 0 where the vector has none; of amounts those that it names."""
    keys = {"plan": "plan_seconds", "own": "own", "carried": "carried", "excess": "excess"}
    told = {name: Fraction(str(row.get(f"{key}_exact", row[key]))) / 60 for name, key in keys.items() if row[key] is not None}
    expected = {name: Fraction(wanted.get(name, "0")) for name in told}
    if bool(row["euros"]) != ("euros" in wanted):
        return f"euros: {row['euros']}"
    for name, amount in wanted.get("euros", {}).items():
        told[f"{name} in euros"], expected[f"{name} in euros"] = Fraction(row["euros"][name]), Fraction(amount)
    return difference({"period": row["period"] or row["month"], **told}, {"period": wanted["period"], **expected})


def smoothing_month_differs(told, expected):
    rows = told["smoothing"]
    if len(rows) != len(expected["rows"]):
        return f"{len(rows)} rows"
    met = next((met for row, wanted in zip(rows, expected["rows"]) if (met := smoothing_row_differs(row, wanted))), None)
    missing = set(expected.get("findings", [])) - {one["code"] for one in told["findings"]}
    return met or (f"without {missing}" if missing else difference(len(told["unbilled"]), expected.get("unbilled", 0)))


def participation_differs(told, expected):
    """Of one visit, in cents: what the funder and what the beneficiary pay."""
    paid = sum((Fraction(one["total"]) for one in told["invoices"]), Fraction(0))
    left = sum((Fraction(one["total"]) for one in told["beneficiary_invoices"]), Fraction(0))
    wanted = [Fraction(one) for one in (*expected.get("cents", expected.get("shares", [])),
                                        expected.get("beneficiary_cents", expected.get("beneficiary")))]
    exact = len(wanted) == 2 and all((100 * one).denominator == 1 for one in wanted)
    return difference([paid, left], wanted) if exact else None


def rate_differs(told, expected):
    keys = {"interventions", "corrected"} & set(expected)
    return difference({key: told["total"][key] for key in keys}, {key: expected[key] for key in keys})


#: What the answer says else than the vector expects of it.
EXPECTED = {"funding": split_differs, "smoothing": smooth_differs, "correction_rate": rate_differs,
            "funding_participation": participation_differs, "smoothing_month": smoothing_month_differs}
