"""Vectors of one rule as calculations: the question that a vector asks, and what its answer has to say.

A function of QUESTIONS gives the calculation, its question, and the members of a rule file or nothing, with the day on
which these hold; a function of EXPECTED says what the answer says else than the vector expects.
"""

import json
from fractions import Fraction

from small_months import in_autumn
from vector_months import rules as rule_file

DAY = "2026-03-02"


def seconds(minutes):
    return str(Fraction(str(minutes)) * 60)


def hours(count):
    return str(Fraction(str(count)) * 3600)


def without_none(members):
    return {key: value for key, value in members.items() if value is not None}


def interval(pair):
    return pair and {"start": pair[0], "end": pair[1]}


def times_of(times):
    return without_none({"arrival": in_autumn(times, "arrival"), "departure": in_autumn(times, "departure"),
                         "retained": interval(times.get("retained")), "planned": interval(times.get("planned"))})


# -- special cases of visits ---------------------------------------------------------------------------------------------


def of_special(given):
    kind = given["kind"]
    if kind == "extra_minutes":
        return "extra_minutes", {key: given[key] for key in ("minutes", "reason", "author")}, {"extra_minutes": given["rules"]}
    if kind == "basis":
        more = {"by_code": given["class"], "incompatible_period": given["incompatible_period"]}
        return "visit_time", {**times_of(given["times"]), **more}, given["rules"]
    if kind == "monthly":
        return "declared_time", {**times_of(given["times"]), "quantity": given["quantity"], "unit": given["unit"]}, given["rules"]
    if kind == "share":
        return "reduced_price", {"price": given["price"], "percent": given["percent"]}, {}
    if kind == "cap":
        cap = None if given["cap"] is None else 60 * given["cap"]
        return "extra_minutes_left", without_none({"asked": 60 * given["asked"], "used": 60 * given["used"], "cap": cap}), {}
    if kind == "double":
        return "double_visit", {key: 60 * given[key] for key in ("before", "own", "offset", "both")}, {}
    if kind == "payable":
        return "payable_share", {"reason": given["reason"]}, {"payable_share_pct": given["rules"]}
    return "declarative_quota", {key: given[key] for key in ("declared", "all", "quota")}, {}


def special_says(told):
    out = {key: told[key] for key in ("kind", "reason", "extra_seconds", "billed_seconds", "exceeded", "share", "price") if key in told}
    if told.get("seconds") is not None:
        out["minutes" if told["of"] in ("double_visit", "extra_minutes_left") else "seconds"] = told["seconds"]
    return out


def special_differs(told, wanted):
    if "error" in wanted:
        return differs(told, None)
    said = special_says(told)
    for key, value in wanted.items():
        value = 60 * value if key == "minutes" else value
        if value is None or said.get(key) is None or isinstance(value, (bool, str)) and not is_number(value):
            met = differs(said.get(key), value)
        else:
            met = differs(Fraction(str(said[key])), Fraction(str(value)))
        if met:
            return f"{key}: {met}"
    return None


def is_number(text):
    try:
        return Fraction(str(text)) is not None
    except ValueError:
        return False


# -- a visit among its funders -------------------------------------------------------------------------------------------


def of_funding(given):
    segments = [without_none({"seconds": seconds(one["minutes"]), "price": one["price"], "surcharge": one.get("surcharge"),
                              "kind": one.get("kind"), "day": one.get("day"), "extra_minutes": one.get("extra")})
                for one in given["segments"]]
    funders, rules = [], []
    for number, one in enumerate(given["sources"], 1):
        name = f"F-{number}"
        limits = {f"{key}_seconds": seconds(one[f"{key}_min"]) for key in ("pool", "volume") if f"{key}_min" in one}
        funders.append(without_none({"funder": name, "tariff": one["tariff"], "participation": one.get("participation"),
                                     **limits, "euros": one.get("euros")}))
        if "rules" in one:
            rules.append({"funder": name, **one["rules"]})
    members = {key: value for key, value in given.get("rules", {}).items() if isinstance(value, dict)}
    if rules:
        members["funding"] = {**members.get("funding", {}), "per_funder": rules}
    question = {"segments": segments, "funders": funders}
    if "limit_min" in given.get("rules", {}):
        question["limit_seconds"] = seconds(given["rules"]["limit_min"])
    if given.get("rules", {}).get("cancelled"):
        question["cancelled"] = True
    return "split_visit", question, members, given.get("on", DAY)


