"""The committed type stubs say what the module is, and they are fresh; the examples are clean under mypy --strict."""

import os
import subprocess
import sys
import unittest

from support import BINARY, SOURCE

PACKAGE = BINARY / "python"


def run(*arguments):
    environment = {**os.environ, "MYPYPATH": str(PACKAGE), "PYTHONPATH": str(PACKAGE)}
    return subprocess.run(
        [sys.executable, *map(str, arguments)], cwd=PACKAGE, env=environment, capture_output=True, text=True, check=False
    )


class StubsTest(unittest.TestCase):
    maxDiff = 4000

    def test_stubs_are_fresh(self):
        done = run("-B", SOURCE / "tools" / "generate_python_stubs.py", PACKAGE)
        self.assertEqual(done.returncode, 0, done.stderr)
        committed = (SOURCE / "bindings" / "python" / "esppadom" / "_native.pyi").read_text(encoding="utf-8")
        self.assertEqual(done.stdout, committed, "refresh with tools/check_generated --update")

    def test_stubs_say_what_the_module_is(self):
        allowed = SOURCE / "tests" / "python" / "stubtest_allowlist.txt"
        done = run("-m", "mypy.stubtest", "esppadom._native", "--concise", "--allowlist", allowed, "--ignore-unused-allowlist")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_package_and_examples_are_clean_under_strict_mypy(self):
        examples = sorted((SOURCE / "examples" / "python").glob("*.py"))
        self.assertTrue(examples)
        cache = BINARY / "mypy"
        for target in (["-p", "esppadom"], examples):
            done = run("-m", "mypy", "--strict", "--cache-dir", cache, *target)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)


if __name__ == "__main__":
    unittest.main()
