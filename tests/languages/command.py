"""Answers the questions about months with the command, which is C++."""

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


def answer_all(command, out, questions):
    for one in questions:
        if one.what == "bill":
            bill(command, out, one.identifier, *one.arguments)
