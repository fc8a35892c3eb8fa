"""Periods, and what a plan grants in each: the rules reference, section 2c."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any, Callable, Dict, Iterable, List, Tuple

from oracle_duration import NotBilled
from oracle_input import OrderLine
from oracle_rules import Rules
from oracle_special import in_period
from oracle_time import is_holiday, last_day, month_of, month_range

DAY = timedelta(days=1)
MONTHS = {"month": 1, "quarter": 3, "semester": 6, "year": 12}


def period_of(kind: str, day: date) -> str:
    """The name of a day's period; names of one kind sort by time."""
    if kind == "grant":
        return "grant"
    if kind == "week":
        year, week, _ = day.isocalendar()
        return f"{year:04d}-W{week:02d}"
    number = (day.month - 1) // MONTHS[kind] + 1
    if kind == "month":
        return month_of(day)
    return f"{day.year:04d}" + {"quarter": f"-Q{number}", "semester": f"-S{number}", "year": ""}[kind]


def number_of(kind: str, period: str) -> int:
    """Periods of one kind, counted."""
    if kind == "grant":
        return 0
    if kind == "week":
        year, week = period.split("-W")
        return date.fromisocalendar(int(year), int(week), 1).toordinal() // 7
    if kind == "month":
        return int(period[:4]) * 12 + int(period[5:]) - 1
    parts = 12 // MONTHS[kind]
    return int(period[:4]) * parts + (int(period[6:]) - 1 if parts > 1 else 0)


def periods_between(kind: str, first: date, last: date) -> List[str]:
    """All periods that have a day from first to last."""
    found: List[str] = []
    day = first
    while day <= last:
        name = period_of(kind, day)
        if not found or found[-1] != name:
            found.append(name)
        day += DAY
    return found


def bounds(kind: str, period: str) -> Tuple[date, date]:
    """First and last day of a period that is no grant."""
    if kind == "week":
        year, week = period.split("-W")
        first = date.fromisocalendar(int(year), int(week), 1)
        return first, first + 6 * DAY
    number = int(period[6:]) if kind in ("quarter", "semester") else 1
    if kind == "month":
        return date.fromisoformat(period + "-01"), last_day(period)
    first = date(int(period[:4]), (number - 1) * MONTHS[kind] + 1, 1)
    return first, last_day(f"{first.year:04d}-{first.month + MONTHS[kind] - 1:02d}")


class Calendar:
    """The periods of a pool. Plans that follow each other are a grant each."""

    def __init__(self, kind: str, plans: Iterable[Tuple[str, date, date]] = ()) -> None:
        self.kind = kind
        self.plans = sorted(plans, key=lambda plan: plan[1])  # plan, its first and last day

    def name(self, day: date) -> str:
        if self.kind != "grant":
            return period_of(self.kind, day)
        begun = [number for number, plan in enumerate(self.plans) if plan[1] <= day]
        return f"grant-{begun[-1] if begun else 0:02d}"

    def number(self, name: str) -> int:
        return int(name[-2:]) if self.kind == "grant" else number_of(self.kind, name)

    def between(self, first: date, last: date) -> List[str]:
        if self.kind != "grant":
            return periods_between(self.kind, first, last)
        numbers = range(self.number(self.name(first)), self.number(self.name(last)) + 1)
        return [f"grant-{number:02d}" for number in numbers]

    def bounds(self, name: str) -> Tuple[date, date]:
        return self.plans[self.number(name)][1:] if self.kind == "grant" else bounds(self.kind, name)

    def following(self, name: str) -> str:
        """The period after one; "" after the last grant."""
        if self.kind != "grant":
            return period_of(self.kind, bounds(self.kind, name)[1] + DAY)
        after = self.number(name) + 1
        return f"grant-{after:02d}" if after < len(self.plans) else ""

    def lines_in(self, name: str, lines: List[OrderLine]) -> List[OrderLine]:
        """The lines that may count in a period."""
        if self.kind != "grant":
            return lines
        return [line for line in lines if line.plan_id == self.plans[self.number(name)][0]]


def days(first: date, last: date) -> List[date]:
    return [first + n * DAY for n in range((last - first).days + 1)]


def in_month(rules: Rules, line: OrderLine, month: str) -> Fraction:
    """The ordered quantity brought to a month."""
    if line.period == "MON":
        return line.seconds
    if line.period != "WEE":
        raise NotBilled("PERIOD_NOT_SUPPORTED")
    last = last_day(month)
    how = rules.get("smoothing.week_to_month")
    if how is None:
        raise NotBilled("WEEKLY_WITHOUT_RULE")
    thursdays = sum(1 for day in days(last.replace(day=1), last) if day.weekday() == 3)
    factors: Dict[str, Any] = {
        "days_over_7": Fraction(last.day, 7),
        "52_over_12": Fraction(52, 12),
        "4.33": Fraction(433, 100),
        "iso_weeks": Fraction(thursdays),
    }
    return line.seconds * Fraction(factors[how])


