#include "esppadom/exchange/report_groups.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "esppadom/billing/reason_words.hpp"
#include "esppadom/exchange/views.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace {

std::optional<std::size_t> place_of(const page_section& in, std::string_view key) {
  const auto& columns = in.table.columns;
  const auto at = std::find_if(columns.begin(), columns.end(), [&](const auto& one) { return one.key == key; });
  if (at == columns.end()) return std::nullopt;
  return static_cast<std::size_t>(at - columns.begin());
}

/// How many beneficiaries stand behind a name: a provider in a month, a funder, a reason.
class group_sizes {
 public:
  group_sizes(const bill_result& made, language in) {
    for (const auto& part : made.after.beneficiaries) {
      for (const auto& one : part.visits) {
        const auto start = one.retained ? std::optional(one.retained->start) : one.arrival;
        if (start) add("provider", one.provider, to_string(local_month::of(start->date())), part.beneficiary);
      }
      if (!part.visits.empty()) all_.insert(part.beneficiary);
    }
    for (const auto& one : made.invoices) {
      for (const auto& line : one.lines)
        add("payer", one.funder, {}, line.beneficiary);
    }
    for (const auto& one : made.unbilled)
      add("reason", std::string(words_of(one.reason).in(in)), {}, one.beneficiary);
  }

  [[nodiscard]] std::int64_t all() const { return static_cast<std::int64_t>(all_.size()); }
  [[nodiscard]] std::int64_t of(std::string_view what, const std::string& name, const std::string& month) const {
    const auto at = people_.find({std::string(what), name, month});
    return at == people_.end() ? 1 : static_cast<std::int64_t>(at->second.size());  // who is not known is few
  }

 private:
  void add(std::string_view what, const std::string& name, const std::string& month, const std::string& who) {
    people_[{std::string(what), name, month}].insert(who);
  }

  std::map<std::tuple<std::string, std::string, std::string>, std::set<std::string>> people_;
  std::set<std::string> all_;
};

/// The rows to leave out: month by month where there is one, as the rows of a month may have a known sum.
std::vector<bool> hidden_rows(const page_section& in, std::string_view key, std::size_t name, const group_sizes& sizes,
                              std::int64_t k, std::string_view all_payers) {
  const auto month = place_of(in, "month");
  std::map<std::string, std::vector<std::size_t>> months;
  for (std::size_t i = 0; i < in.table.rows.size(); ++i)
    months[month ? in.table.rows[i][*month] : std::string()].push_back(i);
  std::vector<bool> out(in.table.rows.size());
  for (const auto& [period, places] : months) {
    std::vector<std::int64_t> counts;
    for (const auto place : places) {
      const auto& who = in.table.rows[place][name];
      const bool everybody = key == "payer" && who == all_payers;
      counts.push_back(everybody ? sizes.all() : sizes.of(key, who, key == "provider" ? period : std::string()));
    }
    const auto small = small_groups(counts, k);
    for (std::size_t i = 0; i < places.size(); ++i)
      out[places[i]] = small[i];
  }
  return out;
}

template <class T>
void leave_out(std::vector<T>& from, const std::vector<bool>& hidden) {
  std::size_t at = 0;
  from.erase(std::remove_if(from.begin(), from.end(), [&](const T&) { return hidden[at++]; }), from.end());
}

void forget(page_chart& chart, const std::set<std::string>& names) {
  std::vector<bool> hidden;
  for (const auto& label : chart.labels)
    hidden.push_back(names.contains(label));
  for (auto& one : chart.series)
    leave_out(one.values, hidden);
  leave_out(chart.labels, hidden);
  chart.series.erase(std::remove_if(chart.series.begin(), chart.series.end(),
                                    [&](const chart_series& one) { return names.contains(one.label); }),
                     chart.series.end());
}

std::int64_t leave_out(page_section& of, const std::vector<bool>& hidden, std::size_t name) {
  std::set<std::string> names;
  std::vector<std::size_t> conspicuous;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < hidden.size(); ++i) {
    if (hidden[i]) {
      names.insert(of.table.rows[i][name]);
    } else {
      if (std::count(of.conspicuous.begin(), of.conspicuous.end(), i) != 0) conspicuous.push_back(kept);
      ++kept;
    }
  }
  leave_out(of.table.rows, hidden);
  of.conspicuous = std::move(conspicuous);
  if (of.chart) forget(*of.chart, names);
  if (of.chart && (of.chart->labels.empty() || of.chart->series.empty())) of.chart.reset();
  return static_cast<std::int64_t>(hidden.size() - kept);
}

void drop_column(page_section& of, std::string_view key) {
  const auto place = place_of(of, key);
  if (!place) return;
  const auto at = static_cast<std::ptrdiff_t>(*place);
  of.table.columns.erase(of.table.columns.begin() + at);
  if (!of.titles.empty()) of.titles.erase(of.titles.begin() + at);
  for (auto& row : of.table.rows)
    row.erase(row.begin() + at);
}

}  // namespace

result<std::int64_t> suppress_small_groups(report_page& page, const bill_result& made, std::int64_t k, language in) {
  if (k < 2) return error_code::out_of_range;
  const group_sizes sizes(made, in);
  const bool french = in == language::french;
  std::int64_t missing = 0;
  std::vector<page_section> kept;
  for (auto& one : page.sections) {
    if (place_of(one, "beneficiary") || place_of(one, "delivery")) {
      missing += static_cast<std::int64_t>(one.table.rows.size());
      continue;
    }
    drop_column(one, "example");
    for (const std::string_view key : {"provider", "payer", "reason"}) {
      const auto name = place_of(one, key);
      if (!name) continue;
      missing +=
          leave_out(one, hidden_rows(one, key, *name, sizes, k, french ? "bénéficiaires" : "beneficiaries"), *name);
      break;
    }
    kept.push_back(std::move(one));
  }
  page.sections = std::move(kept);
  if (sizes.all() < k) page.figures.clear();
  page.subtitle += french ? " Groupes de moins de " + std::to_string(k) +
                                " bénéficiaires écartés : " + std::to_string(missing) + " lignes."
                          : " Groups of fewer than " + std::to_string(k) +
                                " beneficiaries left out: " + std::to_string(missing) + " rows.";
  return missing;
}

}  // namespace esppadom::inline ESPPADOM_ABI
