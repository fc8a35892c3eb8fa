// Rule files load strictly, whole or not at all, and come back as they were.
#include "esppadom/exchange/rule_book_json.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "esppadom/exchange/sha256.hpp"
#include "esppadom/rules/findings.hpp"
#include "varied.hpp"

namespace esppadom_tests {
namespace {

using namespace esppadom;

// A rule set for département 99 with these further members.
std::string rule_file(const std::string& members) {
  return "{\"rule_set\": {\"id\": \"dep-99\", \"version\": 1,\n\"scope\": {\"level\": \"departement\", "
         "\"departement\": "
         "\"99\"}" +
         (members.empty() ? "" : ",\n" + members) + "}}";
}

std::string told(const findings& found) {
  std::string out;
  for (const auto& one : found.items())
    out += std::string(one.code()) + " " + one.path + ": " + message(one, language::english) + "\n";
  return out;
}

rule_book loaded(const std::string& text) {
  findings found;
  auto book = load_rule_book(text, found);
  EXPECT_TRUE(book.has_value()) << text << "\n" << told(found);
  EXPECT_TRUE(found.empty()) << told(found);
  return std::move(book).value_or(rule_book{});
}

resolved_rules resolved(const rule_book& book) { return resolve(book, {local_date::of(2026, 3, 1).value(), "99"}); }

std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file) << path;
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

TEST(rule_book_json, the_neutral_rule_set_names_every_key_and_changes_none) {
  const auto path = std::filesystem::path(ESPPADOM_SOURCE_DIR) / "src/data/rules/neutral.json";
  EXPECT_EQ(content_of(path), neutral_rule_set_json() + "\n");
  findings found;
  const auto book = load_rule_book_file(path, found);
  ASSERT_TRUE(book.has_value()) << told(found);
  EXPECT_TRUE(found.empty());
  ASSERT_EQ((*book).versions.size(), 1U);
  EXPECT_TRUE((*book).versions[0].set.all());
  EXPECT_EQ((*book).versions[0].values, rule_set{});
  EXPECT_EQ(resolved(*book).rules, rule_set{});
}

TEST(rule_book_json, a_single_set_and_a_book_are_both_accepted) {
  const rule_book one = loaded(rule_file(""));
  EXPECT_EQ(one.id, "dep-99");
  const rule_book two = loaded(R"({"id": "book", "rule_sets": [
      {"id": "a", "version": 1, "scope": {"level": "departement"}, "valid_to": "2025-12-31"},
      {"id": "a", "version": 2, "scope": {"level": "departement"}, "valid_from": "2026-01-01", "valid_to": null,
       "source": {"text": "délibération", "url": "https://example.org/d"}},
      {"id": "b", "version": 1, "scope": {"level": "provider", "provider": "SAAD01", "funder": "APA"}, "source": "avenant"}]})");
  EXPECT_EQ(two.id, "book");
  ASSERT_EQ(two.versions.size(), 3U);
  EXPECT_EQ(two.versions[1].source.url, "https://example.org/d");
  EXPECT_EQ(two.versions[2].source.text, "avenant");
  EXPECT_EQ(two.versions[2].scope.funder, "APA");
  EXPECT_TRUE(load_rule_book(R"({"id": "empty", "rule_sets": []})", *std::make_unique<findings>()).has_value());
}

