"""Each law can fail: with one wrong function in the place of the library's, the tests that bear its number notice.

Every test of the laws must be named here with a defect, so that none is written that holds whatever comes.
"""

import copy
import importlib
import io
import random
import unittest
from decimal import Decimal
from fractions import Fraction
from unittest import mock

import library
import strategies
from hypothesis import settings

MODULES = ("functions_test", "visits_test", "runs_test")
RIGHT = {name: getattr(library, name) for name in ("round_duration", "split", "apa", "bill", "written", "shown")}


def bill_with(change):
    """A library whose bills are changed before anybody reads them."""

    def bill(*words, **more):
        data, ledger = RIGHT["bill"](*words, **more)
        data = copy.deepcopy(data)
        return change(data, more) or data, ledger

    return {"bill": bill}


def rounded(change):
    return {"round_duration": lambda seconds, **how: change(RIGHT["round_duration"](seconds, **how), seconds, how)}


def all_lines(data):
    return [line for kind in ("invoices", "beneficiary_invoices") for document in data[kind] for line in document["lines"]]


def a_minute_more(data, _):
    for line in all_lines(data)[:1]:
        line["billed_seconds"] += 60


def a_cent_more(data, _):
    for line in all_lines(data)[:1]:
        name = "net_share" if "net_share" in line else "amount"
        line[name] = str(Decimal(line[name]) + Decimal("0.01"))


def by_chance(data, _):
    """Another answer to the same question."""
    for line in all_lines(data):
        line["billed_seconds"] += random.getrandbits(20)
        line["gross"] = str(random.getrandbits(20))
    for row in data["smoothing"]:
        row["used"] += random.getrandbits(20)


def rows(**changes):
    def change(data, _):
        for row in data["smoothing"]:
            row.update({name: worth(row) if callable(worth) else worth for name, worth in changes.items()})

    return bill_with(change)


def never_less_over(data, more):
    """What is over grows with what was asked before: a longer horizon is asked after a shorter one."""
    never_less_over.calls = getattr(never_less_over, "calls", 0) + 1
    for row in data["smoothing"]:
        row["excess"] += never_less_over.calls


def corrected_first(data, _):
    total = data["correction_rate"]["total"]
    for part in ("corrected", "corrected_stamps", "corrected_seconds"):
        total[part] = total["stamps"] ** 3 + total["billed_seconds"] ** 2 + total["interventions"] ** 2


def too_high_a_cap(data, _):
    for line in all_lines(data):
        line["billed_seconds"] += 100_000


def forgets(name):
    """A library that does not see one part of what it is given."""

    def bill(*words, **more):
        return RIGHT["bill"](*words, **{**more, name: None})

    return {"bill": bill}


def apa(change):
    def wrong(date, **given):
        told = RIGHT["apa"](date, **given)
        return mock.Mock(accepted=told.accepted, rate=told.rate, participation=change(told.participation, given))

    return {"apa": wrong}


def split(change):
    def wrong(*words, **more):
        done = RIGHT["split"](*words, **more)
        return mock.Mock(**{**done.__dict__, **change(done)})

    return {"split": wrong}


def reads(change):
    return {"written": lambda *words: change(RIGHT["written"](*words))}


