// Pure functions, one value or a column at a time: rounding a duration, splitting a visit among its funders.

#include <memory>
#include <vector>

#include "esppadom/billing/documents.hpp"
#include "esppadom/billing/rounding.hpp"
#include "esppadom/billing/visit_split.hpp"
#include "esppadom/exchange/calculate.hpp"
#include "esppadom/exchange/calculations.hpp"
#include "esppadom/exchange/conformance.hpp"
#include "esppadom/exchange/describe.hpp"
#include "esppadom/exchange/difference_report.hpp"
#include "messages.hpp"
#include "rules.hpp"

namespace py_api {

using namespace esppadom;

namespace {

// -- columns ----------------------------------------------------------------------------------------------------------

/// Whole numbers of any buffer of 64 bits (NumPy, Arrow, array.array), or of a list. A copy: Python may change the
/// rest.
std::vector<std::int64_t> column_from(const py::object& from, std::string_view what) {
  std::vector<std::int64_t> out;
  if (PyObject_CheckBuffer(from.ptr()) == 0) {
    for (const auto& each : items_of(from, what))
      out.push_back(integer_from(each, what));
    return out;
  }
  const auto view = py::reinterpret_borrow<py::buffer>(from).request();
  const bool wide = view.itemsize == 8 && (view.format == "q" || view.format == "l");
  if (!wide || view.ndim != 1) fail_type(std::string(what) + " must be one column of int64");
  out.resize(static_cast<std::size_t>(view.size));
  const auto* at = static_cast<const char*>(view.ptr);
  for (auto& each : out) {
    std::memcpy(&each, at, sizeof each);
    at += view.strides[0];
  }
  return out;
}

/// An array.array of int64: a buffer, which NumPy and polars take.
py::object column_of(const std::vector<std::int64_t>& values) {
  const py::bytes bytes(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(std::int64_t));
  return py::module_::import("array").attr("array")("q", bytes);
}

// -- rounding ---------------------------------------------------------------------------------------------------------

rounding_rules rounding_from(std::int64_t step, const std::string& mode, const std::string& tie,
                             std::optional<std::int64_t> threshold) {
  constexpr std::int64_t day = 86'400;
  rounding_rules rules;
  rules.object = rounding_object::duration;
  if (step < 1 || step > day) fail_value("step must lie between 1 s and a day");
  rules.step = duration::of_seconds(step);
  rules.mode = choice_from<step_mode>(mode, "mode");
  rules.tie = choice_from<step_tie>(tie, "tie");
  if (threshold) {
    if (*threshold < 0 || *threshold > step) fail_value("threshold must lie between 0 and the step");
    rules.threshold = duration::of_seconds(*threshold);
  }
  if (!is_applicable(rules)) fail_value("mode threshold needs a threshold");
  return rules;
}

std::int64_t rounded(std::int64_t seconds, const rounding_rules& rules) {
  constexpr std::int64_t most = std::int64_t{1} << 62;
  if (seconds < -most || seconds > most) return seconds;  // refused by the callers
  return round_duration(duration::of_seconds(seconds), rules).seconds;
}

void need_plausible(std::int64_t seconds) {
  constexpr std::int64_t most = std::int64_t{1} << 62;
  if (seconds < -most || seconds > most) fail(error_code::out_of_range, "seconds");
}

py::object round_seconds_of(const py::object& seconds, std::int64_t step, const std::string& mode,
                            const std::string& tie, std::optional<std::int64_t> threshold) {
  const auto rules = rounding_from(step, mode, tie, threshold);
  if (PyLong_Check(seconds.ptr())) {
    const auto one = integer_from(seconds, "seconds");
    need_plausible(one);
    return py::int_(rounded(one, rules));
  }
  auto column = column_from(seconds, "seconds");
  for (const auto each : column)
    need_plausible(each);
  {
    const py::gil_scoped_release others_run;
    for (auto& each : column)
      each = rounded(each, rules);
  }
  return column_of(column);
}

// -- splitting --------------------------------------------------------------------------------------------------------

py::object fraction_of(const exact_amount& amount) {
  return py::module_::import("fractions").attr("Fraction")(to_string(amount));
}

/// A funder by the neutral rules: what it pays of an hour, and what of that it leaves to the beneficiary.
funding_source funder_from(unit_price tariff, percentage participation) {
  if (!(tariff >= unit_price())) fail_value("tariff must not be negative");
  if (participation < percentage() || participation > percentage::from_e4(1'000'000)) {
    fail_value("participation must lie between 0 and 100 %");
  }
  return source_of({}, {}, tariff, participation_share(participation));
}

exact_line line_of(const visit_split& from) {
  exact_line line;
  line.price = price_of(from);
  line.beneficiary = beneficiary_share(from);
  line.provider = provider_share(from);
  for (const auto& charge : from.charges)
    line.funders.push_back(charge.share);
  return line;
}

segment part_of(std::int64_t seconds, unit_price price) {
  if (seconds < 0) fail_value("seconds must not be negative");
  if (!(price >= unit_price())) fail_value("unit_price must not be negative");
  segment part;
  part.time = exact_duration(duration::of_seconds(seconds));
  part.price = price;
  return part;
}

/// One visit among its funders. Each funder is (tariff, participation in percent, seconds it still has or None).
py::tuple split_one(std::int64_t seconds, const py::handle& unit_price_of, const py::sequence& funders,
                    const std::string& rounding, const std::string& residual) {
  split_question asked;
  asked.price = scalar<unit_price>::in(unit_price_of, "unit_price");
  static_cast<void>(part_of(seconds, asked.price));
  asked.time = duration::of_seconds(seconds);
  if (py::len(funders) > max_funders) fail_value("too many funders");
  for (const auto& each : funders) {
    const auto one = py::reinterpret_borrow<py::sequence>(each);
    if (!py::isinstance<py::sequence>(each) || py::len(one) != 3) {
      fail_type("a funder is (tariff, participation, seconds)");
    }
    auto& funder = asked.funders.emplace_back();
    funder.tariff = scalar<unit_price>::in(py::object(one[0]), "tariff");
    funder.participation = scalar<percentage>::in(py::object(one[1]), "participation");
    static_cast<void>(funder_from(funder.tariff, funder.participation));
    const py::object left = one[2];
    if (!left.is_none()) funder.left = scalar<duration>::in(left, "seconds");
  }
  asked.rounding = choice_from<line_rounding>(rounding, "rounding");
  asked.residual = choice_from<residual_cent>(residual, "residual_cent_to");
  const auto answer = value_or_fail(split_of(asked), "split");
  py::list shares;
  py::list amounts;
  for (const auto& each : answer.exact.funders)
    shares.append(fraction_of(each));
  for (const auto& each : answer.cents.funders)
    amounts.append(scalar<money>::out(each));
  return py::make_tuple(fraction_of(answer.exact.price), shares, fraction_of(answer.exact.beneficiary),
                        scalar<money>::out(answer.cents.price), amounts, scalar<money>::out(answer.cents.beneficiary),
                        str_of(write_json(answer)));
}

/// Many visits of one price and one funder: cents of the price, of the funder, of the beneficiary.
py::tuple split_many(const py::object& seconds, const py::handle& unit_price_of, const py::handle& tariff,
                     const py::handle& participation, const std::string& rounding) {
  const auto times = column_from(seconds, "seconds");
  const auto price = scalar<unit_price>::in(unit_price_of, "unit_price");
  for (const auto each : times)
    static_cast<void>(part_of(each, price));
  const auto funder =
      funder_from(scalar<unit_price>::in(tariff, "tariff"), scalar<percentage>::in(participation, "participation"));
  const auto how = choice_from<line_rounding>(rounding, "rounding");
  const auto rules = value_or_fail(split_rules_of({}, {}, {}), "split");
  std::vector<std::int64_t> prices(times.size());
  std::vector<std::int64_t> shares(times.size());
  std::vector<std::int64_t> rests(times.size());
  error_code met = error_code::success;
  {
    const py::gil_scoped_release others_run;
    const funder_state state;
    for (std::size_t i = 0; i < times.size() && met == error_code::success; ++i) {
      if (times[i] == 0) continue;  // nothing to bill
      const segment part = part_of(times[i], price);
      const auto done = split_visit(std::span(&part, 1), std::span(&funder, 1), std::span(&state, 1), rules);
      settled_line cents;
      met = done.reason == unbilled_reason::none
                ? settle_line(line_of(done), how, residual_cent::first_funder).get(cents)
                : error_code::invalid_value;
      if (met != error_code::success) break;
      prices[i] = cents.price.cents;
      shares[i] = cents.funders.front().cents;
      rests[i] = cents.beneficiary.cents;
    }
  }
  check(met, "split");
  return py::make_tuple(column_of(prices), column_of(shares), column_of(rests));
}

// -- smoothing --------------------------------------------------------------------------------------------------------

py::str smooth_plan(const rules& book, const py::handle& at, const py::object& plan, const py::object& used,
                    const std::string& departement, const std::string& funder, const std::string& provider,
                    const std::string& service, const std::string& beneficiary) {
  const rule_query whom{date_from(at, "at"),
                        departement.empty() ? sole_departement(book.book) : std::string_view(departement),
                        funder,
                        provider,
                        service,
                        beneficiary};
  const auto granted = column_from(plan, "plan");
  const auto taken = column_from(used, "used");
  if (granted.size() != taken.size()) fail_value("plan and used must have as many periods");
  std::vector<smoothed_use> periods;
  for (std::size_t i = 0; i < granted.size(); ++i)
    periods.push_back({duration::of_seconds(granted[i]), duration::of_seconds(taken[i])});
  return str_of(write_json(value_or_fail(smooth(book.book, whom, periods), "smooth")));
}

// -- any rule by itself -----------------------------------------------------------------------------------------------

py::str calculate_one(const std::string& of, const std::string& question, const rules* book, const py::object& at,
                      const std::string& departement, const std::string& funder, const std::string& provider,
                      const std::string& service, const std::string& beneficiary) {
  const auto asked = choice_from<calculation>(of, "of");
  const rule_book neutral;
  const auto& known = book == nullptr ? neutral : book->book;
  const rule_query whom{at.is_none() ? local_date{} : date_from(at, "at"),
                        departement.empty() ? sole_departement(known) : std::string_view(departement),
                        funder,
                        provider,
                        service,
                        beneficiary};
  findings found;
  std::string answer;
  error_code met{};
  {
    const py::gil_scoped_release others_run;
    met = calculate(asked, question, known, whom, found).get(answer);
  }
  if (met != error_code::success) fail(met, found, of);
  return str_of(answer);
}

// -- comparing, proving -----------------------------------------------------------------------------------------------

message_batch batch_from(const py::list& messages) {
  message_batch out;
  for (const auto& each : messages)
    out.add(message_from(each));
  return out;
}

py::str differences(const py::list& a, const py::list& b, const std::string& lang, bool people) {
  const auto in = language_from(lang);
  const auto left = batch_from(a);
  const auto right = batch_from(b);
  std::string out;
  {
    const py::gil_scoped_release others_run;
    out = write_json(compare_batches(left, right), in, people ? personal_data::shown : personal_data::hidden);
  }
  return str_of(out);
}

py::str conformance(const py::object& kit, const std::string& lang) {
  const auto folder = path_from(kit);
  const auto in = language_from(lang);
  findings found;
  std::string out;
  error_code met{};
  {
    const py::gil_scoped_release others_run;
    conformance_report report;
    met = run_conformance(folder, found).get(report);
    if (met == error_code::success) out = write_json(report, in);
  }
  if (met != error_code::success) fail(met, found, folder.generic_string());
  return str_of(out);
}

}  // namespace

void bind_functions(py::module_& to) {
  to.def(
      "round_duration",
      [](const py::object& seconds, std::int64_t step_seconds, const std::string& mode, const std::string& tie,
         const py::object& threshold) {
        std::optional<std::int64_t> from;
        if (!threshold.is_none()) from = integer_from(threshold, "threshold");
        return round_seconds_of(seconds, step_seconds, mode, tie, from);
      },
      py::arg("seconds"), py::arg("step"), py::arg("mode") = "nearest", py::arg("tie") = "up",
      py::arg("threshold") = py::none(), "A duration or a column of them, rounded to a step.");
  to.def("split", &split_one, py::arg("seconds"), py::arg("unit_price"), py::arg("funders"),
         py::arg("rounding") = "half_up", py::arg("residual_cent_to") = "first_funder",
         "Price, shares and rest, exact and in cents; the canonical JSON.");
  to.def("split_column", &split_many, py::arg("seconds"), py::arg("unit_price"), py::arg("tariff"),
         py::arg("participation"), py::arg("rounding") = "half_up", "Cents of the price, of the funder, of the rest.");
  to.def("smooth", &smooth_plan, py::arg("rules"), py::arg("at"), py::arg("plan"), py::arg("used"),
         py::arg("departement") = "", py::arg("funder") = "", py::arg("provider") = "", py::arg("service") = "",
         py::arg("beneficiary") = "", "Canonical JSON, esppadom/smooth/1.");
  to.def("calculate", &calculate_one, py::arg("of"), py::arg("question"), py::arg("rules") = py::none(),
         py::arg("at") = py::none(), py::arg("departement") = "", py::arg("funder") = "", py::arg("provider") = "",
         py::arg("service") = "", py::arg("beneficiary") = "", "Canonical JSON, esppadom/calculation/1.");
  to.def(
      "describe",
      [](const std::string& of) { return str_of(description_json(choice_from<described_subject>(of, "of"))); },
      py::arg("of"), "Canonical JSON, esppadom/description/1.");
  to.def("diff", &differences, py::arg("a"), py::arg("b"), py::arg("lang") = "en", py::arg("personal_data") = false,
         "Canonical JSON, esppadom/diff/1.");
  to.def("conformance", &conformance, py::arg("kit"), py::arg("lang") = "en",
         "Canonical JSON, esppadom/conformance/1.");
}

}  // namespace py_api
