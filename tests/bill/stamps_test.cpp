// Stamps as a whole bill sees them: duplicates, schedule, tolerance.

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bill/month.hpp"
#include "bill/one_rule.hpp"
#include "esppadom/billing/stamp_findings.hpp"

namespace esppadom::tests {
namespace {

made raw(std::string id, std::string start, std::string end) {
  made out;
  out.code = "HOR";
  out.id = std::move(id);
  out.start = std::move(start);
  out.end = std::move(end);
  return out;
}

// A visit stamped 09:00–10:00 whose stamps come again, on both sides a little apart.
money billed_with_duplicates(const std::string& seconds, std::vector<made> raws, std::size_t& duplicates) {
  auto request = request_under(R"("duration": {"source": "stamped"}, "stamps": {"dedupe_seconds": )" + seconds + "}");
  request.messages.add(delivery_of({}));
  for (const auto& each : raws)
    request.messages.add(delivery_of(each));
  const auto result = bill(request);
  duplicates = of_kind(result, bil_duplicate_stamp).size();
  return total_of(result, document_type::main);
}

TEST(Stamps, of_duplicates_the_first_arrival_and_the_last_departure_count) {
  const std::vector<made> again = {raw("R-1", "2026-05-04T08:59:00", "2026-05-04T10:01:00")};
  std::size_t duplicates = 0;
  // 62 min at 24.58 €/h; one second less of tolerance, and with none, 60 min.
  EXPECT_EQ(billed_with_duplicates("60", again, duplicates), euros("25.40"));
  EXPECT_EQ(duplicates, 1U);
  EXPECT_EQ(billed_with_duplicates("59", again, duplicates), euros("24.58"));
  EXPECT_EQ(duplicates, 0U);
  EXPECT_EQ(billed_with_duplicates("0", again, duplicates), euros("24.58"));
}

TEST(Stamps, repetitions_are_those_of_the_visit_whatever_the_order_in_which_they_come) {
  // 08:59:10 repeats 09:00, 08:58:10 does not: 60 min 50 s.
  std::vector<made> raws = {raw("R-3", "2026-05-04T08:58:10", "2026-05-04T10:00:00"),
                            raw("R-1", "2026-05-04T08:59:10", "2026-05-04T10:00:00")};
  std::size_t duplicates = 0;
  EXPECT_EQ(billed_with_duplicates("60", raws, duplicates), euros("24.92"));
  std::swap(raws[0], raws[1]);
  EXPECT_EQ(billed_with_duplicates("60", raws, duplicates), euros("24.92"));
}

planned_visit planned_at(std::string_view start, std::string_view end) {
  planned_visit out;
  out.provider = "SAAD-1";
  out.beneficiary = "B-1";
  out.start = at(start);
  out.end = at(end);
  return out;
}

TEST(Stamps, a_visit_is_not_billed_when_none_was_planned_at_that_time) {
  auto request = request_under(R"("stamps": {"match_window_min": {"before": 15, "after": 30}})");
  request.messages.add(delivery_of({}));
  request.given.planned_visits.push_back(planned_at("2026-05-04T09:15:00", "2026-05-04T10:00:00"));
  EXPECT_EQ(total_of(bill(request), document_type::main), euros("24.58"));
  request.given.planned_visits[0] = planned_at("2026-05-04T09:16:00", "2026-05-04T10:00:00");
  const auto early = bill(request);
  ASSERT_EQ(early.unbilled.size(), 1U);
  EXPECT_EQ(early.unbilled[0].reason, unbilled_reason::no_planned_visit);
  EXPECT_EQ(of_kind(early, bil_no_planned_visit).size(), 1U);
}

TEST(Stamps, a_planned_visit_of_another_service_is_not_matched) {
  auto request = request_under(R"("stamps": {"match_window_min": {"before": 30, "after": 30}})");
  request.messages.add(delivery_of({}));
  request.given.planned_visits.push_back(planned_at("2026-05-04T09:00:00", "2026-05-04T10:00:00"));
  EXPECT_TRUE(bill(request).unbilled.empty());
  request.given.planned_visits[0].service = "PCH-HR";
  EXPECT_EQ(bill(request).unbilled.size(), 1U);
}

TEST(Stamps, a_visit_of_no_length_is_of_the_planned_time_in_which_it_lies) {
  auto request = request_under(R"("duration": {"source": "planned"})");
  made visit;
  visit.start = visit.end = "2026-05-04T09:30:00";
  visit.stamped = false;
  request.messages.add(delivery_of(visit));
  request.given.planned_visits.push_back(planned_at("2026-05-04T09:00:00", "2026-05-04T10:00:00"));
  EXPECT_EQ(total_of(bill(request), document_type::main), euros("24.58"));
  request.given.planned_visits[0] = planned_at("2026-05-04T08:30:00", "2026-05-04T09:30:00");  // ends as it begins
  const auto other = bill(request);
  ASSERT_EQ(other.unbilled.size(), 1U);
  EXPECT_EQ(other.unbilled[0].reason, unbilled_reason::planned_time_missing);
}

TEST(Stamps, a_correction_code_without_a_class_holds_the_visit_with_what_is_at_stake) {
  const auto run = [](const std::string& rules) {
    auto request = request_under(rules);
    made visit;
    visit.code = "XYZ";
    request.messages.add(delivery_of(visit));
    return bill(request);
  };
  const auto held = run(R"("attribution": "start")");
  ASSERT_EQ(held.unbilled.size(), 1U);
  EXPECT_EQ(held.unbilled[0].reason, unbilled_reason::unknown_code);
  EXPECT_EQ(held.unbilled[0].amount_at_stake, euros("24.58"));
  EXPECT_EQ(of_kind(held, bil_unknown_code).size(), 1U);
  const auto named = run(R"("stamps": {"code_map": [{"producer": null, "issued_from": null, "issued_to": null, )"
                         R"("map": {"": "STAMPED", "XYZ": "DATA_CHANGED"}}]})");
  EXPECT_EQ(total_of(named, document_type::main), euros("24.58"));
  // The code of extra minutes is named by the rule set, whatever its class.
  EXPECT_TRUE(run(R"("extra_minutes": {"allowed": true, "code": "XYZ", "bearer": "funder"})").unbilled.empty());
}

TEST(Stamps, the_first_reason_in_the_order_of_the_reference_is_named) {
  auto request = request_under(R"("stamps": {"distance_m": 100, "outside_distance": "reject", )"
                               R"("missing": {"end": "reject"}}, "duration": {"source": "stamped"})");
  auto message = delivery_of({});
  message.stamps->departure.reset();
  request.messages.add(message);
  request.given.stamp_distances.push_back({"DLV-1", 500});
  const auto result = bill(request);
  ASSERT_EQ(result.unbilled.size(), 1U);
  EXPECT_EQ(result.unbilled[0].reason, unbilled_reason::outside_tolerance);
}

TEST(Stamps, outside_the_tolerance_says_what_the_rule_set_does) {
  struct one_policy {
    const char* policy;
    const char* total;
  };
  for (const auto& [policy, total] : {one_policy{"flag", "32.77"},
                                      {"clamp_to_tolerance", "28.68"},  // 08:50–10:00
                                      {"use_planned", "24.58"},
                                      {"reject", "0.00"}}) {
    auto request =
        request_under(R"("duration": {"source": "stamped"}, "stamps": {"tolerance_min": {"start_early": 10}, )"
                      R"("outside_tolerance": ")" +
                      std::string(policy) + "\"}");
    made visit;
    visit.start = "2026-05-04T08:40:00";
    request.messages.add(delivery_of(visit));
    request.given.planned_visits.push_back(planned_at("2026-05-04T09:00:00", "2026-05-04T10:00:00"));
    const auto result = bill(request);
    EXPECT_EQ(total_of(result, document_type::main), euros(total)) << policy;
    const auto told = of_kind(result, bil_outside_tolerance);
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].arguments.at(0), policy);
  }
}

