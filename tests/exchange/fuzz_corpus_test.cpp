// What the fuzz targets found once is never found again: each of their laws holds for the inputs that broke it, and for
// the files of the samples and the example.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "exchange/xml_support.hpp"
#include "fuzz/laws.hpp"
#include "fuzz/plain_law.hpp"

namespace {

using namespace esppadom_laws;
namespace fs = std::filesystem;

std::vector<fs::path> files_in(const std::string& folder) {
  std::vector<fs::path> out;
  const fs::path path = xml_test::data_path(folder);
  if (!fs::exists(path)) return out;
  for (const auto& entry : fs::directory_iterator(path)) {
    if (entry.path().filename() != "README.md") out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

template <class Law>
void expect_holds(Law law, const std::vector<std::string>& folders) {
  for (const auto& folder : folders) {
    for (const auto& file : files_in(folder))
      EXPECT_EQ(law(xml_test::text_of_file(file.string())), "") << file;
  }
}

TEST(law_of_xml, holds_for_orders) { expect_holds(&xml_law<order>, {"fuzz/xml_order", "samples", "example"}); }
TEST(law_of_xml, holds_for_deliveries) {
  expect_holds(&xml_law<delivery>, {"fuzz/xml_delivery", "samples", "example"});
}
TEST(law_of_xml, holds_for_invoices) { expect_holds(&xml_law<invoice>, {"fuzz/xml_invoice", "samples", "example"}); }
TEST(law_of_xml, holds_for_both_ways_of_reading) {
  expect_holds(&plain_law, {"fuzz/xml_order", "fuzz/xml_delivery", "fuzz/xml_invoice", "samples", "example"});
}
TEST(law_of_json, holds_for_documents) { expect_holds(&json_messages_law, {"fuzz/json_messages"}); }
TEST(law_of_json, holds_for_circumstances) { expect_holds(&circumstances_law, {"fuzz/circumstances"}); }
TEST(law_of_json, holds_for_rules) { expect_holds(&rules_law, {"fuzz/rules"}); }
TEST(law_of_csv, holds_for_files_and_mappings) { expect_holds(&csv_law, {"fuzz/csv", "../../src/data/mappings"}); }
TEST(law_of_inputs, holds_for_archives_and_files) {
  expect_holds(&zip_law, {"fuzz/zip", "samples", "example", "fuzz/csv"});
}

}  // namespace
