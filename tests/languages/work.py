"""What every language is asked, from tests/vectors: a list of questions in one plain form and the files they speak of.

A question is a line of words between tabs: its identifier, what to do, and arguments. The answer is a file named by the
identifier. The programs by_*.py, by_cpp.cpp and ByJava.java answer in their language, months in C++ by the command (command.py).
"""

import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
VECTORS = ROOT / "tests" / "vectors"
MESSAGES = VECTORS / "messages"
sys.path.insert(0, str(ROOT / "tests" / "oracle"))

import rule_months  # noqa: E402
import single_rules  # noqa: E402
import small_months  # noqa: E402
import variants  # noqa: E402
import vector_months  # noqa: E402

NO_ANSWER = b"cannot be read\n"

#: Questions that are answered by several files.
PARTS = {"bill": ("bill", "ledger", "invoices"), "identify": ("report", "visits", "raw"), "view": ("report", "seen"),
         "alerts": ("report", "ledger"), "export": ("report", "ledger")}


#: Of how many months of variants.json the ledger is taken apart and put together.
LEDGERS = 12


class Question:
    """One question and the vector it stands for: a family and the name of a case."""

    def __init__(self, family, case, identifier, what, *arguments):
        self.family, self.case, self.identifier, self.what = family, case, identifier, what
        self.arguments = [str(one) for one in arguments]

    def answers(self):
        """The names of the files that answer it."""
        return [f"{self.identifier}.{end}" for end in PARTS[self.what]] if self.what in PARTS else [self.identifier]

    def line(self):
        return "\t".join([self.identifier, self.what, *self.arguments])


def conformance_cases():
    """The cases of the kit: area, name, content."""
    for file in sorted(MESSAGES.rglob("*.json")):
        try:
            content = json.loads(file.read_text(encoding="utf-8"))
        except ValueError:
            continue  # a broken file that a case is about
        if isinstance(content, dict) and content.get("schema") == "esppadom/conformance-case/1":
            yield file.parent.name, file.stem, content


def about_messages():
    """Of each case of the kit: what running the kit says of it; every file as JSON and, as it was read, as XML; and the
    report on all of them. Of tables: what reading them finds, and the messages."""
    for area, name, case in conformance_cases():
        family, folder = f"messages/{area}", MESSAGES / area
        files = [folder / one for one in case.get("files", [])]
        key = f"{area}.{name}"
        yield Question(family, name, "messages.kit", "kit", MESSAGES)
        if "mapping" in case and "parameters" not in case and (folder / case["mapping"]).is_file():
            yield Question(family, name, key, "table", folder / case["mapping"], *files)
        if "mapping" in case or any(one.suffix == ".csv" for one in files):
            continue
        for index, file in enumerate(files):
            if file.suffix == ".zip":
                continue
            yield Question(family, name, f"{key}.{index}.json", "json", file)
            yield Question(family, name, f"{key}.{index}.xml", "xml", file)
        yield Question(family, name, f"{key}.report", "validate", case.get("profile", "lenient"), *files)


def about_months(folder):
    """Of each month of variants.json, and of each of its runs: the bill, the ledger and the invoices."""
    for number, case in enumerate(variants.cases()):
        place = folder / f"month{number}"
        place.mkdir(parents=True)
        rules = variants.rules_of(case, place)
        before = ""
        runs = case.get("runs", [case])
        for index, entry in enumerate(runs):
            run = variants.Run(entry, place / f"run{index}")
            key = f"variants.{number}.{index}"
            validated = entry.get("options", [])[1:]
            yield Question("variants", case["name"], key, "bill", rules, run.folder / "orders.xml",
                           run.folder / "deliveries.xml", run.folder / "circumstances.json", run.month, run.as_of, before,
                           " ".join(validated))
            before = f"{key}.ledger"
        if number < LEDGERS:
            yield from about_ledger(case["name"], f"variants.{number}", before, runs)


def about_ledger(name, key, ledger, runs):
    """What of it each provider takes with it, and all these parts put together again."""
    providers = sorted({order.get("provider", "SAAD01") for entry in runs for order in entry.get("orders", [])})
    for provider in providers:
        yield Question("variants", name, f"{key}.{provider}", "export", ledger, "provider", provider)
    yield Question("variants", name, f"{key}.whole", "merge", *(f"{key}.{one}.ledger" for one in providers))


def about_small_months(folder):
    """Of vectors of one rule: the bill of a month that needs it."""
    for family in small_months.FAMILIES:
        for number, case in enumerate(cases_of(family)):
            entry = small_months.entry_of(family, case["input"])
            if entry is None:
                continue
            place = folder / f"{family}{number}"
            place.mkdir(parents=True)
            run = variants.Run(entry, place)
            yield Question(family, case["name"], f"{family}.{number}", "bill", small_months.rules_of(case["input"], place),
                           place / "orders.xml", place / "deliveries.xml", place / "circumstances.json", run.month, run.as_of,
                           "", "")


def about_oversight(folder):
    """Of vectors of oversight and of single rules: the report or the bill, on the months they ask for."""
    for family, questions in {**rule_months.QUESTIONS, **vector_months.QUESTIONS}.items():
        for number, case in enumerate(cases_of(family)):
            key = f"{family}.{number}"
            for identifier, what, arguments in questions(folder / key, case["input"], key):
                yield Question(family, case["name"], identifier, what, *arguments)


def about_single_rules(folder):
    """Of vectors of one rule: what the rule alone gives for their values."""
    for family in single_rules.FAMILIES:
        for number, case in enumerate(cases_of(family)):
            key = f"{family}.{number}.rule"
            arguments = single_rules.arguments_of(family, case, folder / key)
            if arguments:
                yield Question(family, case["name"], key, "calculate", *arguments)


def about_elements():
    """Of the structure tables of the messages: what the library says of each element, one answer a message."""
    for message, rows in json.loads((VECTORS / "message_rows.json").read_text(encoding="utf-8"))["messages"].items():
        for row in rows:
            yield Question("message_rows", f"{message} {row['row']}", f"message_rows.{message}", "describe", message)


def cases_of(family):
    return json.loads((VECTORS / f"{family}.json").read_text(encoding="utf-8"))["cases"]


def all_questions(folder):
    return [*about_messages(), *about_months(folder), *about_small_months(folder), *about_oversight(folder),
            *about_single_rules(folder), *about_elements()]


def files_of_vectors():
    """Each file of tests/vectors with cases of functions, and how many it has; messages are listed by area."""
    out = {}
    for file in sorted(VECTORS.glob("*.json")):
        content = json.loads(file.read_text(encoding="utf-8"))
        out[file.stem] = len(content["cases"]) if "cases" in content else sum(
            len(rows) for rows in content["messages"].values())
    for area, _, _ in conformance_cases():
        out[f"messages/{area}"] = out.get(f"messages/{area}", 0) + 1
    return out


def write(questions, file):
    file.write_text("".join(f"{one}\n" for one in dict.fromkeys(one.line() for one in questions)), encoding="utf-8")


def read(file):
    for line in pathlib.Path(file).read_text(encoding="utf-8").splitlines():
        identifier, what, *arguments = line.split("\t")
        yield identifier, what, arguments
