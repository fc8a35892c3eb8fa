"""What is wrong or missing in the input of oversight is a finding, and sums say what they leave out."""

import unittest

from command import ERRORS, FINE, SOURCE, CommandTest, run, write

EXAMPLE = SOURCE / "tests" / "data" / "example"
RULES = SOURCE / "examples" / "rules" / "quarter-hour.json"
ORDER = (EXAMPLE / "order.xml").read_text(encoding="utf-8")
DELIVERY = (EXAMPLE / "delivery.xml").read_text(encoding="utf-8")


class BadInput(CommandTest):
    def setUp(self):
        super().setUp()
        self.order = write(self.folder / "order.xml", ORDER)
        self.visits = write(self.folder / "delivery.xml", DELIVERY)

    def statistic(self, of, *more, orders=None):
        given = ["--orders", orders] if orders else []
        done = run("statistics", "--of", of, *given, "--deliveries", self.visits, "--rules", RULES, "--format", "json", *more)
        self.assertIn(done.code, (FINE, ERRORS), done.err)
        return done

    def invoice(self):
        out = self.folder / "out"
        done = run("bill", "--rules", RULES, "--orders", self.order, "--deliveries", self.visits, "--month", "2026-03",
                   "--as-of", "2026-04-02", "--out", out)
        self.assertEqual(done.code, FINE, done.err)
        return next((out / "invoices").iterdir())

    def reconcile(self, *more):
        return run("reconcile", "--format", "json", *more)

    def test_visits_without_order_are_left_out_of_amounts_and_counted(self):
        done = self.statistic("hours_by_provider")
        self.assertIn("ESP-BIL-003", done.codes)
        self.assertEqual([(one["reason"], one["count"]) for one in done.json["left_out"]], [("NO_ORDER_LINE", 6)])
        self.assertIsNone(done.json["rows"][0]["funder_amount"])

    def test_visits_of_somebody_nobody_ordered_for_are_left_out_too(self):
        write(self.visits, DELIVERY.replace("B-7788", "B-9999"))
        done = self.statistic("beneficiaries_by_funder", orders=self.order)
        self.assertEqual([one["count"] for one in done.json["left_out"]], [6])
        self.assertEqual([row["funder"] for row in done.json["rows"]], [""])
        done = self.reconcile("--orders", self.order, "--deliveries", self.visits, "--invoices", self.folder / "none",
                              "--rules", RULES)
        self.assertNotEqual(done.code, FINE)

    def test_months_without_visits_are_named(self):
        done = self.statistic("hours_by_provider", "--to", "2026-05", orders=self.order)
        self.assertEqual({row["period"] for row in done.json["rows"]}, {"2026-03"})
        named = [one["message"] for one in done.json["findings"] if one["code"] == "ESP-STA-001"]
        self.assertEqual(len(named), 2)
        self.assertTrue("2026-04" in named[0] and "2026-05" in named[1], named)

    def test_one_person_under_two_ids_is_counted_twice_and_told(self):
        write(self.order, ORDER)
        second = write(self.folder / "orders" / "second.xml", ORDER.replace("B-7788", "B-7789").replace("CMD-", "CMX-"))
        write(second.parent / "first.xml", ORDER)
        done = self.statistic("activity_summary", orders=second.parent)
        self.assertIn("ESP-REC-040", done.codes)

    def test_an_invoice_in_another_currency_is_in_no_sum(self):
        invoice = self.invoice()
        text = invoice.read_text(encoding="utf-8").replace('currencyID="EUR"', 'currencyID="CHF"').replace(">EUR<", ">CHF<")
        write(invoice, text)
        done = self.reconcile("--orders", self.order, "--deliveries", self.visits, "--invoices", invoice, "--rules", RULES)
        self.assertEqual(done.code, ERRORS)
        self.assertIn("ESP-REC-001", done.codes)
        self.assertEqual([(one["reason"], one["lines"]) for one in done.json["left_out"]], [("other_currency", 2)])
        self.assertEqual(done.json["total"]["stated_amount"], "0.00")

    def test_missing_orders_and_missing_visits_are_told(self):
        invoice = self.invoice()
        self.assertIn("ESP-REC-003", self.reconcile("--deliveries", self.visits, "--invoices", invoice).codes)
        without_visits = self.reconcile("--orders", self.order, "--invoices", invoice)
        self.assertTrue(without_visits.codes & {"ESP-REC-004", "ESP-REC-020"}, without_visits.codes)


if __name__ == "__main__":
    unittest.main()
