"""Vectors of one rule as small months under the rules of the vector, which every language can bill: durations and prices
of one visit.
"""

import json
from datetime import datetime, timedelta, timezone

DURATIONS = ("duration", "stamps", "dst")
FAMILIES = (*DURATIONS, "pricing")
HEAD = {
    "id": "vector",
    "version": 1,
    "valid_from": "2020-01-01",
    "scope": {"level": "departement", "departement": "99"},
    "source": {"text": "tests/vectors"},
}
ORDER = {"hours": "300", "tariff": "24.58", "from": "2020-01-01", "issued": "2019-12-01T10:00:00"}


def in_autumn(times, key):
    """A clock reading as a message writes it: in the hour that is repeated, with the offset that tells which it is."""
    text = times.get(key)
    fold = times.get(f"{key}_fold")
    if text is None or fold is None:
        return text
    time = datetime.fromisoformat(text)
    last_sunday = datetime(time.year, 10, 31)
    last_sunday -= timedelta(days=(last_sunday.weekday() + 1) % 7)
    if time.date() != last_sunday.date() or time.hour != 2:
        return text
    return time.replace(tzinfo=timezone(timedelta(hours=2 - fold))).isoformat()


def priced(given):
    if not set(given) <= {"retained", "price", "surcharges", "calendar"}:
        return None
    visit = {"id": "V1", "retained": given["retained"]}
    return {"month": given["retained"][0][:7], "orders": [{**ORDER, "tariff": given["price"]}], "visits": [visit]}


def entry_of(family, given):
    """The month of a vector, in the form of variants.json; none where it needs more than that form can say."""
    if family in DURATIONS:
        return timed(given)
    return priced(given)


def timed(given):
    times = given.get("times", {})
    if set(given) != {"times", "rules"} or "extra_minutes" in times:
        return None
    stamped = [in_autumn(times, "arrival"), in_autumn(times, "departure")]
    retained = times.get("retained")
    if not retained:  # a message has one; it does not count where stamps do
        if given["rules"].get("duration", {}).get("source") != "stamped":
            return None
        retained = times.get("planned") or stamped
        if not all(retained) or any("+" in one for one in retained):
            return None
    visit = {"id": "V1", "retained": retained, "stamped": stamped}
    if "planned" in times:
        visit["planned"] = times["planned"]
    return {"month": retained[0][:7], "orders": [ORDER], "visits": [visit]}


def outcome_of(bill):
    """What the bill says of the visit, as the vectors write it: seconds or a reason."""
    if bill["unbilled"]:
        return {"reason": bill["unbilled"][0]["reason"]}
    lines = [line for invoice in bill["invoices"] for line in invoice["lines"]]
    return {"billed_seconds": sum(int(line["billed_seconds"]) for line in lines)}


def expected_of(expected):
    """What a vector expects of a bill; a bill keeps what rounding of the hours leaves, which vectors call the total."""
    if expected.get("reason", "NONE") != "NONE":
        return {"reason": expected["reason"]}
    seconds = expected.get("total_seconds", expected.get("billed_seconds"))
    return None if seconds is None or "/" in str(seconds) else {"billed_seconds": int(seconds)}


def rules_of(given, folder):
    """The rule file of a vector, in the folder."""
    rules = given["rules"] if "rules" in given else {"funding": {"surcharges": given["surcharges"]},
                                                           **given.get("calendar", {})}
    file = folder / "rules.json"
    file.write_text(json.dumps({"rule_set": {**HEAD, **rules}}), encoding="utf-8")
    return file
