// The descriptions say what the structure tables of the messages reference say, row by row
// (tests/vectors/message_rows.json, kept apart from the descriptions).

#include <gtest/gtest.h>
#include <simdjson.h>

#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/message/circumstances.hpp"
#include "esppadom/message/code_tables.hpp"
#include "esppadom/message/delivery.hpp"
#include "esppadom/message/field_list.hpp"
#include "esppadom/message/invoice.hpp"
#include "esppadom/message/order.hpp"

namespace {

using namespace esppadom;
using json = simdjson::dom::element;

/// A row, as the table or the description has it.
struct row {
  std::string path;
  std::string space;
  std::string occurrence;
  std::string written;
  std::string type;
  std::string length;
  std::string field;
  std::string label;
  std::string codes;
  std::string standing;
  std::string doubt;

  friend bool operator==(const row&, const row&) = default;
  friend std::ostream& operator<<(std::ostream& out, const row& r) {
    return out << r.path << " | " << r.space << " | " << r.occurrence << " | written " << r.written << " | " << r.type
               << " " << r.length << " | " << r.field << " | " << r.label << " | " << r.codes << " | " << r.standing
               << " | but " << r.doubt;
  }
};

// -- what the table says ----------------------------------------------------------------------------------------------

std::string text_at(const json& object, const char* pointer) {
  json found;
  if (object.at_pointer(pointer).get(found) != simdjson::SUCCESS || found.is_null()) return {};
  return found.is_string() ? std::string(std::string_view(found)) : simdjson::to_string(found);
}

row row_of_table(const json& from) {
  row out{text_at(from, "/path"),
          text_at(from, "/namespace"),
          text_at(from, "/occurrence"),
          text_at(from, "/written"),
          text_at(from, "/type"),
          text_at(from, "/length"),
          text_at(from, "/field"),
          text_at(from, "/label"),
          text_at(from, "/codes/list"),
          text_at(from, "/standing"),
          {}};
  if (text_at(from, "/codes/local_too") == "true") out.codes += " or local";
  if (const std::string about = text_at(from, "/doubt/about"); !about.empty())
    out.doubt = about + " " + text_at(from, "/doubt/standing");
  return out;
}

std::vector<row> rows_of_table(const char* message) {
  static simdjson::dom::parser parser;
  const json all = parser.load(std::string(ESPPADOM_SOURCE_DIR) + "/tests/vectors/message_rows.json");
  std::vector<row> out;
  int number = 0;
  for (const json& one : all["messages"][message].get_array()) {
    EXPECT_EQ(std::int64_t(one["row"]), ++number);
    out.push_back(row_of_table(one));
  }
  return out;
}

// -- what the description says ----------------------------------------------------------------------------------------

std::string_view text_of(name_space space) {
  switch (space) {
    case name_space::message:
      return "msg";
    case name_space::ram:
      return "ram";
    case name_space::pie:
      return "pie";
    case name_space::qdt:
      return "qdt";
    default:
      return "";
  }
}

std::string type_of(const field_node& node) {
  switch (node.kind) {
    case field_kind::group:
      return node.type == "party" ? "party" : "";
    case field_kind::level:
      return {};
    case field_kind::date:  // XML has no other form of it
      return "time";
    case field_kind::price:
      return "amount";
    default:
      return std::string(name_of(node.kind));
  }
}

std::string codes_of(const field_node& node) {
  return std::string(node.codes.id) + (node.codes.local_too ? " or local" : "");
}

std::string doubt_of(const field_node& node) {
  return node.but.about.empty() ? std::string()
                                : std::string(node.but.about) + " " + std::string(name_of(node.but.evidence));
}

row row_of_node(const field_node& node, const std::string& path, const std::string& field) {
  return {path,
          std::string(text_of(node.names->written.space)),
          std::string(node.occurrence()),
          node.written_once ? "1" : "",
          type_of(node),
          node.length == 0 ? std::string() : std::to_string(node.length),
          field,
          std::string(node.label),
          codes_of(node),
          std::string(name_of(node.evidence)),
          doubt_of(node)};
}

void add_rows(const field_node& root, const std::string& prefix, std::vector<row>& to) {
  std::vector<std::string> paths;
  for_each_field(root, [&](const field_node& node, std::size_t depth, const std::string& field) {
    paths.resize(depth);
    paths.push_back((depth == 0 ? prefix : paths.back() + "/") + std::string(node.names->written.local));
    to.push_back(row_of_node(node, paths.back(), field));
    return node.type != "party";
  });
}

template <class Message>
std::vector<row> rows_of_message() {
  const document_form& form = document_of<Message>;
  const std::string wrapper(form.wrapper.local);
  const std::string message = wrapper + "/" + std::string(form.message.local);
  const std::string_view times = form.at_least_one ? "1..n" : "0..n";
  std::vector<row> out{
      {wrapper, "msg", "1", "", "", "", "envelope.version_id", std::string(form.wrapper_label), "",
       std::string(name_of(form.wrapper_evidence)), ""},
      {message, "msg", std::string(times), form.is_written_once ? "1" : "", "", "", std::string(form.messages) + "[]",
       std::string(form.message_label), "", std::string(name_of(form.message_evidence)), ""}};
  add_rows(field_list<Message>(), message + "/", out);
  return out;
}

void expect_same(const std::vector<row>& described, const std::vector<row>& table) {
  for (std::size_t i = 0; i < std::min(described.size(), table.size()); ++i)
    EXPECT_EQ(described[i], table[i]) << "row " << i + 1;
  EXPECT_EQ(described.size(), table.size());
}

TEST(message_rows, describe_the_order_as_the_table_does) {
  expect_same(rows_of_message<order>(), rows_of_table("order"));
}

TEST(message_rows, describe_the_delivery_as_the_table_does) {
  expect_same(rows_of_message<delivery>(), rows_of_table("delivery"));
}

TEST(message_rows, describe_the_invoice_as_the_table_does) {
  expect_same(rows_of_message<invoice>(), rows_of_table("invoice"));
}

TEST(message_rows, describe_a_party_as_the_table_does) {
  std::vector<row> described;
  add_rows(field_list<party>(), {}, described);
  expect_same(described, rows_of_table("party"));
}

TEST(message_rows, come_from_a_table_that_has_them_all) {
  EXPECT_EQ(rows_of_table("party").size(), 19U);
  EXPECT_EQ(rows_of_table("order").size(), 76U);
  EXPECT_EQ(rows_of_table("delivery").size(), 49U);
  EXPECT_EQ(rows_of_table("invoice").size(), 99U);
}

template <class Message>
void expect_known_lists() {
  for_each_field(field_list<Message>(), [](const field_node& node, std::size_t, const std::string& path) {
    if (node.codes.id.empty()) return true;
    const listed_codes* const list = find_list(node.codes.id);
    EXPECT_NE(list, nullptr) << path << " " << node.codes.id;
    if (list == nullptr) return true;
    EXPECT_EQ(list->agency, node.codes.agency) << path;
    return true;
  });
}

TEST(message_rows, name_only_code_lists_there_are) {
  expect_known_lists<order>();
  expect_known_lists<delivery>();
  expect_known_lists<invoice>();
}

TEST(field_list, names_every_field_of_the_circumstances) {
  std::vector<std::string> names;
  for_each_field(field_list<circumstances>(), [&](const field_node& node, std::size_t, const std::string& path) {
    EXPECT_FALSE(node.label.empty()) << path;
    names.push_back(path + " " + std::string(name_of(node.kind)) + " " + std::string(node.occurrence()));
    return true;
  });
  EXPECT_EQ(names.front(), "planned_visits[] group 0..n");
  EXPECT_EQ(names.at(1), "planned_visits[].delivery_id text 0..1");
  EXPECT_EQ(names.back(), "caregiver_profiles[].to date 0..1");
}

}  // namespace
