"""`esppadom identify`: a log of calls becomes messages that validate and are billed; what is left is told without numbers."""

import json
import re
import unittest

import jsonschema

from command import ERRORS, FINE, SOURCE, UNUSABLE, CommandTest, write

EXAMPLE = SOURCE / "examples" / "calls"


def arguments(out, **changed):
    files = {"calls": EXAMPLE / "calls.csv", "directory": EXAMPLE / "directory.csv",
             "planned": EXAMPLE / "planned_visits.csv", "rules": EXAMPLE / "rules.json", **changed}
    return ["identify", "--out", out, *(word for name, file in files.items() if file for word in (f"--{name}", file))]


class Identify(CommandTest):
    def test_the_example_ends_as_it_says(self):
        report = self.expect(FINE, *arguments(self.folder / "out"), "--format", "json").json
        self.assertEqual(report["counts"], {"calls": 14, "in_visits": 8, "duplicates": 1, "incomplete": 1,
                                            "ambiguous": 1, "unidentified": 3, "visits": 4})
        self.assertEqual([(one["call"], one["reason"]) for one in report["calls"]],
                         [("1002", "repeated"), ("1006", "no_departure"), ("1007", "number_unknown"),
                          ("1010", "number_withheld"), ("1011", "number_unknown"),
                          ("1014", "several_beneficiaries")])
        self.assertEqual(report["calls"][-1]["beneficiaries"], ["B-7790", "B-7791"])
        schema = json.loads((SOURCE / "schemas/json/identify.schema.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator(schema).validate(report)
        self.assertEqual(json.loads((self.folder / "out/identify.json").read_text(encoding="utf-8")), report)

    def test_the_messages_validate_and_are_billed(self):
        out = self.folder / "out"
        self.expect(FINE, *arguments(out))
        for file in ("deliveries.xml", "raw-stamps.xml"):
            done = self.expect(FINE, "validate", out / file, "--format", "json").json
            self.assertFalse([one for one in done["findings"] if one["severity"] == "error"])
        orders = self.folder / "order.xml"
        text = (SOURCE / "tests/data/example/order.xml").read_text(encoding="utf-8")
        write(orders, text)
        done = self.expect(FINE, "bill", "--rules", EXAMPLE / "rules.json", "--orders", orders, "--deliveries", out,
                           "--month", "2026-03", "--as-of", "2026-04-02", "--out", self.folder / "billed", "--format",
                           "json").json
        # B-7788 alone has an order: 08:01:12-09:03:05 and 12:30:10-13:02:44, to the nearest quarter of an hour.
        lines = [line for one in done["invoices"] for line in one["lines"]]
        self.assertEqual({line["beneficiary"] for line in lines}, {"B-7788"})
        self.assertEqual(sum(line["billed_seconds"] for line in lines), 3600 + 1800)
        reasons = {one["delivery"]: one["reason"] for one in done["unbilled"]}
        self.assertEqual(sorted(reasons.values()), ["NO_ORDER_LINE", "NO_ORDER_LINE", "STAMP_ONLY"], reasons)

    def test_no_number_is_printed(self):
        done = self.expect(FINE, *arguments(self.folder / "out"))
        texts = [done.out, done.err]
        texts += [path.read_text(encoding="utf-8") for path in (self.folder / "out").iterdir()]
        numbers = re.findall(r"0?[1-9](?:[ .]?\d\d){4}", (EXAMPLE / "directory.csv").read_text(encoding="utf-8"))
        self.assertGreater(len(numbers), 4)
        for text in texts:
            for number in numbers:
                self.assertNotIn(number, text)
                self.assertNotIn(re.sub(r"\D", "", number)[-8:], text)

    def test_a_directory_may_be_json(self):
        lines = (EXAMPLE / "directory.csv").read_text(encoding="utf-8").splitlines()
        names = lines[0].split(";")
        entries = [dict(zip(names, line.split(";"))) for line in lines[1:]]
        directory = write(self.folder / "numbers.json", json.dumps({"entries": entries}))
        self.expect(FINE, *arguments(self.folder / "a"))
        self.expect(FINE, *arguments(self.folder / "b", directory=self.folder / "numbers.json"))
        for name in ("deliveries.xml", "raw-stamps.xml", "identify.json"):
            self.assertEqual((self.folder / "a" / name).read_bytes(), (self.folder / "b" / name).read_bytes())

    def test_bad_files(self):
        for text, code in (("call;number\n1;2\n", "ESP-CSV-008"), ("", "ESP-CSV-019")):
            write(self.folder / "calls.csv", text)
            done = self.expect(ERRORS, *arguments(self.folder / "out", calls=self.folder / "calls.csv"), "--format",
                               "json")
            self.assertIn(code, done.codes)
        write(self.folder / "calls.csv", "at,number,direction\n2026-03-02 08:00,0199001234,in\nyesterday,1,\n"
                                         "2026-03-02T08:00:00,0199001234,arrival\n")
        done = self.expect(ERRORS, *arguments(self.folder / "out", calls=self.folder / "calls.csv"), "--format", "json")
        self.assertEqual(done.json["counts"]["calls"], 1)
        self.assertIn("ESP-CSV-011", done.codes)
        write(self.folder / "numbers.csv", "number;provider;beneficiary\n3949;512;B-1\n")
        done = self.expect(FINE, *arguments(self.folder / "out", directory=self.folder / "numbers.csv"), "--format",
                           "json")
        self.assertIn("ESP-CAL-005", done.codes)

    def test_wrong_use(self):
        for words in (["identify"], arguments(self.folder / "out", calls=None),
                      arguments(self.folder / "out", calls=self.folder / "missing.csv"),
                      [*arguments(self.folder / "out"), "--issued-at", "now"]):
            self.expect(UNUSABLE, *words)


if __name__ == "__main__":
    unittest.main()
