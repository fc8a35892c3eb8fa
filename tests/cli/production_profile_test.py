"""What profile production_1_4 writes, against the files production writes: the same canonical XML (xmllint) but for the
written form of quantities, which is computed here from the reference (section 8.2) and not by the library."""

import re
import subprocess
import unittest
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from command import FINE, SAMPLE, SAMPLES, CommandTest

QUANTITY = re.compile(rb'(<ram:BilledQuantity unitCode="HUR">)([^<]*)(?=<)')
MESSAGE = re.compile(r"(?s)<ns:CrossIndustryDespatchAdvice>.*?</ns:CrossIndustryDespatchAdvice>\s*")


def canonical(document):
    return subprocess.run(["xmllint", "--nonet", "--c14n", "-"], input=document, capture_output=True, check=True).stdout


def snapped(value, unit, tolerance):
    """The nearest whole number of units, when it is near enough."""
    nearest = int(value / unit + Fraction(1, 2)) * unit
    return nearest if abs(nearest - value) <= tolerance else None


def usual(hours):
    """Hours as a quantity is read and then written: whole minutes or seconds, at most ten decimals."""
    minutes = Fraction(hours) * 60
    tolerance = max(Fraction(60, 10 ** len(hours.partition(".")[2])), Fraction(1, 10**9))
    exact = snapped(minutes, 1, tolerance)
    if exact is None:
        exact = snapped(minutes, Fraction(1, 60), tolerance)
    exact = minutes if exact is None else exact
    tenths = Decimal(exact.numerator) / Decimal(exact.denominator) / 60 if exact else Decimal(0)
    text = f"{tenths.quantize(Decimal(1).scaleb(-10), ROUND_HALF_UP):f}"
    return text.rstrip("0").rstrip(".")


class Production(CommandTest):
    def written(self, path):
        return self.expect(FINE, "convert", "--to", "xml", "--profile", "production_1_4", path).out.encode("utf-8")

    def test_the_text_is_that_of_production_but_for_quantities(self):
        changed = []

        def rewritten(match):
            text = usual(match[2].decode("ascii"))
            changed.append(text.encode("ascii") != match[2])
            return match[1] + text.encode("ascii")

        expected = QUANTITY.sub(rewritten, canonical(SAMPLE.read_bytes()))
        self.assertEqual(canonical(self.written(SAMPLE)).decode("utf-8").splitlines(), expected.decode("utf-8").splitlines())
        self.assertEqual((len(changed), sum(changed)), (72, 67), "quantities")

    def test_prefixes_and_wrapping_become_those_of_the_profile(self):
        text = SAMPLE.read_text("utf-8")
        messages = MESSAGE.findall(text)
        for name, count in (("delivery-6-default-namespace", 6), ("delivery-6-other-prefixes", 6), ("delivery-1-bare-root", 1)):
            first = self.folder / f"{name}.xml"
            before, after = text[:text.index(messages[0])], "\n</ns:delivery>\n"
            first.write_text(before + "".join(messages[:count]).rstrip() + after, "utf-8")
            with self.subTest(name):
                self.assertEqual(self.written(SAMPLES / f"{name}.xml"), self.written(first))

    def test_a_difference_would_be_seen(self):
        text = SAMPLE.read_bytes()
        for old, new in ((b"BDG", b"BDX"), (b">2.925<", b">2.926<"), (b"Ville de Paris", b"Ville de Lyon")):
            changed = self.folder / "changed.xml"
            changed.write_bytes(text.replace(old, new, 1))
            self.assertFalse(canonical(self.written(changed)) == canonical(self.written(SAMPLE)), old)

    def test_quantities_as_the_reference_writes_them(self):
        for read, wrote in (("1.5", "1.5"), ("0.6333333", "0.6333333333"), ("1.17", "1.1666666667"), ("0.8333333333333334", "0.8333333333"),
                            ("1.255", "1.255"), ("1.1611111111", "1.1611111111"), ("0", "0")):
            self.assertEqual(usual(read), wrote)


if __name__ == "__main__":
    unittest.main()
