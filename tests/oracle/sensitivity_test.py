#!/usr/bin/env python3
"""Every value of every parameter has a month that shows it, and every twelfth of these months is billed again here; all
of them by sensitivity.py.
"""

from __future__ import annotations

import json
import os
import tempfile
import unittest
from pathlib import Path

import sensitivity

COMMAND = os.environ.get("ESPPADOM_COMMAND", "")


@unittest.skipUnless(COMMAND and Path(COMMAND).exists(), "the command is not built")
class Sensitivity(unittest.TestCase):
    def test_every_value_has_a_month_or_a_reason(self) -> None:
        known = {(entry["key"], json.dumps(entry["value"])) for entry in self.entries()}
        missing = [pair for pair in sensitivity.wanted() if (pair[0], json.dumps(pair[1])) not in known]
        self.assertEqual(missing, [])

    def test_the_months_tell_the_values_apart(self) -> None:
        with tempfile.TemporaryDirectory(prefix="esppadom-sensitivity-") as name:
            runs = sensitivity.Runs(Path(COMMAND), Path(name))
            for entry in self.entries()[::12]:
                with self.subTest(key=entry["key"], value=entry["value"]):
                    same = [entry[part] for part in ("key", "value", "instead", "seed", "families")]
                    self.assertTrue(sensitivity.differs(runs, *same))

    @staticmethod
    def entries() -> list[sensitivity.Json]:
        found: list[sensitivity.Json] = json.loads(sensitivity.FOUND.read_text(encoding="utf-8"))
        return found


if __name__ == "__main__":
    unittest.main()
