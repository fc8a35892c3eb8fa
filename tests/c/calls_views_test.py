"""Calls of a voice server, messages as a role may see them, contracts and pages through ctypes: what the command says."""

import ctypes
import json
import unittest

from interface import (CANONICAL, DATA, ENGLISH, FRENCH, LIBRARY, SOURCE, Failed, Handle, MonthCase, call, command,
                       folder_for, get, struct, text_from, view)

CALLS = SOURCE / "examples" / "calls"
KEY = "a fictional key, 16+ bytes"


def text(path):
    return path.read_text(encoding="utf-8")


class Calls(unittest.TestCase):
    def identified(self, **said):
        options = struct("identify_options", calls=text(CALLS / "calls.csv"), calls_name=str(CALLS / "calls.csv"),
                         directory=text(CALLS / "directory.csv"), directory_name=str(CALLS / "directory.csv"), **said)
        return options

    def test_a_log_becomes_the_messages_of_the_command(self):
        out = folder_for(self) / "out"
        told = command("--lang", "en", "identify", "--calls", CALLS / "calls.csv", "--directory", CALLS / "directory.csv",
                       "--rules", CALLS / "rules.json", "--out", out, "--format", "json")
        rules = view(text(CALLS / "rules.json"))
        with Handle("findings") as findings, Handle("rules", "esppadom_rules_load", rules, view("rules"), None) as book:
            with Handle("identified", "esppadom_identify", ctypes.byref(self.identified()), book, findings) as made:
                self.assertEqual(text_from("esppadom_identified_json", made, ENGLISH), told)
                size, visits = LIBRARY.esppadom_identified_size(made), LIBRARY.esppadom_identified_visits(made)
                self.assertEqual(visits, json.loads(told)["counts"]["visits"])
                self.assertGreater(size, visits)
                self.assertEqual(LIBRARY.esppadom_findings_size(findings), len(json.loads(told)["findings"]))
                for index in range(size):
                    with Handle("message", "esppadom_identified_message", made, index) as message:
                        file = out / ("deliveries.xml" if index < visits else "raw-stamps.xml")
                        self.assertIn(get(message, "delivery_id"), text(file))
                        self.assertIn(get(message, "delivery_id"),
                                      text_from("esppadom_message_write", message, 0, CANONICAL))
                with self.assertRaises(Failed) as caught:
                    Handle("message", "esppadom_identified_message", made, size)
                self.assertEqual(caught.exception.status, 5)
        self.assertEqual((LIBRARY.esppadom_identified_size(None), LIBRARY.esppadom_identified_visits(None)), (0, 0))

    def test_bad_logs(self):
        for said, status in ((struct("identify_options"), 14), (struct("identify_options", calls="at\n"), 14),
                             (struct("identify_options", calls="number\n1\n", directory="number;provider;beneficiary\n"), 3),
                             (self.identified(issued_at="yesterday"), 6), (self.identified(planned="{"), 6)):
            with self.assertRaises(Failed) as caught:
                Handle("identified", "esppadom_identify", ctypes.byref(said), None, None)
            self.assertEqual(caught.exception.status, status)


