#!/usr/bin/env python3
"""Writes a month of a fictional departement, and the month before it.

Orders, deliveries, circumstances and a rule book; README.md says what is in them.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Dict, List, Tuple

sys.path.insert(0, str(Path(__file__).resolve().parent))

from calendar_fr import DAY, iso, month_text, next_month, parse_month, previous_month  # noqa: E402
from dice import Dice  # noqa: E402
from plans import Client, Order, make_clients  # noqa: E402
from rule_book import make_rule_book  # noqa: E402
from special_cases import REASONS, MonthFacts, make_facts  # noqa: E402
from visits import Visit, issue_time  # noqa: E402
from xml_writer import deliveries_xml, order_xml  # noqa: E402

Json = Dict[str, Any]


def hold_back(seed: int, before: MonthFacts, now: MonthFacts) -> None:
    """Moves what the providers of the month before send late, withdraw or replace to this month's
    messages.
    """
    dice = Dice(seed, "late", before.month.isoformat())
    touched = {visit_id for ids in before.cases.values() for visit_id in ids}
    times: Dict[str, int] = {}
    for visit in before.messages:
        times[visit.id] = times.get(visit.id, 0) + 1
    free = [v for v in before.messages if v.id not in touched and times[v.id] == 1]
    late = {visit.id for visit in dice.shuffled(free)[: len(free) * 3 // 100]}
    issued = issue_time(now.month)
    for visit in [v for v in before.messages if v.id in late]:
        now.messages.append(replace(visit, issued=issued))
        now.cases.setdefault("late", []).append(visit.id)
    before.messages = [v for v in before.messages if v.id not in late]
    changed = [v for v in dice.shuffled(free) if v.ordinary and v.id not in late][:2]
    if len(changed) == 2:
        gone, other = changed
        now.messages.append(replace(gone, code="SUP", issued=issued))
        now.cases.setdefault("deleted_after_billing", []).append(gone.id)
        assert other.departure is not None
        sooner = other.departure - timedelta(minutes=min(20, other.minutes // 2))
        shorter = replace(other, departure=sooner, retained_end=sooner, issued=issued)
        now.messages.append(shorter)
        now.cases.setdefault("replaced_after_billing", []).append(other.id)
    now.planned.extend(v for v in before.planned if v.id in late or v in changed)
    now.planned_by_place.extend(v for v in before.planned_by_place if v.id in late or v in changed)


def planned_json(visit: Visit, by_id: bool) -> Json:
    entry: Json = {"delivery_id": visit.id} if by_id else {}
    entry.update(
        provider=visit.client.provider.id,
        beneficiary=visit.client.person.id,
        caregiver=visit.caregiver.id,
        service=visit.line.service.code,
        start=iso(visit.planned_start),
        end=iso(visit.planned_end),
    )
    return entry


def circumstances_json(facts: MonthFacts, clients: List[Client], first_month: date) -> Json:
    """What no message carries, in the library's form."""
    planned = [planned_json(v, True) for v in facts.planned]
    planned += [planned_json(v, False) for v in facts.planned_by_place]
    planned.sort(key=lambda entry: (entry["start"], entry["beneficiary"], entry["provider"]))
    corrections = []
    corrected = [v for v in facts.messages if v.code in ("COA", "COD", "CO2", "CRE")]
    for number, visit in enumerate(corrected):
        if number % 20 != 19:  # one in twenty without a reason: a finding
            reason = REASONS[number % len(REASONS)]
            author = f"gestionnaire-{number % 3 + 1}"
            corrections.append({"delivery_id": visit.id, "reason": reason, "author": author})
    result: Json = {
        "planned_visits": planned,
        "incompatible_periods": [
            {
                "beneficiary": client.person.id,
                "from": first_month.isoformat(),
                "decision_ref": f"DEC-{first_month.year}-{client.number:05d}",
            }
            for client in clients
            if client.role == "incompatible_period"
        ],
        "cancellations": [
            {
                "delivery_id": visit.id,
                "initiative": "beneficiary",
                "announced_at": iso(visit.planned_start - timedelta(hours=3)),
                "reason": "Absente",
            }
            for visit in facts.cancelled
        ],
        "extra_minutes": [
            {
                "delivery_id": visit.id,
                "minutes": visit.extra_minutes,
                "reason": "Chute, attente des secours",
                "author": "gestionnaire-1",
            }
            for visit in facts.extra
        ],
        "corrections": corrections,
    }
    if facts.month == first_month:
        result["absences"] = [
            {
                "beneficiary": client.person.id,
                "from": facts.month.replace(day=8).isoformat(),
                "to": facts.month.replace(day=21).isoformat(),
                "reason": "Hospitalisation",
            }
            for client in clients
            if client.role == "absence"
        ]
    return result


