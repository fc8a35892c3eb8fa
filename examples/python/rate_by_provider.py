"""Correction rates by provider and month, by the library and from columns: both count the same visits.

    rate_by_provider.py FILE|FOLDER…
"""

from __future__ import annotations

import sys

import esppadom


def main(paths: list[str]) -> int:
    if not paths:
        print(__doc__, file=sys.stderr)
        return 2
    rates = esppadom.correction_rate(paths, by="provider", unit="intervention")
    for row in rates.data["rows"]:
        print(f"{row['provider']} {row['month']}: {row['corrected']} of {row['interventions']}, {row['rate_pct']} %")
    total = rates.data["total"]
    print(f"{total['corrected']} of {total['interventions']} corrected: {total['rate_pct']} %")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
