"""The notebooks run from the first cell to the last, and what they assert holds."""

import os
import unittest

import nbformat
from nbclient import NotebookClient
from support import BINARY, SOURCE

FOLDER = SOURCE / "examples" / "python" / "notebooks"


class NotebooksTest(unittest.TestCase):
    def run_notebook(self, name):
        os.environ["PYTHONPATH"] = str(BINARY / "python")
        os.environ["ESPPADOM_SOURCE_DIR"] = str(SOURCE)
        book = nbformat.read(FOLDER / name, as_version=4)
        NotebookClient(book, timeout=600, kernel_name="python3").execute()
        outputs = [output for cell in book.cells if cell.cell_type == "code" for output in cell.outputs]
        self.assertTrue(outputs)
        return outputs

    def test_correction_rate_by_provider_over_a_year(self):
        outputs = self.run_notebook("correction_rate.ipynb")
        self.assertTrue(any("image/png" in output.get("data", {}) for output in outputs), "no plot")

    def test_price_of_a_rounding_rule(self):
        outputs = self.run_notebook("price_of_a_rounding_rule.ipynb")
        self.assertTrue(any("text/html" in output.get("data", {}) for output in outputs))

    def test_all_notebooks_are_tested_and_committed_without_outputs(self):
        names = {path.name for path in FOLDER.glob("*.ipynb")}
        self.assertEqual(names, {"correction_rate.ipynb", "price_of_a_rounding_rule.ipynb"})
        for name in names:
            book = nbformat.read(FOLDER / name, as_version=4)
            self.assertFalse(any(cell.get("outputs") for cell in book.cells))


if __name__ == "__main__":
    unittest.main()
