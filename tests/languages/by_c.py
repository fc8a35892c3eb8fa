"""Answers the questions of a file through the C interface, by ctypes: by_c.py QUESTIONS FOLDER."""

import ctypes
import pathlib
import sys

from work import NO_ANSWER, ROOT, read

sys.path.insert(0, str(ROOT / "tests" / "c"))

from interface import (CANONICAL, ENGLISH, LIBRARY, ROUND_TRIP, Handle, View, call, get, struct, text_from,  # noqa: E402
                        view)

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


def report(files):
    with Handle("validator", None, None) as validator:
        for file in files:
            call("esppadom_validator_add", validator, view(file))
        return text_from("esppadom_validator_report", validator, 0, ENGLISH).encode("utf-8")


def fill(request, rules, orders, deliveries, circumstances, ledger):
    with Handle("findings") as findings:
        given = view(pathlib.Path(rules).read_bytes())
        with Handle("rules", "esppadom_rules_load", given, view(rules), findings) as book:
            call("esppadom_request_set_rules", request, book)
        given = view(pathlib.Path(circumstances).read_bytes())
        call("esppadom_request_set_circumstances", request, given, view(circumstances), findings)
        if ledger:
            call("esppadom_request_set_ledger", request, view(ledger.read_bytes()), view("ledger"), findings)
        for path in (orders, deliveries):
            call("esppadom_request_read", request, view(path), findings)
        return LIBRARY.esppadom_findings_size(findings) == 0


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
        clean = fill(request, rules, orders, deliveries, circumstances, out / before if before else None)
        if not clean:  # what reading finds is the caller's in C, and not part of the bill
            return
        with Handle("bill", "esppadom_bill_run", request, ctypes.byref(struct("bill_options", **words))) as made:
            for end, text in (("bill", text_from("esppadom_bill_json", made, ENGLISH)),
                              ("ledger", text_from("esppadom_bill_ledger", made)), ("invoices", invoices_of(made))):
                (out / f"{identifier}.{end}").write_bytes(text.encode("utf-8"))


def main(questions, folder):
    out = pathlib.Path(folder)
    for identifier, what, arguments in read(questions):
        if what in FORMS:
            (out / identifier).write_bytes(converted(arguments[0], what))
        elif what == "validate":
            if arguments[0] == "lenient":  # C has no other profile of severities
                (out / identifier).write_bytes(report(arguments[1:]))
        elif what == "bill":
            if not arguments[-1]:  # nor providers who validated
                bill(out, identifier, *arguments)


main(*sys.argv[1:])
