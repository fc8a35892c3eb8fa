"""VAT at the foot of a document: docs/rules/invoicing.md, "Cents, VAT and numbers"."""

from __future__ import annotations

from fractions import Fraction
from typing import Dict, List, Tuple

from oracle_rules import Rules
from oracle_time import round_half_up

Taxes = Dict[Fraction, Tuple[int, int]]  # by rate: basis and tax, in cents


def rate_of(rules: Rules) -> Fraction:
    return rules.fraction("invoicing.vat_pct")


def net_of(rules: Rules, cents: int) -> int:
    """What a share is without VAT: half up on its size, line by line."""
    rate = rate_of(rules)
    if not rate or not rules.get("invoicing.prices_include_tax"):
        return cents
    return signed(Fraction(cents) / (1 + rate / 100))


def signed(value: Fraction) -> int:
    return -round_half_up(-value) if value < 0 else round_half_up(value)


def taxes_of(rules: Rules, amounts: List[int]) -> Taxes:
    """Once a rate, on the sum of the net amounts."""
    rate = rate_of(rules)
    if not rate:
        return {}
    basis = sum(net_of(rules, cents) for cents in amounts)
    return {rate: (basis, signed(basis * rate / 100))}


def beneficiary_tax(rules: Rules, cents: int) -> int:
    """What comes on top of what a beneficiary owes."""
    rate = rate_of(rules)
    return 0 if rules.get("invoicing.prices_include_tax") else signed(cents * rate / 100)
