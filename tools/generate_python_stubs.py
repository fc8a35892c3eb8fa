#!/usr/bin/env python3
"""Prints bindings/python/esppadom/_native.pyi.

Classes of messages come from the descriptions, through the built module; what stands before and after them is written
in tools/python_stubs. mypy.stubtest compares both with the module (tests/python/stubs_test.py).

    generate_python_stubs.py FOLDER      the folder of the built package, build/release/python
"""

from __future__ import annotations

import sys
from pathlib import Path

TEXTS = Path(__file__).with_name("python_stubs")

# What messages do beside holding members.
METHODS = {
    "message": '''    def get(self, path: str) -> Any:
        """The value at a path such as "lines[0].billed_quantity"; None when there is none."""
    def set(self, path: str, value: object) -> None:
        """Sets the value at a path; what is missing on the way is made."""
    def check(self) -> list[Finding]:
        """What the message says that cannot be right, by itself."""
    def to_json(self, indented: bool = False) -> str:
        """The canonical JSON of the message, without extras."""
    @staticmethod
    def from_json(text: str | bytes) -> {name}:
        """The message that a JSON text holds."""
''',
    "circumstances": '''    def to_json(self, indented: bool = False) -> str:
        """The canonical JSON."""
    @staticmethod
    def from_json(text: str | bytes, name: str = "circumstances") -> Circumstances:
        """What a JSON text holds; strict."""
    def add_csv(self, data: bytes, name: str) -> list[Finding]:
        """Adds what a CSV file says; `name` says which list it is, unless there is a column `kind`. The findings."""
''',
}


SHORT = {"Extra", "Code", "Identifier", "Measure", "Amount", "Price"}


def stub(name: str, doc: str, members: list[tuple[str, str, str, str]]) -> str:
    out = [f"class {name}(Struct):", f'    """{doc}"""']
    settable = [(member, accepts) for member, _, accepts, _ in members if accepts]
    if settable:
        out.append("    def __init__(")
        out.append("        self,")
        if name not in SHORT:
            out.append("        *,")
        out += [f"        {member}: {accepts} = ...," for member, accepts in settable]
        out.append("    ) -> None: ...")
    for member, annotation, accepts, label in members:
        text = label[:1].upper() + label[1:] if label else ""
        out.append("    @property")
        out.append(f"    def {member}(self) -> {annotation}:" + (f'\n        """{text}"""' if text else " ..."))
        if accepts:
            out.append(f"    @{member}.setter")
            out.append(f"    def {member}(self, value: {accepts}) -> None: ...")
    body = "\n".join(out) + "\n"
    if name in ("Order", "Delivery", "Invoice"):
        body += METHODS["message"].format(name=name)
    if name == "Circumstances":
        body += METHODS["circumstances"]
    return body


def main() -> None:
    sys.path.insert(0, sys.argv[1])
    from esppadom import _native

    before, after = ((TEXTS / f"{name}.pyi.in").read_text(encoding="utf-8") for name in ("before", "after"))
    sys.stdout.write(before + "".join("\n" + stub(*one) for one in _native._described) + after)


if __name__ == "__main__":
    main()
