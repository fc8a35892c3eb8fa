"""What the guides quote is what the tree holds and what its programs print; every rule file of the examples loads.

In a guide a comment before a block says where it comes from:
    <!-- from FILE -->               the whole file
    <!-- from FILE [part] -->        the lines between "// [part]" and "// [part end]"
    <!-- run: exit N -->             a command of ours, run from the root; the text block after it is what it prints
    <!-- with NAME=PATH …: exit N -->
                                     a command of ours, run in a folder where each NAME stands for PATH: a file or folder of
                                     the tree, or out/…, what the command of the guide before it wrote
    <!-- output of PROGRAM -->       what an example program prints
A guide of GUIDES has no other block of commands of ours.
"""

import json
import os
import pathlib
import re
import shlex
import sys
import tempfile
import textwrap

from support import BINARY, SOURCE, expect, run

COMMAND = os.environ.get("ESPPADOM_COMMAND") or str(BINARY / "bin" / "esppadom")
BLOCK = re.compile(r"^<!-- (?P<what>[^>]*?) -->\n```(?P<language>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
NEXT_TEXT = re.compile(r"\n\n```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMANDS = re.compile(r"^```sh\n(?P<text>esppadom .*?)^```$", re.MULTILINE | re.DOTALL)
GUIDES = ["docs/guide.md", "docs/fr/guide.md", "docs/validation.md"]


def same(where, promised, found):
    if promised != found:
        print(f"{where} says:\n{promised}\nit should say:\n{found}")
        sys.exit(1)


def part_of(text, name):
    between = re.search(rf"^ *// \[{re.escape(name)}\]\n(.*?)^ *// \[{re.escape(name)} end\]$", text, re.MULTILINE | re.DOTALL)
    expect(between, f"there is no part [{name}]")
    return textwrap.dedent(between.group(1))


def quoted(what):
    file, _, part = what.removeprefix("from ").partition(" [")
    text = (SOURCE / file).read_text(encoding="utf-8")
    return part_of(text, part.removesuffix("]")) if part else text


def ours(text, folder):
    """A command of a guide with the program and the folder for results that this test uses."""
    words = shlex.split(text.replace("\\\n", " "))
    expect(words[0] == "esppadom", f"not a command of ours: {words}")
    words[0] = COMMAND
    if "--out" in words:
        words[words.index("--out") + 1] = str(pathlib.Path(folder) / "out")
    return words


def run_with(what, text, folder):
    """Runs a command of a guide where the files it names stand for others; its exit status is what the guide says."""
    names, _, end = what.removeprefix("with ").partition(": exit ")
    place = pathlib.Path(tempfile.mkdtemp(dir=folder))
    for pair in names.split():
        name, _, path = pair.partition("=")
        link = place / name
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to((pathlib.Path(folder) if path.startswith("out") else SOURCE) / path)
        expect(link.exists(), f"{pair}: there is no such file")
    words = ours(text, place)
    done = run(words, cwd=place)
    expect(done.returncode == int(end), f"{words}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    for option in ("-o", "--out"):
        if option in words:
            expect((place / words[words.index(option) + 1]).exists(), f"{words}: nothing was written")


def check_guide(name, folder):
    text = (SOURCE / name).read_text(encoding="utf-8")
    checked = 0
    run_here = {block.start("language") for block in BLOCK.finditer(text)}
    for block in COMMANDS.finditer(text):
        expect(block.start() + len("```") in run_here, f"{name}: nothing runs this command:\n{block['text']}")
    for block in BLOCK.finditer(text):
        what = block["what"]
        where = f"{name}: {what}"
        if what.startswith("from "):
            same(where, block["text"], quoted(what))
        elif what.startswith("run: exit "):
            done = run(ours(block["text"], folder), cwd=SOURCE)
            expect(done.returncode == int(what.removeprefix("run: exit ")), f"{where}: exit {done.returncode}\n{done.stderr}")
            promised = NEXT_TEXT.match(text, block.end())
            expect(promised, f"{where}: no text block follows")
            same(where, promised.group(1), done.stdout)
        elif what.startswith("with "):
            run_with(what, block["text"], folder)
        elif what.startswith("output of "):
            program = BINARY / "bin" / what.removeprefix("output of ")
            if not program.exists():  # a build without examples
                continue
            done = run([program], cwd=SOURCE)
            expect(done.returncode == 0, f"{where}: exit {done.returncode}\n{done.stderr}")
            same(where, block["text"], done.stdout)
        else:
            expect(False, f"{where}: what is this block?")
        checked += 1
    expect(checked >= 2, f"{name}: only {checked} blocks were checked")


def billed(rules, folder):
    out = pathlib.Path(folder) / rules.stem
    example = "tests/data/example"
    done = run([COMMAND, "bill", "--rules", rules, "--orders", f"{example}/order.xml", "--deliveries",
                f"{example}/delivery.xml", "--circumstances", "examples/circumstances.json", "--month", "2026-03", "--as-of",
                "2026-04-10", "--out", out], cwd=SOURCE)
    expect(done.returncode == 0, f"{rules} cannot bill the example: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return json.loads((out / "bill.json").read_text(encoding="utf-8"))


def euros(cents):
    return f"{cents // 100},{cents % 100:02d} €"


def cents(text):
    return round(float(text) * 100)


def row_of(name, bill):
    """The row of the French guide's table of results."""
    funders = {"CD99": 0, "MUT99": 0}
    for invoice in bill["invoices"]:
        funders[invoice["funder"]] += cents(invoice["total"])
    beneficiary = sum(cents(invoice["total"]) for invoice in bill["beneficiary_invoices"])
    minutes = sum(row["used"] for row in bill["smoothing"]) // 60
    mutual = euros(funders["MUT99"]) + " " if funders["MUT99"] else ""
    return f"| `{name}` | {euros(funders['CD99'])} | {mutual}| {euros(beneficiary)} | {minutes // 60} h {minutes % 60:02d} |"


with tempfile.TemporaryDirectory() as folder:
    table = (SOURCE / "docs/fr/guide.md").read_text(encoding="utf-8")
    rule_files = sorted((SOURCE / "examples/rules").glob("*.json"))
    expect(len(rule_files) >= 6, "the rule files of the examples are missing")
    for rules in rule_files:
        row = row_of(rules.name, billed(rules, folder))
        expect(row in table, f"docs/fr/guide.md should have the row\n{row}")
    for guide in GUIDES:
        check_guide(guide, folder)
