// What the version a message declares does and does not have (messages reference, section 1, "Versions"). Only what a
// public source dates is checked: guide 1.4 of 22/09/2017 allows one invoice for several orders and brings the list
// ESPPADOM_SERVICE (known). That guide still conforms to messages 1.3, so with 1.3 it is an information only.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "esppadom/message/checks/shared.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace detail {

inline void check_version(std::string_view declared, message_check& check) {
  declared = trimmed(declared);
  if (declared.empty()) return;
  for (const std::string_view one : {"1.0", "1.2", "1.3", "1.4"}) {
    if (declared == one) return;
  }
  check.add(message_findings::unknown_version, "message_version", {std::string(declared)});
}

/// Something that came with guide 1.4.
inline void came_with_1_4(std::string_view declared, const std::string& path, const char* en, const char* fr,
                          message_check& check) {
  const std::string version(trimmed(declared));
  if (version == "1.3") check.add(message_findings::newer_than_guide, path, {path, en, version, fr});
  if (version == "1.0" || version == "1.2") {
    check.add(message_findings::newer_than_version, path, {path, en, version, fr});
  }
}

inline void check_service_version(std::string_view declared, const service& one, const std::string& path,
                                  message_check& check) {
  for (std::size_t i = 0; i < one.codes.size(); ++i) {
    if (trimmed(one.codes[i].list_id) != "ESPPADOM_SERVICE") continue;
    came_with_1_4(declared, numbered(path + ".codes", i), "list ESPPADOM_SERVICE", "liste ESPPADOM_SERVICE", check);
  }
}

}  // namespace detail
}  // namespace esppadom::inline ESPPADOM_ABI