made visit_of(std::string id, std::string start, std::string end, std::string caregiver = "C-1") {
  made out;
  out.id = std::move(id);
  out.start = std::move(start);
  out.end = std::move(end);
  out.caregiver = std::move(caregiver);
  return out;
}

delivery by_method(const made& given, const std::string& method) {
  auto message = delivery_of(given);
  message.stamps->arrival->customer_method = code{method, {}, {}};
  message.stamps->departure->customer_method = code{"BDG", {}, {}};
  return message;
}

TEST(Stamps, of_a_means_that_is_not_admitted_do_not_count) {
  const std::string source = R"("duration": {"source": "stamped"}, "stamps": {"missing": {"start": "reject"})";
  const auto run = [&](const std::string& rules, const std::string& method) {
    auto request = request_under(rules);
    request.messages.add(by_method({}, method));
    return bill(request);
  };
  const std::string only_badge = source + R"(, "methods_allowed": ["BADGE"]})";
  EXPECT_TRUE(run(only_badge, "BDG").unbilled.empty());
  const auto typed = run(only_badge, "MANUAL");
  ASSERT_EQ(typed.unbilled.size(), 1U);
  EXPECT_EQ(typed.unbilled[0].reason, unbilled_reason::stamp_missing);
  ASSERT_EQ(of_kind(typed, bil_method_not_allowed).size(), 1U);
  EXPECT_EQ(of_kind(typed, bil_method_not_allowed)[0].arguments, std::vector<std::string>{"MANUAL"});
  EXPECT_TRUE(run(source + "}", "XYZ").unbilled.empty());  // the neutral list judges nothing
}

