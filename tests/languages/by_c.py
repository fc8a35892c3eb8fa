"""Answers the questions of a file through the C interface, by ctypes: by_c.py QUESTIONS FOLDER."""

import ctypes
import pathlib
import sys

from work import NO_ANSWER, ROOT, read

sys.path.insert(0, str(ROOT / "tests" / "c"))

from interface import (CANONICAL, ENGLISH, HEADER, LIBRARY, ROUND_TRIP, Failed, Handle, Text, View, call, get, struct, take,  # noqa: E402
                       text_from, view)
from interface import read as read_text  # noqa: E402

FORMS = {"xml": 0, "json": 1}


def messages_of(reader):
    """Each message, which lives until the next."""
    while True:
        message = ctypes.c_void_p()
        call("esppadom_reader_next", reader, ctypes.byref(message))
        if not message.value:
            return
        yield message
        LIBRARY.esppadom_message_free(message)


def converted(file, form):
    with Handle("findings") as findings, Handle("reader", "esppadom_reader_open", view(file), None, findings) as reader:
        writer = None
        for message in messages_of(reader):
            if writer is None:
                writer = ctypes.c_void_p()
                kind = LIBRARY.esppadom_message_kind(message)
                call("esppadom_writer_new", kind, FORMS[form], ROUND_TRIP, reader, ctypes.byref(writer))
            call("esppadom_writer_add", writer, message)
        if writer is None:
            return NO_ANSWER
        try:
            if not LIBRARY.esppadom_reader_readable(reader):
                return NO_ANSWER
            return text_from("esppadom_writer_finish", writer, reader).encode("utf-8")
        finally:
            LIBRARY.esppadom_writer_free(writer)


def report(profile, files):
    with Handle("validator", "esppadom_validator_new_graded", None, view(""), view(profile), None) as validator:
        for file in files:
            call("esppadom_validator_add", validator, view(file))
        return text_from("esppadom_validator_report", validator, 0, ENGLISH).encode("utf-8")


def content(file):
    return view(pathlib.Path(file).read_bytes())


def rules_of(file):
    return Handle("rules", "esppadom_rules_load", content(file), view(file), None)


def fill(request, rules, orders, deliveries, circumstances="", ledger=None):
    with Handle("findings") as findings:
        if rules:
            with rules_of(rules) as book:
                call("esppadom_request_set_rules", request, book)
        if circumstances:
            call("esppadom_request_set_circumstances", request, content(circumstances), view(circumstances), findings)
        if ledger:
            call("esppadom_request_set_ledger", request, view(ledger.read_bytes()), view("ledger"), findings)
        for path in (orders, deliveries):
            call("esppadom_request_read", request, view(path), findings)


def invoices_of(made):
    out = {}
    for index in range(LIBRARY.esppadom_bill_invoice_count(made)):
        message = ctypes.c_void_p()
        call("esppadom_bill_invoice", made, index, ctypes.byref(message))
        out[get(message, "invoice_id")] = text_from("esppadom_message_write", message, FORMS["xml"], CANONICAL)
        LIBRARY.esppadom_message_free(message)
    return "".join(out[key] for key in sorted(out))


def bill(out, identifier, rules, orders, deliveries, circumstances, month, as_of, before, validated):
    issued = f"{as_of}T00:00:00"
    words = {"month": month, "as_of": as_of, "issued_at": issued, "transaction_id": "I" + "".join(filter(str.isdigit, issued))}
    if validated:
        words["validated"] = (View * len(validated.split()))(*[view(one) for one in validated.split()])
        words["validated_size"] = len(validated.split())
    with Handle("request") as request:
        fill(request, rules, orders, deliveries, circumstances, out / before if before else None)
        with Handle("bill", "esppadom_bill_run", request, ctypes.byref(struct("bill_options", **words))) as made:
            for end, text in (("bill", text_from("esppadom_bill_json", made, ENGLISH)),
                              ("ledger", text_from("esppadom_bill_ledger", made)), ("invoices", invoices_of(made))):
                (out / f"{identifier}.{end}").write_bytes(text.encode("utf-8"))


def statistics(out, identifier, rules, orders, deliveries, circumstances, of, period, first, last, as_of, now):
    asked = {"of": of, "period": period, "from": first, "to": last, "as_of": as_of, "now": now}
    with Handle("request") as request:
        fill(request, rules, orders, deliveries, circumstances)
        told = text_from("esppadom_statistics", request, ctypes.byref(struct("statistics_options", **asked)))
        (out / identifier).write_bytes(told.encode("utf-8"))


