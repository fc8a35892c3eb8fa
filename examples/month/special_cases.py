"""What happens once or twice a month: messages withdrawn, replaced or doubled, visits without
order, and so on.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Callable, Dict, List, Optional, Set

from calendar_fr import DAY
from dice import Dice
from people import Caregiver
from people import make_person
from plans import Client
from visits import Visit, correct_some, lose_stamps, scheduled_visits

REASONS = (
    "Badge oublié",
    "Téléphone du domicile en dérangement",
    "Badge illisible",
    "Oubli de pointage",
)


@dataclass
class MonthFacts:
    """A month's messages, the visits somebody planned, and what else the circumstances say."""

    month: date
    messages: List[Visit] = field(default_factory=list)
    planned: List[Visit] = field(default_factory=list)
    planned_by_place: List[Visit] = field(
        default_factory=list
    )  # planned visits without a document id
    cancelled: List[Visit] = field(default_factory=list)
    extra: List[Visit] = field(default_factory=list)
    cases: Dict[str, List[str]] = field(default_factory=dict)


class SpecialCases:
    """Takes ordinary visits of the month, one by one, and makes special cases of them."""

    def __init__(self, seed: int, facts: MonthFacts, visits: List[Visit]) -> None:
        self.seed = seed
        self.facts = facts
        self.dice = Dice(seed, "special", facts.month.isoformat())
        self.left = {visit.id: visit for visit in visits}
        self.pool = self.dice.shuffled([visit for visit in visits if visit.ordinary])
        self.share = 1 + len(visits) // 600
        self.used: List[Visit] = []
        self.unplanned: Set[str] = set()

    def take(self, fits: Callable[[Visit], bool] = lambda visit: True) -> Optional[Visit]:
        """An ordinary visit that nothing has happened to yet; None when the month has none."""
        for index, visit in enumerate(self.pool):
            if fits(visit):
                del self.pool[index]
                self.used.append(visit)
                return visit
        return None

    def note(self, case: str, visit: Visit) -> None:
        self.facts.cases.setdefault(case, []).append(visit.id)

    def send(self, *visits: Visit) -> None:
        self.facts.messages.extend(visits)

    def new_id(self) -> str:
        return self.dice.hexadecimal(24)

    def run(self) -> None:
        """All cases, each `share` times; then the rest of the month, unchanged."""
        steps: List[Callable[[], None]] = [self.deleted, self.replaced, self.stamps_apart]
        steps += [self.stamps_under_same_id, self.stamps_alone, self.two_ids, self.cancelled]
        steps += [self.cancelled_and_billed, self.extra_minutes, self.overlap, self.no_order]
        steps += [self.not_planned, self.no_line]
        for _ in range(self.share):
            for step in steps:
                step()
        done = {visit.id for visit in self.used}
        self.send(*(visit for visit in self.left.values() if visit.id not in done))
        planned = [visit for visit in self.left.values() if visit.id not in self.unplanned]
        for visit in planned:
            by_place = visit.id not in done and self.dice.chance(4)
            (self.facts.planned_by_place if by_place else self.facts.planned).append(visit)

    def deleted(self) -> None:
        visit = self.take()
        if visit:
            self.send(visit, replace(visit, code="SUP", issued=visit.issued + DAY))
            self.note("deleted", visit)

    def replaced(self) -> None:
        visit = self.take()
        if visit and visit.departure:
            wrong = visit.departure + timedelta(minutes=25)
            self.send(replace(visit, departure=wrong, retained_end=wrong))
            self.send(replace(visit, issued=visit.issued + DAY))
            self.note("replaced", visit)

    def stamps_apart(self) -> None:
        """Created by a manager; the operator sends the stamps under an id of its own."""
        visit = self.take(lambda v: v.client.provider.profile != 3)
        if visit:
            self.send(lose_stamps(visit, "CRE", self.dice))
            apart = replace(visit, id=self.new_id(), code="HOR")
            self.send(apart)
            self.note("stamps_apart", apart)

    def stamps_under_same_id(self) -> None:
        visit = self.take(lambda v: v.client.provider.profile != 3)
        if visit:
            self.send(lose_stamps(visit, "CRE", self.dice))
            self.send(replace(visit, code="HOR", issued=visit.issued + DAY))
            self.note("stamps_under_same_id", visit)

    def stamps_alone(self) -> None:
        """Stamps of a visit that nobody told of."""
        visit = self.take()
        if visit:
            self.unplanned.add(visit.id)
            alone = replace(visit, id=self.new_id(), code="HOR")
            self.send(alone)
            self.note("stamps_alone", alone)

    def two_ids(self) -> None:
        visit = self.take()
        if visit and visit.arrival:
            later = visit.arrival + timedelta(minutes=2)
            twin = replace(visit, id=self.new_id(), issued=visit.issued + timedelta(hours=1))
            twin = replace(twin, arrival=later, retained_start=later)
            self.send(visit, twin)
            self.facts.planned.append(twin)
            self.note("same_visit_two_ids", twin)

    def cancelled(self) -> None:
        visit = self.take(lambda v: v.client.provider.profile in (0, 2))
        if visit:
            self.send(lose_stamps(visit, "CRE", self.dice))
            self.facts.cancelled.append(visit)
            self.note("cancelled", visit)

    def cancelled_and_billed(self) -> None:
        """At a provider whose rules bill cancelled visits to the beneficiary."""
        visit = self.take(lambda v: v.client.provider.profile == 1)
        if visit:
            self.send(lose_stamps(visit, "CRE", self.dice))
            self.facts.cancelled.append(visit)
            self.note("cancelled_billed_to_beneficiary", visit)

    def extra_minutes(self) -> None:
        visit = self.take()
        if visit:
            longer = replace(visit, code="MDT", extra_minutes=self.dice.pick((10, 15, 20)))
            self.send(longer)
            self.facts.extra.append(longer)
            self.note("extra_minutes", visit)

    def overlap(self) -> None:
        """The same caregiver at a second home at the same time."""
        busy = {(v.client.number, v.planned_start.date()) for v in self.left.values()}
        for visit in self.pool:
            for other in self.pool:
                client = other.client
                same_house = client.provider.id == visit.client.provider.id
                if same_house and (client.number, visit.planned_start.date()) not in busy:
                    second = replace(visit, id=self.new_id(), client=client, line=other.line)
                    second = replace(second, order_line_id=other.line.id)
                    self.send(second)
                    self.facts.planned.append(second)
                    self.note("caregiver_overlap", second)
                    self.take(lambda v, chosen=visit: v is chosen)  # type: ignore[misc]
                    self.send(visit)
                    return

    def no_order(self) -> None:
        """A person nobody ordered help for."""
        visit = self.take()
        if visit:
            number = 900000 + len(self.facts.cases.get("no_order", []))
            stranger = replace(visit.client, number=number, person=make_person(self.seed, number))
            caregiver = Caregiver(f"59{number % 1000:03d}", visit.caregiver.name)
            lost = replace(visit, id=self.new_id(), client=stranger, caregiver=caregiver)
            lost = replace(lost, order_line_id="PLAN-00000-1")
            self.send(visit, lost)
            self.facts.planned.append(lost)
            self.note("no_order", lost)

    def not_planned(self) -> None:
        visit = self.take()
        if visit:
            self.unplanned.add(visit.id)
            self.send(visit)
            self.note("planned_time_missing", visit)

    def no_line(self) -> None:
        """Without the order line's number; the service's code finds it, where the provider writes
        that code.
        """
        visit = self.take(lambda v: v.client.provider.profile == 2)
        if visit:
            self.send(replace(visit, order_line_id=None))
            self.note("no_order_line_id", visit)


def make_facts(seed: int, month: date, first_month: date, clients: List[Client]) -> MonthFacts:
    """A whole month by itself; what is late or changed afterwards is the caller's business."""
    facts = MonthFacts(month)
    visits = correct_some(seed, month, scheduled_visits(seed, month, first_month, clients))
    SpecialCases(seed, facts, visits).run()
    return facts
