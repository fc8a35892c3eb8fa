"""The C examples under valgrind: no byte read that was not written, none lost."""

import os
import pathlib
import shutil
import subprocess
import sys

SOURCE = pathlib.Path(os.environ.get("ESPPADOM_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
BINARY = pathlib.Path(os.environ.get("ESPPADOM_BINARY_DIR") or SOURCE / "build" / "release")
DATA = SOURCE / "tests" / "data"
CALLS = [
    ["c_validate", DATA / "example"],
    ["c_correction_rate", DATA / "samples" / "delivery-6-other-prefixes.xml"],
    ["c_bill_month", SOURCE / "examples" / "rules" / "departement.json", SOURCE / "examples" / "circumstances.json",
     DATA / "example" / "order.xml", DATA / "example" / "delivery.xml", "2026-10", "2026-11-10"],
]


def main():
    if not shutil.which("valgrind") or not (BINARY / "bin" / CALLS[0][0]).exists():
        print("skipped: valgrind and the C examples are needed")
        return
    for name, *arguments in CALLS:
        done = subprocess.run(["valgrind", "--quiet", "--leak-check=full", "--errors-for-leak-kinds=definite,indirect",
                               "--error-exitcode=99", BINARY / "bin" / name, *arguments],
                              capture_output=True, text=True, check=False)
        if done.returncode not in (0, 1) or "== " in done.stderr:
            sys.exit(f"{name}: {done.returncode}\n{done.stdout[-2000:]}{done.stderr[-8000:]}")
        if not done.stdout.strip():
            sys.exit(f"{name} said nothing: {done.stderr[-2000:]}")


main()
