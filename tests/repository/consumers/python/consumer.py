"""What a program does with the installed wheel: reads, edits, writes, rates, bills nothing."""

import datetime
import pathlib
import sys
from decimal import Decimal

import esppadom

sample = pathlib.Path(sys.argv[1]) / "tests" / "data" / "samples" / "delivery-72.xml"
visits = list(esppadom.read(sample))
visits[0].lines[0].billed_quantity.value = Decimal("1.5")
assert len(list(esppadom.read(esppadom.write(visits)))) == 72
assert esppadom.correction_rate(sample).data["total"]["corrected"] == 18
assert len(esppadom.read_table(sample).to_dict()["delivery_id"]) == 72
share = esppadom.apa_participation(datetime.date(2026, 5, 1), gir=3, plan=1000, resources=1500)
assert share.apa_paid == Decimal("863.81")
assert (pathlib.Path(esppadom.__file__).parent / "py.typed").is_file()
print("library", esppadom.__version__)
