// Small fictional months for the tests of billing: orders and deliveries made by hand or at random.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "esppadom/bill.hpp"
#include "esppadom/exchange/rule_book_json.hpp"

namespace esppadom::tests {

inline local_time at(std::string_view text) { return parse_local_time(text).value(); }
inline local_date day(std::string_view text) { return parse_local_date(text).value(); }
inline local_month month(std::string_view text) { return parse_local_month(text).value(); }
inline money euros(std::string_view text) { return parse_money(text).value(); }

inline party named(std::string id) {
  party who;
  who.ids.push_back({std::move(id), {}, {}});
  return who;
}

inline rule_book rules_from(std::string_view json) {
  findings found;
  auto book = load_rule_book(json, found);
  for (const auto& each : found.items())
    ADD_FAILURE() << message(each, language::english) << " " << each.path;
  return book.value_or(rule_book{});
}

inline rule_book rules_of_file(const std::filesystem::path& path) {
  findings found;
  auto book = load_rule_book_file(path, found);
  for (const auto& each : found.items())
    ADD_FAILURE() << message(each, language::english) << " " << each.path;
  return book.value_or(rule_book{});
}

/// An order with one line: hours a month at a tariff, APA, one payer.
struct ordered {
  std::string id = "CMD-1";
  std::string beneficiary = "B-1";
  std::string provider = "SAAD-1";
  std::string payer = "CD99";
  std::string line = "PLAN-1";
  std::string service = "APA-HR";
  std::string from = "2026-01-01T00:00:00";
  std::string issued = "2025-12-01T09:00:00";
  std::string tariff = "24.58";
  std::string provider_rate = "";
  std::string hours = "30";
  std::string participation = "";
  std::string until = "";
};

inline order order_of(const ordered& given) {
  order out;
  out.message_version = "1.4";
  out.order_id = given.id;
  out.issued_at = at(given.issued);
  out.validity_period.start = at(given.from);
  if (!given.until.empty()) out.validity_period.end = at(given.until);
  out.provider = named(given.provider);
  out.ordering_party = named(given.payer);
  out.beneficiary = named(given.beneficiary);
  order_line line;
  line.order_line_id = given.line;
  line.tariff = price{parse_unit_price(given.tariff).value(), "EUR"};
  if (!given.provider_rate.empty()) line.provider_rate = price{parse_unit_price(given.provider_rate).value(), "EUR"};
  if (!given.hours.empty()) {
    line.requested_quantity = measure{parse_decimal(given.hours).value(), "HUR"};
    line.requested_period = measure{{1, 0}, "MON"};
  }
  if (!given.participation.empty()) {
    allowance_charge part;
    part.percent = parse_percentage(given.participation).value();
    part.reason_code.value = "PARTICIPATION";
    line.amounts.push_back(part);
  }
  line.service.codes.push_back({given.service, "CD99_PRESTATIONS", "CD99"});
  line.service.codes.push_back({"APA", "ESPPADOM_TYPE_AIDE", "EDESS"});
  out.lines.push_back(line);
  return out;
}

/// A visit stamped as it was retained, unless said otherwise.
struct made {
  std::string id = "DLV-1";
  std::string start = "2026-05-04T09:00:00";
  std::string end = "2026-05-04T10:00:00";
  std::string beneficiary = "B-1";
  std::string provider = "SAAD-1";
  std::string caregiver = "C-1";
  std::string line = "PLAN-1";
  std::string service = "APA-HR";
  std::string code = "";
  std::string issued = "2026-06-01T08:00:00";
  bool stamped = true;
};

inline delivery delivery_of(const made& given) {
  delivery out;
  out.message_version = "1.4";
  out.transaction_id = "T-1";
  out.delivery_id = given.id;
  out.issued_at = at(given.issued);
  out.beneficiary = named(given.beneficiary);
  out.provider = named(given.provider);
  party_contact caregiver;
  caregiver.id = identifier{given.caregiver, {}, {}};
  caregiver.type_code = code{"INT", {}, {}};
  out.provider.contacts.push_back(caregiver);
  out.correction_code = code{given.code, {}, {}};
  out.retained_period.start = at(given.start);
  out.retained_period.end = at(given.end);
  if (given.stamped) {
    stamp_pair stamps;
    stamps.arrival = stamp{at(given.start), {}, {}, {}};
    stamps.departure = stamp{at(given.end), {}, {}, {}};
    out.stamps = stamps;
  }
  delivery_line line;
  line.line_id = "1";
  if (!given.line.empty()) line.order_line_id = given.line;
  line.billed_quantity = measure{{1, 0}, "HUR"};
  line.service.codes.push_back({given.service, "CD99_PRESTATIONS", "CD99"});
  line.service.codes.push_back({"APA", "ESPPADOM_TYPE_AIDE", "EDESS"});
  out.lines.push_back(line);
  return out;
}

inline bill_request request_for(std::string_view billed_month, rule_book rules = {}) {
  bill_request request;
  request.month = month(billed_month);
  request.as_of = request.month.last_day() + 10;
  request.with = {local_time::at(request.as_of), "LOT-1", issue_stage::final};
  request.rules = std::move(rules);
  return request;
}

inline money total_of(const bill_result& result, document_type type) {
  money sum;
  for (const auto& invoice : result.invoices) {
    if (invoice.type == type) sum += invoice.total;
  }
  return sum;
}

/// What was asked of each payer in all, by (beneficiary, payer, month): documents less credit notes.
inline std::map<std::tuple<std::string, std::string, std::int32_t>, std::int64_t> cumulated(const ledger& facts) {
  std::map<std::tuple<std::string, std::string, std::int32_t>, std::int64_t> sums;
  for (const auto& part : facts.beneficiaries) {
    for (const auto& line : part.lines)
      sums[{part.beneficiary, line.payer, line.month.index}] += line.share.cents;
  }
  std::erase_if(sums, [](const auto& entry) { return entry.second == 0; });
  return sums;
}

/// A reproducible source of choices.
class dice {
 public:
  explicit dice(std::uint64_t seed) : engine_(seed) {}
  std::int64_t pick(std::int64_t least, std::int64_t most) {
    return least + static_cast<std::int64_t>(engine_() % static_cast<std::uint64_t>(most - least + 1));
  }
  bool chance(int percent) { return pick(1, 100) <= percent; }
  template <class T>
  void shuffle(std::vector<T>& items) {
    for (std::size_t i = items.size(); i > 1; --i) {
      std::swap(items[i - 1], items[static_cast<std::size_t>(pick(0, static_cast<std::int64_t>(i) - 1))]);
    }
  }

