"""Whatever is wrong with an input, the command ends by itself, with the right status, says where and what to do, and
leaves nothing half-written."""

import json
import pathlib
import re
import shutil
import unittest

from command import ERRORS, FINE, SAMPLE, SAMPLES, UNUSABLE, CommandTest, bill_arguments, files_below, month, run, write

ONE = SAMPLES / "delivery-1-bare-root.xml"
SIX = SAMPLES / "delivery-6-default-namespace.xml"


def sample():
    return SAMPLE.read_text(encoding="utf-8")


def with_first(pattern, replacement):
    """The sample with the first match replaced; the pattern has to be there."""
    text, count = re.subn(pattern, replacement, sample(), count=1)
    assert count == 1, pattern
    return text


class BadFile(CommandTest):
    def check(self, code, content, *codes, messages=None):
        """Validates one file and looks at place and remedy of the errors."""
        path = write(self.folder / "input.xml", content)
        done = self.expect(code, "validate", path, "--format", "json")
        self.assertEqual(done.err, "")
        errors = [finding for finding in done.json["findings"] if finding["severity"] == "error"]
        self.assertTrue(set(codes) <= {finding["code"] for finding in errors}, errors)
        for finding in errors:
            self.assertEqual(finding["file"], str(path))
            self.assertRegex(finding["message"], r"\. \S")  # what was found, then what to do
            if finding["code"] != "ESP-XML-002":
                self.assertIsNotNone(finding["line"], finding)
        if messages is not None:
            self.assertEqual(done.json["files"][0]["messages"], messages)
        out = self.folder / "out.xml"
        out.unlink(missing_ok=True)
        self.expect(code, "convert", "--to", "xml", path, "-o", out)
        self.assertEqual(out.exists(), code != UNUSABLE)
        left = {"input.xml", "out.xml"} if out.exists() else {"input.xml"}
        self.assertEqual(set(files_below(self.folder)), left)
        self.expect(code, "correction-rate", path)
        french = self.expect(code, "validate", path, "--lang", "fr").out
        self.assertIn("erreur", french)
        return errors

    def test_empty(self):
        self.check(UNUSABLE, b"", "ESP-XML-002")

    def test_not_xml(self):
        for content in (b"\x00\x01\x02\x03", b"\x1f\x8b\x08\x00junk", b"Name;Date\r\n"):
            self.check(UNUSABLE, content, "ESP-XML-003")
        self.check(UNUSABLE, b"{}", "ESP-JSON-032")
        archive = write(self.folder / "cut.zip", b"PK\x03\x04\x14\x00")
        self.assertEqual(self.expect(UNUSABLE, "validate", archive, "--format", "json").codes, {"ESP-ARC-001"})

    def test_wrong_root(self):
        errors = self.check(UNUSABLE, "<html><body/></html>", "ESP-XML-006")
        self.assertIn("html", errors[0]["message"])

    def test_document_type_with_entities(self):
        bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
        body = sample().split("?>", 1)
        self.check(UNUSABLE, body[0] + "?>" + bomb + body[1], "ESP-XML-007")

    def test_cut_short(self):
        text = sample()
        self.check(ERRORS, text[:len(text) * 2 // 3], "ESP-XML-005")
        self.check(ERRORS, text[:text.index("</ns:CrossIndustryDespatchAdvice>") + 40], messages=1)

    def test_100_000_levels(self):
        deep = "<a>" * 100_000 + "</a>" * 100_000
        self.check(ERRORS, with_first("<ram:Comment|<ram:BilledQuantity", lambda m: deep + m.group(0)), "ESP-XML-011",
                   messages=71)
        self.check(UNUSABLE, deep)

    def test_a_huge_text_is_left_out(self):
        path = self.folder / "huge.xml"
        text = sample()
        at = text.index("<pie:Name>") + len("<pie:Name>")
        with open(path, "wb") as out:
            out.write(text[:at].encode("utf-8"))
            for _ in range(96):
                out.write(b"x" * (1 << 20))
            out.write(text[at:].encode("utf-8"))
        done = self.expect(ERRORS, "validate", path, "--format", "json")
        self.assertIn("ESP-XML-010", done.codes)
        self.assertEqual(done.json["files"][0]["messages"], 71)

    def test_invalid_utf_8(self):
        content = sample().encode("utf-8").replace(b"Nord", b"N\xff\xc3\x28rd", 1)
        self.check(ERRORS, content, "ESP-XML-009")

    def test_malformed(self):
        self.check(ERRORS, sample().replace("</pie:PostcodeCode>", "</ram:PostcodeKode>", 1), messages=71)

    def test_dates_that_do_not_exist(self):
        bad = with_first(r"(<ram:CertifiedDateTime[^>]*>)2026-\d\d-\d\d", r"\g<1>2026-02-30")
        self.check(ERRORS, bad, "ESP-XML-031")
        self.check(ERRORS, with_first(r"(<ram:CertifiedDateTime[^>]*>)2026-\d\d-\d\d", r"\g<1>soon"), "ESP-XML-030")

    def test_absurd_quantities(self):
        for quantity in ("-2.5", "1e400", "99999999999999999999999999999999", "NaN", "2,5h"):
            path = write(self.folder / "q.xml", with_first(r"(<ram:BilledQuantity[^>]*>)[0-9.]+", r"\g<1>" + quantity))
            done = self.expect(ERRORS, "validate", path, "--format", "json")
            self.assertEqual(done.json["files"][0]["messages"], 72)
        plausible = write(self.folder / "q.xml", with_first(r"(<ram:BilledQuantity[^>]*>)[0-9.]+", r"\g<1>2000"))
        self.assertEqual(self.expect(ERRORS, "validate", plausible, "--format", "json").json["files"][0]["messages"], 72)

    def test_the_same_id_twice(self):
        text = sample()
        start, end = text.index("<ns:CrossIndustryDespatchAdvice"), text.index("</ns:CrossIndustryDespatchAdvice>")
        first = text[start:end + len("</ns:CrossIndustryDespatchAdvice>")]
        changed = re.sub(r"(BilledQuantity[^>]*>)[0-9.]+", r"\g<1>1.25", first)
        path = write(self.folder / "twice.xml", text[:start] + changed + text[start:])
        done = run("validate", path, "--format", "json")
        identifier = "6b02096be32177a3aee0cdd7"
        told = [f for f in done.json["findings"] if identifier in f["message"] or f["id"] == identifier]
        self.assertTrue([f for f in told if f["severity"] != "info"], done.out[:3000])
        rate = run("correction-rate", path, "--format", "json").json
        self.assertEqual(rate["total"]["interventions"], 72)

    def test_an_attribute_or_comment_that_looks_like_an_end(self):
        tricky = sample().replace("<pie:PostcodeCode>", "<!-- </ns:CrossIndustryDespatchAdvice> ]]> --><pie:PostcodeCode>", 1)
        path = write(self.folder / "t.xml", tricky)
        self.assertEqual(self.expect(FINE, "validate", path, "--format", "json").json["files"][0]["messages"], 72)

    def test_what_is_sound_is_read_beside_what_is_not(self):
        write(self.folder / "d" / "bad.xml", "no xml")
        shutil.copy(SIX, self.folder / "d" / "good.xml")
        done = self.expect(UNUSABLE, "validate", self.folder / "d", "--format", "json")
        self.assertEqual([(f["messages"], f["message"]) for f in done.json["files"]], [(0, None), (6, "delivery")])

    def test_an_empty_folder(self):
        (self.folder / "empty").mkdir()
        self.assertEqual(self.expect(FINE, "validate", self.folder / "empty", "--format", "json").codes, {"ESP-XML-017"})


class BadBilling(CommandTest):
    """The example month with one input spoilt."""

    def out(self):
        return self.folder / "out"

    def refused(self, code, **changes):
        """Nothing may be left: not even the folder."""
        done = self.expect(code, *bill_arguments(month(), self.out(), **changes))
        self.assertFalse(self.out().exists(), files_below(self.out()))
        self.assertEqual(done.json["schema"], "esppadom/bill/1")
        return done

    def rules(self, change):
        rules = json.loads((month() / "rules.json").read_text(encoding="utf-8"))
        text = change(rules)
        return write(self.folder / "rules.json", text if isinstance(text, str) else json.dumps(rules))

    def test_rules_that_are_no_json_or_not_there(self):
        self.refused(UNUSABLE, **{"--rules": self.folder / "missing.json"})
        path = write(self.folder / "rules.json", '{"id": "x",\n  "rule_sets": [}')
        finding = self.refused(UNUSABLE, **{"--rules": path}).json["findings"][0]
        self.assertEqual((finding["file"], finding["line"]), (str(path), 2))

    def test_rules_with_an_unknown_key(self):
        def misspell(rules):
            rules["rule_sets"][0]["duration"]["ronding"] = {}

        finding = self.refused(ERRORS, **{"--rules": self.rules(misspell)}).json["findings"][0]
        self.assertEqual(finding["code"], "ESP-JSON-003")
        self.assertTrue(finding["path"].endswith("/duration/ronding"), finding)
        self.assertIn("rounding", finding["message"])
        self.assertIsNotNone(finding["line"])

    def test_rules_with_a_key_twice(self):
        def twice(rules):
            return json.dumps(rules).replace('"id":', '"id": "again", "id":', 1)

        done = self.refused(ERRORS, **{"--rules": self.rules(twice)})
        self.assertIn("ESP-JSON-005", done.codes)

    def test_a_rule_that_is_not_built(self):
        def cap(rules):
            rules["rule_sets"][0].setdefault("correction", {})["cap_pct"] = "5"

        self.refused(ERRORS, **{"--rules": self.rules(cap)})

    def test_the_ledger_of_another_rule_book(self):
        self.expect_bill()
        ledger = json.loads((self.out() / "ledger.json").read_text(encoding="utf-8"))
        shutil.rmtree(self.out())
        ledger["rule_book"] = "another-departement"
        del ledger["seal"]
        path = write(self.folder / "ledger.json", json.dumps(ledger))
        done = self.refused(ERRORS, **{"--ledger": path})
        self.assertEqual(done.codes, {"ESP-BIL-021", "ESP-LED-010"})
        told = [each["message"] for each in done.json["findings"] if each["code"] == "ESP-BIL-021"]
        self.assertIn("another-departement", told[0])

    def test_a_ledger_edited_by_hand(self):
        """The seal shows it; a ledger that has none is taken and told."""
        self.expect_bill()
        text = (self.out() / "ledger.json").read_text(encoding="utf-8")
        ledger = json.loads(text)
        again = write(self.folder / "same.json", json.dumps(ledger, indent=1, sort_keys=True))
        shutil.rmtree(self.out())
        lines = next(part["lines"] for part in ledger["beneficiaries"] if part["lines"])
        taken_out = lines.pop()
        path = write(self.folder / "ledger.json", json.dumps(ledger))
        for lang, words in (("en", "not as it was written"), ("fr", "pas tel qu'il a été écrit")):
            done = self.refused(ERRORS, **{"--ledger": path, "--lang": lang})
            self.assertEqual([(each["code"], each["path"]) for each in done.json["findings"]], [("ESP-LED-009", "/seal")])
            self.assertEqual(pathlib.Path(done.json["findings"][0]["file"]), path)
            self.assertIn(words, done.json["findings"][0]["message"])
        for words in (("ledger", "show", path), ("ledger", "merge", path, "-o", self.folder / "m.json"),
                      ("ledger", "export", path, "--provider", taken_out["provider"], "-o", self.folder / "m.json"),
                      ("statements", "trial-balance", "--ledger", path), ("statistics", "--of", "calls", "--ledger", path)):
            done = run(*words)
            self.assertEqual(done.code, ERRORS, words)
            self.assertIn("ESP-LED-009", done.out + done.err, words)
        self.assertFalse((self.folder / "m.json").exists())
        del ledger["seal"]
        write(path, json.dumps(ledger))
        self.assertIn("ESP-LED-010", run("ledger", "show", path).err)
        done = run(*bill_arguments(month(), self.out(), **{"--ledger": path}))
        self.assertIn("ESP-LED-010", done.codes)
        self.assertTrue(done.json["invoices"], "the line that was taken out is invoiced again")
        shutil.rmtree(self.out())
        done = run(*bill_arguments(month(), self.out(), **{"--ledger": again}))
        self.assertFalse({"ESP-LED-009", "ESP-LED-010"} & done.codes)
        self.assertEqual(done.json["invoices"], [])
        self.assertEqual((self.out() / "ledger.json").read_text(encoding="utf-8"), text)

    def test_the_ledger_of_rules_that_were_changed(self):
        self.expect_bill()
        ledger = write(self.folder / "ledger.json", (self.out() / "ledger.json").read_bytes())
        shutil.rmtree(self.out())

        def change(rules):
            rules["rule_sets"][0]["duration"]["rounding"]["step_min"] = 10

        self.assertEqual(self.refused(ERRORS, **{"--ledger": ledger, "--rules": self.rules(change)}).codes, {"ESP-BIL-022"})

    def test_a_ledger_that_is_damaged(self):
        self.refused(UNUSABLE, **{"--ledger": write(self.folder / "l.json", '{"format": 1, "beneficiaries": [')})
        self.refused(ERRORS, **{"--ledger": write(self.folder / "l.json", '{"format": 1, "surprise": true}')})
        self.refused(UNUSABLE, **{"--ledger": self.folder})

    def test_circumstances_that_are_wrong(self):
        path = write(self.folder / "c.json", '{"absences": [{"beneficiary": "B", "from": "2026-02-30"}]}')
        finding = self.refused(ERRORS, **{"--circumstances": path}).json["findings"][0]
        self.assertEqual(finding["path"], "/absences/0/from")

    def test_circumstances_that_cannot_be_meant(self):
        """Read and billed, but told: what has no effect, and what depends on the order in the file."""
        odd = {
            "absences": [{"beneficiary": "B", "from": "2026-10-05", "to": "2026-10-01"},
                         {"beneficiary": "B", "from": "2026-10-05", "to": "2026-10-05"}],
            "outages": [{"provider": "P", "from": "2026-10-01T10:00:00", "to": "2026-10-01T09:00:00"}],
            "planned_visits": [{"provider": "P", "beneficiary": "B", "start": "2026-10-01T10:00:00", "end": "2026-10-01T09:00:00"}],
            "caregiver_profiles": [{"provider": "P", "caregiver": "C", "profile": "X", "from": "2026-10-02", "to": "2026-10-01"},
                                   {"provider": "P", "caregiver": "C", "profile": "X", "to": "2026-10-01"}],
            "cancellations": [{"delivery_id": "V1"}, {"delivery_id": "V1"}, {"delivery_id": "V1", "condition": "billed_paid"}],
            "extra_minutes": [{"delivery_id": "V1", "minutes": -5}, {"delivery_id": "V2", "minutes": 5}],
            "advances": [{"provider": "P", "funder": "F", "month": "2026-10", "amount": "0.00"},
                         {"provider": "P", "funder": "F", "month": "2026-10", "amount": "0.01"}],
        }
        path = write(self.folder / "c.json", json.dumps(odd))
        done = run(*bill_arguments(month(), self.out(), **{"--circumstances": path}))
        found = {(each["code"], each["path"]) for each in done.json["findings"] if each["code"].startswith("ESP-CIR")}
        self.assertEqual(found, {("ESP-CIR-001", "/absences/0"), ("ESP-CIR-001", "/outages/0"), ("ESP-CIR-001", "/planned_visits/0"),
                                 ("ESP-CIR-001", "/caregiver_profiles/0"), ("ESP-CIR-002", "/cancellations/2"),
                                 ("ESP-CIR-003", "/extra_minutes/0"), ("ESP-CIR-003", "/advances/0")})
        self.assertEqual(sum(each["code"].startswith("ESP-CIR") for each in done.json["findings"]), len(found))

    def test_circumstances_in_csv_are_looked_at_too(self):
        path = write(self.folder / "absences.csv", "beneficiary;from;to\nB;2026-10-05;2026-10-01\n")
        done = run(*bill_arguments(month(), self.out(), **{"--circumstances": path}))
        self.assertIn("ESP-CIR-001", done.codes)

    def test_orders_or_deliveries_that_are_no_messages(self):
        bad = write(self.folder / "bad.xml", "no xml at all")
        self.refused(UNUSABLE, **{"--deliveries": bad})
        self.refused(UNUSABLE, **{"--orders": bad})
        self.refused(UNUSABLE, **{"--orders": self.folder / "missing"})

    def test_wrong_dates_on_the_command_line(self):
        for option, value in (("--month", "2026-13"), ("--as-of", "2026-02-30"), ("--issued-at", "noon"),
                              ("--stage", "draft")):
            done = self.expect(UNUSABLE, *bill_arguments(month(), self.out(), **{option: value}))
            self.assertIn(option, done.err)
            self.assertEqual(done.out, "")
            self.assertFalse(self.out().exists())

    def test_an_output_folder_that_cannot_be(self):
        done = self.expect(UNUSABLE, *bill_arguments(month(), write(self.folder / "file", "x") / "out"))
        self.assertIn("cannot write", done.err)
        self.assertEqual(files_below(self.folder), ["file"])

    def test_an_earlier_result_stays_when_a_file_cannot_be_replaced(self):
        write(self.out() / "bill.json", "earlier")
        (self.out() / "ledger.json" / "in the way").mkdir(parents=True)
        self.expect(UNUSABLE, *bill_arguments(month(), self.out()))
        self.assertEqual(files_below(self.out()), ["bill.json"])
        self.assertEqual((self.out() / "bill.json").read_text(), "earlier")

    def test_a_month_is_not_complete_when_messages_could_not_be_read(self):
        deliveries = self.folder / "deliveries"
        shutil.copytree(month() / "deliveries", deliveries)
        victim = sorted(deliveries.glob("*.xml"))[0]
        text = victim.read_text(encoding="utf-8")
        victim.write_text(text[:len(text) * 9 // 10], encoding="utf-8")
        provider = victim.name.split("-")[0]
        changes = {"--deliveries": deliveries, "--complete-for": provider}
        self.assertIn("ESP-BIL-029", self.refused(ERRORS, **changes).codes)
        changes["--complete-for"] = None
        self.expect(ERRORS, *bill_arguments(month(), self.out(), **changes))  # the others are billed
        self.assertIn("ledger.json", files_below(self.out()))

    def test_a_provider_that_nothing_names_is_told(self):
        provider = sorted((month() / "deliveries").glob("*.xml"))[0].name.split("-")[0]
        for option in ("--complete-for", "--validated"):
            for name, codes in ((provider, 0), (provider + "X", 1)):
                done = run(*bill_arguments(month(), self.out(), **{option: name}))
                told = [one for one in done.json["findings"] if one["code"] == "ESP-BIL-110"]
                self.assertEqual(len(told), codes, (option, name))
                for one in told:
                    self.assertEqual((one["severity"], one["path"]), ("warning", option[2:].replace("-", "_") + "[0]"))
                    self.assertIn(name, one["message"])

    def test_names_of_invoices_never_leave_the_folder(self):
        deliveries, orders = self.folder / "deliveries", self.folder / "orders"
        for source, target in ((month() / "deliveries", deliveries), (month() / "orders", orders)):
            shutil.copytree(source, target)
            provider = sorted((month() / "deliveries").glob("*.xml"))[0].name.split("-")[0]
            for path in target.glob("*.xml"):
                text = path.read_text(encoding="utf-8")
                path.write_text(text.replace(f">{provider}<", ">../../x/&#233;<"), encoding="utf-8")
        out = self.folder / "deep" / "out"
        done = self.expect_bill(out=out, **{"--deliveries": deliveries, "--orders": orders})
        self.assertTrue(any("../../x/é" in invoice["id"] for invoice in done.json["invoices"]))
        names = files_below(out)
        self.assertEqual(len([n for n in names if n.startswith("invoices/")]), len(done.json["invoices"]))
        self.assertEqual(files_below(self.folder / "deep"), ["out/" + name for name in names])

    def expect_bill(self, out=None, **changes):
        done = run(*bill_arguments(month(), out or self.out(), **changes))
        self.assertIn(done.code, (FINE, ERRORS), done.err)
        return done


class BadJoins(CommandTest):
    def setUp(self):
        super().setUp()
        self.orders = self.folder / "orders"
        shutil.copytree(month() / "orders", self.orders)
        self.order = sorted(self.orders.glob("*.xml"))[0]
        text = self.order.read_text(encoding="utf-8")
        self.beneficiary = re.search(r"ShipToCITradeParty>\s*<\w+:ID[^>]*>([^<]+)<", text).group(1)

    def theirs(self):
        done = run(*bill_arguments(month(), self.folder / "out", **{"--orders": self.orders}))
        self.assertIn(done.code, (FINE, ERRORS))
        return done, [row for row in done.json["unbilled"] if row["beneficiary"] == self.beneficiary]

    def test_no_order_line(self):
        for path in self.orders.glob("*.xml"):
            if f">{self.beneficiary}<" in path.read_text(encoding="utf-8"):
                path.unlink()
        done, theirs = self.theirs()
        self.assertIn("NO_ORDER_LINE", {row["reason"] for row in theirs})
        self.assertNotIn(self.beneficiary, {line["beneficiary"] for i in done.json["invoices"] for line in i["lines"]})
        self.assertIn("ESP-BIL-003", done.codes)

    def test_two_order_lines(self):
        """The same order under a second number, issued at the same moment: neither replaces the other."""
        text = self.order.read_text(encoding="utf-8")
        twin = text.replace(f">{self.order.stem}<", f">{self.order.stem}-BIS<")
        self.assertNotEqual(twin, text)
        write(self.orders / f"{self.order.stem}-BIS.xml", twin)
        done, theirs = self.theirs()
        self.assertIn("SEVERAL_ORDER_LINES", {row["reason"] for row in theirs}, theirs)
        self.assertIn("ESP-BIL-004", done.codes)


if __name__ == "__main__":
    unittest.main()
