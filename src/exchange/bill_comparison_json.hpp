// A comparison of two runs as a member of the JSON of a run.
#pragma once

#include "esppadom/bill/comparison.hpp"
#include "exchange/json_writer.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

/// The member `comparison`; `ours` is the book of the run.
void write_comparison(json_writer& to, const bill_comparison& compared, const rule_book& ours, language in);

}  // namespace esppadom::inline ESPPADOM_ABI::detail
