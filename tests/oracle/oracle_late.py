"""What comes too late, and what a payer refused: docs/rules/invoicing.md."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from typing import Dict, Set, Tuple

from oracle_duration import NotBilled
from oracle_input import Message, OrderLine
from oracle_rules import Rules
from oracle_time import last_day, month_of, months_between

CORRECTIONS = ("COA", "COD", "CO2", "CRE", "MDT", "SUP")


@dataclass(frozen=True)
class Kept:
    """How long a billed visit was, and the order line that priced it."""

    seconds: Fraction
    line: OrderLine


@dataclass
class Late:
    """What earlier runs have billed, and when this one is."""

    billed: Set[str] = field(default_factory=set)
    rejected: Set[str] = field(default_factory=set)
    kept: Dict[Tuple[str, str], Kept] = field(default_factory=dict)  # by visit and month
    month: str = ""
    as_of: date = date.max

    def check(self, rules: Rules, message: Message, day: date) -> None:
        """A visit that was billed stays billable."""
        if message.id in self.rejected:
            raise NotBilled("REJECTED_BY_PAYER")
        if message.id in self.billed:
            return
        bar = rules.get("invoicing.time_bar_months")
        if bar is not None and months_between(month_of(day), month_of(self.as_of)) > int(bar):
            raise NotBilled("TIME_BARRED")
        cutoff = rules.get("invoicing.cutoff_day")
        if cutoff is not None and message.issued.date() > self.closing(int(cutoff)):
            raise NotBilled("AFTER_CUTOFF")

    def closing(self, day: int) -> date:
        """The end of that day of the month after the billed one; in a shorter month its last day."""
        following = month_of(last_day(self.month) + timedelta(days=1))
        end = last_day(following)
        return end.replace(day=min(day, end.day))

    @staticmethod
    def too_late(rules: Rules, message: Message, day: date) -> bool:
        """A message with a correction code that comes after the delay for corrections is not taken."""
        days = rules.get("invoicing.correction_deadline_days")
        if days is None or message.code not in CORRECTIONS:
            return False
        return message.issued.date() > day + timedelta(days=int(days))
