#include "output.hpp"

#include <random>
#include <sstream>
#include <system_error>
#include <utility>

namespace cli {
namespace {

using esppadom::error_code;
namespace fs = std::filesystem;

std::string temporary_suffix() {
  std::random_device source;
  return std::to_string(source());
}

}  // namespace

staged_file::staged_file(fs::path target)
    : target_(std::move(target)), temporary_(target_.parent_path() / (".esppadom-" + temporary_suffix())) {
  out_.open(temporary_, std::ios::binary | std::ios::trunc);
}

staged_file::~staged_file() {
  if (done_) return;
  out_.close();
  std::error_code ignored;
  fs::remove(temporary_, ignored);
}

error_code staged_file::write(std::string_view bytes) {
  out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return out_ ? error_code::success : error_code::unwritable;
}

error_code staged_file::commit() {
  out_.close();
  if (!out_) return error_code::unwritable;
  std::error_code error;
  fs::rename(temporary_, target_, error);
  done_ = !error;
  return done_ ? error_code::success : error_code::unwritable;
}

staged_folder::staged_folder(fs::path folder)
    : folder_(std::move(folder)), staging_(folder_ / (".esppadom-" + temporary_suffix())) {}

staged_folder::~staged_folder() {
  std::error_code ignored;
  fs::remove_all(staging_, ignored);
  if (done_) return;
  for (auto at = made_.rbegin(); at != made_.rend(); ++at)
    fs::remove(*at, ignored);  // only when nothing is in it
}

error_code staged_folder::make_folder(const fs::path& path) {
  std::error_code error;
  if (path.empty() || fs::is_directory(path, error)) return error_code::success;
  if (const auto above = make_folder(path.parent_path()); above != error_code::success) return above;
  if (!fs::create_directory(path, error) || error) {
    failed_ = path;
    return error_code::unwritable;
  }
  made_.push_back(path);
  return error_code::success;
}

error_code staged_folder::open(const fs::path& name, std::ofstream& out) {
  const fs::path path = staging_ / name;
  if (const auto error = make_folder(folder_); error != error_code::success) return error;
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  out.open(path, std::ios::binary | std::ios::trunc);
  if (!out) {
    failed_ = folder_ / name;
    return error_code::unwritable;
  }
  names_.push_back(name);
  return error_code::success;
}

error_code staged_folder::add(const fs::path& name, std::string_view bytes) {
  std::ofstream out;
  if (const auto error = open(name, out); error != error_code::success) return error;
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) {
    failed_ = folder_ / name;
    return error_code::unwritable;
  }
  return error_code::success;
}

error_code staged_folder::put_in_place(const fs::path& name) {
  const fs::path target = folder_ / name;
  if (const auto error = make_folder(target.parent_path()); error != error_code::success) return error;
  std::error_code error;
  if (fs::exists(target, error)) {
    const fs::path kept = staging_ / "before" / name;
    fs::create_directories(kept.parent_path(), error);
    if (!error && !fs::is_directory(target, error)) fs::rename(target, kept, error);
    if (error || fs::exists(target)) {
      failed_ = target;
      return error_code::unwritable;
    }
    replaced_.push_back(name);
  }
  fs::rename(staging_ / name, target, error);
  if (error) {
    failed_ = target;
    return error_code::unwritable;
  }
  placed_.push_back(name);
  return error_code::success;
}

void staged_folder::put_back() {
  std::error_code ignored;
  for (const fs::path& name : placed_)
    fs::remove(folder_ / name, ignored);
  for (const fs::path& name : replaced_)
    fs::rename(staging_ / "before" / name, folder_ / name, ignored);
}

error_code staged_folder::commit() {
  for (const fs::path& name : names_) {
    if (const auto error = put_in_place(name); error != error_code::success) {
      put_back();
      return error;
    }
  }
  done_ = true;
  return error_code::success;
}

std::string file_name_of(std::string_view identifier) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string out;
  for (const char c : identifier) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' ||
                       c == '_' || (c == '.' && !out.empty());
    if (plain) {
      out += c;
      continue;
    }
    const auto code = static_cast<unsigned char>(c);
    out += {'%', hex[code >> 4U], hex[code & 15U]};
  }
  return out;
}

esppadom::result<std::string> file_bytes(const fs::path& path) {
  std::error_code error;
  if (fs::is_directory(path, error)) return error_code::unreadable;
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  if (!in) return error_code::unreadable;
  if (in.peek() != std::ifstream::traits_type::eof()) bytes << in.rdbuf();
  if (in.bad() || !bytes) return error_code::unreadable;
  return std::move(bytes).str();
}

}  // namespace cli
