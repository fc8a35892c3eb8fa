// Statements of service rendered: what they hold, that any byte that changes is seen, and the trial balance.
#include "esppadom/exchange/statements.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "esppadom/exchange/sha256.hpp"
#include "esppadom/oversight/statement_findings.hpp"

namespace {

using namespace esppadom;

local_month month(std::string_view text) { return parse_local_month(text).value(); }
local_time at(std::string_view text) { return parse_local_time(text).value(); }

beneficiary_ledger example() {
  beneficiary_ledger facts;
  facts.beneficiary = "B-1";
  visit_record visit;
  visit.delivery_id = "DLV-1";
  visit.provider = "SAAD-1";
  visit.service = "APA-HR";
  visit.correction_code = "COD";
  visit.correction = correction_note{"FORGOTTEN", std::nullopt};
  visit.extra_minutes = added_minutes{5, "WAITING", "A-1"};
  visit.retained = interval{at("2026-05-04T09:00:00"), at("2026-05-04T10:00:00")};
  facts.visits.push_back(visit);
  visit.delivery_id = "DLV-2";
  visit.correction_code = "SUP";
  facts.visits.push_back(visit);
  emitted_line line;
  line.document = "FACT-1";
  line.month = month("2026-05");
  line.provider = "SAAD-1";
  line.service = "APA-HR";
  line.payer = "CD99";
  line.funders = {"CD99"};
  line.time = exact_duration(duration::of_hours(1));
  line.share = money::from_cents(2000);
  line.deliveries = {{"DLV-1", line.time}};
  facts.lines.push_back(line);
  line.payer.clear();
  line.share = money::from_cents(458);
  facts.lines.push_back(line);
  return facts;
}

std::vector<sealed_service_fait> chain_of(std::string_view from, std::string_view to) {
  return service_fait_chain(example(), month(from), month(to), std::nullopt, 10).value();
}

std::vector<kept_statement> kept(const std::vector<sealed_service_fait>& chain) {
  std::vector<kept_statement> out;
  for (const auto& one : chain)
    out.push_back({to_string(one.statement.month), write_json(one)});
  return out;
}

std::vector<std::string> codes(const std::vector<kept_statement>& files, std::optional<std::string> head = {}) {
  findings found;
  const bool good = verify_chain(files, head, found);
  EXPECT_EQ(good, !found.has_errors());
  std::vector<std::string> out;
  for (const auto& one : found.items())
    out.emplace_back(one.code());
  return out;
}

using list = std::vector<std::string>;

TEST(ServiceFait, holds_visits_that_took_place_and_what_was_billed) {
  const auto statement = service_fait_of(example(), month("2026-05"));
  ASSERT_EQ(statement.visits.size(), 1U);
  EXPECT_EQ(statement.visits[0].delivery, "DLV-1");
  EXPECT_EQ(statement.visits[0].billed_seconds, exact_duration(duration::of_hours(1)));
  EXPECT_EQ(statement.visits[0].extra_minutes, 5);
  EXPECT_EQ(statement.visits[0].correction_reason, "FORGOTTEN");
  EXPECT_EQ(statement.funders, money::from_cents(2000));
  EXPECT_EQ(statement.beneficiary_share, money::from_cents(458));
  EXPECT_EQ(statement.lines.size(), 2U);
  EXPECT_TRUE(service_fait_of(example(), month("2026-06")).visits.empty());
}

TEST(ServiceFait, names_the_seal_of_the_month_before_and_how_long_it_is_kept) {
  const auto chain = chain_of("2026-04", "2026-06");
  ASSERT_EQ(chain.size(), 3U);
  EXPECT_FALSE(chain[0].statement.previous);
  EXPECT_EQ(chain[1].statement.previous, chain[0].seal);
  EXPECT_EQ(chain[2].statement.previous, chain[1].seal);
  EXPECT_EQ(to_string(chain[0].statement.keep_until.value()), "2036-12-31");
  const auto text = write_json(chain[1]);
  const auto begin = text.find(R"({"schema")");
  const auto end = text.find(R"(,"seal":)");
  EXPECT_EQ(sha256_hex(text.substr(begin, end - begin)).value(), chain[1].seal);
}

TEST(ServiceFait, a_chain_that_was_not_touched_is_sound) {
  const auto chain = chain_of("2026-04", "2026-07");
  EXPECT_EQ(codes(kept(chain)), list{});
  EXPECT_EQ(codes(kept(chain), chain.back().seal), list{});
  const auto later = service_fait_chain(example(), month("2026-08"), month("2026-08"), chain.back().seal, 10).value();
  auto all = kept(chain);
  all.push_back(kept(later).front());
  EXPECT_EQ(codes(all), list{});
}

/// Whatever byte is changed, removed or added in whatever document: it is found.
TEST(ServiceFait, every_byte_that_changes_is_seen) {
  const auto good = kept(chain_of("2026-04", "2026-06"));
  const auto& text = good[1].bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    for (const int what : {0, 1, 2}) {
      auto files = good;
      auto& bytes = files[1].bytes;
      if (what == 0) bytes[i] = bytes[i] == '7' ? '8' : '7';
      if (what == 1) bytes.erase(i, 1);
      if (what == 2) bytes.insert(i, 1, ' ');
      findings found;
      EXPECT_FALSE(verify_chain(files, std::nullopt, found)) << i << " " << what;
    }
  }
}

