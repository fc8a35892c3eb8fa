#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/exchange/arrow.hpp"
#include "esppadom/exchange/inputs.hpp"
#include "esppadom/exchange/visit_rows.hpp"

namespace {

using namespace esppadom;

message_supply supply_of(std::vector<delivery> messages) {
  return [messages = std::move(messages), at = std::size_t{0}]() mutable -> std::optional<any_message> {
    if (at == messages.size()) return std::nullopt;
    return messages[at++];
  };
}

/// What every cell of the visits table says of messages, as text.
std::vector<std::string> cells_of(const std::vector<delivery>& messages) {
  std::vector<std::string> out;
  const auto columns = columns_of(table_rows::visits);
  column_reader table(supply_of(messages), table_rows::visits);
  while (const auto batch = table.next()) {
    for (std::int64_t row = 0; row < batch->rows; ++row) {
      for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto text = batch->text(i, row, columns[i].type);
        const auto number = batch->number(i, row);
        out.push_back(std::string(columns[i].name) + " " +
                      (text     ? std::string(*text)
                       : number ? std::to_string(*number)
                                : "none"));
      }
    }
  }
  return out;
}

TEST(arrow_visits, say_again_what_the_table_said) {
  findings found;
  auto messages =
      read_deliveries(std::filesystem::path(ESPPADOM_SOURCE_DIR) / "tests/data/samples/delivery-72.xml", found);
  ASSERT_EQ(messages.size(), 72U);
  messages[3].stamps->departure.reset();
  messages[4].stamps.reset();
  messages[5].provider.contacts.clear();
  for (auto& one : messages) {  // what a table of visits does not hold
    one.order_refs.resize(std::min<std::size_t>(one.order_refs.size(), 1));
    for (auto& order : one.order_refs)
      order.issuer.reset();
    one.lines.resize(1);
    one.lines[0].billed_quantity = measure{{one.retained_period.start->seconds % 600, 0}, "MIN"};
  }
  for (const std::int64_t size : {1, 7, 1000}) {
    ArrowArrayStream stream;
    export_stream(column_reader(supply_of(messages), table_rows::visits, size), &stream);
    std::vector<delivery> back;
    std::string about;
    EXPECT_EQ(import_visits(&stream, about, [&](delivery&& one) { back.push_back(std::move(one)); }),
              error_code::success);
    EXPECT_EQ(stream.release, nullptr);
    EXPECT_EQ(cells_of(back), cells_of(messages));
  }
}

// -- tables of other software -----------------------------------------------------------------------------------------

/// One column by hand: its type and where its values lie.
struct hand_column {
  std::string name;
  std::string format;
  std::vector<const void*> buffers;
  std::int64_t nulls = 0;
};

/// A table with one batch of as many rows, from the second on in its buffers: producers cut their batches so.
struct hand_table {
  std::vector<hand_column> columns;
  std::int64_t rows = 1;
  bool fails = false;

  std::vector<ArrowSchema> schemas{};
  std::vector<ArrowSchema*> schema_places{};
  std::vector<ArrowArray> arrays{};
  std::vector<ArrowArray*> array_places{};
  const void* none = nullptr;
  int given = 0;
  int released = 0;

  static hand_table& of(ArrowArrayStream* stream) { return *static_cast<hand_table*>(stream->private_data); }

  static int get_schema(ArrowArrayStream* stream, ArrowSchema* out) {
    auto& self = of(stream);
    self.schemas.assign(self.columns.size(), {});
    for (std::size_t i = 0; i < self.columns.size(); ++i) {
      self.schemas[i].format = self.columns[i].format.c_str();
      self.schemas[i].name = self.columns[i].name.c_str();
      self.schema_places.push_back(&self.schemas[i]);
    }
    *out = {};
    out->format = "+s";
    out->n_children = static_cast<std::int64_t>(self.columns.size());
    out->children = self.schema_places.data();
    out->private_data = &self;
    out->release = [](ArrowSchema* one) {
      ++static_cast<hand_table*>(one->private_data)->released, one->release = nullptr;
    };
    return 0;
  }

  static int get_next(ArrowArrayStream* stream, ArrowArray* out) {
    auto& self = of(stream);
    *out = {};
    if (self.fails) return 5;
    if (self.given++ != 0) return 0;
    self.arrays.assign(self.columns.size(), {});
    for (std::size_t i = 0; i < self.columns.size(); ++i) {
      auto& one = self.arrays[i];
      one.length = self.rows + 1;
      one.null_count = self.columns[i].nulls;
      one.n_buffers = static_cast<std::int64_t>(self.columns[i].buffers.size());
      one.buffers = self.columns[i].buffers.data();
      self.array_places.push_back(&one);
    }
    out->length = self.rows;
    out->offset = 1;
    out->n_buffers = 1;
    out->buffers = &self.none;
    out->n_children = static_cast<std::int64_t>(self.columns.size());
    out->children = self.array_places.data();
    out->private_data = &self;
    out->release = [](ArrowArray* one) {
      ++static_cast<hand_table*>(one->private_data)->released, one->release = nullptr;
    };
    return 0;
  }

