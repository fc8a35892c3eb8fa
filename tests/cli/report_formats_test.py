"""`validate --format sarif|junit` satisfies the published schemas and says what the JSON report says."""

import unittest

import jsonschema
from lxml import etree

from command import ERRORS, FINE, SAMPLES, SOURCE, UNUSABLE, CommandTest, write
from schemas import check_junit, check_sarif

LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def region(result):
    """Where a SARIF result stands; what concerns all files together has no place."""
    locations = result.get("locations")
    return locations[0]["physicalLocation"].get("region") if locations else None


class ReportFormats(CommandTest):
    def broken(self, name="é 1:a&b.xml"):
        """A file with a finding of each level of severity."""
        text = (SOURCE / "tests" / "data" / "example" / "delivery.xml").read_text(encoding="utf-8")
        text = text.replace("09:01:12", "nine").replace("<ram:VersionID>1.4</ram:VersionID>", "", 1)
        text = text.replace("<pie:CountryID>FR", "<pie:Region>N&#x0D;&lt;</pie:Region><pie:CountryID>FR", 1)
        return write(self.folder / name, text)

    def test_sarif_holds_the_findings_of_the_json_report(self):
        path = self.broken()
        report = self.expect(ERRORS, "validate", path, SAMPLES, "--format", "json").json
        self.assertEqual({one["severity"] for one in report["findings"]}, set(LEVELS))
        for lang in ("en", "fr"):
            done = self.expect(ERRORS, "validate", path, SAMPLES, "--format", "sarif", "--lang", lang)
            (run,) = check_sarif(done.out)["runs"]
            self.assertEqual(run["tool"]["driver"]["language"], lang)
            rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
            self.assertEqual(rules, sorted({one["code"] for one in report["findings"]}))
            told = [(one["ruleId"], one["level"], region(one)) for one in run["results"]]
            expected = [(one["code"], LEVELS[one["severity"]],
                         {"startLine": one["line"], "startColumn": one["column"]} if one["line"] else None)
                        for one in report["findings"]]
            self.assertEqual(told, expected)
            for one in run["results"]:
                self.assertEqual(rules[one["ruleIndex"]], one["ruleId"])
        english = self.expect(ERRORS, "validate", path, SAMPLES, "--format", "sarif", "--lang", "en")
        messages = [one["message"]["text"] for one in check_sarif(english.out)["runs"][0]["results"]]
        plain = self.expect(ERRORS, "validate", path, SAMPLES, "--format", "json", "--lang", "en").json["findings"]
        self.assertEqual(messages, [one["message"] for one in plain])

    def test_junit_fails_where_there_are_errors(self):
        path = self.broken()
        for lang, sense in (("en", "sense"), ("fr", "sens")):
            done = self.expect(ERRORS, "validate", path, SAMPLES, "--format", "junit", "--lang", lang)
            root = check_junit(done.out)
            self.assertEqual(int(root.get("tests")), len(root.findall(".//testcase")))
            self.assertEqual(int(root.get("failures")), len(root.findall(".//failure")))
            failed = {(case.getparent().get("name").rsplit("/", 1)[-1], case.get("name"), case.find("failure").get("type"))
                      for case in root.findall(".//testcase[failure]")}
            self.assertEqual(failed, {(path.name, "structure", "ESP-XML-030"), (path.name, sense, "ESP-MSG-001")})

    def test_nothing_found_and_nothing_readable(self):
        good = SOURCE / "tests" / "data" / "example"
        self.assertEqual(check_sarif(self.expect(FINE, "validate", good, "--format", "sarif").out)["runs"][0]["results"], [])
        self.assertEqual(check_junit(self.expect(FINE, "validate", good, "--format", "junit").out).get("failures"), "0")
        missing = self.folder / "missing.xml"
        log = check_sarif(self.expect(UNUSABLE, "validate", missing, "--format", "sarif").out)
        self.assertEqual([one["ruleId"] for one in log["runs"][0]["results"]], ["ESP-XML-001"])
        self.assertEqual(check_junit(self.expect(UNUSABLE, "validate", missing, "--format", "junit").out).get("failures"), "1")

    def test_findings_beyond_the_limit_are_told(self):
        text = (SAMPLES / "delivery-72.xml").read_text(encoding="utf-8")
        start, end = text.index("<ns:CrossIndustryDespatchAdvice"), text.rindex("</ns:delivery>")
        one = text[start:text.index("</ns:CrossIndustryDespatchAdvice>") + len("</ns:CrossIndustryDespatchAdvice>")]
        one = one.replace("<pie:ID", "<pie:Odd/>" * 10 + "<pie:ID")
        path = write(self.folder / "many.xml", text[:start] + one * 600 + text[end:])
        log = check_sarif(self.expect(FINE, "validate", path, "--format", "sarif").out)
        notes = log["runs"][0]["invocations"][0]["toolExecutionNotifications"]
        self.assertIn("ESP-XML-021", [note["associatedRule"]["id"] for note in notes])
        root = check_junit(self.expect(FINE, "validate", path, "--format", "junit").out)
        self.assertIn("ESP-XML-021", [case.get("name") for case in root.findall(".//testcase")])

    def test_the_schemas_can_refuse(self):
        with self.assertRaises(jsonschema.ValidationError):
            check_sarif('{"version": "2.1.0", "runs": [{"results": []}]}')
        with self.assertRaises(etree.DocumentInvalid):
            check_junit("<testsuites><testcase/></testsuites>")


if __name__ == "__main__":
    unittest.main()
