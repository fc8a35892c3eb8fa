// How much each kind of finding matters to somebody: a severity profile is data, a few lines of JSON that name codes
// and levels. Two come with the library, `lenient` and `strict`; a département writes its own on top of one of them:
//
//     {"id": "dep-99", "base": "strict", "levels": {"ESP-MSG-031": "error", "ESP-MSG-030": "off"}}
//
// A profile changes what a finding is called, never what was understood of the data.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/exchange/json.hpp"
#include "esppadom/export.hpp"
#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/finding.hpp"
#include "esppadom/value/result.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What a profile makes of a kind of finding; `off` = it is not told.
enum class profile_level : std::uint8_t { off, info, warning, error };

template <>
struct enum_names<profile_level> {
  static constexpr enum_name<profile_level> items[] = {{profile_level::off, "off"},
                                                       {profile_level::info, "info"},
                                                       {profile_level::warning, "warning"},
                                                       {profile_level::error, "error"}};
};

struct code_level {
  std::string code;
  profile_level level = profile_level::warning;

  friend bool operator==(const code_level&, const code_level&) = default;
};

/// The levels of the codes that a profile and its bases name, sorted by code; every other code keeps its own level.
struct severity_profile {
  std::string id;
  std::vector<code_level> levels;

  /// Example: in `strict` a missing element (ESP-XML-020), a warning by itself, is an error.
  [[nodiscard]] ESPPADOM_API profile_level level_of(const finding_kind& kind) const;

  friend bool operator==(const severity_profile&, const severity_profile&) = default;
};

/// A profile that comes with the library: `lenient` or `strict`. Errors: unknown_name.
ESPPADOM_API result<severity_profile> built_in_profile(std::string_view id);

/// The profile a JSON text holds, or an error code after at least one finding of severity error. Strict: an unknown
/// key, code, level or base is a finding with its JSON pointer, line and column, and nothing of the text is used.
ESPPADOM_API result<severity_profile> load_severity_profile(std::string_view bytes, findings& out,
                                                            const json_read_options& options = {});

/// The same from a file, which the findings name. Errors also: unreadable.
ESPPADOM_API result<severity_profile> load_severity_profile_file(const std::filesystem::path& path, findings& out,
                                                                 const json_read_options& options = {});

/// The same kind with another severity: a constant of the library. Its code and texts are equal.
ESPPADOM_API const finding_kind& at_level(const finding_kind& kind, severity level);

/// The findings as the profile grades them: levels changed, what is off left out, counts with them.
ESPPADOM_API findings graded(findings found, const severity_profile& profile);

}  // namespace esppadom::inline ESPPADOM_ABI