def write_json(path: Path, value: Json) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def write_text(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8"))


def write_deliveries(folder: Path, facts: MonthFacts) -> int:
    """One file for each provider, funder, aid type and day of issue, named as production does."""
    folder.mkdir(parents=True)
    files: Dict[Tuple[str, str, str, str], List[Visit]] = {}
    for visit in facts.messages:
        stamp = f"{visit.issued:%y%m%d%H%M}"
        line = visit.line
        key = (visit.client.provider.id, line.payer.id, line.service.aid_type, stamp)
        files.setdefault(key, []).append(visit)
    for (provider, funder, aid_type, stamp), visits in sorted(files.items()):
        visits.sort(key=lambda v: (v.planned_start, v.id))
        name = f"{provider}-{facts.month:%Y%m}-{funder}-{aid_type}-{stamp}.xml"
        write_text(folder / name, deliveries_xml(visits))
    return len(files)


def write_orders(folder: Path, clients: List[Client], known_until: date) -> List[Order]:
    """One file for each order that was issued by then."""
    folder.mkdir(parents=True)
    orders = [o for client in clients for o in client.orders if o.issued < known_until]
    for order in orders:
        write_text(folder / f"{order.id}.xml", order_xml(order))
    return orders


def write_month(
    folder: Path, facts: MonthFacts, clients: List[Client], first_month: date, rules: Json
) -> Json:
    """Everything `esppadom bill` needs for one month."""
    folder.mkdir(parents=True, exist_ok=True)
    after = next_month(facts.month)
    orders = write_orders(folder / "orders", clients, after)
    files = write_deliveries(folder / "deliveries", facts)
    write_json(folder / "circumstances.json", circumstances_json(facts, clients, first_month))
    write_json(folder / "rules.json", rules)
    summary = {
        "month": month_text(facts.month),
        "as_of": (after + 9 * DAY).isoformat(),
        "orders": len(orders),
        "files": files,
        "messages": len(facts.messages),
        "cases": {case: sorted(ids) for case, ids in sorted(facts.cases.items())},
    }
    write_json(folder / "month.json", summary)
    return summary


def note_places(facts: MonthFacts, clients: List[Client]) -> None:
    """Lists the visits that are special by their time or their plan, for who looks for an
    example.
    """
    roles = {client.person.id: client.role for client in clients}
    known = ("stacked_pch", "stacked_apa", "funder_change", "plan_change", "superseded_order")
    seen = set()
    for visit in facts.messages:
        if visit.id in seen:
            continue
        seen.add(visit.id)
        if visit.planned_start.date() != visit.planned_end.date():
            facts.cases.setdefault("across_midnight", []).append(visit.id)
            if (visit.planned_end - visit.planned_start).total_seconds() != 60 * visit.minutes:
                facts.cases.setdefault("clock_change_night", []).append(visit.id)
        if visit.code == "" and visit.arrival is None:
            facts.cases.setdefault("declarative", []).append(visit.id)
        role = roles.get(visit.client.person.id, "")
        if role in known:
            facts.cases.setdefault(role, []).append(visit.id)
        if role.startswith("incompatible"):
            facts.cases.setdefault(role, []).append(visit.id)


def generate(month: date, seed: int, beneficiaries: int, providers: int, out: Path) -> Json:
    """Writes month and month before under `out`, and tells what it wrote."""
    before = previous_month(month)
    houses, clients = make_clients(seed, month, before, beneficiaries, providers)
    rules = make_rule_book(month, before, houses, clients)
    facts_before = make_facts(seed, before, before, clients)
    facts_now = make_facts(seed, month, before, clients)
    note_places(facts_before, clients)
    note_places(facts_now, clients)
    touched_before = dict(facts_before.cases)
    hold_back(seed, facts_before, facts_now)
    facts_before.cases = touched_before
    previous = write_month(out / "previous", facts_before, clients, before, rules)
    return {"previous": previous, "month": write_month(out, facts_now, clients, before, rules)}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--month", type=parse_month, default="2026-10", help="YYYY-MM")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--beneficiaries", type=int, default=60)
    parser.add_argument("--providers", type=int, default=4)
    parser.add_argument("--out", type=Path, required=True, help="a folder that does not exist yet")
    options = parser.parse_args()
    if options.beneficiaries < 1 or options.providers < 1:
        parser.error("at least one beneficiary and one provider")
    if options.out.exists() and any(options.out.iterdir()):
        parser.error(f"{options.out} is not empty")
    written = generate(
        options.month, options.seed, options.beneficiaries, options.providers, options.out
    )
    for part in ("previous", "month"):
        facts = written[part]
        print(
            f"{facts['month']}: {facts['orders']} orders, {facts['messages']} messages "
            f"in {facts['files']} files"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
