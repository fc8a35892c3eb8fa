"""The C interface driven through ctypes: the same bytes as the command, clear errors, nothing lost, no crash."""

import ctypes
import json
import pathlib
import subprocess
import tempfile
import unittest

from interface import (CANONICAL, COMMAND, DATA, DELIVERY, ENGLISH, FRENCH, HEADER, INVOICE, LIBRARY, NULL_ARGUMENT, ORDER,
                       ROUND_TRIP, SOURCE, Failed, Handle, MonthCase, Text, View, call, command, get, path, read, struct, take,
                       text_from, view)


class Versions(unittest.TestCase):
    def test_says_which(self):
        self.assertEqual(LIBRARY.esppadom_version().decode(), command("--version").split()[1])
        self.assertEqual(LIBRARY.esppadom_abi(), 1)
        self.assertEqual(LIBRARY.esppadom_status_name(6), b"invalid_syntax")
        self.assertEqual(LIBRARY.esppadom_status_name(1000), b"null_argument")
        self.assertEqual(LIBRARY.esppadom_status_name(-5), b"unknown")


class Messages(unittest.TestCase):
    def messages_of(self, file, findings, **options):
        with Handle("reader", "esppadom_reader_open", view(str(file)), ctypes.byref(struct("read_options", **options)),
                    findings) as reader:
            while True:
                message = ctypes.c_void_p()
                call("esppadom_reader_next", reader, ctypes.byref(message))
                if not message.value:
                    break
                yield reader, message
                LIBRARY.esppadom_message_free(message)
            self.assertEqual(LIBRARY.esppadom_reader_readable(reader), 1)

    def test_writes_back_what_it_read(self):
        for file in sorted((DATA / "samples").glob("*.xml")):
            with self.subTest(file=file.name), Handle("findings") as findings:
                writer = None
                for reader, message in self.messages_of(file, findings):
                    if writer is None:
                        writer = ctypes.c_void_p()
                        call("esppadom_writer_new", LIBRARY.esppadom_message_kind(message), 0, ROUND_TRIP, reader,
                             ctypes.byref(writer))
                    call("esppadom_writer_add", writer, message)
                self.assertEqual(text_from("esppadom_writer_finish", writer, None),
                                 command("convert", "--to", "xml", file))
                LIBRARY.esppadom_writer_free(writer)

    def test_reads_and_sets_fields_and_keeps_what_it_does_not_know(self):
        source = (DATA / "example" / "delivery.xml").read_text("utf-8").replace(
            "<ram:SpecifiedTransactionID>", "<ram:Unknown a=\"b\">kept</ram:Unknown><ram:SpecifiedTransactionID>", 1)
        raw = view(source)
        with Handle("findings") as findings, Handle("reader", "esppadom_reader_open_memory", raw, view("memory"), None,
                                                    findings) as reader:
            message = ctypes.c_void_p()
            call("esppadom_reader_next", reader, ctypes.byref(message))
            lines = ctypes.c_uint64()
            call("esppadom_message_count", message, path("lines"), ctypes.byref(lines))
            self.assertGreater(lines.value, 0)
            self.assertEqual(get(message, "lines[0].line_id"), get(message, "lines[].line_id", 0))
            call("esppadom_message_set", message, path("lines[].billed_quantity", 0), view("1.25"))
            self.assertEqual(get(message, "lines[0].billed_quantity"), "1.25")
            call("esppadom_message_clear", message, path("correction_code"))
            self.assertIsNone(get(message, "correction_code"))
            with self.assertRaises(Failed) as caught:
                call("esppadom_message_set", message, path("lines[0].billed_quantity"), view("much"))
            self.assertEqual(caught.exception.status, 6)
            self.assertEqual(get(message, "lines[0].billed_quantity"), "1.25")
            with self.assertRaises(Failed) as caught:
                get(message, "no_such_field")
            self.assertEqual(caught.exception.status, 9)
            self.assertIn("no_such_field", caught.exception.message)
            copy = ctypes.c_void_p()
            call("esppadom_message_copy", message, ctypes.byref(copy))
            self.assertEqual(LIBRARY.esppadom_message_equal(message, copy), 1)
            call("esppadom_message_set", copy, path("delivery_id"), view("D-\U0001d11e"))
            self.assertEqual(get(copy, "delivery_id"), "D-\U0001d11e")
            self.assertEqual(LIBRARY.esppadom_message_equal(message, copy), 0)
            written = text_from("esppadom_message_write", message, 0, ROUND_TRIP)
            self.assertIn("<ram:Unknown a=\"b\">kept</ram:Unknown>", written)
            self.assertNotIn("Unknown", text_from("esppadom_message_write", message, 0, CANONICAL))
            self.assertEqual(json.loads(text_from("esppadom_message_write", message, 1, CANONICAL))["schema"],
                             "esppadom/delivery/1")
            for one in (message, copy):
                LIBRARY.esppadom_message_free(one)

    def test_lists_the_fields_as_the_command_does(self):
        for kind, name in enumerate(("order", "delivery", "invoice")):
            expected = json.loads(command("convert", "--list-fields", name, "--format", "json"))["fields"]
            self.assertEqual(LIBRARY.esppadom_field_count(kind), len(expected))
            for index, one in enumerate(expected):
                field = struct("field")
                call("esppadom_field_at", kind, index, ctypes.byref(field))
                self.assertEqual((read(field.path), read(field.type), read(field.label)),
                                 (one["path"], one["type"], one["label"]))
        self.assertEqual(LIBRARY.esppadom_field_count(9), 0)

    def test_makes_a_message_and_checks_it(self):
        with Handle("message", None, DELIVERY) as message, Handle("findings") as findings:
            call("esppadom_message_check", message, findings)
            self.assertGreater(LIBRARY.esppadom_findings_count(findings, 2), 0)
            first = struct("finding")
            call("esppadom_findings_at", findings, 0, ctypes.byref(first))
            self.assertTrue(read(first.code).startswith("ESP-MSG-"))
            self.assertTrue(text_from("esppadom_findings_message", findings, 0, FRENCH))
            report = json.loads(text_from("esppadom_findings_json", findings, ENGLISH))
            self.assertEqual(len(report["findings"]), LIBRARY.esppadom_findings_size(findings))


