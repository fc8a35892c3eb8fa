"""The functions of the package: what they are given becomes what the compiled functions take."""

from __future__ import annotations

import json
import os
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Date
from datetime import datetime, time
from decimal import Decimal
from fractions import Fraction
from itertools import islice
from pathlib import Path
from typing import Any, Literal, Union, cast, overload

from . import _native
from ._native import (
    Bill,
    Circumstances,
    CsvMapping,
    Delivery,
    Finding,
    Invoice,
    Order,
    Rates,
    Reader,
    RuleBook,
    Table,
    Validation,
)

PathLike = Union[str, "os.PathLike[str]"]
Message = Union[Order, Delivery, Invoice]
#: A file, a folder or a ZIP archive, several of them, or the bytes of a file.
Source = Union[PathLike, bytes, Iterable[PathLike]]

#: A rule book, its file, or what such a file holds.
Rules = Union[RuleBook, PathLike, Mapping[str, object]]

#: A column of int64 that offers Python's buffer protocol: numpy.ndarray, array.array, memoryview.
Column = Any

Kind = Literal["order", "delivery", "invoice"]
Format = Literal["xml", "json"]
WriteProfile = Literal["canonical", "production_1_4", "extended", "round_trip"]
Lang = Literal["en", "fr"]

_BATCH = 256


def _is_path(value: object) -> bool:
    return isinstance(value, (str, os.PathLike))


def _source(source: object) -> bytes | list[PathLike]:
    """Paths as a list; bytes as they are."""
    if isinstance(source, (bytes, bytearray, memoryview)):
        return bytes(source)
    if isinstance(source, (str, os.PathLike)):
        return [source]
    if source is None or not isinstance(source, Iterable):
        raise TypeError(f"a path, several paths or bytes are needed, not {type(source).__name__}")
    paths = list(source)
    for path in paths:
        if not _is_path(path):
            raise TypeError(f"a path must be a str or os.PathLike, not {type(path).__name__}")
    if not paths:
        raise ValueError("no path is given")
    return paths


def _texts(values: str | Iterable[str]) -> tuple[str, ...]:
    return (values,) if isinstance(values, str) else tuple(values)


def read(source: Source, *, kinds: Kind | Sequence[Kind] = (), strict: bool = False, name: str = "") -> Reader:
    """The messages of files, folders, ZIP archives or bytes, XML or JSON, one after the other in constant memory.

    `kinds` picks some; `name` is what findings call bytes. What is wrong is in `.findings` of what is returned, and a
    message that cannot be read is left out. `strict`: what departs from the standard is an error.
    """
    return Reader(_source(source), name=name, strict=strict, kinds=_texts(kinds))


def _kind_of(message: Message) -> str:
    if isinstance(message, Delivery):
        return "delivery"
    if isinstance(message, Order):
        return "order"
    if isinstance(message, Invoice):
        return "invoice"
    raise TypeError(f"a message must be an Order, a Delivery or an Invoice, not {type(message).__name__}")


def write(
    messages: Message | Iterable[Message],
    to: PathLike | None = None,
    *,
    format: Format = "xml",
    profile: WriteProfile = "canonical",
    like: Reader | None = None,
    kind: Kind | None = None,
) -> bytes:
    """One document of messages of one kind: returned, or written to a file, which appears when all is done.

    `like` is the reader whose document this one takes its prefixes, version and layout from; with profile "round_trip"
    what was not edited is written as it was read. `kind` is needed for a document without messages.
    """
    if isinstance(messages, (Order, Delivery, Invoice)):
        messages = [messages]
    rest = iter(messages)
    batch = list(islice(rest, _BATCH))
    if not batch and kind is None:
        raise ValueError("a document without messages needs kind=")
    out = _native.Writer(kind or _kind_of(batch[0]), format=format, profile=profile, like=like)
    if to is None:
        parts = []
        while batch:
            parts.append(out.add(batch))
            batch = list(islice(rest, _BATCH))
        parts.append(out.finish(like))
        return b"".join(parts)
    target = Path(to)
    staged = target.with_name(target.name + ".part")
    try:
        with staged.open("wb") as file:
            while batch:
                file.write(out.add(batch))
                batch = list(islice(rest, _BATCH))
            file.write(out.finish(like))
        staged.replace(target)
    finally:
        staged.unlink(missing_ok=True)
    return b""


