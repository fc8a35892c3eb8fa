#pragma once

// Version of the library, and the inline namespace that lets two versions live in one process.

#include <string_view>

#define ESPPADOM_VERSION_MAJOR 0
#define ESPPADOM_VERSION_MINOR 1
#define ESPPADOM_VERSION_PATCH 0

// Every name of the library stands in `esppadom::v<major>_<minor>`; a vendor who embeds the library may choose another
// name.
#ifndef ESPPADOM_ABI
#define ESPPADOM_ABI v0_1
#endif

namespace esppadom::inline ESPPADOM_ABI {

/// The version of these headers, "major.minor.patch".
inline constexpr std::string_view version = "0.1.0";

}  // namespace esppadom::inline ESPPADOM_ABI