TEST(Stamps, by_hand_need_a_reason_on_the_list) {
  auto request = request_under(R"("stamps": {"manual_reasons": ["QR_MISSING"]})");
  request.messages.add(by_method({}, "MANUAL"));
  EXPECT_EQ(of_kind(bill(request), bil_manual_reason).size(), 1U);
  request.given.corrections.push_back({"DLV-1", "QR_MISSING", "A-1"});
  EXPECT_TRUE(of_kind(bill(request), bil_manual_reason).empty());
}

TEST(Stamps, too_far_from_the_home_are_flagged_or_rejected_and_an_unknown_distance_is_said) {
  const auto run = [](const std::string& rules, std::optional<std::int64_t> metres) {
    auto request = request_under("\"stamps\": {\"distance_m\": 200" + rules + "}");
    request.messages.add(delivery_of({}));
    if (metres) request.given.stamp_distances.push_back({"DLV-1", *metres});
    return bill(request);
  };
  EXPECT_EQ(of_kind(run("", std::nullopt), bil_distance_unknown).size(), 1U);
  EXPECT_TRUE(of_kind(run("", 200), bil_outside_distance).empty());
  EXPECT_TRUE(of_kind(run("", 200), bil_distance_unknown).empty());
  const auto flagged = run("", 201);
  EXPECT_EQ(of_kind(flagged, bil_outside_distance).size(), 1U);
  EXPECT_TRUE(flagged.unbilled.empty());
  const auto rejected = run(R"(, "outside_distance": "reject")", 201);
  ASSERT_EQ(rejected.unbilled.size(), 1U);
  EXPECT_EQ(rejected.unbilled[0].reason, unbilled_reason::outside_tolerance);
}

TEST(Stamps, only_visits_that_are_not_correctly_stamped_are_left_to_validate) {
  auto request = request_under(R"("stamps": {"auto_validate": true})");
  request.messages.add(delivery_of({}));
  auto corrected = visit_of("DLV-2", "2026-05-05T09:00:00", "2026-05-05T10:00:00");
  corrected.code = "CRE";
  corrected.stamped = false;
  request.messages.add(delivery_of(corrected));
  const auto result = bill(request);
  ASSERT_EQ(of_kind(result, bil_not_validated).size(), 1U);
  EXPECT_EQ(of_kind(result, bil_not_validated)[0].document, "DLV-2");
  EXPECT_TRUE(result.unbilled.empty());
}

