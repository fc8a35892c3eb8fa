// How operations end: failures from error codes and findings.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "operations.hpp"

namespace java {

/// The name of an error code, as the C interface calls it.
std::string_view name_of(esppadom::error_code code);

/// `about` says what the code is about: a file, an argument, a part of a path.
failure because(esppadom::error_code code, std::string_view about = {});
/// The first error that was found in the data; the code where there is none.
failure because(esppadom::error_code code, const esppadom::findings& found, std::string_view about,
                esppadom::language in);

std::filesystem::path path_of(const std::string& utf8);
std::vector<std::filesystem::path> paths_of(const std::vector<std::string>& utf8);

/// Where bytes of a request come from: a file or a document in memory; one of both must be there.
struct opened_source {
  esppadom::byte_source bytes;
  std::string name;
};
outcome open_source(const std::optional<std::string>& path, const std::optional<named_document>& document,
                    opened_source& out);

/// The decimal that the text of a rate is: "29.00".
std::optional<esppadom::decimal> decimal_of(const std::optional<std::string>& text);

}  // namespace java
