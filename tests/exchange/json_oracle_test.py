"""json_oracle.*.json hold what Python's json module writes; `json_oracle_test.py write` writes them anew."""

import json
import random
import sys
from pathlib import Path

HERE = Path(__file__).parent
# Everything that needs an escape, and what must not get one.
CHARACTERS = (
    [chr(c) for c in range(0x80)] + list("éœ€\u00a0\u2028\u2029\ufeff\ufffd\ue000") + ["\U0001d11e", "\U0010ffff"]
)


def text(source):
    return "".join(source.choice(CHARACTERS) for _ in range(source.randrange(12)))


def circumstances():
    source = random.Random(20261121)
    visits = [
        {
            "delivery_id": None if i % 3 == 0 else text(source),
            "provider": text(source),
            "beneficiary": text(source),
            "caregiver": text(source),
            "service": None,
            "start": f"2026-10-{1 + i % 20:02}T{i % 24:02}:05:09",
            "end": f"2026-10-{1 + i % 20:02}T23:59:59",
        }
        for i in range(40)
    ]
    advances = [
        {"provider": "P", "funder": "F", "month": "2026-10", "amount": f"{source.randrange(10**6) - 5 * 10**5}.{i:02}"}
        for i in range(20)
    ]
    minutes = [{"delivery_id": "D", "minutes": m, "reason": None, "author": text(source)} for m in (0, -1, 2**62)]
    return {
        "planned_visits": visits,
        "incompatible_periods": [],
        "outages": [],
        "absences": [{"beneficiary": "".join(CHARACTERS), "from": "2024-02-29", "to": None, "reason": None}],
        "cancellations": [],
        "payable_reasons": [],
        "extra_minutes": minutes,
        "corrections": [],
        "rejections": [],
        "advances": advances,
        "proofs": [],
        "stamp_distances": [],
        "caregiver_profiles": [],
    }


value = circumstances()
expected = {
    "json_oracle.compact.json": json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n",
    "json_oracle.indented.json": json.dumps(value, ensure_ascii=False, indent=2) + "\n",
}
stale = False
for name, content in expected.items():
    if sys.argv[1:] == ["write"]:
        (HERE / name).write_bytes(content.encode())
    elif (HERE / name).read_bytes() != content.encode():
        print(f"{name} is not what Python writes")
        stale = True
sys.exit(stale)
