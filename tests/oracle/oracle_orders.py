"""Order lines: which one a visit belongs to, and who may pay for it."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Dict, List, Optional, Tuple

from oracle_duration import NotBilled
from oracle_input import Message, OrderLine
from oracle_rules import Rules


class OrderBook:
    """Order lines by number and by place."""

    def __init__(self, lines: List[OrderLine]) -> None:
        self.by_number: Dict[str, List[OrderLine]] = {}
        self.by_place: Dict[Tuple[str, str], List[OrderLine]] = {}
        self.by_beneficiary: Dict[str, List[OrderLine]] = {}
        for line in lines:
            self.by_beneficiary.setdefault(line.beneficiary, []).append(line)
            self.by_number.setdefault(line.line_id, []).append(line)
            self.by_place.setdefault((line.beneficiary, line.provider), []).append(line)

    def join(self, message: Message, day: date) -> OrderLine:
        """The order line of a visit. A line that is not valid on the day does not count.

        Several lines of one service with a payer each are one funding; the first is its name.
        """
        candidates: List[OrderLine] = []
        if message.order_line_id:
            named = [l for l in self.by_number.get(message.order_line_id, []) if l.valid_on(day)]
            candidates = [l for l in named if l.order_id in message.order_ids] or named
        if not candidates:
            place = self.by_place.get((message.beneficiary, message.provider), [])
            for line in place:
                same = not message.service or line.service == message.service
                aid = message.service or not message.aid_type or line.aid_type == message.aid_type
                if line.valid_on(day) and same and aid:
                    candidates.append(line)
            services = {line.service for line in candidates}
            payers = {line.payer for line in candidates}
            if len(services) == 1 and len(payers) == len(candidates):
                candidates = sorted(candidates, key=lambda l: (l.order_id, l.sequence))[:1]
        if len(candidates) > 1:
            raise NotBilled("SEVERAL_ORDER_LINES")
        if not candidates:
            raise NotBilled("NO_ORDER_LINE")
        return candidates[0]

    def payers(self, line: OrderLine, day: date) -> List[OrderLine]:
        """The lines that may pay for a visit of this line, one for each payer."""
        payers: Dict[str, OrderLine] = {line.payer: line}
        place = self.by_place[line.beneficiary, line.provider]
        for other in sorted(place, key=lambda l: (l.order_id, l.sequence)):
            if other.service == line.service and other.valid_on(day):
                payers.setdefault(other.payer, other)
        return list(payers.values())


def price_of(rules: Rules, line: OrderLine) -> Optional[Fraction]:
    """The price of a unit: ORDER or rule book, by `tariff.source`."""
    ordered = line.provider_rate if line.provider_rate is not None else line.tariff
    own = rules.maybe("tariff.provider_rate")
    first, second = (ordered, own) if rules.get("tariff.source") == "order" else (own, ordered)
    return first if first is not None else second