class Validation(unittest.TestCase):
    def test_says_the_same_as_the_command(self):
        files = [*sorted((DATA / "samples").glob("*.xml")), DATA / "example"]
        for form, name in ((0, "json"), (1, "sarif"), (2, "junit")):
            with Handle("validator", None, None) as validator:
                for file in files:
                    call("esppadom_validator_add", validator, view(str(file)))
                self.assertEqual(text_from("esppadom_validator_report", validator, form, ENGLISH),
                                 command("validate", *files, "--format", name, "--lang", "en"), name)

    def test_takes_bytes_and_refuses_more_after_the_report(self):
        with Handle("validator", None, None) as validator, Handle("findings") as findings:
            call("esppadom_validator_add_memory", validator, view("<broken"), view("upload.xml"))
            call("esppadom_validator_findings", validator, findings)
            self.assertEqual(LIBRARY.esppadom_findings_count(findings, 2), 1)
            with self.assertRaises(Failed) as caught:
                call("esppadom_validator_add_memory", validator, view("<a/>"), view("late.xml"))
            self.assertEqual(caught.exception.status, 16)


class Billing(MonthCase):
    def test_bills_what_the_command_bills(self):
        out = self.month / "out"
        command("bill", "--rules", self.month / "rules.json", "--orders", self.month / "orders", "--deliveries",
                self.month / "deliveries", "--circumstances", self.month / "circumstances.json", "--month", self.facts["month"],
                "--as-of", self.facts["as_of"], "--issued-at", "2026-11-10T00:00:00", "--transaction", "LOT-1", "--out", out)
        with Handle("request") as request:
            self.request(request)
            with Handle("bill", "esppadom_bill_run", request, ctypes.byref(self.options())) as bill:
                ours = json.loads(text_from("esppadom_bill_json", bill, ENGLISH))
                theirs = json.loads((out / "bill.json").read_text("utf-8"))
                for each in (ours, theirs):  # the command adds what it found while reading
                    each.pop("findings")
                    each.pop("findings_dropped")
                self.assertEqual(json.dumps(ours, indent=1), json.dumps(theirs, indent=1))
                self.assertGreater(len(ours["invoices"]), 0)
                self.assertEqual(text_from("esppadom_bill_ledger", bill), (out / "ledger.json").read_text("utf-8"))
                written = set()
                for index in range(LIBRARY.esppadom_bill_invoice_count(bill)):
                    with Handle("message", "esppadom_bill_invoice", bill, index) as invoice:
                        self.assertEqual(LIBRARY.esppadom_message_kind(invoice), INVOICE)
                        written.add(text_from("esppadom_message_write", invoice, 0, CANONICAL))
                self.assertEqual(written, {one.read_text("utf-8") for one in (out / "invoices").glob("*.xml")})

    def test_no_month_is_complete_when_a_file_could_not_be_read(self):
        provider = view("SAAD01")
        complete = {"complete_for": ctypes.pointer(provider), "complete_for_size": 1}
        broken = self.month / "broken.xml"
        broken.write_text("<broken", encoding="utf-8")
        with Handle("request") as request:
            self.request(request)
            with Handle("bill", "esppadom_bill_run", request, ctypes.byref(self.options(**complete))):
                pass
            with Handle("findings") as findings:
                call("esppadom_request_read", request, view(str(broken)), findings)
                self.assertEqual(LIBRARY.esppadom_findings_count(findings, 2), 1)
            with self.assertRaises(Failed) as caught, \
                    Handle("bill", "esppadom_bill_run", request, ctypes.byref(self.options(**complete))):
                pass
            self.assertEqual(caught.exception.status, 10)

    def test_explains_what_the_command_explains(self):
        with Handle("request") as request:
            self.request(request)
            with Handle("bill", "esppadom_bill_run", request, ctypes.byref(self.options())) as bill:
                invoices = json.loads(text_from("esppadom_bill_json", bill, ENGLISH))["invoices"]
            visit = invoices[0]["lines"][0]["deliveries"][0]
            ours = text_from("esppadom_explain", request, ctypes.byref(self.options()), view(visit), view(""), 1, ENGLISH)
            self.assertEqual(ours, command(
                "--lang", "en", "explain", "--rules", self.month / "rules.json", "--orders", self.month / "orders",
                "--deliveries", self.month / "deliveries", "--circumstances", self.month / "circumstances.json", "--month",
                self.facts["month"], "--as-of", self.facts["as_of"], "--issued-at", "2026-11-10T00:00:00", "--transaction",
                "LOT-1", "--delivery", visit, "--format", "json"))
            with self.assertRaises(Failed) as caught:
                text_from("esppadom_explain", request, ctypes.byref(self.options()), view("none"), view(""), 0, FRENCH)
            self.assertEqual(caught.exception.status, 14)

    def test_a_second_run_with_the_ledger_bills_nothing(self):
        with Handle("request") as request:
            self.request(request)
            with Handle("bill", "esppadom_bill_run", request, ctypes.byref(self.options())) as bill:
                ledger = text_from("esppadom_bill_ledger", bill)
            call("esppadom_request_set_ledger", request, view(ledger), view("ledger.json"), None)
            with Handle("bill", "esppadom_bill_run", request, ctypes.byref(self.options())) as again:
                self.assertEqual(LIBRARY.esppadom_bill_invoice_count(again), 0)

    def test_rates_as_the_command_does(self):
        rules = self.month / "rules.json"
        with Handle("request") as request, Handle("findings") as findings:
            call("esppadom_request_read", request, view(str(self.month / "deliveries")), findings)
            with Handle("rules", "esppadom_rules_load", view(rules.read_bytes()), view("r"), None) as book:
                call("esppadom_request_set_rules", request, book)
            for by in ("provider", "caregiver"):
                expected = json.loads(command("correction-rate", "--rules", rules, self.month / "deliveries", "--by", by,
                                              "--format", "json"))
                found = json.loads(text_from("esppadom_correction_rate", request, ctypes.byref(struct("rate_options", by=by))))
                self.assertEqual((found["total"], found["rows"]), (expected["total"], expected["rows"]))
            with self.assertRaises(Failed) as caught:
                text_from("esppadom_correction_rate", request, ctypes.byref(struct("rate_options", by="weather")))
            self.assertEqual(caught.exception.status, 9)

    def test_shows_rules_as_the_command_does(self):
        rules = self.month / "rules.json"
        with Handle("rules", "esppadom_rules_load", view(rules.read_bytes()), view("r"), None) as book:
            query = struct("rule_query", date="2026-10-01")
            self.assertEqual(text_from("esppadom_rules_show", book, ctypes.byref(query)),
                             command("rules", "show", rules, "--at", "2026-10-01", "--format", "json"))


