"""Laws of single functions: rounding (I1-I4), shares of a visit (I9) and the national participation (I10).

The numbers are those of the billing rules reference, section 10.
"""

import datetime
import unittest
from decimal import Decimal
from fractions import Fraction

import library
from hypothesis import given
from hypothesis import strategies as st
from strategies import CENT, EUROS, GIRS, PRICES, SECONDS, STEPS, TIES, YEARS, funders, roundings

# MTP of 1 January; from the reference, section 6.
MTP = {2023: Decimal("1192.55"), 2024: Decimal("1210.90"), 2025: Decimal("1266.60"), 2026: Decimal("1288.13")}
NO_PLAN_LIMIT = Decimal("1850")  # below the ceiling of GIR 1 in each of these years
WHOLE_MINUTES = st.integers(0, 1440).map(lambda minutes: 60 * minutes)


class Rounding(unittest.TestCase):
    @given(SECONDS, roundings())
    def test_i1_rounding_twice_is_rounding_once(self, seconds, how):
        once = library.round_duration(seconds, **how)
        self.assertEqual(library.round_duration(once, **how), once)

    @given(SECONDS, SECONDS, roundings())
    def test_i2_a_longer_visit_is_never_rounded_to_less(self, one, two, how):
        shorter, longer = sorted((one, two))
        self.assertLessEqual(library.round_duration(shorter, **how), library.round_duration(longer, **how))
        self.assertEqual(library.round_duration(one, **how) % how["step"], 0)

    @given(SECONDS, STEPS, TIES)
    def test_i3_rounding_moves_at_most_half_a_step_or_less_than_one(self, seconds, step, tie):
        done = {
            mode: library.round_duration(seconds, step=step, mode=mode, tie=tie)
            for mode in ("nearest", "up", "down", "provider", "payer")
        }
        self.assertLessEqual(2 * abs(done["nearest"] - seconds), step)
        self.assertTrue(0 <= done["up"] - seconds < step)
        self.assertTrue(0 <= seconds - done["down"] < step)
        self.assertTrue(done["provider"] >= done["nearest"] >= done["payer"])

    @given(WHOLE_MINUTES, STEPS, st.data())
    def test_i4_a_higher_threshold_never_gives_more(self, seconds, step, data):
        minutes = st.integers(1, step // 60)
        low, high = sorted((data.draw(minutes), data.draw(minutes)))

        def at(threshold):
            return library.round_duration(seconds, step=step, mode="threshold", threshold=60 * threshold)

        self.assertGreaterEqual(at(low), at(high))
        self.assertEqual(at(1), library.round_duration(seconds, step=step, mode="up"))
        self.assertEqual(at(step // 60), library.round_duration(seconds, step=step, mode="down"))


class Shares(unittest.TestCase):
    @given(SECONDS, PRICES, funders(), st.sampled_from(["first_funder", "last_funder"]))
    def test_i9_the_shares_are_the_price(self, seconds, price, payers, residual):
        done = library.split(seconds, price, payers, residual_cent_to=residual)
        self.assertEqual(done.price, Fraction(seconds, 3600) * Fraction(price))
        self.assertEqual(sum(done.shares) + done.beneficiary, done.price)
        self.assertEqual(sum(done.share_cents) + done.beneficiary_cents, done.price_cents)
        self.assertGreaterEqual(min(*done.shares, done.beneficiary), 0)
        for share, cents in zip((*done.shares, done.beneficiary), (*done.share_cents, done.beneficiary_cents)):
            self.assertTrue(share or not cents, "a party without a share has no cent")
        for share, payer in zip(done.shares, payers):
            most = Fraction(seconds if payer.seconds is None else min(seconds, payer.seconds), 3600)
            self.assertLessEqual(share, most * Fraction(payer.tariff) * (1 - Fraction(payer.participation) / 100))


class Participation(unittest.TestCase):
    @staticmethod
    def of(year, gir, plan, resources, couple=False):
        return library.apa(datetime.date(year, 7, 1), gir=gir, plan=plan, resources=resources, couple=couple)

    @given(YEARS, GIRS, EUROS, EUROS, st.booleans())
    def test_i10_between_nothing_and_nine_tenths(self, year, gir, plan, resources, couple):
        told = self.of(year, gir, plan, resources, couple)
        self.assertLessEqual(told.accepted, plan)
        self.assertTrue(0 <= told.participation <= Fraction(9, 10) * Fraction(told.accepted))
        self.assertTrue(0 <= told.rate <= Fraction(9, 10))

    @given(YEARS, GIRS, EUROS, EUROS, EUROS, st.booleans())
    def test_i10_more_resources_never_pay_less(self, year, gir, plan, one, two, couple):
        poorer, richer = sorted((one, two))
        less, more = (self.of(year, gir, plan, each, couple).participation for each in (poorer, richer))
        self.assertLessEqual(less, more)

    @given(YEARS, st.decimals("1", NO_PLAN_LIMIT, places=2), st.sampled_from([Decimal("0.725"), Decimal("2.67")]))
    def test_i10_no_jump_at_the_thresholds_of_the_resources(self, year, plan, multiple):
        below = (multiple * MTP[year]).quantize(CENT, "ROUND_FLOOR")
        at, after = (self.of(year, 1, plan, resources).participation for resources in (below, below + CENT))
        outside = 0 if multiple < 1 else Fraction(9, 10) * Fraction(plan)
        for participation in (at, after):  # within what one cent of resources changes: less than a cent at that limit
            self.assertLess(abs(participation - outside), Fraction(2, 100))

    @given(YEARS, EUROS, st.sampled_from([Decimal("0.317"), Decimal("0.498")]))
    def test_i10_no_jump_at_the_edges_of_the_slices(self, year, resources, multiple):
        edge = (multiple * MTP[year]).quantize(CENT, "ROUND_FLOOR")
        at, after = (self.of(year, 1, plan, resources).participation for plan in (edge, edge + CENT))
        self.assertTrue(0 <= after - at <= Fraction(9, 1000), "a cent of plan costs at most nine tenths of it")


if __name__ == "__main__":
    unittest.main()
