#!/usr/bin/env python3
"""Puts one defect at a time into a copy of the oracle and shows that its tables catch it.

    seeded_defects.py

A table that lets a wrong rule pass proves nothing about the programs compared with it. Each defect
is a small edit that a tired programmer might make. Prints one line for each; exit 1 when one
survives.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import List, NamedTuple

HERE = Path(__file__).resolve().parent


class Defect(NamedTuple):
    name: str
    file: str
    right: str
    wrong: str


DEFECTS: List[Defect] = [
    Defect("a tie rounds down", "oracle_duration.py", "if 2 * rest > step else down", "if 2 * rest > step + 60 else down"),
    Defect("a threshold is exclusive", "oracle_duration.py", "if rest >= Fraction(str(threshold))", "if rest > Fraction(str(threshold))"),
    Defect("provider rounds starts up", "oracle_duration.py", '"start": "down", "end": "up"', '"start": "up", "end": "up"'),
    Defect("snap after the precision step", "oracle_duration.py", "    raw = Fraction(stamped[1] - stamped[0])\n", "    raw = Fraction((stamped[1] - stamped[0]) // 600 * 600)\n"),
    Defect("the guard is turned round", "oracle_duration.py", 'return real < planned if guard == "real_lt_planned" else real > planned', 'return real > planned if guard == "real_lt_planned" else real < planned'),
    Defect("the cap is forgotten", "oracle_duration.py", "        seconds = min(seconds, cap)\n", "        pass\n"),
    Defect("hours to one decimal", "oracle_duration.py", "scale = 10**decimals", "scale = 10 ** (decimals - 1)"),
    Defect("a total is rounded by visit", "oracle_totals.py", "            change -= moved\n", "            change = Fraction(0)\n            visit.time = visit.time._replace(seconds=visit.time.seconds - moved)\n"),
    Defect("the difference goes to the first day", "oracle_pricing.py", "for index in range(len(lengths) - 1, -1, -1):", "for index in range(len(lengths)):"),
    Defect("a window of the next day counts", "oracle_pricing.py", "return [(begin_of_day, end), (begin, end_of_day)]", "return [(begin, end_of_day)]"),
    Defect("hourly surcharges always replace", "oracle_pricing.py", "if item[1] > whole[1])", "if item[1] > 0)"),
    Defect("no first of January", "oracle_pricing.py", '(1, 1): "first_of_january"}', '(1, 2): "first_of_january"}'),
    Defect("windows are not scaled", "oracle_pricing.py", "(end - begin) * part.seconds / length,", "Fraction(end - begin),"),
    Defect("Pentecost Monday a day early", "oracle_time.py", "{1, 39, 50} if", "{1, 39, 49} if"),
    Defect("a lot lives a month too long", "oracle_pool.py", "> horizon\n", "> horizon + 1\n"),
    Defect("newest lots first", "oracle_pool.py", 'order") == "own_then_newest"', 'order") != "own_then_newest"'),
    Defect("the ceiling does not bind", "oracle_pool.py", "amount = max(ZERO, min(amount, left))", "amount = max(ZERO, amount)"),
    Defect("an advance is not repaid", "oracle_pool.py", "parts[0].repaid = self.advance", "pass"),
    Defect("52 weeks in 13 months", "oracle_plan.py", "Fraction(52, 12)", "Fraction(52, 13)"),
    Defect("working days with holidays off by one", "oracle_plan.py", "return day.weekday() < 5 and not off", "return day.weekday() < 6 and not off"),
    Defect("absences do not count", "oracle_plan.py", "if not in_period(absences, day)]", "]"),
    Defect("the rate is not capped", "oracle_funding.py", 'if funder.rules.get("rate_cap") == "min" else rate', "if False else rate"),
    Defect("a complement on the whole price", "oracle_funding.py", "amount = piece.left * percent / 100", "amount = piece.amount * percent / 100"),
    Defect("the bearer split is turned round", "oracle_funding.py", 'factor += surcharge * rules.fraction("funding.surcharges.split_pct") / 100', "factor += surcharge"),
    Defect("HOLIDAY counts as its weekday", "oracle_funding.py", 'name = "HOLIDAY" if holiday(rules, day) else', 'name = "HOLIDAY" if False else'),
    Defect("the residual cent to the wrong funder", "oracle_lines.py", "payers[0 if first else -1]", "payers[-1 if first else 0]"),
    Defect("half even as half up", "oracle_lines.py", "return round_half_even(value, 100)", "return round_half_up(value, 100)"),
    Defect("cents to the last line", "oracle_lines.py", "key=lambda index: (floors[index] - 100 * exact[index], index)", "key=lambda index: (floors[index] - 100 * exact[index], -index)"),
    Defect("visits are rounded one by one", "oracle_lines.py", '!= "visit"', '== "visit"'),
    Defect("a rate at the threshold fails", "oracle_correction.py", "corrected - allowed.numerator // allowed.denominator", "corrected + 1 - allowed.numerator // allowed.denominator"),
    Defect("the threshold of a reduction is off", "oracle_correction.py", 'return k * max(ZERO, rate - threshold / 100)', 'return k * max(ZERO, rate - threshold / 101)'),
    Defect("a slice of APA too wide", "oracle_participation.py", 'Fraction("0.317") * s', 'Fraction("0.371") * s'),
    Defect("a couple's resources undivided", "oracle_participation.py", "resources * 10 / 17 if couple", "resources * 10 / 10 if couple"),
]


def caught(defect: Defect, folder: Path) -> bool:
    """Whether the tables fail with the defect in."""
    file = folder / defect.file
    text = file.read_text(encoding="utf-8")
    if text.count(defect.right) < 1:
        raise ValueError(f"{defect.name}: {defect.right!r} is not in {defect.file}")
    file.write_text(text.replace(defect.right, defect.wrong, 1), encoding="utf-8")
    words = [sys.executable, "-B", str(folder / "oracle_test.py")]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    file.write_text(text, encoding="utf-8")
    return done.returncode != 0


def main() -> int:
    survivors = 0
    with tempfile.TemporaryDirectory(prefix="esppadom-defects-") as name:
        folder = Path(name) / "tests" / "oracle"
        shutil.copytree(HERE, folder, ignore=shutil.ignore_patterns("__pycache__"))
        words = [sys.executable, "-B", str(folder / "oracle_test.py")]
        if subprocess.run(words, capture_output=True, check=False).returncode != 0:
            print("the tables fail without any defect")
            return 1
        for defect in DEFECTS:
            found = caught(defect, folder)
            survivors += not found
            print(f"{'caught  ' if found else 'SURVIVED'} {defect.name} ({defect.file})")
    print(f"{len(DEFECTS) - survivors} of {len(DEFECTS)} defects are caught")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
