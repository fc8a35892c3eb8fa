"""`bill` end to end on the example month: what it writes, the laws of the ledger, the summary in both languages."""

import json
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest
from decimal import Decimal

from command import ERRORS, FINE, SOURCE, CommandTest, bill_arguments, files_below, month, run


def bill(out, folder=None, **changes):
    done = run(*bill_arguments(folder or month(), out, **changes))
    assert done.code in (FINE, ERRORS), done.err
    return done


class Result(CommandTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(holder.cleanup)
        cls.out = pathlib.Path(holder.name) / "out"
        cls.done = bill(cls.out)
        cls.report = cls.done.json

    def test_files(self):
        names = files_below(self.out)
        invoices = sorted(f"invoices/{invoice['id']}.xml" for invoice in self.report["invoices"])
        self.assertTrue(invoices)
        self.assertEqual(names, sorted(["bill.json", "ledger.json", *invoices]))
        self.assertEqual((self.out / "bill.json").read_text(encoding="utf-8"), self.done.out)

    def test_keys(self):
        report = self.report
        self.assertEqual((report["schema"], report["stage"]), ("esppadom/bill/1", "final"))
        self.assertEqual(report["month"], "2026-10")
        self.assertEqual(report["issued_at"], report["as_of"] + "T00:00:00")
        for rule_set in report["rule_sets"]:
            self.assertEqual(set(rule_set), {"id", "version", "sha256"})
            self.assertRegex(rule_set["sha256"], r"^[0-9a-f]{64}$")
        wanted = {"month", "beneficiary", "order_line", "service", "deliveries", "billed_seconds", "unit_price", "surcharges",
                  "gross", "participation", "funder_share", "beneficiary_share"}
        for invoice in report["invoices"]:
            self.assertTrue({"id", "type", "month", "provider", "funder", "total", "lines"} <= set(invoice))
            self.assertIn(invoice["type"], ("main", "complementary", "credit_note"))
            self.assertRegex(invoice["total"], r"^-?\d+\.\d\d$")
            for line in invoice["lines"]:
                self.assertTrue(wanted <= set(line), wanted - set(line))
                self.assertIsInstance(line["billed_seconds"], int)
        for row in report["smoothing"]:
            self.assertTrue({"beneficiary", "pool", "month", "plan_seconds", "own", "carried", "excess", "lots"} <= set(row))
            self.assertIsInstance(row["own"], int)
        for row in report["unbilled"]:
            self.assertTrue({"delivery", "reason", "amount_at_stake"} <= set(row))
        self.assertEqual(report["correction_rate"]["population"], "invoiced")
        self.assertTrue({"total", "rows"} <= set(report["correction_rate"]))

    def test_amounts_add_up(self):
        funders = {}
        for invoice in self.report["invoices"]:
            self.assertEqual(sum(Decimal(line["funder_share"]) for line in invoice["lines"]), Decimal(invoice["total"]))
            sign = -1 if invoice["type"] == "credit_note" else 1
            funders[invoice["funder"]] = funders.get(invoice["funder"], 0) + sign * Decimal(invoice["total"])
        summary = self.report["summary"]
        self.assertEqual({row["funder"]: Decimal(row["total"]) for row in summary["funders"]}, funders)
        beneficiaries = sum(Decimal(invoice["total"]) for invoice in self.report["beneficiary_invoices"])
        self.assertEqual(Decimal(summary["beneficiaries"]), beneficiaries)
        at_stake = sum(Decimal(row["amount_at_stake"] or 0) for row in self.report["unbilled"])
        self.assertEqual(sum(Decimal(row["at_stake"]) for row in summary["unbilled"]), at_stake)
        self.assertEqual(sum(row["count"] for row in summary["unbilled"]), len(self.report["unbilled"]))

    def test_every_visit_is_billed_or_listed(self):
        read = set()
        for path in (month() / "deliveries").glob("*.xml"):
            for message in path.read_text(encoding="utf-8").split("DespatchAdvice>"):
                if ">HOR<" in message:
                    continue  # raw stamps go into the visit they belong to
                document = r"<\w+:CIDDHExchangedDocument>.*?<\w+:ID[^>]*>([^<]+)<"
                read |= set(re.findall(document, message, re.DOTALL))
        self.assertTrue(read)
        told = {delivery for invoice in self.report["invoices"] for line in invoice["lines"] for delivery in line["deliveries"]}
        told |= {d for invoice in self.report["beneficiary_invoices"] for line in invoice["lines"] for d in line["deliveries"]}
        told |= {row["delivery"] for row in self.report["unbilled"]}
        self.assertEqual(read - told, set())

    def test_circumstances_find_their_visits(self):
        unmatched = [row["message"] for row in self.report["findings"] if row["code"] == "ESP-BIL-024"]
        self.assertEqual([text for text in unmatched if "corrections" in text], [])

    def test_arrays_are_sorted(self):
        ids = [(row["month"], row["provider"], row["delivery"]) for row in self.report["unbilled"]]
        self.assertEqual(ids, sorted(ids))
        rows = [(row["beneficiary"], row["pool"], row["month"]) for row in self.report["smoothing"]]
        self.assertEqual(rows, sorted(rows))

    def test_invoices_are_read_again(self):
        done = run("validate", self.out / "invoices", "--format", "json")
        self.assertEqual(done.code, FINE, done.out[:3000])
        self.assertEqual({file["message"] for file in done.json["files"]}, {"invoice"})
        for path in (self.out / "invoices").glob("*.xml"):
            subprocess.run(["xmllint", "--noout", str(path)], check=True)

    def test_no_person_is_named(self):
        names = set()
        for path in (month() / "orders").glob("*.xml"):
            names |= set(re.findall(r"LastName>([^<]{5,})<", path.read_text(encoding="utf-8")))
        self.assertTrue(names)
        text = bill(self.folder / "again", **{"--format": "text"}).out
        for name in names:
            self.assertNotRegex(text.lower(), rf"\b{re.escape(name.lower())}\b")

    def test_summary_in_both_languages(self):
        english = bill(self.folder / "en", **{"--format": "text"})
        french = bill(self.folder / "fr", **{"--format": "text", "--lang": "fr"})
        self.assertEqual(english.err + french.err, "")
        for words in ("Billing of October 2026", "Who pays", "Not billed, and why", "Correction rate", "Findings", "€"):
            self.assertIn(words, english.out)
        for words in ("Facturation : octobre 2026", "Qui paie", "Non facturé, et pourquoi", "Taux de correction", "Constats"):
            self.assertIn(words, french.out)
        self.assertRegex(french.out, r"\d,\d\d €")


class Laws(CommandTest):
    def test_same_input_same_bytes(self):
        first, second = self.folder / "a", self.folder / "b"
        self.assertEqual(bill(first).out, bill(second).out)
        self.assertEqual(files_below(first), files_below(second))
        for name in files_below(first):
            self.assertEqual((first / name).read_bytes(), (second / name).read_bytes(), name)

    def test_a_second_run_with_the_ledger_emits_nothing(self):
        bill(self.folder / "a")
        again = bill(self.folder / "b", **{"--ledger": self.folder / "a" / "ledger.json"}).json
        self.assertEqual(again["invoices"], [])
        self.assertEqual(again["beneficiary_invoices"], [])
        self.assertEqual((self.folder / "a" / "ledger.json").read_bytes(), (self.folder / "b" / "ledger.json").read_bytes())

    def test_the_order_of_files_does_not_matter(self):
        renamed = self.folder / "deliveries"
        renamed.mkdir()
        for number, path in enumerate(sorted((month() / "deliveries").glob("*.xml"), reverse=True)):
            shutil.copy(path, renamed / f"{number:04}.xml")
        first = bill(self.folder / "a").json
        second = bill(self.folder / "b", **{"--deliveries": renamed}).json
        for part in ("invoices", "beneficiary_invoices", "smoothing", "unbilled", "correction_rate", "summary"):
            self.assertEqual(first[part], second[part], part)

    def test_two_months_with_what_came_late(self):
        bill(self.folder / "first", folder=month() / "previous")
        second = bill(self.folder / "second", **{"--ledger": self.folder / "first" / "ledger.json"}).json
        self.assertTrue({invoice["type"] for invoice in second["invoices"]} >= {"main", "complementary"})
        ids = {invoice["id"] for invoice in second["invoices"]}
        first = json.loads((self.folder / "first" / "bill.json").read_text(encoding="utf-8"))
        self.assertFalse(ids & {invoice["id"] for invoice in first["invoices"]})

    def test_a_pro_forma_changes_no_ledger(self):
        bill(self.folder / "first", folder=month() / "previous")
        ledger = self.folder / "first" / "ledger.json"
        shown = bill(self.folder / "shown", **{"--ledger": ledger, "--stage": "pro_forma"}).json
        self.assertEqual({invoice["type"] for invoice in shown["invoices"]}, {"pro_forma"})
        self.assertEqual((self.folder / "shown" / "ledger.json").read_bytes(), ledger.read_bytes())

    def test_issue_time_and_transaction(self):
        report = bill(self.folder / "a", **{"--issued-at": "2026-11-12T08:30:00", "--transaction": "LOT-7"}).json
        self.assertEqual((report["issued_at"], report["transaction_id"]), ("2026-11-12T08:30:00", "LOT-7"))
        path = self.folder / "a" / "invoices" / (report["invoices"][0]["id"] + ".xml")
        self.assertIn("LOT-7", path.read_text(encoding="utf-8"))


class Compared(CommandTest):
    """--compare: the same month under other rules."""

    def owed(self, report):
        summary = report["summary"]
        return sum(Decimal(row["total"]) for row in summary["funders"]), Decimal(summary["beneficiaries"])

    def test_both_sides_are_what_a_run_of_their_own_gives(self):
        rules = SOURCE / "examples" / "rules"
        arguments = {"--rules": rules / "departement.json"}
        compared = bill(self.folder / "a", **{"--compare": rules / "quarter-hour.json"}, **arguments).json["comparison"]
        ours = bill(self.folder / "b", **arguments).json
        other = bill(self.folder / "c", **{"--rules": rules / "quarter-hour.json"}).json
        for side, report in (("ours", ours), ("other", other)):
            figures = compared[side]
            self.assertEqual((Decimal(figures["funders"]) + Decimal(figures["adjustments"]), Decimal(figures["beneficiaries"])),
                             self.owed(report))
            self.assertEqual(figures["unbilled"], len(report["unbilled"]))
            self.assertEqual(figures["used"], report["summary"]["hours"]["used"])
        for key in ("funders", "beneficiaries", "at_stake"):
            difference = Decimal(compared["difference"][key])
            self.assertEqual(difference, Decimal(compared["other"][key]) - Decimal(compared["ours"][key]))
            self.assertEqual(difference, sum(Decimal(family["step"][key]) for family in compared["families"]))
        self.assertNotEqual(Decimal(compared["difference"]["funders"]), 0)
        for rows in ("beneficiaries", "funders", "providers"):
            self.assertEqual(sum(Decimal(row["difference"]["funders"]) for row in compared[rows]),
                             Decimal(compared["difference"]["funders"]), rows)
        keys = {key["key"]: key for family in compared["families"] for key in family["keys"]}
        self.assertEqual([one["value"] for one in keys["duration.rounding.step_min"]["ours"]], [15, 5])
        self.assertEqual([one["value"] for one in keys["duration.rounding.step_min"]["other"]], [15])
        self.assertEqual(keys["duration.rounding.step_min"]["unit"], "min")

    def test_comparing_changes_nothing_else(self):
        rules = SOURCE / "examples" / "rules"
        plain = bill(self.folder / "plain")
        compared = bill(self.folder / "compared", **{"--compare": rules / "quarter-hour.json"})
        with_it = compared.json
        del with_it["comparison"]
        self.assertEqual(with_it, plain.json)
        self.assertEqual(files_below(self.folder / "plain"), files_below(self.folder / "compared"))
        for name in files_below(self.folder / "plain"):
            if name != "bill.json":
                self.assertEqual((self.folder / "plain" / name).read_bytes(), (self.folder / "compared" / name).read_bytes())

    def test_text_in_both_languages(self):
        other = SOURCE / "examples" / "rules" / "quarter-hour.json"
        options = {"--compare": other, "--format": "text"}
        english = bill(self.folder / "en", **options).out
        french = bill(self.folder / "fr", **options, **{"--lang": "fr"}).out
        for words in ("What if", "By rule", "By beneficiary"):
            self.assertIn(words, english)
        for words in ("Simulation", "Par règle", "Par bénéficiaire"):
            self.assertIn(words, french)

    def test_rules_that_cannot_be_read_stop_the_run(self):
        broken = self.folder / "broken.json"
        broken.write_text('{"rule_set": {"id": "x", "version": 1, "durations": {}}}', encoding="utf-8")
        done = run(*bill_arguments(month(), self.folder / "out", **{"--compare": broken}))
        self.assertNotEqual(done.code, FINE)
        self.assertFalse((self.folder / "out").exists())

if __name__ == "__main__":
    unittest.main()
