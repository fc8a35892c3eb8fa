"""Alerts told once, parts of a ledger, and any rule by itself in Python: the same bytes as the command, typed rows."""

import datetime
import hashlib
import json
import pathlib
import tempfile
import unittest
from decimal import Decimal
from fractions import Fraction

from support import command, month

import esppadom

NOW = datetime.datetime(2026, 10, 5, 10)


def inputs():
    return {name: month() / name for name in ("orders", "deliveries")} | {
        "rules": month() / "rules.json", "circumstances": month() / "circumstances.json"}


def billed(**more):
    facts = json.loads((month() / "month.json").read_text(encoding="utf-8"))
    return esppadom.bill(**inputs(), month=facts["month"], as_of=datetime.date.fromisoformat(facts["as_of"]), **more)


def literals(value, where="", seen=None):
    """The first literal at each place of a document, list indexes left out: what holds it, and its key there."""
    seen = set() if seen is None else seen
    for key, one in value.items() if isinstance(value, dict) else enumerate(value):
        here = f"{where}/{key}" if isinstance(value, dict) else where
        if isinstance(one, (dict, list)):
            yield from literals(one, here, seen)
        elif here not in seen:
            seen.add(here)
            yield value, key


class LedgerTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(holder.cleanup)
        cls.folder = pathlib.Path(holder.name)
        cls.ledger = cls.folder / "ledger.json"
        cls.ledger.write_text(billed().ledger, encoding="utf-8")

    def test_an_alert_does_not_come_twice(self):
        told = esppadom.told_alerts(**inputs(), now=NOW)
        words = [word for name, path in inputs().items() for word in (f"--{name}", path)]
        wanted = command("statistics", "--of", "alerts", *words, "--now", "2026-10-05T10:00", "--ledger-out", self.folder / "told.json",
                         "--format", "json", "--lang", "en")
        self.assertEqual(told.to_json(), wanted.decode())
        self.assertEqual(told.ledger, (self.folder / "told.json").read_text(encoding="utf-8"))
        self.assertGreater(len(told.rows), 0)
        self.assertEqual((told.rows[0]["change"], told.rows[0]["told_on"], told.now), ("begun", NOW.date(), NOW))
        again = esppadom.told_alerts(**inputs(), now=NOW, ledger=told.ledger)
        self.assertEqual((again.rows, again.standing, again.ledger), ([], len(told.rows), told.ledger))

    def test_parts_of_a_ledger_give_it_again(self):
        providers = sorted({one["provider"] for one in json.loads(self.ledger.read_text(encoding="utf-8"))["documents"]})
        parts = [esppadom.export_ledger(self.ledger, provider=one) for one in providers]
        wanted = command("ledger", "export", self.ledger, "--provider", providers[0], "-o", self.folder / "part.json", "--format",
                         "json", "--lang", "en")
        self.assertEqual(parts[0].to_json(), wanted.decode())
        self.assertEqual(parts[0].part, (self.folder / "part.json").read_text(encoding="utf-8"))
        documents = next(one for one in parts[0].facts if one["fact"] == "documents")
        self.assertIsInstance(documents["amount_taken"], Decimal)
        self.assertTrue(parts[0].to_csv().startswith("fact,"))
        whole = esppadom.merge_ledgers(one.part for one in parts)
        self.assertEqual(whole, self.ledger.read_text(encoding="utf-8"))

    def test_what_cannot_be_done_is_an_error(self):
        with self.assertRaises(esppadom.Error) as caught:
            esppadom.export_ledger(self.ledger, provider="nobody")
        self.assertEqual(caught.exception.code, "ESP-LED-004")
        for wrong in ({}, {"provider": "A", "service": "B"}):
            with self.assertRaises(ValueError):
                esppadom.export_ledger(self.ledger, **wrong)
        other = json.loads(self.ledger.read_text(encoding="utf-8")) | {"rule_book": "another"}
        del other["seal"]
        with self.assertRaises(esppadom.Error) as caught:
            esppadom.merge_ledgers([self.ledger, json.dumps(other)])
        self.assertEqual(caught.exception.code, "ESP-LED-007")

    def test_a_literal_that_is_changed_is_refused(self):
        """One literal of each kind that the ledger of a month holds, and the seal itself."""
        facts = json.loads(self.ledger.read_text(encoding="utf-8"))
        rest = json.dumps({key: value for key, value in facts.items() if key != "seal"}, ensure_ascii=False, separators=(",", ":"))
        self.assertEqual(facts["seal"], hashlib.sha256(rest.encode("utf-8")).hexdigest())
        leaves = list(literals(facts))
        self.assertGreater(len(leaves), 80)
        altered = 0
        for holder, key in leaves:
            kept = holder[key]
            holder[key] = kept + 1 if isinstance(kept, int) else kept[:-1] + ("1" if kept[-1:] != "1" else "2")
            with self.assertRaises(esppadom.Error) as caught:
                esppadom.trial_balance(json.dumps(facts))
            altered += caught.exception.code == "ESP-LED-009"
            holder[key] = kept
        self.assertGreater(altered, len(leaves) // 2)
        self.assertTrue(esppadom.trial_balance(json.dumps(facts, indent=1, sort_keys=True)).balanced)

    def test_a_ledger_without_seal_is_taken_and_told(self):
        facts = json.loads(self.ledger.read_text(encoding="utf-8"))
        provider = facts["documents"][0]["provider"]
        self.assertNotIn("ESP-LED-010", [one.code for one in esppadom.export_ledger(self.ledger, provider=provider).findings])
        del facts["seal"]
        told = [one for one in esppadom.export_ledger(json.dumps(facts), provider=provider).findings if one.code == "ESP-LED-010"]
        self.assertEqual([(one.severity, one.path) for one in told], [("warning", "/seal")])
        self.assertIn("ESP-LED-010", [one.code for one in billed(ledger=json.dumps(facts)).findings])

    def test_small_groups_are_left_out(self):
        everybody = esppadom.statistics("profiles", **inputs())
        some = esppadom.statistics("profiles", **inputs(), smallest_group=3)
        self.assertLess(len(some.rows), len(everybody.rows))
        for of, least in (("profiles", 1), ("alerts", 3)):
            with self.assertRaises(esppadom.Error):
                esppadom.statistics(of, **inputs(), smallest_group=least)


class RulesTest(unittest.TestCase):
    def test_a_rule_is_applied(self):
        told = esppadom.calculate("vat", {"prices_include_tax": True, "amounts": [{"amount": Decimal("10.00"), "rate": Decimal("5.5")}]})
        self.assertEqual((told["net"], told["of"]), (["9.48"], "vat"))
        self.assertEqual(json.loads(told.json), told)
        third = esppadom.calculate("cents", {"lines": [{"price": Fraction(1, 20), "funders": [Fraction(1, 60)] * 3, "beneficiary": 0}]})
        self.assertEqual(sum(Decimal(one) for one in third["lines"][0]["funders"]), Decimal("0.05"))
        rules = {"rule_set": {"id": "v", "version": 1, "scope": {"level": "departement"},
                              "extra_minutes": {"allowed": True, "code": "MIN", "bearer": "funder"}}}
        question = {"minutes": 10, "reason": "R", "author": "A"}
        day = datetime.date(2026, 3, 2)
        self.assertEqual(esppadom.calculate("extra_minutes", question, rules=rules, at=day)["extra_seconds"], 600)
        self.assertEqual(esppadom.calculate("extra_minutes", json.dumps(question))["reason"], "NOT_APPROVED")

    def test_a_wrong_question_is_refused(self):
        with self.assertRaises(TypeError):
            esppadom.calculate("reduced_price", {"price": 24.58, "percent": 90})
        with self.assertRaises(TypeError):
            esppadom.calculate("reduced_price", {"price": object(), "percent": 90})
        with self.assertRaises(ValueError):
            esppadom.calculate("nothing", {})
        with self.assertRaises(esppadom.Error) as caught:
            esppadom.calculate("vat", {"prices_include_tax": True, "amount": []})
        self.assertEqual(caught.exception.path, "/amount")
        with self.assertRaises(esppadom.Error):
            esppadom.calculate("reduced_price", {"price": "24.58", "percent": "33.3333"})

    def test_elements_of_messages_are_described(self):
        self.assertIn("delivery_id", [one["field"] for one in esppadom.describe("delivery")])
        with self.assertRaises(ValueError):
            esppadom.describe("circumstances")


if __name__ == "__main__":
    unittest.main()
