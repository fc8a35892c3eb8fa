// What is known of a document and how its totals came about, as values.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "esppadom/bill/explain_log.hpp"
#include "esppadom/billing/bill_result.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// A document explained, from the sum of its lines to what is due. Members that are numbers are steps of the log, -1
/// where there is no such amount. How a line came about is the explanation of its visits.
struct document_explanation {
  std::string id;
  document_type type = document_type::main;
  std::optional<std::string> corrects;
  std::string provider;
  std::string funder;
  local_month month;
  std::string kind;
  explanation_log log;
  std::int32_t lines = -1;      ///< their sum
  std::int32_t penalties = -1;  ///< signed, as on the document
  std::int32_t net = -1;        ///< without VAT
  std::int32_t vat = -1;
  std::int32_t grand_total = -1;  ///< net and VAT
  std::int32_t difference = -1;   ///< of prices with VAT: the grand total less lines and penalties
  std::int32_t recovered = -1;    ///< of advances, above 0
  std::int32_t due = -1;          ///< the grand total less what is recovered
  std::int32_t new_advance = -1;  ///< granted by this run to the same provider and funder, for the next month
};

/// Whether a document is to be explained, by its identifier.
using wanted_document = std::function<bool(std::string_view id)>;

}  // namespace esppadom::inline ESPPADOM_ABI
