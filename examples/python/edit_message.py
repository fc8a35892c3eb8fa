"""Reads a DELIVERY, withdraws its first visit, and writes the rest as it was, unknown elements included.

    edit_message.py FROM.xml TO.xml
"""

from __future__ import annotations

import sys

import esppadom


def main(arguments: list[str]) -> int:
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    reader = esppadom.read(arguments[0], kinds="delivery")
    visits = [one for one in reader if isinstance(one, esppadom.Delivery)]
    visits[0].correction_code = "SUP"
    esppadom.write(visits, arguments[1], profile="round_trip", like=reader)
    for finding in visits[0].check():
        print(finding.code, finding.path, finding.message)
    print(f"{len(visits)} visits written, {visits[0].delivery_id} withdrawn")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
