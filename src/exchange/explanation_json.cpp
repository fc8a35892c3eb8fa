#include <algorithm>
#include <map>
#include <optional>
#include <vector>

#include "esppadom/exchange/sha256.hpp"
#include "exchange/explanation_words.hpp"
#include "exchange/json_report.hpp"
#include "exchange/json_write.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace {

using namespace detail;

class explanation_writer {
 public:
  explanation_writer(const explanation& one, const rule_book& book, std::string& out, json_layout layout)
      : one_(one), to_(out, layout), en_(one, book, language::english), fr_(one, book, language::french), book_(book) {
    for (const auto& [step, source] : one_.log.sources()) {
      if (source.version) places_.try_emplace(*source.version, 0);
    }
    std::int64_t place = 0;
    for (auto& each : places_)
      each.second = place++;
  }

  void write() {
    to_.begin_object();
    put("schema", "esppadom/explain/1");
    write_visit();
    write_shares();
    write_lines();
    write_outcome();
    write_rule_sets();
    to_.key("steps");
    to_.begin_array();
    for (std::size_t i = 0; i < one_.log.steps().size(); ++i)
      write_step(static_cast<std::int32_t>(i));
    to_.end_array();
    to_.key("seal");
    if (const auto seal = sha256_hex(sealed_)) {
      to_.string(*seal);
    } else {
      to_.raw("null");
    }
    to_.end_object();
  }

