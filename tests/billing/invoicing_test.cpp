#include "esppadom/billing/invoicing.hpp"

#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "billing/vector_reader.hpp"

namespace {

using namespace esppadom;
using vectors::json;
using vectors::rational;

// An exact amount from a fraction, through the library's own division.
exact_amount amount(const rational& value) {
  const auto top = static_cast<std::int64_t>(numerator(value));
  const auto bottom = static_cast<std::int64_t>(denominator(value));
  return scaled(exact_amount(money::from_euros(1)), top, bottom);
}

exact_amount amount(std::string_view text) { return amount(vectors::to_rational(text)); }

std::vector<std::string> texts(const json& list) {
  std::vector<std::string> out;
  for (const json each : simdjson::dom::array(list))
    out.emplace_back(std::string_view(each));
  return out;
}

std::vector<std::string> texts(const std::vector<money>& cents) {
  std::vector<std::string> out;
  for (const money each : cents)
    out.push_back(to_string(each));
  return out;
}

TEST(invoicing, follows_the_rule_of_the_cent) {
  vectors::for_each_case("cents.json", [](const json& input, const json& expected) {
    line_rounding rounding = line_rounding::half_up;
    residual_cent residual = residual_cent::last_funder;
    if (json rules; input["rules"].get(rules) == simdjson::SUCCESS) {
      std::string_view name;
      if (rules["line_rounding"].get(name) == simdjson::SUCCESS) rounding = parse_enum<line_rounding>(name).value();
      if (rules["residual_cent_to"].get(name) == simdjson::SUCCESS) residual = parse_enum<residual_cent>(name).value();
    }
    exact_line line;
    line.price = amount(std::string_view(input["price"]));
    line.beneficiary = amount(std::string_view(input["beneficiary"]));
    for (const std::string& share : texts(input["funders"]))
      line.funders.push_back(amount(share));
    const settled_line cents = settle_line(line, rounding, residual).value();
    EXPECT_EQ(texts(cents.funders), texts(expected["funders"]));
    EXPECT_EQ(to_string(cents.beneficiary), std::string_view(expected["beneficiary"]));
  });
}

TEST(invoicing, rounds_at_the_place_the_rules_name) {
  vectors::for_each_case("cents_place.json", [](const json& input, const json& expected) {
    std::vector<exact_line> lines;
    for (const json each : simdjson::dom::array(input["lines"])) {
      exact_line& line = lines.emplace_back();
      const rational price = vectors::to_rational(std::string_view(each["price"]));
      const rational share = vectors::to_rational(std::string_view(each["funder"]));
      line.price = amount(price);
      line.funders = {amount(share)};
      line.beneficiary = amount(price - share);
    }
    const auto place = parse_enum<rounding_place>(std::string_view(input["round_at"])).value();
    constexpr auto half_up = line_rounding::half_up;
    constexpr auto last = residual_cent::last_funder;
    if (place == rounding_place::visit) {
      const settled_line sum = settle_visits(lines, half_up, last).value();
      EXPECT_EQ((std::vector<std::string>{to_string(sum.price), to_string(sum.funders[0])}), texts(expected["sum"]));
      return;
    }
    std::vector<settled_line> settled;
    if (place == rounding_place::invoice) {
      settled = settle_together(lines, half_up, last).value();
    } else {
      for (const exact_line& line : lines)
        settled.push_back(settle_line(line, half_up, last).value());
    }
    std::vector<money> prices;
    std::vector<money> shares;
    for (const settled_line& line : settled) {
      prices.push_back(line.price);
      shares.push_back(line.funders[0]);
    }
    EXPECT_EQ(texts(prices), texts(expected["prices"]));
    EXPECT_EQ(texts(shares), texts(expected["shares"]));
  });
}

TEST(invoicing, gives_the_provider_its_part_and_the_rest_to_the_beneficiary) {
  exact_line line;
  line.price = amount("10.01");
  line.funders = {amount("4.005")};
  line.provider = amount("2.005");
  line.beneficiary = amount("4");
  const settled_line cents = settle_line(line, line_rounding::half_up, residual_cent::last_funder).value();
  EXPECT_EQ(to_string(cents.funders[0]), "4.01");
  EXPECT_EQ(to_string(cents.provider), "2.01");
  EXPECT_EQ(to_string(cents.beneficiary), "3.99");
  line.beneficiary = {};
  line.price = amount("6.01");
  const settled_line without = settle_line(line, line_rounding::half_up, residual_cent::last_funder).value();
  EXPECT_EQ(to_string(without.provider), "2.00");
  EXPECT_EQ(to_string(without.beneficiary), "0.00");
}

TEST(invoicing, shares_out_by_largest_remainder) {
  const std::vector<exact_amount> thirds(3, amount("1/3"));
  EXPECT_EQ(texts(share_out(money::from_cents(100), thirds).value()),
            (std::vector<std::string>{"0.34", "0.33", "0.33"}));
  EXPECT_EQ(texts(share_out(money::from_cents(98), thirds).value()),
            (std::vector<std::string>{"0.33", "0.33", "0.32"}));
  const std::vector<exact_amount> with_nothing = {amount("0"), amount("0.004"), amount("0.006")};
  EXPECT_EQ(texts(share_out(money::from_cents(1), with_nothing).value()),
            (std::vector<std::string>{"0.00", "0.00", "0.01"}));
}

TEST(invoicing, tells_amounts_it_cannot_hold) {
  exact_line line;
  line.price = exact_amount::invalid();
  EXPECT_EQ(settle_line(line, line_rounding::half_up, residual_cent::last_funder).error(), error_code::overflow);
  line.price = {};
  line.beneficiary = exact_amount::invalid();
  EXPECT_EQ(settle_line(line, line_rounding::half_up, residual_cent::last_funder).error(), error_code::overflow);
  EXPECT_EQ(share_out(money(), std::vector<exact_amount>{exact_amount::invalid()}).error(), error_code::overflow);
}

// -- properties on random lines ---------------------------------------------------------------------------------------

struct random_lines {
  std::vector<exact_line> lines;
  line_rounding rounding = line_rounding::half_up;
  residual_cent residual = residual_cent::last_funder;
};

random_lines some_lines(std::mt19937& random) {
  const auto pick = [&random](int least, int most) { return std::uniform_int_distribution(least, most)(random); };
  random_lines out;
  out.rounding = static_cast<line_rounding>(pick(0, 1));
  out.residual = static_cast<residual_cent>(pick(0, 1));
  const auto funders = static_cast<std::size_t>(pick(0, 4));
  const int count = pick(1, 12);
  const int unit = pick(0, 2) == 0 ? 1 : pick(1, 2'000);  // small units make ties and thirds of cents
  for (int i = 0; i < count; ++i) {
    exact_line& line = out.lines.emplace_back();
    const auto part = [&] { return pick(0, 2) == 0 ? exact_amount() : amount(rational(pick(0, 3'000), 100 * unit)); };
    for (std::size_t f = 0; f < funders; ++f)
      line.funders.push_back(part());
    line.beneficiary = part();
    if (pick(0, 3) == 0) line.provider = part();
    line.price = line.beneficiary + line.provider;
    for (const exact_amount& share : line.funders)
      line.price += share;
  }
  return out;
}

void expect_fair(const exact_line& exact, const settled_line& cents) {
  money sum = cents.beneficiary + cents.provider;
  ASSERT_GE(cents.beneficiary, money());
  ASSERT_GE(cents.provider, money());
  for (std::size_t f = 0; f < exact.funders.size(); ++f) {
    sum += cents.funders[f];
    ASSERT_GE(cents.funders[f], money());
    if (exact.funders[f] == exact_amount()) {
      ASSERT_EQ(cents.funders[f], money());
    }
  }
  ASSERT_EQ(sum, cents.price);
  if (exact.beneficiary == exact_amount()) {
    ASSERT_EQ(cents.beneficiary, money());
  }
  if (exact.provider == exact_amount()) {
    ASSERT_EQ(cents.provider, money());
  }
}

TEST(invoicing, conserves_every_cent_of_a_line) {  // I9
  std::mt19937 random(91);
  for (int n = 0; n < 8'000; ++n) {
    const random_lines given = some_lines(random);
    for (const exact_line& line : given.lines) {
      const settled_line cents = settle_line(line, given.rounding, given.residual).value();
      expect_fair(line, cents);
      ASSERT_EQ(cents.price, round<money>(line.price, mode_of(given.rounding)).value());
    }
  }
}

TEST(invoicing, conserves_every_cent_of_an_invoice_whose_lines_add_up) {  // I9
  std::mt19937 random(92);
  for (int n = 0; n < 5'000; ++n) {
    const random_lines given = some_lines(random);
    const auto settled = settle_together(given.lines, given.rounding, given.residual).value();
    exact_line all;
    all.funders.resize(given.lines[0].funders.size());
    money price;
    std::vector<money> funders(all.funders.size());
    for (std::size_t i = 0; i < settled.size(); ++i) {
      expect_fair(given.lines[i], settled[i]);
      all.price += given.lines[i].price;
      all.beneficiary += given.lines[i].beneficiary;
      all.provider += given.lines[i].provider;
      price += settled[i].price;
      for (std::size_t f = 0; f < funders.size(); ++f) {
        funders[f] += settled[i].funders[f];
        all.funders[f] += given.lines[i].funders[f];
      }
    }
    const settled_line total = settle_line(all, given.rounding, given.residual).value();
    ASSERT_EQ(price, total.price);
    ASSERT_EQ(funders, total.funders);
  }
}

TEST(invoicing, splits_one_sum_into_any_number_of_equal_shares_without_losing_a_cent) {
  for (std::int64_t count = 1; count <= 8; ++count) {
    for (std::int64_t cents = 0; cents <= 400; ++cents) {
      exact_line line;
      line.price = exact_amount(money::from_cents(cents));
      for (std::int64_t f = 0; f < count; ++f)
        line.funders.push_back(scaled(line.price, 1, count));
      const settled_line out = settle_line(line, line_rounding::half_up, residual_cent::last_funder).value();
      ASSERT_EQ(std::accumulate(out.funders.begin(), out.funders.end(), money()), out.price);
      ASSERT_EQ(out.price, money::from_cents(cents));
    }
  }
}

}  // namespace
