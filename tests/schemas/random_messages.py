"""Messages made from the rows of the structure tables (tests/vectors/message_rows.json) alone: neither the descriptions
in C++ nor the schemas have a part in them."""

import json
import os
import pathlib
import random

from lxml import etree

SOURCE = pathlib.Path(os.environ.get("ESPPADOM_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
TABLES = json.loads((SOURCE / "tests" / "vectors" / "message_rows.json").read_text("utf-8"))["messages"]
STANDARD = "urn:un:unece:uncefact:data:standard:"
NAMESPACES = {
    "ram": STANDARD + "ReusableAggregateBusinessInformationEntity:8",
    "pie": STANDARD + "PersonInformationEntity:1",
    "qdt": STANDARD + "QualifiedDataType:8",
}
WORDS = ["Nord", "é & è", "<b>", "\"12\"", "l'été", "œuvre", "A-7", "0042", "€"]


class Row:
    """A row of a table and the rows below it."""

    def __init__(self, data, space):
        self.name = data["path"].split("/")[-1]
        self.namespace = space if data["namespace"] == "msg" else NAMESPACES[data["namespace"]]
        self.occurrence = data["occurrence"]
        self.type = data["type"]
        self.length = data.get("length")
        self.attributes = data.get("attributes", [])
        self.is_root = data["row"] == 1 and data["namespace"] == "msg"
        self.path = data["path"]
        self.field = (data["field"] or "").split(".")[-1].removesuffix("[]")
        self.children = []

    @property
    def tag(self):
        return f"{{{self.namespace}}}{self.name}"

    @property
    def is_mandatory(self):
        return self.occurrence.startswith("1")

    @property
    def is_repeated(self):
        return self.occurrence.endswith("n")

    @property
    def is_leaf(self):
        return self.type not in (None, "party", "empty")

    @property
    def may_be_empty(self):
        """Production leaves the identifier of a service out but for its list (variant V15)."""
        return not self.is_mandatory or self.path.endswith("SpecifiedCITradeProduct/ID")


def tree_of(message):
    """The rows of a message as a tree, parties included."""
    space = STANDARD + TABLES[message][1]["path"].split("/")[-1] + ":2" if message != "party" else ""
    by_path = {}
    tops = []
    for data in TABLES[message]:
        row = Row(data, space)
        by_path[data["path"]] = row
        parent = by_path.get(data["path"].rpartition("/")[0])
        (parent.children if parent else tops).append(row)
        if row.type == "party":
            row.children = tree_of("party")
    return tops if message == "party" else tops[0]


class Maker:
    """Fills rows at random; with `full` every row is there, and twice where it may be repeated."""

    def __init__(self, seed, full=False):
        self.random = random.Random(seed)
        self.full = full

    def document(self, message):
        root = tree_of(message)
        return self.element(root, {"m": root.namespace, **NAMESPACES})

    def element(self, row, namespaces=None):
        element = etree.Element(row.tag, nsmap=namespaces)
        for name in row.attributes:
            if self.full or row.is_root or self.random.random() < 0.5:
                element.set(name, "1.4" if row.is_root else self.random.choice(["EUR", "HUR", "LIST-1", "token"]))
        if row.is_leaf:
            element.text = self.value(row)
        for child in row.children:
            for _ in range(self.count(child)):
                element.append(self.element(child))
        return element

    def count(self, row):
        if self.full:
            return 2 if row.is_repeated else 1
        return self.random.randint(int(row.is_mandatory), 2 if row.is_repeated else 1)

    def value(self, row):
        if row.length:
            return "".join(self.random.choice("0123456789") for _ in range(row.length))
        return getattr(self, row.type)(row)

    def text(self, _row):
        return " ".join(self.random.choices(WORDS, k=self.random.randint(1, 4)))

    token = code = identifier = text

    def time(self, row):
        day = f"20{self.random.randint(10, 40)}-{self.random.randint(1, 12):02}-{self.random.randint(1, 28):02}"
        if row.name == "BirthDate":  # a day, written as its midnight (section 8.1)
            return day + "T00:00:00"
        return day + "T" + ":".join(f"{self.random.randint(0, last):02}" for last in (23, 59, 59))

    def quantity(self, _row):
        return self.random.choice(["1", "1.5", "6.2833333333", "0.010", "-3"])

    def amount(self, _row):
        return f"{self.random.randint(-99999, 99999)}.{self.random.randint(0, 99):02}"

    def percentage(self, _row):
        return self.random.choice(["20", "13.6192", "0", "5.5"])

    def indicator(self, _row):
        return self.random.choice(["true", "false"])


def rows_of(message):
    """Every row of a message, parties where they stand, with the path of local names from the root."""

    def walk(row, path):
        here = path + [row.name]
        yield here, row
        for child in row.children:
            yield from walk(child, here)

    return list(walk(tree_of(message), []))


def find(root, path):
    """The first element at a path of local names."""
    element = root
    for name in path[1:]:
        element = next(child for child in element if etree.QName(child).localname == name)
    return element
