// The log of an explanation: steps as they were computed, each with what it is about and, for a value of the rule book,
// the version that gave it. Kernels record into it as into any trace.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "esppadom/billing/participation.hpp"
#include "esppadom/billing/trace.hpp"
#include "esppadom/rules/rule_book.hpp"
#include "esppadom/value/exact_amount.hpp"
#include "esppadom/value/fraction.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// An exact share of one, for steps: 20 % is 1/5.
struct exact_share {
  fraction of_one;
};
constexpr trace_number trace_number_of(const exact_share& share) {
  return {share.of_one.numerator(), share.of_one.denominator()};
}
template <>
inline constexpr trace_unit trace_unit_of<exact_share> = trace_unit::ratio;

/// Which version of the rule book gave the value of a step.
struct explained_source {
  std::string key;                       ///< as rule files nest it: "duration.rounding.step_min"
  std::string funder;                    ///< the entry of `funding.per_funder`; empty for other keys
  std::string label;                     ///< French, of the parameter
  standing evidence = standing::open;    ///< of the parameter
  std::optional<std::uint32_t> version;  ///< index in `rule_book::versions`; none = the neutral value

  friend bool operator==(const explained_source&, const explained_source&) = default;
};

/// A trace that also knows whose rules are in force, what a step is about, and which step an input comes from.
class explanation_log : public trace_log {
 public:
  template <class T>
  using traced = traced_value<T>;

  /// Parameters recorded from now on are of these rules. They must outlive the recording.
  void under(const resolved_rules& rules) { rules_ = &rules; }
  /// These; null before any.
  [[nodiscard]] const resolved_rules* rules() const { return rules_; }

  /// An input of that label and value, asked for later, is the step that gave it.
  template <class T>
  void supply(const trace_label& label, const traced_value<T>& value) {
    if (value.step >= 0) supplied_[&label] = value.step;
  }

  template <class T>
  [[nodiscard]] traced_value<T> input(const T& value, const trace_label& label) {
    const auto at = supplied_.find(&label);
    if (at != supplied_.end() && result(at->second) == trace_number_of(value)) return {value, at->second};
    return trace_log::input(value, label);
  }
  /// An input that is no earlier step, and what it is about.
  template <class T>
  [[nodiscard]] traced_value<T> given(const T& value, const trace_label& label, std::string about = {}) {
    auto out = trace_log::input(value, label);
    about_last(std::move(about));
    return out;
  }

  template <class T>
  [[nodiscard]] traced_value<T> parameter(const T& value, std::string_view key) {
    auto out = trace_log::parameter(value, key);
    sources_[out.step] = source_of_key(key);
    return out;
  }
  /// A value of an entry of `funding.per_funder`; `name` is how the rule book calls the funder.
  template <class T>
  [[nodiscard]] traced_value<T> parameter_of_funder(const T& value, std::string_view key, const std::string& name) {
    auto out = trace_log::parameter(value, "funding.per_funder." + std::string(key));
    about_last(name);
    sources_[out.step] = source_of_funder(key, name);
    return out;
  }

  template <class T, class... Keys>
  [[nodiscard]] traced_value<T> look_up(const T& value, const trace_label& label, std::string_view key,
                                        const Keys&... keys) {
    auto out = trace_log::look_up(value, label, key, keys...);
    auto full = std::string(key);
    if (const auto& operands = steps().back().operands; !operands.empty()) {
      full += '.';
      for (const char c : operands.front().text)
        full += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    if (const auto source = source_of_key(full); !source.label.empty()) sources_[out.step] = source;
    return out;
  }

  /// A step in euros: one whose result was cut at the grid of exact amounts says so.
  template <class... Operands>
  [[nodiscard]] traced_value<exact_amount> euros(trace_operation operation, const exact_amount& value,
                                                 const trace_label& label, const Operands&... operands) {
    const bool on_grid = operation != trace_operation::multiply && operation != trace_operation::add &&
                         operation != trace_operation::subtract;
    const auto mode = on_grid || value.is_exact() ? trace_mode::none : trace_mode::grid;
    return step(operation, mode, value, label, operands...);
  }

  /// What the last step is about: a payer, a period, a line.
  void about_last(std::string text) {
    if (!text.empty()) about_[last()] = std::move(text);
  }
  template <class T>
  traced_value<T> about(traced_value<T> value, std::string text) {
    if (value.step >= 0 && !text.empty()) about_[value.step] = std::move(text);
    return value;
  }
  /// The source of a value that a rule set names but another step records.
  void set_source(std::int32_t step, explained_source source) { sources_[step] = std::move(source); }

  [[nodiscard]] std::int32_t last() const { return static_cast<std::int32_t>(steps().size()) - 1; }
  [[nodiscard]] const trace_number& result(std::int32_t step) const {
    return steps()[static_cast<std::size_t>(step)].result;
  }
  /// The step as a value, for operands.
  template <class T>
  [[nodiscard]] traced_value<T> known(const T& value, std::int32_t step) const {
    return {value, step};
  }
  /// The latest step since `from` with that unit and value; -1 when there is none.
  [[nodiscard]] std::int32_t find(std::int32_t from, trace_unit unit, const trace_number& value) const {
    for (std::int32_t i = last(); i >= from && i >= 0; --i) {
      const auto& step = steps()[static_cast<std::size_t>(i)];
      if (step.operation != trace_operation::group && step.unit == unit && step.result == value) return i;
    }
    return -1;
  }

  [[nodiscard]] const std::map<std::int32_t, std::string>& abouts() const { return about_; }
  [[nodiscard]] const std::map<std::int32_t, explained_source>& sources() const { return sources_; }

 private:
  template <class Set>
  static explained_source source_in(std::string_view key, std::string_view prefix,
                                    const detail::leaf_origins<Set>& from) {
    explained_source out;
    out.key = std::string(prefix) + std::string(key);
    const auto leaf = leaf_index<Set>(key);
    if (leaf == leaf_count<Set>) return out;
    out.label = parameter_table<Set>[leaf].label;
    out.evidence = parameter_table<Set>[leaf].evidence;
    if (from[leaf] != resolved_rules::neutral) out.version = from[leaf];
    return out;
  }
  [[nodiscard]] explained_source source_of_key(std::string_view key) const {
    return rules_ ? source_in<rule_set>(key, {}, rules_->origin) : explained_source{std::string(key), {}, {}, {}, {}};
  }
  [[nodiscard]] explained_source source_of_funder(std::string_view key, const std::string& name) const {
    explained_source out{"funding.per_funder." + std::string(key), name, {}, {}, {}};
    if (!rules_) return out;
    const auto& funders = rules_->rules.funding.per_funder;
    for (std::size_t i = 0; i < funders.size() && i < rules_->per_funder_origin.size(); ++i) {
      if (funders[i].funder != name) continue;
      out = source_in<funder_rules>(key, "funding.per_funder.", rules_->per_funder_origin[i]);
      out.funder = name;
    }
    return out;
  }

  const resolved_rules* rules_ = nullptr;
  std::map<const trace_label*, std::int32_t> supplied_;
  std::map<std::int32_t, std::string> about_;
  std::map<std::int32_t, explained_source> sources_;
};

}  // namespace esppadom::inline ESPPADOM_ABI
