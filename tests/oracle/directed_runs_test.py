#!/usr/bin/env python3
"""Small months about what one run of random months cannot ask: VAT of differences, what waits and its penalty, time bars,
refusals of one funder, visits over two months, numbers, vouchers, raw stamps, outages, doubles that are rounded.
"""

from __future__ import annotations

import unittest
from typing import List, Tuple

from directed import CREATED, FIRST, ORDER, DirectedCase, Json, april, march, visit

DAY = "2026-03-03"
PENALTY = {"penalty": "reduction", "threshold_pct": "5", "k": "1"}
NO_COMPLEMENTARY = {"complementary": {"enabled": False}}


def month(of: str, *visits: Json, **more: Json) -> Json:
    return {**april(*visits, **more), "month": of}


def documents(bill: Json) -> List[Tuple[str, ...]]:
    return [(invoice["type"], invoice["month"], invoice["due"]) for invoice in bill["invoices"]]


class Runs(DirectedCase):
    def test_vat_of_credit_notes_and_of_penalties_given_back(self) -> None:
        told = march(FIRST, CREATED, visit("V2", "2026-03-04", end="10:11"))
        shorter = visit("V2", "2026-03-04", end="09:23", issued="2026-04-05T08:00", code="COD")
        stamped = visit("V9", "2026-03-09", caregiver="C2", issued="2026-04-05T08:00")
        late = visit("L1", "2026-03-12", end="09:41", issued="2026-04-05T09:00")
        for included, back in ((True, "19.15"), (False, "20.20")):
            vat = {"invoicing": {"prices_include_tax": included, "vat_pct": "5.5"}}
            changed = april(shorter, late, visit("A1", "2026-04-02", end="09:37"))
            credit = self.both([told, changed], vat)[1]["invoices"][0]
            self.assertEqual((credit["type"], credit["total"]), ("credit_note", "2.48"))
            rules = {**vat, "correction": PENALTY}
            self.assertEqual(documents(self.both([told, april(stamped)], rules)[1]), [("complementary", "2026-03", back)])

    def test_what_waits_waits_with_its_penalty(self) -> None:
        told = march(visit("V1", DAY), visit("V2", "2026-03-04"), CREATED)
        created = {"code": "CRE", "stamped": [None, None], "issued": "2026-04-05T09:00"}
        may = month("2026-05", visit("M1", "2026-05-04"))
        withdrawn = {"code": "SUP", "issued": "2026-04-05T08:00"}
        credits = {"credit_note": "negative_line"}
        for change, invoicing, waits, at_last in (
            (visit("L1", "2026-03-12", **created), NO_COMPLEMENTARY, "1.06", "22.29"),
            (visit("V9", "2026-03-09", caregiver="C2", **withdrawn), credits, "-3.19", "18.04"),
            (visit("V1", DAY, **withdrawn), credits, "-22.30", "21.23"),
            (visit("V9", "2026-03-09", caregiver="C2", issued="2026-04-05T08:00"), NO_COMPLEMENTARY, "18.05", "39.28"),
        ):
            rules = {"correction": PENALTY, "invoicing": invoicing}
            bills = self.both([told, april(change), may], rules)
            self.assertEqual((bills[1]["invoices"], [row["amount"] for row in bills[1]["held"]]), ([], [waits]))
            self.assertEqual([invoice["due"] for invoice in bills[2]["invoices"]], [at_last])

    def test_what_only_waits_was_not_billed_when_the_time_bar_falls(self) -> None:
        rules = {"invoicing": {**NO_COMPLEMENTARY, "time_bar_months": 3}}
        late = visit("L1", "2026-03-12", issued="2026-04-05T09:00")
        for percent, barred in ((None, ["TIME_BARRED"]), ("13.6192", [])):  # with a participation its part was asked for
            orders = [{**ORDER, "percent": percent}]
            runs = [march(visit("V1", DAY)), april(late), month("2026-06"), month("2026-07", visit("J1", "2026-07-04"))]
            bills = self.both([{**run, "orders": orders} for run in runs], rules)
            self.assertEqual(len(bills[1]["held"]), 1)
            self.assertEqual([row["reason"] for row in bills[3]["unbilled"]], barred)

    def test_a_line_that_one_funder_refuses_takes_the_visit_back_from_all(self) -> None:
        line = {**ORDER, "percent": None}
        orders = [{**ORDER, "lines": [{**line, "hours": "1"}, {**line, "payer": "MUT99", "tariff": "20.00"}]}]
        told = visit("V1", DAY, end="11:00")
        for number in ("FACT-SAAD01-0326-00001", "FACT-SAAD01-0326-00002"):
            refused = {"rejections": [{"invoice_id": number, "line_id": "1", "reason": "refused"}]}
            again = month("2026-05", {**told, "issued": "2026-05-02T08:00"}, orders=orders)
            bills = self.both([march(told, orders=orders), april(orders=orders, circumstances=refused), again], {})
            kinds = [[invoice["type"] for invoice in bill["invoices"]] for bill in bills]
            self.assertEqual(kinds, [["main"] * 2, ["credit_note"] * 2, ["complementary"] * 2])

    def test_a_visit_over_two_months_is_judged_once_and_whole(self) -> None:
        night = visit("N1", "2026-03-31", code="CRE", stamped=[None, None])
        night["retained"] = ["2026-03-31T22:00", "2026-04-01T06:00"]
        for attribution in ("split_midnight", "split_boundaries"):
            rules = {"attribution": attribution, "correction": PENALTY}
            bills = self.both([march(visit("V1", DAY), night), april(visit("A1", "2026-04-09"))], rules)
            # 45 % of 63.70 in March; of the 127.40 in April as well, at the rate of March.
            self.assertEqual(documents(bills[0]), [("main", "2026-03", "35.03")])
            wanted = [("credit_note", "2026-03", "57.32"), ("main", "2026-04", "148.63")]
            self.assertEqual(documents(bills[1]), wanted)
            short = [{**ORDER, "hours": "1"}]  # used up in March before the night: its first part on an invoice is April's
            runs = [march(visit("V1", DAY), night, orders=short), april(visit("A1", "2026-04-09"), orders=short)]
            bills = self.both(runs, rules)
            self.assertEqual([bill["correction_rate"]["total"]["interventions"] for bill in bills], [1, 1])

    def test_numbers_go_by_month_funder_and_kind(self) -> None:
        orders = [{**ORDER, "lines": [{**ORDER, "hours": "1"}, {**ORDER, "payer": "MUT99"}]}]
        told = march(visit("V1", DAY, end="11:00"), orders=orders)
        late = visit("L1", "2026-03-12", issued="2026-04-05T09:00")
        first = visit("F1", "2026-02-12", issued="2026-04-05T09:00")  # a month that had no invoice
        bill = self.both([told, april(visit("A1", "2026-04-02", end="11:00"), late, first, orders=orders)], {})[1]
        shown = [(i["id"][-5:], i["type"], i["month"], i["funder"]) for i in bill["invoices"]]
        wanted = [("00001", "main", "2026-02", "CD99"), ("00002", "complementary", "2026-03", "MUT99")]
        wanted += [("00003", "main", "2026-04", "CD99"), ("00004", "main", "2026-04", "MUT99")]
        self.assertEqual(shown, wanted)

    def test_vouchers_hold_the_share_and_the_participation(self) -> None:
        sunday = visit("V1", "2026-03-08", end="11:00")
        dear = [{**ORDER, "percent": "20", "price": "26.00"}]
        cesu = {"payment_channel": "cesu_prefinance"}
        for funding in (
            {"surcharges": {"percent": {"sunday": 25}}},
            {"price_over_tariff": "provider"},
            {"surcharges": {"percent": {"sunday": 25}}, "price_over_tariff": "provider"},
        ):
            payments = self.both([march(sunday, orders=dear)], {"funding": {**cesu, **funding}})[0]["payments"]
            self.assertEqual([(row["amount"], row["face_value"]) for row in payments], [("39.33", "49.16")])
        fixed = {"funder": "FIX99", "nature": "fixed", "volume": {"euros": "10.00"}}
        funding = {**cesu, "order": ["CD99", "FIX99"], "per_funder": [fixed]}
        runs = [march(sunday, orders=[{**ORDER, "hours": "1"}]), april({**sunday, "code": "SUP", "issued": "2026-04-05T08:00"})]
        bills = self.both(runs, {"funding": funding})
        values = [[(r["funder"], r["amount"], r["face_value"]) for r in bill["payments"]] for bill in bills]
        self.assertEqual(values[0], [("CD99", "21.23", "21.23"), ("FIX99", "10.00", "10.00")])
        self.assertEqual(values[1], [("CD99", "-21.23", "-21.23"), ("FIX99", "-10.00", "-10.00")])

    def test_raw_stamps_beside_those_of_the_visit(self) -> None:
        apart = [("08:55", "10:04"), ("08:59", "10:01"), (None, "10:30"), ("08:30", None), ("09:05", "09:55")]
        own = ([f"{DAY}T09:00", f"{DAY}T10:00"], [f"{DAY}T09:00", None], [None, None])
        for window in (0, 60, 600):
            rules = {"duration": {"source": "stamped"}, "stamps": {"dedupe_seconds": window}}
            rules["correction"] = {"classify_by": "evidence"}
            for begin, end in apart:
                stamps = [begin and f"{DAY}T{begin}", end and f"{DAY}T{end}"]
                raw = visit("V1", DAY, stamped=stamps, code="HOR", issued=f"{DAY}T23:59:30")
                for stamped in own:
                    with self.subTest(f"{window} s, {stamped}, {stamps}"):
                        self.both([march(visit("V1", DAY, stamped=stamped), raw)], rules)

    def test_an_outage_of_one_means_is_not_that_of_visits_that_name_others(self) -> None:
        for means, stamped, method, counted in (
            (None, [None, None], "BDG", 1),
            ("IVR", [None, None], "BDG", 1),  # names none: it may have lacked this one
            ("IVR", [f"{DAY}T09:00", None], "IVR", 1),
            ("IVR", [f"{DAY}T09:00", None], "BDG", 2),
            ("BADGE", [f"{DAY}T09:00", None], "BDG", 1),
            ("IVR", [f"{DAY}T09:00", f"{DAY}T10:00"], "IVR", 2),
        ):
            out = {"provider": "SAAD01", "from": f"{DAY}T08:00:00", "to": f"{DAY}T12:00:00"}
            facts = {"outages": [{**out, "method": means} if means else out]}
            lacking = visit("V1", DAY, stamped=stamped, method=method)
            bill = self.both([march(lacking, visit("V2", "2026-03-05"), circumstances=facts)], {})[0]
            self.assertEqual(bill["correction_rate"]["total"]["interventions"], counted, (means, stamped, method))

    def test_the_excess_of_a_pool_is_what_no_hourly_funder_takes(self) -> None:
        orders = [{**ORDER, "hours": "1", "percent": None}]
        visits = [visit("V1", DAY), visit("V2", "2026-03-04")]
        for order, euros, own, excess in (
            (["CD99", "FIX99"], "100.00", 3600, 3600),
            (["FIX99", "CD99"], "24.58", 3600, 3600),
            (["FIX99", "CD99"], "100.00", 0, 7200),
        ):
            fixed = {"funder": "FIX99", "nature": "fixed", "volume": {"euros": euros}}
            bill = self.both([march(*visits, orders=orders)], {"funding": {"order": order, "per_funder": [fixed]}})[0]
            row = bill["smoothing"][0]
            self.assertEqual((row["used"], row["own"], row["excess"]), (7200, own, excess), (order, euros))

    def test_two_caregivers_share_a_slot_on_the_clock_whatever_is_rounded(self) -> None:
        first, second = ("09:00", "10:07"), ("09:12", "10:19")  # 55 of the second's 67 min are shared
        every = {"object": "duration", "step_min": 15, "mode": "up"}
        for source, rounding, length in (
            ("retained", every, 75),
            ("retained", {**every, "scope": "day"}, 68),
            ("stamped", {**every, "scope": "day"}, 68),
            ("retained", {**every, "mode": "down", "scope": "day"}, 53),
        ):
            rules = {"duration": {"source": source, "rounding": rounding}}
            rules["double_visit"] = {"allowed": True, "pay_factor": 1}
            bill = self.both([march(visit("V1", DAY, *first), visit("V2", DAY, *second, caregiver="C2"))], rules)[0]
            free = [line["billed_seconds"] for line in bill["invoices"][0]["lines"] if line["gross"] == "0.00"]
            self.assertEqual([round(float(text)) for text in free], [round(length * 60 * 55 / 67)], (source, rounding))
        for hours in ("0.5", "0.75", "1", "1.25"):  # what the plan paid of the slot it pays of both
            rules = {"duration": {"rounding": every}, "double_visit": {"allowed": True, "plan_factor": 1}}
            orders = [{**ORDER, "hours": hours}]
            self.both([march(visit("V1", DAY, *first), visit("V2", DAY, *second, caregiver="C2"), orders=orders)], rules)

    def test_the_own_entry_of_a_producer_counts_whole(self) -> None:
        every = {"producer": None, "issued_from": None, "issued_to": None}
        all_codes = {**every, "map": {"": "STAMPED", "CO2": "BOTH_CORRECTED", "CRE": "DECLARATIVE"}}
        own = {**every, "producer": "SAAD01", "map": {"": "STAMPED", "CRE": "DECLARATIVE"}}
        visits = [visit("V1", DAY), visit("V2", "2026-03-04", code="CO2"), visit("V3", "2026-03-05", code="CRE")]
        for maps, mode, wanted in (
            ([all_codes], "per_visit", []),
            ([all_codes], "none", ["NOT_APPROVED"]),
            ([all_codes], "monthly", ["RULE_CONFLICT"]),
            ([all_codes, own], "per_visit", ["UNKNOWN_CODE"]),
        ):
            rules = {"stamps": {"code_map": maps}, "declarative": {"mode": mode}}
            bill = self.both([march(*visits)], rules)[0]
            self.assertEqual([row["reason"] for row in bill["unbilled"]], wanted, mode)


if __name__ == "__main__":
    unittest.main()
