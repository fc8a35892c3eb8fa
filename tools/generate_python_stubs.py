#!/usr/bin/env python3
"""Prints bindings/python/esppadom/_native.pyi.

Classes of messages come from the descriptions, through the built module; the operations around them are the table
below. mypy.stubtest compares both with the module (tests/python/stubs_test.py).

    generate_python_stubs.py FOLDER      the folder of the built package, build/release/python
"""

from __future__ import annotations

import sys

HEAD = '''# Printed by tools/generate_python_stubs.py from the descriptions in the code; do not edit.
import datetime
from array import array
from collections.abc import Iterable, Iterator, MutableSequence, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeVar, overload

from typing_extensions import CapsuleType, Self

_T = TypeVar("_T")

__version__: str
_described: list[tuple[str, str, list[tuple[str, str, str, str]]]]

class Struct:
    """What every part of a message is."""
    def copy(self) -> Self:
        """A copy of its own, extras included."""
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, memo: Any, /) -> Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    __hash__: None  # type: ignore[assignment]

class _ListIterator(Iterator[_T]):
    def __iter__(self) -> Self: ...
    def __next__(self) -> _T: ...

class MessageList(MutableSequence[_T]):
    """A list inside a message. Changing it changes the message; what is put in is copied."""
    def __len__(self) -> int: ...
    @overload
    def __getitem__(self, index: int, /) -> _T: ...
    @overload
    def __getitem__(self, index: slice, /) -> list[_T]: ...
    @overload
    def __setitem__(self, index: int, value: _T, /) -> None: ...
    @overload
    def __setitem__(self, index: slice, value: Iterable[_T], /) -> None: ...
    @overload
    def __delitem__(self, index: int, /) -> None: ...
    @overload
    def __delitem__(self, index: slice, /) -> None: ...
    def __iter__(self) -> _ListIterator[_T]: ...
    def __contains__(self, value: object, /) -> bool: ...
    def __eq__(self, other: object, /) -> bool: ...
    __hash__: None  # type: ignore[assignment]
    def __copy__(self) -> list[_T]: ...
    def append(self, value: _T, /) -> None: ...
    def insert(self, index: int, value: _T, /) -> None: ...
    def extend(self, values: Iterable[_T], /) -> None: ...
    def __iadd__(self, values: Iterable[_T], /) -> Self: ...
    def pop(self, index: int = -1) -> _T: ...
    def remove(self, value: _T, /) -> None: ...
    def index(self, value: Any, /) -> int: ...  # type: ignore[override]
    def count(self, value: Any, /) -> int: ...
    def reverse(self) -> None: ...
    def clear(self) -> None: ...

class Finding:
    """What the library has to say about data."""
    @property
    def code(self) -> str:
        """Stable: ESP-XML-020."""
    @property
    def severity(self) -> str:
        """error, warning or info."""
    @property
    def document(self) -> str | None:
        """The id of the message it is about."""
    @property
    def path(self) -> str | None:
        """Where in it."""
    @property
    def file(self) -> str | None: ...
    @property
    def line(self) -> int | None:
        """From 1."""
    @property
    def column(self) -> int | None:
        """In characters, from 1."""
    @property
    def message(self) -> str:
        """What was found and what to do, in English."""
    @property
    def message_fr(self) -> str:
        """Ce qui a été constaté et ce qu'il faut faire."""
'''

# What messages do beside holding members.
METHODS = {
    "message": '''    def get(self, path: str) -> Any:
        """The value at a path such as "lines[0].billed_quantity"; None when there is none."""
    def set(self, path: str, value: object) -> None:
        """Sets the value at a path; what is missing on the way is made."""
    def check(self) -> list[Finding]:
        """What the message says that cannot be right, by itself."""
    def to_json(self, indented: bool = False) -> str:
        """The canonical JSON of the message, without extras."""
    @staticmethod
    def from_json(text: str | bytes) -> {name}:
        """The message that a JSON text holds."""
''',
    "circumstances": '''    def to_json(self, indented: bool = False) -> str:
        """The canonical JSON."""
    @staticmethod
    def from_json(text: str | bytes, name: str = "circumstances") -> Circumstances:
        """What a JSON text holds; strict."""
    def add_csv(self, data: bytes, name: str) -> list[Finding]:
        """Adds what a CSV file says; `name` says which list it is, unless there is a column `kind`. The findings."""
''',
}

