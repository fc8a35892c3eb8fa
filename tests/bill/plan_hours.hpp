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

/// A visit of so many hours, named by its start.
inline delivery visit_of(const std::string& start, std::int64_t of_hours, const std::string& provider = "SAAD-1") {
  made visit;
  visit.id = visit.start = start;
  visit.end = to_string(local_time{at(start).seconds + of_hours * 3600, 0});
  visit.provider = provider;
  return delivery_of(visit);
}

inline money funded(const bill_result& result) { return total_of(result, document_type::main); }

inline exact_duration used_of(const bill_result& result) { return result.smoothing.at(0).used; }

inline exact_duration hours(std::int64_t minutes) { return exact_duration(duration::of_minutes(minutes)); }

}  // namespace esppadom::tests
