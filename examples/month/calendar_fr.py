"""Months and French civil time, as far as the generator needs them: no time-zone database."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import List, Tuple

DAY = timedelta(days=1)


def parse_month(text: str) -> date:
    """'2026-10' -> the first day of October 2026."""
    return datetime.strptime(text, "%Y-%m").date()


def month_text(first: date) -> str:
    """The first day of October 2026 -> '2026-10'."""
    return f"{first.year:04d}-{first.month:02d}"


def next_month(first: date) -> date:
    """The first day of the month after."""
    return (first + timedelta(days=31)).replace(day=1)


def previous_month(first: date) -> date:
    """The first day of the month before."""
    return (first - DAY).replace(day=1)


def days_of(first: date) -> List[date]:
    """All days of the month."""
    return [first + timedelta(days=n) for n in range((next_month(first) - first).days)]


def last_sunday(year: int, month: int) -> date:
    """The Sunday on which the clocks change, for March and October."""
    day = next_month(date(year, month, 1)) - DAY
    return day - timedelta(days=(day.weekday() + 1) % 7)


def clock_changes(year: int) -> Tuple[datetime, datetime]:
    """The civil times before which winter time ends (02:00) and summer time ends (03:00)."""
    spring = datetime.combine(last_sunday(year, 3), datetime.min.time()) + timedelta(hours=2)
    autumn = datetime.combine(last_sunday(year, 10), datetime.min.time()) + timedelta(hours=3)
    return spring, autumn


def elapsed_seconds(start: datetime, end: datetime) -> int:
    """Seconds that really pass between two civil times outside the changing hours themselves."""

    def summer(when: datetime) -> bool:
        spring, autumn = clock_changes(when.year)
        return spring <= when < autumn

    civil = int((end - start).total_seconds())
    return civil + 3600 * (int(summer(start)) - int(summer(end)))


def iso(when: datetime) -> str:
    """A civil time as ESPPADOM writes it: 2026-10-01T09:00:00."""
    return when.strftime("%Y-%m-%dT%H:%M:%S")


def midnight(day: date) -> datetime:
    """The first instant of a day."""
    return datetime.combine(day, datetime.min.time())
