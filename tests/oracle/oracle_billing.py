"""All visits of all beneficiaries, in clock order, through plans and funders to lines."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from typing import Any, Dict, Iterator, List, Optional, Set, Tuple

from oracle_closed import ENDLESS, Account, Closed, Turn, Use, UseKey
from oracle_doubles import Slots
from oracle_duration import NotBilled
from oracle_funding import (
    Charging,
    Counters,
    Funder,
    Piece,
    hourly_share,
    pay_complement,
    pay_fixed,
    stack_of,
)
from oracle_input import OrderLine
from oracle_lines import Line, LineKey, Sums, all_cents, line_order, to_cents
from oracle_orders import OrderBook, price_of
from oracle_participation import Share, share_of
from oracle_plan import days, period_of, spread
from oracle_pool import Pool
from oracle_pools import PoolKey, Pools, SmoothingRow
from oracle_rules import Rules
from oracle_time import last_day, month_of
from oracle_visit import Prepared, Visit

ZERO = Fraction(0)
GroupKey = Tuple[str, ...]  # month, provider, funder, beneficiary, order line, service


@dataclass
class Totals:
    """What a group of lines comes to."""

    seconds: Fraction = ZERO
    gross: int = 0
    funder: int = 0
    beneficiary: int = 0
    deliveries: Set[str] = field(default_factory=set)

    def minus(self, other: "Totals") -> Tuple[Fraction, int, int, int]:
        return (
            self.seconds - other.seconds,
            self.gross - other.gross,
            self.funder - other.funder,
            self.beneficiary - other.beneficiary,
        )


@dataclass
class Target:
    """All that is due for all months, as known now."""

    lines: Dict[LineKey, Line]
    smoothing: List[SmoothingRow]
    prepared: Prepared

    def groups(self) -> Dict[GroupKey, Totals]:
        """By funder; "" where there is none."""
        result: Dict[GroupKey, Totals] = {}
        for key, cents in all_cents(self.lines).items():
            line = self.lines[key]
            sums = line.total()
            for name in line.invoiced() or ("",):
                place = (key.month, key.provider, name, key.beneficiary)
                group = result.setdefault((*place, key.order_line, key.service), Totals())
                group.seconds += sums.seconds
                group.gross += cents.price
                group.funder += cents.shares.get(name, 0)
                group.beneficiary += cents.beneficiary
                group.deliveries |= line.deliveries
        return result

    def owed(self) -> Dict[Tuple[str, str, str], int]:
        """What each beneficiary owes each provider for each month."""
        result: Dict[Tuple[str, str, str], int] = {}
        for key, cents in all_cents(self.lines).items():
            line = self.lines[key]
            place = (key.beneficiary, key.provider, key.month)
            elsewhere = 0 if line.invoiced() else sum(cents.shares.values())
            result[place] = result.get(place, 0) + cents.beneficiary + elsewhere
        return result


class SubCeilings:
    """c8: minutes of a service in a period, whoever pays."""

    def __init__(self) -> None:
        self.used: Dict[Tuple[str, str, str], Fraction] = {}

    def keys(self, visit: Visit) -> Iterator[Tuple[Fraction, Tuple[str, str, str]]]:
        for entry in visit.rules.get("smoothing.sub_ceilings"):
            if entry["service"] == visit.line.service:
                period = period_of(entry.get("period", "month"), visit.day)
                place = (visit.message.beneficiary, visit.line.service, f"{entry}{period}")
                yield Fraction(str(entry["max_min"])) * 60, place

    def left(self, visit: Visit) -> Optional[Fraction]:
        """Seconds that plans may still pay; None without a sub-ceiling."""
        rests = [most - self.used.get(key, ZERO) for most, key in self.keys(visit)]
        return max(ZERO, min(rests)) if rests else None

    def use(self, visit: Visit, seconds: Fraction) -> None:
        """What is used counts, whether or not a plan paid it."""
        for _, key in self.keys(visit):
            self.used[key] = self.used.get(key, ZERO) + seconds


class Billing:
    """All months, from the first visit to the billed one."""

    def __init__(
        self,
        orders: OrderBook,
        prepared: Prepared,
        month: str,
        absences: Optional[List[Dict[str, Any]]] = None,
        closed: Optional[Dict[str, List[Tuple[UseKey, Use]]]] = None,
    ) -> None:
        self.orders, self.prepared = orders, prepared
        self.closed = {} if closed is None else closed  # by beneficiary: what plans paid of visits that were invoiced
        self.standing: Optional[Closed] = None
        self.accounts: Dict[PoolKey, Account] = {}
        self.pools = Pools(orders, last_day(month), absences or [])
        self.lines: Dict[LineKey, Line] = {}
        self.counters = Counters()
        self.ceilings = SubCeilings()
        self.slots = Slots()
        self.topped_up: Dict[Tuple[str, str, str], Fraction] = {}
        self.monthly: Dict[Tuple[str, ...], Tuple[Fraction, Rules, bool]] = {}

    def run(self) -> Target:
        by_beneficiary: Dict[str, List[Visit]] = {}
        for visit in self.prepared.visits:
            by_beneficiary.setdefault(visit.message.beneficiary, []).append(visit)
        for beneficiary in sorted(by_beneficiary):
            self.beneficiary(beneficiary, by_beneficiary[beneficiary])
        self.take_off_monthly()
        return Target(self.lines, self.pools.rows, self.prepared)

    def beneficiary(self, name: str, visits: List[Visit]) -> None:
        # Reading: within a month a visit is taken whole, also where its parts are cut at midnight.
        visits.sort(key=lambda v: (month_of(v.day), *v.order, v.day))
        rules = visits[0].rules  # Reading: one set of smoothing settings for a beneficiary
        mine = self.pools.of_beneficiary(name, rules)
        self.pools.find_starts([visit for visit in visits if not self.own_bill(visit)])
        if rules.get("smoothing.late") == "keep_closed":
            self.keep_closed(name, mine, visits)
            return
        for visit in visits:
            self.fund(visit)
        self.pools.close_all(mine)

    def keep_closed(self, name: str, mine: List[PoolKey], visits: List[Visit]) -> None:
        """Invoiced visits first, in the order in which they were invoiced; then new ones in clock order."""
        self.standing = Closed(self.closed.get(name, []))
        for key, _, day in self.standing.uses:
            self.pools.starts[key] = min(day, self.pools.starts.get(key, day))
        self.accounts = {key: self.pools.account(key) for key in mine if key in self.pools.starts}
        # The second visit of a double uses nothing of a plan that counts the slot once, whatever it used as the only one.
        counted = [v for v in visits if any(s.counts or not s.twin for s in v.segments)]
        live = [((v.message.provider, v.message.id), v.day) for v in counted]
        self.standing.replay(self.accounts, live)
        known, last = self.standing.order, len(self.standing.facts)
        # A second visit comes after the first one, which says what of the slot is paid.
        visits.sort(key=lambda v: max(known.get(id_, last) for id_ in [(v.message.provider, v.message.id), *v.second_to]))
        for visit in visits:
            self.fund(visit)
        self.closed[name] = self.standing.finish(self.accounts)
        for key, account in self.accounts.items():
            self.pools.rows += self.pools.rows_of(key, account)
        self.standing = None

    def stack(self, visit: Visit) -> List[Funder]:
        payers = self.orders.payers(visit.line, visit.day)
        found = stack_of(visit.rules, payers, visit.day)
        for funder in found:
            if funder.line is not None and funder.nature == "hourly":
                key = self.pools.key_of(funder.line)
                funder.pool = self.turn(key, visit) if self.standing else self.pools.advance_to(key, visit.day)
        return found

    def turn(self, key: PoolKey, visit: Visit) -> Turn:
        assert self.standing is not None
        account = self.accounts[key]
        place = (key, (visit.message.provider, visit.message.id), visit.day)
        given_back = place in self.standing.settled
        use = Use() if given_back else self.standing.uses.get(place, Use())
        return Turn(key, account, account.at(visit.day), use)

    def fund(self, visit: Visit) -> None:
        """One visit: sub-ceilings, hourly funders in their turn, then fixed ones and top-ups."""
        stack = [] if self.own_bill(visit) else self.stack(visit)
        pools = [f.pool for f in stack if isinstance(f.pool, Pool)]
        before = [(p, {**p.__dict__, "lots": dict(p.lots), "parts": [replace(q) for q in p.parts]}) for p in pools]
        used, ceilings = dict(self.counters.used), dict(self.ceilings.used)
        try:
            self.pools.check_weeks(visit, [f.line for f in stack if f.line is not None])
            self.stand(visit, stack)
            self.share_out(visit, stack)
            for turn in turns_of(stack):
                assert self.standing is not None
                turn.settle()
                place = (visit.message.provider, visit.message.id)
                self.standing.note((turn.key, place, visit.day), turn.use, turn.now, turn.own)
        except NotBilled as reason:
            self.prepared.unbilled[visit.message.id] = (str(reason), None)
            self.prepared.visits.remove(visit)
            for pool, state in before:
                pool.__dict__.update(state)
            self.counters.used, self.ceilings.used = used, ceilings

    def stand(self, visit: Visit, stack: List[Funder]) -> None:
        """`keep_closed`: what the visit asks of each pool, and what it may take of it."""
        turns = turns_of(stack)
        for turn in turns:
            limit, used, closed = turn.limit, dict(self.counters.used), [other.shut for other in turns]
            turn.limit, turn.shut = ENDLESS, False
            mine = next(number for number, funder in enumerate(stack) if funder.pool is turn)
            pieces = self.charge(visit, stack[: mine + 1], self.sorted_pieces(visit)[0])
            name = stack[mine].name
            turn.now = sum((p.segment.seconds for p in pieces if p.payer == name and p.segment.counts), ZERO)
            self.counters.used = used
            for other, shut in zip(turns, closed):
                other.own, other.shut = ZERO, shut
            turn.limit = limit
            turn.narrow()
            cut = visit.rules.get("smoothing.split_at_ceiling")
            if turn.stands and not cut and turn.use.covered < turn.use.asked:
                turn.period.shut = True

    @staticmethod
    def sorted_pieces(visit: Visit) -> Tuple[List[Piece], List[Piece], List[Piece]]:
        """What funders may charge, extra minutes that somebody else bears, and time of a double that counts once."""
        pieces = [Piece(segment) for segment in visit.segments]
        bearer = visit.rules.get("extra_minutes.bearer")
        apart = [p for p in pieces if p.segment.extra and bearer != "funder"]
        pieces = [p for p in pieces if p not in apart]
        twins = [p for p in pieces if p.segment.twin and not p.segment.counts]
        return [p for p in pieces if p not in twins], apart, twins

    def share_out(self, visit: Visit, stack: List[Funder]) -> None:
        """The funders of a visit in their turn."""
        bearer = visit.rules.get("extra_minutes.bearer")
        pieces, apart, twins = self.sorted_pieces(visit)
        used = sum((p.segment.seconds for p in pieces if p.segment.counts), ZERO)
        shared = self.twins(visit, stack, twins)  # who came second begins with what both share
        pieces = shared + self.charge(visit, stack, pieces, real=True)
        if stack:
            self.ceilings.use(visit, used)
        for piece in pieces:
            self.slots.note(visit, piece.segment, piece.payer)
        free = [p for p in pieces if not p.payer and p.segment.counts]
        if stack and free:
            first = next((f.pool for f in stack if f.pool is not None), None)
            if first is not None:
                first.excess += sum((p.segment.seconds for p in free), ZERO)
        for piece in pieces:
            self.book(visit, stack, piece)
        for piece in apart:
            self.book(visit, [], piece, bearer or "beneficiary")

    def charge(self, visit: Visit, stack: List[Funder], pieces: List[Piece], real: bool = False) -> List[Piece]:
        """The pieces as the funders take them, one after the other."""
        limit = self.ceilings.left(visit)
        if limit is not None:
            limit = max(limit, sum((turn.use.covered for turn in turns_of(stack)), ZERO))
        for funder in stack:
            if funder.nature == "hourly":
                charging = Charging(visit.rules, funder, visit, self.counters, self.price_at)
                own = visit.own_times.get(funder.name)
                charged = sum((p.segment.seconds for p in pieces if p.payer and p.segment.counts), ZERO)
                rest = None if limit is None else max(ZERO, limit - charged)
                pieces = joined(charging.run(pieces, own, rest))
                if real and charging.share.month is not None and any(
                    p.payer == funder.name for p in pieces
                ):
                    self.note_month(visit, funder, charging.share)
            elif funder.nature == "fixed":
                pay_fixed(funder, visit, pieces, self.counters)
            else:
                self.top_up(visit, funder, pieces, real)
        return pieces

    def top_up(self, visit: Visit, funder: Funder, pieces: List[Piece], real: bool = True) -> None:
        """A top-up's `max` is one for all parts of a visit."""
        key = (visit.message.provider, visit.message.id, funder.name)
        paid = pay_complement(funder, pieces, self.topped_up.get(key, ZERO))
        if real:
            self.topped_up[key] = self.topped_up.get(key, ZERO) + paid

    def twins(self, visit: Visit, stack: List[Funder], pieces: List[Piece]) -> List[Piece]:
        """Time of a double visit whose plan counts once: paid by whom the first visit is paid."""
        found = [(Piece(s), payer) for piece in pieces for s, payer in self.slots.cut(visit, piece.segment)]
        for funder in stack:
            parts = [part for part, _ in found]
            if funder.nature == "fixed":
                pay_fixed(funder, visit, parts, self.counters)
            elif funder.nature == "complement":
                self.top_up(visit, funder, parts)
            else:
                found = self.paid_again(visit, funder, found)
        return [part for part, _ in found]

    def paid_again(self, visit: Visit, funder: Funder, found: List[Tuple[Piece, str]]) -> List[Tuple[Piece, str]]:
        """The parts that a funder of minutes paid of the first visit, within its volume in euros; minutes count once."""
        for part, payer in found:
            if funder.name == payer:
                share = share_of(visit.rules, funder.rules, funder.line, visit.day)
                amount = hourly_share(visit.rules, funder, part, share, visit)
                part.payer, part.shares = payer, {**part.shares, payer: amount or ZERO}
        charging = Charging(visit.rules, funder, visit, self.counters, self.price_at)
        volume, total = self.counters.left(funder, visit, "euros"), charging.charged([part for part, _ in found])
        if volume is not None and total > volume:
            found = [(cut, payer) for part, payer in found for cut in charging.shrunk(part, volume, total)]
        self.counters.use(funder, visit, "euros", charging.charged([part for part, _ in found]))
        return found

    @staticmethod
    def own_bill(visit: Visit) -> bool:
        """A cancelled visit that only the beneficiary pays."""
        return visit.cancelled and visit.rules.get("funding.cancelled.bill_to") == "beneficiary"

    def note_month(self, visit: Visit, funder: Funder, share: Share) -> None:
        amount = share.month
        assert amount is not None
        place = visit.message.provider if share.by_order else ""
        key = (visit.message.beneficiary, funder.name, visit.month, place)
        self.monthly[key] = (amount, visit.rules, share.by_order)

    def price_at(
        self, funder: Funder, lot: str, visit: Visit
    ) -> Tuple[Optional[OrderLine], Optional[Fraction], date]:
        """The funder's line, and the price on the visit's own line, at the end of the period a lot is from; the day
        on which that is.
        """
        assert funder.line is not None and funder.pool is not None
        paying, _ = self.line_at(funder, funder.line, lot)
        own, day = self.line_at(funder, visit.line, lot)
        return paying, price_of(funder.pool.rules, own) if own else None, day

    def line_at(self, funder: Funder, line: OrderLine, lot: str) -> Tuple[Optional[OrderLine], date]:
        assert funder.pool is not None
        for day in reversed(days(*funder.pool.calendar.bounds(lot))):
            for other in self.orders.by_place[line.beneficiary, line.provider]:
                same = other.payer == line.payer and other.service == line.service
                if same and other.valid_on(day):
                    return other, day
        return None, date.min

    def book(self, visit: Visit, stack: List[Funder], piece: Piece, bearer: str = "") -> None:
        rules, segment = visit.rules, piece.segment
        paying = {name for name, share in piece.shares.items() if share > 0 or name == piece.payer}
        funders = tuple(f.name for f in stack if f.name in paying)
        seconds = segment.seconds if visit.message.timed else ZERO
        sums = Sums(seconds, piece.amount, dict(piece.shares))
        if not funders and stack:
            bearer = rules.get("smoothing.overflow")
            if bearer == "reject" and segment.twin and not piece.amount:
                return  # listed as a double
            if bearer == "reject":
                self.prepared.unbilled[visit.message.id] = ("OVER_PLAN", piece.amount)
                return
        if bearer == "provider" and not funders:
            sums.provider = piece.amount
        elif funders and rules.get("funding.price_over_tariff") == "provider":
            sums.provider = min(piece.over, piece.left)
        if funders:
            # Reading: what later funders pay of the rest lowers the participation first, the part above the tariff last.
            above = min(piece.over, piece.left)
            surplus = min(piece.surplus, piece.left - above)
            sums.part = piece.left - above - surplus if piece.payer else ZERO
            sums.above = ZERO if sums.provider else above
        visit.invoiced = visit.invoiced or bool(funders)
        key = LineKey(
            visit.month,
            visit.message.provider,
            visit.message.beneficiary,
            visit.line.line_id,
            visit.line.service,
            funders,
            segment.price,
            segment.surcharge,
            piece.percent if funders else ZERO,
            visit.line.aid_type,
            visit.line.district,
        )
        line = self.lines.setdefault(key, Line(rules, funders))
        line.visits.setdefault(visit.message.id, Sums()).add(sums)

    def take_off_monthly(self) -> None:
        """`basis = accepted_plan`: one amount a month off the funder's lines, in line order."""
        for (person, name, month, place), found in sorted(self.monthly.items()):
            amount, rules, of_order = found
            last = last_day(month)
            lines = [l for l in self.orders.by_beneficiary[person] if l.payer == name]
            lines = [l for l in lines if place in ("", l.provider)]

            def on(
                day: date,
                known: List[OrderLine] = lines,
                full: Fraction = amount,
                by_order: bool = of_order,
            ) -> Fraction:
                active = [l for l in known if l.valid_on(day)]
                return ordered_of_month(active) if by_order else full if active else ZERO

            mine = self.pools.absences.get(person, [])
            rest = to_cents(rules, spread(rules, on, days(last.replace(day=1), last), mine))
            cents = all_cents(self.lines)
            for key in sorted(self.lines, key=line_order):
                line = self.lines[key]
                same = (key.beneficiary, key.month) == (person, month)
                if same and name in key.funders and place in ("", key.provider):
                    part = min(rest, cents[key].shares.get(name, 0))
                    line.taken_off[name] = line.taken_off.get(name, 0) + part
                    rest -= part


