"""Replays an explanation: recomputes every step from its operands with fractions alone.

    replay.py explanation.json …      (files of `esppadom explain --format json`, or lines of explanations.jsonl)

An explanation is that of a visit (esppadom/explain/1) or of a document (esppadom/explain_document/1).

Nothing but the document is read: no rule, no message, no amount of the run. A document is right when

* every result is what its operation makes of its operands, and operands are earlier steps or numbers;
* results the document states above (time, price, shares, lines in cents) are those of the steps it names;
* the shares of a visit add up to its price; of a document, net and VAT to its total, and this less what is recovered to
  what is due;
* the residual of every rounding is the result less what was rounded;
* the seal is the SHA-256 of all that stands before it, so that whatever is changed shows, even where no step uses it.

Amounts lie on a grid of 1 / (9·10^28) €. Where a step says mode `grid`, its result lies at or below the exact one by at
most 2^24 steps of that grid; what follows from it may differ as little.
"""

import hashlib
import json
import sys
from fractions import Fraction

GRID = Fraction(2**24, 9 * 10**28)
OPERATIONS = ("group", "input", "parameter", "look_up", "add", "subtract", "multiply", "divide", "minimum", "maximum",
              "round", "choose", "cut")


class Wrong(Exception):
    """A document that does not replay."""


def floor(value):
    return value.numerator // value.denominator


def rounded(mode, values):
    """A multiple of the second operand beside the first."""
    step = values[1]
    steps = values[0] / step
    below = floor(steps)
    rest = steps - below
    half = Fraction(1, 2)
    up = {"ceiling": rest > 0,
          "floor": False,
          "up": rest > 0 and steps > 0,
          "down": rest > 0 and steps < 0,
          "half_up": rest > half or (rest == half and steps > 0),
          "half_down": rest > half or (rest == half and steps < 0),
          "half_even": rest > half or (rest == half and below % 2 == 1),
          "threshold": rest > 0 and len(values) > 2 and rest * step >= values[2]}
    if mode not in up:
        raise Wrong(f"unknown rounding {mode!r}")
    return step * (below + 1 if up[mode] else below)


def chosen(mode, values):
    first, second, then, otherwise = values
    holds = {"less": first < second, "less_or_equal": first <= second, "equal": first == second}
    if mode not in holds:
        raise Wrong(f"unknown relation {mode!r}")
    return then if holds[mode] else otherwise


def product(values):
    result = Fraction(1)
    for value in values:
        result *= value
    return result


def recomputed(operation, mode, values):
    if operation == "add":
        return sum(values, Fraction(0))
    if operation == "subtract":
        return values[0] - sum(values[1:], Fraction(0))
    if operation == "multiply":
        return product(values)
    if operation == "divide":
        return values[0] / product(values[1:]) if product(values[1:]) else Fraction(0)
    if operation == "minimum":
        return min(values)
    if operation == "maximum":
        return max(values)
    if operation == "round":
        return rounded(mode, values)
    if operation == "choose":
        return chosen(mode, values)
    if operation == "cut":
        first, second, third, fourth = values
        return max(min(second, fourth) - max(first, third), Fraction(0))
    raise Wrong(f"unknown operation {operation!r}")


def sealed(document):
    """The bytes that are sealed: the document without its seal, in the compact form."""
    content = {key: value for key, value in document.items() if key != "seal"}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def number(text, where):
    try:
        return Fraction(text)
    except (ValueError, ZeroDivisionError, TypeError) as error:
        raise Wrong(f"{where}: {text!r} is no number") from error


