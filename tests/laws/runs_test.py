"""Laws of months and of runs that follow each other: smoothing (I7, I8), shares and lines (I9), increments (I12, I13,
I15, I19), rule sets (I17), segments (I18).
"""

import copy
import datetime
import unittest
from collections import Counter
from decimal import Decimal

import library
from hypothesis import assume, given
from hypothesis import strategies as st
from results import amounts, asked, elapsed, sign, told
from strategies import CARRIES, DURATIONS, FUNDINGS, INVOICINGS, RULES, SMOOTHINGS, months

DAY = datetime.timedelta(days=1)


def age(row, lot):
    """Months between a lot and the row it stands in."""
    return 12 * (int(row[:4]) - int(lot[:4])) + int(row[5:]) - int(lot[5:])


def left(row):
    return sum(lot["left"] for lot in row["lots"])


def excess(made, smoothing):
    rows = library.bill(made, {"smoothing": smoothing})[0]["smoothing"]
    return Counter({(row["beneficiary"], row["month"]): row["excess"] for row in rows})


class Smoothing(unittest.TestCase):
    @given(months(several=3, plain=True), SMOOTHINGS)
    def test_i7_what_is_used_comes_from_somewhere(self, made, smoothing):
        for row in library.bill(made, {"smoothing": smoothing})[0]["smoothing"]:
            self.assertEqual(row["used"], row["own"] + row["carried"] + row["advance"] + row["excess"])

    @given(months(several=3, plain=True), CARRIES)
    def test_i7_what_is_granted_goes_somewhere(self, made, carry):
        rows = library.bill(made, {"smoothing": {"carry": carry}})[0]["smoothing"]
        for name in {row["beneficiary"] for row in rows}:
            own = [row for row in rows if row["beneficiary"] == name]
            gone = sum(row["own"] + row["carried"] + row["expired"] for row in own)
            self.assertEqual(sum(row["plan_seconds"] for row in own), gone + left(own[-1]))

    @given(months(several=3, plain=True), CARRIES)
    def test_i8_no_lot_is_negative_or_outlives_its_horizon(self, made, carry):
        for row in library.bill(made, {"smoothing": {"carry": carry}})[0]["smoothing"]:
            self.assertTrue(0 <= row["own"] <= row["plan_seconds"])
            for lot in row["lots"]:
                self.assertGreater(lot["left"], 0)
                self.assertTrue(0 <= age(row["month"], lot["month"]) <= carry.get("horizon_periods", 0))

    @given(months(several=3, plain=True), st.integers(1, 4), st.booleans())
    def test_i8_carrying_longer_never_leaves_more_over(self, made, horizon, exceed):
        def over(periods):
            carry = {"enabled": True, "horizon_periods": periods, "may_exceed_ceiling": exceed}
            return excess(made, {"carry": carry})

        strict, short, long = excess(made, {}), over(horizon), over(horizon + 1)
        self.assertTrue(all(short[key] <= strict[key] for key in strict))
        self.assertLessEqual(long.total(), short.total())


class Lines(unittest.TestCase):
    @given(months(), FUNDINGS, INVOICINGS)
    def test_i9_lines_and_shares_add_up(self, made, funding, invoicing):
        data, _ = library.bill(made, {"funding": funding, "invoicing": invoicing})
        for document in data["invoices"]:
            self.assertEqual(sum(Decimal(line["net_share"]) for line in document["lines"]), Decimal(document["total"]))
            for line in document["lines"]:
                gross, share, others, rest = (
                    Decimal(line[name]) for name in ("gross", "funder_share", "other_funders", "beneficiary_share")
                )
                self.assertEqual(gross, share + others + rest)
                self.assertGreaterEqual(min(share, others, rest), 0)
        for document in data["beneficiary_invoices"]:
            self.assertEqual(sum(Decimal(line["amount"]) for line in document["lines"]), Decimal(document["total"]))

    @given(months(exact=True, plain=True), CARRIES, st.booleans())
    def test_i18_every_second_keeps_its_price_and_stands_on_one_line(self, made, carry, cut):
        percent = {"saturday": 100, "sunday": 200}
        rules = {
            "smoothing": {"carry": carry, "split_at_ceiling": cut, **({} if cut else {"crossing": "out"})},
            "funding": {"surcharges": {"percent": percent, "bearer": "funder"}},
        }
        data, _ = library.bill(made, rules)
        seconds, gross = Counter(), Counter()
        for visit in made.visits:
            key = (visit.beneficiary, visit.provider, visit.start.strftime("%Y-%m"))
            factor = {5: 2, 6: 3}.get(visit.start.weekday(), 1)
            seconds[key] += elapsed(visit.start, visit.end)
            gross[key] += factor * Decimal(elapsed(visit.start, visit.end)) / 3600 * Decimal(visit.line.price)
        self.assertEqual(amounts(data), (seconds, gross))


