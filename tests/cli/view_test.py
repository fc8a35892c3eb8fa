"""`esppadom view`: nothing of a person in the bytes of a role that must not see it; what joins and counts is unchanged."""

import datetime
import decimal
import hashlib
import hmac
import json
import unittest

from lxml import etree

from command import ERRORS, FINE, SOURCE, UNUSABLE, CommandTest, bill_arguments, month, run, write

EXAMPLE = SOURCE / "tests" / "data" / "example"
KEY = b"a fictional key, 16+ bytes"
NAMES = ("Name", "FirstName", "LastName", "PersonName", "LineOne", "CityName", "BirthDate")
PARTIES = ("ShipToCITradeParty", "DefinedCITradeContact")


def pseudonym(domain, value, prefix):
    text = domain.encode() + b"\0" + value.encode()
    return prefix + hmac.new(KEY, text, hashlib.sha256).hexdigest()[:16]


def weeks(beneficiary):
    return 1 + int(hmac.new(KEY, b"weeks\0" + beneficiary.encode(), hashlib.sha256).hexdigest()[:8], 16) % 52


def local(node):
    return etree.QName(node).localname


def personal_texts(path):
    """Names, addresses and birth dates of beneficiaries and contacts."""
    out = set()
    for node in etree.parse(str(path)).iter(etree.Element):
        if local(node) not in NAMES or not (node.text or "").strip():
            continue
        if any(local(above) in PARTIES for above in node.iterancestors()):
            out.add(node.text.strip())
    return out


def texts(path, name):
    return [node.text for node in etree.parse(str(path)).iter(etree.Element) if local(node) == name]


def hide(value):
    """JSON with the pseudonyms in place of what they stand for."""
    if isinstance(value, list):
        return [hide(one) for one in value]
    if not isinstance(value, dict):
        return value
    domains = {"beneficiary": ("person", "P-"), "caregiver": ("caregiver", "C-"), "delivery_id": ("document", "D-")}
    return {key: pseudonym(domains[key][0], one, domains[key][1]) if key in domains and one else hide(one)
            for key, one in value.items()}


