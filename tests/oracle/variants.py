"""The months of tests/vectors/variants.json, one for each variant of the rules: written as files, billed by the command
and by the oracle, and summed up.
"""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any, Dict, List, Optional

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE))

from compare_bill import Comparison, number, sign_of  # noqa: E402
from oracle_history import History  # noqa: E402
from oracle_input import read_inputs  # noqa: E402
from oracle_rules import read_rule_book  # noqa: E402
from random_month import Line, Month, Order, Visit, write  # noqa: E402

Json = Dict[str, Any]
FILES = ROOT / "examples" / "rules" / "variants"


def cases() -> List[Json]:
    text = (ROOT / "tests" / "vectors" / "variants.json").read_text(encoding="utf-8")
    found: List[Json] = json.loads(text)["cases"]
    return found


def time(text: str) -> datetime:
    return datetime.fromisoformat(text)


def order_of(entry: Json) -> Order:
    """`{"hours": "20", "tariff": "24.58"}` is an order of 20 h a month for B1 by SAAD01, paid by CD99."""
    number_, house = entry.get("number", "O1"), entry.get("provider", "SAAD01")
    lines = []
    for index, line in enumerate(entry.get("lines", [entry]), 1):
        lines.append(
            Line(
                line.get("line", f"{number_}-{index}"),
                line.get("service", "APA-HR"),
                line.get("payer", "CD99"),
                line.get("hours", "20"),
                line.get("per", "MON"),
                line.get("tariff", "24.58"),
                line.get("price"),
                line.get("percent"),
                unit=line.get("unit", "HUR"),
            )
        )
    last = date.fromisoformat(entry["until"]) if "until" in entry else None
    first = date.fromisoformat(entry.get("from", "2026-01-01"))
    issued = time(entry.get("issued", "2025-12-01T10:00:00"))
    who, plan = entry.get("beneficiary", "B1"), entry.get("plan", "PLAN-1")
    before = entry.get("previous", "")
    return Order(number_, issued, first, last, who, house, plan, lines, before, entry.get("monthly"), entry.get("district", ""))


def visit_of(entry: Json, orders: List[Order]) -> Visit:
    """Times as `["2026-03-02T09:00", "2026-03-02T10:00"]`; a stamp that is null is missing, and
    without `stamped` both are the retained times.
    """
    start, end = (time(text) for text in entry["retained"])
    stamps = [text and time(text) for text in entry.get("stamped", entry["retained"])]
    planned = [time(text) for text in entry["planned"]] if "planned" in entry else None
    lines = {line.number: line for order in orders for line in order.lines}
    line = lines[entry.get("line", orders[0].lines[0].number)]
    owner = next(order for order in orders if line in order.lines)
    hours = entry.get("quantity") or f"{(end - start).total_seconds() / 3600:.10f}"
    issued = time(entry["issued"]) if "issued" in entry else end.replace(hour=23, minute=59, second=0)
    return Visit(
        entry["id"],
        issued,
        entry.get("beneficiary", owner.beneficiary),
        owner.provider,
        entry.get("caregiver", "C1"),
        line,
        start,
        end,
        stamps[0],
        stamps[1],
        entry.get("code", ""),
        hours,
        (planned[0], planned[1]) if planned else None,
        entry.get("method", "BDG"),
    )


class Run:
    """One increment of a case, in a folder."""

    def __init__(self, entry: Json, folder: Path) -> None:
        self.entry, self.folder = entry, folder
        month = Month(entry["month"])
        month.orders = [order_of(order) for order in entry["orders"]]
        month.visits = [visit_of(visit, month.orders) for visit in entry.get("visits", [])]
        month.facts = entry.get("circumstances", {})
        write(month, folder)
        self.month, self.as_of = month.month, entry.get("as_of", month.as_of)

    def bill(self, command: Path, rules: Path, name: str, ledger: Optional[Path]) -> Json:
        out = self.folder / name
        words = [command, "--lang", "en", "bill", "--rules", rules, "--orders", self.folder / "orders.xml"]
        words += ["--deliveries", self.folder / "deliveries.xml"]
        words += ["--circumstances", self.folder / "circumstances.json"]
        words += ["--month", self.month, "--as-of", self.as_of, "--out", out]
        words += ["--ledger", ledger] if ledger else []
        words += self.entry.get("options", [])
        done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False)
        if not (out / "bill.json").exists():
            raise RuntimeError(done.stdout + done.stderr)
        bill: Json = json.loads((out / "bill.json").read_text(encoding="utf-8"))
        return bill

    def oracle(self, history: History) -> Json:
        facts = self.folder / "circumstances.json"
        increment = read_inputs(self.folder / "orders.xml", self.folder / "deliveries.xml", facts)
        return history.run(increment, self.month, date.fromisoformat(self.as_of))


