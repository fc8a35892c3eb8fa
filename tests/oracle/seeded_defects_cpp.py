#!/usr/bin/env python3
"""Puts one defect at a time into a copy of the C++ headers and shows which tests catch it.

    seeded_defects_cpp.py [--only WORD] [--list]

Each defect is one line that a tired programmer might write; the tests named with it are compiled (-O0) against the copy
and run. First each of these programs is built and run without a defect, and must pass. Run on demand: every defect
compiles a test program, so that all of them take half an hour on two cores. Prints one line each, with the first test that
failed; exit 1 when one survives.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import List, NamedTuple, Optional

ROOT = Path(__file__).resolve().parents[2]
HEADERS = ROOT / "include" / "esppadom"


class Defect(NamedTuple):
    name: str
    file: str  # under include/esppadom
    right: str
    wrong: str
    tests: str  # under tests


DEFECTS: List[Defect] = [
    Defect("a missing side is never read from the schedule", "billing/stamps.hpp", "const bool planned = policy == missing_policy::use_planned;", "const bool planned = false;", "billing/duration_test.cpp"),
    Defect("a bound of the tolerance is outside", "billing/stamps.hpp", "return (early && gap < -*early) || (late && gap > *late);", "return (early && gap <= -*early) || (late && gap >= *late);", "billing/duration_test.cpp"),
    Defect("half a minute is rounded down", "billing/stamps.hpp", "precision == stamp_precision::nearest_minute ? 30 : 0", "precision == stamp_precision::nearest_minute ? 29 : 0", "billing/duration_test.cpp"),
    Defect("a gap at the bound is not snapped", "billing/duration.hpp", "const bool not_over = plain(excess) <= plain(over);", "const bool not_over = plain(excess) < plain(over);", "billing/duration_test.cpp"),
    Defect("the minimum also bills nothing", "billing/duration.hpp", "plain(work.billed).seconds > 0 && rules.min_billable.seconds > plain(work.billed).seconds", "rules.min_billable.seconds > plain(work.billed).seconds", "billing/duration_test.cpp"),
    Defect("the extra of a cap is forgotten", "billing/duration.hpp", "limit = trace.step(trace_operation::add, plain(limit) + rules.cap.extra,", "limit = trace.step(trace_operation::add, plain(limit),", "billing/duration_test.cpp"),
    Defect("a share may exceed the price", "billing/splitter.hpp", "add_share(piece, index, min(rate.share, piece.left));", "add_share(piece, index, rate.share);", "billing/funding_test.cpp"),
    Defect("a volume is no bound", "billing/splitter.hpp", "if (state.volume) time = min(time, max(*state.volume, exact_duration()));", "", "billing/funding_test.cpp"),
    Defect("a visit is cut although it goes whole", "billing/splitter.hpp", "if (rules.split == funding_split::visit && time < offered) time = {};", "", "billing/funding_test.cpp"),
    Defect("a top-up on minutes nobody charged", "billing/splitter.hpp", "if (piece.shares.empty()) continue;  // only minutes on which others pay", "", "billing/funding_test.cpp"),
    Defect("the maximum of a top-up is for each piece", "billing/splitter.hpp", "if (room) *room -= share;", "", "billing/funding_test.cpp"),
    Defect("the rate is not capped by the price", "billing/funder_rates.hpp", "const bool capped = source.rate_cap == funder_rate_cap::min;", "const bool capped = false;", "billing/funding_test.cpp"),
    Defect("a surcharge is borne in full instead of in part", "billing/funder_rates.hpp", "return base + portion(portion(base, surcharge), rules.funder_part_of_surcharge);", "return base + portion(base, part.surcharge);", "billing/funding_test.cpp"),
    Defect("a fixed participation is taken off twice", "billing/fixed_participation.hpp", "      left -= taken;\n", "", "billing/fixed_participation_test.cpp"),
    Defect("a band includes its upper bound", "billing/participation.hpp", "*rules.inputs.resources < *band.to", "*rules.inputs.resources <= *band.to", "billing/funding_test.cpp"),
    Defect("a week belongs to the month of its Monday", "billing/plan_quantity.hpp", "static_cast<std::int32_t>(weekday::thu)", "static_cast<std::int32_t>(weekday::mon)", "billing/plan_quantity_test.cpp"),
    Defect("a plan ends a day early", "billing/plan_grant.hpp", "each.in_force.last + 1}", "each.in_force.last}", "billing/plan_test.cpp"),
    Defect("absences count as presence", "billing/plan_quantity.hpp", "if (is_active(day) && !is_absent(day, calendar)) ++share.active;", "if (is_active(day)) ++share.active;", "billing/plan_quantity_test.cpp"),
    Defect("a lot lives one period too long", "billing/smoothing.hpp", "opening.period - lot.period > horizon ||", "opening.period - lot.period > horizon + 1 ||", "billing/smoothing_test.cpp"),
    Defect("the first of January is any holiday", "billing/pricing.hpp", "surcharge_kind::first_of_january", "surcharge_kind::public_holiday", "billing/pricing_test.cpp"),
    Defect("largest remainder gives the last line the cent", "billing/invoicing.hpp", "remainders[a] > remainders[b]", "remainders[a] < remainders[b]", "billing/invoicing_test.cpp"),
]


def compiler() -> List[str]:
    words = [os.environ.get("CXX", "c++"), "-std=c++20", "-O0"]
    return (["ccache"] if shutil.which("ccache") else []) + words


def missing() -> List[str]:
    """Defects whose line is no longer in the code."""
    return [d.name for d in DEFECTS if (HEADERS / d.file).read_text(encoding="utf-8").count(d.right) == 0]


def failure(tests: str, folder: Path) -> Optional[str]:
    """What fails in a test program built against the copy; None when nothing does."""
    program = folder / "program"
    words = compiler() + [f"-I{folder / 'include'}", f"-I{ROOT / 'src'}", f"-I{ROOT / 'tests'}"]
    words += [f'-DESPPADOM_SOURCE_DIR="{ROOT}"', '-DESPPADOM_COMMAND=""', "-DESPPADOM_WITH_XML=1", "-DESPPADOM_WITH_JSON=1"]
    words += [str(ROOT / "tests" / tests), "-o", str(program), "-lsimdjson", "-lgtest", "-lgtest_main", "-lpthread"]
    built = subprocess.run(words, capture_output=True, text=True, check=False)
    if built.returncode != 0:
        failed = re.findall(r"error: (.*)", built.stderr)
        return f"the compiler: {failed[0] if failed else built.stderr[-200:]}"
    ran = subprocess.run([str(program), "--gtest_brief=1"], capture_output=True, text=True, check=False)
    if ran.returncode == 0:
        return None
    names = re.findall(r"\[  FAILED  \] (\S+)", ran.stdout)
    return names[0] if names else "a crash"


def verdict(defect: Defect, folder: Path) -> Optional[str]:
    """What caught the defect; None when it survives."""
    file = folder / "include" / "esppadom" / defect.file
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(defect.right, defect.wrong, 1), encoding="utf-8")
    try:
        return failure(defect.tests, folder)
    finally:
        file.write_text(text, encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="only defects with this word in their name or file")
    parser.add_argument("--list", action="store_true", help="only check that every line is still in the code")
    options = parser.parse_args()
    gone = missing()
    for name in gone:
        print(f"not in the code any more: {name}")
    if options.list or gone:
        print(f"{len(DEFECTS) - len(gone)} of {len(DEFECTS)} defects can be seeded")
        return 1 if gone else 0
    wanted = [d for d in DEFECTS if options.only in d.name or options.only in d.file]
    survivors = 0
    with tempfile.TemporaryDirectory(prefix="esppadom-defects-") as name:
        folder = Path(name)
        shutil.copytree(HEADERS.parent, folder / "include")
        for tests in sorted({defect.tests for defect in wanted}):
            by = failure(tests, folder)
            if by is not None:
                print(f"{tests} fails without any defect, by {by}")
                return 1
        for defect in wanted:
            by = verdict(defect, folder)
            survivors += by is None
            print(f"{'SURVIVED' if by is None else 'caught  '} {defect.name} ({defect.file}){f', by {by}' if by else ''}", flush=True)
    print(f"{len(wanted) - survivors} of {len(wanted)} defects are caught")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
