#!/usr/bin/env python3
"""Histories at random, the ledger handed from month to month: every run of the command and of the oracle issues the same
to the cent, all messages in one run come to the sums of all runs, and a further run issues nothing (I12, I13, I17).
"""

from __future__ import annotations

import os
import tempfile
import unittest
from pathlib import Path

from histories import replayed

COMMAND = os.environ.get("ESPPADOM_COMMAND", "")


@unittest.skipUnless(COMMAND and Path(COMMAND).exists(), "the command is not built")
class Histories(unittest.TestCase):
    def check(self, seeds: range, months: int, *kinds: str) -> None:
        for seed in seeds:
            with self.subTest(seed=seed), tempfile.TemporaryDirectory(prefix="esppadom-history-") as name:
                self.assertEqual(replayed(str(seed), months, Path(COMMAND), Path(name), *kinds), [])

    def test_run_by_run_no_cent_of_difference(self) -> None:
        self.check(range(1, 7), 8)

    def test_what_was_invoiced_stands(self) -> None:
        self.check(range(1, 6), 8, "closed")

    def test_vat_vouchers_and_what_waits(self) -> None:
        self.check(range(1, 7), 8, "more")

    def test_two_caregivers(self) -> None:
        self.check(range(1, 4), 6, "doubles")
        self.check(range(1, 4), 6, "doubles", "closed")

    def test_two_years(self) -> None:
        self.check(range(101, 102), 24)


if __name__ == "__main__":
    unittest.main()
