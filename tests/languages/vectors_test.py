"""The vectors of tests/vectors in C++, C, Python and Java: the same bytes. `--update` writes counts.json, from which
docs/bindings.md has its table.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import command
import jsonschema
import rule_months
import single_rules
import small_months
import vector_months
import work

HERE = pathlib.Path(__file__).resolve().parent
BINARY = pathlib.Path(os.environ.get("ESPPADOM_BINARY_DIR") or work.ROOT / "build" / "release")
COMMAND = os.environ.get("ESPPADOM_COMMAND") or BINARY / "bin" / "esppadom"
COUNTS = HERE / "counts.json"
SCHEMAS = {"statistics": "statistics", "reconcile": "reconcile", "cpom": "cpom", "identify": "identify", "view": "view",
           "smooth": "smooth", "split": "split", "alerts": "alerts", "export": "ledger-export", "calculate": "calculation",
           "describe": "description"}


def programs():
    """What answers in each language that was built."""
    jar = next(iter(sorted((BINARY / "bindings" / "java" / "target").glob("esppadom-[0-9.]*.jar"))), None)
    python = [sys.executable, "-B"]
    out = {"C++": [BINARY / "bin" / "esppadom_by_cpp"]}
    if (BINARY / "lib" / "libesppadom_c.so").exists():
        out["C"] = [*python, HERE / "by_c.py"]
    if (BINARY / "python" / "esppadom").exists():
        out["Python"] = [*python, HERE / "by_python.py"]
    if jar:
        out["Java"] = ["java", "-Xshare:auto", "-cp", jar, HERE / "ByJava.java"]
    return out


def row_of(told):
    """A row of a description as the structure tables have it."""
    kinds = {"group": "", "level": "", "date": "time", "price": "amount"}
    codes = told.get("codes", "") + (" or local" if told.get("local_codes_too") else "")
    return (told["path"], told["namespace"], told["occurrence"], bool(told.get("written_once")),
            kinds.get(told["type"], told["type"]), told.get("length"), told["field"], told["label"], codes, told["standing"],
            (told.get("doubt"), told.get("doubt_standing")))


def row_of_table(row):
    codes, doubt = row.get("codes") or {}, row.get("doubt") or {}
    return (row["path"], row["namespace"], row["occurrence"], row.get("written") == "1" or row.get("written") == 1,
            row.get("type") or "", row.get("length"), row.get("field") or "", row.get("label") or "",
            (codes.get("list") or "") + (" or local" if codes.get("local_too") else ""), row["standing"],
            (doubt.get("about"), doubt.get("standing")))


def run_by_tests(family):
    """Whether a test of C++, or the kit, reads the family: its file is named in a source of the tests."""
    if family.startswith("messages/"):
        return True  # run_conformance, by tests/cli/conformance_test.py
    sources = [*(work.ROOT / "tests").rglob("*_test.cpp"), *(work.ROOT / "tests" / "oracle").glob("*.py")]
    return any(f'{family}.json"' in one.read_text(encoding="utf-8") for one in sources)


class Vectors(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.holder = tempfile.TemporaryDirectory(prefix="esppadom-vectors-")
        folder = pathlib.Path(cls.holder.name)
        cls.questions = work.all_questions(folder / "months")
        work.write(cls.questions, folder / "questions")
        cls.languages = {}
        for language, words in programs().items():
            cls.languages[language] = folder / language
            (folder / language).mkdir()
            done = subprocess.run([*map(str, words), str(folder / "questions"), str(folder / language)],
                                  capture_output=True, text=True, check=False)
            if done.returncode != 0:
                raise AssertionError(f"{language}: {done.stderr[-4000:]}")
        command.answer_all(COMMAND, cls.languages["C++"], cls.questions)

    @classmethod
    def tearDownClass(cls):
        cls.holder.cleanup()

    def answer(self, language, question):
        """The bytes of an answer; None when the language has no such function."""
        files = [self.languages[language] / name for name in question.answers()]
        return [one.read_bytes() for one in files] if all(one.exists() for one in files) else None

    def answered(self, language, question):
        return all((self.languages[language] / name).exists() for name in question.answers())

    def counts(self):
        """Cases of each family and language of which every question was answered."""
        out = {}
        for family, cases in work.files_of_vectors().items():
            own = [one for one in self.questions if one.family == family]
            out[family] = {"cases": cases, "C++": cases if run_by_tests(family) else 0}
            for language in self.languages:
                left_out = {one.case for one in own if not self.answered(language, one)}
                if language != "C++":
                    out[family][language] = len({one.case for one in own} - left_out)
        return out

    def test_every_language_gives_the_same_bytes(self):
        for question in {one.line(): one for one in self.questions}.values():
            wanted = self.answer("C++", question)
            self.assertIsNotNone(wanted, question.line())
            for language in self.languages:
                given = self.answer(language, question)
                if given is not None and given != wanted:
                    self.fail(f"{language}: {question.case}: {question.line()}\n{given}\nC++:\n{wanted}")

    def test_bills_of_single_visits_say_what_their_vectors_expect(self):
        expected = {(family, one["name"]): one["expected"] for family in small_months.DURATIONS for one in work.cases_of(family)}
        compared = 0
        for question in self.questions:
            wanted = small_months.expected_of(expected.get((question.family, question.case), {}))
            if wanted is None or question.what == "calculate":
                continue
            given = small_months.outcome_of(json.loads(self.answer("C++", question)[0]))
            self.assertEqual(given, wanted, f"{question.family}: {question.case}")
            compared += 1
        self.assertGreater(compared, 200)

    def expected(self, families):
        """What vectors expect, by family and name."""
        return {(family, one["name"]): one["expected"] for family in families for one in work.cases_of(family)}

    def test_reports_say_what_their_vectors_expect(self):
        expected = self.expected(vector_months.QUESTIONS)
        compared = 0
        for question in self.questions:
            wanted = expected.get((question.family, question.case))
            if wanted is None or question.what in ("bill", "alerts", "calculate"):
                continue
            told = json.loads(self.answer("C++", question)[0])
            for rows, rows_expected in vector_months.compared(question.family, told, wanted):
                difference = vector_months.differs(rows, rows_expected)
                self.assertIsNone(difference, f"{question.family}: {question.case}: {difference}")
            compared += 1
        self.assertGreater(compared, 130)

    def test_rules_say_what_their_vectors_expect(self):
        expected = self.expected(rule_months.QUESTIONS)
        compared = dict.fromkeys(rule_months.EXPECTED, 0)
        for question in self.questions:
            wanted = expected.get((question.family, question.case))
            difference = rule_months.EXPECTED.get(question.family)
            if wanted is None or difference is None or question.what == "calculate":
                continue
            met = difference(json.loads(self.answer("C++", question)[0]), wanted)
            self.assertIsNone(met, f"{question.family}: {question.case}: {met}")
            compared[question.family] += 1
        self.assertTrue(all(compared.values()), compared)

    def test_single_rules_say_what_their_vectors_expect(self):
        expected = self.expected(single_rules.FAMILIES)
        compared = dict.fromkeys(single_rules.FAMILIES, 0)
        for question in self.questions:
            if question.what != "calculate":
                continue
            answer = self.answer("C++", question)[0]
            told = None if answer == b"no answer\n" else json.loads(answer)
            met = single_rules.FAMILIES[question.family][1](told, expected[question.family, question.case])
            self.assertIsNone(met, f"{question.family}: {question.case}: {met}")
            compared[question.family] += 1
        self.assertTrue(all(compared.values()), compared)

    def test_the_kit_passes_case_by_case(self):
        told = json.loads((self.languages["C++"] / "messages.kit").read_bytes())
        self.assertTrue(told["passed"])
        verdicts = {(one["area"], one["name"]): one["verdict"] for one in told["cases"]}
        self.assertEqual(verdicts, {(area, name): "passed" for area, name, _ in work.conformance_cases()})

    def test_descriptions_are_the_structure_tables(self):
        tables = json.loads((work.VECTORS / "message_rows.json").read_text(encoding="utf-8"))["messages"]
        for message, rows in tables.items():
            told = json.loads((self.languages["C++"] / f"message_rows.{message}").read_bytes())["rows"]
            self.assertEqual([row_of(one) for one in told], [row_of_table(one) for one in rows], message)

    def test_alerts_are_told_once(self):
        asked = [one for one in self.questions if one.what == "alerts"]
        told = [json.loads(self.answer("C++", one)[0]) for one in asked if one.identifier.endswith(".told")]
        again = [json.loads(self.answer("C++", one)[0]) for one in asked if one.identifier.endswith(".again")]
        self.assertTrue(any(one["events"] for one in told))
        for first, second in zip(told, again):
            self.assertEqual([second["events"], second["standing"]], [[], len(first["events"])])

    def test_parts_of_a_ledger_give_it_again(self):
        for question in self.questions:
            if question.what == "merge":
                whole = json.loads(self.answer("C++", question)[0])
                last = max(one.identifier for one in self.questions if one.what == "bill" and one.case == question.case)
                before = json.loads((self.languages["C++"] / f"{last}.ledger").read_bytes())
                before.get("adjustments", []).sort(key=lambda one: one["provider"])
                self.assertEqual(whole | {"seal": ""}, before | {"seal": ""}, question.case)

    def test_reports_are_as_their_schemas_say(self):
        folder = work.ROOT / "schemas" / "json"
        checks = {one.name.removesuffix(".schema.json"): jsonschema.Draft202012Validator(json.loads(one.read_text(encoding="utf-8")))
                  for one in folder.glob("*.schema.json")}
        seen = set()
        for question in {one.line(): one for one in self.questions if one.what in SCHEMAS}.values():
            answer = self.answer("C++", question)[0]
            if answer == b"no answer\n":
                continue
            report = json.loads(answer)
            name = SCHEMAS[question.what]
            self.assertEqual(report["schema"], f"esppadom/{name}/1")
            self.assertEqual([one.message for one in checks[name].iter_errors(report)], [], f"{question.family}: {question.case}")
            what = (name, report["of"] if question.what == "calculate" else "")
            if what in seen:
                continue
            seen.add(what)
            for key in report:
                self.assertFalse(checks[name].is_valid({one: value for one, value in report.items() if one != key}), key)
            self.assertFalse(checks[name].is_valid({**report, "more": 1}), name)
        self.assertEqual({name for name, _ in seen}, set(SCHEMAS.values()))
        asked = {of for name, of in seen if name == "calculation"}
        names = checks["calculation"].schema["$defs"]
        self.assertEqual(asked, {name for name in names if not name.endswith(".question")})

    def test_questions_of_single_rules_are_as_their_schema_says(self):
        schema = json.loads((work.ROOT / "schemas" / "json" / "calculation.schema.json").read_text(encoding="utf-8"))
        checked = 0
        for question in self.questions:
            if question.what != "calculate" or self.answer("C++", question)[0] == b"no answer\n":
                continue
            of, text = question.arguments[:2]
            check = jsonschema.Draft202012Validator({"$defs": schema["$defs"], "$ref": f"#/$defs/{of}.question"})
            asked = json.loads(text)
            self.assertEqual([one.message for one in check.iter_errors(asked)], [], f"{question.family}: {question.case}")
            self.assertFalse(check.is_valid({**asked, "more": 1}))
            checked += 1
        self.assertGreater(checked, 400)

    def test_cases_of_a_family_have_names_of_their_own(self):
        for file in sorted(work.VECTORS.glob("*.json")):
            names = [one["name"] for one in json.loads(file.read_text(encoding="utf-8")).get("cases", [])]
            self.assertEqual(sorted(names), sorted(set(names)), file.name)

    def test_every_file_of_vectors_is_run_and_the_table_is_fresh(self):
        counts = self.counts()
        self.assertEqual([family for family, one in counts.items() if not one["C++"]], [], "run by no one")
        kept = json.loads(COUNTS.read_text(encoding="utf-8"))
        self.assertEqual(list(kept), list(counts), "tests/languages/vectors_test.py --update")
        for family, one in counts.items():
            self.assertEqual({key: kept[family].get(key) for key in one}, one, f"{family}: vectors_test.py --update")


def update():
    Vectors.setUpClass()
    try:
        done = Vectors()
        done.test_every_language_gives_the_same_bytes()
        done.test_bills_of_single_visits_say_what_their_vectors_expect()
        done.test_reports_say_what_their_vectors_expect()
        done.test_rules_say_what_their_vectors_expect()
        done.test_single_rules_say_what_their_vectors_expect()
        done.test_the_kit_passes_case_by_case()
        counts = done.counts()
    finally:
        Vectors.tearDownClass()
    lines = [f" {json.dumps(family)}: {json.dumps(one)}" for family, one in counts.items()]
    COUNTS.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    if "--update" in sys.argv:
        update()
    else:
        unittest.main()
