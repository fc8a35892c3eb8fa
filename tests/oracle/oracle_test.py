#!/usr/bin/env python3
"""The oracle gives the tables of the rules reference, so that its word counts."""

from __future__ import annotations

import sys
import unittest
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any, List, Tuple

sys.path.insert(0, str(Path(__file__).resolve().parent))

from oracle_billing import Line, Pool, close_month, funder_share, open_month, plan_of  # noqa: E402
from oracle_input import OrderLine  # noqa: E402
from oracle_pricing import Billable, Segment, billable, price_visit, split_days  # noqa: E402
from oracle_rules import NEUTRAL, Rules  # noqa: E402
from oracle_time import cents, easter, instant_of, is_holiday, local  # noqa: E402


def rules(**changes: Any) -> Rules:
    """Neutral rules but for the keys given, with __ for the dot."""
    settings = dict(NEUTRAL)
    for key, value in changes.items():
        name = key.replace("__", ".")
        assert name in settings, name
        settings[name] = value
    return Rules(settings)


def at(text: str) -> int:
    found = instant_of(datetime.fromisoformat(text))
    assert found is not None
    return found


def order_line(**changes: Any) -> OrderLine:
    values = dict(
        order_id="CMD-1",
        issued=datetime(2026, 1, 1),
        first_day=date(2026, 1, 1),
        last_day=None,
        beneficiary="B1",
        provider="SAAD01",
        plan_id="PLAN-1",
        previous_order="",
        line_id="PLAN-1-1",
        sequence=0,
        payer="CD99",
        service="APA-HR",
        aid_type="APA",
        provider_rate=None,
        tariff=Fraction(25),
        seconds=Fraction(20 * 3600),
        participation=Fraction(0),
        surcharges=(),
    )
    return OrderLine(**{**values, **changes})


