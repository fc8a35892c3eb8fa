"""The report page: one file, what it says against what `bill` says, and in a real browser what a reader does with it."""

import csv
import html
import html.parser
import io
import json
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest
from decimal import Decimal

from command import ERRORS, FINE, SOURCE, UNUSABLE, CommandTest, bill_arguments, month, run, write

EXAMPLE = SOURCE / "tests" / "data" / "example"
NODE = SOURCE / "build" / "node"
BROWSER = shutil.which("chromium")


def report_arguments(folder, page, **changes):
    options = {"--out": None, "--format": None, **changes}
    return ["report", *bill_arguments(folder, None, **options)[1:], "-o", page]


class Page(html.parser.HTMLParser):
    """The tables of a page: by section, a list of rows with keys; and everything it would load."""

    def __init__(self, text):
        super().__init__()
        self.tables, self.links, self.figures = {}, [], []
        self._section = self._table = self._cell = self._figure = None
        self._keys = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        for name in ("src", "href", "data", "action", "poster", "srcset"):
            if name in attributes:
                self.links.append(attributes[name])
        if tag == "section":
            self._section = attributes["id"]
        elif tag == "table":
            self._table = self.tables.setdefault(self._section, [])
            self._keys = []
        elif tag == "th":
            self._keys.append(attributes["data-key"])
        elif tag == "tr" and self._table is not None and self._keys:
            self._table.append({"alert": attributes.get("class") == "alert"})
        elif tag == "td":
            self._cell = [attributes.get("data-value"), ""]
        elif tag == "dd":
            self._figure = ""

    def handle_data(self, data):
        if self._cell is not None:
            self._cell[1] += data
        if self._figure is not None:
            self._figure += data

    def handle_endtag(self, tag):
        if tag == "td":
            row = self._table[-1]
            row[self._keys[len(row) - 1]] = self._cell[1] if self._cell[0] is None else self._cell[0]
            self._cell = None
        elif tag == "dd":
            self.figures.append(self._figure)
            self._figure = None
        elif tag == "table":
            self._table = None


