"""Python against C++, lxml, pandas and polars: tables.py FOLDER TIMES, the folder of esppadom_bench_files. Prints JSON.

Times are medians in seconds; whatever is compared must give the same integers, or this fails.
"""

import datetime
import json
import statistics
import sys
import time
from pathlib import Path

import numpy
import pandas
import polars
from lxml import etree

import esppadom

MONTH = {"month": "2026-10", "as_of": datetime.date(2026, 11, 10)}
STEP, PRICE, TARIFF, PERCENT = 900, 2700, 2458, 20  # seconds, cents an hour, percent
HOUR = 3600


def timed(times, run):
    """The median of the seconds, and what it gave."""
    all_times, given = [], None
    for _ in range(times):
        start = time.perf_counter()
        given = run()
        all_times.append(time.perf_counter() - start)
    return statistics.median(all_times), given


def local(node):
    return etree.QName(node).localname


def with_lxml(file):
    """Visits as a DataFrame, by what somebody would write by hand: five columns of a message."""
    wanted = {"ID": "delivery_id", "StartDateTime": "start", "EndDateTime": "end", "BilledQuantity": "hours"}
    columns = {name: [] for name in wanted.values()}
    for _, message in etree.iterparse(str(file), events=("end",), tag="{*}CrossIndustryDespatchAdvice"):
        seen = {}
        for node in message.iter(etree.Element):
            name = wanted.get(local(node))
            if name and name not in seen and node.text and node.text.strip():
                seen[name] = node.text.strip()
        for name, column in columns.items():
            column.append(seen.get(name))
        message.clear()
    table = pandas.DataFrame(columns)
    for name in ("start", "end"):
        table[name] = pandas.to_datetime(table[name])
    return table


def reading(folder, times):
    file = folder / "deliveries.xml"
    ours, table = timed(times, lambda: esppadom.read_table(file).to_dict())
    theirs, frame = timed(max(1, times // 2), lambda: with_lxml(file))
    if list(frame["delivery_id"]) != list(table["delivery_id"]):
        raise AssertionError("both must read the same visits")
    return {"ours": ours, "lxml and pandas": theirs}


def billing(folder, times):
    table = esppadom.read_table(folder / "deliveries.xml").to_dict()
    orders = list(esppadom.read(folder / "orders.xml"))
    rules = esppadom.load_rules(folder / "rules.json")
    convert, visits = timed(1, lambda: list(esppadom.deliveries_of(table)))
    request = esppadom._native.Request()
    request.set_rules(rules)
    request.add(orders)
    add, _ = timed(1, lambda: request.add(visits))
    at = datetime.datetime(2026, 11, 10, 9)
    bill, made = timed(times, lambda: request.run(**MONTH, issued_at=at, transaction_id="LOT-1"))
    cents = sum(round(100 * invoice["total"]) if isinstance(invoice["total"], int) else int(invoice["total"].replace(".", ""))
                for invoice in made.data["invoices"])
    return {"convert": convert, "add": add, "bill": bill, "cents": cents}


def exact(seconds, divide):
    """Cents of the price, of the funder and of the beneficiary of each visit, in integers, half up."""
    rounded = divide(seconds + STEP // 2, STEP) * STEP
    price = divide(rounded * PRICE * 2 + HOUR, HOUR * 2)
    share = divide(rounded * TARIFF * (100 - PERCENT) * 2 + HOUR * 100, HOUR * 100 * 2)
    return rounded, price, share, price - share


def kernel(times, size):
    seconds = numpy.random.default_rng(20261122).integers(60, 6 * HOUR, size)
    funder = esppadom.Funder(tariff=esppadom_decimal(TARIFF), participation=PERCENT)

    def ours():
        rounded = esppadom.round_duration(seconds, step=STEP)
        return rounded, *esppadom.split_column(rounded, esppadom_decimal(PRICE), funder)

    frame = pandas.DataFrame({"seconds": seconds})
    lazy = polars.DataFrame({"seconds": seconds})

    def with_polars():
        rounded = ((polars.col("seconds") + STEP // 2) // STEP * STEP).alias("rounded")
        price = ((polars.col("rounded") * PRICE * 2 + HOUR) // (HOUR * 2)).alias("price")
        share = ((polars.col("rounded") * TARIFF * (100 - PERCENT) * 2 + HOUR * 100) // (HOUR * 200)).alias("share")
        return lazy.select(rounded).with_columns(price, share).with_columns(
            (polars.col("price") - polars.col("share")).alias("rest"))

    own, made = timed(times, ours)
    out = {"esppadom": own}
    out["pandas"], columns = timed(times, lambda: exact(frame["seconds"], lambda a, b: a // b))
    out["polars"], other = timed(times, with_polars)
    for column, mine in zip(columns, made):
        if not numpy.array_equal(column.to_numpy(), numpy.asarray(mine)):
            raise AssertionError("pandas gives other cents")
    for name, mine in zip(other.columns, made):
        if not numpy.array_equal(other[name].to_numpy(), numpy.asarray(mine)):
            raise AssertionError("polars gives other cents")
    return out


def esppadom_decimal(cents):
    from decimal import Decimal
    return Decimal(cents) / 100


def calls(times):
    count = 10_000
    taken, _ = timed(times, lambda: [esppadom.round_duration(4180, step=STEP) for _ in range(count)])
    return taken / count


def main(folder, times):
    folder, times = Path(folder), int(times)
    print(json.dumps({"reading": reading(folder, times), "billing": billing(folder, times),
                      "kernel": kernel(times, 200_000), "call": calls(times)}))


main(*sys.argv[1:])
