#ifndef ESPPADOM_WITH_JSON
#define ESPPADOM_WITH_JSON 1  // the build says 0 to leave simdjson out
#endif

#include "esppadom/exchange/severity_profile.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

#include "esppadom/exchange/finding_areas.hpp"
#include "exchange/file_bytes.hpp"
#if ESPPADOM_WITH_JSON
#include "exchange/json_read.hpp"
#endif
#include "exchange/profile_data.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace {

constexpr std::size_t count_of_kinds() {
  std::size_t out = 0;
  for (const finding_area& area : finding_areas)
    out += area.kinds.size();
  return out;
}

// Every kind once more at one severity: findings point to constants, so a changed level needs a constant of its own.
template <severity Level>
constexpr auto all_at = [] {
  std::array<finding_kind, count_of_kinds()> out{};
  std::size_t at = 0;
  for (const finding_area& area : finding_areas) {
    for (const finding_kind* kind : area.kinds) {
      out[at] = *kind;
      out[at++].level = Level;
    }
  }
  return out;
}();

template <severity Level>
const finding_kind* find_at(std::string_view code) {
  for (const finding_kind& one : all_at<Level>) {
    if (one.code == code) return &one;
  }
  return nullptr;
}

const code_level* find(const std::vector<code_level>& levels, std::string_view code) {
  const auto at = std::lower_bound(levels.begin(), levels.end(), code,
                                   [](const code_level& one, std::string_view text) { return one.code < text; });
  return at != levels.end() && at->code == code ? &*at : nullptr;
}

void set(std::vector<code_level>& levels, std::string_view code, profile_level level) {
  const auto at = std::lower_bound(levels.begin(), levels.end(), code,
                                   [](const code_level& one, std::string_view text) { return one.code < text; });
  if (at != levels.end() && at->code == code) {
    at->level = level;
  } else {
    levels.insert(at, {std::string(code), level});
  }
}

}  // namespace

profile_level severity_profile::level_of(const finding_kind& kind) const {
  if (const code_level* const own = find(levels, kind.code); own != nullptr) return own->level;
  switch (kind.level) {
    case severity::info:
      return profile_level::info;
    case severity::warning:
      return profile_level::warning;
    case severity::error:
      break;
  }
  return profile_level::error;
}

const finding_kind& at_level(const finding_kind& kind, severity level) {
  if (kind.level == level) return kind;
  const finding_kind* found = nullptr;
  switch (level) {
    case severity::info:
      found = find_at<severity::info>(kind.code);
      break;
    case severity::warning:
      found = find_at<severity::warning>(kind.code);
      break;
    case severity::error:
      found = find_at<severity::error>(kind.code);
      break;
  }
  return found != nullptr ? *found : kind;
}

namespace {

const finding_kind* graded_kind(const finding_kind& kind, const severity_profile& profile) {
  switch (profile.level_of(kind)) {
    case profile_level::off:
      return nullptr;
    case profile_level::info:
      return &at_level(kind, severity::info);
    case profile_level::warning:
      return &at_level(kind, severity::warning);
    case profile_level::error:
      break;
  }
  return &at_level(kind, severity::error);
}

}  // namespace

findings graded(findings found, const severity_profile& profile) {
  if (profile.levels.empty()) return found;
  findings out(found.items().size());
  for (finding& one : found.items()) {
    if (one.kind != nullptr) {
      one.kind = graded_kind(*one.kind, profile);
      if (one.kind == nullptr) continue;
    }
    out.add(std::move(one));
  }
  findings counted(0);
  for (const dropped_findings& entry : found.dropped()) {
    const finding_kind* const kind = entry.kind == nullptr ? nullptr : graded_kind(*entry.kind, profile);
    for (std::uint64_t i = 0; kind != nullptr && i < entry.count; ++i)
      counted.add(*kind, {});
  }
  out.merge(std::move(counted));
  return out;
}

#if ESPPADOM_WITH_JSON

