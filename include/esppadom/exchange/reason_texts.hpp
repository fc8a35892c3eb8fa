// Reasons of results in words, in French and in English.
#pragma once

#include <string_view>

#include "esppadom/billing/bill_result.hpp"
#include "esppadom/billing/visit.hpp"
#include "esppadom/export.hpp"
#include "esppadom/value/result.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// The same words in both languages; they live as long as the library.
struct paired_words {
  std::string_view en;
  std::string_view fr;

  [[nodiscard]] constexpr std::string_view in(language which) const { return which == language::french ? fr : en; }
};

/// Why a visit, or a part of it, is not billed. Example: unbilled_reason::over_plan is "above the plan".
ESPPADOM_API paired_words words_of(unbilled_reason reason);

/// Why an amount that is due is on no document of a run. Example: held_reason::not_validated is "pro forma not
/// validated yet".
ESPPADOM_API paired_words words_of(held_reason reason);

}  // namespace esppadom::inline ESPPADOM_ABI
