"""Every public header compiles alone, as its users see it (header_chains.py says how several share a unit), and all of them
from two translation units of one program, one of which has no exceptions. Objects are made, not syntax checked only, so that
the compiler cache makes a second run quick."""

import concurrent.futures
import sys

from header_chains import Headers, chains
from support import BINARY, CC, CXX, JOBS, LAUNCHER, SOURCE, WARNINGS, must, public_headers, run

PLACE = BINARY / "headers"
INCLUDE = ["-I", SOURCE / "include"]
COMPILE = [*([LAUNCHER] if LAUNCHER else []), CXX, "-std=c++20", "-O0", *INCLUDE, "-c"]


def unit(name, text):
    """A source file that keeps its place and, when nothing changed, its content."""
    source = PLACE / f"{name}.cpp"
    source.write_text(text, encoding="utf-8")
    return source


def units():
    """Chains of headers, with whether their users define ESPPADOM_COMPILED: always above the core, as they please in it.
    There it matters to the headers that declare what the library has compiled (bill/linkage.hpp): these compile in both
    ways. The bodies (`*run.hpp`) are for users of the core; the library's own sources compile them the other way."""
    names = public_headers()
    core, compiled = Headers(SOURCE / "include", names, False), Headers(SOURCE / "include", names, True)
    above = {name for name in names if name == "esppadom.hpp" or name.startswith("esppadom/exchange/")}
    wanted = [name for name in names if name not in above and not core.shown_by(name)]
    both = [name for name in wanted if "ESPPADOM_CHAIN" in core.text[name]]
    return [
        *((unit, []) for unit in chains(core, wanted)),
        *((unit, ["-DESPPADOM_COMPILED"]) for unit in chains(compiled, [*both, *sorted(above)])),
    ]


def fault_alone(headers, define):
    source = unit(headers[-1].replace("/", "-") + "".join(define), "".join(f'#include "{one}"\n' for one in headers))
    done = run([*COMPILE, *define, *WARNINGS, source, "-o", source.with_suffix(".o")])
    if done.returncode == 0:
        return None
    beginning = "\n".join(done.stderr.splitlines()[:12])
    return f"{headers} {define}\n{beginning}\n"


def faults_alone():
    with concurrent.futures.ThreadPoolExecutor(JOBS) as pool:
        return [fault for fault in pool.map(lambda one: fault_alone(*one), units()) if fault]


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
    return [] if fault_alone(["esppadom/no_such_header.hpp"], []) else ["a header that does not exist was accepted"]


PLACE.mkdir(parents=True, exist_ok=True)
faults = [*check_the_checker(), *faults_alone(), *faults_of_c_headers()]
print("\n".join(faults))
if faults:
    sys.exit(1)
link_from_two_units()
print(f"{len(public_headers())} headers")
