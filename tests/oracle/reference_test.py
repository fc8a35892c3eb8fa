#!/usr/bin/env python3
"""The page docs/reference/billing-rules.md: its tables are those the oracle is tried with, what no other program here tries
is worked out from the page itself, and every worked number of it has a test (reference_places.json).
"""

from __future__ import annotations

import csv
import json
import re
import unittest
from dataclasses import replace
from datetime import date, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any, Dict, Iterator, List, Tuple

import oracle_test
from oracle_history import History
from oracle_input import Inputs, Message
from oracle_participation import MTP, accepted, national
from oracle_time import Clock, cents, easter, instant_of
from oracle_vat import net_of

Json = Dict[str, Any]
Table = List[List[str]]
ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "reference" / "billing-rules.md").read_text(encoding="utf-8")
PLACES: Json = json.loads(Path(__file__).with_name("reference_places.json").read_text(encoding="utf-8"))
TABLES = oracle_test.TABLES
number = oracle_test.number
FLOORS = {2023: "33.81", 2024: "34.95", 2025: "35.64", 2026: "36.06"}
OLD_CEILINGS = {1: "1.19", 2: "1.02", 3: "0.765", 4: "0.51"}
OLD_FLOORS = {2013: "28.29", 2014: "28.59", 2017: "29.28", 2019: "30.09"}  # 3 h of gross SMIC of the year


def sections() -> Dict[str, str]:
    """The text of each numbered section, without those below it."""
    found: Dict[str, str] = {}
    name = ""
    for line in PAGE.splitlines():
        if line.startswith("#"):
            name = line.lstrip("#").split()[0].rstrip(".")
        else:
            found[name] = found.get(name, "") + line + "\n"
    return found


SECTIONS = sections()


