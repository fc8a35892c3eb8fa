"""French civil time, holidays and cents for the oracle: the tz database and fractions, no code of
the library.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from fractions import Fraction
from functools import lru_cache
from typing import Optional
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")
DAY = timedelta(days=1)


def local(instant: int) -> datetime:
    """The French civil time of a second since 1970."""
    return datetime.fromtimestamp(instant, PARIS).replace(tzinfo=None, fold=0)


@lru_cache(maxsize=None)
def instant_of(civil: datetime, fold: int = 0) -> Optional[int]:
    """The instant of a civil time, the first one in autumn; None when the time does not exist."""
    found = int(civil.replace(tzinfo=PARIS, fold=fold).timestamp())
    return found if local(found) == civil.replace(fold=0) else None


def midnight(day: date) -> int:
    """The first instant of a day."""
    found = instant_of(datetime(day.year, day.month, day.day))
    assert found is not None  # no French clock change happens at midnight
    return found


class Clock:
    """Civil time to seconds and back: elapsed time, or the difference that the clocks show.

    With `civil` a second is one of the clock on the wall, so that a night of a clock change lasts
    eight hours.
    """

    def __init__(
        self, policy: str = "elapsed", ambiguous: str = "first", zone: str = "Europe/Paris"
    ) -> None:
        self.fixed = zone != "Europe/Paris"  # the overseas zones change no clock
        self.civil = policy == "civil" or self.fixed
        self.ambiguous = ambiguous

    def instant(self, civil: datetime) -> Optional[int]:
        """The second of a civil time; None when it does not exist."""
        if self.fixed:
            return int(civil.replace(tzinfo=timezone.utc).timestamp())
        found = instant_of(civil, 1 if self.ambiguous == "second" else 0)
        if found is None or not self.civil:
            return found
        return int(civil.replace(tzinfo=timezone.utc).timestamp())

    def twice(self, civil: datetime) -> bool:
        """Whether the clocks show this time twice."""
        if self.fixed:
            return False
        first, second = instant_of(civil, 0), instant_of(civil, 1)
        return first is not None and first != second

    def local(self, second: int) -> datetime:
        if not self.civil:
            return local(second)
        return datetime.fromtimestamp(second, timezone.utc).replace(tzinfo=None)

    def midnight(self, day: date) -> int:
        found = self.instant(datetime(day.year, day.month, day.day))
        assert found is not None
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


ABOLITION = {
    "mayotte": (4, 27),
    "martinique": (5, 22),
    "guadeloupe": (5, 27),
    "saint_martin": (5, 28),
    "guyane": (6, 10),
    "saint_barthelemy": (10, 9),
    "reunion": (12, 20),
}


def is_holiday(day: date, pentecost_monday: bool = True, zone: str = "metropole") -> bool:
    """Whether the day is one of the eleven national holidays, or one of the zone's own."""
    fixed = {(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)}
    moving = {1, 39, 50} if pentecost_monday else {1, 39}
    if zone == "alsace_moselle":
        fixed.add((12, 26))
        moving.add(-2)
    elif zone in ABOLITION and (zone != "saint_martin" or day.year >= 2018):
        fixed.add(ABOLITION[zone])
    return (day.month, day.day) in fixed or (day - easter(day.year)).days in moving


def round_half_even(value: Fraction, scale: int = 1) -> int:
    """value × scale to the nearest whole number, ties to the even one."""
    scaled = value * scale
    return round(scaled)


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
