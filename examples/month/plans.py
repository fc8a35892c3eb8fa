"""What the departement and the other funders ordered: care plans, orders, weekly schedules."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import List, Optional, Sequence, Tuple

from calendar_fr import days_of
from dice import Dice
from people import DEPARTEMENT, MUTUAL, PENSION_FUND, Funder, Person, Provider
from people import make_person, make_provider

# One role for each beneficiary, by its number: every kind of case occurs once in twenty.
ROLES = (
    "plain stacked_pch plain two_services funder_change over_plan "
    "incompatible_rule stacked_apa pch plain "
    "absence plan_change night incompatible_period superseded_order "
    "stacked_pch plain over_plan plain pension"
).split()

PARTICIPATIONS = ("0", "0", "9.5591", "13.6192", "13.6192", "17.3188", "26.1715")


@dataclass(frozen=True)
class Service:
    """A kind of help: the ordering party's own code, and the type of aid."""

    code: str
    label: str
    aid_type: str


HOME_HELP = Service("APA-HR", "Aide à domicile", "APA")
SOCIAL_LINK = Service("APA-LS", "Lien social", "APA")
PCH_HELP = Service("PCH-HR", "Aide humaine", "PCH")
HOUSEKEEPING = Service("AM-HR", "Aide ménagère", "AM")


@dataclass(frozen=True)
class OrderLine:
    """One service of an order, with its monthly hours."""

    id: str
    service: Service
    payer: Funder
    tariff: str
    provider_rate: Optional[str]
    hours: str
    participation: str


@dataclass(frozen=True)
class Order:
    """One ORDER message; both days of validity are included."""

    id: str
    issued: date
    first_day: date
    last_day: Optional[date]
    provider: Provider
    beneficiary: Person
    payer: Funder
    plan_id: str
    previous_id: Optional[str]
    lines: List[OrderLine]

    def covers(self, day: date) -> bool:
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


@dataclass(frozen=True)
class Slot:
    """A visit of every week: Monday is 0, the start in minutes of the day."""

    weekday: int
    start: int
    minutes: int
    social: bool = False


@dataclass
class Client:
    """A beneficiary with plan, orders and schedule."""

    number: int
    role: str
    person: Person
    provider: Provider
    slots: List[Slot]
    orders: List[Order] = field(default_factory=list)

    def line_on(self, day: date, social: bool) -> OrderLine:
        """The order line a visit of that day names: the first funder's, the valid order's."""
        order = [o for o in self.orders if o.covers(day)][-1]
        lines = [line for line in order.lines if line.payer.id == order.payer.id]
        return lines[-1] if social else lines[0]


def weekly_slots(dice: Dice, role: str) -> List[Slot]:
    """Three to six visits a week, most of 30, 60 or 120 minutes, some on Saturday, Sunday or in
    the evening.
    """
    if role == "night":
        return [Slot(5, 22 * 60, 8 * 60), Slot(2, 23 * 60, 90), Slot(0, 9 * 60, 60)]
    days = list(range(7))
    weights = [17, 17, 17, 17, 17, 8, 9]
    slots: List[Slot] = []
    for _ in range(dice.weighted((3, 4, 5, 6), (15, 25, 35, 25))):
        day = dice.weighted(days, weights)
        weights.pop(days.index(day))
        days.remove(day)
        minutes = dice.weighted(
            (15, 30, 45, 60, 75, 90, 120, 180, 240), (4, 25, 8, 30, 4, 7, 15, 4, 3)
        )
        start = 15 * dice.between(32, 72)
        if dice.chance(12):
            start = 15 * dice.between(76, 80)
        slots.append(Slot(day, start, minutes))
        if minutes <= 60 and start < 12 * 60 and dice.chance(15):
            slots.append(Slot(day, 18 * 60 + 15 * dice.below(6), 30))
    if role == "two_services":
        slots[-1] = Slot(slots[-1].weekday, 14 * 60 + 30, 60, social=True)
        slots = [s for s in slots[:-1] if s.weekday != slots[-1].weekday] + slots[-1:]
    return slots


def expected_minutes(slots: Sequence[Slot]) -> int:
    """What the schedule asks for in a month of 30.4 days."""
    return sum(slot.minutes for slot in slots) * 4345 // 1000


