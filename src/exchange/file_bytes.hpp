// A whole file as bytes, for formats that are read at once.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "esppadom/value/finding.hpp"
#include "esppadom/value/result.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

/// The file's content; more than `limit` bytes are never read. Errors, each with a finding: unreadable, too_large.
result<std::string> file_bytes(const std::filesystem::path& path, std::size_t limit, findings& out);

/// The path as findings show it, in UTF-8.
std::string utf8_name(const std::filesystem::path& path);

}  // namespace esppadom::inline ESPPADOM_ABI::detail
