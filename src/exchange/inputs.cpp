#include "esppadom/exchange/inputs.hpp"

#include <algorithm>
#include <cstring>
#include <memory>
#include <system_error>
#include <utility>
#include <vector>

#include "esppadom/exchange/findings.hpp"
#include "esppadom/value/text.hpp"
#include "exchange/archive.hpp"
#include "exchange/file_bytes.hpp"
#include "exchange/xml_encoding.hpp"
#include "exchange/xml_slicer.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace {

namespace fs = std::filesystem;
namespace kinds = exchange_findings;

void report(const finding_kind& kind, std::string file, findings& found, std::vector<std::string> arguments = {}) {
  finding out;
  out.kind = &kind;
  out.file = std::move(file);
  out.arguments = std::move(arguments);
  found.add(std::move(out));
}

std::string name_of(const fs::path& path) {
  const auto text = path.generic_u8string();
  return {text.begin(), text.end()};
}

// The files of a folder that may hold messages, by name.
std::vector<fs::path> files_below(const fs::path& folder, std::error_code& failed) {
  std::vector<fs::path> out;
  const auto options = fs::directory_options::skip_permission_denied;
  for (fs::recursive_directory_iterator at(folder, options, failed), end; !failed && at != end; at.increment(failed)) {
    std::error_code ignored;
    if (!at->is_regular_file(ignored)) continue;
    if (detail::type_of_name(name_of(at->path())) != detail::file_type::other) out.push_back(at->path());
  }
  std::sort(out.begin(), out.end(), [](const fs::path& a, const fs::path& b) { return name_of(a) < name_of(b); });
  return out;
}

std::optional<message_kind> kind_of_schema(std::string_view text) {
  const auto key = text.find("\"schema\"");
  if (key == std::string_view::npos) return std::nullopt;
  const std::string_view rest = text.substr(key + 8);
  const auto open = rest.find('"');
  if (open == std::string_view::npos || trimmed(rest.substr(0, open)) != ":") return std::nullopt;
  for (const auto& one : enum_names<message_kind>::items) {
    if (rest.substr(open + 1).starts_with("esppadom/" + std::string(one.name) + "/")) return one.value;
  }
  return std::nullopt;
}

}  // namespace

detail::file_type detail::type_of_name(std::string_view name) {
  const auto dot = name.rfind('.');
  if (dot == std::string_view::npos) return file_type::other;
  std::string extension(name.substr(dot + 1));
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (extension == "xml") return file_type::xml;
  if (extension == "json") return file_type::json;
  return extension == "zip" ? file_type::zip : file_type::other;
}

input detail::looked_at(std::string name, byte_source bytes, std::string& first) {
  constexpr std::size_t enough = 4096;
  first.resize(enough);
  std::size_t held = 0;
  std::optional<error_code> failed;
  while (held < enough) {
    std::size_t got = 0;
    const error_code e = bytes.read(first.data() + held, enough - held).get(got);
    if (e != error_code::success) failed = e;
    if (failed || got == 0) break;
    held += got;
  }
  first.resize(held);
  struct put_back {
    std::string first;
    std::size_t at = 0;
    byte_source rest;
    std::optional<error_code> failed;
  };
  auto state = std::make_shared<put_back>(put_back{first, 0, std::move(bytes), failed});
  byte_source again{[state](char* into, std::size_t capacity) -> result<std::size_t> {
    const std::size_t count = std::min(capacity, state->first.size() - state->at);
    if (count == 0 && state->failed) return *state->failed;
    if (count == 0) return state->rest.read(into, capacity);
    std::memcpy(into, state->first.data() + state->at, count);
    state->at += count;
    return count;
  }};
  return {std::move(name), false, kind_of_document(first), 0, std::move(again)};
}

std::optional<message_kind> kind_of_document(std::string_view first_bytes) {
  std::string_view start = first_bytes;
  if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
  if (trimmed(start).starts_with('{')) return kind_of_schema(start);
  xml::encoding_state encoding;
  xml::slicer slices(xml::to_utf8(bytes_of(first_bytes), encoding), limits{});
  if (!slices.start()) return std::nullopt;
  return slices.kind();
}

// -- one input after the other ----------------------------------------------------------------------------------------

class input_reader::state {
 public:
  state(std::vector<fs::path> paths, findings& found, const input_limits& bounds)
      : found_(found), bounds_(bounds), paths_(std::move(paths)), left_(bounds.files) {}
  state(std::string_view bytes, std::string name, findings& found, const input_limits& bounds)
      : found_(found), bounds_(bounds), left_(bounds.files) {
    if (detail::looks_like_archive(bytes)) {
      archive_.emplace(bytes, std::move(name), found, bounds_);
      return;
    }
    if (!may_take_another()) return;
    std::string first;
    held_ = detail::looked_at(std::move(name), bytes_of(bytes), first);
    held_->named = true;
    held_->size = bytes.size();
  }

