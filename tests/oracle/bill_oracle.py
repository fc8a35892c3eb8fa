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
from pathlib import Path
from typing import Any, Dict

from oracle_history import History
from oracle_input import read_inputs
from oracle_rules import read_rule_book
from oracle_time import month_of

Json = Dict[str, Any]


def month_before(month: str) -> str:
    first = date.fromisoformat(month + "-01")
    return month_of(date.fromordinal(first.toordinal() - 1))


def bill(options: argparse.Namespace) -> Json:
    history = History(read_rule_book(options.rules), options.rate_over)
    if options.previous:
        facts = options.previous / "circumstances.json"
        earlier = read_inputs(
            options.previous / "orders",
            options.previous / "deliveries",
            facts if facts.exists() else None,
        )
        as_of = options.previous_as_of or options.as_of
        history.run(earlier, month_before(options.month), as_of)
    increment = read_inputs(options.orders, options.deliveries, options.circumstances)
    return history.run(increment, options.month, options.as_of)


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
