// How an amount came about. A rule computes through a trace: `no_trace` hands the values through and compiles to
// nothing; `trace_log` also records every step, so that what is recorded is what was computed.
//
// Steps hold exact fractions. Whoever reads a log can replay it with fractions alone: each result follows from its
// operands, operands name earlier steps, and the last step is the result of the rule.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "esppadom/message/description.hpp"
#include "esppadom/value/duration.hpp"
#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/exact_amount.hpp"
#include "esppadom/value/exact_duration.hpp"
#include "esppadom/value/int128.hpp"
#include "esppadom/value/local_time.hpp"
#include "esppadom/value/money.hpp"
#include "esppadom/value/percentage.hpp"
#include "esppadom/value/unit_price.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What a step does with its operands. The list is closed: a replay needs no other operation.
enum class trace_operation : std::uint8_t {
  group,      ///< a heading: no operands, no result
  input,      ///< a value given from outside; operands: none
  parameter,  ///< a value of the rule set, named by its key; operands: none
  look_up,    ///< a value found by its keys, which are texts: a day's surcharge, a funder's rate
  add,        ///< the sum of all operands
  subtract,   ///< the first less the others
  multiply,   ///< the product of all operands
  divide,     ///< the first by the second
  minimum,    ///< the least operand
  maximum,    ///< the greatest operand
  round,      ///< the multiple of the second operand that lies next to the first, by the mode
  choose,     ///< the third operand if the relation (the mode) holds between the first two, else the fourth
  cut,        ///< the part of [first, second) that lies in [third, fourth): a length, at least 0
};

template <>
struct enum_names<trace_operation> {
  static constexpr enum_name<trace_operation> items[] = {{trace_operation::group, "group"},
                                                         {trace_operation::input, "input"},
                                                         {trace_operation::parameter, "parameter"},
                                                         {trace_operation::look_up, "look_up"},
                                                         {trace_operation::add, "add"},
                                                         {trace_operation::subtract, "subtract"},
                                                         {trace_operation::multiply, "multiply"},
                                                         {trace_operation::divide, "divide"},
                                                         {trace_operation::minimum, "minimum"},
                                                         {trace_operation::maximum, "maximum"},
                                                         {trace_operation::round, "round"},
                                                         {trace_operation::choose, "choose"},
                                                         {trace_operation::cut, "cut"}};
};

/// How `round` rounds, or what `choose` compares, or that a product is cut at the grid of exact amounts.
enum class trace_mode : std::uint8_t {
  none,
  up,         ///< away from zero
  down,       ///< towards zero
  ceiling,    ///< towards plus infinity
  floor,      ///< towards minus infinity
  half_up,    ///< nearest, a tie away from zero
  half_down,  ///< nearest, a tie towards zero
  half_even,  ///< nearest, a tie to the even neighbour
  threshold,  ///< up when the remainder reaches the third operand, else down
  less,
  less_or_equal,
  equal,
  grid,  ///< of a product in euros: it lies at or below the exact one, by at most 2^24 / (9·10^28) €
};

template <>
struct enum_names<trace_mode> {
  static constexpr enum_name<trace_mode> items[] = {{trace_mode::none, ""},
                                                    {trace_mode::up, "up"},
                                                    {trace_mode::down, "down"},
                                                    {trace_mode::ceiling, "ceiling"},
                                                    {trace_mode::floor, "floor"},
                                                    {trace_mode::half_up, "half_up"},
                                                    {trace_mode::half_down, "half_down"},
                                                    {trace_mode::half_even, "half_even"},
                                                    {trace_mode::threshold, "threshold"},
                                                    {trace_mode::less, "less"},
                                                    {trace_mode::less_or_equal, "less_or_equal"},
                                                    {trace_mode::equal, "equal"},
                                                    {trace_mode::grid, "grid"}};
};

/// The mode of a trace for a mode of the rule set; `unnecessary` rounds nothing.
constexpr trace_mode trace_mode_of(rounding_mode mode) {
  switch (mode) {
    case rounding_mode::up:
      return trace_mode::up;
    case rounding_mode::down:
      return trace_mode::down;
    case rounding_mode::ceiling:
      return trace_mode::ceiling;
    case rounding_mode::floor:
      return trace_mode::floor;
    case rounding_mode::half_up:
      return trace_mode::half_up;
    case rounding_mode::half_down:
      return trace_mode::half_down;
    case rounding_mode::half_even:
      return trace_mode::half_even;
    case rounding_mode::unnecessary:
      break;
  }
  return trace_mode::none;
}

/// What a number counts. Products of units need their factors as operands: 1/3600 between seconds and €/h.
enum class trace_unit : std::uint8_t {
  none,
  second,   ///< a length of time
  instant,  ///< seconds on the time line, from 1970
  euro,
  euro_per_hour,
  ratio,  ///< 20 % is 1/5
};

template <>
struct enum_names<trace_unit> {
  static constexpr enum_name<trace_unit> items[] = {{trace_unit::none, ""},
                                                    {trace_unit::second, "s"},
                                                    {trace_unit::instant, "instant"},
                                                    {trace_unit::euro, "EUR"},
                                                    {trace_unit::euro_per_hour, "EUR/h"},
                                                    {trace_unit::ratio, "ratio"}};
};

