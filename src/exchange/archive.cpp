#include "exchange/archive.hpp"

#include <utility>

#include "esppadom/exchange/archive_findings.hpp"
#include "esppadom/exchange/findings.hpp"
#include "exchange/xml_values.hpp"

#ifndef ESPPADOM_WITH_ARCHIVE
#define ESPPADOM_WITH_ARCHIVE 0  // the build says 1 when libarchive is there
#endif

#if ESPPADOM_WITH_ARCHIVE
#include <archive.h>
#include <archive_entry.h>
#endif

namespace esppadom::inline ESPPADOM_ABI::detail {

bool looks_like_archive(std::string_view first_bytes) {
  return first_bytes.starts_with(std::string_view("PK\x03\x04")) ||
         first_bytes.starts_with(std::string_view("PK\x05\x06"));  // an empty one
}

bool is_safe_name(std::string_view name) {
  if (name.empty() || name.front() == '/' || name.front() == '\\') return false;
  if (name.size() > 1 && name[1] == ':') return false;
  while (!name.empty()) {
    const auto end = name.find_first_of("/\\");
    if (name.substr(0, end) == "..") return false;
    name.remove_prefix(end == std::string_view::npos ? name.size() : end + 1);
  }
  return true;
}

namespace {

void report(const finding_kind& kind, std::string file, findings& found, std::vector<std::string> arguments = {}) {
  finding out;
  out.kind = &kind;
  out.file = std::move(file);
  out.arguments = std::move(arguments);
  found.add(std::move(out));
}

#if ESPPADOM_WITH_ARCHIVE

// libarchive gives what it takes by a handle that must be closed.
class open_archive {
 public:
  explicit open_archive(const std::filesystem::path& path) {
    constexpr std::size_t block = 64 * 1024;
#if defined(_WIN32)
    good_ = archive_read_open_filename_w(handle_, path.c_str(), block) == ARCHIVE_OK;
#else
    good_ = archive_read_open_filename(handle_, path.c_str(), block) == ARCHIVE_OK;
#endif
  }
  explicit open_archive(std::string_view bytes)
      : good_(archive_read_open_memory(handle_, bytes.data(), bytes.size()) == ARCHIVE_OK) {}
  ~open_archive() { archive_read_free(handle_); }
  open_archive(const open_archive&) = delete;
  open_archive& operator=(const open_archive&) = delete;

  [[nodiscard]] bool good() const { return good_; }
  [[nodiscard]] archive* get() const { return handle_; }
  [[nodiscard]] std::string why() const {
    const char* text = archive_error_string(handle_);
    return text == nullptr ? std::string("ZIP") : xml::repaired(text);
  }

 private:
  static archive* reader_of_zip() {
    archive* out = archive_read_new();
    archive_read_support_format_zip(out);
    return out;
  }

  archive* handle_ = reader_of_zip();
  bool good_ = false;
};

std::string name_of_entry(archive_entry* entry) {
  const char* name = archive_entry_pathname_utf8(entry);
  if (name == nullptr) name = archive_entry_pathname(entry);
  return name == nullptr ? std::string() : xml::repaired(name);
}

#endif

}  // namespace

#if ESPPADOM_WITH_ARCHIVE

class archive_reader::state {
 public:
  template <class Archive>
  state(const Archive& from, std::string name, std::uint64_t packed, findings& found, const input_limits& bounds)
      : from_(from), name_(std::move(name)), packed_(packed), found_(found), bounds_(bounds) {
    if (from_.good()) return;
    report(archive_broken, name_, found_, {from_.why()});
    done_ = true;
  }

  [[nodiscard]] bool too_many() const { return too_many_; }

  std::optional<input> next(std::size_t& left) {
    archive_entry* entry = nullptr;
    while (!done_) {
      const int got = archive_read_next_header(from_.get(), &entry);
      if (got == ARCHIVE_EOF || stopped_) {
        if (!any_ && !stopped_) report(archive_empty, name_, found_);
        done_ = true;
      } else if (got < ARCHIVE_WARN) {
        report(archive_broken, name_, found_, {from_.why()});
        done_ = true;
      } else if (auto one = wanted(entry)) {
        if (left == 0) {
          report(exchange_findings::too_many_files, {}, found_, {std::to_string(bounds_.files)});
          done_ = too_many_ = true;
          break;
        }
        --left;
        one->size = archive_entry_size_is_set(entry) != 0 ? static_cast<std::uint64_t>(archive_entry_size(entry)) : 0;
        return one;
      }
    }
    return std::nullopt;
  }

