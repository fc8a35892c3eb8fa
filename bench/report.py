"""Turns the JSON of the benchmarks into docs/performance.md."""

import json
import sys

BUDGET = [
    # what, measured, against, at least
    ("DELIVERY XML → typed messages, against pugixml alone on the same slices", "read/typed messages",
     "read/pugixml alone", 0.40),
    ("XML in → invoices out, against pugixml alone", "bill/XML to invoices", "read/pugixml alone", 0.30),
    ("typed messages → DELIVERY XML, against pugixml alone reading it", "write/typed messages", "read/pugixml alone",
     None),
]
SPEEDS = [
    ("kernel (stamps, rounding, price, split), one core, trace off", "kernel/trace off", 25e6),
    ("the same, trace on", "kernel/trace on", None),
    ("complete bill from typed messages, 10 000 visits", "bill/typed messages/10000", 8e6),
    ("complete bill from typed messages, 40 000 visits", "bill/typed messages/40000", 8e6),
    ("complete bill from typed messages, 160 000 visits", "bill/typed messages/160000", 8e6),
]


def languages(told: dict, c: dict) -> None:
    """The other languages beside C++: ratios of speeds, in one run and on one month."""
    rows = [("C: billing a month, against C++", c["c/bill in C++"]["real_time"] / c["c/bill"]["real_time"], 0.95)]
    bill = told["C++"]["bill"]
    if "Python" in told:
        python = told["Python"]
        reading, billing, kernel = python["reading"], python["billing"], python["kernel"]
        rows += [("Python: XML to a table, against lxml + pandas (5 columns of it)", reading["lxml and pandas"] / reading["ours"], 8),
                 ("Python: billing visits of a table, against C++", bill / billing["bill"], 0.8),
                 ("Python: the same with the conversion of the table", bill / (billing["bill"] + billing["convert"] + billing["add"]), None),
                 ("Python: rounding, price and split of a column, against pandas in integers", kernel["pandas"] / kernel["esppadom"], None),
                 ("Python: the same against polars in integers", kernel["polars"] / kernel["esppadom"], None)]
    if "Java" in told:
        java = told["Java"]
        documents = told["C++"]["bill and documents"]
        rows += [("Java: XML to records, against StAX filling the same records, every field", java["reading"]["ratio"], 3),
                 ("Java: billing records that were added, to invoices, bill.json and ledger, against C++", documents / java["bill records"], 0.7),
                 ("Java: the same with the adding of the records", documents / (java["bill records"] + java["add"]), None),
                 ("Java: files to invoices, bill.json and ledger, against C++", (told["C++"]["read"] + documents) / java["bill files"], 0.7)]
    print(f"\n## Languages\n\nThe month of `esppadom_bench_files`, {told['visits']} visits; the total of the bill is the same in all.\n")
    print("| what | wrong cents | ratio | at least |")
    print("|---|---|---|---|")
    for what, ratio, least in rows:
        print(f"| {what} | {'0' if 'bill' in what and not what.startswith('C:') or 'integers' in what else '–'} | {ratio:.2f} | {'–' if least is None else least} |")
    calls = [("C", c["c/call"]["real_time"] / 1e9)] + [(one, told[one]["call"]) for one in ("Python", "Java") if one in told]
    print("\nOne call of `round_duration`: " + ", ".join(f"{name} {seconds * 1e6:.2f} µs" for name, seconds in calls) + ".")


def main(path: str, other: str = "") -> None:
    with open(path, encoding="utf-8") as file:
        data = json.load(file)
    medians = {
        row["run_name"]: row for row in data["benchmarks"] if row.get("aggregate_name") in ("median", "BigO")
    }
    speed = {name: row.get("bytes_per_second") for name, row in medians.items()}
    print("# Performance\n")
    repetitions = next(iter(medians.values()))["repetitions"]
    print(f"Measured by `bench/run` (Google Benchmark, medians of {repetitions} repetitions, one thread). Machines differ: read the")
    print("ratios, which are taken within one run. Wrong cents come first: a fast wrong amount is worth nothing.\n")
    context = data["context"]
    print(f"This table: {context['num_cpus']} cores, {context['date'][:10]}, library built as release.\n")
    print("| what | wrong cents | ratio | at least |")
    print("|---|---|---|---|")
    for what, measured, against, least in BUDGET:
        ratio = speed[measured] / speed[against]
        print(f"| {what} | – | {ratio:.2f} | {'–' if least is None else f'{least:.2f}'} |")
    print("\n| what | wrong cents | million visits/s | at least |")
    print("|---|---|---|---|")
    for what, name, least in SPEEDS:
        row = medians[name]
        wrong = f"{row['wrong cents']:.0f}" if "wrong cents" in row else "–"
        print(f"| {what} | {wrong} | {row['visits/s'] / 1e6:.2f} | {'–' if least is None else f'{least / 1e6:.0f}'} |")
    print("\nWrong cents: every visit (kernel) and every invoice line (bill) recomputed in rationals by code that does")
    print("not use the library. The column “at least” is the design's budget; a figure below it is a known gap. The")
    print("kernel passes wide structs from step to step and rounds in 128 bits. Complete billing, from messages to ledger,")
    print("spends its time on text: identifiers copied, hashed and compared, and memory touched for the first time, which")
    print("is also why a visit costs more in a large run than in a small one.")
    if other:
        with open(other, encoding="utf-8") as file:
            languages(json.load(file), medians)


main(*sys.argv[1:])