TEST(ServiceFait, what_is_missing_or_replaced_is_seen) {
  const auto chain = chain_of("2026-04", "2026-07");
  auto files = kept(chain);
  files.erase(files.begin() + 1);
  EXPECT_EQ(codes(files), list{"ESP-SFT-004"});
  files = kept(chain);
  files.erase(files.begin());
  EXPECT_EQ(codes(files), list{"ESP-SFT-004"});
  files = kept(chain);
  files.pop_back();
  EXPECT_EQ(codes(files), list{});
  EXPECT_EQ(codes(files, chain.back().seal), list{"ESP-SFT-006"});
  EXPECT_EQ(codes({}, chain.back().seal), list{"ESP-SFT-006"});

  // A month forged and sealed anew no longer fits the next; a whole chain forged needs the head.
  auto forged = chain;
  forged[1].statement.funders = money::from_cents(999'999);
  forged[1] = seal(forged[1].statement).value();
  EXPECT_EQ(codes(kept(forged)), list{"ESP-SFT-003"});
  for (std::size_t i = 2; i < forged.size(); ++i) {
    forged[i].statement.previous = forged[i - 1].seal;
    forged[i] = seal(forged[i].statement).value();
  }
  EXPECT_EQ(codes(kept(forged)), list{});
  EXPECT_EQ(codes(kept(forged), chain.back().seal), list{"ESP-SFT-006"});
  auto twice = kept(chain);
  twice.push_back(twice[2]);
  EXPECT_EQ(codes(twice), list{"ESP-SFT-005"});
}

TEST(TrialBalance, documents_and_lines_agree_or_the_control_says_so) {
  ledger facts;
  facts.beneficiaries.push_back(example());
  issued_document invoice;
  invoice.id = "FACT-1";
  invoice.month = invoice.billed_in = month("2026-05");
  invoice.provider = "SAAD-1";
  invoice.funder = "CD99";
  invoice.total = money::from_cents(2000);
  invoice.due = money::from_cents(1900);
  facts.documents.push_back(invoice);
  document_adjustment penalty;
  penalty.month = penalty.billed_in = invoice.month;
  penalty.provider = invoice.provider;
  penalty.funder = invoice.funder;
  penalty.amount = money::from_cents(-100);
  facts.adjustments.push_back(penalty);
  statistic_query query;
  query.from = query.to = invoice.month;
  auto rows = trial_balance(facts, query);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].invoiced, money::from_cents(2000));
  EXPECT_EQ(rows[0].lines, money::from_cents(2000));
  EXPECT_EQ(rows[0].penalties, money::from_cents(-100));
  EXPECT_EQ(rows[0].due, money::from_cents(1900));
  EXPECT_EQ(rows[0].control, money{});
  facts.beneficiaries[0].lines[0].share += money::from_cents(1);
  rows = trial_balance(facts, query);
  EXPECT_EQ(rows[0].control, money::from_cents(-1));
}

}  // namespace
