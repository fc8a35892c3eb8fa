// ESPPADOM_API marks what the compiled library offers. Everything else is hidden, so that two copies of the library may
// live in one process. Header-only functions and types need no mark.
//
// ESPPADOM_SHARED is defined for whoever links the shared library (the CMake target and the pkg-config file do it);
// ESPPADOM_BUILDING only while the library itself is compiled.
#pragma once

#if !defined(ESPPADOM_SHARED)
#define ESPPADOM_API
#elif defined(_WIN32)
#if defined(ESPPADOM_BUILDING)
#define ESPPADOM_API __declspec(dllexport)
#else
#define ESPPADOM_API __declspec(dllimport)
#endif
#elif defined(__GNUC__) || defined(__clang__)
#define ESPPADOM_API __attribute__((visibility("default")))
#else
#define ESPPADOM_API
#endif
