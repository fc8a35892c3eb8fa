// How many allocations the test program has made so far.
#pragma once

#include <cstddef>

std::size_t allocation_count();
