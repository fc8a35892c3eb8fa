// Tags, comments and sections as tokens, and how long an element is.

#include "exchange/xml_markup.hpp"

#include <algorithm>
#include <tuple>

#include "esppadom/value/text.hpp"
#include "exchange/xml_slicer.hpp"
#include "exchange/xml_values.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace xml {

std::size_t after_quotes(std::string_view text, std::size_t from, std::size_t close) {
  for (;;) {
    auto open = from;
    while (open < close && text[open] != '"' && text[open] != '\'')
      ++open;
    if (open == close) return close;
    const auto end = find(text, text[open], open + 1);
    if (end == std::string_view::npos) return end;
    from = end + 1;
    if (from > close) close = find(text, '>', from);
    if (close == std::string_view::npos) return close;
  }
}

bool is_xml_declaration(std::string_view markup) {
  constexpr std::string_view opening = "<?xml";
  return markup.starts_with(opening) && markup.size() > opening.size() &&
         (is_blank(markup[opening.size()]) || markup[opening.size()] == '?');
}

namespace {

token closed_by(std::string_view text, std::size_t at, std::size_t from, std::string_view terminator, token_kind kind) {
  const auto found = text.find(terminator, from);
  if (found == std::string_view::npos) return {token_kind::incomplete, at, text.size(), {}};
  return {kind, at, found + terminator.size(), {}};
}

token scan_end_tag(std::string_view text, std::size_t at) {
  const auto close = find(text, '>', at + 2);
  if (close == std::string_view::npos) return {token_kind::incomplete, at, text.size(), {}};
  std::string_view name = text.substr(at + 2, close - at - 2);
  while (!name.empty() && is_blank(name.back()))
    name.remove_suffix(1);
  const bool wrong = name.empty() || std::any_of(name.begin(), name.end(), is_name_end);
  return {wrong ? token_kind::malformed : token_kind::end, at, close + 1, name};
}

token scan_start_tag(std::string_view text, std::size_t at) {
  std::size_t close = find(text, '>', at + 1);
  const std::size_t known_end = close == std::string_view::npos ? text.size() : close;
  std::size_t i = at + 1;
  while (i < known_end && !is_name_end(text[i]))
    ++i;
  const std::string_view name = text.substr(at + 1, i - at - 1);
  if (i < text.size() && (text[i] == '<' || name.empty())) return {token_kind::malformed, at, i, name};
  if (i < known_end) close = after_quotes(text, i, known_end);
  if (close == std::string_view::npos || close >= text.size()) return {token_kind::incomplete, at, text.size(), name};
  return {text[close - 1] == '/' ? token_kind::empty : token_kind::start, at, close + 1, name};
}

// A processing instruction has a name, and a blank between it and what it says; other readers refuse anything else.
token scan_instruction(std::string_view text, std::size_t at) {
  const token out = closed_by(text, at, at + 2, "?>", token_kind::instruction);
  if (out.kind == token_kind::incomplete) return out;
  const std::string_view inside = text.substr(at + 2, out.end - at - 4);
  const std::string_view name = inside.substr(0, inside.find_first_of(" \t\r\n"));
  return is_plain_name(name) ? out : token{token_kind::malformed, at, at + 2, {}};
}

bool starts_so_far(std::string_view text, std::string_view expected) {
  const auto length = std::min(text.size(), expected.size());
  return text.substr(0, length) == expected.substr(0, length);
}

token scan_declaration(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  for (const auto& [opening, terminator, kind] :
       {std::tuple{std::string_view{"<!--"}, std::string_view{"-->"}, token_kind::comment},
        std::tuple{std::string_view{"<![CDATA["}, std::string_view{"]]>"}, token_kind::cdata}}) {
    if (!starts_so_far(rest, opening)) continue;
    if (rest.size() < opening.size()) return {token_kind::incomplete, at, text.size(), {}};
    return closed_by(text, at, at + opening.size(), terminator, kind);
  }
  if (starts_so_far(rest, "<!DOCTYPE")) {
    return {rest.size() < 9 ? token_kind::incomplete : token_kind::doctype, at, text.size(), {}};
  }
  return {token_kind::malformed, at, at + 2, {}};
}

}  // namespace

namespace {

// How many bytes of the text satisfy a test. Blocks of a fixed size let the compiler do many bytes at a time.
template <class Test>
std::uint64_t count_bytes(std::string_view text, Test test) {
  constexpr std::size_t block = 64;
  std::uint64_t total = 0;
  std::size_t i = 0;
  for (; i + block <= text.size(); i += block) {
    std::uint8_t count = 0;
    for (std::size_t j = 0; j < block; ++j)
      count = static_cast<std::uint8_t>(count + (test(text[i + j]) ? 1 : 0));
    total += count;
  }
  for (; i < text.size(); ++i)
    total += test(text[i]) ? 1U : 0U;
  return total;
}

std::uint64_t count_line_breaks(std::string_view text) {
  return count_bytes(text, [](char c) { return c == '\n'; });
}

// Every byte but the second and further ones of a character.
std::uint64_t count_characters(std::string_view text) {
  return count_bytes(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
}

}  // namespace

position advanced(position from, std::string_view text) {
  const auto last = text.rfind('\n');
  if (last == std::string_view::npos) {
    from.column += count_characters(text);
    return from;
  }
  from.line += count_line_breaks(text);
  from.column = 1 + count_characters(text.substr(last + 1));
  return from;
}

token scan_markup(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size()) return {token_kind::incomplete, at, text.size(), {}};
  switch (text[at + 1]) {
    case '/':
      return scan_end_tag(text, at);
    case '!':
      return scan_declaration(text, at);
    case '?':
      return scan_instruction(text, at);
    default:
      return scan_start_tag(text, at);
  }
}

std::size_t element_extent(std::string_view text, std::size_t at) {
  std::size_t depth = 0;
  for (std::size_t i = at; i != std::string_view::npos; i = find(text, '<', i)) {
    const token found = scan_markup(text, i);
    if (found.kind == token_kind::incomplete || found.kind == token_kind::malformed) return 0;
    if (found.kind == token_kind::start) ++depth;
    if (found.kind == token_kind::end) {
      if (depth == 0) return 0;
      --depth;
    }
    if (depth == 0) return found.end - at;
    i = found.end;
  }
  return 0;
}

void text_finder::look_for(std::string_view text) {
  if (text == text_) return;
  text_ = text;
  const std::size_t longest = std::min<std::size_t>(text_.size(), 255);
  skip_.fill(static_cast<std::uint8_t>(longest));
  for (std::size_t i = text_.size() - longest; i + 1 < text_.size(); ++i)
    skip_[static_cast<unsigned char>(text_[i])] = static_cast<std::uint8_t>(text_.size() - 1 - i);
}

std::size_t text_finder::find_in(std::string_view where, std::size_t from) const {
  const std::size_t length = text_.size();
  const char last = text_.back();
  for (std::size_t at = from + length - 1; at < where.size();) {
    const char c = where[at];
    if (c == last && std::memcmp(where.data() + at + 1 - length, text_.data(), length) == 0) return at + 1 - length;
    at += skip_[static_cast<unsigned char>(c)];
  }
  return std::string_view::npos;
}

}  // namespace xml
}  // namespace esppadom::inline ESPPADOM_ABI