def funding_says(told, key):
    if key == "reason":
        return told["reason"]
    if key in ("beneficiary", "provider", "rejected"):
        return Fraction(told[key])
    if key == "shares":
        return [Fraction(one["share"]) for one in told["funders"]]
    if key == "charged_min":
        return [Fraction(str(one.get("seconds_exact", one["seconds"]))) / 60 for one in told["funders"]]
    if key == "reasons":
        return {one["reason"]: Fraction(one["amount"]) for one in told["reasons"]}
    if key == "pieces":
        return [[Fraction(str(one.get("seconds_exact", one["seconds"]))) / 60, Fraction(one["price"])] for one in told["pieces"]]
    return Fraction(told["cents"]["beneficiary"]) if key == "beneficiary_cents" else [Fraction(one) for one in told["cents"]["funders"]]


def exact(value):
    if isinstance(value, list):
        return [exact(one) for one in value]
    if isinstance(value, dict):
        return {key: exact(one) for key, one in value.items() if Fraction(one) != 0}
    return Fraction(value) if is_number(value) else value


def funding_differs(told, wanted):
    return first_difference((key, funding_says(told, key), exact(value)) for key, value in wanted.items())


# -- segments and prices -------------------------------------------------------------------------------------------------


def of_pricing(given):
    question = without_none({"retained": interval(given["retained"]), "price": given["price"],
                             "base_seconds": given.get("base_seconds"), "extra_seconds": given.get("extra_seconds")})
    return "priced_visit", question, {"funding": {"surcharges": given["surcharges"]}, **given.get("calendar", {})}


def segment_says(told, wanted):
    return {**wanted, "seconds": Fraction(str(told.get("seconds_exact", told["seconds"]))), "percent": Fraction(told["surcharge"]),
            "kind": told["kind"], "day": told["day"], "extra_minutes": told["extra_minutes"],
            **({"date": told["date"]} if "date" in wanted else {})}


def pricing_differs(told, wanted):
    def pairs():
        yield "reason", told["reason"], "NONE"
        if "price" in wanted:
            yield "price", Fraction(told["price"]), Fraction(wanted["price"])
        if "price_rounded" in wanted:
            yield "cents", told["cents"], wanted["price_rounded"]
        if "segments" in wanted:
            yield "segments", len(told["segments"]), len(wanted["segments"])
            for one, expected in zip(told["segments"], wanted["segments"]):
                yield "segment", segment_says(one, expected), {
                    "extra_minutes": False, **expected, "seconds": Fraction(expected["seconds"]),
                    "percent": Fraction(str(expected["percent"]))}
    return first_difference(pairs())


# -- amounts -------------------------------------------------------------------------------------------------------------


def of_cents(given):
    line = {key: given[key] for key in ("price", "funders", "beneficiary")}
    rules = given.get("rules", {})
    return "cents", {"lines": [line]}, {
        "funding": {"residual_cent_to": rules.get("residual_cent_to", "last_funder")},
        "invoicing": {"line_rounding": rules.get("line_rounding", "half_up")}}


def cents_differ(told, wanted):
    line = told["lines"][0]
    return differs({key: line[key] for key in wanted}, wanted)


def of_cents_place(given):
    lines = [{"price": one["price"], "funders": [one["funder"]],
              "beneficiary": str(Fraction(one["price"]) - Fraction(one["funder"]))} for one in given["lines"]]
    return "cents", {"lines": lines}, {"funding": {"residual_cent_to": "last_funder"}, "invoicing": {"round_at": given["round_at"]}}


