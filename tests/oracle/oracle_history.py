"""Runs one after the other, each given what is new: what each of them issues."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any, Dict, Iterable, List, Optional, Set, Tuple

from oracle_advances import Advances, slips
from oracle_billing import Billing, Target
from oracle_closed import Use, UseKey
from oracle_correction import rates, rows_json
from oracle_documents import Document, Documents, Issued, Place
from oracle_doubles import mark_doubles
from oracle_input import Inputs, Message, current_lines
from oracle_late import Kept, Late
from oracle_lines import all_cents
from oracle_payments import Paid, payments_json, payments_of
from oracle_payments import Place as PaidPlace
from oracle_penalties import Penalties, json_of
from oracle_rules import RuleBook, Rules
from oracle_smoothing import smoothing_rows
from oracle_time import euros_text, last_day, month_of, round_half_up
from oracle_vat import beneficiary_tax
from oracle_visits import OrderBook, Preparation

Json = Dict[str, Any]
Stands = Dict[str, List[Tuple[UseKey, Use]]]  # by beneficiary


def target_of(
    inputs: Inputs, book: RuleBook, month: str, as_of: date, late: Optional[Late] = None, closed: Optional[Stands] = None
) -> Target:
    """All that is due from these inputs, for every month up to the billed one."""
    lines = current_lines(inputs.lines, as_of)
    prepared = Preparation(inputs, lines, book, month, late).run()
    mark_doubles(prepared)
    absences = inputs.circumstances.get("absences", [])
    return Billing(OrderBook(lines), prepared, month, absences, closed).run()


class History:
    """One provider's software, or several: the same rule book, run after run."""

    def __init__(self, book: RuleBook, rate_over: str = "funder") -> None:
        self.resubmitted: Set[str] = set()  # sent again in the very run that told of the refusal: the next run's
        self.book, self.rate_over = book, rate_over
        self.inputs = Inputs()
        self.issued = Issued()
        self.advances = Advances(book)
        self.billed: Set[str] = set()  # visits that some run has billed
        self.paid: Dict[PaidPlace, Paid] = {}  # elsewhere than to providers
        self.kept: Dict[Tuple[str, str], Kept] = {}
        self.closed: Stands = {}  # what plans paid of invoiced visits, where that stands
        self.rejected: Set[str] = set()  # visits that a payer refused and nobody has sent again
        self.refused: Set[Tuple[str, str]] = set()  # rejections that were counted

    def run(self, increment: Inputs, month: str, as_of: date, validated: Optional[Iterable[str]] = None) -> Json:
        known = self.inputs.plus(increment)
        waits = Preparation(known, current_lines(known.lines, as_of), self.book, month)
        self.take_facts(increment, {message.id for message in increment.messages if waits.too_late(message)})
        self.inputs = known
        late = Late(self.billed, self.rejected, self.kept, month, as_of)
        now = target_of(self.inputs, self.book, month, as_of, late, self.closed)
        documents = Documents(now, self.issued, self.book, month)
        documents.run()
        result = self.result(now, increment, month, validated)
        papers = self.inputs.circumstances.get("corrections", [])
        penalties = Penalties(now, self.book, papers, month).run()
        due = self.deduct(documents, penalties)
        documents.settle()
        # Reading: numbers go by month of the visits, funder and kind; of one of these the invoice comes first.
        found = [documents.found[key] for key in documents.in_order()]
        waiting = [d for d in found if not self.final(d, validated)]
        found = [d for d in found if d not in waiting]
        self.advances.recover(found, month)
        for document in found:
            self.number(document, month)
        self.keep(documents, found, now, month)
        paid = payments_of(now)
        result["payments"] = payments_json(paid, self.paid)
        self.paid = paid
        result["invoices"] = [paper_json(document) for document in found]
        result["penalties"] = json_of(penalties, self.book)
        held = [d.total - d.penalty for d in [*documents.held, *waiting]]
        lost = {d.place for d in [*documents.held, *waiting] if d.penalty}
        self.issued.penalties.update({place: cents for place, cents in due.items() if place not in lost})
        result["held"] = [{"amount": euros_text(amount)} for amount in held]
        result["advances"] = self.grants(month, as_of)
        result["slips"] = slips(self.issued.documents, month)
        return result

    def take_facts(self, increment: Inputs, too_late: Set[str]) -> None:
        """Rejections and advances of this run; what is sent after a rejection is sent again. What
        comes in the run that tells of it is credited there, and billed by the next. A correction that comes too late is
        not taken.
        """
        facts = increment.circumstances
        again = {message.id for message in increment.messages if self.is_newer(message)} - too_late
        self.rejected -= self.resubmitted | again
        held = set(self.rejected)
        for entry in facts.get("rejections", []):
            key = (entry["invoice_id"], str(entry.get("line_id") or ""))
            if key not in self.refused:
                self.refused.add(key)
                self.rejected |= set(entry.get("deliveries") or self.deliveries_of(*key))
        self.resubmitted = (self.rejected - held) & again
        for entry in facts.get("advances", []):
            cents = round_half_up(Fraction(entry["amount"]), 100)
            self.advances.add(entry["provider"], entry["funder"], entry["month"], cents)

    def is_newer(self, message: Message) -> bool:
        """Not a message that was known, nor an older one of its visit."""
        return all(known.issued < message.issued for known in self.inputs.messages if known.id == message.id)

    def deliveries_of(self, number: str, line: str) -> Set[str]:
        for _, document in self.issued.documents:
            if document.number == number:
                lines = [document.lines[int(line) - 1]] if line else document.lines
                return {name for entry in lines for name in entry["deliveries"]}
        return set()

    def final(self, document: Document, validated: Optional[Iterable[str]]) -> bool:
        assert document.rules is not None
        return is_final(document.rules, document.place[1], validated)

    def deduct(self, documents: Documents, penalties: Dict[Any, Any]) -> Dict[Place, int]:
        """Penalties less those of earlier runs, on the document of their month; what they come to now."""
        due: Dict[Place, int] = {key: 0 for key in self.issued.penalties}
        for (provider, funder, last, _), penalty in penalties.items():
            for kind, cents in penalty.papers.items():
                place = (last, provider, funder, kind)
                due[place] = due.get(place, 0) + cents
        for place, cents in due.items():
            change = cents - self.issued.penalties.get(place, 0)
            if not change:
                continue
            documents.at(self.bearer(documents, place, change), place).deducted.append(change)
        return due

    @staticmethod
    def bearer(documents: Documents, place: Place, change: int) -> str:
        """A document of the month, as long as it is not less than nothing; else one of its own."""
        for kind, sign in (("main", 1), ("complementary", 1), ("credit_note", -1)):
            found = documents.found.get((kind, place))
            if found is not None and sign * (found.total - found.penalty - change) >= 0:
                return kind
        first = place not in documents.issued.mains
        return "credit_note" if change > 0 else "main" if first else "complementary"

    def number(self, document: Document, month: str) -> None:
        """PREFIX-COMPANY-MMYY-NNNNN, or by year; what is taken is passed over."""
        rules = document.rules
        assert rules is not None
        kind = "credit_note" if document.type == "credit_note" else "invoice"
        year, number = month.split("-")
        when = number + year[2:] if rules.get("invoicing.numbering.period") == "month" else year
        company = rules.get("invoicing.numbering.company") or document.place[1]
        head = f"{rules.get(f'invoicing.numbering.{kind}')}-{company}-{when}-"
        sequence, digits = 1, int(rules.get("invoicing.numbering.digits"))
        while f"{head}{sequence:0{digits}d}" in self.issued.numbers:
            sequence += 1
        document.number = f"{head}{sequence:0{digits}d}"
        self.issued.numbers.add(document.number)

    def keep(self, documents: Documents, found: List[Document], now: Target, month: str) -> None:
        """What was issued; what waits is no fact."""
        groups = now.groups()
        waiting = {(d.place, d.total > 0) for d in documents.held}
        waiting |= {(p, s) for k, d in documents.found.items() if d not in found for p, s in [(d.place, True), (d.place, False)]}
        kept = {}
        for key in set(groups) | set(self.issued.groups):
            old, new = self.issued.groups.get(key), groups.get(key)
            place = (*key[:3], documents.kinds.get(key, ""))
            change = (new.funder if new else 0) - (old.funder if old else 0)
            if key[2] and change and (place, change > 0) in waiting:
                if old is not None:
                    kept[key] = old
            elif key[2] and not change and old is not None:
                kept[key] = old  # nothing was issued: what changed without euros is told with the next that has some
            elif new is not None:
                kept[key] = new
        self.issued.groups = kept
        self.issued.kinds = documents.kinds
        self.issued.mains |= {d.place for d in found if d.type == "main"}
        self.issued.documents += [(month, d) for d in found]
        for visit in now.prepared.visits:
            self.kept.setdefault((visit.message.id, visit.month), Kept(visit.seconds, visit.line))
        self.billed |= {name for group in kept.values() for name in group.deliveries} | self.asked_of_people(now)

    def asked_of_people(self, now: Target) -> Set[str]:
        """Visits of which a beneficiary is asked something. Reading: what only waits was not billed."""
        found: Set[str] = set()
        for key, cents in all_cents(now.lines).items():
            line = now.lines[key]
            elsewhere = 0 if line.invoiced() else sum(cents.shares.values())
            if (cents.beneficiary or elsewhere) and (key.beneficiary, key.provider, key.month) in self.issued.owed:
                found |= line.deliveries
        return found

    def grants(self, month: str, as_of: date) -> List[Json]:
        following = month_of(date.fromordinal(last_day(month).toordinal() + 1))
        lines = current_lines(self.inputs.lines, as_of)
        rows = []
        for provider, funder in sorted({(l.provider, l.payer) for l in lines}):
            due: Dict[str, int] = {}
            for billed_in, document in self.issued.documents:
                if document.place[1:3] == (provider, funder):
                    due[billed_in] = due.get(billed_in, 0) + document.grand_total - document.recovered
            rows += self.advances.grant(provider, funder, following, lines, due)
        return rows

    def result(self, now: Target, increment: Inputs, month: str, validated: Optional[Iterable[str]]) -> Json:
        """What is told beside the documents."""
        mine, earlier = unbilled(now, increment)
        found = rates(now.prepared, month, self.rate_over)
        units = {v.rules.get("correction.unit") for v in now.prepared.visits}
        unit = units.pop() if len(units) == 1 else "by_intervention"
        return {
            "schema": "esppadom/bill-oracle/1",
            "month": month,
            "beneficiary_invoices": self.beneficiary_invoices(now, month, validated),
            "smoothing": smoothing_rows(now),
            "unbilled": mine,
            "unbilled_earlier": earlier,
            "correction_rate": {"unit": unit, "rows": rows_json(found, month, unit)},
        }

    def beneficiary_invoices(self, now: Target, month: str, validated: Optional[Iterable[str]]) -> List[Json]:
        """What each beneficiary owes more, or less, by provider and month, with the VAT of that difference. A provider
        that has not validated its pro forma invoices nobody. What is told here is kept as asked for.
        """
        owed = now.owed()
        for place, amount in self.issued.owed.items():
            owed[place] = owed.get(place, 0) - amount
        rows = []
        for (person, provider, of), amount in sorted(owed.items()):
            rules = self.book.resolve(person, "", provider, "", last_day(month))
            if amount and is_final(rules, provider, validated):
                self.issued.owed[person, provider, of] = self.issued.owed.get((person, provider, of), 0) + amount
                total = amount + beneficiary_tax(self.book.resolve(person, "", provider, "", last_day(of)), amount)
                rows.append({"beneficiary": person, "provider": provider, "month": of, "total": euros_text(total)})
        return rows


