#pragma once

// Files of messages checked: what the reader says of their form, what the messages say by themselves and together.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/exchange/severity_profile.hpp"
#include "esppadom/exchange/xml.hpp"
#include "esppadom/export.hpp"
#include "esppadom/oversight/batch_checks.hpp"
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
  severity_profile levels;  ///< how findings are graded at the end; as they are when it names no code
  std::size_t compared_messages = batch_checks::default_limit;  ///< further ones are checked by themselves only
};

/// Checks inputs one after the other, as one batch: each message by itself when it is read, what orders, visits and
/// invoices say of each other at the end. One owner; memory grows by some 200 bytes a message (oversight/batch_checks).
///
///     validator checks;
///     checks.add(bytes, "orders.xml");
///     const findings found = checks.finish();
class ESPPADOM_API validator {
 public:
  explicit validator(validation_options options = {});
  ~validator();
  validator(validator&&) noexcept;
  validator& operator=(validator&&) noexcept;
  validator(const validator&) = delete;
  validator& operator=(const validator&) = delete;

  /// Checks one input; `name` is what findings carry as file.
  validated_file add(byte_source source, const std::string& name);

  /// What was found so far: also what a caller has to say of inputs it could not open.
  [[nodiscard]] findings& found();

  /// Hands over the bytes of those inputs once more whose names are wanted.
  using read_again = std::function<void(const std::function<bool(std::string_view name)>& wanted,
                                        const std::function<void(const std::string& name, byte_source bytes)>& each)>;

  /// Everything that was found, graded. Findings between messages get line and column when `again` can hand over the
  /// inputs they are about, which are then read a second time; without it, file, document and member only.
  [[nodiscard]] findings finish(const read_again& again = {});

 private:
  class state;
  std::unique_ptr<state> state_;
};

/// Checks files, folders and ZIP archives (exchange/inputs.hpp), XML or JSON; several kinds of messages may stand side
/// by side. A file that cannot be read gives a finding, and the others are checked all the same.
ESPPADOM_API validation validate(std::span<const std::filesystem::path> paths, const validation_options& options = {});

/// Checks one stream of bytes by itself; `name` is what findings carry as file.
ESPPADOM_API validated_file validate(byte_source source, const std::string& name, findings& found,
                                     const validation_options& options = {});

}  // namespace esppadom::inline ESPPADOM_ABI
