#!/usr/bin/env python3
"""Histories of many months at random, billed run after run by the command and by the oracle: the ledger of one run is
given to the next, and every run issues the same documents to the cent.

    histories.py --command BUILD/bin/esppadom [--seed 1] [--count 1] [--months 24] [--closed] [--more] [--doubles] [--keep DIR]

Visits come late, are corrected, moved into another month, withdrawn and sent again; orders follow each other, tariffs and
plans change for the past; a payer rejects invoices and their visits are sent again. At the end all messages in one run
must come to what the runs came to, and a further run must issue nothing. `--closed`: what was invoiced stands
(`smoothing.late` = `keep_closed`). `--more`: VAT, vouchers, and what waits beside penalties, deadlines and time bars.
`--doubles`: two caregivers at once.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any, Dict, List, Optional, Tuple

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from compare_bill import Comparison, number, sign_of  # noqa: E402
from oracle_history import History  # noqa: E402
from oracle_input import read_inputs  # noqa: E402
from oracle_rules import read_rule_book  # noqa: E402
from random_month import Line, Month, Order, Visit, write  # noqa: E402
from random_rules import Dice  # noqa: E402

Json = Dict[str, Any]
TARIFFS = ("24.58", "25.00", "23.50", "27.10")


def month_at(index: int) -> str:
    return f"{2026 + index // 12}-{index % 12 + 1:02d}"


def day_of(month: str, number_: int, hour: float = 0) -> datetime:
    return datetime.fromisoformat(f"{month}-01T00:00:00") + timedelta(days=number_ - 1, hours=hour)


def rules_of(dice: Dice) -> Json:
    """Settings that say something only over several months."""
    settings: Json = {}
    if dice.chance(70):
        carry: Json = {"enabled": True, "horizon_periods": dice.pick([1, 2, 5])}
        carry["may_exceed_ceiling"] = dice.chance(80)
        carry["order"] = dice.pick(["own_then_oldest", "own_then_newest", "oldest_first"])
        settings["smoothing"] = {"carry": carry, "prorata": dice.pick(["none", "daily"])}
    correction = dice.pick(
        [
            {},
            {"penalty": "refuse_excess", "threshold_pct": "8", "refuse_order": dice.pick(["latest", "longest"])},
            {"penalty": "reduction", "threshold_pct": "5", "k": "1", "cap_pct": dice.pick(["4.5", "100"])},
            {"penalty": "tiers", "tiers": [{"from_pct": "5", "reduction_pct": "2"}, {"from_pct": "20", "reduction_pct": "6"}]},
        ]
    )
    if correction:
        scopes = ["provider_month", "provider_quarter"]
        settings["correction"] = {**correction, "scope": dice.pick(scopes), "unit": dice.pick(["by_intervention", "by_stamp", "by_minutes"])}
    late = dice.pick([{}, {}, {"cutoff_day": 5}, {"time_bar_months": 2}, {"correction_deadline_days": 45}])
    settings["invoicing"] = {**late, "round_at": dice.pick(["line", "visit"])}
    if not correction and not late and dice.chance(40):
        waits = {"complementary": {"enabled": False}}
        settings["invoicing"].update(dice.pick([waits, {"credit_note": "negative_line"}]))
    if dice.chance(20):
        settings["invoicing"]["granularity"] = dice.pick(["provider_beneficiary", "provider"])
    if dice.chance(30):
        settings["invoicing"]["advance"] = {"recover": "spread", "spread_months": 3} if dice.chance(50) else {}
    return settings


def add_more(settings: Json, dice: Dice) -> None:
    """VAT on differences, vouchers, and what waits beside penalties, deadlines and time bars."""
    invoicing = settings["invoicing"]
    if dice.chance(70):
        invoicing.update({"vat_pct": dice.pick(["5.5", "20"]), "prices_include_tax": dice.chance(50)})
    waits = {"complementary": {"enabled": False}}
    one_more = {"complementary": {"enabled": True, "max_per_month": 1}}
    invoicing.update(dice.pick([{}, waits, one_more, {"credit_note": "negative_line"}, {**waits, "credit_note": "negative_line"}]))
    if dice.chance(25):
        settings["funding"] = {"payment_channel": dice.pick(["cesu_prefinance", "beneficiary"])}


def add_doubles(settings: Json, dice: Dice) -> None:
    """Two caregivers at once, under plans and funders that count them once or twice, minutes or whole visits."""
    settings["double_visit"] = {"allowed": True, "plan_factor": dice.pick([1, 2]), "pay_factor": dice.pick([1, 2])}
    smoothing = settings.setdefault("smoothing", {})
    smoothing.update(dice.pick([{}, {}, *({"split_at_ceiling": False, "crossing": way} for way in ("in", "out"))]))
    smoothing.update(dice.pick([{}, {"overflow": "reject"}]))
    if dice.chance(30):
        settings.setdefault("funding", {})["split"] = "visit"
    if dice.chance(30):
        settings["attribution"] = "split_boundaries"


@dataclass
class Told:
    """What a run is told."""

    orders: List[Order] = field(default_factory=list)
    visits: List[Visit] = field(default_factory=list)
    facts: Json = field(default_factory=dict)


class Story:
    """Two years of a few people."""

    def __init__(self, seed: str, months: int, *kinds: str) -> None:
        self.kinds = kinds  # closed, more, doubles
        self.pairs = Dice("history doubles", seed) if "doubles" in kinds else None
        self.dice = Dice("history", seed)
        self.count = months
        self.told = [Told() for _ in range(months)]
        self.second = 0
        settings = rules_of(self.dice)
        if "closed" in kinds:
            settings.setdefault("smoothing", {})["late"] = "keep_closed"
        if "more" in kinds:
            add_more(settings, Dice("history more", seed))
        if self.pairs:
            add_doubles(settings, self.pairs)
        head = {"id": "r1", "version": 1, "valid_from": None, "valid_to": None}
        self.rules = [{**head, "scope": {"level": "departement", "departement": "99"}, **settings}]
        for index in range(self.dice.pick([1, 2, 3])):
            self.person(f"B{index + 1}", self.dice.pick(["SAAD01", "SAAD01", "SAAD02"]))
        self.advances()

    def moment(self, run: int) -> datetime:
        """No two messages are of one moment: a tie would be decided by content."""
        self.second += 1
        return day_of(month_at(run), 26, 1) + timedelta(seconds=self.second)

    def at(self, run: int) -> Optional[Told]:
        return self.told[run] if run < self.count else None

    def order(self, who: str, house: str, version: int, begin: int, previous: str) -> Order:
        percent = self.dice.pick([None, "13.6192", "20"])
        hours = str(self.dice.pick([4, 6, 9, 12]))
        line = Line(f"{who}-{version}", "APA-HR", "CD99", hours, "MON", self.dice.pick(TARIFFS), None, percent)
        issued = day_of(month_at(begin), 1) - timedelta(days=20)
        number_ = f"O-{who}-{version}"
        return Order(number_, issued, day_of(month_at(begin), 1).date(), None, who, house, f"P-{who}", [line], previous)

    def person(self, who: str, house: str) -> None:
        dice = self.dice
        orders = [self.order(who, house, 1, 0, "")]
        self.told[0].orders.append(orders[0])
        told = 0  # no order is told before the one it follows
        for run in range(2, self.count):
            if dice.chance(8):  # a succession, known in time or months later
                known = max(told, min(self.count - 1, run + dice.pick([0, 0, 2])))
                told = known
                new = self.order(who, house, len(orders) + 1, run, orders[-1].number)
                new.issued = self.moment(known) if known > run else max(new.issued, orders[-1].issued + timedelta(hours=1))
                orders.append(new)
                self.told[known].orders.append(new)
            elif dice.chance(5):  # the order again, with another tariff or plan, for the past
                again = orders[-1]
                line = replace(again.lines[0], tariff=dice.pick(TARIFFS), hours=str(dice.pick([4, 6, 9, 12])))
                orders[-1] = replace(again, issued=self.moment(max(told, run)), lines=[line])
                told = max(told, run)
                self.told[told].orders.append(orders[-1])
        for run in range(self.count):
            for index in range(dice.pick([0, 1, 2, 3, 4])):
                self.visit(f"{who}-{run}-{index}", who, house, run)

    def visit(self, name: str, who: str, house: str, run: int) -> None:
        dice = self.dice
        start = day_of(month_at(run), dice.pick(range(1, 26)), dice.pick([7, 8.5, 10.25, 14, 16.75]))
        start += timedelta(hours=5 * int(name.rsplit("-", 1)[1]) % 3)
        end = start + timedelta(minutes=dice.pick([20, 45, 60, 95, 140, 200]))
        line = Line("", "APA-HR", "CD99", "", "MON", None, None, None)
        known = run + (dice.pick([1, 2, 4]) if dice.chance(12) else 0)
        created = dice.chance(8)
        stamps = (None, None) if created else (start, end)
        visit = Visit(name, self.moment(known), who, house, f"C-{who}", line, start, end, *stamps, "CRE" if created else "")
        self.tell(known, visit)
        if self.pairs and self.pairs.chance(40):
            self.second_caregiver(visit, known)
        while dice.chance(18):
            known += dice.pick([0, 0, 1, 2, 5])
            visit = self.changed(visit, known)
            self.tell(known, visit)

    def second_caregiver(self, visit: Visit, known: int) -> None:
        """Somebody else for a part of the time, or beyond it; sometimes told late, corrected or withdrawn."""
        dice = self.pairs
        assert dice
        start = visit.start + timedelta(minutes=dice.pick([0, 0, 12, -15]))
        end = visit.end + timedelta(minutes=dice.pick([0, 0, 30, 900]))
        known += dice.pick([0, 0, 0, 1])
        who = {"number": visit.number + "b", "caregiver": visit.caregiver + "b"}
        second = replace(visit, **who, issued=self.moment(known), start=start, end=end, arrival=start, departure=end, code="")
        self.tell(known, second)
        if dice.chance(20):
            known += dice.pick([0, 1, 2])
            self.tell(known, replace(second, issued=self.moment(known), code=dice.pick(["SUP", "COA"]), arrival=None))

    def changed(self, visit: Visit, run: int) -> Visit:
        """Corrected, moved, withdrawn, or withdrawn and sent again."""
        dice, issued = self.dice, self.moment(run)
        what = dice.pick(["COD", "COA", "SUP", "move", "again"])
        if what == "move":
            days = timedelta(days=dice.pick([-20, -3, 2, 18]))
            start, end = visit.start + days, visit.end + days
            if start < day_of(month_at(0), 1):
                start, end = visit.start, visit.end
            return replace(visit, issued=issued, start=start, end=end, arrival=start, departure=end, code="")
        if what == "again":
            return replace(visit, issued=issued, code="" if visit.arrival else "CRE")
        if what == "SUP":
            return replace(visit, issued=issued, code="SUP")
        end = visit.end + timedelta(minutes=dice.pick([-10, 5, 15]))
        sides = {"departure": None} if what == "COD" else {"arrival": None}
        return replace(visit, issued=issued, code=what, end=end, **sides)

    def tell(self, run: int, visit: Visit) -> None:
        told = self.at(run)
        if told is not None:
            visit.hours = f"{(visit.end - visit.start).total_seconds() / 3600:.10f}"
            told.visits.append(visit)

    def advances(self) -> None:
        for run in range(self.count):
            if self.dice.chance(6):
                amount = self.dice.pick(["50.00", "100.01", "230.00"])
                entry = {"provider": "SAAD01", "funder": "CD99", "month": month_at(run), "amount": amount}
                self.told[run].facts.setdefault("advances", []).append(entry)


class Replay:
    """A story, billed by both."""

    def __init__(self, story: Story, command: Path, folder: Path) -> None:
        self.story, self.command, self.folder = story, command, folder
        self.found: List[str] = []
        self.asked: Counter[Tuple[str, ...]] = Counter()
        self.numbers: Counter[str] = Counter()
        self.latest: Dict[str, Visit] = {}

    def files(self, told: Told, month: str, folder: Path) -> Path:
        made = Month(month, told.orders, told.visits, told.facts, self.story.rules)
        write(made, folder)
        return folder

    def bill(self, folder: Path, month: str, ledger: Optional[Path]) -> Json:
        as_of = Month(month).as_of
        words: List[Any] = [self.command, "--lang", "en", "bill", "--rules", folder / "rules.json"]
        words += ["--orders", folder / "orders.xml", "--deliveries", folder / "deliveries.xml"]
        words += ["--circumstances", folder / "circumstances.json", "--month", month, "--as-of", as_of]
        words += ["--out", folder / "out", *(["--ledger", ledger] if ledger else [])]
        done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False)
        result = folder / "out" / "bill.json"
        if not result.exists():
            raise RuntimeError(done.stdout + done.stderr)
        bill: Json = json.loads(result.read_text(encoding="utf-8"))
        return bill

    @staticmethod
    def oracle(history: History, folder: Path, month: str, facts: Json) -> Json:
        increment = read_inputs(folder / "orders.xml", folder / "deliveries.xml", None)
        increment.circumstances = facts
        return history.run(increment, month, date.fromisoformat(Month(month).as_of))

    def run(self) -> None:
        ledger: Optional[Path] = None
        history: Optional[History] = None
        bills: List[Json] = []
        for index, told in enumerate(self.story.told):
            month = month_at(index)
            known = self.reject(told, bills)
            self.send_again(index, told)
            folder = self.files(told, month, self.folder / month)
            history = history or History(read_rule_book(folder / "rules.json"))
            bill = self.bill(folder, month, ledger)
            ledger = folder / "out" / "ledger.json"
            self.compare(bill, self.oracle(history, folder, month, {**told.facts, **known}), month)
            bills.append(bill)
            self.note(bill)
            for visit in told.visits:
                self.latest[visit.number] = visit
            if self.found:
                return
        assert history is not None and ledger is not None
        self.once_more(ledger)

    def reject(self, told: Told, bills: List[Json]) -> Json:
        """A payer refuses an invoice of the month before; the oracle is told which visits that are."""
        dice = self.story.dice
        if not bills or not dice.chance(12):
            return {}
        invoices = [i for i in bills[-1]["invoices"] if i["type"] != "credit_note" and i["lines"]]
        if not invoices:
            return {}
        invoice = dice.pick(invoices)
        line = dice.pick([None, "1"])
        lines = invoice["lines"][:1] if line else invoice["lines"]
        entry = {"invoice_id": invoice["id"], "reason": "refused", **({"line_id": line} if line else {})}
        told.facts["rejections"] = [entry]
        names = sorted({name for l in lines for name in l["deliveries"]})
        self.waiting = names
        return {"rejections": [{**entry, "deliveries": names}]}

    waiting: List[str] = []

    def send_again(self, index: int, told: Told) -> None:
        """Refused visits come again with the next run, those of which nothing is said otherwise."""
        if "rejections" in told.facts:
            mine = set(self.waiting)
            told.visits[:] = [v for v in told.visits if v.number not in mine]  # said before it was refused
            return
        for name in self.waiting:
            if name in self.latest and name not in {v.number for v in told.visits}:
                told.visits.append(replace(self.latest[name], issued=self.story.moment(index)))
        self.waiting = []

    def compare(self, bill: Json, oracle: Json, month: str) -> None:
        comparison = Comparison(set())
        comparison.run(bill, oracle)
        self.found += [f"{month}: {difference}" for difference in comparison.differences]

    def note(self, bill: Json) -> None:
        """Sums of all runs, by what is asked of whom for which month."""
        for invoice in bill["invoices"]:
            self.numbers[invoice["id"]] += 1
            sign = sign_of(invoice)
            place = (invoice["funder"], invoice["provider"])
            for line in invoice["lines"]:
                self.asked[(*place, line["month"])] += sign * int(number(line["funder_share"]) * 100)
        for entry in bill["beneficiary_invoices"]:
            place = (entry["beneficiary"], entry["provider"], entry["month"])
            self.asked[place] += int(number(entry["total"]) * 100)

    def once_more(self, ledger: Path) -> None:
        """I12: nothing new issues nothing; no number is given twice."""
        month = month_at(self.story.count - 1)
        empty = self.files(Told(), month, self.folder / "again")
        bill = self.bill(empty, month, ledger)
        if bill["invoices"] or bill["beneficiary_invoices"]:
            self.found.append(f"a further run issues {[i['id'] for i in bill['invoices']]}")
        self.found += [f"{name} was given {times} times" for name, times in self.numbers.items() if times > 1]

    def in_one_run(self) -> None:
        """All messages in one run come to the sums of all runs (late messages are judged by their run, so only where
        no rule asks when they came, and nothing was refused nor stands).
        """
        if {"closed", "more"} & set(self.story.kinds):
            return
        invoicing = self.story.rules[0].get("invoicing", {})
        rules = ("cutoff_day", "time_bar_months", "correction_deadline_days", "complementary", "credit_note")
        if any(key in invoicing for key in rules) or any("rejections" in t.facts for t in self.story.told):
            return
        everything = Told()
        for told in self.story.told:
            everything.orders += told.orders
            everything.visits += told.visits
        month = month_at(self.story.count - 1)
        asked, self.asked = self.asked, Counter()
        self.numbers.clear()
        self.note(self.bill(self.files(everything, month, self.folder / "once"), month, None))
        for place in set(asked) | set(self.asked):
            if asked[place] != self.asked[place]:
                self.found.append(f"in one run {place}: {self.asked[place]}, run by run {asked[place]}")


def replayed(seed: str, months: int, command: Path, folder: Path, *kinds: str) -> List[str]:
    """Differences of one history."""
    replay = Replay(Story(seed, months, *kinds), command, folder)
    replay.run()
    if not replay.found:
        replay.in_one_run()
    return replay.found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--command", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=1)
    parser.add_argument("--months", type=int, default=24)
    parser.add_argument("--closed", action="store_true", help="what was invoiced stands")
    parser.add_argument("--more", action="store_true", help="VAT, vouchers, and what waits beside all else")
    parser.add_argument("--doubles", action="store_true", help="two caregivers at once")
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    kinds = [kind for kind in ("closed", "more", "doubles") if getattr(options, kind)]
    bad = 0
    with tempfile.TemporaryDirectory(prefix="esppadom-histories-") as name:
        for seed in range(options.seed, options.seed + options.count):
            folder = (options.keep or Path(name)) / str(seed)
            found = replayed(str(seed), options.months, options.command, folder, *kinds)
            bad += bool(found)
            for difference in found[:6]:
                print(f"{seed}: {difference[:600]}")
            print(f"{seed}: {len(found)} differences", flush=True)
    print(f"{options.count} histories of {options.months} months, {bad} with differences")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
