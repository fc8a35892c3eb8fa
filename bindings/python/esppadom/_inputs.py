"""What functions are given: paths, bytes and messages, and how they reach the compiled functions."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from datetime import date as Date
from datetime import datetime, time
from itertools import islice
from pathlib import Path
from typing import Any, Literal, Union, cast

from . import _native
from ._native import Circumstances, Delivery, Invoice, Order, Reader, RuleBook
from ._visits import deliveries_of, is_table

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
Messages = Union[Source, Iterable[Message]]

#: A table of visits: a dict of lists, a Table, a DataFrame of pandas or polars, a table of pyarrow.
Visits = Any

#: How many messages are handed over at a time.
BATCH = 256


def is_path(value: object) -> bool:
    return isinstance(value, (str, os.PathLike))


def source_of(source: object) -> bytes | list[PathLike]:
    """Paths as a list; bytes as they are."""
    if isinstance(source, (bytes, bytearray, memoryview)):
        return bytes(source)
    if isinstance(source, (str, os.PathLike)):
        return [source]
    if source is None or not isinstance(source, Iterable):
        raise TypeError(f"a path, several paths or bytes are needed, not {type(source).__name__}")
    paths = list(source)
    for path in paths:
        if not is_path(path):
            raise TypeError(f"a path must be a str or os.PathLike, not {type(path).__name__}")
    if not paths:
        raise ValueError("no path is given")
    return paths


def texts_of(values: str | Iterable[str]) -> tuple[str, ...]:
    return (values,) if isinstance(values, str) else tuple(values)


def bytes_of(path: PathLike) -> bytes:
    return Path(path).read_bytes()


def load_rules(rules: Rules, *, advice: bool = False) -> RuleBook:
    """A rule book from its file, or from what such a file holds. Strict: with any error `esppadom.Error`."""
    if isinstance(rules, RuleBook):
        return rules
    if isinstance(rules, Mapping):
        return RuleBook(json.dumps(rules), advice=advice)
    if not is_path(rules):
        raise TypeError(f"rules must be a RuleBook, a path or a dict, not {type(rules).__name__}")
    return RuleBook(bytes_of(rules), name=os.fsdecode(rules), advice=advice)


def load_circumstances(source: PathLike | Iterable[PathLike]) -> Circumstances:
    """Circumstances from their JSON file, or from CSV files, each named after its list."""
    paths = [source] if isinstance(source, (str, os.PathLike)) else list(source)
    if len(paths) == 1 and Path(paths[0]).suffix.lower() != ".csv":
        return Circumstances.from_json(bytes_of(paths[0]), name=os.fsdecode(paths[0]))
    out = Circumstances()
    for path in paths:
        out.add_csv(bytes_of(path), os.fsdecode(path))
    return out


def request_of(
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
    give(request, orders, ("order",))
    give(request, deliveries, ("delivery",))
    return request


def issue_of(as_of: Date, issued_at: datetime | None, transaction_id: str | None) -> tuple[datetime, str]:
    if not isinstance(as_of, Date):
        raise TypeError(f"as_of must be a datetime.date, not {type(as_of).__name__}")
    at = issued_at if issued_at is not None else datetime.combine(as_of, time())
    return at, transaction_id if transaction_id is not None else f"I{at:%Y%m%d%H%M%S}"


def give(to: _native.Request | _native.Invoices, messages: object, kinds: tuple[str, ...]) -> None:
    """Adds messages, or those of files, or those that the rows of a table make, to what collects them."""
    if isinstance(messages, (bytes, bytearray, memoryview, str, os.PathLike)):
        _read_into(to, messages, kinds)
        return
    if is_table(messages):
        messages = deliveries_of(messages)
    if messages is None or not isinstance(messages, Iterable):
        raise TypeError(f"messages or paths are needed, not {type(messages).__name__}")
    rest = iter(messages)
    batch = list(islice(rest, BATCH))
    if batch and all(is_path(one) for one in batch):
        _read_into(to, [*batch, *rest], kinds)
        return
    while batch:
        to.add(cast("list[Message]", batch))
        batch = list(islice(rest, BATCH))
    if isinstance(messages, Reader):
        to.note_findings(messages)


def _read_into(to: _native.Request | _native.Invoices, source: object, kinds: tuple[str, ...]) -> None:
    if isinstance(to, _native.Invoices):
        to.read(source_of(source))
    else:
        to.read(source_of(source), kinds=kinds)
