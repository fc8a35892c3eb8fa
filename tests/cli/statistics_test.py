"""`esppadom statistics`: every statistic over the ledger of a billed month agrees with what was billed, and with its schema."""

import csv
import decimal
import functools
import io
import json
import pathlib
import re
import tempfile
import unittest

import jsonschema

from command import ERRORS, FINE, SOURCE, UNUSABLE, CommandTest, bill_arguments, month, run

D = decimal.Decimal
ACTIVITY = ["hours_by_beneficiary", "hours_by_beneficiary_and_provider", "hours_by_provider", "hours_by_service",
            "hours_by_branch", "hours_by_district", "beneficiaries_by_funder", "activity_summary"]
OTHERS = ["hours_by_caregiver", "hours_by_pair", "plan_follow_up", "forecast_against_real", "calls", "correction_rates",
          "schedule_by_beneficiary", "schedule_by_caregiver", "profiles", "absences", "alerts"]


@functools.lru_cache(maxsize=None)
def billed():
    holder = tempfile.TemporaryDirectory()
    billed.holder = holder  # removed when the program ends
    out = pathlib.Path(holder.name) / "out"
    done = run(*bill_arguments(month(), out))
    assert done.code in (FINE, ERRORS), done.err
    return out, done.json


@functools.lru_cache(maxsize=None)
def validator(name):
    schema = json.loads((SOURCE / "schemas" / "json" / f"{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def arguments(of, *more):
    return ["statistics", "--of", of, "--ledger", billed()[0] / "ledger.json", "--rules", month() / "rules.json",
            "--circumstances", month() / "circumstances.json", *more]


class Statistics(CommandTest):
    def statistic(self, of, *more):
        done = run(*arguments(of, "--format", "json", *more))
        self.assertIn(done.code, (FINE, ERRORS), done.err)
        self.assertEqual([error.message for error in validator("statistics").iter_errors(done.json)], [])
        return done.json

    def test_sums_are_those_of_the_invoices(self):
        result = billed()[1]
        funders = sum(D(one["total"]) * (-1 if one["type"] == "credit_note" else 1) for one in result["invoices"])
        beneficiaries = sum(D(one["total"]) for one in result["beneficiary_invoices"])
        for of in ACTIVITY:
            for period in ("month", "year"):
                rows = self.statistic(of, "--period", period)["rows"]
                self.assertTrue(rows)
                self.assertEqual(sum(D(row["funder_amount"] or 0) for row in rows), funders, of)
                self.assertEqual(sum(D(row["beneficiary_amount"] or 0) for row in rows), beneficiaries, of)

    def test_every_statistic_is_given_in_every_form(self):
        for of in ACTIVITY + OTHERS:
            report = self.statistic(of)
            self.assertEqual((report["schema"], report["of"]), ("esppadom/statistics/1", of))
            done = run(*arguments(of, "--format", "csv"))
            rows = list(csv.reader(io.StringIO(done.out, newline="")))
            self.assertEqual(len(rows), len(report["rows"]) + 1, of)
            self.assertEqual({len(row) for row in rows}, {len(rows[0])})
            self.assertIn(of, run(*arguments(of, "--lang", "fr")).out)

    def test_rates_show_both_their_parts(self):
        for row in self.statistic("correction_rates")["rows"]:
            rate = row["correction"]
            self.assertLessEqual(rate["numerator"], rate["denominator"])
            expected = (D(rate["numerator"]) * 100 / D(rate["denominator"])).quantize(D("0.01"), decimal.ROUND_HALF_UP)
            self.assertEqual(D(rate["pct"]), expected)

    def test_one_beneficiary_over_all_providers(self):
        who = self.statistic("hours_by_beneficiary")["rows"][0]["beneficiary"]
        rows = self.statistic("hours_by_beneficiary_and_provider", "--beneficiary", who)["rows"]
        self.assertEqual({row["beneficiary"] for row in rows}, {who})
        self.assertTrue(all(row["provider"] for row in rows))

    def test_a_name_that_nothing_bears_is_told(self):
        known = billed()[1]["invoices"][0]
        for option, name in (("--provider", known["provider"]), ("--funder", known["funder"]), ("--caregiver", None),
                             ("--service", known["lines"][0]["service"]), ("--beneficiary", known["lines"][0]["beneficiary"])):
            told = [one for one in self.statistic("activity_summary", option, "NOBODY", "--lang", "fr")["findings"]
                    if one["code"] == "ESP-STA-003"]
            self.assertEqual(len(told), 1, option)
            self.assertIn("« NOBODY »", told[0]["message"])
            if name:
                codes = {one["code"] for one in self.statistic("activity_summary", option, name)["findings"]}
                self.assertNotIn("ESP-STA-003", codes, option)

    def test_two_runs_give_the_same_bytes(self):
        for of in ("hours_by_pair", "alerts"):
            self.assertEqual(run(*arguments(of, "--format", "json")).out, run(*arguments(of, "--format", "json")).out)

    def test_alerts_are_told_once_through_the_ledger(self):
        kept = self.folder / "kept.json"

        def tell(ledger, *more):
            done = run("statistics", "--of", "alerts", "--ledger", ledger, "--rules", month() / "rules.json",
                       "--circumstances", month() / "circumstances.json", "--ledger-out", kept, "--format", "json", *more)
            self.assertIn(done.code, (FINE, ERRORS), done.err)
            self.assertEqual([error.message for error in validator("alerts").iter_errors(done.json)], [])
            return done.json

        known = {row["id"] for row in self.statistic("alerts")["rows"]}
        self.assertGreater(len(known), 2)
        first = tell(billed()[0] / "ledger.json")
        self.assertEqual({row["id"] for row in first["events"] if row["change"] == "begun"}, known)
        self.assertEqual(len(first["events"]), len(known))
        written = kept.read_bytes()
        again = tell(kept)
        self.assertEqual((again["events"], again["standing"]), ([], len(known)))
        self.assertEqual(kept.read_bytes(), written)
        facts, before = json.loads(written), json.loads((billed()[0] / "ledger.json").read_text(encoding="utf-8"))
        told = {one["id"] for part in facts["beneficiaries"] for one in part.pop("alerts", [])}
        for part in before["beneficiaries"]:
            part.pop("alerts", None)
        self.assertEqual(told, known)
        self.assertNotEqual(facts.pop("seal"), before.pop("seal"))
        self.assertEqual(facts, before)
        later = tell(kept, "--now", "2099-01-05T08:00")
        ended = {row["id"] for row in later["events"] if row["change"] == "ended"}
        self.assertTrue(ended <= known)
        self.assertEqual(len(known) - len(ended), later["standing"])
        self.expect(UNUSABLE, *arguments("calls", "--ledger-out", kept))

    def test_small_groups_are_left_out(self):
        whole = self.statistic("profiles")
        sizes = sorted(row["beneficiaries"] for row in whole["rows"])
        limit = max(2, sizes[0] + 1)
        kept = self.statistic("profiles", "--smallest-group", limit)
        self.assertEqual(kept["query"]["smallest_group"], limit)
        self.assertEqual(kept["suppressed"] + len(kept["rows"]), len(whole["rows"]))
        self.assertNotEqual(kept["suppressed"], 1)
        self.assertTrue(all(row["beneficiaries"] >= limit for row in kept["rows"]))
        self.expect(UNUSABLE, *arguments("calls", "--smallest-group", 5))
        self.expect(UNUSABLE, *arguments("profiles", "--smallest-group", 1))

    def test_no_person_is_named(self):
        personal = set()
        for path in (month() / "orders").rglob("*.xml"):
            personal.update(re.findall(r":(?:FamilyName|GivenName|BirthDateTime|LineOne|Name)>([^<]{4,})<", path.read_text(encoding="utf-8")))
        self.assertGreater(len(personal), 20)
        text = run(*arguments("profiles", "--format", "json")).out
        self.assertEqual([value for value in personal if value in text], [])

    def test_wrong_use(self):
        for words in (["statistics"], ["statistics", "--of", "hours_by_beneficiary"], arguments("weather"),
                      arguments("calls", "--period", "decade"), arguments("calls", "--from", "2026-13"),
                      arguments("alerts", "--now", "noon")):
            self.expect(UNUSABLE, *words)


if __name__ == "__main__":
    unittest.main()
