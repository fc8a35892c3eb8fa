// Looking for markup in text, byte by byte: shared by the scanner of tags and the slicer.
#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

#include "esppadom/version.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace xml {

inline std::size_t find(std::string_view text, char c, std::size_t from) {
  if (from >= text.size()) return std::string_view::npos;
  const void* found = std::memchr(text.data() + from, c, text.size() - from);
  return found == nullptr ? std::string_view::npos
                          : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

inline constexpr std::array<bool, 256> name_ends = [] {
  std::array<bool, 256> table{};
  for (const char c : {' ', '\t', '\n', '\r', '/', '>', '<', '"', '\''})
    table[static_cast<unsigned char>(c)] = true;
  return table;
}();

inline bool is_name_end(char c) { return name_ends[static_cast<unsigned char>(c)]; }

/// A name without a colon, in the characters of XML 1.0.
bool is_plain_name(std::string_view text);

/// A name of an element or attribute, with or without prefix.
bool is_qualified_name(std::string_view text);

/// Where content of an element (text, elements, comments, sections, instructions) breaks the grammar of XML 1.0; npos
/// when it does nowhere. Parsers that are in a hurry accept more. Characters and references are not looked at.
std::size_t find_malformed(std::string_view content);

/// Whether a tag is one: names, blanks between attributes, quotes, and no attribute twice.
bool is_tag(std::string_view tag, std::string_view name);

/// Where a '&' stands that begins no reference of XML, from `from` on, comments, sections and instructions left aside;
/// the length of the text when there is none.
std::size_t find_stray_ampersand(std::string_view text, std::size_t from);

/// The text with each of these as `&amp;`, so that everybody reads it as it is read here.
std::string with_references(std::string_view text);

/// Whether a processing instruction is the XML declaration: `<?xml version="1.0"?>`.
bool is_xml_declaration(std::string_view markup);

/// Where the tag ends whose first '>' is at `close`: a '>' may stand in the value of an attribute, and so may a '<',
/// which XML forbids but parsers accept. npos when the text ends before.
std::size_t after_quotes(std::string_view text, std::size_t from, std::size_t close);

}  // namespace xml
}  // namespace esppadom::inline ESPPADOM_ABI
