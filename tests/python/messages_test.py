"""Messages in Python: read, edited, written; the same bytes as the command, nothing lost, nothing dangling."""

import copy
import datetime
import gc
import io
import json
import tempfile
import pathlib
import unittest
import zipfile
from decimal import Decimal

from support import EXAMPLE, SAMPLE, SAMPLES, command, month

import esppadom


def first(path=SAMPLE):
    return next(iter(esppadom.read(path)))


class ReadingTest(unittest.TestCase):
    def test_reads_every_message_of_a_file_with_its_place(self):
        reader = esppadom.read(SAMPLE)
        messages = list(reader)
        self.assertEqual(len(messages), 72)
        self.assertTrue(all(isinstance(one, esppadom.Delivery) for one in messages))
        self.assertEqual(messages[0].delivery_id, first().delivery_id)
        self.assertTrue(reader.readable)

    def test_reads_bytes_folders_archives_and_json_alike(self):
        wanted = [one.to_json() for one in esppadom.read(SAMPLE)]
        self.assertEqual([one.to_json() for one in esppadom.read(SAMPLE.read_bytes())], wanted)
        self.assertEqual([one.to_json() for one in esppadom.read(esppadom.convert(SAMPLE, "json"))], wanted)
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write(SAMPLE, "visits/delivery.xml")
        self.assertEqual([one.to_json() for one in esppadom.read(packed.getvalue())], wanted)
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / "a.zip").write_bytes(packed.getvalue())
            (pathlib.Path(folder) / "b.xml").write_bytes(SAMPLE.read_bytes())
            self.assertEqual([one.to_json() for one in esppadom.read(folder)], wanted * 2)

    def test_knows_where_a_message_stands(self):
        reader = esppadom.read(SAMPLE)
        next(reader)
        lines = SAMPLE.read_text(encoding="utf-8").splitlines()
        self.assertIn("CrossIndustryDespatchAdvice", lines[reader.line - 1])
        self.assertEqual(reader.file, str(SAMPLE))

    def test_picks_kinds(self):
        folder = month()
        self.assertEqual({type(one) for one in esppadom.read(folder, kinds="order")}, {esppadom.Order})
        kinds = {type(one) for one in esppadom.read(folder, kinds=["order", "delivery"])}
        self.assertEqual(kinds, {esppadom.Order, esppadom.Delivery})

    def test_says_what_is_wrong_and_goes_on(self):
        broken = SAMPLE.read_bytes().replace(b"StartDateTime>20", b"StartDateTime>xx", 1)
        reader = esppadom.read(broken, name="upload.xml")
        list(reader)
        finding = reader.findings[0]
        self.assertRegex(finding.code, r"^ESP-[A-Z]+-\d{3}$")
        self.assertEqual(finding.file, "upload.xml")
        self.assertGreater(finding.line, 1)
        self.assertNotEqual(finding.message, finding.message_fr)
        self.assertIn(finding.severity, ("error", "warning", "info"))

    def test_a_closed_reader_is_at_its_end(self):
        with esppadom.read(SAMPLE) as reader:
            next(reader)
        self.assertEqual(list(reader), [])
        self.assertEqual(reader.line, None)