def convert(source: Source, to: Format, *, profile: WriteProfile = "round_trip") -> bytes:
    """The messages of a document as XML or JSON; with profile "round_trip" nothing is lost in either direction."""
    reader = read(source)
    first = list(islice(reader, 1))
    if not first:
        raise ValueError("there is no message to convert")
    like = reader if to == "json" or profile == "round_trip" else None
    return write(_chained(first, reader), format=to, profile=profile, like=like)


def _chained(first: list[Message], rest: Iterable[Message]) -> Iterable[Message]:
    yield from first
    yield from rest


def validate(source: Source, *, profile: str | PathLike = "lenient", name: str = "") -> Validation:
    """Checks files by themselves and as one batch.

    `profile` says how much each kind of finding matters: "lenient", "strict", or a severity profile's file.
    """
    if profile in ("lenient", "strict"):
        return Validation(_source(source), name=name, profile=str(profile))
    return Validation(_source(source), name=name, profile_file=profile)


def load_rules(rules: Rules, *, advice: bool = False) -> RuleBook:
    """A rule book from its file, or from what such a file holds. Strict: with any error `esppadom.Error`."""
    if isinstance(rules, RuleBook):
        return rules
    if isinstance(rules, Mapping):
        return RuleBook(json.dumps(rules), advice=advice)
    if not _is_path(rules):
        raise TypeError(f"rules must be a RuleBook, a path or a dict, not {type(rules).__name__}")
    return RuleBook(_text_of(rules), name=os.fsdecode(rules), advice=advice)


def _text_of(path: PathLike) -> bytes:
    return Path(path).read_bytes()


def load_circumstances(source: PathLike | Iterable[PathLike]) -> Circumstances:
    """Circumstances from their JSON file, or from CSV files, each named after its list."""
    paths = [source] if isinstance(source, (str, os.PathLike)) else list(source)
    if len(paths) == 1 and Path(paths[0]).suffix.lower() != ".csv":
        return Circumstances.from_json(_text_of(paths[0]), name=os.fsdecode(paths[0]))
    out = Circumstances()
    for path in paths:
        out.add_csv(_text_of(path), os.fsdecode(path))
    return out


Messages = Union[Source, Iterable[Message]]
Rows = Literal["visits", "stamps", "lines", "shares"]


def read_table(
    source: Messages, rows: Rows = "visits", *, name: str = "", strict: bool = False, batch_rows: int = 65_536
) -> Table:
    """Messages as columns, by Arrow: a row is a DELIVERY ("visits"), one of its stamps or lines, or a line of an INVOICE
    ("shares").

    polars, DuckDB and pyarrow (and pandas through it) take the table as it is and without a copy; each use reads the
    source anew, a batch at a time. Cents, seconds and millionths of a euro (`tariff`) are int64, times timestamps on
    the clock of Paris without zone, texts that repeat are dictionary-encoded. `.columns` says unit and label of each.
    """
    if source is not None and isinstance(source, Iterable) and not isinstance(source, (str, bytes, bytearray, memoryview)):
        items = list(source)
        if not items or isinstance(items[0], (Order, Delivery, Invoice)):
            return Table(items, rows=rows, batch_rows=batch_rows)
        return Table(_source(items), rows=rows, name=name, strict=strict, batch_rows=batch_rows)
    return Table(_source(source), rows=rows, name=name, strict=strict, batch_rows=batch_rows)


def _request(
    *,
    orders: Messages,
    deliveries: Messages,
    rules: Rules | None,
    circumstances: Circumstances | PathLike | None,
    ledger: str | None,
) -> _native.Request:
    request = _native.Request()
    if rules is not None:
        request.set_rules(load_rules(rules))
    if circumstances is not None:
        given = circumstances if isinstance(circumstances, Circumstances) else load_circumstances(circumstances)
        request.set_circumstances(given)
    if ledger is not None:
        request.set_ledger(ledger)
    _give(request, orders, ("order",))
    _give(request, deliveries, ("delivery",))
    return request


def _issue(as_of: Date, issued_at: datetime | None, transaction_id: str | None) -> tuple[datetime, str]:
    if not isinstance(as_of, Date):
        raise TypeError(f"as_of must be a datetime.date, not {type(as_of).__name__}")
    at = issued_at if issued_at is not None else datetime.combine(as_of, time())
    return at, transaction_id if transaction_id is not None else f"I{at:%Y%m%d%H%M%S}"