class Runs(unittest.TestCase):
    @given(months(several=2), RULES)
    def test_i12_a_second_run_emits_nothing(self, made, rules):
        first, ledger = library.bill(made, rules)
        again, after = library.bill(made, rules, ledger=ledger)
        self.assertEqual((again["invoices"], again["smoothing"], after), ([], first["smoothing"], ledger))

    @given(months(several=2), RULES)
    def test_i12_an_empty_increment_changes_nothing(self, made, rules):
        first, ledger = library.bill(made, rules)
        again, after = library.bill(made, rules, ledger=ledger, visits=[], orders=[])
        self.assertEqual((again["invoices"], again["smoothing"], after), ([], first["smoothing"], ledger))

    @given(months(several=2), RULES, st.data())
    def test_i12_differences_lead_to_what_is_due(self, made, rules, data):
        assume(made.visits)
        later = copy.copy(data.draw(st.sampled_from(made.visits)))
        later.issued += DAY
        later.end += datetime.timedelta(minutes=data.draw(st.integers(1, 90)))
        first, ledger = library.bill(made, rules)
        then, _ = library.bill(made, rules, ledger=ledger, visits=[later], orders=[], day=20)
        at_once, _ = library.bill(made, rules, visits=[*made.visits, later], day=20)
        self.assertEqual(asked(first, then), asked(at_once))

    @given(months(several=2), RULES, st.data())
    def test_i13_a_credit_note_and_a_new_invoice_restore_the_counters(self, made, rules, data):
        assume(made.visits)
        taken = copy.copy(data.draw(st.sampled_from(made.visits)))
        again = copy.copy(taken)
        taken.code, taken.issued = "SUP", taken.issued + DAY
        again.issued += 2 * DAY
        first, ledger = library.bill(made, rules)
        credit, ledger = library.bill(made, rules, ledger=ledger, visits=[taken], orders=[], day=11)
        self.assertTrue(all(sign(document) == -1 for document in credit["invoices"] if len(made.visits) == 1))
        anew, _ = library.bill(made, rules, ledger=ledger, visits=[again], orders=[], day=12)
        self.assertEqual(asked(first, credit, anew), asked(first))
        self.assertEqual(anew["smoothing"], first["smoothing"])

    @given(months(several=2), RULES, st.randoms(use_true_random=False))
    def test_i15_the_order_of_messages_does_not_matter(self, made, rules, dice):
        orders, visits = list(made.orders), list(made.visits)
        dice.shuffle(orders)
        dice.shuffle(visits)
        one, two = library.bill(made, rules), library.bill(made, rules, orders=orders, visits=visits)
        self.assertEqual((told(two[0]), two[1]), (told(one[0]), one[1]))

    @given(months(several=2), RULES, st.data())
    def test_i15_nor_does_their_distribution_over_runs(self, made, rules, data):
        early = [visit for visit in made.visits if data.draw(st.booleans())]
        late = [visit for visit in made.visits if visit not in early]
        first, ledger = library.bill(made, rules, visits=early)
        then, _ = library.bill(made, rules, visits=late, orders=[], ledger=ledger, day=20)
        at_once, _ = library.bill(made, rules)
        self.assertEqual(asked(first, then), asked(at_once))
        self.assertEqual(then["smoothing"], at_once["smoothing"])

    @given(months(several=2), RULES)
    def test_i19_an_order_that_follows_another_emits_nothing(self, made, rules):
        first, ledger = library.bill(made, rules)
        following = [copy.copy(order) for order in made.orders]
        for order in following:
            order.previous, order.number, order.issued = order.number, order.number + "b", order.issued + DAY
        then, _ = library.bill(made, rules, ledger=ledger, visits=[], orders=following, day=20)
        self.assertEqual((then["invoices"], then["smoothing"]), ([], first["smoothing"]))

    @given(months(several=3), RULES)
    def test_i19_counters_follow_from_the_ledger(self, made, rules):
        whole, _ = library.bill(made, rules)
        ledger = None
        for month in sorted({*(visit.start.strftime("%Y-%m") for visit in made.visits), made.month}):
            visits = [visit for visit in made.visits if visit.start.strftime("%Y-%m") == month]
            data, ledger = library.bill(made, rules, visits=visits, ledger=ledger, of=month)
        self.assertEqual(data["smoothing"], whole["smoothing"])


class Rules(unittest.TestCase):
    @given(months(), RULES, DURATIONS, st.randoms(use_true_random=False))
    def test_i17_the_order_of_rule_sets_does_not_matter(self, made, rules, own, dice):
        sets = [
            library.rule_set("all", rules),
            library.rule_set("one", {"duration": own}, beneficiary="B1"),
            library.rule_set("house", {"duration": {"min_billable_min": 20}}, provider="SAAD01"),
        ]
        mixed = list(sets)
        dice.shuffle(mixed)
        self.assertEqual(told(library.bill(made, mixed)[0]), told(library.bill(made, sets)[0]))
        day = datetime.date(2026, 5, 4)
        self.assertEqual(library.shown(mixed, day), library.shown(sets, day))

    @given(months(), RULES, RULES, st.sampled_from([("2020-01-01", "2024-12-31"), ("2027-01-01", None)]))
    def test_i17_a_version_outside_its_dates_changes_nothing(self, made, rules, other, dates):
        now = library.rule_set("all", rules, "2025-01-01", "2026-12-31")
        then = library.rule_set("other", other, *dates)
        self.assertEqual(told(library.bill(made, [now, then])[0]), told(library.bill(made, [now])[0]))


if __name__ == "__main__":
    unittest.main()
