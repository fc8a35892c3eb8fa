// Where the functions that run the whole chain are compiled.
//
// Who links `esppadom::esppadom` finds them in the library: the CMake target and the pkg-config file define
// ESPPADOM_COMPILED. Who uses the headers alone (`esppadom::core`) gets the same functions inline, at the price of a
// minute of compiling for every source file that calls them.
#pragma once

#include "esppadom/export.hpp"

#if defined(ESPPADOM_COMPILED)
#define ESPPADOM_CHAIN ESPPADOM_API
#define ESPPADOM_CHAIN_IS_INLINE 0
#else
#define ESPPADOM_CHAIN inline
#define ESPPADOM_CHAIN_IS_INLINE 1
#endif
