"""Statistics, invoices held against orders and visits, trial balances, sealed statements."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import date as Date
from datetime import datetime
from pathlib import Path
from typing import Literal, Union

from . import _native
from ._inputs import Messages, PathLike, Rules, bytes_of, give, load_rules, request_of
from ._native import (
    AlertNews,
    Bill,
    Circumstances,
    CpomStatement,
    Finding,
    LedgerExport,
    Reconciliation,
    Statement,
    Statistics,
    TrialBalance,
)

#: A ledger: the text that `bill(…).ledger` is, or its file.
Ledger = Union[str, bytes, "os.PathLike[str]"]


def _ledger(ledger: Ledger) -> tuple[str | bytes, str]:
    if isinstance(ledger, (str, bytes)):
        return ledger, "ledger"
    if not isinstance(ledger, os.PathLike):
        raise TypeError(f"a ledger must be its text or a path, not {type(ledger).__name__}")
    return bytes_of(ledger), os.fsdecode(ledger)


def statistics(
    of: str,
    *,
    orders: Messages = (),
    deliveries: Messages = (),
    rules: Rules | None = None,
    circumstances: Circumstances | PathLike | None = None,
    ledger: str | None = None,
    period: Literal["month", "half_year", "year", "window"] = "month",
    first: str | None = None,
    last: str | None = None,
    as_of: Date | None = None,
    now: datetime | None = None,
    beneficiary: str = "",
    provider: str = "",
    caregiver: str = "",
    service: str = "",
    funder: str = "",
    smallest_group: int | None = None,
) -> Statistics:
    """A statistic by its name ("hours_by_provider", "correction_rates", "plan_follow_up", "alerts"…) over orders and
    visits, or over a ledger.

    What is not said is taken from the visits: `first` and `last` are the months ("2026-10") in which they lie, `as_of` is
    the day on which all of them are known, `now`, for alerts, the end of the last month. Texts leave others out.
    Rows that count fewer beneficiaries than `smallest_group` are left out.
    """
    request = request_of(
        orders=orders, deliveries=deliveries, rules=rules, circumstances=circumstances, ledger=ledger
    )
    return _native.statistics(
        request,
        of,
        period,
        first,
        last,
        as_of,
        now,
        beneficiary,
        provider,
        caregiver,
        service,
        funder,
        smallest_group,
    )


def told_alerts(
    *,
    orders: Messages = (),
    deliveries: Messages = (),
    rules: Rules | None = None,
    circumstances: Circumstances | PathLike | None = None,
    ledger: str | None = None,
    as_of: Date | None = None,
    now: datetime | None = None,
    beneficiary: str = "",
    provider: str = "",
) -> AlertNews:
    """Alerts that are told once: those of `now` that `ledger` does not know as told, and those that ended.

    `.ledger` of the answer is the ledger to keep and to give the next time: the same alert does not come twice.
    """
    request = request_of(
        orders=orders, deliveries=deliveries, rules=rules, circumstances=circumstances, ledger=ledger
    )
    return _native.told_alerts(request, as_of, now, beneficiary, provider)


def export_ledger(
    ledger: Ledger, *, provider: str | None = None, service: str | None = None, beneficiary: str | None = None
) -> LedgerExport:
    """The part of a ledger that another operator needs to go on billing one provider, service or beneficiary.

    Exactly one of the three is given. `.part` is itself a ledger, `.facts` says what was taken and left out.
    """
    asked = [(by, id) for by, id in (("provider", provider), ("service", service), ("beneficiary", beneficiary)) if id]
    if len(asked) != 1:
        raise ValueError("one of provider, service and beneficiary is needed")
    text, name = _ledger(ledger)
    return _native.export_ledger(text, name, *asked[0])


def merge_ledgers(parts: Iterable[Ledger]) -> str:
    """One ledger of several parts, in any order; parts that say different things of the same raise esppadom.Error."""
    named = [_ledger(one) for one in parts]
    return _native.merge_ledgers([(name, text) for text, name in named])


def reconcile(
    invoices: Messages,
    *,
    orders: Messages,
    deliveries: Messages,
    rules: Rules | None = None,
    circumstances: Circumstances | PathLike | None = None,
    ledger: str | None = None,
    first: str | None = None,
    last: str | None = None,
    as_of: Date | None = None,
    provider: str = "",
    funder: str = "",
    service: str = "",
    by: Literal["provider", "funder", "service", "month", "beneficiary"] = "provider",
) -> Reconciliation:
    """Holds invoices, whoever made them, against orders and visits, and with `rules` against what these give.

    What is not said is taken from the messages: the months are those of the invoices, `as_of` is the last day on which
    one of all was issued.
    """
    request = request_of(
        orders=orders, deliveries=deliveries, rules=rules, circumstances=circumstances, ledger=ledger
    )
    stated = _native.Invoices()
    give(stated, invoices, ("invoice",))
    return _native.reconcile(request, stated, first, last, as_of, provider, funder, service, by)


def trial_balance(
    ledger: Ledger, *, first: str | None = None, last: str | None = None, funder: str = "", provider: str = ""
) -> TrialBalance:
    """By month of billing, funder and provider: what documents ask, what their lines add up to, and that both agree."""
    text, name = _ledger(ledger)
    return _native.trial_balance(text, name, first, last, funder, provider)


def reconcile_own(bill: Bill) -> Reconciliation:
    """The invoices of a run held against the facts it billed from, before anybody receives them, as the command does.

    Nothing differs in a run that went as it should.
    """
    return _native.reconcile_own(bill)


def cpom(
    ledger: Ledger,
    *,
    rules: Rules,
    first: str | None = None,
    last: str | None = None,
    funder: str = "",
    provider: str = "",
) -> CpomStatement:
    """The statement of the contracts (CPOM) of a ledger under its rules: authorised, performed, billed; balance, envelope.

    What is not said is taken from the ledger: `first` and `last` are the months in which documents were billed.
    """
    text, name = _ledger(ledger)
    return _native.cpom(text, name, load_rules(rules), first, last, funder, provider)


def service_fait(
    ledger: Ledger,
    first: str,
    last: str | None = None,
    *,
    beneficiary: str = "",
    keep_years: int | None = None,
    before: Mapping[str, str | bytes] | None = None,
) -> tuple[list[Statement], list[Finding]]:
    """The monthly statements (service fait) from month `first` to `last`, of one beneficiary or of all, and findings.

    `before` are the statements of the month before `first` by beneficiary: new ones are chained to them. Whose statement
    there is not as it was sealed has none, and that is a finding.
    """
    text, name = _ledger(ledger)
    made, found = _native.service_fait(text, name, first, last, beneficiary, keep_years, list((before or {}).items()))
    return made, found


def verify(statements: PathLike | Mapping[str, str | bytes], *, head: str | None = None) -> list[Finding]:
    """What is wrong with statements that were kept: nothing, or findings about bytes, links and missing months.

    A folder of their JSON files, or their texts by name. `head` is the seal of the last one, kept elsewhere.
    """
    if isinstance(statements, (str, os.PathLike)):
        files = sorted(Path(statements).glob("*.json"))
        if not files:
            raise FileNotFoundError(f"there is no statement in {os.fsdecode(statements)}")
        kept: list[tuple[str, str | bytes]] = [(str(one), one.read_bytes()) for one in files]
    elif isinstance(statements, Mapping):
        kept = list(statements.items())
    else:
        raise TypeError(f"statements must be a folder or a dict of texts, not {type(statements).__name__}")
    return _native.verify(kept, head or "")
