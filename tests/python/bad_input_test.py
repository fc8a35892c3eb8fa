"""Whatever Python is given, the answer is a clear exception, never a crash."""

import datetime
import math
import pathlib
import tempfile
import threading
import unittest
from decimal import Decimal

from support import SAMPLE, SOURCE

import esppadom


class BadInputTest(unittest.TestCase):
    def test_float_for_money_is_refused_with_a_hint(self):
        for attempt in (
            lambda: esppadom.Amount(value=21.23),
            lambda: setattr(esppadom.Measure(), "value", 1.5),
            lambda: esppadom.Delivery().set("lines[0].billed_quantity", 0.5),
            lambda: esppadom.apa_participation(datetime.date(2026, 1, 1), gir=1, plan=1.5, resources=1),
        ):
            with self.assertRaisesRegex(TypeError, "Decimal"):
                attempt()

    def test_wrong_types_say_what_is_expected(self):
        visit = esppadom.Delivery()
        for name, value, exception in (
            ("delivery_id", None, TypeError),
            ("delivery_id", 7, TypeError),
            ("delivery_id", b"x", TypeError),
            ("issued_at", "2026-01-01", TypeError),
            ("issued_at", datetime.date(2026, 1, 1), TypeError),
            ("issued_at", datetime.datetime.now(datetime.timezone.utc), TypeError),
            ("issued_at", datetime.datetime(2026, 1, 1, 0, 0, 0, 1), ValueError),
            ("issued_at", datetime.datetime(1, 1, 1), ValueError),
            ("beneficiary", None, TypeError),
            ("beneficiary", "B1", TypeError),
            ("lines", None, TypeError),
            ("lines", "abc", TypeError),
            ("lines", {}, TypeError),
            ("lines", [None], TypeError),
            ("delivery_id", "\ud800", UnicodeEncodeError),
        ):
            with self.subTest(name=name, value=value), self.assertRaises(exception) as raised:
                setattr(visit, name, value)
            self.assertTrue(str(raised.exception))
        with self.assertRaises(AttributeError):
            visit.no_such_field = 1
        with self.assertRaises(TypeError):
            esppadom.Delivery(no_such_field=1)
        with self.assertRaises(TypeError):
            del visit.delivery_id
        with self.assertRaises((AttributeError, TypeError)):
            visit.is_deleted = True

    def test_numbers_that_do_not_fit(self):
        measure = esppadom.Measure()
        for value in (10**30, -(10**30), Decimal("1e30"), Decimal("NaN"), Decimal("Infinity"), Decimal("1e-30"), Decimal("1E+999999")):
            with self.subTest(value=value), self.assertRaises(ValueError):
                measure.value = value
        with self.assertRaises(ValueError):
            esppadom.Amount(Decimal("1.234"))
        with self.assertRaises(ValueError):
            esppadom.Price(Decimal("0.0000001"))
        with self.assertRaises(TypeError):
            measure.value = True
        self.assertEqual(esppadom.Amount(Decimal("1.230")).value, Decimal("1.23"))

    def test_functions_refuse_what_they_cannot_take(self):
        for attempt, exception in (
            (lambda: esppadom.read(None), TypeError),
            (lambda: esppadom.read(3), TypeError),
            (lambda: esppadom.read([None]), TypeError),
            (lambda: esppadom.read([]), ValueError),
            (lambda: esppadom.read(SAMPLE, kinds="nonsense"), ValueError),
            (lambda: esppadom.read("a\0b"), ValueError),
            (lambda: esppadom.write([]), ValueError),
            (lambda: esppadom.write([None]), TypeError),
            (lambda: esppadom.write(None), TypeError),
            (lambda: esppadom.write([esppadom.Delivery(), esppadom.Order()]), TypeError),
            (lambda: esppadom.write(esppadom.Delivery(), format="csv"), ValueError),
            (lambda: esppadom.write(esppadom.Delivery(), profile="pretty"), ValueError),
            (lambda: esppadom.validate(None), TypeError),
            (lambda: esppadom.validate(SAMPLE, profile=SOURCE / "no-such-profile.json"), esppadom.Error),
            (lambda: esppadom.load_rules(None), TypeError),
            (lambda: esppadom.load_rules(SOURCE / "no-such-file.json"), OSError),
            (lambda: esppadom.RuleBook("["), esppadom.Error),
            (lambda: esppadom.RuleBook("\ud800"), Exception),
            (lambda: esppadom.correction_rate(SAMPLE, by="colour"), ValueError),
            (lambda: esppadom.correction_rate(SAMPLE, unit="colour"), ValueError),
            (lambda: esppadom.correction_rate(SAMPLE, month="march"), esppadom.Error),
            (lambda: esppadom.correction_rate([SAMPLE, esppadom.Delivery()]), TypeError),
            (lambda: esppadom.fields("nonsense"), ValueError),
            (lambda: esppadom.CsvMapping.shipped("nonsense"), esppadom.Error),
            (lambda: esppadom.export_csv([esppadom.Order()], "visits"), esppadom.Error),
            (lambda: esppadom.bill(orders=[], deliveries=[], month="2026-13", as_of=datetime.date(2026, 1, 1)), esppadom.Error),
            (lambda: esppadom.bill(orders=[], deliveries=[], month="2026-01", as_of="2026-01-01"), TypeError),
            (lambda: esppadom.bill(orders=[], deliveries=[], month="2026-01", as_of=datetime.date(2026, 2, 1), ledger="{"), esppadom.Error),
            (lambda: esppadom.Delivery.from_json("{}"), esppadom.Error),
        ):
            with self.assertRaises(exception) as raised:
                attempt()
            self.assertTrue(str(raised.exception))

    def test_what_cannot_be_read_is_a_finding(self):
        reader = esppadom.read(SOURCE / "no-such-file.xml")
        self.assertEqual(list(reader), [])
        self.assertFalse(reader.readable)
        self.assertTrue(reader.findings)
        for noise in (b"", b"\0" * 100, b"<a>" * 1000, b"{", b"PK\x03\x04rubbish", bytes(range(256)) * 10):
            reader = esppadom.read(noise)
            self.assertEqual(list(reader), [])
            self.assertTrue(reader.findings)

    def test_a_path_may_hold_any_bytes(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "commande-\udce9.xml"  # a name that is no UTF-8
            try:
                path.write_bytes(SAMPLE.read_bytes())
            except OSError:
                self.skipTest("the file system takes no such name")
            self.assertEqual(len(list(esppadom.read(path))), 72)

    def test_exceptions_of_callers_pass_through(self):
        def failing():
            yield esppadom.Delivery(delivery_id="1")
            raise KeyError("mine")

        with self.assertRaisesRegex(KeyError, "mine"):
            esppadom.correction_rate(failing())

        class Odd(Decimal):
            def is_finite(self):
                raise RuntimeError("odd")

        with self.assertRaisesRegex(RuntimeError, "odd"):
            esppadom.Amount(Odd(1))

    def test_classes_made_without_their_constructor_do_not_crash(self):
        for kind in (esppadom.Delivery, esppadom.MessageList, esppadom.Reader, esppadom.RuleBook, esppadom.Finding):
            bare = kind.__new__(kind)
            for attempt in (lambda: bare.delivery_id, lambda: len(bare), lambda: bare.findings, lambda: bare.copy(), lambda: bare.code, lambda: repr(bare) == bare):
                try:
                    attempt()
                except (AttributeError, TypeError):
                    pass
        with self.assertRaises(TypeError):
            esppadom.MessageList()

    def test_any_text_is_kept_exactly(self):
        for text in ("\U0001d11e", "a\0b", "é\n\t", ""):
            self.assertEqual(esppadom.Delivery(delivery_id=text).delivery_id, text)


class ThreadsTest(unittest.TestCase):
    def test_other_threads_run_while_the_library_works(self):
        turns = 0
        done = threading.Event()

        def work():
            for _ in range(5):
                esppadom.validate([SAMPLE] * 3)
            done.set()

        worker = threading.Thread(target=work)
        worker.start()
        while not done.is_set():
            turns += 1
        worker.join()
        self.assertGreater(turns, 0)

    def test_threads_may_share_a_reader(self):
        reader = esppadom.read([SAMPLE] * 5)
        ids = []

        def take():
            for message in reader:
                ids.append(message.delivery_id)

        threads = [threading.Thread(target=take) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(len(ids), 5 * 72)

    def test_threads_may_work_on_their_own(self):
        wanted = esppadom.correction_rate(SAMPLE).to_json()
        told = []
        threads = [threading.Thread(target=lambda: told.append(esppadom.correction_rate(SAMPLE).to_json())) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(told, [wanted] * 8)


if __name__ == "__main__":
    unittest.main()
