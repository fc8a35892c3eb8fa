"""Alerts told once, parts of a ledger, and any rule by itself through ctypes: what the command says, byte for byte."""

import ctypes
import json
import unittest

from interface import ENGLISH, LIBRARY, Failed, Handle, MonthCase, Text, View, call, command, struct, take, text_from, view

NOW = {"now": "2026-10-05T10:00:00"}


def texts(name, *arguments):
    """A call that gives two texts."""
    first, second = Text(), Text()
    call(name, *arguments, ctypes.byref(first), ctypes.byref(second))
    return take(first), take(second)


class Ledgers(MonthCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.inputs = ["--rules", cls.month / "rules.json", "--orders", cls.month / "orders", "--deliveries",
                      cls.month / "deliveries", "--circumstances", cls.month / "circumstances.json"]
        command("bill", *cls.inputs, "--month", cls.facts["month"], "--as-of", cls.facts["as_of"], "--out", cls.month / "out")
        cls.file = cls.month / "out" / "ledger.json"
        cls.ledger = cls.file.read_bytes()

    def told(self, ledger=None):
        with Handle("request") as request:
            self.request(request)
            if ledger:
                call("esppadom_request_set_ledger", request, view(ledger), view("ledger"), None)
            return texts("esppadom_told_alerts", request, ctypes.byref(struct("statistics_options", **NOW)))

    def test_an_alert_does_not_come_twice(self):
        first, ledger = self.told()
        again, same = self.told(ledger)
        kept = self.month / "told.json"
        wanted = command("--lang", "en", "statistics", "--of", "alerts", *self.inputs, "--now", "2026-10-05T10:00",
                         "--ledger-out", kept, "--format", "json")
        self.assertEqual(json.loads(first)["events"], json.loads(wanted)["events"])
        self.assertEqual(ledger, kept.read_text("utf-8"))
        self.assertGreater(len(json.loads(first)["events"]), 0)
        self.assertEqual((json.loads(again)["events"], same), ([], ledger))

    def part(self, whose, by="provider"):
        return texts("esppadom_ledger_export", view(self.ledger), view("ledger.json"), view(by), view(whose), ENGLISH, None)

    def test_parts_are_those_of_the_command_and_give_the_ledger_again(self):
        providers = sorted({one["provider"] for one in json.loads(self.ledger)["documents"]})
        self.assertEqual(len(providers), 2)
        parts = []
        for one in providers:
            part, told = self.part(one)
            out = self.month / f"{one}.json"
            wanted = command("--lang", "en", "ledger", "export", self.file, "--provider", one, "-o", out, "--format", "json")
            self.assertEqual((told, part), (wanted, out.read_text("utf-8")))
            parts += [view(one), view(part)]
        whole = text_from("esppadom_ledger_merge", (View * len(parts))(*parts), len(parts), None)
        self.assertEqual(whole, self.ledger.decode("utf-8"))

    def test_what_is_wrong_with_ledgers_is_said(self):
        for whose, by, code in (("nobody", "provider", "ESP-LED-004"), ("SAAD", "house", "")):
            with self.assertRaises(Failed) as caught:
                self.part(whose, by)
            self.assertEqual(caught.exception.code, code)
        other = json.loads(self.ledger)
        other["rule_book"] = "another"
        del other["seal"]
        pair = [view("a"), view(self.ledger), view("b"), view(json.dumps(other))]
        with Handle("findings") as findings, self.assertRaises(Failed) as caught:
            text_from("esppadom_ledger_merge", (View * 4)(*pair), 4, findings)
        self.assertEqual(caught.exception.code, "ESP-LED-007")
        with self.assertRaises(Failed):
            text_from("esppadom_ledger_merge", (View * 3)(*pair[:3]), 3, None)

    def test_a_ledger_edited_by_hand_is_refused(self):
        edited = json.loads(self.ledger)
        edited["documents"].pop()
        with Handle("request") as request, Handle("findings") as findings:
            self.request(request)
            with self.assertRaises(Failed) as caught:
                call("esppadom_request_set_ledger", request, view(json.dumps(edited)), view("ledger"), findings)
            self.assertEqual((caught.exception.code, caught.exception.path), ("ESP-LED-009", "/seal"))
            self.assertEqual(LIBRARY.esppadom_findings_size(findings), 1)
            del edited["seal"]
            self.assertIn("ESP-LED-010", self.codes_of_bill(request, json.dumps(edited)))
            self.assertNotIn("ESP-LED-010", self.codes_of_bill(request, self.ledger), "of the ledger that was set before")

    def codes_of_bill(self, request, ledger):
        call("esppadom_request_set_ledger", request, view(ledger), view("ledger"), None)
        with Handle("bill", "esppadom_bill_run", request, ctypes.byref(self.options())) as bill:
            return [one["code"] for one in json.loads(text_from("esppadom_bill_json", bill, ENGLISH))["findings"]]

    def test_circumstances_that_cannot_be_meant_are_told_once(self):
        given = {"absences": [{"beneficiary": "B", "from": "2026-10-05", "to": "2026-10-01"}]}
        with Handle("request") as request:
            self.request(request)
            call("esppadom_request_set_circumstances", request, view(json.dumps(given)), view("c.json"), None)
            self.assertEqual(self.codes_of_bill(request, self.ledger).count("ESP-CIR-001"), 1)

    def test_small_groups_are_left_out(self):
        with Handle("request") as request:
            self.request(request)
            ask = lambda **more: text_from("esppadom_statistics", request, ctypes.byref(struct("statistics_options", of="profiles", **more)))
            everybody, some = json.loads(ask()), json.loads(ask(smallest_group=3))
            self.assertLess(len(some["rows"]), len(everybody["rows"]))
            self.assertTrue(all(one["beneficiaries"] >= 3 for one in some["rows"]))
            for wrong in ({"smallest_group": 1}, {"smallest_group": 3, "of": "alerts"}):
                with self.assertRaises(Failed):
                    text_from("esppadom_statistics", request, ctypes.byref(struct("statistics_options", **{"of": "profiles", **wrong})))


class Rules(unittest.TestCase):
    def calculate(self, of, question, rules=None):
        asked = (view(of), view(json.dumps(question)))
        if rules is None:
            return json.loads(text_from("esppadom_calculate", *asked, None, None, None))
        book = {"rule_set": {"id": "v", "version": 1, "scope": {"level": "departement"}, **rules}}
        with Handle("rules", "esppadom_rules_load", view(json.dumps(book)), view("rules"), None) as loaded:
            return json.loads(text_from("esppadom_calculate", *asked, loaded, ctypes.byref(struct("rule_query", date="2026-03-02")), None))

    def test_a_rule_is_applied(self):
        vat = self.calculate("vat", {"prices_include_tax": True, "amounts": [{"amount": "10.00", "rate": "5.5"}]})
        self.assertEqual((vat["net"], vat["tax_total"]), (["9.48"], "0.52"))
        question = {"minutes": 10, "reason": "R", "author": "A"}
        self.assertEqual(self.calculate("extra_minutes", question)["reason"], "NOT_APPROVED")
        allowed = {"extra_minutes": {"allowed": True, "code": "MIN", "bearer": "funder"}}
        self.assertEqual(self.calculate("extra_minutes", question, allowed)["extra_seconds"], 600)

    def price(self, start, end, **more):
        return self.calculate("priced_visit", {"retained": {"start": start, "end": end}, "price": "20.00", **more})

    def test_what_cannot_be_priced_says_why(self):
        self.assertEqual(self.price("2026-03-01T00:00:00", "2026-04-01T01:00:00")["segments"][0]["seconds"], 31 * 86400)
        for start, end, reason in (("2026-03-03T10:00:00", "2026-03-03T09:00:00", "END_BEFORE_START"),
                                   ("2026-03-01T00:00:00", "2026-04-01T01:00:01", "END_BEFORE_START"),
                                   ("2026-03-29T02:30:00", "2026-03-29T05:00:00", "TIME_DOES_NOT_EXIST")):
            told = self.price(start, end)
            self.assertEqual((told["reason"], told["segments"], told["cents"]), (reason, [], None))
        for wrong in ({"price": "-1"}, {"base_seconds": -1}, {"extra_seconds": "-1/2"}):
            with self.assertRaises(Failed) as caught:
                self.price("2026-03-03T09:00:00", "2026-03-03T10:00:00", **wrong)
            self.assertEqual(caught.exception.status, 5)

    def test_a_wrong_question_is_refused_with_its_place(self):
        for of, question in (("vat", {"prices_include_tax": True}), ("reduced_price", {"price": "24.58", "percent": "33.3333"}),
                             ("nothing", {}), ("declarative_quota", {"declared": 2, "all": 1, "quota": "5"})):
            if of == "vat":
                question["amount"] = []
            with self.assertRaises(Failed) as caught:
                self.calculate(of, question)
            if of == "vat":
                self.assertEqual(caught.exception.path, "/amount")

    def test_elements_of_messages_are_described(self):
        rows = json.loads(text_from("esppadom_describe", view("delivery")))["rows"]
        self.assertIn(("delivery_id", "known"), {(one["field"], one["standing"]) for one in rows})
        with self.assertRaises(Failed):
            text_from("esppadom_describe", view("circumstances"))


if __name__ == "__main__":
    unittest.main()