/// What a step is about. Constants stand beside the rule that uses them.
struct trace_label {
  std::string_view key;
  std::string_view en;
  std::string_view fr;
};

/// An exact number; the denominator is positive, or 0 for a value in an error state.
struct trace_number {
  int128 numerator = 0;
  int128 denominator = 1;

  friend constexpr bool operator==(const trace_number&, const trace_number&) = default;
};

/// "19200/31", or "60" when whole; "invalid" for a value in an error state.
inline std::string to_string(const trace_number& number) {
  if (number.denominator == 0) return "invalid";
  std::string out = to_string(number.numerator);
  if (number.denominator != 1) out += "/" + to_string(number.denominator);
  return out;
}

namespace detail {
constexpr trace_number reduced_number(int128 numerator, int128 denominator) {
  const int128 common = gcd(numerator, denominator);
  return {numerator / common, denominator / common};
}
}  // namespace detail

/// The number a value of the library stands for, in the unit of `trace_unit_of`.
constexpr trace_number trace_number_of(duration value) { return {value.seconds, value.is_valid() ? 1 : 0}; }
constexpr trace_number trace_number_of(const exact_duration& value) { return {value.numerator(), value.denominator()}; }
constexpr trace_number trace_number_of(instant value) { return {value.unix_seconds, value.is_valid() ? 1 : 0}; }
constexpr trace_number trace_number_of(money value) {
  return value.is_valid() ? detail::reduced_number(value.cents, 100) : trace_number{0, 0};
}
constexpr trace_number trace_number_of(unit_price value) {
  return value.is_valid() ? detail::reduced_number(value.e6, 1'000'000) : trace_number{0, 0};
}
constexpr trace_number trace_number_of(percentage value) {
  return value.is_valid() ? detail::reduced_number(value.e4, 1'000'000) : trace_number{0, 0};
}
constexpr trace_number trace_number_of(const exact_amount& value) {
  return value.is_valid() ? detail::reduced_number(value.numerator(), exact_amount::denominator) : trace_number{0, 0};
}
constexpr trace_number trace_number_of(const trace_number& value) { return value; }
constexpr trace_number trace_number_of(std::int64_t value) { return {value, 1}; }

template <class T>
inline constexpr trace_unit trace_unit_of = trace_unit::none;
template <>
inline constexpr trace_unit trace_unit_of<duration> = trace_unit::second;
template <>
inline constexpr trace_unit trace_unit_of<exact_duration> = trace_unit::second;
template <>
inline constexpr trace_unit trace_unit_of<instant> = trace_unit::instant;
template <>
inline constexpr trace_unit trace_unit_of<money> = trace_unit::euro;
template <>
inline constexpr trace_unit trace_unit_of<exact_amount> = trace_unit::euro;
template <>
inline constexpr trace_unit trace_unit_of<unit_price> = trace_unit::euro_per_hour;
template <>
inline constexpr trace_unit trace_unit_of<percentage> = trace_unit::ratio;

/// A value and the step of the log that gave it; -1 for a value that has no step and stands for itself.
template <class T>
struct traced_value {
  T value{};
  std::int32_t step = -1;
};

/// The trace that is off. Values are themselves, and nothing is kept.
struct no_trace {
  static constexpr bool active = false;
  template <class T>
  using traced = T;

  struct group_scope {};

  [[nodiscard]] constexpr group_scope group(const trace_label&) const { return {}; }
  template <class T>
  [[nodiscard]] constexpr T input(const T& value, const trace_label&) const {
    return value;
  }
  template <class T>
  [[nodiscard]] constexpr T parameter(const T& value, std::string_view) const {
    return value;
  }
  template <class T, class... Keys>
  [[nodiscard]] constexpr T look_up(const T& value, const trace_label&, std::string_view, const Keys&...) const {
    return value;
  }
  template <class T, class... Operands>
  [[nodiscard]] constexpr T step(trace_operation, const T& result, const trace_label&, const Operands&...) const {
    return result;
  }
  template <class T, class... Operands>
  [[nodiscard]] constexpr T step(trace_operation, trace_mode, const T& result, const trace_label&,
                                 const Operands&...) const {
    return result;
  }
};

/// The value behind what a trace hands on.
template <class T>
constexpr const T& plain(const T& value) {
  return value;
}
template <class T>
constexpr const T& plain(const traced_value<T>& value) {
  return value.value;
}

/// An operand: an earlier step, or a number, or a text (of a look-up).
struct trace_operand {
  std::int32_t step = -1;
  trace_number number;
  std::string text;
};

struct trace_step {
  trace_operation operation = trace_operation::group;
  trace_mode mode = trace_mode::none;
  trace_unit unit = trace_unit::none;
  trace_number result;
  const trace_label* label = nullptr;  ///< a constant of the library, not owned
  std::string parameter;               ///< the key in the rule set, for parameters and look-ups
  std::int32_t parent = -1;            ///< the group it stands in
  std::vector<trace_operand> operands;
};

