// The entries of a ZIP archive, one after the other.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "esppadom/exchange/inputs.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

/// Whether a file that starts so is a ZIP archive.
bool looks_like_archive(std::string_view first_bytes);

/// Whether the name of an entry stays inside the archive.
bool is_safe_name(std::string_view name);

/// The entries of one archive that may hold messages, as inputs.
class archive_reader {
 public:
  archive_reader(const std::filesystem::path& path, std::string name, findings& found, const input_limits& bounds);
  /// The same for an archive in memory, which must outlive the reader.
  archive_reader(std::string_view bytes, std::string name, findings& found, const input_limits& bounds);
  ~archive_reader();
  archive_reader(archive_reader&&) noexcept;
  archive_reader& operator=(archive_reader&&) noexcept;

  /// The next entry; its bytes can be read until the next call. `left` is how many files may still come; when more come
  /// that is a finding, and `too_many` tells. None at the end.
  std::optional<input> next(std::size_t& left);
  [[nodiscard]] bool too_many() const;

 private:
  class state;
  std::unique_ptr<state> state_;
};

/// Whether a file of a folder or archive is looked at: .xml, .json, .zip in any case.
enum class file_type { xml, json, zip, other };
file_type type_of_name(std::string_view name);

/// An input with its kind known; the bytes read to know it are given again.
input looked_at(std::string name, byte_source bytes, std::string& first);

}  // namespace esppadom::inline ESPPADOM_ABI::detail