TEST(rule_book_json, values_are_read_in_the_unit_of_their_key) {
  const rule_set rules = resolved(loaded(rule_file(R"(
    "attribution": "split_midnight", "holiday_zone": "alsace_moselle", "pentecost_monday": false,
    "tariff": {"provider_rate": 27.123456},
    "stamps": {"pair_max_hours": 12, "code_map": [{"producer": "P1", "map": {"CRE": "BOTH_CORRECTED"}}],
               "reasons_allowed": {"CREATED": ["panne", "badge perdu"]}},
    "duration": {"source": "stamped", "rounding": {"object": "duration", "step_min": 15, "mode": "threshold",
                 "threshold_min": 7.5}},
    "funding": {"per_funder": [{"funder": "APA", "rate": "24.58", "volume": {"minutes": 240, "euros": 16.80},
                "days": ["SUN", "HOLIDAY"], "participation": {"percent": 13.6192}}],
                "surcharges": {"percent": {"evening": 30}, "evening_window": {"from": "20:00", "to": "07:00"}}},
    "correction": {"code_weights": {"DATA_CHANGED": 0.5}, "threshold_pct": "8.33"})")))
                             .rules;
  EXPECT_EQ(rules.calendar.attribution, attribution_rule::split_midnight);
  EXPECT_EQ(rules.calendar.zone, holiday_zone::alsace_moselle);
  EXPECT_FALSE(rules.calendar.pentecost_monday);
  EXPECT_EQ(rules.tariff.provider_rate, unit_price::from_e6(27'123'456));
  EXPECT_EQ(rules.stamps.pair_max, duration::of_hours(12));
  ASSERT_EQ(rules.stamps.code_map.size(), 1U);
  EXPECT_EQ(rules.stamps.code_map[0].producer, "P1");
  ASSERT_EQ(rules.stamps.code_map[0].map.size(), 1U);
  EXPECT_EQ(rules.stamps.code_map[0].map[0].meaning, visit_class::both_corrected);
  ASSERT_EQ(rules.stamps.reasons_allowed.size(), 1U);
  EXPECT_EQ(rules.stamps.reasons_allowed[0].reasons, (std::vector<std::string>{"panne", "badge perdu"}));
  EXPECT_EQ(rules.duration.rounding.threshold, duration::of_seconds(450));
  ASSERT_EQ(rules.funding.per_funder.size(), 1U);
  const funder_rules& apa = rules.funding.per_funder[0];
  EXPECT_EQ(apa.rate, unit_price::from_e6(24'580'000));
  EXPECT_EQ(apa.volume.minutes, duration::of_hours(4));
  EXPECT_EQ(apa.volume.euros, money::from_cents(1680));
  EXPECT_EQ(apa.days, (std::vector<funding_day>{funding_day::sun, funding_day::holiday}));
  EXPECT_EQ(apa.participation.percent, percentage::from_e4(136'192));
  EXPECT_EQ(rules.funding.surcharges.evening_window, (time_window{{72'000}, {25'200}}));
  EXPECT_EQ(rules.correction.code_weights.data_changed, quantity::from_e4(5'000));
  EXPECT_EQ(rules.correction.threshold_pct, percentage::from_e4(83'300));
}

struct bad_rule {
  std::string members;
  std::string code;
  std::string path;
  std::string argument;  ///< the first one
};

const bad_rule bad_rules[] = {
    // Text and types.
    {R"("durations": {})", "ESP-JSON-003", "/rule_set/durations", "durations"},
    {R"("duration": {"sources": "planned"})", "ESP-JSON-003", "/rule_set/duration/sources", "sources"},
    {R"("duration": {"source": "planned", "source": "planned"})", "ESP-JSON-005", "/rule_set/duration/source",
     "source"},
    {R"("attribution": "start", "attribution": "start")", "ESP-JSON-005", "/rule_set/attribution", "attribution"},
    {R"("duration": null)", "ESP-JSON-002", "/rule_set/duration", "an object"},
    {R"("duration": {"source": null})", "ESP-JSON-002", "/rule_set/duration/source", ""},
    {R"("duration": {"source": "plan"})", "ESP-JSON-007", "/rule_set/duration/source", "plan"},
    {R"("pentecost_monday": "true")", "ESP-JSON-002", "/rule_set/pentecost_monday", "true or false"},
    {R"("duration": {"rounding": {"step_min": 7}})", "ESP-JSON-007", "/rule_set/duration/rounding/step_min", "7"},
    {R"("duration": {"quantity_decimals": 3})", "ESP-JSON-007", "/rule_set/duration/quantity_decimals", "3"},
    {R"("duration": {"min_billable_min": -1})", "ESP-JSON-009", "/rule_set/duration/min_billable_min", "-1"},
    {R"("duration": {"min_billable_min": 0.001})", "ESP-JSON-006", "/rule_set/duration/min_billable_min", "0.001"},
    {R"("duration": {"min_billable_min": true})", "ESP-JSON-002", "/rule_set/duration/min_billable_min", ""},
    {R"("tariff": {"provider_rate": "24.5812345"})", "ESP-JSON-006", "/rule_set/tariff/provider_rate", "24.5812345"},
    {R"("tariff": {"provider_rate": "24,58"})", "ESP-JSON-006", "/rule_set/tariff/provider_rate", "24,58"},
    {R"("tariff": {"provider_rate": -1})", "ESP-JSON-009", "/rule_set/tariff/provider_rate", "-1"},
    {R"("declarative": {"price_pct": 101})", "ESP-JSON-009", "/rule_set/declarative/price_pct", "101"},
    {R"("valid_from": "2026-02-30")", "ESP-JSON-006", "/rule_set/valid_from", "2026-02-30"},
    {R"("funding": {"surcharges": {"evening_window": {"from": "20:00"}}})", "ESP-JSON-008",
     "/rule_set/funding/surcharges/evening_window", "to"},
    {R"("funding": {"surcharges": {"evening_window": {"from": "20:00", "to": "25:00"}}})", "ESP-JSON-006",
     "/rule_set/funding/surcharges/evening_window/to", "25:00"},
    {R"("stamps": {"code_map": [{"map": {"CRE": "MADE"}}]})", "ESP-JSON-007", "/rule_set/stamps/code_map/0/map/CRE",
     "MADE"},
    {R"("stamps": {"code_map": [{"map": {"CRE": "CREATED", "CRE": "CREATED"}}]})", "ESP-JSON-005",
     "/rule_set/stamps/code_map/0/map/CRE", "CRE"},
    {R"("stamps": {"reasons_allowed": {"MADE": []}})", "ESP-JSON-007", "/rule_set/stamps/reasons_allowed/MADE", "MADE"},
    {R"("smoothing": {"sub_ceilings": [{"service": "S", "period": "month"}]})", "ESP-JSON-008",
     "/rule_set/smoothing/sub_ceilings/0", "max_min"},
    {R"("timezone": "America/Miquelon")", "ESP-RUL-020", "/rule_set/timezone", "timezone"},
    // Between keys.
    {R"("smoothing": {"late": "keep_closed", "unit": "euros"})", "ESP-RUL-010", "/rule_set/smoothing/late",
     "smoothing.late"},
    {R"("smoothing": {"late": "keep_closed", "tariff_month": "grant"})", "ESP-RUL-010", "/rule_set/smoothing/late",
     "smoothing.late"},
    {R"("cpom": {"envelope": {"flexibility_pct": 5}})", "ESP-RUL-008", "/rule_set/cpom/envelope/flexibility_pct",
     "cpom.envelope.flexibility_pct"},
    {R"("cpom": {"advances": [{"amount": 5}]})", "ESP-RUL-008", "/rule_set/cpom/advances", "cpom.advances"},
    {R"("cpom": {"objectives": [{"name": "O1"}, {"name": "O1"}]})", "ESP-RUL-011", "/rule_set/cpom/objectives",
     "cpom.objectives"},
    {R"("valid_from": "2026-02-02", "valid_to": "2026-02-01")", "ESP-RUL-004", "/rule_set/valid_to", "2026-02-02"},
    {R"("duration": {"rounding": {"mode": "threshold"}})", "ESP-RUL-008", "/rule_set/duration/rounding/mode",
     "duration.rounding.mode"},
    {R"("duration": {"rounding": {"threshold_min": 7}})", "ESP-RUL-009", "/rule_set/duration/rounding/threshold_min",
     "duration.rounding.threshold_min"},
    {R"("duration": {"rounding": {"mode": "threshold", "step_min": 5, "threshold_min": 6}})", "ESP-RUL-010",
     "/rule_set/duration/rounding/threshold_min", "duration.rounding.threshold_min"},
    {R"("duration": {"rounding": {"mode": "threshold", "step_min": 5, "threshold_min": 0}})", "ESP-RUL-010",
     "/rule_set/duration/rounding/threshold_min", "duration.rounding.threshold_min"},
    {R"("smoothing": {"tariff_month": "grant", "unit": "euros"})", "ESP-RUL-010", "/rule_set/smoothing/tariff_month",
     "smoothing.tariff_month"},
    {R"("duration": {"cap": {"extra_min": 5}})", "ESP-RUL-009", "/rule_set/duration/cap/extra_min",
     "duration.cap.extra_min"},
    {R"("duration": {"min_billable_min": 20, "max_billable_min": 10})", "ESP-RUL-010",
     "/rule_set/duration/max_billable_min", "duration.max_billable_min"},
    {R"("smoothing": {"split_at_ceiling": false})", "ESP-RUL-008", "/rule_set/smoothing/split_at_ceiling",
     "smoothing.split_at_ceiling"},
    {R"("smoothing": {"crossing": "in"})", "ESP-RUL-009", "/rule_set/smoothing/crossing", "smoothing.crossing"},
    {R"("smoothing": {"carry": {"enabled": true}})", "ESP-RUL-008", "/rule_set/smoothing/carry/enabled",
     "smoothing.carry.enabled"},
    {R"("smoothing": {"advance": {"enabled": true}})", "ESP-RUL-008", "/rule_set/smoothing/advance/enabled",
     "smoothing.advance.enabled"},
    {R"("funding": {"surcharges": {"bearer": "split"}})", "ESP-RUL-008", "/rule_set/funding/surcharges/bearer",
     "funding.surcharges.bearer"},
    {R"("funding": {"surcharges": {"split_pct": 50}})", "ESP-RUL-009", "/rule_set/funding/surcharges/split_pct",
     "funding.surcharges.split_pct"},
    {R"("funding": {"surcharges": {"percent": {"evening": 10}}})", "ESP-RUL-008",
     "/rule_set/funding/surcharges/percent/evening", "funding.surcharges.percent.evening"},
    {R"("funding": {"surcharges": {"percent": {"custom": 10}}})", "ESP-RUL-008",
     "/rule_set/funding/surcharges/percent/custom", "funding.surcharges.percent.custom"},
    {R"("funding": {"per_funder": [{"funder": "A", "participation": {"rate": "national_apa", "rate_scale": 6}}]})",
     "ESP-RUL-008", "/rule_set/funding/per_funder", "funding.per_funder.participation.rate_scale"},
    {R"("funding": {"per_funder": [{"funder": "A", "participation": {"percent": 20, "amount": 2.5,
        "basis": "accepted_plan"}}]})",
     "ESP-RUL-010", "/rule_set/funding/per_funder", "funding.per_funder.participation.percent"},
    {R"("funding": {"order": ["APA", "CNAV", "APA"]})", "ESP-RUL-011", "/rule_set/funding/order", "funding.order"},
    {R"("funding": {"order": [""]})", "ESP-RUL-012", "/rule_set/funding/order", "funding.order"},
    {R"("funding": {"per_funder": [{"nature": "fixed"}]})", "ESP-JSON-008", "/rule_set/funding/per_funder/0", "funder"},
    {R"("funding": {"per_funder": [{"funder": ""}]})", "ESP-RUL-012", "/rule_set/funding/per_funder/0",
     "funding.per_funder.funder"},
    {R"("funding": {"per_funder": [{"funder": "A"}, {"funder": "A"}]})", "ESP-RUL-011",
     "/rule_set/funding/per_funder/1", "funding.per_funder"},
    {R"("funding": {"per_funder": [{"funder": "A", "nature": "complement"}]})", "ESP-RUL-008",
     "/rule_set/funding/per_funder", "funding.per_funder.nature"},
    {R"("funding": {"per_funder": [{"funder": "A", "max": 3}]})", "ESP-RUL-009", "/rule_set/funding/per_funder",
     "funding.per_funder.max"},
    {R"("stamps": {"code_map": [{"producer": "P", "issued_to": "2022-05-30", "map": {}}, {"producer": "P",
        "issued_from": "2022-05-30", "map": {}}]})",
     "ESP-RUL-013", "/rule_set/stamps/code_map", "stamps.code_map"},
    {R"("stamps": {"reason_required": ["CREATED", "CREATED"]})", "ESP-RUL-011", "/rule_set/stamps/reason_required",
     "stamps.reason_required"},
};

