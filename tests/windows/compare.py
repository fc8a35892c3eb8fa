"""The programs built for Windows, run under Wine, answer as those of this machine do, to the byte.

python3 compare.py --windows FOLDER --here FOLDER --out FOLDER
"""

import argparse
import json
import shutil
import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]


def run(command, **options):
    return subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)


class Sides:
    """Both builds, asked the same in the same folder."""

    def __init__(self, windows, here, out):
        self.windows, self.here, self.out = windows, here, out
        self.faults = []
        self.compared = 0

    def ask(self, what, program, arguments, fine=(0, 1)):
        """Runs both; what they print and write below {out} must be the same. Line ends of printed text may differ."""
        printed = {}
        for side, command in (("windows", ["wine", self.windows / f"{program}.exe"]), ("here", [self.here / program])):
            place = self.out / side / what
            shutil.rmtree(place, ignore_errors=True)
            place.mkdir(parents=True)
            done = run([*command, *(str(one).replace("{out}", place.relative_to(SOURCE).as_posix()) for one in arguments)],
                       cwd=SOURCE)
            if done.returncode not in fine:
                sys.exit(f"{what}, {side}: exit status {done.returncode}\n{done.stderr.decode(errors='replace')[-2000:]}")
            text = done.stdout.replace(b"\r\n", b"\n").replace(b"/" + side.encode() + b"/", b"/side/")
            printed[side] = (done.returncode, text)
        self.hold(what, "printed", printed["windows"], printed["here"])
        trees = {side: self.files(side, what) for side in printed}
        self.hold(what, "names of files", sorted(trees["windows"]), sorted(trees["here"]))
        for name in trees["here"].keys() & trees["windows"].keys():
            self.hold(what, name, trees["windows"][name], trees["here"][name])

    def files(self, side, what):
        place = self.out / side / what
        return {path.relative_to(place).as_posix(): path.read_bytes() for path in place.rglob("*") if path.is_file()}

    def hold(self, what, part, windows, here):
        self.compared += 1
        if windows != here:
            self.faults.append(f"{what}: {part} differ")


def ask_everything(sides):
    shutil.rmtree(sides.out, ignore_errors=True)
    month = sides.out / "month"
    made = run([sys.executable, "-B", SOURCE / "examples/month/generate.py", "--beneficiaries", 40, "--providers", 2,
                "--out", month])
    if made.returncode != 0:
        sys.exit(made.stderr.decode())
    known = json.loads((month / "month.json").read_text(encoding="utf-8"))
    month = month.relative_to(SOURCE)
    kit = sides.out.relative_to(SOURCE) / "kit"
    shutil.copytree(SOURCE / "tests/vectors/messages", SOURCE / kit, dirs_exist_ok=True)

    sides.ask("conformance", "esppadom", ["conformance", kit, "--format", "json"], fine=(0,))
    sides.ask("answers", "esppadom", ["conformance", kit, "--write-answers", "{out}"], fine=(0,))
    sides.ask("validate", "esppadom", ["validate", "tests/data/samples", "--format", "json", "--lang", "fr"])
    inputs = ["--rules", month / "rules.json", "--orders", month / "orders", "--deliveries", month / "deliveries",
              "--circumstances", month / "circumstances.json", "--month", known["month"], "--as-of", known["as_of"]]
    sides.ask("bill", "esppadom", ["bill", *inputs, "--issued-at", f"{known['as_of']}T09:00:00", "--transaction", "T1",
                                   "--out", "{out}/billed", "--explain", "--format", "json"])
    sides.ask("report", "esppadom", ["report", *inputs, "-o", "{out}/report.html", "--lang", "fr"])
    sides.ask("apa", "esppadom", ["apa", "--date", "2026-03-01", "--gir", "2", "--plan", "1400.00", "--resources",
                                  "1500.00", "--format", "json"], fine=(0,))
    sides.ask("c validate", "c_validate", ["tests/data/samples"])
    sides.ask("c rate", "c_correction_rate", [month / "deliveries"])
    sides.ask("c bill", "c_bill_month", [month / "rules.json", month / "circumstances.json", month / "orders",
                                         month / "deliveries", known["month"], known["as_of"]])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("windows", "here", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    asked = parser.parse_args()
    sides = Sides(asked.windows.resolve(), asked.here.resolve(), asked.out.resolve())
    ask_everything(sides)
    print("\n".join(sides.faults))
    print(f"{sides.compared} outputs compared, {len(sides.faults)} differ")
    return 1 if sides.faults or sides.compared < 20 else 0


sys.exit(main())
