"""Each <what>.fail.cpp of a folder must not compile; with -DESPPADOM_CONTROL, which takes the one wrong line away or
replaces it by the right one, it must. The control proves that a file fails for the reason it names."""

import concurrent.futures
import pathlib
import sys

from support import CXX, JOBS, SOURCE, run


def compiles(path, *flags):
    return run([CXX, "-std=c++20", "-fsyntax-only", "-I", SOURCE / "include", *flags, path])


def fault_of(path):
    if compiles(path).returncode == 0:
        return f"{path.name}: compiles, and must not"
    control = compiles(path, "-DESPPADOM_CONTROL")
    if control.returncode != 0:
        return f"{path.name}: does not compile with ESPPADOM_CONTROL either\n{control.stderr}"
    return None


files = sorted(pathlib.Path(sys.argv[1]).glob("*.fail.cpp"))
with concurrent.futures.ThreadPoolExecutor(JOBS) as pool:
    faults = [fault for fault in pool.map(fault_of, files) if fault]
print("\n".join(faults))
print(f"{len(files)} files")
sys.exit(1 if faults or not files else 0)
