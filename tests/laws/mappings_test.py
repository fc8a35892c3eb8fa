"""Every value of the CSV mappings that the library ships changes what is written, what is read, or what is told.

Each value of src/data/mappings is replaced in turn by others of its kind. The messages that are exported and the tables
that are read back hold one of everything a mapping may ask for: with one of the replacements something of them differs.
"""

import csv
import io
import json
import subprocess
import tempfile
import unittest
from pathlib import Path

import library
from values import leaves, replaced

import esppadom

MAPPINGS = library.SOURCE / "src" / "data" / "mappings"
EXAMPLE = library.SOURCE / "tests" / "data" / "example"
COMMAND = library.BINARY / "bin" / "esppadom"
# What is told to the reader of a file, and no program asks for.
PROVENANCE = {"about", "about_fr", "source", "standing", "mapping"}
GIVEN = {"payroll-hours": {"night_from": "18:30", "night_to": "06:00"}}
OTHERS = {
    "separator": [","],
    "encoding": ["windows-1252"],
    "line_end": ["lf"],
    "dates": ["yyyy-MM-dd"],
    "times": ["yyyy-MM-dd HH:mm:ss"],
    "decimal_mark": ["."],
    "unit": ["minutes", "hours", "seconds"],
    "aggregate": ["count", "sum"],
    "rounding": ["down"],
    "format": ["yyyy", "HH"],
    "part": ["sunday", "day"],
    "message": ["order", "delivery"],
    "use": ["read"],
}


def example(name, *changes):
    text = (EXAMPLE / name).read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return list(esppadom.read(text.encode()))


NAMES = (("B-7788", "=B-7788"), ("CD99</pie:ID>", "=CD99</pie:ID>"), (">512<", ">=512<"))
SAMPLES = {  # the worked example, and once more with formulas for names, a holiday, a tie of hours, a credit note
    "delivery": example("delivery.xml")
    + example("delivery.xml", *NAMES, ("AX-42", "=AX-42"), ("DLV-", "=DLV-"), (">SAAD Exemple", ">=SAAD Exemple"),
              ("2026-03-02T10:0", "2026-03-02T20:3"), ("2026-03-02", "2026-05-01"))
    + example("delivery.xml", ("DLV-", "S-"), ("AX-42", "AX-1"), ("2026-03-04T10:20:00", "2026-03-04T23:07:45"),
              ("2026-03-04T09:03:00", "2026-03-04T09:02:40"),
              ("2026-03-02T10:00", "2026-03-02T20:37"), ("2026-03-02", "2026-05-03"))
    + example("delivery.xml", ("DLV-", "H-"), ("AX-42", "AX-2"), ("2026-03-02T10:00", "2026-03-02T20:37"),
              ("2026-03-02", "2026-05-08")),
    "order": example("order.xml")
    + example("order.xml", *NAMES, ('unitCode="HUR">36<', 'unitCode="MIN">7<')),
    "invoice": example("invoice.xml") + example("invoice.xml", *NAMES, ("<ram:TypeCode>380<", "<ram:TypeCode>381<"),
              (">Participation du", ">=Participation du")),
    "circumstances": [],
}  # fmt: skip
FACTS = {
    "planned_visits": [
        {"delivery_id": "DLV-1", "provider": "=512", "beneficiary": "U1", "caregiver": "A1", "service": "S1",
         "start": "2026-03-10T18:00:00", "end": "2026-03-11T19:30:00"},
        {"provider": "512", "beneficiary": "U1", "start": "2026-03-10T18:00:00", "end": "2026-03-10T19:00:00"},
    ],
    "absences": [
        {"beneficiary": "=U1", "from": "2026-03-02", "to": "2026-03-09", "reason": "HOSPITALISATION"},
        {"beneficiary": "U2", "from": "2026-03-04", "reason": "HOSPITALISATION"},
        {"beneficiary": "=U3", "from": "2026-03-02", "to": "2026-03-09", "reason": "CONGÉS"},
        {"beneficiary": "U4", "from": "2026-03-02"},
    ],
    "corrections": [{"delivery_id": "DLV-0003", "reason": reason, "author": reason + " A"} for reason in ("R1", "R2")],
}  # fmt: skip


