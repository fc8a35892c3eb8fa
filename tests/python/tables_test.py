"""Tables of messages: the values of the messages, as pyarrow, polars, DuckDB and pandas take them, batch by batch."""

import datetime
import gc
import unittest

import duckdb
import polars
import pyarrow
from support import SAMPLE, month

import esppadom


def seconds(start, end):
    return int((end - start).total_seconds()) if start and end else None


class TableTest(unittest.TestCase):
    def test_visits_hold_what_the_messages_hold(self):
        table = pyarrow.table(esppadom.read_table(SAMPLE))
        table.validate(full=True)
        rows = table.to_pylist()
        messages = list(esppadom.read(SAMPLE))
        self.assertEqual(len(rows), len(messages))
        for row, one in zip(rows, messages):
            line = one.lines[0]
            self.assertEqual(row["delivery_id"], one.delivery_id)
            self.assertEqual(row["provider"], one.provider.id)
            self.assertEqual(row["beneficiary"], one.beneficiary.id)
            self.assertEqual(row["correction_code"] or "", one.correction)
            self.assertEqual(row["service"] or "", line.service.code)
            self.assertEqual(row["retained_start"], one.retained_period.start)
            self.assertEqual(row["is_deleted"], one.is_deleted)
            self.assertEqual(row["lines"], len(one.lines))
            self.assertEqual(row["billed_seconds"], one.get("lines[0].billed_seconds"))
            arrival = one.stamps.arrival.certified_at if one.stamps and one.stamps.arrival else None
            self.assertEqual(row["arrival"], arrival)

    def test_types_are_exact(self):
        schema = pyarrow.table(esppadom.read_table(SAMPLE)).schema
        self.assertEqual(schema.field("retained_start").type, pyarrow.timestamp("s"))
        self.assertEqual(schema.field("billed_seconds").type, pyarrow.int64())
        self.assertEqual(schema.field("provider").type, pyarrow.dictionary(pyarrow.int32(), pyarrow.string()))
        self.assertEqual(schema.field("billed_seconds").metadata[b"unit"], b"s")
        shares = pyarrow.schema(esppadom.read_table([], "shares"))
        self.assertEqual(shares.field("funder_share").type, pyarrow.int64())
        self.assertEqual(shares.field("funder_share").metadata[b"unit"], "c€".encode())
        self.assertFalse(any(pyarrow.types.is_floating(field.type) for field in [*schema, *shares]))

    def test_time_passes_as_it_does_at_the_clock_change(self):
        visit = next(iter(esppadom.read(SAMPLE)))
        visit.retained_period.start = datetime.datetime(2026, 10, 24, 23)
        visit.retained_period.end = datetime.datetime(2026, 10, 25, 7)
        self.assertEqual(esppadom.read_table([visit]).to_dict()["retained_seconds"], [9 * 3600])

    def test_every_software_takes_every_table_in_any_batches(self):
        invoices = month_bill().invoices
        for rows, source in (("visits", SAMPLE), ("stamps", SAMPLE), ("lines", SAMPLE), ("shares", invoices)):
            whole = pyarrow.table(esppadom.read_table(source, rows)).to_pylist()
            self.assertTrue(whole)
            for batch in (1, 7, 1000):
                with self.subTest(rows=rows, batch=batch):
                    table = columns = esppadom.read_table(source, rows, batch_rows=batch)
                    self.assertTrue(columns.columns)
                    taken = pyarrow.table(table)
                    taken.validate(full=True)
                    self.assertEqual(taken.to_pylist(), whole)
                    self.assertEqual(polars.DataFrame(table).to_dicts(), whole)
                    self.assertEqual(duckdb.sql("from columns").to_arrow_table().to_pylist(), whole)
                    self.assertEqual(len(taken.to_pandas()), len(whole))
                    lists = table.to_dict()
                    self.assertEqual([dict(zip(lists, values)) for values in zip(*lists.values())], whole)

    def test_shares_add_up_to_the_invoices(self):
        invoices = month_bill().invoices
        lists = esppadom.read_table(invoices, "shares").to_dict()
        signed = sum(share * sign for share, sign in zip(lists["funder_share"], lists["sign"]))
        self.assertEqual(signed, sum(one.line_total.value * 100 * one.sign for one in invoices))
        self.assertEqual(len(lists["line_id"]), sum(len(one.lines) for one in invoices))

    def test_rates_from_columns_agree_with_the_library(self):
        table = polars.DataFrame(esppadom.read_table(SAMPLE))
        corrected = table.filter(polars.col("correction_code").is_in(["COA", "COD", "CO2", "CRE"])).height
        self.assertEqual(corrected, esppadom.correction_rate(SAMPLE).data["total"]["corrected"])

    def test_a_stream_may_be_dropped_or_outlive_its_table(self):
        table = esppadom.read_table(SAMPLE, batch_rows=10)
        table.__arrow_c_stream__()
        reader = pyarrow.RecordBatchReader.from_stream(table)
        first = reader.read_next_batch()
        del table
        gc.collect()
        column = first.column("beneficiary")
        rest = sum(batch.num_rows for batch in reader)
        del reader, first
        gc.collect()
        self.assertEqual((len(column.to_pylist()), rest), (10, 62))

    def test_findings_and_columns_are_told(self):
        broken = SAMPLE.read_bytes().replace(b"StartDateTime>20", b"StartDateTime>xx", 1)
        table = esppadom.read_table(broken, name="upload")
        table.to_dict()
        self.assertEqual(table.findings[0].file, "upload")
        self.assertEqual(set(table.columns[0]), {"name", "type", "unit", "label"})
        self.assertTrue(all(column["label"] for column in table.columns))

    def test_bad_input_is_refused(self):
        for attempt, exception in (
            (lambda: esppadom.read_table(None), TypeError),
            (lambda: esppadom.read_table(SAMPLE, "people"), ValueError),
            (lambda: esppadom.read_table(SAMPLE, batch_rows=0), ValueError),
            (lambda: esppadom.read_table([1, 2]), TypeError),
            (lambda: esppadom.read_table([esppadom.Delivery(), 2]), TypeError),
        ):
            with self.assertRaises(exception):
                attempt()
        self.assertEqual(polars.DataFrame(esppadom.read_table(b"no message")).height, 0)


def month_bill():
    import json

    facts = json.loads((month() / "month.json").read_text(encoding="utf-8"))
    return esppadom.bill(
        orders=month() / "orders",
        deliveries=month() / "deliveries",
        rules=month() / "rules.json",
        circumstances=month() / "circumstances.json",
        month=facts["month"],
        as_of=datetime.date.fromisoformat(facts["as_of"]),
    )


if __name__ == "__main__":
    unittest.main()