TAIL = '''
def fields(message: str) -> list[dict[str, Any]]:
    """Every field of "order", "delivery", "invoice" or "circumstances" by path: type, occurrence, French label,
    standing."""

_Message = Order | Delivery | Invoice

class Reader(Iterator[_Message]):
    """The messages of files, folders and ZIP archives, one after the other in constant memory."""
    def __init__(
        self, source: bytes | Sequence[Any], name: str = "", strict: bool = False, kinds: Sequence[str] = ()
    ) -> None: ...
    def __iter__(self) -> Self: ...
    def __next__(self) -> _Message: ...
    def __enter__(self) -> Self: ...
    def __exit__(self, *args: object) -> None: ...
    def close(self) -> None:
        """Lets go of the files; what comes after is the end."""
    @property
    def findings(self) -> list[Finding]:
        """What was wrong so far."""
    @property
    def file(self) -> str:
        """The file of the last message."""
    @property
    def line(self) -> int | None:
        """Where the last message stands; from 1."""
    @property
    def column(self) -> int | None:
        """Where the last message stands; from 1."""
    @property
    def readable(self) -> bool:
        """False when a file could not be read as messages at all."""
    @property
    def version(self) -> str | None:
        """The version that the last document says of itself."""

class Writer:
    """Writes a document of messages of one kind piece by piece."""
    def __init__(
        self, kind: str, format: str = "xml", profile: str = "canonical", like: Reader | None = None
    ) -> None: ...
    def add(self, messages: Sequence[_Message]) -> bytes:
        """What the document goes on with."""
    def finish(self, like: Reader | None = None) -> bytes:
        """The end of the document."""

class Validation:
    """What is known after files were checked."""
    def __init__(
        self, source: bytes | Sequence[Any], name: str = "", profile: str = "lenient", profile_file: Any = None
    ) -> None: ...
    @property
    def ok(self) -> bool:
        """Whether there is no error."""
    @property
    def findings(self) -> list[Finding]: ...
    @property
    def files(self) -> list[dict[str, Any]]:
        """What each file holds."""
    def to_json(self, lang: str = "en") -> str:
        """Canonical JSON, esppadom/validate/1."""
    def to_sarif(self, lang: str = "en") -> str:
        """SARIF 2.1.0."""
    def to_junit(self, lang: str = "en") -> str:
        """JUnit's XML."""

class RuleBook:
    """A rule book: dated, scoped rule sets."""
    def __init__(self, text: str | bytes, name: str = "rules", advice: bool = False) -> None:
        """Loads a rule file's text; strict. `advice` also finds what is legal and deserves a second look."""
    @property
    def id(self) -> str: ...
    @property
    def findings(self) -> list[Finding]: ...
    def to_json(self) -> str:
        """The canonical JSON of the book."""
    def show(
        self,
        at: datetime.date,
        departement: str = "",
        funder: str = "",
        provider: str = "",
        service: str = "",
        beneficiary: str = "",
    ) -> str:
        """Every parameter as it holds for somebody on a day, and where it comes from: esppadom/rules-show/1."""

class Bill:
    """What a run of billing gave."""
    def to_json(self, lang: str = "en") -> str:
        """Canonical JSON, esppadom/bill/1."""
    @property
    def data(self) -> dict[str, Any]:
        """The canonical JSON as dicts and lists."""
    @property
    def ledger(self) -> str:
        """The ledger to keep and to give to the next run: canonical JSON."""
    @property
    def invoices(self) -> list[Invoice]:
        """The INVOICE messages."""
    def report(self, lang: str = "fr") -> str:
        """One page of HTML for those who manage, which needs nothing else."""
    @property
    def findings(self) -> list[Finding]: ...
    @property
    def ok(self) -> bool:
        """Whether there is no error."""

class Comparison:
    """The same month billed under two rule books."""
    def to_json(self, lang: str = "en") -> str:
        """Canonical JSON, esppadom/bill/1, with the member "comparison"."""
    @property
    def data(self) -> dict[str, Any]:
        """The canonical JSON as dicts and lists."""
    @property
    def total(self) -> dict[str, Any]:
        """The figures under both books and their difference: Decimal, int."""
    @property
    def beneficiaries(self) -> list[dict[str, Any]]:
        """Where something differs."""
    @property
    def providers(self) -> list[dict[str, Any]]:
        """Where something differs."""
    @property
    def funders(self) -> list[dict[str, Any]]:
        """Where something differs."""

class Rates:
    """Correction rates."""
    def to_json(self, lang: str = "en") -> str:
        """Canonical JSON, esppadom/correction-rate/1."""
    def to_csv(self) -> str:
        """The rows as CSV."""
    @property
    def data(self) -> dict[str, Any]:
        """The canonical JSON as dicts and lists: "total" and "rows"."""
    @property
    def findings(self) -> list[Finding]: ...

class Request:
    """Everything a run is given."""
    def __init__(self) -> None: ...
    def add(self, messages: Sequence[_Message]) -> None:
        """Takes copies of orders and deliveries."""
    def read(self, source: bytes | Sequence[Any], name: str = "", kinds: Sequence[str] = ()) -> bool:
        """Orders and deliveries of files; whether all could be read."""
    def set_rules(self, rules: RuleBook) -> None: ...
    def set_circumstances(self, circumstances: Circumstances) -> None: ...
    def set_ledger(self, text: str | bytes, name: str = "ledger") -> None: ...
    @property
    def findings(self) -> list[Finding]: ...
    def run(
        self,
        month: str,
        as_of: datetime.date,
        issued_at: datetime.datetime,
        transaction_id: str,
        stage: str = "final",
        complete_for: Sequence[str] = (),
        validated: Sequence[str] = (),
    ) -> Bill: ...
    def explain(
        self,
        delivery: str,
        provider: str,
        format: str,
        lang: str,
        month: str,
        as_of: datetime.date,
        issued_at: datetime.datetime,
        transaction_id: str,
    ) -> str: ...
    def note_findings(self, reader: Reader) -> None:
        """Findings of a reader whose messages were added."""
    def compare(
        self,
        other: RuleBook,
        month: str,
        as_of: datetime.date,
        issued_at: datetime.datetime,
        transaction_id: str,
        stage: str = "final",
        complete_for: Sequence[str] = (),
        validated: Sequence[str] = (),
    ) -> Comparison: ...
    def rate(self, by: str = "provider", unit: str = "", month: str = "") -> Rates: ...

class Statement:
    """A sealed statement of service rendered of one beneficiary and month."""
    @property
    def beneficiary(self) -> str: ...
    @property
    def month(self) -> str:
        """The month, "2026-10"."""
    @property
    def seal(self) -> str:
        """Its SHA-256; that of the last one is kept elsewhere, as the head of the chain."""
    @property
    def json(self) -> str:
        """What is kept, byte for byte."""
    def to_html(self, lang: str = "fr") -> str:
        """One page to read, sign and file; what is sealed is the JSON."""
    def _repr_html_(self) -> str: ...

class CpomStatement:
    """What contracts (CPOM) authorised, performed and billed."""
    def to_json(self, lang: str = "en") -> str:
        """Canonical JSON, esppadom/cpom/1."""
    def to_csv(self, of: str = "rows") -> str:
        """The rows, the months or the contracts as CSV."""
    @property
    def data(self) -> dict[str, Any]:
        """The canonical JSON as dicts and lists."""
    @property
    def contracts(self) -> list[dict[str, Any]]:
        """A provider each: amounts Decimal, durations int seconds."""
    @property
    def months(self) -> list[dict[str, Any]]:
        """Objectives, advances and balance by month: amounts Decimal."""
    @property
    def rows(self) -> list[dict[str, Any]]:
        """By objective, month and service: amounts Decimal, durations int seconds."""
    @property
    def findings(self) -> list[Finding]: ...
    @property
    def ok(self) -> bool:
        """Whether there is no error."""

class Statistics:
    """A statistic."""
    @property
    def of(self) -> str: ...
    @property
    def first(self) -> str:
        """The first month, "2026-10"."""
    @property
    def last(self) -> str: ...
    @property
    def rows(self) -> list[dict[str, Any]]:
        """The rows: amounts Decimal, durations int seconds, dates date."""
    @property
    def left_out(self) -> list[dict[str, Any]]:
        """Visits that the rules do not bill, by reason."""
    def to_json(self, lang: str = "en") -> str:
        """The canonical JSON."""
    def to_csv(self) -> str:
        """The rows as CSV."""
    @property
    def data(self) -> dict[str, Any]:
        """The canonical JSON as dicts and lists."""
    @property
    def findings(self) -> list[Finding]: ...
    @property
    def ok(self) -> bool:
        """Whether there is no error."""

class Reconciliation:
    """Invoices held against a request."""
    @property
    def with_rules(self) -> bool:
        """Whether amounts were compared with what the rules give."""
    @property
    def total(self) -> dict[str, Any]: ...
    @property
    def sums(self) -> list[dict[str, Any]]: ...
    @property
    def left_out(self) -> list[dict[str, Any]]:
        """Lines that are in no sum."""
    @property
    def rows(self) -> list[dict[str, Any]]:
        """The differences: amounts Decimal, durations int seconds."""
    def to_json(self, lang: str = "en") -> str:
        """The canonical JSON."""
    def to_csv(self) -> str:
        """The rows as CSV."""
    @property
    def data(self) -> dict[str, Any]:
        """The canonical JSON as dicts and lists."""
    @property
    def findings(self) -> list[Finding]: ...
    @property
    def ok(self) -> bool:
        """Whether there is no error."""

class AlertNews:
    """Alerts that are told once."""
    @property
    def rows(self) -> list[dict[str, Any]]:
        """What is to be told, begun or ended: dates date, durations int seconds."""
    @property
    def standing(self) -> int:
        """How many were told before and still stand."""
    @property
    def now(self) -> datetime.datetime: ...
    @property
    def ledger(self) -> str:
        """The ledger to keep for the next time, as JSON."""
    def to_json(self, lang: str = "en") -> str:
        """The canonical JSON."""
    def to_csv(self) -> str:
        """The rows as CSV."""
    @property
    def data(self) -> Any:
        """The canonical JSON as dicts and lists."""
    @property
    def findings(self) -> list[Finding]: ...
    @property
    def ok(self) -> bool:
        """Whether there is no error."""

class LedgerExport:
    """A part of a ledger for another operator."""
    @property
    def part(self) -> str:
        """The part, itself a ledger, as JSON."""
    @property
    def facts(self) -> list[dict[str, Any]]:
        """What of each kind was taken and left out: amounts Decimal."""
    def to_json(self, lang: str = "en") -> str:
        """Canonical JSON, esppadom/ledger-export/1."""
    def to_csv(self) -> str:
        """What was taken and left out as CSV."""
    @property
    def findings(self) -> list[Finding]: ...

class TrialBalance:
    """The trial balance of a ledger."""
    @property
    def balanced(self) -> bool:
        """Whether the control is 0 in every row."""
    @property
    def first(self) -> str: ...
    @property
    def last(self) -> str: ...
    @property
    def rows(self) -> list[dict[str, Any]]:
        """The rows: amounts Decimal."""
    @property
    def months_without_documents(self) -> list[str]:
        """Months in which nothing was billed, "2026-10"."""
    def to_json(self) -> str:
        """Canonical JSON, esppadom/trial-balance/1."""
    def to_csv(self) -> str:
        """The rows as CSV."""

class Invoices:
    """Invoices that are to be checked."""
    def __init__(self) -> None: ...
    def add(self, messages: Sequence[_Message]) -> None:
        """Takes what it needs."""
    def read(self, source: bytes | Sequence[Any], name: str = "") -> bool:
        """Invoices of files; whether all could be read."""
    def note_findings(self, reader: Reader) -> None:
        """Findings of a reader whose messages were added."""

def statistics(
    request: Request,
    of: str,
    period: str,
    first: str | None,
    last: str | None,
    as_of: datetime.date | None,
    now: datetime.datetime | None,
    beneficiary: str,
    provider: str,
    caregiver: str,
    service: str,
    funder: str,
    smallest_group: int | None = None,
) -> Statistics:
    """Bills the request and takes a statistic."""

def told_alerts(
    request: Request, as_of: datetime.date | None, now: datetime.datetime | None, beneficiary: str, provider: str
) -> AlertNews:
    """Bills the request and tells alerts once."""

def export_ledger(ledger: str | bytes, name: str, by: str, id: str) -> LedgerExport:
    """The part of a ledger that another operator needs."""

def merge_ledgers(parts: Sequence[tuple[str, str | bytes]]) -> str:
    """One ledger of several parts, as JSON."""

def reconcile(
    request: Request,
    invoices: Invoices,
    first: str | None,
    last: str | None,
    as_of: datetime.date | None,
    provider: str,
    funder: str,
    service: str,
    by: str,
) -> Reconciliation:
    """Holds invoices against the request."""

def trial_balance(
    ledger: str | bytes, name: str, first: str | None, last: str | None, funder: str, provider: str
) -> TrialBalance:
    """The trial balance of a ledger."""

def service_fait(
    ledger: str | bytes,
    name: str,
    first: str,
    last: str | None,
    beneficiary: str,
    keep_years: int | None,
    before: Sequence[tuple[str, str | bytes]],
) -> tuple[list[Statement], list[Finding]]:
    """Statements, and findings."""

def cpom(
    ledger: str | bytes, name: str, rules: RuleBook, first: str | None, last: str | None, funder: str, provider: str
) -> CpomStatement:
    """The statement of the contracts of a ledger."""

def reconcile_own(bill: Bill) -> Reconciliation:
    """The invoices of a run held against its facts."""

class IdentifiedCalls:
    """What became of a log of calls."""
    def to_json(self, lang: str = "en") -> str:
        """Canonical JSON, esppadom/identify/1."""
    @property
    def data(self) -> dict[str, Any]:
        """The canonical JSON as dicts and lists."""
    @property
    def visits(self) -> list[Delivery]:
        """A Delivery for each visit that two calls tell of."""
    @property
    def raw_stamps(self) -> list[Delivery]:
        """A Delivery with the code HOR for each visit of which only one call is there."""
    @property
    def counts(self) -> dict[str, int]:
        """How many calls ended how."""
    @property
    def left(self) -> list[dict[str, Any]]:
        """Calls that are no visit: unidentified, ambiguous, repeated or incomplete, and why."""
    @property
    def findings(self) -> list[Finding]: ...
    @property
    def ok(self) -> bool:
        """Whether there is no error."""

def identify(
    calls: str | bytes,
    calls_name: str,
    directory: str | bytes,
    directory_name: str,
    rules: RuleBook | None,
    planned: Circumstances | None,
    issued_at: datetime.datetime | None,
    transaction_id: str,
    method: str,
) -> IdentifiedCalls:
    """Identifies the calls of a log and makes messages of them."""

class Viewer:
    """Reduces messages to what a role may see, and counts what it removed."""
    def __init__(
        self,
        role: str,
        key: str | bytes = "",
        provider: str = "",
        beneficiary: str = "",
        service: str = "",
        keep_dates: bool = False,
    ) -> None:
        """`role` is departement, provider, branch, beneficiary, family or statistician; `key` is that of the pseudonyms,
        at least 16 bytes. One thread at a time."""
    def see(self, message: Order | Delivery | Invoice) -> Any:
        """The message as the role may see it; None for one it may not see."""
    def to_json(self) -> str:
        """What was kept and removed so far: canonical JSON, esppadom/view/1, without any value of a message."""

def verify(statements: Sequence[tuple[str, str | bytes]], head: str) -> list[Finding]:
    """What is wrong with statements that were kept."""

def apa(
    date: datetime.date,
    gir: int,
    plan: Decimal | int,
    resources: Decimal | int,
    couple: bool = False,
    mtp: Decimal | int | None = None,
) -> str:
    """Canonical JSON, esppadom/apa/1."""

class CsvMapping:
    """Which column holds which field in which form."""
    def __init__(self, text: str | bytes, name: str = "mapping", parameters: dict[str, str] = {}) -> None: ...
    @property
    def name(self) -> str: ...
    @property
    def files(self) -> list[str]:
        """The names of its files, in order."""
    @property
    def can_read(self) -> bool:
        """Whether messages can be read with it."""
    @staticmethod
    def shipped(name: str, parameters: dict[str, str] = {}) -> CsvMapping:
        """One that comes with the library."""
    @staticmethod
    def shipped_names() -> list[str]:
        """The names of those that come with the library."""

def export_csv(
    messages: Sequence[_Message], mapping: CsvMapping, circumstances: Circumstances | None = None
) -> tuple[dict[str, bytes], list[Finding]]:
    """The files by name, and findings."""

def import_csv(files: dict[str, bytes], mapping: CsvMapping) -> tuple[list[_Message], list[Finding]]:
    """The messages, and findings."""

class Table:
    """Messages as columns. Software that knows Arrow takes it as it is: pyarrow.table(t), polars.DataFrame(t),
    duckdb.sql("from t"). Each use reads the source anew."""
    def __init__(
        self,
        source: bytes | Sequence[Any],
        rows: str = "visits",
        name: str = "",
        strict: bool = False,
        batch_rows: int = 65536,
    ) -> None: ...
    def __arrow_c_stream__(self, requested_schema: object = None) -> CapsuleType: ...
    def __arrow_c_schema__(self) -> CapsuleType: ...
    @property
    def columns(self) -> list[dict[str, Any]]:
        """Name, type, unit and French label of each column."""
    @property
    def findings(self) -> list[Finding]:
        """What the last reading found."""
    def to_dict(self) -> dict[str, list[Any]]:
        """The columns as lists: cents and seconds as int, times as datetime."""

def round_duration(
    seconds: Any, step: int, mode: str = "nearest", tie: str = "up", threshold: int | None = None
) -> Any:
    """A duration or a column of them, rounded to a step."""

def split(
    seconds: int,
    unit_price: Decimal | int,
    funders: Sequence[tuple[Decimal | int, Decimal | int, int | None]],
    rounding: str = "half_up",
    residual_cent_to: str = "first_funder",
) -> tuple[Fraction, list[Fraction], Fraction, Decimal, list[Decimal], Decimal, str]:
    """Price, shares and rest, exact and in cents; the canonical JSON."""

def split_column(
    seconds: Any,
    unit_price: Decimal | int,
    tariff: Decimal | int,
    participation: Decimal | int,
    rounding: str = "half_up",
) -> tuple[array[int], array[int], array[int]]:
    """Cents of the price, of the funder, of the rest."""

def smooth(
    rules: RuleBook,
    at: datetime.date,
    plan: Any,
    used: Any,
    departement: str = "",
    funder: str = "",
    provider: str = "",
    service: str = "",
    beneficiary: str = "",
) -> str:
    """Canonical JSON, esppadom/smooth/1."""

def calculate(
    of: str,
    question: str,
    rules: RuleBook | None = None,
    at: datetime.date | None = None,
    departement: str = "",
    funder: str = "",
    provider: str = "",
    service: str = "",
    beneficiary: str = "",
) -> str:
    """Canonical JSON, esppadom/calculation/1."""

def describe(of: str) -> str:
    """Canonical JSON, esppadom/description/1."""

def diff(a: Sequence[_Message], b: Sequence[_Message], lang: str = "en", personal_data: bool = False) -> str:
    """Canonical JSON, esppadom/diff/1."""

def conformance(kit: Any, lang: str = "en") -> str:
    """Canonical JSON, esppadom/conformance/1."""
'''