def variants(files):
    """The tables as they are, each without one of its columns, and with one left empty."""
    yield files
    for name, data in files.items():
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
        for column in range(len(rows[0]) if rows else 0):
            for changed in ([[*row[:column], *row[column + 1 :]] for row in rows],
                            [rows[0], *([*row[:column], "", *row[column + 1 :]] for row in rows[1:])]):  # fmt: skip
                out = io.StringIO(newline="")
                csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(changed)
                yield {**files, name: out.getvalue().encode("utf-8-sig")}


def written(mapping):
    """The files of the samples and what is found."""
    if mapping["message"] == "circumstances":
        return of_command(mapping)
    facts = esppadom.Circumstances.from_json(json.dumps(FACTS).encode())
    files, found = esppadom.export_csv(SAMPLES[mapping["message"]], mapping["loaded"], circumstances=facts)
    return files, [str(one) for one in found]


def read(mapping, files):
    messages, found = esppadom.import_csv(files, mapping["loaded"])
    return esppadom.write(messages, format="json") if messages else b"", [str(one) for one in found]


def of_command(mapping, files=None):
    """Circumstances go through the command: what it writes of those above, or reads of tables."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        told = {key: value for key, value in mapping.items() if key != "loaded"}
        (folder / "mapping.json").write_text(json.dumps(told), encoding="utf-8")
        words = [COMMAND, "convert", "--mapping", "mapping.json"]
        if files is None:
            (folder / "facts.json").write_text(json.dumps(FACTS), encoding="utf-8")
            (folder / "out").mkdir()
            to = "out/x" if len(mapping["files"]) > 1 else "out/" + mapping["files"][0]["name"]
            done = subprocess.run([*words, "--to", "csv", "facts.json", "-o", to], cwd=folder, capture_output=True, check=False)
            made = {path.name: path.read_bytes() for path in sorted((folder / "out").rglob("*.csv"))}
            return made, done.stdout + done.stderr
        for each, data in files.items():
            (folder / each).write_bytes(data)
        words += ["--to", "json", "--from", "csv"]
        done = subprocess.run([*words, *files], cwd=folder, capture_output=True, check=False)
        return done.stdout + done.stderr


def attempt(doing, *arguments):
    try:
        return doing(*arguments)
    except (esppadom.Error, ValueError) as error:
        return str(error)


def outcome(mapping, name, tables, reading):
    """What a mapping writes of the samples, and what it makes of tables."""
    try:
        loaded = esppadom.CsvMapping(json.dumps(mapping), "mapping", GIVEN.get(name, {}))
    except (esppadom.Error, ValueError) as error:
        yield str(error)
        return
    mapping = {**mapping, "loaded": loaded}
    yield attempt(written, mapping)
    if loaded.can_read:
        for files in tables:
            yield attempt(reading, mapping, files)


def others(path, value):
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int):
        return [value + 1]
    name = [part for part in path if isinstance(part, str)][-1]
    return [other for other in OTHERS.get(name, [value + "X"]) if other != value]


class Values(unittest.TestCase):
    def silent(self, file, reading):
        """The values of a mapping whose replacements change nothing."""
        mapping = json.loads(file.read_text(encoding="utf-8"))
        shipped = esppadom.CsvMapping.shipped(file.stem, GIVEN.get(file.stem, {}))
        told = {**mapping, "loaded": shipped}
        files = attempt(written, told)
        self.assertNotIsInstance(files, str, file.stem)
        tables = list(variants(files[0])) if shipped.can_read else []
        plain = list(outcome(mapping, file.stem, tables, reading))
        self.assertEqual(plain[0], files, f"{file.stem}: the library does not ship what the file says")
        for path, value in leaves(mapping, PROVENANCE):
            def shows(other):
                now = outcome(replaced(mapping, path, other), file.stem, tables, reading)
                return any(a != b for a, b in zip(plain, now))

            if not any(shows(other) for other in others(path, value)):
                yield path, value

    def test_every_value_changes_what_is_written_or_read(self):
        count = 0
        for file in sorted(MAPPINGS.glob("*.json")):
            circumstances = json.loads(file.read_text(encoding="utf-8"))["message"] == "circumstances"
            self.assertEqual(list(self.silent(file, of_command if circumstances else read)), [], file.stem)
            count += 1
        self.assertGreater(count, 10)


if __name__ == "__main__":
    unittest.main()