def cells(line: str) -> List[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def tables(text: str) -> Iterator[Tuple[int, Table]]:
    """Where each table begins, and its rows with the head."""
    for block in re.finditer(r"(?:^\|.*\n)+", text, re.MULTILINE):
        rows = [cells(line) for line in block[0].splitlines()]
        yield block.start(), rows[:1] + rows[2:]


def table(section: str, label: str) -> Table:
    """The rows of the first table after a bold label."""
    text = SECTIONS[section]
    after = text.index(f"**{label}**")
    return next(rows for begin, rows in tables(text) if begin > after)[1:]


def rounded(value: Fraction, places: int) -> Fraction:
    scale = 10**places
    return Fraction((2 * value.numerator * scale + value.denominator) // (2 * value.denominator), scale)


def hours(text: str) -> int:
    return 0 if text == "–" else int(text.split()[-1])


def day(year: str, text: str) -> date:
    return datetime.strptime(f"{text}/{year}", "%d/%m/%Y").date()


class Tables(unittest.TestCase):
    def test_the_page_has_the_tables_of_the_oracle(self) -> None:
        thresholds = [[int(cell) for cell in row] for row in table("2b", "Threshold table")]
        self.assertEqual(thresholds, TABLES["thresholds"]["rows"])
        visits = [[int(cell) for cell in row[1:]] for row in table("2b", "Eight visits")]
        self.assertEqual(visits[0], [*TABLES["many_visits"]["visits"], 480])
        typed = [minutes for name, _, minutes in TABLES["many_visits"]["rows"] if not name.startswith("the month")]
        self.assertEqual(visits[1:], [[*minutes, sum(minutes)] for minutes in typed])
        weekly = [[month, *(rounded(number(cell), 2) for cell in row)] for month, *row in TABLES["weekly"]["rows"]]
        self.assertEqual([[row[0], *map(number, row[1:])] for row in table("2c", "Weekly orders")], weekly)
        _, _, _, _, used, months = TABLES["smoothing"]["rows"][0]
        c2 = [[hours(row[n]) for n in (1, 2, 3, 4)] for row in table("2c", "c2 table")]
        self.assertEqual(c2, [[u, own, carried, excess] for u, (own, carried, _, excess) in zip(used, months)])
        penalties = []
        for n, corrected, threshold, rate, refused, less in table("2e", "Threshold table"):
            penalties.append((int(n), int(corrected), int(threshold.split()[0]), int(refused), number(less.split()[0])))
            self.assertEqual(rounded(Fraction(int(corrected), int(n)) * 100, 2), number(rate.split()[0]))
        typed = [(*row[:4], rounded(number(row[4]) * 100, 2)) for row in TABLES["correction"]["penalties"]]
        self.assertEqual(penalties, typed)
        apa = [[int(y), int(gir), plan, r, couple == "yes", a, p, t] for y, gir, plan, r, couple, a, p, t, _ in table("6", "Examples")]
        self.assertEqual(apa, TABLES["apa"]["rows"])

    def test_holidays(self) -> None:
        rows = table("5", "Public holidays")
        typed = [[f"{d[3:]}/{d[:2]}" for d in row[1:]] for row in TABLES["holidays"]["rows"]]
        self.assertEqual([[row[1], *row[3:]] for row in rows], typed)
        for year, friday, sunday, *_ in rows:
            self.assertEqual(day(year, sunday), easter(int(year)))
            self.assertEqual(day(year, friday) + timedelta(days=2), easter(int(year)))

    def test_clock_changes(self) -> None:
        for start, end, *minutes in table("2a", "Clock changes"):
            begin, finish = self.moment(start), self.moment(end, start) if end != "any" else (None, 0)
            if minutes[1] == "no such time":
                self.assertIsNone(instant_of(begin[0]))
                continue
            civil = (finish[0] - begin[0]) / timedelta(minutes=1)
            self.assertEqual(civil, int(minutes[0].replace("−", "-")), start)
            elapsed = (instant_of(*finish) or 0) - (instant_of(*begin) or 0)
            self.assertEqual(elapsed, int(minutes[1]) * 60, start)
            clock = Clock("civil")
            self.assertEqual((clock.instant(finish[0]) or 0) - (clock.instant(begin[0]) or 0), civil * 60)

    @staticmethod
    def moment(text: str, before: str = "") -> Tuple[Any, int]:
        """A time and which of two readings; an end may leave out the year or the day of its start."""
        time = text.removesuffix(" first").removesuffix(" second")
        if before:
            time = before[: 16 - len(time)] + time
        return datetime.fromisoformat(time), int(text.endswith("second"))


class Scales(unittest.TestCase):
    def test_the_scale_of_a_year(self) -> None:
        for row in table("6", "Scale"):
            year, mtp = int(row[0]), number(row[1])
            self.assertEqual(mtp, Fraction(MTP[year]))
            found = [accepted(Fraction(9999), mtp, gir, year) for gir in (1, 2, 3, 4)]
            found += [Fraction(factor) * mtp for factor in ("0.725", "2.67", "0.317", "0.498")]
            self.assertEqual([rounded(value, 2) for value in found], [number(cell) for cell in row[2:]], year)

    def paid(self, year: int, accepted_plan: Fraction, taken: Fraction, floors: Dict[int, str] = FLOORS) -> Fraction:
        left = accepted_plan - taken
        return Fraction(0) if left < Fraction(floors[year]) else rounded(left, 2)

    def test_examples_of_participation(self) -> None:
        for year, gir, plan, r, couple, *_, apa in table("6", "Examples"):
            found = national(int(year), int(gir), Fraction(plan), Fraction(r), couple == "yes")
            self.assertEqual(self.paid(int(year), found["accepted"], found["participation"]), number(apa), (year, gir, r))

    def test_two_thousand_independent_vectors(self) -> None:
        with (ROOT / "tests/data/oracle/apa_vectors.csv").open(newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual(len(rows), 2112)
        for row in rows:
            year, plan, r = int(row["year"]), Fraction(row["plan"]), Fraction(row["resources"])
            found = national(year, int(row["gir"][-1]), plan, r, row["couple"] == "1")
            for name, column, off in (("accepted", "accepted", 20_000), ("participation", "participation", 20_000), ("rate", "taux", 2_000_000)):
                self.assertLessEqual(abs(found[name] - Fraction(row[column])), Fraction(1, off), row)
            self.assertEqual(self.paid(year, found["accepted"], found["participation"]), Fraction(row["apa_paid"]), row)

    def test_older_values(self) -> None:
        """Before March 2016: a rate linear in the resources; the plan of 2019 lies under its ceiling."""
        for month, mtp_text, gir, plan_text, r_text, couple, wanted, apa in table("6", "Older values"):
            year, mtp, plan = int(month[:4]), number(mtp_text), number(plan_text)
            r = number(r_text) * (Fraction(10, 17) if couple == "yes" else 1)
            if year < 2016:
                plan = min(plan, Fraction(OLD_CEILINGS[int(gir)]) * mtp)
                low, high = Fraction("0.67") * mtp, Fraction("2.67") * mtp
                taken = plan * Fraction(9, 10) * max(Fraction(0), min(Fraction(1), (r - low) / (high - low)))
            else:
                self.assertGreater(r, Fraction("2.67") * mtp)
                taken = plan * Fraction(9, 10)
            self.assertEqual(rounded(taken, 2), number(wanted), (month, plan_text))
            self.assertEqual(self.paid(year, plan, taken, OLD_FLOORS), number(apa), (month, plan_text))

    def test_vat_taken_out_of_a_price(self) -> None:
        text = SECTIONS["2d"][SECTIONS["2d"].index("**VAT**") :].split("\n\n")[0]
        found = re.findall(r"(\d+) at (\d+) % is ([\d.]*\d)", text.replace("\n", " "))
        self.assertEqual(len(found), 3)
        for price, rate, net in found:
            rules = oracle_test.rules({"invoicing": {"vat_pct": int(rate)}})
            self.assertEqual(net_of(rules, int(price) * 100), cents(number(net)))


class Runs(unittest.TestCase):
    """Runs of the oracle that follow each other, each given what is new."""

    def start(self, smoothing: Json, hours_: int, tariff: str) -> None:
        self.history = History(oracle_test.book({"smoothing": smoothing}))
        self.line = oracle_test.order_line(1, {"hours": hours_, "tariff": tariff})
        self.sent = 0

    def visit(self, name: str, start: str, hours_: int, code: str = "") -> Message:
        self.sent += 1
        made = oracle_test.message(name, datetime.fromisoformat(start), hours_ * 60)
        return replace(made, issued=datetime(2026, 7, 1, 8, 0, self.sent), code=code)

    def run_of(self, month: str, messages: List[Message]) -> Json:
        return self.history.run(Inputs([self.line], messages), month, date(2026, 12, 31))

    def documents(self, result: Json) -> List[str]:
        return sorted(f"{paper['type']} {paper['month']} {paper['total'].lstrip('-')}" for paper in result["invoices"])

    def test_late_visits_and_credits(self) -> None:
        """The rows of the table and what the vectors add to it, as tests/bill/late_test.cpp bills them."""
        text = (ROOT / "tests" / "vectors" / "smoothing_late.json").read_text(encoding="utf-8")
        for case in json.loads(text)["cases"]:
            with self.subTest(case["name"]):
                given, wanted = case["input"], case["expected"]
                carry = {"enabled": True, "horizon_periods": 5, "may_exceed_ceiling": True}
                self.start({"late": given["late"], "carry": carry}, given["plan_hours"], "10.00")
                for n, used in enumerate(given["used"], 1):
                    self.run_of(f"2026-{n:02d}", self.used(n, used))
                for n, step in enumerate(given["then"]):
                    last = self.run_of(step["billed"], [self.changed(n, step, given["used"])])
                rows = sorted(last["smoothing"], key=lambda row: row["month"])
                for name in ("own", "carried", "excess"):
                    found = [row[name] / 3600 for row in rows]
                    self.assertEqual(found, (wanted[name] + [0] * len(rows))[: len(rows)], name)
                if "lots" in wanted:
                    lots = {lot["month"]: lot["seconds"] / 3600 for lot in rows[len(given["used"]) - 1]["lots"]}
                    self.assertEqual(lots, wanted["lots"])
                self.assertEqual(self.documents(last), wanted["documents"])

    def used(self, month: int, hours_: int) -> List[Message]:
        """The visits of a month: one of at most 16 h a day, from the 2nd on."""
        first = f"2026-{month:02d}"
        parts = [min(16, hours_ - begun) for begun in range(0, hours_, 16)]
        return [self.visit(f"{first}/{n}", f"{first}-{2 + n:02d}T06:00", part) for n, part in enumerate(parts)]

    def changed(self, number_: int, step: Json, used: List[int]) -> Message:
        if "add" in step:
            day_, more = step["add"]
            return self.visit(f"late/{number_}", f"{day_}T06:00", more)
        first, less = step["less"]
        return self.visit(f"{first}/0", f"{first}-02T06:00", min(used[int(first[5:]) - 1], 16) - less)

    def test_steps_of_a_ledger(self) -> None:
        self.start({}, 100, "24.58")
        may = [self.visit(f"V{n}", f"2026-05-{n:02d}T09:00", 1) for n in range(1, 31)]
        self.assertEqual(self.documents(self.run_of("2026-05", may)), ["main 2026-05 737.40"])
        late = [self.visit("LATE", "2026-05-31T14:00", 2)]
        self.assertEqual(self.documents(self.run_of("2026-06", late)), ["complementary 2026-05 49.16"])
        false = [self.visit("V3", "2026-05-03T09:00", 1, "SUP")]
        self.assertEqual(self.documents(self.run_of("2026-06", false)), ["credit_note 2026-05 24.58"])
        self.assertEqual(self.documents(self.run_of("2026-06", [])), [])
        self.assertEqual(Fraction("737.40") + Fraction("49.16") - Fraction("24.58"), 31 * Fraction("24.58"))

    def test_each_version_of_a_plan_has_its_own_visits(self) -> None:
        """20 h to 15 March and 30 h after, with 25 h used of each."""
        for prorata, total in (("by_day", "450.00"), ("none", "300.00")):
            self.start({"prorata": prorata}, 20, "10.00")
            first = replace(self.line, last_day=date(2026, 3, 15))
            second = oracle_test.order_line(2, {"first": "2026-03-16", "hours": 30, "tariff": "10.00", "payer": "F1"})
            second = replace(second, order_id="O2", previous_order="O1", issued=datetime(2026, 3, 1))
            before = [self.visit(f"A{n}", f"2026-03-{n + 1:02d}T08:00", 5) for n in range(5)]
            after = [self.visit(f"B{n}", f"2026-03-{n + 16:02d}T08:00", 5) for n in range(5)]
            after = [replace(message, order_line_id="L2") for message in after]
            found = self.history.run(Inputs([first, second], before + after), "2026-03", date(2026, 12, 31))
            self.assertEqual(self.documents(found), [f"main 2026-03 {total}"])

    def test_a_tariff_of_the_past(self) -> None:
        self.start({}, 200, "25.00")
        may = [self.visit(f"V{n}", f"2026-05-{n:02d}T09:00", 4) for n in range(1, 31)]
        self.assertEqual(self.documents(self.run_of("2026-05", may)), ["main 2026-05 3000.00"])
        self.line = replace(self.line, order_id="O2", issued=datetime(2026, 6, 2), tariff=Fraction("25.40"))
        self.assertEqual(self.documents(self.run_of("2026-06", [])), ["complementary 2026-05 48.00"])


class Places(unittest.TestCase):
    def labels(self) -> List[Tuple[str, str]]:
        found = []
        for section, text in SECTIONS.items():
            found += [(section, " ".join(label.split())) for label in re.findall(r"\*\*([^*]+)\*\*", text)]
        return found

    def test_every_worked_number_has_a_test(self) -> None:
        listed = [(place["section"], place["label"]) for place in PLACES["places"]]
        self.assertEqual(len(listed), len(set(listed)))
        labels = [entry for entry in self.labels() if entry[1] not in PLACES["plain"]]
        self.assertEqual(sorted(set(labels)), sorted(listed))
        self.assertLessEqual(set(PLACES["plain"]), {label for _, label in self.labels()})

    def test_every_table_of_numbers_stands_under_a_label(self) -> None:
        listed = {(place["section"], place["label"]) for place in PLACES["places"]}
        for section in ("2a", "2b", "2c", "2d", "2e", "2f", "5", "6"):
            for begin, rows in tables(SECTIONS[section]):
                if "standing" in rows[0] or rows[0] == ["rate", "fraction"]:
                    continue
                before = SECTIONS[section][:begin].rstrip().split("\n\n")[-1]
                labels = [" ".join(label.split()) for label in re.findall(r"\*\*([^*]+)\*\*", before)]
                self.assertTrue(any((section, label) in listed for label in labels), (section, rows[0]))

    def test_every_test_that_is_named_is_there(self) -> None:
        sources = self.sources()
        for place in PLACES["places"]:
            self.assertTrue(place["oracle"] and ("vectors" in place or "cpp" in place), place)
            for name in place["oracle"]:
                program, test = name.split(".")
                text = (ROOT / "tests" / "oracle" / f"{program}.py").read_text(encoding="utf-8")
                self.assertTrue(f"def {test}(" in text, place)
            for words in place.get("vectors", []):
                self.assertTrue(any(source.startswith(words) for source in sources), place)
            for name in place.get("cpp", []):
                program, test = name.split(": ")
                text = (ROOT / "tests" / program).read_text(encoding="utf-8")
                self.assertTrue(re.search(rf"TEST(_F)?\(\w+, {test}\)", text), place)

    @staticmethod
    def sources() -> List[str]:
        """What the cases of the vectors say of where they are from, without the name of the page."""
        found = []
        for file in sorted((ROOT / "tests" / "vectors").glob("*.json")):
            for case in json.loads(file.read_text(encoding="utf-8")).get("cases", []):
                if "source" in case:
                    found.append(case["source"].removeprefix("billing rules reference, "))
        return found


if __name__ == "__main__":
    unittest.main()
