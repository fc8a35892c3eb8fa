"""Statistics, reconciliation, statements, what if and reports in Python: the same bytes as the command, typed rows."""

import datetime
import json
import pathlib
import tempfile
import unittest
from decimal import Decimal

import jsonschema
from support import SAMPLE, SOURCE, command, month

import esppadom


def inputs():
    return {name: month() / name for name in ("orders", "deliveries")} | {
        "rules": month() / "rules.json",
        "circumstances": month() / "circumstances.json",
    }


def options():
    return [word for name, path in inputs().items() for word in (f"--{name}", path)]


def run():
    facts = json.loads((month() / "month.json").read_text(encoding="utf-8"))
    return {"month": facts["month"], "as_of": datetime.date.fromisoformat(facts["as_of"])}


def run_options():
    return ["--month", run()["month"], "--as-of", run()["as_of"]]


class OversightTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(holder.cleanup)
        cls.folder = pathlib.Path(holder.name)
        cls.bill = esppadom.bill(**inputs(), **run())
        command("bill", *options(), *run_options(), "--out", cls.folder / "bill")
        cls.invoices = cls.folder / "bill" / "invoices"
        cls.ledger = cls.folder / "bill" / "ledger.json"

    def test_statistics_say_what_the_command_says(self):
        for of, more, said in (
            ("hours_by_provider", [], {}),
            ("profiles", ["--period", "window", "--to", "2026-10"], {"period": "window", "last": "2026-10"}),
            ("absences", [], {}),
            ("alerts", ["--now", "2026-10-05T10:00"], {"now": datetime.datetime(2026, 10, 5, 10)}),
        ):
            told = esppadom.statistics(of, **inputs(), **said)
            wanted = command("statistics", "--of", of, *options(), *more, "--format", "json", "--lang", "en")
            self.assertEqual(told.to_json(), wanted.decode(), of)
            self.assertEqual(len(told.rows), len(told.data["rows"]))
        wanted = command("statistics", "--of", of, *options(), *more, "--format", "csv")
        self.assertEqual(told.to_csv().encode(), wanted)

    def test_rows_hold_values_of_python(self):
        table = esppadom.statistics("hours_by_provider", ledger=self.bill.ledger, rules=month() / "rules.json")
        row = table.rows[0]
        self.assertEqual((table.of, table.first), ("hours_by_provider", row["period"]))
        self.assertIsInstance(row["funder_amount"], Decimal)
        self.assertIsInstance(row["performed_seconds"], int)
        self.assertIsNone(row["caregiver"])
        told = table.data["rows"][0]
        self.assertEqual({key: str(row[key]) for key in ("provider", "visits", "funder_amount")},
                         {key: str(told[key]) for key in ("provider", "visits", "funder_amount")})

    def test_reconciliation_finds_the_altered_invoice(self):
        asked = {**inputs(), "by": "beneficiary"}
        told = esppadom.reconcile(self.invoices, **asked)
        wanted = command("reconcile", *options(), "--invoices", self.invoices, "--by", "beneficiary", "--format", "json", "--lang", "en")
        self.assertEqual(told.to_json(), wanted.decode())
        invoices = list(esppadom.read(self.invoices))
        before = esppadom.reconcile(invoices, **asked).total["difference"]
        invoices[0].lines[0].funder_share.value += Decimal("1.00")
        after = esppadom.reconcile(invoices, **asked).total["difference"]
        self.assertEqual(abs(after - before), Decimal("1.00"))
        self.assertFalse(esppadom.reconcile(invoices, orders=month() / "orders", deliveries=month() / "deliveries").with_rules)

    def test_the_trial_balance_is_that_of_the_command(self):
        for ledger in (self.ledger, self.bill.ledger):
            balance = esppadom.trial_balance(ledger)
            self.assertTrue(balance.balanced)
            self.assertEqual(balance.to_csv().encode(), command("statements", "trial-balance", "--ledger", self.ledger, "--format", "csv"))
        self.assertEqual(sum(row["control"] for row in balance.rows), Decimal("0.00"))
        schema = json.loads((SOURCE / "schemas" / "json" / "trial-balance.schema.json").read_text(encoding="utf-8"))
        told = json.loads(balance.to_json())
        jsonschema.Draft202012Validator(schema).validate(told)
        for wrong in ({**told, "more": 1}, {**told, "balanced": "yes"}, {**told, "rows": [{**told["rows"][0], "due": "1"}]}):
            with self.assertRaises(jsonschema.ValidationError):
                jsonschema.Draft202012Validator(schema).validate(wrong)
        altered = json.loads(self.bill.ledger)
        del altered["seal"]
        line = next(one for part in altered["beneficiaries"] for one in part["lines"] if one["payer"])
        line["share"] = str(Decimal(line["share"]) + 1)
        self.assertFalse(esppadom.trial_balance(json.dumps(altered)).balanced)

    def test_statements_are_sealed_chained_and_verified(self):
        folder = self.folder / "statements"
        command("statements", "service-fait", "--ledger", self.ledger, "--from", "2026-10", "--to", "2026-11", "--out", folder)
        both, found = esppadom.service_fait(self.ledger, "2026-10", "2026-11")
        self.assertEqual({one.json for one in both}, {path.read_text(encoding="utf-8") for path in folder.glob("*.json")})
        self.assertFalse([one for one in found if one.severity == "error"])
        self.assertEqual(esppadom.verify(folder), [])
        october = {one.beneficiary: one.json for one in both if one.month == "2026-10"}
        november, _ = esppadom.service_fait(self.ledger, "2026-11", before=october)
        self.assertEqual([one.seal for one in november], [one.seal for one in both if one.month == "2026-11"])
        who = november[0].beneficiary
        _, found = esppadom.service_fait(self.ledger, "2026-11", beneficiary=who, before={who: october[who][:-2]})
        self.assertTrue(found)
        self.assertTrue(esppadom.verify({"a": october[who].replace("2026-10", "2026-12")}))
        self.assertTrue(esppadom.verify({"a": october[who]}, head="0" * 64))

    def test_pages_of_statements(self):
        folder = self.folder / "pages"
        command("--lang", "en", "statements", "service-fait", "--ledger", self.ledger, "--from", "2026-10", "--out", folder,
                "--format", "html")
        made, _ = esppadom.service_fait(self.ledger, "2026-10")
        self.assertEqual({one.to_html("en") for one in made}, {path.read_text(encoding="utf-8") for path in folder.glob("*.html")})
        self.assertEqual(made[0]._repr_html_(), made[0].to_html())

    def test_a_contract_is_stated_as_the_command_does(self):
        rules = month() / "rules.json"
        words = ["statements", "cpom", "--ledger", self.ledger, "--rules", rules, "--lang", "en"]
        told = esppadom.cpom(self.ledger, rules=rules)
        self.assertEqual(told.to_json().encode(), command(*words, "--format", "json"))
        self.assertEqual(told.to_csv().encode(), command(*words, "--format", "csv"))
        self.assertEqual(len(told.rows), len(told.data["rows"]))
        self.assertIsInstance(told.contracts[0]["billed_amount"], Decimal)
        self.assertEqual(len(told.to_csv("months").splitlines()), len(told.months) + 1)
        for wrong, error in ((lambda: told.to_csv("days"), ValueError),
                             (lambda: esppadom.cpom(self.ledger, rules=rules, first="May"), ValueError)):
            with self.assertRaises(error):
                wrong()

    def test_own_invoices_agree_with_their_facts(self):
        told = esppadom.reconcile_own(self.bill)
        self.assertTrue(told.ok and told.with_rules)
        self.assertEqual((told.rows, told.findings), ([], []))

    def test_the_report_is_that_of_the_command(self):
        page = self.folder / "page.html"
        command("report", *options(), *run_options(), "-o", page, "--lang", "fr")
        self.assertEqual(self.bill.report(), page.read_text(encoding="utf-8"))

    def test_what_if_says_what_the_command_says(self):
        other = SOURCE / "examples" / "rules" / "quarter-hour.json"
        compared = esppadom.compare(other, **inputs(), **run())
        wanted = command("bill", *options(), *run_options(), "--compare", other, "--out", self.folder / "what-if", "--format", "json", "--lang", "en")
        self.assertEqual(compared.to_json(), wanted.decode())
        total = compared.total
        self.assertEqual(total["other"]["funders"] - total["ours"]["funders"], total["difference"]["funders"])

    def test_a_ledger_of_other_rules_is_refused(self):
        foreign = json.loads(self.bill.ledger) | {"rule_book": "of another department"}
        del foreign["seal"]
        for attempt in (
            lambda: esppadom.statistics("calls", ledger=json.dumps(foreign), rules=month() / "rules.json"),
            lambda: esppadom.reconcile(self.invoices, **inputs(), ledger=json.dumps(foreign)),
        ):
            with self.assertRaises(esppadom.Error) as raised:
                attempt()
            self.assertEqual((raised.exception.reason, raised.exception.code), ("conflict", "ESP-BIL-021"))

    def test_a_reader_tells_what_it_left_out(self):
        """A visit that could not be read must not look like one that no longer exists."""
        broken = self.folder / "broken.xml"
        broken.write_text("<broken", encoding="utf-8")
        asked = {**inputs(), "deliveries": esppadom.read([month() / "deliveries", broken])}
        with self.assertRaises(esppadom.Error) as raised:
            esppadom.bill(**asked, **run(), complete_for="SAAD01")
        self.assertEqual(raised.exception.reason, "unreadable")

    def test_wrong_arguments_raise(self):
        for attempt, exception in (
            (lambda: esppadom.statistics("weather", **inputs()), ValueError),
            (lambda: esppadom.statistics(None, **inputs()), TypeError),
            (lambda: esppadom.statistics("calls", **inputs(), first="october"), ValueError),
            (lambda: esppadom.statistics("calls", **inputs(), as_of="2026-10-01"), TypeError),
            (lambda: esppadom.reconcile(None, **inputs()), TypeError),
            (lambda: esppadom.reconcile(esppadom.read(month() / "deliveries"), **inputs()), TypeError),
            (lambda: esppadom.reconcile(self.invoices, **inputs(), by="colour"), ValueError),
            (lambda: esppadom.trial_balance(None), TypeError),
            (lambda: esppadom.trial_balance("{"), esppadom.Error),
            (lambda: esppadom.trial_balance(self.ledger, first=10), TypeError),
            (lambda: esppadom.service_fait(self.ledger, None), TypeError),
            (lambda: esppadom.service_fait(self.ledger, "2026-10", keep_years=1.5), TypeError),
            (lambda: esppadom.service_fait(self.ledger, "2026-10", keep_years=10**9), esppadom.Error),
            (lambda: esppadom.service_fait(self.ledger, "2026-10", before={"B": 7}), TypeError),
            (lambda: esppadom.verify(None), TypeError),
            (lambda: esppadom.verify(self.folder / "nowhere"), FileNotFoundError),
            (lambda: esppadom.compare(None, **inputs(), **run()), TypeError),
        ):
            with self.assertRaises(exception) as raised:
                attempt()
            self.assertTrue(str(raised.exception))


