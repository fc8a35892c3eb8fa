#!/usr/bin/env python3
"""`esppadom bill` and the oracle come to the same cents, for a month and for the month after it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
MONTH = HERE.parents[1] / "examples" / "month"
COMMAND = os.environ.get("ESPPADOM_COMMAND", "")


def program(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Runs one of our Python programs, or the command."""
    words = [str(argument) for argument in arguments]
    if words[0].endswith(".py"):
        words = [sys.executable, "-B", *words]
    return subprocess.run(words, capture_output=True, text=True, check=False)


def text_of(folder: Path, key: str) -> str:
    return str(json.loads((folder / "month.json").read_text(encoding="utf-8"))[key])


@unittest.skipUnless(COMMAND and Path(COMMAND).exists(), "the command is not built")
class SameCents(unittest.TestCase):
    def inputs(self, folder: Path) -> list[object]:
        """What both programs are given for the month that lies in the folder."""
        result: list[object] = ["--rules", folder / "rules.json", "--orders", folder / "orders"]
        result += ["--deliveries", folder / "deliveries"]
        result += ["--circumstances", folder / "circumstances.json"]
        result += ["--month", text_of(folder, "month"), "--as-of", text_of(folder, "as_of")]
        return result

    def compare(self, folder: Path, out: Path, *previous: object) -> None:
        oracle = out / "oracle.json"
        done = program(
            HERE / "bill_oracle.py",
            *self.inputs(folder),
            *previous,
            "--out",
            oracle,
        )
        self.assertEqual(done.returncode, 0, done.stderr)
        found = program(HERE / "compare_bill.py", out / "bill.json", oracle)
        self.assertEqual(found.returncode, 0, found.stdout + found.stderr)

    def bill(self, folder: Path, out: Path, *more: object) -> None:
        done = program(COMMAND, "bill", *self.inputs(folder), "--out", out, *more)
        self.assertLessEqual(done.returncode, 1, done.stderr)  # 1 = findings, which are wanted

    def check(self, month: str, seed: int, people: int, houses: int) -> None:
        with tempfile.TemporaryDirectory(prefix="esppadom-bill-") as name:
            place = Path(name)
            folder = place / "input"
            sizes = ("--beneficiaries", people, "--providers", houses)
            made = program(
                MONTH / "generate.py", "--month", month, "--seed", seed, *sizes, "--out", folder
            )
            self.assertEqual(made.returncode, 0, made.stderr)
            before = folder / "previous"
            self.bill(before, place / "first")
            self.compare(before, place / "first")
            self.bill(folder, place / "second", "--ledger", place / "first" / "ledger.json")
            earlier = ("--previous", before, "--previous-as-of", text_of(before, "as_of"))
            self.compare(folder, place / "second", *earlier)

    def test_the_example_month(self) -> None:
        self.check("2026-10", seed=1, people=60, houses=4)

    def test_months_with_holidays_and_the_other_clock_change(self) -> None:
        for month, seed in (("2026-03", 2), ("2026-05", 3), ("2027-01", 4), ("2026-11", 6)):
            with self.subTest(month=month):
                self.check(month, seed, people=40, houses=5)


if __name__ == "__main__":
    unittest.main()
