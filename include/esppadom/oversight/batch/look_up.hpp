// Finding the counterparts of a message by the identifiers it names, and saying what was found.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "esppadom/oversight/batch/records.hpp"
#include "esppadom/oversight/findings.hpp"
#include "esppadom/value/finding.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace batch {

/// Records by a number, or by two put together: built once, asked often.
class look_up {
 public:
  using key_type = std::uint64_t;
  static key_type both(number a, number b) { return a == 0 ? 0 : (key_type{a} << 32U) | b; }

  void add(key_type key, std::size_t record) {
    if (key != 0) entries_.emplace_back(key, static_cast<std::uint32_t>(record));
  }
  void sort() { std::sort(entries_.begin(), entries_.end()); }

  /// The records with that number, in the order of the batch.
  [[nodiscard]] std::span<const std::pair<key_type, std::uint32_t>> of(key_type key) const {
    if (key == 0) return {};
    const auto from = std::lower_bound(entries_.begin(), entries_.end(), std::pair<key_type, std::uint32_t>{key, 0});
    auto to = from;
    while (to != entries_.end() && to->first == key)
      ++to;
    return {entries_.data() + (from - entries_.begin()), static_cast<std::size_t>(to - from)};
  }

 private:
  std::vector<std::pair<key_type, std::uint32_t>> entries_;
};

/// Takes findings: what was found, in which file, about which of its messages.
using report = std::function<void(finding&&, std::uint32_t file, std::uint32_t index)>;

/// The store with its look-ups, once everything was added.
class context {
 public:
  context(store& all, const std::vector<std::string>& files, report to) : all_(all), files_(files), to_(std::move(to)) {
    mark_replaced(all_.orders, [](const order_record&) { return true; });
    mark_replaced(all_.visits, [](const visit_record& one) { return one.state != visit_state::stamps_only; });
    mark_replaced(all_.invoices, [](const invoice_record&) { return true; });
    for (std::size_t i = 0; i < all_.orders.size(); ++i)
      add_order(i);
    for (std::size_t i = 0; i < all_.visits.size(); ++i)
      visits_.add(all_.visits[i].id, i);
    for (std::size_t i = 0; i < all_.invoices.size(); ++i)
      invoices_.add(all_.invoices[i].id, i);
    for (look_up* one : {&orders_, &lines_, &beneficiaries_, &visits_, &invoices_})
      one->sort();
  }

  [[nodiscard]] store& all() const { return all_; }
  [[nodiscard]] const look_up& orders_of_beneficiary() const { return beneficiaries_; }
  [[nodiscard]] const look_up& orders_of_line() const { return lines_; }
  [[nodiscard]] const look_up& orders() const { return orders_; }
  [[nodiscard]] const look_up& visits() const { return visits_; }
  [[nodiscard]] const look_up& invoices() const { return invoices_; }

  [[nodiscard]] std::span<const order_line_record> lines_of(const order_record& one) const {
    return {all_.order_lines.data() + one.first_line, one.lines};
  }
  [[nodiscard]] std::span<const visit_line_record> lines_of(const visit_record& one) const {
    return {all_.visit_lines.data() + one.first_line, one.lines};
  }
  [[nodiscard]] std::span<const invoice_line_record> lines_of(const invoice_record& one) const {
    return {all_.invoice_lines.data() + one.first_line, one.lines};
  }
  [[nodiscard]] std::span<const delivery_ref_record> refs_of(const invoice_line_record& one) const {
    return {all_.refs.data() + one.first_ref, one.refs};
  }

  [[nodiscard]] std::string text(number one) const { return std::string(all_.texts.text_of(one)); }
  [[nodiscard]] std::string text(const service_codes& one) const {
    return text(one.code != 0 ? one.code : one.aid_type);
  }
  [[nodiscard]] std::string file(std::uint32_t one) const { return one < files_.size() ? files_[one] : std::string(); }
  [[nodiscard]] bool same_party(number a, number b) const { return all_.parties.may_be_same(a, b); }
  [[nodiscard]] number key(number party) const { return all_.parties.key_of(party); }

  void say(const finding_kind& kind, const message_record& about, std::string path,
           std::vector<std::string> arguments) const {
    finding out;
    out.kind = &kind;
    out.document = text(about.id);
    out.file = file(about.file);
    out.path = std::move(path);
    out.arguments = std::move(arguments);
    to_(std::move(out), about.file, about.index);
  }
  /// About the batch as a whole.
  void say(const finding_kind& kind, std::vector<std::string> arguments) const {
    finding out;
    out.kind = &kind;
    out.arguments = std::move(arguments);
    to_(std::move(out), 0, 0);
  }

 private:
  // Of several messages with one number of one provider the last issued counts, then the greatest hash: never the order
  // of files.
  template <class Record, class Counts>
  void mark_replaced(std::vector<Record>& records, Counts counts) {
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < records.size(); ++i) {
      if (counts(records[i]) && records[i].id != 0) order.push_back(i);
    }
    const auto rank = [&](std::uint32_t i) {
      const Record& one = records[i];
      return std::tuple(one.id, key(one.provider), one.issued, one.meaning, i);
    };
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
    for (std::size_t i = 1; i < order.size(); ++i) {
      Record& earlier = records[order[i - 1]];
      const Record& later = records[order[i]];
      earlier.replaced = earlier.id == later.id && key(earlier.provider) == key(later.provider);
    }
  }

  void add_order(std::size_t i) {
    const order_record& one = all_.orders[i];
    orders_.add(one.id, i);
    if (one.replaced) return;
    beneficiaries_.add(key(one.beneficiary), i);
    for (const auto& line : lines_of(one))
      lines_.add(look_up::both(line.id, key(one.beneficiary)), i);
  }

  store& all_;
  const std::vector<std::string>& files_;
  report to_;
  look_up orders_;
  look_up lines_;
  look_up beneficiaries_;
  look_up visits_;
  look_up invoices_;
};

/// Whether two services are the same as far as both say: by service code, else by aid type.
inline bool may_be_same(const service_codes& a, const service_codes& b) {
  if (a.code != 0 && b.code != 0) return a.code == b.code;
  return a.aid_type == 0 || b.aid_type == 0 || a.aid_type == b.aid_type;
}

inline std::string numbered(std::string_view list, std::size_t index) {
  return std::string(list) + "[" + std::to_string(index + 1) + "]";
}

}  // namespace batch
}  // namespace esppadom::inline ESPPADOM_ABI
