"""Vectors of oversight as files: months of statistics, reconciliation and contracts, logs of calls, messages of views.

Orders and visits are as tests/bill/vector_month.hpp has them; members left out have the same values.
"""

import csv
import json
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation

from small_months import HEAD

FAMILIES = ("statistics", "reconciliation", "cpom", "calls", "views")
CODES = {"list_id": "CD99_PRESTATIONS", "list_agency_name": "CD99"}
AID = {"value": "APA", "list_id": "ESPPADOM_TYPE_AIDE", "list_agency_name": "EDESS"}


def party(identifier):
    return {"ids": [{"value": identifier}]}


def service(code):
    return {"codes": [{"value": code, **CODES}, AID]}


def participation(percent):
    return {"is_charge": False, "percent": percent, "reason_code": {"value": "PARTICIPATION"}}


def beneficiary_of(given):
    out = party(given.get("beneficiary", "B-1"))
    if "person" in given:  # LAST FIRST DATE
        last, *first, born = given["person"].split()
        out.update(first_name=" ".join(first), last_name=last, birth_date=born)
    if "postcode" in given:
        out["address"] = {"postcode": given["postcode"]}
    return out


def order_of(given):
    line = {"order_line_id": given.get("line", "PLAN-1"), "tariff": {"value": given.get("tariff", "24.58"), "currency": "EUR"}}
    if "provider_rate" in given:
        line["provider_rate"] = {"value": given["provider_rate"], "currency": "EUR"}
    hours = given.get("hours", "30")
    for key, usual in (("quantity", [hours, "HUR"]), ("period", ["1", "MON"])):
        value, unit = given.get(key, usual) or ["", ""]
        if value and hours:
            line[f"requested_{key}"] = {"value": value, "unit_code": unit}
    if given.get("participation"):
        line["amounts"] = [participation(given["participation"])]
    line["service"] = service(given.get("service", "APA-HR"))
    period = {"start": given.get("from", "2026-01-01T00:00:00")}
    if "until" in given:
        period["end"] = given["until"]
    plan = {"plan": {"id": given["plan"]}} if "plan" in given else {}
    return {"message_version": "1.4", "order_id": given.get("id", "CMD-1"), **plan,
            "issued_at": given.get("issued_at", "2025-12-01T09:00:00"), "validity_period": period,
            "provider": party(given.get("provider", "SAAD-1")), "ordering_party": party(given.get("payer", "CD99")),
            "beneficiary": beneficiary_of(given), "lines": [line]}


def delivery_of(given):
    start, end = given.get("start", "2026-05-04T09:00:00"), given.get("end", "2026-05-04T10:00:00")
    seconds = (datetime.fromisoformat(end) - datetime.fromisoformat(start)).total_seconds()
    provider = party(given.get("provider", "SAAD-1"))
    caregiver = given.get("caregiver", "C-1")
    if caregiver:
        provider["contacts"] = [{"id": {"value": caregiver}, "type_code": {"value": "INT"}}]
    line = {"line_id": "1", "billed_quantity": {"value": f"{seconds / 3600:.10f}".rstrip("0").rstrip("."), "unit_code": "HUR"},
            "service": service(given.get("service", "APA-HR"))}
    if given.get("line", "PLAN-1"):
        line["order_line_id"] = given.get("line", "PLAN-1")
    out = {"message_version": "1.4", "transaction_id": "T-1", "delivery_id": given.get("id", "DLV-1"),
           "issued_at": given.get("issued_at", "2026-06-01T08:00:00"), "beneficiary": party(given.get("beneficiary", "B-1")),
           "provider": provider, "retained_period": {"start": start, "end": end}, "lines": [line]}
    if given.get("code"):
        out["correction_code"] = {"value": given["code"]}
    times = {"arrival": start, "departure": end}
    sides = {"both": ("arrival", "departure"), "none": ()}.get(given.get("stamps", "both"), (given.get("stamps"),))
    if sides:
        out["stamps"] = {side: {"certified_at": times[side]} for side in sides}
    return out


def invoice_of(given):
    lines = []
    for number, one in enumerate(given["lines"], 1):
        line = {"line_id": str(number), "order_ref": {"order_line_id": one.get("order_line", "PLAN-1")},
                "tariff": {"value": one.get("tariff", "24.58"), "currency": "EUR"},
                "billed_quantity": {"value": one["hours"], "unit_code": "HUR"},
                "beneficiary": party(one.get("beneficiary", "B-1")), "funder_share": {"value": one["share"], "currency": "EUR"},
                "service": {"codes": [{"value": one.get("service", "APA-HR")}]},
                "delivery_refs": [{"delivery_id": each} for each in one["deliveries"]]}
        if one.get("participation"):
            line["amounts"] = [participation(one["participation"])]
        lines.append(line)
    first = date.fromisoformat(given.get("month", "2026-05") + "-01")
    last = (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    period = {"start": f"{first}T00:00:00", "end": f"{last}T00:00:00"}
    return {"invoice_id": given.get("id", "FACT-1"), "type_code": {"value": given.get("type", "380")},
            "issued_at": given.get("issued_at", "2026-06-05T09:00:00"), "currency": {"value": given.get("currency", "EUR")},
            "provider": party("SAAD-1"), "ordering_party": party("CD99"), "billing_period": period, "lines": lines}


def put(file, content):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(content), encoding="utf-8")
    return file


