// Numbers of documents, from the numbering rules. Billing rules reference, section 2f, f7 (form by month: known
// practice): one sequence a provider, kind and period of billing.
#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "esppadom/billing/invoicing_rules.hpp"
#include "esppadom/billing/ledger.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {
inline std::string number_text(std::size_t number, std::size_t width) {
  auto text = std::to_string(number);
  return std::string(width > text.size() ? width - text.size() : 0, '0') + text;
}
}  // namespace detail

/// The number of a document. Examples: FACT-SAAD01-0526-00001, AV-SAAD01-0526-00001; by year FACT-SAAD01-2026-00001.
inline std::string document_number(const numbering_rules& rules, std::string_view prefix, std::string_view provider,
                                   local_month billed_in, std::size_t number) {
  const auto first = billed_in.first_day();
  const auto year = static_cast<std::size_t>(first.year());
  const auto period =
      rules.period == numbering_period::year
          ? detail::number_text(year, 4)
          : detail::number_text(static_cast<std::size_t>(first.month()), 2) + detail::number_text(year % 100, 2);
  return std::string(prefix) + "-" + rules.company.value_or(std::string(provider)) + "-" + period + "-" +
         detail::number_text(number, static_cast<std::size_t>(rules.digits));
}

/// Gives numbers that no document of the ledger has: a sequence goes on where it stands, and a number that is taken (by
/// a document issued elsewhere, or by another provider with the same company code) is passed over. `elsewhere` are
/// numbers of documents that `before` does not hold.
class document_numbers {
 public:
  document_numbers(std::span<const issued_document> before, local_month billed_in,
                   std::span<const std::string> elsewhere = {})
      : billed_in_(billed_in), taken_(elsewhere.begin(), elsewhere.end()) {
    for (const auto& document : before) {
      taken_.insert(document.id);
      const bool gives_back = document.type == document_type::credit_note;
      if (document.billed_in == billed_in) ++in_month_[{document.provider, gives_back}];
      if (document.billed_in.first_day().year() == billed_in.first_day().year())
        ++in_year_[{document.provider, gives_back}];
    }
  }

  std::string next(const numbering_rules& rules, const std::string& provider, bool gives_back, bool pro_forma) {
    auto prefix = gives_back ? rules.credit_note : rules.invoice;
    if (pro_forma) prefix = gives_back ? "PFAV" : "PF";
    auto& counters = pro_forma ? pro_forma_ : rules.period == numbering_period::year ? in_year_ : in_month_;
    std::string id;
    do {
      id = document_number(rules, prefix, provider, billed_in_, ++counters[{provider, gives_back}]);
    } while (!taken_.insert(id).second);
    return id;
  }

 private:
  local_month billed_in_;
  std::set<std::string> taken_;
  std::map<std::pair<std::string, bool>, std::size_t> in_month_, in_year_, pro_forma_;  // by provider, gives back
};

}  // namespace esppadom::inline ESPPADOM_ABI
