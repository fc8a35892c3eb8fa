"""The conformance kit: committed as its generator makes it, passed by this library, and able to fail others."""

import json
import re
import shutil
import subprocess
import sys

import unittest

from lxml import etree
from tap.parser import Parser

from command import COMMAND, ERRORS, FINE, SOURCE, UNUSABLE, CommandTest, run, write
from schemas import check_junit

FAMILIES = ("XML", "MSG", "JSON", "BAT", "ARC", "CSV")
KIT = SOURCE / "tests" / "vectors" / "messages"


def tap_of(text):
    """The results of a TAP stream by name, and what else stands in it."""
    lines = list(Parser().parse_text(text))
    tests = {line.description.lstrip("- ").split(":")[0]: line for line in lines if line.category == "test"}
    return tests, [line for line in lines if line.category not in ("test", "diagnostic")]


class Kit(CommandTest):
    def test_is_what_the_generator_makes(self):
        done = subprocess.run([sys.executable, "-B", str(SOURCE / "tools" / "kit" / "generate.py"), "--check"],
                              capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_is_passed_by_this_library(self):
        done = run("conformance", KIT)
        tests, others = tap_of(done.out)
        failed = {name for name, line in tests.items() if not line.ok}
        self.assertEqual(failed, set())
        self.assertEqual(done.code, FINE)
        self.assertEqual([line.category for line in others], ["version", "plan"])
        self.assertEqual(len(tests), sum(1 for path in KIT.glob("*/*.json")
                                         if "esppadom/conformance-case/1" in path.read_text("utf-8")))
        self.assertGreater(len(tests), 1200)

    def test_every_format_says_the_same(self):
        tests, _ = tap_of(run("conformance", KIT).out)
        root = check_junit(run("conformance", KIT, "--format", "junit").out)
        self.assertEqual({f"{case.getparent().get('name')}/{case.get('name')}" for case in root.findall(".//testcase")}, set(tests))
        report = run("conformance", KIT, "--format", "json").json
        self.assertEqual({f"{case['area']}/{case['name']}" for case in report["cases"]}, set(tests))
        self.assertEqual(sum(area["passed"] for area in report["areas"]), len(tests))
        self.assertRegex(report["kit"]["sha256"], r"^[0-9a-f]{64}$")
        for lang, verdict in (("en", "conforms to the kit"), ("fr", "conforme au kit")):
            for form in ("markdown", "html"):
                text = self.expect(FINE, "conformance", KIT, "--format", form, "--lang", lang).out
                self.assertIn(verdict, text)
                self.assertIn(report["kit"]["sha256"], text)
                self.assertNotRegex(text, r"(?i)<(script|link|img)|https?://")


class Coverage(CommandTest):
    def codes(self):
        """Codes of findings the headers declare."""
        text = "".join(path.read_text("utf-8") for path in (SOURCE / "include").rglob("*.hpp"))
        return {code for code in re.findall(r'"(ESP-[A-Z]+-\d{3})"', text) if code.split("-")[1] in FAMILIES}

    def covered(self, *keys):
        out = set()
        for path in KIT.glob("*/*.json"):
            text = path.read_text("utf-8")
            if "esppadom/conformance-case/1" not in text:
                continue
            case = json.loads(text)
            for key in keys:
                found = case["covers"] if key == "covers" else [
                    one["code"] for name in ("findings", "usual_form_findings") for one in case["expected"].get(name, [])]
                out.update(found)
        return out

    def test_every_code_has_a_case_or_a_reason(self):
        without = json.loads((SOURCE / "tools" / "kit" / "codes_without_case.json").read_text("utf-8"))
        missing = self.codes() - self.covered("findings")
        self.assertEqual(missing - set(without), set(), "codes without a case and without a reason")
        self.assertEqual(set(without) - missing, set(), "codes listed as without a case that have one, or are gone")

    def test_every_code_has_a_near_miss(self):
        without = json.loads((SOURCE / "tools" / "kit" / "codes_without_case.json").read_text("utf-8"))
        near = set()
        for path in KIT.glob("*/*-near-miss.json"):
            case = json.loads(path.read_text("utf-8"))
            self.assertEqual(case["kind"], "near_miss", path)
            expected = case["expected"]
            found = {one["code"] for one in expected["findings"] + expected.get("usual_form_findings", [])}
            self.assertEqual(found & set(case["covers"]), set(), path)
            near.update(case["covers"])
        self.assertEqual(self.codes() - set(without) - near, set(), "codes without a near miss")

    def test_every_row_and_every_variant_has_a_case(self):
        covered = self.covered("covers")
        self.assertEqual({f"V{number}" for number in range(1, 27)} - covered, set())
        for table in ("order", "delivery", "invoice", "party"):
            rows = (SOURCE / "tools" / "kit" / "tables" / f"{table}.csv").read_text("utf-8").splitlines()[1:]
            numbers = {f"{table}:{row.split(',')[0]}" for row in rows} - {f"{table}:1", f"{table}:2"}
            self.assertEqual(numbers - covered, set())

    def test_what_cases_say_of_sense_stands_in_files_of_valid_structure(self):
        """The published XSDs accept them: a finding about sense is not one about a broken file."""
        schemas, checked = {}, 0
        for path in sorted(path for area in ("sense", "batch", "writer") for path in (KIT / area).glob("*.json")):
            case = json.loads(path.read_text("utf-8"))
            written = [name for name in case["expected"].get("writes", {}).values() if name != "same"]
            codes = {one["code"] for one in case["expected"]["findings"]}
            broken = any(code.startswith("ESP-XML") for code in codes) or "ESP-MSG-011" in codes  # a SIRET has 14 characters
            for name in case["files"] + written:
                root = etree.parse(path.parent / name)
                message = etree.QName(root.getroot()).localname
                if message not in schemas:
                    schemas[message] = etree.XMLSchema(etree.parse(SOURCE / "schemas" / "xsd" / f"{message}.xsd"))
                self.assertEqual(schemas[message].validate(root), not broken, f"{path.name}: {schemas[message].error_log}")
                checked += 1
        self.assertGreater(checked, 300)

    def test_a_sample_of_broken_messages_is_noticed(self):
        mutate = SOURCE / "tools" / "kit" / "mutate.py"
        done = subprocess.run([sys.executable, "-B", str(mutate), "--sample", "7", "--command", COMMAND], capture_output=True,
                              text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertRegex(done.stdout, r"(\d+) mutants, ")


class Others(CommandTest):
    """Software that is not this library: its answers, and the files it writes."""

    def setUp(self):
        super().setUp()
        self.kit = self.folder / "kit"
        shutil.copytree(KIT / "variants", self.kit / "variants")
        self.answers = self.folder / "answers"
        self.expect(FINE, "conformance", self.kit, "--write-answers", self.answers)

    def verdicts(self, *more):
        done = run("conformance", self.kit, "--answers", self.answers, "--format", "json", "--name", "Logiciel 1", *more)
        report = done.json
        self.assertEqual(report["judged"], "Logiciel 1")
        return done.code, {case["name"]: case for case in report["cases"]}

    def change(self, name, edit):
        path = self.answers / "variants" / f"{name}.json"
        answer = json.loads(path.read_text("utf-8"))
        edit(answer)
        write(path, json.dumps(answer))

    def test_the_answers_of_this_library_pass(self):
        code, cases = self.verdicts()
        self.assertEqual(code, FINE)
        self.assertEqual({case["verdict"] for case in cases.values()}, {"passed"})

    def test_wrong_and_missing_answers_are_seen(self):
        self.change("v22-comma-lenient", lambda answer: answer["findings"].clear())
        self.change("v21-unit-min", lambda answer: answer["facts"][0]["lines"][0].update(seconds=60))
        self.change("v12-zulu", lambda answer: answer["messages"][0]["retained_period"].update(start="2026-03-02T08:00:00"))
        self.change("v25-planned", lambda answer: answer["findings"].append({"code": "ESP-XML-020"}))
        (self.answers / "variants" / "v01-order-version-1.json").unlink()
        write(self.answers / "variants" / "v01-order-version-3.json", "no JSON")
        code, cases = self.verdicts()
        self.assertEqual(code, ERRORS)
        self.assertEqual({name for name, case in cases.items() if case["verdict"] == "failed"},
                         {"v22-comma-lenient", "v21-unit-min", "v12-zulu", "v25-planned", "v01-order-version-3"})
        self.assertEqual(cases["v01-order-version-1"]["verdict"], "not_answered")
        self.assertIn("3600", cases["v21-unit-min"]["faults"][0])

    def test_part_of_an_answer_is_enough(self):
        def codes_only(answer):
            found = [{"code": one["code"]} for one in answer["findings"]]
            answer.clear()
            answer["findings"] = found
        self.change("v12-zulu", codes_only)
        code, cases = self.verdicts()
        self.assertEqual((code, cases["v12-zulu"]["verdict"]), (FINE, "passed"))

    def test_answers_about_tables_are_compared(self):
        self.kit, self.answers = self.folder / "tables", self.folder / "of-tables"
        shutil.copytree(KIT / "tables", self.kit / "tables")
        self.expect(FINE, "conformance", self.kit, "--write-answers", self.answers)

        def change(name, edit):
            path = self.answers / "tables" / f"{name}.json"
            answer = json.loads(path.read_text("utf-8"))
            edit(answer)
            write(path, json.dumps(answer))

        def requoted(answer):
            rows = answer["tables"]["visits.csv"].splitlines()
            answer["tables"]["visits.csv"] = "".join(";".join(f'"{cell}"' for cell in row.split(";")) + "\n" for row in rows)

        change("csv-006-not-encodable-near-miss", requoted)
        change("csv-011-date-near-miss", lambda answer: answer.pop("findings"))
        self.assertEqual({case["verdict"] for case in self.verdicts()[1].values()}, {"passed"})
        change("csv-006-not-encodable-near-miss", lambda answer: answer["tables"].update({"visits.csv": "Visit;Value\n"}))
        change("csv-011-date", lambda answer: answer["findings"][0].update(column=1))
        change("csv-013-not-in-table", lambda answer: answer["messages"][0].update(correction_code=None))
        change("csv-022-unknown-list-near-miss", lambda answer: answer.update(circumstances=None))
        change("csv-050-path", lambda answer: answer["findings"][0].update(path="/files/0"))
        code, cases = self.verdicts()
        self.assertEqual(code, ERRORS)
        self.assertEqual({name for name, case in cases.items() if case["verdict"] == "failed"},
                         {"csv-006-not-encodable-near-miss", "csv-011-date", "csv-013-not-in-table",
                          "csv-022-unknown-list-near-miss", "csv-050-path"})

    def test_files_another_software_wrote_are_judged_by_level(self):
        written = self.folder / "written"
        shutil.copytree(SOURCE / "tests" / "data" / "example", written)
        report = self.expect(FINE, "conformance", self.kit, "--written", written, "--format", "json").json
        self.assertEqual(report["written"]["messages"], 8)
        self.assertEqual({level["errors"] for level in report["written"]["levels"]}, {0})
        text = (written / "delivery.xml").read_text("utf-8")
        write(written / "delivery.xml", text.replace("<ram:VersionID>1.4</ram:VersionID>", "", 1).replace("09:00:00</qdt:St", "11:00:00</qdt:St", 1))
        write(written / "cut.xml", text[:5000])
        report = self.expect(ERRORS, "conformance", self.kit, "--written", written, "--format", "json").json
        self.assertEqual([(level["level"], level["errors"] > 0) for level in report["written"]["levels"]],
                         [("well_formed", True), ("structure", True), ("sense", True)])
        check_junit(run("conformance", self.kit, "--written", written, "--format", "junit").out)
        self.assertIn("ESP-XML-020", run("conformance", self.kit, "--written", written, "--format", "markdown").out)

    def test_what_cannot_be_used(self):
        self.expect(UNUSABLE, "conformance")
        self.expect(UNUSABLE, "conformance", self.folder / "missing")
        (self.folder / "empty").mkdir()
        self.expect(UNUSABLE, "conformance", self.folder / "empty")
        self.expect(UNUSABLE, "conformance", self.kit, "--format", "pdf")
        write(self.kit / "variants" / "bad.json", '{"schema": "esppadom/conformance-case/1"}')
        self.assertIn("ESP-KIT-002", self.expect(UNUSABLE, "conformance", self.kit).err)
        case = json.loads((KIT / "tables" / "csv-051-key.json").read_text("utf-8"))
        for mapping, parameters in (("no-such-mapping", {}), ("no-such-file.json", {}), ("visits", {"month": 3})):
            write(self.kit / "variants" / "bad.json", json.dumps({**case, "mapping": mapping, "parameters": parameters}))
            self.assertIn("ESP-KIT-002", self.expect(UNUSABLE, "conformance", self.kit).err)


if __name__ == "__main__":
    unittest.main()
