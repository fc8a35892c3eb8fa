#include "esppadom/billing/special.hpp"

#include "billing/vector_reader.hpp"

namespace {

using namespace esppadom;
using vectors::json;

std::optional<std::string> read_text(const json& value) {
  if (value.is_null()) return std::nullopt;
  return std::string(std::string_view(value));
}

void run_extra_minutes(const json& input, const json& expected) {
  extra_minutes_rules rules;
  vectors::read_group(input["rules"], rules);
  const accepted_minutes accepted = accept_extra_minutes(std::int64_t(input["minutes"]), read_text(input["reason"]),
                                                         read_text(input["author"]), rules);
  EXPECT_EQ(accepted.extra.seconds, std::int64_t(expected["extra_seconds"]));
  EXPECT_EQ(name_of(accepted.reason), std::string_view(expected["reason"]));
}

void run_basis(const json& input, const json& expected) {
  const vectors::kernel_rules rules = vectors::read_rules(input["rules"]);
  const visit_times times = vectors::read_times(input["times"]);
  const auto by_code = parse_enum<visit_class>(std::string_view(input["class"])).value();
  const visit_kind kind =
      kind_of(by_code, times, bool(input["incompatible_period"]), rules.incompatible, rules.declarative);
  EXPECT_EQ(name_of(kind), std::string_view(expected["kind"]));
  const billable_time visit = billable_duration(times, rules.stamps, rules.duration, rules.calendar,
                                                basis_of(kind, rules.duration, rules.incompatible), duration());
  std::int64_t seconds = 0;
  if (expected["billed_seconds"].get(seconds) == simdjson::SUCCESS) {
    EXPECT_EQ(visit.billed.seconds, seconds);
  }
  std::string_view reason;
  if (expected["reason"].get(reason) != simdjson::SUCCESS) reason = "NONE";
  EXPECT_EQ(name_of(visit.reason), reason);
}

void run_share(const json& input, const json& expected) {
  const auto price = unit_price::from_decimal(parse_decimal(std::string_view(input["price"])).value()).value();
  const auto share = parse_percentage(std::string_view(input["percent"])).value();
  const result<unit_price> reduced = reduced_price(price, share);
  std::string_view text;
  if (expected["price"].get(text) == simdjson::SUCCESS) {
    EXPECT_EQ(reduced.value(), unit_price::from_decimal(parse_decimal(text).value()).value());
  } else {
    EXPECT_EQ(reduced.error(), error_code::inexact);
  }
}

void run_monthly(const json& input, const json& expected) {
  const vectors::kernel_rules rules = vectors::read_rules(input["rules"]);
  const visit_kind kind =
      kind_of(visit_class::stamped, vectors::read_times(input["times"]), false, rules.incompatible, rules.declarative);
  EXPECT_EQ(name_of(kind), std::string_view(expected["kind"]));
  std::string_view seconds;
  if (expected["seconds"].get(seconds) != simdjson::SUCCESS) return;
  const auto quantity = parse_decimal(std::string_view(input["quantity"])).value();
  EXPECT_EQ(to_string(declared_time(quantity, std::string_view(input["unit"]))), seconds);
}

exact_duration minutes_of(const json& value) { return exact_duration(duration::of_minutes(std::int64_t(value))); }

void run_double(const json& input, const json& expected) {
  EXPECT_EQ(share_of_double(minutes_of(input["before"]), minutes_of(input["own"]), minutes_of(input["offset"]),
                            minutes_of(input["both"])),
            minutes_of(expected["minutes"]));
}

void run_cap(const json& input, const json& expected) {
  std::optional<duration> cap;
  if (!json(input["cap"]).is_null()) cap = duration::of_minutes(std::int64_t(input["cap"]));
  EXPECT_EQ(within_monthly_cap(duration::of_minutes(std::int64_t(input["asked"])),
                               duration::of_minutes(std::int64_t(input["used"])), cap),
            duration::of_minutes(std::int64_t(expected["minutes"])));
}

void run_payable(const json& input, const json& expected) {
  payable_share_rules rules;
  vectors::read_group(input["rules"], rules);
  const auto share = payable_share(std::string_view(input["reason"]), rules);
  EXPECT_EQ(share ? std::optional(to_string(*share)) : std::nullopt, read_text(expected["share"]));
}

void run_quota(const json& input, const json& expected) {
  const auto quota = parse_percentage(std::string_view(input["quota"])).value();
  EXPECT_EQ(exceeds_quota(std::int64_t(input["declared"]), std::int64_t(input["all"]), quota),
            bool(expected["exceeded"]));
}

TEST(special, follows_the_reference) {
  vectors::for_each_case("special.json", [](const json& input, const json& expected) {
    const std::string_view kind(input["kind"]);
    if (kind == "extra_minutes") {
      run_extra_minutes(input, expected);
    } else if (kind == "basis") {
      run_basis(input, expected);
    } else if (kind == "monthly") {
      run_monthly(input, expected);
    } else if (kind == "cap") {
      run_cap(input, expected);
    } else if (kind == "double") {
      run_double(input, expected);
    } else if (kind == "payable") {
      run_payable(input, expected);
    } else if (kind == "quota") {
      run_quota(input, expected);
    } else {
      ASSERT_EQ(kind, "share");
      run_share(input, expected);
    }
  });
}

TEST(special, an_incompatible_visit_needs_the_decision_where_an_approval_is_asked) {
  incompatible_rules rules;
  const auto permission = [&](const std::optional<std::string>& reference) {
    return permission_of(visit_kind::incompatible, reference, rules, {});
  };
  EXPECT_EQ(permission(std::nullopt), unbilled_reason::not_approved);
  EXPECT_EQ(permission(""), unbilled_reason::not_approved);
  EXPECT_EQ(permission("D-12"), unbilled_reason::none);
  rules.decision_ref = "D-12";
  EXPECT_EQ(permission(std::nullopt), unbilled_reason::none);
  rules = {};
  rules.approval_required = false;
  EXPECT_EQ(permission(std::nullopt), unbilled_reason::none);
}

TEST(special, a_declarative_visit_needs_a_rule_set_that_allows_it) {
  const auto permission = [](declarative_mode mode) {
    declarative_rules rules;
    rules.mode = mode;
    return permission_of(visit_kind::declarative, std::nullopt, {}, rules);
  };
  EXPECT_EQ(permission(declarative_mode::none), unbilled_reason::not_approved);
  EXPECT_EQ(permission(declarative_mode::per_visit), unbilled_reason::none);
  EXPECT_EQ(permission(declarative_mode::monthly), unbilled_reason::rule_conflict);
  EXPECT_EQ(permission_of(visit_kind::ordinary, std::nullopt, {}, {}), unbilled_reason::none);
}

TEST(special, a_reduced_price_is_exact_or_refused) {
  EXPECT_EQ(reduced_price(unit_price::invalid(), percentage::from_percent(50)).error(), error_code::invalid_value);
  EXPECT_EQ(reduced_price(unit_price::from_e6((std::int64_t{1} << 62) / 1'000'000 * 1'000'000),
                          percentage::from_percent(1000))
                .error(),
            error_code::overflow);
  static_assert(reduced_price(unit_price::from_cents(2458), percentage::from_percent(90)).value() ==
                unit_price::from_e6(22'122'000));
  // 12.5 % of it needs eight decimals, 80 % of that six.
  constexpr auto price = unit_price::from_e6(24'000'010);
  constexpr auto eighth = percentage::from_e4(125'000);
  EXPECT_EQ(reduced_price(price, eighth).error(), error_code::inexact);
  static_assert(reduced_price(price, eighth, percentage::from_percent(80)).value() == unit_price::from_e6(2'400'001));
}

}  // namespace