class Content(CommandTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(holder.cleanup)
        folder = pathlib.Path(holder.name)
        cls.bill = run(*bill_arguments(month(), folder / "out")).json
        done = run(*report_arguments(month(), folder / "report.html"))
        assert done.code in (FINE, ERRORS), done.err
        cls.text = (folder / "report.html").read_text(encoding="utf-8")
        cls.page = Page(cls.text)

    def test_it_loads_nothing(self):
        self.assertTrue(self.page.links)
        self.assertEqual([link for link in self.page.links if not link.startswith("#")], [])
        self.assertIn("default-src 'none'", self.text)

    def test_it_says_what_bill_says(self):
        tables, bill = self.page.tables, self.bill
        self.assertEqual({row["payer"]: row["amount"] for row in tables["payers"][:-1]},
                         {row["funder"]: row["total"] for row in bill["summary"]["funders"]})
        self.assertEqual(tables["payers"][-1]["amount"], bill["summary"]["beneficiaries"])
        self.assertEqual([(row["delivery"], row["amount_at_stake"]) for row in tables["visits-not-billed"]],
                         [(row["delivery"], row["amount_at_stake"] or "") for row in bill["unbilled"]])
        plans = [row for row in bill["smoothing"] if row["month"] == bill["month"] and not row["euros"] and not row["unit"]]
        self.assertEqual([(row["beneficiary"], int(row["used"]), int(row["excess"]), row["alert"]) for row in tables["plans"]],
                         [(row["beneficiary"], row["used"], row["excess"], row["excess"] > 0) for row in plans])
        self.assertTrue(plans)
        self.assertEqual([(row["provider"], row["month"], row["rate_pct"]) for row in tables["correction-rates"]],
                         [(row["provider"], row["month"], row["rate_pct"]) for row in bill["correction_rate"]["rows"]])
        self.assertEqual(sum(int(row["count"]) for row in tables["findings"]),
                         len(bill["findings"]) + sum(row["count"] for row in bill["findings_dropped"]))

    def test_rates_over_months(self):
        """Of the months this run rated, numerator and denominator are those of the run; alerts have a date and words."""
        month_rates = {(row["provider"], row["month"]): row for row in self.page.tables["correction-rates-months"]}
        for row in self.bill["correction_rate"]["rows"]:
            self.assertEqual(month_rates[row["provider"], row["month"]]["rate_pct"], row["rate_pct"])
        for row in month_rates.values():
            if int(row["denominator"]):
                exact = Decimal(row["numerator"]) * 100 / Decimal(row["denominator"])
                self.assertLessEqual(abs(Decimal(row["rate_pct"]) - exact), Decimal("0.005"))
                over = bool(row["ceiling_pct"]) and exact > Decimal(row["ceiling_pct"])
                self.assertEqual(row["alert"], over)

    def test_alerts_and_hours_about_to_expire(self):
        self.assertTrue(self.page.tables["alerts"])
        for row in self.page.tables["alerts"]:
            self.assertRegex(row["date"], r"^\d{4}-\d{2}-\d{2}$")
            self.assertTrue(row["kind"] and row["beneficiary"])
        left = {}
        for row in self.bill["smoothing"]:
            if row["month"] == self.bill["month"]:
                left[row["beneficiary"], row["pool"]] = {lot["left"] for lot in row["lots"]}
        for row in self.page.tables.get("expiring", []):
            self.assertIn(int(row["expiring"]), left[row["beneficiary"], row["pool"]])
            self.assertEqual(row["alert"], row["expiry"] == self.bill["month"])

    def test_small_groups_are_not_on_a_page_to_be_shown_around(self):
        people = {one["beneficiary"] for one in self.bill["beneficiary_invoices"]}
        self.assertTrue(any(one in self.text for one in people))
        with tempfile.TemporaryDirectory() as folder:
            page = pathlib.Path(folder) / "report.html"
            self.assertIn(run(*report_arguments(month(), page), "--smallest-group", 5).code, (FINE, ERRORS))
            text = page.read_text(encoding="utf-8")
            self.assertEqual([one for one in people if one in text], [])
            self.assertIn("Groups of fewer than 5 beneficiaries left out", text)
            tables = Page(text).tables
            keys = {key for rows in tables.values() for row in rows for key in row}
            self.assertEqual(keys & {"beneficiary", "delivery", "example"}, set())
            everything = {one: rows for one, rows in self.page.tables.items() if one in tables}
            self.assertTrue(all(len(tables[one]) <= len(rows) for one, rows in everything.items()))
            run(*report_arguments(month(), page), "--smallest-group", 100_000)
            nothing = Page(page.read_text(encoding="utf-8"))
            self.assertEqual(([row for one, rows in nothing.tables.items() if one != "findings" for row in rows], nothing.figures), ([], []))
            self.expect(UNUSABLE, *report_arguments(month(), page), "--smallest-group", 1)

    def test_shares_of_plans(self):
        for row in self.page.tables["plans"]:
            if row["plan_seconds"] and int(row["plan_seconds"]):
                exact = Decimal(int(row["used"]) * 10000) / Decimal(row["plan_seconds"])
                self.assertLessEqual(abs(Decimal(row["used_pct"]) * 100 - exact), Decimal("0.5"))


class Bad(CommandTest):
    def test_without_a_file_to_write(self):
        done = self.expect(UNUSABLE, *report_arguments(month(), None)[:-2])
        self.assertIn("-o", done.err)

    def test_nothing_is_written_when_the_rules_cannot_be_read(self):
        rules = write(self.folder / "rules.json", "{")
        page = self.folder / "report.html"
        self.assertNotEqual(run(*report_arguments(month(), page, **{"--rules": rules})).code, FINE)
        self.assertFalse(page.exists())

    def test_what_comes_from_files_is_text(self):
        """An identifier that looks like HTML stays one, in tables and in the data of charts."""
        hostile = "</script><img src=x onerror=alert(1)>"
        quoted = html.escape(hostile)
        folder = self.folder / "in"
        for name in ("order", "delivery"):
            text = (EXAMPLE / f"{name}.xml").read_text(encoding="utf-8")
            write(folder / f"{name}.xml", text.replace("B-7788", quoted).replace(">512<", f">{quoted}<"))
        page = self.folder / "report.html"
        done = run("report", "--rules", SOURCE / "examples" / "rules" / "departement.json", "--orders", folder / "order.xml",
                   "--deliveries", folder / "delivery.xml", "--month", "2026-03", "--as-of", "2026-04-10", "-o", page)
        self.assertIn(done.code, (FINE, ERRORS), done.err)
        text = page.read_text(encoding="utf-8")
        self.assertNotIn("<img", text)
        self.assertIn(hostile, {row["beneficiary"] for row in Page(text).tables["plans"]})


def node_modules():
    """What drives the browser, of the versions in tools/report/package-lock.json; fetched once."""
    subprocess.run(["bash", "-c", "source tools/setup.sh && need_node"], cwd=SOURCE, check=True, stdout=subprocess.DEVNULL)
    return NODE


@unittest.skipUnless(BROWSER, "there is no chromium; tests/run installs it")
class Browser(CommandTest):
    def look_at(self, page):
        script = SOURCE / "tests" / "cli" / "report_browser.mjs"
        done = subprocess.run(["node", script, node_modules(), BROWSER, page, self.folder / "page.png"], capture_output=True,
                              check=False, timeout=300)
        self.assertEqual(done.returncode, 0, done.stderr.decode("utf-8")[-2000:])
        seen = json.loads(done.stdout)
        self.assertEqual(seen["console"], [])
        self.assertEqual(seen["errors"], [])
        self.assertEqual(seen["requests"], [seen["address"]], "a request leaves the page")
        return seen

    def many(self, number):
        """As many beneficiaries with an order and six visits each."""
        folder = self.folder / "many"
        for name in ("order", "delivery"):
            text = (EXAMPLE / f"{name}.xml").read_text(encoding="utf-8")
            for i in range(number):
                one = text.replace("B-7788", f"B-{i:05d}").replace("CMD-2026-0042", f"CMD-{i:05d}")
                write(folder / name / f"{i:05d}.xml", re.sub(r"DLV-(\d+)", rf"DLV-{i:05d}-\1", one))
        return folder

    def test_sorting_searching_downloading_printing(self):
        page = self.folder / "report.html"
        run(*report_arguments(month(), page, **{"--lang": "fr"}))
        seen = self.look_at(page)
        self.assertEqual(seen["language"], "fr")
        self.assertEqual([name for name, _, drawn in seen["charts"] if drawn],
                         ["chart-correction-rates", "chart-correction-rates-months", "chart-plans", "chart-payers"])
        self.assertTrue(all(label for _, label, _ in seen["charts"]))
        plans = Page(page.read_text(encoding="utf-8")).tables["plans"]
        used = [int(row["used"]) for row in plans]
        self.assertEqual(seen["aria_sort"], "ascending")
        self.assertEqual([int(value) for value in seen["sorted"]], sorted(used)[:25])
        wanted, found = seen["searched"]
        self.assertTrue(found and set(found) == {wanted})
        name, text = seen["download"]
        self.assertEqual(name, "esppadom-2026-10-table-plans.csv")
        rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
        self.assertEqual(sorted(int(row["used"]) for row in rows), sorted(used))
        self.assertEqual(seen["rows_on_paper"], len(plans))
        self.assertEqual(seen["rows_on_screen"], seen["rows_afterwards"])
        self.assertGreaterEqual(seen["contrast"][0], 4.5, seen["contrast"][1])

    def test_five_thousand_beneficiaries(self):
        folder = self.many(5000)
        page = self.folder / "report.html"
        done = run("report", "--rules", SOURCE / "examples" / "rules" / "departement.json", "--orders", folder / "order",
                   "--deliveries", folder / "delivery", "--month", "2026-03", "--as-of", "2026-04-10", "-o", page)
        self.assertIn(done.code, (FINE, ERRORS), done.err)
        seen = self.look_at(page)
        self.assertEqual(seen["rows_on_screen"], 25)
        self.assertEqual(seen["rows_on_paper"], 5000)
        self.assertEqual(seen["searched"][1], [seen["searched"][0]])


if __name__ == "__main__":
    unittest.main()