/// The trace that is on: every value carries the step that gave it.
class trace_log {
 public:
  static constexpr bool active = true;
  template <class T>
  using traced = traced_value<T>;

  /// Closes its group when it goes.
  class group_scope {
   public:
    group_scope(trace_log& log, std::int32_t outer) : log_(&log), outer_(outer) {}
    group_scope(const group_scope&) = delete;
    group_scope& operator=(const group_scope&) = delete;
    ~group_scope() { log_->parent_ = outer_; }

   private:
    trace_log* log_;
    std::int32_t outer_;
  };

  [[nodiscard]] group_scope group(const trace_label& label) {
    const std::int32_t outer = parent_;
    trace_step heading;
    heading.label = &label;
    parent_ = append(std::move(heading), outer);
    return {*this, outer};
  }
  template <class T>
  [[nodiscard]] traced_value<T> input(const T& value, const trace_label& label) {
    return add(trace_operation::input, trace_mode::none, value, &label, {}, {});
  }
  template <class T>
  [[nodiscard]] traced_value<T> parameter(const T& value, std::string_view key) {
    return add(trace_operation::parameter, trace_mode::none, value, nullptr, key, {});
  }
  template <class T, class... Keys>
  [[nodiscard]] traced_value<T> look_up(const T& value, const trace_label& label, std::string_view key,
                                        const Keys&... keys) {
    return add(trace_operation::look_up, trace_mode::none, value, &label, key,
               {trace_operand{-1, {}, std::string(keys)}...});
  }
  template <class T, class... Operands>
  [[nodiscard]] traced_value<T> step(trace_operation operation, const T& result, const trace_label& label,
                                     const Operands&... operands) {
    return add(operation, trace_mode::none, result, &label, {}, {operand(operands)...});
  }
  template <class T, class... Operands>
  [[nodiscard]] traced_value<T> step(trace_operation operation, trace_mode mode, const T& result,
                                     const trace_label& label, const Operands&... operands) {
    return add(operation, mode, result, &label, {}, {operand(operands)...});
  }

  [[nodiscard]] const std::vector<trace_step>& steps() const { return steps_; }
  void clear() {
    steps_.clear();
    parent_ = -1;
  }

 private:
  template <class T>
  static trace_operand operand(const traced_value<T>& value) {
    if (value.step < 0) return {-1, trace_number_of(value.value), {}};
    return {value.step, {}, {}};
  }
  template <class T>
  static trace_operand operand(const T& value) {
    return {-1, trace_number_of(value), {}};
  }

  template <class T>
  traced_value<T> add(trace_operation operation, trace_mode mode, const T& result, const trace_label* label,
                      std::string_view key, std::vector<trace_operand> operands) {
    trace_step entry;
    entry.operation = operation;
    entry.mode = mode;
    entry.unit = trace_unit_of<T>;
    entry.result = trace_number_of(result);
    entry.label = label;
    entry.parameter = key;
    entry.operands = std::move(operands);
    return {result, append(std::move(entry), parent_)};
  }
  std::int32_t append(trace_step entry, std::int32_t parent) {
    entry.parent = parent;
    steps_.push_back(std::move(entry));
    return static_cast<std::int32_t>(steps_.size()) - 1;
  }

  std::vector<trace_step> steps_;
  std::int32_t parent_ = -1;
};

// -- a log as data ----------------------------------------------------------------------------------------------------

/// A step as it is written: every number as a fraction in text. An operand that is a step is "#12".
struct trace_row {
  std::int64_t step = 0;
  std::int64_t parent = -1;
  std::string operation;
  std::string mode;
  std::string label;
  std::string parameter;
  std::string unit;
  std::string result;
  std::vector<std::string> operands;

  friend bool operator==(const trace_row&, const trace_row&) = default;
};

template <>
inline constexpr auto description<trace_row> = fields(
    field<&trace_row::step>("n° d'étape"), field<&trace_row::parent>("étape englobante"),
    field<&trace_row::operation>("opération"), field<&trace_row::mode>("mode"), field<&trace_row::label>("objet"),
    field<&trace_row::parameter>("paramètre"), field<&trace_row::unit>("unité"), field<&trace_row::result>("résultat"),
    field<&trace_row::operands>("opérandes"));

/// The log as rows, in the order of computation.
inline std::vector<trace_row> rows_of(const trace_log& log) {
  std::vector<trace_row> rows;
  rows.reserve(log.steps().size());
  for (const auto& step : log.steps()) {
    trace_row row;
    row.step = static_cast<std::int64_t>(rows.size());
    row.parent = step.parent;
    row.operation = name_of(step.operation);
    row.mode = name_of(step.mode);
    if (step.label != nullptr) row.label = step.label->key;
    row.parameter = step.parameter;
    row.unit = name_of(step.unit);
    if (step.operation != trace_operation::group) row.result = to_string(step.result);
    for (const auto& operand : step.operands) {
      if (step.operation == trace_operation::look_up) {
        row.operands.push_back(operand.text);
      } else if (operand.step >= 0) {
        row.operands.push_back("#" + std::to_string(operand.step));
      } else {
        row.operands.push_back(to_string(operand.number));
      }
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace esppadom::inline ESPPADOM_ABI
