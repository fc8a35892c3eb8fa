"""Folders and ZIP archives as inputs: several kinds of messages in one, and archives that are not what they should be."""

import shutil
import subprocess
import unittest
import zipfile

from command import ERRORS, FINE, SAMPLE, SAMPLES, SOURCE, UNUSABLE, CommandTest, bill_arguments, month, run

EXAMPLE = SOURCE / "tests/data/example"


class Inputs(CommandTest):
    def archive(self, name, entries, method=zipfile.ZIP_DEFLATED):
        path = self.folder / name
        with zipfile.ZipFile(path, "w", method) as out:
            for entry, content in entries.items():
                out.writestr(entry, content)
        return path

    def codes(self, path, expected):
        done = self.expect(expected, "validate", path, "--format", "json")
        return [one["code"] for one in done.json["findings"] if one["code"].startswith(("ESP-ARC", "ESP-XML"))], done.json

    def example(self):
        return {path.name: path.read_bytes() for path in sorted(EXAMPLE.glob("*.xml"))}

    def test_an_archive_is_read_like_the_folder_it_was_made_of(self):
        path = self.archive("month.zip", {**self.example(), "read me.txt": b"hello", "photo.jpg": b"x"})
        codes, report = self.codes(path, FINE)
        self.assertEqual(codes, [])
        self.assertEqual([(one["file"].rsplit("!", 1)[1], one["message"], one["messages"]) for one in report["files"]],
                         [("/delivery.xml", "delivery", 6), ("/invoice.xml", "invoice", 1), ("/order.xml", "order", 1)])

    def test_an_archive_is_known_by_its_content(self):
        path = self.archive("month.dat", self.example())
        self.assertEqual(len(self.codes(path, FINE)[1]["files"]), 3)

    def test_every_consumer_takes_its_kind_from_a_mixed_archive_or_folder(self):
        path = self.archive("month.zip", self.example())
        folder = self.folder / "mixed"
        shutil.copytree(EXAMPLE, folder)
        (folder / "rules.json").write_text("{}")
        (folder / "more.zip").write_bytes(self.archive("more.bin", {"one.xml": SAMPLE.read_bytes()}).read_bytes())
        total = self.expect(FINE, "correction-rate", path, "--format", "json").json["total"]
        self.assertEqual(total["interventions"], 6)
        total = self.expect(FINE, "correction-rate", folder, "--format", "json").json["total"]
        self.assertEqual(total["interventions"], 78)

    def test_a_file_of_another_kind_that_was_named_itself_is_an_error(self):
        done = self.expect(ERRORS, "correction-rate", EXAMPLE / "order.xml", "--format", "json")
        self.assertIn("ESP-XML-014", [one["code"] for one in done.json["findings"]])

    def test_json_in_an_archive_is_converted_to_xml(self):
        document = self.expect(FINE, "convert", "--to", "json", SAMPLE).out
        path = self.archive("x.zip", {"a/b.json": document, "ledger.json": "{}"})
        out = self.folder / "x.xml"
        self.expect(FINE, "convert", "--to", "xml", path, "-o", out)
        c14n = lambda file: subprocess.run(["xmllint", "--c14n", str(file)], capture_output=True, check=True).stdout
        self.assertEqual(c14n(out), c14n(SAMPLE))

    def test_names_that_lead_out_of_the_archive_are_not_read(self):
        path = self.archive("evil.zip", {"../up.xml": SAMPLE.read_bytes(), "/etc/x.xml": b"", "a/../../b.xml": b"",
                                         "C:\\x.xml": b"", "good..xml": (SAMPLES / "delivery-1-bare-root.xml").read_bytes()})
        codes, report = self.codes(path, UNUSABLE)
        self.assertEqual(codes, ["ESP-ARC-003"] * 4)
        self.assertEqual(len(report["files"]), 1)
        self.assertEqual([one.name for one in self.folder.iterdir()], ["evil.zip"])

    def test_an_archive_that_was_cut_or_changed_is_said_to_be(self):
        whole = self.archive("whole.zip", {"a.xml": SAMPLE.read_bytes(), "b.xml": SAMPLE.read_bytes()}).read_bytes()
        for name, content in (("cut.zip", whole[: len(whole) // 2]), ("changed.zip", whole[:4000] + b"\0" * 2000 + whole[6000:])):
            path = self.folder / name
            path.write_bytes(content)
            codes, _ = self.codes(path, UNUSABLE)
            self.assertIn("ESP-ARC-001", codes, name)

    def test_an_encrypted_entry_is_not_read(self):
        path = self.archive("secret.zip", {"a.xml": SAMPLE.read_bytes()})
        content = bytearray(path.read_bytes())
        for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            content[content.index(signature) + flags] |= 1
        path.write_bytes(content)
        self.assertEqual(self.codes(path, UNUSABLE)[0], ["ESP-ARC-002"])

    def test_an_archive_that_expands_without_bound_is_stopped(self):
        blank = b'<?xml version="1.0"?>\n' + b" " * 60_000_000 + b"<x/>"
        codes, _ = self.codes(self.archive("bomb.zip", {"a.xml": blank, "b.xml": blank}), UNUSABLE)
        self.assertEqual(codes.count("ESP-ARC-005"), 1)

    def test_an_archive_in_an_archive_is_not_opened(self):
        inner = self.archive("inner.zip", self.example()).read_bytes()
        codes, report = self.codes(self.archive("outer.zip", {"inner.zip": inner, "hidden.xml": inner}), FINE)
        self.assertEqual(codes, ["ESP-ARC-006"] * 2)
        self.assertEqual(report["files"], [])

    def test_an_archive_without_messages_is_said_to_be_so(self):
        self.assertEqual(self.codes(self.archive("none.zip", {"a.txt": b""}), FINE)[0], ["ESP-ARC-008"])
        self.assertEqual(self.codes(self.archive("empty.zip", {}), FINE)[0], ["ESP-ARC-008"])

    def test_a_bill_from_one_archive_of_orders_and_deliveries_is_that_of_the_folders(self):
        files = [path for part in ("orders", "deliveries") for path in sorted((month() / part).rglob("*.xml"))]
        path = self.archive("month.zip", {str(one.relative_to(month())): one.read_bytes() for one in files})
        apart, together = self.folder / "apart", self.folder / "together"
        expected = run(*bill_arguments(month(), apart))
        done = run(*bill_arguments(month(), together, **{"--orders": path, "--deliveries": path}))
        self.assertEqual((done.code, done.json["invoices"]), (expected.code, expected.json["invoices"]))
        self.assertEqual((together / "ledger.json").read_bytes(), (apart / "ledger.json").read_bytes())


if __name__ == "__main__":
    unittest.main()
