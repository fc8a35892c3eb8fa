#!/usr/bin/env python3
"""Bills a month from scratch with fractions: a second opinion on `esppadom bill`.

Written from the rules alone.

    bill_oracle.py --month 2026-10 --as-of 2026-11-10 --rules R.json --orders DIR --deliveries DIR
                   [--circumstances C.json] [--previous DIR [--previous-as-of DATE]]
                   [--rate-over funder|any] --out bill.json

`--previous` names a folder with orders, deliveries and circumstances.json that were billed the
month before: the result then is what the second run adds. Keys and amounts are those of the
command's bill.json. A setting that this program does not follow is an error, never ignored. Where
the rules leave several readings, the comments say "Reading".
"""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, Dict, List, Optional, Set, Tuple

from oracle_billing import Billing, GroupKey, Target, Totals
from oracle_doubles import mark_doubles
from oracle_correction import rates, rows_json
from oracle_input import Inputs, current_lines, read_inputs
from oracle_lines import all_cents, document_kind
from oracle_rules import RuleBook, read_rule_book
from oracle_time import euros_text, month_of, round_half_up
from oracle_visits import OrderBook, Preparation

Json = Dict[str, Any]


def whole(seconds: Fraction) -> int:
    return round_half_up(seconds)


def target_of(inputs: Inputs, book: RuleBook, month: str, as_of: date) -> Target:
    """All that is due from these inputs, for every month up to the billed one."""
    lines = current_lines(inputs.lines, as_of)
    prepared = Preparation(inputs, lines, book, month).run()
    mark_doubles(prepared)
    absences = inputs.circumstances.get("absences", [])
    return Billing(OrderBook(lines), prepared, month, absences).run()


def line_json(key: GroupKey, seconds: Fraction, gross: int, funder: int, own: int) -> Json:
    return {
        "month": key[0],
        "beneficiary": key[3],
        "order_line": key[4],
        "service": key[5],
        "billed_seconds": whole(seconds),
        "gross": euros_text(gross),
        "funder_share": euros_text(funder),
        "beneficiary_share": euros_text(own),
    }


def exact_text(value: Fraction) -> str:
    """A price or percent as a decimal; all of them have one."""
    digits = f"{value.numerator * 10**6 // value.denominator:07d}"
    return f"{digits[:-6]}.{digits[-6:]}".rstrip("0").rstrip(".")


class Result:
    """The documents of one run: what is due now less what was emitted before."""

    def __init__(self, now: Target, before: Optional[Target], month: str) -> None:
        self.now = now
        self.month = month
        self.before = before.groups() if before else {}
        self.owed_before = before.owed() if before else {}
        self.emitted = {(key[0], key[1], key[2]) for key in self.before}

    def invoices(self) -> List[Json]:
        """Main invoices for what was never invoiced; the difference, group by group, where
        something was.
        """
        papers: Dict[Tuple[str, ...], List[Json]] = {}
        groups = self.now.groups()
        changed = set()
        for key in sorted(set(groups) | set(self.before)):
            new, old = groups.get(key, Totals()), self.before.get(key)
            if old is None:
                continue
            changed.add(key)
            delta = new.minus(old)
            # Nothing for this funder: minutes in and out of the plan changed places, at its rate.
            if key[2] and (delta[0] or delta[2]):
                kind = "complementary" if delta[2] >= 0 else "credit_note"
                entry = line_json(key, *delta)
                entry["deliveries"] = sorted(new.deliveries ^ old.deliveries)
                papers.setdefault((kind, *key[:3], ""), []).append(entry)
        self.add_lines(papers, changed, groups)
        return [self.paper(place, lines) for place, lines in sorted(papers.items())]

    def add_lines(
        self,
        papers: Dict[Tuple[str, ...], List[Json]],
        changed: Set[GroupKey],
        groups: Dict[GroupKey, Totals],
    ) -> None:
        """The lines of groups that were never invoiced."""
        for line_key, cents in all_cents(self.now.lines).items():
            line = self.now.lines[line_key]
            sums = line.total()
            for name in line.invoiced():
                place = (line_key.month, line_key.provider, name)
                key = (*place, line_key.beneficiary, line_key.order_line, line_key.service)
                if key in changed or not groups[key].funder:
                    continue  # what comes to nothing for a funder is not invoiced to it
                amounts = (cents.price, cents.shares.get(name, 0), cents.beneficiary)
                entry = line_json(key, sums.seconds, *amounts)
                entry["unit_price"] = exact_text(line_key.price)
                entry["surcharge_percent"] = exact_text(line_key.surcharge)
                entry["participation_percent"] = exact_text(line_key.participation)
                entry["deliveries"] = sorted(line.deliveries)
                kind = "complementary" if place in self.emitted else "main"
                sort = document_kind(line.rules, line_key)
                papers.setdefault((kind, *place, sort), []).append(entry)

    @staticmethod
    def paper(place: Tuple[str, ...], lines: List[Json]) -> Json:
        kind, month, provider, funder, sort = place
        lines.sort(key=lambda l: (l["beneficiary"], l["order_line"], str(l)))
        sum_of = sum(round_half_up(Fraction(line["funder_share"]) * 100) for line in lines)
        return {
            "id": f"ORACLE-{month}-{provider}-{funder}-{kind}-{sort}",
            "type": kind,
            "month": month,
            "provider": provider,
            "funder": funder,
            "kind": sort,
            "total": euros_text(sum_of),
            "lines": lines,
        }

    def beneficiary_invoices(self) -> List[Json]:
        """What each beneficiary owes more, or less, by provider and month."""
        owed = dict(self.now.owed())
        for place, amount in self.owed_before.items():
            owed[place] = owed.get(place, 0) - amount
        return [
            {"beneficiary": b, "provider": p, "month": m, "total": euros_text(amount)}
            for (b, p, m), amount in sorted(owed.items())
            if amount
        ]

    def smoothing(self) -> List[Json]:
        """One row for each pool and period; versions and grants of a pool are summed."""
        found: Dict[Tuple[str, ...], Json] = {}
        for row in sorted(self.now.smoothing, key=lambda r: (r.pool, r.month)):
            key = (*row.pool[: row.named], row.month)
            sums = found.setdefault(
                key,
                {
                    "beneficiary": row.pool[0],
                    "pool": "/".join(part for part in row.pool[1 : row.named] if part),
                    "funder": row.pool[1],
                    "aid_type": row.pool[2],
                    "month": row.month,
                    **{name: Fraction(0) for name in SMOOTHED},
                    "lots": {},
                },
            )
            for name in SMOOTHED:
                sums[name] += getattr(row, name)
            for month, left in row.lots.items():
                sums["lots"][month] = sums["lots"].get(month, Fraction(0)) + left
        return [smoothing_json(row) for row in found.values()]

    def correction_rate(self, over: str) -> Json:
        found = rates(self.now.prepared, self.month, over)
        units = {v.rules.get("correction.unit") for v in self.now.prepared.visits}
        unit = units.pop() if len(units) == 1 else "by_intervention"
        return {"unit": unit, "rows": rows_json(found, self.month, unit)}


