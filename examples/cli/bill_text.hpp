// The result of a run for a manager.
#pragma once

#include <cstdint>
#include <string>

#include "esppadom/bill.hpp"
#include "esppadom/bill/rates.hpp"
#include "text.hpp"

namespace cli {

/// How many messages were read.
struct read_counts {
  std::uint64_t orders = 0;
  std::uint64_t deliveries = 0;
};

std::string bill_text(const esppadom::bill_request& request, const esppadom::bill_result& result,
                      const read_counts& counts, const esppadom::findings& found, const speaker& to);

/// The correction rate as a table.
std::string rates_text(const esppadom::rate_table& rates, const speaker& to);

}  // namespace cli