class Views(unittest.TestCase):
    def seen(self, file, **said):
        out = []
        with Handle("viewer", None, ctypes.byref(struct("viewer_options", **said))) as viewer:
            with Handle("findings") as findings, Handle("reader", "esppadom_reader_open", view(str(file)), None,
                                                        findings) as reader:
                while True:
                    message, seen = ctypes.c_void_p(), ctypes.c_void_p()
                    call("esppadom_reader_next", reader, ctypes.byref(message))
                    if not message.value:
                        break
                    call("esppadom_viewer_see", viewer, message, ctypes.byref(seen))
                    LIBRARY.esppadom_message_free(message)
                    if seen.value:
                        out.append(text_from("esppadom_message_write", seen, 0, CANONICAL))
                        LIBRARY.esppadom_message_free(seen)
            return out, text_from("esppadom_viewer_report", viewer)

    def test_a_role_sees_what_the_command_shows(self):
        folder = folder_for(self)
        (folder / "key").write_text(KEY, encoding="utf-8")
        file = DATA / "example" / "delivery.xml"
        for role, said in (("statistician", {}), ("statistician", {"keep_dates": 1}), ("departement", {}),
                           ("family", {"beneficiary": "B-7788"})):
            words = ["--beneficiary", said["beneficiary"]] if "beneficiary" in said else []
            words += ["--keep-dates"] if "keep_dates" in said else []
            told = command("view", "--role", role, "--key-file", folder / "key", *words, file, "-o", folder / "out.xml",
                           "--format", "json")
            messages, report = self.seen(file, role=role, key=KEY, **said)
            self.assertEqual(report, told)
            again, _ = self.seen(folder / "out.xml", role="departement")
            self.assertEqual(messages, again)
        count = len(messages)
        messages, report = self.seen(file, role="provider", provider="nobody")
        self.assertEqual((messages, json.loads(report)["removed"]["message"]), ([], count))

    def test_what_a_role_needs(self):
        for said, status in (({}, 14), ({"role": "king"}, 9), ({"role": "family"}, 14), ({"role": "statistician"}, 14),
                             ({"role": "statistician", "key": "short"}, 5), ({"role": "departement", "keep_dates": 2}, 3)):
            with self.assertRaises(Failed) as caught:
                Handle("viewer", None, ctypes.byref(struct("viewer_options", **said)))
            self.assertEqual(caught.exception.status, status, said)


class Statements(MonthCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.out = cls.month / "out"
        command("bill", "--rules", cls.month / "rules.json", "--orders", cls.month / "orders", "--deliveries",
                cls.month / "deliveries", "--circumstances", cls.month / "circumstances.json", "--month",
                cls.facts["month"], "--as-of", cls.facts["as_of"], "--out", cls.out)
        cls.ledger = (cls.out / "ledger.json").read_bytes()

    def test_a_contract_is_stated_as_the_command_does(self):
        rules = view((self.month / "rules.json").read_bytes())
        with Handle("rules", "esppadom_rules_load", rules, view("rules"), None) as book, Handle("findings") as findings:
            ours = text_from("esppadom_statements_cpom", view(self.ledger), view("ledger.json"), book,
                             ctypes.byref(struct("cpom_options", language=FRENCH)), findings)
            self.assertEqual(ours, command("--lang", "fr", "statements", "cpom", "--ledger", self.out / "ledger.json",
                                           "--rules", self.month / "rules.json", "--format", "json"))
            self.assertEqual(LIBRARY.esppadom_findings_size(findings), len(json.loads(ours)["findings"]))
            foreign = json.loads(self.ledger)
            foreign["rule_book"] = "of another department"
            del foreign["seal"]
            with self.assertRaises(Failed) as caught:
                text_from("esppadom_statements_cpom", view(json.dumps(foreign)), view("ledger.json"), book, None, None)
            self.assertEqual(caught.exception.status, 16)

    def test_pages_of_statements(self):
        folder = self.month / "pages"
        command("--lang", "fr", "statements", "service-fait", "--ledger", self.out / "ledger.json", "--from", "2026-10",
                "--out", folder, "--format", "html")
        options = struct("service_fait_options", **{"from": "2026-10"})
        with Handle("statements", "esppadom_statements_service_fait", view(self.ledger), view("ledger.json"),
                    ctypes.byref(options), None) as made:
            ours = {text_from("esppadom_statements_html", made, index, FRENCH)
                    for index in range(LIBRARY.esppadom_statements_size(made))}
            self.assertEqual(ours, {text(one) for one in folder.glob("*.html")})
            with self.assertRaises(Failed) as caught:
                text_from("esppadom_statements_html", made, len(ours), FRENCH)
            self.assertEqual(caught.exception.status, 5)

    def test_own_invoices_agree_with_their_facts(self):
        with Handle("request") as request:
            self.request(request)
            with Handle("bill", "esppadom_bill_run", request, ctypes.byref(self.options())) as bill:
                told = json.loads(text_from("esppadom_bill_reconcile", bill, ENGLISH))
        self.assertEqual((told["schema"], told["differences"], told["findings"]), ("esppadom/reconcile/1", [], []))
        self.assertTrue(told["with_rules"])


if __name__ == "__main__":
    unittest.main()
