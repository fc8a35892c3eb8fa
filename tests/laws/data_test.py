"""Every value of src/data changes some result.

The participation under the national scale of APA is worked out a second time, from src/data/national/apa.json alone: what
the library says is the same, and with any one value of the file replaced it is not. The other tables are compiled in: each
value of them stands in what is compiled. The neutral rules and the mappings that the library ships say what the files say
(mappings_test.py replaces each of their values). Each level of the severity profiles changes what is said of a file of
tests/vectors/messages, and each byte of the report's scripts and style stands in the page.
"""

import datetime
import importlib.util
import io
import json
import pathlib
import tempfile
import unittest
from contextlib import redirect_stdout
from decimal import Decimal
from fractions import Fraction
from unittest import mock

import library
from values import leaves, replaced

import esppadom

DATA = library.SOURCE / "src" / "data"
# What is told to the reader of a file, and no program asks for.
PROVENANCE = {"about", "sources", "source", "note"}


def load(name):
    return json.loads((DATA / name).read_text(encoding="utf-8"))


def day(text):
    return datetime.date.fromisoformat(text)


def other(value, days=3):
    """Another value of the same kind."""
    if isinstance(value, bool) or value is None:
        return "1.00" if value is None else not value
    if isinstance(value, int):
        return value + 1
    for kind in (lambda: str(day(value) + datetime.timedelta(days)), lambda: str(Decimal(value) * Decimal("1.2"))):
        try:
            return kind()
        except (ValueError, ArithmeticError):
            pass
    return {"known": "open", "open": "known"}.get(value, "known" if value.startswith("inferred") else value + " else")


def at(entries, date):
    """The entry in force on a day."""
    found = [entry for entry in entries if day(entry["from"]) <= date]
    return found[-1] if found else None


def apa(data, date, gir, plan, resources, couple, mtp=None):
    """Participation and what is paid of it, by the reference, section 6."""
    rule = at(data["formulas"], date)
    if mtp is None:
        mtp = at(data["mtp"], date.replace(month=1, day=1))["euros"]
    s = Fraction(mtp)
    r = Fraction(resources) / (Fraction(data["couple_divisor"]["value"]) if couple else 1)
    a = min(Fraction(plan), Fraction(at(data["ceilings"], date)[f"gir_{gir}"]) * s)
    low, high, most = (Fraction(rule[name]) for name in ("free_below", "full_above", "highest_rate"))
    if r <= low * s:
        p = Fraction(0)
    elif r > high * s:
        p = most * a
    elif rule["kind"] == "linear":
        p = most * a * (r - low * s) / ((high - low) * s)
    else:
        one, two = (Fraction(rule[name]) for name in ("slice_1", "slice_2"))
        first = min(a, one * s)
        second = min(max(a - one * s, 0), (two - one) * s)
        third = max(a - two * s, 0)
        k = (r - low * s) / ((high - low) * s) * most
        factors = []
        for name in ("weight_2", "weight_3"):
            weight = Fraction(rule[name])
            factors.append((weight * r / s + (1 - weight) * high - low) / (high - low))
        p = min(k * (first + factors[0] * second + factors[1] * third), most * a)
    floor = Fraction(data["floor_hours"]["value"]) * Fraction(at(data["smic"], date)["euros"])
    return p, a - p >= floor


def probes(data):
    """Days, GIR, plans and resources at which the values of the file show."""
    first = day(data["formulas"][0]["from"])
    dates = {day(entry["from"]) for name in ("formulas", "ceilings", "mtp") for entry in data[name]}
    dates |= {datetime.date(year, 1, 1) for year in range(2015, 2027)}
    for date in sorted(date for date in dates if date >= first):
        mtp = None if date.year >= 2016 else 1000
        for gir in (1, 2, 3, 4):
            yield date, gir, 4000, 1500, False, mtp
        yield from ((date, 1, 900, resources, False, mtp) for resources in (700, 800, 850, 900, 2600, 2800, 3300, 4000))
        yield date, 1, 1000, 2500, True, mtp
    for entry in data["smic"]:
        floor = 3 * Decimal(entry["euros"])
        for plan in (floor - Decimal("0.01"), floor):
            yield max(day(entry["from"]), first), 4, plan, 0, False, 1000


