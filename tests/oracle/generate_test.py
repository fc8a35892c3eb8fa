#!/usr/bin/env python3
"""The example month is as its README says: the same for a seed, complete, in document order."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from collections import Counter
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any, Dict, List

HERE = Path(__file__).resolve().parent
MONTH = HERE.parents[1] / "examples" / "month"
sys.path[:0] = [str(HERE), str(MONTH)]

import oracle_history  # noqa: E402
from calendar_fr import elapsed_seconds, parse_month  # noqa: E402
from compare_bill import Comparison  # noqa: E402
from dice import Dice  # noqa: E402
from generate import generate  # noqa: E402
from oracle_billing import Target  # noqa: E402
from oracle_input import Inputs, read_inputs  # noqa: E402
from oracle_rules import read_rule_book  # noqa: E402
from oracle_time import instant_of  # noqa: E402

# Children in document order, from the message tables; what stands in no list has text only.
PARTY = (
    "ID Name FirstName LastName BirthDate SIRET DefinedCITradeContact PostalCITradeAddress"
).split()
ORDERS = {
    "order": ["CrossIndustryOrder"],
    "CrossIndustryOrder": [
        "CIOHExchangedDocumentContext",
        "CIOHExchangedDocument",
        "CIOHSupplyChainTradeTransaction",
    ],
    "CIOHExchangedDocumentContext": ["VersionID", "SpecifiedTransactionID"],
    "CIOHExchangedDocument": ["ID", "IssueDateTime", "EffectiveCISpecifiedPeriod"],
    "CIOHSupplyChainTradeTransaction": [
        "ApplicableCIOHSupplyChainTradeAgreement",
        "ApplicableCIOHSupplyChainTradeDelivery",
        "ApplicableCIOHSupplyChainTradeSettlement",
        "IncludedCIOLSupplyChainTradeLineItem",
    ],
    "ApplicableCIOHSupplyChainTradeAgreement": [
        "SellerCITradeParty",
        "BuyerCITradeParty",
        "ContractReferencedCIReferencedDocument",
        "PreviousOrderReferencedCIReferencedDocument",
    ],
    "PreviousOrderReferencedCIReferencedDocument": ["IssuerAssignedID"],
    "ApplicableCIOHSupplyChainTradeDelivery": ["ShipToCITradeParty"],
    "ApplicableCIOHSupplyChainTradeSettlement": ["OrderCurrencyCode", "PayerCITradeParty"],
    "IncludedCIOLSupplyChainTradeLineItem": [
        "AssociatedCIOLDocumentLineDocument",
        "SpecifiedCIOLSupplyChainTradeAgreement",
        "SpecifiedCIOLSupplyChainTradeDelivery",
        "SpecifiedCIOLSupplyChainTradeSettlement",
        "SpecifiedCITradeProduct",
    ],
    "AssociatedCIOLDocumentLineDocument": ["LineID"],
    "SpecifiedCIOLSupplyChainTradeAgreement": [
        "GrossPriceProductCITradePrice",
        "NetPriceProductCITradePrice",
    ],
    "GrossPriceProductCITradePrice": ["ChargeAmount", "BasisQuantity"],
    "NetPriceProductCITradePrice": ["ChargeAmount", "BasisQuantity"],
    "SpecifiedCIOLSupplyChainTradeDelivery": [
        "RequestedQuantity",
        "RequestedDeliveryCISupplyChainEvent",
    ],
    "RequestedDeliveryCISupplyChainEvent": ["OccurrenceCISpecifiedPeriod"],
    "OccurrenceCISpecifiedPeriod": ["DurationMeasure"],
    "SpecifiedCIOLSupplyChainTradeSettlement": [
        "CadreIntervention",
        "PayerCITradeParty",
        "SpecifiedCITradeAllowanceCharge",
    ],
    "SpecifiedCITradeAllowanceCharge": [
        "ChargeIndicator",
        "CalculationPercent",
        "ReasonCode",
        "Reason",
    ],
    "SellerCITradeParty": PARTY,
    "BuyerCITradeParty": PARTY,
    "PayerCITradeParty": PARTY,
    "ContractReferencedCIReferencedDocument": ["IssuerAssignedID"],
}
DELIVERIES = {
    "delivery": ["CrossIndustryDespatchAdvice"],
    "CrossIndustryDespatchAdvice": [
        "CIDDHExchangedDocumentContext",
        "CIDDHExchangedDocument",
        "CIDDHSupplyChainTradeTransaction",
    ],
    "CIDDHExchangedDocumentContext": ["VersionID", "SpecifiedTransactionID"],
    "CIDDHExchangedDocument": ["ID", "IssueDateTime"],
    "CIDDHSupplyChainTradeTransaction": [
        "ApplicableCIDDHSupplyChainTradeAgreement",
        "ApplicableCIDDHSupplyChainTradeDelivery",
        "ApplicableCIDDHSupplyChainTradeSettlement",
        "IncludedCIDDLSupplyChainTradeLineItem",
    ],
    "ApplicableCIDDHSupplyChainTradeAgreement": [
        "BuyerOrderReferencedCIReferencedDocument",
        "ContractReferencedCIReferencedDocument",
    ],
    "BuyerOrderReferencedCIReferencedDocument": ["IssuerCITradeParty"],
    "IssuerCITradeParty": PARTY,
    "ContractReferencedCIReferencedDocument": ["GlobalID"],
    "ApplicableCIDDHSupplyChainTradeDelivery": [
        "ShipToCITradeParty",
        "ShipFromCITradeParty",
        "ActualDespatchCISupplyChainEvent",
        "AdditionalReferencedCIReferencedDocument",
    ],
    "ShipFromCITradeParty": PARTY,
    "DefinedCITradeContact": ["ID", "PersonName", "TypeCode"],
    "ActualDespatchCISupplyChainEvent": ["TypeCode", "OccurrenceCISpecifiedPeriod"],
    "OccurrenceCISpecifiedPeriod": ["StartDateTime", "EndDateTime"],
    "AdditionalReferencedCIReferencedDocument": ["EffectiveCISpecifiedPeriod"],
    "StartDateTime": [
        "CertifiedDateTime",
        "CustomerIdentificationMethod",
        "SupplierIdentificationMethod",
    ],
    "EndDateTime": [
        "CertifiedDateTime",
        "CustomerIdentificationMethod",
        "SupplierIdentificationMethod",
    ],
    "IncludedCIDDLSupplyChainTradeLineItem": [
        "AssociatedCIDDLDocumentLineDocument",
        "SpecifiedCIDDLSupplyChainTradeDelivery",
        "SpecifiedCIDDLSupplyChainTradeSettlement",
        "SpecifiedCITradeProduct",
    ],
    "AssociatedCIDDLDocumentLineDocument": ["LineID", "OrderLineID"],
    "SpecifiedCIDDLSupplyChainTradeDelivery": ["BilledQuantity"],
    "SpecifiedCIDDLSupplyChainTradeSettlement": ["CadreIntervention"],
}
SHARED = {
    "EffectiveCISpecifiedPeriod": ["StartDateTime", "EndDateTime"],
    "ShipToCITradeParty": PARTY,
    "PostalCITradeAddress": ["LineOne", "PostcodeCode", "CityName", "CountryID"],
    "SpecifiedCITradeProduct": ["ID", "Name"],
}
CASES = (
    "across_midnight cancelled cancelled_billed_to_beneficiary caregiver_overlap "
    "clock_change_night "
    "declarative deleted deleted_after_billing extra_minutes funder_change incompatible_period "
    "incompatible_rule late no_order no_order_line_id plan_change planned_time_missing replaced "
    "replaced_after_billing same_visit_two_ids stacked_apa stacked_pch stamps_alone stamps_apart "
    "stamps_under_same_id superseded_order"
).split()
SPLITMIX64 = [
    6457827717110365317,
    3203168211198807973,
    9817491932198370423,
    4593380528125082431,
    16408922859458223821,
]


def digest(folder: Path) -> str:
    """One number for all files of a folder, names included."""
    total = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            total.update(file.relative_to(folder).as_posix().encode() + b"\0" + file.read_bytes())
    return total.hexdigest()


def as_of(folder: Path) -> date:
    text = json.loads((folder / "month.json").read_text(encoding="utf-8"))["as_of"]
    return date.fromisoformat(text)


def inputs_of(folder: Path) -> Inputs:
    return read_inputs(folder / "orders", folder / "deliveries", folder / "circumstances.json")


def target(folder: Path, inputs: Inputs, month: str) -> Target:
    book = read_rule_book(folder / "rules.json")
    return oracle_history.target_of(inputs, book, month, as_of(folder))


def history(folder: Path) -> oracle_history.History:
    return oracle_history.History(read_rule_book(folder / "rules.json"))


class ExampleMonth(unittest.TestCase):
    folder: Path
    out: Path

    @classmethod
    def setUpClass(cls) -> None:
        cls.folder = Path(tempfile.mkdtemp(prefix="esppadom-month-"))
        cls.out = cls.folder / "default"
        generate(parse_month("2026-10"), 1, 60, 4, cls.out)

    @classmethod
    def tearDownClass(cls) -> None:
        shutil.rmtree(cls.folder)

    def make(self, name: str, month: str, seed: int = 1, people: int = 24, houses: int = 4) -> Path:
        out = self.folder / name
        generate(parse_month(month), seed, people, houses, out)
        return out

    def facts(self, folder: Path) -> Dict[str, Any]:
        found: Dict[str, Any] = json.loads((folder / "month.json").read_text(encoding="utf-8"))
        return found

    def check_order(self, folder: Path, order: Dict[str, List[str]]) -> None:
        for file in sorted(folder.glob("*.xml")):
            for parent in ElementTree.parse(file).getroot().iter():
                name = parent.tag.rsplit("}", 1)[-1]
                children = [child.tag.rsplit("}", 1)[-1] for child in parent]
                if not children:
                    continue
                known = order.get(name) or SHARED[name]
                places = [known.index(child) for child in children]
                self.assertEqual(places, sorted(places), f"{file.name}: {name}")

    def test_a_seed_gives_the_same_files(self) -> None:
        first = digest(self.make("a", "2026-10", seed=7))
        self.assertEqual(digest(self.make("b", "2026-10", seed=7)), first)
        self.assertNotEqual(digest(self.make("c", "2026-10", seed=8)), first)

    def test_the_dice_do_not_depend_on_the_machine(self) -> None:
        dice = Dice()
        dice._state = 1234567  # the seed of Rosetta Code's first five numbers of splitmix64
        self.assertEqual([dice.bits() for _ in range(5)], SPLITMIX64)
        self.assertEqual(Dice(1, "dice").hexadecimal(24), "8b644ce8ec565fd152d06f40")

    def test_every_special_case_is_there(self) -> None:
        cases = self.facts(self.out)["cases"]
        self.assertEqual(sorted(cases), sorted(CASES))
        ids = {message.id for message in inputs_of(self.out).messages}
        for case, found in cases.items():
            self.assertLessEqual(set(found), ids, case)

    def test_the_month_has_the_size_and_shape_it_promises(self) -> None:
        messages = inputs_of(self.out).messages
        visits = {m.id: m for m in messages if m.code not in ("SUP", "HOR")}
        self.assertTrue(1000 <= len(visits) <= 1500, len(visits))
        incompatible = set()
        for case in ("incompatible_rule", "incompatible_period"):
            incompatible |= set(self.facts(self.out)["cases"][case])
        stamped = [m for m in visits.values() if m.id not in incompatible]
        corrected = [m for m in stamped if m.code in ("COA", "COD", "CO2", "CRE")]
        self.assertTrue(6 <= 100 * len(corrected) / len(stamped) <= 8)
        self.assertEqual(
            {m.code for m in messages}, set("COA COD CO2 CRE MDT SUP HOR".split()) | {""}
        )
        planned = json.loads((self.out / "circumstances.json").read_text(encoding="utf-8"))
        lengths: Counter[int] = Counter()
        for entry in planned["planned_visits"]:
            start, end = (datetime.fromisoformat(entry[side]) for side in ("start", "end"))
            lengths[elapsed_seconds(start, end) // 60] += 1
        by_day = {minutes: n for minutes, n in lengths.items() if minutes <= 240}
        self.assertTrue(sum(by_day.values()) > 0.97 * sum(lengths.values()))
        self.assertEqual(set(sorted(by_day, key=lambda m: -by_day[m])[:3]), {30, 60, 120})
        self.assertEqual(min(lengths), 15)

    def test_the_clock_change_night_lasts_nine_hours(self) -> None:
        night = self.facts(self.out)["cases"]["clock_change_night"]
        planned = json.loads((self.out / "circumstances.json").read_text(encoding="utf-8"))
        entries = [e for e in planned["planned_visits"] if e.get("delivery_id") in night]
        self.assertTrue(entries)
        for entry in entries:
            self.assertEqual(entry["start"], "2026-10-24T22:00:00")
            self.assertEqual(entry["end"], "2026-10-25T06:00:00")
        start, end = datetime(2026, 10, 24, 22), datetime(2026, 10, 25, 6)
        self.assertEqual(elapsed_seconds(start, end), 9 * 3600)

    def test_elapsed_seconds_agree_with_the_tz_database(self) -> None:
        for year in range(2024, 2031):
            for month in range(1, 13):
                start, end = datetime(year, month, 24, 22), datetime(year, month, 28, 6)
                first, last = instant_of(start), instant_of(end)
                assert first is not None and last is not None
                self.assertEqual(elapsed_seconds(start, end), last - first, start)

    def test_elements_stand_in_the_order_of_the_tables(self) -> None:
        for folder in (self.out, self.out / "previous"):
            self.check_order(folder / "orders", ORDERS)
            self.check_order(folder / "deliveries", DELIVERIES)

    def test_messages_look_like_production(self) -> None:
        text = next((self.out / "deliveries").glob("SAAD01-*-CD99-APA-*.xml")).read_text("utf-8")
        self.assertTrue(
            text.startswith('<?xml version="1.0" encoding="utf-8"?>\n<ns:delivery vers')
        )
        self.assertIn('listID="ESPPADOM_EFFECTIVITY_AJUST" listAgencyName="EDESS"/>', text)
        self.assertRegex(text, r"<pie:BirthDate>\d{4}-\d\d-\d\dT00:00:00</pie:BirthDate>")
        self.assertRegex(text, r'unitCode="HUR">\d+\.\d{10,}<')
        self.assertIn("<ram:ApplicableCIDDHSupplyChainTradeSettlement/>", text)

    def test_xmllint_finds_nothing(self) -> None:
        if not shutil.which("xmllint"):
            self.skipTest("xmllint is not installed")
        files = [str(file) for file in sorted(self.out.rglob("*.xml"))]
        subprocess.run(["xmllint", "--noout", "--nonet", *files], check=True)

    def test_other_months_and_sizes(self) -> None:
        for month, people, houses in (("2026-03", 24, 4), ("2027-02", 24, 3), ("2026-05", 21, 1)):
            folder = self.make(f"other-{month}", month, people=people, houses=houses)
            facts = self.facts(folder)
            self.assertEqual(facts["month"], month)
            self.assertEqual("clock_change_night" in facts["cases"], month == "2026-03")
            inputs = inputs_of(folder / "previous").plus(inputs_of(folder))
            self.assertTrue(target(folder, inputs, month).lines)
        self.make("one", "2026-10", people=1, houses=1)

    def test_nothing_is_lost_between_visits_lines_and_shares(self) -> None:
        inputs = inputs_of(self.out / "previous").plus(inputs_of(self.out))
        found = target(self.out, inputs, "2026-10")
        visits = sum((v.seconds for v in found.prepared.visits), Fraction(0))
        lines = sum((line.total().seconds for line in found.lines.values()), Fraction(0))
        self.assertEqual(visits, lines)
        prices = sum((v.amount for v in found.prepared.visits), Fraction(0))
        amounts = sum((line.total().amount for line in found.lines.values()), Fraction(0))
        self.assertEqual(prices, amounts)
        for line in found.lines.values():
            cents = line.rounded()
            self.assertEqual(cents.price, sum(cents.shares.values()) + cents.beneficiary)
            self.assertTrue(all(share >= 0 for share in cents.shares.values()))
            self.assertTrue(cents.beneficiary >= 0 == cents.provider)
        for row in found.smoothing:
            self.assertTrue(0 <= row.own <= row.plan_seconds and row.carried >= 0 and row.excess >= 0)
        self.assertTrue(any(row.carried for row in found.smoothing))
        self.assertTrue(any(row.excess for row in found.smoothing))

    def test_the_order_of_messages_does_not_matter_to_the_oracle(self) -> None:
        inputs = inputs_of(self.out)
        first = target(self.out, inputs, "2026-10").groups()
        dice = Dice(3, "shuffle")
        mixed = Inputs(dice.shuffled(inputs.lines), dice.shuffled(inputs.messages))
        mixed.circumstances = inputs.circumstances
        self.assertEqual(target(self.out, mixed, "2026-10").groups(), first)

    def test_a_second_run_adds_late_visits_and_takes_back_deleted_ones(self) -> None:
        runs = history(self.out)
        runs.run(inputs_of(self.out / "previous"), "2026-09", as_of(self.out / "previous"))
        result = runs.run(inputs_of(self.out), "2026-10", as_of(self.out))
        kinds = {invoice["type"] for invoice in result["invoices"] if invoice["month"] == "2026-09"}
        self.assertEqual(kinds, {"complementary", "credit_note"})
        again = runs.run(Inputs(), "2026-10", as_of(self.out))
        self.assertEqual((again["invoices"], again["beneficiary_invoices"]), ([], []))

    def test_a_changed_cent_is_found(self) -> None:
        oracle = history(self.out).run(inputs_of(self.out), "2026-10", as_of(self.out))
        oracle["unbilled"] = []
        same = Comparison(set())
        same.run(oracle, oracle)
        self.assertEqual(same.differences, [])
        changed = json.loads(json.dumps(oracle))
        changed["invoices"][0]["lines"][0]["funder_share"] = "0.01"
        changed["smoothing"][0]["own"] += 60
        changed["unbilled"] = [{"delivery": "x", "reason": "DELETED"}]
        other = Comparison(set())
        other.run(changed, oracle)
        self.assertEqual(len(other.differences), 4, other.differences)


if __name__ == "__main__":
    unittest.main()
