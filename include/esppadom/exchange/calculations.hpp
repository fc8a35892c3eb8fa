// Single rules as questions and answers, for whoever calls them from another language: a visit split among its funders,
// a plan smoothed over its months. Rounding is in billing/rounding.hpp.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "esppadom/billing/invoicing.hpp"
#include "esppadom/billing/pool_period.hpp"
#include "esppadom/billing/smoothing.hpp"
#include "esppadom/export.hpp"
#include "esppadom/rules/rule_book.hpp"
#include "esppadom/value/duration.hpp"
#include "esppadom/value/percentage.hpp"
#include "esppadom/value/result.hpp"
#include "esppadom/value/unit_price.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What a funder pays of an hour, 0 or more, the percentage of that left to the beneficiary, 0 to 100, and the time it
/// still pays for; none = no limit.
struct split_funder {
  unit_price tariff;
  percentage participation;
  std::optional<duration> left;
};

/// A visit of one length and one price of an hour, both 0 or more, among funders in their order.
struct split_question {
  duration time;
  unit_price price;
  std::vector<split_funder> funders;
  line_rounding rounding = line_rounding::half_up;
  residual_cent residual = residual_cent::first_funder;
};

/// The same visit exact and in cents.
struct split_answer {
  exact_line exact;
  settled_line cents;
};

/// Splits by the neutral rules of funding. Errors: out_of_range for what is outside the ranges above; too_large for
/// more than `max_funders`; invalid_value where the rules bill nothing; those of the amounts. Example: 3 h at 10 €,
/// tariff 10 €, participation 20 %: the funder 24.00, the beneficiary 6.00.
ESPPADOM_API result<split_answer> split_of(const split_question& asked);

/// Canonical JSON, esppadom/split/1: euros with two decimals, and beside each under its key with "_exact" the fraction.
ESPPADOM_API std::string write_json(const split_answer& answer);

/// What a plan grants in a period and what visits use of it, both 0 or more.
struct smoothed_use {
  duration plan;
  duration used;
};

struct smooth_answer {
  pool_period period = pool_period::month;
  std::vector<pool_outcome<exact_duration>> periods;
};

/// Smooths a pool counted in time over periods that follow each other, from an empty account, by the smoothing rules
/// that hold for `whom` on its date, which lies in the first period. Errors: unsupported for rules that count in euros
/// or over a whole grant; missing as `check`; out_of_range for times below 0 or beyond the range of the library.
/// Example: plans of 20 h, 14 h and then 26 h used, carry of five months: the second month uses 20 h and 6 h carried.
ESPPADOM_API result<smooth_answer> smooth(const rule_book& rules, const rule_query& whom,
                                          std::span<const smoothed_use> periods);

/// Canonical JSON, esppadom/smooth/1: seconds, and a fraction beside where they are not whole. Periods are named as in
/// `period_name`, e.g. "2026-05".
ESPPADOM_API std::string write_json(const smooth_answer& answer);

}  // namespace esppadom::inline ESPPADOM_ABI