# Values of apa.json that no result shows.
SILENT = {
    ("mtp", 7, "euros"): "replaced within its year: the MTP of 1 January counts",
    ("mtp", 7, "from"): "the same",
    ("mtp", 12, "from"): "its amount is not known yet",
    ("ceilings", 0, "from"): "before the first formula",
}


class Participation(unittest.TestCase):
    def test_every_value_of_the_scale_changes_a_participation(self):
        data = load("national/apa.json")
        asked = list(probes(data))
        known = [apa(data, *probe) for probe in asked]
        for probe, (participation, paid) in zip(asked, known):
            date, gir, plan, resources, couple, mtp = probe
            told = library.apa(date, gir=gir, plan=Decimal(plan), resources=Decimal(resources), couple=couple, mtp=mtp)
            self.assertLess(abs(told.participation - participation), Fraction(1, 100), probe)
            self.assertEqual(told.apa_paid > 0, paid, probe)
        for path, value in leaves({key: data[key] for key in data if key != "standing"}, PROVENANCE):
            if path[-1] in ("kind", "of") or value is None:
                continue
            changed = replaced(data, path, other(value, 366))
            self.assertNotEqual(path in SILENT, self.shows(changed, asked, known), path)

    @staticmethod
    def shows(changed, asked, known):
        for probe, (participation, paid) in zip(asked, known):
            try:
                now = apa(changed, *probe)
            except TypeError:  # nothing is in force
                return True
            if abs(now[0] - participation) >= Fraction(1, 100) or now[1] != paid:
                return True
        return False


class Compiled(unittest.TestCase):
    """tools/check_generated keeps the headers as these programs print them."""

    @staticmethod
    def program(name):
        spec = importlib.util.spec_from_file_location(name, library.SOURCE / "tools" / f"{name}.py")
        found = importlib.util.module_from_spec(spec)
        with redirect_stdout(io.StringIO()):
            spec.loader.exec_module(found)
        return found

    @staticmethod
    def printed(program):
        out = io.StringIO()
        with redirect_stdout(out):
            program.main()
        return out.getvalue()

    def test_every_value_of_the_national_tables_is_compiled_in(self):
        program = self.program("generate_national_data")
        plain, read = self.printed(program), program.read
        for path in sorted((DATA / "national").glob("*.json")):
            if path.name == "apa.json":
                continue
            for place, value in leaves({key: part for key, part in read(path.name).items() if key != "standing"}, PROVENANCE):
                changed = replaced(read(path.name), place, other(value))
                with mock.patch.object(program, "read", lambda name: changed if name == path.name else read(name)):
                    self.assertFalse(self.printed(program) == plain, (path.name, place))

    def test_every_value_of_the_code_lists_is_compiled_in(self):
        lines = (library.SOURCE / "include/esppadom/message/code_list_data.hpp").read_text(encoding="utf-8")
        for path in sorted((DATA / "codelists").glob("*.json")):
            one = load(f"codelists/{path.name}")
            self.assertIn(f"standing::{self.standing(one)},", lines)
            head = ", ".join(json.dumps(one[key], ensure_ascii=False) for key in ("id", "agency", "fr", "en"))
            self.assertIn(f"{{{head},\n     list_status::{one['status']}, standing::{self.standing(one)},", lines)
            for code in one["codes"]:
                texts = ", ".join(json.dumps(code[key], ensure_ascii=False) for key in ("code", "fr", "en"))
                entry = f"{{{texts},\n     standing::{self.standing(code)}, {str(code['in_list']).lower()}}}"
                self.assertIn(entry, lines)

    @staticmethod
    def standing(entry):
        return entry["standing"].replace(" (", "_").replace(")", "")


