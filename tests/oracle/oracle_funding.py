"""Who pays which minutes of a visit: the rules reference, section 2d."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from math import lcm
from typing import Any, Dict, List, Optional, Tuple, Union

from oracle_closed import Turn
from oracle_duration import NotBilled
from oracle_input import OrderLine
from oracle_participation import Share, both, share_of
from oracle_plan import period_of
from oracle_pool import Pool, PoolState
from oracle_pricing import Segment, holiday
from oracle_rules import FunderRules, Rules
from oracle_visit import Visit

ZERO = Fraction(0)
KEPT = lcm(*range(1, 41), 10**6)  # what the denominator of cut minutes must divide
WEEKDAYS = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")
CLASS_OF_KIND = {
    "saturday": "saturday",
    "sunday": "sunday",
    "public_holiday": "public_holiday",
    "first_of_january": "public_holiday",
    "first_of_may": "public_holiday",
    "christmas": "public_holiday",
    "evening": "evening",
}


@dataclass
class Piece:
    """Minutes of a visit and what each funder pays on them."""

    segment: Segment
    shares: Dict[str, Fraction] = field(default_factory=dict)
    payer: str = ""  # the hourly funder that charges the minutes
    percent: Fraction = ZERO  # participation
    over: Fraction = ZERO  # price above the funder's tariff
    surplus: Fraction = ZERO  # surcharge that the funder does not bear
    dear: bool = False  # whether it is above
    source: str = ""  # own, a lot, advance
    price: Optional[Fraction] = None  # of its own, where it has the price of a lot
    settled: bool = False  # wholly paid before an hourly funder's turn: not offered to it

    @property
    def amount(self) -> Fraction:
        return self.segment.amount

    @property
    def left(self) -> Fraction:
        return self.amount - sum(self.shares.values(), ZERO)

    @property
    def open(self) -> bool:
        """Whether an hourly funder may still charge the minutes."""
        return not self.payer and not self.settled

    def cut(self, seconds: Fraction) -> Tuple["Piece", "Piece"]:
        """The first seconds and the rest; a fixed funder pays the earlier minutes first."""
        before, after = self.segment.cut(seconds)
        left, mine = before.amount, {}
        for name, share in self.shares.items():
            mine[name] = min(share, left)
            left -= mine[name]
        others = {name: share - mine[name] for name, share in self.shares.items()}
        return replace(self, segment=before, shares=mine), replace(
            self, segment=after, shares=others
        )


@dataclass
class Funder:
    """One funder in its turn for one visit."""

    name: str
    line: Optional[OrderLine]
    rules: FunderRules
    pool: Optional[Union[Pool, Turn]] = None

    @property
    def nature(self) -> str:
        return str(self.rules.get("nature"))


class Counters:
    """What funders have used of their own volumes."""

    def __init__(self) -> None:
        self.used: Dict[Tuple[str, ...], Fraction] = {}

    @staticmethod
    def key(funder: Funder, visit: Visit, unit: str) -> Tuple[str, ...]:
        kind = funder.rules.get("volume.period")
        return (visit.message.beneficiary, funder.name, unit, period_of(kind, visit.day))

    def left(self, funder: Funder, visit: Visit, unit: str) -> Optional[Fraction]:
        """Seconds or euros left; None = no bound."""
        volume = funder.rules.maybe(f"volume.{unit}")
        if volume is None:
            return None
        most = volume * 60 if unit == "minutes" else volume
        return max(ZERO, most - self.used.get(self.key(funder, visit, unit), ZERO))

    def use(self, funder: Funder, visit: Visit, unit: str, amount: Fraction) -> None:
        key = self.key(funder, visit, unit)
        self.used[key] = self.used.get(key, ZERO) + amount


def pays_on(rules: Rules, funder: FunderRules, day: date) -> bool:
    """d7: the days of a funder; on a public holiday HOLIDAY must be among them."""
    name = "HOLIDAY" if holiday(rules, day) else WEEKDAYS[day.weekday()]
    return name in funder.get("days")


def stack_of(rules: Rules, lines: List[OrderLine], day: date) -> List[Funder]:
    """The funders of a visit in their order: `funding.order`, then as their lines stand."""
    order = rules.get("funding.order")
    found = [Funder(l.payer, l, rules.funder(l.payer, l.aid_type)) for l in lines]
    names = {name for l in lines for name in (l.payer, l.aid_type)}
    for name in order:
        own = rules.funder(name)
        pays = own.get("nature") != "hourly"
        if name not in names and own.given and (pays or own.get("rate") is not None):
            found.append(Funder(name, None, own))

    def rank(funder: Funder) -> Tuple[int, str, int]:
        line = funder.line
        known = [name for name in (funder.name, line.aid_type if line else "") if name in order]
        place = order.index(known[0]) if known else len(order)
        return (place, line.order_id if line else "", line.sequence if line else 0)

    return sorted((f for f in found if pays_on(rules, f.rules, day)), key=rank)


def has_rate(funder: FunderRules, kind: str) -> bool:
    """Whether a rate of the funder's own holds a kind of surcharge already."""
    name = CLASS_OF_KIND.get(kind)
    return name is not None and funder.maybe(f"rates.{name}") is not None