def turns_of(stack: List[Funder]) -> List[Turn]:
    return [f.pool for f in stack if isinstance(f.pool, Turn)]


def joined(pieces: List[Piece]) -> List[Piece]:
    """Pieces of one segment that only the source of their minutes told apart are one again."""
    result: List[Piece] = []
    for piece in pieces:
        last = result[-1] if result else None
        one = (
            last is not None
            and last.payer == piece.payer != ""
            and last.percent == piece.percent
            and set(last.shares) == set(piece.shares)
            and last.segment.end == piece.segment.begin
            and replace(last.segment, seconds=ZERO, begin=ZERO, end=ZERO)
            == replace(piece.segment, seconds=ZERO, begin=ZERO, end=ZERO)
        )
        if last is None or not one:
            result.append(piece)
            continue
        seconds = last.segment.seconds + piece.segment.seconds
        last.segment = replace(last.segment, seconds=seconds, end=piece.segment.end)
        last.shares = {name: last.shares[name] + piece.shares[name] for name in piece.shares}
        last.over += piece.over
        last.surplus += piece.surplus
    return result


def ordered_of_month(lines: List[OrderLine]) -> Fraction:
    """The fixed amounts of the orders of these lines, each order's own once, and of the lines."""
    whole = {l.order_id: l.order_amount for l in lines if l.order_amount is not None}
    return sum(whole.values(), ZERO) + sum((l.per_month or ZERO for l in lines), ZERO)