class View(CommandTest):
    def setUp(self):
        super().setUp()
        self.key = self.folder / "key"
        self.key.write_bytes(KEY + b"\n")

    def view(self, role, *words, code=FINE):
        return self.expect(code, "view", "--role", role, "--key-file", self.key, *words)

    def test_no_byte_of_a_person_is_left_to_a_statistician(self):
        source = (EXAMPLE / "delivery.xml").read_text(encoding="utf-8")
        marked = source.replace("<ns:CrossIndustryDespatchAdvice>",
                                "<!-- appeler Mme Martin, 01 99 00 12 34, NIR 2380799100001 -->"
                                "<ns:CrossIndustryDespatchAdvice><ns:Tel>01 99 00 12 34</ns:Tel>", 1)
        path = self.folder / "marked.xml"
        write(path, "<!-- Jeanne MARTIN -->" + marked if not marked.startswith("<?xml") else
              marked.replace("?>", "?><!-- Jeanne MARTIN -->", 1))
        for files in ([path], [EXAMPLE / "order.xml"]):
            known = set().union(*(personal_texts(file) for file in files)) | {"MARTIN", "Martin", "2380799100001",
                                                                              "01 99 00 12 34", "B-7788", "AX-42"}
            self.assertGreater(len(known), 8)
            for form in ("xml", "json"):
                out = self.folder / f"out.{form}"
                done = run("view", "--role", "statistician", "--key-file", self.key, *files, "-o", out)
                self.assertIn(done.code, (FINE, ERRORS), done.err)
                for text in known:
                    for where in (out.read_text(encoding="utf-8"), done.out, done.err):
                        self.assertNotIn(text, where)
                        self.assertNotIn(KEY.decode(), where)

    def test_pseudonyms_are_the_keyed_hash_and_join_files(self):
        out = self.folder / "all"
        self.view("statistician", EXAMPLE / "order.xml", EXAMPLE / "delivery.xml", "-o", out)
        expected = pseudonym("person", "B-7788", "P-")
        for name in ("orders.xml", "deliveries.xml"):
            self.assertIn(expected, (out / name).read_text(encoding="utf-8"))
        self.assertIn(pseudonym("caregiver", "AX-42", "C-"), (out / "deliveries.xml").read_text(encoding="utf-8"))
        line = pseudonym("document", "PLAN-7788-1", "D-")
        self.assertIn(line, texts(out / "orders.xml", "LineID"))
        self.assertIn(line, texts(out / "deliveries.xml", "OrderLineID"))
        self.key.write_bytes(b"another key of enough bytes")
        self.view("statistician", EXAMPLE / "delivery.xml", "-o", self.folder / "other.xml")
        self.assertNotIn(expected, (self.folder / "other.xml").read_text(encoding="utf-8"))

    def test_dates_shift_by_the_weeks_of_the_key_and_nothing_else_changes(self):
        out = self.folder / "out.xml"
        self.view("statistician", EXAMPLE / "delivery.xml", "-o", out)
        shift = datetime.timedelta(weeks=weeks("B-7788"))
        for name in ("CertifiedDateTime", "IssueDateTime"):
            before = [datetime.datetime.fromisoformat(text) for text in texts(EXAMPLE / "delivery.xml", name)]
            after = [datetime.datetime.fromisoformat(text) for text in texts(out, name)]
            self.assertEqual([one - shift for one in before], after)
        self.assertEqual([decimal.Decimal(one) for one in texts(EXAMPLE / "delivery.xml", "BilledQuantity")],
                         [decimal.Decimal(one) for one in texts(out, "BilledQuantity")])
        self.assertEqual(texts(out, "BirthDate"), ["1935-01-01T00:00:00"] * len(texts(out, "BirthDate")))

    def test_a_month_bills_to_the_same_totals_under_pseudonyms(self):
        plain = [str(one) for one in bill_arguments(month(), self.folder / "plain")]
        hidden = [str(one) for one in bill_arguments(month(), self.folder / "hidden")]
        for option in ("--orders", "--deliveries"):
            at = hidden.index(option) + 1
            out = self.folder / option.strip("-")
            done = run("view", "--role", "statistician", "--keep-dates", "--key-file", self.key, hidden[at], "-o", out)
            self.assertIn(done.code, (FINE, ERRORS), done.err)
            hidden[at] = str(out)
        for option in ("--circumstances", "--rules"):  # by this program's own pseudonyms
            at = hidden.index(option) + 1
            with open(hidden[at], encoding="utf-8") as file:
                hidden[at] = str(write(self.folder / f"{option.strip('-')}.json", json.dumps(hide(json.load(file)))))
        results = []
        for arguments in (plain, hidden):
            done = run(*arguments)
            self.assertIn(done.code, (FINE, ERRORS), done.err)
            found = done.json
            results.append((sorted((one["provider"], one["type"], one["total"]) for one in found["invoices"]),
                            sorted(one["total"] for one in found["beneficiary_invoices"]),
                            sorted(one["reason"] for one in found["unbilled"])))
        self.assertGreater(len(results[0][0]), 0)
        self.assertEqual(results[0], results[1])

    def test_the_report_counts_and_names_nothing(self):
        done = self.view("departement", EXAMPLE / "delivery.xml", "-o", self.folder / "out.json", "--format", "json")
        report = done.json
        self.assertEqual((report["schema"], report["role"]), ("esppadom/view/1", "departement"))
        count = len(texts(EXAMPLE / "delivery.xml", "PersonName"))
        self.assertEqual(report["removed"]["contact"], count)
        self.assertNotIn("DURAND", (self.folder / "out.json").read_text(encoding="utf-8"))
        self.assertIn("Jeanne", (self.folder / "out.json").read_text(encoding="utf-8"))

    def test_scopes(self):
        done = self.view("provider", "--provider", "513", EXAMPLE / "delivery.xml", "-o", self.folder / "none",
                         "--format", "json")
        self.assertEqual(done.json["messages"], 0)
        self.assertGreater(done.json["removed"]["message"], 0)
        done = self.view("family", "--beneficiary", "B-7788", EXAMPLE / "delivery.xml", "-o", self.folder / "own.xml",
                         "--format", "json")
        self.assertGreater(done.json["messages"], 0)
        self.assertNotIn("Tilleuls", (self.folder / "own.xml").read_text(encoding="utf-8"))

    def test_messages_of_small_groups_are_left_out(self):
        people = {}
        for file in sorted((month() / "deliveries").glob("*.xml")):
            for message in etree.parse(str(file)).getroot():
                if local(message) == "CrossIndustryDespatchAdvice":
                    people.setdefault(file, set()).add(message)
        counts = {}
        for limit in ([], ["--smallest-group", 5], ["--smallest-group", 100_000]):
            out = self.folder / f"seen{len(counts)}.xml"
            done = self.view("statistician", month() / "deliveries", "-o", out, *limit, "--format", "json")
            counts[tuple(limit)] = done.json["messages"], done.json["removed"]["small_group"]
        everything, some, nothing = counts.values()
        self.assertEqual(everything, (sum(len(one) for one in people.values()), 0))
        self.assertEqual(sum(some), everything[0])
        self.assertEqual(nothing, (0, everything[0]))
        out = self.folder / "refused.xml"
        self.view("statistician", EXAMPLE / "delivery.xml", "-o", out, "--smallest-group", 1, code=UNUSABLE)
        self.assertFalse(out.exists())

    def test_wrong_use(self):
        file, out = EXAMPLE / "delivery.xml", self.folder / "out.xml"
        for words in (["view"], ["view", file, "-o", out], ["view", "--role", "king", file, "-o", out],
                      ["view", "--role", "statistician", file, "-o", out], ["view", "--role", "provider", file, "-o", out],
                      ["view", "--role", "family", file, "-o", out], ["view", "--role", "departement", file],
                      ["view", "--role", "departement", self.folder / "missing.xml", "-o", out],
                      ["view", "--role", "departement", file, EXAMPLE / "order.xml", "-o", out]):
            self.expect(UNUSABLE, *words)
            self.assertFalse(out.exists())
        self.key.write_bytes(b"short")
        self.view("statistician", file, "-o", out, code=UNUSABLE)


if __name__ == "__main__":
    unittest.main()