class Replay:
    """The results of all steps, recomputed."""

    def __init__(self, document, with_seal=True):
        self.results = []
        self.cut = []  # whether a result depends on the grid
        for index, step in enumerate(document["steps"]):
            self.step(index, step)
        if with_seal and document.get("seal") is not None:
            if hashlib.sha256(sealed(document)).hexdigest() != document["seal"]:
                raise Wrong("the seal is not that of the document")

    def step(self, index, step):
        where = f"step {index}"
        if step["step"] != index or step["operation"] not in OPERATIONS:
            raise Wrong(f"{where}: wrong number or operation")
        parent = step["parent"]
        if parent is not None and not 0 <= parent < index:
            raise Wrong(f"{where}: stands in a step that does not come before")
        if step["operation"] == "group":
            self.results.append(None)
            self.cut.append(False)
            return
        result = number(step["result"], where)
        values, on_grid = [], step["mode"] == "grid"
        for operand in step["operands"]:
            if "text" in operand:
                continue
            if "step" not in operand:
                values.append(number(operand["value"], where))
                continue
            before = operand["step"]
            if not 0 <= before < index or self.results[before] is None:
                raise Wrong(f"{where}: operand {before} has no result before")
            values.append(self.results[before])
            on_grid = on_grid or self.cut[before]
        if step["operation"] not in ("input", "parameter", "look_up"):
            self.compare(where, step, values, result, on_grid)
        self.results.append(result)
        self.cut.append(on_grid)

    @staticmethod
    def compare(where, step, values, result, on_grid):
        if not values:
            raise Wrong(f"{where}: nothing to compute with")
        try:
            wanted = recomputed(step["operation"], "" if step["mode"] == "grid" else step["mode"], values)
        except (IndexError, ValueError, ZeroDivisionError) as error:
            raise Wrong(f"{where}: {error}") from error
        near = {wanted}
        if on_grid and step["operation"] == "round":
            near |= {rounded(step["mode"], [values[0] + GRID, *values[1:]]),
                     rounded(step["mode"], [values[0] - GRID, *values[1:]])}
        if result not in near and not (on_grid and abs(wanted - result) <= GRID):
            raise Wrong(f"{where}: {step['label']}: {result} is written, {wanted} follows")
        if step["operation"] == "round" and step.get("residual") is not None:
            if number(step["residual"], where) != result - values[0]:
                raise Wrong(f"{where}: the residual is not what the rounding left")

    def at(self, step, what):
        if step is None or not 0 <= step < len(self.results) or self.results[step] is None:
            raise Wrong(f"{what}: names no step with a result")
        return self.results[step]


TOTALS = ("lines", "penalties", "net", "vat", "grand_total", "vat_difference", "recovered", "due", "advance_granted")


def check_totals(result, replay, same):
    """The totals of a document are those of its steps, and follow from each other."""
    values = {}
    for key in TOTALS:
        if (result[key] is None) != (result[key + "_step"] is None):
            raise Wrong(f"{key}: amount and step do not go together")
        same(result[key], result[key + "_step"], key)
        values[key] = Fraction(result[key] or 0)
    if values["net"] + values["vat"] != values["grand_total"]:
        raise Wrong("net and VAT do not add up to the total")
    if values["grand_total"] - values["recovered"] != values["due"]:
        raise Wrong("the total less what is recovered is not what is due")
    given = values["lines"] + values["penalties"]
    difference = values["vat_difference"] if result["vat_difference"] is not None else values["vat"]
    if given + difference != values["grand_total"]:
        raise Wrong("lines, penalties and VAT do not make the total")


def check(document, with_seal=True):
    """Raises Wrong unless the document replays; returns the results of its steps."""
    replay = Replay(document, with_seal)

    def same(value, step, what):
        if value is None and step is None:
            return
        if number(value, what) != replay.at(step, what):
            raise Wrong(f"{what}: {value} is written, {replay.at(step, what)} is the step's")

    result = document["result"]
    if document["schema"] == "esppadom/explain_document/1":
        check_totals(result, replay, same)
        return replay.results
    for key in ("billed_seconds", "price", "check"):
        same(result[key], result[key + "_step"], key)
    for share in document["shares"]:
        same(share["exact"], share["step"], "share")
    if document["shares"]:
        total = sum((replay.at(share["step"], "share") for share in document["shares"]), Fraction(0))
        if abs(replay.at(result["price_step"], "price") - total) > GRID:
            raise Wrong("the shares do not add up to the price")
    for line in document["lines"]:
        same(line["gross"], line["gross_step"], "line")
        same(line["billed_seconds"], line["billed_seconds_step"], "line")
        total = Fraction(0)
        for share in line["shares"]:
            same(share["amount"], share["step"], "share of a line")
            same(share["to_invoice"], share["to_invoice_step"], "difference")
            total += replay.at(share["step"], "share of a line")
        if total != replay.at(line["gross_step"], "line"):
            raise Wrong("the shares of a line do not add up to its price")
    return replay.results


def documents(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    if path.endswith(".jsonl"):
        return [json.loads(line) for line in text.splitlines()]
    return [json.loads(text)]


def main(paths):
    count = 0
    for path in paths:
        for document in documents(path):
            try:
                check(document)
            except Wrong as error:
                print(f"{path}: {document.get('delivery', document.get('document'))}: {error}")
                return 1
            count += 1
    print(f"{count} explanation(s) replayed")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
