"""`esppadom diff` compares by meaning: the writing does not matter, minutes, cents, people and codes do."""

import re
import unittest

from command import ERRORS, FINE, SOURCE, UNUSABLE, CommandTest, write

EXAMPLE = SOURCE / "tests" / "data" / "example"


class Diff(CommandTest):
    def changed(self, name, *edits):
        text = (EXAMPLE / f"{name}.xml").read_text(encoding="utf-8")
        for old, new in edits:
            self.assertIn(old, text)
            text = text.replace(old, new)
        return write(self.folder / f"{name}.xml", text)

    def test_other_writing_is_no_difference(self):
        for old, new in (('unitCode="HUR">1.5<', 'unitCode="MIN">90<'), ("09:00:00<", "09:00<"), ("ram:", "r:"),
                         ("<pie:Name>", "<!-- x --><pie:Name>")):
            text = (EXAMPLE / "delivery.xml").read_text(encoding="utf-8").replace(old, new).replace("xmlns:ram", "xmlns:r" if old == "ram:" else "xmlns:ram")
            path = write(self.folder / "a.xml", text)
            self.assertIn("say the same", self.expect(FINE, "diff", EXAMPLE / "delivery.xml", path).out)
        latin = (EXAMPLE / "order.xml").read_text("utf-8").replace("UTF-8", "ISO-8859-1").encode("latin-1")
        self.expect(FINE, "diff", EXAMPLE / "order.xml", write(self.folder / "latin.xml", latin))

    def test_order_of_messages_does_not_matter(self):
        text = (EXAMPLE / "delivery.xml").read_text(encoding="utf-8")
        parts = re.findall(r"  <ns:CrossIndustryDespatchAdvice>.*?</ns:CrossIndustryDespatchAdvice>\n", text, re.S)
        self.assertEqual(len(parts), 6)
        start, end = text.index(parts[0]), text.index("</ns:delivery>")
        path = write(self.folder / "b.xml", text[:start] + "".join(reversed(parts)) + text[end:])
        self.expect(FINE, "diff", EXAMPLE / "delivery.xml", path)
        one = write(self.folder / "c.xml", text[:start] + "".join(parts[:5]) + text[end:])
        report = self.expect(ERRORS, "diff", EXAMPLE / "delivery.xml", one, "--format", "json").json
        self.assertEqual(report["only_in_a"], [{"message": "delivery", "id": "DLV-0006"}])
        self.assertEqual((report["only_in_b"], report["differences"], report["equal"]), ([], [], False))

    def test_each_difference_names_path_and_values(self):
        path = self.changed("order", (">36<", ">37<"), ("CMD-2026-0042", "CMD-2026-0042 "))
        report = self.expect(ERRORS, "diff", EXAMPLE / "order.xml", path, "--format", "json").json
        self.assertEqual([(one["path"], one["a"], one["b"]) for one in report["differences"]],
                         [("lines[PLAN-7788-1].requested_quantity", "36 HUR (2160 min)", "37 HUR (2220 min)")])
        english = self.expect(ERRORS, "diff", EXAMPLE / "order.xml", path).out
        french = self.expect(ERRORS, "diff", EXAMPLE / "order.xml", path, "--lang", "fr").out
        self.assertIn("in A", english)
        self.assertIn("dans A", french)

    def test_personal_data_are_shown_on_request_only(self):
        path = self.changed("order", ("Martin", "Durand"))
        hidden = self.expect(ERRORS, "diff", EXAMPLE / "order.xml", path)
        self.assertNotIn("Durand", hidden.out)
        self.assertIn("Durand", self.expect(ERRORS, "diff", EXAMPLE / "order.xml", path, "--personal").out)

    def test_folders_and_what_cannot_be_used(self):
        self.expect(FINE, "diff", EXAMPLE, EXAMPLE)
        self.expect(UNUSABLE, "diff", EXAMPLE)
        self.expect(UNUSABLE, "diff", EXAMPLE, self.folder / "missing.xml")
        self.expect(UNUSABLE, "diff", EXAMPLE, EXAMPLE, "--format", "csv")


if __name__ == "__main__":
    unittest.main()
