// One column of a batch in the making.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "esppadom/exchange/columns.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

struct text_hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

inline void set_bit(std::vector<std::uint8_t>& bits, std::size_t row, bool value) {
  if (row % 8 == 0) bits.push_back(0);
  if (value) bits.back() = static_cast<std::uint8_t>(bits.back() | 1U << row % 8);
}

/// Takes one value a row.
class column_builder {
 public:
  explicit column_builder(column_type type) : type_(type) { begin(); }

  void none() { put({}, 0, {}, false); }
  void number(std::int64_t value) { put({}, value, {}, true); }
  void number(std::optional<std::int64_t> value) { put({}, value.value_or(0), {}, value.has_value()); }
  void flag(bool value) { put({}, 0, value, true); }
  void time(const std::optional<local_time>& value) {
    const bool there = value && value->is_valid();
    put({}, there ? value->seconds : 0, {}, there);
  }
  void cents(const std::optional<amount>& value) {
    const bool there = value && value->value.is_valid();
    put({}, there ? value->value.cents : 0, {}, there);
  }
  /// An empty text is no value.
  void text(std::string_view value) { put(value, 0, {}, !value.empty()); }
  void text(const char* value) { text(std::string_view(value)); }
  void text(const std::string& value) { text(std::string_view(value)); }
  void text(const std::optional<std::string>& value) { text(value ? std::string_view(*value) : std::string_view()); }
  void text(const std::optional<code>& value) { text(value ? std::string_view(value->value) : std::string_view()); }

  [[nodiscard]] std::size_t bytes() const { return values_.characters.size(); }

  column_values take() {
    auto out = std::exchange(values_, {});
    begin();
    return out;
  }

 private:
  void begin() {
    rows_ = 0;
    known_.clear();
    if (type_ == column_type::text) values_.places.push_back(0);
    if (type_ == column_type::category) values_.ends.push_back(0);
  }

  void put(std::string_view text, std::int64_t number, bool flag, bool there) {
    set_bit(values_.present, rows_, there);
    if (!there) ++values_.absent;
    switch (type_) {
      case column_type::text:
        values_.characters += text;
        values_.places.push_back(static_cast<std::int32_t>(values_.characters.size()));
        break;
      case column_type::category:
        values_.places.push_back(there ? place_of(text) : 0);
        break;
      case column_type::boolean:
        set_bit(values_.flags, rows_, flag);
        break;
      default:
        values_.numbers.push_back(number);
    }
    ++rows_;
  }

  std::int32_t place_of(std::string_view text) {
    const auto known = known_.find(text);
    if (known != known_.end()) return known->second;
    const auto place = static_cast<std::int32_t>(known_.size());
    known_.emplace(std::string(text), place);
    values_.characters += text;
    values_.ends.push_back(static_cast<std::int32_t>(values_.characters.size()));
    return place;
  }

  column_type type_;
  column_values values_;
  std::size_t rows_ = 0;
  std::unordered_map<std::string, std::int32_t, text_hash, std::equal_to<>> known_;
};

}  // namespace esppadom::inline ESPPADOM_ABI::detail
