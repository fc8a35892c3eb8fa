"""What the tests of the Python package share: where things are, and the command to compare with."""

import functools
import os
import pathlib
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(os.environ.get("ESPPADOM_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
BINARY = pathlib.Path(os.environ.get("ESPPADOM_BINARY_DIR") or SOURCE / "build" / "release")
COMMAND = os.environ.get("ESPPADOM_COMMAND") or str(BINARY / "bin" / "esppadom")
sys.path.insert(0, str(BINARY / "python"))

SAMPLES = SOURCE / "tests" / "data" / "samples"
SAMPLE = SAMPLES / "delivery-72.xml"
EXAMPLE = SOURCE / "tests" / "data" / "example"


def command(*arguments):
    """What the command prints, as bytes."""
    done = subprocess.run([COMMAND, *map(str, arguments)], capture_output=True, check=False, timeout=300)
    if done.returncode == 2:
        raise AssertionError(done.stderr.decode())
    return done.stdout


@functools.lru_cache(maxsize=None)
def month():
    """A small example month, made once: the folder that generate.py writes."""
    holder = tempfile.TemporaryDirectory()
    month.holder = holder  # removed when the program ends
    folder = pathlib.Path(holder.name) / "month"
    generate = SOURCE / "examples" / "month" / "generate.py"
    subprocess.run(
        [sys.executable, "-B", generate, "--beneficiaries", "30", "--providers", "2", "--out", folder],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return folder
