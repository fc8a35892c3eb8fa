"""Answers the questions of a file with the Python package: by_python.py QUESTIONS FOLDER."""

import datetime
import pathlib
import sys

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


def main(questions, folder):
    out = pathlib.Path(folder)
    for identifier, what, arguments in read(questions):
        if what in ("json", "xml"):
            (out / identifier).write_bytes(converted(arguments[0], what))
        elif what == "validate":
            report = esppadom.validate(arguments[1:], profile=arguments[0]).to_json("en")
            (out / identifier).write_text(report, encoding="utf-8")
        else:
            bill(out, identifier, *arguments)


main(*sys.argv[1:])