class TablesOfVisitsTest(unittest.TestCase):
    def test_a_table_is_billed_as_its_messages(self):
        """The example month has visits whose stamps count by their methods; the sample's visits have none of that."""
        table = esppadom.read_table(month() / "deliveries")
        asked = {key: value for key, value in inputs().items() if key != "deliveries"} | run()
        neutral = asked | {"rules": None, "circumstances": None}
        wanted = esppadom.bill(deliveries=month() / "deliveries", **neutral).data
        for visits in (table, table.to_dict()):
            told = esppadom.bill_table(visits, **neutral).data
            self.assertEqual([one["total"] for one in told["invoices"]], [one["total"] for one in wanted["invoices"]])
        self.assertTrue(wanted["invoices"])

    def test_data_frames_are_tables(self):
        table = esppadom.read_table(SAMPLE)
        wanted = esppadom.correction_rate(SAMPLE).data["rows"]
        frames = [table, table.to_dict()]
        try:
            import polars
            import pyarrow

            frames += [polars.DataFrame(table), pyarrow.table(table), pyarrow.table(table).to_pandas()]
        except ImportError:
            pass
        for frame in frames:
            told = esppadom.correction_rate(frame).data["rows"]
            self.assertEqual([(one["provider"], one["interventions"], one["corrected"]) for one in told],
                             [(one["provider"], one["interventions"], one["corrected"]) for one in wanted], type(frame))

    def test_what_is_no_table_of_visits_is_refused(self):
        columns = esppadom.read_table(SAMPLE).to_dict()
        for table, exception in (
            ({}, ValueError),
            ({"delivery_id": ["1"]}, ValueError),
            (columns | {"provider": ["P"]}, ValueError),
            (columns | {"provider": [1] * 72}, TypeError),
            (columns | {"retained_start": ["now"] * 72}, TypeError),
            (columns | {"billed_seconds": [0.5] * 72}, TypeError),
            (7, TypeError),
            (None, TypeError),
        ):
            with self.assertRaises(exception):
                list(esppadom.deliveries_of(table))


