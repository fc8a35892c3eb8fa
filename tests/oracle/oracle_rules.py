"""The rule book as the oracle understands it: dated scopes, resolved key by key."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, Dict, List, Optional, Tuple

from oracle_keys import FUNDER, PARAMETERS
from oracle_time import Clock

LEVELS = ("beneficiary", "service", "provider", "funder", "departement")
HEAD = ("id", "version", "valid_from", "valid_to", "scope", "source")
WHOLE = ("evening_window", "custom_window", "reasons_allowed")  # objects that are one value
PER_FUNDER = "funding.per_funder"


def flatten(settings: Dict[str, Any], prefix: str = "") -> Dict[str, Any]:
    """Nested keys as dotted names."""
    flat: Dict[str, Any] = {}
    for key, value in settings.items():
        if isinstance(value, dict) and key not in WHOLE:
            flat.update(flatten(value, f"{prefix}{key}."))
        else:
            flat[prefix + key] = value
    return flat


NEUTRAL = flatten(PARAMETERS)
FUNDER_NEUTRAL = flatten(FUNDER)


def exact(value: Any) -> Fraction:
    """A number of a rule file, written as text or number."""
    return Fraction(str(value))


@dataclass(frozen=True)
class RuleSet:
    """One dated version of one scope; `settings` of the funders stand apart."""

    level: str
    scope: Dict[str, Any]
    valid_from: Optional[date]
    valid_to: Optional[date]
    settings: Dict[str, Any]
    funders: Dict[str, Dict[str, Any]]

    def applies(self, place: Dict[str, str], day: date) -> bool:
        if (self.valid_from and day < self.valid_from) or (self.valid_to and day > self.valid_to):
            return False
        # Reading: the book is that of one departement, the payer's; its departement level holds
        # for every visit.
        if self.level == "departement":
            return True
        named = [key for key in LEVELS[:-1] if self.scope.get(key) is not None]
        return all(self.scope[key] == place[key] for key in named)


class Rules:
    """The settings in force for one visit."""

    def __init__(
        self,
        settings: Dict[str, Any],
        given: Optional[Dict[str, Any]] = None,
        funders: Optional[Dict[str, Dict[str, Any]]] = None,
    ) -> None:
        self._settings = settings
        self.given = given or {}
        self.funders = funders or {}
        self.clock = Clock(settings["dst_policy"], settings["dst_ambiguous"], settings["timezone"])

    def get(self, key: str) -> Any:
        return self._settings[key]

    def says_the_same(self, other: "Rules") -> bool:
        return self._settings == other._settings

    def changed(self, key: str, value: Any) -> "Rules":
        """The same settings but for one."""
        return Rules({**self._settings, key: value}, self.given, self.funders)

    def has(self, key: str) -> bool:
        """Whether a rule set, not the neutral default, gives the value."""
        return key in self.given

    def fraction(self, key: str) -> Fraction:
        return exact(self._settings[key])

    def maybe(self, key: str) -> Optional[Fraction]:
        value = self._settings[key]
        return None if value is None else exact(value)

    def minutes(self, key: str) -> Optional[Fraction]:
        """A setting in minutes, in seconds; None = off."""
        value = self.maybe(key)
        return None if value is None else value * 60

    def funder(self, *names: str) -> "FunderRules":
        """What holds for a funder, named by its number or its type of aid."""
        for name in names:
            if name in self.funders:
                return FunderRules(name, self.funders[name])
        return FunderRules(names[0], {})


class FunderRules:
    """The settings of one funder."""

    def __init__(self, name: str, settings: Dict[str, Any]) -> None:
        self.name = name
        self._settings = {**FUNDER_NEUTRAL, **settings}
        self.given = bool(settings)

    def get(self, key: str) -> Any:
        return self._settings[key]

    def maybe(self, key: str) -> Optional[Fraction]:
        value = self._settings[key]
        return None if value is None else exact(value)


class RuleBook:
    """All rule sets, most specific first."""

    def __init__(self, sets: List[RuleSet]) -> None:
        self.sets = sorted(sets, key=lambda s: LEVELS.index(s.level))
        self.cache: Dict[Tuple[int, ...], Rules] = {}
        self.general: List[int] = []
        self.personal: Dict[str, List[int]] = {}
        for number, entry in enumerate(self.sets):
            person = entry.scope.get("beneficiary")
            found = self.personal.setdefault(person, []) if person else self.general
            found.append(number)

    def flags(self, key: str) -> List[Tuple[str, Any]]:
        """Every value that some rule set gives to a key."""
        return [(s.level, s.settings[key]) for s in self.sets if key in s.settings]

    def resolve(
        self, beneficiary: str, service: str, provider: str, funder: str, day: date
    ) -> Rules:
        place = {
            "beneficiary": beneficiary,
            "service": service,
            "provider": provider,
            "funder": funder,
        }
        numbers = self.personal.get(beneficiary, []) + self.general
        chosen = [n for n in sorted(numbers) if self.sets[n].applies(place, day)]
        key = tuple(chosen)
        if key not in self.cache:
            given: Dict[str, Any] = {}
            funders: Dict[str, Dict[str, Any]] = {}
            for number in reversed(chosen):
                given.update(self.sets[number].settings)
                for name, settings in self.sets[number].funders.items():
                    funders.setdefault(name, {}).update(settings)
            self.cache[key] = Rules({**NEUTRAL, **given}, given, funders)
        return self.cache[key]


def day_of(value: Optional[str]) -> Optional[date]:
    return date.fromisoformat(value) if value else None


def known(where: str, settings: Dict[str, Any], neutral: Dict[str, Any]) -> Dict[str, Any]:
    for key in settings:
        # code_weights and payable shares have their keys in the neutral set too.
        if key not in neutral:
            raise ValueError(f"{where}: {key} is not covered by the oracle")
    return settings


def read_rule_set(entry: Dict[str, Any]) -> RuleSet:
    body = json.loads(json.dumps({key: value for key, value in entry.items() if key not in HEAD}))
    funders = body.get("funding", {}).pop("per_funder", [])
    settings = known(entry["id"], flatten(body), NEUTRAL)
    of_funders = {}
    for funder in funders:
        name = funder.pop("funder")
        of_funders[name] = known(f"{entry['id']}: {name}", flatten(funder), FUNDER_NEUTRAL)
    scope = entry.get("scope", {"level": "departement"})
    first, last = day_of(entry.get("valid_from")), day_of(entry.get("valid_to"))
    return RuleSet(scope["level"], scope, first, last, settings, of_funders)


def read_rule_book(path: Path) -> RuleBook:
    """Reads the book; a key the oracle does not know is an error, never ignored."""
    book = json.loads(path.read_text(encoding="utf-8"))
    entries = book["rule_sets"] if "rule_sets" in book else [book["rule_set"]]
    return RuleBook([read_rule_set(entry) for entry in entries])