TEST(rule_book_json, each_impossible_rule_is_an_error_that_names_its_key) {
  for (const auto& item : bad_rules) {
    SCOPED_TRACE(item.members);
    findings found;
    const std::string text = rule_file(item.members);
    EXPECT_FALSE(load_rule_book(text, found).has_value());
    ASSERT_EQ(found.items().size(), 1U) << told(found);
    const finding& first = found.items()[0];
    EXPECT_EQ(first.code(), item.code);
    EXPECT_EQ(first.path, item.path);
    EXPECT_EQ(first.level(), severity::error);
    EXPECT_GE(first.line, 3U);
    EXPECT_GE(first.column, 1U);
    ASSERT_FALSE(first.arguments.empty());
    if (!item.argument.empty()) {
      EXPECT_EQ(first.arguments[0], item.argument);
    }
    for (const language in : {language::english, language::french})
      EXPECT_EQ(message(first, in).find('{'), std::string::npos) << message(first, in);
  }
}

TEST(rule_book_json, the_place_of_a_fault_is_that_of_its_key) {
  findings found;
  EXPECT_FALSE(
      load_rule_book("{\"rule_set\": {\"id\": \"é\", \"version\": 1, \"scope\": {\"level\": \"departement\"},\n"
                     "  \"duration\": {\n    \"rounding\": {\"mode\": \"up\", \"threshold_min\": 3}}}}",
                     found)
          .has_value());
  ASSERT_EQ(found.items().size(), 1U);
  EXPECT_EQ(found.items()[0].line, 3U);
  EXPECT_EQ(found.items()[0].column, 32U);
}

