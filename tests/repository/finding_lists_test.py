"""Every kind of finding has a code of its own and stands in the list of its header, from which docs/findings.md is made."""

import re

from support import SOURCE, expect

KIND = re.compile(r'constexpr finding_kind (\w+)\s*\{\s*"([^"]*)"')
LIST = re.compile(r"std::array\b[^;{]*\{([^}]*)\}")

seen = {}
for header in sorted(SOURCE.glob("include/esppadom/**/*.hpp")):
    text = header.read_text(encoding="utf-8")
    kinds = KIND.findall(text)
    listed = set(re.findall(r"&(\w+)", " ".join(LIST.findall(text))))
    for name, code in kinds:
        where = f"{header.relative_to(SOURCE)}: {name}"
        expect(re.fullmatch(r"ESP-[A-Z]{3,4}-\d{3}", code), f"{where} has the code {code!r}")
        expect(code not in seen, f"{where} has the code of {seen.get(code)}")
        expect(name in listed, f"{where} stands in no list of its header")
        seen[code] = where
expect(len(seen) > 100, f"only {len(seen)} kinds of findings were found: is the pattern of this test still right?")

documented = re.findall(r"^### (ESP-\S+)", (SOURCE / "docs/findings.md").read_text(encoding="utf-8"), re.MULTILINE)
expect(sorted(documented) == sorted(seen), f"docs/findings.md differs in: {sorted(set(documented) ^ set(seen))}")
