"""A severity profile is a name or a file; a bad file is refused with its place and nothing is checked."""

import json
import unittest

from command import ERRORS, FINE, SAMPLES, UNUSABLE, CommandTest

SAMPLE = SAMPLES / "delivery-6-other-prefixes.xml"


class Profile(CommandTest):
    def profile(self, value):
        path = self.folder / "profile.json"
        path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
        return path

    def levels(self, profile, code):
        done = self.expect(code, "validate", SAMPLE, "--profile", profile, "--format", "json")
        return {row["code"]: row["severity"] for row in done.json["findings"]}

    def test_own_file_changes_levels(self):
        self.assertEqual(self.levels("lenient", FINE)["ESP-MSG-030"], "warning")
        own = self.profile({"id": "dep-99", "base": "strict", "levels": {"ESP-MSG-030": "error"}})
        self.assertEqual(self.levels(own, ERRORS)["ESP-MSG-030"], "error")
        off = self.profile({"id": "dep-99", "levels": {"ESP-MSG-030": "off"}})
        self.assertNotIn("ESP-MSG-030", self.levels(off, FINE))

    def test_bad_file_is_refused(self):
        for text in ({"id": "x", "levels": {"ESP-MSG-999": "error"}}, {"id": "x"}, "not json"):
            done = self.expect(UNUSABLE, "validate", SAMPLE, "--profile", self.profile(text))
            self.assertEqual(done.out, "")
            self.assertIn("profile.json", done.err)

    def test_absent_file_is_wrong_use(self):
        self.expect(UNUSABLE, "validate", SAMPLE, "--profile", self.folder / "none.json")


class Batch(CommandTest):
    def test_files_are_compared(self):
        example = SAMPLES.parent / "example"
        self.expect(FINE, "validate", example)
        changed = self.folder / "delivery.xml"
        text = (example / "delivery.xml").read_text(encoding="utf-8")
        changed.write_text(text.replace(">PLAN-7788-2<", ">PLAN-7788-9<"), encoding="utf-8")
        done = self.expect(FINE, "validate", example / "order.xml", changed, "--format", "json")
        found = [(row["code"], row["id"], row["line"]) for row in done.json["findings"]]
        line = changed.read_text(encoding="utf-8").split(">PLAN-7788-9<")[0].count("\n") + 1
        self.assertEqual(found, [("ESP-BAT-014", "DLV-0004", line)])


if __name__ == "__main__":
    unittest.main()
