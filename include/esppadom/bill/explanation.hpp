// What is known of a billed visit and how it came about, as values: the steps, the shares and the lines they lead to.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "esppadom/bill/explain_log.hpp"
#include "esppadom/billing/bill_result.hpp"
#include "esppadom/billing/calendar_rules.hpp"
#include "esppadom/billing/correction_class.hpp"
#include "esppadom/billing/invoicing.hpp"
#include "esppadom/billing/line.hpp"
#include "esppadom/billing/special.hpp"
#include "esppadom/billing/visit.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Who bears a part of a price.
enum class explained_party : std::uint8_t { funder, beneficiary, provider, nobody };

template <>
struct enum_names<explained_party> {
  static constexpr enum_name<explained_party> items[] = {{explained_party::funder, "funder"},
                                                         {explained_party::beneficiary, "beneficiary"},
                                                         {explained_party::provider, "provider"},
                                                         {explained_party::nobody, "nobody"}};
};

/// A part of a price and the step that gives it.
struct explained_share {
  explained_party party = explained_party::funder;
  std::string payer;                         ///< of a funder
  std::optional<beneficiary_reason> reason;  ///< of the beneficiary
  std::int32_t step = -1;
  std::int32_t difference = -1;  ///< of a line: the step of what this run invoices, where earlier runs invoiced some
};

/// A document of this run that holds the visit.
struct explained_document {
  std::string id;
  document_type type = document_type::main;
  std::string payer;  ///< empty: the beneficiary
  money amount;       ///< of the line
};

/// An invoice line that the visit is part of, in cents.
struct explained_line {
  line_key key;
  std::size_t visits = 0;
  rounding_place round_at = rounding_place::line;
  line_rounding rounding = line_rounding::half_up;
  std::int32_t time = -1;   ///< step
  std::int32_t price = -1;  ///< step
  std::vector<explained_share> shares;
};

/// One visit explained. Steps refer to each other by number; the whole can be replayed with fractions alone.
struct explanation {
  std::string delivery;
  std::string beneficiary;
  std::string provider;
  local_month month;  ///< in which the visit starts
  std::string order_id;
  std::string order_line;
  std::string service;
  std::optional<std::string> unit;  ///< of a visit that counts no time: 3 600 s stand for one of it
  visit_kind kind = visit_kind::ordinary;
  visit_class klass = visit_class::stamped;
  calendar_rules calendar;  ///< by which instants are read as clock time
  bool was_judged = false;  ///< false: it never came so far; `unbilled` says why
  unbilled_reason reason = unbilled_reason::none;
  explanation_log log;
  std::int32_t time = -1;                     ///< step of the time billed
  std::int32_t price = -1;                    ///< step of the price; with a reason, of what is at stake
  std::int32_t check = -1;                    ///< step of price less all shares: 0
  std::vector<explained_share> shares;        ///< exact, of the visit
  std::vector<explained_line> lines;          ///< in cents, with the other visits of the line
  std::vector<explained_document> documents;  ///< of this run
  std::vector<unbilled_visit> unbilled;       ///< what the run says it does not bill of it
  std::vector<held_reason> held;              ///< why documents with it wait
};

}  // namespace esppadom::inline ESPPADOM_ABI
