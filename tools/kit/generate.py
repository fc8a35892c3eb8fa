#!/usr/bin/env python3
"""Makes the conformance kit: tests/vectors/messages/<area>/<case>.json and the files beside.

    tools/kit/generate.py            writes it afresh
    tools/kit/generate.py --check    says what is stale, and fails when something is
"""

import importlib
import pathlib
import sys

KIT = pathlib.Path(__file__).resolve().parents[2] / "tests" / "vectors" / "messages"
AREAS = ["rows", "variants", "files", "sense", "amounts", "batch", "writer", "containers", "tables_csv"]


def generated():
    """Every file of the kit: path below the kit's folder → bytes."""
    out = {}
    for module in AREAS:
        for case in importlib.import_module(module).cases():
            for name, content in case.written().items():
                path = f"{case.area}/{name}"
                if out.get(path, content) != content:
                    raise ValueError(f"two cases write {path} differently")
                out[path] = content
    return out


def stale(fresh):
    there = {path.relative_to(KIT).as_posix() for path in KIT.rglob("*") if path.is_file() and path.name != "README.md"}
    changed = [path for path in fresh if path in there and (KIT / path).read_bytes() != fresh[path]]
    return sorted(set(fresh) - there), sorted(there - set(fresh)), sorted(changed)


def main():
    fresh = generated()
    missing, unknown, changed = stale(fresh) if KIT.exists() else (sorted(fresh), [], [])
    if "--check" in sys.argv[1:]:
        for what, paths in (("missing", missing), ("not generated", unknown), ("stale", changed)):
            for path in paths[:20]:
                print(f"{what}: {path}", file=sys.stderr)
        if missing or unknown or changed:
            print("refresh the kit with tools/kit/generate.py", file=sys.stderr)
            return 1
    else:
        for path in unknown:
            (KIT / path).unlink()
        for path in missing + changed:
            (KIT / path).parent.mkdir(parents=True, exist_ok=True)
            (KIT / path).write_bytes(fresh[path])
    cases = sum(path.endswith(".json") for path in fresh)
    print(f"{len(fresh)} files of the conformance kit, about {cases} cases")
    return 0


if __name__ == "__main__":
    sys.exit(main())
