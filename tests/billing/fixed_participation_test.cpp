#include "esppadom/billing/fixed_participation.hpp"

#include <random>
#include <string>
#include <vector>

#include "billing/vector_reader.hpp"

namespace {

using namespace esppadom;
using vectors::json;
using vectors::rational;

std::string text(const json& object, std::string_view key) { return vectors::text_of(object[key]); }
constexpr auto participation = static_cast<std::size_t>(beneficiary_reason::participation);

target_line read_line(const json& object) {
  target_line line;
  line.key.month = parse_local_month(text(object, "month")).value();
  line.key.provider = text(object, "provider");
  line.cents.price = parse_money(text(object, "price")).value();
  for (const auto [funder, share] : simdjson::dom::object(object["shares"])) {
    line.key.funders.emplace_back(funder);
    line.cents.funders.push_back(parse_money(vectors::text_of(share)).value());
  }
  return line;
}

TEST(fixed_participation, is_taken_off_the_shares_line_after_line) {
  vectors::for_each_case("funding_fixed.json", [](const json& input, const json& expected) {
    std::vector<target_line> lines;
    for (const json each : simdjson::dom::array(input["lines"]))
      lines.push_back(read_line(each));
    const json given = input["fixed"];
    const fixed_participation fixed{parse_local_month(text(given, "month")).value(), text(given, "funder"),
                                    text(given, "provider"), parse_money(text(given, "amount")).value()};
    EXPECT_EQ(to_string(take_off(lines, fixed)), text(expected, "taken"));
    std::size_t i = 0;
    for (const json share : simdjson::dom::array(expected["shares"]))
      EXPECT_EQ(to_string(lines.at(i++).cents.funders[0]), std::string_view(share));
    i = 0;
    for (const json share : simdjson::dom::array(expected["beneficiary"]))
      EXPECT_EQ(to_string(lines.at(i++).cents.beneficiary[participation]), std::string_view(share));
  });
}

TEST(fixed_participation, counts_for_a_part_of_the_month_as_the_plan_does) {
  vectors::for_each_case("funding_fixed_month.json", [](const json& input, const json& expected) {
    struct span {
      day_span days;
      fraction euros;
    };
    std::vector<span> spans;
    for (const json each : simdjson::dom::array(input["amounts"])) {
      spans.push_back({{parse_local_date(text(each, "from")).value(), parse_local_date(text(each, "to")).value()},
                       fraction(parse_decimal(text(each, "euros")).value())});
    }
    const auto amount_on = [&](local_date day) -> std::optional<fraction> {
      for (const span& one : spans) {
        if (one.days.contains(day)) return one.euros;
      }
      return std::nullopt;
    };
    const auto prorata = parse_enum<plan_proration>(text(input, "prorata")).value();
    const exact_amount found =
        participation_of_month(parse_local_month(text(input, "month")).value(), prorata, {}, amount_on);
    const rational wanted = vectors::to_rational(text(expected, "amount"));
    const rational low = vectors::to_rational(to_string(exact_amount::from_numerator(found.numerator())));
    const rational step(1, vectors::cpp_int("90000000000000000000000000000"));
    EXPECT_LE(low, wanted);
    EXPECT_GE(rational(low + step * found.guard()), wanted);
  });
}

TEST(fixed_participation, keeps_prices_and_never_makes_a_share_negative) {  // I9
  std::mt19937 random(31);
  const auto pick = [&](int lowest, int highest) { return std::uniform_int_distribution(lowest, highest)(random); };
  for (int n = 0; n < 2'000; ++n) {
    std::vector<target_line> lines(static_cast<std::size_t>(pick(0, 5)));
    money shares;
    for (target_line& line : lines) {
      line.key.month = local_month::of(local_date{20'000 + pick(0, 40)});
      line.key.provider = pick(0, 1) == 0 ? "SAAD-1" : "SAAD-2";
      line.key.funders = {"CD99", "MUT-7"};
      line.cents.funders = {money::from_cents(pick(0, 20'000)), money::from_cents(pick(0, 5'000))};
      line.cents.beneficiary[participation] = money::from_cents(pick(0, 100));
      line.cents.price = line.cents.funders[0] + line.cents.funders[1] + line.cents.beneficiary_total();
    }
    const std::vector<target_line> before = lines;
    fixed_participation fixed{local_month::of(local_date{20'000 + pick(0, 40)}), pick(0, 3) == 0 ? "MUT-7" : "CD99",
                              pick(0, 2) == 0 ? "SAAD-2" : "", money::from_cents(pick(0, 40'000))};
    const money taken = take_off(lines, fixed);
    money moved;
    money possible;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const settled_parts& now = lines[i].cents;
      EXPECT_EQ(now.price, now.funders[0] + now.funders[1] + now.beneficiary_total() + now.provider);
      EXPECT_EQ(now.price, before[i].cents.price);
      const bool concerned =
          lines[i].key.month == fixed.month && (fixed.provider.empty() || lines[i].key.provider == fixed.provider);
      for (std::size_t f = 0; f < 2; ++f) {
        EXPECT_GE(now.funders[f], money());
        const bool his = concerned && lines[i].key.funders[f] == fixed.funder;
        if (!his) {
          EXPECT_EQ(now.funders[f], before[i].cents.funders[f]);
        }
        if (his) possible += before[i].cents.funders[f];
        moved += before[i].cents.funders[f] - now.funders[f];
      }
    }
    EXPECT_EQ(moved, taken);
    EXPECT_EQ(taken, min(fixed.amount, possible));
  }
}

}  // namespace