class EditingTest(unittest.TestCase):
    def test_scalars_have_the_types_python_has_for_them(self):
        visit = first()
        self.assertIsInstance(visit.issued_at, datetime.datetime)
        self.assertIsNone(visit.issued_at.tzinfo)
        self.assertIsInstance(visit.lines[0].billed_quantity.value, Decimal)
        self.assertIsInstance(visit.delivery_id, str)
        self.assertIsInstance(visit.is_deleted, bool)
        self.assertIs(visit.contract if visit.contract is None else None, None)

    def test_a_group_and_a_list_are_the_part_itself(self):
        visit = first()
        visit.lines[0].billed_quantity.value = Decimal("1.5")
        self.assertEqual(visit.lines[0].billed_quantity.value, Decimal("1.5"))
        visit.lines.append(esppadom.DeliveryLine(line_id="2", billed_quantity=esppadom.Measure(Decimal("0.5"), "HUR")))
        self.assertEqual(len(visit.lines), 2)
        written = esppadom.write(visit).decode()
        self.assertIn(">1.5<", written)
        self.assertIn(">0.5<", written)
        again = next(esppadom.read(written.encode()))
        self.assertEqual(again.lines[1].line_id, "2")
        self.assertIs(visit.beneficiary, visit.beneficiary)

    def test_what_is_held_never_dangles(self):
        visit = first()
        line = visit.lines[0]
        quantity = line.billed_quantity
        for number in range(200):
            visit.lines.insert(0, esppadom.DeliveryLine(line_id=str(number)))
        self.assertIs(visit.lines[200], line)
        before = quantity.value
        visit.lines.clear()
        self.assertEqual(quantity.value, before)
        quantity.value = 3
        self.assertEqual(line.billed_quantity.value, 3)
        period = visit.retained_period
        start = period.start
        del visit
        gc.collect()
        self.assertEqual(period.start, start)

    def test_what_is_replaced_becomes_its_own(self):
        visit = first()
        old = visit.beneficiary
        name = old.id
        visit.beneficiary = esppadom.Party(ids=["B-NEW"])
        self.assertEqual((old.id, visit.beneficiary.id), (name, "B-NEW"))
        stamps = visit.stamps
        visit.stamps = None
        self.assertIsNone(visit.stamps)
        self.assertIsNotNone(stamps.arrival or stamps.departure)
        visit.lines = visit.lines
        self.assertEqual(len(visit.lines), 1)

    def test_a_part_emptied_by_path_says_so(self):
        visit = first()
        visit.correction_code = "COA"
        held = visit.correction_code
        visit.set("correction_code", None)
        with self.assertRaisesRegex(ValueError, "no longer"):
            held.value

    def test_lists_do_what_lists_do(self):
        visit = first()
        visit.lines = [esppadom.DeliveryLine(line_id=str(n)) for n in range(5)]
        ids = lambda: [line.line_id for line in visit.lines]
        self.assertEqual(ids(), list("01234"))
        self.assertEqual([line.line_id for line in visit.lines[1:3]], ["1", "2"])
        del visit.lines[1:3]
        self.assertEqual(ids(), list("034"))
        popped = visit.lines.pop()
        self.assertEqual(popped.line_id, "4")
        visit.lines += [popped]
        visit.lines.reverse()
        self.assertEqual(ids(), list("430"))
        visit.lines[0] = esppadom.DeliveryLine(line_id="x")
        visit.lines.remove(esppadom.DeliveryLine(line_id="3"))
        self.assertEqual(ids(), list("x0"))
        self.assertIn(esppadom.DeliveryLine(line_id="0"), visit.lines)
        self.assertEqual(visit.lines, list(visit.lines))
        with self.assertRaises(IndexError):
            visit.lines[2]
        with self.assertRaises(TypeError):
            visit.lines.append("line")

    def test_copies_are_their_own(self):
        visit = first()
        for twin in (copy.copy(visit), copy.deepcopy(visit), visit.copy()):
            self.assertEqual(twin, visit)
            twin.delivery_id = "other"
            self.assertNotEqual(twin, visit)

    def test_codes_may_be_given_as_text(self):
        visit = first()
        visit.correction_code = "CO2"
        self.assertEqual(visit.correction, "CO2")
        self.assertEqual(esppadom.Party(ids=["B1"]).ids[0], esppadom.Identifier("B1"))

    def test_fields_by_path(self):
        visit = first()
        self.assertEqual(visit.get("lines[0].billed_quantity"), visit.lines[0].billed_quantity.value)
        visit.set("lines[0].billed_quantity", Decimal("2.25"))
        self.assertEqual(visit.lines[0].billed_quantity.value, Decimal("2.25"))
        visit.set("beneficiary.name", None)
        self.assertIsNone(visit.beneficiary.name)
        with self.assertRaises(esppadom.Error) as raised:
            visit.get("nonsense")
        self.assertEqual(raised.exception.reason, "unknown_name")
        rows = {row["path"]: row for row in esppadom.fields("delivery")}
        self.assertEqual(rows["delivery_id"]["occurrence"], "1")
        self.assertTrue(rows["beneficiary.name"]["label"])

    def test_the_second_reading_of_the_autumn_hour_keeps_its_fold(self):
        visit = first()
        at = datetime.datetime(2026, 10, 25, 2, 30, fold=1)
        visit.retained_period.start = at
        self.assertEqual(visit.retained_period.start.fold, 1)

    def test_docstrings_are_the_french_labels(self):
        self.assertEqual(type(first()).delivery_id.__doc__, "n° de document")
        self.assertTrue(all(type(first()).__dict__[name].__doc__ for name in ("beneficiary", "stamps", "lines")))

    def test_printing_shows_no_personal_data(self):
        visit = first()
        visit.beneficiary.name = "Jeanne Exemple"
        self.assertNotIn("Jeanne", repr(visit) + repr(visit.beneficiary) + repr(visit.provider.contacts))


