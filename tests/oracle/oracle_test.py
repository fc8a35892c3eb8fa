#!/usr/bin/env python3
"""The oracle gives the tables of the rules reference (rules_tables.json), so that its word counts."""

from __future__ import annotations

import json
import sys
import unittest
from datetime import date, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any, Dict, List

sys.path.insert(0, str(Path(__file__).resolve().parent))

from oracle_billing import Billing, Target  # noqa: E402
from oracle_correction import Counts, reduction, refused  # noqa: E402
from oracle_duration import Billable, billable, hours_rounded  # noqa: E402
from oracle_funding import pays_on  # noqa: E402
from oracle_input import Inputs, Message, OrderLine  # noqa: E402
from oracle_lines import Sums, all_cents, distributed, round_sums, to_cents  # noqa: E402
from oracle_participation import national  # noqa: E402
from oracle_plan import Calendar, in_month, month_quantity  # noqa: E402
from oracle_pool import Part, Pool  # noqa: E402
from oracle_pricing import parts_of, price_visit  # noqa: E402
from oracle_rules import RuleBook, Rules, read_rule_set  # noqa: E402
from oracle_time import Clock, easter, euros_text, instant_of, is_holiday  # noqa: E402
from oracle_visits import OrderBook, Preparation  # noqa: E402

Json = Dict[str, Any]
TABLES: Json = json.loads(Path(__file__).with_name("rules_tables.json").read_text(encoding="utf-8"))


def book(settings: Json) -> RuleBook:
    scope = {"level": "departement", "departement": "99"}
    return RuleBook([read_rule_set({"id": "t", "version": 1, "scope": scope, **settings})])


def rules(settings: Json) -> Rules:
    return book(settings).resolve("B", "S", "P", "F1", date(2026, 3, 2))


def at(text: str) -> int:
    found = instant_of(datetime.fromisoformat(text))
    assert found is not None
    return found


def number(text: Any) -> Fraction:
    """A decimal, a quotient, a product or a difference, as the tables write them."""
    for sign in "-*/":
        left, found, right = str(text).rpartition(sign)
        if found:
            a, b = number(left), number(right)
            return {"-": a - b, "*": a * b, "/": a / b}[sign]
    return Fraction(str(text))


def order_line(number_: int, spec: Json) -> OrderLine:
    tariff, price = spec.get("tariff"), spec.get("price")
    last = spec.get("last")
    return OrderLine(
        order_id="O1",
        issued=datetime(2025, 1, 1),
        first_day=date.fromisoformat(spec.get("first", "2026-01-01")),
        last_day=date.fromisoformat(last) if last else None,
        beneficiary="B",
        provider="P",
        plan_id="PLAN",
        previous_order="",
        line_id=f"L{number_}",
        sequence=number_,
        payer=spec.get("payer", f"F{number_}"),
        service="S",
        aid_type="APA",
        provider_rate=Fraction(price) if price else None,
        tariff=Fraction(tariff) if tariff else None,
        seconds=Fraction(str(spec.get("hours", 100))) * 3600,
        participation=Fraction(spec["participation"]) if "participation" in spec else None,
        surcharges=(),
        period=spec.get("period", "MON"),
        per_month=Fraction(spec["fixed"]) if "fixed" in spec else None,
    )


def message(name: str, start: datetime, minutes: int) -> Message:
    end = start + timedelta(minutes=minutes)
    return Message(
        id=name,
        issued=end + timedelta(days=1),
        provider="P",
        beneficiary="B",
        caregiver="C",
        code="",
        retained=(start, end),
        planned=(None, None),
        arrival=start,
        departure=end,
        order_ids=(),
        order_line_id="L1",
        service="S",
        aid_type="APA",
    )


def billed(settings: Json, lines: List[Json], messages: List[Message]) -> Target:
    known = [order_line(n, spec) for n, spec in enumerate(lines, 1)]
    prepared = Preparation(Inputs(known, messages), known, book(settings), "2026-03").run()
    return Billing(OrderBook(known), prepared, "2026-03").run()


def shares(target: Target) -> Dict[str, int]:
    """Cents by funder, and of the beneficiary under ""."""
    found: Dict[str, int] = {}
    for cents in all_cents(target.lines).values():
        for name, share in [*cents.shares.items(), ("", cents.beneficiary)]:
            found[name] = found.get(name, 0) + share
    return {name: share for name, share in found.items() if share}


