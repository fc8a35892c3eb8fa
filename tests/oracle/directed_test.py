#!/usr/bin/env python3
"""Small months about what random ones do not ask: conflicts of one beneficiary, codes whose meaning changes with the date
of issue and the producer, delays of corrections, VAT on top, rates by caregiver, a line refused and sent again.
"""

from __future__ import annotations

import unittest

from directed import CREATED, FIRST, ORDER, SECOND, DirectedCase, Json, april, march, visit

OTHER = {"number": "O2", "provider": "SAAD02", **ORDER}


class Directed(DirectedCase):
    def test_two_caregivers_at_one_beneficiarys(self) -> None:
        for policy in ("reject", "flag", "allow", "allow_if_double"):
            with self.subTest(policy):
                rules = {"stamps": {"conflict": {"same_beneficiary": policy}}}
                bill = self.both([march(FIRST, SECOND)], rules)[0]
                wanted = ["BENEFICIARY_CONFLICT"] if policy == "reject" else []
                self.assertEqual([entry["reason"] for entry in bill["unbilled"]], wanted)
        rules = {"stamps": {"conflict": {"same_beneficiary": "reject"}}}
        of_two = march(FIRST, {**SECOND, "line": "O2-1"}, orders=[ORDER, OTHER])
        self.assertEqual(len(self.both([of_two], rules)[0]["unbilled"]), 1)

    def test_a_code_means_what_it_meant_on_the_day_of_issue(self) -> None:
        old = {"": "STAMPED", "CO2": "CREATED", "CRE": "BOTH_CORRECTED"}
        new = {"": "STAMPED", "CO2": "BOTH_CORRECTED", "CRE": "CREATED"}
        own = {"": "STAMPED", "CO2": "STAMPED", "CRE": "CREATED"}
        code_map = [
            {"producer": None, "issued_from": None, "issued_to": "2026-03-15", "map": old},
            {"producer": None, "issued_from": "2026-03-16", "issued_to": None, "map": new},
            {"producer": "SAAD01", "issued_from": "2026-03-20", "issued_to": None, "map": own},
        ]
        visits = [visit(f"V{day}", f"2026-03-{day:02d}", code="CO2") for day in (3, 17, 21)]
        visits += [visit("V22", "2026-03-22", code="CO2", issued="2026-03-14T08:00"), visit("V4", "2026-03-04")]
        correction = {"penalty": "reduction", "threshold_pct": "5", "k": "1", "unit": "by_stamp"}
        self.both([march(*visits)], {"stamps": {"code_map": code_map}, "correction": correction})

    def test_a_correction_that_comes_too_late_is_not_taken(self) -> None:
        told = march(visit("V1", "2026-03-03"), visit("V2", "2026-03-04"))
        for code in ("COA", "MDT", "SUP"):
            with self.subTest(code):
                in_time = visit("V1", "2026-03-03", end="09:30", code=code, issued="2026-04-02T23:00")
                late = visit("V2", "2026-03-04", end="09:30", code=code, issued="2026-04-04T00:30")
                self.both([told, april(in_time, late)], {"invoicing": {"correction_deadline_days": 30}})

    def test_vat_on_top_for_funder_and_beneficiary(self) -> None:
        self.both([march(FIRST, SECOND)], {"invoicing": {"prices_include_tax": False, "vat_pct": "20"}})
        self.both([march(FIRST, SECOND)], {"invoicing": {"prices_include_tax": True, "vat_pct": "5.5"}})

    def test_rates_by_caregiver(self) -> None:
        correction = {"penalty": "reduction", "threshold_pct": "5", "k": "1", "scope": "worker_month"}
        self.both([march(FIRST, SECOND, CREATED)], {"correction": correction})

    def test_a_line_that_is_refused_is_credited_and_comes_again(self) -> None:
        refusal = {"rejections": [{"invoice_id": "FACT-SAAD01-0326-00001", "line_id": "1", "reason": "refused"}]}
        may = {**april(visit("V1", "2026-03-03", issued="2026-05-05T08:00")), "month": "2026-05"}
        june = {**april(circumstances=refusal), "month": "2026-06"}
        told = march(visit("V1", "2026-03-03"), visit("V2", "2026-03-04"))
        bills = self.both([told, april(visit("A1", "2026-04-03"), circumstances=refusal), may, june], {})
        self.assertEqual([len(bill["invoices"]) for bill in bills], [1, 2, 1, 0])

    def test_what_is_sent_again_with_the_refusal_is_billed_by_the_next_run(self) -> None:
        refusal = {"rejections": [{"invoice_id": "FACT-SAAD01-0326-00001", "reason": "refused"}]}
        told = march(visit("V1", "2026-03-03"), visit("V2", "2026-03-04"))
        again = april(visit("V1", "2026-03-03", issued="2026-04-20T08:00"), circumstances=refusal)
        bills = self.both([told, again, {**april(), "month": "2026-05"}, {**april(), "month": "2026-06"}], {})
        self.assertEqual([[i["type"] for i in b["invoices"]] for b in bills], [["main"], ["credit_note"], ["complementary"], []])

    def test_an_average_counts_the_billed_month(self) -> None:
        advance = {"enabled": True, "pct": "33", "base": "avg_months", "base_months": 2}
        bills = self.both([march(visit("V1", "2026-03-03")), april(visit("A1", "2026-04-03"))], {"invoicing": {"advance": advance}})
        self.assertEqual([len(bill["advances"]) for bill in bills], [1, 1])

    def test_a_cap_in_percent_is_of_the_plan_less_what_an_advance_repaid(self) -> None:
        carry = {"enabled": True, "horizon_periods": 5, "order": "own_then_oldest"}
        carry.update({"may_exceed_ceiling": True, "cap_pct": "50"})
        rules = {"smoothing": {"carry": carry, "advance": {"enabled": True, "cap_min": 60}}}
        plan = {**ORDER, "hours": "4"}
        months = {"2026-03": [180, 120], "2026-04": [], "2026-05": [240, 210]}  # 5 h, nothing, 7 h 30

        def made(month: str) -> Json:
            visits = []
            for index, length in enumerate(months[month], 3):
                end = f"{9 + length // 60:02d}:{length % 60:02d}"
                visits.append(visit(f"V{month}-{index}", f"{month}-{index:02d}", end=end))
            return {"month": month, "orders": [plan], "visits": visits}

        bills = self.both([made(month) for month in months], rules)
        rows = {row["month"]: row for bill in bills for row in bill["smoothing"]}
        self.assertEqual(rows["2026-03"]["advance"], 3600)
        self.assertEqual(rows["2026-05"]["carried"], 5400)  # half of the 3 h that April had left, not of 4 h

    def test_a_cap_on_extra_minutes_goes_on_over_an_order_that_supersedes_another(self) -> None:
        rules = {"extra_minutes": {"allowed": True, "code": "MDT", "bearer": "funder", "monthly_cap_min": 20}}
        line = {**ORDER, "lines": [{**ORDER, "line": "L1"}]}
        orders = [{**line, "until": "2026-03-15"}, {**line, "number": "O2", "from": "2026-03-16", "previous": "O1"}]
        visits = [visit("V1", "2026-03-03", code="MDT", line="L1"), visit("V2", "2026-03-20", code="MDT", line="L1")]
        extra = [{"delivery_id": each["id"], "minutes": 15, "reason": "R", "author": "A"} for each in visits]
        bill = self.both([march(*visits, orders=orders, circumstances={"extra_minutes": extra})], rules)[0]
        seconds = sum(int(line["billed_seconds"]) for invoice in bill["invoices"] for line in invoice["lines"])
        self.assertEqual(seconds, 2 * 3600 + 20 * 60)

    def test_of_two_reasons_the_first_of_the_reference_is_named(self) -> None:
        declared = visit("V1", "2026-03-03", stamped=[None, None])
        rules = {"duration": {"source": "planned"}, "declarative": {"mode": "per_visit", "proof_required": True}}
        neither = self.both([march(declared)], rules)[0]["unbilled"]
        planned = self.both([march({**declared, "planned": declared["retained"]})], rules)[0]["unbilled"]
        told = [[row["reason"] for row in rows] for rows in (neither, planned)]
        self.assertEqual(told, [["PLANNED_TIME_MISSING"], ["PROOF_MISSING"]])

    def test_where_sentences_of_the_reference_do_not_hold_as_they_stand(self) -> None:
        """docs/oracle.md, "The reference itself": both programs go the same other way."""
        day = "2026-03-03"
        whole = [f"{day}T09:00", f"{day}T10:00"]
        stamped = {"planned": whole, "stamped": [f"{day}T08:56:40", f"{day}T10:06:20"]}
        guard = {"rounding": {"object": "duration", "step_min": 15, "guard": "real_lt_planned"}}
        for settings in (guard, {"snap_to_planned": {"over_min": 5}}):  # 2b
            for precision, seconds in (("keep_seconds", 4180), ("trunc_minute", 4200)):
                rules = {"stamps": {"precision": precision}, "duration": {"source": "stamped", **settings}}
                bill = self.both([march(visit("V1", day, **stamped))], rules)[0]
                self.assertEqual(int(bill["invoices"][0]["lines"][0]["billed_seconds"]), seconds)
        last = self.both([march(visit("V1", "2026-03-31"), orders=[{**ORDER, "until": "2026-03-31"}])], {})[0]
        self.assertEqual(len(last["invoices"]), 1)  # 2d
        gone = march(visit("V1", day), circumstances={"cancellations": [{"delivery_id": "V1"}]})
        billed = [self.both([gone], {"funding": {"cancelled": {"bill_to": who}}})[0] for who in ("none", "funder")]
        self.assertEqual([len(bill["invoices"]) for bill in billed], [0, 1])  # d10
        visits = [visit(f"V{n}", f"2026-03-{n:02d}") for n in (2, 3, 4)]
        crossing = {"smoothing": {"split_at_ceiling": False, "crossing": "in"}}
        row = self.both([march(*visits, orders=[{**ORDER, "hours": "2.5"}])], crossing)[0]["smoothing"][0]
        self.assertEqual((row["own"], row["plan_seconds"]), (3 * 3600, 9000))  # I7, I9
        counted = {"incompatible": {"status": True, "in_rates": True, "decision_ref": "D1", "duration_source": "declared"}}
        rate = self.both([march(CREATED, visit("V2", day))], counted)[0]["correction_rate"]["total"]
        self.assertEqual(rate["rate_pct"], "50.00")  # I11
        bare = visit("V1", day, planned=whole, stamped=[None, None])
        raw = visit("V1", day, stamped=[f"{day}T09:20", f"{day}T10:00"], code="HOR", issued=f"{day}T23:59:30")
        rules = {"stamps": {"tolerance_min": {"start_late": 5}, "outside_tolerance": "reject"}}
        told = [self.both([march(*known)], rules)[0]["unbilled"] for known in ([bare], [bare, raw])]
        self.assertEqual([[row["reason"] for row in rows] for rows in told], [[], ["OUTSIDE_TOLERANCE"]])  # I14
        rules = {"invoicing": {"time_bar_months": 1}}
        june = {**april(), "month": "2026-06"}
        runs = ([march(visit("V1", day)), june], [{**june, "visits": [visit("V1", day)]}])
        documents = [sum(len(bill["invoices"]) for bill in self.both(list(each), rules)) for each in runs]
        self.assertEqual(documents, [1, 0])  # I15


if __name__ == "__main__":
    unittest.main()