def reconcile(out, identifier, rules, orders, deliveries, invoices, first, last, as_of):
    asked = struct("reconcile_options", **{"from": first, "to": last, "as_of": as_of})
    with Handle("request") as request, Handle("invoices") as stated, Handle("findings") as findings:
        call("esppadom_invoices_read", stated, view(invoices), findings)
        fill(request, rules, orders, deliveries)
        told = text_from("esppadom_reconcile", request, stated, ctypes.byref(asked))
        (out / identifier).write_bytes(told.encode("utf-8"))


def cpom(out, identifier, rules, ledger, first, last, funder, provider):
    asked = struct("cpom_options", **{"from": first, "to": last, "funder": funder, "provider": provider})
    with rules_of(rules) as book:
        told = text_from("esppadom_statements_cpom", content(out / ledger), view(ledger), book, ctypes.byref(asked), None)
        (out / identifier).write_bytes(told.encode("utf-8"))


def document(messages, form, profile):
    """Messages as one document; empty when there is none."""
    if not messages:
        return b""
    with Handle("writer", None, LIBRARY.esppadom_message_kind(messages[0]), FORMS[form], profile, None) as writer:
        for one in messages:
            call("esppadom_writer_add", writer, one)
        return text_from("esppadom_writer_finish", writer, None).encode("utf-8")


def identify(out, identifier, calls, directory, rules, planned):
    asked = struct("identify_options", calls_name=calls, directory_name=directory, planned_name=planned)
    kept = {"calls": content(calls), "directory": content(directory), **({"planned": content(planned)} if planned else {})}
    for name, text in kept.items():
        setattr(asked, name, text)
    with rules_of(rules) as book, Handle("identified", "esppadom_identify", ctypes.byref(asked), book, None) as made:
        (out / f"{identifier}.report").write_bytes(text_from("esppadom_identified_json", made, ENGLISH).encode("utf-8"))
        visits = LIBRARY.esppadom_identified_visits(made)
        handles = [Handle("message", "esppadom_identified_message", made, index)
                   for index in range(LIBRARY.esppadom_identified_size(made))]
        for end, own in (("visits", handles[:visits]), ("raw", handles[visits:])):
            (out / f"{identifier}.{end}").write_bytes(document([one.value for one in own], "xml", CANONICAL))
        for one in handles:
            one.__exit__()


def view_of(out, identifier, role, key, provider, beneficiary, service, keep_dates, file):
    asked = struct("viewer_options", role=role, key=key, provider=provider, beneficiary=beneficiary, service=service,
                   keep_dates=int(bool(keep_dates)))
    with Handle("findings") as findings, Handle("reader", "esppadom_reader_open", view(file), None, findings) as reader, \
            Handle("viewer", None, ctypes.byref(asked)) as viewer:
        seen = []
        for message in messages_of(reader):
            one = ctypes.c_void_p()
            call("esppadom_viewer_see", viewer, message, ctypes.byref(one))
            seen += [one] if one.value else []
        (out / f"{identifier}.seen").write_bytes(document(seen, "json", ROUND_TRIP))
        (out / f"{identifier}.report").write_bytes(text_from("esppadom_viewer_report", viewer).encode("utf-8"))
        for one in seen:
            LIBRARY.esppadom_message_free(one)


def rate(out, identifier, rules, deliveries):
    with Handle("request") as request, Handle("findings") as findings:
        with rules_of(rules) as book:
            call("esppadom_request_set_rules", request, book)
        call("esppadom_request_read", request, view(deliveries), findings)
        (out / identifier).write_bytes(text_from("esppadom_correction_rate", request, None).encode("utf-8"))


def smooth(out, identifier, rules, day, plan, used):
    columns = [(ctypes.c_int64 * len(text.split()))(*map(int, text.split())) for text in (plan, used)]
    with rules_of(rules) as book:
        told = text_from("esppadom_smooth", book, ctypes.byref(struct("rule_query", date=day)), *columns, len(columns[0]))
        (out / identifier).write_bytes(told.encode("utf-8"))


def split(out, identifier, seconds, price, funders):
    kind = HEADER.struct("esppadom_split_funder")
    texts = [(view(tariff), view(percent), int(left)) for tariff, percent, left in (one.split(";") for one in funders.split())]
    made = (kind * len(texts))(*[kind(*one) for one in texts])
    asked = struct("split_query", seconds=int(seconds), unit_price=price, funders_size=len(texts))
    asked.funders = made
    (out / identifier).write_bytes(text_from("esppadom_split", ctypes.byref(asked)).encode("utf-8"))


