"""The rule book as the oracle understands it: dated scopes, resolved key by key."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, Dict, List, Optional, Tuple

# Every key the oracle follows, with its neutral value. Anything else in a rule book is refused.
NEUTRAL: Dict[str, Any] = {
    "timezone": "Europe/Paris",
    "holiday_zone": "metropole",
    "pentecost_monday": True,
    "dst_policy": "elapsed",
    "dst_ambiguous": "first",
    "attribution": "start",
    "tariff.source": "order",
    "stamps.precision": "keep_seconds",
    "stamps.pair_max_hours": 24,
    "stamps.conflict.same_worker": "flag",
    "stamps.missing.start": "use_retained",
    "stamps.missing.end": "use_retained",
    "stamps.missing.both": "use_retained",
    "duration.source": "retained",
    "duration.rounding.object": "none",
    "duration.rounding.scope": "intervention",
    "duration.rounding.step_min": 1,
    "duration.rounding.mode": "nearest",
    "duration.rounding.threshold_min": None,
    "duration.rounding.tie": "up",
    "duration.rounding.guard": "always",
    "duration.snap_to_planned.under_min": None,
    "duration.snap_to_planned.over_min": None,
    "duration.cap.kind": "none",
    "duration.cap.extra_min": 0,
    "duration.min_billable_min": 0,
    "duration.max_billable_min": None,
    "smoothing.unit": "minutes",
    "smoothing.period": "month",
    "smoothing.prorata": "none",
    "smoothing.carry.enabled": False,
    "smoothing.carry.horizon_periods": 0,
    "smoothing.carry.order": "own_then_oldest",
    "smoothing.carry.may_exceed_ceiling": False,
    "smoothing.split_at_ceiling": True,
    "smoothing.overflow": "beneficiary",
    "smoothing.late": "recompute",
    "funding.order": [],
    "funding.residual_cent_to": "last_funder",
    "funding.split": "minutes",
    "funding.price_over_tariff": "beneficiary",
    "funding.surcharges.policy": "replace_hourly_if_higher",
    "funding.surcharges.bearer": "beneficiary",
    "funding.surcharges.split_pct": None,
    "funding.surcharges.percent.saturday": 0,
    "funding.surcharges.percent.sunday": 0,
    "funding.surcharges.percent.public_holiday": 0,
    "funding.surcharges.percent.first_of_january": 0,
    "funding.surcharges.percent.first_of_may": 0,
    "funding.surcharges.percent.christmas": 0,
    "funding.surcharges.percent.evening": 0,
    "funding.surcharges.percent.custom": 0,
    "funding.surcharges.evening_window": None,
    "funding.surcharges.custom_window": None,
    "funding.cancelled.bill_to": "none",
    "correction.unit": "by_intervention",
    "correction.classify_by": "code",
    "correction.declarative": "exclude",
    "declarative.mode": "none",
    "declarative.price_pct": 100,
    "incompatible.status": False,
    "incompatible.decision_ref": None,
    "incompatible.duration_source": "planned",
    "incompatible.in_rates": False,
    "extra_minutes.allowed": False,
    "extra_minutes.code": None,
    "extra_minutes.bearer": None,
    "extra_minutes.counts_in_plan": True,
    "invoicing.round_at": "line",
    "invoicing.line_rounding": "half_up",
}

# Where the oracle follows some values of a key only.
COVERED: Dict[str, Tuple[Any, ...]] = {
    "timezone": ("Europe/Paris",),
    "holiday_zone": ("metropole",),
    "dst_policy": ("elapsed",),
    "dst_ambiguous": ("first",),
    "attribution": ("start", "split_midnight"),
    "tariff.source": ("order",),
    "stamps.conflict.same_worker": ("flag",),
    "duration.rounding.scope": ("intervention",),
    "duration.cap.kind": ("none", "planned", "planned_plus"),
    "smoothing.unit": ("minutes",),
    "smoothing.period": ("month",),
    "smoothing.prorata": ("none",),
    "smoothing.split_at_ceiling": (True,),
    "smoothing.overflow": ("beneficiary",),
    "smoothing.late": ("recompute",),
    "funding.split": ("minutes",),
    "funding.price_over_tariff": ("beneficiary",),
    "funding.surcharges.policy": ("replace_hourly_if_higher",),
    "funding.cancelled.bill_to": ("none", "beneficiary"),
    "correction.unit": ("by_intervention",),
    "correction.classify_by": ("code",),
    "correction.declarative": ("exclude",),
    "declarative.mode": ("none", "per_visit"),
    "declarative.price_pct": (100,),
    "incompatible.duration_source": ("planned",),
    "incompatible.in_rates": (False,),
    "extra_minutes.bearer": (None, "funder"),
    "extra_minutes.counts_in_plan": (True,),
    "invoicing.round_at": ("line",),
    "invoicing.line_rounding": ("half_up",),
}

LEVELS = ("beneficiary", "service", "provider", "funder", "departement")
HEAD = ("id", "version", "valid_from", "valid_to", "scope")
WHOLE = ("evening_window", "custom_window")


def flatten(settings: Dict[str, Any], prefix: str = "") -> Dict[str, Any]:
    """Nested keys as dotted names."""
    flat: Dict[str, Any] = {}
    for key, value in settings.items():
        if isinstance(value, dict) and key not in WHOLE:
            flat.update(flatten(value, f"{prefix}{key}."))
        else:
            flat[prefix + key] = value
    return flat


@dataclass(frozen=True)
class RuleSet:
    """One dated version of one scope."""

    level: str
    scope: Dict[str, Any]
    valid_from: Optional[date]
    valid_to: Optional[date]
    settings: Dict[str, Any]

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

    def __init__(self, settings: Dict[str, Any]) -> None:
        self._settings = settings

    def get(self, key: str) -> Any:
        return self._settings[key]

    def fraction(self, key: str) -> Fraction:
        return Fraction(str(self._settings[key]))

    def minutes(self, key: str) -> Optional[Fraction]:
        """A setting in minutes, in seconds; None = off."""
        value = self._settings[key]
        return None if value is None else Fraction(str(value)) * 60


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
            settings = dict(NEUTRAL)
            for number in reversed(chosen):
                settings.update(self.sets[number].settings)
            self.cache[key] = Rules(settings)
        return self.cache[key]


def day_of(value: Optional[str]) -> Optional[date]:
    return date.fromisoformat(value) if value else None


def read_rule_book(path: Path) -> RuleBook:
    """Reads the book; a key or value the oracle does not follow is an error, never ignored."""
    book = json.loads(path.read_text(encoding="utf-8"))
    sets = []
    for entry in book["rule_sets"]:
        settings = flatten({key: value for key, value in entry.items() if key not in HEAD})
        for key, value in settings.items():
            if key not in NEUTRAL:
                raise ValueError(f"{entry['id']}: {key} is not covered by the oracle")
            if key in COVERED and value not in COVERED[key]:
                raise ValueError(f"{entry['id']}: {key} = {value!r} is not covered by the oracle")
        scope = entry.get("scope", {"level": "departement"})
        sets.append(
            RuleSet(
                scope["level"],
                scope,
                day_of(entry.get("valid_from")),
                day_of(entry.get("valid_to")),
                settings,
            )
        )
    return RuleBook(sets)
