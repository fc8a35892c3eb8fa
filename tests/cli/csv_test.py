"""CSV through the command; Python's csv module and pandas say what the files hold."""

import csv
import io
import json
import re
import unittest
import xml.etree.ElementTree as ET

from command import ERRORS, FINE, SOURCE, UNUSABLE, CommandTest, files_below, write

EXAMPLE = SOURCE / "tests" / "data" / "example"
MAPPINGS = SOURCE / "src" / "data" / "mappings"
DELIVERY = EXAMPLE / "delivery.xml"
INVOICE = EXAMPLE / "invoice.xml"
ORDER = EXAMPLE / "order.xml"
CIRCUMSTANCES = SOURCE / "examples" / "circumstances.json"
NIGHT = ("--param", "night_from=21:00", "--param", "night_to=06:00")


def table(text, separator=";"):
    return list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=separator))


class Export(CommandTest):
    def export(self, mapping, *files, code=FINE):
        return table(self.expect(code, "convert", "--to", "csv", "--mapping", mapping, *files).out)

    def test_a_flat_table_of_visits_goes_both_ways(self):
        rows = self.export("visits", DELIVERY)
        self.assertEqual([row["Intervention"] for row in rows], [f"DLV-000{i}" for i in range(1, 7)])
        self.assertEqual(rows[1]["Heures facturables"], "1,2833333333")
        self.assertEqual(rows[2]["Motif de correction"], "COD")
        out = self.folder / "visits.csv"
        self.expect(FINE, "convert", "--to", "csv", "--mapping", "visits", DELIVERY, "-o", out)
        self.expect(FINE, "convert", "--to", "xml", "--from", "csv", "--mapping", "visits", out, "-o",
                    self.folder / "back.xml")
        again = self.export("visits", self.folder / "back.xml")
        self.assertEqual(again, rows)

    def test_pandas_reads_what_is_written(self):
        try:
            import pandas
        except ImportError:
            self.skipTest("pandas is not installed")
        out = self.folder / "visits.csv"
        self.expect(FINE, "convert", "--to", "csv", "--mapping", "visits", DELIVERY, "-o", out)
        frame = pandas.read_csv(out, sep=";", decimal=",", encoding="utf-8-sig")
        self.assertEqual(len(frame), 6)
        self.assertAlmostEqual(frame["Heures facturables"].sum(), 437 / 60, places=8)

    def test_service_done_takes_reasons_from_circumstances(self):
        rows = self.export("casvp-service-done", "--circumstances", CIRCUMSTANCES, DELIVERY)
        self.assertEqual({row["Intervention"]: row["Motif de correction"] for row in rows if row["Motif de correction"]},
                         {"DLV-0003": "Badge oublié au départ", "DLV-0005": "Panne du serveur vocal"})
        extra = write(self.folder / "extra_minutes.csv", "delivery_id,minutes,reason,author\nDLV-0001,10,attente,RS\n")
        rows = self.export("casvp-service-done", "--circumstances", extra, DELIVERY)
        self.assertEqual(rows[0]["Minutes complémentaires"], "10")
        self.assertEqual(rows[0]["Durée"], "1:00:00")

    def test_several_files_come_from_one_input(self):
        out = self.folder / "out"
        self.expect(FINE, "convert", "--to", "csv", "--mapping", "casvp-stamps", DELIVERY, "-o", out)
        self.assertEqual(files_below(out), ["horodatages_bruts.csv", "interventions_corrigees.csv"])
        stamps = table((out / "horodatages_bruts.csv").read_text("utf-8"))
        self.assertEqual(len(stamps), 9)  # six visits, of 12 stamps 3 are missing
        self.assertEqual({row["Sens"] for row in stamps}, {"ARRIVEE", "DEPART"})
        corrected = table((out / "interventions_corrigees.csv").read_text("utf-8"))
        self.assertEqual([row["Intervention"] for row in corrected], ["DLV-0003", "DLV-0005"])
        self.expect(UNUSABLE, "convert", "--to", "csv", "--mapping", "casvp-stamps", DELIVERY)

    def test_sums_by_funder_and_caregiver(self):
        out = self.folder / "out"
        self.expect(FINE, "convert", "--to", "csv", "--mapping", "casvp-pre-invoicing", DELIVERY, "-o", out)
        funders = table((out / "prefacturation_financeurs.csv").read_text("utf-8"))
        self.assertEqual(len(funders), 1)
        self.assertEqual((funders[0]["Financeur"], funders[0]["Interventions"], funders[0]["Temps effectué"]),
                         ("CD99", "6", "7:17:00"))
        caregivers = table((out / "prefacturation_intervenants.csv").read_text("utf-8"))
        self.assertEqual(sum(int(row["Interventions"]) for row in caregivers), 6)

    def test_payroll_hours_need_the_bounds_of_the_night(self):
        done = self.expect(ERRORS, "convert", "--to", "csv", "--mapping", "payroll-hours", DELIVERY)
        self.assertIn("ESP-CSV-052", done.err)
        rows = self.export("payroll-hours", *NIGHT, DELIVERY)
        hours = lambda title: sum(float(row[title].replace(",", ".")) for row in rows)
        self.assertAlmostEqual(hours("Heures de dimanche"), 1.0)  # DLV-0004, Sunday 8 March 2026
        self.assertAlmostEqual(hours("Total"), 7.28, places=1)

    def test_invoice_lines_and_the_users_invoice(self):
        rows = self.export("invoice-lines", INVOICE)
        self.assertEqual([row["Part du financeur"] for row in rows], ["135,69", "25,91"])
        self.assertEqual([row["Montant brut"] for row in rows], ["157,08", "30,00"])
        self.assertEqual(rows[1]["Montant de base"], "25,00")
        shares = self.export("casvp-user-invoice", INVOICE)
        self.assertEqual({row["Motif"] for row in shares} & {"PARTICIPATION"}, {"PARTICIPATION"})

    def test_users_and_caregivers(self):
        users = self.export("casvp-users", ORDER)
        self.assertEqual([row["Heures maximales"] for row in users], ["36,00", "4,00"])
        self.assertEqual(users[0]["Date de naissance"], "21/07/1938")
        caregivers = self.export("casvp-caregivers", DELIVERY)
        self.assertEqual(sorted(row["Identifiant"] for row in caregivers), ["AX-42", "AX-57"])

    def test_every_shipped_mapping_loads_and_says_what_it_is(self):
        names = self.expect(FINE, "convert", "--list-mappings").out.split()
        self.assertEqual(names, sorted(path.stem for path in MAPPINGS.glob("*.json")))
        for name in names:
            mapping = json.loads((MAPPINGS / f"{name}.json").read_text("utf-8"))
            self.assertTrue(mapping["about"] and mapping["about_fr"] and mapping["standing"], name)
            given = {"order": ORDER, "delivery": DELIVERY, "invoice": INVOICE, "circumstances": CIRCUMSTANCES}
            night = NIGHT if name == "payroll-hours" else ()
            self.expect(FINE, "convert", "--to", "csv", "--mapping", name, *night, given[mapping["message"]], "-o",
                        self.folder / name / "x" if len(mapping["files"]) > 1 else self.folder / f"{name}.csv")


