"""Random rule sets, family by family: every enumerated value and bounds around the numbers."""

from __future__ import annotations

import copy
import sys
from pathlib import Path
from typing import Any, Dict, List, Optional, Sequence, Tuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "examples" / "month"))

from dice import Dice  # noqa: E402

Json = Dict[str, Any]
Choice = Tuple[str, Sequence[Any]]


def code_map(since: Optional[str] = None, to: Optional[str] = None, producer: Optional[str] = None, **codes: Optional[str]) -> Json:
    """The usual meanings from one day of issue to another, but for these codes; None: not named."""
    usual = {"": "STAMPED", "COA": "START_CORRECTED", "COD": "END_CORRECTED", "CO2": "BOTH_CORRECTED", "CRE": "CREATED"}
    usual.update({"MDT": "DATA_CHANGED", "SUP": "DELETED", "HOR": "STAMP_ONLY"})
    named = {code: meaning for code, meaning in {**usual, **codes}.items() if meaning is not None}
    return {"producer": producer, "issued_from": since, "issued_to": to, "map": named}


# For each family its keys with the values to try. A group of keys that only make sense together is
# one entry whose values are objects.
FAMILIES: Dict[str, List[Choice]] = {
    "stamps": [
        ("stamps.precision", ["keep_seconds", "trunc_minute", "nearest_minute"]),
        ("stamps.dedupe_seconds", [0, 60, 600]),
        ("stamps.pair_max_hours", [24, 12]),
        ("stamps.missing.start", ["use_retained", "use_planned", "reject", "zero"]),
        ("stamps.missing.end", ["use_retained", "use_planned", "reject", "zero"]),
        ("stamps.missing.both", ["use_retained", "use_planned", "reject", "zero"]),
        ("stamps.conflict.same_worker", ["reject", "flag", "allow"]),
    ],
    "tolerance": [
        (
            "stamps.tolerance_min",
            [
                {"start_early": 5, "start_late": 10, "end_early": 10, "end_late": 5},
                {"start_early": 15},
                {"end_late": 0},
                {"start_late": 7, "end_early": 7},
            ],
        ),
        ("stamps.outside_tolerance", ["reject", "flag", "clamp_to_tolerance", "use_planned"]),
        ("stamps.precision", ["keep_seconds", "trunc_minute"]),
    ],
    "matching": [
        (
            "stamps.match_window_min",
            [{"before": 10, "after": 10}, {"before": 15}, {"after": 5}, {"before": 60, "after": 60}],
        ),
    ],
    "merging": [
        (
            "stamps.merge_consecutive",
            [
                {"enabled": True, "max_gap_min": 15, "scope": "all"},
                {"enabled": True, "max_gap_min": 0, "scope": "all"},
                {"enabled": True, "max_gap_min": 30, "scope": "ivr_only"},
            ],
        ),
    ],
    "duration": [
        ("duration.source", ["retained", "stamped", "planned", "min_stamped_planned"]),
        ("duration.rounding.object", ["none", "stamps", "duration"]),
        ("duration.rounding.step_min", [1, 5, 10, 15, 30, 60]),
        (
            "duration.rounding",
            [{"mode": mode} for mode in ("nearest", "up", "down", "provider", "payer")]
            + [{"mode": "threshold", "threshold_min": value} for value in (1, 4, 7)],
        ),
        ("duration.rounding.tie", ["up", "down", "even"]),
        ("duration.rounding.guard", ["always", "real_lt_planned", "real_gt_planned"]),
        (
            "duration.snap_to_planned",
            [{"under_min": 5, "over_min": 5}, {"over_min": 10}, {"under_min": 10}, {}],
        ),
        (
            "duration.cap",
            [{"kind": "none"}, {"kind": "planned"}, {"kind": "planned_plus", "extra_min": 7}],
        ),
        ("duration.min_billable_min", [0, 30]),
        ("duration.max_billable_min", [None, 90]),
        ("duration.quantity_decimals", [None, 2, 4]),
    ],
    "totals": [
        ("duration.rounding.object", ["duration"]),
        ("duration.rounding.scope", ["day", "month"]),
        ("duration.rounding.step_min", [15, 30, 60]),
        ("duration.rounding.mode", ["nearest", "up", "down"]),
        ("duration.source", ["retained", "stamped"]),
    ],
    "day_plan": [("duration.cap", [{"kind": "day_plan"}]), ("duration.source", ["stamped"])],
    "calendar": [
        ("attribution", ["start", "split_midnight", "split_boundaries"]),
        (
            "holiday_zone",
            "metropole alsace_moselle guadeloupe martinique guyane reunion mayotte saint_martin "
            "saint_barthelemy".split(),
        ),
        ("pentecost_monday", [True, False]),
        ("dst_policy", ["elapsed", "civil"]),
        ("dst_ambiguous", ["first", "second", "reject"]),
    ],
    "surcharges": [
        ("funding.surcharges.policy", ["max", "sum", "replace_hourly_if_higher"]),
        (
            "funding.surcharges",
            [{"bearer": "beneficiary"}, {"bearer": "funder"}, {"bearer": "split", "split_pct": 40}],
        ),
        ("funding.surcharges.percent.saturday", [None, 0, 10]),
        ("funding.surcharges.percent.sunday", [None, 0, 20, "22.5"]),
        ("funding.surcharges.percent.public_holiday", [0, 30]),
        ("funding.surcharges.percent.first_of_january", [0, 50]),
        ("funding.surcharges.percent.first_of_may", [0, 100]),
        ("funding.surcharges.percent.christmas", [0, 45]),
        (
            "funding.surcharges",
            [
                {"evening_window": {"from": "20:00", "to": "07:00"}, "percent": {"evening": 25}},
                {"evening_window": {"from": "18:30", "to": "21:00"}, "percent": {"evening": 15}},
                {},
            ],
        ),
        (
            "funding.surcharges",
            [
                {"custom_window": {"from": "11:30", "to": "19:30"}, "percent": {"custom": 12}},
                {"custom_window": {"from": "00:00", "to": "24:00"}, "percent": {"custom": 5}},
                {},
            ],
        ),
    ],
    "smoothing": [
        ("smoothing.carry.enabled", [True, True, False]),
        ("smoothing.carry.horizon_periods", [0, 1, 2, 5]),
        ("smoothing.carry.order", ["own_then_oldest", "own_then_newest", "oldest_first"]),
        ("smoothing.carry.cap_min", [None, 60]),
        ("smoothing.carry.cap_pct", [None, 10]),
        ("smoothing.carry.may_exceed_ceiling", [True, False]),
        ("smoothing.ceiling_min", [None, 400, 700]),
        ("smoothing.overflow", ["beneficiary", "provider", "reject", "next_funder"]),
    ],
    "crossing": [
        (
            "smoothing",
            [
                {"split_at_ceiling": True},
                {"split_at_ceiling": False, "crossing": "in"},
                {"split_at_ceiling": False, "crossing": "out"},
            ],
        ),
        ("funding.split", ["minutes", "visit"]),
    ],
    "advance": [
        ("smoothing.advance", [{"enabled": True, "cap_min": 60}, {"enabled": True, "cap_min": 300}]),
        ("smoothing.carry.enabled", [True, False]),
        ("smoothing.carry.horizon_periods", [3]),
    ],
    "sub_ceilings": [
        (
            "smoothing.sub_ceilings",
            [
                [{"service": "APA-LS", "max_min": 100, "period": "month"}],
                [{"service": "APA-HR", "max_min": 300, "period": "month"}],
                [{"service": "APA-LS", "max_min": 50, "period": "week"}],
                [{"service": "APA-HR", "max_min": 900, "period": "quarter"}],
                [{"service": "APA-HR", "max_min": 800, "period": "year"}],
            ],
        ),
    ],
    "periods": [
        ("smoothing.period", ["month", "quarter", "semester", "year", "grant"]),
        ("smoothing.carry.enabled", [True, False]),
        ("smoothing.carry.horizon_periods", [1]),
    ],
    "weekly": [
        ("smoothing.week_to_month", ["days_over_7", "52_over_12", "4.33", "iso_weeks"]),
        ("smoothing.prorata", ["none", "daily", "working_days"]),
    ],
    "weeks": [("smoothing.period", ["week"]), ("smoothing.carry.enabled", [True, False])],
    "prorata": [("smoothing.prorata", ["none", "daily", "working_days", "by_day"])],
    "pools": [
        ("smoothing.pool_scope", ["shared", "per_provider"]),
        (
            "smoothing.service_groups",
            [[], [{"name": "link", "services": ["APA-LS"]}], [{"name": "a", "services": ["APA-HR"]}]],
        ),
        ("smoothing.carry.across_plans", [True, False]),
        ("smoothing.carry.enabled", [True]),
        ("smoothing.carry.horizon_periods", [5]),
    ],
    "euros": [("smoothing.unit", ["euros"]), ("smoothing.carry.enabled", [True, False])],
    "tariff_month": [
        ("smoothing.tariff_month", ["use", "grant"]),
        ("smoothing.carry.enabled", [True]),
        ("smoothing.carry.horizon_periods", [5]),
        ("smoothing.carry.may_exceed_ceiling", [True]),
    ],
    "funding": [
        ("funding.order", [[], ["CD99", "MUT99"], ["MUT99", "CD99"], ["APA"]]),
        ("funding.residual_cent_to", ["first_funder", "last_funder"]),
        ("funding.price_over_tariff", ["beneficiary", "provider", "forbidden"]),
        ("tariff.source", ["order", "rule_book"]),
        ("tariff.provider_rate", [None, "24.10", "27.123456"]),
        ("CD99.rate_cap", ["funder_tariff", "min", "provider_price"]),
        ("CD99.rate", [None, "23.75"]),
    ],
    "volumes": [
        ("CD99.volume", [{"minutes": 300}, {"euros": "90.00"}, {"minutes": 700, "period": "grant"}, {}]),
        ("CD99.volume.period", ["month", "grant", "week", "quarter", "semester", "year"]),
        ("CD99.days", [["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN", "HOLIDAY"], ["MON", "SAT", "HOLIDAY"]]),
    ],
    "natures": [
        (
            "funding",
            [
                {"order": ["CD99", "TOP99"], "per_funder": [{"funder": "TOP99", "nature": "complement", "percent": "50"}]},
                {"order": ["CD99", "TOP99"], "per_funder": [{"funder": "TOP99", "nature": "complement", "percent": "33.3333", "max": "1.50"}]},
                {"order": ["CD99", "FIX99"], "per_funder": [{"funder": "FIX99", "nature": "fixed", "volume": {"euros": "40.00"}}]},
                {"order": ["FIX99", "CD99"], "per_funder": [{"funder": "FIX99", "nature": "fixed", "volume": {"euros": "25.00"}}]},
                {"order": ["CD99", "HRS99"], "per_funder": [{"funder": "HRS99", "nature": "hourly", "rate": "19.50", "volume": {"minutes": 90}}]},
            ],
        ),
    ],
    "day_rates": [
        (
            "CD99.rates",
            [{"sunday": "28.50"}, {"saturday": "26.00", "public_holiday": "30.25"}, {"weekday": "23.00", "evening": "27.77"}],
        ),
    ],
    "participation": [
        (
            "CD99.participation",
            [
                {"basis": "used", "percent": "13.6192"},
                {"basis": "none"},
                {"basis": "used", "rate": "table", "inputs": {"resources": 1000}, "table": [{"from": 0, "to": 1000, "percent": 10}, {"from": 1000, "to": None, "percent": 35}]},
                {"basis": "used", "rate": "national_apa", "rate_scale": 6, "rate_rounding": "half_up", "inputs": {"resources": 1500, "couple": False, "gir": 3, "accepted_plan": 1000}},
                {"basis": "used", "rate": "national_apa", "rate_scale": 4, "rate_rounding": "down", "inputs": {"resources": 2600, "couple": True, "gir": 2, "accepted_plan": 1500}},
                {"basis": "used", "rate": "national_apa", "rate_scale": 4, "rate_rounding": "half_even", "inputs": {"resources": 1234.56, "couple": False, "gir": 4, "accepted_plan": 700}},
            ],
        ),
    ],
    "participation_more": [
        (
            "CD99.participation",
            [
                {"basis": "accepted_plan", "amount": "36.19"},
                {"basis": "per_hour_amount", "amount": "2.35"},
                {"basis": "used", "rate": "table", "inputs": {"resources": 999.99}, "table": [{"from": 0, "to": 1000, "amount": "1.75"}]},
                {"basis": "used", "rate": "national_apa", "inputs": {"resources": 1500, "couple": False, "gir": 3, "accepted_plan": 1000}},
                {"basis": "accepted_plan", "rate": "national_apa", "rate_scale": 6, "rate_rounding": "half_up", "inputs": {"resources": 1500, "couple": False, "gir": 3, "accepted_plan": 1000}},
            ],
        ),
    ],
    "each": [
        ("funding.duration_from", ["first_funder", "each"]),
        ("duration", [{"source": "stamped", "rounding": {"object": "duration", "step_min": 15, "mode": "up"}}]),
    ],
    "cancelled": [
        ("funding.cancelled", [{"bill_to": "none"}, {"bill_to": "beneficiary"}, {"bill_to": "funder"}, {"bill_to": "beneficiary", "notice_hours": 24}]),
    ],
    "channel": [("funding.payment_channel", ["provider_direct", "beneficiary", "cesu_prefinance"])],
    "correction": [
        ("correction.unit", ["by_intervention", "by_stamp", "by_minutes"]),
        ("correction.classify_by", ["code", "evidence", "worst"]),
        ("correction.declarative", ["exclude", "in_denominator", "as_corrected"]),
        ("correction.exclude", [["INCOMPATIBLE", "OUTAGE", "REJECTED", "STAMP_ONLY"], ["INCOMPATIBLE"], []]),
        ("correction.code_weights.CREATED", [1, "0.5"]),
        ("correction.code_weights.DATA_CHANGED", [0, 1]),
        ("stamps.probative_methods", [[], ["BDG"], ["IVR"]]),
        ("stamps.retained_gap_min", [None, 5]),
    ],
    "declarative": [
        ("declarative.mode", ["none", "per_visit"]),
        ("declarative.price_pct", [100, 80]),
    ],
    "proof": [
        ("declarative.mode", ["per_visit"]),
        ("declarative.proof_required", [True, False]),
        ("declarative.price_pct", [100, 50]),
    ],
    "means": [
        ("stamps.methods_allowed", [["IVR"], ["BADGE", "IVR"], ["BADGE"], ["MANUAL", "BADGE"]]),
        ("duration.source", ["stamped", "retained"]),
        ("stamps.missing.both", ["use_retained", "reject", "use_planned"]),
    ],
    "distance": [
        ("stamps.distance_m", [100, 400]),
        ("stamps.outside_distance", ["reject", "flag"]),
    ],
    "overseas": [("timezone", ["Indian/Reunion", "America/Martinique", "America/Cayenne"])],
    "declared_month": [("declarative.mode", ["monthly"])],
    "units": [("funding.residual_cent_to", ["first_funder", "last_funder"])],
    "incompatible": [
        (
            "incompatible",
            [
                {"status": True, "decision_ref": "D-1", "duration_source": "planned"},
                {"status": True, "decision_ref": "D-1", "duration_source": "declared"},
                {"status": False},
            ],
        ),
        ("incompatible.in_rates", [False, True]),
    ],
    "extra": [
        (
            "extra_minutes",
            [
                {"allowed": True, "code": "MDT", "bearer": bearer, "counts_in_plan": counts}
                for bearer in ("funder", "beneficiary", "provider")
                for counts in (True, False)
            ],
        ),
        ("extra_minutes.counts_as_correction", [False, True]),
        ("extra_minutes.monthly_cap_min", [None, 10]),
    ],
    "doubles": [
        ("double_visit", [{"allowed": True, "plan_factor": a, "pay_factor": b} for a in (1, 2) for b in (1, 2)]),
    ],
    "payable": [
        ("payable_share_pct", [{"WAITING": 50, "BENEFICIARY_ABSENT": 0, "CARE_REFUSED": 100}, {"WAITING": "33.33"}]),
    ],
    "cents": [
        ("invoicing.round_at", ["visit", "line", "invoice"]),
        ("invoicing.line_rounding", ["half_up", "half_even"]),
        (
            "invoicing.granularity",
            ["provider", "provider_service", "provider_beneficiary", "provider_service_beneficiary", "provider_service_district"],
        ),
    ],
    # In one run nothing is closed yet: the same as without, but by another way.
    "late": [("smoothing.late", ["keep_closed"])],
    "codes": [
        (
            "stamps.code_map",
            [
                [code_map(to="2026-03-12", CO2="CREATED", CRE="BOTH_CORRECTED"), code_map("2026-03-13", "2026-10-14"), code_map("2026-10-15", MDT=None)],
                [code_map(COA="STAMPED"), code_map("2026-03-10", producer="SAAD01", CRE="DECLARATIVE"), code_map(producer="SAAD02", CO2=None)],
                [code_map(to="2026-05-20", MDT="START_CORRECTED"), code_map("2026-05-21", CRE="STAMPED")],
                [code_map(to="2026-12-09")],
            ],
        ),
        ("correction.unit", ["by_intervention", "by_stamp"]),
        ("correction.classify_by", ["code", "worst"]),
    ],
    "conflicts": [
        ("stamps.conflict.same_beneficiary", ["reject", "flag", "allow", "allow_if_double"]),
        ("stamps.conflict.same_worker", ["reject", "flag"]),
        ("stamps.conflict.travel_min", [None, 30]),
    ],
    "vat": [
        ("invoicing.vat_pct", ["20", "5.5", "2.1"]),
        ("invoicing.prices_include_tax", [True, False]),
    ],
    "penalties": [
        (
            "correction",
            [
                {"penalty": "refuse_excess", "threshold_pct": "5"},
                {"penalty": "refuse_excess", "threshold_pct": "8.33"},
                {"penalty": "reduction", "threshold_pct": "8", "k": "1.5"},
                {"penalty": "reduction", "threshold_pct": "5", "k": "1", "cap_pct": "4.5"},
                {"penalty": "tiers", "tiers": [{"from_pct": "5", "reduction_pct": "2"}, {"from_pct": "20", "reduction_pct": "6"}]},
                {"penalty": "bonus", "threshold_pct": "8"},
            ],
        ),
        ("correction.scope", ["provider_month", "provider_quarter", "beneficiary_month", "worker_month"]),
        ("correction.refuse_order", ["created_first", "latest", "longest"]),
        ("correction.undocumented", ["flag", "refuse"]),
        ("stamps.reason_required", [["START_CORRECTED", "CREATED"], ["BOTH_CORRECTED"]]),
        ("stamps.reasons_allowed", [{"START_CORRECTED": ["R1"]}, {}]),
    ],
    "national_caps": [
        (
            "CD99.participation",
            [
                {"basis": basis, "rate": "national_apa", "inputs": {"resources": r, "couple": c, "gir": g, "accepted_plan": plan}}
                for basis, r, c, g, plan in (
                    ("used", 1500, False, 1, 3000),
                    ("used", 2900, True, 2, "1682.30"),
                    ("used", "3439.31", False, 3, "1215.99"),
                    ("used", "3439.30", False, 4, "811.53"),
                    ("used", "933.90", False, 4, "408.35"),
                    ("accepted_plan", "5846.82", True, 4, 900),
                    ("accepted_plan", 1100, False, 3, 1300),
                    ("accepted_plan", 933.89, False, 2, 1700),
                )
            ],
        ),
        (
            "smoothing.sub_ceilings",
            [
                [{"service": "APA-LS", "max_min": 540, "period": "month"}],
                [{"service": "APA-HR", "max_min": 1440, "period": "month"}, {"service": "APA-LS", "max_min": 540, "period": "month"}],
            ],
        ),
    ],
}


