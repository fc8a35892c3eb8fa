"""Billing, correction rates and the national scale in Python: the same bytes as the command."""

import datetime
import json
import pathlib
import tempfile
import unittest
from decimal import Decimal
from fractions import Fraction

from support import SAMPLE, SOURCE, command, month

import esppadom


def facts():
    return json.loads((month() / "month.json").read_text(encoding="utf-8"))


def billed(**more):
    asked = dict(
        orders=month() / "orders",
        deliveries=month() / "deliveries",
        rules=month() / "rules.json",
        circumstances=month() / "circumstances.json",
        month=facts()["month"],
        as_of=datetime.date.fromisoformat(facts()["as_of"]),
    )
    asked.update(more)
    return esppadom.bill(**asked)


class BillTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(holder.cleanup)
        cls.out = pathlib.Path(holder.name) / "out"
        cls.told = command(
            "bill", "--rules", month() / "rules.json", "--orders", month() / "orders", "--deliveries",
            month() / "deliveries", "--circumstances", month() / "circumstances.json", "--month", facts()["month"],
            "--as-of", facts()["as_of"], "--out", cls.out, "--format", "json", "--lang", "en",
        )  # fmt: skip

    def test_bills_to_the_same_bytes_as_the_command(self):
        result = billed()
        self.assertEqual(result.to_json(), self.told.decode())
        self.assertEqual(result.ledger, (self.out / "ledger.json").read_text(encoding="utf-8"))
        invoices = {one.invoice_id: one for one in result.invoices}
        files = sorted((self.out / "invoices").glob("*.xml"))
        self.assertEqual(len(files), len(invoices))
        for path in files:
            one = next(iter(esppadom.read(path)))
            self.assertEqual(esppadom.write(invoices[one.invoice_id]), path.read_bytes())

    def test_typed_messages_give_the_same_bill_as_files(self):
        orders = list(esppadom.read(month() / "orders"))
        deliveries = esppadom.read(month() / "deliveries")
        told = json.loads(billed(orders=orders, deliveries=deliveries).to_json())
        wanted = json.loads(self.told)
        for key in ("invoices", "beneficiary_invoices", "unbilled", "smoothing", "correction_rate"):
            self.assertEqual(told[key], wanted[key], key)

    def test_a_second_run_with_the_ledger_emits_nothing(self):
        result = billed()
        again = billed(ledger=result.ledger)
        self.assertEqual(again.invoices, [])
        self.assertEqual(again.ledger, result.ledger)

    def test_circumstances_that_cannot_be_meant_are_told_once(self):
        given = esppadom.Circumstances.from_json(
            '{"absences": [{"beneficiary": "B", "from": "2026-10-05", "to": "2026-10-01"},'
            ' {"beneficiary": "B", "from": "2026-10-05", "to": "2026-10-05"}]}')
        told = [one.path for one in billed(circumstances=given).findings if one.code.startswith("ESP-CIR")]
        self.assertEqual(told, ["/absences/0"])

    def test_an_edit_changes_the_bill(self):
        visits = list(esppadom.read(month() / "deliveries"))
        whole = sum(one.grand_total.value * one.sign for one in billed(deliveries=visits).invoices)
        half = sum(one.grand_total.value * one.sign for one in billed(deliveries=visits[: len(visits) // 2]).invoices)
        self.assertIsInstance(whole, Decimal)
        self.assertLess(half, whole)

    def test_no_month_is_complete_when_a_file_could_not_be_read(self):
        """A visit that was left out must not look like one that no longer exists."""
        with tempfile.TemporaryDirectory() as folder:
            broken = pathlib.Path(folder) / "broken.xml"
            broken.write_text("<broken", encoding="utf-8")
            deliveries = [month() / "deliveries", broken]
            self.assertTrue(billed(deliveries=deliveries).invoices)
            with self.assertRaises(esppadom.Error) as caught:
                billed(deliveries=deliveries, complete_for="SAAD01")
            self.assertEqual(caught.exception.reason, "unreadable")
        self.assertTrue(billed(complete_for="SAAD01").invoices)

    def test_a_provider_that_nothing_names_is_told(self):
        for field in ("complete_for", "validated"):
            for name, places in (("SAAD01", []), ("SAAD-01", [f"{field}[0]"])):
                told = [one.path for one in billed(**{field: name}).findings if one.code == "ESP-BIL-110"]
                self.assertEqual(told, places, (field, name))

    def test_rules_say_what_is_asked_and_not_in_the_book(self):
        book = esppadom.load_rules(month() / "rules.json")
        shown = json.loads(book.show(datetime.date(2026, 10, 1), departement="00"))
        self.assertEqual([one["code"] for one in shown["findings"]], ["ESP-RUL-060"])

    def test_invoices_are_refused_as_input(self):
        with self.assertRaises(TypeError):
            billed(deliveries=billed().invoices)

    def test_data_and_findings(self):
        result = billed()
        self.assertEqual(result.data["month"], facts()["month"])
        self.assertIsInstance(result.findings, list)


class RulesTest(unittest.TestCase):
    def test_loads_shows_and_writes(self):
        book = esppadom.load_rules(month() / "rules.json")
        again = esppadom.RuleBook(book.to_json())
        self.assertEqual(again.to_json(), book.to_json())
        shown = json.loads(book.show(datetime.date.fromisoformat(facts()["as_of"])))
        wanted = command("rules", "show", month() / "rules.json", "--at", facts()["as_of"], "--format", "json")
        self.assertEqual(shown, json.loads(wanted))

    def test_an_error_carries_code_path_and_line(self):
        with self.assertRaises(esppadom.Error) as raised:
            esppadom.RuleBook('{"rule_set":\n {"nonsense": 1}}', name="mine.json")
        error = raised.exception
        self.assertRegex(error.code, r"^ESP-")
        self.assertEqual((error.file, error.line), ("mine.json", 2))
        self.assertIn("nonsense", error.path)
        self.assertTrue(error.message_fr)
        self.assertIn("mine.json:2", str(error))

    def test_rules_may_be_a_dict(self):
        rules = json.loads((month() / "rules.json").read_text(encoding="utf-8"))
        self.assertEqual(esppadom.load_rules(rules).to_json(), esppadom.load_rules(month() / "rules.json").to_json())

    def test_every_example_rule_file_loads(self):
        for path in sorted((SOURCE / "examples" / "rules").glob("*.json")):
            with self.subTest(path.name):
                self.assertTrue(esppadom.load_rules(path).id is not None)


class RateTest(unittest.TestCase):
    def test_rates_as_the_command_does(self):
        for by in ("provider", "beneficiary", "caregiver", "service"):
            for unit in ("intervention", "stamp", "minutes"):
                told = esppadom.correction_rate(SAMPLE, by=by, unit=unit)
                wanted = command("correction-rate", SAMPLE, "--by", by, "--unit", unit, "--format", "json", "--lang", "en")
                self.assertEqual(told.to_json(), wanted.decode(), (by, unit))
        self.assertEqual(told.to_csv().encode(), command("correction-rate", SAMPLE, "--by", by, "--unit", unit, "--format", "csv"))

    def test_rates_of_messages(self):
        told = esppadom.correction_rate(esppadom.read(SAMPLE))
        self.assertEqual(told.data["total"], {"interventions": 72, "corrected": 18, "rate_pct": "25.00"} | told.data["total"])
        self.assertEqual(told.data["total"]["corrected"], 18)


class ApaTest(unittest.TestCase):
    def test_the_example_of_2026(self):
        share = esppadom.apa_participation(datetime.date(2026, 5, 1), gir=3, plan=1000, resources=Decimal("1500"))
        self.assertEqual(share.apa_paid, Decimal("863.81"))
        self.assertEqual(share.participation, share.rate * Fraction(share.accepted))
        self.assertEqual(
            share.json.encode(),
            command("apa", "--date", "2026-05-01", "--gir", 3, "--plan", "1000", "--resources", "1500", "--format", "json"),
        )
        with self.assertRaises(esppadom.Error) as raised:
            esppadom.apa_participation(datetime.date(2026, 5, 1), gir=5, plan=1000, resources=1)
        self.assertEqual(raised.exception.reason, "out_of_range")


if __name__ == "__main__":
    unittest.main()
