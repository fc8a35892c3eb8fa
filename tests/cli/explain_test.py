"""`explain`: every visit of the example month, and of other rule books, replays from its JSON alone and agrees with the
bill; any changed number is noticed; text and page say it in both languages."""

import copy
import html.parser
import json
import pathlib
import re
import shutil
import sys
import tempfile
import unittest
from decimal import Decimal
from fractions import Fraction

import jsonschema

from command import ERRORS, FINE, SOURCE, UNUSABLE, CommandTest, bill_arguments, month, run

sys.path.insert(0, str(SOURCE / "tests" / "oracle"))

import random_month  # noqa: E402
import replay  # noqa: E402
from random_rules import FAMILIES  # noqa: E402

SCHEMA = json.loads((SOURCE / "schemas" / "json" / "explain.schema.json").read_text(encoding="utf-8"))
DOCUMENT_SCHEMA = json.loads(
    (SOURCE / "schemas" / "json" / "explain_document.schema.json").read_text(encoding="utf-8"))
RULES = sorted((SOURCE / "examples" / "rules").glob("*.json"))


def explained(folder, out, **changes):
    """The bill of a month and the explanation of each of its visits."""
    done = run(*bill_arguments(folder, out, **changes), "--explain")
    assert done.code in (FINE, ERRORS), done.err + done.out[:2000]
    lines = (pathlib.Path(out) / "explanations.jsonl").read_text(encoding="utf-8").splitlines()
    return json.loads((pathlib.Path(out) / "bill.json").read_text(encoding="utf-8")), [json.loads(line) for line in lines]


def scalars(tree, path=()):
    """Every text, number and truth value of a document, with its place."""
    items = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in items:
        yield from scalars(value, (*path, key))
    if isinstance(tree, (str, int)):
        yield path, tree


def explain_arguments(folder, **changes):
    words = bill_arguments(folder, None, **{"--format": None, "--out": None, **changes})
    return ["explain", *words[1:]]