# The test, and what is wrong in the library when it must fail.
DEFECTS = {
    "test_i1_rounding_twice_is_rounding_once": rounded(lambda done, seconds, how: done + how["step"] * (seconds > 0)),
    "test_i2_a_longer_visit_is_never_rounded_to_less": rounded(lambda done, seconds, how: seconds // 7 * 7),
    "test_i3_rounding_moves_at_most_half_a_step_or_less_than_one": rounded(lambda done, seconds, how: done + how["step"]),
    "test_i4_a_higher_threshold_never_gives_more": rounded(
        lambda done, seconds, how: done + how["step"] * (how.get("threshold", 0) == how["step"])
    ),
    "test_i9_the_shares_are_the_price": split(lambda done: {"beneficiary_cents": done.beneficiary_cents + Decimal("0.01")}),
    "test_i10_between_nothing_and_nine_tenths": apa(lambda share, given: share + 1),
    "test_i10_more_resources_never_pay_less": apa(lambda share, given: share - Fraction(given["resources"])),
    "test_i10_no_jump_at_the_thresholds_of_the_resources": apa(lambda share, given: share * Fraction(99, 100) + 1),
    "test_i10_no_jump_at_the_edges_of_the_slices": apa(lambda share, given: share * int(given["plan"] * 100 % 2 + 1)),
    "test_i3_stamps_move_by_a_step_each_at_most": bill_with(too_high_a_cap),
    "test_i5_never_below_nothing_nor_above_a_cap": bill_with(too_high_a_cap),
    "test_i6_the_zone_of_the_machine_changes_nothing": bill_with(by_chance),
    "test_i6_time_is_that_of_the_tz_database": bill_with(a_minute_more),
    "test_i6_the_parts_of_a_split_are_the_whole": bill_with(by_chance),
    "test_i11_rates_are_between_nothing_and_all": bill_with(corrected_first),
    "test_i11_a_stamped_visit_never_raises_the_rate": bill_with(corrected_first),
    "test_i11_visits_that_cannot_be_stamped_do_not_count": bill_with(
        lambda data, _: data["correction_rate"]["total"].update(corrected=len(all_lines(data)))
    ),
    "test_i14_raw_stamps_change_no_amount": bill_with(by_chance),
    "test_i14_a_withdrawal_removes_its_visit_and_nothing_else": bill_with(by_chance),
    "test_i16_what_is_written_reads_the_same": reads(lambda text: text + b" " * random.getrandbits(8)),
    "test_i16_unknown_elements_stay": reads(lambda text: text.replace(b"Strange", b"S")),
    "test_i7_what_is_used_comes_from_somewhere": rows(carried=lambda row: row["carried"] + 60),
    "test_i7_what_is_granted_goes_somewhere": rows(expired=lambda row: row["expired"] + 60),
    "test_i8_no_lot_is_negative_or_outlives_its_horizon": rows(lots=[{"month": "2025-01", "left": 60}]),
    "test_i8_carrying_longer_never_leaves_more_over": bill_with(never_less_over),
    "test_i9_lines_and_shares_add_up": bill_with(a_cent_more),
    "test_i18_every_second_keeps_its_price_and_stands_on_one_line": bill_with(a_minute_more),
    "test_i12_a_second_run_emits_nothing": forgets("ledger"),
    "test_i12_an_empty_increment_changes_nothing": forgets("ledger"),
    "test_i12_differences_lead_to_what_is_due": forgets("ledger"),
    "test_i13_a_credit_note_and_a_new_invoice_restore_the_counters": forgets("ledger"),
    "test_i15_the_order_of_messages_does_not_matter": bill_with(by_chance),
    "test_i15_nor_does_their_distribution_over_runs": forgets("ledger"),
    "test_i19_an_order_that_follows_another_emits_nothing": forgets("ledger"),
    "test_i19_counters_follow_from_the_ledger": forgets("ledger"),
    "test_i17_the_order_of_rule_sets_does_not_matter": bill_with(by_chance),
    "test_i17_a_version_outside_its_dates_changes_nothing": bill_with(by_chance),
}


def every_test():
    """Name and class of each test of a law."""
    for module in MODULES:
        for cases in vars(importlib.import_module(module)).values():
            if isinstance(cases, type) and issubclass(cases, unittest.TestCase):
                yield from ((name, cases) for name in dir(cases) if name.startswith("test_"))


class Seeded(unittest.TestCase):
    def test_every_law_has_a_test(self):
        laws = {int(name.split("_")[1][1:]) for name, _ in every_test()}
        self.assertEqual(laws, set(range(1, 20)))

    def test_every_test_of_a_law_has_a_defect(self):
        self.assertEqual(sorted(name for name, _ in every_test()), sorted(DEFECTS))

    def test_every_defect_is_caught(self):
        for name, cases in every_test():
            never_less_over.calls = 0
            with self.subTest(name), mock.patch.multiple(library, **DEFECTS[name]):
                quick = settings(max_examples=100, phases=strategies.ONCE, derandomize=True, database=None, deadline=None)
                test = quick(getattr(cases, name))
                with mock.patch.object(cases, name, test):
                    result = unittest.TextTestRunner(stream=io.StringIO()).run(cases(name))
                self.assertEqual((result.testsRun, result.wasSuccessful()), (1, False))
                self.assertEqual(len(result.failures), 1, result.errors)


if __name__ == "__main__":
    unittest.main()