class Durations(unittest.TestCase):
    def minutes(self, start: str, minutes: int, settings: Json) -> Fraction:
        stamps = (at(start), at(start) + 60 * minutes)
        merged = {"duration": {"source": "stamped", "rounding": {"object": "duration", **settings}}}
        return billable(rules(merged), stamps, stamps, None).seconds / 60

    def test_one_visit_under_every_setting(self) -> None:
        stamps = (at("2026-03-02T08:56:40"), at("2026-03-02T10:06:20"))
        planned = (at("2026-03-02T09:00:00"), at("2026-03-02T10:00:00"))
        for name, settings, expected in TABLES["durations"]["rows"]:
            with self.subTest(name):
                settings.setdefault("duration", {}).setdefault("source", "stamped")
                setting = rules(settings)
                found = billable(setting, stamps, stamps, planned).seconds
                self.assertEqual(hours_rounded(setting, found) / 60, number(expected))

    def test_thresholds(self) -> None:
        for real, *expected in TABLES["thresholds"]["rows"]:
            found = [self.minutes("2026-03-02T09:00", real, {"step_min": 15})]
            for threshold in (1, 5, 7, 8, 10, 15):
                mode = {"mode": "threshold", "threshold_min": threshold, "step_min": 15}
                found.append(self.minutes("2026-03-02T09:00", real, mode))
            self.assertEqual(found, expected, real)

    def test_nearest_is_half_a_step_on_whole_minutes(self) -> None:
        for real in range(40, 80):
            found = {self.minutes("2026-03-02T09:00", real, {"step_min": 15})}
            for threshold in (7.5, 8):
                mode = {"mode": "threshold", "threshold_min": threshold, "step_min": 15}
                found.add(self.minutes("2026-03-02T09:00", real, mode))
            self.assertEqual(len(found), 1, real)

    def test_known_examples(self) -> None:
        planned = (at("2026-03-02T09:00"), at("2026-03-02T10:00"))
        for real, settings, expected in TABLES["examples"]["rows"]:
            stamps = (planned[0], planned[0] + 60 * real)
            setting = rules({"duration": {"source": "stamped", **settings}})
            self.assertEqual(billable(setting, stamps, stamps, planned).seconds / 60, expected, settings)

    def totals(self, minutes: List[int], rounding: Json) -> List[Fraction]:
        settings = {"duration": {"source": "stamped", "rounding": {"object": "duration", **rounding}}}
        start = datetime(2026, 3, 2, 9)
        step = timedelta(hours=2) if rounding.get("scope") == "day" else timedelta(days=1)
        visits = [message(f"V{n}", start + n * step, m) for n, m in enumerate(minutes)]
        target = billed(settings, [{"tariff": "60"}], visits)
        found = sorted(target.prepared.visits, key=lambda v: v.order)
        return [visit.seconds / 60 for visit in found]

    def test_many_visits(self) -> None:
        table = TABLES["many_visits"]
        for name, rounding, expected in table["rows"]:
            self.assertEqual(self.totals(table["visits"], rounding), expected, name)
        for mode, total in table["ninth"]:
            month = {"step_min": 15, "scope": "month", "mode": mode}
            self.assertEqual(sum(self.totals([*table["visits"], 50], month)), total, mode)
        day = {"step_min": 15, "scope": "day"}
        self.assertEqual(self.totals(table["day"]["visits"], day), table["day"]["billed"])

    def test_clock_changes(self) -> None:
        table = TABLES["clock_changes"]
        for start, end, civil, elapsed in table["rows"]:
            for policy, expected in (("civil", civil), ("elapsed", elapsed)):
                clock = Clock(policy)
                pair = [clock.instant(datetime.fromisoformat(t)) for t in (start, end)]
                self.assertEqual((pair[1] or 0) - (pair[0] or 0), expected * 60, (start, policy))
        start, end, minutes = table["second"]
        first = instant_of(datetime.fromisoformat(start), fold=1)
        self.assertEqual(at(end) - (first or 0), minutes * 60)
        self.assertIsNone(instant_of(datetime.fromisoformat(table["none"])))

    def test_splitting_after_rounding(self) -> None:
        for start, minutes, rounding, expected in TABLES["splits"]["rows"]:
            settings: Json = {"attribution": "split_midnight", "duration": {"source": "stamped"}}
            settings["duration"]["rounding"] = rounding
            stamps = (at(start), at(start) + 60 * minutes)
            time = billable(rules(settings), stamps, stamps, None)
            found = [part.seconds / 60 for part in parts_of(rules(settings), time)]
            self.assertEqual(found, expected, start)
        for start, minutes, rounding, expected in TABLES["splits"]["retained"]:
            setting = rules({"attribution": "split_midnight", "duration": {"rounding": rounding}})
            retained = (at(start), at(start) + 60 * minutes)
            time = billable(setting, retained, retained, None)
            found = [part.seconds / 60 for part in parts_of(setting, time)]
            self.assertEqual(found, expected, start)


