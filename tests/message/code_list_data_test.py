"""The committed header is what the lists in src/data/codelists say, and no value of theirs is without effect."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(os.environ["ESPPADOM_SOURCE_DIR"])
DATA = ROOT / "src/data/codelists"
GENERATOR = ROOT / "tools/generate_code_lists.py"


def generated(folder):
    got = subprocess.run([sys.executable, GENERATOR, folder], capture_output=True, text=True, encoding="utf-8")
    return got.stdout if got.returncode == 0 else None


def mutants(value):
    """The same JSON with one value changed or one item removed, each in turn."""
    if isinstance(value, dict):
        for key, inner in value.items():
            for other in mutants(inner):
                yield {**value, key: other}
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield value[:i] + value[i + 1 :]
            for other in mutants(inner):
                yield value[:i] + [other] + value[i + 1 :]
    elif isinstance(value, bool):
        yield not value
    else:
        yield value + "X"


fresh = generated(DATA)
committed = (ROOT / "include/esppadom/message/code_list_data.hpp").read_text(encoding="utf-8")
assert fresh == committed, "code_list_data.hpp is stale: tools/check_generated --update"

count = 0
with tempfile.TemporaryDirectory() as folder:
    for file in sorted(DATA.glob("*.json")):
        shutil.copytree(DATA, folder, dirs_exist_ok=True)
        original = json.loads(file.read_text(encoding="utf-8"))
        todo = list(mutants(original))
        for mutant in todo[:: max(1, len(todo) // 12)]:  # a dozen a file: each runs the generator
            (pathlib.Path(folder) / file.name).write_text(json.dumps(mutant), encoding="utf-8")
            assert generated(folder) != fresh, f"{file.name}: a change is without effect: {mutant}"
            count += 1
        (pathlib.Path(folder) / file.name).unlink()
        assert generated(folder) != fresh, f"{file.name}: removing it is without effect"
        for bad in ({**original, "status": "perhaps"}, {**original, "extra": 1}):
            (pathlib.Path(folder) / file.name).write_text(json.dumps(bad), encoding="utf-8")
            assert generated(folder) is None, f"{file.name}: {bad} was accepted"
assert count > 100, count
