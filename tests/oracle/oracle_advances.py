"""Advances, paid, granted and recovered: docs/rules/invoicing.md."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Dict, List, Set, Tuple

from oracle_documents import Document
from oracle_input import TIME_UNITS, OrderLine
from oracle_participation import both, share_of
from oracle_plan import bounds, quantity
from oracle_rules import RuleBook
from oracle_time import euros_text, last_day, months_between, round_half_up

Json = Dict[str, Any]
ZERO = Fraction(0)


@dataclass
class Advance:
    """An advance that was paid for a month, in cents."""

    provider: str
    funder: str
    month: str
    amount: int
    left: int
    part: int = 0  # what one month of billing takes back at most; 0 = all of it


class Advances:
    """What was paid before, over all runs."""

    def __init__(self, book: RuleBook) -> None:
        self.book = book
        self.paid: List[Advance] = []
        self.granted: Set[Tuple[str, str, str]] = set()

    def add(self, provider: str, funder: str, month: str, amount: int) -> None:
        rules = self.book.resolve("", "", provider, funder, last_day(month))
        part = 0
        if rules.get("invoicing.advance.recover") == "spread":
            months = int(rules.get("invoicing.advance.spread_months"))
            part = -(-amount // months)  # equal parts, the last the smallest
        self.paid.append(Advance(provider, funder, month, amount, amount, part))

    def recover(self, documents: List[Document], month: str) -> None:
        """Invoices of the month and later take advances off, up to what is due."""
        for advance in sorted(self.paid, key=lambda a: a.month):
            rest = min(advance.left, advance.part) if advance.part else advance.left
            for document in documents:
                mine = document.place[1:3] == (advance.provider, advance.funder)
                if not mine or document.type == "credit_note" or month < advance.month:
                    continue
                taken = max(0, min(rest, document.grand_total - document.recovered))
                document.recovered += taken
                advance.left -= taken
                rest -= taken

    def grant(self, provider: str, funder: str, month: str, lines: List[OrderLine], due: Dict[str, int]) -> List[Json]:
        """An advance for a month, once: a part of a forecast, or of what was due on average. The base is an
        amount that is shown, in cents.
        """
        rules = self.book.resolve("", "", provider, funder, last_day(month))
        pct = rules.maybe("invoicing.advance.pct")
        if (provider, funder, month) in self.granted or not rules.get("invoicing.advance.enabled") or not pct:
            return []
        how = rules.get("invoicing.advance.base")
        if how == "forecast":
            mine = [l for l in lines if (l.provider, l.payer) == (provider, funder)]
            people = {l.beneficiary for l in mine}
            base = sum(self.forecast(funder, month, [l for l in mine if l.beneficiary == name]) for name in people)
        else:
            count = int(rules.get("invoicing.advance.base_months"))
            known = [amount for of, amount in due.items() if 0 < months_between(of, month) <= count]
            base = round_half_up(Fraction(sum(known), count))
        amount = round_half_up(base * pct / 100)
        if amount <= 0:
            return []
        self.granted.add((provider, funder, month))
        self.add(provider, funder, month, amount)
        row = {"provider": provider, "funder": funder, "month": month, "base": how}
        return [{**row, "base_amount": euros_text(base), "amount": euros_text(amount)}]

    def forecast(self, funder: str, month: str, lines: List[OrderLine]) -> int:
        """Ordered hours at the tariff, less the participation: cents of one beneficiary."""
        total = ZERO
        first, last = bounds("month", month)
        for line in lines:
            if line.unit not in TIME_UNITS or line.first_day > last or (line.last_day and line.last_day < first):
                continue
            day = max(first, line.first_day)
            rules = self.book.resolve(line.beneficiary, line.service, line.provider, funder, day)
            own = rules.funder(line.payer, line.aid_type)
            rate = both(rules, line.tariff, own.maybe("rate")) or ZERO
            share = share_of(rules, own, line, day)
            hour = max(ZERO, rate * (1 - share.percent / 100) - share.per_hour)
            total += quantity(rules, [line], month, []) / 3600 * hour
        return round_half_up(total, 100)


def slips(billed: List[Tuple[str, Document]], month: str) -> List[Json]:
    """What one funder is asked for in one month of billing: invoices less credit notes."""
    found: Dict[str, List[int]] = {}
    for billed_in, document in billed:
        if billed_in != month:
            continue
        sums = found.setdefault(document.place[2], [0, 0])
        due = document.grand_total - document.recovered
        sums[document.type == "credit_note"] += -due if document.type == "credit_note" else due
    return [
        {"funder": name, "billed_in": month, "invoices": euros_text(a), "credit_notes": euros_text(b), "net": euros_text(a - b)}
        for name, (a, b) in sorted(found.items())
    ]
