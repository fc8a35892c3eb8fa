// What calculations share: how a question is read and an answer written.
#pragma once

#include <string>
#include <string_view>

#include "esppadom/billing/fixed_participation.hpp"
#include "esppadom/exchange/calculate.hpp"
#include "esppadom/value/fraction.hpp"
#include "exchange/json_report.hpp"

#if ESPPADOM_WITH_JSON
#include "exchange/json_read.hpp"
#endif

namespace esppadom::inline ESPPADOM_ABI::detail {

/// Whether a time that was asked about is one: known, and not before nothing.
inline bool is_time(const duration& time) { return time.is_valid() && !(time < duration()); }
inline bool is_time(const exact_duration& time) { return time.is_valid() && !(time < exact_duration()); }

/// A fraction as texts have it: "385/12", "2.458", "-5".
inline result<fraction> parse_fraction(std::string_view text) {
  const auto slash = text.find('/');
  decimal above, below{1, 0};
  auto error = parse_decimal(text.substr(0, slash)).get(above);
  if (error == error_code::success && slash != std::string_view::npos)
    error = parse_decimal(text.substr(slash + 1)).get(below);
  if (error != error_code::success) return error;
  if (below.coefficient <= 0) return error_code::invalid_value;
  const auto value = fraction(above) / fraction(below);
  return value.is_valid() ? result<fraction>(value) : result<fraction>(error_code::overflow);
}

struct fraction_spelling {
  static constexpr bool quoted = true;
  static constexpr bool accepts_number = true;
  static constexpr std::string_view expected_en = "a number or a fraction \"385/12\"";
  static constexpr std::string_view expected_fr = "un nombre ou une fraction \"385/12\"";
};

template <>
struct json_scalar<fraction> : fraction_spelling {
  static void append(std::string& out, const fraction& value) { out += to_string(value); }
  static result<fraction> parse(std::string_view text) { return parse_fraction(text); }
};

template <>
struct json_scalar<exact_amount> : fraction_spelling {
  static void append(std::string& out, const exact_amount& value) { out += to_string(value); }
  static result<exact_amount> parse(std::string_view text) {
    fraction value;
    if (const auto error = parse_fraction(text).get(value); error != error_code::success) return error;
    const auto out = amount_of(value);
    return out.is_valid() ? result<exact_amount>(out) : result<exact_amount>(out.error());
  }
};

/// What a calculation is made with.
struct calculation_context {
  const rule_set& rules;
  const rule_query& whom;
};

/// Reads the question, lets `answer` make the answer of it, and writes that.
template <class Question, class Answer>
result<std::string> answered(calculation of, std::string_view text, findings& found, const calculation_context& context,
                             result<Answer> (*answer)(const Question&, const calculation_context&)) {
#if ESPPADOM_WITH_JSON
  Question asked;
  if (const auto error = read_json_text<Question>(text, found, {}).get(asked); error != error_code::success)
    return error;
  Answer made;
  if (const auto error = answer(asked, context).get(made); error != error_code::success) return error;
  std::string out;
  json_writer to(out, json_layout::indented);
  to.begin_object();
  write_shown(to, "schema", std::string("esppadom/calculation/1"));
  write_shown(to, "of", of);
  for_each_member<Answer>([&](const auto& entry) { write_shown(to, key_of(entry), made.*(entry.member)); });
  to.end_object();
  return out + "\n";
#else
  static_cast<void>(of), static_cast<void>(text), static_cast<void>(found), static_cast<void>(context),
      static_cast<void>(answer);
  return error_code::not_built;
#endif
}

/// Calculations by the file that makes them; unsupported for those of another.
result<std::string> calculate_visit(calculation of, std::string_view question, findings& found,
                                    const calculation_context& context);
result<std::string> calculate_money(calculation of, std::string_view question, findings& found,
                                    const calculation_context& context);
result<std::string> calculate_oversight(calculation of, std::string_view question, findings& found,
                                        const calculation_context& context);

}  // namespace esppadom::inline ESPPADOM_ABI::detail
