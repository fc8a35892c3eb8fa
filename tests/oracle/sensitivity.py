#!/usr/bin/env python3
"""Every value of every parameter changes some bill.

    sensitivity.py --command BUILD/bin/esppadom --find     searches a month for each value, writes sensitivity.json
    sensitivity.py --command BUILD/bin/esppadom            replays those months

For each value of each key of docs/rules/parameters.md there is a random month (families and seed of
random_month.py) whose bill differs when that value alone is replaced by another one. What no bill
shows stands in EXCEPTIONS with the reason. The replay needs no search: a month that no longer tells
the two values apart fails, and so does a value without a month.
"""

from __future__ import annotations

import argparse
import copy
import json
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Dict, Iterator, List, Optional, Sequence, Tuple

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE))

from random_month import Month, make_month, write  # noqa: E402
from random_rules import put  # noqa: E402
from sensitivity_cases import CONTEXT, EXCEPTIONS, FAMILIES_OF, NUMBERS, TWICE, WITH_VALUE  # noqa: E402

Json = Dict[str, Any]
FOUND = HERE / "sensitivity.json"
SEEDS = range(1, 13)


def parameters() -> Iterator[Tuple[str, List[Any], bool]]:
    """Key, the values it names, whether it is built: from the generated table."""
    section = ""
    text = (ROOT / "docs" / "rules" / "parameters.md").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("## "):
            heading = re.match(r"## `(\w+)`", line)
            section = heading.group(1) + "." if heading else ""
        if not line.startswith("| `"):
            continue
        cells = [cell.strip() for cell in line.split("|")[1:-1]]
        if len(cells) < 7:
            continue  # what a choice means
        key = section + cells[0].strip("`")
        shown = re.sub(r"~~.*?~~", "", cells[2])
        named: List[Any] = []
        if not shown.startswith(("list", "object", "text")):
            named = [plain(value) for value in re.findall(r"`([^`]+)`", shown) if value != "hh:mm"]
            if re.match(r"[0-9]+(, [0-9]+)+", shown):
                named += [int(value) for value in re.findall(r"[0-9]+", shown)]
        yield key, named, "no" not in cells[6]


def plain(text: str) -> Any:
    words = {"true": True, "false": False, "null": None}
    return words.get(text, int(text) if text.isdigit() else text)


def wanted() -> List[Tuple[str, Any]]:
    """All (key, value) that must be told apart from another value."""
    found: List[Tuple[str, Any]] = []
    for key, named, built in parameters():
        if not built or key in EXCEPTIONS:
            continue
        values = named + [value for value in NUMBERS.get(key, []) if value not in named]
        found += [(key, value) for value in values if f"{key} = {json.dumps(value)}" not in EXCEPTIONS]
    return found


def place_in(rules: Json, key: str, value: Any) -> Json:
    """The first rule set with that key; a funder's is CD99's, or the one the context names."""
    changed = copy.deepcopy(rules)
    for path, needed in WITH_VALUE.get(f"{key} = {json.dumps(value)}", {}).items():
        changed = place_in(changed, path, needed)
    if "[]" not in key:
        put_value(changed, key, value)
        return changed
    before, after = key.split("[].", 1)
    if before == "funding.per_funder":
        name = CONTEXT.get(key, {}).get("funder", "CD99")
        entries = changed.setdefault("funding", {}).setdefault("per_funder", [])
        entry = next((e for e in entries if e["funder"] == name), None)
        if entry is None:
            entry = {"funder": name}
            entries.append(entry)
        return place_nested(changed, entry, after, value)
    target = changed
    for name in before.split("."):
        target = target.setdefault(name, {}) if name != before.split(".")[-1] else target[name]
    put_value(target[0], after, value)
    return changed


def place_nested(whole: Json, entry: Json, key: str, value: Any) -> Json:
    if "[]" in key:
        before, after = key.split("[].", 1)
        for name in before.split("."):
            entry = entry[name]
        entry = entry[0]
        key = after
    put_value(entry, key, value)
    return whole


