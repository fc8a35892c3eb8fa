// The rules as they hold for somebody on a day: every parameter, its value and where it comes from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/export.hpp"
#include "esppadom/rules/rule_book.hpp"
#include "esppadom/value/finding.hpp"
#include "esppadom/value/result.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// One parameter. The texts of `label` and `unit` live as long as the library.
struct shown_parameter {
  std::string key;         ///< as rule files nest it: "duration.rounding.step_min"
  std::string_view label;  ///< French
  std::string value;       ///< as a rule file writes it: compact JSON
  std::string_view unit;   ///< of numbers in the file: "min", "€", "%"…; empty = none
  standing evidence = standing::open;
  std::optional<std::uint32_t> version;  ///< index in `rule_book::versions` of the one that set it; none = neutral
};

/// The parameters of one entry of `funding.per_funder`.
struct shown_funder {
  std::string funder;
  std::vector<shown_parameter> parameters;
};

struct shown_rules {
  local_date valid_from;  ///< over these dates, both inclusive, the same question has the same answer
  local_date valid_to;
  std::vector<shown_parameter> parameters;  ///< all, in the order of the parameter set
  std::vector<shown_funder> funders;
  findings found;  ///< what was asked for and is not in the book
};

/// How a rule file's unit is written. Example: parameter_unit::minutes is "min".
ESPPADOM_API std::string_view symbol_of(parameter_unit unit);

/// Every parameter as `resolve` gives it, the neutral ones included, and what the book does not have of the question
/// (`check_question`).
ESPPADOM_API shown_rules show_rules(const rule_book& book, const rule_query& query);

/// `{"schema": "esppadom/rules-show/1", "at", "asked": {…}, "valid_from", "valid_to", "parameters": [{"key", "label",
/// "value", "unit", "standing", "from"}], "per_funder": [{"funder", "parameters"}], "rule_sets": […], "findings":
/// […]}`; `value` is the value itself and `from` names the rule set by its place in `rule_sets`, null for the neutral
/// value.
ESPPADOM_API std::string write_json(const shown_rules& rules, const rule_book& book, const rule_query& query,
                                    language in = language::english);

}  // namespace esppadom::inline ESPPADOM_ABI