class Import(CommandTest):
    def test_two_files_make_one_message(self):
        write(self.folder / "visits.csv",
              "Intervention;Emise le;Usager;Prestataire;Intervenant;Date;Début;Date de fin;Fin;Minutes;Prestation;"
              "Ligne de commande\nV1;03/03/2026 08:00:00;U1;512;AX-42;02/03/2026;09:00;02/03/2026;10:15;75;HRJO;P-1\n"
              "V2;03/03/2026 08:00:00;U9;512;AX-42;02/03/2026;09:00;02/03/2026;10:15;75;HRJO;P-1\n")
        write(self.folder / "users.csv", "Usager;Nom;Prénom;Naissance;Adresse;Code postal;Ville;Financeur\n"
              "U1;Martin;Jeanne;21/07/1938;3 impasse des Tilleuls;99100;Exempleville;CD99\n")
        done = self.expect(ERRORS, "convert", "--to", "json", "--from", "csv", "--mapping", "visits-and-users",
                           self.folder)
        self.assertIn("ESP-CSV-015", done.err)
        messages = done.json["messages"]
        self.assertEqual(len(messages), 1)
        visit = messages[0]
        self.assertEqual(visit["beneficiary"]["last_name"], "Martin")
        self.assertEqual(visit["retained_period"]["end"], "2026-03-02T10:15:00")
        self.assertEqual(visit["lines"][0]["billed_quantity"], {"value": "1.25", "unit_code": "HUR"})
        self.assertEqual(visit["order_refs"][0]["issuer"]["ids"], ["CD99"])

    def test_schedule_and_hospital_stays_become_circumstances(self):
        plan = write(self.folder / "planning.csv",
                     "Prestataire;Usager;Date;Début;Date de fin;Fin\n512;U1;02/03/2026;09:00;02/03/2026;10:00\n")
        done = self.expect(FINE, "convert", "--to", "json", "--from", "csv", "--mapping", "planned-schedule", plan)
        self.assertEqual(done.json["planned_visits"], [{"provider": "512", "beneficiary": "U1",
                                                        "start": "2026-03-02T09:00:00", "end": "2026-03-02T10:00:00"}])
        stays = write(self.folder / "hospitalisations.csv", "Usager;Date d'entrée;Date de sortie\nU1;02/03/2026;\n")
        done = self.expect(FINE, "convert", "--to", "json", "--from", "csv", "--mapping", "absences", stays)
        self.assertEqual(done.json["absences"],
                         [{"beneficiary": "U1", "from": "2026-03-02", "reason": "HOSPITALISATION"}])

    def test_bad_rows_are_told_with_their_line_and_the_rest_is_read(self):
        bad = write(self.folder / "absences.csv", "Usager;Premier jour;Dernier jour\nU1;31/02/2026;\n;01/03/2026;\n"
                    "U2;01/03/2026;x;y\nU3;\"01/03/2026;\nU4;01/03/2026;\n")
        done = self.expect(ERRORS, "convert", "--to", "json", "--from", "csv", "--mapping", "absences", bad)
        for code in ("ESP-CSV-011", "ESP-CSV-012", "ESP-CSV-004", "ESP-CSV-001"):
            self.assertIn(code, done.err)

    def test_a_wrong_header_stops_the_file(self):
        bad = write(self.folder / "absences.csv", "Usager,Premier jour\nU1,01/03/2026\n")
        done = self.expect(UNUSABLE, "convert", "--to", "json", "--from", "csv", "--mapping", "absences", bad)
        self.assertIn("ESP-CSV-008", done.err)

    def test_what_can_only_be_written_is_not_read(self):
        bad = write(self.folder / "x.csv", "a\n")
        done = self.expect(UNUSABLE, "convert", "--to", "xml", "--from", "csv", "--mapping", "payroll-hours", *NIGHT, bad)
        self.assertIn("ESP-CSV-054", done.err)


