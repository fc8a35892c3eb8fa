"""Rules by themselves, one value or a column at a time."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal, cast, overload

from . import _native
from ._inputs import Column, Rules, load_rules

@dataclass(frozen=True)
class ApaShare:
    """A month of a beneficiary under the national scale of APA."""

    accepted: Decimal
    """Euros: the plan, at most the ceiling of its GIR."""
    participation: Fraction
    """Euros of the accepted plan left to the beneficiary, exact."""
    rate: Fraction
    """participation / accepted, exact."""
    apa_paid: Decimal
    """Euros and cents; 0 below the floor."""
    json: str
    """The canonical JSON, esppadom/apa/1."""


def apa_participation(
    date: Date,
    *,
    gir: int,
    plan: Decimal | int,
    resources: Decimal | int,
    couple: bool = False,
    mtp: Decimal | int | None = None,
) -> ApaShare:
    """What a beneficiary pays of a plan on a day, amounts in euros a month.

    `resources` are those of both when `couple`. `mtp` is the MTP of 1 January for a year the library does not know.
    Example: 2026, GIR 3, plan 1 000, resources 1 500: participation 136.1916…, paid 863.81.
    """
    text = _native.apa(date, gir, plan, resources, couple, mtp)
    told = json.loads(text)
    return ApaShare(
        accepted=Decimal(told["accepted"]),
        participation=Fraction(told.get("participation_exact", told["participation"])),
        rate=Fraction(told.get("rate_exact", told["rate"])),
        apa_paid=Decimal(told["apa_paid"]),
        json=text,
    )


StepMode = Literal["nearest", "up", "down", "provider", "payer", "threshold"]
Tie = Literal["up", "down", "even"]


@overload
def round_duration(
    seconds: int, *, step: int, mode: StepMode = ..., tie: Tie = ..., threshold: int | None = ...
) -> int: ...
@overload
def round_duration(
    seconds: Sequence[int] | Column, *, step: int, mode: StepMode = ..., tie: Tie = ..., threshold: int | None = ...
) -> array[int]: ...
def round_duration(
    seconds: int | Sequence[int] | Column,
    *,
    step: int,
    mode: StepMode = "nearest",
    tie: Tie = "up",
    threshold: int | None = None,
) -> int | array[int]:
    """A duration in seconds rounded to a step in seconds, as `duration.rounding` of a rule file rounds a visit.

    A column (a list, or any int64 buffer: NumPy, array.array) gives an array.array, which NumPy takes without a copy.
    `tie` is for mode nearest, `threshold` (seconds) for mode threshold. Example: 4180 s to 900 s is 4500 s.
    """
    out = _native.round_duration(seconds, step, mode, tie, threshold)
    return cast("int | array[int]", out)


@dataclass(frozen=True)
class Funder:
    """Who pays of a visit: its rate of an hour, and the percentage of that rate left to the beneficiary."""

    tariff: Decimal | int
    participation: Decimal | int = 0
    seconds: int | None = None
    """What it still pays for; None = no limit."""


@dataclass(frozen=True)
class Split:
    """A visit among its funders, exact and in euros and cents."""

    price: Fraction
    shares: tuple[Fraction, ...]
    beneficiary: Fraction
    price_cents: Decimal
    share_cents: tuple[Decimal, ...]
    beneficiary_cents: Decimal
    json: str
    """The canonical JSON, esppadom/split/1."""


def split(
    seconds: int,
    unit_price: Decimal | int,
    funders: Iterable[Funder],
    *,
    rounding: Literal["half_up", "half_even"] = "half_up",
    residual_cent_to: Literal["first_funder", "last_funder"] = "first_funder",
) -> Split:
    """What each funder pays of a visit of that length and price of an hour, by the neutral rules of funding.

    Example: 3 h at 10 EUR, tariff 10, participation 20 %: the funder 24.00, the beneficiary 6.00.
    """
    given = [(each.tariff, each.participation, each.seconds) for each in funders]
    price, shares, rest, price_cents, share_cents, rest_cents, text = _native.split(
        seconds, unit_price, given, rounding, residual_cent_to
    )
    return Split(price, tuple(shares), rest, price_cents, tuple(share_cents), rest_cents, text)


def split_column(
    seconds: Sequence[int] | Column,
    unit_price: Decimal | int,
    funder: Funder,
    *,
    rounding: Literal["half_up", "half_even"] = "half_up",
) -> tuple[array[int], array[int], array[int]]:
    """The same for a column of visits with one price and one funder without limit: cents of the price, of the funder,
    of the beneficiary."""
    return _native.split_column(seconds, unit_price, funder.tariff, funder.participation, rounding)


@dataclass(frozen=True)
class SmoothedPeriod:
    """What the use of a period came to, in seconds; carried and lots by the period they come from."""

    period: str
    quantity: int | Fraction
    plan: int | Fraction
    repaid: int | Fraction
    own: int | Fraction
    carried: dict[str, int | Fraction]
    advance: int | Fraction
    excess: int | Fraction
    expired: int | Fraction
    lost_to_cap: int | Fraction
    lots: dict[str, int | Fraction]


class Smoothed(list[SmoothedPeriod]):
    """The periods, one after the other."""

    def __init__(self, periods: Iterable[SmoothedPeriod], json: str) -> None:
        super().__init__(periods)
        self.json = json
        """The canonical JSON, esppadom/smooth/1."""


def _seconds(of: Mapping[str, Any], key: str) -> int | Fraction:
    exact = of.get(f"{key}_exact")
    return int(of[key]) if exact is None else Fraction(exact)


def _lots(of: Sequence[Mapping[str, Any]]) -> dict[str, int | Fraction]:
    return {str(each["period"]): _seconds(each, "seconds") for each in of}


def smooth(
    plan: Sequence[int] | Column,
    used: Sequence[int] | Column,
    *,
    rules: Rules,
    at: Date,
    departement: str = "",
    funder: str = "",
    provider: str = "",
    service: str = "",
    beneficiary: str = "",
) -> Smoothed:
    """A plan smoothed over periods that follow each other: seconds granted and seconds used in each.

    `rules` are those that hold for whom the texts name on the day `at`, which lies in the first period.
    Example: plans of 20 h, 14 h and then 26 h used, carry of five months: in the second month 20 h own, 6 h carried.
    """
    text = _native.smooth(load_rules(rules), at, plan, used, departement, funder, provider, service, beneficiary)
    return Smoothed((_period(each) for each in json.loads(text)["periods"]), text)


def _period(told: Mapping[str, Any]) -> SmoothedPeriod:
    return SmoothedPeriod(
        period=told["period"],
        carried=_lots(told["carried"]),
        lots=_lots(told["lots"]),
        quantity=_seconds(told, "quantity_seconds"),
        plan=_seconds(told, "plan_seconds"),
        repaid=_seconds(told, "repaid_seconds"),
        own=_seconds(told, "own_seconds"),
        advance=_seconds(told, "advance_seconds"),
        excess=_seconds(told, "excess_seconds"),
        expired=_seconds(told, "expired_seconds"),
        lost_to_cap=_seconds(told, "lost_to_cap_seconds"),
    )


class Calculation(dict[str, Any]):
    """The answer of a calculation: its members as JSON has them."""

    def __init__(self, json_text: str) -> None:
        super().__init__(json.loads(json_text))
        self.json = json_text
        """The canonical JSON, esppadom/calculation/1."""


def _plain(value: object) -> str:
    if isinstance(value, (Decimal, Fraction)):
        return str(value)
    if isinstance(value, Date):  # a datetime is one, too
        return value.isoformat()
    raise TypeError(f"a question holds no {type(value).__name__}")


def _without_float(value: object) -> None:
    if isinstance(value, float):
        raise TypeError("a question holds no float: use decimal.Decimal, fractions.Fraction, int or a text")
    for each in value.values() if isinstance(value, Mapping) else value if isinstance(value, (list, tuple)) else ():
        _without_float(each)


def calculate(
    of: str,
    question: Mapping[str, Any] | str,
    *,
    rules: Rules | None = None,
    at: Date | None = None,
    departement: str = "",
    funder: str = "",
    provider: str = "",
    service: str = "",
    beneficiary: str = "",
) -> Calculation:
    """One rule applied to the values of a question: "vat", "cents", "split_visit", "corrections"…

    docs/calculations.md lists the members of question and answer. `rules` are those that hold for whom the texts name on
    the day `at`; without, every rule is neutral. Example: `calculate("vat", {"prices_include_tax": True, "amounts":
    [{"amount": "10.00", "rate": "5.5"}]})["net"]` is ["9.48"].
    """
    if not isinstance(question, str):
        _without_float(question)
        question = json.dumps(question, default=_plain)
    book = None if rules is None else load_rules(rules)
    return Calculation(
        _native.calculate(of, question, book, at, departement, funder, provider, service, beneficiary)
    )


def describe(of: Literal["order", "delivery", "invoice", "party"]) -> list[dict[str, Any]]:
    """The elements of a message, or of the party in it, as XML writes them: path, namespace, occurrence, type, field,
    label, code list, standing."""
    told = json.loads(_native.describe(of))
    return cast("list[dict[str, Any]]", told["rows"])