def rate_on(
    rules: Rules, funder: Funder, segment: Segment
) -> Tuple[Optional[Fraction], Fraction, Fraction]:
    """The funder's rate on a segment, what it is compared with, and the surcharge it bears."""
    line = funder.line
    rate = both(rules, line.tariff if line else None, funder.rules.maybe("rate"))
    # Reading: extra minutes carry no surcharge, and are paid as those of a weekday.
    own = funder.rules.maybe(f"rates.{'weekday' if segment.extra else segment.day_class}")
    ceiling = segment.price
    if own is not None:
        rate, ceiling = own, segment.price * segment.factor
    # F counts only the kinds for which the funder has no rate.
    kinds = tuple(k for k in segment.kinds if not has_rate(funder.rules, k[0]))
    bearer = rules.get("funding.surcharges.bearer")
    surcharge = sum((percent for _, percent in kinds), ZERO) / 100
    factor = Fraction(1)
    if bearer == "funder":
        factor += surcharge
    elif bearer == "split":
        factor += surcharge * rules.fraction("funding.surcharges.split_pct") / 100
    return rate, ceiling, factor


def hourly_share(
    rules: Rules, funder: Funder, piece: Piece, share: Share, visit: Visit
) -> Optional[Fraction]:
    """What an hourly funder pays on a piece; None when it has no rate."""
    segment = piece.segment
    rate, ceiling, factor = rate_on(rules, funder, segment)
    if rate is None:
        return None
    hours = segment.seconds / 3600
    # A share ends at the price of its minutes whatever the cap, so that `provider_price` is no other
    # formula than `funder_tariff`.
    capped = min(rate, ceiling) if funder.rules.get("rate_cap") == "min" else rate
    piece.percent = share.percent
    # Reading: on one basis. The price of an hour with the surcharge that the funder bears, less what the funder pays.
    price = ceiling if ceiling != segment.price else ceiling * factor
    piece.dear = ceiling > rate
    piece.over = hours * max(ZERO, price - capped * factor)
    whole = hours * capped * factor
    amount = max(ZERO, min(whole * (1 - share.percent / 100) - hours * share.per_hour, piece.left))
    piece.surplus = max(ZERO, piece.amount - hours * price)
    return amount


def in_proportion(seconds: Fraction, part: Fraction, whole: Fraction) -> Fraction:
    """The time that a part of the euros pays. Documented (decision 4): exact where its denominator is one that sums can
    keep, else up to a millionth of a second more; the euros stay exact.
    """
    grid, most = 9 * 10**28, 2**63
    kept = part / whole
    held = all((amount * grid).denominator == 1 for amount in (part, whole))
    exact = seconds * kept
    if not part or held and max(kept.numerator, kept.denominator) < most and KEPT % exact.denominator == 0:
        return exact
    return min(seconds, up_to_millionth(up_to_millionth(seconds) * kept))


