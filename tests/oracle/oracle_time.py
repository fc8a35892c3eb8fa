"""French civil time, holidays and cents for the oracle: the tz database and fractions, no code of
the library.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Optional
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")
DAY = timedelta(days=1)


def local(instant: int) -> datetime:
    """The French civil time of a second since 1970."""
    return datetime.fromtimestamp(instant, PARIS).replace(tzinfo=None)


def instant_of(civil: datetime) -> Optional[int]:
    """The instant of a civil time, the first one in autumn; None when the time does not exist."""
    found = int(civil.replace(tzinfo=PARIS, fold=0).timestamp())
    return found if local(found).replace(fold=0) == civil else None


def midnight(day: date) -> int:
    """The first instant of a day."""
    found = instant_of(datetime(day.year, day.month, day.day))
    assert found is not None  # no French clock change happens at midnight
    return found


def month_of(day: date) -> str:
    return f"{day.year:04d}-{day.month:02d}"


def month_range(first: str, last: str) -> list[str]:
    """All months from first to last, both included."""
    months = []
    day = date.fromisoformat(first + "-01")
    while month_of(day) <= last:
        months.append(month_of(day))
        day = (day + 31 * DAY).replace(day=1)
    return months


def months_between(first: str, last: str) -> int:
    """How many months `last` lies after `first`."""
    return (int(last[:4]) - int(first[:4])) * 12 + int(last[5:]) - int(first[5:])


def last_day(month: str) -> date:
    return (date.fromisoformat(month + "-01") + 31 * DAY).replace(day=1) - DAY


def easter(year: int) -> date:
    """Easter Sunday, by Gauss's rule as Lichtenberg completed it."""
    century = year // 100
    shift = 15 + (3 * century + 3) // 4 - (8 * century + 13) // 25
    solar = 2 - (3 * century + 3) // 4
    moon = year % 19
    seed = (19 * moon + shift) % 30
    correction = (seed + moon // 11) // 29
    full_moon = 21 + seed - correction
    first_sunday = 7 - (year + year // 4 + solar) % 7
    days = full_moon + 7 - (full_moon - first_sunday) % 7
    return date(year, 3, 1) + timedelta(days=days - 1)


def is_holiday(day: date, pentecost_monday: bool = True) -> bool:
    """Whether the day is one of the eleven national holidays."""
    fixed = {(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)}
    moving = {1, 39, 50} if pentecost_monday else {1, 39}
    return (day.month, day.day) in fixed or (day - easter(day.year)).days in moving


def round_half_up(value: Fraction, scale: int = 1) -> int:
    """value × scale to the nearest whole number, ties away from zero."""
    scaled = abs(value) * scale
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return whole if value >= 0 else -whole


def cents(value: Fraction) -> int:
    return round_half_up(value, 100)


def euros_text(amount: int) -> str:
    """Cents as the command prints them: 2123 -> "21.23"."""
    sign = "-" if amount < 0 else ""
    return f"{sign}{abs(amount) // 100}.{abs(amount) % 100:02d}"
