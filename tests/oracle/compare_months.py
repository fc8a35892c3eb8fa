#!/usr/bin/env python3
"""`esppadom bill` against the oracle on thousands of random months.

    compare_months.py --command BUILD/bin/esppadom [--seed 1] [--rounds 1] [--family NAME …]
                      [--keep DIR] [--limit 5]

Every pair of families gets a month in each round. A rule file that the command refuses because a
parameter is not built is counted by parameter and skipped; one refused for another reason counts as
refused. Prints the months that differ, and what was exercised; exit 1 when a month differs.
"""

from __future__ import annotations

import argparse
import itertools
import json
import re
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections import Counter
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Dict, List, Sequence, Set, Tuple

sys.path.insert(0, str(Path(__file__).resolve().parent))

import bill_oracle  # noqa: E402
from compare_bill import Comparison  # noqa: E402
from random_month import make_month, write  # noqa: E402
from random_rules import FAMILIES  # noqa: E402

Json = Dict[str, Any]
NOT_BUILT = re.compile(
    r'parameter ([A-Za-z_0-9.\[\]]+) is not built|'
    r'value "?([^"]*)"? of the parameter ([A-Za-z_.\[\]0-9]+) is not'
)


# Both write the same keys: those of the one mean nothing with those of the other.
SAME_KEYS = tuple(
    frozenset(pair) for pair in itertools.combinations(("participation", "participation_more", "national_caps"), 2)
) + (frozenset(("sub_ceilings", "national_caps")),)


class Run:
    """Counts of one run over many months."""

    def __init__(self, command: Path, keep: Path) -> None:
        self.command, self.keep = command, keep
        self.used: Dict[str, Dict[str, int]] = {}
        self.not_built: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self.outcome: Counter[str] = Counter()
        self.by_family: Dict[str, Counter[str]] = {}
        self.differing: List[Tuple[str, List[str]]] = []

    def bill(self, folder: Path, month: str, as_of: str) -> subprocess.CompletedProcess[str]:
        words = [self.command, "--lang", "en", "bill", "--rules", folder / "rules.json"]
        words += ["--orders", folder / "orders.xml", "--deliveries", folder / "deliveries.xml"]
        words += ["--circumstances", folder / "circumstances.json", "--month", month]
        words += ["--as-of", as_of, "--out", folder / "out"]
        texts = [str(word) for word in words]
        return subprocess.run(texts, capture_output=True, text=True, check=False)

    def oracle(self, folder: Path, month: str, as_of: str) -> Json:
        options = SimpleNamespace(
            rules=folder / "rules.json",
            orders=folder / "orders.xml",
            deliveries=folder / "deliveries.xml",
            circumstances=folder / "circumstances.json",
            previous=None,
            previous_as_of=None,
            month=month,
            as_of=date.fromisoformat(as_of),
            rate_over="funder",
        )
        return bill_oracle.bill(options)

    def month(self, seed: str, families: Sequence[str]) -> None:
        made = make_month(seed, families, self.used)
        folder = self.keep / f"{seed}-{'-'.join(families)}"
        shutil.rmtree(folder, ignore_errors=True)
        write(made, folder)
        (folder / "meta.json").write_text(json.dumps([made.month, made.as_of]), encoding="utf-8")
        outcome = self.compare(folder, made.month, made.as_of)
        self.outcome[outcome] += 1
        for family in families:
            self.by_family.setdefault(family, Counter())[outcome] += 1
        if outcome in ("same", "not built"):
            shutil.rmtree(folder)

    def compare(self, folder: Path, month: str, as_of: str) -> str:
        done = self.bill(folder, month, as_of)
        result = folder / "out" / "bill.json"
        if not result.exists():
            found = NOT_BUILT.findall(done.stdout + done.stderr)
            if found:
                for key, value, name in found:
                    self.not_built[key or f"{name} = {value}"] += 1
                return "not built"
            self.refused[(done.stderr or done.stdout)[:300]] += 1
            return "refused"
        bill = json.loads(result.read_text(encoding="utf-8"))
        try:
            oracle = self.oracle(folder, month, as_of)
        except Exception:  # noqa: BLE001 - a month the oracle cannot bill is a difference too
            self.differing.append((folder.name, [traceback.format_exc()]))
            return "oracle failed"
        (folder / "oracle.json").write_text(json.dumps(oracle, indent=1), encoding="utf-8")
        comparison = Comparison(self.skipped(folder))
        comparison.run(bill, oracle)
        if comparison.differences:
            self.differing.append((folder.name, comparison.differences))
            return "different"
        return "same"

    @staticmethod
    def skipped(folder: Path) -> Set[str]:
        """What the rules leave open: with cents given out by invoice, the price of a line and with
        it the beneficiary's part.
        """
        book = json.loads((folder / "rules.json").read_text(encoding="utf-8"))
        places = [s.get("invoicing", {}).get("round_at") for s in book["rule_sets"]]
        return {"gross", "beneficiary_share"} if "invoice" in places else set()

    def report(self, limit: int) -> None:
        for name, differences in self.differing[:limit]:
            print(f"== {name}: {len(differences)} differences")
            for difference in differences[:6]:
                print("   " + difference[:700])
        for key, count in sorted(self.not_built.items()):
            print(f"not built: {key} ({count} months skipped)")
        for text, count in self.refused.items():
            print(f"refused ({count}): {text}")
        for family, counts in sorted(self.by_family.items()):
            print(f"{family}: {dict(counts)}")
        print(f"months: {dict(self.outcome)}")

    def exercised(self) -> List[str]:
        """Values of the families that no month has had."""
        missing = []
        for family, choices in FAMILIES.items():
            if family not in self.by_family:
                continue
            for path, values in choices:
                taken = self.used.get(path, {})
                missing += [f"{path} = {value!r}" for value in values if repr(value) not in taken]
        return missing


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--command", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--family", action="append", default=[])
    parser.add_argument("--alone", action="store_true", help="each family by itself, no pairs")
    parser.add_argument("--keep", type=Path, help="where months that differ are kept")
    parser.add_argument("--limit", type=int, default=5)
    options = parser.parse_args()
    families = options.family or list(FAMILIES)
    pairs: List[Tuple[str, ...]] = [(family,) for family in families]
    if not options.alone:
        pairs += [pair for pair in itertools.combinations(families, 2) if frozenset(pair) not in SAME_KEYS]
    with tempfile.TemporaryDirectory(prefix="esppadom-months-") as name:
        run = Run(options.command, options.keep or Path(name))
        for number in range(options.seed, options.seed + options.rounds):
            for pair in pairs:
                run.month(str(number), pair)
        run.report(options.limit)
    for value in run.exercised():
        print(f"never exercised: {value}")
    return 1 if run.differing else 0


if __name__ == "__main__":
    sys.exit(main())
