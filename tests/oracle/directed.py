"""Small months written by hand, run after run, billed by the command and by the oracle."""

from __future__ import annotations

import json
import os
import tempfile
import unittest
from pathlib import Path
from typing import Any, Dict, List, Optional

from compare_bill import Comparison
from oracle_history import History
from oracle_rules import read_rule_book
from variants import Run

Json = Dict[str, Any]
COMMAND = os.environ.get("ESPPADOM_COMMAND", "")
ORDER = {"hours": "20", "tariff": "24.58", "percent": "13.6192"}


def visit(name: str, day: str, begin: str = "09:00", end: str = "10:00", **more: Any) -> Json:
    return {"id": name, "retained": [f"{day}T{begin}", f"{day}T{end}"], **more}


def march(*visits: Json, **more: Any) -> Json:
    return {"month": "2026-03", "orders": [ORDER], "visits": list(visits), **more}


def april(*visits: Json, **more: Any) -> Json:
    return {"month": "2026-04", "orders": [ORDER], "visits": list(visits), **more}


FIRST = visit("V1", "2026-03-03", issued="2026-03-05T08:00")
SECOND = visit("V2", "2026-03-03", "09:30", "10:30", caregiver="C2")
CREATED = visit("V9", "2026-03-09", caregiver="C2", code="CRE", stamped=[None, None])


@unittest.skipUnless(COMMAND and Path(COMMAND).exists(), "the command is not built")
class DirectedCase(unittest.TestCase):
    def both(self, runs: List[Json], rules: Json) -> List[Json]:
        """Bills the runs with both; the command's results."""
        with tempfile.TemporaryDirectory(prefix="esppadom-directed-") as name:
            book = Path(name) / "rules.json"
            head = {"id": "r", "version": 1, "valid_from": None, "valid_to": None}
            scope = {"level": "departement", "departement": "99"}
            book.write_text(json.dumps({"id": "r", "rule_sets": [{**head, "scope": scope, **rules}]}), encoding="utf-8")
            history, ledger, bills = History(read_rule_book(book)), None, []
            for index, entry in enumerate(runs):
                run = Run(entry, Path(name) / f"run{index}")
                bills.append(run.bill(Path(COMMAND), book, "out", ledger))
                ledger: Optional[Path] = run.folder / "out" / "ledger.json"
                comparison = Comparison(set())
                comparison.run(bills[-1], run.oracle(history))
                self.assertEqual(comparison.differences, [])
            return bills
