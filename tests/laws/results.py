"""Reading bills: what was asked of whom, by which line; and time as the tz database has it."""

import datetime
import zoneinfo
from collections import Counter
from decimal import Decimal

PARIS = zoneinfo.ZoneInfo("Europe/Paris")
TOLD = ("invoices", "beneficiary_invoices", "smoothing", "unbilled", "payments", "correction_rate", "slips")


def told(data):
    """What a bill says, without its rule sets, dates and findings."""
    return {key: data[key] for key in TOLD}


def elapsed(start, end):
    """Seconds between two times of the clock in Paris; the first of two that are called the same."""
    return int((utc(end) - utc(start)).total_seconds())


def utc(local):
    return local.replace(tzinfo=PARIS).astimezone(datetime.timezone.utc)


def sign(document):
    return -1 if document["type"] == "credit_note" else 1


def asked(*bills):
    """Euros asked of each funder by all those bills, by group of lines; what comes to nothing is left out."""
    sums = Counter()
    for data in bills:
        for document in data["invoices"]:
            for line in document["lines"]:
                key = (line["month"], document["provider"], document["funder"], line["beneficiary"], line["order_line"])
                sums[key] += sign(document) * Decimal(line["net_share"])
    return {key: euros for key, euros in sums.items() if euros}


def amounts(data):
    """Of each visitor of a beneficiary: seconds and euros of all lines, those over the plan included."""
    seconds, gross = Counter(), Counter()
    for key, line in lines(data):
        seconds[key] += line["billed_seconds"]
        gross[key] += Decimal(line["gross"])
    return +seconds, +gross


def lines(data):
    """Lines of the invoices of CD99, and those no funder takes: each minute stands on one of them."""
    for document in data["invoices"]:
        for line in document["lines"]:
            if document["funder"] == "CD99":
                yield (line["beneficiary"], document["provider"], line["month"]), line
    for document in data["beneficiary_invoices"]:
        for line in document["lines"]:
            if line["reason"] == "OVER_PLAN":
                yield (document["beneficiary"], document["provider"], document["month"]), line


def billed(data):
    """All seconds of all lines."""
    return sum(line["billed_seconds"] for _, line in lines(data))