 private:
  // The entry as an input, if it may hold messages.
  std::optional<input> wanted(archive_entry* entry) {
    if (archive_entry_filetype(entry) != AE_IFREG) return std::nullopt;
    const std::string inside = name_of_entry(entry);
    entry_ = name_ + "!/" + inside;
    if (!is_safe_name(inside)) {
      report(archive_bad_name, entry_, found_);
      return std::nullopt;
    }
    const file_type type = type_of_name(inside);
    if (type == file_type::other) return std::nullopt;
    any_ = true;
    if (archive_entry_is_encrypted(entry) != 0) {
      report(archive_encrypted, entry_, found_);
      return std::nullopt;
    }
    std::string first;
    input one = looked_at(entry_, {[this](char* into, std::size_t capacity) { return read(into, capacity); }}, first);
    if (looks_like_archive(first) || type == file_type::zip) {
      report(archive_nested, entry_, found_);
      return std::nullopt;
    }
    if (type == file_type::json && !one.kind) return std::nullopt;
    return one;
  }

  result<std::size_t> read(char* into, std::size_t capacity) {
    if (stopped_) return error_code::too_large;
    const auto got = archive_read_data(from_.get(), into, capacity);
    if (got < 0) {
      stopped_ = true;
      report(archive_broken, entry_, found_, {from_.why()});
      return error_code::unreadable;
    }
    expanded_ += static_cast<std::uint64_t>(got);
    if (expanded_ > bounds_.expanded_bytes) return stop(archive_too_large, bounds_.expanded_bytes);
    constexpr std::uint64_t harmless = std::uint64_t{1} << 20;
    if (expanded_ > harmless && expanded_ / bounds_.ratio > packed_) return stop(archive_ratio, bounds_.ratio);
    return static_cast<std::size_t>(got);
  }

  error_code stop(const finding_kind& why, std::uint64_t limit) {
    stopped_ = true;
    report(why, name_, found_, {std::to_string(limit)});
    return error_code::too_large;
  }

  open_archive from_;
  std::string name_;
  std::string entry_;
  std::uint64_t packed_;
  std::uint64_t expanded_ = 0;
  findings& found_;
  input_limits bounds_;
  bool any_ = false;
  bool done_ = false;
  bool too_many_ = false;
  bool stopped_ = false;
};

archive_reader::archive_reader(const std::filesystem::path& path, std::string name, findings& found,
                               const input_limits& bounds) {
  std::error_code failed;
  const auto packed = std::filesystem::file_size(path, failed);
  state_ = std::make_unique<state>(path, std::move(name), failed ? 0 : packed, found, bounds);
}

archive_reader::archive_reader(std::string_view bytes, std::string name, findings& found, const input_limits& bounds)
    : state_(std::make_unique<state>(bytes, std::move(name), bytes.size(), found, bounds)) {}

std::optional<input> archive_reader::next(std::size_t& left) { return state_->next(left); }
bool archive_reader::too_many() const { return state_->too_many(); }

#else

class archive_reader::state {};

archive_reader::archive_reader(const std::filesystem::path&, std::string name, findings& found, const input_limits&) {
  report(archive_not_built, std::move(name), found);
}

archive_reader::archive_reader(std::string_view, std::string name, findings& found, const input_limits&) {
  report(archive_not_built, std::move(name), found);
}

std::optional<input> archive_reader::next(std::size_t&) { return std::nullopt; }
bool archive_reader::too_many() const { return false; }

#endif

archive_reader::~archive_reader() = default;
archive_reader::archive_reader(archive_reader&&) noexcept = default;
archive_reader& archive_reader::operator=(archive_reader&&) noexcept = default;

}  // namespace esppadom::inline ESPPADOM_ABI::detail