def put_value(tree: Json, key: str, value: Any) -> None:
    *parents, last = key.split(".")
    for name in parents:
        if not isinstance(tree.get(name), dict):
            tree[name] = {}
        tree = tree[name]
    tree[last] = copy.deepcopy(value)


class Runs:
    """Bills months under changed rules; the inputs of a month are written once."""

    def __init__(self, command: Path, folder: Path) -> None:
        self.command, self.folder = command, folder
        self.months: Dict[Tuple[str, Tuple[str, ...]], Month] = {}
        self.count = 0

    def month(self, seed: int, families: Sequence[str]) -> Tuple[Month, Path]:
        key = (str(seed), tuple(families))
        place = self.folder / "-".join([key[0], *key[1]])
        if key not in self.months:
            made = make_month(key[0], families, {})
            write(made, place)
            self.months[key] = made
        return self.months[key], place

    def bill(self, made: Month, place: Path, rules: Json, twice: bool) -> Optional[Json]:
        self.count += 1
        with tempfile.TemporaryDirectory(dir=self.folder) as name:
            out = Path(name)
            book = out / "rules.json"
            sets = [rules, *made.rules[1:]]
            book.write_text(json.dumps({"id": "random", "rule_sets": sets}), encoding="utf-8")
            deliveries = place / "deliveries.xml"
            if not twice:
                return self.run(book, place / "orders.xml", deliveries, place, made.month, made.as_of, out / "one", [])
            first = self.part(deliveries, out)
            start = self.run(book, place / "orders.xml", first, place, made.month, made.as_of, out / "one", [])
            if start is None:
                return None
            following = next_month(made.month)
            orders = dearer(place / "orders.xml", out)
            ledger = ["--ledger", str(out / "one" / "ledger.json")]
            as_of = f"{next_month(following)}-10"
            then = self.run(book, orders, deliveries, place, following, as_of, out / "two", ledger)
            return None if then is None else {"one": start, "two": then}

    def run(
        self, book: Path, orders: Path, deliveries: Path, place: Path, month: str, as_of: str, out: Path, more: List[str]
    ) -> Optional[Json]:
        words = [str(self.command), "--lang", "en", "bill", "--rules", str(book), "--orders", str(orders)]
        words += ["--deliveries", str(deliveries), "--circumstances", str(place / "circumstances.json")]
        words += ["--month", month, "--as-of", as_of, "--out", str(out), *more]
        subprocess.run(words, capture_output=True, check=False)
        result = out / "bill.json"
        if not result.exists():
            return None
        bill: Json = json.loads(result.read_text(encoding="utf-8"))
        bill.pop("rule_sets")
        bill["findings"] = sorted(f"{f['code']} {f['id']}" for f in bill["findings"])
        return bill

    @staticmethod
    def part(deliveries: Path, out: Path) -> Path:
        """Every third message comes late."""
        text = deliveries.read_text(encoding="utf-8")
        messages = re.findall(r"<ns:CrossIndustryDespatchAdvice>.*?</ns:CrossIndustryDespatchAdvice>", text, re.S)
        for late in messages[::3]:
            text = text.replace(late, "", 1)
        path = out / "first.xml"
        path.write_text(text, encoding="utf-8")
        return path


def dearer(orders: Path, out: Path) -> Path:
    """The orders again, issued later, 1 euro dearer."""
    text = orders.read_text(encoding="utf-8")
    text = re.sub(r"(<ram:ChargeAmount currencyID=\"EUR\">)(\d+)", lambda m: m[1] + str(int(m[2]) + 1), text)
    text = re.sub(r"(<ram:IssueDateTime>\d{4}-\d\d-\d\dT)11:00:00", r"\g<1>12:00:00", text)
    path = out / "dearer.xml"
    path.write_text(text, encoding="utf-8")
    return path


