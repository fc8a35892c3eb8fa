// Invoices against the visits they bill (messages reference, section 1, rule E5): quantities derive from the retained
// deliveries; nothing is billed twice; several funders together do not pay more than the price.
#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "esppadom/oversight/batch/look_up.hpp"
#include "esppadom/value/duration.hpp"
#include "esppadom/value/int128.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace batch {

class invoice_checks {
 public:
  explicit invoice_checks(const context& in) : in_(in) {}

  void run() {
    check_references();
    if (in_.all().visits.empty()) {
      std::size_t lines = 0;
      for (const auto& one : in_.all().invoice_lines)
        lines += one.refs > 0 ? 1U : 0U;
      if (lines > 0) in_.say(batch_findings::no_deliveries, {std::to_string(lines)});
      return;
    }
    collect();
    for (std::size_t i = 0; i < in_.all().invoice_lines.size(); ++i)
      check_quantity(i);
    check_billed_twice();
    check_shares();
  }

 private:
  /// An invoice line that bills a line of a visit; 0 as line means the whole visit.
  struct billing {
    std::uint32_t visit = 0;
    number visit_line = 0;
    std::uint32_t line = 0;
    friend bool operator<(const billing& a, const billing& b) {
      return std::tie(a.visit, a.visit_line, a.line) < std::tie(b.visit, b.visit_line, b.line);
    }
    [[nodiscard]] bool same_visit(const billing& other) const {
      return visit == other.visit && visit_line == other.visit_line;
    }
  };
  /// What the deliveries of an invoice line make together.
  struct delivered {
    std::int64_t seconds = 0;
    bool known = true;  ///< all are there and count time
  };

  const invoice_record& invoice_of(const invoice_line_record& line) const { return in_.all().invoices[line.invoice]; }
  std::string path_of(std::size_t line) const {
    return numbered("lines", line - invoice_of(in_.all().invoice_lines[line]).first_line);
  }

  // The visit of that number that counts: of the same provider, and not a message of stamps alone.
  std::optional<std::uint32_t> find_visit(number id, number provider) const {
    std::optional<std::uint32_t> found;
    int rank_of_found = -1;
    for (const auto& [key, index] : in_.visits().of(id)) {
      const visit_record& one = in_.all().visits[index];
      const bool stamps = one.state == visit_state::stamps_only;
      const int rank = (in_.key(one.provider) == in_.key(provider) ? 4 : 0) + (stamps ? 0 : 2) + (one.replaced ? 0 : 1);
      if (rank > rank_of_found) found = index;
      rank_of_found = std::max(rank, rank_of_found);
    }
    return found;
  }

  std::int64_t seconds_of_visit(std::uint32_t visit, number line) const {
    std::int64_t sum = 0;
    for (const auto& one : in_.lines_of(in_.all().visits[visit])) {
      if (line != 0 && one.id != line) continue;
      if (one.seconds < 0) return -1;
      sum += one.seconds;
    }
    return sum;
  }

  void collect() {
    const auto& lines = in_.all().invoice_lines;
    delivered_.resize(lines.size());
    for (std::uint32_t i = 0; i < lines.size(); ++i) {
      const auto refs = in_.refs_of(lines[i]);
      delivered_[i].known = !refs.empty();
      for (std::size_t j = 0; j < refs.size(); ++j)
        collect(i, j, refs[j]);
      check_counterpart(i);
    }
    std::sort(billings_.begin(), billings_.end());
  }

  void collect(std::uint32_t line, std::size_t index, const delivery_ref_record& ref) {
    const auto& one = in_.all().invoice_lines[line];
    const invoice_record& bill = invoice_of(one);
    const auto visit = find_visit(ref.delivery, bill.provider);
    const std::string path = numbered(path_of(line) + ".delivery_refs", index) + ".delivery_id";
    if (!visit) {
      delivered_[line].known = false;
      if (ref.delivery != 0 && !bill.replaced) {
        in_.say(batch_findings::unknown_delivery, bill, path, {path_of(line), in_.text(ref.delivery)});
      }
      return;
    }
    const visit_record& found = in_.all().visits[*visit];
    const bool deleted = found.state == visit_state::deleted;
    if (deleted || found.state == visit_state::stamps_only) {
      delivered_[line].known = false;
      if (bill.kind != invoice_kind::credit && !bill.replaced) {
        in_.say(batch_findings::unusable_delivery, bill, path,
                {path_of(line), in_.text(ref.delivery), deleted ? "SUP" : "HOR"});
      }
      return;
    }
    const std::int64_t seconds = seconds_of_visit(*visit, ref.line);
    if (seconds < 0) {
      delivered_[line].known = false;
    } else {
      delivered_[line].seconds += seconds;
    }
    billings_.push_back({*visit, ref.line, line});
  }