SHORT = {"Extra", "Code", "Identifier", "Measure", "Amount", "Price"}


def stub(name: str, doc: str, members: list[tuple[str, str, str, str]]) -> str:
    out = [f"class {name}(Struct):", f'    """{doc}"""']
    settable = [(member, accepts) for member, _, accepts, _ in members if accepts]
    if settable:
        out.append("    def __init__(")
        out.append("        self,")
        if name not in SHORT:
            out.append("        *,")
        out += [f"        {member}: {accepts} = ...," for member, accepts in settable]
        out.append("    ) -> None: ...")
    for member, annotation, accepts, label in members:
        text = label[:1].upper() + label[1:] if label else ""
        out.append("    @property")
        out.append(f"    def {member}(self) -> {annotation}:" + (f'\n        """{text}"""' if text else " ..."))
        if accepts:
            out.append(f"    @{member}.setter")
            out.append(f"    def {member}(self, value: {accepts}) -> None: ...")
    body = "\n".join(out) + "\n"
    if name in ("Order", "Delivery", "Invoice"):
        body += METHODS["message"].format(name=name)
    if name == "Circumstances":
        body += METHODS["circumstances"]
    return body


def main() -> None:
    sys.path.insert(0, sys.argv[1])
    from esppadom import _native

    text = HEAD + "".join("\n" + stub(*one) for one in _native._described) + TAIL
    sys.stdout.write(text)


if __name__ == "__main__":
    main()
