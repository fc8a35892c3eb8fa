// What is asked of a stamp beside its time: by what means it was taken, why by hand, how far from the home. Billing
// rules reference, section 2a, variants a5, a7, a9 and a10.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "esppadom/billing/stamp_rules.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// The name rule sets use for a method code of a message: `BDG`, the one code of the official list, is BADGE; other
/// codes are their own names.
constexpr std::string_view method_name(std::string_view code) { return code == "BDG" ? "BADGE" : code; }

namespace detail {
inline bool names_method(std::span<const std::string> methods, std::string_view name) {
  return std::any_of(methods.begin(), methods.end(),
                     [&](const std::string& method) { return method_name(method) == name; });
}
}  // namespace detail

/// Whether a stamp of these methods counts (`methods_allowed`). One that names no method does, and so does every one
/// under the neutral list: it names the means that are known (variant a10) and judges nothing.
inline bool is_method_allowed(std::span<const std::string> methods, const stamp_rules& rules) {
  const auto is_neutral = [&] {
    return std::equal(rules.methods_allowed.begin(), rules.methods_allowed.end(), known_methods.begin(),
                      known_methods.end());
  };
  if (methods.empty() || is_neutral()) return true;
  return std::any_of(rules.methods_allowed.begin(), rules.methods_allowed.end(),
                     [&](const std::string& allowed) { return detail::names_method(methods, method_name(allowed)); });
}

/// Whether a stamp by hand lacks a reason that the rule set accepts (`manual_reasons`; an empty list accepts any).
inline bool lacks_manual_reason(std::span<const std::string> methods, const std::optional<std::string>& reason,
                                const stamp_rules& rules) {
  if (rules.manual_reasons.empty() || !detail::names_method(methods, "MANUAL")) return false;
  return !reason ||
         std::find(rules.manual_reasons.begin(), rules.manual_reasons.end(), *reason) == rules.manual_reasons.end();
}

/// Whether a visit was stamped farther from the home than the rule set tolerates. The bound is inside.
constexpr bool is_too_far(const std::optional<std::int64_t>& metres, const stamp_rules& rules) {
  return rules.distance_m && metres && *metres > *rules.distance_m;
}

}  // namespace esppadom::inline ESPPADOM_ABI