class WritingTest(unittest.TestCase):
    def test_round_trip_gives_the_same_bytes_as_the_command(self):
        for path in sorted(SAMPLES.glob("*.xml")) + sorted(EXAMPLE.glob("*.xml")):
            with self.subTest(path.name):
                reader = esppadom.read(path)
                written = esppadom.write(reader, profile="round_trip", like=reader)
                self.assertEqual(written, command("convert", "--to", "xml", path))

    def test_extras_survive_an_edit(self):
        text = SAMPLE.read_text(encoding="utf-8")
        strange = text.replace("<ram:ID>", "<ram:Strange kept='1'>yes</ram:Strange><ram:ID>", 1)
        self.assertNotEqual(strange, text)
        reader = esppadom.read(strange.encode())
        messages = list(reader)
        messages[0].correction_code = "COA"
        self.assertTrue(any("Strange" in extra.content for extra in messages[0].extras))
        written = esppadom.write(messages, profile="round_trip", like=reader).decode()
        self.assertIn("<ram:Strange kept='1'>yes</ram:Strange>", written.replace('"', "'"))
        self.assertIn("COA", written)

    def test_converts_as_the_command_does(self):
        with tempfile.TemporaryDirectory() as folder:
            for to in ("json", "xml"):
                for profile in ("round_trip", "canonical"):
                    out = pathlib.Path(folder) / f"out.{to}"
                    command("convert", "--to", to, "--profile", profile, SAMPLE, "-o", out)
                    self.assertEqual(esppadom.convert(SAMPLE, to, profile=profile), out.read_bytes(), (to, profile))

    def test_writes_a_file_that_appears_whole(self):
        with tempfile.TemporaryDirectory() as folder:
            target = pathlib.Path(folder) / "visits.xml"
            esppadom.write(esppadom.read(SAMPLE), target)
            self.assertEqual(len(list(esppadom.read(target))), 72)

            def failing():
                yield first()
                raise RuntimeError("from the caller")

            with self.assertRaisesRegex(RuntimeError, "from the caller"):
                esppadom.write(failing(), pathlib.Path(folder) / "other.xml")
            self.assertEqual([path.name for path in pathlib.Path(folder).iterdir()], ["visits.xml"])

    def test_refuses_what_xml_cannot_carry(self):
        visit = first()
        visit.beneficiary.name = "a\0b"
        with self.assertRaises(esppadom.Error):
            esppadom.write(visit)

    def test_validates_as_the_command_does(self):
        for lang in ("en", "fr"):
            checked = esppadom.validate([SAMPLE, EXAMPLE])
            wanted = command("validate", SAMPLE, EXAMPLE, "--format", "json", "--lang", lang)
            self.assertEqual(checked.to_json(lang=lang), wanted.decode())
        sarif = esppadom.validate(SAMPLE, profile="strict").to_sarif()
        self.assertEqual(json.loads(sarif)["version"], "2.1.0")

    def test_csv_goes_out_and_comes_back(self):
        mapping = esppadom.CsvMapping.shipped("visits")
        visits = list(esppadom.read(SAMPLE))
        files, found = esppadom.export_csv(visits, mapping)
        self.assertTrue(files)
        with tempfile.TemporaryDirectory() as folder:
            out = pathlib.Path(folder) / "visits.csv"
            command("convert", "--to", "csv", "--mapping", "visits", SAMPLE, "-o", out)
            self.assertIn(out.read_bytes() if out.is_file() else b"", list(files.values()) + [b""])
        if mapping.can_read:
            back, _ = esppadom.import_csv(files, mapping)
            self.assertEqual(len(back), len(visits))


if __name__ == "__main__":
    unittest.main()
