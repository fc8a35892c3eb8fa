"""Laws of visits: stamps and caps (I3, I5), time (I6), rates (I11), messages (I14, I16)."""

import copy
import os
import time
import unittest
from datetime import timedelta
from fractions import Fraction

import library
from hypothesis import assume, given
from hypothesis import strategies as st
from results import amounts, billed, elapsed, lines
from strategies import ATTRIBUTIONS, DURATIONS, months


def only(made, visit, length="200"):
    """The month of one visit, and a plan that has room for it."""
    for order in made.orders:
        for line in order.lines:
            line.hours = length
    return type(made)(made.month, made.orders, [visit])


class Visits(unittest.TestCase):
    @given(months(plain=True), st.sampled_from([5, 10, 15, 30, 60]))
    def test_i3_stamps_move_by_a_step_each_at_most(self, made, step):
        stamped = [visit for visit in made.visits if visit.arrival and visit.departure]
        assume(stamped)
        alone, real = only(made, stamped[0]), elapsed(stamped[0].arrival, stamped[0].departure)
        done = {}
        for mode in ("nearest", "up", "down", "provider", "payer"):
            rounding = {"object": "stamps", "step_min": step, "mode": mode}
            data, _ = library.bill(alone, {"duration": {"source": "stamped", "rounding": rounding}})
            done[mode] = billed(data)
            self.assertLessEqual(abs(done[mode] - real), 2 * 60 * step)
            self.assertEqual(done[mode] % (60 * step), 0)
        self.assertTrue(done["provider"] >= done["nearest"] >= done["payer"])

    @given(months(plain=True), DURATIONS)
    def test_i5_never_below_nothing_nor_above_a_cap(self, made, duration):
        assume(made.visits)
        alone, planned = only(made, made.visits[0]), elapsed(*made.visits[0].planned)
        for cap, most in ({"kind": "planned"}, planned), ({"kind": "planned_plus", "extra_min": 7}, planned + 420):
            data, _ = library.bill(alone, {"duration": {**duration, "cap": cap}})
            self.assertTrue(0 <= billed(data) <= most)

    @given(months(), st.sampled_from(["UTC", "America/Los_Angeles", "Pacific/Kiritimati", "Indian/Reunion"]))
    def test_i6_the_zone_of_the_machine_changes_nothing(self, made, zone):
        here = library.bill(made, {})
        before = os.environ.get("TZ")
        try:
            os.environ["TZ"] = zone
            time.tzset()
            there = library.bill(made, {})
        finally:
            os.environ.pop("TZ")
            if before is not None:
                os.environ["TZ"] = before
            time.tzset()
        self.assertEqual(there, here)

    @given(months(plain=True))
    def test_i6_time_is_that_of_the_tz_database(self, made):
        data, _ = library.bill(made, {})
        self.assertEqual(billed(data), sum(elapsed(visit.start, visit.end) for visit in made.visits))

    @given(months(plain=True), DURATIONS, ATTRIBUTIONS)
    def test_i6_the_parts_of_a_split_are_the_whole(self, made, duration, attribution):
        whole, _ = library.bill(made, {"duration": duration, "attribution": "start"})
        parts, _ = library.bill(made, {"duration": duration, "attribution": attribution})
        self.assertEqual(amounts(parts)[0], amounts(whole)[0])
        self.assertTrue(all(line["billed_seconds"] >= 0 for _, line in lines(parts)))


