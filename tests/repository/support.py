"""What the tests of the repository share: where things are, and running a program without hiding why it failed."""

import os
import pathlib
import shlex
import subprocess
import sys

SOURCE = pathlib.Path(os.environ.get("ESPPADOM_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
BINARY = pathlib.Path(os.environ.get("ESPPADOM_BINARY_DIR") or SOURCE / "build" / "release")
CXX = os.environ.get("ESPPADOM_CXX") or "c++"
CC = os.environ.get("ESPPADOM_CC") or "cc"
CMAKE = os.environ.get("ESPPADOM_CMAKE") or "cmake"
LAUNCHER = os.environ.get("ESPPADOM_CXX_LAUNCHER") or ""
RELEASE_FLAGS = os.environ.get("ESPPADOM_CXX_FLAGS") or "-O2 -DNDEBUG"
JOBS = min(4, os.cpu_count() or 1)
# What a program needs that is linked with the static library by hand.
STATIC_NEEDS = ["-lpugixml", "-lsimdjson", "-lcrypto"]
WARNINGS = ["-Wall", "-Wextra", "-Wconversion", "-Wsign-conversion", "-Wshadow", "-pedantic", "-Werror"]

# From the lowest to the highest; a header may include its own layer and those before it.
LAYERS = ["value", "message", "billing", "oversight", "rules", "bill.hpp", "exchange"]
CORE = LAYERS[:-1]


def public_headers():
    """Public C++ headers as they are written in an #include, in a fixed order."""
    include = SOURCE / "include"
    return sorted(path.relative_to(include).as_posix() for path in include.rglob("*.hpp"))


def run(command, **options):
    """Runs a program and returns what it did; output is kept as text."""
    return subprocess.run([str(part) for part in command], text=True, capture_output=True, **options)


def must(command, **options):
    """Runs a program that has to succeed and returns its standard output."""
    done = run(command, **options)
    if done.returncode != 0:
        print("failed:", shlex.join(str(part) for part in command))
        print(done.stdout, done.stderr, sep="\n")
        sys.exit(1)
    return done.stdout


def expect(condition, message):
    if not condition:
        print(message)
        sys.exit(1)


def exported_symbols(library):
    """Names that a shared object offers to others, with the type letter of nm."""
    lines = must(["nm", "-D", "--defined-only", library]).splitlines()
    return {line.split()[-1].split("@")[0]: line.split()[-2] for line in lines if line.strip()}
