"""The XML schemas accept what the command writes and messages made from the structure tables, and refuse what breaks a
row of them. libxml2 judges, on the command line and through lxml, and a second processor, xmlschema."""

import copy
import os
import pathlib
import subprocess
import tempfile
import unittest

import xmlschema
from lxml import etree

from random_messages import NAMESPACES, SOURCE, Maker, find, rows_of, tree_of

COMMAND = os.environ.get("ESPPADOM_COMMAND") or str(SOURCE / "build" / "release" / "bin" / "esppadom")
DATA = SOURCE / "tests" / "data"
MESSAGES = ["order", "delivery", "invoice"]
PROFILES = {"order": ["canonical", "extended"], "invoice": ["canonical", "extended"],
            "delivery": ["canonical", "extended", "production_1_4"]}
WRONG = {
    "time": ["", "2026-03-02", "2026-03-02T10:00", "2026-03-02T10:00:00Z", "2026-03-02T10:00:00+01:00",
             "2026-03-02T10:00:00.5", "2026-13-02T10:00:00", "2026-02-30T10:00:00", "2026-03-02T24:00:00",
             "02/03/2026 10:00", "20260302100000"],
    "quantity": ["", "1,5", "1e3", "1 000", ".5", "+1", "one"],
    "amount": ["", "1", "1.5", "1,50", "1.5e1", "1 000.00", "1.2345678"],
    "percentage": ["", "13,6", "1.23456", "20 %"],
    "indicator": ["", "1", "0", "yes", "TRUE"],
}


def schema_path(message):
    return SOURCE / "schemas" / "xsd" / f"{message}.xsd"


