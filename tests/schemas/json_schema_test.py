"""The JSON schemas accept what the command writes, ask for every field the structure tables have and for no other, and
refuse what breaks one."""

import copy
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

import jsonschema
from lxml import etree

from random_messages import SOURCE, Maker, tree_of

COMMAND = os.environ.get("ESPPADOM_COMMAND") or str(SOURCE / "build" / "release" / "bin" / "esppadom")
DATA = SOURCE / "tests" / "data"
MESSAGES = ["order", "delivery", "invoice"]
TEXTS = [5, None, ["a"]]
DECIMALS = ["", "1,5", "1e3", " 1", "one", 1.5, None]
WRONG = {
    "text": TEXTS,
    "token": TEXTS,
    "code": [5, None, {}, {"value": 5}, {"list_id": "A"}, {"value": "A", "other": "B"}],
    "identifier": [5, None, {}, {"value": 5}, {"scheme_id": "A"}, {"value": "A", "other": "B"}],
    "time": ["", "2026-03-02", "2026-03-02T10:00", "2026-03-02T10:00:00Z", "2026-13-02T10:00:00",
             "2026-03-02T24:00:00", 20260302, None],
    "date": ["", "2026-3-2", "2026-13-02", "2026-03-02T00:00:00", 20260302, None],
    "quantity": ["1.5", {}, {"unit_code": "HUR"}, {"value": "1", "other": "B"}, *({"value": one} for one in DECIMALS)],
    "amount": ["1.50", {}, {"currency": "EUR"}, {"value": "1.50", "other": "B"}, {"value": "1"}, {"value": "1.5"},
               *({"value": one} for one in DECIMALS)],
    "percentage": [*DECIMALS, "1.23456", {"value": "1"}],
    "indicator": ["true", 1, None],
}


