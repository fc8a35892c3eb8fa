"""A case: what it proves, its files, what is expected of who reads them."""

import json
import pathlib
import re

from base import ROWS
from xmltree import text_of

SEVERITY = {"ESP-XML-020": "warning", "ESP-XML-021": "info", "ESP-XML-022": "info", "ESP-XML-023": "warning",
            "ESP-XML-025": "warning", "ESP-XML-026": "info", "ESP-XML-032": "info", "ESP-XML-033": "warning",
            "ESP-XML-034": "warning", "ESP-XML-036": "info", "ESP-XML-037": "warning", "ESP-XML-038": "warning",
            "ESP-XML-015": "warning", "ESP-JSON-004": "warning"}
SEVERITY.update({f"ESP-MSG-{number:03}": "warning" for number in (3, 5, 6, 10, 11, 16, 20, 21, 25, 30, 31, 41, 42, 43)})
SEVERITY.update({"ESP-MSG-068": "warning"})
SEVERITY.update({f"ESP-MSG-{number:03}": "info" for number in (75, 77, 4, 12, 13, 22, 24, 50)})
GRADED = {"ESP-XML-020", "ESP-XML-023", "ESP-XML-025", "ESP-XML-033"}  # errors in profile strict


# What else the meaning of a message gives away in a case: findings of level sense that no module computes, reviewed one
# by one. `more` is expected as well, `less` is not.
CONSEQUENCES = json.loads((pathlib.Path(__file__).resolve().parent / "consequences.json").read_text("utf-8"))


def revised(findings, consequence, case):
    if not consequence:
        return findings
    out = list(findings)
    for unwanted in consequence.get("less", []):
        out.remove(next(one for one in out if (one["code"], one.get("path")) == (unwanted["code"], unwanted.get("path"))))
    return out + consequence.get("more", [])


class Finding:
    """A finding expected at an element; `sense` is the path of the field inside the message."""

    def __init__(self, code, element=None, sense=None, severity=None, **more):
        self.code, self.element, self.sense, self.severity, self.more = code, element, sense, severity, more

    def place(self):
        """Where line and column point: for a finding about sense the element of the field, when there is exactly one."""
        if not self.sense:
            return self.element
        kind = (self.element.key or "").partition("/")[0]
        field = re.sub(r"\[\d+\]", "[]", self.sense)
        keys = {row.key for row in ROWS.get(kind, []) if row.field in (field, field + "[]")}
        found = [one for one in self.element.walk() if one.key in keys]
        return found[0] if len(found) == 1 else None

    def json(self, profile):
        severity = self.severity or SEVERITY.get(self.code, "error")
        if profile == "strict" and self.code in GRADED:
            severity = "error"
        out = {"code": self.code, "severity": severity}
        if self.element is not None:
            place = self.place()
            if place is not None:
                out["line"], out["column"] = place.line, place.column
            out["path"] = self.element.location() + (f"/{self.sense}" if self.sense else "")
        out.update(self.more)
        return out


class Case:
    """`files` maps names to a root element, to text or to bytes; a name that starts with a dot is added to the case's."""

    def __init__(self, area, name, kind, covers, en, fr, source, standing, files, findings=(), profile=None, **expected):
        self.area, self.name, self.kind, self.covers = area, name, kind, list(covers)
        self.en, self.fr, self.source, self.standing = en, fr, source, standing
        self.files, self.findings, self.profile, self.expected = files, findings, profile, expected
        self.batch = False  # whether the files are one batch, so that what they say of each other counts
        self.mapping = None  # of tables: the name of a shipped mapping, or the text of one
        self.parameters = {}  # of the mapping
        if not re.fullmatch(r"[a-z0-9_.-]+", name):
            raise ValueError(f"a case cannot be named {name}")

    def written(self):
        """The files of the case: name in the area's folder → bytes."""
        out, names = {}, []
        for name, content in self.files.items():
            if name.startswith("."):
                name = self.name + name
            if hasattr(content, "children"):
                content = text_of(content)
            out[name] = content if isinstance(content, bytes) else content.encode("utf-8")
            names.append(name)
        expected = {"findings": [one.json(self.profile) for one in self.findings]}
        expected["findings"] = revised(expected["findings"], CONSEQUENCES.get(f"{self.area}/{self.name}"), self)
        expected.update(self.expected)
        text = {"schema": "esppadom/conformance-case/1", "proves": {"en": self.en, "fr": self.fr}, "kind": self.kind,
                "covers": self.covers, "source": self.source, "standing": self.standing}
        if self.profile:
            text["profile"] = self.profile
        if self.batch:
            text["batch"] = True
        if self.mapping:
            text["mapping"] = self.mapping
            if self.mapping.startswith("{"):
                text["mapping"] = f"{self.name}.mapping.json"
                out[text["mapping"]] = self.mapping.encode("utf-8")
        if self.parameters:
            text["parameters"] = self.parameters
        text["files"] = names
        text["expected"] = expected
        for key, value in expected.items():
            if key == "writes":
                for name, content in list(value.items()):
                    if not isinstance(content, str):
                        file = f"{self.name}.{name}.out.xml"
                        out[file] = text_of(content).encode("utf-8") if hasattr(content, "children") else content
                        value[name] = file
            if key == "tables":
                for name, content in list(value.items()):
                    value[name] = f"{self.name}.{name}"
                    out[value[name]] = content
        out[self.name + ".json"] = (json.dumps(text, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
        return out