class Prices(unittest.TestCase):
    def test_surcharges(self) -> None:
        for name, start, end, price, surcharges, expected in TABLES["prices"]["rows"]:
            with self.subTest(name):
                setting = rules({"funding": {"surcharges": surcharges}})
                time = Billable(at(start), at(end), Fraction(at(end) - at(start)))
                segments = price_visit(setting, time, Fraction(0), (), Fraction(price))
                self.assertEqual(sum(s.amount for s in segments), number(expected))

    def test_windows_are_scaled_to_the_billed_time(self) -> None:
        start, end, price, expected = TABLES["prices"]["scaled"]
        window = {"percent": {"evening": 25}, "evening_window": {"from": "20:00", "to": "24:00"}}
        setting = rules({"funding": {"surcharges": window}})
        time = Billable(at(start), at(end), Fraction(75 * 60))
        segments = price_visit(setting, time, Fraction(0), (), Fraction(price))
        self.assertEqual(sum(s.amount for s in segments), number(expected))

    def test_holidays(self) -> None:
        for year, friday, monday, ascension, pentecost in TABLES["holidays"]["rows"]:
            for shift, day in ((-2, friday), (1, monday), (39, ascension), (50, pentecost)):
                wanted = date.fromisoformat(f"{year}-{day}")
                self.assertEqual(easter(year) + timedelta(days=shift), wanted)
                self.assertEqual(is_holiday(wanted), shift != -2)
                self.assertTrue(is_holiday(wanted, zone="alsace_moselle"))
            self.assertFalse(is_holiday(date.fromisoformat(f"{year}-{pentecost}"), False))
        for zone, day in TABLES["holidays"]["zones"].items():
            found = date.fromisoformat(f"2026-{day}")
            self.assertTrue(is_holiday(found, zone=zone), zone)
            self.assertFalse(is_holiday(found), zone)
        self.assertFalse(is_holiday(date(2017, 5, 28), zone="saint_martin"))
        days = [date.fromordinal(d) for d in range(739617, 739982)]
        self.assertEqual(sum(is_holiday(day) for day in days), 11)
        self.assertEqual(sum(is_holiday(day, False) for day in days), 10)


class Smoothing(unittest.TestCase):
    def months(self, horizon: int, carry: Json, more: Json, used: List[int]) -> List[List[int]]:
        carry = {"enabled": True, "horizon_periods": horizon, **carry}
        self.pool = Pool(rules({"smoothing": {"carry": carry, **more}}), Calendar("month"))
        rows = []
        for month, hours in enumerate(used, 1):
            parts = [Part(date(2026, month, 1), Fraction(72000))]
            self.pool.open(f"2026-{month:02d}", parts, Fraction(72000))
            taken = sum((part for _, part in self.pool.take(Fraction(hours * 3600))), Fraction(0))
            pool = self.pool
            found = (pool.own, pool.carried, pool.advance, hours * 3600 - taken)
            rows.append([int(value / 3600) for value in found])
            self.pool.close()
        return rows

    def test_tables(self) -> None:
        for name, horizon, carry, more, used, expected in TABLES["smoothing"]["rows"]:
            self.assertEqual(self.months(horizon, carry, more, used), expected, name)

    def test_newest_and_oldest_lots(self) -> None:
        table = TABLES["smoothing"]["lots_left"]
        for order in ("oldest", "newest"):
            carry = {"may_exceed_ceiling": True, "order": f"own_then_{order}"}
            self.months(5, carry, {}, table["used"])
            left = {month: int(value / 3600) for month, value in self.pool.lots.items()}
            self.assertEqual(left, table[order])

    def test_weekly_orders(self) -> None:
        names = ("days_over_7", "52_over_12", "4.33", "iso_weeks")
        for month, *expected in TABLES["weekly"]["rows"]:
            for how, hours in zip(names, expected):
                line = order_line(1, {"hours": 5, "period": "WEE"})
                found = in_month(rules({"smoothing": {"week_to_month": how}}), line, month)
                self.assertEqual(found / 3600, number(hours), (month, how))

    def test_versions_within_a_month(self) -> None:
        for how, versions, month, absences, minutes in TABLES["prorata"]["rows"]:
            lines = [
                order_line(n, {"first": first, "last": last, "hours": hours})
                for n, (first, last, hours) in enumerate(versions, 1)
            ]
            away = [{"beneficiary": "B", "from": first, "to": last} for first, last in absences]
            found = month_quantity(rules({"smoothing": {"prorata": how}}), lines, month, away)
            self.assertEqual(found / 60, number(minutes), (how, month))


