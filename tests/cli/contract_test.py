"""The contract of the command: exit status, where output goes, JSON shapes, both languages, the facts of the samples."""

import re
import shutil
import subprocess
import unittest

from command import FINE, SAMPLE, SAMPLES, UNUSABLE, CommandTest, run, write


class Usage(CommandTest):
    def test_version_and_help(self):
        self.assertRegex(self.expect(FINE, "--version").out, r"^esppadom \d+\.\d+\.\d+\n$")
        for words in (["--help"], ["validate", "--help"], ["bill", "--help"], ["convert", "-h"],
                      ["correction-rate", "--help"]):
            english = self.expect(FINE, *words)
            french = self.expect(FINE, *words, "--lang", "fr")
            self.assertTrue(english.out)
            self.assertNotEqual(english.out, french.out)
            self.assertIn("Utilisation", french.out)

    def test_language_of_the_environment(self):
        self.assertIn("Utilisation", self.expect(FINE, "--help", lang="fr_FR.UTF-8").out)
        self.assertIn("Usage", self.expect(FINE, "--help", lang="de_DE.UTF-8").out)
        self.assertIn("Usage", self.expect(FINE, "--help", "--lang=en", lang="fr_FR.UTF-8").out)

    def test_wrong_use_ends_with_2_and_says_why_on_standard_error(self):
        cases = [
            [],
            ["frobnicate"],
            ["validate"],
            ["validate", SAMPLE, "--profile", "sloppy"],
            ["validate", SAMPLE, "--format", "yaml"],
            ["validate", SAMPLE, "--format", "csv"],
            ["validate", SAMPLE, "--unknown-option"],
            ["validate", SAMPLE, "--lang", "de"],
            ["convert", SAMPLE],
            ["convert", "--to", "pdf", SAMPLE],
            ["convert", "--to", "csv", SAMPLE],
            ["convert", "--to", "xml", "--profile", "nice", SAMPLE],
            ["correction-rate", SAMPLE, "--unit", "hour"],
            ["correction-rate", SAMPLE, "--by", "weather"],
            ["correction-rate", SAMPLE, "--month", "2026-13"],
            ["bill"],
            ["bill", "--rules"],
        ]
        for words in cases:
            with self.subTest(words=words):
                done = self.expect(UNUSABLE, *words)
                self.assertEqual(done.out, "")
                self.assertIn("esppadom:", done.err)

    def test_a_month_without_visits_has_no_unit(self):
        for words, heading in (([], "Taux de correction, par intervention"),
                               (["--month", "2031-01"], "Taux de correction, aucune intervention")):
            self.assertIn(heading + "\n", self.expect(FINE, "correction-rate", SAMPLE, "--lang", "fr", *words).out)

    def test_a_file_that_does_not_exist(self):
        missing = self.folder / "missing.xml"
        done = self.expect(UNUSABLE, "validate", missing, "--format", "json")
        self.assertEqual(done.codes, {"ESP-XML-001"})
        self.assertEqual(done.json["files"], [{"file": str(missing), "message": None, "version": None, "messages": 0}])
        self.expect(UNUSABLE, "correction-rate", missing)
        self.expect(UNUSABLE, "convert", "--to", "xml", missing, "-o", self.folder / "x.xml")
        self.assertFalse((self.folder / "x.xml").exists())


