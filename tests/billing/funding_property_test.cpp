// The split of a visit against a second one, written with Boost rationals from the text of the rules, and the laws any
// split must obey.
#include <algorithm>
#include <string>

#include "billing/second_split.hpp"
#include "billing/visit_maker.hpp"

namespace {

using namespace esppadom;
using second_split::book;
using second_split::of;
using second_split::visit;
using second_split::visit_maker;
using vectors::rational;

// A quotient that the grid cannot hold is known to within its guard.
void expect_amount(const exact_amount& found, const rational& expected, const char* what) {
  ASSERT_TRUE(found.is_valid()) << what;
  const rational low = vectors::to_rational(to_string(exact_amount::from_numerator(found.numerator())));
  const rational steps = rational(boost::multiprecision::cpp_int(found.guard()),
                                  boost::multiprecision::cpp_int(to_string(exact_amount::denominator)));
  EXPECT_LE(low, expected) << what;
  EXPECT_GE(rational(low + steps), expected) << what;
}

void expect_conserved(const visit& given, const visit_split& found) {
  exact_amount price;
  exact_duration time;
  for (const segment& part : given.segments) {
    price += price_of(part);
    time += part.time;
  }
  exact_amount sum = beneficiary_share(found) + provider_share(found) + rejected_price(found);
  for (const funder_charge& charge : found.charges)
    sum += charge.share;
  EXPECT_EQ(sum, price);
  exact_duration total;
  for (const funded_piece& piece : found.pieces) {
    total += piece.part.time;
    EXPECT_GE(piece.provider, exact_amount());
    exact_amount parts = piece.provider;
    for (const funder_share& share : piece.shares) {
      EXPECT_GE(share.amount, exact_amount());
      parts += share.amount;
    }
    for (const beneficiary_part& part : piece.beneficiary) {
      EXPECT_GT(part.amount, exact_amount());
      parts += part.amount;
    }
    EXPECT_EQ(parts, piece.rejected ? exact_amount() : piece.price);
    EXPECT_EQ(piece.price, price_of(piece.part)) << "funding cuts, it never reprices";
  }
  EXPECT_EQ(total, time);
  for (std::size_t i = 0; i < found.charges.size(); ++i) {
    const funder_charge& charge = found.charges[i];
    if (given.sources[i].nature == funding_nature::hourly) {
      EXPECT_FALSE(given.states[i].pool && charge.plan_time > *given.states[i].pool);
      EXPECT_FALSE(given.states[i].volume && charge.plan_time > *given.states[i].volume);
    }
    EXPECT_FALSE(given.states[i].euros && charge.share > *given.states[i].euros);
  }
}

TEST(funding_property, agrees_with_a_second_split_in_rationals) {  // I9
  visit_maker maker(21);
  int with_euros = 0;
  int forbidden = 0;
  for (int n = 0; n < 3'000 && !::testing::Test::HasFailure(); ++n) {
    SCOPED_TRACE("visit " + std::to_string(n));
    const visit given = maker.make(true);
    const book expected = second_split::split(given).run();
    const visit_split found = split_visit(given.segments, given.sources, given.states, given.rules);
    if (expected.forbidden) {
      EXPECT_EQ(found.reason, unbilled_reason::price_over_tariff);
      ++forbidden;
      continue;
    }
    ASSERT_EQ(found.reason, unbilled_reason::none);
    const auto of_map = [](const auto& map, auto key) {
      const auto at = map.find(key);
      return at == map.end() ? rational(0) : at->second;
    };
    for (std::size_t i = 0; i < given.sources.size(); ++i) {
      expect_amount(found.charges[i].share, of_map(expected.shares, i), "share");
      if (given.sources[i].nature == funding_nature::hourly) {
        EXPECT_EQ(of(found.charges[i].time), of_map(expected.seconds, i));
      }
      with_euros += given.states[i].euros ? 1 : 0;
    }
    for (const auto& [reason, name] : enum_names<beneficiary_reason>::items)
      expect_amount(beneficiary_share(found, reason), of_map(expected.beneficiary, reason), name.data());
    expect_amount(provider_share(found), expected.provider, "provider");
    expect_amount(rejected_price(found), expected.rejected, "rejected");
    expect_conserved(given, found);
  }
  EXPECT_GT(with_euros, 500);
  EXPECT_GT(forbidden, 100);
}

TEST(funding_property, conserves_price_and_time_in_any_order_of_funders) {  // I9, I18
  visit_maker maker(22);
  int in_too_many_pieces = 0;
  for (int n = 0; n < 3'000 && !::testing::Test::HasFailure(); ++n) {
    SCOPED_TRACE("visit " + std::to_string(n));
    const visit given = maker.make(false);
    const visit_split found = split_visit(given.segments, given.sources, given.states, given.rules);
    if (found.reason == unbilled_reason::price_over_tariff) continue;
    if (found.reason == unbilled_reason::rule_conflict) {  // each volume in euros may cut every piece: `max_pieces`
      const auto cuts = [](const funder_state& state) { return state.euros.has_value(); };
      EXPECT_GE(std::count_if(given.states.begin(), given.states.end(), cuts), 2);
      ++in_too_many_pieces;
      continue;
    }
    ASSERT_EQ(found.reason, unbilled_reason::none);
    expect_conserved(given, found);
  }
  EXPECT_LT(in_too_many_pieces, 10);
}

TEST(funding_property, cuts_minutes_in_proportion_even_where_no_fraction_of_64_bits_holds_them) {
  segment part;
  part.time = exact_duration(duration::of_seconds(7'919));
  part.price = unit_price::from_e6(98'765'431);
  part.surcharge = percentage::from_e4(123'457);
  part.kind = surcharge_kind::custom;
  visit given;
  given.segments = {part};
  given.sources = {source_of({}, {}, unit_price::from_e6(87'654'323), percentage::from_e4(345'679)),
                   source_of({}, {}, unit_price::from_e6(50'000'017), {})};
  given.states.resize(2);
  given.states[0].euros = scaled(exact_amount(money::from_cents(9'973)), 1, 7);
  given.rules.bearer = surcharge_bearer::split;
  given.rules.funder_part_of_surcharge = percentage::from_e4(765'433);
  const visit_split found = split_visit(given.segments, given.sources, given.states, given.rules);
  ASSERT_EQ(found.reason, unbilled_reason::none);
  EXPECT_EQ(found.charges[0].share, *given.states[0].euros);
  EXPECT_GT(found.charges[0].time, exact_duration());
  EXPECT_LT(found.charges[0].time, part.time);
  EXPECT_EQ(found.charges[0].time + found.charges[1].time, part.time);
  expect_conserved(given, found);
}

TEST(funding_property, the_quick_way_and_the_general_way_agree) {
  visit_maker maker(23);
  int quick = 0;
  for (int n = 0; n < 15'000 && !::testing::Test::HasFailure(); ++n) {
    SCOPED_TRACE("visit " + std::to_string(n));
    const visit given = maker.make(true);
    visit_split fast;
    if (!detail::quick_split(given.segments, given.sources, given.states, given.rules, fast)) continue;
    ++quick;
    // An additional segment without time is the same visit, and closes the quick way.
    visit same = given;
    same.segments.push_back({});
    const visit_split slow = split_visit(same.segments, same.sources, same.states, same.rules);
    ASSERT_EQ(slow.pieces.size(), fast.pieces.size());
    ASSERT_EQ(slow.charges.size(), fast.charges.size());
    for (std::size_t i = 0; i < slow.charges.size(); ++i) {
      EXPECT_EQ(slow.charges[i].share, fast.charges[i].share);
      EXPECT_EQ(slow.charges[i].time, fast.charges[i].time);
      EXPECT_EQ(slow.charges[i].plan_time, fast.charges[i].plan_time);
      EXPECT_EQ(slow.charges[i].refused, fast.charges[i].refused);
    }
    for (std::size_t i = 0; i < slow.pieces.size(); ++i) {
      const funded_piece& a = slow.pieces[i];
      const funded_piece& b = fast.pieces[i];
      EXPECT_EQ(a.part, b.part);
      EXPECT_EQ(a.price, b.price);
      EXPECT_EQ(a.gross, b.gross);
      EXPECT_EQ(a.left, b.left);
      EXPECT_EQ(a.provider, b.provider);
      EXPECT_EQ(a.hourly, b.hourly);
      EXPECT_EQ(a.participation, b.participation);
      ASSERT_EQ(a.shares.size(), b.shares.size());
      ASSERT_EQ(a.beneficiary.size(), b.beneficiary.size());
      for (std::size_t j = 0; j < a.shares.size(); ++j)
        EXPECT_EQ(a.shares[j].amount, b.shares[j].amount);
      for (std::size_t j = 0; j < a.beneficiary.size(); ++j) {
        EXPECT_EQ(a.beneficiary[j].amount, b.beneficiary[j].amount);
        EXPECT_EQ(a.beneficiary[j].reason, b.beneficiary[j].reason);
      }
    }
  }
  EXPECT_GT(quick, 500);
}

}  // namespace