def validator(name):
    """Of the documents of a message, or of circumstances."""
    schema = json.loads((SOURCE / "schemas" / "json" / f"{name}.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def message_validator(name):
    """Of one message."""
    schema = validator(name).schema
    return jsonschema.Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": schema["$defs"]})


def converted(source, profile="round_trip"):
    """A file as the command writes it in JSON."""
    done = subprocess.run([COMMAND, "convert", "--to", "json", "--profile", profile, source], capture_output=True,
                          check=False)
    return json.loads(done.stdout)


def converted_xml(root):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "message.xml"
        path.write_bytes(etree.tostring(root, xml_declaration=True, encoding="utf-8"))
        return converted(path)


def fields_of(row, always=True):
    """The fields of a struct by the table: name, row and whether there is no message without it."""
    for child in row.children:
        needed = always and child.is_mandatory
        if child.field:
            yield child.field, child, needed
        else:
            yield from fields_of(child, needed)


def type_of(row):
    return "date" if row.name == "BirthDate" else row.type


class AcceptedDocuments(unittest.TestCase):
    def check(self, name, value):
        errors = [f"{error.json_path}: {error.message}" for error in validator(name).iter_errors(value)]
        self.assertEqual(errors, [])

    def test_the_examples(self):
        for message in MESSAGES:
            for profile in ("round_trip", "canonical"):
                self.check(message, converted(DATA / "example" / f"{message}.xml", profile))

    def test_the_production_samples(self):
        for source in sorted((DATA / "samples").glob("delivery-*.xml")):
            self.check("delivery", converted(source))

    def test_messages_made_from_the_tables(self):
        for message in MESSAGES:
            for seed in range(12):
                self.check(message, converted_xml(Maker(seed, full=seed == 0).document(message)))

    def test_what_the_description_does_not_know(self):
        root = Maker(3, full=True).document("delivery")
        root[0][0].append(etree.Element("{urn:other}Note"))
        root[0][0].set("mark", "seen")
        root.append(etree.Comment("the end"))
        document = converted_xml(root)
        self.assertIn("extras", document["messages"][0])
        self.assertIn("end", document)
        self.check("delivery", document)

    def test_circumstances(self):
        self.check("circumstances", {})
        self.check("circumstances", json.loads((SOURCE / "examples" / "circumstances.json").read_text("utf-8")))


class BrokenDocuments(unittest.TestCase):
    def test_another_message_or_key_or_no_messages(self):
        for message in MESSAGES:
            schema = validator(message)
            good = converted(DATA / "example" / f"{message}.xml")
            self.assertTrue(schema.is_valid(good))
            self.assertTrue(schema.is_valid({"schema": good["schema"], "messages": good["messages"]}))
            for change in ({"schema": "esppadom/other/1"}, {"schema": None}, {"messages": {}}, {"messages": [{}]},
                           {"messages": [5]}, {"other": 1}, {"envelope": {"other": 1}}, {"end": []}):
                self.assertFalse(schema.is_valid({**good, **change}), change)
            for missing in ("schema", "messages"):
                self.assertFalse(schema.is_valid({key: value for key, value in good.items() if key != missing}))
            for other in MESSAGES:
                if other != message:
                    self.assertFalse(validator(other).is_valid(good))


class BrokenMessages(unittest.TestCase):
    def setUp(self):
        self.cases = 0

    def each_object(self):
        """Every object of a message with everything in it: the whole, the object inside it, its row, its schema."""
        for message in MESSAGES:
            whole = converted_xml(Maker(1, full=True).document(message))["messages"][0]
            schema = message_validator(message)
            row = tree_of(message).children[0]
            self.assertTrue(schema.is_valid(whole))
            pending = [(whole, row, message)]
            while pending:
                inner, row, path = pending.pop()
                yield schema, whole, inner, row, path
                for name, child, _ in fields_of(row):
                    if child.is_leaf:
                        continue
                    value = inner[name]
                    pending.append((value[0] if isinstance(value, list) else value, child, f"{path}.{name}"))

    def expect(self, schema, whole, inner, changed, valid, what):
        kept = copy.copy(inner)
        inner.clear()
        inner.update(changed)
        self.assertEqual(schema.is_valid(whole), valid, what)
        inner.clear()
        inner.update(kept)
        self.cases += 1

    def test_fields_are_those_of_the_table(self):
        for _, _, inner, row, path in self.each_object():
            self.assertEqual([name for name in inner if name != "extras"], [name for name, _, _ in fields_of(row)], path)

    def test_a_field_that_is_missing(self):
        for schema, whole, inner, row, path in self.each_object():
            for name, _, needed in fields_of(row):
                without = {key: value for key, value in inner.items() if key != name}
                self.expect(schema, whole, inner, without, not needed, f"{path} without {name}")
        self.assertGreaterEqual(self.cases, 250)

    def test_a_field_that_is_unknown(self):
        for schema, whole, inner, _, path in self.each_object():
            self.expect(schema, whole, inner, {**inner, "other": "1"}, False, path)
        self.assertGreaterEqual(self.cases, 80)

    def test_a_value_of_another_form(self):
        for schema, whole, inner, row, path in self.each_object():
            for name, child, _ in fields_of(row):
                for wrong in WRONG[type_of(child)] if child.is_leaf else ["text", 5, None]:
                    value = [wrong] if child.is_repeated else wrong
                    self.expect(schema, whole, inner, {**inner, name: value}, False, f"{path}.{name} = {value}")
        self.assertGreaterEqual(self.cases, 1200)

    def test_a_mandatory_value_that_is_empty(self):
        for schema, whole, inner, row, path in self.each_object():
            for name, child, _ in fields_of(row):
                if child.is_repeated:
                    self.expect(schema, whole, inner, {**inner, name: []}, not child.is_mandatory, f"{path}.{name}")
                elif child.is_leaf and child.is_mandatory and type_of(child) in ("text", "token", "code", "identifier"):
                    for blank in ("", " \n"):
                        self.expect(schema, whole, inner, {**inner, name: blank}, False, f"{path}.{name}")
        self.assertGreaterEqual(self.cases, 80)

    def test_broken_circumstances(self):
        schema = validator("circumstances")
        good = {"advances": [{"provider": "512", "funder": "CD99", "month": "2026-03", "amount": "100.00"}],
                "cancellations": [{"delivery_id": "DLV-1", "condition": "billed_paid"}]}
        self.assertTrue(schema.is_valid(good))
        for change in ({"other": []}, {"advances": {}}, {"advances": [{}]},
                       {"advances": [{**good["advances"][0], "month": "2026-3"}]},
                       {"advances": [{**good["advances"][0], "amount": 100.0}]},
                       {"advances": [{**good["advances"][0], "amount": "100"}]},
                       {"cancellations": [{"delivery_id": "DLV-1", "condition": "paid"}]},
                       {"extra_minutes": [{"delivery_id": "DLV-1", "minutes": "10"}]}):
            self.assertFalse(schema.is_valid({**good, **change}), change)


if __name__ == "__main__":
    unittest.main()
