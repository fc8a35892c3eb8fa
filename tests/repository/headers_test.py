"""Every public header compiles alone, as its users see it, and all of them from two translation units of one program, one
of which has no exceptions. Objects are made, not syntax checked only, so that the compiler cache makes a second run quick."""

import concurrent.futures
import sys

from support import BINARY, CC, CXX, JOBS, LAUNCHER, SOURCE, WARNINGS, must, public_headers, run

PLACE = BINARY / "headers"
INCLUDE = ["-I", SOURCE / "include"]
COMPILE = [*([LAUNCHER] if LAUNCHER else []), CXX, "-std=c++20", "-O0", *INCLUDE, "-c"]


def unit(name, text):
    """A source file that keeps its place and, when nothing changed, its content."""
    source = PLACE / f"{name}.cpp"
    source.write_text(text, encoding="utf-8")
    return source


def ways(header):
    """Whether its users define ESPPADOM_COMPILED: always above the core, as they please in it. There it matters to the
    headers that declare what the library has compiled (bill/linkage.hpp): these compile in both ways."""
    if header == "esppadom.hpp" or header.startswith("esppadom/exchange/"):
        return [True]
    text = (SOURCE / "include" / header).read_text(encoding="utf-8")
    return [False, True] if "ESPPADOM_CHAIN" in text else [False]


def fault_alone(header, compiled):
    define = ["-DESPPADOM_COMPILED"] if compiled else []
    source = unit(header.replace("/", "-") + ("-compiled" if compiled else ""), f'#include "{header}"\n')
    done = run([*COMPILE, *define, *WARNINGS, source, "-o", source.with_suffix(".o")])
    if done.returncode == 0:
        return None
    beginning = "\n".join(done.stderr.splitlines()[:12])
    return f"{header} {define}\n{beginning}\n"


def faults_alone():
    units = [(header, compiled) for header in public_headers() for compiled in ways(header)]
    with concurrent.futures.ThreadPoolExecutor(JOBS) as pool:
        return [fault for fault in pool.map(lambda one: fault_alone(*one), units) if fault]


def faults_of_c_headers():
    """C headers are C99 and C++."""
    faults = []
    for header in sorted((SOURCE / "include").rglob("*.h")):
        for compiler, language, standard in ((CC, "c", "c99"), (CXX, "c++", "c++20")):
            command = [compiler, f"-std={standard}", "-fsyntax-only", "-Wall", "-Wextra", "-pedantic", "-Werror"]
            done = run([*command, *INCLUDE, "-x", language, "-"], input=f'#include "{header.name}"\n')
            if done.returncode != 0:
                faults.append(f"{header.name} as {standard}\n{done.stderr}")
    return faults


def link_from_two_units():
    """A definition that is neither inline nor a template would be there twice."""
    everything = "".join(f'#include "{header}"\n' for header in public_headers())
    objects = []
    for name, flags in (("one", []), ("two", ["-fno-exceptions"])):
        source = unit(name, everything + ("int main() {}\n" if flags else ""))
        objects.append(source.with_suffix(".o"))
        must([*COMPILE, *flags, source, "-o", objects[-1]])
    must([CXX, *objects, "-o", PLACE / "both"])


def check_the_checker():
    """The test must be able to fail."""
    return [] if fault_alone("esppadom/no_such_header.hpp", False) else ["a header that does not exist was accepted"]


PLACE.mkdir(parents=True, exist_ok=True)
faults = [*check_the_checker(), *faults_alone(), *faults_of_c_headers()]
print("\n".join(faults))
if faults:
    sys.exit(1)
link_from_two_units()
print(f"{len(public_headers())} headers")
