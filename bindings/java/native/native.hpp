// The four functions that SWIG carries to Java. An answer begins with one byte: 0, then the answer; 1, then a failure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace java {

/// Answers an operation of `calls`, by its place.
std::string call(std::int32_t operation, std::string_view request) noexcept;
/// Starts a session of `opens`. The answer is its handle (int64), never 0.
std::string open(std::int32_t operation, std::string_view request) noexcept;
/// Goes on with a session, by an operation of `nexts`. Not at the same time as another call with that handle.
std::string next(std::int64_t handle, std::int32_t operation, std::string_view request) noexcept;
/// Ends a session; 0 is fine.
void close(std::int64_t handle) noexcept;

}  // namespace java