 private:
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
      to_.string(to_string(one_.log.result(step)));
    }
  }
  void put_cents(std::string_view key, std::int32_t step) {
    to_.key(key);
    if (step < 0) return to_.raw("null");
    const auto& value = one_.log.result(step);
    to_.string(value.denominator == 0 ? "invalid"
                                      : to_string(money::from_cents(
                                            static_cast<std::int64_t>(value.numerator * 100 / value.denominator))));
  }

  void write_visit() {
    put("delivery", one_.delivery);
    put("beneficiary", one_.beneficiary);
    put("provider", one_.provider);
    put("month", to_string(one_.month));
    put("order", one_.order_id);
    put("order_line", one_.order_line);
    put("service", one_.service);
    put("kind", name_of(one_.kind));
    put("class", name_of(one_.klass));
    put("timezone", one_.calendar.timezone);
    to_.key("unit");
    if (one_.unit) {
      to_.string(*one_.unit);
    } else {
      to_.raw("null");
    }
    to_.key("billed");
    to_.raw(one_.shares.empty() ? "false" : "true");
    to_.key("reason");
    if (one_.reason == unbilled_reason::none) {
      to_.raw("null");
    } else {
      to_.begin_object();
      put("code", name_of(one_.reason));
      put("en", words_of(one_.reason).en);
      put("fr", words_of(one_.reason).fr);
      to_.end_object();
    }
    to_.key("result");
    to_.begin_object();
    put_result("billed_seconds", one_.time);
    put_step("billed_seconds_step", one_.time);
    put_result("price", one_.price);
    put_step("price_step", one_.price);
    put_result("check", one_.check);
    put_step("check_step", one_.check);
    to_.end_object();
  }

  void write_party(const explained_share& share) {
    put("party", name_of(share.party));
    put("payer", share.payer);
    put("reason", share.reason ? name_of(*share.reason) : std::string_view{});
  }

  void write_shares() {
    to_.key("shares");
    to_.begin_array();
    for (const auto& share : one_.shares) {
      to_.begin_object();
      write_party(share);
      put_result("exact", share.step);
      put_step("step", share.step);
      to_.end_object();
    }
    to_.end_array();
  }

  void write_lines() {
    to_.key("lines");
    to_.begin_array();
    for (const auto& line : one_.lines) {
      to_.begin_object();
      put("month", to_string(line.key.month));
      put("order_line", line.key.order_line);
      put("service", line.key.service);
      put("unit_price", to_string(line.key.price));
      put("surcharge_pct", to_string(line.key.surcharge));
      put("participation_pct", to_string(line.key.participation));
      to_.key("funders");
      to_.begin_array();
      for (const auto& funder : line.key.funders)
        to_.string(funder);
      to_.end_array();
      to_.key("visits");
      to_.integer(static_cast<std::int64_t>(line.visits));
      put("round_at", name_of(line.round_at));
      put("line_rounding", name_of(line.rounding));
      put_result("billed_seconds", line.time);
      put_step("billed_seconds_step", line.time);
      put_cents("gross", line.price);
      put_step("gross_step", line.price);
      to_.key("shares");
      to_.begin_array();
      for (const auto& share : line.shares) {
        to_.begin_object();
        write_party(share);
        put_cents("amount", share.step);
        put_step("step", share.step);
        put_cents("to_invoice", share.difference >= 0 ? share.difference : share.step);
        put_step("to_invoice_step", share.difference >= 0 ? share.difference : share.step);
        to_.end_object();
      }
      to_.end_array();
      to_.end_object();
    }
    to_.end_array();
  }

  void write_outcome() {
    to_.key("documents");
    to_.begin_array();
    for (const auto& each : one_.documents) {
      to_.begin_object();
      put("id", each.id);
      put("type", name_of(each.type));
      put("funder", each.payer);
      put("line_share", to_string(each.amount));
      to_.end_object();
    }
    to_.end_array();
    write_shown(to_, "unbilled", one_.unbilled);
    to_.key("held");
    to_.begin_array();
    for (const auto reason : one_.held)
      to_.string(name_of(reason));
    to_.end_array();
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

  void write_parameter(std::int32_t at, const trace_step& step) {
    if (step.parameter.empty()) return;
    to_.key("parameter");
    to_.begin_object();
    const auto from = one_.log.sources().find(at);
    const bool known = from != one_.log.sources().end();
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
        sealed_ += "|" + operand.text;
      } else if (operand.step >= 0) {
        put_step("step", operand.step);
        sealed_ += "|#" + std::to_string(operand.step);
      } else {
        put("value", to_string(operand.number));
        put("unit", unit_name_of_operand(step, i));
        sealed_ += "|" + to_string(operand.number);
      }
      to_.end_object();
    }
    to_.end_array();
  }

  void write_residual(const trace_step& step) {
    if (step.operation != trace_operation::round) return;
    const auto& first = step.operands.front();
    const auto before = first.step >= 0 ? one_.log.result(first.step) : first.number;
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
    const auto& step = one_.log.steps()[static_cast<std::size_t>(at)];
    const auto about = one_.log.abouts().find(at);
    const bool is_group = step.operation == trace_operation::group;
    const std::string result = is_group ? std::string() : to_string(step.result);
    const auto label = step.label ? step.label->key : std::string_view{};
    sealed_ += std::to_string(at) + "|" + std::to_string(step.parent) + "|" + std::string(name_of(step.operation)) +
               "|" + std::string(name_of(step.mode)) + "|" + std::string(label) + "|" + step.parameter + "|" +
               std::string(name_of(step.unit)) + "|" + result;
    to_.begin_object();
    put_step("step", at);
    put_step("parent", step.parent);
    put("operation", name_of(step.operation));
    put("mode", name_of(step.mode));
    put("label", label);
    put("key", step.parameter);
    put("about", about == one_.log.abouts().end() ? std::string_view{} : std::string_view(about->second));
    put("title_en", en_.title(at));
    put("title_fr", fr_.title(at));
    put("en", en_.sentence(at));
    put("fr", fr_.sentence(at));
    put("unit", name_of(step.unit));
    to_.key("result");
    if (is_group) {
      to_.raw("null");
    } else {
      to_.string(result);
    }
    write_operands(step);
    write_residual(step);
    write_parameter(at, step);
    to_.end_object();
    sealed_ += "\n";
  }

  const explanation& one_;
  json_writer to_;
  explainer en_;
  explainer fr_;
  const rule_book& book_;
  std::map<std::uint32_t, std::int64_t> places_;  ///< of rule sets in the output
  std::string sealed_;
};

}  // namespace

std::string write_json(const explanation& one, const rule_book& book, json_layout layout) {
  std::string out;
  explanation_writer(one, book, out, layout).write();
  return out + "\n";
}

}  // namespace esppadom::inline ESPPADOM_ABI
