"""DELIVERY messages from the rows of a table of visits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from math import isfinite
from typing import Any

from ._native import Delivery, Table, delivery_of_row

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


def _plain(value: Any) -> Any:
    """A cell as Python has it, whatever software holds the column."""
    if _is_absent(value):
        return None
    if hasattr(value, "to_pydatetime"):  # pandas.Timestamp
        return value.to_pydatetime()
    if hasattr(value, "item"):  # numpy
        value = value.item()
    is_whole = isinstance(value, (float, Decimal)) and isfinite(value) and value % 1 == 0
    return int(value) if is_whole else value


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
        yield delivery_of_row({name: _plain(values[at]) for name, values in columns.items()})
