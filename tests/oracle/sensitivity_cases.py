"""What sensitivity.py needs to know of each key: months to look at, numbers to try, settings that let the
key speak, and the values that no bill can show, with the reason.
"""

from __future__ import annotations

from typing import Any, Dict, List, Sequence, Tuple

Json = Dict[str, Any]

# Random months worth looking at, by the longest fitting beginning of the key.
MONTHS: Dict[str, List[Tuple[str, ...]]] = {
    "": [("calendar",), ("funding",)],
    "timezone": [("calendar", "duration")],
    "holiday_zone": [("calendar",), ("surcharges", "calendar")],
    "pentecost_monday": [("calendar", "surcharges")],
    "dst_": [("calendar", "duration")],
    "attribution": [("calendar", "surcharges")],
    "tariff": [("funding",)],
    "tariff.unit": [("units",), ("funding",)],
    "stamps": [("stamps", "duration"), ("stamps",)],
    "stamps.tolerance_min": [("tolerance",)],
    "stamps.outside_tolerance": [("tolerance",)],
    "stamps.match_window_min": [("matching",)],
    "stamps.merge_consecutive": [("merging",)],
    "stamps.conflict.same_beneficiary": [("doubles",)],
    "stamps.distance_m": [("distance", "stamps")],
    "stamps.outside_distance": [("distance", "stamps")],
    "stamps.reason": [("reasons", "correction")],
    "stamps.manual_reasons": [("reasons", "correction")],
    "stamps.probative_methods": [("correction",)],
    "stamps.retained_gap_min": [("correction",)],
    "duration": [("duration",)],
    "duration.rounding.scope": [("totals",)],
    "duration.cap.kind": [("duration",), ("day_plan",)],
    "smoothing": [("smoothing",), ("smoothing", "pools")],
    "smoothing.unit": [("euros",)],
    "smoothing.period": [("periods",), ("weeks",)],
    "smoothing.pool_scope": [("pools",)],
    "smoothing.service_groups": [("pools",)],
    "smoothing.week_to_month": [("weekly",)],
    "smoothing.prorata": [("prorata",), ("weekly",)],
    "smoothing.carry.across_plans": [("pools",)],
    "smoothing.split_at_ceiling": [("crossing",)],
    "smoothing.crossing": [("crossing",)],
    "smoothing.advance": [("advance",)],
    "smoothing.tariff_month": [("tariff_month",)],
    "smoothing.sub_ceilings": [("sub_ceilings",)],
    "funding": [("funding",), ("cents",)],
    "funding.split": [("crossing",), ("smoothing",)],
    "funding.duration_from": [("each",)],
    "funding.per_funder[].volume": [("volumes",)],
    "funding.per_funder[].days": [("volumes",)],
    "funding.per_funder[].nature": [("natures",)],
    "funding.per_funder[].percent": [("natures",)],
    "funding.per_funder[].max": [("natures",)],
    "funding.per_funder[].rates": [("day_rates", "surcharges"), ("day_rates", "calendar")],
    "funding.per_funder[].participation": [("participation",), ("participation_more",)],
    "funding.surcharges": [("surcharges",)],
    "funding.cancelled": [("cancelled",)],
    "funding.payment_channel": [("channel",)],
    "correction": [("correction", "penalty"), ("correction",)],
    "correction.penalty": [("correction",)],
    "correction.refuse_order": [("correction", "penalty")],
    "funding.per_funder[].nature": [("funding",), ("cents",)],
    "funding.per_funder[].participation.basis": [("cents",)],
    "funding.per_funder[].participation.rate": [("cents",)],
    "funding.per_funder[].participation.rate_": [("cents",)],
    "funding.residual_cent_to": [("cents",)],
    "funding.surcharges.bearer": [("cents",)],
    "declarative": [("declarative", "correction"), ("declared_month",)],
    "incompatible": [("incompatible", "correction")],
    "double_visit": [("doubles",)],
    "extra_minutes": [("extra", "correction"), ("extra",)],
    "payable_share_pct": [("payable",)],
    "invoicing": [("cents",), ("funding",)],
}


def FAMILIES_OF(key: str) -> Sequence[Tuple[str, ...]]:
    fitting = [prefix for prefix in MONTHS if key.startswith(prefix)]
    return MONTHS[max(fitting, key=len)]


