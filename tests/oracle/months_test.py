#!/usr/bin/env python3
"""Random months, always the same: each family of rules alone and every family with one other, no cent and no second
of difference between the command and the oracle. The broad run over all pairs is compare_months.py.
"""

from __future__ import annotations

import os
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import List, Tuple

from compare_months import OPEN, SAME_KEYS, Run
from random_rules import FAMILIES

COMMAND = os.environ.get("ESPPADOM_COMMAND", "")


def months() -> List[Tuple[str, Tuple[str, ...]]]:
    """Each family alone, twice, and with the family some places further."""
    names = list(FAMILIES)
    found: List[Tuple[str, Tuple[str, ...]]] = []
    for index, name in enumerate(names):
        found += [("1", (name,)), ("2", (name,))]
        for step in (1, 7):
            found.append((str(step + 2), (name, names[(index + step) % len(names)])))
    return [month for month in found if frozenset(month[1]) not in (*OPEN, *SAME_KEYS)]


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
