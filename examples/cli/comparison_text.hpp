// The same month under two rule books, as text.
#pragma once

#include <string>

#include "esppadom/bill/comparison.hpp"
#include "text.hpp"

namespace cli {

/// What differs, by rule family, payer, provider and beneficiary; the longest tables are cut after the rows that differ
/// most, and the JSON has them all.
std::string comparison_text(const esppadom::bill_comparison& compared, const esppadom::rule_book& ours,
                            const speaker& to);

}  // namespace cli
