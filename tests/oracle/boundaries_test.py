#!/usr/bin/env python3
"""Every number of the rules has a month below its bound, on it and above, or a reason why it bounds nothing."""

from __future__ import annotations

import os
import tempfile
import unittest
from pathlib import Path

import boundaries
from boundary_cases import CASES, EXCEPTIONS
from boundary_hand import BY_HAND
from compare_months import Run

COMMAND = os.environ.get("ESPPADOM_COMMAND", "")


class Numbers(unittest.TestCase):
    def test_every_number_has_a_bound_or_a_reason(self) -> None:
        self.assertEqual(sorted([*CASES, *BY_HAND, *EXCEPTIONS]), sorted(boundaries.numbers()))

    def test_every_bound_changes_something(self) -> None:
        self.assertEqual(sorted(boundaries.kept()), sorted(CASES))
        for key, outcomes in boundaries.kept().items():
            with self.subTest(key):
                self.assertTrue(boundaries.bends(outcomes))
        for key, (_, _, expected) in BY_HAND.items():
            with self.subTest(key):
                below, on, above = expected
                self.assertTrue(below != on or on != above)


@unittest.skipUnless(COMMAND and Path(COMMAND).exists(), "the command is not built")
class Boundaries(unittest.TestCase):
    def test_command_oracle_and_table_agree(self) -> None:
        kept = boundaries.kept()
        with tempfile.TemporaryDirectory(prefix="esppadom-boundaries-") as name:
            run = Run(Path(COMMAND), Path(name))
            for key in CASES:
                with self.subTest(key):
                    outcomes, differences = boundaries.run_case(run, key)
                    self.assertEqual((differences, outcomes), ([], kept[key]))
            for key, (_, _, expected) in BY_HAND.items():
                with self.subTest(key):
                    self.assertEqual(boundaries.run_by_hand(run, key), expected)


if __name__ == "__main__":
    unittest.main()
