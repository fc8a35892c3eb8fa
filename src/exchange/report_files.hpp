// The style, the script and the libraries of report pages (src/data/report), embedded by the build.
#pragma once

#include <span>
#include <string_view>

#include "esppadom/version.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

/// A file in parts.
using file_parts = std::span<const std::string_view>;

file_parts report_style();

/// In the order in which they are to run.
std::span<const file_parts> report_scripts();

}  // namespace esppadom::inline ESPPADOM_ABI::detail
