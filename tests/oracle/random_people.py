"""The people of a random month: who is ordered what, and the visits they had."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import List, Optional, Sequence

from random_month import DAY, PRICES, Line, Month, Order, Visit
from random_rules import Dice

CODES = ("", "", "", "", "", "COA", "COD", "CO2", "CRE", "MDT")


class People:
    """Fills a month with orders and visits."""

    def __init__(self, dice: Dice, month: Month, families: Sequence[str]) -> None:
        self.dice, self.month, self.families = dice, month, set(families)
        self.first = date.fromisoformat(month.month + "-01")
        self.count = 0
        long = {"smoothing", "pools", "tariff_month", "periods", "advance", "euros", "crossing"}
        self.months_back = dice.pick([0, 1, 2, 3]) if self.families & long else dice.pick([0, 0, 1])

    def fill(self) -> None:
        for number in range(1, self.dice.pick([1, 2, 2, 3]) + 1):
            self.person(f"B{number}")

    def start_of(self, back: int) -> date:
        day = self.first
        for _ in range(back):
            day = (day - DAY).replace(day=1)
        return day

    def person(self, name: str) -> None:
        dice = self.dice
        houses = ["SAAD01"] + (["SAAD02"] if dice.chance(30) else [])
        for house in houses:
            orders = self.orders(name, house)
            self.month.orders += orders
            self.visits(name, house, orders)
            if "declared_month" in self.families and dice.chance(70):
                self.declaration(name, house, orders)
            if "units" in self.families and dice.chance(70):
                self.meals(name, house)

    def hours(self, period: str) -> str:
        few = self.dice.pick(["2", "3.5", "5", "8", "12", "20"])
        return {"WEE": "2", "": "40"}.get(period, few)

    def lines(self, plan: str) -> List[Line]:
        dice = self.dice
        period = "MON"
        if self.families & {"weekly", "weeks"}:
            period = "WEE" if "weeks" in self.families or dice.chance(70) else "MON"
        elif "periods" in self.families and dice.chance(30):
            period = "MON"
        price = dice.pick([None, None, *PRICES])
        percent = dice.pick([None, "13.6192", "20", "9.5"])
        if self.families & {"participation", "participation_more"} and dice.chance(60):
            percent = None
        sunday = dice.pick([None, None, "25"]) if "surcharges" in self.families else None
        found = []
        for service in ["APA-HR"] + (["APA-LS"] if dice.chance(50) else []):
            tariff = dice.pick(PRICES)
            number = f"{plan}-{len(found) + 1}"
            hours = self.hours(period)
            found.append(
                Line(number, service, "CD99", hours, period, tariff, price, percent, sunday)
            )
        if dice.chance(35):
            extra = dice.pick([None, "10", "50"])
            tariff = dice.pick(PRICES)
            number = f"{plan}-{len(found) + 1}"
            hours = self.hours(period)
            found.append(Line(number, "APA-HR", "MUT99", hours, period, tariff, price, extra))
        return found

    def orders(self, name: str, house: str) -> List[Order]:
        """One order, or two of which the second replaces the first within the month."""
        dice = self.dice
        plan = f"P-{name}-{house}"  # of its lines; the plan itself is the person's, whoever works
        begin = self.start_of(self.months_back + dice.pick([0, 0, 1]))
        if self.families & {"prorata", "weekly"} and dice.chance(50):
            begin = self.first + dice.below(20) * DAY
        last: Optional[date] = None
        if "periods" in self.families or dice.chance(20):
            last = self.first + (27 + dice.below(60)) * DAY
        issued = datetime(begin.year, begin.month, begin.day, 11) - timedelta(days=20)
        lines = self.lines(plan)
        first = Order(f"O-{name}-{house}-1", issued, begin, last, name, house, f"P-{name}", lines)
        if "participation_more" in self.families and dice.chance(40):
            first.monthly = dice.pick(["15.00", "36.19"])
            lines[:] = [line for line in lines if line.payer == "CD99"]
            for line in lines:  # a percentage beside the amount contradicts it
                line.percent = None
        if not dice.chance(50 if self.families & {"prorata", "pools", "tariff_month"} else 20):
            return [first]
        change = self.first + dice.pick([0, 9, 15]) * DAY
        if change <= begin:
            return [first]
        plan2 = f"P-{name}" + ("b" if "pools" in self.families and dice.chance(50) else "")
        second_lines = [Line(**line.__dict__) for line in lines]
        for line in second_lines:
            line.hours = self.hours(line.period)
            line.tariff = dice.pick(PRICES)
        second = Order(
            f"O-{name}-{house}-2",
            issued + timedelta(days=3),
            change,
            last if last is None or last > change else None,
            name,
            house,
            plan2,
            second_lines,
            first.number,
        )
        return [first, second]

    def visits(self, name: str, house: str, orders: List[Order]) -> None:
        dice = self.dice
        late = 13 if house == "SAAD02" else 0
        for back in range(self.months_back, -1, -1):
            day = self.start_of(back)
            month = day.month
            while day.month == month:
                if dice.chance(28 if self.months_back else 45):
                    self.visit(name, house, orders, day, late)
                day += DAY

    def declaration(self, name: str, house: str, orders: List[Order]) -> None:
        """The total of a month, or of nearly one."""
        dice = self.dice
        following = (self.first.replace(day=28) + 4 * DAY).replace(day=1)
        start = datetime(self.first.year, self.first.month, 1)
        end = datetime(following.year, following.month, 1)
        end -= dice.pick([timedelta(0), timedelta(seconds=1), timedelta(minutes=1)])
        if dice.chance(20):
            start += DAY
        line = self.line_on(orders, self.first)
        if line is not None:
            hours = dice.pick(["12", "7.75", "3.3333333333", "30"])
            self.entry(name, house, line, (start, end), hours)

    def meals(self, name: str, house: str) -> None:
        """Meals: an order in pieces, and some of them delivered."""
        dice = self.dice
        begin = self.start_of(self.months_back)
        percent = dice.pick([None, "25", "13.6192"])
        count = dice.pick(["3", "10", "31"])
        line = Line(
            f"M-{name}-{house}-1", "MEAL", "CD99", count, "MON", "8.20", None, percent, unit="C62"
        )
        issued = datetime(begin.year, begin.month, 1, 9) - timedelta(days=25)
        order = Order(
            f"M-{name}-{house}", issued, begin, None, name, house, f"M-{name}-{house}", [line]
        )
        self.month.orders.append(order)
        for day in range(1, 27, dice.pick([2, 3, 5])):
            noon = datetime(self.first.year, self.first.month, day, 12)
            count = dice.pick(["1", "2", "1.5"])
            self.entry(name, house, line, (noon, noon + timedelta(minutes=5)), count)

    def entry(
        self, name: str, house: str, line: Line, time: tuple[datetime, datetime], hours: str
    ) -> None:
        """A delivery without stamps."""
        self.count += 1
        number, issued = f"V{self.count:04d}", time[1] + timedelta(days=2, seconds=self.count)
        caregiver = f"D-{name}-{house}"
        visit = Visit(
            number, issued, name, house, caregiver, line, *time, None, None, "", hours
        )
        self.month.visits.append(visit)

    def line_on(self, orders: List[Order], day: date) -> Optional[Line]:
        found = [o for o in orders if o.first <= day and (o.last is None or day <= o.last)]
        if not found:
            return None
        lines = [line for line in found[-1].lines if line.payer == "CD99"]
        return self.dice.pick(lines)

    def visit(self, name: str, house: str, orders: List[Order], day: date, late: int) -> None:
        dice = self.dice
        line = self.line_on(orders, day)
        if line is None:
            return
        self.count += 1
        number = f"V{self.count:04d}"
        # The two providers of a person come at other times of the day.
        hour = dice.pick([18, 19, 20, 21, 22]) if late else dice.pick([6, 7, 8, 9, 10, 11, 13])
        start = datetime(day.year, day.month, day.day, hour, dice.pick([0, 15, 30, 7]))
        minutes = dice.pick([15, 30, 45, 60, 60, 90, 120, 52, 67, 180])
        if late and dice.chance(20):
            minutes = 480
        planned = (start, start + timedelta(minutes=minutes))
        arrival = start + timedelta(seconds=dice.between(-1200, 1200))
        departure = planned[1] + timedelta(seconds=dice.between(-1200, 1500))
        if departure <= arrival:
            departure = arrival + timedelta(minutes=20, seconds=11)
        if dice.chance(15):
            arrival, departure = planned
        retained = dice.pick([planned, (arrival.replace(second=0), departure.replace(second=0))])
        code = dice.pick(CODES)
        stamps = self.stamps(code, arrival, departure)
        issued = datetime(day.year, day.month, day.day, 23, 59) + timedelta(
            days=1, seconds=self.count
        )
        hours = f"{(retained[1] - retained[0]).total_seconds() / 3600:.10f}"
        caregiver = f"C-{name}-{house}"
        visit = Visit(
            number, issued, name, house, caregiver, line, *retained, *stamps, code, hours
        )
        self.month.visits.append(visit)
        if dice.chance(30):
            visit.method = dice.pick(["IVR", "MANUAL"])
        self.plan(visit, planned)
        self.special(visit)

    def stamps(
        self, code: str, arrival: datetime, departure: datetime
    ) -> tuple[Optional[datetime], Optional[datetime]]:
        """The stamps that fit a code, mostly."""
        dice = self.dice
        if dice.chance(8):
            return dice.pick([(arrival, None), (None, departure), (None, None)])
        lost = {"COA": (None, departure), "COD": (arrival, None)}
        if code in ("CO2", "CRE"):
            return (None, None)
        return lost.get(code, (arrival, departure))

    def plan(self, visit: Visit, planned: tuple[datetime, datetime]) -> None:
        dice = self.dice
        if dice.chance(3):
            return
        if dice.chance(20):
            visit.planned = planned
            return
        entry = dict(
            provider=visit.provider,
            beneficiary=visit.beneficiary,
            start=planned[0].isoformat(),
            end=planned[1].isoformat(),
        )
        if dice.chance(60):
            entry["delivery_id"] = visit.number
        self.month.note("planned_visits", **entry)

    def special(self, visit: Visit) -> None:
        """What a family needs besides."""
        dice, month, number = self.dice, self.month, visit.number
        if "cancelled" in self.families and dice.chance(15):
            told = visit.start - timedelta(hours=dice.pick([2, 24, 48]))
            entry = {"delivery_id": number}
            if dice.chance(50):
                entry["announced_at"] = told.isoformat()
            month.note("cancellations", **entry)
        if "extra" in self.families and dice.chance(25):
            visit.code = "MDT"
            minutes = dice.pick([5, 10, 17])
            month.note(
                "extra_minutes", delivery_id=number, minutes=minutes, reason="R", author="A"
            )
        if "distance" in self.families and dice.chance(60):
            month.note("stamp_distances", delivery_id=number, metres=dice.pick([99, 100, 101, 400, 401]))
        if "proof" in self.families and dice.chance(50):
            month.note("proofs", delivery_id=number, reference=f"R-{number}")
        if self.families & {"reasons", "penalties"} and visit.code and dice.chance(70):
            author = {"author": "A"} if dice.chance(70) else {}
            month.note("corrections", delivery_id=number, reason=dice.pick(["R1", "R2"]), **author)
        shares = self.month.rules[0].get("payable_share_pct")
        if shares and dice.chance(20):
            reason = dice.pick(sorted(shares))
            month.note("payable_reasons", delivery_id=number, reason=reason)
        if self.families & {"declarative", "proof"} and dice.chance(40):
            visit.arrival = visit.departure = None
        if "correction" in self.families and dice.chance(10):
            start, end = visit.start - timedelta(hours=1), visit.end + timedelta(hours=1)
            month.note(
                "outages", provider=visit.provider, **{"from": start.isoformat(), "to": end.isoformat()}
            )
        if "doubles" in self.families and dice.chance(40):
            twin = Visit(**visit.__dict__)
            self.count += 1
            twin.number, twin.caregiver = f"V{self.count:04d}", visit.caregiver + "b"
            if "conflicts" in self.families:  # which is held goes by the moment of issue, not by content
                twin.issued = visit.issued + timedelta(seconds=self.count)
            shift = timedelta(minutes=dice.pick([-10, 0, 0, 12]))
            twin.start, twin.end = visit.start + shift, visit.end + shift
            month.visits.append(twin)
        if "conflicts" in self.families and dice.chance(25):
            self.second_caregiver(visit)
        if "merging" in self.families and dice.chance(40):
            self.goes_on(visit)
        if dice.chance(3):
            self.again(visit)
        if "stamps" in self.families and dice.chance(10):
            self.conflict(visit)

    def second_caregiver(self, visit: Visit) -> None:
        """Somebody else there for a while, told before or after; or only from then on."""
        dice = self.dice
        other = Visit(**visit.__dict__)
        self.count += 1
        other.number, other.caregiver = f"V{self.count:04d}", visit.caregiver + "c"
        other.issued = visit.issued + timedelta(hours=dice.pick([-3, 3]), seconds=self.count)
        shift = dice.pick([timedelta(minutes=-7), timedelta(minutes=12), visit.end - visit.start])
        other.start, other.end = visit.start + shift, visit.end + shift
        if visit.arrival and visit.departure:
            other.arrival, other.departure = visit.arrival + shift, visit.departure + shift
        self.month.visits.append(other)

    def goes_on(self, visit: Visit) -> None:
        """A second visit right after, stamped at its end only."""
        dice = self.dice
        start = visit.end + timedelta(minutes=dice.pick([0, 0, 10, 20]))
        end = start + timedelta(minutes=dice.pick([30, 45]))
        later = Visit(**visit.__dict__)
        self.count += 1
        later.number, later.start, later.end = f"V{self.count:04d}", start, end
        later.issued = visit.issued + timedelta(seconds=7)
        later.arrival, later.departure, later.code = None, end + timedelta(seconds=50), "COA"
        later.planned = (start, end)
        if visit.arrival and dice.chance(70):
            visit.departure, visit.code = None, "COD"
        self.month.visits.append(later)

    def again(self, visit: Visit) -> None:
        """A later message of the same visit: other stamps, a deletion, or stamps apart."""
        dice = self.dice
        copy = Visit(**visit.__dict__)
        self.count += 1
        copy.issued = visit.issued + timedelta(hours=5, seconds=self.count)
        copy.code = dice.pick(["SUP", "HOR", ""])
        if copy.code == "HOR":
            copy.number = visit.number + "H"
            copy.arrival = visit.start + timedelta(minutes=1)
            copy.departure = visit.end - timedelta(seconds=30)
            copy.start, copy.end = copy.arrival, copy.departure
        elif copy.code == "":
            copy.end = visit.end + timedelta(minutes=9)
        self.month.visits.append(copy)

    def conflict(self, visit: Visit) -> None:
        """The same caregiver at somebody else's at the same time."""
        others = [v for v in self.month.visits if v.beneficiary != visit.beneficiary]
        if others:
            visit.caregiver = self.dice.pick(others).caregiver
