"""What the laws ask of the library, in one place: seeded_test.py replaces one function at a time by a wrong one."""

import datetime
import json
import os
import pathlib
import sys

SOURCE = pathlib.Path(os.environ.get("ESPPADOM_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
BINARY = pathlib.Path(os.environ.get("ESPPADOM_BINARY_DIR") or SOURCE / "build" / "release")
sys.path[:0] = [str(SOURCE / "tests" / "oracle"), str(BINARY / "python")]

import esppadom  # noqa: E402
from random_month import deliveries_text, orders_text  # noqa: E402

round_duration = esppadom.round_duration
split = esppadom.split
apa = esppadom.apa_participation


def bill(month, rules, *, visits=None, orders=None, facts=None, ledger=None, of=None, day=10):
    """What `esppadom.bill` tells of a month (random_month.Month), and the ledger after it."""
    given = type(month)(month.month, month.orders if orders is None else orders, month.visits if visits is None else visits)
    billed = of or month.month
    following = datetime.date(int(billed[:4]) + int(billed[5:]) // 12, int(billed[5:]) % 12 + 1, day)
    circumstances = esppadom.Circumstances.from_json(json_bytes(month.facts if facts is None else facts))
    done = esppadom.bill(
        orders=orders_text(given).encode(), deliveries=deliveries_text(given).encode(), rules=book(rules), month=billed,
        as_of=following, circumstances=circumstances, ledger=ledger,
    )  # fmt: skip
    return done.data, done.ledger


def book(rules):
    """A rule book of one département's rules, or of the rule sets given."""
    sets = rules if isinstance(rules, list) else [rule_set("all", rules)]
    return {"id": "laws", "rule_sets": sets}


def rule_set(name, rules, first="2025-01-01", last=None, **scope):
    where = scope or {"departement": "99"}
    level = next(iter(where))
    return {"id": name, "version": 1, "valid_from": first, "valid_to": last, "scope": {"level": level, **where}, **rules}


def json_bytes(tree):
    import json

    return json.dumps(tree).encode()


def messages(month):
    """Orders and deliveries as documents."""
    return orders_text(month).encode(), deliveries_text(month).encode()


def read(document):
    return list(esppadom.read(document))


def written(document, format, profile):
    """A document read, and written again."""
    reader = esppadom.read(document)
    return esppadom.write(list(reader), format=format, profile=profile, like=reader if profile == "round_trip" else None)


def shown(rules, day):
    """The value of every parameter on a day."""
    told = json.loads(esppadom.load_rules(book(rules)).show(day, departement="99", provider="SAAD01", beneficiary="B1"))
    return {entry["key"]: entry["value"] for entry in told["parameters"]}