class Shares(unittest.TestCase):
    def target(self, case: Json, minutes: List[int]) -> Target:
        day = datetime.fromisoformat(f"{case.get('day', '2026-03-02')}T{case.get('at', '09:00')}")
        visits = [message(f"V{n}", day + timedelta(days=n), m) for n, m in enumerate(minutes)]
        return billed(case.get("rules", {}), case["lines"], visits)

    def test_vectors(self) -> None:
        for case in TABLES["funding"]["cases"]:
            with self.subTest(case["name"]):
                found = shares(self.target(case, case["minutes"]))
                if "expect" in case and not case.get("by_visit"):
                    self.assertEqual(found, case["expect"])
                elif "expect" in case:
                    self.check_whole(self.target(case, case["minutes"]), case["expect"])
                else:
                    before = shares(self.target(case, case["minutes"][:-1]))
                    names = set(found) | set(before)
                    rest = {n: found.get(n, 0) - before.get(n, 0) for n in names}
                    self.assertEqual({n: v for n, v in rest.items() if v}, case["last"])

    def check_whole(self, target: Target, expected: Json) -> None:
        """One visit whose parts are lines of their own, rounded as a whole."""
        sums = Sums()
        for line in target.lines.values():
            sums.add(line.total())
        cents = round_sums(rules({}), sums, tuple(sums.shares))
        self.assertEqual({**cents.shares, "": cents.beneficiary}, expected)

    def test_cents(self) -> None:
        for price, parts, residual, expected in TABLES["cents"]["rows"]:
            names = tuple(f"F{n}" for n in range(len(parts)))
            sums = Sums(Fraction(0), number(price), {n: number(p) for n, p in zip(names, parts)})
            cents = round_sums(rules({"funding": {"residual_cent_to": residual}}), sums, names)
            self.assertEqual([cents.shares[name] for name in names], expected)
            self.assertEqual(cents.beneficiary, 0)
        for invoice in TABLES["cents"]["invoices"]:
            exact = [number(part) for part in invoice["exact"]]
            self.assertEqual(to_cents(rules({}), sum(exact, Fraction(0))), invoice["total"])
            self.assertEqual(distributed(exact, invoice["total"]), invoice["cents"])
        for amount, mode, expected_cents in TABLES["cents"]["half"]:
            setting = rules({"invoicing": {"line_rounding": mode}})
            self.assertEqual(to_cents(setting, number(amount)), expected_cents)

    def test_days_of_a_funder(self) -> None:
        for day, days, expected in TABLES["days"]["rows"]:
            setting = rules({"funding": {"per_funder": [{"funder": "F1", "days": days}]}})
            found = pays_on(setting, setting.funder("F1"), date.fromisoformat(day))
            self.assertEqual(found, expected, (day, days))

    def test_national_participation(self) -> None:
        for year, gir, plan, resources, couple, accepted, p, t in TABLES["apa"]["rows"]:
            found = national(year, gir, Fraction(plan), Fraction(resources), couple)
            self.assertLess(abs(found["accepted"] - number(accepted)), Fraction(1, 200))
            self.assertLessEqual(abs(found["participation"] - number(p)), Fraction(1, 20000))
            self.assertLessEqual(abs(found["rate"] - number(t)), Fraction(1, 2000000))

    def test_the_vectors_of_participation(self) -> None:
        self.assertEqual(euros_text(6129), "61.29")
        found = national(2026, 3, Fraction(1000), Fraction(1500), False)["rate"] * 450
        self.assertEqual(to_cents(rules({}), found), 6129)


class Correction(unittest.TestCase):
    def test_the_example(self) -> None:
        table = TABLES["correction"]["example"]
        n, stamps = table["N"], table["COA"] + table["COD"] + 2 * (table["CO2"] + table["CRE"])
        corrected = sum(table[code] for code in ("COA", "COD", "CO2", "CRE"))
        counts = Counts(n, Fraction(corrected), corrected, 2 * n, Fraction(stamps))
        for unit in ("by_intervention", "by_stamp"):
            self.assertEqual(counts.rate(unit), number(table[unit]))
        self.assertIsNone(Counts().rate("by_minutes"))

    def test_penalties(self) -> None:
        for n, corrected, threshold, expected, less in TABLES["correction"]["penalties"]:
            self.assertEqual(refused(n, corrected, Fraction(threshold)), expected)
            found = reduction(Fraction(corrected, n), Fraction(threshold), Fraction(1))
            self.assertEqual(found, number(less))
        self.assertGreater(reduction(Fraction(1, 12), Fraction("8.33"), Fraction(1)), 0)




if __name__ == "__main__":
    unittest.main()