def hours(minutes: int, percent: int) -> str:
    """A share of the minutes as hours of a plan, to the half hour, at least one hour."""
    halves = max(2, (minutes * percent // 100 + 15) // 30)
    return f"{halves // 2}" if halves % 2 == 0 else f"{halves // 2}.5"


class OrderMaker:
    """Writes the orders of one beneficiary."""

    def __init__(self, seed: int, client: Client, month: date, before: date) -> None:
        self.dice = Dice(seed, "orders", client.number)
        self.client = client
        self.month = month
        self.before = before
        self.wanted = expected_minutes([s for s in client.slots if not s.social])
        self.part = self.dice.pick(PARTICIPATIONS)
        self.plan_id = f"PLAN-{70000 + client.number}"

    def line(
        self, number: int, service: Service, payer: Funder, amount: str, part: Optional[str] = None
    ) -> OrderLine:
        tariffs = {
            ("CD99", "APA"): "24.58",
            ("CD99", "PCH"): "25.00",
            ("CARSAT99", "AM"): "26.80",
            ("MUT99", "APA"): "26.10",
            ("MUT99", "PCH"): "22.345",
        }
        rate = "27.40" if self.client.provider.profile == 3 else None
        return OrderLine(
            f"{self.plan_id}-{number}",
            service,
            payer,
            tariffs[payer.id, service.aid_type],
            rate,
            amount,
            self.part if part is None else part,
        )

    def order(
        self,
        number: int,
        lines: List[OrderLine],
        payer: Funder,
        first_day: date,
        last_day: Optional[date],
        previous_id: Optional[str] = None,
    ) -> Order:
        serial = 10 * self.client.number + number
        issued = first_day - timedelta(days=10 - number)
        return Order(
            f"CMD-{self.before.year}-{serial:06d}",
            issued,
            first_day,
            last_day,
            self.client.provider,
            self.client.person,
            payer,
            self.plan_id,
            previous_id,
            lines,
        )

    def make(self) -> List[Order]:
        """The orders of the beneficiary's role."""
        maker = getattr(self, f"_{self.client.role}", self._plain)
        result: List[Order] = maker()
        return result

    def _until(self) -> Optional[date]:
        return None if self.dice.chance(30) else self.before + timedelta(days=729)

    def _single(self, service: Service, percent: int, payer: Funder = DEPARTEMENT) -> List[Order]:
        line = self.line(1, service, payer, hours(self.wanted, percent))
        return [self.order(1, [line], payer, self.before, self._until())]

    def _plain(self) -> List[Order]:
        return self._single(HOME_HELP, self.dice.between(88, 120))

    def _over_plan(self) -> List[Order]:
        return self._single(HOME_HELP, self.dice.between(65, 85))

    def _absence(self) -> List[Order]:
        return self._single(HOME_HELP, self.dice.between(75, 85))

    def _pch(self) -> List[Order]:
        return self._single(PCH_HELP, self.dice.between(90, 110))

    def _night(self) -> List[Order]:
        return self._single(PCH_HELP, 92)

    def _pension(self) -> List[Order]:
        return self._single(HOUSEKEEPING, self.dice.between(80, 110), PENSION_FUND)

    def _two_services(self) -> List[Order]:
        first = self.line(1, HOME_HELP, DEPARTEMENT, hours(self.wanted, self.dice.between(80, 100)))
        second = self.line(2, SOCIAL_LINK, DEPARTEMENT, "5")
        return [self.order(1, [first, second], DEPARTEMENT, self.before, self._until())]

    def _stacked(self, service: Service, swapped: bool) -> List[Order]:
        first = self.line(1, service, DEPARTEMENT, hours(self.wanted, self.dice.between(45, 65)))
        second = self.line(2, service, MUTUAL, hours(self.wanted, self.dice.between(25, 50)), "10")
        lines = [second, first] if swapped else [first, second]
        return [self.order(1, lines, DEPARTEMENT, self.before, self._until())]

    def _stacked_pch(self) -> List[Order]:
        return self._stacked(PCH_HELP, swapped=False)

    def _stacked_apa(self) -> List[Order]:
        # Written in the other order: it is the rule book that says who pays first.
        return self._stacked(HOME_HELP, swapped=True)

    def _mid_month(self) -> date:
        return self.month + timedelta(days=self.dice.between(10, 18))

    def _funder_change(self) -> List[Order]:
        change = self._mid_month()
        old = self.line(1, HOUSEKEEPING, PENSION_FUND, hours(self.wanted, 95), "27")
        new = self.line(2, HOME_HELP, DEPARTEMENT, hours(self.wanted, 48))
        last_day = change - timedelta(days=1)
        return [
            self.order(1, [old], PENSION_FUND, self.before, last_day),
            self.order(2, [new], DEPARTEMENT, change, self._until()),
        ]

    def _plan_change(self) -> List[Order]:
        change = self._mid_month()
        old = self.line(1, HOME_HELP, DEPARTEMENT, hours(self.wanted, 70))
        new = self.line(2, HOME_HELP, DEPARTEMENT, hours(self.wanted, 90))
        last_day = change - timedelta(days=1)
        return [
            self.order(1, [old], DEPARTEMENT, self.before, last_day),
            self.order(2, [new], DEPARTEMENT, change, self._until()),
        ]

    def _superseded_order(self) -> List[Order]:
        amount = hours(self.wanted, 100)
        wrong = self.line(1, HOME_HELP, DEPARTEMENT, hours(self.wanted, 40), "50")
        right = self.line(1, HOME_HELP, DEPARTEMENT, amount)
        until = self._until()
        first = self.order(1, [wrong], DEPARTEMENT, self.before, until)
        return [first, self.order(2, [right], DEPARTEMENT, self.before, until, first.id)]


def make_clients(
    seed: int, month: date, before: date, beneficiaries: int, providers: int
) -> Tuple[List[Provider], List[Client]]:
    """All providers, and all beneficiaries with their orders; roles and providers are not tied to
    each other.
    """
    houses = [make_provider(seed, n, -(-beneficiaries // providers)) for n in range(providers)]
    clients = []
    for number in range(beneficiaries):
        role = ROLES[number % len(ROLES)]
        provider = houses[(number + number // len(ROLES)) % providers]
        slots = weekly_slots(Dice(seed, "slots", number), role)
        client = Client(number, role, make_person(seed, number), provider, slots)
        client.orders = OrderMaker(seed, client, month, before).make()
        clients.append(client)
    assert len(days_of(month)) >= 28
    return houses, clients
