// What tests ask of an explanation.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bill/month.hpp"
#include "esppadom/bill/explain.hpp"

namespace esppadom::tests {

using texts = std::vector<std::string>;

inline texts results(const explanation& one, const trace_label& label) {
  texts out;
  for (const auto& step : one.log.steps()) {
    if (step.label == &label && step.operation != trace_operation::group) out.push_back(to_string(step.result));
  }
  return out;
}
/// Whether steps with that label are there and follow from others.
inline bool is_computed(const explanation& one, const trace_label& label) {
  const auto& steps = one.log.steps();
  const auto is_of = [&](const trace_step& step) { return step.label == &label; };
  return std::any_of(steps.begin(), steps.end(), is_of) &&
         std::none_of(steps.begin(), steps.end(),
                      [&](const auto& step) { return is_of(step) && step.operation == trace_operation::input; });
}

inline explanation explained(const bill_request& request, std::string_view delivery = "DLV-1") {
  const auto all = explain(request, delivery);
  EXPECT_EQ(all.size(), 1U);
  return all.empty() ? explanation{} : all.front();
}

inline void add_visit(bill_request& request, std::string id, std::string_view day, int minutes,
                      std::string_view line = "PLAN-1") {
  made visit;
  visit.id = std::move(id);
  const auto start = local_time::at(tests::day(day), 9 * 3600);
  visit.start = to_string(start);
  visit.end = to_string(local_time{start.seconds + 60 * minutes, 0});
  visit.line = std::string(line);
  request.messages.add(delivery_of(visit));
}

}  // namespace esppadom::tests