 private:
  std::mt19937_64 engine_;
};

struct random_month {
  std::vector<order> orders;
  std::vector<delivery> deliveries;
};

/// Three months of visits for some beneficiaries: stacked funders, corrections, withdrawals, replacements, raw stamps.
inline random_month random_visits(dice& with, int beneficiaries) {
  random_month out;
  for (int b = 0; b < beneficiaries; ++b) {
    const auto who = "B-" + std::to_string(b);
    const auto line = "PLAN-" + std::to_string(b);
    ordered plan;
    plan.id = "CMD-" + std::to_string(b);
    plan.beneficiary = who;
    plan.line = line;
    plan.hours = std::to_string(with.pick(2, 12));
    plan.participation = with.chance(60) ? "13.6192" : "";
    plan.provider_rate = with.chance(30) ? "26.137" : "";
    out.orders.push_back(order_of(plan));
    if (with.chance(40)) {
      plan.id += "-2";
      plan.line += "-2";
      plan.payer = "MUT-7";
      plan.tariff = "21.4";
      plan.hours = std::to_string(with.pick(1, 4));
      out.orders.push_back(order_of(plan));
    }
    const auto visits = with.pick(3, 14);
    for (int v = 0; v < visits; ++v) {
      made visit;
      visit.id = who + "-" + std::to_string(v);
      visit.beneficiary = who;
      visit.line = line;
      const auto start = local_time::at(month("2026-04").first_day() + static_cast<std::int32_t>(with.pick(0, 88)),
                                        static_cast<std::int32_t>(with.pick(6 * 3600, 20 * 3600)));
      visit.start = to_string(start);
      visit.end = to_string(local_time{start.seconds + with.pick(300, 14000), 0});
      visit.caregiver = "C-" + std::to_string(with.pick(0, 400));
      const char* codes[] = {"", "", "", "COA", "COD", "CRE", "CO2"};
      visit.code = codes[with.pick(0, 6)];
      visit.stamped = visit.code.empty();
      out.deliveries.push_back(delivery_of(visit));
      if (with.chance(8)) {  // sent again, corrected, withdrawn, or as raw stamps
        visit.issued = "2026-06-0" + std::to_string(with.pick(2, 9)) + "T08:00:00";
        const auto what = with.pick(0, 2);
        visit.code = what == 0 ? "SUP" : what == 1 ? "HOR" : "COA";
        if (what == 2) visit.end = to_string(local_time{at(visit.end).seconds + 600, 0});
        out.deliveries.push_back(delivery_of(visit));
      }
    }
  }
  return out;
}

}  // namespace esppadom::tests
