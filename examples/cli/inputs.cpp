#include "inputs.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>

#if defined(_WIN32)
#include <io.h>
#else
#include <unistd.h>
#endif

#include "esppadom/exchange/circumstances_csv.hpp"
#include "esppadom/exchange/findings.hpp"
#include "esppadom/exchange/json.hpp"
#include "findings_text.hpp"
#include "output.hpp"

namespace cli {
namespace {

namespace fs = std::filesystem;
using esppadom::findings;

bool error_output_is_terminal() {
#if defined(_WIN32)
  return _isatty(2) != 0;
#else
  return isatty(2) != 0;
#endif
}

bool has_extension(const fs::path& path, std::string_view wanted) {
  auto extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return extension == wanted;
}

void add_finding(const esppadom::finding_kind& kind, const std::string& file, findings& found) {
  esppadom::finding one;
  one.kind = &kind;
  one.file = file;
  found.add(std::move(one));
}

std::vector<fs::path> as_paths(const std::vector<std::string>& names) {
  std::vector<fs::path> out;
  for (const std::string& name : names)
    out.emplace_back(std::u8string(name.begin(), name.end()));
  return out;
}

constexpr auto redraw_after = std::chrono::milliseconds(100);
constexpr auto first_after = std::chrono::milliseconds(700);

}  // namespace

progress::progress(const speaker& to, std::uint64_t total_bytes)
    : label_(to.say({"reading", "lecture"})),
      total_(total_bytes),
      shown_(total_bytes > 0 && error_output_is_terminal()),
      next_(std::chrono::steady_clock::now() + first_after) {}

progress::~progress() {
  if (drawn_ > 0) std::fprintf(stderr, "\r%*s\r", static_cast<int>(drawn_), "");
}

void progress::add(std::uint64_t bytes) {
  done_ += bytes;
  if (shown_ && std::chrono::steady_clock::now() >= next_) draw();
}

void progress::draw() {
  constexpr std::uint64_t columns = 30;
  const std::uint64_t done = std::min(done_, total_);
  const auto full = static_cast<std::size_t>(columns * (done / 1024) / (total_ / 1024 + 1));
  const auto percent = 100 * (done / 1024) / (total_ / 1024 + 1);
  const std::string line =
      label_ + " [" + std::string(full, '#') + std::string(columns - full, ' ') + "] " + std::to_string(percent) + " %";
  std::fprintf(stderr, "\r%s", line.c_str());
  std::fflush(stderr);
  drawn_ = line.size();
  next_ = std::chrono::steady_clock::now() + redraw_after;
}

std::uint64_t size_of(const std::vector<std::string>& paths) { return esppadom::size_of_inputs(as_paths(paths)); }

esppadom::byte_source counted(esppadom::byte_source source, progress& bar) {
  return {[&bar, inner = std::move(source.read)](char* into, std::size_t capacity) {
    auto count = inner(into, capacity);
    if (count) bar.add(*count);
    return count;
  }};
}

void report_unreadable(const std::string& file, findings& found) {
  add_finding(esppadom::exchange_findings::unreadable, file, found);
}

bool for_each_input(const std::vector<std::string>& paths, findings& found, const input_handler& each) {
  findings own;
  esppadom::for_each_input(as_paths(paths), own, {}, [&each](esppadom::input& one) {
    each(one);
    return true;
  });
  const bool readable = !own.has_errors();
  found.merge(std::move(own));
  return readable;
}

read_file read_with(esppadom::input& one, esppadom::read_profile profile, findings& found, progress& bar,
                    const std::function<void(esppadom::message_reader&)>& read_all) {
  read_file read;
  read.name = one.name;
  esppadom::read_options options;
  options.profile = profile;
  options.file = one.name;
  esppadom::message_reader reader(counted(std::move(one.bytes), bar), found, options);
  read_all(reader);
  read.readable = reader.readable();
  read.head = reader.head();
  read.messages = reader.count();
  return read;
}

read_file read_messages(esppadom::input& one, esppadom::read_profile profile, findings& found, progress& bar,
                        const message_handler& each) {
  return read_with(one, profile, found, bar, [&each](esppadom::message_reader& reader) {
    while (auto message = reader.next())
      each(std::move(*message), reader);
  });
}

outcome read_circumstances(const std::string& path, esppadom::circumstances& into, findings& found) {
  std::error_code error;
  const bool folder = fs::is_directory(path, error);
  std::vector<std::string> files;
  if (folder) {
    for (auto at = fs::directory_iterator(path, error); !error && at != fs::directory_iterator(); at.increment(error)) {
      std::error_code ignored;
      if (at->is_regular_file(ignored) && has_extension(at->path(), ".csv"))
        files.push_back(at->path().generic_string());
    }
    std::sort(files.begin(), files.end());
    if (files.empty()) add_finding(esppadom::exchange_findings::nothing_to_read, path, found);
  } else {
    files.push_back(path);
  }
  outcome end = files.empty() ? outcome::unusable : outcome::fine;
  for (const std::string& file : files) {
    std::string bytes;
    if (file_bytes(file).get(bytes) != esppadom::error_code::success) {
      report_unreadable(file, found);
      end = outcome::unusable;
      continue;
    }
    const auto read =
        has_extension(file, ".csv")
            ? esppadom::read_circumstances_csv(bytes, file, into, found)
            : esppadom::read_circumstances_json(bytes, found, {esppadom::json_strictness::strict, {}, file}).get(into);
    end = std::max(end, outcome_of(read));
  }
  if (found.has_errors()) end = std::max(end, outcome::errors);
  return end;
}

}  // namespace cli