struct bad_book {
  std::string text;
  std::string code;
  std::string path;
};

const std::string head = R"("version": 1, "scope": {"level": "departement"})";

const bad_book bad_books[] = {
    {R"({})", "ESP-JSON-008", ""},
    {R"({"rule_sets": []})", "ESP-JSON-008", ""},
    {R"({"rule_set": 7})", "ESP-JSON-002", "/rule_set"},
    {R"({"id": "b", "rule_sets": {}})", "ESP-JSON-002", "/rule_sets"},
    {R"({"id": "b", "rule_sets": [], "more": 1})", "ESP-JSON-003", "/more"},
    {R"({"id": "b", "id": "b", "rule_sets": []})", "ESP-JSON-005", "/id"},
    {R"({"rule_set": {"version": 1, "scope": {"level": "departement"}}})", "ESP-JSON-008", "/rule_set"},
    {R"({"rule_set": {"id": "a", "scope": {"level": "departement"}}})", "ESP-JSON-008", "/rule_set"},
    {R"({"rule_set": {"id": "a", "version": 1}})", "ESP-JSON-008", "/rule_set"},
    {R"({"rule_set": {"id": "", "version": 1, "scope": {"level": "departement"}}})", "ESP-RUL-012", "/rule_set/id"},
    {R"({"rule_set": {"id": "a", "version": 0, "scope": {"level": "departement"}}})", "ESP-JSON-009",
     "/rule_set/version"},
    {R"({"rule_set": {"id": "a", "version": 1, "scope": {}}})", "ESP-JSON-008", "/rule_set/scope"},
    {R"({"rule_set": {"id": "a", "version": 1, "scope": {"level": "region"}}})", "ESP-JSON-007",
     "/rule_set/scope/level"},
    {R"({"rule_set": {"id": "a", "version": 1, "scope": {"level": "provider"}}})", "ESP-RUL-005", "/rule_set/scope"},
    {R"({"rule_set": {"id": "a", "version": 1, "scope": {"level": "provider", "provider": ""}}})", "ESP-RUL-012",
     "/rule_set/scope"},
    {R"({"rule_set": {"id": "a", "version": 1, "scope": {"level": "funder", "funder": "F", "service": "S"}}})",
     "ESP-RUL-006", "/rule_set/scope"},
    {"{\"id\": \"b\", \"rule_sets\": [{\"id\": \"a\", " + head + "}, {\"id\": \"c\", " + head + "}]}", "ESP-RUL-003",
     "/rule_sets/1"},
    {"{\"id\": \"b\", \"rule_sets\": [{\"id\": \"a\", \"valid_to\": \"2026-01-01\", " + head +
         "}, {\"id\": \"c\", \"valid_from\": \"2026-01-01\", " + head + "}]}",
     "ESP-RUL-003", "/rule_sets/1"},
    {"{\"id\": \"b\", \"rule_sets\": [{\"id\": \"a\", \"valid_to\": \"2025-12-31\", " + head +
         "}, {\"id\": \"a\", \"valid_from\": \"2026-01-01\", " + head + "}]}",
     "ESP-RUL-007", "/rule_sets/1/id"},
};

