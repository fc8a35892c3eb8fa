"""A ledger begins from a table, is shown, and is refused when it is of another form or not understood."""

import hashlib
import json
import unittest

import jsonschema

from command import ERRORS, FINE, SOURCE, UNUSABLE, CommandTest, bill_arguments, month, run

TABLE = (
    "kind;beneficiary;pool;month;time;document;type;billed_in;provider;funder;kind_of_document;issued_at;amount\n"
    "lot;B-7788;CD99/APA;2026-02;1:30;;;;;;;;\n"
    "document;;;2026-02;;FACT-512-0226-00001;main;2026-02;512;CD99;APA;2026-03-03T08:00:00;1234.56\n"
)


class LedgerTest(CommandTest):
    def setUp(self):
        super().setUp()
        self.table = self.folder / "opening.csv"
        self.ledger = self.folder / "ledger.json"
        self.table.write_text(TABLE, encoding="utf-8")

    def test_what_a_predecessor_left_is_taken_and_shown(self):
        done = run("ledger", "init", self.table, "--rule-book", "any", "-o", self.ledger)
        self.assertEqual(done.code, FINE, done.out + done.err)
        facts = json.loads(self.ledger.read_text(encoding="utf-8"))
        self.assertEqual(facts["documents"][0]["due"], "1234.56")
        self.assertEqual(facts["beneficiaries"][0]["opening"][0]["time"], "5400")
        rest = {key: value for key, value in facts.items() if key != "seal"}
        sealed = json.dumps(rest, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
        self.assertEqual(facts["seal"], hashlib.sha256(sealed).hexdigest())
        shown = run("ledger", "show", self.ledger, "--lang", "en")
        self.assertEqual((shown.code, shown.err), (FINE, ""))
        self.assertIn("opening entries: 1", shown.out)

    def test_an_unknown_member_is_refused(self):
        run("ledger", "init", self.table, "-o", self.ledger)
        facts = json.loads(self.ledger.read_text(encoding="utf-8"))
        facts["other"] = 1
        self.ledger.write_text(json.dumps(facts), encoding="utf-8")
        self.assertEqual(run("ledger", "show", self.ledger).code, ERRORS)

    def test_a_cell_that_is_not_understood_writes_nothing(self):
        self.table.write_text(TABLE.replace("1:30", "90"), encoding="utf-8")
        done = run("ledger", "init", self.table, "-o", self.ledger)
        self.assertEqual(done.code, ERRORS)
        self.assertFalse(self.ledger.exists())
        self.assertIn("ESP-LED-002", done.out + done.err)

    def test_parts_go_to_another_operator_and_come_together_again(self):
        out = self.folder / "out"
        done = run(*bill_arguments(month(), out))
        self.assertIn(done.code, (FINE, ERRORS), done.err)
        whole = out / "ledger.json"
        facts = json.loads(whole.read_text(encoding="utf-8"))
        providers = sorted({one["provider"] for part in facts["beneficiaries"] for one in part["visits"]})
        self.assertGreater(len(providers), 1)
        schema = json.loads((SOURCE / "schemas" / "json" / "ledger-export.schema.json").read_text(encoding="utf-8"))
        parts = []
        for provider in providers:
            part = self.folder / f"{provider}.json"
            done = run("ledger", "export", whole, "--provider", provider, "-o", part, "--format", "json")
            self.assertEqual(done.code, FINE, done.err)
            jsonschema.validate(done.json, schema)
            rows = {row["fact"]: row for row in done.json["facts"]}
            for fact, total in (("beneficiaries", facts["beneficiaries"]), ("documents", facts["documents"])):
                self.assertEqual(rows[fact]["taken"] + rows[fact]["left_out"], len(total))
            self.assertEqual(rows["documents"]["taken"], sum(one["provider"] == provider for one in facts["documents"]))
            parts.append(part)
        merged = self.folder / "merged.json"
        self.assertEqual(run("ledger", "merge", *reversed(parts), "-o", merged).code, FINE)
        facts.get("adjustments", []).sort(key=lambda one: one["provider"])
        self.assertEqual(json.loads(merged.read_text(encoding="utf-8")) | {"seal": ""}, facts | {"seal": ""})

    def test_what_cannot_be_exported_or_merged_writes_nothing(self):
        run("ledger", "init", self.table, "--rule-book", "any", "-o", self.ledger)
        part = self.folder / "part.json"
        done = run("ledger", "export", self.ledger, "--provider", "513", "-o", part, "--format", "json")
        self.assertEqual((done.code, done.codes), (ERRORS, {"ESP-LED-004"}))
        self.table.write_text(TABLE.replace("1:30", "1:31"), encoding="utf-8")
        other = self.folder / "other.json"
        run("ledger", "init", self.table, "--rule-book", "any", "-o", other)
        done = run("ledger", "merge", self.ledger, other, "-o", part)
        self.assertEqual(done.code, ERRORS)
        self.assertIn("ESP-LED-007", done.out + done.err)
        self.assertFalse(part.exists())
        self.expect(UNUSABLE, "ledger", "export", self.ledger, "-o", part)
        self.expect(UNUSABLE, "ledger", "export", self.ledger, "--provider", "512", "--service", "A", "-o", part)
        self.expect(UNUSABLE, "ledger", "show", self.ledger, other)

    def test_a_file_that_is_not_there_and_wrong_use(self):
        self.assertEqual(run("ledger", "init", self.folder / "none.csv", "-o", self.ledger).code, UNUSABLE)
        self.assertEqual(run("ledger", "init", self.table).code, UNUSABLE)
        self.assertEqual(run("ledger", "other", self.table).code, UNUSABLE)


if __name__ == "__main__":
    unittest.main()
