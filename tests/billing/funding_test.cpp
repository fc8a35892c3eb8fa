#include "esppadom/billing/funding.hpp"

#include <string>
#include <vector>

#include "billing/vector_reader.hpp"
#include "esppadom/billing/invoicing.hpp"
#include "esppadom/billing/visit_split.hpp"

namespace {

using namespace esppadom;
using vectors::json;
using vectors::rational;

std::optional<json> child(const json& object, std::string_view key) {
  json value;
  if (object[key].get(value) != simdjson::SUCCESS) return std::nullopt;
  return value;
}

rational number(const json& value) { return vectors::to_rational(vectors::text_of(value)); }

std::string text(const json& object, std::string_view key, std::string_view otherwise) {
  const auto value = child(object, key);
  return value ? vectors::text_of(*value) : std::string(otherwise);
}

exact_duration minutes(const json& value) {
  const rational seconds = number(value) * 60;
  return exact_duration::of_ratio(static_cast<std::int64_t>(numerator(seconds)),
                                  static_cast<std::int64_t>(denominator(seconds)));
}

segment read_segment(const json& object) {
  segment part;
  part.time = minutes(object["minutes"]);
  part.price = parse_unit_price(text(object, "price", "")).value();
  part.surcharge = parse_percentage(text(object, "surcharge", "0")).value();
  part.kind = parse_enum<surcharge_kind>(text(object, "kind", "NONE")).value();
  part.day = parse_enum<day_class>(text(object, "day", "weekday")).value();
  part.extra_minutes = child(object, "extra").has_value();
  return part;
}

struct split_case {
  std::vector<segment> segments;
  std::vector<funding_source> sources;
  std::vector<funder_state> states;
  split_rules rules;
  bool cancelled = false;
  residual_cent residual = residual_cent::last_funder;
};

split_case read_case(const json& input) {
  split_case out;
  funding_rules funding;
  smoothing_rules smoothing;
  extra_minutes_rules extra;
  if (const auto rules = child(input, "rules")) {
    if (const auto group = child(*rules, "funding")) vectors::read_group(*group, funding);
    if (const auto group = child(*rules, "smoothing")) vectors::read_group(*group, smoothing);
    if (const auto group = child(*rules, "extra_minutes")) vectors::read_group(*group, extra);
    out.cancelled = child(*rules, "cancelled").has_value();
  }
  out.rules = split_rules_of(funding, smoothing, extra).value();
  if (const auto rules = child(input, "rules")) {
    if (const auto limit = child(*rules, "limit_min")) out.rules.limit = minutes(*limit);
  }
  out.residual = funding.residual_cent_to;
  for (const json part : simdjson::dom::array(input["segments"]))
    out.segments.push_back(read_segment(part));
  for (const json each : simdjson::dom::array(input["sources"])) {
    funder_rules rules;
    if (const auto group = child(each, "rules")) vectors::read_group(*group, rules);
    const percentage of_order = parse_percentage(text(each, "participation", "0")).value();
    const local_date day = parse_local_date(text(input, "on", "2026-03-02")).value();
    const auto of_book = participation_of_book(rules.participation, day).value();
    const auto participation = participation_of(rules.participation.basis, of_book.value_or(of_order)).value();
    out.sources.push_back(
        source_of(rules, smoothing, parse_unit_price(text(each, "tariff", "0")).value(), participation));
    funder_state& state = out.states.emplace_back();
    if (const auto pool = child(each, "pool_min")) state.pool = minutes(*pool);
    if (const auto volume = child(each, "volume_min")) state.volume = minutes(*volume);
    if (const auto euros = child(each, "euros"))
      state.euros = exact_amount(parse_money(vectors::text_of(*euros)).value());
  }
  return out;
}

visit_split split(const split_case& given) {
  if (given.cancelled) return bill_beneficiary(given.segments, beneficiary_reason::cancelled);
  return split_visit(given.segments, given.sources, given.states, given.rules);
}

void expect_conserved(const visit_split& result) {
  for (const funded_piece& piece : result.pieces) {
    exact_amount sum = piece.provider;
    for (const funder_share& share : piece.shares)
      sum += share.amount;
    for (const beneficiary_part& part : piece.beneficiary)
      sum += part.amount;
    EXPECT_EQ(sum, piece.rejected ? exact_amount() : piece.price);
  }
}

exact_line line_of(const visit_split& result) {
  exact_line line;
  line.price = price_of(result);
  line.beneficiary = beneficiary_share(result);
  line.provider = provider_share(result);
  for (const funder_charge& charge : result.charges)
    line.funders.push_back(charge.share);
  return line;
}

void check_case(const json& input, const json& expected) {
  const split_case given = read_case(input);
  const visit_split result = split(given);
  EXPECT_EQ(name_of(result.reason), text(expected, "reason", "NONE"));
  expect_conserved(result);
  for (const auto [key, value] : simdjson::dom::object(expected)) {
    SCOPED_TRACE(std::string(key));
    if (key == "shares" || key == "charged_min") {
      std::size_t i = 0;
      for (const json each : simdjson::dom::array(value)) {
        const funder_charge& charge = result.charges[i++];
        const rational found =
            key == "shares" ? vectors::to_rational(charge.share) : vectors::to_rational(charge.time) / 60;
        EXPECT_EQ(found, number(each));
      }
      EXPECT_EQ(i, result.charges.size());
    } else if (key == "beneficiary") {
      EXPECT_EQ(vectors::to_rational(beneficiary_share(result)), number(value));
    } else if (key == "provider") {
      EXPECT_EQ(vectors::to_rational(provider_share(result)), number(value));
    } else if (key == "rejected") {
      EXPECT_EQ(vectors::to_rational(rejected_price(result)), number(value));
    } else if (key == "reasons") {
      rational sum = 0;
      for (const auto [reason, amount] : simdjson::dom::object(value)) {
        const auto why = parse_enum<beneficiary_reason>(reason).value();
        EXPECT_EQ(vectors::to_rational(beneficiary_share(result, why)), number(amount)) << reason;
        sum += number(amount);
      }
      EXPECT_EQ(sum, vectors::to_rational(beneficiary_share(result))) << "reasons that are not expected";
    } else if (key == "pieces") {
      std::size_t i = 0;
      for (const json each : simdjson::dom::array(value)) {
        const funded_piece& piece = result.pieces[i++];
        EXPECT_EQ(vectors::to_rational(piece.part.time) / 60, number(each.at(0)));
        EXPECT_EQ(vectors::to_rational(piece.price), number(each.at(1)));
      }
      EXPECT_EQ(i, result.pieces.size());
    } else if (key == "cents" || key == "beneficiary_cents") {
      const settled_line cents = settle_line(line_of(result), line_rounding::half_up, given.residual).value();
      if (key == "beneficiary_cents") {
        EXPECT_EQ(to_string(cents.beneficiary), std::string_view(value));
        continue;
      }
      std::size_t i = 0;
      for (const json each : simdjson::dom::array(value))
        EXPECT_EQ(to_string(cents.funders[i++]), std::string_view(each));
    } else {
      EXPECT_EQ(key, "reason") << "no such expectation";
    }
  }
}

TEST(funding, gives_the_reference_shares_of_a_visit) { vectors::for_each_case("funding.json", check_case); }

TEST(funding, gives_the_shares_of_every_kind_of_participation) {
  vectors::for_each_case("funding_participation.json", check_case);
}

// -- which funders ----------------------------------------------------------------------------------------------------

TEST(funding, matches_days_by_the_start_of_the_visit_and_holidays_by_their_own_day) {
  const funding_day week[] = {funding_day::mon, funding_day::wed, funding_day::thu};
  const funding_day friday_and_holidays[] = {funding_day::fri, funding_day::holiday};
  const local_date holiday = local_date::of(2022, 5, 1).value();  // a Sunday
  EXPECT_FALSE(pays_on(week, holiday, true));
  EXPECT_TRUE(pays_on(friday_and_holidays, holiday, true));
  const funding_day sunday[] = {funding_day::sun};
  EXPECT_FALSE(pays_on(sunday, holiday, true)) << "on a holiday only HOLIDAY matches";
  const funding_day weekend[] = {funding_day::sat, funding_day::sun};
  const local_date tuesday = local_date::of(2019, 4, 23).value();
  EXPECT_FALSE(pays_on(week, tuesday, false));
  EXPECT_FALSE(pays_on(weekend, tuesday, false));
}

TEST(funding, lets_a_new_funding_start_on_the_day_the_old_one_ends) {
  const local_date change = local_date::of(2026, 3, 16).value();
  const local_date start = local_date::of(2026, 1, 1).value();
  EXPECT_TRUE(funds_on(start, change, change - 1));
  EXPECT_FALSE(funds_on(start, change, change));
  EXPECT_TRUE(funds_on(change, std::nullopt, change));
  EXPECT_FALSE(funds_on(change, std::nullopt, change - 1));
}

TEST(funding, bills_cancelled_visits_as_the_condition_the_notice_and_the_rule_set_say) {
  const local_time start = parse_local_time("2026-03-10T09:00:00").value();
  cancelled_rules rules;
  cancellation event;
  EXPECT_EQ(cancelled_to(rules, event, start), cancelled_bill_to::none);
  rules.bill_to = cancelled_bill_to::beneficiary;
  EXPECT_EQ(cancelled_to(rules, event, start), cancelled_bill_to::beneficiary);
  event.condition = cancellation_condition::unbilled_unpaid;
  EXPECT_EQ(cancelled_to(rules, event, start), cancelled_bill_to::none);
  event.condition = cancellation_condition::billed_unpaid;
  rules.notice_hours = 24;
  event.announced_at = parse_local_time("2026-03-09T09:00:00").value();
  EXPECT_EQ(cancelled_to(rules, event, start), cancelled_bill_to::none);
  event.announced_at = parse_local_time("2026-03-09T09:00:01").value();
  EXPECT_EQ(cancelled_to(rules, event, start), cancelled_bill_to::beneficiary);
}

TEST(funding, takes_no_more_of_a_rate_than_all_and_only_for_a_basis_it_knows) {
  const percentage share = percentage::from_e4(136'192);
  EXPECT_EQ(participation_of(participation_basis::used, share).value(), participation_share(share));
  EXPECT_TRUE(participation_of(participation_basis::none, share).value().is_nothing());
  EXPECT_TRUE(participation_of(participation_basis::accepted_plan, share).value().is_nothing());
  EXPECT_EQ(participation_share::of_hour(unit_price::from_cents(-1)).error(), error_code::out_of_range);
  EXPECT_EQ(participation_of(participation_basis::used, percentage::from_percent(101)).error(),
            error_code::out_of_range);
}

TEST(funding, takes_the_rate_of_participation_from_the_national_scale) {
  participation_rules rules;
  rules.rate = participation_rate::national_apa;
  rules.inputs = {money::from_euros(1500), false, 3, money::from_euros(1000)};
  rules.rate_scale = 6;
  rules.rate_rounding = participation_rounding::half_up;
  const auto on = [&](const char* day) -> result<participation_share> {
    std::optional<participation_share> share;
    const auto error = participation_of_book(rules, parse_local_date(day).value()).get(share);
    if (error != error_code::success) return error;
    return share.value();
  };
  EXPECT_EQ(on("2026-03-01").value(), percentage::from_e4(136'192));
  EXPECT_EQ(on("2024-03-01").value(), percentage::from_e4(159'165));
  EXPECT_EQ(on("2027-01-01").error(), error_code::out_of_range);
  rules.rate_scale = 4;
  EXPECT_EQ(on("2026-03-01").value(), percentage::from_e4(136'200));
  rules.rate_rounding = participation_rounding::down;
  EXPECT_EQ(on("2026-03-01").value(), percentage::from_e4(136'100));
  rules.inputs.gir = 5;
  EXPECT_EQ(on("2026-03-01").error(), error_code::out_of_range);
  rules.inputs.gir = 3;
  for (const auto forget : {0, 1, 2, 3, 4, 5}) {
    participation_rules without = rules;
    if (forget == 0) without.inputs.resources.reset();
    if (forget == 1) without.inputs.couple.reset();
    if (forget == 2) without.inputs.gir.reset();
    if (forget == 3) without.inputs.accepted_plan.reset();
    if (forget == 4) without.rate_scale.reset();
    if (forget == 5) without.rate_rounding.reset();
    EXPECT_EQ(participation_of_book(without, parse_local_date("2026-03-01").value()).error(),
              error_code::invalid_value);
  }
  rules.rate_scale.reset();
  rules.rate_rounding.reset();
  const participation_share unrounded = on("2026-03-01").value();
  EXPECT_EQ(unrounded.percent, percentage::from_e4(136'192)) << "what documents show";
  EXPECT_EQ(to_string(unrounded.exact.value()), "170977476452575067389989/1255418709789024500000000");
  EXPECT_EQ(to_string(unrounded), "~13.6192 %");
}

TEST(funding, takes_a_fixed_participation_of_the_month_from_amount_scale_or_percentage) {
  participation_rules rules;
  rules.basis = participation_basis::accepted_plan;
  const local_date day = parse_local_date("2026-03-01").value();
  EXPECT_EQ(monthly_participation_of_book(rules, day).value(), std::nullopt);
  rules.amount = unit_price::from_cents(13'619);
  EXPECT_EQ(monthly_participation_of_book(rules, day).value(), fraction::of(13'619, 100));
  rules.amount.reset();
  rules.percent = percentage::from_percent(10);
  EXPECT_EQ(monthly_participation_of_book(rules, day).error(), error_code::invalid_value) << "of which plan?";
  rules.inputs = {money::from_euros(1500), false, 3, money::from_euros(1000)};
  EXPECT_EQ(monthly_participation_of_book(rules, day).value(), fraction(100));
  rules.percent.reset();
  rules.rate = participation_rate::national_apa;
  const auto national = monthly_participation_of_book(rules, day).value();
  EXPECT_EQ(round(*national, 4, rounding_mode::half_up).value(), (decimal{1'361'916, 4}));
  rules.rate_scale = 4;
  rules.rate_rounding = participation_rounding::half_up;
  EXPECT_EQ(monthly_participation_of_book(rules, day).value(), fraction::of(13'620, 100));
  rules.basis = participation_basis::used;
  EXPECT_EQ(monthly_participation_of_book(rules, day).value(), std::nullopt);
}

TEST(funding, takes_the_rate_of_participation_from_a_table_of_resources) {
  participation_rules rules;
  rules.rate = participation_rate::table;
  rules.table = {{money::from_euros(0), money::from_euros(1000), percentage(), std::nullopt},
                 {money::from_euros(1000), money::from_euros(2000), percentage::from_percent(25), std::nullopt},
                 {money::from_euros(3000), std::nullopt, percentage::from_percent(90), std::nullopt}};
  const auto with = [&](const char* euros) -> result<participation_share> {
    rules.inputs.resources = parse_money(euros).value();
    std::optional<participation_share> share;
    const auto error = participation_of_book(rules, local_date()).get(share);
    if (error != error_code::success) return error;
    return share.value();
  };
  EXPECT_EQ(with("999.99").value(), percentage());
  EXPECT_EQ(with("1000").value(), percentage::from_percent(25));
  EXPECT_EQ(with("1999.99").value(), percentage::from_percent(25));
  EXPECT_EQ(with("2000").error(), error_code::out_of_range);  // in no band
  EXPECT_EQ(with("3000").value(), percentage::from_percent(90));
  rules.inputs.resources.reset();
  EXPECT_EQ(participation_of_book(rules, local_date()).error(), error_code::invalid_value);
}

TEST(funding, needs_to_know_how_a_surcharge_is_split) {
  funding_rules funding;
  funding.surcharges.bearer = surcharge_bearer::split;
  EXPECT_EQ(split_rules_of(funding, {}, {}).error(), error_code::missing);
}

// -- limits -----------------------------------------------------------------------------------------------------------

segment hour_at(std::int64_t cents) {
  segment part;
  part.time = exact_duration(duration::of_hours(1));
  part.price = unit_price::from_cents(cents);
  return part;
}

TEST(funding, closes_the_pool_behind_a_visit_that_may_not_be_cut) {
  smoothing_rules smoothing;
  smoothing.split_at_ceiling = false;
  for (const crossing_visit crossing : {crossing_visit::in, crossing_visit::out}) {
    smoothing.crossing = crossing;
    const funding_source source = source_of({}, smoothing, unit_price::from_cents(2400), {});
    funder_state state;
    state.pool = exact_duration(duration::of_minutes(150));
    std::vector<std::int64_t> charged;
    for (const std::int64_t minutes_of_visit : {60, 60, 60, 15}) {
      segment part = hour_at(2400);
      part.time = exact_duration(duration::of_minutes(minutes_of_visit));
      const visit_split result = split_visit({&part, 1}, {&source, 1}, {&state, 1}, {});
      charged.push_back(result.charges[0].time.floor_seconds().seconds / 60);
      state = after(state, result.charges[0]);
    }
    const bool in = crossing == crossing_visit::in;
    EXPECT_EQ(charged, (std::vector<std::int64_t>{60, 60, in ? 60 : 0, 0}));
  }
}

TEST(funding, refuses_what_it_cannot_compute_exactly) {
  const segment part = hour_at(2400);
  const funding_source source = source_of({}, {}, unit_price::from_cents(2400), {});
  funder_state state;
  state.pool = exact_duration::invalid();
  EXPECT_EQ(split_visit({&part, 1}, {&source, 1}, {&state, 1}, {}).reason, unbilled_reason::arithmetic);
  state = {};
  state.euros = exact_amount::invalid();
  EXPECT_EQ(split_visit({&part, 1}, {&source, 1}, {&state, 1}, {}).reason, unbilled_reason::arithmetic);
  segment endless = part;
  endless.time = exact_duration(duration::of_seconds(std::int64_t{1} << 60));
  state = {};
  EXPECT_EQ(split_visit({&endless, 1}, {&source, 1}, {&state, 1}, {}).reason, unbilled_reason::arithmetic);
  const std::vector<funding_source> nine(9, source);
  const std::vector<funder_state> states(9);
  EXPECT_EQ(split_visit({&part, 1}, nine, states, {}).reason, unbilled_reason::rule_conflict);
  const std::vector<segment> many(max_pieces + 1, part);
  EXPECT_EQ(split_visit(many, {&source, 1}, {&state, 1}, {}).reason, unbilled_reason::rule_conflict);
}

TEST(funding, splits_in_a_constant_expression) {
  constexpr std::int64_t share = [] {
    segment part;
    part.time = exact_duration(duration::of_minutes(90));
    part.price = unit_price::from_cents(2700);
    const funding_source source = source_of({}, {}, unit_price::from_cents(2458), percentage::from_percent(20));
    const funder_state state;
    const visit_split result = split_visit({&part, 1}, {&source, 1}, {&state, 1}, {});
    return round<unit_price>(result.charges[0].share, rounding_mode::unnecessary).value().e6;
  }();
  EXPECT_EQ(share, 29'496'000);
}

}  // namespace
