#!/usr/bin/env python3
"""Every number of the rules that bounds something, with a month below the bound, one on it and one above.

    boundaries.py --command BUILD/bin/esppadom --write     writes boundaries.json, as the oracle comes to it
    boundaries.py --command BUILD/bin/esppadom             bills the months again

The months are those of boundary_cases.py. boundaries.json says what comes of each by the oracle; deadlines,
penalties and alerts stand in boundary_hand.py, worked by hand from the reference. The numbers are those of schemas/json/rule-book.schema.json,
so that one that is added there without a case or a reason fails.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from fractions import Fraction
from pathlib import Path
from typing import Any, Dict, Iterator, List, Set, Tuple

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE))

from boundary_cases import CASES, EXCEPTIONS  # noqa: E402
from boundary_hand import BY_HAND  # noqa: E402
from compare_bill import Comparison, sign_of  # noqa: E402
from compare_months import Run  # noqa: E402
from random_month import write  # noqa: E402

Json = Dict[str, Any]
Outcome = Dict[str, str]
FOUND = HERE / "boundaries.json"
PLACES = ("below", "on", "above")


def numbers() -> Set[str]:
    """The keys of a rule set that take a number and no list of values, and the grid of rounding."""
    schema = json.loads((ROOT / "schemas" / "json" / "rule-book.schema.json").read_text(encoding="utf-8"))
    found = {key.split("rule_sets[].")[-1] for key in walk(schema, schema, "") if not key.startswith("rule_set.")}
    return found | {"duration.rounding.step_min"}


def walk(schema: Json, part: Json, path: str) -> Iterator[str]:
    """Every key below that is a number."""
    while "$ref" in part:
        target: Json = schema
        for name in part["$ref"].split("/")[1:]:
            target = target[name]
        part = {**target, **{key: value for key, value in part.items() if key != "$ref"}}
    types = part.get("type", [])
    if {"integer", "number"} & set([types] if isinstance(types, str) else types):
        yield path
    for choice in ("anyOf", "oneOf", "allOf"):
        for inner in part.get(choice, []):
            yield from walk(schema, inner, path)
    for name, inner in part.get("properties", {}).items():
        yield from walk(schema, inner, f"{path}.{name}" if path else name)
    if isinstance(part.get("items"), dict):
        yield from walk(schema, part["items"], path + "[]")


def outcome(bill: Json) -> Outcome:
    """What a bill comes to: seconds billed, euros of each payer, time carried and over, what is not billed, the rate."""
    sums: Dict[str, Fraction] = {}

    def add(name: str, worth: Any) -> None:
        sums[name] = sums.get(name, Fraction(0)) + Fraction(str(worth or 0))

    for document in bill["invoices"]:
        for line in document["lines"]:
            add("seconds", sign_of(document) * line["billed_seconds"])
        add(document["funder"], sign_of(document) * Fraction(str(document["total"])))
    for document in bill["beneficiary_invoices"]:
        add(document["beneficiary"], document["total"])
    for row in bill["smoothing"]:
        for name in ("carried", "advance", "excess"):
            add(name, row[name])
    for reason, count in Counter(row["reason"] for row in bill["unbilled"]).items():
        add(reason, count)
    for row in bill["correction_rate"]["rows"]:
        add("corrected", row["corrected"])
    return {name: text(worth) for name, worth in sorted(sums.items()) if worth}


def text(worth: Fraction) -> str:
    return str(worth.numerator) if worth.denominator == 1 else f"{float(worth):.2f}"


def bends(outcomes: List[Outcome]) -> bool:
    """Whether something does not go on above the bound as it does below."""
    below, on, above = outcomes
    return any(
        Fraction(on.get(name, "0")) - Fraction(below.get(name, "0")) != Fraction(above.get(name, "0")) - Fraction(on.get(name, "0"))
        for name in {*below, *on, *above}
    )


def run_case(run: Run, key: str) -> Tuple[List[Outcome], List[str]]:
    """What the oracle comes to below, on and above, and where the command does not."""
    outcomes, differences = [], []
    for step in (-1, 0, 1):
        made = CASES[key](step)
        folder = run.keep / f"{key}{step}".replace("[]", "")
        write(made, folder)
        done = run.bill(folder, made.month, made.as_of)
        result = folder / "out" / "bill.json"
        if not result.exists():
            differences.append((done.stderr or done.stdout)[:300])
            continue
        oracle = run.oracle(folder, made.month, made.as_of)
        outcomes.append(outcome(oracle))
        bill = json.loads(result.read_text(encoding="utf-8"))
        comparison = Comparison(set())
        comparison.run(bill, oracle)
        differences += [f"{PLACES[step + 1]}: {difference}" for difference in comparison.differences]
    return outcomes, differences


def run_by_hand(run: Run, key: str) -> List[Any]:
    """What the command comes to below, on and above, where the oracle does not follow."""
    case, look, _ = BY_HAND[key]
    found = []
    for step in (-1, 0, 1):
        made = case(step)
        folder = run.keep / f"{key}{step}".replace("[]", "")
        write(made, folder)
        run.bill(folder, made.month, made.as_of)
        found.append(look(json.loads((folder / "out" / "bill.json").read_text(encoding="utf-8"))))
    return found


def kept() -> Dict[str, List[Outcome]]:
    told: Json = json.loads(FOUND.read_text(encoding="utf-8"))
    return {key: [entry[place] for place in PLACES] for key, entry in told.items()}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--command", type=Path, required=True)
    parser.add_argument("--write", action="store_true", help="write boundaries.json anew")
    parser.add_argument("--key", action="append", default=[], help="only these keys")
    options = parser.parse_args()
    wrong, told = 0, {}
    with tempfile.TemporaryDirectory(prefix="esppadom-boundaries-") as name:
        run = Run(options.command, Path(name))
        for key in options.key or [*CASES, *BY_HAND]:
            if key in BY_HAND:
                found, differences = run_by_hand(run, key), []
                differences = [] if found == BY_HAND[key][2] else [f"the command has {found}, the reference {BY_HAND[key][2]}"]
            else:
                found, differences = run_case(run, key)
                told[key] = dict(zip(PLACES, found))
                if not differences and not bends(found):
                    differences = [f"nothing changes at the bound: {found}"]
            wrong += bool(differences)
            for difference in differences:
                print(f"{key}: {difference}")
    if options.write:
        entries = [f"{json.dumps(key)}: {json.dumps(told[key])}" for key in sorted(told)]
        FOUND.write_text("{\n " + ",\n ".join(entries) + "\n}\n", encoding="utf-8")
    for key in sorted(numbers() - {*CASES, *BY_HAND, *EXCEPTIONS}):
        print(f"{key}: no case and no reason")
        wrong += 1
    print(f"{len(CASES)} bounds by the oracle, {len(BY_HAND)} by hand, {len(EXCEPTIONS)} numbers that bound nothing here")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
