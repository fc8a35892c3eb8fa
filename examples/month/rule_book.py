"""The rule book of the fictional departement, with the keys of the library's parameter set that
it sets.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Dict, List

from calendar_fr import DAY
from plans import Client
from people import Provider

Json = Dict[str, Any]


def departement_rules(sunday: str) -> Json:
    """What holds for everybody: quarter hours, no overrun, carry over five months, three funders
    in a row.
    """
    return {
        "timezone": "Europe/Paris",
        "holiday_zone": "metropole",
        "dst_policy": "elapsed",
        "dst_ambiguous": "first",
        "attribution": "split_midnight",
        "tariff": {"source": "order"},
        "stamps": {
            "missing": {"start": "use_retained", "end": "use_retained", "both": "use_retained"},
            "conflict": {"same_worker": "flag"},
        },
        "duration": {
            "source": "stamped",
            "rounding": {
                "object": "duration",
                "scope": "intervention",
                "step_min": 15,
                "mode": "nearest",
                "tie": "up",
                "guard": "always",
            },
            "snap_to_planned": {"under_min": 5, "over_min": 5},
            "cap": {"kind": "planned"},
        },
        "smoothing": {
            "unit": "minutes",
            "period": "month",
            "prorata": "none",
            "carry": {
                "enabled": True,
                "horizon_periods": 5,
                "order": "own_then_oldest",
                "may_exceed_ceiling": True,
            },
            "split_at_ceiling": True,
            "overflow": "beneficiary",
            "late": "recompute",
        },
        "funding": {
            "order": ["CD99", "CARSAT99", "MUT99"],
            "residual_cent_to": "last_funder",
            "split": "minutes",
            "price_over_tariff": "beneficiary",
            "surcharges": {
                "policy": "replace_hourly_if_higher",
                "bearer": "funder",
                "percent": {
                    "sunday": sunday,
                    "public_holiday": "30",
                    "first_of_january": "50",
                    "first_of_may": "100",
                    "christmas": "50",
                    "evening": "25",
                },
                "evening_window": {"from": "20:00", "to": "07:00"},
            },
            "cancelled": {"bill_to": "none"},
        },
        "correction": {"unit": "by_intervention", "classify_by": "code", "declarative": "exclude"},
        "extra_minutes": {
            "allowed": True,
            "code": "MDT",
            "bearer": "funder",
            "counts_in_plan": True,
        },
        "invoicing": {"round_at": "line", "line_rounding": "half_up"},
    }


# Settings "per SAAD" come back every four providers; the first of four is under the departement's
# rules alone.
PROFILES: Dict[int, Json] = {
    1: {
        "duration": {"cap": {"kind": "planned_plus", "extra_min": 15}},
        "funding": {
            "surcharges": {"bearer": "split", "split_pct": "50"},
            "cancelled": {"bill_to": "beneficiary"},
        },
    },
    2: {
        "attribution": "start",
        "stamps": {"precision": "trunc_minute", "missing": {"end": "use_planned"}},
        "duration": {
            "rounding": {"object": "stamps", "mode": "provider", "guard": "real_lt_planned"}
        },
        "funding": {"surcharges": {"bearer": "beneficiary"}},
    },
    3: {
        "duration": {"snap_to_planned": {"under_min": 10, "over_min": 10}},
        "declarative": {"mode": "per_visit", "price_pct": 100},
    },
}


def rule_set(name: str, version: int, first: date, last: Any, scope: Json, settings: Json) -> Json:
    """One dated version of one scope; both days are included."""
    head = {
        "id": name,
        "version": version,
        "valid_from": first.isoformat(),
        "valid_to": last.isoformat() if last else None,
        "scope": scope,
    }
    return {**head, **settings}


def make_rule_book(
    month: date, before: date, houses: List[Provider], clients: List[Client]
) -> Json:
    """The Sunday percentage rises on the first day of the month."""
    whole = {"level": "departement", "departement": "99"}
    sets = [
        rule_set("dep-99", 1, before, month - DAY, whole, departement_rules("20")),
        rule_set("dep-99", 2, month, None, whole, departement_rules("22.5")),
        rule_set(
            "dep-99-carsat99",
            1,
            before,
            None,
            {"level": "funder", "funder": "CARSAT99"},
            {"funding": {"surcharges": {"bearer": "beneficiary"}}},
        ),
        rule_set(
            "dep-99-lien-social",
            1,
            before,
            None,
            {"level": "service", "service": "APA-LS"},
            {"declarative": {"mode": "per_visit", "price_pct": 100}},
        ),
    ]
    for house in houses:
        if house.profile:
            scope = {"level": "provider", "provider": house.id}
            name = f"dep-99-{house.id.lower()}"
            sets.append(rule_set(name, 1, before, None, scope, PROFILES[house.profile]))
    for client in clients:
        if client.role == "incompatible_rule":
            person = client.person.id
            settings = {
                "incompatible": {
                    "status": True,
                    "decision_ref": f"DEC-{before.year}-{client.number:05d}",
                }
            }
            scope = {"level": "beneficiary", "beneficiary": person}
            name = f"dep-99-{person.lower()}"
            sets.append(rule_set(name, 1, before, None, scope, settings))
    return {"id": "dep-99", "rule_sets": sets}