def _give(request: _native.Request, messages: Messages, kinds: tuple[str, ...]) -> None:
    if isinstance(messages, (bytes, bytearray, memoryview, str, os.PathLike)):
        request.read(_source(messages), kinds=kinds)
        return
    if messages is None or not isinstance(messages, Iterable):
        raise TypeError(f"messages or paths are needed, not {type(messages).__name__}")
    rest = iter(messages)
    batch = list(islice(rest, _BATCH))
    if batch and all(_is_path(one) for one in batch):
        request.read(_source([*batch, *rest]), kinds=kinds)
        return
    while batch:
        request.add(cast("list[Message]", batch))
        batch = list(islice(rest, _BATCH))


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
    request = _request(
        orders=orders, deliveries=deliveries, rules=rules, circumstances=circumstances, ledger=ledger
    )
    at, transaction = _issue(as_of, issued_at, transaction_id)
    return request.run(
        month=month,
        as_of=as_of,
        issued_at=at,
        transaction_id=transaction,
        stage=stage,
        complete_for=_texts(complete_for),
        validated=_texts(validated),
    )


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
    request = _request(
        orders=orders, deliveries=deliveries, rules=rules, circumstances=circumstances, ledger=ledger
    )
    at, transaction = _issue(as_of, issued_at, transaction_id)
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
    deliveries: Messages,
    *,
    by: Literal["provider", "beneficiary", "caregiver", "service"] = "provider",
    unit: Literal["intervention", "stamp", "minutes"] | None = None,
    month: str | None = None,
    rules: Rules | None = None,
) -> Rates:
    """How many visits had to be corrected, by group and month. `unit` is that of the rules unless it is given."""
    request = _native.Request()
    if rules is not None:
        request.set_rules(load_rules(rules))
    _give(request, deliveries, ("delivery",))
    return request.rate(by=by, unit=unit or "", month=month or "")


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


def _mapping(mapping: CsvMapping | PathLike, parameters: Mapping[str, str] | None) -> CsvMapping:
    if isinstance(mapping, CsvMapping):
        return mapping
    given = dict(parameters or {})
    if isinstance(mapping, str) and mapping in CsvMapping.shipped_names():
        return CsvMapping.shipped(mapping, given)
    return CsvMapping(_text_of(mapping), name=os.fsdecode(mapping), parameters=given)


def export_csv(
    messages: Iterable[Message],
    mapping: CsvMapping | PathLike,
    *,
    parameters: Mapping[str, str] | None = None,
    circumstances: Circumstances | None = None,
) -> tuple[dict[str, bytes], list[Finding]]:
    """The CSV files of a mapping (its name, or its file), by their names, and what was found on the way."""
    return _native.export_csv(list(messages), _mapping(mapping, parameters), circumstances)


def import_csv(
    files: Mapping[str, bytes], mapping: CsvMapping | PathLike, *, parameters: Mapping[str, str] | None = None
) -> tuple[list[Message], list[Finding]]:
    """The messages that CSV files hold, by a mapping, and what was found on the way."""
    return _native.import_csv(dict(files), _mapping(mapping, parameters))


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
    price, shares, rest, price_cents, share_cents, rest_cents = _native.split(
        seconds, unit_price, given, rounding, residual_cent_to
    )
    return Split(price, tuple(shares), rest, price_cents, tuple(share_cents), rest_cents)


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


def diff(
    a: Source | Iterable[Message], b: Source | Iterable[Message], *, lang: Lang = "en", personal_data: bool = False
) -> str:
    """What two batches of messages do not say alike: canonical JSON, esppadom/diff/1."""
    return _native.diff(_messages(a), _messages(b), lang, personal_data)


def _messages(source: Source | Iterable[Message]) -> list[Message]:
    if isinstance(source, (str, bytes, os.PathLike)):
        return list(read(source))
    items = list(source)
    if items and _is_path(items[0]):
        return list(read(cast("list[PathLike]", items)))
    return cast("list[Message]", items)


def conformance(kit: PathLike, *, lang: Lang = "en") -> str:
    """Runs the conformance kit of a folder with this library: canonical JSON, esppadom/conformance/1."""
    return _native.conformance(kit, lang)