class Month(CommandTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(holder.cleanup)
        cls.out = pathlib.Path(holder.name)
        cls.bill, cls.visits = explained(month(), cls.out / "out")
        cls.by_id = {one["delivery"]: one for one in cls.visits}

    def test_a_run_that_explains_bills_the_same(self):
        done = run(*bill_arguments(month(), self.out / "plain"))
        self.assertEqual(done.out, (self.out / "out" / "bill.json").read_text(encoding="utf-8"))
        for name in ("ledger.json",):
            self.assertEqual((self.out / "plain" / name).read_bytes(), (self.out / "out" / name).read_bytes())
        self.assertFalse((self.out / "plain" / "explanations.jsonl").exists())

    def test_every_visit_is_explained_and_replays(self):
        ids = {row["delivery"] for row in self.bill["unbilled"]}
        for invoice in self.bill["invoices"] + self.bill["beneficiary_invoices"]:
            for line in invoice["lines"]:
                ids.update(line["deliveries"])
        self.assertLessEqual(ids, set(self.by_id))
        for one in self.visits:
            replay.check(one)

    def test_documents_follow_the_schema(self):
        validator = jsonschema.Draft202012Validator(SCHEMA)
        for one in self.visits[::7]:
            validator.validate(one)

    def test_amounts_are_those_of_the_bill(self):
        compared = 0
        for invoice in self.bill["invoices"]:
            for line in invoice["lines"]:
                for delivery in line["deliveries"]:
                    compared += 1
                    fits = [
                        (mine, share) for mine in self.by_id[delivery]["lines"] for share in mine["shares"]
                        if share["payer"] == invoice["funder"] and mine["order_line"] == line["order_line"]
                        and Decimal(mine["unit_price"]) == Decimal(line["unit_price"])
                        and Decimal(mine["surcharge_pct"]) == Decimal(line["surcharge_pct"])
                        and Decimal(mine["participation_pct"]) == Decimal(line["participation_pct"])
                        and mine["funders"] == line["funders"]
                        and share["to_invoice"] == line["funder_share"] and mine["gross"] == line["gross"]
                    ]
                    self.assertEqual(len(fits), 1, (delivery, line))
                    seconds = Fraction(fits[0][0]["billed_seconds"])
                    self.assertEqual(int(seconds + Fraction(1, 2)), line["billed_seconds"])
        self.assertGreater(compared, 300)

    def test_what_the_beneficiary_owes_is_that_of_the_bill(self):
        for invoice in self.bill["beneficiary_invoices"]:
            for line in invoice["lines"]:
                wanted = Decimal(line["amount"])
                mine = self.by_id[line["deliveries"][0]]
                amounts = {Decimal(share["to_invoice"]) for each in mine["lines"] for share in each["shares"]
                           if share["party"] == "beneficiary" and share["reason"] == line["reason"]}
                self.assertIn(wanted, amounts, (line, mine["delivery"]))

    def test_what_is_not_billed_says_why(self):
        reasons = {(row["delivery"], row["reason"]) for row in self.bill["unbilled"]}
        said = {(row["delivery"], row["reason"]) for one in self.visits for row in one["unbilled"]}
        self.assertEqual(reasons, said)
        for one in self.visits:
            if one["billed"]:
                continue
            self.assertTrue(one["reason"], one["delivery"])
            self.assertTrue(one["reason"]["en"] and one["reason"]["fr"])

    def test_parameters_name_their_rule_set(self):
        book = json.loads((month() / "rules.json").read_text(encoding="utf-8"))
        known = {(each["id"], each["version"]) for each in book["rule_sets"]}
        named = set()
        for one in self.visits:
            for each in one["rule_sets"]:
                self.assertIn((each["id"], each["version"]), known)
                self.assertRegex(each["sha256"], r"^[0-9a-f]{64}$")
                self.assertIn("level", each["scope"])
            for step in one["steps"]:
                if step["operation"] == "parameter":
                    self.assertTrue(step["parameter"]["key"] and step["parameter"]["label"], step)
                    if step["parameter"]["rule_set"] is not None:
                        named.add(one["rule_sets"][step["parameter"]["rule_set"]]["id"])
                self.assertTrue(step["title_en"] and step["title_fr"], step)
                if step["operation"] != "group":
                    self.assertTrue(step["en"] and step["fr"] and step["unit"] in SCHEMA["$defs"]["unit"]["enum"])
        self.assertTrue(named)

    def test_any_changed_number_is_noticed(self):
        richest = sorted(self.visits, key=lambda one: len({step["label"] for step in one["steps"]}))[-3:]
        by_seal_alone = changed = 0
        for one in richest:
            for place in literals(one):
                other = copy.deepcopy(one)
                change(other, place)
                changed += 1
                with self.assertRaises(replay.Wrong, msg=f"{one['delivery']} {place}"):
                    replay.check(other)
                try:
                    replay.check(other, with_seal=False)
                    by_seal_alone += 1
                except replay.Wrong:
                    pass
        self.assertGreater(changed, 100)
        self.assertLess(by_seal_alone, changed / 4)

    def test_anything_changed_is_noticed(self):
        """Also what no step uses: the price a line names, the version of a rule set, a label, an amount at stake."""
        billed = max(self.visits, key=lambda one: len(one["steps"]))
        unbilled = next(one for one in self.visits if one["unbilled"])
        for one in (billed, unbilled):
            for path, value in scalars({key: value for key, value in one.items() if key != "seal"}):
                other = copy.deepcopy(one)
                holder = other
                for key in path[:-1]:
                    holder = holder[key]
                holder[path[-1]] = not value if isinstance(value, bool) else value + ("1" if isinstance(value, str) else 1)
                with self.assertRaises(replay.Wrong, msg=f"{one['delivery']} {path}"):
                    replay.check(other)

    def test_one_visit_as_text_json_and_page(self):
        one = max(self.visits, key=lambda each: len(each["steps"]))
        words = explain_arguments(month()) + ["--delivery", one["delivery"]]
        self.assertEqual(self.expect(FINE, *words, "--format", "json").json, one)
        english = self.expect(FINE, *words).out
        french = self.expect(FINE, *words, "--lang", "fr").out
        self.assertIn("How it comes about", english)
        self.assertIn("Comment on y arrive", french)
        self.assertRegex(french, r"\d,\d\d\u00a0€")
        self.assertNotRegex(french, r"\d\.\d\d\u00a0€")
        for text in (english, french):
            self.assertEqual(len(re.findall(r"^ +\[\d+\] ", text, re.M)), len(one["steps"]))
        for lang in ("en", "fr"):
            page = self.folder / f"{lang}.html"
            self.assertEqual(self.expect(FINE, *words, "--format", "html", "--lang", lang, "-o", page).out, "")
            Page(self, page.read_text(encoding="utf-8"), lang)

    def replayed_document(self, words, invoice):
        one = self.expect(FINE, *words, "--document", invoice["id"], "--format", "json").json
        jsonschema.Draft202012Validator(DOCUMENT_SCHEMA).validate(one)
        replay.check(one)
        self.assertEqual([one["result"][key] for key in ("lines", "grand_total", "due")],
                         [invoice[key] for key in ("total", "grand_total", "due")])
        return one

    def test_documents_replay_and_agree_with_the_bill(self):
        words = explain_arguments(month())
        for invoice in self.bill["invoices"][:2]:
            one = self.replayed_document(words, invoice)
            shares = [step["result"] for step in one["steps"] if step["label"] == "document_line"]
            self.assertEqual([Fraction(share) for share in shares],
                             [Fraction(line["funder_share"]) for line in invoice["lines"]])
        for index, step in enumerate(one["steps"]):  # a changed number is noticed
            if step["result"] is None:
                continue
            wrong = copy.deepcopy(one)
            wrong["steps"][index]["result"] = str(Fraction(step["result"]) + 1)
            with self.assertRaises(replay.Wrong):
                replay.check(wrong)

    def test_penalties_and_vat_of_a_document(self):
        book = json.loads((month() / "rules.json").read_text(encoding="utf-8"))
        for each in book["rule_sets"]:
            if each["scope"]["level"] in ("departement", "provider"):  # below, a penalty has no effect
                each.setdefault("correction", {}).update(penalty="reduction", threshold_pct="0.01", k="0.5")
            each.setdefault("invoicing", {}).update(vat_pct="5.5", prices_include_tax=True)
        rules = self.folder / "taxed.json"
        rules.write_text(json.dumps(book), encoding="utf-8")
        words = explain_arguments(month(), **{"--rules": rules})
        done = run(*bill_arguments(month(), self.folder / "taxed", **{"--rules": rules}))
        bill = json.loads(done.out)
        penalties = 0
        for invoice in bill["invoices"][:3]:
            one = self.replayed_document(words, invoice)
            self.assertTrue(any(step["label"] == "exact_net" for step in one["steps"]))
            self.assertFalse(any(step["label"] == "line_vat_rate" for step in one["steps"]))  # each names its rule
            penalties += sum(step["label"] == "exact_reduction" for step in one["steps"])
        self.assertGreater(penalties, 0)

    def test_a_document_as_text_and_page(self):
        words = explain_arguments(month()) + ["--document", self.bill["invoices"][0]["id"]]
        self.assertIn("net à payer", self.expect(FINE, *words, "--lang", "fr").out)
        self.assertIn("sum of the lines", self.expect(FINE, *words).out)
        for lang in ("en", "fr"):
            Page(self, self.expect(FINE, *words, "--format", "html", "--lang", lang).out, lang)

    def test_wrong_use(self):
        words = explain_arguments(month())
        self.assertIn("--delivery", self.expect(UNUSABLE, *words).err)
        self.assertIn("no visit NOBODY", self.expect(UNUSABLE, *words, "--delivery", "NOBODY").err)
        self.expect(UNUSABLE, *words, "--delivery", "NOBODY", "--format", "pdf")
        self.assertIn("no document NONE", self.expect(UNUSABLE, *words, "--document", "NONE").err)
        self.expect(UNUSABLE, *words, "--document", "NONE", "--delivery", "NOBODY")


class Page(html.parser.HTMLParser):
    """A page that needs nothing else: tags are balanced, nothing is loaded, every reference has its place."""

    def __init__(self, test, text, lang):
        super().__init__()
        self.test, self.open, self.ids, self.targets, self.lang = test, [], set(), set(), None
        self.feed(text)
        test.assertEqual(self.open, [])
        test.assertEqual(self.lang, lang)
        test.assertLessEqual(self.targets, self.ids)
        test.assertNotRegex(text, r"https?://|<script|<link|@import|url\(")

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "html":
            self.lang = attrs.get("lang")
        if "id" in attrs:
            self.ids.add(attrs["id"])
        if tag == "a":
            self.targets.add(attrs["href"].removeprefix("#"))
        self.test.assertNotIn("src", attrs)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        self.test.assertEqual(self.open.pop(), tag)


def literals(document):
    """Places of all numbers that no step gave: results of inputs, parameters and look-ups, operands of their own."""
    for index, step in enumerate(document["steps"]):
        if step["operation"] in ("input", "parameter", "look_up"):
            yield index, None
        for at, operand in enumerate(step["operands"]):
            if "value" in operand:
                yield index, at


def change(document, place):
    index, at = place
    step = document["steps"][index]
    if at is None:
        step["result"] = str(Fraction(step["result"]) + 1)
    else:
        step["operands"][at]["value"] = str(Fraction(step["operands"][at]["value"]) + 1)


def within(document, label):
    """The places of literals in the groups of that label."""
    groups = set()
    for index, step in enumerate(document["steps"]):
        if step["label"] == label and step["operation"] == "group" or step["parent"] in groups:
            groups.add(index)
    return [place for place in literals(document) if place[0] in groups]


class Shared(CommandTest):
    """What is decided with other visits is computed from what is given: a changed number shows without the seal."""

    def under(self, levels=(), **families):
        book = json.loads((month() / "rules.json").read_text(encoding="utf-8"))
        for each in book["rule_sets"]:
            for name, keys in families.items() if not levels or each["scope"]["level"] in levels else ():
                each.setdefault(name, {}).update(keys)
        rules = self.folder / "rules.json"
        rules.write_text(json.dumps(book), encoding="utf-8")
        return rules

    def noticed(self, document, label):
        """How many literals of such groups there are, and how many of them show when they are changed."""
        places = within(document, label)
        shown = 0
        for place in places:
            other = copy.deepcopy(document)
            change(other, place)
            with self.assertRaises(replay.Wrong, msg=f"{label} {place}"):
                replay.check(other)
            try:
                replay.check(other, with_seal=False)
            except replay.Wrong:
                shown += 1
        return len(places), shown

    def test_hours_granted(self):
        bill, visits = explained(month(), self.folder / "out", **{"--rules": self.under(smoothing={"prorata": "daily"})})
        granted = 0
        for one in visits[::9]:
            replay.check(one)
            self.assertFalse([step for step in one["steps"]
                              if step["label"] == "plan_of_period" and step["operation"] == "input"], one["delivery"])
            there, shown = self.noticed(one, "granted")
            self.assertEqual(there, shown, one["delivery"])
            granted += there
        self.assertGreater(granted, 10)

    def test_the_rate_of_the_national_scale(self):
        for gir, plan, resources, couple in (3, 1000, 1500, False), (1, 2000, 3000, True), (2, 350, 1000, False):
            inputs = {"gir": gir, "accepted_plan": plan, "resources": resources, "couple": couple}
            payer = {"funder": "APA", "participation": {"rate": "national_apa", "inputs": inputs}}
            rules = self.under(("departement",), funding={"per_funder": [payer]}, tariff={"source": "rule_book"})
            bill, visits = explained(month(), self.folder / "out", **{"--rules": rules})
            there = shown = 0
            for one in visits[::29]:
                replay.check(one)
                counts = self.noticed(one, "national_scale")
                there, shown = there + counts[0], shown + counts[1]
                for step in one["steps"]:
                    if step["key"] == "national.apa":  # each value of the scale names its text
                        self.assertRegex(step["fr"], r"article (R232-11|D232-9-1)|montant publié")
            self.assertGreater(there, 10, inputs)
            self.assertGreater(shown, there // 2, inputs)

    def test_cents_that_an_invoice_rounds_together(self):
        rules = self.under(invoicing={"round_at": "invoice", "granularity": "provider_beneficiary"})
        bill, visits = explained(month(), self.folder / "out", **{"--rules": rules})
        there = shown = computed = 0
        for one in visits:
            replay.check(one)
            computed += sum(step["label"] == "rounded_together" for step in one["steps"])
            given = [step for step in one["steps"] if step["label"] == "line_cents" and step["operation"] == "input"]
            self.assertFalse(given, one["delivery"])
        for one in visits[::17]:
            counts = self.noticed(one, "rounded_together")
            there, shown = there + counts[0], shown + counts[1]
        self.assertGreater(computed, 50)
        self.assertGreater(shown, there // 2)

    def test_counts_of_a_correction_rate(self):
        correction = {"penalty": "reduction", "threshold_pct": "0.01", "k": "0.5"}
        rules = self.under(("departement", "provider"), correction=correction)
        done = run(*bill_arguments(month(), self.folder / "out", **{"--rules": rules}))
        rates = 0
        for invoice in json.loads(done.out)["invoices"][:3]:
            words = explain_arguments(month(), **{"--rules": rules})
            one = self.expect(FINE, *words, "--document", invoice["id"], "--format", "json").json
            replay.check(one)
            for index, step in enumerate(one["steps"]):
                if step["label"] not in ("visits_of_class", "corrected_of_class"):
                    continue
                rates += 1
                wrong = copy.deepcopy(one)
                change(wrong, (index, None))
                with self.assertRaises(replay.Wrong):
                    replay.check(wrong, with_seal=False)
        self.assertGreater(rates, 1)


class OtherRules(CommandTest):
    def test_the_example_month_under_every_rule_book(self):
        for rules in RULES:
            with self.subTest(rules=rules.name):
                out = self.folder / rules.stem
                bill, visits = explained(month(), out, **{"--rules": rules})
                self.assertTrue(visits)
                for one in visits:
                    replay.check(one)
                shutil.rmtree(out)

    def test_random_months_of_all_families(self):
        visits, labels, given = 0, set(), set()
        for seed, families in enumerate(ROUNDS):
            made = random_month.make_month(f"explain{seed}", families, {})
            folder = self.folder / str(seed)
            random_month.write(made, folder)
            words = {"--rules": folder / "rules.json", "--orders": folder / "orders.xml",
                     "--deliveries": folder / "deliveries.xml", "--circumstances": folder / "circumstances.json",
                     "--month": made.month, "--as-of": made.as_of, "--out": folder / "out"}
            done = run("bill", *[word for pair in words.items() for word in pair], "--explain")
            path = folder / "out" / "explanations.jsonl"
            if not path.exists():
                continue  # this month's rules do not load
            for line in path.read_text(encoding="utf-8").splitlines():
                one = json.loads(line)
                with self.subTest(families=families, delivery=one["delivery"]):
                    replay.check(one)
                visits += 1
                labels.update(step["label"] for step in one["steps"])
                given.update(step["label"] for step in one["steps"] if step["operation"] == "input")
            self.assertIn(done.code, (FINE, ERRORS))
            shutil.rmtree(folder)
        self.assertGreater(visits, 500)
        self.assertGreater(len(labels), 90)
        self.assertFalse(given & {"plan_of_period", "fixed_of_month", "line_cents"})

    def test_what_earlier_runs_invoiced_is_taken_off(self):
        first = self.folder / "first"
        self.expect_billed(run(*bill_arguments(month(), first)))
        other = self.folder / "rules.json"
        book = json.loads((month() / "rules.json").read_text(encoding="utf-8"))
        for each in book["rule_sets"]:
            each["id"] += "-other"
            each.setdefault("duration", {})["min_billable_min"] = 45
        other.write_text(json.dumps(book), encoding="utf-8")
        bill, visits = explained(month(), self.folder / "second", **{"--rules": other, "--ledger": first / "ledger.json"})
        differences = [step for one in visits for step in one["steps"] if step["label"] == "difference"]
        for one in visits:
            replay.check(one)
        self.assertTrue(bill["invoices"])
        self.assertTrue(differences)

    def expect_billed(self, done):
        self.assertIn(done.code, (FINE, ERRORS), done.err)


def rounds():
    """Each family once, beside its neighbour in the list."""
    names = list(FAMILIES)
    return [(name, names[(i + 1) % len(names)]) for i, name in enumerate(names)]


ROUNDS = rounds()


if __name__ == "__main__":
    unittest.main()
