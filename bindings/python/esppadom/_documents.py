"""Documents: reading, writing, checking, converting, comparing; tables and CSV."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Literal, cast

from . import _native
from ._inputs import (
    BATCH,
    Format,
    Kind,
    Lang,
    Message,
    Messages,
    PathLike,
    Source,
    WriteProfile,
    bytes_of,
    is_path,
    source_of,
    texts_of,
)
from ._native import Circumstances, CsvMapping, Delivery, Finding, Invoice, Order, Reader, Table, Validation

Rows = Literal["visits", "stamps", "lines", "shares"]


def read(source: Source, *, kinds: Kind | Sequence[Kind] = (), strict: bool = False, name: str = "") -> Reader:
    """The messages of files, folders, ZIP archives or bytes, XML or JSON, one after the other in constant memory.

    `kinds` picks some; `name` is what findings call bytes. What is wrong is in `.findings` of what is returned, and a
    message that cannot be read is left out. `strict`: what departs from the standard is an error.
    """
    return Reader(source_of(source), name=name, strict=strict, kinds=texts_of(kinds))


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
    batch = list(islice(rest, BATCH))
    if not batch and kind is None:
        raise ValueError("a document without messages needs kind=")
    out = _native.Writer(kind or _kind_of(batch[0]), format=format, profile=profile, like=like)
    if to is None:
        parts = []
        while batch:
            parts.append(out.add(batch))
            batch = list(islice(rest, BATCH))
        parts.append(out.finish(like))
        return b"".join(parts)
    target = Path(to)
    staged = target.with_name(target.name + ".part")
    try:
        with staged.open("wb") as file:
            while batch:
                file.write(out.add(batch))
                batch = list(islice(rest, BATCH))
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
        return Validation(source_of(source), name=name, profile=str(profile))
    return Validation(source_of(source), name=name, profile_file=profile)


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
        return Table(source_of(items), rows=rows, name=name, strict=strict, batch_rows=batch_rows)
    return Table(source_of(source), rows=rows, name=name, strict=strict, batch_rows=batch_rows)


def _mapping(mapping: CsvMapping | PathLike, parameters: Mapping[str, str] | None) -> CsvMapping:
    if isinstance(mapping, CsvMapping):
        return mapping
    given = dict(parameters or {})
    if isinstance(mapping, str) and mapping in CsvMapping.shipped_names():
        return CsvMapping.shipped(mapping, given)
    return CsvMapping(bytes_of(mapping), name=os.fsdecode(mapping), parameters=given)


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


def diff(
    a: Source | Iterable[Message], b: Source | Iterable[Message], *, lang: Lang = "en", personal_data: bool = False
) -> str:
    """What two batches of messages do not say alike: canonical JSON, esppadom/diff/1."""
    return _native.diff(_messages(a), _messages(b), lang, personal_data)


def _messages(source: Source | Iterable[Message]) -> list[Message]:
    if isinstance(source, (str, bytes, os.PathLike)):
        return list(read(source))
    items = list(source)
    if items and is_path(items[0]):
        return list(read(cast("list[PathLike]", items)))
    return cast("list[Message]", items)


def conformance(kit: PathLike, *, lang: Lang = "en") -> str:
    """Runs the conformance kit of a folder with this library: canonical JSON, esppadom/conformance/1."""
    return _native.conformance(kit, lang)
