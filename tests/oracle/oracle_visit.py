"""A visit on its way through the chain."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Dict, List, Optional, Set, Tuple

from oracle_duration import Billable, Interval
from oracle_input import Message, OrderLine
from oracle_pricing import Segment
from oracle_rules import Rules
from oracle_time import month_of


@dataclass
class Visit:
    """A visit on its way: first its time, then its segments."""

    message: Message
    line: OrderLine
    rules: Rules
    day: date
    time: Billable
    extra: Fraction
    kind: str  # class
    by_evidence: str
    planned: Optional[Interval] = None
    incompatible: bool = False
    cancelled: bool = False
    outage: bool = False
    declared: str = ""  # per_visit, monthly
    share: Fraction = Fraction(1)  # of price and rates, for waiting and declarations
    segments: List[Segment] = field(default_factory=list)
    invoiced: bool = False  # on an invoice to a funder
    by_code: str = ""  # class that the code alone gives
    whole: Optional[Fraction] = None  # of a part: seconds of the whole visit
    second_to: List[Tuple[str, str]] = field(default_factory=list)  # the visits of which it is the second: provider, id
    own_times: Dict[str, Fraction] = field(default_factory=dict)  # by funder, other than the first

    @property
    def order(self) -> Tuple[str, str]:
        """Clock order: a visit stands where its message says it began."""
        begin = self.message.retained[0] or self.message.arrival
        assert begin is not None
        return (begin.isoformat(), self.message.id)

    @property
    def month(self) -> str:
        return month_of(self.day)

    @property
    def seconds(self) -> Fraction:
        return sum((segment.seconds for segment in self.segments), Fraction(0))

    @property
    def amount(self) -> Fraction:
        return sum((segment.amount for segment in self.segments), Fraction(0))


@dataclass
class Prepared:
    """All visits with a price, and those that are not billed, with the reason and what they would
    have cost.
    """

    visits: List[Visit] = field(default_factory=list)
    unbilled: Dict[str, Tuple[str, Optional[Fraction]]] = field(default_factory=dict)
    paid_once: Set[str] = field(default_factory=set)  # second visits of which shared time is not paid