def next_month(month: str) -> str:
    year, number = int(month[:4]), int(month[5:])
    return f"{year + number // 12}-{number % 12 + 1:02d}"


def in_context(made: Month, key: str) -> Json:
    rules: Json = copy.deepcopy(made.rules[0])
    for path, value in CONTEXT.get(key, {}).get("settings", {}).items():
        put(rules, path, value)
    return rules


def other_values(key: str, value: Any) -> List[Any]:
    named = next((values for name, values, _ in ALL if name == key), [])
    every = named + [v for v in NUMBERS.get(key, []) if v not in named]
    return [v for v in every if v != value]


ALL = list(parameters())


def differs(runs: Runs, key: str, value: Any, other: Any, seed: int, families: Sequence[str]) -> bool:
    made, place = runs.month(seed, families)
    rules = in_context(made, key)
    twice = key in TWICE
    one = runs.bill(made, place, place_in(rules, key, value), twice)
    if one is None:
        return False
    two = runs.bill(made, place, place_in(rules, key, other), twice)
    return two is not None and one != two


def find(runs: Runs, key: str, value: Any) -> Optional[Json]:
    """The first month that tells the value from another."""
    for seed in SEEDS:
        for families in FAMILIES_OF(key):
            for other in other_values(key, value):
                try:
                    found = differs(runs, key, value, other, seed, families)
                except (KeyError, IndexError, TypeError):
                    continue
                if found:
                    return {"key": key, "value": value, "instead": other, "families": list(families), "seed": seed}
    return None


def save(known: Dict[Tuple[str, str], Json]) -> None:
    """What was found, in the order of keys; values that are no longer asked for are dropped."""
    asked = {(key, json.dumps(value)) for key, value in wanted()}
    lines = [json.dumps(known[key], ensure_ascii=False) for key in sorted(known) if key in asked]
    FOUND.write_text("[\n " + ",\n ".join(lines) + "\n]\n", encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--command", type=Path, required=True)
    parser.add_argument("--find", action="store_true", help="search again, and write sensitivity.json")
    parser.add_argument("--key", action="append", default=[], help="only these keys")
    options = parser.parse_args()
    keys = [pair for pair in wanted() if not options.key or pair[0] in options.key]
    known = {}
    if FOUND.exists():
        entries = json.loads(FOUND.read_text(encoding="utf-8"))
        known = {(entry["key"], json.dumps(entry["value"])): entry for entry in entries}
    missing: List[str] = []
    with tempfile.TemporaryDirectory(prefix="esppadom-sensitivity-") as name, ThreadPoolExecutor(2) as threads:
        runs = Runs(options.command, Path(name))

        def check(pair: Tuple[str, Any]) -> Optional[Json]:
            result = told_apart(pair)
            if result is None or options.find:
                word = "found" if result else "NOT FOUND"
                if result:
                    known[(pair[0], json.dumps(pair[1]))] = result
                    save(known)
                print(f"{word} {pair[0]} = {json.dumps(pair[1])}", file=sys.stderr, flush=True)
            return result

        def told_apart(pair: Tuple[str, Any]) -> Optional[Json]:
            entry = known.get((pair[0], json.dumps(pair[1])))
            if entry is None:
                return find(runs, *pair) if options.find else None
            same = [entry["key"], entry["value"], entry["instead"], entry["seed"], entry["families"]]
            if differs(runs, *same):
                return entry
            return find(runs, *pair) if options.find else None

        found = []
        for pair, entry in zip(keys, threads.map(check, keys)):
            if entry is None:
                missing.append(f"{pair[0]} = {json.dumps(pair[1])}")
            else:
                found.append(entry)
    for text in missing:
        print(f"no month tells it apart: {text}")
    print(f"{len(found)} of {len(keys)} values change a bill; {len(EXCEPTIONS)} exceptions; {runs.count} bills")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
