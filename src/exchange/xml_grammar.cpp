// What parsers that are in a hurry do not look at: the grammar of XML 1.0 in names, attributes, comments and text.

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "esppadom/value/text.hpp"
#include "exchange/code_point.hpp"
#include "exchange/xml_markup.hpp"
#include "exchange/xml_slicer.hpp"
#include "exchange/xml_values.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace xml {

namespace {

// XML 1.0, productions 4 and 4a, without the colon.
bool is_name_character(std::uint32_t c, bool first) {
  struct range {
    std::uint32_t from;
    std::uint32_t to;
  };
  constexpr std::array starts{range{'A', 'Z'},       range{'_', '_'},       range{'a', 'z'},
                              range{0xC0, 0xD6},     range{0xD8, 0xF6},     range{0xF8, 0x2FF},
                              range{0x370, 0x37D},   range{0x37F, 0x1FFF},  range{0x200C, 0x200D},
                              range{0x2070, 0x218F}, range{0x2C00, 0x2FEF}, range{0x3001, 0xD7FF},
                              range{0xF900, 0xFDCF}, range{0xFDF0, 0xFFFD}, range{0x10000, 0xEFFFF}};
  constexpr std::array others{range{'-', '.'}, range{'0', '9'}, range{0xB7, 0xB7}, range{0x300, 0x36F},
                              range{0x203F, 0x2040}};
  const auto holds = [c](const range& one) { return c >= one.from && c <= one.to; };
  return std::any_of(starts.begin(), starts.end(), holds) ||
         (!first && std::any_of(others.begin(), others.end(), holds));
}

bool is_comment(std::string_view markup) {
  const std::string_view inside = markup.substr(4, markup.size() - 7);
  return inside.find("--") == std::string_view::npos && !inside.ends_with('-');
}

// The name of the declaration is no instruction's, in whatever case.
bool is_instruction(std::string_view markup) {
  const std::string_view name = markup.substr(2, markup.find_first_of(" \t\r\n?", 2) - 2);
  const auto is = [&](std::size_t i, char lower) { return (name[i] | 0x20) == lower; };
  return !(name.size() == 3 && is(0, 'x') && is(1, 'm') && is(2, 'l'));
}

std::size_t digits_end(std::string_view text, std::size_t from, bool hexadecimal) {
  const auto is_digit = [hexadecimal](char c) {
    return (c >= '0' && c <= '9') || (hexadecimal && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')));
  };
  while (from < text.size() && is_digit(text[from]))
    ++from;
  return from;
}

// Without a DTD there are five entities, and characters by number.
bool is_reference(std::string_view text) {
  for (const std::string_view known : {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"}) {
    if (text.starts_with(known)) return true;
  }
  if (!text.starts_with("&#")) return false;
  const bool hexadecimal = text.substr(2, 1) == "x";
  const std::size_t from = hexadecimal ? 3 : 2;
  const std::size_t end = digits_end(text, from, hexadecimal);
  return end > from && text.substr(end, 1) == ";";
}

// Behind the comment, section or instruction at the start; 1 when there is none.
std::size_t after_literal(std::string_view text) {
  for (const auto& [opening, terminator] : {std::pair{std::string_view("<!--"), std::string_view("-->")},
                                            std::pair{std::string_view("<![CDATA["), std::string_view("]]>")},
                                            std::pair{std::string_view("<?"), std::string_view("?>")}}) {
    if (!text.starts_with(opening)) continue;
    const auto end = text.find(terminator, opening.size());
    return end == std::string_view::npos ? text.size() : end + terminator.size();
  }
  return 1;
}

bool has_repeated(std::vector<std::string_view>& names) {
  std::sort(names.begin(), names.end());
  return std::adjacent_find(names.begin(), names.end()) != names.end();
}

}  // namespace

bool is_plain_name(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = character_length(text.substr(at));
    if (length == 0 || !is_name_character(detail::code_point(text.substr(at, length)), at == 0)) return false;
    at += length;
  }
  return !text.empty();
}

bool is_qualified_name(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos) return is_plain_name(text);
  return is_plain_name(text.substr(0, colon)) && is_plain_name(text.substr(colon + 1));
}

bool is_tag(std::string_view tag, std::string_view name) {
  if (!is_qualified_name(name)) return false;
  std::string_view rest = tag.substr(1 + name.size());
  rest.remove_suffix(rest.ends_with("/>") ? 2 : 1);
  while (!rest.empty() && is_blank(rest.back()))
    rest.remove_suffix(1);
  std::vector<std::string_view> names;
  for (;;) {
    const std::string_view attribute = trimmed(rest);
    if (attribute.empty()) return !has_repeated(names);
    if (!is_blank(rest.front())) return false;
    const auto equals = attribute.find('=');
    if (equals == std::string_view::npos) return false;
    names.push_back(trimmed(attribute.substr(0, equals)));
    const std::string_view value = trimmed(attribute.substr(equals + 1));
    if (value.empty() || (value.front() != '"' && value.front() != '\'')) return false;
    const auto end = value.find(value.front(), 1);
    if (end == std::string_view::npos || value.substr(0, end).find('<') != std::string_view::npos) return false;
    if (!is_qualified_name(names.back())) return false;
    rest = value.substr(end + 1);
  }
}

std::size_t find_stray_ampersand(std::string_view text, std::size_t from) {
  if (text.find('&', from) == std::string_view::npos) return text.size();
  for (auto at = text.find_first_of("&<", from); at < text.size(); at = text.find_first_of("&<", at)) {
    if (text[at] == '<') {
      at += after_literal(text.substr(at));
    } else if (is_reference(text.substr(at))) {
      ++at;
    } else {
      return at;
    }
  }
  return text.size();
}

std::string with_references(std::string_view text) {
  std::string out;
  std::size_t from = 0;
  for (auto at = find_stray_ampersand(text, 0); at < text.size(); at = find_stray_ampersand(text, from)) {
    out.append(text, from, at - from).append("&amp;");
    from = at + 1;
  }
  return out.append(text, from);
}

std::size_t find_malformed(std::string_view content) {
  std::vector<std::string_view> open;
  for (std::size_t from = 0;;) {
    const auto at = find(content, '<', from);
    const std::string_view text = content.substr(from, at == std::string_view::npos ? at : at - from);
    if (const auto end = text.find("]]>"); end != std::string_view::npos) return from + end;
    if (at == std::string_view::npos) return open.empty() ? at : content.size();
    const token found = scan_markup(content, at);
    const std::string_view markup = content.substr(at, found.end - at);
    bool good = true;
    switch (found.kind) {
      case token_kind::start:
      case token_kind::empty:
        good = is_tag(markup, found.name);
        if (found.kind == token_kind::start) open.push_back(found.name);
        break;
      case token_kind::end:
        good = !open.empty() && open.back() == found.name;
        if (good) open.pop_back();
        break;
      case token_kind::comment:
        good = is_comment(markup);
        break;
      case token_kind::instruction:
        good = is_instruction(markup);
        break;
      case token_kind::cdata:
        break;
      default:
        good = false;
    }
    if (!good) return at;
    from = found.end;
  }
}

}  // namespace xml
}  // namespace esppadom::inline ESPPADOM_ABI