class Samples(CommandTest):
    def test_samples_are_read_without_an_error(self):
        done = self.expect(FINE, "validate", SAMPLES, "--format", "json")
        report = done.json
        self.assertEqual(done.err, "")
        self.assertEqual(report["schema"], "esppadom/validate/1")
        self.assertEqual([(f["file"].rsplit("/", 1)[-1], f["message"], f["version"], f["messages"]) for f in report["files"]],
                         [("delivery-1-bare-root.xml", "delivery", "1.4", 1),
                          ("delivery-6-default-namespace.xml", "delivery", "1.4", 6),
                          ("delivery-6-other-prefixes.xml", "delivery", "1.4", 6),
                          ("delivery-72.xml", "delivery", "1.4", 72)])
        for finding in report["findings"]:
            self.assertEqual(set(finding), {"code", "severity", "id", "path", "file", "line", "column", "message"})
            self.assertRegex(finding["code"], r"^ESP-[A-Z]+-\d{3}$")
            self.assertIn(finding["severity"], ("warning", "info"))

    def test_files_are_named_as_given(self):
        shutil.copy(SAMPLE, self.folder / "a.xml")
        done = self.expect(FINE, "validate", "./a.xml", "--format", "json", cwd=self.folder)
        self.assertEqual(done.json["files"][0]["file"], "./a.xml")

    def test_two_runs_give_the_same_bytes(self):
        for words in (["validate", SAMPLES, "--format", "json"], ["correction-rate", SAMPLE, "--format", "json"]):
            self.assertEqual(run(*words).out, run(*words).out)

    def test_correction_rate_in_its_three_units(self):
        by_visit = self.expect(FINE, "correction-rate", SAMPLE, "--format", "json").json
        self.assertEqual(by_visit["schema"], "esppadom/correction-rate/1")
        self.assertEqual((by_visit["unit"], by_visit["population"]), ("intervention", "all"))
        total = by_visit["total"]
        self.assertEqual((total["interventions"], total["corrected"], total["rate_pct"]), (72, 18, "25.00"))
        by_stamp = self.expect(FINE, "correction-rate", SAMPLE, "--format", "json", "--unit", "stamp").json["total"]
        self.assertEqual((by_stamp["stamps"], by_stamp["corrected_stamps"], by_stamp["rate_pct"]), (144, 27, "18.75"))
        by_time = self.expect(FINE, "correction-rate", SAMPLE, "--format", "json", "--unit", "minutes").json["total"]
        self.assertEqual(by_time["billed_seconds"], 421178)
        expected = (by_time["corrected_seconds"] * 20000 + 421178) // (2 * 421178)
        self.assertEqual(by_time["rate_pct"], f"{expected // 100}.{expected % 100:02}")

    def test_rows_add_up_to_the_total(self):
        for by in ("provider", "beneficiary", "caregiver", "service"):
            report = self.expect(FINE, "correction-rate", SAMPLE, "--format", "json", "--by", by).json
            self.assertEqual(report["by"], by)
            self.assertEqual(sum(row["interventions"] for row in report["rows"]), 72)
            self.assertEqual(sum(row["corrected"] for row in report["rows"]), 18)
            keys = [(row[by], row["month"]) for row in report["rows"]]
            self.assertEqual(keys, sorted(keys))
        october = self.expect(FINE, "correction-rate", SAMPLE, "--format", "json", "--month", "2026-10").json
        self.assertEqual({row["month"] for row in october["rows"]}, {"2026-10"})
        none = self.expect(FINE, "correction-rate", SAMPLE, "--format", "json", "--month", "2020-01").json
        self.assertEqual((none["total"]["interventions"], none["total"]["rate_pct"], none["rows"]), (0, None, []))

    def test_correction_rate_as_csv_and_text(self):
        lines = self.expect(FINE, "correction-rate", SAMPLE, "--format", "csv").out.split("\r\n")
        self.assertEqual(lines[0], "provider,month,interventions,corrected,rate_pct")
        self.assertEqual(sum(int(line.split(",")[2]) for line in lines[1:] if line), 72)
        text = self.expect(FINE, "correction-rate", SAMPLE, "--lang", "fr").out
        self.assertIn("25,00 %", text)
        self.assertIn("sans factures", text)
        self.assertIn("25.00%", self.expect(FINE, "correction-rate", SAMPLE).out)

    def test_of_messages_with_one_id_the_later_counts(self):
        text = SAMPLE.read_text(encoding="utf-8")
        start, end = text.index("<ns:CrossIndustryDespatchAdvice"), text.index("</ns:CrossIndustryDespatchAdvice>")
        first = text[start:end + len("</ns:CrossIndustryDespatchAdvice>")]
        self.assertIn(">COD</", first)
        later = re.sub(r"(IssueDateTime[^>]*>)20\d\d-", r"\g<1>2027-", first).replace(">COD</", "></")
        self.assertNotEqual(later, first)
        path = write(self.folder / "twice.xml", text[:start] + later + text[start:])
        done = self.expect(FINE, "correction-rate", path, "--format", "json")
        self.assertEqual((done.json["total"]["interventions"], done.json["total"]["corrected"]), (72, 17))
        self.assertIn("ESP-BIL-010", done.codes)

    def test_no_person_is_named(self):
        names = set(re.findall(r"LastName>([^<]{4,})<", SAMPLE.read_text(encoding="utf-8")))
        self.assertTrue(names)
        for words in (["validate", SAMPLE, "--profile", "strict"], ["correction-rate", SAMPLE, "--by", "beneficiary"]):
            done = run(*words)
            for name in names:
                self.assertNotIn(name.lower(), (done.out + done.err).lower())


