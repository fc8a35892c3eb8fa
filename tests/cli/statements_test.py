"""`esppadom statements`: the balance agrees with what was billed; sealed statements are verified, and tampering is seen."""

import csv
import decimal
import functools
import io
import json
import pathlib
import tempfile
import unittest

from command import ERRORS, FINE, UNUSABLE, CommandTest, bill_arguments, month, run

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

    def test_a_statement_says_what_was_billed(self):
        _, result = billed()
        files = sorted(self.kept().glob("*.json"))
        statements = [json.loads(path.read_text(encoding="utf-8"))["statement"] for path in files]
        lines = [line for one in result["invoices"] if one["type"] == "main" for line in one["lines"]
                 if line["month"] == result["month"]]
        self.assertEqual(sum(D(one["funders"]) for one in statements), sum(D(line["funder_share"]) for line in lines))

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
                      ["statements", "service-fait", "--ledger", billed()[0]], ["statements", "verify"],
                      ["statements", "verify", self.folder / "missing"]):
            self.expect(UNUSABLE, *words)


if __name__ == "__main__":
    unittest.main()
