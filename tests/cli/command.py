"""Running the command and making input for it: shared by the tests of this folder."""

import functools
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(os.environ.get("ESPPADOM_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
COMMAND = os.environ.get("ESPPADOM_COMMAND") or str(SOURCE / "build" / "release" / "bin" / "esppadom")
SAMPLES = SOURCE / "tests" / "data" / "samples"
SAMPLE = SAMPLES / "delivery-72.xml"
FINE, ERRORS, UNUSABLE = 0, 1, 2


class Done:
    """How the command ended."""

    def __init__(self, done):
        self.code = done.returncode
        self.out = done.stdout.decode("utf-8")
        self.err = done.stderr.decode("utf-8")

    @property
    def json(self):
        return json.loads(self.out)

    @property
    def codes(self):
        return {finding["code"] for finding in self.json["findings"]}


def run(*arguments, cwd=None, lang=None, timeout=300):
    """Runs the command in an environment that names no language, unless one is asked for."""
    environment = {key: value for key, value in os.environ.items() if key not in ("LC_ALL", "LC_MESSAGES", "LANG")}
    if lang:
        environment["LANG"] = lang
    command = [COMMAND, *[str(argument) for argument in arguments]]
    done = subprocess.run(command, capture_output=True, cwd=cwd, env=environment, timeout=timeout, check=False)
    return Done(done)


def write(path, content):
    """Writes text or bytes, with the folders above it."""
    path = pathlib.Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def files_below(folder):
    """Names of all files, hidden ones included."""
    folder = pathlib.Path(folder)
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()) if folder.exists() else []


class CommandTest(unittest.TestCase):
    """A test with a folder of its own. Whatever the input, the command ends by itself."""

    maxDiff = 4000

    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)

    def expect(self, code, *arguments, **options):
        done = run(*arguments, **options)
        self.assertEqual(done.code, code, f"{arguments}\n{done.out[:2000]}\n{done.err[:2000]}")
        return done


@functools.lru_cache(maxsize=None)
def month():
    """A small example month, made once: the folder that generate.py writes."""
    holder = tempfile.TemporaryDirectory()
    month.holder = holder  # removed when the program ends
    out = pathlib.Path(holder.name) / "month"
    generator = SOURCE / "examples" / "month" / "generate.py"
    subprocess.run([sys.executable, "-B", str(generator), "--beneficiaries", "24", "--providers", "2", "--out", str(out)],
                   check=True, capture_output=True)
    return out


def bill_arguments(folder, out, **changes):
    """The arguments of `bill` for a generated month; a change of None leaves an option out."""
    facts = json.loads((folder / "month.json").read_text(encoding="utf-8"))
    options = {
        "--rules": folder / "rules.json",
        "--orders": folder / "orders",
        "--deliveries": folder / "deliveries",
        "--circumstances": folder / "circumstances.json",
        "--month": facts["month"],
        "--as-of": facts["as_of"],
        "--out": out,
        "--format": "json",
    }
    options.update(changes)
    words = ["bill"]
    for option, value in options.items():
        if value is not None:
            words += [option, value]
    return words
