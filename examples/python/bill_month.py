"""Bills a month of files and writes its invoices, as examples/c/bill_month.c does.

    bill_month.py RULES CIRCUMSTANCES ORDERS DELIVERIES MONTH AS_OF [OUT]
"""

from __future__ import annotations

import datetime
import sys
from decimal import Decimal
from pathlib import Path

import esppadom


def main(arguments: list[str]) -> int:
    if len(arguments) not in (6, 7):
        print(__doc__, file=sys.stderr)
        return 2
    rules, circumstances, orders, deliveries, month, as_of = arguments[:6]
    bill = esppadom.bill(
        orders=orders,
        deliveries=deliveries,
        rules=rules,
        circumstances=circumstances,
        month=month,
        as_of=datetime.date.fromisoformat(as_of),
    )
    for finding in bill.findings:
        if finding.severity == "error":
            print(f"{finding.code} {finding.file or ''}: {finding.message}", file=sys.stderr)
    total = Decimal(0)
    for invoice in bill.invoices:
        print(invoice.invoice_id, invoice.due_payable.value)
        total += invoice.due_payable.value
        if len(arguments) == 7:
            folder = Path(arguments[6])
            folder.mkdir(parents=True, exist_ok=True)
            esppadom.write(invoice, folder / f"{invoice.invoice_id}.xml")
    print(f"{len(bill.invoices)} invoices, {total} EUR")
    return 0 if bill.ok else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