# Families of sensitivity.py alone: in the broad run `penalties` has their keys.
OTHER_FAMILIES: Dict[str, List[Choice]] = {
    "penalty": [
        ("correction.penalty", ["refuse_excess", "reduction"]),
        ("correction", [{"threshold_pct": 5, "k": "1"}]),
    ],
    "reasons": [("stamps.reason_required", [["START_CORRECTED", "CREATED"]])],
}


def put(tree: Json, path: str, value: Any) -> None:
    """Sets a dotted key; objects are merged."""
    *parents, last = path.split(".")
    for name in parents:
        tree = tree.setdefault(name, {})
    if isinstance(value, dict) and isinstance(tree.get(last), dict):
        for key, inner in value.items():
            put(tree[last], key, inner)
    else:
        tree[last] = copy.deepcopy(value)


def settings_of(dice: Dice, families: Sequence[str], used: Dict[str, Dict[str, int]]) -> Json:
    """Random settings of these families; `used` counts the values taken."""
    tree: Json = {}
    funder: Json = {}
    for family in families:
        for path, values in {**FAMILIES, **OTHER_FAMILIES}[family]:
            if len(values) > 1 and dice.chance(25):
                continue
            value = dice.pick(values)
            counts = used.setdefault(path, {})
            counts[repr(value)] = counts.get(repr(value), 0) + 1
            if path.startswith("CD99."):
                put(funder, path[5:], value)
            else:
                put(tree, path, value)
    make_loadable(tree)
    if funder:
        entries = list(tree.setdefault("funding", {}).get("per_funder", []))
        tree["funding"]["per_funder"] = entries + [{"funder": "CD99", **funder}]
    return tree