  // Service and people of a line against the first visit it bills that says otherwise (E1, E3).
  void check_counterpart(std::uint32_t line) const {
    const auto& one = in_.all().invoice_lines[line];
    const invoice_record& bill = invoice_of(one);
    if (bill.replaced) return;
    const std::string path = path_of(line);
    bool service_told = false;
    bool party_told = false;
    for (const auto& ref : in_.refs_of(one)) {
      const auto visit = find_visit(ref.delivery, bill.provider);
      if (!visit) continue;
      const visit_record& found = in_.all().visits[*visit];
      const std::string id = in_.text(found.id);
      if (!party_told && !in_.same_party(one.beneficiary, found.beneficiary)) {
        in_.say(batch_findings::other_party_delivered, bill,
                one.beneficiary == bill.beneficiary ? "beneficiary" : path + ".beneficiary",
                {"beneficiary", "Le bénéficiaire", path, id});
        party_told = true;
      }
      if (!party_told && !in_.same_party(bill.provider, found.provider)) {
        in_.say(batch_findings::other_party_delivered, bill, "provider", {"provider", "Le prestataire", path, id});
        party_told = true;
      }
      for (const auto& delivered_line : in_.lines_of(found)) {
        if (service_told || (ref.line != 0 && ref.line != delivered_line.id)) continue;
        if (ref.line == 0 && found.lines > 1) continue;
        if (may_be_same(one.service, delivered_line.service)) continue;
        in_.say(batch_findings::service_not_delivered, bill, path + ".service",
                {path, in_.text(one.service), id, in_.text(delivered_line.service)});
        service_told = true;
      }
    }
  }

  // -- quantities -----------------------------------------------------------------------------------------------------

  // Written decimals may lose a second a visit.
  std::int64_t tolerance(std::size_t line) const { return in_.all().invoice_lines[line].refs; }

  bool bills_in_full(std::size_t line) const {
    const auto& one = in_.all().invoice_lines[line];
    return delivered_[line].known && one.seconds > 0 && one.seconds + tolerance(line) >= delivered_[line].seconds;
  }

  bool named_elsewhere(std::size_t line) const {
    const auto& own = in_.all().invoice_lines[line];
    for (const auto& ref : in_.refs_of(own)) {
      const auto visit = find_visit(ref.delivery, invoice_of(own).provider);
      if (!visit) continue;
      for (auto at = std::lower_bound(billings_.begin(), billings_.end(), billing{*visit, 0, 0});
           at != billings_.end() && at->visit == *visit; ++at) {
        if (at->line != line) return true;
      }
    }
    return false;
  }

  void check_quantity(std::size_t line) const {
    const auto& one = in_.all().invoice_lines[line];
    const invoice_record& bill = invoice_of(one);
    const delivered& made = delivered_[line];
    if (!made.known || one.seconds < 0 || bill.replaced) return;
    const std::string path = path_of(line);
    const std::vector<std::string> arguments{path, to_minutes_string(duration::of_seconds(one.seconds)),
                                             to_minutes_string(duration::of_seconds(made.seconds))};
    if (one.seconds > made.seconds + tolerance(line)) {
      in_.say(batch_findings::more_than_delivered, bill, path + ".billed_quantity", arguments);
    } else if (one.seconds + tolerance(line) < made.seconds && bill.kind == invoice_kind::main &&
               !named_elsewhere(line)) {
      in_.say(batch_findings::less_than_delivered, bill, path + ".billed_quantity", arguments);
    }
  }

  // -- twice ----------------------------------------------------------------------------------------------------------

