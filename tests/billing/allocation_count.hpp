// How many allocations the test program has made so far.
#pragma once

#include <cstddef>

// The address sanitizer brings allocation functions of its own, which must not be replaced.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool allocations_are_counted = false;
#else
inline constexpr bool allocations_are_counted = true;
#endif

/// Always 0 where allocations are not counted.
std::size_t allocation_count();