def is_final(rules: Rules, provider: str, validated: Optional[Iterable[str]]) -> bool:
    return not rules.get("invoicing.pro_forma") or provider in (validated or ())


def paper_json(document: Document) -> Json:
    month, provider, funder, kind = document.place
    lines = sorted(document.lines, key=lambda l: (l["beneficiary"], l["order_line"], str(l)))
    return {
        "id": document.number,
        "type": document.type,
        "month": month,
        "provider": provider,
        "funder": funder,
        "kind": kind,
        "total": euros_text(document.total),
        "taxes": [
            {"rate": euros_text(round_half_up(rate, 100)), "basis": euros_text(basis), "amount": euros_text(tax)}
            for rate, (basis, tax) in document.taxes().items()
        ],
        "grand_total": euros_text(document.grand_total),
        "due": euros_text(document.grand_total - document.recovered),
        "lines": lines,
    }


def unbilled(now: Target, increment: Inputs) -> Tuple[List[Json], List[Json]]:
    """What is not billed: of this run's messages, and of earlier ones (which a run may list
    again).
    """
    ids = {message.id for message in increment.messages}
    reasons = {(key, reason) for key, (reason, _) in now.prepared.unbilled.items()}
    held = {key for key, reason in reasons if reason != "OVER_PLAN"}  # a visit not billed at all is listed once
    reasons |= {(key, "DOUBLE_VISIT") for key in now.prepared.paid_once - held}
    listed = [{"delivery": key, "reason": reason} for key, reason in sorted(reasons)]
    mine = [entry for entry in listed if entry["delivery"] in ids]
    return mine, [entry for entry in listed if entry["delivery"] not in ids]