TEST(Stamps, less_time_than_the_way_takes_is_an_alert) {
  const auto run = [](const std::string& minutes, const std::string& beneficiary) {
    auto request = request_under("\"stamps\": {\"conflict\": {\"travel_min\": " + minutes + "}}");
    request.messages.add(delivery_of({}));
    auto next = visit_of("DLV-2", "2026-05-04T10:10:00", "2026-05-04T11:00:00");
    next.beneficiary = beneficiary;
    request.messages.add(delivery_of(next));
    return bill(request);
  };
  EXPECT_TRUE(of_kind(run("10", "B-2"), bil_travel_too_short).empty());
  const auto told = of_kind(run("11", "B-2"), bil_travel_too_short);
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].arguments, (std::vector<std::string>{"DLV-1", "10", "11"}));
  EXPECT_TRUE(of_kind(run("11", "B-1"), bil_travel_too_short).empty());  // no way between
}

bill_result two_at_once(const std::string& rules) {
  auto request = request_under(rules);
  request.messages.add(delivery_of({}));
  auto other = visit_of("DLV-2", "2026-05-04T09:30:00", "2026-05-04T10:30:00", "C-2");
  other.issued = "2026-06-01T09:00:00";
  request.messages.add(delivery_of(other));
  return bill(request);
}

TEST(Stamps, of_two_caregivers_at_once_follow_the_policy) {
  const auto neutral = two_at_once(R"("stamps": {})");
  EXPECT_EQ(of_kind(neutral, bil_beneficiary_conflict).size(), 1U);
  EXPECT_TRUE(neutral.unbilled.empty());
  EXPECT_TRUE(of_kind(two_at_once(R"("stamps": {"conflict": {"same_beneficiary": "allow"}})"), bil_beneficiary_conflict)
                  .empty());
  EXPECT_TRUE(of_kind(two_at_once(R"("double_visit": {"allowed": true})"), bil_beneficiary_conflict).empty());
  EXPECT_EQ(
      of_kind(two_at_once(R"("double_visit": {"allowed": true}, "stamps": {"conflict": {"same_beneficiary": "flag"}})"),
              bil_beneficiary_conflict)
          .size(),
      1U);
  const auto rejected = two_at_once(R"("stamps": {"conflict": {"same_beneficiary": "reject"}})");
  ASSERT_EQ(rejected.unbilled.size(), 1U);
  EXPECT_EQ(rejected.unbilled[0].delivery, "DLV-2");
  EXPECT_EQ(rejected.unbilled[0].reason, unbilled_reason::beneficiary_conflict);
}

bill_result consecutive(const std::string& merge, const std::string& second_start,
                        const std::string& service = "APA-HR") {
  auto request =
      request_under(R"("duration": {"source": "stamped", "rounding": {"object": "duration", "step_min": 15, )"
                    R"("mode": "down"}}, "stamps": {"merge_consecutive": {)" +
                    merge + "}}");
  made first = visit_of("DLV-1", "2026-05-04T09:00:00", "2026-05-04T10:00:00");
  first.code = "COD";
  made second = visit_of("DLV-2", second_start, "2026-05-04T10:50:00");
  second.code = "COA";
  second.service = service;
  auto a = delivery_of(first);
  a.stamps->departure.reset();
  auto b = delivery_of(second);
  b.stamps->arrival.reset();
  request.messages.add(a);
  request.messages.add(b);
  return bill(request);
}

