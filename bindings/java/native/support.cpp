#include "support.hpp"

#include <array>

namespace java {

std::string_view name_of(esppadom::error_code code) {
  constexpr std::array names{"success",      "overflow",       "division_by_zero", "invalid_value", "inexact",
                             "out_of_range", "invalid_syntax", "does_not_exist",   "ambiguous",     "unknown_name",
                             "unreadable",   "too_large",      "too_deep",         "not_built",     "missing",
                             "duplicate",    "conflict",       "unsupported",      "unwritable",    "end_of_input"};
  static_assert(names.size() == static_cast<std::size_t>(esppadom::error_code::end_of_input) + 1);
  const auto place = static_cast<std::size_t>(code);
  return place < names.size() ? names[place] : "unknown";
}

failure because(esppadom::error_code code, std::string_view about) {
  failure out;
  out.code = name_of(code);
  out.message_en = about.empty() ? std::string() : std::string(about) + ": ";
  out.message_fr = about.empty() ? std::string() : std::string(about) + " : ";
  out.message_en += error_message(code, esppadom::language::english);
  out.message_fr += error_message(code, esppadom::language::french);
  return out;
}

failure because(esppadom::error_code code, const esppadom::findings& found, std::string_view about,
                esppadom::language in) {
  failure out = because(code, about);
  out.findings = rows_of(found, in);
  for (const auto& one : found.items()) {
    if (one.level() != esppadom::severity::error) continue;
    out.code = one.code();
    out.message_en = message(one, esppadom::language::english);
    out.message_fr = message(one, esppadom::language::french);
    out.path = one.path;
    out.file = one.file;
    out.line = static_cast<std::int64_t>(one.line);
    out.column = static_cast<std::int64_t>(one.column);
    break;
  }
  return out;
}

std::filesystem::path path_of(const std::string& utf8) {
  return std::filesystem::path(std::u8string(utf8.begin(), utf8.end()));
}

std::vector<std::filesystem::path> paths_of(const std::vector<std::string>& utf8) {
  std::vector<std::filesystem::path> out;
  for (const auto& one : utf8)
    out.push_back(path_of(one));
  return out;
}

outcome open_source(const std::optional<std::string>& path, const std::optional<named_document>& document,
                    opened_source& out) {
  if (path.has_value() == document.has_value()) return because(esppadom::error_code::invalid_value, "path");
  if (document) {
    out = {esppadom::bytes_of(document->content.content), document->name};
    return std::nullopt;
  }
  auto source = esppadom::bytes_of_file(path_of(*path));
  if (!source) return because(source.error(), *path);
  out = {std::move(*source), *path};
  return std::nullopt;
}

std::optional<esppadom::decimal> decimal_of(const std::optional<std::string>& text) {
  esppadom::decimal value;
  if (!text || esppadom::parse_decimal(*text).get(value) != esppadom::error_code::success) return std::nullopt;
  return value;
}

}  // namespace java
