"""The documents of one run: what is due now less what was issued before (docs/rules/invoicing.md)."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Dict, List, Optional, Set, Tuple

from oracle_billing import GroupKey, Target, Totals
from oracle_lines import Cents, LineKey, all_cents, document_kind
from oracle_rules import RuleBook, Rules
from oracle_time import euros_text, last_day, round_half_up
from oracle_vat import Taxes, net_of, taxes_of

Json = Dict[str, Any]
ZERO = Fraction(0)
Place = Tuple[str, str, str, str]  # month, provider, funder, kind
Owed = Dict[Tuple[str, str, str], int]


@dataclass
class Document:
    """One invoice or credit note; amounts in cents, signed as they change what is asked."""

    type: str
    place: Place
    lines: List[Json] = field(default_factory=list)
    deducted: List[int] = field(default_factory=list)  # penalties, each of a month
    recovered: int = 0
    number: str = ""
    rules: Optional[Rules] = None

    @property
    def total(self) -> int:
        return sum(cents_of(line["funder_share"]) for line in self.lines)

    def amounts(self) -> List[int]:
        """What is taxed: the lines' shares, and what a penalty takes off (messages, section 5.2: the basis is the
        lines less allowances).
        """
        return [cents_of(line["funder_share"]) for line in self.lines] + [-cents for cents in self.deducted]

    @property
    def penalty(self) -> int:
        return sum(self.deducted)

    def taxes(self) -> Taxes:
        assert self.rules is not None
        return taxes_of(self.rules, self.amounts())

    @property
    def grand_total(self) -> int:
        assert self.rules is not None
        net = sum(net_of(self.rules, cents) for cents in self.amounts())
        return net + sum(tax for _, tax in self.taxes().values())


def cents_of(text: str) -> int:
    return round_half_up(Fraction(text) * 100)


@dataclass
class Issued:
    """All that earlier runs have issued."""

    groups: Dict[GroupKey, Totals] = field(default_factory=dict)
    owed: Owed = field(default_factory=dict)
    kinds: Dict[GroupKey, str] = field(default_factory=dict)
    mains: Set[Place] = field(default_factory=set)
    extra: Dict[Tuple[str, str, str], int] = field(default_factory=dict)  # complementary invoices
    numbers: Set[str] = field(default_factory=set)
    penalties: Dict[Place, int] = field(default_factory=dict)
    documents: List[Tuple[str, Document]] = field(default_factory=list)  # billed month, document


def line_json(key: GroupKey, seconds: Fraction, gross: int, funder: int, own: int) -> Json:
    return {
        "month": key[0],
        "beneficiary": key[3],
        "order_line": key[4],
        "service": key[5],
        "billed_seconds": round_half_up(seconds),
        "gross": euros_text(gross),
        "funder_share": euros_text(funder),
        "beneficiary_share": euros_text(own),
    }


def exact_text(value: Fraction) -> str:
    """A price or percent as a decimal; all of them have one."""
    digits = f"{value.numerator * 10**6 // value.denominator:07d}"
    return f"{digits[:-6]}.{digits[-6:]}".rstrip("0").rstrip(".")


class Documents:
    """The documents of one run."""

    def __init__(self, now: Target, issued: Issued, book: RuleBook, month: str) -> None:
        self.now, self.issued, self.book, self.month = now, issued, book, month
        self.found: Dict[Tuple[str, Place], Document] = {}
        self.held: List[Document] = []
        self.kinds = dict(issued.kinds)
        for key, line in now.lines.items():
            for name in line.invoiced():
                self.kinds.setdefault(group_of(key, name), document_kind(line.rules, key))

    def rules(self, provider: str, funder: str) -> Rules:
        return self.book.resolve("", "", provider, funder, last_day(self.month))

    def at(self, kind: str, place: Place) -> Document:
        found = self.found.setdefault((kind, place), Document(kind, place))
        found.rules = self.rules(place[1], place[2])
        return found

    def run(self) -> List[Document]:
        groups = self.now.groups()
        for key in sorted(set(groups) | set(self.issued.groups)):
            new, old = groups.get(key, Totals()), self.issued.groups.get(key)
            if old is None or not key[2]:
                continue
            delta = new.minus(old)
            # Nothing for this funder: minutes in and out of the plan changed places, at its rate.
            if delta[2]:
                place = (*key[:3], self.kinds[key])
                entry = line_json(key, *delta)
                entry["deliveries"] = sorted(new.deliveries ^ old.deliveries)
                self.at("complementary" if delta[2] > 0 else "credit_note", place).lines.append(entry)
        self.add_lines(groups)
        return [self.found[key] for key in sorted(self.found)]

    def add_lines(self, groups: Dict[GroupKey, Totals]) -> None:
        """The lines of groups that were never invoiced."""
        for key, cents in all_cents(self.now.lines).items():
            line = self.now.lines[key]
            for name in line.invoiced():
                group = group_of(key, name)
                if group in self.issued.groups or not groups[group].funder:
                    continue  # what comes to nothing for a funder is not invoiced to it
                place = (*group[:3], self.kinds[group])
                kind = "complementary" if place in self.issued.mains else "main"
                self.at(kind, place).lines.append(self.line(key, group, cents))

    def line(self, key: LineKey, group: GroupKey, cents: Cents) -> Json:
        line = self.now.lines[key]
        amounts = (cents.price, cents.shares.get(group[2], 0), cents.beneficiary)
        entry = line_json(group, line.total().seconds, *amounts)
        entry["unit_price"] = exact_text(key.price)
        entry["surcharge_percent"] = exact_text(key.surcharge)
        entry["participation_percent"] = exact_text(key.participation)
        entry["deliveries"] = sorted(line.deliveries)
        return entry

    def in_order(self) -> List[Tuple[str, Place]]:
        """By month of the visits, provider, funder and kind; of one of these the invoice comes first."""
        return sorted(self.found, key=lambda key: (key[1], key[0] == "credit_note"))

    def settle(self) -> None:
        """Complementary invoices and credits that the rules do not allow go on the main invoice of the
        billed month, or wait: whole, with the penalty that stands on them.
        """
        for key in self.in_order():
            document = self.found[key]
            _, provider, funder, kind = document.place
            rules = self.rules(provider, funder)
            if document.type == "complementary":
                most = rules.get("invoicing.complementary.max_per_month")
                done = self.issued.extra.get(document.place[:3], 0)
                if rules.get("invoicing.complementary.enabled") and (most is None or done < int(most)):
                    self.issued.extra[document.place[:3]] = done + 1
                    continue
            elif document.type == "main" or rules.get("invoicing.credit_note") != "negative_line":
                continue
            main = self.found.get(("main", (self.month, provider, funder, kind)))
            del self.found[key]
            asked = document.total - document.penalty
            if main is None or main.total - main.penalty + asked < 0:
                self.held.append(document)
            else:
                main.lines += document.lines
                main.deducted += document.deducted

def group_of(key: LineKey, name: str) -> GroupKey:
    return (key.month, key.provider, name, key.beneficiary, key.order_line, key.service)
