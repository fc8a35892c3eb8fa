// The entries of a ZIP archive, one after the other.
#pragma once

#include <filesystem>
#include <functional>

#include "esppadom/exchange/inputs.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

/// Whether a file that starts so is a ZIP archive.
bool looks_like_archive(std::string_view first_bytes);

/// Whether the name of an entry stays inside the archive.
bool is_safe_name(std::string_view name);

/// What for_each_input does with an archive. `left` is how many files may still come. False when `each` wants no more.
bool for_each_entry(const std::filesystem::path& path, const std::string& name, findings& found,
                    const input_limits& bounds, std::size_t& left, const std::function<bool(input& one)>& each);

/// The same for an archive in memory.
bool for_each_entry(std::string_view bytes, const std::string& name, findings& found, const input_limits& bounds,
                    std::size_t& left, const std::function<bool(input& one)>& each);

/// Whether a file of a folder or archive is looked at: .xml, .json, .zip in any case.
enum class file_type { xml, json, zip, other };
file_type type_of_name(std::string_view name);

/// An input with its kind known; the bytes read to know it are given again.
input looked_at(std::string name, byte_source bytes, std::string& first);

}  // namespace esppadom::inline ESPPADOM_ABI::detail
