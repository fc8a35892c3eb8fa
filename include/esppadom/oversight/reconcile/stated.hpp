// The lines of an INVOICE as reconciliation reads them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "esppadom/message/invoice.hpp"
#include "esppadom/message/quantity.hpp"
#include "esppadom/oversight/reconcile/records.hpp"
#include "esppadom/oversight/reconciliation_findings.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {

inline bool is_euro(std::string_view currency) { return currency.empty() || currency == "EUR"; }

inline std::optional<local_month> month_of(const std::optional<instant_period>& own, const instant_period& all) {
  if (own && own->start) return local_month::of(own->start->date());
  if (all.start) return local_month::of(all.start->date());
  return std::nullopt;
}

}  // namespace detail

/// Whether every amount of an invoice is in euros; a currency that is not said is the euro.
inline bool is_in_euros(const invoice& message) {
  if (!detail::is_euro(message.currency.value)) return false;
  for (const auto& line : message.lines) {
    if (!detail::is_euro(line.funder_share.currency)) return false;
  }
  return true;
}

/// The lines of an invoice. Lines of no time, no amount and no visit, as documents of penalties have, are not among
/// them. Who pays is the payer, else the ordering party.
inline std::vector<stated_line> stated_lines(const invoice& message) {
  std::vector<stated_line> lines;
  const int sign = message.sign();
  for (const auto& from : message.lines) {
    stated_line line;
    line.document = message.invoice_id;
    line.line = from.line_id;
    line.issued_at = message.issued_at;
    line.month = detail::month_of(from.billing_period, message.billing_period);
    line.provider = message.provider.id();
    line.payer = message.payer ? message.payer->id() : message.ordering_party.id();
    if (from.beneficiary) {
      line.beneficiary = from.beneficiary->id();
    } else if (message.beneficiary) {
      line.beneficiary = message.beneficiary->id();
    }
    if (message.order_ref) line.order_id = message.order_ref->order_id.value_or(std::string());
    if (from.order_ref) {
      if (from.order_ref->order_id) line.order_id = *from.order_ref->order_id;
      line.order_line = from.order_ref->order_line_id.value_or(std::string());
    }
    line.service = from.service.code();
    for (const auto& ref : from.delivery_refs)
      line.deliveries.push_back(ref.delivery_id);
    if (is_time(from.billed_quantity)) {
      exact_duration time;
      if (time_of(from.billed_quantity).get(time) == error_code::success) line.time = sign < 0 ? -time : time;
    }
    const bool by_hour = !from.tariff_basis || from.tariff_basis->value == decimal{1, 0};
    if (by_hour) line.price = from.tariff.value;
    for (const auto& part : from.amounts) {
      if (!part.is_charge && part.percent && part.reason_code.value == "PARTICIPATION")
        line.participation = part.percent;
    }
    line.share = sign < 0 ? -from.funder_share.value : from.funder_share.value;
    line.pro_forma = message.type_code.value == "325";
    const bool says_nothing = line.share == money{} && from.billed_quantity.value.coefficient == 0;
    if (!says_nothing || !line.deliveries.empty()) lines.push_back(std::move(line));
  }
  return lines;
}

/// The invoices that are judged, reduced to their lines one by one. Of several messages with one number the one issued
/// last counts; what is in another currency is left out; a pro forma counts as long as no final invoice of its
/// provider, payer and month is there.
class stated_invoices {
 public:
  void add(const invoice& message) {
    auto& slot = documents_[{std::string(message.provider.id()), message.invoice_id}];
    auto lines = stated_lines(message);
    if (message.issued_at.is_valid())
      last_issue_ = std::max(last_issue_.value_or(message.issued_at.date()), message.issued_at.date());
    for (const auto& line : lines) {
      if (line.month) last_month_ = std::max(last_month_.value_or(*line.month), *line.month);
    }
    const bool counts = ++slot.copies == 1 || message.issued_at >= slot.issued_at;
    if (slot.copies > 1) slot.replaced += static_cast<std::int64_t>(counts ? slot.lines.size() : lines.size());
    if (!counts) return;
    slot.issued_at = message.issued_at;
    slot.currency = is_in_euros(message) ? std::string() : currency_of(message);
    slot.lines = std::move(lines);
  }

  /// The lines that count. What does not is told in `omitted` and `found`.
  [[nodiscard]] std::vector<stated_line> lines(std::vector<omitted_lines>& omitted, findings& found) const {
    std::set<std::tuple<std::string, std::string, local_month>> final_ones;
    for (const auto& [key, one] : documents_) {
      for (const auto& line : one.lines) {
        if (!line.pro_forma && line.month) final_ones.insert({line.provider, line.payer, *line.month});
      }
    }
    std::vector<stated_line> kept;
    std::map<left_out_reason, omitted_lines> sums;
    const auto leave_out = [&sums](left_out_reason reason, std::int64_t lines, std::optional<money> amount) {
      auto& sum = sums[reason];
      sum.reason = reason;
      sum.lines += lines;
      if (amount) sum.amount = sum.amount.value_or(money{}) + *amount;
    };
    for (const auto& [key, one] : documents_) {
      if (one.copies > 1) {
        found.add(rec_replaced, key.second, {key.second, std::to_string(one.copies)});
        leave_out(left_out_reason::replaced, one.replaced, std::nullopt);
      }
      if (!one.currency.empty()) {
        found.add(rec_other_currency, key.second, {key.second, one.currency});
        leave_out(left_out_reason::other_currency, static_cast<std::int64_t>(one.lines.size()), std::nullopt);
        continue;
      }
      bool told = false;
      for (const auto& line : one.lines) {
        if (line.pro_forma && line.month && final_ones.contains({line.provider, line.payer, *line.month})) {
          if (!std::exchange(told, true)) found.add(rec_pro_forma, key.second, {key.second});
          leave_out(left_out_reason::pro_forma, 1, line.share);
        } else {
          kept.push_back(line);
        }
      }
    }
    for (const auto& [reason, sum] : sums)
      omitted.push_back(sum);
    return kept;
  }

  /// The last day on which one of all the invoices was issued, and the last month one of their lines is about.
  [[nodiscard]] std::optional<local_date> last_issue() const { return last_issue_; }
  [[nodiscard]] std::optional<local_month> last_month() const { return last_month_; }

 private:
  struct document {
    std::int64_t copies = 0;
    std::int64_t replaced = 0;  ///< lines of the copies that do not count
    local_time issued_at;
    std::string currency;  ///< empty = euros
    std::vector<stated_line> lines;
  };

  static std::string currency_of(const invoice& message) {
    if (!detail::is_euro(message.currency.value)) return message.currency.value;
    for (const auto& line : message.lines) {
      if (!detail::is_euro(line.funder_share.currency)) return line.funder_share.currency;
    }
    return {};
  }

  std::map<std::pair<std::string, std::string>, document> documents_;
  std::optional<local_date> last_issue_;
  std::optional<local_month> last_month_;
};

}  // namespace esppadom::inline ESPPADOM_ABI