def up_to_millionth(seconds: Fraction) -> Fraction:
    return Fraction(-(-seconds * 10**6 // 1), 10**6)


class Charging:
    """An hourly funder charges the first minutes that nobody charges yet."""

    def __init__(
        self, rules: Rules, funder: Funder, visit: Visit, counters: Counters, prices: Any
    ) -> None:
        self.rules, self.funder, self.visit = rules, funder, visit
        self.counters = counters
        self.prices = prices  # (funder, lot, visit) -> order line, price and last day of the time of grant
        self.share = share_of(rules, funder.rules, funder.line, visit.day)
        self.in_euros = rules.get("smoothing.unit") == "euros"
        self.beyond = False  # the visit crosses the ceiling and is charged whole

    def run(
        self,
        pieces: List[Piece],
        own_time: Optional[Fraction],
        under_ceilings: Optional[Fraction] = None,
    ) -> List[Piece]:
        """All pieces, cut where the funder's minutes end."""
        for piece in pieces:
            piece.settled = piece.settled or (not piece.payer and piece.amount > 0 == piece.left)
        # Reading: extra minutes beside the plan are beside the funder's volume, too.
        free = sum((p.segment.seconds for p in pieces if p.open and p.segment.counts), ZERO)
        most = free if own_time is None else min(free, own_time)
        volume = self.counters.left(self.funder, self.visit, "minutes")
        most = most if volume is None else min(most, volume)
        under = free if under_ceilings is None else under_ceilings  # of what the plan counts
        before = self.funder.pool.state() if self.funder.pool else None
        if self.crosses(pieces, under if own_time is None else min(under, own_time)):
            assert self.funder.pool is not None
            inside = self.rules.get("smoothing.crossing") == "in" and self.funder.pool.left() > 0
            if not inside:
                self.funder.pool.shut = True
                return pieces
            self.beyond = True
        elif self.rules.get("funding.split") == "visit" and not self.fits(min(most, under), free):
            return pieces
        if self.leaves_all(pieces, min(most, under)):
            return pieces
        result: List[Piece] = []
        for piece in pieces:
            counts, bites = piece.segment.counts, []
            whole = piece
            while piece.open and (not counts or min(most, under) > 0):
                taken = self.bite(piece, min(most, under) if counts else piece.segment.seconds)
                if taken is None:
                    break
                bites.append(taken)
                most -= taken.segment.seconds if counts else ZERO
                under -= taken.segment.seconds if counts else ZERO
                piece = piece.cut(taken.segment.seconds)[1]
                if piece.segment.seconds == 0:
                    break
            result += self.together(whole, bites)
            if piece.segment.seconds > 0:
                result.append(piece)
        result = self.within_euros(result, before)
        if self.beyond and self.funder.pool is not None:
            self.funder.pool.shut = True
        return result

    def together(self, piece: Piece, bites: List[Piece]) -> List[Piece]:
        """Minutes of one price and one participation are paid together, whatever time of the plan they use: a share
        ends at what is left of the price of all of them.
        """
        if len(bites) < 2 or self.rules.get("smoothing.tariff_month") == "grant":
            return bites
        whole = piece.cut(sum((bite.segment.seconds for bite in bites), ZERO))[0]
        amount = hourly_share(self.rules, self.funder, whole, self.share, self.visit)
        assert amount is not None
        whole.payer, whole.source = self.funder.name, bites[0].source
        whole.shares[self.funder.name] = amount
        return [whole]

    def within_euros(self, pieces: List[Piece], before: Optional[PoolState]) -> List[Piece]:
        """Euros that end inside the visit: s' = min(s, left), m = m × s'/s, on every price alike. A pool in
        euros whose visits are not cut takes the whole or nothing.
        """
        mine = [piece for piece in pieces if piece.payer == self.funder.name]
        pool = self.funder.pool if self.in_euros else None
        volume = self.counters.left(self.funder, self.visit, "euros")
        shrank = False
        if pool is not None:
            wanted = sum((p.shares[self.funder.name] for p in mine if p.segment.counts), ZERO)
            if wanted > pool.left():
                kept = pool.left()
                if not self.rules.get("smoothing.split_at_ceiling"):
                    self.beyond = True
                    inside = self.rules.get("smoothing.crossing") == "in" and kept > 0
                    kept = wanted if inside else ZERO
                if kept < wanted:
                    # Extra minutes beside the plan stay as long as the plan pays something.
                    cut = [[p] if kept and not p.segment.counts else self.shrunk(p, kept, wanted) for p in pieces]
                    pieces, shrank = [part for parts in cut for part in parts], True
        total = self.charged(pieces)
        if volume is not None and total > volume:
            pieces, shrank = self.up_to(pieces, volume), True
        self.count(pieces, before if shrank else None)
        return pieces

    def up_to(self, pieces: List[Piece], euros: Fraction) -> List[Piece]:
        """The euros of a volume. Reading: where carried time has the tariff of its grant, one lot after the other."""
        in_turn = self.rules.get("smoothing.tariff_month") == "grant"
        wanted: Dict[str, Fraction] = {}
        for piece in pieces:
            if piece.payer == self.funder.name:
                source = piece.source if in_turn else ""
                wanted[source] = wanted.get(source, ZERO) + piece.shares[self.funder.name]
        paid: Dict[str, Fraction] = {}
        for source, amount in wanted.items():
            paid[source] = min(amount, euros)
            euros -= paid[source]
        result: List[Piece] = []
        for piece in pieces:
            source = piece.source if in_turn else ""
            less = piece.payer == self.funder.name and paid[source] < wanted[source]
            result += self.shrunk(piece, paid[source], wanted[source]) if less else [piece]
        return result

    def charged(self, pieces: List[Piece]) -> Fraction:
        return sum((p.shares[self.funder.name] for p in pieces if p.payer == self.funder.name), ZERO)

    def shrunk(self, piece: Piece, part: Fraction, whole: Fraction) -> List[Piece]:
        """That part of the minutes and of the share; what it leaves is open again. Minutes without a price
        use no euros.
        """
        if piece.payer != self.funder.name or piece.shares[self.funder.name] == 0:
            return [piece]
        kept = piece.shares.pop(self.funder.name) * part / whole
        length = piece.segment.seconds
        seconds = in_proportion(length, part, whole)
        others = sum(piece.shares.values(), ZERO)
        if kept and others:
            # Reading: others pay the first minutes, so that those kept must be worth what both pay.
            seconds = max(seconds, in_proportion(length, others + kept, piece.amount))
        first, rest = piece.cut(seconds)
        first.shares[self.funder.name] = kept
        first.over, first.surplus = piece.over * seconds / length, piece.surplus * seconds / length
        rest.payer, rest.source, rest.percent, rest.over, rest.surplus = "", "", ZERO, ZERO, ZERO
        if piece.price is not None:
            rest.segment, rest.price = replace(rest.segment, price=piece.price), None
        return [part for part in (first, rest) if part.segment.seconds > 0]

    def count(self, pieces: List[Piece], before: Optional[PoolState]) -> None:
        """Takes off the counters what was charged; off a pool in time that is done bite by bite, and again
        where the minutes shrank.
        """
        pool, plan = self.funder.pool, ZERO
        for piece in pieces:
            if piece.payer != self.funder.name:
                continue
            amount = piece.shares[self.funder.name]
            self.counters.use(self.funder, self.visit, "euros", amount)
            if piece.segment.counts:
                self.counters.use(self.funder, self.visit, "minutes", piece.segment.seconds)
                plan += amount if self.in_euros else piece.segment.seconds
        if pool is None or not (self.in_euros or before):
            return
        if before:
            pool.restore(before)
        taken = sum((part for _, part in pool.take(plan)), ZERO)
        pool.own += plan - taken  # of a visit that goes beyond the ceiling as a whole

    def leaves_all(self, pieces: List[Piece], most: Fraction) -> bool:
        """Reading: a funder that takes none of the minutes its plan counts takes no extra ones."""
        pool = self.funder.pool
        counted = any(p.open and p.segment.counts for p in pieces)
        used_up = pool is not None and not self.in_euros and pool.left() <= 0
        none = most <= 0 or (used_up and not self.beyond)
        return counted and none

    def counted(self, piece: Piece) -> bool:
        return self.funder.pool is not None and piece.segment.counts

    def fits(self, most: Fraction, free: Fraction) -> bool:
        pool = self.funder.pool
        return most >= free and (pool is None or self.in_euros or pool.left() >= free)

    def crosses(self, pieces: List[Piece], most: Fraction) -> bool:
        """Whether the visit asks more than is left, of what sub-ceilings leave it."""
        pool = self.funder.pool
        if pool is None or self.rules.get("smoothing.split_at_ceiling") or self.in_euros:
            return False
        wanted = sum((p.segment.seconds for p in pieces if p.open and p.segment.counts), ZERO)
        return min(wanted, most) > pool.left()

    def bite(self, piece: Piece, most: Fraction) -> Optional[Piece]:
        """The next seconds of a piece that come from one source; None when nothing is left."""
        pool, seconds = self.funder.pool, min(most, piece.segment.seconds)
        source, room = "", None
        if pool is not None and self.counted(piece) and self.in_euros:
            source = "" if pool.shut else "own"
            if not source:
                return None
        elif pool is not None and self.counted(piece):
            offers = [] if pool.shut else pool.offers()
            if offers:
                source, room = offers[0]
            elif not self.beyond:
                return None
        taken = piece.cut(seconds)[0]
        funder, share = self.at_grant(taken, source)
        if room is not None:
            taken = taken.cut(min(seconds, room))[0]
        amount = hourly_share(self.rules, funder, taken, share, self.visit)
        if amount is None:
            return None
        if taken.segment.seconds <= 0:
            return None
        if taken.dear and self.rules.get("funding.price_over_tariff") == "forbidden":
            raise NotBilled("PRICE_OVER_TARIFF")
        taken.payer, taken.source = self.funder.name, source
        taken.shares[self.funder.name] = amount
        if pool is not None and self.counted(piece) and not self.in_euros:
            if room is not None:
                pool.take(taken.segment.seconds)
            else:
                pool.own += taken.segment.seconds
        return taken

    def at_grant(self, taken: Piece, source: str) -> Tuple[Funder, Share]:
        """`tariff_month = grant`: minutes of a lot have the prices of the time it is from, and its participation
        (reading: that belongs to the tariff).
        """
        if source in ("", "own", "advance") or self.rules.get("smoothing.tariff_month") == "use":
            return self.funder, self.share
        line, price, day = self.prices(self.funder, source, self.visit)
        if line is None or price is None:
            return self.funder, self.share
        try:
            share = share_of(self.rules, self.funder.rules, line, day)
        except NotBilled:
            return self.funder, self.share
        taken.price = taken.segment.price
        paid_once = taken.segment.twin and self.rules.get("double_visit.pay_factor") == 1
        taken.segment = replace(taken.segment, price=ZERO if paid_once else price * self.visit.share)
        return replace(self.funder, line=line), share


def pay_fixed(funder: Funder, visit: Visit, pieces: List[Piece], counters: Counters) -> None:
    """d2: the price until the amount is used up, minutes in clock order."""
    for piece in pieces:
        left = counters.left(funder, visit, "euros")
        amount = piece.left if left is None else min(piece.left, left)
        if amount > 0:
            piece.shares[funder.name] = amount
            counters.use(funder, visit, "euros", amount)


def pay_complement(funder: Funder, pieces: List[Piece], paid: Fraction = ZERO) -> Fraction:
    """d14: a percentage of what is left on minutes already charged, at most `max` a visit, other parts of which have
    `paid` some of it. What is paid on these.
    """
    percent = funder.rules.maybe("percent") or ZERO
    most = funder.rules.maybe("max")
    taken = ZERO
    for piece in pieces:
        if not piece.shares:
            continue
        amount = piece.left * percent / 100
        if most is not None:
            amount = min(amount, most - paid - taken)
        if amount > 0:
            piece.shares[funder.name] = amount
            taken += amount
    return taken