  ArrowArrayStream stream() {
    return {&get_schema, &get_next, [](ArrowArrayStream*) -> const char* { return "the disk is gone"; },
            [](ArrowArrayStream* one) { ++of(one).released, one->release = nullptr; }, this};
  }
};

constexpr std::string_view characters = "??DLV-1SAAD-1B-1";
constexpr std::array<std::int32_t, 3> id_edges{0, 2, 7};
constexpr std::array<std::int64_t, 3> provider_edges{0, 7, 13};
constexpr std::array<std::int32_t, 3> beneficiary_edges{0, 13, 16};
constexpr std::array<std::int64_t, 2> start_in_ms{0, 1'777'885'200'000};  // 2026-05-04T09:00:00
constexpr std::array<std::int64_t, 2> end_in_ns{0, 1'777'888'800'000'000'000};
constexpr std::array<std::uint16_t, 2> billed{0, 3600};
constexpr std::array<std::uint8_t, 1> no_row{0};

hand_table made_by_hand() {
  return {{{"beneficiary", "u", {nullptr, beneficiary_edges.data(), characters.data()}},
           {"mood", "g", {nullptr, nullptr}},
           {"delivery_id", "u", {nullptr, id_edges.data(), characters.data()}},
           {"provider", "U", {nullptr, provider_edges.data(), characters.data()}},
           {"caregiver", "n", {}},
           {"retained_start", "tsm:", {nullptr, start_in_ms.data()}},
           {"retained_end", "tsn:", {nullptr, end_in_ns.data()}},
           {"arrival", "tss:", {no_row.data(), nullptr}, 2},
           {"billed_seconds", "S", {nullptr, billed.data()}}}};
}

error_code imported(hand_table& table, std::vector<delivery>& into, std::string& about) {
  auto stream = table.stream();
  return import_visits(&stream, about, [&](delivery&& one) { into.push_back(std::move(one)); });
}

TEST(arrow_visits, come_from_other_software_in_its_own_types) {
  auto table = made_by_hand();
  std::vector<delivery> made;
  std::string about;
  ASSERT_EQ(imported(table, made, about), error_code::success) << about;
  ASSERT_EQ(made.size(), 1U);
  EXPECT_EQ(made[0].delivery_id, "DLV-1");
  EXPECT_EQ(made[0].provider.id(), "SAAD-1");
  EXPECT_EQ(made[0].beneficiary.id(), "B-1");
  EXPECT_TRUE(made[0].provider.contacts.empty());
  EXPECT_EQ(to_string(*made[0].retained_period.start), "2026-05-04T09:00:00");
  EXPECT_EQ(to_string(*made[0].retained_period.end), "2026-05-04T10:00:00");
  EXPECT_FALSE(made[0].stamps.has_value());
  EXPECT_EQ(made[0].lines[0].billed_quantity, (measure{{60, 0}, "MIN"}));
  EXPECT_EQ(table.released, 3);  // schema, batch, stream
}

TEST(arrow_visits, name_the_column_that_is_wrong) {
  const auto expect = [](hand_table table, error_code code, std::string_view name) {
    std::vector<delivery> made;
    std::string about;
    EXPECT_EQ(imported(table, made, about), code) << name;
    EXPECT_EQ(about, name);
    EXPECT_TRUE(made.empty());
  };
  auto table = made_by_hand();
  table.columns[2].name = "visit";
  expect(table, error_code::missing, "delivery_id");
  table = made_by_hand();
  table.columns[3].buffers[0] = no_row.data();
  table.columns[3].nulls = 2;
  expect(table, error_code::missing, "provider");
  table = made_by_hand();
  table.columns[0].format = "z";
  expect(table, error_code::invalid_value, "beneficiary");
  table = made_by_hand();
  table.columns[5].format = "tsm:Europe/Paris";
  expect(table, error_code::invalid_value, "retained_start");
  table = made_by_hand();
  constexpr std::array<std::int64_t, 2> half_a_second{0, 1'777'885'200'500};
  table.columns[5].buffers[1] = half_a_second.data();
  expect(table, error_code::invalid_value, "retained_start");
  table = made_by_hand();
  table.columns[8].format = "g";
  expect(table, error_code::invalid_value, "billed_seconds");
  table = made_by_hand();
  table.fails = true;
  expect(table, error_code::unreadable, "the disk is gone");
}

}  // namespace
