"""esppadom apa: the national scale of APA from the command line, against the independent vectors."""

import csv
import decimal
import io
import unittest

from command import ERRORS, FINE, SOURCE, UNUSABLE, CommandTest, write

VECTORS = SOURCE / "tests/data/oracle/apa_vectors.csv"


class Apa(CommandTest):
    def test_answers_one_question(self):
        answer = self.expect(FINE, "apa", *self.asked(), "--format", "json").json
        self.assertEqual(answer["schema"], "esppadom/apa/1")
        self.assertEqual(answer["accepted"], "1000.0000")
        self.assertEqual(answer["participation"], "136.1916")
        self.assertEqual(answer["rate"], "0.136192")
        self.assertEqual(answer["apa_paid"], "863.81")
        numerator, denominator = answer["participation_exact"].split("/")
        exact = decimal.Decimal(numerator) / decimal.Decimal(denominator)
        self.assertEqual(exact.quantize(decimal.Decimal("0.0001")), decimal.Decimal("136.1916"))

    def test_says_it_in_both_languages(self):
        words = self.asked(**{"--gir": "4", "--plan": "40", "--resources": "3500"})
        self.assertIn("3 heures de SMIC", self.expect(FINE, "apa", *words, "--lang", "fr").out)
        self.assertIn("3 hours of SMIC", self.expect(FINE, "apa", *words, "--lang", "en").out)

    def test_refuses_what_has_no_answer(self):
        for option, value in (("--date", "2027-01-01"), ("--date", "2026-02-30"), ("--gir", "7"), ("--gir", "5"),
                              ("--plan", "1e3"), ("--plan", "-1"), ("--resources", "1500,00"), ("--resources", "")):
            done = self.expect(UNUSABLE, "apa", *self.asked(**{option: value}))
            self.assertEqual(done.out, "", (option, value))
            self.assertNotEqual(done.err, "", (option, value))

    def test_takes_an_mtp_that_is_not_published_yet(self):
        self.expect(FINE, "apa", *self.asked(**{"--date": "2027-01-01"}), "--mtp", "1300")

    def test_answers_every_vector(self):
        with VECTORS.open(newline="", encoding="utf-8") as file:
            expected = list(csv.DictReader(file))
        asked = io.StringIO()
        names = ("year", "gir", "plan", "resources", "couple")
        writer = csv.DictWriter(asked, names, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(expected)
        rows = self.rows(asked.getvalue())
        self.assertEqual(len(rows), len(expected))
        for found, row in zip(rows, expected):
            self.assertEqual(tuple(found), (*names, "accepted", "participation", "taux", "apa_paid"))
            for column, tolerance in (("accepted", "0.00005"), ("participation", "0.00005"), ("taux", "0.0000005")):
                apart = abs(decimal.Decimal(found[column]) - decimal.Decimal(row[column]))
                self.assertLessEqual(apart, decimal.Decimal(tolerance) * 2, (column, row, found))
            self.assertEqual(decimal.Decimal(found["apa_paid"]), decimal.Decimal(row["apa_paid"]), row)

    def test_computes_results_anew_where_the_file_has_them(self):
        text = "year,gir,plan,resources,couple,apa_paid\n2026,gir_3,1000,1500,0,nonsense\n"
        self.assertEqual(self.rows(text)[0]["apa_paid"], "863.81")

    def test_leaves_a_bad_row_empty_and_goes_on(self):
        text = "year,gir,plan,resources,couple\n2026,3,1000,1500,maybe\n2031,3,1000,1500,0\n2026,3,1000,1500,0\n"
        done = self.run_on(text, ERRORS)
        rows = list(csv.DictReader(io.StringIO(done.out)))
        self.assertEqual([row["apa_paid"] for row in rows], ["", "", "863.81"])
        self.assertIn("ESP-BIL-033 (2)", done.err)

    def test_refuses_a_file_without_the_columns(self):
        done = self.run_on("year,gir,plan,resources\n2026,3,1000,1500\n", UNUSABLE)
        self.assertIn("couple", done.err)

    def test_reads_what_spreadsheets_write(self):
        for text in ("year;gir;plan;resources;couple\n2026;3;1000,00;1500,5;non\n",
                     "couple\tresources\tplan\tgir\tyear\nFAUX\t1500,50\t1000\t3\t2026\n",
                     '"year","gir","plan","resources","couple"\r\n"2026","3","1000","1500,50","No"\r\n',
                     "year,gir,plan,resources,couple,mtp\n2026,3,1000,1500.50,0,\n"):
            with self.subTest(text):
                done = self.run_on(text, FINE)
                first = text.replace('"', "").splitlines()[0]
                separator = next(one for one in ";\t," if one in first)
                self.assertEqual(done.out.splitlines()[0], separator.join([first, "accepted", "participation", "taux", "apa_paid"]))
                self.assertIn("136.3292", done.out)
        self.assertIn("294.7629", self.run_on("year;gir;plan;resources;couple\n2025;2;1500;3000;Oui\n", FINE).out)

    def test_does_not_read_thousands_as_decimals(self):
        text = "year;gir;plan;resources;couple\n2026;3;1,000;1500;0\n2026;3;1.000;1500;0\n"
        self.assertIn("ESP-BIL-033 (2)", self.run_on(text, ERRORS).err)

    def test_lists_every_bad_row(self):
        text = "year,gir,plan,resources,couple\n" + "2026,9,1000,1500,0\n" * 15
        done = self.run_on(text, ERRORS)
        self.assertEqual(done.err.count("rows.csv:"), 15)

    def test_refuses_a_question_beside_a_table(self):
        file = write(self.folder / "rows.csv", "year,gir,plan,resources,couple\n2026,3,1000,1500,0\n")
        for more in (["--gir", "3"], ["--couple"], ["--format", "json"], ["--mtp", "1300"]):
            done = self.expect(UNUSABLE, "apa", "--csv", file, *more)
            self.assertEqual(done.out, "")
            self.assertIn(more[0], done.err)

    @staticmethod
    def asked(**changes):
        options = {"--date": "2026-03-01", "--gir": "3", "--plan": "1000", "--resources": "1500", **changes}
        return [part for pair in options.items() for part in pair]

    def run_on(self, text, code):
        return self.expect(code, "apa", "--csv", write(self.folder / "rows.csv", text))

    def rows(self, text):
        return list(csv.DictReader(io.StringIO(self.run_on(text, FINE).out)))


if __name__ == "__main__":
    unittest.main()
