"""Rounding, splitting, comparing and explaining in Python: the vectors of tests/vectors, and Python's own fractions."""

import array
import datetime
import json
import random
import unittest
from decimal import Decimal
from fractions import Fraction

import numpy
from support import SAMPLE, SOURCE, command, month

import esppadom

VECTORS = SOURCE / "tests" / "vectors"


def cases(name):
    return json.loads((VECTORS / name).read_text(encoding="utf-8"))["cases"]


class RoundingTest(unittest.TestCase):
    def test_the_vectors_of_whole_durations(self):
        tested = 0
        for case in cases("duration_total.json"):
            rounding = dict(case["input"]["rounding"])
            if rounding.pop("object", "") != "duration" or rounding.pop("scope", "intervention") != "intervention":
                continue
            step = rounding.pop("step_min") * 60
            threshold = rounding.pop("threshold_min", None)
            if threshold is not None:
                rounding["threshold"] = threshold * 60
            rounding.pop("guard", None)
            seconds = [minutes * 60 for minutes in case["input"]["minutes"]]
            wanted = [minutes * 60 for minutes in case["expected"]["minutes"]]
            with self.subTest(case["name"]):
                self.assertEqual([esppadom.round_duration(one, step=step, **rounding) for one in seconds], wanted)
                self.assertEqual(list(esppadom.round_duration(seconds, step=step, **rounding)), wanted)
            tested += 1
        self.assertGreaterEqual(tested, 5)

    def test_columns_round_as_fractions_do(self):
        dice = random.Random(7)
        seconds = [dice.randrange(0, 90_000) for _ in range(2000)]
        for step in (60, 300, 900, 1800):
            wanted = [step * ((2 * one + step) // (2 * step)) for one in seconds]
            for column in (seconds, array.array("q", seconds), numpy.array(seconds), numpy.array(seconds * 2)[::1][:2000]):
                rounded = esppadom.round_duration(column, step=step)
                self.assertEqual(list(rounded), wanted)
            self.assertEqual(numpy.asarray(rounded).dtype, numpy.int64)
            strided = numpy.array([one for each in seconds for one in (each, 0)])[::2]
            self.assertEqual(list(esppadom.round_duration(strided, step=step)), wanted)

    def test_what_cannot_be_rounded_is_refused(self):
        for attempt, exception in (
            (lambda: esppadom.round_duration(1.5, step=60), TypeError),
            (lambda: esppadom.round_duration(None, step=60), TypeError),
            (lambda: esppadom.round_duration(numpy.array([1.5]), step=60), TypeError),
            (lambda: esppadom.round_duration(numpy.array([[1], [2]]), step=60), TypeError),
            (lambda: esppadom.round_duration(b"12345678", step=60), TypeError),
            (lambda: esppadom.round_duration([1, "2"], step=60), TypeError),
            (lambda: esppadom.round_duration(60, step=0), ValueError),
            (lambda: esppadom.round_duration(60, step=60, mode="sideways"), ValueError),
            (lambda: esppadom.round_duration(60, step=60, mode="threshold"), ValueError),
            (lambda: esppadom.round_duration(10**30, step=60), ValueError),
            (lambda: esppadom.round_duration(2**63 - 1, step=60), esppadom.Error),
        ):
            with self.assertRaises(exception):
                attempt()


class SplitTest(unittest.TestCase):
    def test_the_vectors_of_one_price_and_plain_funders(self):
        tested = 0
        for case in cases("funding.json"):
            given = case["input"]
            plain = all(set(one) <= {"tariff", "participation", "volume_min"} for one in given["sources"])
            if set(given) != {"segments", "sources"} or not plain or len(given["segments"]) != 1:
                continue
            segment = given["segments"][0]
            if set(segment) != {"minutes", "price"}:
                continue
            funders = [
                esppadom.Funder(
                    Decimal(str(one["tariff"])),
                    Decimal(str(one.get("participation", 0))),
                    int(one["volume_min"]) * 60 if "volume_min" in one else None,
                )
                for one in given["sources"]
            ]
            done = esppadom.split(int(segment["minutes"]) * 60, Decimal(str(segment["price"])), funders)
            with self.subTest(case["name"]):
                if "shares" in case["expected"]:
                    self.assertEqual(list(done.shares), [Fraction(str(one)) for one in case["expected"]["shares"]])
                if "beneficiary" in case["expected"]:
                    self.assertEqual(done.beneficiary, Fraction(str(case["expected"]["beneficiary"])))
                if "cents" in case["expected"]:
                    self.assertEqual([str(one) for one in done.share_cents], case["expected"]["cents"])
                self.assertEqual(done.price, sum(done.shares) + done.beneficiary)
            tested += 1
        self.assertGreaterEqual(tested, 3)

    def test_columns_agree_with_single_visits_and_with_fractions(self):
        dice = random.Random(11)
        seconds = [0] + [60 * dice.randrange(1, 600) for _ in range(300)]
        funder = esppadom.Funder(Decimal("24.58"), Decimal("17.5"))
        prices, shares, rests = esppadom.split_column(seconds, Decimal("24.58"), funder)
        for one, price, share, rest in zip(seconds, prices, shares, rests):
            self.assertEqual(price, share + rest)
            if one == 0:
                continue
            exact = Fraction(one, 3600) * Fraction("24.58") * 100
            self.assertEqual(price, int(exact + Fraction(1, 2)))
            alone = esppadom.split(one, Decimal("24.58"), [funder])
            self.assertEqual((alone.share_cents[0], alone.beneficiary_cents), (Decimal(share) / 100, Decimal(rest) / 100))

    def test_what_cannot_be_split_is_refused(self):
        good = esppadom.Funder(10)
        for attempt, exception in (
            (lambda: esppadom.split(3600, 10.5, [good]), TypeError),
            (lambda: esppadom.split(-1, 10, [good]), ValueError),
            (lambda: esppadom.split(3600, -10, [good]), ValueError),
            (lambda: esppadom.split(3600, 10, [esppadom.Funder(10, 101)]), ValueError),
            (lambda: esppadom.split(3600, 10, [good] * 100), ValueError),
            (lambda: esppadom.split(3600, 10, None), TypeError),
            (lambda: esppadom.split_column([1.5], 10, good), TypeError),
        ):
            with self.assertRaises(exception):
                attempt()


class OtherFunctionsTest(unittest.TestCase):
    def test_diff_as_the_command_does(self):
        visits = list(esppadom.read(SAMPLE))
        visits[0].lines[0].billed_quantity.value = Decimal("9.5")
        told = json.loads(esppadom.diff(SAMPLE, visits))
        self.assertFalse(told["equal"])
        self.assertEqual(len(told["differences"]), 1)
        self.assertTrue(json.loads(esppadom.diff(SAMPLE, SAMPLE))["equal"])
        self.assertEqual(esppadom.diff(SAMPLE, SAMPLE), command("diff", SAMPLE, SAMPLE, "--format", "json", "--lang", "en").decode())

    def test_explains_as_the_command_does(self):
        facts = json.loads((month() / "month.json").read_text(encoding="utf-8"))
        asked = dict(
            orders=month() / "orders", deliveries=month() / "deliveries", rules=month() / "rules.json",
            circumstances=month() / "circumstances.json", month=facts["month"],
            as_of=datetime.date.fromisoformat(facts["as_of"]),
        )  # fmt: skip
        visit = esppadom.bill(**asked).invoices[0].lines[0].delivery_refs[0].delivery_id
        why = esppadom.explain(visit, **asked)
        wanted = command(
            "explain", "--rules", asked["rules"], "--orders", asked["orders"], "--deliveries", asked["deliveries"],
            "--circumstances", asked["circumstances"], "--month", facts["month"], "--as-of", facts["as_of"],
            "--delivery", visit, "--format", "json",
        )  # fmt: skip
        self.assertEqual(why.to_json(), wanted.decode())
        self.assertIn("<html", why._repr_html_())
        self.assertNotEqual(why.to_text("fr"), why.to_text("en"))
        with self.assertRaises(esppadom.Error) as raised:
            esppadom.explain("no such visit", **asked)
        self.assertEqual(raised.exception.reason, "missing")

    def test_the_conformance_kit_passes(self):
        told = json.loads(esppadom.conformance(SOURCE / "tests" / "vectors" / "messages"))
        self.assertEqual(told["schema"], "esppadom/conformance/1")
        self.assertEqual([case["name"] for case in told["cases"] if case.get("verdict") == "failed"], [])


if __name__ == "__main__":
    unittest.main()