class SmoothTest(unittest.TestCase):
    def rules(self, smoothing):
        scope = {"level": "departement", "departement": "99"}
        return {"id": "b", "rule_sets": [{"id": "b-1", "version": 1, "scope": scope, "smoothing": smoothing}]}

    def test_the_vectors(self):
        tested = 0
        for case in json.loads((SOURCE / "tests" / "vectors" / "smoothing.json").read_text(encoding="utf-8"))["cases"]:
            given, expected = case["input"], case["expected"]
            if set(given) != {"first_month", "plan_hours", "used_hours", "rules"} or not isinstance(given["plan_hours"], int):
                continue
            used = [int(hours * 3600) for hours in given["used_hours"]]
            told = esppadom.smooth([given["plan_hours"] * 3600] * len(used), used, rules=self.rules(given["rules"]),
                                   at=datetime.date.fromisoformat(given["first_month"] + "-15"))  # fmt: skip
            with self.subTest(case["name"]):
                for key in {"own", "excess", "plan", "advance", "expired", "lost_to_cap"} & set(expected):
                    self.assertEqual([getattr(one, key) for one in told], [hours * 3600 for hours in expected[key]], key)
                for key in {"carried", "lots"} & set(expected):
                    wanted = [{at: hours * 3600 for at, hours in lots.items()} for lots in expected[key]]
                    self.assertEqual([getattr(one, key) for one in told], wanted, key)
            tested += 1
        self.assertGreaterEqual(tested, 10)

    def test_what_cannot_be_smoothed_is_refused(self):
        day = datetime.date(2026, 1, 1)
        for attempt, exception in (
            (lambda: esppadom.smooth([1], [1, 2], rules=self.rules({}), at=day), ValueError),
            (lambda: esppadom.smooth([-1], [1], rules=self.rules({}), at=day), esppadom.Error),
            (lambda: esppadom.smooth([1.0], [1], rules=self.rules({}), at=day), TypeError),
            (lambda: esppadom.smooth([1], [1], rules=None, at=day), TypeError),
            (lambda: esppadom.smooth([1], [1], rules=self.rules({}), at="2026-01-01"), TypeError),
            (lambda: esppadom.smooth([1], [1], rules=self.rules({"unit": "euros"}), at=day), esppadom.Error),
        ):
            with self.assertRaises(exception):
                attempt()


if __name__ == "__main__":
    unittest.main()