def make_loadable(tree: Json) -> None:
    """What one setting asks of another."""
    carry = tree.get("smoothing", {}).get("carry", {})
    if carry.get("enabled") and not carry.get("horizon_periods"):
        carry["horizon_periods"] = 2
    smoothing = tree.get("smoothing", {})
    if smoothing.get("unit") == "euros" or smoothing.get("split_at_ceiling") is False:
        smoothing.pop("tariff_month", None)  # refused by the command
    if smoothing.get("unit") == "euros" or smoothing.get("tariff_month") == "grant":
        smoothing.pop("late", None)  # refused by the command
    cap = tree.get("duration", {}).get("cap", {})
    if cap.get("kind") != "planned_plus":
        cap.pop("extra_min", None)
    rounding = tree.get("duration", {}).get("rounding", {})
    if rounding.get("mode") == "threshold":
        step = rounding.setdefault("step_min", 15)
        rounding["threshold_min"] = min(rounding["threshold_min"], step)
    else:
        rounding.pop("threshold_min", None)  # another family's mode


def scopes(dice: Dice, settings: Json, units: bool = False) -> List[Json]:
    """The settings as one or two rule sets: some parts hold for a more specific scope only."""
    head = {"version": 1, "valid_from": "2025-01-01", "valid_to": None}
    whole = {"level": "departement", "departement": "99"}
    sets = [{"id": "all", **head, "scope": whole, **settings}]
    if units:
        each = {"tariff": {"unit": "each"}}
        meal = {"level": "service", "service": "MEAL"}
        sets.append({"id": "meals", **head, "scope": meal, **each})
    if dice.chance(25):
        level = dice.pick(["provider", "service", "beneficiary"])
        name = {"provider": "SAAD01", "service": "APA-HR", "beneficiary": "B1"}[level]
        step = dice.pick([1, 5, 15])
        part = {"duration": {"rounding": {"step_min": step}}}
        sets.append({"id": "some", **head, "scope": {"level": level, level: name}, **part})
    return sets