SMOOTHED = ("plan_seconds", "own", "carried", "excess", "advance")


def smoothing_json(row: Json) -> Json:
    lots = [{"month": m, "seconds": whole(v)} for m, v in sorted(row["lots"].items())]
    return {**row, **{name: whole(row[name]) for name in SMOOTHED}, "lots": lots}


def unbilled(now: Target, increment: Inputs) -> Tuple[List[Json], List[Json]]:
    """What is not billed: of this run's messages, and of earlier ones (which a run may list
    again).
    """
    ids = {message.id for message in increment.messages}
    reasons = now.prepared.unbilled
    listed = [{"delivery": key, "reason": reasons[key][0]} for key in sorted(reasons)]
    mine = [entry for entry in listed if entry["delivery"] in ids]
    return mine, [entry for entry in listed if entry["delivery"] not in ids]


def month_before(month: str) -> str:
    first = date.fromisoformat(month + "-01")
    return month_of(date.fromordinal(first.toordinal() - 1))


def bill(options: argparse.Namespace) -> Json:
    book = read_rule_book(options.rules)
    increment = read_inputs(options.orders, options.deliveries, options.circumstances)
    everything, before = increment, None
    if options.previous:
        facts = options.previous / "circumstances.json"
        earlier = read_inputs(
            options.previous / "orders",
            options.previous / "deliveries",
            facts if facts.exists() else None,
        )
        as_of = options.previous_as_of or options.as_of
        before = target_of(earlier, book, month_before(options.month), as_of)
        everything = earlier.plus(increment)
    now = target_of(everything, book, options.month, options.as_of)
    result = Result(now, before, options.month)
    mine, earlier_list = unbilled(now, increment)
    return {
        "schema": "esppadom/bill-oracle/1",
        "month": options.month,
        "invoices": result.invoices(),
        "beneficiary_invoices": result.beneficiary_invoices(),
        "smoothing": result.smoothing(),
        "unbilled": mine,
        "unbilled_earlier": earlier_list,
        "correction_rate": result.correction_rate(options.rate_over),
    }


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--month", required=True)
    parser.add_argument("--as-of", type=date.fromisoformat, required=True)
    parser.add_argument("--rules", type=Path, required=True)
    parser.add_argument("--orders", type=Path, required=True)
    parser.add_argument("--deliveries", type=Path, required=True)
    parser.add_argument("--circumstances", type=Path)
    parser.add_argument("--previous", type=Path)
    parser.add_argument("--previous-as-of", type=date.fromisoformat)
    parser.add_argument("--rate-over", choices=("funder", "any"), default="funder")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    result = bill(options)
    options.out.write_text(
        json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