def cents_place_differs(told, wanted):
    if "sum" in wanted:
        return differs([told["lines"][0]["price"], *told["lines"][0]["funders"]], wanted["sum"])
    return differs({"prices": [one["price"] for one in told["lines"]], "shares": [one["funders"][0] for one in told["lines"]]}, wanted)


def of_vat(given):
    amounts = [{"amount": amount, "rate": rate} for amount, rate in given["amounts"]]
    return "vat", {"prices_include_tax": given["prices_include_tax"], "amounts": amounts}, {}


def vat_differs(told, wanted):
    told["taxes"] = [[str(Fraction(one["rate"])), one["basis"], one["amount"]] for one in told["taxes"]]
    wanted = {**wanted, "taxes": [[str(Fraction(rate)), *rest] for rate, *rest in wanted["taxes"]]}
    return differs({key: told[key] for key in wanted}, wanted)


def of_fixed(given):
    lines = [{**one, "shares": [{"funder": name, "amount": share} for name, share in one["shares"].items()]}
             for one in given["lines"]]
    return "fixed_participation", {"lines": lines, **given["fixed"]}, {}


def fixed_differs(told, wanted):
    return differs({"taken": told["taken"], "shares": [one["shares"][0]["amount"] for one in told["lines"]],
                    "beneficiary": [one["participation"] for one in told["lines"]]}, wanted)


def of_fixed_month(given):
    amounts = [{"from": one["from"], "to": one["to"], "amount": one["euros"]} for one in given["amounts"]]
    return "participation_of_month", {"month": given["month"], "amounts": amounts}, {"smoothing": {"prorata": given["prorata"]}}


def fixed_month_differs(told, wanted):
    """Where the library's grid has no step for a fraction it stands at the next one below, marked with "~"."""
    off = Fraction(wanted["amount"]) - Fraction(told["amount"].lstrip("~"))
    return None if 0 <= off < Fraction(1, 10**20) else f"{told['amount']}, expected {wanted['amount']}"


# -- plans, rates, envelopes ---------------------------------------------------------------------------------------------


def of_cover(given):
    visits = [seconds(one) for one in given["visits_min"]]
    return "covered_visits", {"available": seconds(given["available_min"]), "visits": visits}, {"smoothing": given["rules"]}


def cover_differs(told, wanted):
    return differs([Fraction(str(one)) for one in told["covered"]], [Fraction(str(one)) * 60 for one in wanted["covered_min"]])


def of_smoothing(given):
    over = given.get("over_sub_ceiling_hours", [None] * len(given["used_hours"]))
    periods = [without_none({"plan": hours(given["plan_hours"]), "used": hours(used), "over_sub_ceiling": beyond and hours(beyond)})
               for used, beyond in zip(given["used_hours"], over)]
    return "smoothed_plan", {"periods": periods}, {"smoothing": given["rules"]}, f"{given['first_month']}-01"


def smoothed(period, key):
    if key in ("carried", "lots"):
        return {one["period"]: Fraction(str(one.get("seconds_exact", one["seconds"]))) / 3600 for one in period[key]}
    return Fraction(str(period.get(f"{key}_seconds_exact", period[f"{key}_seconds"]))) / 3600


def smoothing_differs(told, wanted):
    return first_difference((key, [smoothed(one, key) for one in told["periods"]],
                             [{name: Fraction(str(each)) for name, each in one.items()} if isinstance(one, dict) else Fraction(str(one))
                              for one in value]) for key, value in wanted.items())


def of_corrections(given):
    visits = [{"of_class" if key == "class" else key: value for key, value in one.items()} for one in given["visits"]]
    return "corrections", without_none({"visits": visits, "population": given.get("population")}), {"correction": given["rules"]}


def rate(told):
    return told and Fraction(told["numerator"], told["denominator"])