def euros(value: Fraction) -> str:
    return f"{float(value):.2f}"


def summary(bill: Json) -> Json:
    """What a reader compares: documents, who pays what, the time on funders' invoices, what is not billed."""
    funders: Dict[str, Fraction] = {}
    seconds: Dict[str, Fraction] = {}
    documents = []
    for invoice in bill["invoices"]:
        sign = sign_of(invoice)
        total = sign * number(invoice["total"])
        funders[invoice["funder"]] = funders.get(invoice["funder"], Fraction(0)) + total
        documents.append(f"{invoice['type']} {invoice['id']} {invoice['funder']} {invoice['month']} {euros(total)}")
        for line in invoice["lines"]:
            name = invoice["funder"]
            seconds[name] = seconds.get(name, Fraction(0)) + sign * number(line["billed_seconds"])
    owed = sum((number(entry["total"]) for entry in bill["beneficiary_invoices"]), Fraction(0))
    rate = bill["correction_rate"]
    return {
        "funders": {name: euros(value) for name, value in sorted(funders.items())},
        "beneficiary": euros(owed),
        "minutes": {name: minutes(value) for name, value in sorted(seconds.items())},
        "unbilled": {entry["delivery"]: entry["reason"] for entry in bill["unbilled"]},
        "documents": sorted(documents),
        "taxes": [tax for invoice in bill["invoices"] for tax in invoice.get("taxes", [])],
        "payments": bill.get("payments", []),
        "advances": bill.get("advances", []),
        "penalties": bill.get("penalties", []),
        "rate_pct": (rate.get("total") or {}).get("rate_pct"),
        "findings": sorted({finding["code"] for finding in bill["findings"]}),
    }


def minutes(seconds: Fraction) -> str:
    whole, rest = divmod(seconds, 60)
    return f"{whole}:{int(rest):02d}" if rest else str(whole)


def changed(neutral: Json, found: Json) -> Json:
    """The parts of a summary that the rule file changes."""
    return {key: value for key, value in found.items() if value != neutral[key]}


def merge(tree: Json, more: Json) -> None:
    for key, value in more.items():
        if isinstance(value, dict) and isinstance(tree.get(key), dict):
            merge(tree[key], value)
        else:
            tree[key] = value


def rules_of(case: Json, folder: Path) -> Path:
    """The variant's rule file, with what the case adds to its first rule set."""
    file = FILES / f"{case['variant']}.json"
    if "with" not in case:
        return file
    book = json.loads(file.read_text(encoding="utf-8"))
    merge(book["rule_set"] if "rule_set" in book else book["rule_sets"][0], case["with"])
    changed_file = folder / "rules.json"
    changed_file.write_text(json.dumps(book), encoding="utf-8")
    return changed_file


def run_case(case: Json, command: Path, folder: Path, rules: Path, name: str) -> List[Json]:
    """The bills of all runs of a case, one after the other."""
    ledger: Optional[Path] = None
    bills = []
    for index, entry in enumerate(case.get("runs", [case])):
        run = Run(entry, folder / f"run{index}")
        bills.append(run.bill(command, rules, name, ledger))
        ledger = run.folder / name / "ledger.json"
    return bills


def against_oracle(case: Json, folder: Path, rules: Path, bills: List[Json]) -> List[str]:
    """Differences of the runs of a case from the oracle."""
    history = History(read_rule_book(rules))
    found = []
    for index, (entry, bill) in enumerate(zip(case.get("runs", [case]), bills)):
        comparison = Comparison(set(case.get("not_compared", [])))
        comparison.run(bill, Run(entry, folder / f"oracle{index}").oracle(history))
        found += comparison.differences
    return found
