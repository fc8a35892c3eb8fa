"""The rows of smoothing as the result shows them."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Dict, List, Tuple

from oracle_billing import Target
from oracle_time import round_half_up

Json = Dict[str, Any]
SMOOTHED = ("plan_seconds", "own", "carried", "excess", "advance")


def smoothing_rows(target: Target) -> List[Json]:
    """One row for each pool and period; versions and grants of a pool are summed."""
    found: Dict[Tuple[str, ...], Json] = {}
    for row in sorted(target.smoothing, key=lambda r: (r.pool, r.month)):
        month = "grant" if row.month.startswith("grant") else row.month
        key = (*row.pool[: row.named], month)
        sums = found.setdefault(
            key,
            {
                "beneficiary": row.pool[0],
                "pool": "/".join(part for part in row.pool[1 : row.named] if part),
                "funder": row.pool[1],
                "aid_type": row.pool[2],
                "month": month,
                "plans": [],
                **{name: Fraction(0) for name in SMOOTHED},
                "lots": {},
            },
        )
        sums["plans"] += row.pool[row.named :]
        for name in SMOOTHED:
            sums[name] += getattr(row, name)
        for month, left in row.lots.items():
            sums["lots"][month] = sums["lots"].get(month, Fraction(0)) + left
    return [row_json(row) for row in found.values()]


def row_json(row: Json) -> Json:
    lots = [{"month": m, "seconds": round_half_up(v)} for m, v in sorted(row["lots"].items())]
    return {**row, **{name: round_half_up(row[name]) for name in SMOOTHED}, "lots": lots}
