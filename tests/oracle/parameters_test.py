#!/usr/bin/env python3
"""Section 4 of docs/reference/billing-rules.md against the library: every key, its neutral value, its values, unit, scope
and standing. What the library does otherwise stands in parameter_differences.json, each with a reason.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import tempfile
import unittest
from decimal import Decimal
from pathlib import Path
from typing import Any, Dict, Iterator, List, NamedTuple, Set, Tuple

import jsonschema

Json = Dict[str, Any]
ROOT = Path(__file__).resolve().parents[2]
COMMAND = os.environ.get("ESPPADOM_COMMAND") or str(ROOT / "build" / "release" / "bin" / "esppadom")
PAGE = (ROOT / "docs" / "reference" / "billing-rules.md").read_text(encoding="utf-8")
SECTION = PAGE[PAGE.index("### 4a.") : PAGE.index("\n## 5.")]
DIFFERENCES: Json = json.loads(Path(__file__).with_name("parameter_differences.json").read_text(encoding="utf-8"))
LEVELS = ("departement", "funder", "provider", "service", "beneficiary")
FUNDER = "funding.per_funder."


class Row(NamedTuple):
    """What the table says of one key."""

    key: str
    values: str
    unit: str
    scope: str
    standing: str


def rows() -> Dict[str, Row]:
    found: Dict[str, Row] = {}
    for line in SECTION[SECTION.index("### 4b.") :].splitlines():
        if not line.startswith("| `"):
            continue
        keys, *rest = [cell.strip() for cell in line.strip("|").split("|")]
        for key in re.findall(r"`([^`]+)`", keys):
            assert key not in found, key
            found[key] = Row(key, *rest)
    return found


def plain(value: Any) -> Any:
    """Decimals are written as text or as numbers."""
    if isinstance(value, str) and re.fullmatch(r"-?\d+(\.\d+)?", value):
        return Decimal(value)
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return Decimal(value)
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return value


def leaves(tree: Json, keys: Set[str], prefix: str = "") -> Iterator[Tuple[str, Any]]:
    """The values of the block, by key; an object that is a key of its own is one value."""
    for name, value in tree.items():
        key = prefix + name
        if key + "." == FUNDER:
            yield from leaves(value[0], keys, FUNDER)
        elif isinstance(value, dict) and key not in keys:
            yield from leaves(value, keys, key + ".")
        else:
            yield key, value


def nested(key: str, value: Any) -> Json:
    """`{"duration": {"source": value}}`; a key of a funder stands in an entry of the list."""
    if key.startswith(FUNDER):
        entry = nested(key.removeprefix(FUNDER), value)
        return {"funding": {"per_funder": [{"funder": "APA", **entry}]}}
    tree: Any = value
    for name in reversed(key.split(".")):
        tree = {name: tree}
    made: Json = tree
    return made


def scope_of(level: str, number: int = 0) -> Json:
    scope: Json = {"level": level, "departement": "99"}
    if level != "departement":
        scope[level] = f"X{number}"
    return scope


def run(action: str, book: Json, *options: str) -> Json:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "rules.json"
        file.write_text(json.dumps(book), encoding="utf-8")
        words = [COMMAND, "--lang", "en", "rules", action, str(file), "--format", "json", *options]
        done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    answer: Json = json.loads(done.stdout)
    return answer


def neutral() -> Dict[str, Json]:
    """Every parameter of the library, as `rules show` answers for a file that sets none."""
    book = {"rule_set": {"id": "none", "version": 1, "scope": {"level": "departement"}, **nested(FUNDER + "funder", "APA")}}
    answer = run("show", book, "--at", "2026-03-01", "--funder", "APA")
    found = {entry["key"]: entry for entry in answer["parameters"]}
    for entry in answer["per_funder"][0]["parameters"]:
        found[FUNDER + entry["key"]] = entry
    return found


class Trials:
    """Many values in one book: a rule set each, and which of them the library refuses to read."""

    def __init__(self) -> None:
        self.sets: List[Json] = []

    def add(self, key: str, value: Any) -> int:
        number = len(self.sets)
        scope = scope_of("beneficiary", number)
        self.sets.append({"id": f"T{number}", "version": 1, "scope": scope, **nested(key, value)})
        return number

    def refused(self) -> Dict[int, str]:
        found: Dict[int, str] = {}
        for finding in run("check", {"id": "trials", "rule_sets": self.sets})["findings"]:
            if finding["code"].startswith("ESP-JSON-"):
                found[int(finding["path"].split("/")[2])] = finding["message"]
        return found


def literals(row: Row) -> List[Any]:
    """The values that the table names one by one."""
    marked: List[Any] = re.findall(r"`([^`]+)`", row.values.split(";")[0])
    values = [{"null": None, "true": True, "false": False}.get(name, name) for name in marked if name != "rate"]
    return values + [int(text) for text in re.findall(r"(?<![\w`.])\d+(?=,|$)", re.sub(r"at (least|most) \d+.*", "", row.values))]


def trials_of(row: Row) -> Iterator[Tuple[Any, bool]]:
    """Values for a key, and whether they may be written."""
    named = literals(row)
    words = row.values
    if words.startswith(("entries", "reasons by class", "from and to")):
        return
    if words.startswith("list of"):
        members = named or (["any text"] if "text" in words else [30])
        yield [], True
        for member in members:
            yield [member], True
        yield [7 if "text" in words else "nonsense"], False
        return
    for value in named:
        yield value, True
    if None not in named:
        yield None, False
    if words.startswith("text"):
        yield "any text", True
        yield 7, False
        return
    bound = re.search(r"at least (\d+)", words)
    if not bound:
        yield "nonsense", False
        numbers = [value for value in named if isinstance(value, int) and not isinstance(value, bool)]
        if numbers and "above" not in words:
            yield max(numbers) + 1, False
        return
    least = int(bound[1])
    yield least, True
    yield least - 1, False
    if "whole" in words:
        yield f"{least}.5", False
    decimals = re.search(r"at most (\d) decimals", words)
    if decimals:
        yield "1." + "2" * int(decimals[1]), True
        yield "1." + "2" * (int(decimals[1]) + 1), False


class Parameters(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls) -> None:
        cls.table = rows()
        block = re.search(r"```json\n(.*?)\n```", SECTION, re.DOTALL)
        assert block
        cls.block = dict(leaves(json.loads(block[1], parse_float=Decimal), set(cls.table)))
        cls.library = neutral()

    def differences(self, kind: str, found: Dict[str, Any]) -> None:
        """What differs is what is listed, neither more nor less, and every entry gives a reason."""
        listed: Json = DIFFERENCES[kind]
        self.assertEqual(sorted(found), sorted(listed), f"{kind}: {found}")
        for key, entry in listed.items():
            self.assertGreater(len(entry.split()), 4, key)

    def test_block_and_table_have_the_same_keys(self) -> None:
        self.assertGreater(len(self.table), 150)
        self.assertEqual(sorted(self.block), sorted(self.table))

    def test_every_key_is_in_the_library(self) -> None:
        self.assertEqual(sorted(set(self.table) - set(self.library)), [])

    def test_keys_that_the_library_adds(self) -> None:
        self.differences("added", {key: None for key in set(self.library) - set(self.table)})

    def test_neutral_values(self) -> None:
        found = {}
        for key, value in self.block.items():
            if plain(value) != plain(self.library[key]["value"]):
                found[key] = (value, self.library[key]["value"])
        self.differences("neutral", found)

    def test_units(self) -> None:
        pairs = {key: (row.unit, self.library[key]["unit"]) for key, row in self.table.items()}
        self.differences("unit", {key: pair for key, pair in pairs.items() if pair[0] != pair[1]})

    def test_standings(self) -> None:
        pairs = {key: (row.standing, self.library[key]["standing"]) for key, row in self.table.items() if row.standing}
        self.differences("standing", {key: pair for key, pair in pairs.items() if pair[0] != pair[1].split()[0]})

    def test_values_that_may_be_written(self) -> None:
        trials = Trials()
        asked = [(key, value, may, trials.add(key, value)) for key, row in self.table.items() for value, may in trials_of(row)]
        self.assertGreater(len(asked), 600)
        refused = trials.refused()
        found: Dict[str, List[str]] = {}
        for key, value, may, number in asked:
            if may == (number in refused):
                found.setdefault(key, []).append(f"{value!r} is {'refused' if may else 'taken'}: {refused.get(number)}")
        self.differences("values", found)

    def test_the_schema_says_the_same(self) -> None:
        """An editor marks what the library refuses and nothing else; decimals and the type of text it leaves to the library."""
        schema = json.loads((ROOT / "schemas" / "json" / "rule-book.schema.json").read_text(encoding="utf-8"))
        validator = jsonschema.Draft202012Validator(schema)
        trials = Trials()
        for key, row in self.table.items():
            for value, _ in trials_of(row):
                trials.add(key, value)
        for value in ("0.5", 0.5, "7.5", 7.5):
            trials.add("duration.rounding.threshold_min", value)
        for value in ([{"max_min": 540, "period": "month"}], [{"service": "LIEN", "max_min": 540, "period": "month"}]):
            trials.add("smoothing.sub_ceilings", value)
        for window in ({"from": "20:00"}, {"from": "20:00", "to": "22:00"}, {"from": "20h00", "to": "22:00"}, None):
            trials.add("funding.surcharges.evening_window", window)
        refused = trials.refused()
        found = {}
        for number, one in enumerate(trials.sets):
            if (number in refused) == validator.is_valid({"id": "trial", "rule_sets": [one]}):
                found[json.dumps(one, ensure_ascii=False)] = refused.get(number, "taken")
        self.assertEqual({key: why for key, why in found.items() if "need rounding" not in why}, {})

    def test_no_choice_beyond_those_named(self) -> None:
        trials = Trials()
        choices = {trials.add(key, "nonsense"): key for key, row in self.table.items() if self.is_choice(row)}
        self.assertGreater(len(choices), 40)
        refused = trials.refused()
        found = {}
        for number, key in choices.items():
            offered = re.search(r"possible values: (.*)\.$", refused[number])
            assert offered, refused[number]
            named = {str(value) for value in literals(self.table[key]) if value is not None}
            if set(offered[1].split(", ")) != named:
                found[key] = offered[1]
        self.differences("choices", found)

    @staticmethod
    def is_choice(row: Row) -> bool:
        marked = [value for value in literals(row) if isinstance(value, str)]
        return bool(marked) and not row.values.startswith(("list", "entries", "text", "at least"))

    def test_members_of_entries(self) -> None:
        trials = Trials()
        entries = {}
        for key, row in self.table.items():
            if row.values.startswith("entries of ") and "their own" not in row.values and key != "stamps.code_map":
                entries[trials.add(key, [{"nonsense": 1}])] = (key, row.values.split(";")[0])
        self.assertGreater(len(entries), 3)
        messages: Dict[int, str] = {}
        for finding in run("check", {"id": "trials", "rule_sets": trials.sets})["findings"]:
            if finding["code"] == "ESP-JSON-003":
                messages[int(finding["path"].split("/")[2])] = finding["message"]
        for number, (key, words) in entries.items():
            with self.subTest(key):
                known = re.search(r"Known here: ([^.]*)\.", messages[number])
                assert known
                named = set(re.findall(r"\w+", words.removeprefix("entries of "))) - {"and", "or"}
                self.assertEqual(set(known[1].split(", ")), named)

    def test_the_threshold_lies_above_0_and_at_most_at_the_step(self) -> None:
        for threshold, may in (("0", False), ("0.5", True), ("7.5", True), ("15", True), ("15.5", False)):
            rounding = {"object": "duration", "mode": "threshold", "step_min": 15, "threshold_min": threshold}
            book = {"rule_set": {"id": "T", "version": 1, "scope": scope_of("departement"), "duration": {"rounding": rounding}}}
            codes = {finding["code"] for finding in run("check", book)["findings"] if finding["severity"] == "error"}
            self.assertEqual(not codes, may, (threshold, codes))

    def test_scopes(self) -> None:
        """Set at another scope than those named, a key is told or refused; at those named it is not."""
        found = {}
        for key, row in self.table.items():
            if not row.scope:
                continue
            for level in LEVELS:
                told = self.told(key, level)
                if told == (level in row.scope.split(", ")):
                    found[f"{key} at {level}"] = told
        self.differences("scope", found)

    def told(self, key: str, level: str) -> bool:
        values = [value for value in literals(self.table[key]) if value is not None] + [1]
        other = next(value for value in values if plain(value) != plain(self.library[key]["value"]))
        rule_set = {"id": "T", "version": 1, "source": {"text": "a charter"}, "scope": scope_of(level), **nested(key, other)}
        if key == "correction.penalty":
            rule_set["correction"]["threshold_pct"] = 8
        findings = run("check", {"rule_set": rule_set})["findings"]
        self.assertFalse([each for each in findings if each["code"].startswith("ESP-JSON-")], (key, findings))
        return any(each["code"] in ("ESP-RUL-009", "ESP-RUL-048") for each in findings)


if __name__ == "__main__":
    unittest.main()
