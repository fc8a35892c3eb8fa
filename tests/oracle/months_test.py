#!/usr/bin/env python3
"""Random months, always the same: each family of rules alone, no cent and no second of difference between the command
and the oracle. All pairs of families stand in pairs_test.py; the broad run is compare_months.py.
"""

from __future__ import annotations

import os
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import List, Tuple

from compare_months import Run
from random_rules import FAMILIES

COMMAND = os.environ.get("ESPPADOM_COMMAND", "")


def months() -> List[Tuple[str, Tuple[str, ...]]]:
    """Each family alone, twice."""
    return [(seed, (name,)) for name in FAMILIES for seed in ("1", "2")]


@unittest.skipUnless(COMMAND and Path(COMMAND).exists(), "the command is not built")
class Months(unittest.TestCase):
    def test_no_cent_and_no_second_of_difference(self) -> None:
        with tempfile.TemporaryDirectory(prefix="esppadom-months-") as name:
            run = Run(Path(COMMAND), Path(name))
            with ThreadPoolExecutor(2) as threads:
                list(threads.map(lambda month: run.month(*month), months()))
        self.assertEqual(run.differing, [])
        self.assertEqual(set(run.outcome), {"same"}, (run.refused, run.not_built))


if __name__ == "__main__":
    unittest.main()