class BadCalls(unittest.TestCase):
    def test_a_bad_rule_file_names_the_place(self):
        bad = '{"rule_set": {"id": "x", "version": 1,\n "scope": {"level": "departement"}, "durations": {}}}'
        with self.assertRaises(Failed) as caught:
            Handle("rules", "esppadom_rules_load", view(bad), view("bad.json"), None)
        self.assertEqual((caught.exception.status, caught.exception.path, caught.exception.line),
                         (3, "/rule_set/durations", 2))
        self.assertTrue(caught.exception.code.startswith("ESP-JSON-"))

    def test_null_is_refused_everywhere(self):
        """Every function, every argument NULL or 0: a status, or nothing at all, and never a crash."""
        for name, (_, arguments) in HEADER.functions.items():
            nothing = []
            for _, node in arguments:
                kind = HEADER.ctype(node)
                nothing.append(kind() if issubclass(kind, (ctypes.Structure, ctypes._SimpleCData)) and
                               not issubclass(kind, (ctypes.c_void_p, ctypes.c_char_p)) else None)
            answer = getattr(LIBRARY, name)(*nothing)
            if arguments and arguments[-1][0] == "error" and len(arguments) > 1:
                self.assertEqual(answer, NULL_ARGUMENT, name)

    def test_a_struct_without_its_size_is_refused(self):
        with Handle("rules", "esppadom_rules_load", view((SOURCE / "src/data/rules/neutral.json").read_bytes()), view("n"),
                    None) as book:
            query = struct("rule_query", date="2026-10-01")
            query.struct_size = 0
            with self.assertRaises(Failed) as caught:
                text_from("esppadom_rules_show", book, ctypes.byref(query))
            self.assertEqual(caught.exception.status, 3)

    def test_a_struct_of_a_later_version_is_read_when_it_says_nothing_new(self):
        kind = HEADER.struct("esppadom_rate_options")
        later = type("later", (ctypes.Structure,), {"_fields_": [("known", kind), ("new", ctypes.c_uint64)]})
        with Handle("request") as request:
            for new, status in ((0, 0), (1, 17)):
                options = later()
                options.known.struct_size = ctypes.sizeof(later)
                options.new = new
                out = Text()
                answer = LIBRARY.esppadom_correction_rate(request, ctypes.cast(ctypes.byref(options), ctypes.POINTER(kind)),
                                                          ctypes.byref(out), None)
                self.assertEqual(answer, status)
                LIBRARY.esppadom_text_free(ctypes.byref(out))

    def test_what_cannot_be_read(self):
        with Handle("findings") as findings:
            with self.assertRaises(Failed) as caught:
                Handle("reader", "esppadom_reader_open", view("/no/such/file.xml"), None, findings)
            self.assertEqual(caught.exception.status, 10)

    def test_a_message_of_another_kind_is_refused_by_a_writer(self):
        writer = ctypes.c_void_p()
        call("esppadom_writer_new", ORDER, 0, CANONICAL, None, ctypes.byref(writer))
        with Handle("message", None, INVOICE) as invoice, self.assertRaises(Failed) as caught:
            call("esppadom_writer_add", writer, invoice)
        self.assertEqual(caught.exception.status, 16)
        LIBRARY.esppadom_writer_free(writer)

    def test_an_invoice_is_not_billed(self):
        with Handle("request") as request, Handle("message", None, INVOICE) as invoice:
            with self.assertRaises(Failed) as caught:
                call("esppadom_request_add", request, invoice)
            self.assertEqual(caught.exception.status, 17)