class Convert(CommandTest):
    def canonical(self, path):
        return subprocess.run(["xmllint", "--c14n", str(path)], capture_output=True, check=True).stdout

    def test_round_trip_is_canonically_equal(self):
        for sample in sorted(SAMPLES.glob("*.xml")):
            out = self.folder / sample.name
            self.expect(FINE, "convert", "--to", "xml", sample, "-o", out)
            self.assertEqual(self.canonical(out), self.canonical(sample), sample.name)
            printed = self.expect(FINE, "convert", "--to", "xml", "--profile", "round_trip", sample).out
            self.assertEqual(printed.encode("utf-8"), out.read_bytes())

    def test_every_profile_is_read_again(self):
        for profile in ("canonical", "production_1_4", "extended"):
            out = self.folder / f"{profile}.xml"
            self.expect(FINE, "convert", "--to", "xml", "--profile", profile, SAMPLE, "-o", out)
            total = self.expect(FINE, "correction-rate", out, "--format", "json").json["total"]
            self.assertEqual((total["interventions"], total["corrected"]), (72, 18))

    def test_several_files_become_one(self):
        out = self.folder / "all.xml"
        self.expect(FINE, "convert", "--to", "xml", SAMPLES / "delivery-6-other-prefixes.xml",
                    SAMPLES / "delivery-1-bare-root.xml", "-o", out, "--profile", "canonical")
        self.assertEqual(self.expect(FINE, "validate", out, "--format", "json").json["files"][0]["messages"], 7)

    def test_in_place_and_without_leftovers(self):
        copy = self.folder / "copy.xml"
        shutil.copy(SAMPLE, copy)
        self.expect(FINE, "convert", "--to", "xml", copy, "-o", copy)
        self.assertEqual(self.canonical(copy), self.canonical(SAMPLE))
        self.assertEqual([p.name for p in self.folder.iterdir()], ["copy.xml"])

    def test_json(self):
        document = self.expect(FINE, "convert", "--to", "json", SAMPLE).json
        self.assertEqual(document["schema"], "esppadom/delivery/1")
        self.assertEqual(len(document["messages"]), 72)
        self.assertEqual(document["messages"][0]["delivery_id"], "6b02096be32177a3aee0cdd7")

    def test_json_and_back_is_the_same_xml(self):
        for sample in sorted(SAMPLES.glob("*.xml")):
            there, back = self.folder / "x.json", self.folder / "x.xml"
            self.expect(FINE, "convert", "--to", "json", sample, "-o", there)
            self.expect(FINE, "convert", "--to", "xml", there, "-o", back)
            self.assertEqual(self.canonical(back), self.canonical(sample), sample.name)

    def test_an_output_that_cannot_be_written(self):
        done = self.expect(UNUSABLE, "convert", "--to", "xml", SAMPLE, "-o", self.folder / "no" / "such" / "x.xml")
        self.assertIn("cannot write", done.err)
        self.expect(UNUSABLE, "convert", "--to", "xml", SAMPLE, "-o", self.folder)
        self.assertEqual(list(self.folder.iterdir()), [])


if __name__ == "__main__":
    unittest.main()