TEST(rule_book_json, each_impossible_book_is_an_error) {
  for (const auto& item : bad_books) {
    SCOPED_TRACE(item.text);
    findings found;
    EXPECT_FALSE(load_rule_book(item.text, found).has_value());
    ASSERT_FALSE(found.items().empty());
    EXPECT_EQ(found.items()[0].code(), item.code) << told(found);
    EXPECT_EQ(found.items()[0].path, item.path) << told(found);
  }
}

// What a key needs may stand in another scope; then only the set that leaves it without is to blame.
TEST(rule_book_json, keys_that_depend_on_each_other_may_stand_in_different_scopes) {
  const std::string general =
      R"({"id": "g", "version": 1, "scope": {"level": "departement"},
          "duration": {"rounding": {"mode": "threshold", "step_min": 15, "threshold_min": 7}}})";
  loaded("{\"id\": \"b\", \"rule_sets\": [" + general +
         R"(, {"id": "p", "version": 1, "scope": {"level": "provider", "provider": "P"},
              "duration": {"rounding": {"threshold_min": 10}}}]})");
  findings found;
  EXPECT_FALSE(load_rule_book("{\"id\": \"b\", \"rule_sets\": [" + general +
                                  R"(, {"id": "p", "version": 1, "scope": {"level": "provider", "provider": "P"},
                                       "duration": {"rounding": {"step_min": 5}}}]})",
                              found)
                   .has_value());
  ASSERT_EQ(found.items().size(), 1U) << told(found);
  EXPECT_EQ(found.items()[0].path, "/rule_sets/1/duration/rounding/step_min");
}