def messages(folder, kind, made):
    return put(folder / f"{kind}.json", {"schema": f"esppadom/{kind}/1", "messages": made})


def month(folder, given):
    """Orders, deliveries and circumstances of a vector, in the folder; where they are, as questions name them."""
    planned = [{"provider": "SAAD-1", "beneficiary": "B-1", **one} for one in given.get("planned", [])]
    absences = [{"beneficiary": "B-1", **one} for one in given.get("absences", [])]
    profiles = [{"provider": "SAAD-1", "caregiver": "C-1", **one} for one in given.get("profiles", [])]
    return [messages(folder, "order", [order_of(one) for one in given.get("orders", [])]),
            messages(folder, "delivery", [delivery_of(one) for one in given.get("deliveries", [])]),
            put(folder / "circumstances.json", {"planned_visits": planned, "absences": absences, "caregiver_profiles": profiles})]


def rules(folder, members):
    scope = {"level": "departement"}
    return put(folder / "rules.json", {"rule_set": {**HEAD, "valid_from": "2000-01-01", "scope": scope, **members}})


def of_statistics(folder, given, key):
    files = month(folder, given)
    to = given.get("to", "2026-05")
    book, now = rules(folder, given.get("rules", {})), given.get("now", "2026-05-31T23:59:59")
    yield key, "statistics", [book, *files, given["of"], given.get("period", "month"), given.get("from", to), to, "2027-12-31", now]
    if given["of"] == "alerts":  # told once: the second time none of them comes again
        yield f"{key}.told", "alerts", [book, *files, "", now]
        yield f"{key}.again", "alerts", [book, *files, f"{key}.told.ledger", now]


def of_reconciliation(folder, given, key):
    orders, deliveries, _ = month(folder, given)
    invoices = messages(folder, "invoice", [invoice_of(one) for one in given["invoices"]])
    query = given.get("query", {})
    book = rules(folder, {}) if given["with_rules"] else ""
    yield key, "reconcile", [book, orders, deliveries, invoices, query.get("from", ""), query.get("to", ""), "2026-07-31"]


def of_cpom(folder, given, key):
    if "envelope" in given:
        return
    files = month(folder, given)
    book = rules(folder, {**given.get("rules", {}), "cpom": given["cpom"]})
    each, ledger = given.get("from", given["to"]), ""
    while each <= given["to"]:
        yield f"{key}.{each}", "bill", [book, *files, each, "2027-12-31", ledger, ""]
        ledger = f"{key}.{each}.ledger"
        year, number = int(each[:4]), int(each[5:])
        each = f"{year + number // 12}-{number % 12 + 1:02d}"
    query = [given.get("from", given["to"]), given["to"], given.get("funder", ""), given.get("provider", "")]
    yield key, "cpom", [book, ledger, *query]


def of_calls(folder, given, key):
    directory = put(folder / "directory.json", {"entries": given["directory"]})
    columns = ["at", "number", "caregiver", "direction"]
    with open(folder / "calls.csv", "w", encoding="utf-8", newline="") as file:
        rows = csv.DictWriter(file, columns, delimiter=";", lineterminator="\n")
        rows.writeheader()
        rows.writerows(given["calls"])
    planned = put(folder / "planned.json", {"planned_visits": given["planned"]}) if "planned" in given else ""
    yield key, "identify", [folder / "calls.csv", directory, rules(folder, {"stamps": given["stamps"]}), planned]


def of_views(folder, given, key):
    file = put(folder / "message.json", {"schema": given["schema"], "messages": [given["message"]]})
    said = [given.get(key, "") for key in ("key", "provider", "beneficiary", "service")]
    yield key, "view", [given["role"], *said, "1" if given.get("keep_dates") else "", file]


QUESTIONS = {"statistics": of_statistics, "reconciliation": of_reconciliation, "cpom": of_cpom, "calls": of_calls, "views": of_views}


def cell(value):
    if isinstance(value, list):
        return " ".join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def same(value, wanted):
    """Whether both say the same, numbers whatever their zeros."""
    try:
        return Decimal(cell(value)) == Decimal(cell(wanted))
    except InvalidOperation:
        return cell(value) == cell(wanted)


def differs(rows, expected):
    """Where rows of an answer say something else than the vector expects of them; none: they agree. What a report writes
    as an object, rates, and what only its CSV has is compared by C++ alone.
    """
    if len(rows) != len(expected):
        return f"{len(rows)} rows"
    for number, (row, wanted) in enumerate(zip(rows, expected)):
        for key, value in wanted.items():
            if key in row and not isinstance(row[key], dict) and not same(row[key], value):
                return f"row {number}, {key}: {row[key]!r}, expected {value!r}"
    return None


def compared(family, told, expected):
    """The rows of an answer and what the vector expects of them."""
    if family == "statistics":
        yield told["rows"], expected["rows"]
    elif family == "reconciliation":
        yield told["differences"], expected["rows"]
    elif family == "calls":
        yield told["calls"], expected["left"]
        yield [told["counts"]], [{"visits": len(expected["visits"]), "in_visits": 2 * len(expected["visits"])}]
    elif family == "views":
        yield [told["removed"]], [expected.get("removed", {})]
    else:
        for key in ("contracts", "months", "rows"):
            if key in expected:
                yield told[key], expected[key]
