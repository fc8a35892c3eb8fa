"""What a correction rate or a missing document takes off an invoice: docs/rules/correction.md."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Dict, List, Optional, Set, Tuple

from oracle_correction import Counts, add, billed_visits
from oracle_lines import LineKey, all_cents, document_kind, to_cents
from oracle_rules import RuleBook, Rules
from oracle_time import euros_text, last_day
from oracle_visit import Visit

Json = Dict[str, Any]
ZERO = Fraction(0)
Place = Tuple[str, str, str, str]  # provider, funder, last month of the period, group


@dataclass
class Penalty:
    """What one funder does not pay for one period, in cents."""

    counts: Counts
    refused: List[str] = field(default_factory=list)
    undocumented: List[str] = field(default_factory=list)
    reduction: Fraction = ZERO
    exceeds: bool = False
    base: int = 0
    amount: int = 0
    papers: Dict[str, int] = field(default_factory=dict)  # by kind of the document


def months_of(scope: str, month: str) -> List[str]:
    """The months that are judged together with the last of them."""
    if scope != "provider_quarter":
        return [month]
    year, number = month.split("-")
    last = (int(number) + 2) // 3 * 3
    return [f"{year}-{last - back:02d}" for back in (2, 1, 0)]


def group_of(scope: str, visit: Visit) -> str:
    if scope == "beneficiary_month":
        return visit.message.beneficiary
    return visit.message.caregiver if scope == "worker_month" else ""


def undocumented(visit: Visit, papers: Dict[str, Json]) -> bool:
    """A correction that lacks the reason or author that is asked for, or whose reason, asked for or not, is not listed."""
    rules = visit.rules
    if visit.incompatible or visit.declared:
        return False  # Reading: where no stamp is expected none is corrected; a correction is what the code says
    paper = papers.get(visit.message.id, {})
    allowed = rules.get("stamps.reasons_allowed").get(visit.by_code)
    reason = paper.get("reason")
    if reason and allowed is not None and reason not in allowed:
        return True
    return visit.by_code in rules.get("stamps.reason_required") and not (reason and paper.get("author"))


def refuse_key(order: str, visit: Visit) -> Tuple[Any, ...]:
    """The visit to refuse first is the greatest; ties go to the later start, then the greater identifier."""
    begin, name = visit.order
    first = {"latest": ZERO, "longest": visit.seconds, "created_first": Fraction(visit.kind == "CREATED")}
    return (first[order], begin, name)


def refuse_excess(rules: Rules, visits: List[Visit], counts: Counts, threshold: Fraction) -> List[str]:
    """The fewest corrected visits whose removal brings the rate to the threshold."""
    unit = rules.get("correction.unit")
    above, below = counts.parts(unit)
    order = rules.get("correction.refuse_order")
    refused = []
    for visit in sorted(visits, key=lambda v: refuse_key(order, v), reverse=True):
        if above <= threshold * below:
            break
        own = Counts()
        add(own, visit)
        part = own.parts(unit)[0]
        if part:
            above -= part
            refused.append(visit.message.id)
    return sorted(refused)


def reduction_of(rules: Rules, rate: Fraction, threshold: Optional[Fraction]) -> Fraction:
    """e4 and e5: the part of the pay that is taken off."""
    if rules.get("correction.penalty") == "reduction":
        assert threshold is not None
        most = min(Fraction(1), (rules.maybe("correction.cap_pct") or Fraction(100)) / 100)
        return min(most, rules.fraction("correction.k") * (rate - threshold))
    reached = [t for t in rules.get("correction.tiers") if rate * 100 >= Fraction(str(t["from_pct"]))]
    reached.sort(key=lambda tier: Fraction(str(tier["from_pct"])))
    return Fraction(str(reached[-1]["reduction_pct"])) / 100 if reached else ZERO


class Penalties:
    """All penalties of a target: for each provider, funder and period."""

    def __init__(self, target: Any, book: RuleBook, papers: List[Json], month: str) -> None:
        self.target, self.book, self.month = target, book, month
        self.papers = {entry["delivery_id"]: entry for entry in papers}
        self.cents = all_cents(target.lines)
        self.visits = billed_visits(target.prepared)
        self.asked: Dict[Tuple[str, str], Set[str]] = {}
        for key, line in target.lines.items():
            for name in line.invoiced():
                self.asked.setdefault((key.provider, name), set()).add(key.month)

    def run(self) -> Dict[Place, Penalty]:
        found: Dict[Place, Penalty] = {}
        for (provider, funder), months in sorted(self.asked.items()):
            for month in sorted(months):
                rules = self.rules(provider, funder, month)
                scope = rules.get("correction.scope")
                period = months_of(scope, month)
                last = period[-1]
                if last > self.month or (provider, funder, last) in {key[:3] for key in found}:
                    continue
                rules = self.rules(provider, funder, last)
                if rules.get("correction.penalty") == "none" and rules.get("correction.undocumented") != "refuse":
                    continue
                mine = [v for v in self.visits if v.message.provider == provider and v.month in period]
                for group in sorted({group_of(scope, v) for v in mine}):
                    some = [v for v in mine if group_of(scope, v) == group]
                    found[(provider, funder, last, group)] = self.judge(rules, funder, some)
        return found

    def rules(self, provider: str, funder: str, month: str) -> Rules:
        return self.book.resolve("", "", provider, funder, last_day(month))

    def judge(self, rules: Rules, funder: str, visits: List[Visit]) -> Penalty:
        counts = Counts()
        for visit in visits:
            add(counts, visit)
        penalty = Penalty(counts)
        kind = rules.get("correction.penalty")
        given = rules.maybe("correction.threshold_pct")
        threshold = None if given is None else given / 100
        rate = counts.rate(rules.get("correction.unit"))
        if rules.get("correction.undocumented") == "refuse":
            penalty.undocumented = sorted(v.message.id for v in visits if undocumented(v, self.papers))
        if rate is not None and kind != "none":
            penalty.exceeds = rate > threshold if threshold is not None else False
            if kind == "tiers" and (threshold is None or penalty.exceeds):
                penalty.reduction = reduction_of(rules, rate, threshold)
                penalty.exceeds = penalty.reduction > 0
            elif penalty.exceeds and kind == "reduction":
                penalty.reduction = reduction_of(rules, rate, threshold)
            elif penalty.exceeds and kind == "refuse_excess":
                assert threshold is not None
                penalty.refused = refuse_excess(rules, visits, counts, threshold)
        self.take_off(rules, funder, {v.message.id for v in visits}, penalty)
        return penalty

    def take_off(self, rules: Rules, funder: str, visits: Set[str], penalty: Penalty) -> None:
        """Refused visits cost their part of each line, in cents, all of them the whole line; a reduction of
        what is left is rounded once a document, which is that of the last month.
        """
        gone = (set(penalty.refused) | set(penalty.undocumented)) & visits
        papers: Dict[str, Tuple[int, int]] = {}
        for key, line in self.target.lines.items():
            if funder not in line.invoiced() or not visits & line.deliveries:
                continue
            kind = document_kind(line.rules, key)
            old = papers.get(kind, (0, 0))
            papers[kind] = (old[0] + self.share(key, funder, visits), old[1] + self.share(key, funder, gone))
        for kind, (base, refused) in papers.items():
            penalty.base += base
            penalty.papers[kind] = refused + to_cents(rules, Fraction(base - refused, 100) * penalty.reduction)
        penalty.amount = sum(penalty.papers.values())

    def share(self, key: LineKey, funder: str, visits: Set[str]) -> int:
        """The cents of a line that these visits make: rounded once, at most the line's, all for all visits."""
        line, cents = self.target.lines[key], self.cents[key].shares.get(funder, 0)
        if line.deliveries <= visits:
            return cents
        exact = sum((line.visits[v].shares.get(funder, ZERO) for v in line.deliveries & visits), ZERO)
        return min(cents, to_cents(line.rules, exact))


def fraction_text(value: Fraction) -> Any:
    return value.numerator if value.denominator == 1 else str(value)


def json_of(found: Dict[Place, Penalty], book: RuleBook) -> List[Json]:
    """As the command shows them."""
    rows = []
    for (provider, funder, month, group), penalty in sorted(found.items()):
        rules = book.resolve("", "", provider, funder, last_day(month))
        scope, unit = rules.get("correction.scope"), rules.get("correction.unit")
        above, below = penalty.counts.parts(unit)
        rows.append(
            {
                "provider": provider,
                "funder": funder,
                "month": month,
                "scope": scope,
                "group": group,
                "unit": unit,
                "numerator": fraction_text(above),
                "denominator": fraction_text(below),
                "exceeds": penalty.exceeds,
                "penalty": rules.get("correction.penalty"),
                "refused": penalty.refused,
                "undocumented": penalty.undocumented,
                "base": euros_text(penalty.base),
                "amount": euros_text(penalty.amount),
            }
        )
    return rows
