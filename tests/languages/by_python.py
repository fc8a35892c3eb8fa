"""Answers the questions of a file with the Python package: by_python.py QUESTIONS FOLDER."""

import array
import datetime
import json
import pathlib
import sys
from decimal import Decimal

from work import NO_ANSWER, read

import esppadom


def converted(file, form):
    reader = esppadom.read(file)
    messages = list(reader)
    if not messages or not reader.readable:
        return NO_ANSWER
    return esppadom.write(messages, format=form, profile="round_trip", like=reader)


def bill(out, identifier, rules, orders, deliveries, circumstances, month, as_of, before, validated):
    made = esppadom.bill(
        rules=rules, orders=orders, deliveries=deliveries, circumstances=circumstances, month=month,
        as_of=datetime.date.fromisoformat(as_of), validated=validated.split(),
        ledger=(out / before).read_text(encoding="utf-8") if before else None)
    (out / f"{identifier}.bill").write_text(made.to_json("en"), encoding="utf-8")
    (out / f"{identifier}.ledger").write_text(made.ledger, encoding="utf-8")
    invoices = sorted(made.invoices, key=lambda one: one.invoice_id)
    (out / f"{identifier}.invoices").write_bytes(b"".join(esppadom.write(one) for one in invoices))


def statistics(out, identifier, rules, orders, deliveries, circumstances, of, period, first, last, as_of, now):
    told = esppadom.statistics(
        of, rules=rules, orders=orders, deliveries=deliveries, circumstances=circumstances, period=period, first=first,
        last=last, as_of=datetime.date.fromisoformat(as_of), now=datetime.datetime.fromisoformat(now))
    (out / identifier).write_text(told.to_json(), encoding="utf-8")


def reconcile(out, identifier, rules, orders, deliveries, invoices, first, last, as_of):
    told = esppadom.reconcile(
        invoices, rules=rules or None, orders=orders, deliveries=deliveries, first=first or None, last=last or None,
        as_of=datetime.date.fromisoformat(as_of))
    (out / identifier).write_text(told.to_json(), encoding="utf-8")


def cpom(out, identifier, rules, ledger, first, last, funder, provider):
    told = esppadom.cpom(out / ledger, rules=rules, first=first, last=last, funder=funder, provider=provider)
    (out / identifier).write_text(told.to_json(), encoding="utf-8")


def identify(out, identifier, calls, directory, rules, planned):
    made = esppadom.identify(calls, directory, rules=rules, planned=planned or None)
    (out / f"{identifier}.report").write_text(made.to_json(), encoding="utf-8")
    for end, messages in (("visits", made.visits), ("raw", made.raw_stamps)):
        (out / f"{identifier}.{end}").write_bytes(esppadom.write(messages) if messages else b"")


def view(out, identifier, role, key, provider, beneficiary, service, keep_dates, file):
    made = esppadom.view(
        file, role=role, key=key, provider=provider, beneficiary=beneficiary, service=service, keep_dates=bool(keep_dates))
    (out / f"{identifier}.report").write_text(made.json, encoding="utf-8")
    seen = esppadom.write(made.messages, format="json", profile="round_trip") if made.messages else b""
    (out / f"{identifier}.seen").write_bytes(seen)


def rate(out, identifier, rules, deliveries):
    (out / identifier).write_text(esppadom.correction_rate(deliveries, rules=rules).to_json(), encoding="utf-8")


def smooth(out, identifier, rules, day, plan, used):
    seconds = [array.array("q", map(int, text.split())) for text in (plan, used)]
    told = esppadom.smooth(*seconds, rules=rules, at=datetime.date.fromisoformat(day))
    (out / identifier).write_text(told.json, encoding="utf-8")


def split(out, identifier, seconds, price, funders):
    given = [one.split(";") for one in funders.split()]
    told = esppadom.split(int(seconds), Decimal(price), [
        esppadom.Funder(Decimal(tariff), Decimal(percent), None if int(left) < 0 else int(left))
        for tariff, percent, left in given])
    (out / identifier).write_text(told.json, encoding="utf-8")


def calculate(out, identifier, of, question, rules, day):
    try:
        text = esppadom.calculate(of, question, rules=rules or None, at=datetime.date.fromisoformat(day) if day else None).json
    except esppadom.Error:
        text = "no answer\n"
    (out / identifier).write_text(text, encoding="utf-8")


def describe(out, identifier, of):
    rows = esppadom.describe(of)
    told = json.dumps({"schema": "esppadom/description/1", "of": of, "rows": rows}, indent=2, ensure_ascii=False)
    (out / identifier).write_text(told + "\n", encoding="utf-8")


def alerts(out, identifier, rules, orders, deliveries, circumstances, before, now):
    told = esppadom.told_alerts(
        rules=rules, orders=orders, deliveries=deliveries, circumstances=circumstances, now=datetime.datetime.fromisoformat(now),
        ledger=(out / before).read_text(encoding="utf-8") if before else None)
    (out / f"{identifier}.report").write_text(told.to_json(), encoding="utf-8")
    (out / f"{identifier}.ledger").write_text(told.ledger, encoding="utf-8")


def export(out, identifier, ledger, by, whose):
    made = esppadom.export_ledger(out / ledger, **{by: whose})
    (out / f"{identifier}.report").write_text(made.to_json(), encoding="utf-8")
    (out / f"{identifier}.ledger").write_text(made.part, encoding="utf-8")


def merge(out, identifier, *parts):
    (out / identifier).write_text(esppadom.merge_ledgers(out / one for one in parts), encoding="utf-8")


def table(out, identifier, mapping, *files):
    try:
        made = esppadom.CsvMapping(pathlib.Path(mapping).read_bytes())
    except esppadom.Error as error:
        (out / identifier).write_text(f"no mapping {error.code}\n", encoding="utf-8")
        return
    if not made.can_read or len(files) != len(made.files):
        (out / identifier).write_bytes(b"not read\n")
        return
    messages, found = esppadom.import_csv({name: pathlib.Path(file).read_bytes() for name, file in zip(made.files, files)}, made)
    text = "".join(sorted(f"{one.code} {one.line or 0}\n" for one in found)).encode("utf-8")
    (out / identifier).write_bytes(text + (esppadom.write(messages, format="json", profile="round_trip") if messages else b""))


def kit(out, identifier, folder):
    (out / identifier).write_text(esppadom.conformance(folder), encoding="utf-8")


def convert(what):
    return lambda out, identifier, file: (out / identifier).write_bytes(converted(file, what))


def validate(out, identifier, profile, *files):
    (out / identifier).write_text(esppadom.validate(files, profile=profile).to_json("en"), encoding="utf-8")


ANSWERS = {"json": convert("json"), "xml": convert("xml"), "validate": validate, "bill": bill, "statistics": statistics,
           "reconcile": reconcile, "cpom": cpom, "identify": identify, "view": view, "rate": rate,
           "smooth": smooth, "split": split, "table": table, "calculate": calculate, "describe": describe,
           "alerts": alerts, "export": export, "merge": merge, "kit": kit}


def main(questions, folder):
    for identifier, what, arguments in read(questions):
        if what in ANSWERS:
            ANSWERS[what](pathlib.Path(folder), identifier, *arguments)


main(*sys.argv[1:])