class Apa(unittest.TestCase):
    def test_gives_what_the_command_gives(self):
        query = struct("apa_query", gir=3, date="2026-05-01", plan="1000", resources="1500.00")
        self.assertEqual(text_from("esppadom_apa", ctypes.byref(query)),
                         command("apa", "--date", "2026-05-01", "--gir", "3", "--plan", "1000", "--resources", "1500.00",
                                 "--format", "json"))

    def test_refuses_what_has_no_answer(self):
        for wrong in ({"gir": 5}, {"date": "1999-01-01"}, {"plan": "-1"}):
            query = struct("apa_query", **{"gir": 3, "date": "2026-05-01", "plan": "1000", "resources": "1500", **wrong})
            with self.assertRaises(Failed) as caught:
                text_from("esppadom_apa", ctypes.byref(query))
            self.assertEqual(caught.exception.status, 5, wrong)


class Csv(unittest.TestCase):
    """The mapping "visits", written and read back, against what the command writes."""

    SAMPLE = DATA / "samples" / "delivery-72.xml"

    def mapping(self, name="visits"):
        return Handle("csv_mapping", "esppadom_csv_mapping_load", view(""), view(name), None, 0, None)

    def exported(self, mapping, findings):
        out = []
        with Handle("csv_exporter", None, mapping, findings) as exporter, \
                Handle("reader", "esppadom_reader_open", view(str(self.SAMPLE)), None, findings) as reader:
            while True:
                message = ctypes.c_void_p()
                call("esppadom_reader_next", reader, ctypes.byref(message))
                if not message.value:
                    break
                call("esppadom_csv_exporter_add", exporter, message)
                LIBRARY.esppadom_message_free(message)
                out.append(text_from("esppadom_csv_exporter_take", exporter, 0))
            call("esppadom_csv_exporter_finish", exporter)
            out.append(text_from("esppadom_csv_exporter_take", exporter, 0))
            with self.assertRaises(Failed) as caught:
                call("esppadom_csv_exporter_finish", exporter)
            self.assertEqual(caught.exception.status, 16)
        return "".join(out)

    def test_writes_what_the_command_writes_and_reads_it_back(self):
        with Handle("findings") as findings, self.mapping() as mapping:
            self.assertEqual(LIBRARY.esppadom_csv_mapping_files(mapping), 1)
            text = self.exported(mapping, findings)
            with tempfile.TemporaryDirectory() as folder:
                expected = pathlib.Path(folder) / "expected.csv"
                command("convert", "--to", "csv", "--mapping", "visits", self.SAMPLE, "-o", expected)
                self.assertEqual(text.encode(), expected.read_bytes())
                paths = (View * 1)(view(str(expected)))
                names = view(str(expected))
                paths[0] = names
                with Handle("csv_importer", "esppadom_csv_importer_open", mapping, paths, 1, findings) as importer:
                    count = 0
                    while True:
                        message = ctypes.c_void_p()
                        call("esppadom_csv_importer_next", importer, ctypes.byref(message))
                        if not message.value:
                            break
                        count += 1
                        self.assertTrue(get(message, "delivery_id"))
                        LIBRARY.esppadom_message_free(message)
            self.assertEqual(count, 72)

    def test_refuses_an_unknown_mapping_and_another_kind(self):
        with self.assertRaises(Failed) as caught:
            self.mapping("no such mapping")
        self.assertEqual(caught.exception.status, 9)
        with Handle("findings") as findings, self.mapping() as mapping, \
                Handle("csv_exporter", None, mapping, findings) as exporter, Handle("message", None, ORDER) as order:
            with self.assertRaises(Failed) as caught:
                call("esppadom_csv_exporter_add", exporter, order)
            self.assertEqual(caught.exception.status, 17)


class Parts(unittest.TestCase):
    def test_a_document_taken_in_parts_is_the_same(self):
        with Handle("findings") as findings, \
                Handle("reader", "esppadom_reader_open", view(str(DATA / "samples" / "delivery-72.xml")), None,
                       findings) as reader:
            writers = [ctypes.c_void_p(), ctypes.c_void_p()]
            for writer in writers:
                call("esppadom_writer_new", DELIVERY, 1, CANONICAL, None, ctypes.byref(writer))
            parts = []
            while True:
                message = ctypes.c_void_p()
                call("esppadom_reader_next", reader, ctypes.byref(message))
                if not message.value:
                    break
                for writer in writers:
                    call("esppadom_writer_add", writer, message)
                parts.append(text_from("esppadom_writer_take", writers[1]))
                LIBRARY.esppadom_message_free(message)
            whole = text_from("esppadom_writer_finish", writers[0], None)
            parts.append(text_from("esppadom_writer_finish", writers[1], None))
            for writer in writers:
                LIBRARY.esppadom_writer_free(writer)
        self.assertEqual("".join(parts), whole)
        self.assertTrue(any(parts[:-1]), "all came with the end")


if __name__ == "__main__":
    unittest.main()
