"""Runs the benches of Python and Java on one month, beside C++ on the same, and prints JSON for report.py.

    bench/languages.py BENCH RELEASE [--check]    the folders of both builds; --check: a small month, once
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent


def told(*words, **more):
    done = subprocess.run([str(one) for one in words], check=True, capture_output=True, text=True,
                          env={**os.environ, **more})
    return done.stdout


def main(bench, release, *options):
    visits, times = (1000, 1) if "--check" in options else (40_000, 5)
    release = pathlib.Path(release)
    jar = next(iter(sorted((release / "bindings" / "java" / "target").glob("esppadom-[0-9.]*.jar"))), None)
    files = pathlib.Path(bench) / "bin" / "esppadom_bench_files"
    out = {"visits": visits}
    with tempfile.TemporaryDirectory(prefix="esppadom-bench-") as folder:
        told(files, "write", folder, visits)
        out["C++"] = json.loads(told(files, "bill", folder, times))
        if (release / "python" / "esppadom").exists():
            out["Python"] = json.loads(
                told(sys.executable, "-B", HERE / "languages" / "tables.py", folder, times, PYTHONPATH=str(release / "python")))
        if jar:
            java = ["java", "-Xmx2g", "-cp", jar]
            out["Java"] = json.loads(told(*java, HERE / "java" / "BillingBench.java", folder, times))
            out["Java"]["reading"] = json.loads(
                told(*java, HERE / "java" / "ReadingBench.java", pathlib.Path(folder) / "deliveries.xml", times))
    for language, cents in (("Python", lambda: out["Python"]["billing"]["cents"]), ("Java", lambda: out["Java"]["cents"])):
        if language in out and cents() != out["C++"]["cents"]:
            sys.exit(f"{language} bills {cents()} cents, C++ {out['C++']['cents']}")
    print(json.dumps(out, indent=1))


main(*sys.argv[1:])
