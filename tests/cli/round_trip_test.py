"""Files of the conformance kit and samples, read and written back in profile round_trip: the same document.

Compared as canonical XML (xmllint); blanks between elements may differ where a file lays out its elements unevenly.
"""

import re
import subprocess
import unittest

from command import FINE, SAMPLES, SOURCE, CommandTest, run

KIT = SOURCE / "tests" / "vectors" / "messages"


def canonical(document):
    """The canonical form; None for what is no XML."""
    done = subprocess.run(["xmllint", "--nonet", "--c14n", "-"], input=document, capture_output=True, check=False)
    return re.sub(rb">\s+<", b"><", done.stdout) if done.returncode == 0 else None


class RoundTrip(CommandTest):
    def written(self, path):
        done = run("convert", "--to", "xml", path)
        return done.out.encode("utf-8") if done.code == FINE else None

    def test_every_file_of_the_kit_that_can_be_read(self):
        same = 0
        for path in sorted(KIT.rglob("*.xml")):
            expected = canonical(path.read_bytes())
            written = self.written(path)
            if expected is None or not written:
                continue
            with self.subTest(path=path.relative_to(KIT).as_posix()):
                self.assertEqual(canonical(written), expected)
            same += 1
        self.assertGreater(same, 900)

    def test_the_samples_and_the_example(self):
        for folder in (SAMPLES, SOURCE / "tests" / "data" / "example"):
            for path in sorted(folder.glob("*.xml")):
                with self.subTest(path=path.name):
                    self.assertEqual(canonical(self.written(path)), canonical(path.read_bytes()))

    def test_a_difference_would_be_seen(self):
        document = (SOURCE / "tests" / "data" / "example" / "order.xml").read_bytes()
        self.assertNotEqual(canonical(document), canonical(document.replace(b"36<", b"37<", 1)))
        self.assertIsNone(canonical(document[:-20]))


if __name__ == "__main__":
    unittest.main()
