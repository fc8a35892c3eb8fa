"""Oversight, single rules, columns and the conformance kit through ctypes: what the command says, byte for byte."""

import ctypes
import json
import unittest

from interface import (DATA, ENGLISH, FRENCH, HEADER, LIBRARY, NULL_ARGUMENT, SOURCE, Failed, Handle, MonthCase, Text, View, call,
                       command, read, struct, take, text_from, view)


def views(*texts):
    """An array of borrowed texts."""
    kept = [view(one) for one in texts]
    made = (View * len(kept))(*kept)
    made.keep = kept
    return made


class Month(MonthCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.inputs = ["--rules", cls.month / "rules.json", "--orders", cls.month / "orders", "--deliveries",
                      cls.month / "deliveries", "--circumstances", cls.month / "circumstances.json"]
        cls.asked = [*cls.inputs, "--month", cls.facts["month"], "--as-of", cls.facts["as_of"]]
        cls.out = cls.month / "out"
        command("bill", *cls.asked, "--out", cls.out)
        cls.ledger = (cls.out / "ledger.json").read_bytes()

    def test_statistics_as_the_command_does(self):
        for of, more, said in (
            ("hours_by_provider", [], {}),
            ("correction_rates", ["--period", "window", "--to", "2026-10"], {"period": "window", "to": "2026-10"}),
            ("alerts", ["--now", "2026-10-05T10:00"], {"now": "2026-10-05T10:00:00"}),
        ):
            with self.subTest(of=of), Handle("request") as request:
                self.request(request)
                ours = text_from("esppadom_statistics", request, ctypes.byref(struct("statistics_options", of=of, **said)))
                self.assertEqual(json.loads(ours), json.loads(command("--lang", "en", "statistics", "--of", of, *self.inputs, *more,
                                                            "--format", "json")))

    def test_a_run_before_does_not_change_what_is_asked(self):
        options = struct("statistics_options", of="hours_by_provider")
        with Handle("request") as request:
            self.request(request)
            first = text_from("esppadom_statistics", request, ctypes.byref(options))
            with Handle("bill", "esppadom_bill_run", request, ctypes.byref(self.options(stage=1))):
                pass
            self.assertEqual(text_from("esppadom_statistics", request, ctypes.byref(options)), first)

    def test_reconciles_as_the_command_does(self):
        with Handle("request") as request, Handle("invoices") as invoices, Handle("findings") as findings:
            self.request(request)
            call("esppadom_invoices_read", invoices, view(str(self.out / "invoices")), findings)
            for by in ("provider", "beneficiary"):
                ours = text_from("esppadom_reconcile", request, invoices, ctypes.byref(struct("reconcile_options", by=by)))
                self.assertEqual(json.loads(ours), json.loads(command("--lang", "en", "reconcile", *self.inputs, "--invoices",
                                                            self.out / "invoices", "--by", by, "--format", "json")))
            self.assertTrue(json.loads(ours)["with_rules"])
            with Handle("message", None, 1) as visit, self.assertRaises(Failed) as caught:
                call("esppadom_invoices_add", invoices, visit)
            self.assertEqual(caught.exception.status, 17)

    def test_a_ledger_of_other_rules_is_refused_with_the_code_of_the_finding(self):
        foreign = json.loads(self.ledger)
        foreign["rule_book"] = "of another department"
        del foreign["seal"]
        with Handle("request") as request:
            self.request(request)
            call("esppadom_request_set_ledger", request, view(json.dumps(foreign)), view("ledger.json"), None)
            with self.assertRaises(Failed) as caught:
                text_from("esppadom_statistics", request, ctypes.byref(struct("statistics_options", of="calls")))
            self.assertEqual((caught.exception.status, caught.exception.code), (16, "ESP-BIL-021"))

    def test_the_trial_balance_is_that_of_the_command(self):
        ours = json.loads(text_from("esppadom_statements_trial_balance", view(self.ledger), view("ledger.json"), None, None))
        self.assertTrue(ours["balanced"])
        lines = command("statements", "trial-balance", "--ledger", self.out / "ledger.json", "--format", "csv").splitlines()
        self.assertEqual(list(ours["rows"][0]), lines[0].split(","))
        self.assertEqual([[str(cell) for cell in row.values()] for row in ours["rows"]],
                         [line.split(",") for line in lines[1:]])

    def statements(self, **said):
        options = struct("service_fait_options", **said)
        out = {}
        with Handle("statements", "esppadom_statements_service_fait", view(self.ledger), view("ledger.json"),
                    ctypes.byref(options), None) as made:
            for index in range(LIBRARY.esppadom_statements_size(made)):
                one = struct("statement")
                call("esppadom_statements_at", made, index, ctypes.byref(one))
                out[read(one.beneficiary), read(one.month)] = read(one.seal), read(one.json)
        return out

    def verify(self, kept, head=""):
        good = ctypes.c_int32(7)
        texts = views(*[text for pair in kept.items() for text in pair])
        with Handle("findings") as findings:
            call("esppadom_statements_verify", texts, len(texts), view(head), findings, ctypes.byref(good))
            self.assertEqual(good.value == 0, LIBRARY.esppadom_findings_count(findings, 2) > 0)
        return good.value == 1

    def test_statements_are_sealed_chained_and_verified(self):
        folder = self.month / "statements"
        command("statements", "service-fait", "--ledger", self.out / "ledger.json", "--from", "2026-10", "--to", "2026-11",
                "--out", folder, "--keep-years", "10")
        both = {"from": "2026-10", "to": "2026-11", "keep_years": 10}
        made = self.statements(**both)
        self.assertEqual({json_text for _, json_text in made.values()},
                         {one.read_text("utf-8") for one in folder.glob("*.json")})
        who = next(iter(made))[0]
        october = made[who, "2026-10"][1]
        before = views(who, october)
        november = self.statements(**{"from": "2026-11", "keep_years": 10, "beneficiary": who, "before": before,
                                      "before_size": 2})
        self.assertEqual(november[who, "2026-11"], made[who, "2026-11"])
        kept = {"october": october, "november": made[who, "2026-11"][1]}
        self.assertTrue(self.verify(kept, made[who, "2026-11"][0]))
        self.assertFalse(self.verify(kept, "0" * 64))
        self.assertFalse(self.verify({**kept, "october": october.replace('"2026-10"', '"2026-09"', 1)}))

    def test_the_report_is_that_of_the_command(self):
        page = self.month / "page.html"
        command("--lang", "fr", "report", *self.asked, "-o", page)
        with Handle("request") as request:
            self.request(request)
            with Handle("bill", "esppadom_bill_run", request, ctypes.byref(self.options())) as bill:
                ours = text_from("esppadom_bill_report", bill, FRENCH)
        theirs = page.read_text("utf-8")
        self.assertTrue(ours.startswith("<!") and ours.rstrip().endswith("</html>"))
        self.assertEqual(ours.count("<section"), theirs.count("<section"))

    def test_what_if_adds_up_as_the_command_says(self):
        other = SOURCE / "examples" / "rules" / "quarter-hour.json"
        folder = self.month / "what-if"
        told = json.loads(command("bill", *self.asked, "--compare", other, "--out", folder, "--format", "json"))
        with Handle("request") as request, Handle("rules", "esppadom_rules_load", view(other.read_bytes()), view("other"),
                                                  None) as book:
            self.request(request)
            ours = json.loads(text_from("esppadom_compare", request, ctypes.byref(self.options()), book, ENGLISH))
        self.assertEqual(ours["comparison"], told["comparison"])

    def test_batches_differ_as_the_command_says(self):
        other = self.month / "other.xml"
        sample = DATA / "samples" / "delivery-72.xml"
        other.write_text(sample.read_text("utf-8").replace("T08:", "T09:"), encoding="utf-8")
        with Handle("batch") as a, Handle("batch") as b, Handle("findings") as findings:
            call("esppadom_batch_read", a, view(str(sample)), findings)
            call("esppadom_batch_read", b, view(str(other)), findings)
            self.assertEqual(text_from("esppadom_diff", a, b, ENGLISH, 0),
                             command("--lang", "en", "diff", sample, other, "--format", "json"))
            self.assertTrue(json.loads(text_from("esppadom_diff", a, a, ENGLISH, 0))["equal"])


class SingleRules(unittest.TestCase):
    def test_rounds_as_a_rule_file_says(self):
        for seconds, step, said, expected in (
            (4180, 900, {}, 4500), (4050, 900, {}, 4500), (4050, 900, {"tie": "down"}, 3600), (4050, 900, {"tie": "even"}, 3600),
            (3601, 900, {"mode": "up"}, 4500), (4499, 900, {"mode": "down"}, 3600),
            (4199, 900, {"mode": "threshold", "threshold_seconds": 600}, 3600),
            (4200, 900, {"mode": "threshold", "threshold_seconds": 600}, 4500),
        ):
            times = (ctypes.c_int64 * 2)(seconds, 0)
            call("esppadom_round_durations", ctypes.byref(struct("rounding", step_seconds=step, **said)), times, 2)
            self.assertEqual(list(times), [expected, 0], (seconds, said))
        for wrong, status in (({"step_seconds": 0}, 5), ({"step_seconds": 900, "mode": "sideways"}, 9),
                              ({"step_seconds": 900, "mode": "threshold", "threshold_seconds": 901}, 5)):
            with self.assertRaises(Failed) as caught:
                call("esppadom_round_durations", ctypes.byref(struct("rounding", **wrong)), times, 2)
            self.assertEqual(caught.exception.status, status)

    def split(self, seconds, price, *funders, **said):
        kind = HEADER.struct("esppadom_split_funder")
        texts = [(view(tariff), view(participation), seconds) for tariff, participation, seconds in funders]
        made = (kind * len(texts))(*[kind(*each) for each in texts])
        query = struct("split_query", seconds=seconds, unit_price=price, funders_size=len(funders), **said)
        query.funders = made
        return json.loads(text_from("esppadom_split", ctypes.byref(query)))

    def test_splits_exactly_and_to_the_cent(self):
        told = self.split(3 * 3600, "10", ("10", "20", -1))
        self.assertEqual((told["price"], told["funders"][0]["share"], told["beneficiary"]), ("30.00", "24.00", "6.00"))
        told = self.split(3 * 3600, "10", ("10", "", 3600))
        self.assertEqual((told["funders"][0]["share"], told["beneficiary"]), ("10.00", "20.00"))
        third = self.split(1200, "20", ("20", "50", -1))
        self.assertEqual(third["price_exact"], "20/3")
        for wrong in ((-1, "10", ("10", "0", -1)), (60, "-1", ("10", "0", -1)), (60, "1", ("1", "101", -1))):
            with self.assertRaises(Failed) as caught:
                self.split(*wrong)
            self.assertEqual(caught.exception.status, 5)

    def test_smooths_the_vectors(self):
        hour = 3600
        for case in json.loads((SOURCE / "tests" / "vectors" / "smoothing.json").read_text("utf-8"))["cases"]:
            given, expected = case["input"], case["expected"]
            if set(given) != {"first_month", "plan_hours", "used_hours", "rules"} or not isinstance(given["plan_hours"], int):
                continue
            book = {"id": "b", "rule_sets": [{"id": "b-1", "version": 1, "smoothing": given["rules"],
                                              "scope": {"level": "departement", "departement": "99"}}]}
            size = len(given["used_hours"])
            plan = (ctypes.c_int64 * size)(*[given["plan_hours"] * hour] * size)
            used = (ctypes.c_int64 * size)(*[int(one * hour) for one in given["used_hours"]])
            with self.subTest(case["name"]), Handle("rules", "esppadom_rules_load", view(json.dumps(book)), view("b"),
                                                    None) as rules:
                whom = struct("rule_query", date=given["first_month"] + "-01")
                told = json.loads(text_from("esppadom_smooth", rules, ctypes.byref(whom), plan, used, size))["periods"]
                for key in {"own", "excess", "plan", "advance", "expired", "lost_to_cap"} & set(expected):
                    self.assertEqual([one[f"{key}_seconds"] for one in told], [each * hour for each in expected[key]], key)
                for key in {"carried", "lots"} & set(expected):
                    self.assertEqual([{lot["period"]: lot["seconds"] for lot in one[key]} for one in told],
                                     [{month: each * hour for month, each in lots.items()} for lots in expected[key]], key)


class TablesOfVisits(MonthCase):
    def columns(self, rows="visits"):
        stream = (ctypes.c_void_p * 5)()
        paths = views(str(self.month / "deliveries"))
        call("esppadom_columns_open", paths, 1, ctypes.byref(struct("columns_options", rows=rows, batch_rows=10)), None,
             ctypes.cast(stream, ctypes.c_void_p))
        return stream

    def billed(self, add):
        """Funder, month and total of the invoices of the month without rules: those of the example know stamps' methods."""
        with Handle("request") as request, Handle("findings") as findings:
            call("esppadom_request_read", request, view(str(self.month / "orders")), findings)
            add(request, findings)
            with Handle("bill", "esppadom_bill_run", request, ctypes.byref(self.options())) as made:
                told = json.loads(text_from("esppadom_bill_json", made, ENGLISH))
        return [(one["funder"], one["month"], one["total"]) for one in told["invoices"]]

    def add_columns(self, request, stream):
        call("esppadom_request_add_columns", request, ctypes.cast(stream, ctypes.c_void_p))
        self.assertIsNone(stream[3])  # taken and released

    def test_the_own_table_is_billed_as_its_messages(self):
        wanted = self.billed(lambda request, findings: call("esppadom_request_read", request,
                                                            view(str(self.month / "deliveries")), findings))
        self.assertTrue(wanted)
        self.assertEqual(self.billed(lambda request, _: self.add_columns(request, self.columns())), wanted)
        self.assertNotEqual(self.billed(lambda request, _: None), wanted)

    def test_a_table_of_pyarrow_is_billed_as_its_messages(self):
        try:
            import pyarrow
        except ImportError:
            self.skipTest("pyarrow is not installed")
        own = pyarrow.RecordBatchReader._import_from_c(ctypes.addressof(self.columns())).read_all()
        wanted = self.billed(lambda request, _: self.add_columns(request, self.columns()))
        plain = pyarrow.table({
            field.name: own.column(field.name).cast(
                pyarrow.large_utf8() if pyarrow.types.is_dictionary(field.type) else
                pyarrow.timestamp("us") if pyarrow.types.is_timestamp(field.type) else
                pyarrow.int32() if pyarrow.types.is_int64(field.type) else field.type)
            for field in reversed(own.schema)}).slice(0, own.num_rows)

        def add(request, _):
            stream = (ctypes.c_void_p * 5)()
            pyarrow.RecordBatchReader.from_batches(plain.schema, plain.to_batches())._export_to_c(ctypes.addressof(stream))
            self.add_columns(request, stream)

        self.assertEqual(self.billed(add), wanted)

    def test_what_is_no_table_of_visits_is_refused(self):
        with Handle("request") as request:
            with self.assertRaises(Failed) as caught:
                self.add_columns(request, self.columns("stamps"))
            self.assertEqual(caught.exception.status, 14)
            self.assertIn("retained_start", caught.exception.message)
            with self.assertRaises(Failed) as caught:
                call("esppadom_request_add_columns", request, None)
            self.assertEqual(caught.exception.status, NULL_ARGUMENT)
            with self.assertRaises(Failed) as caught:
                call("esppadom_request_add_columns", request, ctypes.cast((ctypes.c_void_p * 5)(), ctypes.c_void_p))
            self.assertEqual(caught.exception.status, 14)


class Columns(unittest.TestCase):
    """Through pyarrow, which did not see our headers."""

    def test_pyarrow_reads_what_the_messages_say(self):
        try:
            import pyarrow
        except ImportError:
            self.skipTest("pyarrow is not installed")
        sample = view(str(DATA / "samples" / "delivery-72.xml"))
        paths = (View * 1)(sample)
        for rows, least in (("visits", 72), ("stamps", 1), ("lines", 72), ("shares", 0)):
            stream = (ctypes.c_void_p * 5)()
            call("esppadom_columns_open", paths, 1, ctypes.byref(struct("columns_options", rows=rows, batch_rows=10)), None,
                 ctypes.cast(stream, ctypes.c_void_p))
            table = pyarrow.RecordBatchReader._import_from_c(ctypes.addressof(stream)).read_all()
            self.assertGreaterEqual(table.num_rows, least)
            if rows == "visits":
                told = json.loads(command("convert", "--to", "json", DATA / "samples" / "delivery-72.xml"))
                messages = told["messages"]
                self.assertEqual(table.column("delivery_id").to_pylist(), [one["delivery_id"] for one in messages])
                self.assertGreater(table.column("delivery_id").num_chunks, 7)

    def test_a_stream_that_is_not_read_is_released(self):
        stream = (ctypes.c_void_p * 5)()
        paths = views(str(DATA / "samples" / "delivery-72.xml"))
        call("esppadom_columns_open", paths, 1, None, None, ctypes.cast(stream, ctypes.c_void_p))
        ctypes.CFUNCTYPE(None, ctypes.c_void_p)(stream[3])(ctypes.addressof(stream))
        self.assertIsNone(stream[3])

    def test_refuses_what_is_no_table(self):
        stream = (ctypes.c_void_p * 5)()
        for paths, said, status in ((views("a.xml"), {"rows": "colours"}, 9), (views(), {}, 14),
                                    (views("a.xml"), {"batch_rows": 1 << 40}, 5)):
            with self.assertRaises(Failed) as caught:
                call("esppadom_columns_open", paths, len(paths), ctypes.byref(struct("columns_options", **said)), None,
                     ctypes.cast(stream, ctypes.c_void_p))
            self.assertEqual(caught.exception.status, status)


class Conformance(unittest.TestCase):
    KIT = SOURCE / "tests" / "vectors" / "messages"

    def test_says_what_the_command_says(self):
        for form, name in ((0, "json"), (3, "markdown")):
            passed, out = ctypes.c_int32(7), Text()
            call("esppadom_conformance", view(str(self.KIT)), ctypes.byref(struct("conformance_options", form=form)), None,
                 ctypes.byref(out), ctypes.byref(passed))
            self.assertEqual(take(out), command("--lang", "en", "conformance", self.KIT, "--format", name), name)
            self.assertEqual(passed.value, 1)

    def test_a_folder_without_cases(self):
        with self.assertRaises(Failed) as caught:
            call("esppadom_conformance", view(str(SOURCE / "docs")), None, None, ctypes.byref(Text()), None)
        self.assertEqual(caught.exception.status, 10)


if __name__ == "__main__":
    unittest.main()