namespace {

using detail::json_source;
using detail::json_step;
using detail::json_token;
using detail::json_value;

// Any JSON string; false after a finding.
bool read_text(json_source& from, json_value& value, const json_step& step, std::string& out, const char*& at) {
  const json_token found = from.token(value, step);
  if (from.is_dead()) return false;
  at = found.at;
  if (found.what == json_token::kind::string) {
    out = found.text;
    return true;
  }
  from.wrong_type(step, found, "a text", "un texte");
  if (found.what == json_token::kind::object || found.what == json_token::kind::array) from.pass_over(value, step);
  return false;
}

void read_levels(json_source& from, json_value& value, const json_step& step, std::vector<code_level>& out) {
  if (!detail::expect_container(from, value, step, '{')) return;
  from.for_each_member_of(value, step, [&](std::string_view name, const char* at, json_value& content) {
    const std::string code(name);
    const json_step here = step.under(code);
    if (find_finding_kind(code) == nullptr) {
      from.report(json_unknown_choice, here, at, {detail::quoted_for_finding(code), "docs/findings.md"});
    }
    if (find(out, code) != nullptr) from.report(json_duplicate_key, here, at, {code});
    profile_level level = profile_level::warning;
    if (detail::read_enum(from, content, here, level)) set(out, code, level);
  });
}

void read_profile_members(json_source& from, json_value& root, severity_profile& out) {
  const json_step top;
  if (!detail::expect_container(from, root, top, '{')) return;
  std::vector<code_level> own;
  std::vector<std::string> seen;
  from.for_each_member_of(root, top, [&](std::string_view name, const char* at, json_value& content) {
    const std::string key(name);
    const json_step here = top.under(key);
    if (std::find(seen.begin(), seen.end(), key) != seen.end()) from.report(json_duplicate_key, here, at, {key});
    seen.push_back(key);
    std::string text;
    if (key == "id") {
      read_text(from, content, here, out.id, at);
    } else if (key == "about") {
      read_text(from, content, here, text, at);
    } else if (key == "base") {
      if (!read_text(from, content, here, text, at)) return;
      severity_profile base;
      if (built_in_profile(text).get(base) == error_code::success) {
        out.levels = std::move(base.levels);
      } else {
        from.report(json_unknown_choice, here, at, {detail::quoted_for_finding(text), "lenient, strict"});
      }
    } else if (key == "levels") {
      read_levels(from, content, here, own);
    } else {
      from.report(json_unknown_key, here, at, {key, "id, about, base, levels"});
      from.pass_over(content, here);
    }
  });
  if (from.is_dead()) return;
  for (const char* const needed : {"id", "levels"}) {
    if (std::find(seen.begin(), seen.end(), needed) == seen.end())
      from.report(json_missing_key, top, nullptr, {needed});
  }
  for (const code_level& one : own)
    set(out.levels, one.code, one.level);
}

}  // namespace

result<severity_profile> load_severity_profile(std::string_view bytes, findings& out,
                                               const json_read_options& options) {
  json_source from(bytes, out, options);
  severity_profile profile;
  const bool whole = from.with_root([&](json_value& root) { read_profile_members(from, root, profile); });
  if (!whole || from.errors() > 0) return from.failure();
  return profile;
}

#else

result<severity_profile> load_severity_profile(std::string_view, findings&, const json_read_options&) {
  return error_code::not_built;
}

#endif

result<severity_profile> load_severity_profile_file(const std::filesystem::path& path, findings& out,
                                                    const json_read_options& options) {
  std::string bytes;
  if (const error_code e = detail::file_bytes(path, options.limits.bytes, out).get(bytes); e != error_code::success)
    return e;
  json_read_options named = options;
  const std::string name = detail::utf8_name(path);
  named.file = name;
  return load_severity_profile(bytes, out, named);
}

result<severity_profile> built_in_profile(std::string_view id) {
  for (const std::string_view text : detail::profile_texts) {
    findings ignored;
    severity_profile out;
    // A base is looked up by its own name, so the profile asked for is found without reading the others' bases.
    if (text.find("\"id\": \"" + std::string(id) + "\"") == std::string_view::npos) continue;
    const error_code e = load_severity_profile(text, ignored).get(out);
    if (e != error_code::success) return e;
    if (out.id == id) return out;
  }
  return error_code::unknown_name;
}

}  // namespace esppadom::inline ESPPADOM_ABI
