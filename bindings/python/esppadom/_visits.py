"""DELIVERY messages from the rows of a table of visits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from ._native import (
    Code,
    Delivery,
    DeliveryLine,
    DeliveryOrderRef,
    Identifier,
    InstantPeriod,
    Measure,
    Party,
    PartyContact,
    Service,
    Stamp,
    StampPair,
    Table,
)

#: Columns of `read_table(…, rows="visits")` that a visit cannot do without.
NEEDED = ("delivery_id", "provider", "beneficiary", "retained_start", "retained_end")


def is_table(value: object) -> bool:
    """Whether it has columns: a mapping of lists, a Table, a DataFrame of pandas or polars, a table of pyarrow."""
    return isinstance(value, (Mapping, Table)) or hasattr(value, "to_dict") or hasattr(value, "to_pydict")


def columns_of(table: Any) -> Mapping[str, Sequence[Any]]:
    """The columns as lists, whatever software holds them."""
    if isinstance(table, Mapping):
        return table
    if isinstance(table, Table):
        return table.to_dict()
    if hasattr(table, "to_pydict"):  # pyarrow
        return dict(table.to_pydict())
    if hasattr(table, "__arrow_c_stream__") and hasattr(table, "schema"):  # polars
        return dict(table.to_dict(as_series=False))
    if hasattr(table, "to_dict"):  # pandas
        return dict(table.to_dict("list"))
    raise TypeError(f"a table must have columns, as a dict of lists or a DataFrame has them, not {type(table).__name__}")


def _is_absent(value: object) -> bool:
    return value is None or value != value  # NaN and NaT differ from themselves


def _text(value: object, column: str) -> str:
    if _is_absent(value):
        return ""
    if not isinstance(value, str):
        raise TypeError(f"column {column} must hold str, not {type(value).__name__}")
    return value


def _time(value: Any, column: str) -> datetime | None:
    if _is_absent(value):
        return None
    if hasattr(value, "to_pydatetime"):  # pandas.Timestamp
        value = value.to_pydatetime()
    elif hasattr(value, "item"):  # numpy.datetime64
        value = value.item()
    if not isinstance(value, datetime):
        raise TypeError(f"column {column} must hold datetime, not {type(value).__name__}")
    return value


def _seconds(value: Any, column: str) -> int | None:
    if _is_absent(value):
        return None
    whole = int(value)
    if isinstance(value, bool) or whole != value:
        raise TypeError(f"column {column} must hold whole seconds")
    return whole


class _Row:
    def __init__(self, columns: Mapping[str, Sequence[Any]], at: int) -> None:
        self._columns = columns
        self._at = at

    def _value(self, column: str) -> Any:
        values = self._columns.get(column)
        return None if values is None else values[self._at]

    def text(self, column: str) -> str:
        return _text(self._value(column), column)

    def time(self, column: str) -> datetime | None:
        return _time(self._value(column), column)

    def seconds(self, column: str) -> int | None:
        return _seconds(self._value(column), column)


def _service_of(row: _Row) -> Service:
    codes = [Code(value=row.text("service"))] if row.text("service") else []
    if row.text("aid_type"):
        codes.append(Code(value=row.text("aid_type"), list_id="ESPPADOM_TYPE_AIDE"))
    return Service(codes=codes)


def _line_of(row: _Row) -> DeliveryLine:
    seconds = row.seconds("billed_seconds")
    line = DeliveryLine(line_id="1", order_line_id=row.text("order_line_id") or None, service=_service_of(row))
    if seconds is not None and seconds % 60 == 0:
        line.billed_quantity = Measure(value=Decimal(seconds // 60), unit_code="MIN")
    return line


def _stamp_of(time: datetime | None) -> Stamp | None:
    return None if time is None else Stamp(certified_at=time)


def _delivery_of(row: _Row) -> Delivery:
    caregiver = row.text("caregiver")
    contacts = [PartyContact(id=Identifier(value=caregiver), type_code=Code(value="INT"))] if caregiver else []
    visit = Delivery(
        message_version="1.4",
        delivery_id=row.text("delivery_id"),
        beneficiary=Party(ids=[row.text("beneficiary")]),
        provider=Party(ids=[row.text("provider")], contacts=contacts),
        correction_code=row.text("correction_code"),
        retained_period=InstantPeriod(start=row.time("retained_start"), end=row.time("retained_end")),
        lines=[_line_of(row)],
    )
    issued_at = row.time("issued_at")
    if issued_at is not None:
        visit.issued_at = issued_at
    planned = InstantPeriod(start=row.time("planned_start"), end=row.time("planned_end"))
    if planned.start is not None or planned.end is not None:
        visit.planned_period = planned
    arrival, departure = row.time("arrival"), row.time("departure")
    if arrival is not None or departure is not None:
        visit.stamps = StampPair(arrival=_stamp_of(arrival), departure=_stamp_of(departure))
    if row.text("order_id"):
        visit.order_refs = [DeliveryOrderRef(order_id=row.text("order_id"))]
    return visit


def deliveries_of(table: object) -> Iterator[Delivery]:
    """A DELIVERY for each row of a table that has the columns of `read_table(…, rows="visits")`; the others are optional.

    Needed are delivery_id, provider, beneficiary, retained_start and retained_end. Times are on the clock of Paris.
    What a table of visits does not hold, methods of stamps and further lines above all, the messages do not have.
    """
    columns = columns_of(table)
    missing = [name for name in NEEDED if name not in columns]
    if missing:
        raise ValueError(f"the table of visits has no column {', '.join(missing)}")
    sizes = {len(values) for values in columns.values()}
    if len(sizes) != 1:
        raise ValueError("the columns of the table differ in length")
    for at in range(sizes.pop()):
        yield _delivery_of(_Row(columns, at))