TEST(rule_book_json, lenient_reading_keeps_unknown_keys_and_writes_them_back) {
  const std::string text = rule_file(
      R"("note": ["é\n", 1.50, {"a": null}], "duration": {"new/key": true, "source": "planned"}, "future": {},
         "funding": {"per_funder": [{"funder": "APA", "later": "x"}]}, "alerts": {"soon": 1})");
  findings strict;
  EXPECT_FALSE(load_rule_book(text, strict).has_value());
  EXPECT_EQ(strict.count(severity::error), 5U) << told(strict);

  const json_read_options lenient{json_strictness::lenient, {}, {}};
  findings found;
  const auto book = load_rule_book(text, found, lenient);
  ASSERT_TRUE(book.has_value()) << told(found);
  EXPECT_EQ(found.count(severity::warning), 5U);
  ASSERT_EQ((*book).versions[0].unknown.size(), 5U);
  EXPECT_EQ((*book).versions[0].unknown[0].json, R"(["é\n",1.50,{"a":null}])");
  EXPECT_EQ(resolved(*book).rules.duration.source, duration_source::planned);
  findings again;
  const auto back = load_rule_book(write_rule_book(*book), again, lenient);
  ASSERT_TRUE(back.has_value()) << told(again);
  const auto by_pointer = [](const unknown_key& a, const unknown_key& b) { return a.pointer < b.pointer; };
  auto first = (*book).versions[0].unknown;
  auto second = (*back).versions[0].unknown;
  std::sort(first.begin(), first.end(), by_pointer);
  std::sort(second.begin(), second.end(), by_pointer);
  EXPECT_EQ(first, second);
  EXPECT_EQ((*back).versions[0].sha256, (*book).versions[0].sha256);
}

TEST(rule_book_json, the_digest_is_that_of_what_the_rules_say) {
  const std::string a =
      loaded(rule_file(R"("duration": {"source": "planned"}, "attribution": "start")")).versions[0].sha256;
  const std::string b =
      loaded(rule_file(R"("attribution":"start","duration":{"source":"pl\u0061nned"})")).versions[0].sha256;
  const std::string c = loaded(rule_file(R"("duration": {"source": "planned"})")).versions[0].sha256;
  EXPECT_EQ(a, b);
  EXPECT_NE(a, c);
  const rule_book book = loaded(rule_file(R"("duration": {"source": "planned"})"));
  EXPECT_EQ(canonical_json(book.versions[0]),
            R"({"id":"dep-99","version":1,"valid_from":null,"valid_to":null,)"
            R"("scope":{"level":"departement","departement":"99"},"duration":{"source":"planned"}})");
  EXPECT_EQ(sha256_hex(canonical_json(book.versions[0])).value(), c);
  EXPECT_EQ(reference_of(book.versions[0]), (rule_set_ref{"dep-99", 1, c}));
}

