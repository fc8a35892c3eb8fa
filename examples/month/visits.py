"""The visits of a month: the weekly schedule as it was really lived, with stamps and their gaps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Dict, List, Optional, Tuple

from calendar_fr import days_of, elapsed_seconds, midnight, next_month
from dice import Dice
from people import Caregiver
from plans import Client, OrderLine, Slot

CORRECTED_PER_THOUSAND = 70
MISSING_CODES = ("COA", "COA", "COA", "COD", "COD", "COD", "CO2", "CO2", "CRE")
BREAK = timedelta(minutes=30)  # between two visits of a caregiver; real times stray less than that


@dataclass(frozen=True)
class Visit:
    """One visit, and the DELIVERY message that tells of it."""

    id: str
    client: Client
    line: OrderLine
    caregiver: Caregiver
    planned_start: datetime
    planned_end: datetime
    retained_start: datetime
    retained_end: datetime
    arrival: Optional[datetime]
    departure: Optional[datetime]
    code: str
    issued: datetime
    extra_minutes: int = 0
    order_line_id: Optional[str] = None

    @property
    def ordinary(self) -> bool:
        """Stamped on both sides, by day, under an order that does not change: fit for a special
        case.
        """
        steady = self.client.role in ("plain", "over_plan", "pch", "pension", "absence")
        return steady and self.code == "" and self.departure is not None and self.minutes >= 30

    @property
    def minutes(self) -> int:
        return elapsed_seconds(self.planned_start, self.planned_end) // 60

    @property
    def billed_hours(self) -> str:
        """Decimal hours in floating point, as production writes them."""
        seconds = elapsed_seconds(self.retained_start, self.retained_end) + 60 * self.extra_minutes
        text = repr(seconds / 3600)
        return text[:-2] if text.endswith(".0") else text


def issue_time(month: date) -> datetime:
    """The deliveries of a month leave on the 5th of the next one."""
    return midnight(next_month(month)) + timedelta(days=4, hours=10, minutes=15)


class Roster:
    """Finds a caregiver who is free; falls back on the usual one."""

    def __init__(self) -> None:
        self.busy: Dict[Tuple[str, date], List[Tuple[datetime, datetime]]] = {}

    def assign(self, client: Client, start: datetime, end: datetime) -> Caregiver:
        team = client.provider.caregivers
        usual = client.number // 4 % len(team)
        for step in range(len(team)):
            caregiver = team[(usual + step) % len(team)]
            times = self.busy.setdefault((caregiver.id, start.date()), [])
            if all(end + BREAK <= begun or done + BREAK <= start for begun, done in times):
                times.append((start, end))
                return caregiver
        return team[usual]


def real_times(dice: Dice, start: datetime, end: datetime) -> Tuple[datetime, datetime]:
    """When the caregiver really came and left: mostly on time, some visits shorter, some longer."""
    planned = elapsed_seconds(start, end)
    gap = dice.weighted((0, 1, 2), (55, 20, 25))
    if gap == 0:
        change = dice.between(-240, 240)
    elif gap == 1:
        change = -dice.between(300, max(301, min(1500, planned // 3)))
    else:
        change = dice.between(300, 720)
    arrival = start + timedelta(seconds=dice.between(-420, 420))
    return arrival, arrival + (end - start) + timedelta(seconds=change)


def make_visit(
    seed: int, client: Client, slot: Slot, day: date, roster: Roster, issued: datetime
) -> Visit:
    """One visit of the schedule, before anything goes wrong with its stamps."""
    start = midnight(day) + timedelta(minutes=slot.start)
    end = start + timedelta(minutes=slot.minutes)
    dice = Dice(seed, "visit", client.number, start.isoformat())
    line = client.line_on(day, slot.social)
    arrival: Optional[datetime]
    departure: Optional[datetime]
    arrival, departure = real_times(dice, start, end)
    retained, code = (arrival, departure), ""
    incompatible = client.role.startswith("incompatible")
    declared = slot.social or (client.provider.profile == 3 and dice.chance(12))
    if incompatible or declared:
        arrival = departure = None
        retained = (start, end)
        code = "CRE" if incompatible else ""
    return Visit(
        id=f"{dice.hexadecimal(24)}",
        client=client,
        line=line,
        caregiver=roster.assign(client, start, end),
        planned_start=start,
        planned_end=end,
        retained_start=retained[0],
        retained_end=retained[1],
        arrival=arrival,
        departure=departure,
        code=code,
        issued=issued,
        order_line_id=line.id,
    )


def away(client: Client, day: date, first_month: date) -> bool:
    """Two weeks in hospital in the first month, for those who have that role."""
    return client.role == "absence" and day.replace(day=1) == first_month and 8 <= day.day <= 21


def scheduled_visits(
    seed: int, month: date, first_month: date, clients: List[Client]
) -> List[Visit]:
    """All visits of the month, in the order of days."""
    roster = Roster()
    issued = issue_time(month)
    missed = (
        10 if month == first_month else 4
    )  # in a hundred: holidays leave hours for the month after
    visits = []
    for day in days_of(month):
        for client in clients:
            if away(client, day, first_month):
                continue
            for slot in client.slots:
                if slot.weekday != day.weekday():
                    continue
                end = midnight(day) + timedelta(minutes=slot.start + slot.minutes)
                dice = Dice(seed, "done", client.number, day.isoformat(), slot.start)
                night = client.role == "night"
                if end > midnight(next_month(month)) or (not night and dice.chance(missed)):
                    continue
                visits.append(make_visit(seed, client, slot, day, roster, issued))
    return visits


def lose_stamps(visit: Visit, code: str, dice: Dice) -> Visit:
    """The visit as its manager completed it.

    CO2 keeps stamps that were cancelled, as production sends them.
    """
    change: Dict[str, Any] = {"code": code}
    arrival, departure = visit.arrival, visit.departure
    if code == "COA":
        typed = visit.planned_start if dice.chance(60) else visit.retained_start.replace(second=0)
        change.update(arrival=None, retained_start=typed)
    elif code == "COD":
        typed = visit.planned_end if dice.chance(60) else visit.retained_end.replace(second=0)
        change.update(departure=None, retained_end=typed)
    elif code == "CRE" or dice.chance(50):
        change.update(
            arrival=None,
            departure=None,
            retained_start=visit.planned_start,
            retained_end=visit.planned_end,
        )
    assert arrival is not None and departure is not None
    return replace(visit, **change)


def correct_some(seed: int, month: date, visits: List[Visit]) -> List[Visit]:
    """Seven visits in a hundred lose a stamp, or both."""
    dice = Dice(seed, "corrections", month.isoformat())
    stamped = [index for index, visit in enumerate(visits) if visit.departure is not None]
    chosen = dice.shuffled(stamped)[: len(stamped) * CORRECTED_PER_THOUSAND // 1000]
    result = list(visits)
    for number, index in enumerate(sorted(chosen)):
        code = MISSING_CODES[number % len(MISSING_CODES)]
        result[index] = lose_stamps(visits[index], code, dice)
    return result
