#!/usr/bin/env python3
"""Compares the command's bill.json with the oracle's, entry by entry.

    compare_bill.py BILL_JSON ORACLE_JSON [--skip order_line] [--skip excess] [--limit 40]

Prints each difference and a count; exit 0 when there is none, 1 otherwise. What is compared: lines
by (month, provider, funder, beneficiary, order line, service), each line of main invoices by
itself, invoice totals, beneficiaries' totals, smoothing rows, reasons for what is not billed, correction
rate. A credit note counts as negative, however its amounts are written.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from fractions import Fraction
from pathlib import Path
from typing import Any, Dict, Iterable, List, Set, Tuple

Json = Dict[str, Any]
Key = Tuple[str, ...]
AMOUNTS = ("billed_seconds", "gross", "funder_share", "beneficiary_share")


PERIOD = re.compile(r"\d{4}(-\d\d|-W\d\d|-Q\d|-S\d)?")


def pool_rows(rows: List[Json], names: Set[str], plans: Set[str]) -> List[Json]:
    """The rows whose pool has these names, those with the fewest others; plans tell pots of one pool apart."""
    known = [(set(re.split(r"[^A-Za-z0-9_-]+", row["pool"])) - plans, row) for row in rows]
    fitting = [(len(parts - names), row) for parts, row in known if names <= parts]
    fewest = min((extra for extra, _ in fitting), default=0)
    return [row for extra, row in fitting if extra == fewest]


def summed(rows: List[Json]) -> Json:
    """Rows of one pool as one."""
    sums = {name: sum(number(row[name]) for row in rows) for name in ("plan_seconds", "own", "carried", "excess")}
    return {**rows[0], **sums}


def number(value: Any) -> Fraction:
    """ "21.23" or 5400 or "5400" as an exact number; none as 0."""
    return Fraction(str(value)) if value is not None else Fraction(0)


def sign_of(invoice: Json) -> int:
    return -1 if invoice["type"] == "credit_note" and number(invoice["total"]) > 0 else 1


def own_lines(invoice: Json) -> List[Json]:
    """The lines of a main invoice; differences of other months on it are compared by their sums."""
    return [l for l in invoice["lines"] if invoice["type"] == "main" and l["month"] == invoice["month"]]


def shown(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else f"{float(value):.4f}"


class Comparison:
    """Collects differences; `skip` names what to leave out."""

    def __init__(self, skip: Set[str]) -> None:
        self.skip = skip
        self.differences: List[str] = []

    def say(self, what: str, key: Iterable[str], detail: str) -> None:
        self.differences.append(f"{what} {' / '.join(key)}: {detail}")

    def tables(self, what: str, bill: Dict[Key, Any], oracle: Dict[Key, Any]) -> None:
        """Two tables with the same keys and values."""
        for key in sorted(set(bill) | set(oracle)):
            if key not in bill:
                self.say(what, key, f"missing in the bill; the oracle has {oracle[key]}")
            elif key not in oracle:
                self.say(what, key, f"the oracle has none; the bill has {bill[key]}")
            elif bill[key] != oracle[key]:
                self.say(what, key, f"bill {bill[key]}, oracle {oracle[key]}")

    def key_of(self, invoice: Json, line: Json) -> Key:
        order_line = "" if "order_line" in self.skip else line["order_line"]
        place = (line["month"], invoice["provider"], invoice["funder"])
        return (*place, line["beneficiary"], order_line, line["service"])

    def groups(self, result: Json) -> Dict[Key, Dict[str, str]]:
        """Signed sums of the lines of each group; groups that come to nothing are left out."""
        sums: Dict[Key, List[Fraction]] = {}
        for invoice in result["invoices"]:
            sign = sign_of(invoice)
            for line in invoice["lines"]:
                total = sums.setdefault(self.key_of(invoice, line), [Fraction(0)] * len(AMOUNTS))
                for index, name in enumerate(AMOUNTS):
                    if name not in self.skip:
                        total[index] += sign * number(line[name])
        return {
            key: {name: shown(value) for name, value in zip(AMOUNTS, values)}
            for key, values in sums.items()
            if any(values)
        }

    def deliveries(self, result: Json) -> Dict[Key, List[str]]:
        """The visits of each group on main invoices."""
        found: Dict[Key, Set[str]] = {}
        for invoice in result["invoices"]:
            for line in own_lines(invoice):
                found.setdefault(self.key_of(invoice, line), set()).update(line["deliveries"])
        return {key: sorted(ids) for key, ids in found.items()}

    def lines(self, result: Json) -> Dict[Key, List[Tuple[str, ...]]]:
        """The lines of each group on main invoices, each with its amounts."""
        found: Dict[Key, List[Tuple[str, ...]]] = {}
        for invoice in result["invoices"]:
            for line in own_lines(invoice):
                names = [name for name in AMOUNTS if name not in self.skip]
                amounts = tuple(shown(number(line[name])) for name in names)
                found.setdefault(self.key_of(invoice, line), []).append(amounts)
        return {key: sorted(lines) for key, lines in found.items()}

    def totals(self, result: Json) -> Dict[Key, str]:
        """What each funder pays to each provider for each month."""
        sums: Dict[Key, Fraction] = {}
        for invoice in result["invoices"]:
            key = (invoice["month"], invoice["provider"], invoice["funder"])
            amount = sign_of(invoice) * number(invoice["total"])
            sums[key] = sums.get(key, Fraction(0)) + amount
        return {key: shown(value) for key, value in sums.items() if value}

    def owed(self, result: Json) -> Dict[Key, str]:
        """What each beneficiary owes each provider for each month."""
        sums: Dict[Key, Fraction] = {}
        for entry in result["beneficiary_invoices"]:
            key = (entry["beneficiary"], entry["provider"], entry["month"])
            sums[key] = sums.get(key, Fraction(0)) + number(entry["total"])
        return {key: shown(value) for key, value in sums.items() if value}

    def smoothing(self, bill: Json, oracle: Json) -> None:
        """Rows meet when the parts of their pools' names do; those with euros are left out."""
        rows: Dict[Tuple[str, str], List[Json]] = {}
        for row in bill["smoothing"]:
            period = row.get("period") or row["month"]
            period = period if PERIOD.fullmatch(period) else "grant"
            rows.setdefault((row["beneficiary"], period), []).append(row)
        for wanted in oracle["smoothing"]:
            key = (wanted["beneficiary"], wanted["month"], wanted["pool"])
            names = set(wanted["pool"].split("/"))
            found = pool_rows(rows.get((key[0], key[1]), []), names, set(wanted["plans"]))
            if key[1] == "grant" and found:
                found = [summed(found)]  # one row for each grant
            if len(found) != 1:
                if any(wanted[name] for name in ("own", "carried", "excess")):
                    self.say("smoothing", key, f"{len(found)} rows in the bill")
                continue
            if found[0].get("euros") is None:
                self.row(key, found[0], wanted)

    def row(self, key: Key, found: Json, wanted: Json) -> None:
        """One pool and period."""
        for name in ("plan_seconds", "own", "carried", "excess"):
            if name not in self.skip and number(found[name]) != wanted[name]:
                self.say("smoothing", key, f"{name}: bill {found[name]}, oracle {wanted[name]}")
        lots = {lot["month"]: lot["seconds"] for lot in wanted["lots"]}
        theirs = {
            lot["month"]: int(number(lot.get("left", lot.get("seconds")))) for lot in found["lots"]
        }
        if "lots" not in self.skip and found.get("period") is None and lots != theirs:
            self.say("smoothing", key, f"lots: bill {theirs}, oracle {lots}")

    def unbilled(self, bill: Json, oracle: Json) -> None:
        """Reasons. A run may, or may not, list again what an earlier run did not bill."""
        mine = Counter((entry["delivery"], entry["reason"]) for entry in bill["unbilled"])
        again = {(entry["delivery"], entry["reason"]) for entry in oracle["unbilled_earlier"]}
        wanted = {(entry["delivery"], entry["reason"]) for entry in oracle["unbilled"]}
        for key in sorted(wanted - set(mine)):
            self.say("unbilled", key, "missing in the bill")
        for key in sorted(set(mine) - wanted - again):
            self.say("unbilled", key, "not in the oracle")

    def correction(self, bill: Json, oracle: Json) -> None:
        names = ("interventions", "corrected", "rate_pct")

        def table(result: Json) -> Dict[Key, Any]:
            rows = result["correction_rate"]["rows"]
            kept = [row for row in rows if row.get("month") in (None, oracle["month"])]
            return {(row["provider"],): {name: row[name] for name in names} for row in kept}

        self.tables("correction rate", table(bill), table(oracle))

    def due(self, result: Json) -> Dict[Key, Tuple[str, ...]]:
        """What is to be paid to each provider by each funder for each month, and the VAT in it."""
        sums: Dict[Key, List[Fraction]] = {}
        for invoice in result["invoices"]:
            place = (invoice["month"], invoice["provider"], invoice["funder"])
            total = sums.setdefault(place, [Fraction(0)] * 3)
            due = number(invoice["due"])
            sign = -1 if invoice["type"] == "credit_note" and due > 0 else 1
            total[0] += sign * due
            for tax in invoice["taxes"]:
                total[1] += sign * number(tax["basis"])
                total[2] += sign * number(tax["amount"])
        return {key: tuple(shown(value) for value in values) for key, values in sums.items() if any(values)}

    @staticmethod
    def numbers(result: Json) -> Dict[Key, Tuple[str, ...]]:
        """Which document took which number."""
        found = {}
        for invoice in result["invoices"]:
            total = shown(sign_of(invoice) * number(invoice["total"]))
            found[invoice["id"],] = (invoice["type"], invoice["month"], invoice["funder"], total)
        return found

    @staticmethod
    def rows(result: Json, name: str, keys: Tuple[str, ...], values: Tuple[str, ...]) -> Dict[Key, Json]:
        found = {}
        for row in result.get(name, []):
            shown_row = {value: str(row[value]) for value in values}
            if "denominator" in row and number(row["denominator"]):  # weights may stand in ten thousandths
                below = number(row["denominator"])
                whole = below / 10000 if below % 10000 == 0 else below
                shown_row["numerator"] = shown(number(row["numerator"]) / below * whole)
                shown_row["denominator"] = shown(whole)
            # Of a caregiver or beneficiary with nothing to lose no row is shown, also where a visit lacks papers.
            if name != "penalties" or row["exceeds"] or number(row["amount"]) or (row["undocumented"] and not row["group"]):
                found[tuple(row[key] for key in keys)] = shown_row
        return found

    @staticmethod
    def waiting(result: Json) -> List[Fraction]:
        return sorted(number(entry["amount"]) for entry in result.get("held", []))

    def documents(self, bill: Json, oracle: Json) -> None:
        """What is asked for besides lines."""
        if "due" not in self.skip:
            self.tables("due", self.due(bill), self.due(oracle))
            names: Tuple[str, ...] = ("invoices", "credit_notes", "net")
            slips = ("funder", "billed_in")
            self.tables("slip", self.rows(bill, "slips", slips, names), self.rows(oracle, "slips", slips, names))
        if "numbers" not in self.skip:
            self.tables("number", self.numbers(bill), self.numbers(oracle))
        keys = ("month", "funder", "provider", "beneficiary", "channel")
        names = ("billed_seconds", "amount", "face_value")
        self.tables("payment", self.rows(bill, "payments", keys, names), self.rows(oracle, "payments", keys, names))
        keys = ("provider", "funder", "month", "group")
        names = ("numerator", "denominator", "exceeds", "refused", "undocumented", "base", "amount")
        for what, row, value in (("penalties", keys, names), ("advances", keys[:3], ("base_amount", "amount"))):
            theirs, mine = self.rows(bill, what, row, value), self.rows(oracle, what, row, value)
            # An earlier month is told again where something of it changed: what is due says so too.
            self.tables(what, theirs, {k: v for k, v in mine.items() if k in theirs or k[2] >= bill["month"]})
        if self.waiting(bill) != self.waiting(oracle):
            self.say("held", (), f"bill {self.waiting(bill)}, oracle {self.waiting(oracle)}")

    def run(self, bill: Json, oracle: Json) -> None:
        groups, wanted = self.groups(bill), self.groups(oracle)
        for key in set(groups) & set(wanted):
            if wanted[key]["billed_seconds"] == "0":
                # The price of some minutes changed and no minute came or went: the quantity of such
                # a line says on how many minutes, which a difference of totals cannot know.
                groups[key]["billed_seconds"] = "0"
        self.tables("group", groups, wanted)
        self.tables("lines", self.lines(bill), self.lines(oracle))
        self.tables("deliveries", self.deliveries(bill), self.deliveries(oracle))
        self.tables("total", self.totals(bill), self.totals(oracle))
        if "beneficiary_share" not in self.skip:
            self.tables("beneficiary", self.owed(bill), self.owed(oracle))
        self.documents(bill, oracle)
        self.smoothing(bill, oracle)
        self.unbilled(bill, oracle)
        if "correction_rate" not in self.skip:
            self.correction(bill, oracle)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("bill", type=Path)
    parser.add_argument("oracle", type=Path)
    parser.add_argument("--skip", action="append", default=[], help="a field not to compare")
    parser.add_argument("--limit", type=int, default=40, help="how many differences to print")
    options = parser.parse_args()
    bill = json.loads(options.bill.read_text(encoding="utf-8"))
    oracle = json.loads(options.oracle.read_text(encoding="utf-8"))
    comparison = Comparison(set(options.skip))
    comparison.run(bill, oracle)
    for difference in comparison.differences[: options.limit]:
        print(difference)
    found = len(comparison.differences)
    lines = sum(len(invoice["lines"]) for invoice in oracle["invoices"])
    print(f"{lines} lines of the oracle compared: {found} differences")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
