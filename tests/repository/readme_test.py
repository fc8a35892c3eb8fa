"""The first C++ block of README.md compiles, runs and prints what the block after it says; 20 lines at most."""

import pathlib
import re
import sys
import tempfile

from support import BINARY, CXX, SOURCE, STATIC_NEEDS, WARNINGS, expect, must

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)

blocks = BLOCK.findall((SOURCE / "README.md").read_text(encoding="utf-8"))
position = next((i for i, (language, _) in enumerate(blocks) if language == "cpp"), None)
expect(position is not None, "README.md has no C++ block")
program = blocks[position][1]
expect(program.count("\n") <= 20, "the example of README.md is longer than 20 lines")
expect(position + 1 < len(blocks) and blocks[position + 1][0] == "text", "no text block follows the C++ block")
promised = blocks[position + 1][1]

library = BINARY / "src" / "libesppadom.a"
with tempfile.TemporaryDirectory() as folder:
    source = pathlib.Path(folder) / "readme.cpp"
    binary = pathlib.Path(folder) / "readme"
    source.write_text(program, encoding="utf-8")
    compile_ = [CXX, "-std=c++20", *WARNINGS, "-I", SOURCE / "include", source, "-o", binary]
    must([*compile_, library, *STATIC_NEEDS])
    printed = must([binary], cwd=SOURCE)
if printed != promised:
    print("README.md promises:\n" + promised + "\nits example prints:\n" + printed)
    sys.exit(1)