def rates_differ(told, wanted):
    def pairs():
        for key, value in wanted.items():
            if key in ("interventions", "corrected", "exceeds"):
                yield key, told[key], value
            elif key.endswith("_pct"):
                yield key, told[key[:-4]] and told[key[:-4]]["rate_pct"], value
            else:
                yield key, rate(told[key]), value and Fraction(*map(int, value.split("/")))
    return first_difference(pairs())


def of_penalty(given):
    of, question, members = of_corrections(given)
    return of, {**question, **({"base": given["base"]} if "base" in given else {})}, members


def penalty_differs(told, wanted):
    rates = {rate(told[key]) for key in ("by_intervention", "by_stamp", "by_minutes")}
    for key, value in wanted.items():
        if key == "rate" and Fraction(value) not in rates:
            return f"rate: none of {rates} is {value}"
        if key == "reduction" and Fraction(told["reduction"]) != Fraction(value):
            return f"reduction: {told['reduction']}, expected {value}"
        if key in ("refused", "amount") and told[key] != value:
            return f"{key}: {told[key]}, expected {value}"
        if key == "exceeds" and bool(told[key]) != value:
            return f"{key}: {told[key]}, expected {value}"
        if key == "refused_visits" and told[key] != sorted(value):
            return f"{key}: {told[key]}, expected {value}"
    return None


def of_envelope(given):
    return ("envelope", given["envelope"], {}) if "envelope" in given else None


def envelope_differs(told, wanted):
    return differs({key: told[key] for key in wanted}, wanted)


# -- the time of a visit -------------------------------------------------------------------------------------------------


def of_visit(given):
    times = given["times"]
    extra = {"extra": 60 * times["extra_minutes"]} if "extra_minutes" in times else {}
    return "visit_time", {**times_of(times), **extra}, given["rules"]


def visit_differs(told, wanted):
    def pairs():
        for key in {"billed_seconds", "total_seconds", "base_seconds", "extra_seconds"} & set(wanted):
            yield key, Fraction(str(told.get(f"{key}_exact", told[key]))), Fraction(str(wanted[key]))
        for key in {"snapped", "capped"} & set(wanted):
            yield key, told[key], wanted[key]
        yield "reason", told["reason"], wanted.get("reason", "NONE")
    return first_difference(pairs())


# -- all of them ---------------------------------------------------------------------------------------------------------


def differs(told, wanted):
    return None if told == wanted else f"{told}, expected {wanted}"


def first_difference(pairs):
    return next((f"{key}: {met}" for key, told, wanted in pairs if (met := differs(told, wanted))), None)


#: By family: the question of a vector, and what its answer says else than the vector expects.
FAMILIES = {
    "special": (of_special, special_differs), "funding": (of_funding, funding_differs),
    "pricing": (of_pricing, pricing_differs), "funding_participation": (of_funding, funding_differs), "cents": (of_cents, cents_differ),
    "cents_place": (of_cents_place, cents_place_differs), "invoicing_vat": (of_vat, vat_differs),
    "funding_fixed": (of_fixed, fixed_differs), "funding_fixed_month": (of_fixed_month, fixed_month_differs),
    "smoothing_cover": (of_cover, cover_differs), "smoothing": (of_smoothing, smoothing_differs),
    "correction_rate": (of_corrections, rates_differ), "correction_penalty": (of_penalty, penalty_differs),
    "cpom": (of_envelope, envelope_differs), "duration": (of_visit, visit_differs), "dst": (of_visit, visit_differs),
    "stamps": (of_visit, visit_differs)}


def arguments_of(family, case, folder):
    """What is calculated, the question, the rules and the day; none where the family asks something else there."""
    base = {"base": case["expected"]["base"]} if "base" in case["expected"] else {}
    asked = FAMILIES[family][0]({**case["input"], **base})
    if asked is None:
        return None
    of, question, members, day = (*asked, DAY)[:4]
    return [of, json.dumps(question, ensure_ascii=False), rule_file(folder, members) if members else "", day if members else ""]