# Numbers and texts to tell apart, where the table of parameters names none.
NUMBERS: Dict[str, List[Any]] = {
    "timezone": ["Europe/Paris", "Indian/Reunion", "America/Martinique"],
    "tariff.provider_rate": [None, "24.10", "24.11"],
    "stamps.dedupe_seconds": [0, 60, 600],
    "stamps.pair_max_hours": [2, 24],
    "stamps.methods_allowed": [["IVR", "BADGE", "NFC", "QR", "MOBILE", "MANUAL"], ["IVR"], ["BDG"]],
    "stamps.match_window_min.before": [None, 5, 10],
    "stamps.match_window_min.after": [None, 5, 10],
    "stamps.tolerance_min.start_early": [None, 5, 6],
    "stamps.tolerance_min.start_late": [None, 5, 6],
    "stamps.tolerance_min.end_early": [None, 5, 6],
    "stamps.tolerance_min.end_late": [None, 5, 6],
    "stamps.distance_m": [None, 100, 400],
    "stamps.merge_consecutive.max_gap_min": [0, 15, 30],
    "stamps.conflict.travel_min": [None, 60, 600],
    "stamps.code_map": [
        [{"producer": None, "issued_from": None, "issued_to": None, "map": {"": "STAMPED", "COA": "STAMPED", "COD": "END_CORRECTED", "CO2": "BOTH_CORRECTED", "CRE": "CREATED", "MDT": "DATA_CHANGED", "SUP": "DELETED", "HOR": "STAMP_ONLY"}}],
        [{"producer": None, "issued_from": None, "issued_to": None, "map": {"": "STAMPED", "COA": "START_CORRECTED", "COD": "END_CORRECTED", "CO2": "BOTH_CORRECTED", "CRE": "CREATED", "MDT": "DATA_CHANGED", "SUP": "DELETED", "HOR": "STAMP_ONLY"}}],
    ],
    "stamps.code_map[].producer": [None, "SAAD01"],
    "stamps.code_map[].issued_from": [None, "2027-06-01"],
    "stamps.code_map[].issued_to": [None, "2025-01-01"],
    "stamps.code_map[].map": [{"": "STAMPED", "COA": meaning, "COD": "END_CORRECTED", "CO2": "BOTH_CORRECTED", "CRE": "CREATED", "MDT": "DATA_CHANGED", "SUP": "DELETED", "HOR": "STAMP_ONLY"} for meaning in ("STAMPED", "START_CORRECTED", "CREATED", "BOTH_CORRECTED", "END_CORRECTED", "DELETED", "NOT_PROBATIVE", "TIMES_CHANGED", "DECLARATIVE")],
    "stamps.probative_methods": [[], ["BDG"], ["IVR"]],
    "stamps.retained_gap_min": [None, 5, 30],
    "stamps.reason_required": [["START_CORRECTED", "END_CORRECTED", "BOTH_CORRECTED", "CREATED"], ["CREATED"], []],
    "stamps.reasons_allowed": [{}, {"START_CORRECTED": ["R1"]}, {"CREATED": []}],
    "stamps.manual_reasons": [[], ["R1"]],
    "duration.rounding.threshold_min": [1, 4, 7, 8],
    "duration.snap_to_planned.under_min": [None, 5, 10],
    "duration.snap_to_planned.over_min": [None, 5, 10],
    "duration.cap.extra_min": [0, 7, 8],
    "duration.min_billable_min": [0, 30, 60],
    "duration.max_billable_min": [None, 60, 90],
    "smoothing.service_groups": [[], [{"name": "link", "services": ["APA-LS"]}]],
    "smoothing.service_groups[].name": ["link", "other"],
    "smoothing.service_groups[].services": [["APA-LS"], ["APA-HR"], ["APA-LS", "APA-HR"]],
    "smoothing.carry.horizon_periods": [1, 2],
    "smoothing.carry.cap_min": [None, 60, 61],
    "smoothing.carry.cap_pct": [None, 10, 11],
    "smoothing.ceiling_min": [None, 400, 401],
    "smoothing.advance.cap_min": [60, 61],
    "smoothing.sub_ceilings": [[], [{"service": "APA-HR", "max_min": 300, "period": "month"}]],
    "smoothing.sub_ceilings[].service": ["APA-HR", "APA-LS"],
    "smoothing.sub_ceilings[].max_min": [100, 101],
    "funding.order": [["CD99", "MUT99"], ["MUT99", "CD99"]],
    "funding.per_funder": [[], [{"funder": "CD99", "rate_cap": "funder_tariff"}]],
    "funding.per_funder[].funder": ["CD99", "MUT99"],
    "funding.per_funder[].rate": [None, "23.75", "23.76"],
    **{
        f"funding.per_funder[].rates.{name}": [None, "26.00", "26.01"]
        for name in ("weekday", "saturday", "sunday", "public_holiday", "evening")
    },
    "funding.per_funder[].percent": [None, "50", "51"],
    "funding.per_funder[].max": [None, "1.50", "1.51"],
    "funding.per_funder[].volume.minutes": [None, 300, 301],
    "funding.per_funder[].volume.euros": [None, "90.00", "90.01"],
    "funding.per_funder[].days": [["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN", "HOLIDAY"]]
    + [
        [day for day in ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN", "HOLIDAY") if day != left_out]
        for left_out in ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN", "HOLIDAY")
    ],
    "funding.per_funder[].participation.percent": ["13.6192", "13.62", "20"],
    "funding.per_funder[].participation.amount": ["2.35", "2.36"],
    "funding.per_funder[].participation.table": [
        [{"from": 0, "to": None, "percent": 10}],
        [{"from": 0, "to": None, "percent": 35}],
    ],
    "funding.per_funder[].participation.table[].from": [0, 1000, 1001],
    "funding.per_funder[].participation.table[].to": [None, 1000, 1001],
    "funding.per_funder[].participation.table[].percent": [10, 11],
    "funding.per_funder[].participation.table[].amount": ["2.40", "2.41"],
    "funding.per_funder[].participation.inputs.resources": [1499, 1500],
    "funding.per_funder[].participation.inputs.gir": [1, 2, 3, 4],
    "funding.per_funder[].participation.inputs.accepted_plan": [999, 1000],
    "funding.per_funder[].participation.rate_scale": [None, 2, 3, 4],
    "funding.surcharges.split_pct": [40, 41],
    **{
        f"funding.surcharges.percent.{name}": [0, 40, 41]
        for name in ("saturday", "sunday", "public_holiday", "first_of_january", "first_of_may", "christmas", "evening", "custom")
    },
    "funding.surcharges.evening_window": [None, {"from": "18:30", "to": "21:00"}],
    "funding.surcharges.evening_window.from": ["18:30", "18:31"],
    "funding.surcharges.evening_window.to": ["21:00", "21:01"],
    "funding.surcharges.custom_window": [None, {"from": "11:30", "to": "19:30"}],
    "funding.surcharges.custom_window.from": ["08:30", "08:31"],
    "funding.surcharges.custom_window.to": ["19:30", "19:31"],
    "funding.cancelled.notice_hours": [None, 2, 24],
    **{
        f"correction.code_weights.{name}": [0, "0.5", 1]
        for name in ("START_CORRECTED", "END_CORRECTED", "BOTH_CORRECTED", "CREATED", "DATA_CHANGED", "NOT_PROBATIVE", "TIMES_CHANGED")
    },
    "correction.exclude": [["INCOMPATIBLE", "OUTAGE", "REJECTED", "STAMP_ONLY"], ["INCOMPATIBLE", "REJECTED", "STAMP_ONLY"], ["OUTAGE", "REJECTED", "STAMP_ONLY"]],
    "correction.threshold_pct": [None, 5, 8],
    "correction.k": ["1", "1.1"],
    "correction.cap_pct": [None, 1, 2],
    "correction.tiers": [[{"from_pct": 5, "reduction_pct": 1}], [{"from_pct": 5, "reduction_pct": 2}]],
    "correction.tiers[].from_pct": [5, 99],
    "correction.tiers[].reduction_pct": [1, 2],
    "declarative.quota_pct": [None, 5, 99],
    "declarative.price_pct": [80, 81, 100],
    "incompatible.decision_ref": [None, "D-1"],
    "incompatible.reasons": [[], ["R1"]],
    "double_visit.plan_factor": [1, 2],
    "double_visit.pay_factor": [1, 2],
    "extra_minutes.code": [None, "MDT", "COA"],
    "extra_minutes.monthly_cap_min": [None, 10, 11],
    "extra_minutes.reasons": [[], ["R"], ["S"]],
    "payable_share_pct.WAITING": [None, 0, 50, 51],
    "payable_share_pct.BENEFICIARY_ABSENT": [None, 0, 50, 51],
    "payable_share_pct.CARE_REFUSED": [None, 0, 50, 51],
    "invoicing.cutoff_day": [None, 1, 31],
    "invoicing.correction_deadline_days": [None, 0, 400],
    "invoicing.time_bar_months": [None, 0, 12],
    "invoicing.complementary.max_per_month": [None, 0],
    "invoicing.advance.pct": [10, 11],
    "invoicing.advance.base_months": [1, 2],
    "invoicing.advance.spread_months": [1, 2],
    "invoicing.vat_pct": ["5.5", "10"],
    "invoicing.numbering.invoice": ["FACT", "F"],
    "invoicing.numbering.credit_note": ["AV", "A"],
    "invoicing.numbering.company": [None, "S99"],
    "invoicing.numbering.digits": [4, 5],
}

NATIONAL = {"basis": "used", "rate": "national_apa", "inputs": {"resources": 1500, "couple": False, "gir": 3, "accepted_plan": 1000}}
PENALTY = {"correction.penalty": "reduction", "correction.threshold_pct": 5, "correction.k": "1"}
ADVANCE = {"invoicing.advance": {"enabled": True, "pct": 10, "base": "forecast", "recover": "next"}}


def of_funder(name: str, **settings: Any) -> Json:
    return {"funder": name, "settings": {"funding.per_funder": [{"funder": name, **settings}]}}


# Settings without which a key has no effect, beside those of the random month; `funder`: whose key it is.
CONTEXT: Dict[str, Json] = {
    "timezone": {"settings": {"duration.source": "stamped"}},
    "holiday_zone": {"settings": {"funding.surcharges.percent": {"public_holiday": 30}, "smoothing.prorata": "working_days"}},
    "pentecost_monday": {"settings": {"funding.surcharges.percent": {"public_holiday": 30}}},
    "stamps.dedupe_seconds": {"settings": {"duration.source": "stamped"}},
    "stamps.pair_max_hours": {"settings": {"duration.source": "stamped"}},
    "stamps.methods_allowed": {"settings": {"duration.source": "stamped"}},
    "stamps.outside_tolerance": {"settings": {"duration.source": "stamped"}},
    "stamps.outside_distance": {"settings": {"stamps.distance_m": 100}},
    "stamps.reason_required": {"settings": {"correction.undocumented": "refuse"}},
    "stamps.conflict.same_beneficiary": {"settings": {"double_visit": {"allowed": False}}},
    "stamps.merge_consecutive.scope": {"settings": {"stamps.merge_consecutive": {"enabled": True, "max_gap_min": 15}}},
    "stamps.merge_consecutive.max_gap_min": {"settings": {"stamps.merge_consecutive": {"enabled": True}}},
    **{
        f"stamps.missing.{side}": {"settings": {"duration.source": "stamped"}}
        for side in ("start", "end", "both")
    },
    "stamps.precision": {"settings": {"duration.source": "stamped"}},
    "stamps.code_map[].producer": {"settings": {"stamps.code_map": NUMBERS["stamps.code_map"][0]}},
    "stamps.code_map[].issued_from": {"settings": {"stamps.code_map": NUMBERS["stamps.code_map"][0]}},
    "stamps.code_map[].issued_to": {"settings": {"stamps.code_map": NUMBERS["stamps.code_map"][0]}},
    "stamps.code_map[].map": {"settings": {"stamps.code_map": NUMBERS["stamps.code_map"][0]}},
    "stamps.probative_methods": {"settings": {"correction.classify_by": "evidence"}},
    "stamps.retained_gap_min": {"settings": {"correction.classify_by": "evidence"}},
    "duration.rounding.object": {"settings": {"duration.source": "stamped", "duration.rounding": {"step_min": 15}}},
    "duration.rounding.scope": {"settings": {"duration.rounding": {"object": "duration", "step_min": 15}}},
    "duration.rounding.step_min": {"settings": {"duration.source": "stamped", "duration.rounding": {"object": "duration", "mode": "nearest"}}},
    "duration.rounding.mode": {"settings": {"duration.source": "stamped", "duration.rounding": {"object": "stamps", "step_min": 15}}},
    "duration.rounding.threshold_min": {"settings": {"duration.source": "stamped", "duration.rounding": {"object": "duration", "step_min": 15, "mode": "threshold"}}},
    "duration.rounding.tie": {"settings": {"duration.source": "stamped", "stamps.precision": "trunc_minute", "duration.rounding": {"object": "duration", "step_min": 10, "mode": "nearest"}}},
    "duration.rounding.guard": {"settings": {"duration.source": "stamped", "duration.rounding": {"object": "duration", "step_min": 15, "mode": "up"}}},
    "duration.cap.extra_min": {"settings": {"duration.source": "stamped", "duration.cap": {"kind": "planned_plus"}}},
    "duration.cap.kind": {"settings": {"duration.source": "stamped"}},
    **{
        f"duration.snap_to_planned.{side}": {"settings": {"duration.source": "stamped"}}
        for side in ("under_min", "over_min")
    },
    "smoothing.carry.enabled": {"settings": {"smoothing.carry": {"horizon_periods": 2, "may_exceed_ceiling": True}}},
    "smoothing.carry.horizon_periods": {"settings": {"smoothing.carry": {"enabled": True, "may_exceed_ceiling": True}}},
    "smoothing.carry.order": {"settings": {"smoothing.carry": {"enabled": True, "horizon_periods": 3, "may_exceed_ceiling": True}}},
    "smoothing.carry.cap_min": {"settings": {"smoothing.carry": {"enabled": True, "horizon_periods": 3}}},
    "smoothing.carry.cap_pct": {"settings": {"smoothing.carry": {"enabled": True, "horizon_periods": 3}}},
    "smoothing.carry.may_exceed_ceiling": {"settings": {"smoothing.carry": {"enabled": True, "horizon_periods": 3}}},
    "smoothing.carry.across_plans": {"settings": {"smoothing.carry": {"enabled": True, "horizon_periods": 3}}},
    "smoothing.ceiling_min": {"settings": {"smoothing.carry": {"enabled": True, "horizon_periods": 3, "may_exceed_ceiling": False}}},
    "smoothing.tariff_month": {"settings": {"smoothing.carry": {"enabled": True, "horizon_periods": 5, "may_exceed_ceiling": True}}},
    "smoothing.crossing": {"settings": {"smoothing.split_at_ceiling": False}},
    "smoothing.advance.cap_min": {"settings": {"smoothing.advance": {"enabled": True}}},
    "smoothing.service_groups[].name": {"settings": {"smoothing.service_groups": [{"name": "link", "services": ["APA-LS"]}]}},
    "smoothing.service_groups[].services": {"settings": {"smoothing.service_groups": [{"name": "link", "services": ["APA-LS"]}]}},
    **{
        f"smoothing.sub_ceilings[].{name}": {"settings": {"smoothing.sub_ceilings": [{"service": "APA-HR", "max_min": 100, "period": "month"}]}}
        for name in ("service", "max_min", "period")
    },
    "funding.per_funder[].funder": {"settings": {"funding.per_funder": [{"funder": "CD99", "participation": {"basis": "none"}}]}},
    "funding.per_funder[].percent": of_funder("TOP99", nature="complement"),
    "funding.per_funder[].max": of_funder("TOP99", nature="complement", percent="50"),
    "funding.per_funder[].rate": {"settings": {"tariff.source": "rule_book"}},
    "funding.per_funder[].volume.period": of_funder("CD99", volume={"minutes": 200}),
    **{
        f"funding.per_funder[].participation.inputs.{name}": {"settings": {"tariff.source": "rule_book", "funding.per_funder": [{"funder": "CD99", "participation": NATIONAL}]}}
        for name in ("resources", "couple", "gir", "accepted_plan")
    },
    "funding.per_funder[].participation.rate_scale": {"settings": {"tariff.source": "rule_book", "funding.per_funder": [{"funder": "CD99", "participation": {**NATIONAL, "rate_rounding": "half_up"}}]}},
    "funding.per_funder[].participation.rate_rounding": {"settings": {"tariff.source": "rule_book", "funding.per_funder": [{"funder": "CD99", "participation": {**NATIONAL, "rate_scale": 2}}]}},
    "funding.per_funder[].participation.percent": {"settings": {"tariff.source": "rule_book"}},
    "funding.per_funder[].participation.amount": {"settings": {"tariff.source": "rule_book", "funding.per_funder": [{"funder": "CD99", "participation": {"basis": "per_hour_amount"}}]}},
    "funding.per_funder[].participation.table": {"settings": {"tariff.source": "rule_book", "funding.per_funder": [{"funder": "CD99", "participation": {"rate": "table", "inputs": {"resources": 1000}}}]}},
    **{
        f"funding.per_funder[].participation.table[].{name}": {"settings": {"tariff.source": "rule_book", "funding.per_funder": [{"funder": "CD99", "participation": {"basis": "used", "rate": "table", "inputs": {"resources": 1000}, "table": table}}]}}
        for name, table in {
            "from": [{"from": 0, "to": None, "percent": 10}],
            "to": [{"from": 0, "to": None, "percent": 10}, {"from": 1001, "to": None, "percent": 30}],
            "percent": [{"from": 0, "to": None, "percent": 10}],
            "amount": [{"from": 0, "to": None, "amount": "2.40"}],
        }.items()
    },
    "funding.residual_cent_to": {"settings": {"funding": {"order": ["CD99", "TOP99"], "per_funder": [{"funder": "TOP99", "nature": "complement", "percent": "100"}]}}},
    **{
        f"funding.per_funder[].participation.{name}": {"settings": {"tariff.source": "rule_book"}}
        for name in ("basis", "rate")
    },
    "funding.surcharges.split_pct": {"settings": {"funding.surcharges": {"bearer": "split", "percent": {"saturday": 20, "sunday": 20}}}},
    "funding.surcharges.bearer": {"settings": {"funding.surcharges": {"percent": {"saturday": 20, "sunday": 20}}}},
    "funding.surcharges.policy": {"settings": {"funding.surcharges": {"percent": {"saturday": 20, "sunday": 20, "evening": 10, "custom": 30}, "evening_window": {"from": "18:00", "to": "21:00"}, "custom_window": {"from": "08:00", "to": "20:00"}}}},
    **{
        f"funding.surcharges.{name}_window{part}": {"settings": {"funding.surcharges": {"percent": {name: 30}, **({f"{name}_window": {"from": "08:30", "to": "21:30"}} if part else {})}}}
        for name in ("evening", "custom")
        for part in ("", ".from", ".to")
    },
    "funding.surcharges.percent.evening": {"settings": {"funding.surcharges": {"evening_window": {"from": "08:00", "to": "21:00"}}}},
    "funding.surcharges.percent.custom": {"settings": {"funding.surcharges": {"custom_window": {"from": "08:00", "to": "20:00"}}}},
    "funding.cancelled.notice_hours": {"settings": {"funding.cancelled": {"bill_to": "beneficiary"}}},
    "correction.threshold_pct": {"settings": {"correction.penalty": "reduction", "correction.k": "1"}},
    "correction.k": {"settings": PENALTY},
    "correction.cap_pct": {"settings": PENALTY},
    "correction.scope": {"settings": PENALTY},
    "correction.refuse_order": {"settings": {"correction.penalty": "refuse_excess", "correction.threshold_pct": 20}},
    **{
        f"correction.tiers{part}": {"settings": {"correction.penalty": "tiers", "correction.tiers": [{"from_pct": 5, "reduction_pct": 2}]}}
        for part in ("", "[].from_pct", "[].reduction_pct")
    },
    **{
        f"correction.code_weights.{name}": {"settings": {"correction.classify_by": "evidence", "stamps.probative_methods": ["IVR"]}}
        for name in ("NOT_PROBATIVE",)
    },
    "correction.code_weights.TIMES_CHANGED": {"settings": {"correction.classify_by": "evidence", "stamps.retained_gap_min": 1}},
    "correction.declarative": {"settings": {"declarative.mode": "per_visit"}},
    "declarative.quota_pct": {"settings": {"declarative.mode": "per_visit"}},
    "declarative.price_pct": {"settings": {"declarative.mode": "per_visit"}},
    "declarative.proof_required": {"settings": {"declarative.mode": "per_visit"}},
    "incompatible.decision_ref": {"settings": {"incompatible.status": True}},
    "incompatible.approval_required": {"settings": {"incompatible": {"status": True, "decision_ref": None}}},
    "incompatible.status": {"settings": {"incompatible.decision_ref": "D-1"}},
    "incompatible.reasons": {"settings": {"incompatible": {"status": True, "decision_ref": "D-1"}}},
    "incompatible.duration_source": {"settings": {"incompatible": {"status": True, "decision_ref": "D-1"}}},
    "incompatible.in_rates": {"settings": {"incompatible": {"status": True, "decision_ref": "D-1"}}},
    "double_visit.plan_factor": {"settings": {"double_visit.allowed": True}},
    "double_visit.pay_factor": {"settings": {"double_visit.allowed": True}},
    "double_visit.allowed": {"settings": {"double_visit": {"plan_factor": 1, "pay_factor": 1}}},
    **{
        f"extra_minutes.{name}": {"settings": {"extra_minutes": {"allowed": True, "code": "MDT", "bearer": "funder"}}}
        for name in ("code", "bearer", "monthly_cap_min", "counts_in_plan", "counts_as_correction", "reasons", "allowed")
    },
    "invoicing.advance.enabled": {"settings": ADVANCE},
    "invoicing.advance.pct": {"settings": ADVANCE},
    "invoicing.advance.base": {"settings": {"invoicing.advance": {**ADVANCE["invoicing.advance"]}}},
    "invoicing.advance.base_months": {"settings": {"invoicing.advance": {"enabled": True, "pct": 10, "base": "avg_months", "recover": "next"}}},
    "invoicing.advance.recover": {"settings": {"invoicing.advance": {**ADVANCE["invoicing.advance"]}}},
    "invoicing.advance.spread_months": {"settings": {"invoicing.advance": {"enabled": True, "pct": 10, "base": "forecast", "recover": "spread"}}},
    "invoicing.prices_include_tax": {"settings": {"invoicing.vat_pct": "5.5"}},
    "invoicing.complementary.max_per_month": {"settings": {"invoicing.complementary": {"enabled": True}}},
}

# What another value of a key asks for besides.
WITH_VALUE: Dict[str, Json] = {
    'duration.rounding.mode = "threshold"': {"duration.rounding.threshold_min": 5},
    "smoothing.split_at_ceiling = false": {"smoothing.crossing": "in"},
    "smoothing.split_at_ceiling = true": {"smoothing.crossing": None},
    'funding.surcharges.bearer = "split"': {"funding.surcharges.split_pct": 40},
    "funding.surcharges.evening_window = null": {"funding.surcharges.percent.evening": 0},
    "funding.surcharges.custom_window = null": {"funding.surcharges.percent.custom": 0},
    'funding.per_funder[].nature = "fixed"': {"funding.per_funder[].volume.euros": "40.00"},
    'funding.per_funder[].nature = "complement"': {"funding.per_funder[].percent": "50"},
    'funding.per_funder[].participation.basis = "used"': {"funding.per_funder[].participation.percent": 20},
    'funding.per_funder[].participation.basis = "per_hour_amount"': {"funding.per_funder[].participation.amount": "2.35"},
    'funding.per_funder[].participation.basis = "accepted_plan"': {"funding.per_funder[].participation.amount": "36.19"},
    'funding.per_funder[].participation.rate = "fixed"': {"funding.per_funder[].participation.percent": 20},
    'funding.per_funder[].participation.rate = "table"': {
        "funding.per_funder[].participation.inputs.resources": 1000,
        "funding.per_funder[].participation.table": [{"from": 0, "to": None, "percent": 10}],
    },
    'funding.per_funder[].participation.rate = "national_apa"': {
        f"funding.per_funder[].participation.inputs.{name}": value for name, value in NATIONAL["inputs"].items()
    },
    'correction.penalty = "alert"': {"correction.threshold_pct": 5},
    'correction.penalty = "refuse_excess"': {"correction.threshold_pct": 5},
    'correction.penalty = "reduction"': {"correction.threshold_pct": 5, "correction.k": "1"},
    'correction.penalty = "tiers"': {"correction.tiers": [{"from_pct": 5, "reduction_pct": 2}]},
    'invoicing.advance.base = "avg_months"': {"invoicing.advance.base_months": 1},
    'invoicing.advance.recover = "spread"': {"invoicing.advance.spread_months": 2},
}

# Keys that only a second run shows: late visits, dearer orders, numbers of documents.
TWICE = (
    "invoicing.cutoff_day",
    "invoicing.correction_deadline_days",
    "invoicing.time_bar_months",
    "invoicing.complementary.enabled",
    "invoicing.complementary.max_per_month",
    "invoicing.credit_note",
    "invoicing.advance.enabled",
    "invoicing.advance.pct",
    "invoicing.advance.base",
    "invoicing.advance.base_months",
    "invoicing.advance.recover",
    "invoicing.advance.spread_months",
    "invoicing.retro_tariff",
    "invoicing.numbering.credit_note",
    "invoicing.numbering.period",
    "correction.scope",
)

# What no bill shows, and why.
EXCEPTIONS: Dict[str, str] = {
    "alerts.underuse_pct": "alerts change no bill: tests/vectors/statistics.json",
    "alerts.underuse_months": "alerts change no bill: tests/vectors/statistics.json",
    "alerts.qualifications": "alerts change no bill: tests/vectors/statistics.json",
    "alerts.qualifications[].service": "alerts change no bill: tests/vectors/statistics.json",
    "alerts.qualifications[].profiles": "alerts change no bill: tests/vectors/statistics.json",
    "cpom.objectives": "a contract changes no bill: tests/vectors/cpom.json",
    "cpom.objectives[].name": "a contract changes no bill: tests/vectors/cpom.json",
    "cpom.objectives[].services": "a contract changes no bill: tests/vectors/cpom.json",
    "cpom.objectives[].unit_amount": "a contract changes no bill: tests/vectors/cpom.json",
    "cpom.advances": "a contract changes no bill: tests/vectors/cpom.json",
    "cpom.advances[].month": "a contract changes no bill: tests/vectors/cpom.json",
    "cpom.advances[].amount": "a contract changes no bill: tests/vectors/cpom.json",
    "cpom.envelope.amount": "a contract changes no bill: tests/vectors/cpom.json",
    "cpom.envelope.flexibility_pct": "a contract changes no bill: tests/vectors/cpom.json",
    "funding.per_funder[].nature = \"complement\"": "no random month was found; see d2 and d14",
    "invoicing.advance.recover = \"next\"": "no random month was found; see f5; tests/bill/documents_test.cpp",
    "invoicing.advance.recover = \"spread\"": "no random month was found; see f5; tests/bill/documents_test.cpp",
    "dst_ambiguous": "the hour that the clocks show twice is in tests/vectors/dst.json; no random month has a visit in it",
    "duration.rounding.threshold_min = null": "required with mode = threshold, refused with another",
    "smoothing.crossing = null": "required with split_at_ceiling = false, refused without",
    "funding.per_funder[].percent = null": "another key asks for a value: the file is refused",
    "funding.per_funder[].participation.table[].percent = null": "another key asks for a value: the file is refused",
    "funding.per_funder[].participation.table[].amount = null": "another key asks for a value: the file is refused",
    "funding.per_funder[].participation.rate_scale = null": "another key asks for a value: the file is refused",
    "funding.per_funder[].participation.rate_rounding = null": "another key asks for a value: the file is refused",
    "funding.surcharges.split_pct = null": "another key asks for a value: the file is refused",
    "correction.threshold_pct = null": "another key asks for a value: the file is refused",
    "correction.k = null": "another key asks for a value: the file is refused",
    "invoicing.advance.pct = null": "another key asks for a value: the file is refused",
    "invoicing.advance.base_months = null": "another key asks for a value: the file is refused",
    "invoicing.advance.spread_months = null": "another key asks for a value: the file is refused",
    "funding.per_funder[].participation.table[].to = null": "another key asks for a value: the file is refused",
    "funding.duration_from": "shows where funders have rules of their own, a second rule set: tests/bill/payers_test.cpp",
    "smoothing.late": "shows over several runs: tests/vectors/smoothing_late.json, tests/bill/late_test.cpp",
    "smoothing.control_window_months": "what is judged over six months is a statement, not a bill",
    "correction.code_weights.DELETED": "a deleted visit is on no invoice, so that no rate counts it",
    "funding.per_funder[].rate_cap = \"provider_price\"": "the same formula as funder_tariff: a share ends at the price of its minutes anyway",
    "incompatible.decision_ref = \"D-1\"": "a reference is text; that there is one shows in the value null",
    "correction.penalty = \"bonus\"": "the bonus of a CPOM objective belongs to its statement",
}
