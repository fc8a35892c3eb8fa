#!/usr/bin/env python3
"""The visits of tests/data/oracle/priced_visits.json, priced and split by another product: the oracle comes to the same
prices and shares to 15 decimals, except where the funder's rate exceeds the price, as the library does
(tests/billing/funding_oracle_test.cpp, docs/decisions/0004-share-capped-by-price.md).
"""

from __future__ import annotations

import json
import unittest
from dataclasses import replace
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from typing import Any, Dict, List, Tuple

import oracle_test
from oracle_billing import Billing
from oracle_funding import WEEKDAYS
from oracle_input import Inputs, Message
from oracle_visits import OrderBook, Preparation

Json = Dict[str, Any]
ROOT = Path(__file__).resolve().parents[2]
CASES: List[Json] = json.loads((ROOT / "tests/data/oracle/priced_visits.json").read_text(encoding="utf-8"))["cases"]
KINDS = {
    "saturday": "saturday",
    "sunday": "sunday",
    "publicHoliday": "public_holiday",
    "firstOfJanuary": "first_of_january",
    "firstOfMay": "first_of_may",
    "twentyFifthOfDecember": "christmas",
    "evening": "evening",
    "custom": "custom",
}
DAYS = (*WEEKDAYS, "HOLIDAY")
NEAR = Fraction(1, 10**15)


def surcharges_of(given: Json) -> Json:
    found: Json = {"percent": {ours: given[theirs] for theirs, ours in KINDS.items()}}
    for kind in ("evening", "custom"):
        if given[f"{kind}StartTime"] and given[f"{kind}EndTime"]:
            found[f"{kind}_window"] = {"from": given[f"{kind}StartTime"], "to": given[f"{kind}EndTime"]}
    return found


def rules_of(case: Json) -> Json:
    funding = case["funding"]
    funder: Json = {"funder": "F1", "days": [DAYS[day] for day in funding["careDays"]] if funding else []}
    if funding and funding["nature"] == "fixed":
        funder.update(nature="fixed", volume={"euros": funding["amount"], "period": "grant"})
    elif funding:
        funder["volume"] = {"minutes": str(Fraction(str(funding["careHours"])) * 60)}
    money: Json = {"per_funder": [funder], "cancelled": {"bill_to": "beneficiary"}}
    if case["surcharge"]:
        money["surcharges"] = surcharges_of(case["surcharge"])
    # Visits of one beneficiary may overlap there.
    return {"pentecost_monday": False, "stamps": {"conflict": {"same_beneficiary": "allow"}}, "funding": money}


def billed(case: Json) -> List[Tuple[Fraction, Fraction]]:
    """By visit, the funder's share and the rest, before any rounding."""
    spec: Json = {"tariff": str(case["unitRate"]), "hours": 9999}
    funding = case["funding"]
    if funding and funding["nature"] == "hourly":
        spec.update(tariff=str(funding["unitRate"]), price=str(case["unitRate"]), participation=str(funding["participationRatePercent"]))
    lines = [oracle_test.order_line(1, spec)]
    messages: List[Message] = []
    for index, event in enumerate(case["events"]):
        start = datetime.fromisoformat(event["start"]).replace(tzinfo=None)
        messages.append(replace(oracle_test.message(f"V{index:04d}", start, event["minutes"]), caregiver=f"C{index}"))
    gone = [{"delivery_id": m.id} for m, event in zip(messages, case["events"]) if event["cancelled"]]
    inputs = Inputs(lines, messages, {"cancellations": gone})
    prepared = Preparation(inputs, lines, oracle_test.book(rules_of(case)), "2026-12").run()
    found = {message.id: (Fraction(0), Fraction(0)) for message in messages}
    for line in Billing(OrderBook(lines), prepared, "2026-12").run().lines.values():
        for name, sums in line.visits.items():
            share = sum(sums.shares.values(), Fraction(0))
            found[name] = (found[name][0] + share, found[name][1] + sums.amount - share)
    return [found[message.id] for message in messages]


class PricedVisits(unittest.TestCase):
    def test_another_product_comes_to_the_same(self) -> None:
        visits = same = 0
        for case in CASES:
            funding = case["funding"]
            above = funding and funding["nature"] == "hourly" and funding["unitRate"] > case["unitRate"]
            for event, (share, rest) in zip(case["events"], billed(case)):
                payer, customer = Fraction(event["thirdPartyPayerPrice"]), Fraction(event["customerPrice"])
                self.assertLess(abs(share + rest - payer - customer), NEAR, (case["id"], event["start"]))
                visits += 1
                if abs(share - payer) < NEAR:
                    same += 1
                    continue
                self.assertTrue(above, (case["id"], event["start"]))
                ratio = Fraction(str(case["unitRate"])) / Fraction(str(funding["unitRate"]))
                self.assertLess(abs(share - payer * ratio), NEAR, (case["id"], event["start"]))
        self.assertEqual((visits, same), (969, 944))


if __name__ == "__main__":
    unittest.main()
