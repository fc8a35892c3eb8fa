"""The binary interface of esppadom.h against the dump that is committed: old programs must keep working.

The dump is taken of a library that is made from the header alone, so that it says the same however the real one was
built; header_test.py proves that the real one offers exactly these functions.

    python3 tests/c/abi_test.py --update    after a change that is meant: it needs a line in CHANGELOG.md, and where old
                                            programs would notice, a higher ESPPADOM_C_ABI
"""

import pathlib
import platform
import re
import shutil
import subprocess
import sys
import tempfile

from pycparser import c_ast, c_generator

from header import CC, HEADER, declarations

DUMP = pathlib.Path(__file__).resolve().parent / "esppadom_c.abi"


def body(result):
    """A body that gives something of that type."""
    if isinstance(result, c_ast.PtrDecl):
        return "return 0;"
    name = " ".join(result.type.names)
    if name == "void":
        return ""
    if name in ("esppadom_view", "esppadom_text"):
        return f"{name} nothing = {{0, 0}}; return nothing;"
    return "return 0;"


def stub():
    generator = c_generator.CGenerator()
    out = ['#include "esppadom.h"']
    for one in declarations():
        if isinstance(one, c_ast.Decl) and isinstance(one.type, c_ast.FuncDecl):
            out.append(f"{generator.visit(one)} {{ {body(one.type.type)} }}")
    return "\n".join(out) + "\n"


def dump(folder):
    source, library, out = folder / "stub.c", folder / "libesppadom_c.so", folder / "new.abi"
    source.write_text(stub(), encoding="utf-8")
    subprocess.run([CC, "-std=c99", "-g", "-O0", "-shared", "-fPIC", "-I", HEADER.parent, source, "-o", library], check=True)
    subprocess.run(["abidw", "--no-corpus-path", "--no-comp-dir-path", "--no-show-locs", "--out-file", out, library],
                   check=True)
    text = re.sub(r" path='[^']*'| comp-dir-path='[^']*'", "", out.read_text(encoding="utf-8"))
    out.write_text(text, encoding="utf-8")
    return out


def main():
    if platform.machine() != "x86_64" or not shutil.which("abidw"):
        print("skipped: the dump is of x86_64, and abidw is needed")
        return
    with tempfile.TemporaryDirectory() as place:
        new = dump(pathlib.Path(place))
        if sys.argv[1:] == ["--update"]:
            shutil.copy(new, DUMP)
            return
        done = subprocess.run(["abidiff", "--no-show-locs", DUMP, new], capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(f"{done.stdout}{done.stderr}\nThe binary interface differs from tests/c/esppadom_c.abi. If that is "
                     "meant: python3 tests/c/abi_test.py --update, a line in CHANGELOG.md, and a higher ESPPADOM_C_ABI where "
                     "old programs would notice.")


main()