class Mapping(CommandTest):
    def refuse(self, change, code, pointer):
        mapping = json.loads((SOURCE / "examples" / "mappings" / "corrected-visits.json").read_text("utf-8"))
        change(mapping)
        path = write(self.folder / "m.json", json.dumps(mapping, indent=1))
        done = self.expect(ERRORS, "convert", "--to", "csv", "--mapping", path, "--param", "provider=512", DELIVERY)
        self.assertIn(code, done.err)
        self.assertIn(pointer, done.err)

    def test_mistakes_have_a_place(self):
        column = lambda number, **keys: lambda m: m["files"][0]["columns"][number].update(keys)
        self.refuse(column(0, path="delivery.id"), "ESP-CSV-050", "/files/0/columns/0/path")
        self.refuse(column(0, pat="delivery_id"), "ESP-JSON-003", "/files/0/columns/0/pat")
        self.refuse(column(2, format="dd/MM/yyyy mm:mm"), "ESP-CSV-051", "/files/0/columns/2")
        self.refuse(column(3, unit="h"), "ESP-JSON-007", "/files/0/columns/3/unit")
        self.refuse(column(5, table="none"), "ESP-CSV-051", "/files/0/columns/5/table")
        self.refuse(column(0, path="lines[].line_id"), "ESP-CSV-051", "/files/0/columns/0/path")
        self.refuse(lambda m: m["files"][0].update(rows="visit"), "ESP-CSV-051", "/files/0/rows")

    def test_parameters_are_those_of_the_mapping(self):
        path = SOURCE / "examples" / "mappings" / "corrected-visits.json"
        done = self.expect(ERRORS, "convert", "--to", "csv", "--mapping", path, "--param", "supplier=1", DELIVERY)
        self.assertIn("ESP-CSV-052", done.err)
        self.assertIn("ESP-CSV-053", done.err)

    def test_the_export_of_the_guide_gives_what_the_guide_shows(self):
        guide = (SOURCE / "docs" / "csv.md").read_text("utf-8")
        command, shown = re.search(r"```\n(esppadom convert [^\n]*corrected-visits.json[^\n]*)\n```\n\n```\n(.*?)```",
                                   guide, re.DOTALL).groups()
        done = self.expect(FINE, *command.split()[1:], cwd=SOURCE)
        self.assertEqual(done.out.replace("\r\n", "\n"), shown)


class Fields(CommandTest):
    def test_every_field_is_listed(self):
        for message in ("order", "delivery", "invoice", "circumstances"):
            listed = self.expect(FINE, "convert", "--list-fields", message, "--format", "json").json
            self.assertEqual(listed["message"], message)
            paths = [field["path"] for field in listed["fields"]]
            self.assertEqual(len(paths), len(set(paths)))
            self.assertGreater(len(paths), 40)
        text = self.expect(FINE, "convert", "--list-fields", "delivery", "--lang", "fr").out
        self.assertIn("beneficiary.birth_date", text)
        self.expect(UNUSABLE, "convert", "--list-fields", "bill")


class Circumstances(CommandTest):
    def test_csv_and_json_mean_the_same(self):
        plain = write(self.folder / "c" / "outages.csv",
                      "provider;method;from;to\n512;;2026-03-10T17:00:00;2026-03-10T20:30:00\n")
        write(self.folder / "c" / "corrections.csv",
              "delivery_id;reason\nDLV-0003;Badge oublié au départ\nDLV-0005;Panne du serveur vocal\n")
        shown = []
        for given in (plain.parent, CIRCUMSTANCES):
            shown.append(self.expect(FINE, "convert", "--to", "csv", "--mapping", "casvp-service-done",
                                     "--circumstances", given, DELIVERY).out)
        self.assertEqual(*shown)
        union = write(self.folder / "all.csv", "kind,delivery_id,reason\ncorrections,DLV-0003,Badge oublié au départ\n"
                      "corrections,DLV-0005,Panne du serveur vocal\n")
        self.assertEqual(self.expect(FINE, "convert", "--to", "csv", "--mapping", "casvp-service-done",
                                     "--circumstances", union, DELIVERY).out, shown[0])


if __name__ == "__main__":
    unittest.main()
