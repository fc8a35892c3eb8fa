// The lines that should stand now: visits summed under one line key, exact first, then in cents.
// Billing rules reference, section 2d ("Lines and cents"; inferred, high).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "esppadom/billing/funding.hpp"
#include "esppadom/billing/invoicing.hpp"
#include "esppadom/billing/ledger.hpp"
#include "esppadom/billing/visit.hpp"
#include "esppadom/value/exact_amount.hpp"
#include "esppadom/value/money.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What makes visits share one invoice line.
struct line_key {
  local_month month;
  std::string provider;
  std::string order_id;  ///< of the first visit; not part of the key: an order that replaces another keeps its lines
  std::string order_line;
  std::string service;
  std::string aid_type;
  std::vector<std::string> funders;  ///< who pays on these minutes, in order; empty = nobody but the beneficiary
  unit_price price;
  percentage surcharge;
  percentage participation;
  percentage vat;

  auto tied() const {
    return std::tie(month, provider, order_line, service, aid_type, funders, price.e6, surcharge.e4, participation.e4,
                    vat.e4);
  }
  friend bool operator==(const line_key& a, const line_key& b) { return a.tied() == b.tied(); }
  friend bool operator<(const line_key& a, const line_key& b) { return a.tied() < b.tied(); }
};

/// Exact parts of a price: what each funder of the key pays, what the beneficiary pays and why, what the provider
/// bears.
struct exact_parts {
  exact_amount price;
  std::vector<exact_amount> funders;
  std::array<exact_amount, beneficiary_reason_count> beneficiary{};
  exact_amount provider;

  exact_amount beneficiary_total() const {
    exact_amount sum;
    for (const auto& part : beneficiary)
      sum += part;
    return sum;
  }
  void add(const exact_parts& other) {
    price += other.price;
    if (funders.size() < other.funders.size()) funders.resize(other.funders.size());
    for (std::size_t i = 0; i < other.funders.size(); ++i)
      funders[i] += other.funders[i];
    for (std::size_t i = 0; i < beneficiary.size(); ++i)
      beneficiary[i] += other.beneficiary[i];
    provider += other.provider;
  }
};

/// The same in whole cents: price = Σ funders + beneficiary + provider.
struct settled_parts {
  money price;
  std::vector<money> funders;
  std::array<money, beneficiary_reason_count> beneficiary{};
  money provider;

  money beneficiary_total() const {
    money sum;
    for (const auto part : beneficiary)
      sum += part;
    return sum;
  }
};

/// A visit's contribution to a line.
struct line_visit {
  std::string delivery_id;
  exact_duration time;
  exact_parts parts;
};

/// A line as it should stand now for one beneficiary.
struct target_line {
  std::string beneficiary;
  line_key key;
  surcharge_kind kind = surcharge_kind::none;
  std::string kind_of_invoice;              ///< what the granularity tells apart
  esppadom::line_rounding line_rounding{};  ///< the rules under which the line is brought to cents
  rounding_place round_at = rounding_place::line;
  residual_cent residual_cent_to = residual_cent::last_funder;
  payment_channel channel = payment_channel::provider_direct;
  std::vector<line_visit> visits;
  std::vector<rule_set_ref> rule_sets;
  std::optional<std::string> unit;  ///< of a line that counts no time
  exact_duration time;
  exact_parts exact;
  settled_parts cents;
};

}  // namespace esppadom
