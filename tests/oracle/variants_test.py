#!/usr/bin/env python3
"""Each variant's rule file under examples/rules/variants does what tests/vectors/variants.json says, which is something
else than the neutral rules do; and the oracle agrees, wherever it follows the variant.
"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

from variants import FILES, ROOT, against_oracle, cases, changed, rules_of, run_case, summary

COMMAND = os.environ.get("ESPPADOM_COMMAND", "")
NEUTRAL = ROOT / "src" / "data" / "rules" / "neutral.json"


@unittest.skipUnless(COMMAND and Path(COMMAND).exists(), "the command is not built")
class Variants(unittest.TestCase):
    def test_each_file_does_what_its_month_says(self) -> None:
        for case in cases():
            with self.subTest(case["name"]), tempfile.TemporaryDirectory(prefix="esppadom-variant-") as name:
                rules = rules_of(case, Path(name))
                with_file = run_case(case, Path(COMMAND), Path(name), rules, "with")
                neutral = run_case(case, Path(COMMAND), Path(name), NEUTRAL, "neutral")
                before, after = summary(neutral[-1]), summary(with_file[-1])
                if not case.get("same_as_neutral"):
                    self.assertNotEqual(changed(before, after), {}, "the rule file changes nothing")
                expected = case["expected"]
                self.assertEqual({key: after[key] for key in expected}, expected)
                if case.get("oracle", True):
                    self.assertEqual(against_oracle(case, Path(name), rules, with_file), [])

    def test_every_file_has_a_month_and_raises_no_warning(self) -> None:
        names = {case["variant"] for case in cases()}
        self.assertEqual({file.stem for file in FILES.glob("*.json")}, names)
        for file in sorted(FILES.glob("*.json")):
            words = [COMMAND, "--lang", "en", "rules", "check", str(file)]
            done = subprocess.run(words, capture_output=True, text=True, check=False)
            self.assertEqual(done.returncode, 0, file.name + done.stdout + done.stderr)
            self.assertIn("0 errors, 0 warnings", done.stdout + done.stderr, file.name)
            text = json.loads(file.read_text(encoding="utf-8"))
            sets = text["rule_sets"] if "rule_sets" in text else [text["rule_set"]]
            for rule_set in sets:
                self.assertTrue(rule_set["source"]["text"] and rule_set["valid_from"], file.name)


if __name__ == "__main__":
    unittest.main()
