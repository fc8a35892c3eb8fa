#!/usr/bin/env python3
"""Breaks valid messages in systematic ways: the kit must notice each.

    tools/kit/mutate.py [--sample N] [--command PATH]

Every element of the full ORDER, DELIVERY and INVOICE is dropped, doubled, moved and renamed; every value is broken, every
time shifted by a minute, every number, code and identifier changed. Each mutant becomes a case that expects what the
valid message gives; a mutant whose case passes was not noticed. Those that may pass are listed with the reason."""

import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from base import full  # noqa: E402
from xmltree import text_of  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]

# Mutations that change nothing a reader should notice: (way, element) → reason.
HARMLESS = {
    ("drop", "ApplicableCIDDHSupplyChainTradeSettlement"): "an empty settlement may as well be left out (variant V10)",
}


def shifted(text):
    """A time a minute later."""
    minute = (int(text[14:16]) + 1) % 60
    return f"{text[:14]}{minute:02}{text[16:]}"


def changes(one):
    """Ways to change the value of a leaf: name → new text."""
    text = one.text
    if re.fullmatch(r"\d{4}-\d\d-\d\dT.*", text):
        day = text[:8] + f"{int(text[8:10]) % 28 + 1:02}" + text[10:]
        return {"broken": text[:10] + "Tnoon", "shifted": day if one.name == "BirthDate" else shifted(text)}
    if text in ("true", "false"):
        return {"broken": "maybe", "changed": "false" if text == "true" else "true"}
    if one.attributes.keys() & {"currencyID", "unitCode"} or one.name.endswith(("Percent", "Rate")):
        number = f"{float(text) + 0.01:.2f}" if "." in text else str(int(text) + 1)
        return {"broken": text + "x", "changed": number, "negative": "-" + (text if float(text) else "1")}
    return {"changed": text + "9"}


def mutants(kind):
    """(way, element's name, document) for every mutation of the full message."""
    valid = full(kind)
    count = sum(1 for _ in valid.walk())
    for index in range(1, count):
        def fresh():
            root = full(kind)
            return root, list(root.walk())[index]

        root, one = fresh()
        name = one.name
        one.remove()
        yield "drop", name, root
        root, one = fresh()
        one.after(one.copy())
        yield "double", name, root
        root, one = fresh()
        siblings = one.parent.children
        at = siblings.index(one)
        if at + 1 < len(siblings):
            siblings[at], siblings[at + 1] = siblings[at + 1], siblings[at]
            yield "move", name, root
        root, one = fresh()
        one.name += "X"
        yield "rename", name, root
        root, one = fresh()
        if one.children or one.text is None:
            continue
        for way, text in changes(one).items():
            root, one = fresh()
            one.text = text
            yield way, name, root
        for attribute in one.attributes:
            root, one = fresh()
            one.attributes[attribute] += "X"
            yield f"attribute {attribute}", name, root


def case_of(name, messages, findings):
    return {"schema": "esppadom/conformance-case/1", "proves": {"en": name, "fr": name}, "kind": "row", "covers": [],
            "source": "mutation", "standing": "known", "files": [name + ".xml"],
            "expected": {"findings": findings, "messages": messages}}


def put(folder, name, text, messages, findings=()):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.xml").write_text(text, encoding="utf-8")
    (folder / f"{name}.json").write_text(json.dumps(case_of(name, messages, list(findings))), encoding="utf-8")


def run(command, *arguments):
    done = subprocess.run([command, "conformance", *map(str, arguments)], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr)
    return done.stdout


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--sample", type=int, default=1, help="take only every Nth mutant")
    parser.add_argument("--command", default=str(ROOT / "build" / "release" / "bin" / "esppadom"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        kinds = ("order", "delivery", "invoice")
        for kind in kinds:
            put(folder / "valid" / kind, kind, text_of(full(kind)), [{}])
        run(options.command, folder / "valid", "--write-answers", folder / "answers")
        about, number = {}, 0
        for kind in kinds:
            answer = json.loads((folder / "answers" / kind / f"{kind}.json").read_text("utf-8"))
            told = [{"code": one["code"]} for one in answer["findings"] if not one["code"].startswith("ESP-BAT-")]
            if any(one["severity"] != "info" for one in answer["findings"]):
                sys.exit(f"the full {kind} is not valid: {told}")
            put(folder / "kit" / kind, "valid", text_of(full(kind)), answer["messages"], told)
            about[f"{kind}/valid"] = ("none", "valid", None)
            for way, name, root in mutants(kind):
                number += 1
                if number % options.sample:
                    continue
                about[f"{kind}/m{number}"] = (way, name, root)
                put(folder / "kit" / kind, f"m{number}", text_of(root), answer["messages"], told)
        report = json.loads(run(options.command, folder / "kit", "--format", "json"))
        passed = [f"{case['area']}/{case['name']}" for case in report["cases"] if case["verdict"] != "failed"]
        for kind in kinds:
            if f"{kind}/valid" not in passed:
                sys.exit(f"the valid {kind} does not pass: nothing is proved")
            passed.remove(f"{kind}/valid")
            del about[f"{kind}/valid"]
        unnoticed, harmless = [], 0
        for case in passed:
            way, name, _ = about[case]
            if (way, name) in HARMLESS:
                harmless += 1
            else:
                unnoticed.append(f"{case}: {way} {name}")
    print("\n".join(unnoticed))
    print(f"{len(about)} mutants, {len(about) - len(passed)} noticed, {harmless} harmless, {len(unnoticed)} not noticed")
    return 1 if unnoticed or not about else 0


if __name__ == "__main__":
    sys.exit(main())
