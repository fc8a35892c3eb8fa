#!/usr/bin/env python3
"""Every two families of rules stand together in a month that the command and the oracle bill alike.

    pairs.py --command BUILD/bin/esppadom --find     searches those that are missing, writes pairs.json
    pairs.py --command BUILD/bin/esppadom            bills those months again

A month of pairs.json has several families, so that few months hold every pair: a seed and families of
random_month.py. Two families count as combined where each of them sets a key of that month's rules.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Dict, FrozenSet, Iterator, List, Optional, Sequence, Set, Tuple

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from compare_months import SAME_KEYS, Run  # noqa: E402
from random_month import make_month  # noqa: E402
from random_rules import FAMILIES  # noqa: E402

Json = Dict[str, Any]
Pair = FrozenSet[str]
FOUND = HERE / "pairs.json"
TOGETHER = 5  # families of a month, at most
TRIES = 12  # random groups for one pair


def wanted() -> Set[Pair]:
    """All pairs but those that write the same keys."""
    return {frozenset(pair) for pair in itertools.combinations(FAMILIES, 2)} - set(SAME_KEYS)


def combined(seed: int, families: Sequence[str]) -> Set[Pair]:
    """The pairs of families that both set a key of that month."""
    used: Dict[str, Dict[str, int]] = {}
    make_month(str(seed), families, used)
    speaking = [name for name in families if any(path in used for path, _ in FAMILIES[name])]
    return {frozenset(pair) for pair in itertools.combinations(speaking, 2)}


def same(run: Run, seed: int, families: Sequence[str]) -> bool:
    """Whether both come to the same cents and seconds."""
    alone = Run(run.command, run.keep)
    alone.month(str(seed), families)
    return alone.outcome["same"] == 1


def group(dice: random.Random, first: Pair, missing: Set[Pair], size: int) -> List[str]:
    """Families around that pair, each chosen for the pairs it adds."""
    families = sorted(first)
    while len(families) < size:
        allowed = [
            name for name in FAMILIES
            if name not in families and not any(frozenset((name, other)) in SAME_KEYS for other in families)
        ]  # fmt: skip
        dice.shuffle(allowed)
        families.append(max(allowed, key=lambda name: sum(frozenset((name, other)) in missing for other in families)))
    return sorted(families, key=list(FAMILIES).index)


def attempts(dice: random.Random, pair: Pair, missing: Set[Pair]) -> Iterator[Tuple[int, List[str]]]:
    """Large groups first, then the pair alone."""
    for number in range(TRIES):
        yield number + 1, group(dice, pair, missing, max(2, TOGETHER - number // 3))
    for seed in range(1, 4 * TRIES):
        yield seed, sorted(pair, key=list(FAMILIES).index)


def find_one(run: Run, dice: random.Random, pair: Pair, missing: Set[Pair]) -> Optional[Json]:
    for seed, families in attempts(dice, pair, missing):
        if pair in combined(seed, families) and same(run, seed, families):
            return {"seed": seed, "families": families}
    return None


def find(run: Run, months: List[Json]) -> Tuple[List[Json], List[Pair]]:
    """Months that hold every pair, those given before others, and the pairs no month was found for."""
    dice = random.Random(1)
    missing, lost = wanted(), []
    for month in months:
        missing -= combined(month["seed"], month["families"])
    while missing:
        pair = min(missing, key=sorted)
        month = find_one(run, dice, pair, missing)
        missing.discard(pair)
        if month is None:
            lost.append(pair)
            continue
        months.append(month)
        missing -= combined(month["seed"], month["families"])
        print(f"{len(missing)} pairs left", file=sys.stderr, flush=True)
    return months, lost


def kept() -> List[Json]:
    found: List[Json] = json.loads(FOUND.read_text(encoding="utf-8"))
    return found


def uncovered(months: Sequence[Json]) -> List[List[str]]:
    """Pairs that no month of the table combines."""
    covered: Set[Pair] = set()
    for month in months:
        covered |= combined(month["seed"], month["families"])
    return sorted(sorted(pair) for pair in wanted() - covered)


def replay(run: Run, months: Sequence[Json]) -> None:
    with ThreadPoolExecutor(2) as threads:
        list(threads.map(lambda month: run.month(str(month["seed"]), month["families"]), months))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--command", type=Path, required=True)
    parser.add_argument("--find", action="store_true", help="search again, and write pairs.json")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="esppadom-pairs-") as name:
        run = Run(options.command, Path(name))
        if options.find:
            months, lost = find(run, kept())
            FOUND.write_text("[\n " + ",\n ".join(json.dumps(month) for month in months) + "\n]\n", encoding="utf-8")
            for pair in lost:
                print(f"no month combines {' and '.join(sorted(pair))}")
        months = kept()
        replay(run, months)
        run.report(5)
    missing = uncovered(months)
    print(f"{len(wanted()) - len(missing)} of {len(wanted())} pairs in {len(months)} months")
    return 1 if missing or run.differing else 0


if __name__ == "__main__":
    sys.exit(main())