  std::optional<input> next() {
    if (held_) return std::exchange(held_, std::nullopt);
    while (!ended_) {
      if (archive_) {
        if (auto one = archive_->next(left_)) return one;
        ended_ = archive_->too_many();
        archive_.reset();
      } else if (at_ < files_.size()) {
        if (auto one = file(files_[at_++], false)) return one;
      } else if (path_ < paths_.size()) {
        const fs::path& path = paths_[path_++];
        std::error_code ignored;
        if (fs::is_directory(path, ignored)) {
          list(path);
        } else if (auto one = file(path, true)) {
          return one;
        }
      } else {
        ended_ = true;
      }
    }
    return std::nullopt;
  }

 private:
  bool may_take_another() {
    if (left_ != 0) return true;
    report(kinds::too_many_files, {}, found_, {std::to_string(bounds_.files)});
    ended_ = true;
    return false;
  }

  void list(const fs::path& folder) {
    std::error_code failed;
    files_ = files_below(folder, failed);
    at_ = 0;
    if (failed) files_.clear();
    if (failed) report(kinds::unreadable, name_of(folder), found_);
    if (!failed && files_.empty()) report(kinds::nothing_to_read, name_of(folder), found_);
  }

  // None for what holds no messages, and for an archive, whose entries follow.
  std::optional<input> file(const fs::path& path, bool named) {
    const std::string name = name_of(path);
    if (!may_take_another()) return std::nullopt;
    byte_source bytes;
    if (bytes_of_file(path).get(bytes) != error_code::success) {
      --left_;
      return input{name, named, std::nullopt, 0, {[](char*, std::size_t) -> result<std::size_t> {
                     return error_code::unreadable;
                   }}};
    }
    std::string first;
    input one = detail::looked_at(name, std::move(bytes), first);
    one.named = named;
    if (detail::looks_like_archive(first)) {
      archive_.emplace(path, name, found_, bounds_);
      return std::nullopt;
    }
    const bool json = detail::type_of_name(name) == detail::file_type::json;
    if (!named && json && !one.kind) return std::nullopt;  // rules, circumstances, results
    std::error_code ignored;
    const auto size = fs::file_size(path, ignored);
    one.size = ignored ? 0 : size;
    --left_;
    return one;
  }

  findings& found_;
  input_limits bounds_;
  std::vector<fs::path> paths_;
  std::size_t path_ = 0;
  std::vector<fs::path> files_;  ///< of the folder that is being read
  std::size_t at_ = 0;
  std::optional<detail::archive_reader> archive_;
  std::optional<input> held_;
  std::size_t left_;
  bool ended_ = false;
};

input_reader::input_reader(std::vector<fs::path> paths, findings& found, const input_limits& bounds)
    : state_(std::make_unique<state>(std::move(paths), found, bounds)) {}
input_reader::input_reader(std::string_view bytes, std::string name, findings& found, const input_limits& bounds)
    : state_(std::make_unique<state>(bytes, std::move(name), found, bounds)) {}
input_reader::~input_reader() = default;
input_reader::input_reader(input_reader&&) noexcept = default;
input_reader& input_reader::operator=(input_reader&&) noexcept = default;
std::optional<input> input_reader::next() { return state_->next(); }

void for_each_input(std::span<const fs::path> paths, findings& found, const input_limits& bounds,
                    const std::function<bool(input& one)>& each) {
  input_reader all({paths.begin(), paths.end()}, found, bounds);
  while (auto one = all.next()) {
    if (!each(*one)) return;
  }
}

void for_each_input(std::string_view bytes, const std::string& name, findings& found, const input_limits& bounds,
                    const std::function<bool(input& one)>& each) {
  input_reader all(bytes, name, found, bounds);
  while (auto one = all.next()) {
    if (!each(*one)) return;
  }
}

std::uint64_t size_of_inputs(std::span<const fs::path> paths) {
  std::uint64_t total = 0;
  const auto add = [&total](const fs::path& file) {
    std::error_code failed;
    const auto size = fs::file_size(file, failed);
    if (!failed) total += size;
  };
  for (const auto& path : paths) {
    std::error_code failed;
    if (!fs::is_directory(path, failed)) {
      add(path);
      continue;
    }
    for (const auto& file : files_below(path, failed))
      add(file);
  }
  return total;
}

}  // namespace esppadom::inline ESPPADOM_ABI