class Durations(unittest.TestCase):
    def minutes(self, **changes: Any) -> Fraction:
        stamps = (at("2026-03-02T08:56:40"), at("2026-03-02T10:06:20"))
        planned = (at("2026-03-02T09:00:00"), at("2026-03-02T10:00:00"))
        changes.setdefault("duration__source", "stamped")
        return billable(rules(**changes), stamps, stamps, planned).seconds / 60

    def rounded(self, minutes: int, mode: str, step: int = 15, threshold: Any = None) -> Fraction:
        start = at("2026-03-02T09:00:00")
        stamps = (start, start + 60 * minutes)
        setting = rules(
            duration__source="stamped",
            duration__rounding__object="duration",
            duration__rounding__step_min=step,
            duration__rounding__mode=mode,
            duration__rounding__threshold_min=threshold,
        )
        return billable(setting, stamps, stamps, None).seconds / 60

    def test_one_visit_under_every_setting(self) -> None:
        stamps: dict[str, Any] = {"duration__rounding__object": "stamps"}
        length: dict[str, Any] = {"duration__rounding__object": "duration"}
        quarter: dict[str, Any] = {"duration__rounding__step_min": 15}
        five: dict[str, Any] = {"duration__rounding__step_min": 5}
        rows: List[Tuple[dict[str, Any], int]] = [
            ({"stamps__precision": "trunc_minute"}, 70),
            ({**length, "duration__rounding__mode": "down"}, 69),
            (length, 70),
            ({**stamps, **quarter}, 60),
            ({**stamps, **quarter, "duration__rounding__mode": "provider"}, 90),
            ({**stamps, **quarter, "duration__rounding__mode": "payer"}, 60),
            ({**stamps, **five}, 70),
            ({**stamps, **five, "duration__rounding__mode": "provider"}, 75),
            ({**stamps, **five, "duration__rounding__mode": "payer"}, 65),
            ({**length, **quarter}, 75),
            ({**length, **quarter, "duration__rounding__mode": "up"}, 75),
            ({**length, **quarter, "duration__rounding__mode": "down"}, 60),
            ({"duration__cap__kind": "planned"}, 60),
            ({"duration__source": "planned"}, 60),
        ]
        for changes, expected in rows:
            with self.subTest(changes=changes):
                self.assertEqual(self.minutes(**changes), expected)

    def test_snap_looks_at_the_time_before_any_precision_step(self) -> None:
        seconds = Fraction(4180, 60)
        self.assertEqual(self.minutes(duration__snap_to_planned__over_min=5), seconds)
        self.assertEqual(self.minutes(duration__snap_to_planned__over_min=10), 60)

    def test_thresholds(self) -> None:
        table = {
            45: (45, 45, 45, 45, 45, 45, 45),
            46: (45, 60, 45, 45, 45, 45, 45),
            51: (45, 60, 60, 45, 45, 45, 45),
            52: (45, 60, 60, 60, 45, 45, 45),
            53: (60, 60, 60, 60, 60, 45, 45),
            59: (60, 60, 60, 60, 60, 60, 45),
            60: (60, 60, 60, 60, 60, 60, 60),
            67: (60, 75, 75, 75, 60, 60, 60),
            68: (75, 75, 75, 75, 75, 60, 60),
            74: (75, 75, 75, 75, 75, 75, 60),
        }
        for real, expected in table.items():
            found = [self.rounded(real, "nearest")]
            found += [self.rounded(real, "threshold", 15, t) for t in (1, 5, 7, 8, 10, 15)]
            self.assertEqual(tuple(found), expected, real)

    def test_eight_visits(self) -> None:
        visits = (67, 52, 68, 53, 61, 59, 74, 46)
        for mode, step, total in (
            ("nearest", 15, 480),
            ("down", 15, 420),
            ("up", 15, 540),
            ("nearest", 5, 480),
            ("nearest", 30, 480),
        ):
            found = sum(self.rounded(real, mode, step) for real in visits)
            self.assertEqual(found, total, mode)

    def test_elapsed_time_over_the_clock_changes(self) -> None:
        for start, end, minutes in (
            ("2026-03-28T22:00:00", "2026-03-29T06:00:00", 420),
            ("2026-10-24T22:00:00", "2026-10-25T06:00:00", 540),
            ("2026-03-29T01:30:00", "2026-03-29T03:15:00", 45),
            ("2026-10-25T02:30:00", "2026-10-25T03:30:00", 120),
        ):
            self.assertEqual((at(end) - at(start)) // 60, minutes, start)
        self.assertIsNone(instant_of(datetime(2026, 3, 29, 2, 30)))

    def test_rounding_difference_goes_to_the_last_day(self) -> None:
        start = at("2026-03-02T22:50:00")
        for real_end, seconds, parts in (
            (start + 75 * 60, 75 * 60, [70, 5]),
            (start + 76 * 60, 60 * 60, [60, 0]),
        ):
            found = split_days(Billable(start, real_end, Fraction(seconds)))
            self.assertEqual([part.seconds / 60 for part in found], parts)


class Prices(unittest.TestCase):
    def amount(self, start: str, end: str, price: int, **percents: Any) -> Fraction:
        changes: dict[str, Any] = {}
        for kind, value in percents.items():
            where = "percent__" if not kind.endswith("_window") else ""
            changes[f"funding__surcharges__{where}{kind}"] = value
        begin, stop = at(start), at(end)
        time = Billable(begin, stop, Fraction(stop - begin))
        segments = price_visit(rules(**changes), time, Fraction(0), (), Fraction(price))
        return sum((segment.amount for segment in segments), Fraction(0))

    def test_hourly_surcharges_replace_the_day_s_where_higher(self) -> None:
        found = self.amount(
            "2026-03-07T10:00:00",
            "2026-03-07T23:00:00",
            25,
            saturday=25,
            custom=40,
            custom_window={"from": "12:00", "to": "14:00"},
            evening=30,
            evening_window={"from": "20:00", "to": "22:00"},
        )
        self.assertEqual(found, Fraction("416.25"))

    def test_the_first_holiday_that_matches_and_the_week_end_compete(self) -> None:
        for day, percents, factor in (
            ("2022-01-01", {"first_of_january": 90, "saturday": 12}, "1.9"),
            ("2022-01-01", {"first_of_january": 12, "saturday": 100, "public_holiday": 17}, "2"),
            ("2021-01-01", {"first_of_january": 0, "public_holiday": 17}, "1"),
        ):
            found = self.amount(f"{day}T10:00:00", f"{day}T11:00:00", 1, **percents)
            self.assertEqual(found, Fraction(factor), (day, percents))

    def test_a_window_across_midnight_is_two_pieces_of_the_day(self) -> None:
        window = {"from": "20:00", "to": "07:00"}
        found = self.amount(
            "2026-03-02T05:00:00", "2026-03-02T23:00:00", 1, evening=100, evening_window=window
        )
        self.assertEqual(found, 18 + 2 + 3)

    def test_windows_are_scaled_to_the_billed_time(self) -> None:
        setting = rules(
            funding__surcharges__percent__evening=25,
            funding__surcharges__evening_window={"from": "20:00", "to": "24:00"},
        )
        time = Billable(at("2026-03-02T19:26:00"), at("2026-03-02T20:34:00"), Fraction(75 * 60))
        segments = price_visit(setting, time, Fraction(0), (), Fraction(24))
        self.assertEqual(sum(s.amount for s in segments), Fraction("33.75"))

    def test_holidays(self) -> None:
        easters = {2024: (3, 31), 2025: (4, 20), 2026: (4, 5), 2027: (3, 28), 2028: (4, 16)}
        for year, (month, day) in easters.items():
            self.assertEqual(easter(year), date(year, month, day))
        self.assertTrue(is_holiday(date(2026, 5, 14)))
        self.assertTrue(is_holiday(date(2026, 5, 25)))
        self.assertFalse(is_holiday(date(2026, 5, 25), pentecost_monday=False))
        self.assertEqual(sum(is_holiday(date.fromordinal(d)) for d in range(739617, 739982)), 11)


class Shares(unittest.TestCase):
    def split(self, minutes: int, price: str, tariff: str, percent: str) -> Tuple[int, int, int]:
        segment = Segment(Fraction(60 * minutes), Fraction(price), Fraction(0))
        payer = order_line(tariff=Fraction(tariff), participation=Fraction(percent))
        line = Line(segment.seconds, segment.amount, funder_share(rules(), payer, segment))
        return line.rounded()

    def test_published_vectors(self) -> None:
        for minutes, price, tariff, percent, funder, beneficiary in (
            (180, "10", "10", "20", 2400, 600),
            (60, "24.58", "24.58", "13.6192", 2123, 335),
            (90, "27", "24.58", "20", 2950, 1100),
            (120, "15", "21", "0", 3000, 0),
        ):
            self.assertEqual(self.split(minutes, price, tariff, percent)[1:], (funder, beneficiary))

    def test_who_bears_a_surcharge(self) -> None:
        segment = Segment(Fraction(3600), Fraction(25), Fraction(20))
        payer = order_line(participation=Fraction("13.6192"))
        for bearer, funder in (("funder", 2591), ("split", 2375), ("beneficiary", 2160)):
            setting = rules(funding__surcharges__bearer=bearer, funding__surcharges__split_pct="50")
            self.assertEqual(cents(funder_share(setting, payer, segment)), funder)

    def test_a_funder_without_partner_takes_the_odd_cent(self) -> None:
        self.assertEqual(
            Line(Fraction(360), Fraction("2.458"), Fraction("2.458")).rounded(), (246, 246, 0)
        )


class Smoothing(unittest.TestCase):
    def months(self, used: List[int], **changes: Any) -> List[Tuple[int, int, int]]:
        setting = rules(
            smoothing__carry__enabled=True,
            smoothing__carry__horizon_periods=5,
            smoothing__carry__may_exceed_ceiling=True,
            **changes,
        )
        pool, rows = Pool(), []
        for number, hours in enumerate(used, 1):
            month = f"2026-{number:02d}"
            open_month(setting, pool, Fraction(20), month)
            pool.used = min(Fraction(hours), pool.room)
            pool.excess = hours - pool.used
            row = close_month(setting, ("B", "F", "APA"), pool, month)
            assert row is not None
            rows.append((int(row.own), int(row.carried), int(row.excess)))
        return rows

    def test_the_table_of_carries(self) -> None:
        expected = [
            (14, 0, 0),
            (16, 0, 0),
            (20, 0, 0),
            (20, 6, 0),
            (20, 4, 1),
            (18, 0, 0),
            (20, 2, 2),
        ]
        self.assertEqual(self.months([14, 16, 20, 26, 25, 18, 24]), expected)

    def test_lots_first(self) -> None:
        found = self.months([14, 16, 20, 26, 25, 18, 24], smoothing__carry__order="oldest_first")
        self.assertEqual([row[0] for row in found], [14, 10, 10, 16, 20, 18, 20])
        self.assertEqual([row[2] for row in found], [0, 0, 0, 0, 1, 0, 2])

    def test_a_lot_lasts_five_months(self) -> None:
        self.assertEqual(self.months([14, 20, 20, 20, 20, 26, 20])[5], (20, 6, 0))
        self.assertEqual(self.months([14, 20, 20, 20, 20, 20, 26])[6], (20, 0, 6))

    def test_the_plan_in_force_last_counts_whole(self) -> None:
        old = order_line(last_day=date(2026, 3, 15), seconds=Fraction(20))
        new = order_line(first_day=date(2026, 3, 16), seconds=Fraction(30), line_id="PLAN-1-2")
        self.assertEqual(plan_of([old, new], "2026-03"), 30)
        self.assertEqual(plan_of([old], "2026-03"), 20)
        self.assertEqual(plan_of([old, new], "2026-02"), 20)
        self.assertEqual(plan_of([new], "2026-02"), 0)


class Instants(unittest.TestCase):
    def test_civil_time_and_back(self) -> None:
        self.assertEqual(local(at("2026-07-01T12:00:00")), datetime(2026, 7, 1, 12))


if __name__ == "__main__":
    unittest.main()