  // Whether a credit note of the same payer takes the visit, or the whole invoice, back.
  bool is_credited(const billing& first, number invoice, number payer) const {
    for (auto at = std::lower_bound(billings_.begin(), billings_.end(), billing{first.visit, 0, 0});
         at != billings_.end() && at->visit == first.visit; ++at) {
      const invoice_record& bill = invoice_of(in_.all().invoice_lines[at->line]);
      if (bill.kind == invoice_kind::credit && in_.key(bill.payer) == payer) return true;
    }
    return credited_.count({invoice, payer}) > 0;
  }

  void check_billed_twice() {
    for (const invoice_record& one : in_.all().invoices) {
      if (one.kind == invoice_kind::credit && one.corrected != 0) credited_.insert({one.corrected, in_.key(one.payer)});
    }
    std::set<std::pair<std::uint32_t, std::uint32_t>> told;
    for (std::size_t i = 0; i < billings_.size();) {
      std::size_t end = i;
      while (end < billings_.size() && billings_[end].same_visit(billings_[i]))
        ++end;
      for (std::size_t a = i; a < end; ++a) {
        for (std::size_t b = a + 1; b < end && b < a + 8; ++b)
          check_pair(billings_[a], billings_[b], told);
      }
      i = end;
    }
  }

  void check_pair(const billing& a, const billing& b, std::set<std::pair<std::uint32_t, std::uint32_t>>& told) const {
    const auto& first = in_.all().invoice_lines[a.line];
    const auto& second = in_.all().invoice_lines[b.line];
    const invoice_record& one = invoice_of(first);
    const invoice_record& other = invoice_of(second);
    if (a.line == b.line || one.kind != invoice_kind::main || other.kind != invoice_kind::main) return;
    if (one.replaced || other.replaced || in_.key(one.payer) != in_.key(other.payer)) return;
    if (!bills_in_full(a.line) || !bills_in_full(b.line)) return;
    const number payer = in_.key(one.payer);
    if (is_credited(a, one.id, payer) || is_credited(a, other.id, payer)) return;
    if (!told.insert({a.line, b.line}).second) return;
    const auto place = [&](const invoice_record& bill, std::uint32_t line) {
      return in_.text(bill.id) + " " + path_of(line);
    };
    in_.say(batch_findings::invoiced_twice, other, path_of(b.line),
            {in_.text(in_.all().visits[a.visit].id), place(one, a.line), place(other, b.line)});
  }

  // -- shares of several funders
  // ----------------------------------------------------------------------------------------

  std::size_t root(std::size_t line) {
    while (parent_[line] != line)
      line = parent_[line] = parent_[parent_[line]];
    return line;
  }

  // Lines that bill the same visits stand together; main invoices only, as a correction bills differences.
  void check_shares() {
    const auto& lines = in_.all().invoice_lines;
    parent_.resize(lines.size());
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
    for (std::size_t i = 1; i < billings_.size(); ++i) {
      if (billings_[i].visit == billings_[i - 1].visit) parent_[root(billings_[i].line)] = root(billings_[i - 1].line);
    }
    std::vector<std::pair<std::size_t, std::uint32_t>> groups;
    for (std::uint32_t i = 0; i < lines.size(); ++i) {
      if (lines[i].refs > 0 && !invoice_of(lines[i]).replaced && invoice_of(lines[i]).kind != invoice_kind::pro_forma) {
        groups.emplace_back(root(i), i);
      }
    }
    std::sort(groups.begin(), groups.end());
    std::vector<std::pair<std::size_t, std::size_t>> billings_of_group;  // root, index
    for (std::size_t i = 0; i < billings_.size(); ++i)
      billings_of_group.emplace_back(root(billings_[i].line), i);
    std::sort(billings_of_group.begin(), billings_of_group.end());
    for (std::size_t i = 0; i < groups.size();) {
      std::size_t end = i;
      while (end < groups.size() && groups[end].first == groups[i].first)
        ++end;
      std::vector<std::uint32_t> members;
      for (; i < end; ++i)
        members.push_back(groups[i].second);
      const std::pair<std::size_t, std::size_t> from{groups[end - 1].first, 0};
      std::vector<billing> visits;
      for (auto at = std::lower_bound(billings_of_group.begin(), billings_of_group.end(), from);
           at != billings_of_group.end() && at->first == from.first; ++at)
        visits.push_back(billings_[at->second]);
      check_group(members, visits);
    }
  }