// FIPS 180-2, appendix B.
TEST(rule_book_json, sha256_gives_the_published_examples) {
  EXPECT_EQ(sha256_hex("abc").value(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq").value(),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(sha256_hex("").value(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

// Each leaf set to another value: either the file says that it cannot be, naming the key, or the resolution has it.
TEST(rule_book_json, any_value_that_is_changed_in_a_file_is_applied_or_refused) {
  random_bits random(9);
  int applied = 0;
  for (int round = 0; round < 12; ++round) {
    for (std::size_t leaf = 0; leaf < leaf_count<rule_set>; ++leaf) {
      const auto& row = parameter_table<rule_set>[leaf];
      rule_book book;
      book.versions.emplace_back();
      rule_version& one = book.versions[0];
      one.id = "v";
      one.set.set(leaf);
      rule_set varied;
      for (int tries = 0; tries < 50 && row.same(varied, rule_set{}); ++tries)
        vary(varied, random);
      row.copy(one.values, varied);
      const std::string text = write_rule_book(book);
      findings found;
      const auto back = load_rule_book(text, found);
      if (!back) {
        const std::string pointer = "/rule_sets/0/" + row.name();
        const auto names_it = [&](const finding& each) {
          std::string path = each.path;
          std::replace(path.begin() + 13, path.end(), '/', '.');
          return path.starts_with(pointer);
        };
        EXPECT_TRUE(std::all_of(found.items().begin(), found.items().end(), names_it)) << text << told(found);
        continue;
      }
      ++applied;
      EXPECT_EQ((*back).versions[0].set, one.set);
      EXPECT_EQ((*back).versions[0].values, one.values) << text;
      EXPECT_FALSE(row.same(resolved(*back).rules, rule_set{})) << row.name();
      EXPECT_EQ(write_rule_book(*back), text);
    }
  }
  EXPECT_GT(applied, 400);
}

TEST(rule_book_json, damaged_files_give_a_book_or_a_finding) {
  random_bits random(6);
  const std::string text = neutral_rule_set_json();
  const std::string bytes = "\"{}[]:,\\ 0-.e\n\x00\xFFzt";
  for (int i = 0; i < 3'000; ++i) {
    std::string damaged = text;
    for (std::int64_t hits = pick(random, 1, 3); hits > 0; --hits) {
      const auto at = static_cast<std::size_t>(pick(random, 0, static_cast<std::int64_t>(text.size()) - 1));
      damaged[at] = bytes[static_cast<std::size_t>(pick(random, 0, static_cast<std::int64_t>(bytes.size()) - 1))];
    }
    if (i % 3 == 0) damaged.resize(static_cast<std::size_t>(pick(random, 0, static_cast<std::int64_t>(text.size()))));
    findings found;
    const auto book = load_rule_book(damaged, found);
    ASSERT_EQ(book.has_value(), !found.has_errors()) << damaged;
  }
}

TEST(rule_book_json, a_missing_file_is_a_finding) {
  findings found;
  EXPECT_EQ(load_rule_book_file("no/such/file.json", found).error(), error_code::unreadable);
  EXPECT_EQ(load_rule_book_file(std::filesystem::path(ESPPADOM_SOURCE_DIR), found).error(), error_code::unreadable);
  ASSERT_EQ(found.items().size(), 2U);
  EXPECT_EQ(found.items()[0].file, "no/such/file.json");
}

TEST(rule_book_json, the_codes_are_different) {
  std::vector<std::string_view> codes;
  for (const auto* kind : rul_finding_kinds)
    codes.push_back(kind->code);
  std::sort(codes.begin(), codes.end());
  EXPECT_EQ(std::adjacent_find(codes.begin(), codes.end()), codes.end());
}

}  // namespace
}  // namespace esppadom_tests
