"""The reader reports every element as missing that the structure tables call mandatory, where it stands."""

import copy
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

from lxml import etree

from random_messages import SOURCE, Maker, find, rows_of

COMMAND = os.environ.get("ESPPADOM_COMMAND") or str(SOURCE / "build" / "release" / "bin" / "esppadom")
MISSING = "ESP-XML-020"
# Production writes it always and always empty; a message without it is read the same (variant V10).
MAY_BE_ABSENT = "ApplicableCIDDHSupplyChainTradeSettlement"


def missing(root):
    """How many elements the command reports as missing in a document."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "message.xml"
        path.write_bytes(etree.tostring(root, xml_declaration=True, encoding="utf-8"))
        done = subprocess.run([COMMAND, "validate", "--format", "json", path], capture_output=True, check=False)
    return sum(finding["code"] == MISSING for finding in json.loads(done.stdout)["findings"])


class MissingElements(unittest.TestCase):
    def check(self, message, least):
        complete = Maker(1, full=True).document(message)
        self.assertEqual(missing(complete), 0)
        cases = 0
        for path, row in rows_of(message)[2:]:
            if not row.is_mandatory or row.name == MAY_BE_ABSENT:
                continue
            root = copy.deepcopy(complete)
            element = find(root, path)
            parent = element.getparent()
            for one in parent.findall(element.tag):
                parent.remove(one)
            self.assertEqual(missing(root), 1, f"{message} without {'/'.join(path)}")
            cases += 1
        self.assertGreaterEqual(cases, least)

    def test_of_an_order(self):
        self.check("order", 50)

    def test_of_a_delivery(self):
        self.check("delivery", 35)

    def test_of_an_invoice(self):
        self.check("invoice", 65)


if __name__ == "__main__":
    unittest.main()
