"""Billing a month, what if, explanations, correction rates."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date as Date
from datetime import datetime
from typing import TYPE_CHECKING, Literal, TypedDict

from . import _native
from ._inputs import Lang, Messages, PathLike, Rules, Visits, give, issue_of, load_rules, request_of, texts_of
from ._native import Bill, Circumstances, Comparison, Rates
from ._visits import deliveries_of

if TYPE_CHECKING:
    from typing_extensions import Unpack


class _Needed(TypedDict):
    orders: Messages
    month: str
    as_of: Date


class BillOptions(_Needed, total=False):
    """What a run is given beside its deliveries: the keywords of `bill`, where they are described."""

    rules: Rules | None
    circumstances: Circumstances | PathLike | None
    ledger: str | None
    issued_at: datetime | None
    transaction_id: str | None
    stage: Literal["final", "pro_forma"]
    complete_for: str | Iterable[str]
    validated: str | Iterable[str]


class _Run(TypedDict):
    month: str
    as_of: Date
    issued_at: datetime
    transaction_id: str
    stage: str
    complete_for: tuple[str, ...]
    validated: tuple[str, ...]


def _asked(deliveries: Messages, said: BillOptions) -> tuple[_native.Request, _Run]:
    """What a run is given, and when and how it is made."""
    request = request_of(
        orders=said["orders"],
        deliveries=deliveries,
        rules=said.get("rules"),
        circumstances=said.get("circumstances"),
        ledger=said.get("ledger"),
    )
    at, transaction = issue_of(said["as_of"], said.get("issued_at"), said.get("transaction_id"))
    return request, {
        "month": said["month"],
        "as_of": said["as_of"],
        "issued_at": at,
        "transaction_id": transaction,
        "stage": said.get("stage", "final"),
        "complete_for": texts_of(said.get("complete_for", ())),
        "validated": texts_of(said.get("validated", ())),
    }


def bill(
    *,
    orders: Messages,
    deliveries: Messages,
    month: str,
    as_of: Date,
    rules: Rules | None = None,
    circumstances: Circumstances | PathLike | None = None,
    ledger: str | None = None,
    issued_at: datetime | None = None,
    transaction_id: str | None = None,
    stage: Literal["final", "pro_forma"] = "final",
    complete_for: str | Iterable[str] = (),
    validated: str | Iterable[str] = (),
) -> Bill:
    """Bills a month ("2026-10"): invoices, differences for earlier months, what was not billed and why, the ledger.

    Orders and deliveries are paths, bytes or messages. Without `rules` every rule is neutral: the retained period as
    sent, no rounding, no cap, no carry. `as_of`: orders issued later are not known. `ledger` is that of the run before.
    `issued_at` is 00:00 of `as_of` and `transaction_id` follows from it unless they are given. `complete_for` names
    providers of whom all visits of the month are here.
    """
    request, run = _asked(
        deliveries,
        {
            "orders": orders,
            "month": month,
            "as_of": as_of,
            "rules": rules,
            "circumstances": circumstances,
            "ledger": ledger,
            "issued_at": issued_at,
            "transaction_id": transaction_id,
            "stage": stage,
            "complete_for": complete_for,
            "validated": validated,
        },
    )
    return request.run(**run)


def bill_table(visits: Visits, **asked: Unpack[BillOptions]) -> Bill:
    """Bills the visits of a table (a dict of lists, a DataFrame, `read_table(…)`), one a row, as `bill` bills messages.

    Columns are those of `read_table(…, rows="visits")`; needed are delivery_id, provider, beneficiary, retained_start
    and retained_end. Durations are whole seconds, times datetimes on the clock of Paris without tzinfo. The keywords
    are those of `bill`.
    """
    return bill(deliveries=deliveries_of(visits), **asked)


def compare(other: Rules, *, deliveries: Messages, **asked: Unpack[BillOptions]) -> Comparison:
    """What if: bills as `bill` does, under `rules` and under `other`, and says what each rule family makes of it.

    The keywords are those of `bill`.
    """
    _check_keywords("compare", asked)
    request, run = _asked(deliveries, asked)
    return request.compare(load_rules(other), **run)


def _check_keywords(function: str, asked: BillOptions) -> None:
    """As Python checks those of `bill`."""
    unknown = [key for key in asked if key not in BillOptions.__required_keys__ | BillOptions.__optional_keys__]
    missing = sorted(BillOptions.__required_keys__ - asked.keys())
    if unknown:
        raise TypeError(f"{function}() got an unexpected keyword argument {unknown[0]!r}")
    if missing:
        raise TypeError(f"{function}() missing keyword argument: {missing[0]!r}")


class Explanation:
    """Why a visit is billed as it is: every amount and every second, step by step. In a notebook it shows itself."""

    def __init__(self, render: Callable[[str, str], str]) -> None:
        self._render = render

    def to_json(self) -> str:
        """Canonical JSON, esppadom/explain/1: whoever recomputes its steps with fractions finds every result again."""
        return self._render("json", "en")

    def to_text(self, lang: Lang = "fr") -> str:
        """The result, then the tree of steps."""
        return self._render("text", lang)

    def to_html(self, lang: Lang = "fr") -> str:
        """One page that needs nothing else."""
        return self._render("html", lang)

    def _repr_html_(self) -> str:
        return self.to_html()


def explain(
    delivery: str,
    *,
    orders: Messages,
    deliveries: Messages,
    month: str,
    as_of: Date,
    provider: str = "",
    rules: Rules | None = None,
    circumstances: Circumstances | PathLike | None = None,
    ledger: str | None = None,
    issued_at: datetime | None = None,
    transaction_id: str | None = None,
) -> Explanation:
    """Bills as `bill` does and explains one visit of it. `provider` may be left out while one alone uses the id."""
    request = request_of(
        orders=orders, deliveries=deliveries, rules=rules, circumstances=circumstances, ledger=ledger
    )
    at, transaction = issue_of(as_of, issued_at, transaction_id)
    known: dict[tuple[str, str], str] = {}

    def render(format: str, lang: str) -> str:
        if (format, lang) not in known:
            known[format, lang] = request.explain(
                delivery, provider, format=format, lang=lang, month=month, as_of=as_of, issued_at=at, transaction_id=transaction
            )
        return known[format, lang]

    render("json", "en")  # a visit that is not known is told now
    return Explanation(render)


def correction_rate(
    deliveries: Messages | Visits,
    *,
    by: Literal["provider", "beneficiary", "caregiver", "service"] = "provider",
    unit: Literal["intervention", "stamp", "minutes"] | None = None,
    month: str | None = None,
    rules: Rules | None = None,
) -> Rates:
    """How many visits had to be corrected, by group and month. `unit` is that of the rules unless it is given.

    Deliveries are paths, bytes, messages or a table of visits.
    """
    request = _native.Request()
    if rules is not None:
        request.set_rules(load_rules(rules))
    give(request, deliveries, ("delivery",))
    return request.rate(by=by, unit=unit or "", month=month or "")
