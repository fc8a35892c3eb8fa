// A report page that may leave the house: no row about so few beneficiaries that they can be told apart.
#pragma once

#include <cstdint>

#include "esppadom/exchange/report_page.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Takes out of the page of `month_report`, made of the same run, what is about fewer than `k` beneficiaries: sections
/// with a row a person or visit; rows by provider, funder or reason of a month that count fewer, with the rows that
/// would give them away (`small_groups`), and their marks in charts; examples of findings. With fewer than `k`
/// beneficiaries in all the key figures go too. The subtitle says how many rows are missing. Returns that number.
/// Errors: out_of_range for k < 2.
/// Example: providers with 2, 7 and 30 beneficiaries and k = 5: the first two are left out.
ESPPADOM_API result<std::int64_t> suppress_small_groups(report_page& page, const bill_result& made, std::int64_t k,
                                                        language in);

}  // namespace esppadom::inline ESPPADOM_ABI
