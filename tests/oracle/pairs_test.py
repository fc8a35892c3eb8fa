#!/usr/bin/env python3
"""Every two families of rules are combined in a month of pairs.json, and in each of them the command and the oracle
come to the same cents and seconds.
"""

from __future__ import annotations

import os
import tempfile
import unittest
from pathlib import Path

import pairs
from compare_months import Run

COMMAND = os.environ.get("ESPPADOM_COMMAND", "")


class Pairs(unittest.TestCase):
    def test_every_pair_has_a_month(self) -> None:
        self.assertEqual(pairs.uncovered(pairs.kept()), [])
        self.assertNotEqual(pairs.uncovered(pairs.kept()[1:]), [], "a month that adds no pair is not needed")

    @unittest.skipUnless(COMMAND and Path(COMMAND).exists(), "the command is not built")
    def test_no_cent_and_no_second_of_difference(self) -> None:
        with tempfile.TemporaryDirectory(prefix="esppadom-pairs-") as name:
            run = Run(Path(COMMAND), Path(name))
            pairs.replay(run, pairs.kept())
        self.assertEqual(run.differing, [])
        self.assertEqual(set(run.outcome), {"same"}, (run.refused, run.not_built))

    @unittest.skipUnless(COMMAND and Path(COMMAND).exists(), "the command is not built")
    def test_months_that_once_differed(self) -> None:
        once = [("weekly", "extra"), ("sub_ceilings", "extra"), ("totals", "payable"), ("surcharges", "funding")]
        with tempfile.TemporaryDirectory(prefix="esppadom-pairs-") as name:
            run = Run(Path(COMMAND), Path(name))
            for families in once:
                run.month("1", families)
        self.assertEqual(run.differing, [])
        self.assertEqual(run.outcome["same"], len(once), (run.refused, run.not_built))


if __name__ == "__main__":
    unittest.main()