  void check_group(const std::vector<std::uint32_t>& members, const std::vector<billing>& visits) const {
    const auto& lines = in_.all().invoice_lines;
    std::set<number> payers;
    money shares;
    for (const std::uint32_t one : members) {
      const invoice_record& bill = invoice_of(lines[one]);
      if (bill.kind != invoice_kind::main || !delivered_[one].known || lines[one].seconds <= 0) return;
      payers.insert(in_.key(bill.payer));
      shares += lines[one].share;
    }
    if (payers.size() < 2 || !shares.is_valid()) return;
    const auto price = price_of(visits);
    if (!price) return;
    const auto cents = static_cast<std::int64_t>(members.size() + visits.size());
    if (shares <= *price + money::from_cents(cents)) return;
    const std::uint32_t last = members.back();
    in_.say(batch_findings::paid_above_price, invoice_of(lines[last]), path_of(last),
            {std::to_string(payers.size()), to_string(shares), to_string(*price),
             in_.text(in_.all().visits[visits.front().visit].id)});
  }

  // Of each visit the dearest price a line gives it, by what its payer and others bear or by its tariff.
  std::optional<money> price_of(const std::vector<billing>& visits) const {
    int128 cents{0};
    for (std::size_t i = 0; i < visits.size();) {
      std::int64_t dearest = 0;
      std::size_t end = i;
      const std::int64_t seconds = seconds_of_visit(visits[i].visit, visits[i].visit_line);
      for (; end < visits.size() && visits[end].same_visit(visits[i]); ++end) {
        const auto& line = in_.all().invoice_lines[visits[end].line];
        constexpr std::int64_t e6_hour_per_cent = std::int64_t{36} * 1'000'000;
        const int128 by_share = (int128{line.gross.cents} * seconds + line.seconds - 1) / int128{line.seconds};
        const int128 by_tariff = (int128{line.tariff_e6} * seconds + e6_hour_per_cent - 1) / int128{e6_hour_per_cent};
        const int128 most = by_share < by_tariff ? by_tariff : by_share;
        if (!fits_int64(most)) return std::nullopt;
        dearest = std::max(dearest, static_cast<std::int64_t>(most));
      }
      cents += dearest;
      i = end;
    }
    return fits_int64(cents) ? std::optional<money>(money::from_cents(static_cast<std::int64_t>(cents))) : std::nullopt;
  }

  // -- references to other invoices
  // -------------------------------------------------------------------------------------

  const invoice_record* invoice_named(number id, number provider) const {
    const invoice_record* found = nullptr;
    for (const auto& [key, index] : in_.invoices().of(id)) {
      const invoice_record& one = in_.all().invoices[index];
      if (in_.key(one.provider) == in_.key(provider) && !one.replaced) found = &one;
    }
    return found;
  }

  void check_references() const {
    for (const invoice_record& one : in_.all().invoices) {
      if (one.replaced) continue;
      if (one.corrected != 0 && invoice_named(one.corrected, one.provider) == nullptr) {
        in_.say(batch_findings::unknown_corrected_invoice, one, "corrected_invoice.invoice_id",
                {in_.text(one.corrected)});
      }
      const auto lines = in_.lines_of(one);
      for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto* earlier = invoice_named(lines[i].corrected_invoice, one.provider);
        if (earlier == nullptr || lines[i].corrected_line == 0) continue;
        bool found = false;
        for (const auto& line : in_.lines_of(*earlier))
          found |= line.id == lines[i].corrected_line;
        if (found) continue;
        in_.say(batch_findings::unknown_corrected_line, one, numbered("lines", i) + ".corrected_line.line_id",
                {numbered("lines", i), in_.text(lines[i].corrected_line), in_.text(earlier->id)});
      }
    }
  }

  const context& in_;
  std::vector<delivered> delivered_;
  std::vector<billing> billings_;
  std::set<std::pair<number, number>> credited_;  ///< invoice, payer
  std::vector<std::size_t> parent_;
};

}  // namespace batch
}  // namespace esppadom::inline ESPPADOM_ABI
