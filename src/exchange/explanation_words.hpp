// Words and numbers of explanations: the closed table of what steps say, for text, JSON and HTML alike.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "esppadom/exchange/explanation.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

/// Says the same thing in the language asked for.
class explainer {
 public:
  explainer(const explanation& one, const rule_book& book, language in)
      : log_(one.log), calendar_(&one.calendar), book_(book), in_(in) {}
  explainer(const document_explanation& one, const rule_book& book, language in)
      : log_(one.log), book_(book), in_(in) {}

  [[nodiscard]] std::string_view say(std::string_view en, std::string_view fr) const {
    return in_ == language::french ? fr : en;
  }
  [[nodiscard]] bool french() const { return in_ == language::french; }

  /// "1 h 08 min 40 s", "12,29 €", "20 %", "08/03/2026 18:56:40"; "≈" stands before what is shown shorter than it is.
  [[nodiscard]] std::string number(const trace_number& value, trace_unit unit, bool is_clock = false) const;
  /// The result of a step; empty for a group.
  [[nodiscard]] std::string value_of(std::int32_t step) const;
  /// What a step is about.
  [[nodiscard]] std::string title(std::int32_t step) const;
  /// How its result follows.
  [[nodiscard]] std::string sentence(std::int32_t step) const;
  /// Why there is such a step: for groups; empty for others.
  [[nodiscard]] std::string_view purpose(std::int32_t step) const;
  /// "dep-99 version 2 (département 99), arrêté du …".
  [[nodiscard]] std::string source(const explained_source& from) const;
  [[nodiscard]] std::string about(std::string_view text) const;
  [[nodiscard]] std::string party(const explained_share& share) const;
  [[nodiscard]] std::string month(local_month value) const;

 private:
  [[nodiscard]] std::string_view of_scale(std::string_view key) const;
  [[nodiscard]] std::string operand(const trace_step& step, std::size_t at) const;
  [[nodiscard]] std::string joined(const trace_step& step, std::string_view between) const;
  [[nodiscard]] std::string rounding(const trace_step& step) const;
  [[nodiscard]] std::string choice(const trace_step& step) const;
  [[nodiscard]] trace_number number_of(const trace_operand& operand) const;
  [[nodiscard]] bool is_clock(const trace_step& step) const;
  [[nodiscard]] std::string decimals(const trace_number& value, int least, int most) const;
  [[nodiscard]] std::string time(const trace_number& value) const;

  const explanation_log& log_;
  const calendar_rules* calendar_ = nullptr;  ///< a document has no instants
  const rule_book& book_;
  language in_;
};

/// The unit of a number that stands as an operand of its own.
trace_unit unit_of_operand(const trace_step& step, std::size_t at);
/// The same in words of the schema: "s", "EUR", "h/s" for 1/3600 between seconds and €/h.
std::string_view unit_name_of_operand(const trace_step& step, std::size_t at);

}  // namespace esppadom::inline ESPPADOM_ABI::detail