TEST(Stamps, of_consecutive_visits_only_the_first_start_and_the_last_end_are_needed) {
  const auto merged = consecutive(R"("enabled": true)", "2026-05-04T10:00:00");
  EXPECT_EQ(total_of(merged, document_type::main), euros("43.02"));  // 110 min, down to 105
  ASSERT_EQ(merged.unbilled.size(), 1U);
  EXPECT_EQ(merged.unbilled[0].delivery, "DLV-2");
  EXPECT_EQ(merged.unbilled[0].reason, unbilled_reason::merged);
  EXPECT_EQ(merged.unbilled[0].amount_at_stake, euros("0.00"));
  ASSERT_EQ(merged.rates.size(), 1U);
  EXPECT_EQ(merged.rates[0].tally.interventions, 1);
  // The inner sides are no longer sides of a visit.
  EXPECT_EQ(merged.rates[0].tally.corrected, 0);

  const auto apart = consecutive(R"("enabled": true, "max_gap_min": 4)", "2026-05-04T10:05:00");
  EXPECT_TRUE(of_kind(apart, bil_merged_visits).empty());
  EXPECT_EQ(
      of_kind(consecutive(R"("enabled": true, "max_gap_min": 5)", "2026-05-04T10:05:00"), bil_merged_visits).size(),
      1U);
  EXPECT_TRUE(of_kind(consecutive(R"("enabled": false)", "2026-05-04T10:00:00"), bil_merged_visits).empty());
  EXPECT_TRUE(of_kind(consecutive(R"("enabled": true)", "2026-05-04T10:00:00", "APA-NUIT"), bil_merged_visits).empty());
  EXPECT_TRUE(of_kind(consecutive(R"("enabled": true, "scope": "ivr_only")", "2026-05-04T10:00:00"), bil_merged_visits)
                  .empty());
}

TEST(Stamps, of_consecutive_visits_on_the_night_of_a_clock_change_are_a_minute_apart_by_the_clock_of_the_rules) {
  const auto run = [](const std::string& first_end, int gap) {
    auto request = request_under(R"("stamps": {"merge_consecutive": {"enabled": true, "max_gap_min": )" +
                                 std::to_string(gap) + "}}");
    request.month = month("2026-03");
    made first = visit_of("DLV-1", "2026-03-29T00:59:00", first_end);
    made second = visit_of("DLV-2", "2026-03-29T03:00:00", "2026-03-29T04:00:00");
    first.stamped = second.stamped = false;
    request.messages.add(delivery_of(first));
    request.messages.add(delivery_of(second));
    return bill(request);
  };
  EXPECT_EQ(of_kind(run("2026-03-29T01:59:00", 1), bil_merged_visits).size(), 1U);
  EXPECT_TRUE(of_kind(run("2026-03-29T01:59:00", 0), bil_merged_visits).empty());
  // A visit that ends when no clock shows it is no part of another one: it is listed.
  const auto invalid = run("2026-03-29T02:59:00", 1);
  EXPECT_TRUE(of_kind(invalid, bil_merged_visits).empty());
  ASSERT_EQ(invalid.unbilled.size(), 1U);
  EXPECT_EQ(invalid.unbilled[0].delivery, "DLV-1");
  EXPECT_EQ(invalid.unbilled[0].reason, unbilled_reason::time_does_not_exist);
}

TEST(Stamps, that_are_not_admitted_were_taken_at_no_distance) {
  const auto billed = [](const std::string& method) {
    auto request =
        request_under(R"("stamps": {"distance_m": 100, "outside_distance": "reject", "methods_allowed": ["BADGE"]})");
    auto message = by_method({}, method);
    message.stamps->departure->customer_method = message.stamps->arrival->customer_method;
    request.messages.add(message);
    request.given.stamp_distances.push_back({"DLV-1", 500});
    return total_of(bill(request), document_type::main);
  };
  EXPECT_EQ(billed("BDG"), euros("0.00"));
  EXPECT_EQ(billed("MANUAL"), euros("24.58"));  // on its retained period, as any visit without stamps
}

TEST(Stamps, that_are_not_admitted_are_missing_during_an_outage) {
  const auto counted = [](const std::string& method) {
    auto request = request_under(R"("stamps": {"methods_allowed": ["BADGE"]})");
    request.messages.add(by_method({}, method));
    outage_period out;
    out.provider = "SAAD-1";
    out.from = at("2026-05-01T00:00:00");
    out.to = at("2026-06-01T00:00:00");
    request.given.outages.push_back(out);
    const auto result = bill(request);
    return result.rates.empty() ? 0 : result.rates[0].tally.interventions;
  };
  EXPECT_EQ(counted("BDG"), 1);
  EXPECT_EQ(counted("MANUAL"), 0);
}