class Shipped(unittest.TestCase):
    def test_the_neutral_rules_are_those_of_the_file(self):
        resolved = library.shown({}, datetime.date(2026, 5, 4))
        rules = load("rules/neutral.json")["rule_set"]
        missing = []
        for key, value in resolved.items():
            place = rules
            for name in key.split("."):
                place = place.get(name, missing) if isinstance(place, dict) else missing
            if place is not missing:
                self.assertEqual(place, value, key)
        own = {".".join(path) for path, _ in leaves(rules, PROVENANCE) if all(isinstance(part, str) for part in path)}
        head = {"id", "version", "valid_from", "valid_to", "scope.level"}
        self.assertEqual(sorted(key for key in own - head if key not in resolved), [])

    def test_the_mappings_are_those_of_the_files(self):
        files = sorted(path.stem for path in (DATA / "mappings").glob("*.json"))
        self.assertEqual(sorted(esppadom.CsvMapping.shipped_names()), files)


# Files of src/data/report that are in no page.
LEGAL = {"chart.js.LICENSE.md", "dataTables.LICENSE.txt", "dataTables.buttons.LICENSE.txt"}  # licences, to be shipped


class Profiles(unittest.TestCase):
    """Of every level of a profile there is a file of which the library says something else without it."""

    def cases(self):
        for path in sorted((library.SOURCE / "tests/vectors/messages").rglob("*.json")):
            try:
                case = json.loads(path.read_text(encoding="utf-8"))
            except ValueError:  # a message that is wrong on purpose
                continue
            if isinstance(case, dict) and case.get("schema") == "esppadom/conformance-case/1":
                yield [path.parent / name for name in case["files"]], case["expected"].get("findings", [])

    def levels(self, files, code, profile):
        found = esppadom.validate(files, profile=profile).findings
        return [one.severity for one in found if one.code == code]

    def test_every_level_changes_what_is_said_of_a_file(self):
        known = {}
        for files, wanted in self.cases():
            for one in wanted:
                known.setdefault(one["code"], files)
        for path in sorted((DATA / "profiles").glob("*.json")):
            profile = load(f"profiles/{path.name}")
            self.assertEqual(profile["id"], path.stem)
            for code, level in profile["levels"].items():
                with self.subTest(profile=path.stem, code=code), tempfile.TemporaryDirectory() as folder:
                    files = known[code]
                    told = self.levels(files, code, path.stem)
                    self.assertIn(level, told)
                    for other in ("warning", "off"):
                        changed = pathlib.Path(folder) / "changed.json"
                        levels = {**profile["levels"], code: other}
                        changed.write_text(json.dumps({**profile, "id": "changed", "levels": levels}), encoding="utf-8")
                        self.assertNotEqual(self.levels(files, code, changed), told)

    def test_a_base_that_is_none_is_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            changed = pathlib.Path(folder) / "changed.json"
            profile = {**load("profiles/strict.json"), "id": "changed", "base": "lenientX"}
            changed.write_text(json.dumps(profile), encoding="utf-8")
            with self.assertRaises(esppadom.Error):
                esppadom.validate(library.SOURCE / "tests/data/example", profile=changed)


class Report(unittest.TestCase):
    def test_every_byte_of_scripts_and_style_stands_in_the_page(self):
        example = library.SOURCE / "tests/data/example"
        orders, deliveries = ((example / name).read_bytes() for name in ("order.xml", "delivery.xml"))
        as_of = datetime.date(2026, 4, 10)
        done = esppadom.bill(orders=orders, deliveries=deliveries, rules=library.book({}), month="2026-03", as_of=as_of)
        page = done.report()
        shipped = [path for path in sorted((DATA / "report").rglob("*")) if path.is_file()]
        self.assertEqual({path.name for path in shipped if path.suffix not in (".js", ".css")}, LEGAL)
        for path in shipped:
            if path.name not in LEGAL:
                self.assertIn(path.read_text(encoding="utf-8"), page, path.name)


if __name__ == "__main__":
    unittest.main()
