"""Off, explanations cost nothing: the optimised code of the kernels holds no label and no log, and that of the split is no
larger than the code of the same source without its notes."""

import pathlib
import re
import shutil
import subprocess
import tempfile

from support import CXX, SOURCE, expect, must

KERNELS = """
#include "esppadom/billing/pricing.hpp"
#include "esppadom/billing/trace.hpp"
using namespace esppadom;
using trace = {trace};
priced_visit kernel(const visit_times& times, const stamp_rules& stamps, const duration_rules& rules, time_basis basis,
                    const calendar_rules& calendar, const surcharge_rules& surcharges, unit_price price, trace& log) {{
  return price_visit(billable_duration(times, stamps, rules, calendar, basis, duration(), log), price, surcharges, calendar,
                     log);
}}
"""
SPLIT = """
#include "esppadom/billing/visit_split.hpp"
using namespace esppadom;
visit_split kernel(std::span<const segment> segments, std::span<const funding_source> sources,
                   std::span<const funder_state> states, const split_rules& rules) {
  return split_visit(segments, sources, states, rules);
}
"""


def compiled(folder, name, text, include):
    source = folder / f"{name}.cpp"
    source.write_text(text, encoding="utf-8")
    target = source.with_suffix(".o")
    must([CXX, "-std=c++20", "-O2", "-DNDEBUG", "-I", include, "-c", source, "-o", target])
    return target


def names(target):
    return subprocess.run(["nm", "-C", target], check=True, capture_output=True, text=True).stdout


def size(target):
    return int(subprocess.run(["size", target], check=True, capture_output=True, text=True).stdout.splitlines()[1].split()[0])


def without_notes(folder):
    """The headers, with every call of a note taken out of the split."""
    include = folder / "include"
    shutil.copytree(SOURCE / "include", include)
    split = include / "esppadom" / "billing" / "splitter.hpp"
    text, calls = re.subn(r"^ *notes\.\w+\(.*\);\n", "", split.read_text(encoding="utf-8"), flags=re.MULTILINE)
    expect(calls >= 13, f"only {calls} notes were found")
    split.write_text(text, encoding="utf-8")
    return include


with tempfile.TemporaryDirectory() as holder:
    place = pathlib.Path(holder)
    off = names(compiled(place, "off", KERNELS.format(trace="no_trace"), SOURCE / "include"))
    on = names(compiled(place, "on", KERNELS.format(trace="trace_log"), SOURCE / "include"))
    expect("trace_labels::" in on and "trace_log" in on, "a log leaves no name in the code: this test sees nothing")
    expect("trace_labels::" not in off and "trace_log" not in off, f"the kernel without a trace holds\n{off}")
    with_notes = size(compiled(place, "split", SPLIT, SOURCE / "include"))
    bare = size(compiled(place, "bare", SPLIT, without_notes(place)))
    expect(with_notes <= bare * 1.002, f"the split is {with_notes} bytes, {bare} without notes")
