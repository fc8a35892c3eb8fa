"""What funders pay elsewhere than to the provider, and the face value of vouchers: docs/rules/funding.md."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Dict, List, Tuple

from oracle_billing import Target
from oracle_lines import Cents, Line, all_cents, distributed
from oracle_time import euros_text, round_half_up

Json = Dict[str, Any]
ZERO = Fraction(0)
Place = Tuple[str, str, str, str, str]  # month, funder, provider, beneficiary, channel


@dataclass
class Paid:
    """Signed, as it changes what was paid."""

    seconds: Fraction = ZERO
    cents: int = 0
    face: int = 0

    def minus(self, other: "Paid") -> "Paid":
        return Paid(self.seconds - other.seconds, self.cents - other.cents, self.face - other.face)


def participation_of(line: Line, cents: Cents) -> int:
    """The cents of a line that are participation: the beneficiary's cents are shared out among what they are for by
    largest remainder; a fixed amount of the month is participation whole.
    """
    fixed = sum(line.taken_off.values())
    total = line.total()
    own = total.amount - sum(total.shares.values(), ZERO) - total.provider
    part, above = min(total.part, own), max(ZERO, min(total.above, own - total.part))
    if part == own:
        return cents.beneficiary  # also where cents were given out visit by visit
    return distributed([part, above, own - part - above], cents.beneficiary - fixed)[0] + fixed


def payments_of(now: Target) -> Dict[Place, Paid]:
    """All that is due now. Reading: vouchers of several funders hold the participation once, those of the first that pays."""
    found: Dict[Place, Paid] = {}
    for key, cents in all_cents(now.lines).items():
        line = now.lines[key]
        channel = line.rules.get("funding.payment_channel")
        if channel == "provider_direct":
            continue
        paying = [name for name in line.order if cents.shares[name]]
        for index, name in enumerate(paying):
            paid = found.setdefault((key.month, name, key.provider, key.beneficiary, channel), Paid())
            paid.seconds += line.total().seconds
            paid.cents += cents.shares[name]
            if channel == "cesu_prefinance":
                paid.face += cents.shares[name] + (participation_of(line, cents) if index == 0 else 0)
    return found


def payments_json(now: Dict[Place, Paid], before: Dict[Place, Paid]) -> List[Json]:
    """What is new of them."""
    rows = []
    for place in sorted(set(now) | set(before)):
        paid = now.get(place, Paid()).minus(before.get(place, Paid()))
        if paid.cents or paid.seconds:
            names = dict(zip(("month", "funder", "provider", "beneficiary", "channel"), place))
            amounts = {"amount": euros_text(paid.cents), "face_value": euros_text(paid.face)}
            rows.append({**names, "billed_seconds": round_half_up(paid.seconds), **amounts})
    return rows