TEST(Stamps, an_outage_of_one_means_is_not_that_of_visits_that_name_others) {
  const auto counted = [](std::optional<std::string> out_of_order, const std::string& method) {
    auto request = request_under(R"("stamps": {"methods_allowed": ["NFC"]})");  // so that every stamp is missing
    auto visit = by_method({}, method);
    if (method.empty()) visit.stamps.reset();
    request.messages.add(visit);
    outage_period out;
    out.provider = "SAAD-1";
    out.method = std::move(out_of_order);
    out.from = at("2026-05-01T00:00:00");
    out.to = at("2026-06-01T00:00:00");
    request.given.outages.push_back(out);
    const auto result = bill(request);
    return result.rates.empty() ? 0 : result.rates[0].tally.interventions;
  };
  EXPECT_EQ(counted("BADGE", "BDG"), 0) << "BDG of messages is BADGE";
  EXPECT_EQ(counted("BDG", "BDG"), 0);
  EXPECT_EQ(counted("IVR", "IVR"), 0);
  EXPECT_EQ(counted("IVR", "BDG"), 1);
  EXPECT_EQ(counted("IVR", ""), 0) << "a visit without any stamp names no means: it may have lacked this one";
  EXPECT_EQ(counted(std::nullopt, ""), 0);
}

TEST(Stamps, are_compared_with_what_the_plan_of_the_day_leaves) {
  // Planned 60 and 60 min, performed 40 and 80: the second has 80 min left and is as it was retained.
  const auto corrected = [](const std::string& end) {
    auto request = request_under(R"("duration": {"source": "stamped", "cap": {"kind": "day_plan"}}, )"
                                 R"("stamps": {"retained_gap_min": 5}, "correction": {"classify_by": "evidence"})");
    made first = visit_of("DLV-1", "2026-05-04T09:00:00", "2026-05-04T09:40:00");
    made second = visit_of("DLV-2", "2026-05-04T14:00:00", end);
    for (const made& each : {first, second}) {
      auto message = delivery_of(each);
      message.planned_period.emplace();
      message.planned_period->start = at(each.start);
      message.planned_period->end = local_time{at(each.start).seconds + 3600, 0};
      request.messages.add(message);
    }
    const auto result = bill(request);
    return result.rates.at(0).tally.corrected;
  };
  EXPECT_EQ(corrected("2026-05-04T15:20:00"), 0);
  EXPECT_EQ(corrected("2026-05-04T15:25:00"), 0);  // 5 min more than is left: the gap that is tolerated
  EXPECT_EQ(corrected("2026-05-04T15:26:00"), 1);
}

TEST(Stamps, of_a_visit_that_is_rounded_to_nothing_hold_the_same_visit_all_the_same) {
  // One caregiver, 09:00–10:30 and 10:00–10:20: stamps come before rounding, down to the hour.
  const auto reasons = [](const std::string& last_stamp) {
    auto request = request_under(
        R"("duration": {"source": "stamped", "rounding": {"object": "duration", "step_min": 60, "mode": "down"}},
            "stamps": {"missing": {"end": "zero"}})");
    made visit;
    visit.id = "DLV-2";
    visit.start = "2026-05-04T10:00:00";
    visit.end = "2026-05-04T10:20:00";
    auto shorter = delivery_of(visit);
    if (last_stamp.empty()) shorter.stamps->departure.reset();
    request.messages.add(shorter);
    visit.id = "DLV-1";
    visit.start = "2026-05-04T09:00:00";
    visit.end = "2026-05-04T10:30:00";
    visit.issued = "2026-06-02T08:00:00";
    request.messages.add(delivery_of(visit));
    std::vector<std::string> found;
    for (const auto& each : bill(request).unbilled)
      found.push_back(each.delivery + " " + std::string(name_of(each.reason)));
    return found;
  };
  using texts = std::vector<std::string>;
  EXPECT_EQ(reasons("10:20"), (texts{"DLV-1 SAME_VISIT_TWO_IDS", "DLV-2 ZERO_DURATION"}));
  EXPECT_EQ(reasons(""), texts{"DLV-2 ZERO_DURATION"}) << "without a time nobody was there";
}

}  // namespace
}  // namespace esppadom::tests
