// Small months on a plan of some hours at 24.58 €/h, and what they come to.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "bill/month.hpp"
#include "esppadom/bill/summary.hpp"

namespace esppadom::tests {

inline ordered plan_of(std::string hours) {
  ordered plan;
  plan.hours = std::move(hours);
  return plan;
}

inline money funded(const bill_result& result) { return total_of(result, document_type::main); }

inline exact_duration used_of(const bill_result& result) { return result.smoothing.at(0).used; }

inline exact_duration hours(std::int64_t minutes) { return exact_duration(duration::of_minutes(minutes)); }

}  // namespace esppadom::tests
