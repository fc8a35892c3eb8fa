"""`esppadom reconcile`: what the command bills reconciles with itself; an invoice that was altered does not, and both sides
are told."""

import decimal
import functools
import json
import pathlib
import re
import shutil
import tempfile
import unittest

import jsonschema

from command import ERRORS, FINE, SOURCE, UNUSABLE, CommandTest, bill_arguments, month, run

D = decimal.Decimal


@functools.lru_cache(maxsize=None)
def billed():
    holder = tempfile.TemporaryDirectory()
    billed.holder = holder  # removed when the program ends
    out = pathlib.Path(holder.name) / "out"
    done = run(*bill_arguments(month(), out))
    assert done.code in (FINE, ERRORS), done.err
    return out, done.json


def arguments(invoices, *more, rules=True):
    words = ["reconcile", "--orders", month() / "orders", "--deliveries", month() / "deliveries", "--invoices", invoices]
    if rules:
        as_of = bill_arguments(month(), "-")
        words += ["--rules", month() / "rules.json", "--circumstances", month() / "circumstances.json",
                  "--as-of", as_of[as_of.index("--as-of") + 1]]
    return [*words, "--format", "json", *more]


class Reconcile(CommandTest):
    def altered(self, pattern, replacement):
        """A copy of the invoices in which the first place that fits is changed."""
        folder = self.folder / "invoices"
        shutil.copytree(billed()[0] / "invoices", folder)
        for path in sorted(folder.glob("*.xml")):
            text = path.read_text(encoding="utf-8")
            if re.search(pattern, text):
                path.write_text(re.sub(pattern, replacement, text, count=1), encoding="utf-8")
                return folder
        self.fail(f"no invoice holds {pattern}")

    def test_own_invoices_differ_in_nothing(self):
        out, result = billed()
        report = run(*arguments(out / "invoices")).json
        self.assertEqual(report["schema"], "esppadom/reconcile/1")
        self.assertTrue(report["with_rules"])
        wrong = [row for row in report["differences"] if row["check"] not in ("order_unperformed", "not_invoiced")]
        self.assertEqual(wrong, [])
        self.assertEqual(report["total"]["difference"], "0.00")
        schema = json.loads((SOURCE / "schemas" / "json" / "reconcile.schema.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.Draft202012Validator(schema).validate(report)
        invoiced = sum(D(one["total"]) * (-1 if one["type"] == "credit_note" else 1) for one in result["invoices"])
        self.assertEqual(D(report["total"]["stated_amount"]), invoiced)

    def test_sums_add_up_whatever_the_group(self):
        for by in ("provider", "funder", "service", "month", "beneficiary"):
            report = run(*arguments(billed()[0] / "invoices", "--by", by)).json
            self.assertEqual(report["by"], by)
            for key in ("stated_amount", "expected_amount", "difference"):
                self.assertEqual(sum(D(one[key]) for one in report["sums"]), D(report["total"][key]), by)
            for key in ("lines", "differences"):
                self.assertEqual(sum(one[key] for one in report["sums"]), report["total"][key], by)

    def test_an_amount_that_was_altered_is_found_with_both_sides(self):
        folder = self.altered(r"(IILTradeSettlementMonetarySummation>\s*<[^>]*LineTotalAmount[^>]*>)(\d+)\.(\d\d)<", r"\g<1>9\g<2>.\g<3><")
        done = self.expect(ERRORS, *arguments(folder))
        rows = [row for row in done.json["differences"] if row["check"] == "amount"]
        self.assertEqual(len(rows), 1)
        self.assertEqual(D(rows[0]["stated_amount"]) - D(rows[0]["expected_amount"]), D(rows[0]["difference"]))
        self.assertIn("ESP-REC-030", done.codes)
        self.assertEqual(done.json["total"]["difference"], rows[0]["difference"])

    def test_an_invoice_given_under_a_second_number_is_billed_twice(self):
        folder = self.folder / "invoices"
        shutil.copytree(billed()[0] / "invoices", folder)
        first = sorted(folder.glob("FACT*.xml"))[0]
        text = first.read_text(encoding="utf-8")
        (folder / "again.xml").write_text(text.replace(f">{first.stem}<", ">AGAIN-1<"), encoding="utf-8")
        done = self.expect(ERRORS, *arguments(folder))
        self.assertTrue({"ESP-REC-024", "ESP-REC-030"} <= done.codes)
        self.assertIn("billed_twice", {row["reason"] for row in done.json["differences"]})

    def test_without_rules_what_needs_none_is_checked(self):
        report = run(*arguments(billed()[0] / "invoices", rules=False)).json
        self.assertFalse(report["with_rules"])
        self.assertIsNone(report["total"]["expected_amount"])
        folder = self.altered(r"(DespatchAdviceReferenced\w+>\s*<[^>]*IssuerAssignedID[^>]*>)[^<]+<", r"\g<1>NOBODY-1<")
        self.assertIn("ESP-REC-020", self.expect(ERRORS, *arguments(folder, rules=False)).codes)

    def test_what_is_not_asked_for_is_left_out_and_told(self):
        report = run(*arguments(billed()[0] / "invoices", "--provider", "NOBODY")).json
        self.assertEqual((report["total"]["lines"], report["sums"]), (0, []))
        self.assertEqual([one["reason"] for one in report["left_out"]], ["outside_filter"])

    def test_text_and_csv(self):
        words = arguments(billed()[0] / "invoices")
        words = words[:words.index("--format")]
        self.assertIn("Sommes", run(*words, "--lang", "fr").out)
        table = run(*words, "--format", "csv").out.split("\r\n")
        self.assertTrue(table[0].startswith("check,reason,document,line,month,provider,payer,beneficiary"))
        self.assertNotIn("\n", table[0])

    def test_wrong_use(self):
        self.expect(UNUSABLE, "reconcile")
        self.expect(UNUSABLE, "reconcile", "--invoices", self.folder / "missing.xml")
        self.expect(UNUSABLE, *arguments(billed()[0] / "invoices", "--by", "weather"))
        self.expect(UNUSABLE, *arguments(billed()[0] / "invoices", "--from", "2026-13"))


if __name__ == "__main__":
    unittest.main()
