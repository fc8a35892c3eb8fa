"""Correction, télégestion and declarative rates: the rules reference, section 2e."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Dict, List, Optional, Tuple

from oracle_stamps import weight
from oracle_time import euros_text, round_half_up
from oracle_visit import Prepared, Visit

Json = Dict[str, Any]
ZERO = Fraction(0)
MODIFIED = ("START_CORRECTED", "END_CORRECTED", "BOTH_CORRECTED")
STAMPS = {
    "START_CORRECTED": 1,
    "END_CORRECTED": 1,
    "BOTH_CORRECTED": 2,
    "CREATED": 2,
    "NOT_PROBATIVE": 2,
    "TIMES_CHANGED": 2,
}


@dataclass
class Counts:
    """What a rate is made of."""

    number: int = 0
    corrected: Fraction = ZERO  # by weight
    touched: int = 0  # visits that are corrected, whatever their weight
    stamps: int = 0
    corrected_stamps: Fraction = ZERO
    seconds: Fraction = ZERO
    corrected_seconds: Fraction = ZERO
    created: int = 0
    modified: int = 0
    stamped: int = 0
    declarative: int = 0

    def parts(self, unit: str) -> Tuple[Fraction, Fraction]:
        """Numerator and denominator of the rate."""
        return {
            "by_intervention": (self.corrected, Fraction(self.number)),
            "by_stamp": (self.corrected_stamps, Fraction(self.stamps)),
            "by_minutes": (self.corrected_seconds, self.seconds),
        }[unit]

    def rate(self, unit: str) -> Optional[Fraction]:
        """The exact fraction; None of nothing."""
        above, below = self.parts(unit)
        return above / below if below else None


def percent_text(value: Optional[Fraction]) -> Optional[str]:
    """A percentage with two decimals, half up; null of nothing."""
    return None if value is None else euros_text(round_half_up(value * 100, 100))


def add(counts: Counts, visit: Visit) -> None:
    rules = visit.rules
    counts.declarative += visit.declared == "per_visit"
    excluded = rules.get("correction.exclude")
    if visit.declared == "monthly" or not visit.message.timed:
        return
    if visit.incompatible and not rules.get("incompatible.in_rates"):
        if "INCOMPATIBLE" in excluded:
            return
    if visit.outage and "OUTAGE" in excluded:
        return
    declared = visit.declared == "per_visit"
    how = rules.get("correction.declarative")
    if declared and how == "exclude":
        return
    factor = weight(rules, visit.kind)
    stamps = Fraction(STAMPS.get(visit.kind, 0)) if factor else ZERO
    if declared and how == "as_corrected":
        factor, stamps = Fraction(1), Fraction(2)
    if visit.extra and rules.get("extra_minutes.counts_as_correction"):
        factor = max(factor, Fraction(1))
    counts.number += 1
    counts.corrected += factor
    counts.touched += factor > 0
    counts.stamps += 2
    counts.corrected_stamps += stamps
    # Reading: a visit counts once, in the month of its date, with all its minutes.
    seconds = visit.seconds if visit.whole is None else visit.whole
    counts.seconds += seconds
    counts.corrected_seconds += seconds if factor else ZERO
    counts.created += visit.kind == "CREATED"
    counts.modified += visit.kind in MODIFIED
    counts.stamped += visit.by_evidence == "STAMPED" and visit.kind == "STAMPED"


def billed_visits(prepared: Prepared, over: str = "funder") -> List[Visit]:
    """The visits on an invoice, each once.

    Two readings of "on an invoice": a funder's (`funder`), or the beneficiary's too (`any`; a
    visit that was cancelled did not take place and is in neither).
    """
    found = []
    counted = set()
    for visit in sorted(prepared.visits, key=lambda v: v.day):
        billed = over == "any" or visit.invoiced
        plain = visit.declared == "monthly" or not visit.message.timed
        if plain:
            continue  # never in a rate
        if not billed or visit.cancelled or visit.message.id in counted:
            continue
        counted.add(visit.message.id)  # of a visit over two days or months the first part on an invoice
        found.append(visit)
    return found


def rates(prepared: Prepared, month: str, over: str = "funder") -> Dict[str, Counts]:
    """By provider, the visits of the month on an invoice."""
    found: Dict[str, Counts] = {}
    for visit in billed_visits(prepared, over):
        if visit.month == month:
            add(found.setdefault(visit.message.provider, Counts()), visit)
    return found


def refused(number: int, corrected: int, threshold: Fraction) -> int:
    """e3: corrected visits beyond the threshold (percent)."""
    allowed = number * threshold / 100
    return max(0, corrected - allowed.numerator // allowed.denominator)


def reduction(rate: Fraction, threshold: Fraction, k: Fraction) -> Fraction:
    """e4: the part of the pay that is taken off, as a fraction."""
    return k * max(ZERO, rate - threshold / 100)


def row_json(provider: str, month: str, counts: Counts, unit: str) -> Json:
    return {
        "provider": provider,
        "month": month,
        "interventions": counts.number,
        "corrected": counts.touched,
        "rate_pct": percent_text(counts.rate(unit)),
    }


def rows_json(found: Dict[str, Counts], month: str, unit: str) -> List[Json]:
    return [row_json(name, month, found[name], unit) for name in sorted(found)]