def calculate(out, identifier, of, question, rules, day):
    try:
        if rules:
            with rules_of(rules) as book:
                whom = ctypes.byref(struct("rule_query", date=day))
                told = text_from("esppadom_calculate", view(of), view(question), book, whom, None)
        else:
            told = text_from("esppadom_calculate", view(of), view(question), None, None, None)
    except Failed:
        told = "no answer\n"
    (out / identifier).write_bytes(told.encode("utf-8"))


def describe(out, identifier, of):
    (out / identifier).write_bytes(text_from("esppadom_describe", view(of)).encode("utf-8"))


def two_texts(name, *arguments):
    first, second = Text(), Text()
    call(name, *arguments, ctypes.byref(first), ctypes.byref(second))
    return take(first), take(second)


def alerts(out, identifier, rules, orders, deliveries, circumstances, before, now):
    with Handle("request") as request:
        fill(request, rules, orders, deliveries, circumstances, out / before if before else None)
        told, ledger = two_texts("esppadom_told_alerts", request, ctypes.byref(struct("statistics_options", now=now)))
        (out / f"{identifier}.report").write_bytes(told.encode("utf-8"))
        (out / f"{identifier}.ledger").write_bytes(ledger.encode("utf-8"))


def export(out, identifier, ledger, by, whose):
    part, told = two_texts("esppadom_ledger_export", content(out / ledger), view(ledger), view(by), view(whose), ENGLISH, None)
    (out / f"{identifier}.report").write_bytes(told.encode("utf-8"))
    (out / f"{identifier}.ledger").write_bytes(part.encode("utf-8"))


def merge(out, identifier, *parts):
    texts = [text for one in parts for text in (view(one), content(out / one))]
    whole = text_from("esppadom_ledger_merge", (View * len(texts))(*texts), len(texts), None)
    (out / identifier).write_bytes(whole.encode("utf-8"))


def code_lines(findings):
    out = []
    for index in range(LIBRARY.esppadom_findings_size(findings)):
        one = struct("finding")
        call("esppadom_findings_at", findings, index, ctypes.byref(one))
        out.append(f"{read_text(one.code)} {one.line}\n")
    return "".join(sorted(out))


def table(out, identifier, mapping, *files):
    with Handle("findings") as findings:
        try:
            made = Handle("csv_mapping", "esppadom_csv_mapping_load", content(mapping), view("mapping"), None, 0, findings)
        except Failed as error:
            (out / identifier).write_text(f"no mapping {error.code}\n", encoding="utf-8")
            return
        paths = [view(file) for file in files]
        with made as loaded:
            try:
                reader = Handle("csv_importer", "esppadom_csv_importer_open", loaded, (View * len(paths))(*paths), len(paths), findings)
            except Failed:
                (out / identifier).write_bytes(b"not read\n")
                return
            with reader as importer:
                messages = []
                while True:
                    one = ctypes.c_void_p()
                    call("esppadom_csv_importer_next", importer, ctypes.byref(one))
                    if not one.value:
                        break
                    messages.append(one)
                text = document(messages, "json", ROUND_TRIP)
                (out / identifier).write_bytes(code_lines(findings).encode("utf-8") + text)
                for one in messages:
                    LIBRARY.esppadom_message_free(one)


def kit(out, identifier, folder):
    report = Text()
    call("esppadom_conformance", view(folder), None, None, ctypes.byref(report), None)
    (out / identifier).write_bytes(take(report).encode("utf-8"))


def convert(form):
    return lambda out, identifier, file: (out / identifier).write_bytes(converted(file, form))


def validate(out, identifier, profile, *files):
    (out / identifier).write_bytes(report(profile, files))


ANSWERS = {"json": convert("json"), "xml": convert("xml"), "validate": validate, "bill": bill, "statistics": statistics,
           "reconcile": reconcile, "cpom": cpom, "identify": identify, "view": view_of,
           "rate": rate, "smooth": smooth, "split": split, "table": table, "calculate": calculate, "describe": describe,
           "alerts": alerts, "export": export, "merge": merge, "kit": kit}


def main(questions, folder):
    for identifier, what, arguments in read(questions):
        if what in ANSWERS:
            ANSWERS[what](pathlib.Path(folder), identifier, *arguments)


main(*sys.argv[1:])
