#!/usr/bin/env python3
"""Prints a page with its worked examples, taken from the vectors that every build tests.

    tools/fill_examples.py docs/rules/smoothing.md

A page names the cases between two comments; what stands between them is written afresh:

    <!-- vectors: smoothing.json "c2 table" "c1 table" -->
    <!-- end of vectors -->
"""

import json
import pathlib
import re
import sys

VECTORS = pathlib.Path(__file__).resolve().parents[1] / "tests" / "vectors"
BLOCK = re.compile(r"^<!-- vectors: (\S+)((?: \"[^\"]+\")+) -->\n(.*?)^<!-- end of vectors -->$", re.MULTILINE | re.DOTALL)


def flat(value, key=""):
    """A value as lines of `key = value`; lists of plain values on one line."""
    if isinstance(value, dict) and value:
        return [line for name, one in value.items() for line in flat(one, f"{key}.{name}" if key else name)]
    if isinstance(value, list) and any(isinstance(one, (dict, list)) for one in value):
        return [line for i, one in enumerate(value, 1) for line in flat(one, f"{key} {i}")]
    if value == {} and key:
        return []
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return [f"{key} = {text}" if key else text]


def cell(value):
    return "<br>".join(line.replace("|", "\\|") for line in flat(value))


def table(name, wanted):
    cases = {case["name"]: case for case in json.loads((VECTORS / name).read_text(encoding="utf-8"))["cases"]}
    rows = ["", "| example | given | result |", "|---|---|---|"]
    for one in wanted:
        if one not in cases:
            raise SystemExit(f"error: tests/vectors/{name} has no case \"{one}\"")
        rows.append(f"| {one} | {cell(cases[one]['input'])} | {cell(cases[one]['expected'])} |")
    return "\n".join(rows) + f"\n\n*From [{name}](../../tests/vectors/{name}), computed by every build.*\n"


def filled(page):
    def block(found):
        wanted = re.findall(r'"([^"]+)"', found[2])
        return f"<!-- vectors: {found[1]}{found[2]} -->\n{table(found[1], wanted)}\n<!-- end of vectors -->"

    if page.count("<!-- vectors:") != len(BLOCK.findall(page)):
        raise SystemExit("error: a block of vectors is not closed, or names no case")
    return BLOCK.sub(block, page)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    sys.stdout.write(filled(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")))
