// Walks JSON with simdjson and remembers where it is: findings get a JSON pointer, a line and a column, computed only
// when there is something to say. Numbers are handed on as the characters of the file.
#pragma once

#include <simdjson.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "esppadom/exchange/json.hpp"
#include "esppadom/exchange/json_findings.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

using json_value = simdjson::ondemand::value;

/// A place in the text: a chain of keys and indexes up to the root, living on the stack of the reader.
struct json_step {
  static constexpr std::size_t no_index = ~std::size_t{0};

  const json_step* parent = nullptr;
  std::string_view key;
  std::size_t index = no_index;
  unsigned depth = 0;

  json_step under(std::string_view name) const { return {this, name, no_index, depth + 1}; }
  json_step at(std::size_t position) const { return {this, {}, position, depth + 1}; }
};

/// RFC 6901: "/rule_sets/0/stamps/precision".
std::string json_pointer(const json_step& step);

/// One scalar as it stands in the file; strings without their escapes.
struct json_token {
  enum class kind { string, number, boolean, null, object, array, invalid };
  kind what = kind::invalid;
  std::string_view text;
  const char* at = nullptr;
};

/// A text of the file as a finding may repeat it: cut when long.
std::string quoted_for_finding(std::string_view text);

/// Lines and columns (in characters) of offsets, both from 1; remembers where blocks of the text begin.
class line_index {
 public:
  void position(std::string_view text, std::size_t offset, std::uint64_t& line, std::uint64_t& column);

 private:
  struct mark {
    std::uint64_t line = 1;
    std::uint64_t column = 1;
  };
  std::vector<mark> marks_{mark{}};
};

/// Where a text stands that is a part of a document: findings count from there.
struct json_origin {
  std::string pointer;
  std::uint64_t line = 1;
  std::uint64_t column = 1;
};

/// One text being read.
class json_source {
 public:
  json_source(std::string_view bytes, findings& out, const json_read_options& options, const json_origin& origin = {});
  json_source(const json_source&) = delete;
  json_source& operator=(const json_source&) = delete;

  /// Calls `read(value)` with the root, then checks that nothing follows it. False after a fatal error.
  template <class Read>
  bool with_root(Read&& read) {
    json_value root;
    if (!open(root)) return false;
    read(root);
    return close();
  }

  /// Whether reading must stop: the text is no JSON, or deeper than allowed.
  bool is_dead() const { return failure_ != error_code::success; }
  std::uint64_t errors() const { return errors_; }
  /// Why there is no value: the fatal error, else `invalid_value`.
  error_code failure() const { return is_dead() ? failure_ : error_code::invalid_value; }
  bool is_strict() const { return options_.strictness == json_strictness::strict; }

  /// Adds a finding at a place of the text; null means unknown.
  void report(const finding_kind& kind, const json_step& step, const char* at, std::vector<std::string> arguments);
  void report_at(const finding_kind& kind, std::string pointer, std::size_t offset, std::vector<std::string> arguments);
  void wrong_type(const json_step& step, const json_token& found, std::string_view en, std::string_view fr);

  /// The token at a value. Scalars are consumed, containers are not.
  json_token token(json_value& value, const json_step& step);
  /// Where a value starts.
  static const char* start_of(json_value& value);
  std::size_t offset_of(const char* at) const { return static_cast<std::size_t>(at - text_.data()); }

  /// Calls `visit(key, where the key stands, value)` for each member. False when reading must stop.
  template <class Visit>
  bool for_each_member_of(json_value& value, const json_step& step, Visit&& visit) {
    simdjson::ondemand::object object;
    if (!enter(value.get_object().get(object), step)) return false;
    for (auto field : object) {
      std::string_view key;
      const char* at = nullptr;
      json_value content;
      if (!split(field, key, at, content)) return false;
      visit(key, at, content);
      if (is_dead()) return false;
    }
    return true;
  }

  /// Calls `visit(index, value)` for each item. False when reading must stop.
  template <class Visit>
  bool for_each_item_of(json_value& value, const json_step& step, Visit&& visit) {
    simdjson::ondemand::array array;
    if (!enter(value.get_array().get(array), step)) return false;
    std::size_t index = 0;
    for (auto item : array) {
      json_value content;
      if (!check(item.get(content))) return false;
      visit(index++, content);
      if (is_dead()) return false;
    }
    return true;
  }

  /// Reads a value that nobody wants, so that it is at least checked; its compact JSON when asked for.
  void pass_over(json_value& value, const json_step& step, std::string* kept = nullptr);

 private:
  bool open(json_value& root);
  bool close();
  bool enter(simdjson::error_code error, const json_step& step);
  bool check(simdjson::error_code error);
  bool split(simdjson::simdjson_result<simdjson::ondemand::field>& field, std::string_view& key, const char*& at,
             json_value& content);
  void add(const finding_kind& kind, std::string pointer, const std::size_t* offset,
           std::vector<std::string> arguments);
  void die(error_code why) { failure_ = why; }
  void syntax_error(simdjson::error_code error);
  const char* place_of(simdjson::error_code error);

  std::string_view text_;  ///< without byte order mark, in the padded copy
  findings& out_;
  json_read_options options_;
  json_origin origin_;
  simdjson::padded_string padded_;
  simdjson::ondemand::parser parser_;
  simdjson::ondemand::document document_;
  bool is_open_ = false;
  line_index lines_;
  std::uint64_t errors_ = 0;
  error_code failure_ = error_code::success;
};

}  // namespace esppadom::inline ESPPADOM_ABI::detail
