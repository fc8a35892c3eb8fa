"""Answers the questions about months, calls and views with the command, which is C++."""

import subprocess


def run(command, *words):
    done = subprocess.run([str(command), *(str(one) for one in words)], capture_output=True, check=False, timeout=300)
    if done.returncode == 2:
        raise AssertionError(done.stdout.decode() + done.stderr.decode())
    return done.stdout


def bill(command, out, identifier, rules, orders, deliveries, circumstances, month, as_of, before, validated):
    files = out / f"{identifier}.files"
    words = ["--lang", "en", "bill", "--rules", rules, "--orders", orders, "--deliveries", deliveries, "--circumstances",
             circumstances, "--month", month, "--as-of", as_of, "--out", files]
    words += ["--ledger", out / before] if before else []
    words += [word for one in validated.split() for word in ("--validated", one)]
    said = run(command, *words)
    if not (files / "bill.json").exists():
        raise AssertionError(f"{identifier}: {said.decode()}")
    (out / f"{identifier}.bill").write_bytes((files / "bill.json").read_bytes())
    (out / f"{identifier}.ledger").write_bytes((files / "ledger.json").read_bytes())
    invoices = sorted(files.glob("invoices/*.xml"), key=lambda one: one.stem)
    (out / f"{identifier}.invoices").write_bytes(b"".join(one.read_bytes() for one in invoices))


def options(**given):
    """Options that say something, as words."""
    return [word for name, value in given.items() if value for word in (f"--{name.rstrip('_').replace('_', '-')}", value)]


def report(command, out, identifier, *words):
    """A report that is printed as JSON."""
    (out / identifier).write_bytes(run(command, "--lang", "en", *words, "--format", "json"))


def statistics(command, out, identifier, rules, orders, deliveries, circumstances, of, period, first, last, as_of, now):
    words = options(rules=rules, orders=orders, deliveries=deliveries, circumstances=circumstances, of=of, period=period,
                    from_=first, to=last, as_of=as_of, now=now)
    report(command, out, identifier, "statistics", *words)


def reconcile(command, out, identifier, rules, orders, deliveries, invoices, first, last, as_of):
    words = options(rules=rules, orders=orders, deliveries=deliveries, invoices=invoices, from_=first, to=last, as_of=as_of)
    report(command, out, identifier, "reconcile", *words)


def rate(command, out, identifier, rules, deliveries):
    report(command, out, identifier, "correction-rate", *options(rules=rules), deliveries)


def cpom(command, out, identifier, rules, ledger, first, last, funder, provider):
    words = options(rules=rules, ledger=out / ledger, from_=first, to=last, funder=funder, provider=provider)
    report(command, out, identifier, "statements", "cpom", *words)


def move(files, out, identifier, **parts):
    """Files that were written become the parts of an answer; what was not written is empty."""
    for end, name in parts.items():
        file = files / name
        (out / f"{identifier}.{end}").write_bytes(file.read_bytes() if file.exists() else b"")


def identify(command, out, identifier, calls, directory, rules, planned):
    files = out / f"{identifier}.files"
    run(command, "--lang", "en", "identify", *options(calls=calls, directory=directory, rules=rules, planned=planned, out=files))
    move(files, out, identifier, report="identify.json", visits="deliveries.xml", raw="raw-stamps.xml")


def view(command, out, identifier, role, key, provider, beneficiary, service, keep_dates, file):
    key_file, seen = out / f"{identifier}.key", out / f"{identifier}.seen.json"
    key_file.write_text(key, encoding="utf-8")
    words = options(role=role, key_file=key and key_file, provider=provider, beneficiary=beneficiary, service=service)
    words += ["--keep-dates"] if keep_dates else []
    report(command, out, f"{identifier}.report", "view", *words, file, "-o", seen)
    move(out, out, identifier, seen=seen.name)


def alerts(command, out, identifier, rules, orders, deliveries, circumstances, before, now):
    words = options(rules=rules, orders=orders, deliveries=deliveries, circumstances=circumstances, of="alerts", now=now,
                    ledger=before and out / before, ledger_out=out / f"{identifier}.ledger")
    report(command, out, f"{identifier}.report", "statistics", *words)


def export(command, out, identifier, ledger, by, whose):
    words = [out / ledger, *options(**{by: whose}), "-o", out / f"{identifier}.ledger"]
    report(command, out, f"{identifier}.report", "ledger", "export", *words)


def merge(command, out, identifier, *parts):
    run(command, "ledger", "merge", *(out / one for one in parts), "-o", out / identifier)


ANSWERS = {"alerts": alerts, "export": export, "merge": merge, "bill": bill, "statistics": statistics, "reconcile": reconcile, "rate": rate, "cpom": cpom, "identify": identify, "view": view}


def answer_all(command, out, questions):
    for one in questions:
        if one.what in ANSWERS:
            ANSWERS[one.what](command, out, one.identifier, *one.arguments)
