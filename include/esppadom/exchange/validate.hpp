#pragma once

// Files of messages checked: what the reader says of their form, what the messages say by themselves and together.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "esppadom/exchange/xml.hpp"
#include "esppadom/export.hpp"
#include "esppadom/value/finding.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// A file that was looked at.
struct validated_file {
  std::string file;
  std::optional<message_kind> message;  ///< none when it could not be read as messages
  std::optional<std::string> version;   ///< `versionID` of the root, else the version of the first message
  std::uint64_t messages = 0;           ///< read, without those that had to be left out
};

struct validation {
  std::vector<validated_file> files;
  findings found;
};

struct validation_options {
  read_profile profile = read_profile::lenient;
  limits bounds;
};

/// Checks files and folders (their *.xml, at any depth), in the order of their names; several kinds of messages may
/// stand side by side. A file that cannot be read gives a finding, and the others are checked all the same.
ESPPADOM_API validation validate(std::span<const std::filesystem::path> paths, const validation_options& options = {});

/// Checks one stream of bytes; `name` is what findings carry as file.
ESPPADOM_API validated_file validate(byte_source source, const std::string& name, findings& found,
                                     const validation_options& options = {});

}  // namespace esppadom::inline ESPPADOM_ABI