def working(rules: Rules, day: date) -> bool:
    off = is_holiday(day, rules.get("pentecost_monday"), rules.get("holiday_zone"))
    return day.weekday() < 5 and not off


def spread(
    rules: Rules, quantity_on: Any, span: List[date], absences: List[Dict[str, Any]]
) -> Fraction:
    """One quantity for the whole span out of one for each day, by `prorata`."""
    how = rules.get("smoothing.prorata")
    if how in ("none", "by_day"):
        return next((Fraction(found) for day in reversed(span) if (found := quantity_on(day)) > 0), Fraction(0))
    counted = [day for day in span if how == "daily" or working(rules, day)]
    if not counted:
        return Fraction(0)
    present = [day for day in counted if not in_period(absences, day)]
    return sum((Fraction(quantity_on(day)) for day in present), Fraction(0)) / len(counted)


Worth = Callable[[OrderLine], Fraction]  # of a second of a line


def a_second(line: OrderLine) -> Fraction:
    return Fraction(1)


def month_quantity(
    rules: Rules,
    lines: Iterable[OrderLine],
    month: str,
    absences: List[Dict[str, Any]],
    worth: Worth = a_second,
) -> Fraction:
    """What the plan grants in a month."""
    known = list(lines)

    def on(day: date) -> Fraction:
        active = [l for l in known if l.valid_on(day)]
        return sum((in_month(rules, l, month) * worth(l) for l in active), Fraction(0))

    last = last_day(month)
    return spread(rules, on, days(last.replace(day=1), last), absences)


def quantity(
    rules: Rules,
    lines: List[OrderLine],
    period: str,
    absences: List[Dict[str, Any]],
    worth: Worth = a_second,
) -> Fraction:
    """What the plan grants in a period."""
    kind = rules.get("smoothing.period")
    if kind == "grant":
        return grant_quantity(rules, lines, absences, worth)
    first, last = bounds(kind, period)
    if kind == "week":
        weekly = [line for line in lines if line.period == "WEE"]
        if len(weekly) != len(lines):
            raise NotBilled("PERIOD_NOT_SUPPORTED")

        def on(day: date) -> Fraction:
            return sum((l.seconds * worth(l) for l in weekly if l.valid_on(day)), Fraction(0))

        return spread(rules, on, days(first, last), absences)
    months = month_range(month_of(first), month_of(last))
    return sum((month_quantity(rules, lines, m, absences, worth) for m in months), Fraction(0))


def runs_of(
    rules: Rules, lines: List[OrderLine], span: Tuple[date, date], worth: Worth = a_second
) -> List[Tuple[date, Fraction]]:
    """`prorata` = `by_day`: the runs of days on which the same orders stand, and what these grant, each its whole
    quantity (of a week, of each month it touches, or as a total).
    """
    first, last = span
    ends = [line.last_day + DAY for line in lines if line.last_day is not None and line.last_day < last]
    starts = sorted({first, *(day for day in [line.first_day for line in lines] + ends if first < day <= last)})
    runs: List[Tuple[date, List[OrderLine]]] = []
    for start in starts:
        standing = [line for line in lines if line.valid_on(start)]
        if not runs or runs[-1][1] != standing:
            runs.append((start, standing))
    found = []
    for (start, standing), after in zip(runs, [run[0] for run in runs[1:]] + [None]):
        end = last if after is None else after - DAY
        found.append((start, sum((in_run(rules, l, start, end) * worth(l) for l in standing), Fraction(0))))
    return found


def in_run(rules: Rules, line: OrderLine, first: date, last: date) -> Fraction:
    if line.period == "" or rules.get("smoothing.period") == "week":
        return line.seconds
    months = month_range(month_of(first), month_of(last))
    return sum((in_month(rules, line, month) for month in months), Fraction(0))


def grant_quantity(
    rules: Rules, lines: List[OrderLine], absences: List[Dict[str, Any]], worth: Worth
) -> Fraction:
    """The whole validity: a total as it is, monthly orders month by month."""
    total = sum((l.seconds * worth(l) for l in lines if l.period == ""), Fraction(0))
    others = [line for line in lines if line.period != ""]
    if not others:
        return total
    ends = [line.last_day for line in others]
    if any(end is None for end in ends):
        raise NotBilled("GRANT_WITHOUT_END")
    first = min(line.first_day for line in others)
    last = max(end for end in ends if end is not None)
    for month in month_range(month_of(first), month_of(last)):
        total += month_quantity(rules, others, month, absences, worth)
    return total


def granting(rules: Rules, lines: List[OrderLine], period: str) -> List[OrderLine]:
    """The order lines that a period counts, as they were issued."""
    kind = rules.get("smoothing.period")
    lines = sorted(lines, key=lambda line: (line.issued, line.order_id, line.sequence))
    if kind == "grant":
        return lines
    active = [day for day in days(*bounds(kind, period)) if any(line.valid_on(day) for line in lines)]
    if rules.get("smoothing.prorata") == "none" and kind in ("week", "month"):
        active = active[-1:]
    return [line for line in lines if any(line.valid_on(day) for day in active)]
