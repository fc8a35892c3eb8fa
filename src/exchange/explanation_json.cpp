#include "exchange/explanation_steps.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace {

using namespace detail;

class explanation_writer : private explained_steps_writer {
 public:
  explanation_writer(const explanation& one, const rule_book& book, std::string& out, json_layout layout)
      : explained_steps_writer(one, book, out, layout), one_(one) {}

  void write() {
    to_.begin_object();
    put("schema", "esppadom/explain/1");
    write_visit();
    write_shares();
    write_lines();
    write_outcome();
    write_rule_sets();
    write_steps();
    write_seal();
    to_.end_object();
  }

 private:
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

  const explanation& one_;
};

}  // namespace

std::string write_json(const explanation& one, const rule_book& book, json_layout layout) {
  std::string out;
  explanation_writer(one, book, out, layout).write();
  return out + "\n";
}

}  // namespace esppadom::inline ESPPADOM_ABI
