#include "esppadom/exchange/columns.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "esppadom/exchange/arrow.hpp"
#include "esppadom/exchange/inputs.hpp"

namespace {

using namespace esppadom;

std::filesystem::path sample() {
  return std::filesystem::path(ESPPADOM_SOURCE_DIR) / "tests/data/samples/delivery-72.xml";
}

std::vector<delivery> visits() {
  findings found;
  return read_deliveries(sample(), found);
}

message_supply supply_of(std::vector<delivery> messages) {
  return [messages = std::move(messages), at = std::size_t{0}]() mutable -> std::optional<any_message> {
    if (at == messages.size()) return std::nullopt;
    return messages[at++];
  };
}

std::size_t place_of(table_rows rows, std::string_view name) {
  const auto columns = columns_of(rows);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].name == name) return i;
  }
  ADD_FAILURE() << "no column " << name;
  return 0;
}

TEST(columns, hold_what_the_messages_hold_in_batches_of_any_size) {
  const auto messages = visits();
  ASSERT_EQ(messages.size(), 72U);
  const auto id = place_of(table_rows::visits, "delivery_id");
  const auto start = place_of(table_rows::visits, "retained_start");
  const auto who = place_of(table_rows::visits, "beneficiary");
  for (const std::int64_t size : {1, 7, 72, 1000}) {
    column_reader table(supply_of(messages), table_rows::visits, size);
    std::size_t at = 0;
    while (const auto batch = table.next()) {
      EXPECT_LE(batch->rows, size);
      for (std::int64_t row = 0; row < batch->rows; ++row, ++at) {
        EXPECT_EQ(batch->text(id, row, column_type::text), messages[at].delivery_id);
        EXPECT_EQ(batch->text(who, row, column_type::category), messages[at].beneficiary.id());
        EXPECT_EQ(batch->number(start, row), messages[at].retained_period.start->seconds);
      }
    }
    EXPECT_EQ(at, messages.size());
  }
}

TEST(columns, count_the_time_that_passes_over_a_clock_change) {
  auto one = visits().front();
  one.retained_period = {
      parse_local_time("2026-10-24T23:00:00").value(), parse_local_time("2026-10-25T07:00:00").value(), {}};
  column_reader table(supply_of({one}), table_rows::visits);
  const auto batch = table.next();
  ASSERT_TRUE(batch);
  EXPECT_EQ(batch->number(place_of(table_rows::visits, "retained_seconds"), 0), 9 * 3600);
}

TEST(columns, have_a_name_a_label_and_a_unit_where_they_count_something) {
  for (const auto rows : {table_rows::visits, table_rows::stamps, table_rows::lines, table_rows::shares}) {
    for (const auto& each : columns_of(rows)) {
      EXPECT_FALSE(each.name.empty());
      EXPECT_FALSE(each.label.empty()) << each.name;
      const bool measured =
          each.type == column_type::seconds || each.type == column_type::cents || each.type == column_type::price;
      EXPECT_EQ(measured, !each.unit.empty()) << each.name;
    }
  }
}

TEST(arrow_streams, may_be_released_in_any_order) {
  ArrowArrayStream stream;
  export_stream(column_reader(supply_of(visits()), table_rows::visits, 50), &stream);
  ArrowSchema schema;
  ASSERT_EQ(stream.get_schema(&stream, &schema), 0);
  EXPECT_STREQ(schema.format, "+s");
  ArrowArray first;
  ArrowArray second;
  ArrowArray end;
  ASSERT_EQ(stream.get_next(&stream, &first), 0);
  ASSERT_EQ(stream.get_next(&stream, &second), 0);
  ASSERT_EQ(stream.get_next(&stream, &end), 0);
  EXPECT_EQ(first.length + second.length, 72);
  EXPECT_EQ(end.release, nullptr);
  EXPECT_EQ(schema.n_children, first.n_children);
  stream.release(&stream);
  // A consumer may take a child out and keep it.
  ArrowArray taken = *first.children[0];
  first.children[0]->release = nullptr;
  first.release(&first);
  const auto* ends = static_cast<const std::int32_t*>(taken.buffers[1]);
  const auto* text = static_cast<const char*>(taken.buffers[2]);
  EXPECT_EQ(std::string(text, static_cast<std::size_t>(ends[1])), visits().front().delivery_id);
  taken.release(&taken);
  second.release(&second);
  schema.release(&schema);
}

TEST(input_messages, go_through_files_and_folders_in_order) {
  findings found;
  input_messages all(input_reader({sample(), sample().parent_path()}, found), found, {}, {message_kind::delivery});
  std::size_t count = 0;
  while (all.next())
    ++count;
  EXPECT_EQ(count, 72U + 1 + 6 + 6 + 72);
  EXPECT_EQ(all.documents(), 5U);
  EXPECT_TRUE(all.readable());
}

}  // namespace
