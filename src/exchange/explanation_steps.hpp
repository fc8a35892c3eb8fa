// The parts that explanations of visits and of documents share: steps with their rule sets and their seal as JSON, the
// tree of steps as text and as HTML.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/exchange/sha256.hpp"
#include "exchange/explanation_words.hpp"
#include "exchange/json_report.hpp"
#include "exchange/json_write.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

/// The tree of steps as text, each two blanks below its group; empty when there is none.
std::string steps_as_text(const explanation_log& log, const explainer& say);
/// A heading of a text report, underlined.
std::string text_heading(std::string_view words);

/// The tree of steps as HTML; every step has the anchor "s" and its number.
std::string steps_as_html(const explanation_log& log, const explainer& say);
/// A link to a step.
std::string step_link(std::int32_t step);
/// The beginning of a page that needs nothing else, up to its heading, and its end.
std::string html_page_begin(std::string_view title, const explainer& say);
std::string html_page_end();

/// JSON as the compact form writes it: the same without blanks and line ends between its tokens.
std::string without_layout(std::string_view json);

/// Writes steps, the rule sets they name, and the seal over the whole document.
class explained_steps_writer {
 protected:
  template <class Explanation>
  explained_steps_writer(const Explanation& one, const rule_book& book, std::string& out, json_layout layout)
      : to_(out, layout),
        out_(out),
        log_(one.log),
        en_(one, book, language::english),
        fr_(one, book, language::french),
        book_(book) {
    for (const auto& [step, source] : log_.sources()) {
      if (source.version) places_.try_emplace(*source.version, 0);
    }
    std::int64_t place = 0;
    for (auto& each : places_)
      each.second = place++;
  }

  void put(std::string_view key, std::string_view text) {
    to_.key(key);
    to_.string(text);
  }
  void put_step(std::string_view key, std::int32_t step) {
    to_.key(key);
    if (step < 0) {
      to_.raw("null");
    } else {
      to_.integer(step);
    }
  }
  /// Exact, as the steps write it; null where there is no step.
  void put_result(std::string_view key, std::int32_t step) {
    to_.key(key);
    if (step < 0) {
      to_.raw("null");
    } else {
      to_.string(to_string(log_.result(step)));
    }
  }
  void put_cents(std::string_view key, std::int32_t step) {
    to_.key(key);
    if (step < 0) return to_.raw("null");
    const auto& value = log_.result(step);
    to_.string(value.denominator == 0 ? "invalid"
                                      : to_string(money::from_cents(
                                            static_cast<std::int64_t>(value.numerator * 100 / value.denominator))));
  }

  void write_rule_sets() {
    to_.key("rule_sets");
    to_.begin_array();
    for (const auto& [version, place] : places_) {
      if (version >= book_.versions.size()) continue;
      const auto& each = book_.versions[version];
      to_.begin_object();
      put("id", each.id);
      to_.key("version");
      to_.integer(each.version);
      put("sha256", each.sha256);
      to_.key("scope");
      write_value(to_, each.scope, json_absent::left_out);
      to_.key("source");
      write_value(to_, each.source, json_absent::shown);
      to_.end_object();
    }
    to_.end_array();
  }

  void write_steps() {
    to_.key("steps");
    to_.begin_array();
    for (std::size_t i = 0; i < log_.steps().size(); ++i)
      write_step(static_cast<std::int32_t>(i));
    to_.end_array();
  }
  /// The last member: whatever stands before it cannot be changed without its showing.
  void write_seal() {
    const auto seal = sha256_hex(without_layout(out_) + "}");
    to_.key("seal");
    if (seal) {
      to_.string(*seal);
    } else {
      to_.raw("null");
    }
  }

  json_writer to_;

 private:
  void write_parameter(std::int32_t at, const trace_step& step) {
    if (step.parameter.empty()) return;
    to_.key("parameter");
    to_.begin_object();
    const auto from = log_.sources().find(at);
    const bool known = from != log_.sources().end();
    put("key", known ? from->second.key : step.parameter);
    put("funder", known ? std::string_view(from->second.funder) : std::string_view{});
    put("label", known ? std::string_view(from->second.label) : std::string_view{});
    put("standing", known ? name_of(from->second.evidence) : std::string_view{});
    to_.key("rule_set");
    if (known && from->second.version) {
      to_.integer(places_.at(*from->second.version));
    } else {
      to_.raw("null");
    }
    to_.end_object();
  }

  void write_operands(const trace_step& step) {
    to_.key("operands");
    to_.begin_array();
    for (std::size_t i = 0; i < step.operands.size(); ++i) {
      const auto& operand = step.operands[i];
      to_.begin_object();
      if (step.operation == trace_operation::look_up) {
        put("text", operand.text);
      } else if (operand.step >= 0) {
        put_step("step", operand.step);
      } else {
        put("value", to_string(operand.number));
        put("unit", unit_name_of_operand(step, i));
      }
      to_.end_object();
    }
    to_.end_array();
  }

  void write_residual(const trace_step& step) {
    if (step.operation != trace_operation::round) return;
    const auto& first = step.operands.front();
    const auto before = first.step >= 0 ? log_.result(first.step) : first.number;
    const auto gap = fraction::of(step.result.numerator, step.result.denominator) -
                     fraction::of(before.numerator, before.denominator);
    to_.key("residual");
    if (gap.is_valid()) {
      to_.string(to_string(trace_number{gap.numerator(), gap.denominator()}));
    } else {
      to_.raw("null");
    }
  }

  void write_step(std::int32_t at) {
    const auto& step = log_.steps()[static_cast<std::size_t>(at)];
    const auto about = log_.abouts().find(at);
    const bool is_group = step.operation == trace_operation::group;
    const auto label = step.label ? step.label->key : std::string_view{};
    to_.begin_object();
    put_step("step", at);
    put_step("parent", step.parent);
    put("operation", name_of(step.operation));
    put("mode", name_of(step.mode));
    put("label", label);
    put("key", step.parameter);
    put("about", about == log_.abouts().end() ? std::string_view{} : std::string_view(about->second));
    put("title_en", en_.title(at));
    put("title_fr", fr_.title(at));
    put("en", en_.sentence(at));
    put("fr", fr_.sentence(at));
    put("unit", name_of(step.unit));
    to_.key("result");
    if (is_group) {
      to_.raw("null");
    } else {
      to_.string(to_string(step.result));
    }
    write_operands(step);
    write_residual(step);
    write_parameter(at, step);
    to_.end_object();
  }

  const std::string& out_;
  const explanation_log& log_;
  explainer en_;
  explainer fr_;
  const rule_book& book_;
  std::map<std::uint32_t, std::int64_t> places_;  ///< of rule sets in the output
};

}  // namespace esppadom::inline ESPPADOM_ABI::detail
