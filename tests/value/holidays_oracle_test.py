"""The second source of holidays_test.cpp: public holidays of France 1990-2060 as the Python package `holidays` knows them.

Compares holidays_oracle.csv with the package, so that the table in the tree is what the package says; `--write` renews it.
One line a zone and year: zone,year,MM-DD MM-DD ..."""

import pathlib
import sys

import holidays

TABLE = pathlib.Path(__file__).with_name("holidays_oracle.csv")
ZONES = {
    "metropole": None,
    "alsace_moselle": "Alsace",
    "guadeloupe": "Guadeloupe",
    "martinique": "Martinique",
    "guyane": "Guyane",
    "reunion": "La Réunion",
    "mayotte": "Mayotte",
    "saint_martin": "Saint-Martin",
    "saint_barthelemy": "Saint-Barthélemy",
}


def lines():
    yield "zone,year,days"
    for zone, subdivision in ZONES.items():
        for year in range(1990, 2061):
            days = sorted(holidays.France(years=year, subdiv=subdivision))
            yield f"{zone},{year}," + " ".join(day.strftime("%m-%d") for day in days)


text = "\n".join(lines()) + "\n"
if sys.argv[1:] == ["--write"]:
    TABLE.write_text(text, encoding="utf-8")
    print(f"{TABLE.name} written")
elif TABLE.read_text(encoding="utf-8") != text:
    sys.exit(f"{TABLE.name} is not what the package holidays {holidays.__version__} says; renew it with --write")
else:
    print(f"{TABLE.name} agrees with the package holidays {holidays.__version__}")