class Rates(unittest.TestCase):
    UNITS = ("by_intervention", "by_stamp", "by_minutes")

    @staticmethod
    def rate(made, unit, **more):
        data, _ = library.bill(made, {"correction": {"unit": unit}}, **more)
        row = data["correction_rate"]["total"]
        pairs = {
            "by_intervention": ("corrected", "interventions"),
            "by_stamp": ("corrected_stamps", "stamps"),
            "by_minutes": ("corrected_seconds", "billed_seconds"),
        }
        corrected, all_of_them = (row[name] for name in pairs[unit])
        return Fraction(corrected, all_of_them) if all_of_them else None

    @given(months(), st.sampled_from(UNITS))
    def test_i11_rates_are_between_nothing_and_all(self, made, unit):
        rate = self.rate(made, unit)
        self.assertTrue(rate is None or 0 <= rate <= 1)

    @given(months(), st.sampled_from(UNITS), st.integers(1, 400))
    def test_i11_a_stamped_visit_never_raises_the_rate(self, made, unit, minutes):
        assume(made.visits)
        before = self.rate(made, unit)
        more = copy.copy(made.visits[0])
        more.number, more.code = "V-more", ""
        more.start = more.start.replace(day=28, hour=8, minute=0, second=0)
        more.end = more.start + timedelta(minutes=minutes)
        more.arrival, more.departure, more.issued = more.start, more.end, more.end
        after = self.rate(made, unit, visits=[*made.visits, more])
        self.assertTrue(before is None or after <= before)

    @given(months(), st.sampled_from(UNITS))
    def test_i11_visits_that_cannot_be_stamped_do_not_count(self, made, unit):
        status = {"incompatible": {"status": True, "decision_ref": "D-1"}, "stamps": {"reason_required": []}}
        rules = [
            library.rule_set("all", {"correction": {"unit": unit}}),
            library.rule_set("incompatible", status, beneficiary="B2"),
        ]
        rest = [visit for visit in made.visits if visit.beneficiary != "B2"]
        with_them, without = (library.bill(made, rules, visits=each)[0] for each in (made.visits, rest))
        for name in ("interventions", "corrected", "stamps", "corrected_stamps", "billed_seconds", "corrected_seconds"):
            totals = [data["correction_rate"]["total"][name] for data in (with_them, without)]
            self.assertEqual(totals[0], totals[1], name)


class Messages(unittest.TestCase):
    @given(months(), st.integers(-3600, 3600))
    def test_i14_raw_stamps_change_no_amount(self, made, shift):
        raw = [copy.copy(visit) for visit in made.visits[::2]]
        for visit in raw:
            visit.code, visit.issued = "HOR", visit.issued + timedelta(hours=1)
            visit.arrival = visit.start + timedelta(seconds=shift)
            visit.departure = max(visit.end, visit.arrival) + timedelta(seconds=abs(shift))
        before, after = (library.bill(made, {}, visits=each)[0] for each in (made.visits, made.visits + raw))
        for name in ("invoices", "beneficiary_invoices", "smoothing"):
            self.assertEqual(after[name], before[name])

    @given(months(), st.data())
    def test_i14_a_withdrawal_removes_its_visit_and_nothing_else(self, made, data):
        assume(made.visits)
        gone = copy.copy(data.draw(st.sampled_from(made.visits)))
        gone.code, gone.issued = "SUP", gone.issued + timedelta(hours=1)
        rest = [visit for visit in made.visits if visit.number != gone.number]
        withdrawn, without = (library.bill(made, {}, visits=each)[0] for each in ([*made.visits, gone], rest))
        for name in ("invoices", "beneficiary_invoices", "smoothing", "payments"):
            self.assertEqual(withdrawn[name], without[name])

    @given(months(), st.sampled_from(["xml", "json"]))
    def test_i16_what_is_written_reads_the_same(self, made, format):
        assume(made.visits)
        for document in library.messages(made):
            plain = library.written(document, "xml", "canonical")
            there = library.written(document, format, "canonical")
            self.assertEqual(library.written(there, "xml", "canonical"), plain)

    @given(months(), st.text("abcdefghij 0123456789éà", min_size=1).map(str.strip))
    def test_i16_unknown_elements_stay(self, made, text):
        assume(made.visits and text)
        strange = f'<x:Strange xmlns:x="urn:example:strange">{text}</x:Strange>'
        end = b"</ns:CIDDHExchangedDocument>"
        document = library.messages(made)[1].replace(end, strange.encode() + end)
        again = library.written(document, "xml", "round_trip")
        self.assertEqual(again.count(strange.encode()), len(made.visits))
        there = library.written(library.written(document, "json", "round_trip"), "xml", "round_trip")
        self.assertEqual(there.count(f">{text}</".encode()), len(made.visits))


if __name__ == "__main__":
    unittest.main()
