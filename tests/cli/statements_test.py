"""`esppadom statements`: the balance agrees with what was billed; sealed statements are verified, and tampering is seen."""

import csv
import decimal
import functools
import io
import json
import pathlib
import tempfile
import unittest

import jsonschema
import lxml.html

from command import ERRORS, FINE, SOURCE, UNUSABLE, CommandTest, bill_arguments, month, run, write

D = decimal.Decimal


@functools.lru_cache(maxsize=None)
def billed():
    holder = tempfile.TemporaryDirectory()
    billed.holder = holder  # removed when the program ends
    out = pathlib.Path(holder.name) / "out"
    done = run(*bill_arguments(month(), out))
    assert done.code in (FINE, ERRORS), done.err
    return out / "ledger.json", done.json


class Statements(CommandTest):
    def kept(self):
        billed_month = billed()[1]["month"]
        self.expect(FINE, "statements", "service-fait", "--ledger", billed()[0], "--from", billed_month, "--out",
                    self.folder / "kept", "--keep-years", "10")
        return self.folder / "kept"

    def test_the_balance_is_that_of_the_documents(self):
        ledger, result = billed()
        done = self.expect(FINE, "statements", "trial-balance", "--ledger", ledger, "--format", "csv")
        rows = list(csv.DictReader(io.StringIO(done.out, newline="")))
        invoiced = sum(D(one["total"]) for one in result["invoices"] if one["type"] != "credit_note")
        self.assertEqual(sum(D(row["invoiced"]) for row in rows), invoiced)
        self.assertEqual({row["control"] for row in rows}, {"0.00"})

    def test_a_month_in_which_nothing_was_billed_is_named(self):
        ledger, result = billed()
        asked = ["statements", "trial-balance", "--ledger", ledger, "--from", "2026-01", "--to", result["month"]]
        told = self.expect(FINE, *asked, "--format", "json").json
        months = {row["period"] for row in told["rows"]}
        self.assertEqual(set(told["months_without_documents"]) | months, {f"2026-{one:02d}" for one in range(1, int(result["month"][5:]) + 1)})
        self.assertEqual(set(told["months_without_documents"]) & months, set())
        self.assertIn("2026-01", self.expect(FINE, *asked).out)

    def test_a_contract_over_the_ledger(self):
        ledger, result = billed()
        rules = json.loads((month() / "rules.json").read_text(encoding="utf-8"))
        first = rules["rule_sets"][0] if "rule_sets" in rules else rules["rule_set"]
        provider = result["invoices"][0]["provider"]
        own = {"id": "contract", "version": 1, "valid_from": "2026-01-01", "valid_to": None,
               "scope": {"level": "provider", "provider": provider},
               "cpom": {"objectives": [{"name": "all", "services": [], "unit_amount": "3.00"}],
                        "advances": [{"month": result["month"], "amount": "100.00"}],
                        "envelope": {"amount": "1000000.00", "flexibility_pct": 5}}}
        sets = rules.get("rule_sets") or [rules["rule_set"]]
        book = {"id": rules.get("id") or first["id"], "rule_sets": sets + [own]}
        path = write(self.folder / "rules.json", json.dumps(book))
        arguments = ["statements", "cpom", "--ledger", ledger, "--rules", path, "--provider", provider]
        done = run(*arguments, "--format", "json")
        self.assertIn(done.code, (FINE, ERRORS), done.out + done.err)
        schema = json.loads((SOURCE / "schemas" / "json" / "cpom.schema.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        self.assertEqual([one.message for one in jsonschema.Draft202012Validator(schema).iter_errors(done.json)], [])
        (contract,) = done.json["contracts"]
        invoiced = sum(D(line["funder_share"]) * (-1 if one["type"] == "credit_note" else 1)
                       for one in result["invoices"] if one["provider"] == provider
                       for line in one["lines"] if line["month"] == result["month"])
        self.assertEqual(D(contract["billed_amount"]), invoiced)
        self.assertEqual(D(contract["balance"]), D(contract["objectives_amount"]) - 100)
        self.assertEqual(contract["position"], "below")
        rows = list(csv.DictReader(io.StringIO(self.expect(FINE, *arguments, "--format", "csv").out, newline="")))
        self.assertEqual([row["billed_amount"] for row in rows], [row["billed_amount"] for row in done.json["rows"]])
        self.assertIn("1000000", self.expect(FINE, *arguments).out.replace(",", "").replace("\u202f", ""))

    def test_a_statement_says_what_was_billed(self):
        _, result = billed()
        files = sorted(self.kept().glob("*.json"))
        statements = [json.loads(path.read_text(encoding="utf-8"))["statement"] for path in files]
        lines = [line for one in result["invoices"] if one["type"] == "main" for line in one["lines"]
                 if line["month"] == result["month"]]
        self.assertEqual(sum(D(one["funders"]) for one in statements), sum(D(line["funder_share"]) for line in lines))

    def test_kept_documents_follow_their_schema(self):
        schema = json.loads((SOURCE / "schemas" / "json" / "service-fait.schema.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        files = sorted(self.kept().glob("*.json"))
        self.assertTrue(files)
        for path in files:
            document = json.loads(path.read_text(encoding="utf-8"))
            self.assertEqual([one.message for one in validator.iter_errors(document)], [])
            self.assertEqual(document["statement"]["keep_until"], f"{int(document['statement']['month'][:4]) + 10}-12-31")

    def test_pages_show_what_is_kept(self):
        """The same JSON, and a page beside it that loads nothing; verification looks at the JSON alone."""
        plain = {path.name: path.read_bytes() for path in self.kept().iterdir()}
        folder = self.folder / "pages"
        self.expect(FINE, "statements", "service-fait", "--ledger", billed()[0], "--from", billed()[1]["month"], "--out",
                    folder, "--keep-years", "10", "--format", "html", "--lang", "fr")
        self.assertEqual({path.name: path.read_bytes() for path in folder.glob("*.json")}, plain)
        self.expect(FINE, "statements", "verify", folder)
        for path in folder.glob("*.json"):
            document = json.loads(path.read_text(encoding="utf-8"))
            page = path.with_suffix(".html").read_text(encoding="utf-8")
            tree = lxml.html.fromstring(page)
            self.assertEqual(tree.get("lang"), "fr")
            self.assertEqual(tree.xpath("//script|//img|//link|//@href|//@src"), [])
            visits, lines = tree.xpath("//table")
            named = [row.xpath("string(td[1])") for row in visits.xpath("tbody/tr")]
            if document["statement"]["visits"]:
                self.assertEqual(named, [one["delivery"] for one in document["statement"]["visits"]])
            self.assertEqual(len(lines.xpath("tbody/tr")), len(document["statement"]["lines"]))
            self.assertEqual(tree.xpath("string(//code[1])"), document["seal"])
            self.assertIn("31/12/", tree.text_content())

    def test_tampering_is_seen(self):
        folder = self.kept()
        self.expect(FINE, "statements", "verify", folder)
        path = sorted(folder.glob("*.json"))[0]
        good = path.read_text(encoding="utf-8")
        for old, new in (('"funders":"', '"funders":"9'), ("\n", ""), ('"visits":[', '"visits": [')):
            path.write_text(good.replace(old, new, 1), encoding="utf-8")
            done = self.expect(ERRORS, "statements", "verify", folder, "--format", "json")
            self.assertTrue(done.codes & {"ESP-SFT-001", "ESP-SFT-002"}, done.codes)

    def test_wrong_use(self):
        for words in (["statements"], ["statements", "weather"], ["statements", "trial-balance"],
                      ["statements", "service-fait", "--ledger", billed()[0], "--from", "2026-10", "--out",
                       self.folder / "x", "--format", "csv"],
                      ["statements", "cpom", "--ledger", billed()[0]],
                      ["statements", "service-fait", "--ledger", billed()[0]], ["statements", "verify"],
                      ["statements", "verify", self.folder / "missing"]):
            self.expect(UNUSABLE, *words)


if __name__ == "__main__":
    unittest.main()