def xmllint(message, path):
    """What xmllint has against a file; empty when it accepts it."""
    done = subprocess.run(["xmllint", "--nonet", "--noout", "--schema", schema_path(message), path],
                          capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stderr


def converted(folder, source, profile):
    """The file the command writes in a profile."""
    target = pathlib.Path(folder) / f"{source.stem}-{profile}.xml"
    done = subprocess.run([COMMAND, "convert", "--to", "xml", "--profile", profile, source, "-o", target],
                          capture_output=True, text=True, check=False)
    if not target.exists():
        raise AssertionError(f"convert {source} {profile}: {done.stderr}")
    return target


class AcceptedFiles(unittest.TestCase):
    def check_converted(self, message, source):
        with tempfile.TemporaryDirectory() as folder:
            for profile in PROFILES[message]:
                with self.subTest(file=source.name, profile=profile):
                    self.assertEqual(xmllint(message, converted(folder, source, profile)), "")

    def test_the_examples_as_they_are(self):
        for message in MESSAGES:
            self.assertEqual(xmllint(message, DATA / "example" / f"{message}.xml"), "")

    def test_the_examples_converted(self):
        for message in MESSAGES:
            self.check_converted(message, DATA / "example" / f"{message}.xml")

    def test_the_production_samples_converted(self):
        samples = sorted((DATA / "samples").glob("delivery-*.xml"))
        self.assertGreaterEqual(len(samples), 4)
        for source in samples:
            self.check_converted("delivery", source)

    def test_a_message_without_its_wrapper(self):
        for message in MESSAGES:
            root = etree.parse(DATA / "example" / f"{message}.xml").getroot()
            schema = etree.XMLSchema(file=str(schema_path(message)))
            self.assertTrue(schema.validate(etree.ElementTree(copy.deepcopy(root[0]))), schema.error_log)

    def test_messages_made_from_the_tables(self):
        for message in MESSAGES:
            schema = etree.XMLSchema(file=str(schema_path(message)))
            for seed in range(200):
                made = Maker(seed, full=seed == 0).document(message)
                self.assertTrue(schema.validate(made), f"{message} {seed}: {schema.error_log}")

    def test_messages_made_from_the_tables_converted(self):
        for message in MESSAGES:
            with tempfile.TemporaryDirectory() as folder:
                for seed in range(12):
                    source = pathlib.Path(folder) / f"{message}-{seed}.xml"
                    made = Maker(seed, full=seed == 0).document(message)
                    source.write_bytes(etree.tostring(made, xml_declaration=True, encoding="utf-8"))
                    self.check_converted(message, source)


class BrokenFiles(unittest.TestCase):
    """Each case takes a message with everything in it and breaks one thing, at every row."""

    def setUp(self):
        self.documents = {message: Maker(1, full=True).document(message) for message in MESSAGES}
        self.schemas = {message: etree.XMLSchema(file=str(schema_path(message))) for message in MESSAGES}
        self.broken = 0

    def refuse(self, message, path, breaking):
        """`breaking` changes the first element at the path; the schema must refuse what is left."""
        root = copy.deepcopy(self.documents[message])
        breaking(find(root, path))
        self.assertFalse(self.schemas[message].validate(root), f"{message} {'/'.join(path)} is accepted")
        self.broken += 1

    def for_each(self, least):
        """Every row but the wrapper; at the end there must have been as many cases."""
        for message in MESSAGES:
            for path, row in rows_of(message)[1:]:
                yield message, path, row
        self.assertGreaterEqual(self.broken, least)

    def test_everything_is_accepted_before_it_is_broken(self):
        for message in MESSAGES:
            self.assertTrue(self.schemas[message].validate(self.documents[message]), self.schemas[message].error_log)

    def test_a_mandatory_element_is_missing(self):
        def remove_all(element):
            parent = element.getparent()
            for one in parent.findall(element.tag):
                parent.remove(one)

        for message, path, row in self.for_each(150):
            if row.is_mandatory:
                self.refuse(message, path, remove_all)

    def test_an_element_stands_twice(self):
        for message, path, row in self.for_each(300):
            if not row.is_repeated:
                self.refuse(message, path, lambda element: element.addnext(copy.deepcopy(element)))

    def test_an_element_stands_before_its_predecessor(self):
        def swap(element):
            before = element.getprevious()
            before.addprevious(element)

        for message, path, _ in self.for_each(200):
            before = find(self.documents[message], path).getprevious()
            if before is not None:
                self.refuse(message, path, swap)

    def test_an_unknown_element(self):
        for message, path, _ in self.for_each(350):
            self.refuse(message, path, lambda element: element.insert(0, etree.Element(f"{{{NAMESPACES['ram']}}}Extra")))

    def test_an_element_of_another_namespace(self):
        def move(element):
            space, local = etree.QName(element).namespace, etree.QName(element).localname
            other = next(uri for uri in NAMESPACES.values() if uri != space)
            element.tag = f"{{{other}}}{local}"

        for message, path, _ in self.for_each(350):
            self.refuse(message, path, move)

    def test_an_unknown_attribute(self):
        for message, path, _ in self.for_each(350):
            self.refuse(message, path, lambda element: element.set("other", "1"))

    def test_text_between_elements(self):
        for message, path, row in self.for_each(100):
            if not row.is_leaf:
                self.refuse(message, path, lambda element: setattr(element, "text", "note"))

    def test_a_value_that_is_none(self):
        for message, path, row in self.for_each(400):
            for text in WRONG.get(row.type, []):
                self.refuse(message, path, lambda element, text=text: setattr(element, "text", text))

    def test_a_birth_date_with_a_time(self):
        for message, path, row in self.for_each(1):
            if row.name == "BirthDate":
                self.refuse(message, path, lambda element: setattr(element, "text", "1938-07-21T12:00:00"))

    def test_a_mandatory_value_that_is_empty_or_blank(self):
        for message, path, row in self.for_each(100):
            if row.is_leaf and not row.may_be_empty:
                for text in ("", " \n\t "):
                    self.refuse(message, path, lambda element, text=text: setattr(element, "text", text))

    def test_a_siret_of_another_length(self):
        for message, path, row in self.for_each(20):
            if row.length:
                for text in ("1234567890123", "123456789012345"):
                    self.refuse(message, path, lambda element, text=text: setattr(element, "text", text))

    def test_a_wrapper_without_version_or_of_another_message(self):
        for message in MESSAGES:
            root = copy.deepcopy(self.documents[message])
            del root.attrib["versionID"]
            self.assertFalse(self.schemas[message].validate(root))
            for other in MESSAGES:
                if other != message:
                    self.assertFalse(self.schemas[message].validate(self.documents[other]))


class SecondProcessor(unittest.TestCase):
    """Stricter about the schemas themselves than libxml2: content models must be deterministic, every name defined."""

    @classmethod
    def setUpClass(cls):
        cls.schemas = {message: xmlschema.XMLSchema10(str(schema_path(message))) for message in MESSAGES}

    def test_accepts_the_examples_and_messages_made_from_the_tables(self):
        for message in MESSAGES:
            self.schemas[message].validate(str(DATA / "example" / f"{message}.xml"))
            for seed in range(10):
                self.schemas[message].validate(Maker(seed, full=seed == 0).document(message))

    def test_refuses_messages_without_a_mandatory_element_and_out_of_order(self):
        for message in MESSAGES:
            for path, row in rows_of(message)[1:]:
                root = Maker(1).document(message)
                try:
                    element = find(root, path)
                except StopIteration:  # this message does without
                    continue
                parent = element.getparent()
                others = [child for child in parent if child.tag != element.tag]
                if row.is_mandatory:
                    changed = copy.deepcopy(parent)
                    self.replace(parent, [child for child in changed if child.tag != element.tag])
                elif others:
                    self.replace(parent, [*reversed(parent)])
                else:
                    continue
                self.assertFalse(self.schemas[message].is_valid(root), "/".join(path))

    @staticmethod
    def replace(parent, children):
        for child in list(parent):
            parent.remove(child)
        for child in children:
            parent.append(child)


class Schemas(unittest.TestCase):
    def test_say_that_they_are_not_official_and_how_each_element_is_evidenced(self):
        xs = "{http://www.w3.org/2001/XMLSchema}"
        for name in ["order", "delivery", "invoice", "ram", "pie", "qdt"]:
            root = etree.parse(schema_path(name)).getroot()
            self.assertIn("not an official schema", root.find(f"{xs}annotation/{xs}documentation").text)
            for element in root.iter(f"{xs}element"):
                if element.get("ref"):
                    continue
                notes = " ".join(note.text for note in element.iter(f"{xs}documentation"))
                self.assertIn("Standing: ", notes, element.get("name"))

    def test_declare_every_row_of_the_tables(self):
        xs = "{http://www.w3.org/2001/XMLSchema}"
        declared = set()
        for name in ["order", "delivery", "invoice", "ram", "pie", "qdt"]:
            root = etree.parse(schema_path(name)).getroot()
            space = root.get("targetNamespace")
            declared |= {f"{{{space}}}{element.get('name')}" for element in root.iter(f"{xs}element")}
        wanted = {row.tag for message in MESSAGES for _, row in rows_of(message)} | {tree_of(m).tag for m in MESSAGES}
        self.assertEqual(wanted - declared, set())
        self.assertEqual({tag for tag in declared if not tag.endswith("}None")} - wanted, set())


if __name__ == "__main__":
    unittest.main()
