// The keyed hash is HMAC-SHA-256, and tables lose their small groups.

#include "esppadom/exchange/views.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace {

using namespace esppadom;

// RFC 4231, test cases 1, 2, 3 and 6.
TEST(KeyedHash, IsTheHmacOfTheStandard) {
  EXPECT_EQ(hmac_sha256_hex(std::string(20, '\x0b'), "Hi There").value(),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
  EXPECT_EQ(hmac_sha256_hex("Jefe", "what do ya want for nothing?").value(),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  EXPECT_EQ(hmac_sha256_hex(std::string(20, '\xaa'), std::string(50, '\xdd')).value(),
            "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe");
  EXPECT_EQ(hmac_sha256_hex(std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First").value(),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST(KeyedHash, TellsDomainsApartAndNeedsALongKey) {
  EXPECT_EQ(keyed_hash_with("0123456789abcde").error(), error_code::out_of_range);
  const auto hash = keyed_hash_with("0123456789abcdef").value();
  EXPECT_EQ(hash("person", "B-1"), hmac_sha256_hex("0123456789abcdef", std::string("person\0B-1", 10)).value());
  EXPECT_NE(hash("person", "B-1"), hash("document", "B-1"));
  EXPECT_NE(hash("person", "B-1"), keyed_hash_with("0123456789abcdeg").value()("person", "B-1"));
}

plain_table table_of_sizes(const std::vector<int>& sizes) {
  plain_table table;
  table.columns = {{"band", "tranche", cell_kind::text}, {"beneficiaries", "bénéficiaires", cell_kind::number}};
  for (std::size_t i = 0; i < sizes.size(); ++i)
    table.rows.push_back({std::to_string(i), std::to_string(sizes[i])});
  return table;
}

TEST(SmallGroups, AreLeftOutAndTheNextWithThem) {
  const auto left = [](const std::vector<int>& sizes, int k) {
    const auto out = suppress_small_groups(table_of_sizes(sizes), "beneficiaries", k).value();
    std::vector<std::string> cells;
    for (const auto& row : out.table.rows)
      cells.push_back(row[1]);
    EXPECT_EQ(out.suppressed + static_cast<std::int64_t>(cells.size()), static_cast<std::int64_t>(sizes.size()));
    return cells;
  };
  using cells = std::vector<std::string>;
  EXPECT_EQ(left({1, 7, 9, 40}, 5), (cells{"9", "40"})) << "a known total would give the 1 away";
  EXPECT_EQ(left({1, 4, 9, 40}, 5), (cells{"9", "40"}));
  EXPECT_EQ(left({1, 1, 40, 30}, 5), (cells{"40"})) << "the two that are missing would be few together";
  EXPECT_EQ(left({5, 6}, 5), (cells{"5", "6"}));
  EXPECT_EQ(left({0, 6}, 5), (cells{"0", "6"})) << "nobody is in it";
  EXPECT_EQ(left({3}, 5), cells{});
  EXPECT_EQ(suppress_small_groups(table_of_sizes({9}), "hours", 5).error(), error_code::unknown_name);
  EXPECT_EQ(suppress_small_groups(table_of_sizes({9}), "beneficiaries", 1).error(), error_code::out_of_range);
}

TEST(SmallGroups, OfMessagesAreThoseOfAProviderAndService) {
  const auto visit = [](const std::string& whose, const std::string& service) {
    delivery out;
    out.provider.ids = {{"SAAD-1", "", ""}};
    out.beneficiary.ids = {{whose, "", ""}};
    out.lines.resize(1);
    out.lines[0].service.codes = {{service, "", ""}};
    return any_message(out);
  };
  const auto kept_of = [&](int meals, int care, std::int64_t k) {
    std::vector<any_message> all;
    for (int i = 0; i < 40; ++i)
      all.push_back(visit("B-" + std::to_string(i), "APA-HR"));
    for (int i = 0; i < meals; ++i)
      all.push_back(visit("B-" + std::to_string(i % 2), "MEAL"));
    for (int i = 0; i < care; ++i)
      all.push_back(visit("B-" + std::to_string(i), "CARE"));
    auto viewer = message_viewer::of({view_role::departement, {}, {}, false}).value();
    for (const auto& one : all)
      viewer.count(one);
    EXPECT_EQ(viewer.leave_out_groups_below(k), error_code::success);
    std::size_t kept = 0;
    for (const auto& one : all)
      kept += viewer.see(one) ? 1U : 0U;
    EXPECT_EQ(viewer.report().count(removal::small_group), static_cast<std::int64_t>(all.size() - kept));
    return kept;
  };
  EXPECT_EQ(kept_of(0, 0, 5), 40U);
  EXPECT_EQ(kept_of(30, 0, 5), 0U) << "visits of 2 people would be what the total says more";
  EXPECT_EQ(kept_of(30, 6, 5), 40U) << "the next smallest goes with them";
  EXPECT_EQ(kept_of(0, 5, 5), 45U);
  auto viewer = message_viewer::of({view_role::departement, {}, {}, false}).value();
  EXPECT_EQ(viewer.leave_out_groups_below(1), error_code::out_of_range);
  EXPECT_EQ(viewer.leave_out_groups_below(2), error_code::success);
  EXPECT_FALSE(viewer.see(visit("B-1", "MEAL"))) << "nobody counted it";
}

TEST(SmallGroups, NeverOneAloneIsMissing) {
  std::mt19937 dice(3);
  for (int run = 0; run < 2000; ++run) {
    std::vector<int> sizes(1 + dice() % 8);
    for (auto& size : sizes)
      size = static_cast<int>(dice() % 12);
    const auto out = suppress_small_groups(table_of_sizes(sizes), "beneficiaries", 5).value();
    for (const auto& row : out.table.rows)
      EXPECT_TRUE(row[1] == "0" || std::stoi(row[1]) >= 5);
    const auto people = [](const auto& rows) {
      int count = 0;
      for (const auto& row : rows)
        count += row[1] == "0" ? 0 : 1;
      return count;
    };
    EXPECT_TRUE(out.suppressed != 1 || people(out.table.rows) == 0);
    int all = 0;
    int shown = 0;
    for (const auto size : sizes)
      all += size;
    for (const auto& row : out.table.rows)
      shown += std::stoi(row[1]);
    EXPECT_TRUE(all == shown || all - shown >= 5 || shown == 0) << "what is missing from a total is no small group";
  }
}

}  // namespace
