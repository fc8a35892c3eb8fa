#include "exchange/json_place.hpp"

#include <algorithm>
#include <optional>

#include "esppadom/value/text.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

namespace {

/// `lines[2].service`: the member `lines`, its second value (none when no number is given), and the rest.
struct step {
  std::string_view name;
  std::optional<std::size_t> number;
  std::string_view rest;
};

step first_of(std::string_view member) {
  step out;
  const auto end = std::min(member.find('.'), member.size());
  const std::string_view own = member.substr(0, end);
  out.rest = member.substr(std::min(end + 1, member.size()));
  const auto bracket = std::min(own.find('['), own.size());
  out.name = own.substr(0, bracket);
  std::size_t number = 0;
  for (const char c : own.substr(bracket)) {
    if (c >= '0' && c <= '9') number = number * 10 + static_cast<std::size_t>(c - '0');
  }
  if (number > 0) out.number = number - 1;
  return out;
}

void skip_blanks(std::string_view text, std::size_t& at) {
  while (at < text.size() && (is_blank(text[at]) || text[at] == ',' || text[at] == ':'))
    ++at;
}

void skip_string(std::string_view text, std::size_t& at) {
  for (++at; at < text.size() && text[at] != '"'; ++at) {
    if (text[at] == '\\') ++at;
  }
  ++at;
}

void skip_value(std::string_view text, std::size_t& at) {
  std::size_t depth = 0;
  do {
    if (at >= text.size()) return;
    const char c = text[at];
    if (c == '"') {
      skip_string(text, at);
      continue;
    }
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') {
      if (depth == 0) return;
      --depth;
    }
    ++at;
  } while (depth > 0 || (at < text.size() && text[at] != ',' && text[at] != '}' && text[at] != ']' &&
                         text[at - 1] != '}' && text[at - 1] != ']' && text[at - 1] != '"'));
}

// The value of a key in the object that begins at `at`.
std::optional<std::size_t> value_of(std::string_view text, std::size_t at, std::string_view key) {
  if (at >= text.size() || text[at] != '{') return std::nullopt;
  for (++at;;) {
    skip_blanks(text, at);
    if (at >= text.size() || text[at] != '"') return std::nullopt;
    const std::size_t begin = at + 1;
    skip_string(text, at);
    const bool wanted = text.substr(begin, at - 1 - begin) == key;
    skip_blanks(text, at);
    if (wanted) return at;
    skip_value(text, at);
  }
}

// An item of the list that begins at `at`.
std::optional<std::size_t> item_of(std::string_view text, std::size_t at, std::size_t number) {
  if (at >= text.size() || text[at] != '[') return std::nullopt;
  for (++at;; --number) {
    skip_blanks(text, at);
    if (at >= text.size() || text[at] == ']') return std::nullopt;
    if (number == 0) return at;
    skip_value(text, at);
  }
}

}  // namespace

std::string pointer_of_member(std::string_view member) {
  std::string out;
  while (!member.empty()) {
    const step one = first_of(member);
    out.append("/").append(one.name);
    if (one.number) out += "/" + std::to_string(*one.number);
    member = one.rest;
  }
  return out;
}

std::size_t offset_of_member(std::string_view object, std::string_view member) {
  std::size_t at = 0;
  skip_blanks(object, at);
  while (!member.empty()) {
    const step one = first_of(member);
    const auto value = value_of(object, at, one.name);
    if (!value) return at;
    at = *value;
    if (one.number) {
      const auto item = item_of(object, at, *one.number);
      if (!item) return at;
      at = *item;
    }
    member = one.rest;
  }
  return at;
}

}  // namespace esppadom::inline ESPPADOM_ABI::detail
