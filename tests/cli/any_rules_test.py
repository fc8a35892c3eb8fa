"""Rules drawn from the schema that editors use: the command refuses them with findings, or bills the month and explains
every visit so that it replays. It never ends in another way."""

import json
import random
import shutil
import sys
import unittest

from command import ERRORS, FINE, SOURCE, CommandTest, run

sys.path.insert(0, str(SOURCE / "tests" / "oracle"))

import replay  # noqa: E402

EXAMPLE = SOURCE / "tests" / "data" / "example"
SCHEMA = json.loads((SOURCE / "schemas" / "json" / "rule-book.schema.json").read_text(encoding="utf-8"))
HEAD = {"id": "any", "version": 1, "valid_from": None, "valid_to": None, "scope": {"level": "departement", "departement": "99"}}
NAMES = ["CD99", "M1", "M2", "APA", "512", "APA-HRJO", "APA-HRDI", "B-7788", "CRE", "MDT"]
DATES = ["2026-01-01", "2026-03-10", "2026-04-01"]
NUMBERS = ["0", "1", "5", "10", "20", "24.58", "50", "100"]
COUNT = 80


class Dice(random.Random):
    """Values of a JSON schema."""

    def resolved(self, node):
        while "$ref" in node:
            rest = {key: value for key, value in node.items() if key != "$ref"}
            node = {**rest, **SCHEMA["$defs"][node["$ref"].split("/")[-1]]}
        for key in ("oneOf", "anyOf"):
            if key in node:
                return self.resolved(self.choice(node[key]))
        return node

    def value(self, node, chance=0.2):
        node = self.resolved(node)
        if "enum" in node:
            return self.choice(node["enum"])
        if "const" in node:
            return node["const"]
        kind = node.get("type", "object")
        kind = self.choice(kind) if isinstance(kind, list) else kind
        return getattr(self, f"a_{kind}")(node, chance)

    def a_null(self, node, chance):
        return None

    def a_boolean(self, node, chance):
        return self.random() < 0.7

    def a_integer(self, node, chance):
        low, high = node.get("minimum", 0), node.get("maximum", 100)
        return int(self.choice([low, high, self.randint(int(low), int(max(low, min(high, low + 60))))]))

    def a_number(self, node, chance):
        return self.a_integer(node, chance)

    def a_string(self, node, chance):
        if node.get("format") == "date":
            return self.choice(DATES)
        return self.choice(NUMBERS if "d" in node.get("pattern", "") else NAMES)

    def a_array(self, node, chance):
        return [self.value(node["items"], 0.5) for _ in range(self.choice([0, 1, 2, 3]))]

    def a_object(self, node, chance):
        deeper = max(chance, 0.35)
        return {key: self.value(part, deeper) for key, part in node.get("properties", {}).items()
                if key in node.get("required", []) or self.random() < chance}


def families():
    """The keys of a rule set that are rules."""
    dice = Dice()
    of_set = dice.resolved(dice.resolved(SCHEMA["properties"]["rule_sets"])["items"])
    rules = {key: node for key, node in of_set["properties"].items() if key not in {*HEAD, "source"}}
    return {key: node for key, node in rules.items() if "properties" in dice.resolved(node)}


def without(rules, pointer):
    """The rules less what a finding points at."""
    names = [name for name in pointer.split("/") if name][2:]
    place = rules
    for name in names[:-1]:
        place = place[int(name)] if isinstance(place, list) else place.get(name, {})
    if names and isinstance(place, list):
        del place[int(names[-1])]
    elif names:
        place.pop(names[-1], None)


class AnyRules(CommandTest):
    def accepted(self, rules):
        """The file of the rules less what is refused of them; none when all of it is."""
        path = self.folder / "rules.json"
        for _ in range(20):
            path.write_text(json.dumps({"id": "any", "rule_sets": [{**HEAD, **rules}]}), encoding="utf-8")
            done = run("rules", "check", path, "--format", "json")
            self.assertIn(done.code, (FINE, ERRORS), done.err)
            errors = [one for one in done.json["findings"] if one["severity"] == "error"]
            self.assertEqual(bool(errors), done.code == ERRORS)
            if not errors:
                return path
            without(rules, errors[0]["path"])
        return None

    def test_bills_and_explains_or_says_why_not(self):
        known, billed = families(), 0
        for seed in range(COUNT):
            dice = Dice(seed)
            rules = {key: dice.value(known[key]) for key in dice.sample(sorted(known), dice.choice([1, 2, 3]))}
            if seed % 8 == 0:  # funders that no order names
                rules["funding"] = {"order": ["CD99", "M1", "M2"], "per_funder": [
                    {"funder": name, "nature": dice.choice(["complement", "hourly"]), "percent": "80", "rate": "20"}
                    for name in ("M1", "M2")]}
            path = self.accepted(rules)
            if not path:
                continue
            out = self.folder / "out"
            done = run("bill", "--rules", path, "--orders", EXAMPLE / "order.xml", "--deliveries", EXAMPLE / "delivery.xml",
                       "--month", "2026-03", "--as-of", "2026-04-10", "--out", out, "--explain")
            with self.subTest(seed=seed, rules=rules):
                self.assertIn(done.code, (FINE, ERRORS), done.err)
                for line in (out / "explanations.jsonl").read_text(encoding="utf-8").splitlines():
                    replay.check(json.loads(line))
            billed += 1
            shutil.rmtree(out, ignore_errors=True)
        self.assertGreater(billed, COUNT // 2)


if __name__ == "__main__":
    unittest.main()
